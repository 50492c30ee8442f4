#include "file_user.h"

#include <unistd.h>

#ifdef __linux__
#include <sys/fsuid.h>

enum { nobody = 65534 };

bool files_as_other_user(void) {
    if (geteuid() != 0) return true;
    setfsuid(nobody);
    // It tells nothing of failure, but who asks for the same again gets what is so.
    return setfsuid(nobody) == nobody;
}

void files_as_oneself(void) { setfsuid(geteuid()); }
#else
bool files_as_other_user(void) { return geteuid() != 0; }

void files_as_oneself(void) {}
#endif
