#define _GNU_SOURCE
#include "editor.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void print(const char *text) { print_bytes(text, strlen(text)); }

void input_bracket(bool on) { print(on ? "\033[?2004h" : "\033[?2004l"); }

int hearsay_terminal_columns(void) {
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static place place_in_line(hearsay_editor *editor, size_t count, int width) {
    place start = place_after((place){0, 0}, editor->prompt, wcslen(editor->prompt), width);
    return place_after(start, el_wline(editor->line)->buffer, count, width);
}

/// Moves to where the prompt begins and clears from there on, so that the line can be drawn again.
///
/// A terminal that got narrower or wider has set the line anew, so rows are counted with the width it has now.
static void clear_line(hearsay_editor *editor) {
    const LineInfoW *info = el_wline(editor->line);
    int width = hearsay_terminal_columns();
    int rows = width > 0 ? place_in_line(editor, (size_t)(info->cursor - info->buffer), width).row : 0;
    char sequence[32];
    if (rows > 0) {
        snprintf(sequence, sizeof sequence, "\033[%dA", rows);
        print(sequence);
    }
    print("\r\033[J");
}

/// Leaves a line that was not entered: below its last row.
static void leave_line(hearsay_editor *editor) {
    const LineInfoW *info = el_wline(editor->line);
    int width = hearsay_terminal_columns();
    int rows = 0;
    if (width > 0) {
        rows = place_in_line(editor, (size_t)(info->lastchar - info->buffer), width).row -
            place_in_line(editor, (size_t)(info->cursor - info->buffer), width).row;
    }
    char sequence[32];
    if (rows > 0) {
        snprintf(sequence, sizeof sequence, "\033[%dB", rows);
        print(sequence);
    }
    print("^C\r\n");
}

static void draw_again(hearsay_editor *editor) {
    // The terminal's modes may be another program's by now.
    el_wset(editor->line, EL_PREP_TERM, 0);
    el_wset(editor->line, EL_PREP_TERM, 1);
    input_bracket(true);
    print("\r\033[J");
    el_wset(editor->line, EL_REFRESH);
}

/// Does what a signal asks for; false where reading has to end.
static bool obey(hearsay_editor *editor, int signal) {
    paint_clear(editor);
    switch (signal) {
    case SIGINT:
        leave_line(editor);
        editor->interrupted = true;
        editor->input_start = editor->input_end = 0;
        return false;
    case SIGWINCH:
        clear_line(editor);
        el_resize(editor->line);
        el_wset(editor->line, EL_REFRESH);
        return true;
    case SIGTSTP:
        input_bracket(false);
        el_wset(editor->line, EL_PREP_TERM, 0);
        signals_stop();
        return true;
    case SIGCONT:
        draw_again(editor);
        return true;
    default:
        editor->signal = signal;
        return false;
    }
}

/// Whether more input comes at once: the rest of a key's sequence does.
static bool more_comes(hearsay_editor *editor) {
    struct pollfd waiting = {.fd = STDIN_FILENO, .events = POLLIN};
    return editor->input_start < editor->input_end || poll(&waiting, 1, 40) > 0;
}

/// The next byte of the terminal; -1 where reading has to end.
int input_byte(hearsay_editor *editor) {
    while (editor->input_start == editor->input_end) {
        struct pollfd waiting[2] = {
            {.fd = signals_descriptor(), .events = POLLIN},
            {.fd = STDIN_FILENO, .events = POLLIN},
        };
        // Nothing is drawn while keys wait.
        int ready = poll(waiting, 2, 0);
        if (ready == 0) {
            paint_line(editor);
            ready = poll(waiting, 2, -1);
        }
        if (ready < 0 && errno != EINTR) {
            editor->ended = true;
            return -1;
        }
        int signal = signals_next();
        if (signal != 0) {
            if (!obey(editor, signal)) return -1;
            continue;
        }
        if (waiting[1].revents == 0) continue;
        ssize_t count = read(STDIN_FILENO, editor->input, sizeof editor->input);
        if (count > 0) {
            editor->input_start = 0;
            editor->input_end = (size_t)count;
            // What was suggested stays known for the key that accepts it.
            paint_clear(editor);
        } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
            editor->ended = true;
            return -1;
        }
    }
    return editor->input[editor->input_start++];
}

int input_read(EditLine *line, wchar_t *character) {
    hearsay_editor *editor = NULL;
    el_wget(line, EL_CLIENTDATA, &editor);
    unsigned char bytes[4];
    int byte = input_byte(editor);
    if (byte < 0) return -1;
    // A key's sequence or the Escape key: libedit would wait for the next key to tell.
    if (byte == 0x1B && editor->is_vi && !more_comes(editor)) byte = 0x1C;
    bytes[0] = (unsigned char)byte;
    size_t length = utf8_length(bytes[0]);
    size_t count = 1;
    while (count < length) {
        byte = input_byte(editor);
        if (byte < 0) return -1;
        if ((byte & 0xC0) != 0x80) {
            // The next character begins amid this one.
            editor->input_start--;
            *character = 0xFFFD;
            return 1;
        }
        bytes[count++] = (unsigned char)byte;
    }
    *character = utf8_scalar(bytes, length);
    return 1;
}
