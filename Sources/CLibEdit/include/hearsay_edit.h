#ifndef HEARSAY_EDIT_H
#define HEARSAY_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

// Line editing by libedit, as calls with fixed arguments. One editor a process; text is UTF-8 outside and wide inside.

typedef struct hearsay_editor hearsay_editor;

/// How reading a line ended.
typedef enum {
    /// A line was entered.
    HEARSAY_LINE,
    /// Ctrl-D on an empty line, or the terminal is gone.
    HEARSAY_END,
    /// Ctrl-C: what was typed is dropped.
    HEARSAY_INTERRUPTED,
    /// SIGTERM or SIGHUP: the program has to end. `hearsay_editor_signal` tells which.
    HEARSAY_TERMINATED,
} hearsay_outcome;

/// Number of wide characters before the cursor that one press of the backspace key deletes.
///
/// `text` is the line up to the cursor.
typedef size_t (*hearsay_backspace)(void *context, const wchar_t *text, size_t count);

/// Completes the word before the cursor.
///
/// `line` is the line up to the cursor. The answer is text to insert there, allocated by malloc and freed by the caller;
/// NULL for nothing. It takes the place of the last `*replaced` characters. What could follow may be printed; `*printed` is
/// then set, and the line is drawn again below.
typedef char *(*hearsay_complete)(void *context, const char *line, size_t *replaced, bool *printed);

/// Tells how a line looks: the same letters with colours, and what is suggested behind them.
///
/// Both are allocated by malloc and freed by the caller; NULL for none. Called when no key waits.
typedef void (*hearsay_look)(void *context, const char *line, bool at_end, char **coloured, char **ghost);

/// What stands above the line while the work that is watched goes on: one row, narrower than the terminal.
///
/// Allocated by malloc and freed by the caller; NULL for nothing. Called some times a second.
typedef char *(*hearsay_status)(void *context);

/// Called once, when the work that is watched is done: lines to show above the line that is typed.
///
/// Allocated by malloc and freed by the caller; NULL for nothing. Where `*ends` is set, reading ends.
typedef char *(*hearsay_news)(void *context, bool *ends);

typedef struct {
    hearsay_backspace backspace;
    hearsay_complete complete;
    hearsay_look look;
    hearsay_status status;
    hearsay_news news;
    void *context;
} hearsay_callbacks;

/// Makes a UTF-8 locale current, opens an editor on standard input and output, and takes over SIGINT, SIGTSTP, SIGCONT,
/// SIGWINCH, SIGTERM and SIGHUP until it is closed. NULL where the terminal is not fit for editing.
///
/// `program` is the name that lines of the user's .editrc may begin with.
hearsay_editor *hearsay_editor_open(const char *program, hearsay_callbacks callbacks);

/// Gives terminal and signals back.
void hearsay_editor_close(hearsay_editor *editor);

/// Reads a line. `prompt` ends with a space; terminal sequences in it stand between \1 and \1.
///
/// The line is left in `*line`, without its line end, until the next call; line ends inside it come from pasted text.
hearsay_outcome hearsay_editor_read(hearsay_editor *editor, const char *prompt, const char **line);

/// Whether the line that Ctrl-C dropped had letters, after HEARSAY_INTERRUPTED.
bool hearsay_editor_dropped(const hearsay_editor *editor);

/// Watches work that goes on meanwhile: its news are shown once the descriptor can be read. -1 watches nothing.
void hearsay_editor_watch(hearsay_editor *editor, int descriptor);

/// Adds a line to those that Up and Ctrl-R find; its number there, for `hearsay_editor_forget`.
int hearsay_editor_remember(hearsay_editor *editor, const char *line);

/// Drops a line from those that Up and Ctrl-R find.
void hearsay_editor_forget(hearsay_editor *editor, int number);

/// Takes the keys of "emacs" or "vi".
void hearsay_editor_use_keys(hearsay_editor *editor, bool vi);

/// Whether the keys are those of "vi".
bool hearsay_editor_has_vi_keys(const hearsay_editor *editor);

/// Whether Ctrl-C was pressed, or a signal asks the program to end, since the last line was read or the last call of
/// `hearsay_editor_forget_interrupt`. Any thread may ask, as often as it likes.
bool hearsay_interrupted(void);

/// Goes on as if Ctrl-C had not been pressed: what it was to stop has ended.
void hearsay_editor_forget_interrupt(hearsay_editor *editor);

/// The signal that ended reading, after HEARSAY_TERMINATED.
int hearsay_editor_signal(const hearsay_editor *editor);

/// Columns of the terminal now; 0 where it does not tell.
int hearsay_terminal_columns(void);

#endif
