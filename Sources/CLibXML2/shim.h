#ifndef HEGUI_CLIBXML2_SHIM_H
#define HEGUI_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>

/* Debian's libxml2 is built with ICU and its headers would pull in ICU's, which clash with the ones that Foundation
   carries. Nothing here uses the members that the macro adds. */
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlstring.h>
#include <libxml/xmlwriter.h>

/* A macro that Swift doesn't see, or a variable, as the version has it. */
static inline const char *hegui_xml_version(void) { return xmlParserVersion; }

#endif
