#define _GNU_SOURCE
#include "editor.h"

#include <stdlib.h>
#include <string.h>

// While a line is typed, work may go on elsewhere: how far it is stands in a row above the line, and libedit never knows.

static place cursor_place(hearsay_editor *editor) {
    const LineInfoW *info = el_wline(editor->line);
    return place_in_line(editor, (size_t)(info->cursor - info->buffer), hearsay_terminal_columns());
}

bool status_can_draw(hearsay_editor *editor) {
    // A search has a row of its own below the line, and pasted lines are as wide as nobody knows.
    const LineInfoW *info = el_wline(editor->line);
    return hearsay_terminal_columns() >= 4 && is_plain(info->buffer, (size_t)(info->lastchar - info->buffer));
}

static void refresh(hearsay_editor *editor) {
    el_wset(editor->line, EL_REFRESH);
}

void status_draw(hearsay_editor *editor) {
    hearsay_callbacks *callbacks = &editor->callbacks;
    char *text = callbacks->status ? callbacks->status(callbacks->context) : NULL;
    if (!text) return;
    wchar_t *wide = wide_from_utf8(text);
    editor->status_width = wide ? wcswidth(wide, wcslen(wide)) : 0;
    free(wide);
    if (editor->is_status_shown) {
        place cursor = cursor_place(editor);
        print_move(cursor.row + 1, 'A');
        print_text("\r");
        print_text(text);
        print_text("\033[K\r");
        print_move(cursor.row + 1, 'B');
        print_move(cursor.column, 'C');
    } else {
        paint_clear(editor);
        line_clear(editor);
        print_text(text);
        print_text("\r\n");
        refresh(editor);
        editor->is_status_shown = true;
    }
    free(text);
}

void status_clear(hearsay_editor *editor) {
    if (!editor->is_status_shown) return;
    editor->is_status_shown = false;
    place cursor = cursor_place(editor);
    print_move(cursor.row + 1, 'A');
    // What stands below moves up by a row.
    print_text("\r\033[M");
    print_move(cursor.row, 'B');
    print_move(cursor.column, 'C');
}

bool status_news(hearsay_editor *editor) {
    hearsay_callbacks *callbacks = &editor->callbacks;
    editor->watched = -1;
    paint_clear(editor);
    status_clear(editor);
    line_clear(editor);
    bool ends = false;
    char *text = callbacks->news ? callbacks->news(callbacks->context, &ends) : NULL;
    if (text) print_text(text);
    free(text);
    if (ends) {
        editor->ended = true;
        return false;
    }
    refresh(editor);
    return true;
}
