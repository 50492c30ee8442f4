#include "hearsay_resources.h"

// To add a file: embed its bytes here, and give it a line in the table below.
#define BYTES(identifier) static const _Alignas(64) unsigned char identifier[]

BYTES(seed_article) = {
#embed "../../seeds/trump-putin-call.txt"
};

#define ENTRY(name, identifier) {name, identifier, sizeof identifier}

static const hearsay_resource table[] = {
    ENTRY("seeds/trump-putin-call.txt", seed_article),
    {NULL, NULL, 0},
};

const hearsay_resource *hearsay_resource_table(void) { return table; }
