#define _GNU_SOURCE
#include "editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

// Handlers write the signal's number into a pipe, which the editor polls beside the terminal: nothing is done inside them.

static const int caught[] = {SIGINT, SIGWINCH, SIGTERM, SIGHUP};
// Caught while a line is typed. At other times Ctrl-Z stops the process at once, and nothing is to be drawn again.
static const int stopping[] = {SIGTSTP, SIGCONT};
enum { caught_count = sizeof caught / sizeof *caught, stopping_count = sizeof stopping / sizeof *stopping };

static struct sigaction before[caught_count], before_stopping[stopping_count];
static int ends[2] = {-1, -1};
/// Whether the user wants what goes on to end; any thread may look.
static volatile sig_atomic_t is_interrupted;

static void forward(int signal) {
    int saved = errno;
    unsigned char byte = (unsigned char)signal;
    if (signal == SIGINT || signal == SIGTERM || signal == SIGHUP) is_interrupted = 1;
    // A full pipe loses a signal that is in it already.
    ssize_t written = write(ends[1], &byte, 1);
    (void)written;
    errno = saved;
}

static void catch_one(int signal, struct sigaction *old) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = forward;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, old);
}

bool signals_begin(void) {
    if (pipe(ends) != 0) return false;
    for (int index = 0; index < 2; index++) {
        fcntl(ends[index], F_SETFD, FD_CLOEXEC);
        fcntl(ends[index], F_SETFL, O_NONBLOCK);
    }
    for (int index = 0; index < caught_count; index++) catch_one(caught[index], &before[index]);
    return true;
}

void signals_catch_stops(bool caught) {
    for (int index = 0; index < stopping_count; index++) {
        if (caught) catch_one(stopping[index], &before_stopping[index]);
        else sigaction(stopping[index], &before_stopping[index], NULL);
    }
}

bool hearsay_interrupted(void) { return is_interrupted; }

void signals_forget_interrupt(void) { is_interrupted = 0; }

void signals_end(void) {
    for (int index = 0; index < caught_count; index++) sigaction(caught[index], &before[index], NULL);
    close(ends[0]);
    close(ends[1]);
    ends[0] = ends[1] = -1;
}

int signals_descriptor(void) { return ends[0]; }

int signals_next(void) {
    unsigned char byte;
    return read(ends[0], &byte, 1) == 1 ? byte : 0;
}

void signals_stop(void) {
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigemptyset(&standard.sa_mask);
    sigaction(SIGTSTP, &standard, NULL);
    raise(SIGTSTP);
    catch_one(SIGTSTP, NULL);
}
