#ifndef FILE_USER_H
#define FILE_USER_H

#include <stdbool.h>

/// Lets this thread use files with the rights of somebody who is not root; does nothing where it is not.
///
/// Returns false where the system has no such thing for one thread.
bool files_as_other_user(void);

/// Ends what `files_as_other_user` began.
void files_as_oneself(void);

#endif
