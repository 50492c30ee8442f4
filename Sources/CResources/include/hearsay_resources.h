#ifndef HEARSAY_RESOURCES_H
#define HEARSAY_RESOURCES_H

#include <stddef.h>

/// One file that is embedded in the binary.
typedef struct {
    /// Path inside the repository's data folders, such as "grammar/questions.grammar".
    const char *name;
    /// The file's bytes, aligned to 64, for the life of the process.
    const unsigned char *bytes;
    /// Number of bytes.
    size_t count;
} hearsay_resource;

/// All embedded files, ended by an entry whose name is NULL.
const hearsay_resource *hearsay_resource_table(void);

#endif
