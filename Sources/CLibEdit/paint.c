#define _GNU_SOURCE
#include "editor.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// libedit draws plain letters. While it waits for a key, the same letters are drawn over them in colours; it never knows.

void print_bytes(const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0 && errno != EINTR) return;
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        }
    }
}

void print_text(const char *text) { print_bytes(text, strlen(text)); }

void print_move(int count, char direction) {
    if (count <= 0) return;
    char sequence[32];
    snprintf(sequence, sizeof sequence, "\033[%d%c", count, direction);
    print_text(sequence);
}

place place_after(place start, const wchar_t *text, size_t count, int width) {
    bool hidden = false;
    for (size_t index = 0; index < count; index++) {
        if (text[index] == L'\1') {
            hidden = !hidden;
            continue;
        }
        if (text[index] == L'\n') {
            start = (place){start.row + 1, 0};
            continue;
        }
        int columns = hidden ? 0 : wcwidth(text[index]);
        if (columns <= 0) continue;
        // A wide letter does not fit into the last column.
        if (start.column + columns > width) start = (place){start.row + 1, 0};
        start.column += columns;
        if (start.column >= width) start = (place){start.row + 1, 0};
    }
    return start;
}

typedef struct {
    char *bytes;
    size_t count, capacity;
} output;

static void put(output *to, const char *text) {
    size_t count = strlen(text);
    if (to->count + count > to->capacity) {
        size_t capacity = (to->count + count) * 2 + 256;
        char *larger = realloc(to->bytes, capacity);
        if (!larger) return;
        to->bytes = larger;
        to->capacity = capacity;
    }
    memcpy(to->bytes + to->count, text, count);
    to->count += count;
}

static void put_move(output *to, int count, char direction) {
    if (count <= 0) return;
    char sequence[32];
    snprintf(sequence, sizeof sequence, "\033[%d%c", count, direction);
    put(to, sequence);
}

bool is_plain(const wchar_t *text, size_t count) {
    for (size_t index = 0; index < count; index++) {
        if (wcwidth(text[index]) < 0) return false;
    }
    return true;
}

void ghost_forget(hearsay_editor *editor) {
    free(editor->ghost);
    free(editor->ghost_line);
    editor->ghost = editor->ghost_line = NULL;
    editor->is_ghost_shown = false;
}

const wchar_t *ghost_now(hearsay_editor *editor) {
    const LineInfoW *info = el_wline(editor->line);
    size_t count = (size_t)(info->lastchar - info->buffer);
    if (!editor->ghost || !editor->ghost_line || info->cursor != info->lastchar) return NULL;
    if (wcslen(editor->ghost_line) != count || wmemcmp(editor->ghost_line, info->buffer, count) != 0) return NULL;
    return editor->ghost;
}

void paint_clear(hearsay_editor *editor) {
    if (editor->is_ghost_shown) print_bytes("\033[K", 3);
    editor->is_ghost_shown = false;
}

void paint_line(hearsay_editor *editor) {
    hearsay_callbacks *callbacks = &editor->callbacks;
    int width = hearsay_terminal_columns();
    if (!callbacks->look || width < 4 || editor->is_ghost_shown) return;
    ghost_forget(editor);
    const LineInfoW *info = el_wline(editor->line);
    size_t count = (size_t)(info->lastchar - info->buffer);
    size_t before = (size_t)(info->cursor - info->buffer);
    if (count == 0 || count > 2000 || !is_plain(info->buffer, count)) return;
    char *line = utf8_from_wide(info->buffer, count);
    if (!line) return;
    char *coloured = NULL, *ghost = NULL;
    callbacks->look(callbacks->context, line, before == count, &coloured, &ghost);

    place start = place_after((place){0, 0}, editor->prompt, wcslen(editor->prompt), width);
    place cursor = place_after(start, info->buffer, before, width);
    place end = place_after(start, info->buffer, count, width);
    output to = {0};
    if (coloured) {
        put_move(&to, cursor.row - start.row, 'A');
        put(&to, "\r");
        put_move(&to, start.column, 'C');
        put(&to, coloured);
        // Where the text fills its row the cursor hangs behind the last column; the next row is there already.
        if (end.column == 0) put(&to, "\r\n");
        put_move(&to, end.row - cursor.row, 'A');
        put(&to, "\r");
        put_move(&to, cursor.column, 'C');
    }
    if (ghost && before == count) {
        wchar_t *wide = wide_from_utf8(ghost);
        int room = width - end.column - 1;
        size_t shown = 0;
        int used = 0;
        while (wide && wide[shown]) {
            int columns = wcwidth(wide[shown]);
            if (columns < 0 || used + columns > room) break;
            used += columns;
            shown++;
        }
        char *text = wide && shown > 0 ? utf8_from_wide(wide, shown) : NULL;
        if (text) {
            put(&to, "\033[2m");
            put(&to, text);
            put(&to, "\033[0m\r");
            put_move(&to, end.column, 'C');
            editor->ghost = wide;
            editor->ghost_line = wide_from_utf8(line);
            editor->is_ghost_shown = true;
            wide = NULL;
        }
        free(text);
        free(wide);
    }
    print_bytes(to.bytes, to.count);
    free(to.bytes);
    free(line);
    free(coloured);
    free(ghost);
}
