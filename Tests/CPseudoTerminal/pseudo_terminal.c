#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

int pseudo_terminal_resize(int terminal, int columns, int rows) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(terminal, TIOCSWINSZ, &size);
}

int pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], const char *folder, int columns,
    int rows, pid_t *process) {
    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) return -1;
    fcntl(terminal, F_SETFD, FD_CLOEXEC);
    const char *name = ptsname(terminal);
    int other = name ? open(name, O_RDWR | O_NOCTTY) : -1;
    if (other < 0 || pseudo_terminal_resize(terminal, columns, rows) != 0) return -1;
    pid_t child = fork();
    if (child < 0) return -1;
    if (child == 0) {
        // The threads of a test runner block signals, and what they block would be blocked in the program.
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
        setsid();
        ioctl(other, TIOCSCTTY, 0);
        for (int descriptor = 0; descriptor < 3; descriptor++) dup2(other, descriptor);
        if (other > 2) close(other);
        if (chdir(folder) != 0) _exit(127);
        execve(path, arguments, environment);
        _exit(127);
    }
    close(other);
    *process = child;
    return terminal;
}
