/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures and undoes the spacing of plain text. */
#include "config.h"

#include "core/shape/spacing.h"

#include "core/shape/marker.h"

/* Measured: wrapped Norwegian prose begins 0.6 to 0.8 of its rows with a small letter, texts with a
 * paragraph or a sentence a line less than 0.05, laws and lists up to 0.15. */
static const double min_wrapped_share = 0.25;
/* Rows wider than this are paragraphs: nobody wraps there. */
enum { MAX_WRAPPED_COLUMNS = 180 };
/* Below this many rows, double spacing cannot be told from short paragraphs. */
enum { MIN_DOUBLE_ROWS = 6, MAX_USUAL_BLANKS = 3 };
/* A page has more rows than this; fewer need another sign than the blank. */
enum { MIN_PAGE_ROWS = 6 };
/* Counts of blanks per line are kept up to these. */
enum { MAX_TRAILING = 8, MAX_COLUMNS = 400 };

typedef struct {
    guint rows;
    guint pairs[MAX_USUAL_BLANKS + 1];     /* rows with that many empty lines above */
    guint lower_pairs[MAX_USUAL_BLANKS + 1]; /* of these, rows that begin with a small letter */
    guint trailing[MAX_TRAILING + 1];
    guint columns[MAX_COLUMNS + 1];
} Census;

static bool has_marker(const SamsokLine *line)
{
    SamsokMarker marker;
    return samsok_marker_read(line->text, line->len, &marker);
}

static void count_row(Census *census, const SamsokLines *lines, guint i)
{
    const SamsokLine *line = samsok_lines_at(lines, i);
    const SamsokLine *last = samsok_lines_at(lines, samsok_lines_row_end(lines, i) - 1);
    census->rows++;
    census->trailing[MIN(last->trailing, MAX_TRAILING)]++;
    census->columns[(guint)MIN(last->right, (double)MAX_COLUMNS)]++;
    if (i == 0 || line->blank_lines > MAX_USUAL_BLANKS || has_marker(line)) {
        return;
    }
    census->pairs[line->blank_lines]++;
    census->lower_pairs[line->blank_lines] += samsok_line_starts_lower(line) ? 1 : 0;
}

static guint mode(const guint *counts, guint len)
{
    guint best = 0;
    for (guint i = 1; i < len; i++) {
        best = counts[i] > counts[best] ? i : best;
    }
    return best;
}

/* The count of empty lines over which sentences run on, if it is the rule and not the exception. */
static guint usual_blanks(const Census *census)
{
    guint all = 0;
    for (guint i = 0; i <= MAX_USUAL_BLANKS; i++) {
        all += census->pairs[i];
    }
    guint usual = mode(census->lower_pairs, MAX_USUAL_BLANKS + 1);
    bool is_rule = census->rows >= MIN_DOUBLE_ROWS && 2 * census->pairs[usual] > all &&
                   census->lower_pairs[usual] > min_wrapped_share * census->pairs[usual];
    return is_rule ? usual : 0;
}

static double percentile(const Census *census, double share)
{
    guint seen = 0;
    for (guint i = 0; i <= MAX_COLUMNS; i++) {
        seen += census->columns[i];
        if (seen >= share * census->rows) {
            return i;
        }
    }
    return MAX_COLUMNS;
}

SamsokLayout samsok_spacing_measure(const SamsokLines *lines)
{
    Census census = {0};
    for (guint i = 0; i < samsok_lines_len(lines); i = samsok_lines_row_end(lines, i)) {
        if (!samsok_lines_at(lines, i)->is_settled) {
            count_row(&census, lines, i);
        }
    }
    SamsokLayout layout = {.flow = SAMSOK_FLOW_PARAGRAPHS};
    if (census.rows == 0) {
        return layout;
    }
    layout.usual_blanks = usual_blanks(&census);
    layout.usual_trailing = mode(census.trailing, MAX_TRAILING + 1);
    layout.width = percentile(&census, 0.9);
    guint pairs = census.pairs[layout.usual_blanks];
    guint lower = census.lower_pairs[layout.usual_blanks];
    if (pairs > 0 && lower >= min_wrapped_share * pairs && layout.width <= MAX_WRAPPED_COLUMNS) {
        layout.flow = SAMSOK_FLOW_WRAPPED;
    }
    return layout;
}

void samsok_spacing_undo(SamsokLines *lines, const SamsokLayout *layout)
{
    guint usual = layout->usual_blanks;
    for (guint i = 0; i < samsok_lines_len(lines); i++) {
        SamsokLine *line = samsok_lines_at(lines, i);
        line->gap = line->blank_lines > usual ? (double)(line->blank_lines - usual) / (usual + 1) : 0.0;
        line->starts_page = i == 0 || samsok_lines_at(lines, i - 1)->page != line->page;
    }
}

static bool may_start_page(const SamsokLines *lines, guint i)
{
    const SamsokLine *line = samsok_lines_at(lines, i);
    return i > 0 && !line->same_row && line->blank_lines == 0 && line->left == 1.0;
}

/* A sign besides the blank: a sentence goes on, an item or numbered heading begins, or the row is
 * long enough to be running text. A name under a letter has none. */
static bool is_sure_start(const SamsokLines *lines, guint i, double width)
{
    const SamsokLine *line = samsok_lines_at(lines, i);
    const SamsokLine *before = samsok_lines_at(lines, i - 1);
    SamsokNumber number;
    bool goes_on = samsok_line_starts_lower(line) && !samsok_line_ends_sentence(before->text, before->len);
    return goes_on || has_marker(line) || samsok_number_read(line->text, line->len, &number) ||
           samsok_is_section_name(line->text, line->len) || line->right > 0.6 * width;
}

static guint rows_between(const SamsokLines *lines, guint start, guint end)
{
    guint rows = 0;
    for (guint i = start; i < end; i = samsok_lines_row_end(lines, i)) {
        rows++;
    }
    return rows;
}

/* The candidates that hold: an unsure one falls when the page it would begin has hardly a row. */
static GArray *page_starts(const SamsokLines *lines, double width)
{
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < samsok_lines_len(lines); i++) {
        if (may_start_page(lines, i)) {
            g_array_append_val(candidates, i);
        }
    }
    GArray *starts = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint k = 0; k < candidates->len; k++) {
        guint start = g_array_index(candidates, guint, k);
        guint end = k + 1 < candidates->len ? g_array_index(candidates, guint, k + 1) : G_MAXUINT;
        bool is_short = end != G_MAXUINT && rows_between(lines, start, end) < MIN_PAGE_ROWS;
        if (!is_short || is_sure_start(lines, start, width)) {
            g_array_append_val(starts, start);
        }
    }
    return starts;
}

guint samsok_spacing_pages(SamsokLines *lines, const SamsokLayout *layout)
{
    if (layout->usual_blanks == 0) {
        return 0;
    }
    g_autoptr(GArray) starts = page_starts(lines, layout->width);
    guint rows = rows_between(lines, 0, samsok_lines_len(lines));
    /* Where every third line begins so, the blank is an indent. */
    if (starts->len == 0 || 3 * starts->len > rows) {
        return 0;
    }
    guint page = 1;
    for (guint i = 0; i < samsok_lines_len(lines); i++) {
        SamsokLine *line = samsok_lines_at(lines, i);
        line->starts_page = i == 0;
        if (page <= starts->len && g_array_index(starts, guint, page - 1) == i) {
            page++;
            line->starts_page = true;
        }
        line->page = page;
    }
    return page;
}
