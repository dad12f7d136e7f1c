#ifndef HEGUI_CLIBXLSXWRITER_SHIM_H
#define HEGUI_CLIBXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
