/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds tables by rows of aligned pieces, and the labels of figures. */
#include "config.h"

#include "core/shape/table.h"

#include <string.h>

#include "core/shape/marker.h"
#include "core/shape/matrix.h"

/* Pieces that begin this near to each other, in characters, stand in one column. */
static const double column_tolerance_chars = 2.0;
enum { MIN_TABLE_ROWS = 2, MAX_COLUMNS = 24 };
/* Shares of the full width: a label is no wider, the rows around it no narrower. */
static const double max_label_share = 0.4;
static const double min_row_share = 0.7;
enum { MIN_LABEL_ROWS = 3, MAX_LABEL_ROWS = 60 };

typedef struct {
    double left;
    double right;
} Column;

static guint row_pieces(const SamsokLines *lines, guint i)
{
    return samsok_lines_row_end(lines, i) - i;
}

/* Does a piece of the row at `b`, but for the first, begin or end where one of the row at `a` does? */
static bool shares_column(const SamsokLines *lines, guint a, guint b)
{
    guint a_end = samsok_lines_row_end(lines, a);
    guint b_end = samsok_lines_row_end(lines, b);
    for (guint i = a + 1; i < a_end; i++) {
        const SamsokLine *left = samsok_lines_at(lines, i);
        double tolerance = column_tolerance_chars * samsok_line_char_width(left);
        for (guint j = b + 1; j < b_end; j++) {
            const SamsokLine *right = samsok_lines_at(lines, j);
            if (ABS(left->left - right->left) <= tolerance || ABS(left->right - right->right) <= tolerance) {
                return true;
            }
        }
    }
    return false;
}

static bool is_contents_row(const SamsokLines *lines, guint i)
{
    const SamsokLine *line = samsok_lines_at(lines, i);
    SamsokContentsLine contents;
    return samsok_contents_read(line->text, line->len, &contents) && contents.has_leader;
}

/* The first record behind the table that begins at `start`; `start` if none does. */
static guint table_end(const SamsokLines *lines, guint start)
{
    guint rows = 0;
    guint last = start;
    guint i = start;
    while (i < samsok_lines_len(lines)) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        bool belongs = !line->is_settled && row_pieces(lines, i) >= 2 && !is_contents_row(lines, i) &&
                       (rows == 0 || shares_column(lines, last, i));
        if (!belongs) {
            break;
        }
        rows++;
        last = i;
        i = samsok_lines_row_end(lines, i);
    }
    return rows >= MIN_TABLE_ROWS ? i : start;
}

/* The columns of records [start, end), from left to right: stretches that no blank divides in every
 * row. Numbers are set flush right, so that edges alone do not tell. */
static guint find_columns(const SamsokLines *lines, guint start, guint end, Column *columns)
{
    guint count = 0;
    for (guint i = start; i < end; i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        guint first = 0;
        while (first < count && columns[first].right <= line->left) {
            first++;
        }
        guint last = first;
        Column merged = {.left = line->left, .right = line->right};
        while (last < count && columns[last].left < line->right) {
            merged.left = MIN(merged.left, columns[last].left);
            merged.right = MAX(merged.right, columns[last].right);
            last++;
        }
        if (first == last && count == MAX_COLUMNS) {
            continue;
        }
        count += 1 - (last - first);
        memmove(columns + first + 1, columns + last, (count - first - 1) * sizeof *columns);
        columns[first] = merged;
    }
    return count;
}

static guint column_of(const SamsokLine *line, const Column *columns, guint count)
{
    guint at = 0;
    while (at + 1 < count && columns[at + 1].left <= line->left) {
        at++;
    }
    return at;
}

static void settle_table(SamsokLines *lines, guint start, guint end)
{
    Column columns[MAX_COLUMNS];
    guint count = find_columns(lines, start, end, columns);
    for (guint i = start; i < end; i++) {
        SamsokLine *line = samsok_lines_at(lines, i);
        line->kind = SAMSOK_BLOCK_TABLE_ROW;
        line->is_settled = true;
        line->opens = !line->same_row;
        line->cell = column_of(line, columns, count);
    }
}

void samsok_tables_mark(SamsokLines *lines, const SamsokLayout *layout)
{
    guint i = 0;
    while (i < samsok_lines_len(lines)) {
        guint end = samsok_matrix_mark(lines, layout, i);
        if (end == i && row_pieces(lines, i) >= 2) {
            end = table_end(lines, i);
            if (end > i) {
                settle_table(lines, i, end);
            }
        }
        i = end > i ? end : samsok_lines_row_end(lines, i);
    }
}

static bool is_label(const SamsokLine *line, const SamsokLayout *layout)
{
    SamsokMarker marker;
    return !line->is_settled && line->gap == 0.0 && line->right <= max_label_share * layout->width &&
           !samsok_line_ends_sentence(line->text, line->len) &&
           !samsok_marker_read(line->text, line->len, &marker);
}

/* The first record behind the labels that begin at `start`; `start` if they are none. */
static guint labels_end(const SamsokLines *lines, const SamsokLayout *layout, guint start)
{
    const SamsokLine *above = samsok_lines_at(lines, start - 1);
    bool breaks_off = above->right >= min_row_share * layout->width && !above->is_settled &&
                      !samsok_line_ends_sentence(above->text, above->len);
    if (!breaks_off || !samsok_line_starts_upper(samsok_lines_at(lines, start))) {
        return start;
    }
    guint end = start;
    while (end < samsok_lines_len(lines) && end - start <= MAX_LABEL_ROWS &&
           is_label(samsok_lines_at(lines, end), layout)) {
        end++;
    }
    if (end == samsok_lines_len(lines) || end - start < MIN_LABEL_ROWS) {
        return start;
    }
    const SamsokLine *below = samsok_lines_at(lines, end);
    bool goes_on = samsok_line_starts_lower(below) && below->right >= min_row_share * layout->width;
    return goes_on ? end : start;
}

void samsok_labels_mark(SamsokLines *lines, const SamsokLayout *layout)
{
    if (layout->flow != SAMSOK_FLOW_WRAPPED) {
        return;
    }
    guint i = 1;
    while (i < samsok_lines_len(lines)) {
        guint end = is_label(samsok_lines_at(lines, i), layout) ? labels_end(lines, layout, i) : i;
        for (guint k = i; k < end; k++) {
            SamsokLine *line = samsok_lines_at(lines, k);
            line->kind = SAMSOK_BLOCK_CAPTION;
            line->is_settled = true;
            line->opens = k == i;
        }
        i = end > i ? end : i + 1;
    }
}
