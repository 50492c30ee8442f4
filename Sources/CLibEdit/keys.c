#define _GNU_SOURCE
#include "editor.h"

#include <stdlib.h>
#include <string.h>

static hearsay_editor *editor_of(EditLine *line) {
    hearsay_editor *editor = NULL;
    el_wget(line, EL_CLIENTDATA, &editor);
    return editor;
}

/// How many characters the letter before the cursor is made of; 0 at the beginning of the line.
static int letter_before(EditLine *line) {
    const LineInfoW *info = el_wline(line);
    size_t before = (size_t)(info->cursor - info->buffer);
    if (before == 0) return 0;
    hearsay_callbacks *callbacks = &editor_of(line)->callbacks;
    size_t count = callbacks->backspace ? callbacks->backspace(callbacks->context, info->buffer, before) : 1;
    return (int)(count == 0 || count > before ? 1 : count);
}

/// Deletes back to where the letter before the cursor begins, however many characters it is made of.
static unsigned char delete_letter(EditLine *line, int key) {
    (void)key;
    int count = letter_before(line);
    if (count == 0) return CC_ERROR;
    el_deletestr(line, count);
    return CC_REFRESH;
}

static unsigned char complete(EditLine *line, int key) {
    (void)key;
    hearsay_callbacks *callbacks = &editor_of(line)->callbacks;
    if (!callbacks->complete) return CC_ERROR;
    const LineInfoW *info = el_wline(line);
    char *before = utf8_from_wide(info->buffer, (size_t)(info->cursor - info->buffer));
    if (!before) return CC_ERROR;
    bool printed = false;
    size_t replaced = 0;
    char *insertion = callbacks->complete(callbacks->context, before, &replaced, &printed);
    free(before);
    unsigned char result = printed ? CC_REDISPLAY : insertion ? CC_REFRESH : CC_ERROR;
    if (insertion) {
        size_t typed = (size_t)(info->cursor - info->buffer);
        wchar_t *wide = wide_from_utf8(insertion);
        if (wide && replaced > 0 && replaced <= typed) el_deletestr(line, (int)replaced);
        if (wide && el_winsertstr(line, wide) != 0) result = CC_ERROR;
        free(wide);
        free(insertion);
    }
    return result;
}

/// Accepts what is suggested behind the line; false where nothing is.
static bool accept_ghost(EditLine *line) {
    hearsay_editor *editor = editor_of(line);
    const wchar_t *ghost = ghost_now(editor);
    if (!ghost) return false;
    bool inserted = el_winsertstr(line, ghost) == 0;
    ghost_forget(editor);
    return inserted;
}

static unsigned char move_right(EditLine *line, int key) {
    (void)key;
    if (accept_ghost(line)) return CC_REFRESH;
    const LineInfoW *info = el_wline(line);
    if (info->cursor == info->lastchar) return CC_ERROR;
    int count = 1;
    // Marks that stand on the letter before go with it.
    while (info->cursor + count < info->lastchar && wcwidth(info->cursor[count]) == 0) count++;
    el_cursor(line, count);
    return CC_CURSOR;
}

static unsigned char move_left(EditLine *line, int key) {
    (void)key;
    int count = letter_before(line);
    if (count == 0) return CC_ERROR;
    el_cursor(line, -count);
    return CC_CURSOR;
}

static unsigned char move_to_end(EditLine *line, int key) {
    (void)key;
    if (accept_ghost(line)) return CC_REFRESH;
    const LineInfoW *info = el_wline(line);
    el_cursor(line, (int)(info->lastchar - info->cursor));
    return CC_CURSOR;
}

/// Inserts pasted text: everything up to ESC[201~ at once, line ends kept, other control characters left out.
static unsigned char paste(EditLine *line, int key) {
    (void)key;
    static const char end[] = "\033[201~";
    enum { end_length = sizeof end - 1, limit = 1 << 20 };
    hearsay_editor *editor = editor_of(line);
    size_t count = 0, capacity = 4096;
    char *text = malloc(capacity + 1);
    while (text) {
        int byte = input_byte(editor);
        if (byte < 0) {
            free(text);
            return CC_EOF;
        }
        if (count == capacity) {
            capacity *= 2;
            char *larger = realloc(text, capacity + 1);
            if (!larger) break;
            text = larger;
        }
        text[count++] = (char)byte;
        if (count >= end_length && memcmp(text + count - end_length, end, end_length) == 0) {
            count -= end_length;
            break;
        }
        // What is too long for a line is read to its end and cut.
        if (count >= limit) count -= 1;
    }
    if (!text) return CC_ERROR;

    size_t kept = 0;
    for (size_t index = 0; index < count; index++) {
        char byte = text[index];
        if (byte == '\r') {
            if (index + 1 < count && text[index + 1] == '\n') continue;
            byte = '\n';
        }
        if (byte == '\t') byte = ' ';
        if ((unsigned char)byte >= 0x20 ? byte != 0x7F : byte == '\n') text[kept++] = byte;
    }
    // Copied lines often bring their end along; it must not enter the line.
    while (kept > 0 && text[kept - 1] == '\n') kept--;
    text[kept] = 0;
    wchar_t *wide = wide_from_utf8(text);
    free(text);
    int failed = !wide || el_winsertstr(line, wide) != 0;
    free(wide);
    return failed ? CC_ERROR : CC_REFRESH;
}

typedef struct {
    const wchar_t *key, *function;
} binding;

static void bind_all(EditLine *line, const binding *bindings, size_t count) {
    for (size_t index = 0; index < count; index++) {
        el_wset(line, EL_BIND, bindings[index].key, bindings[index].function, NULL);
    }
}

