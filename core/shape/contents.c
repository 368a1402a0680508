/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognises contents pages. */
#include "config.h"

#include "core/shape/contents.h"

#include "core/shape/marker.h"

/* A title runs over so many rows before its page number at most. */
enum { MAX_TITLE_ROWS = 3 };
/* Rows without page number that a contents page may hold in a row: a title's first rows, a part. */
enum { MAX_MISSES = 3 };
/* Rows larger than the text by this share are headings, whatever number they end with. */
static const double large_share = 1.2;

typedef enum { NO_ENTRY, PLAIN_ENTRY, LED_ENTRY } EntryKind;

/* The pieces of a printed row in one: leaders and page number may each be a piece of their own. */
static GString *row_text(const SamsokLines *lines, guint i, guint end)
{
    GString *text = g_string_new(NULL);
    for (guint k = i; k < end; k++) {
        const SamsokLine *line = samsok_lines_at(lines, k);
        g_string_append_printf(text, "%s%.*s", k > i ? " " : "", (int)line->len, line->text);
    }
    return text;
}

static EntryKind entry_kind(const SamsokLines *lines, guint i)
{
    guint end = samsok_lines_row_end(lines, i);
    const SamsokLine *last = samsok_lines_at(lines, end - 1);
    SamsokContentsLine entry;
    if (samsok_contents_read(last->text, last->len, &entry)) {
        return entry.has_leader ? LED_ENTRY : PLAIN_ENTRY;
    }
    if (end == i + 1) {
        return NO_ENTRY;
    }
    GString *text = row_text(lines, i, end);
    bool is_entry = samsok_contents_read(text->str, (guint)text->len, &entry);
    g_string_free(text, TRUE);
    return !is_entry ? NO_ENTRY : entry.has_leader ? LED_ENTRY : PLAIN_ENTRY;
}

static void settle_row(SamsokLines *lines, guint i, bool opens)
{
    guint end = samsok_lines_row_end(lines, i);
    for (guint k = i; k < end; k++) {
        SamsokLine *line = samsok_lines_at(lines, k);
        line->kind = SAMSOK_BLOCK_CONTENTS;
        line->is_settled = true;
        line->opens = opens && k == i;
    }
}

/* Rows [start, i) belong to the title that ends at `i`, if they are so few and near. */
static void settle_entry(SamsokLines *lines, const guint *rows, guint row_count, guint i)
{
    guint first = row_count;
    while (first > 0 && row_count - first < MAX_TITLE_ROWS - 1) {
        const SamsokLine *line = samsok_lines_at(lines, rows[first - 1]);
        const SamsokLine *below = samsok_lines_at(lines, first == row_count ? i : rows[first]);
        SamsokNumber number;
        bool opens_entry = samsok_number_read(below->text, below->len, &number);
        if (line->is_settled || opens_entry || below->gap > 0.5 || line->page != below->page ||
            !samsok_line_starts_lower(below)) {
            break;
        }
        first--;
    }
    for (guint k = first; k < row_count; k++) {
        settle_row(lines, rows[k], k == first);
    }
    settle_row(lines, i, first == row_count);
}

static bool is_contents_heading(const SamsokLines *lines, guint i)
{
    const SamsokLine *line = samsok_lines_at(lines, i);
    return samsok_is_contents_name(line->text, line->len) && samsok_lines_row_end(lines, i) == i + 1;
}

void samsok_contents_mark(SamsokLines *lines, const SamsokLayout *layout)
{
    guint rows[MAX_TITLE_ROWS];
    guint row_count = 0;
    guint misses = MAX_MISSES;
    for (guint i = 0; i < samsok_lines_len(lines); i = samsok_lines_row_end(lines, i)) {
        if (samsok_lines_at(lines, i)->is_settled) {
            continue;
        }
        if (is_contents_heading(lines, i)) {
            misses = 0;
            row_count = 0;
            continue;
        }
        bool is_large = layout->has_geometry && samsok_lines_at(lines, i)->size > large_share * layout->body_size;
        EntryKind kind = entry_kind(lines, i);
        kind = kind == PLAIN_ENTRY && is_large ? NO_ENTRY : kind;
        if (kind == LED_ENTRY || (kind == PLAIN_ENTRY && misses < MAX_MISSES)) {
            settle_entry(lines, rows, row_count, i);
            misses = misses < MAX_MISSES ? 0 : misses;
            row_count = 0;
            continue;
        }
        misses = MIN(misses + 1, MAX_MISSES);
        if (row_count == MAX_TITLE_ROWS) {
            rows[0] = rows[1];
            rows[1] = rows[2];
            row_count--;
        }
        rows[row_count++] = i;
    }
}
