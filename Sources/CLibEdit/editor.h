#ifndef EDITOR_H
#define EDITOR_H

#include "hearsay_edit.h"

#include <histedit.h>

struct hearsay_editor {
    EditLine *line;
    HistoryW *history;
    hearsay_callbacks callbacks;
    wchar_t *prompt;
    /// The last line that was read, UTF-8.
    char *text;
    /// Bytes from the terminal that were not taken yet.
    unsigned char input[4096];
    size_t input_start, input_end;
    /// What is suggested behind the line, as it is shown; NULL for nothing.
    wchar_t *ghost;
    /// The line that it was suggested for.
    wchar_t *ghost_line;
    bool is_ghost_shown;
    /// Readable when the work that is watched is done; -1 for none.
    int watched;
    /// Whether a row about that work stands above the line.
    bool is_status_shown;
    /// Columns that the row takes.
    int status_width;
    /// Whether the line that Ctrl-C dropped had letters.
    bool dropped;
    bool is_vi;
    bool interrupted;
    bool ended;
    int signal;
};

// text.c

/// UTF-8 as wide characters, ended by 0; ill-formed bytes become U+FFFD. Freed by the caller.
wchar_t *wide_from_utf8(const char *text);
/// Wide characters as UTF-8. Freed by the caller.
char *utf8_from_wide(const wchar_t *text, size_t count);
/// Length of the UTF-8 sequence that begins with this byte; 1 for one that begins none.
size_t utf8_length(unsigned char first);
/// The character of a whole sequence; U+FFFD where it is ill-formed.
wchar_t utf8_scalar(const unsigned char *bytes, size_t count);
/// Makes a locale current whose character set is UTF-8.
void use_utf8_locale(void);

// signals.c

/// What a signal handler writes into the pipe is the signal's number.
bool signals_begin(void);
void signals_end(void);
int signals_descriptor(void);
/// Whether Ctrl-Z, and going on after it, are the editor's to handle.
void signals_catch_stops(bool caught);
/// What was interrupted has ended.
void signals_forget_interrupt(void);
/// The next signal that came; 0 for none.
int signals_next(void);
/// Stops the process as Ctrl-Z does by itself; returns when it goes on.
void signals_stop(void);

// keys.c

/// Binds keys: ours, then the user's .editrc, then those that must be.
void keys_bind(EditLine *line);
/// Binds keys without the user's .editrc.
void keys_bind_defaults(EditLine *line);
/// Binds what every editor mode needs; after the mode was changed.
void keys_bind_essentials(EditLine *line);

// paint.c

/// Draws the line in colours and what is suggested behind it, the cursor staying where it is.
void paint_line(hearsay_editor *editor);
/// Drops what is suggested; it must not be on the screen.
void ghost_forget(hearsay_editor *editor);
/// What is suggested for the line as it is now; NULL for nothing.
const wchar_t *ghost_now(hearsay_editor *editor);
/// Takes what is suggested off the screen.
void paint_clear(hearsay_editor *editor);
/// Rows and columns that text takes from the top left, as libedit sets it.
typedef struct {
    int row, column;
} place;
place place_after(place start, const wchar_t *text, size_t count, int width);
/// Where a place in the line is on the screen, from where the prompt begins.
place place_in_line(hearsay_editor *editor, size_t count, int width);
/// Whether the line is shown letter by letter: no line end, nothing that libedit writes as "^A".
bool is_plain(const wchar_t *text, size_t count);
/// Writes all of it to the terminal.
void print_bytes(const char *bytes, size_t count);
void print_text(const char *text);
/// Moves the cursor: 'A' up, 'B' down, 'C' right.
void print_move(int count, char direction);

// status.c

/// Whether the row above the line and what is new can be drawn now.
bool status_can_draw(hearsay_editor *editor);
/// Draws the row above the line.
void status_draw(hearsay_editor *editor);
/// Takes the row above the line away.
void status_clear(hearsay_editor *editor);
/// Shows what is new above the line; false where reading has to end.
bool status_news(hearsay_editor *editor);

// input.c

/// libedit's way to get a character.
int input_read(EditLine *line, wchar_t *character);
/// Whether bytes wait for the editor, typed ahead or pasted.
int input_byte(hearsay_editor *editor);
/// Moves to where the prompt begins and clears from there on, so that the line can be drawn again.
void line_clear(hearsay_editor *editor);
/// Switches bracketed paste on and off.
void input_bracket(bool on);

#endif
