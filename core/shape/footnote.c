/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds footnotes. */
#include "config.h"

#include "core/shape/footnote.h"

#include <string.h>

/* Notes are set smaller than the text by at least this share. */
static const double max_note_share = 0.93;
static const double max_size_difference = 0.6;
/* Space in rows that ends the notes. */
static const double max_note_gap = 1.5;

/* The value of a raised digit, or -1. */
static int raised_value(gunichar c)
{
    switch (c) {
    case 0xB9:
        return 1;
    case 0xB2:
        return 2;
    case 0xB3:
        return 3;
    default:
        return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int)(c - 0x2070) : -1;
    }
}

guint samsok_raised_len(const char *text, guint len)
{
    const char *p = text;
    while (p < text + len && raised_value(g_utf8_get_char(p)) >= 0) {
        p = g_utf8_next_char(p);
    }
    return (guint)(p - text);
}

char *samsok_raised_digits(const char *text, guint len)
{
    GString *digits = g_string_new(NULL);
    for (const char *p = text; p < text + len; p = g_utf8_next_char(p)) {
        int value = raised_value(g_utf8_get_char(p));
        if (value >= 0) {
            g_string_append_c(digits, (char)('0' + value));
        }
    }
    return g_string_free(digits, FALSE);
}

bool samsok_raised_is_part(const char *text, const char *p)
{
    static const char *const units[] = {"m", "km", "cm", "mm", "dm", "10", "x", "R", NULL};
    const char *start = p;
    while (start > text && g_ascii_isalnum(start[-1])) {
        start--;
    }
    for (guint i = 0; units[i] != NULL; i++) {
        if (strlen(units[i]) == (gsize)(p - start) && strncmp(units[i], start, (gsize)(p - start)) == 0) {
            return true;
        }
    }
    return false;
}

static guint note_mark_len(const SamsokLine *line)
{
    guint len = samsok_raised_len(line->text, line->len);
    if (len == 0 && line->has_raised_mark) {
        len = (guint)strspn(line->text, "0123456789*");
        len = MIN(len, line->len);
    }
    guint end = len;
    while (len > 0 && end < line->len && line->text[end] == ' ') {
        end++;
    }
    return end < line->len ? end : 0;
}

static bool is_small(const SamsokLine *line, const SamsokLayout *layout)
{
    return line->size > 0.0 && line->size <= max_note_share * layout->body_size;
}

static void settle(SamsokLine *line, guint mark_len)
{
    line->kind = SAMSOK_BLOCK_FOOTNOTE;
    line->is_settled = true;
    line->opens = mark_len > 0;
    line->mark_len = mark_len;
}

void samsok_footnotes_mark(SamsokLines *lines, const SamsokLayout *layout)
{
    if (!layout->has_geometry) {
        return;
    }
    const SamsokLine *note = NULL; /* the record before, if it belongs to a note */
    for (guint i = 0; i < samsok_lines_len(lines); i++) {
        SamsokLine *line = samsok_lines_at(lines, i);
        guint mark_len = line->is_settled || line->same_row ? 0 : note_mark_len(line);
        bool opens = mark_len > 0 && is_small(line, layout);
        bool goes_on = note != NULL && !line->is_settled && note->page == line->page &&
                       ABS(note->size - line->size) <= max_size_difference && line->gap < max_note_gap &&
                       !line->starts_column;
        if (opens || goes_on) {
            settle(line, opens ? mark_len : 0);
            note = line;
        } else {
            note = NULL;
        }
    }
}
