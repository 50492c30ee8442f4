#include <libxml/xmlversion.h>
// Where libxml2 was built with ICU its headers bring that library's own, which are at odds with those of Foundation. Only
// the converters of encodings have fields of it, and they are not used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
