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

void input_bracket(bool on) { print_text(on ? "\033[?2004h" : "\033[?2004l"); }

int hearsay_terminal_columns(void) {
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

place place_in_line(hearsay_editor *editor, size_t count, int width) {
    place start = place_after((place){0, 0}, editor->prompt, wcslen(editor->prompt), width);
    return place_after(start, el_wline(editor->line)->buffer, count, width);
}

// A terminal that got narrower or wider has set the line anew, so rows are counted with the width it has now.
void line_clear(hearsay_editor *editor) {
    const LineInfoW *info = el_wline(editor->line);
    int width = hearsay_terminal_columns();
    int rows = width > 0 ? place_in_line(editor, (size_t)(info->cursor - info->buffer), width).row : 0;
    if (width > 0 && editor->is_status_shown) rows += (editor->status_width + width - 1) / width;
    editor->is_status_shown = false;
    print_move(rows, 'A');
    print_text("\r\033[J");
}

/// Whether the last row of the line is that of a search: "bck:har", "fwd?har".
static bool is_searching(const LineInfoW *info) {
    const wchar_t *row = info->lastchar;
    while (row > info->buffer && row[-1] != L'\n') row--;
    if (row == info->buffer || info->lastchar - row < 4) return false;
    return (wcsncmp(row, L"bck", 3) == 0 || wcsncmp(row, L"fwd", 3) == 0) && (row[3] == L':' || row[3] == L'?');
}

/// Leaves a line that was not entered: below its last row.
static void leave_line(hearsay_editor *editor) {
    const LineInfoW *info = el_wline(editor->line);
    int width = hearsay_terminal_columns();
    if (width > 0) {
        place end = place_in_line(editor, (size_t)(info->lastchar - info->buffer), width);
        print_move(end.row - place_in_line(editor, (size_t)(info->cursor - info->buffer), width).row, 'B');
        print_text("\r");
        print_move(end.column, 'C');
    }
    print_text("^C");
    // Of a search libedit itself leaves the rows.
    if (!is_searching(info)) print_text("\r\n");
}

static void draw_again(hearsay_editor *editor) {
    // The terminal's modes may be another program's by now.
    el_wset(editor->line, EL_PREP_TERM, 0);
    el_wset(editor->line, EL_PREP_TERM, 1);
    input_bracket(true);
    print_text("\r\033[J");
    el_wset(editor->line, EL_REFRESH);
}

/// Does what a signal asks for; false where reading has to end.
static bool obey(hearsay_editor *editor, int signal) {
    paint_clear(editor);
    if (signal != SIGWINCH) status_clear(editor);
    switch (signal) {
    case SIGINT:
        editor->dropped = el_wline(editor->line)->lastchar > el_wline(editor->line)->buffer;
        leave_line(editor);
        editor->interrupted = true;
        editor->input_start = editor->input_end = 0;
        return false;
    case SIGWINCH:
        line_clear(editor);
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

/// Keys after which other rows are drawn than the line's.
static bool leaves_line(const unsigned char *bytes, size_t count) {
    for (size_t index = 0; index < count; index++) {
        switch (bytes[index]) {
        case '\t': case '\n': case '\r': case 'L' - '@': case 'R' - '@': case 'S' - '@': return true;
        }
    }
    return false;
}

/// The next byte of the terminal; -1 where reading has to end.
int input_byte(hearsay_editor *editor) {
    while (editor->input_start == editor->input_end) {
        // A negative descriptor is left out.
        int watched = editor->watched >= 0 && status_can_draw(editor) ? editor->watched : -1;
        struct pollfd waiting[] = {
            {.fd = signals_descriptor(), .events = POLLIN},
            {.fd = STDIN_FILENO, .events = POLLIN},
            {.fd = watched, .events = POLLIN},
        };
        enum { count = sizeof waiting / sizeof *waiting, tick = 100 };
        // Nothing is drawn while keys wait.
        int ready = poll(waiting, count, 0);
        if (ready == 0) {
            paint_line(editor);
            ready = poll(waiting, count, editor->watched >= 0 ? tick : -1);
        }
        if (ready == 0) {
            if (watched >= 0) status_draw(editor);
            continue;
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
        if (ready > 0 && waiting[2].revents != 0) {
            if (!status_news(editor)) return -1;
            continue;
        }
        if (ready < 0 || waiting[1].revents == 0) continue;
        ssize_t length = read(STDIN_FILENO, editor->input, sizeof editor->input);
        if (length > 0) {
            editor->input_start = 0;
            editor->input_end = (size_t)length;
            // What was suggested stays known for the key that accepts it.
            paint_clear(editor);
            if (leaves_line(editor->input, (size_t)length)) status_clear(editor);
        } else if (length == 0 || (errno != EINTR && errno != EAGAIN)) {
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
