#ifndef PSEUDO_TERMINAL_H
#define PSEUDO_TERMINAL_H

#include <sys/types.h>

/// Starts a program on a new pseudo-terminal of this size, in this folder, as the leader of a session of
/// its own. The path of the program is absolute.
///
/// Returns the terminal's other end, from which the program's output is read and to which keys are written; -1 for failure.
int pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], const char *folder, int columns,
    int rows, pid_t *process);

/// Changes the terminal's size; the program gets SIGWINCH.
int pseudo_terminal_resize(int terminal, int columns, int rows);

#endif
