#ifndef HEGUI_CLIBARCHIVE_SHIM_H
#define HEGUI_CLIBARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
