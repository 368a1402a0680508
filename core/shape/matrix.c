/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the cells of a linearised matrix. */
#include "config.h"

#include "core/shape/matrix.h"

#include <string.h>

/* Cells are narrow: a part of the text's width. */
static const double max_cell_share = 0.5;
/* Larger ones are no matrix; the search for cell ends is quadratic in the rows of one label. */
enum { MAX_COLUMNS = 8, MAX_LABEL_ROWS = 80 };
/* Weight of a row above that ends without full stop, in blank rows. */
static const double open_end_weight = 1.5;
/* Weight of uneven cells: less than any of the other signs, so that it only breaks ties. */
static const double uneven_weight = 0.2;

/* The rows under one label. */
typedef struct {
    SamsokLines *lines;
    guint first; /* first record below the label */
    guint end;
    guint columns;
} LabelRow;

/* The word of a label "Trinn 4" without its number; 0 if `line` is none. */
static guint label_word_len(const SamsokLine *line)
{
    const char *blank = memchr(line->text, ' ', line->len);
    if (blank == NULL || !samsok_line_starts_upper(line)) {
        return 0;
    }
    guint word = (guint)(blank - line->text);
    guint i = word + 1;
    while (i < line->len && g_ascii_isalnum(line->text[i]) && i - word <= 4) {
        i++;
    }
    bool is_number = g_ascii_isdigit(line->text[word + 1]) || g_ascii_isupper(line->text[word + 1]);
    return i == line->len && i > word + 1 && is_number ? word : 0;
}

static bool is_same_label(const SamsokLine *a, const SamsokLine *b)
{
    guint len = label_word_len(a);
    return len > 0 && len == label_word_len(b) && strncmp(a->text, b->text, len) == 0;
}

static bool is_narrow(const SamsokLine *line, const SamsokLayout *layout)
{
    return line->right - line->left <= max_cell_share * layout->width;
}

/* How good a cell boundary lies above record `i`; negative if none can. */
static double boundary_score(const SamsokLines *lines, guint i)
{
    const SamsokLine *line = samsok_lines_at(lines, i);
    const SamsokLine *above = samsok_lines_at(lines, i - 1);
    gunichar first = g_utf8_get_char(line->text);
    if (!g_unichar_isupper(first) && !g_unichar_isdigit(first) && first != 0xAB) {
        return -1.0;
    }
    bool is_open = !samsok_line_ends_sentence(above->text, above->len);
    return line->gap + (is_open ? open_end_weight : 0.0);
}

/* Score of a cell of `size` rows where `even` would be fair. */
static double cell_score(guint size, double even)
{
    return -uneven_weight * ABS(size - even) / even;
}

/* best[c][k]: the best score of c cells in the first k rows; from[c][k]: where the last begins. */
static void search(const LabelRow *row, guint size, double *best, guint *from)
{
    double even = (double)size / row->columns;
    guint stride = size + 1;
    for (guint c = 1; c <= row->columns; c++) {
        for (guint k = c; k <= size; k++) {
            best[c * stride + k] = -G_MAXDOUBLE;
            for (guint start = c - 1; start < k; start++) {
                double score = c == 1 ? 0.0 : boundary_score(row->lines, row->first + start);
                bool is_possible = c == 1 ? start == 0 : score >= 0.0;
                double sum = best[(c - 1) * stride + start] + score + cell_score(k - start, even);
                if (is_possible && best[(c - 1) * stride + start] > -G_MAXDOUBLE && sum > best[c * stride + k]) {
                    best[c * stride + k] = sum;
                    from[c * stride + k] = start;
                }
            }
        }
    }
}

/* Gives each record its cell; false if the rows cannot be parted into that many cells. */
static bool assign_cells(const LabelRow *row, guint *cells)
{
    guint size = row->end - row->first;
    if (size < row->columns || size > MAX_LABEL_ROWS) {
        return false;
    }
    guint stride = size + 1;
    g_autofree double *best = g_new(double, (gsize)(row->columns + 1) * stride);
    g_autofree guint *from = g_new0(guint, (gsize)(row->columns + 1) * stride);
    for (guint k = 0; k <= size; k++) {
        best[k] = k == 0 ? 0.0 : -G_MAXDOUBLE;
    }
    for (guint i = stride; i < (row->columns + 1) * stride; i++) {
        best[i] = -G_MAXDOUBLE;
    }
    search(row, size, best, from);
    if (best[row->columns * stride + size] <= -G_MAXDOUBLE) {
        return false;
    }
    guint end = size;
    for (guint c = row->columns; c > 0; c--) {
        guint start = from[c * stride + end];
        for (guint k = start; k < end; k++) {
            cells[k] = c;
        }
        end = start;
    }
    return true;
}

static void settle(SamsokLine *line, guint cell, bool opens)
{
    line->kind = SAMSOK_BLOCK_TABLE_ROW;
    line->is_settled = true;
    line->opens = opens;
    line->cell = cell;
}

static guint next_label(const SamsokLines *lines, guint label, guint end)
{
    guint i = label + 1;
    while (i < end && !is_same_label(samsok_lines_at(lines, label), samsok_lines_at(lines, i))) {
        i++;
    }
    return i;
}

/* Parts the rows from `first` to `end` at their labels, all or none. */
static bool settle_rows(SamsokLines *lines, guint first, guint end, guint columns)
{
    g_autofree guint *cells = g_new0(guint, end - first);
    guint labels = 0;
    for (guint label = first; label < end; label = next_label(lines, label, end)) {
        LabelRow row = {.lines = lines, .first = label + 1, .end = next_label(lines, label, end), .columns = columns};
        if (label_word_len(samsok_lines_at(lines, label)) == 0 || !assign_cells(&row, cells + (row.first - first))) {
            return false;
        }
        labels++;
    }
    if (labels < 2) {
        return false;
    }
    guint label = first;
    for (guint i = first; i < end; i++) {
        bool is_label = i == label;
        if (is_label) {
            label = next_label(lines, label, end);
        }
        settle(samsok_lines_at(lines, i), is_label ? 0 : cells[i - first], is_label);
    }
    return true;
}

guint samsok_matrix_mark(SamsokLines *lines, const SamsokLayout *layout, guint head)
{
    guint first = samsok_lines_row_end(lines, head);
    guint columns = first - head;
    if (columns < 2 || columns > MAX_COLUMNS) {
        return head;
    }
    guint end = first;
    while (end < samsok_lines_len(lines)) {
        const SamsokLine *line = samsok_lines_at(lines, end);
        bool belongs = !line->is_settled && !line->same_row && is_narrow(line, layout) &&
                       samsok_lines_row_end(lines, end) == end + 1;
        if (!belongs) {
            break;
        }
        end++;
    }
    if (end < first + 2 * columns || !settle_rows(lines, first, end, columns)) {
        return head;
    }
    for (guint i = head; i < first; i++) {
        SamsokLine *line = samsok_lines_at(lines, i);
        settle(line, i - head + 1, i == head);
        line->is_head = true;
    }
    return end;
}
