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

static void print(const char *text) {
    size_t count = strlen(text);
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, text, count);
        if (written < 0 && errno != EINTR) return;
        if (written > 0) {
            text += written;
            count -= (size_t)written;
        }
    }
}

void input_bracket(bool on) { print(on ? "\033[?2004h" : "\033[?2004l"); }

int hearsay_terminal_columns(void) {
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// Columns that text takes, without what stands between \1 and \1.
static int columns_of(const wchar_t *text, size_t count) {
    int columns = 0;
    bool hidden = false;
    for (size_t index = 0; index < count; index++) {
        if (text[index] == L'\1') {
            hidden = !hidden;
        } else if (!hidden) {
            int width = wcwidth(text[index]);
            columns += width > 0 ? width : 0;
        }
    }
    return columns;
}

/// Moves to where the prompt begins and clears from there on, so that the line can be drawn again.
///
/// A terminal that got narrower or wider has set the line anew, so rows are counted with the width it has now.
static void clear_line(hearsay_editor *editor) {
    const LineInfoW *info = el_wline(editor->line);
    int width = hearsay_terminal_columns();
    int before = columns_of(editor->prompt, wcslen(editor->prompt)) + columns_of(info->buffer, (size_t)(info->cursor - info->buffer));
    int rows = width > 0 ? before / width : 0;
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
    int prompt = columns_of(editor->prompt, wcslen(editor->prompt));
    int before = prompt + columns_of(info->buffer, (size_t)(info->cursor - info->buffer));
    int whole = prompt + columns_of(info->buffer, (size_t)(info->lastchar - info->buffer));
    int rows = width > 0 ? whole / width - before / width : 0;
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

/// The next byte of the terminal; -1 where reading has to end.
int input_byte(hearsay_editor *editor) {
    while (editor->input_start == editor->input_end) {
        struct pollfd waiting[2] = {
            {.fd = signals_descriptor(), .events = POLLIN},
            {.fd = STDIN_FILENO, .events = POLLIN},
        };
        if (poll(waiting, 2, -1) < 0 && errno != EINTR) {
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
