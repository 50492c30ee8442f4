#define _GNU_SOURCE
#include "editor.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static wchar_t *prompt_of(EditLine *line) {
    hearsay_editor *editor = NULL;
    el_wget(line, EL_CLIENTDATA, &editor);
    return editor->prompt;
}

hearsay_editor *hearsay_editor_open(const char *program, hearsay_callbacks callbacks) {
    use_utf8_locale();
    hearsay_editor *editor = calloc(1, sizeof *editor);
    if (!editor) return NULL;
    editor->callbacks = callbacks;
    editor->watched = -1;
    editor->history = history_winit();
    editor->line = el_init(program, stdin, stdout, stderr);
    if (!editor->history || !editor->line || !signals_begin()) {
        if (editor->history) history_wend(editor->history);
        if (editor->line) el_end(editor->line);
        free(editor);
        return NULL;
    }
    HistEventW event;
    history_w(editor->history, &event, H_SETSIZE, 20000);
    history_w(editor->history, &event, H_SETUNIQUE, 1);
    el_wset(editor->line, EL_CLIENTDATA, editor);
    // With 1 libedit would send each signal again to the whole process group.
    el_wset(editor->line, EL_SIGNAL, 0);
    el_wset(editor->line, EL_EDITOR, L"emacs");
    el_wset(editor->line, EL_HIST, history_w, editor->history);
    el_wset(editor->line, EL_GETCFN, input_read);
    el_wset(editor->line, EL_PROMPT_ESC, prompt_of, L'\1');
    keys_bind(editor->line);
    return editor;
}

void hearsay_editor_close(hearsay_editor *editor) {
    if (!editor) return;
    el_end(editor->line);
    history_wend(editor->history);
    signals_end();
    free(editor->prompt);
    free(editor->text);
    ghost_forget(editor);
    free(editor);
}

hearsay_outcome hearsay_editor_read(hearsay_editor *editor, const char *prompt, const char **line) {
    free(editor->prompt);
    free(editor->text);
    editor->text = NULL;
    *line = "";
    editor->is_status_shown = false;
    editor->prompt = wide_from_utf8(prompt);
    if (!editor->prompt || editor->ended) return HEARSAY_END;
    // Ctrl-C while an answer was worked out is not for the line that is typed next.
    hearsay_editor_forget_interrupt(editor);
    if (editor->signal != 0) return HEARSAY_TERMINATED;
    signals_catch_stops(true);
    el_resize(editor->line);
    // libedit does this only after it has drawn the prompt, and keys in between would be echoed twice.
    el_wset(editor->line, EL_PREP_TERM, 1);

    input_bracket(true);
    int count = 0;
    const wchar_t *wide = el_wgets(editor->line, &count);
    input_bracket(false);
    signals_catch_stops(false);
    ghost_forget(editor);

    if (editor->signal != 0) return HEARSAY_TERMINATED;
    if (editor->interrupted) {
        editor->interrupted = false;
        return HEARSAY_INTERRUPTED;
    }
    if (!wide || count <= 0 || editor->ended) return HEARSAY_END;
    if (wide[count - 1] == L'\n' || wide[count - 1] == L'\r') count--;
    editor->text = utf8_from_wide(wide, (size_t)count);
    if (!editor->text) return HEARSAY_END;
    *line = editor->text;
    return HEARSAY_LINE;
}

bool hearsay_editor_dropped(const hearsay_editor *editor) { return editor->dropped; }

void hearsay_editor_watch(hearsay_editor *editor, int descriptor) { editor->watched = descriptor; }

int hearsay_editor_remember(hearsay_editor *editor, const char *line) {
    wchar_t *wide = wide_from_utf8(line);
    if (!wide) return -1;
    HistEventW event;
    int number = wide[0] && history_w(editor->history, &event, H_ENTER, wide) >= 0 ? event.num : -1;
    free(wide);
    return number;
}

void hearsay_editor_forget(hearsay_editor *editor, int number) {
    HistEventW event;
    // It hands the line's letters over.
    if (history_w(editor->history, &event, H_DEL, number) >= 0) free((void *)event.str);
}

void hearsay_editor_use_keys(hearsay_editor *editor, bool vi) {
    el_wset(editor->line, EL_EDITOR, vi ? L"vi" : L"emacs");
    if (vi) keys_bind_essentials(editor->line); else keys_bind(editor->line);
    // The user's file may ask for those of vi again.
    if (!vi && editor->is_vi) {
        el_wset(editor->line, EL_EDITOR, L"emacs");
        keys_bind_defaults(editor->line);
    }
}

bool hearsay_editor_has_vi_keys(const hearsay_editor *editor) { return editor->is_vi; }

void hearsay_editor_forget_interrupt(hearsay_editor *editor) {
    signals_forget_interrupt();
    for (int signal = signals_next(); signal != 0; signal = signals_next()) {
        if (signal == SIGTERM || signal == SIGHUP) editor->signal = signal;
        // Ctrl-Z with the last key of the line.
        if (signal == SIGTSTP) raise(SIGTSTP);
    }
}

int hearsay_editor_signal(const hearsay_editor *editor) { return editor->signal; }
