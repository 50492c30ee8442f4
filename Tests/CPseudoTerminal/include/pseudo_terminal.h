#ifndef PSEUDO_TERMINAL_H
#define PSEUDO_TERMINAL_H

#include <sys/types.h>

/// Starts a program on a new pseudo-terminal of this size, as the leader of a session of its own.
///
/// Returns the terminal's other end, from which the program's output is read and to which keys are written; -1 for failure.
int pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], int columns, int rows, pid_t *process);

/// Changes the terminal's size; the program gets SIGWINCH.
int pseudo_terminal_resize(int terminal, int columns, int rows);

#endif
