#ifndef HEGUI_CLIBXML2_SHIM_H
#define HEGUI_CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlstring.h>

#endif