// What users of other shells expect and libedit does not do by itself.
static const binding defaults[] = {
    {L"^[[A", L"ed-search-prev-history"}, {L"^[OA", L"ed-search-prev-history"},
    {L"^[[B", L"ed-search-next-history"}, {L"^[OB", L"ed-search-next-history"},
    {L"^P", L"ed-search-prev-history"}, {L"^N", L"ed-search-next-history"},
    {L"^[[C", L"hearsay-right"}, {L"^[OC", L"hearsay-right"}, {L"^F", L"hearsay-right"}, {L"^E", L"hearsay-end"},
    {L"^[[D", L"hearsay-left"}, {L"^[OD", L"hearsay-left"}, {L"^B", L"hearsay-left"},
    {L"^R", L"em-inc-search-prev"}, {L"^S", L"em-inc-search-next"},
    {L"^W", L"ed-delete-prev-word"}, {L"^U", L"vi-kill-line-prev"},
    {L"^[[H", L"ed-move-to-beg"}, {L"^[OH", L"ed-move-to-beg"}, {L"^[[1~", L"ed-move-to-beg"}, {L"^[[7~", L"ed-move-to-beg"},
    {L"^[[F", L"hearsay-end"}, {L"^[OF", L"hearsay-end"}, {L"^[[4~", L"hearsay-end"}, {L"^[[8~", L"hearsay-end"},
    {L"^[[3~", L"ed-delete-next-char"},
    {L"^[[1;5C", L"em-next-word"}, {L"^[[1;3C", L"em-next-word"}, {L"^[[5C", L"em-next-word"},
    {L"^[[1;5D", L"ed-prev-word"}, {L"^[[1;3D", L"ed-prev-word"}, {L"^[[5D", L"ed-prev-word"},
    {L"^[^?", L"ed-delete-prev-word"}, {L"^[^H", L"ed-delete-prev-word"},
    // Keys that would leave letters behind.
    {L"^[[2~", L"ed-unassigned"}, {L"^[[5~", L"ed-unassigned"}, {L"^[[6~", L"ed-unassigned"}, {L"^[[Z", L"ed-unassigned"},
    {L"^[[1;2A", L"ed-unassigned"}, {L"^[[1;2B", L"ed-unassigned"}, {L"^[[1;5A", L"ed-unassigned"}, {L"^[[1;5B", L"ed-unassigned"},
    {L"^[[1;2C", L"ed-next-char"}, {L"^[[1;2D", L"ed-prev-char"}, {L"^[[3;5~", L"ed-unassigned"},
    {L"^[OP", L"ed-unassigned"}, {L"^[OQ", L"ed-unassigned"}, {L"^[OR", L"ed-unassigned"}, {L"^[OS", L"ed-unassigned"},
    {L"^[[15~", L"ed-unassigned"}, {L"^[[17~", L"ed-unassigned"}, {L"^[[18~", L"ed-unassigned"}, {L"^[[19~", L"ed-unassigned"},
    {L"^[[20~", L"ed-unassigned"}, {L"^[[21~", L"ed-unassigned"}, {L"^[[23~", L"ed-unassigned"}, {L"^[[24~", L"ed-unassigned"},
};

// What must work whatever the user's file says.
static const binding essentials[] = {
    {L"^?", L"hearsay-delete-letter"}, {L"^H", L"hearsay-delete-letter"},
    {L"^I", L"hearsay-complete"}, {L"^[[200~", L"hearsay-paste"},
};

void keys_bind_essentials(EditLine *line) {
    hearsay_editor *editor = editor_of(line);
    const wchar_t *mode = NULL;
    editor->is_vi = el_wget(line, EL_EDITOR, &mode) == 0 && mode && wcscmp(mode, L"vi") == 0;
    if (editor->is_vi) {
        // The change of mode dropped all bindings. Single letters are vi's own.
        for (size_t index = 0; index < sizeof defaults / sizeof *defaults; index++) {
            const wchar_t *key = defaults[index].key;
            bool is_sequence = wcslen(key) > 2 && (key[2] == L'[' || key[2] == L'O');
            if (is_sequence || wcscmp(key, L"^R") == 0) el_wset(line, EL_BIND, key, defaults[index].function, NULL);
        }
        el_wset(line, EL_BIND, L"^\\", L"vi-command-mode", NULL);
        el_wset(line, EL_BIND, L"^E", L"hearsay-end", NULL);
    }
    bind_all(line, essentials, sizeof essentials / sizeof *essentials);
}

void keys_bind(EditLine *line) {
    el_wset(line, EL_ADDFN, L"hearsay-delete-letter", L"Delete the letter before the cursor", delete_letter);
    el_wset(line, EL_ADDFN, L"hearsay-complete", L"Complete the word before the cursor", complete);
    el_wset(line, EL_ADDFN, L"hearsay-paste", L"Insert pasted text", paste);
    el_wset(line, EL_ADDFN, L"hearsay-right", L"Move right, or accept what is suggested", move_right);
    el_wset(line, EL_ADDFN, L"hearsay-left", L"Move left by a letter", move_left);
    el_wset(line, EL_ADDFN, L"hearsay-end", L"Move to the end, or accept what is suggested", move_to_end);
    bind_all(line, defaults, sizeof defaults / sizeof *defaults);
    el_source(line, NULL);
    keys_bind_essentials(line);
}

void keys_bind_defaults(EditLine *line) {
    bind_all(line, defaults, sizeof defaults / sizeof *defaults);
    keys_bind_essentials(line);
}
