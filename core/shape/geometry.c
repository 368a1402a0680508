/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures printed lines. */
#include "config.h"

#include "core/shape/geometry.h"

#include <string.h>

/* Histograms: font sizes in quarter points, pitches in fiftieths of the size, edges in points. */
enum { SIZE_STEPS = 400, PITCH_STEPS = 150, EDGE_STEPS = 2000 };
static const double size_step = 0.25;
static const double pitch_step = 0.02;
/* Rows nearer than this are one row, further than that have space between them. */
static const double min_pitch = 0.9;
/* Line numbers are set so much smaller than the text at least. */
static const double max_margin_share = 0.7;
/* The pitch of single spacing, where no two rows tell. */
static const double default_pitch = 1.2;
/* Records that share this much of the smaller height stand on one row. */
static const double shared_height = 0.5;
/* A label set at half the height of its cell stands beside two rows, a little of each. */
static const double label_height = 0.2;
/* A row of so many records that none beyond is looked at; a table has no more columns. */
enum { MAX_BESIDE = 64 };
/* Rows with leaders that make a page one of contents. */
enum { MIN_LED_ROWS = 3 };

static guint step_of(double value, double step, guint steps)
{
    double at = value / step + 0.5;
    return at <= 0.0 ? 0 : (guint)MIN(at, (double)(steps - 1));
}

static guint mode(const guint *counts, guint len)
{
    guint best = 0;
    for (guint i = 1; i < len; i++) {
        best = counts[i] > counts[best] ? i : best;
    }
    return best;
}

/* Letters: the dots of contents lines are many and say nothing of the text. */
static guint letter_bytes(const SamsokLine *line)
{
    guint count = 0;
    for (guint i = 0; i < line->len; i++) {
        count += g_ascii_isalpha(line->text[i]) ? 1 : 0;
    }
    return count;
}

static double body_size(const SamsokLines *lines)
{
    guint counts[SIZE_STEPS] = {0};
    for (guint i = 0; i < samsok_lines_len(lines); i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        counts[step_of(line->size, size_step, SIZE_STEPS)] += letter_bytes(line);
    }
    counts[0] = 0; /* unknown */
    return mode(counts, SIZE_STEPS) * size_step;
}

static double bottom(const SamsokLine *line)
{
    return line->top + line->height;
}

/* Distance of two rows in multiples of their size; 0 where they are not one above the other. */
static double pitch(const SamsokLine *above, const SamsokLine *line)
{
    double size = (above->size + line->size) / 2;
    bool is_below = above->page == line->page && size > 0.0 && bottom(line) > bottom(above);
    return is_below ? (bottom(line) - bottom(above)) / size : 0.0;
}

static double usual_pitch(const SamsokLines *lines)
{
    guint counts[PITCH_STEPS] = {0};
    for (guint i = 1; i < samsok_lines_len(lines); i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        double p = line->same_row ? 0.0 : pitch(samsok_lines_at(lines, i - 1), line);
        if (p >= min_pitch) {
            counts[step_of(p, pitch_step, PITCH_STEPS)] += line->len;
        }
    }
    counts[PITCH_STEPS - 1] = 0;
    guint best = mode(counts, PITCH_STEPS);
    return counts[best] == 0 ? default_pitch : best * pitch_step;
}

static double right_edge(const SamsokLines *lines, double size)
{
    g_autofree guint *counts = g_new0(guint, EDGE_STEPS);
    guint rows = 0;
    for (guint i = 0; i < samsok_lines_len(lines); i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        if (ABS(line->size - size) <= 1.0) {
            counts[step_of(line->right, 1.0, EDGE_STEPS)]++;
            rows++;
        }
    }
    guint seen = 0;
    for (guint i = 0; i < EDGE_STEPS; i++) {
        seen += counts[i];
        if (seen >= 0.9 * rows) {
            return i;
        }
    }
    return EDGE_STEPS;
}

void samsok_geometry_set_gaps(SamsokLines *lines)
{
    double usual = usual_pitch(lines);
    for (guint i = 0; i < samsok_lines_len(lines); i++) {
        SamsokLine *line = samsok_lines_at(lines, i);
        const SamsokLine *above = i > 0 ? samsok_lines_at(lines, i - 1) : NULL;
        line->starts_page = above == NULL || above->page != line->page;
        line->starts_column = !line->starts_page && !line->same_row && bottom(line) < bottom(above);
        if (!line->same_row && !line->starts_page && !line->starts_column) {
            line->gap = MAX(pitch(above, line) / usual - 1.0, 0.0);
        }
    }
}

static bool is_number(const SamsokLine *line)
{
    for (guint i = 0; i < line->len; i++) {
        if (!g_ascii_isdigit(line->text[i])) {
            return false;
        }
    }
    return true;
}

void samsok_geometry_mark_margins(SamsokLines *lines, const SamsokLayout *layout)
{
    bool before = false;
    for (guint i = 0; i < samsok_lines_len(lines); i++) {
        SamsokLine *line = samsok_lines_at(lines, i);
        bool is_margin = !line->is_settled && !line->same_row && is_number(line) &&
                         line->size <= max_margin_share * layout->body_size;
        if (is_margin) {
            line->kind = SAMSOK_BLOCK_FURNITURE;
            line->is_settled = true;
            line->opens = !before;
        }
        before = is_margin;
    }
}

typedef struct {
    guint index;
    const SamsokLine *line;
    double row; /* where its printed row begins */
} Placed;

static gint compare(double left, double right)
{
    return left < right ? -1 : left > right ? 1 : 0;
}

static gint by_foot(gconstpointer a, gconstpointer b)
{
    return compare(bottom(((const Placed *)a)->line), bottom(((const Placed *)b)->line));
}

static gint by_row_and_left(gconstpointer a, gconstpointer b)
{
    const Placed *left = a;
    const Placed *right = b;
    gint order = compare(left->row, right->row);
    return order != 0 ? order : compare(left->line->left, right->line->left);
}

static bool is_on_row(const SamsokLine *a, const SamsokLine *b, double share)
{
    double shared = MIN(bottom(a), bottom(b)) - MAX(a->top, b->top);
    return shared > 0.0 && shared >= share * MIN(a->height, b->height);
}

/* The first record behind the page that begins at `start`. */
static guint page_end(const SamsokLines *lines, guint start)
{
    guint end = start;
    while (end < samsok_lines_len(lines) &&
           samsok_lines_at(lines, end)->page == samsok_lines_at(lines, start)->page) {
        end++;
    }
    return end;
}

/* The page's records from head to foot, furniture left out: those stay where they are. */
static GArray *place_page(const SamsokLines *lines, guint start, guint end)
{
    GArray *placed = g_array_new(FALSE, FALSE, sizeof(Placed));
    for (guint i = start; i < end; i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        if (line->kind != SAMSOK_BLOCK_FURNITURE) {
            Placed place = {.index = i, .line = line, .row = 0.0};
            g_array_append_val(placed, place);
        }
    }
    g_array_sort(placed, by_foot);
    return placed;
}

static bool is_label(const GArray *placed, guint at, double middle)
{
    const SamsokLine *line = g_array_index(placed, Placed, at).line;
    guint beside = 0;
    bool leads = false;
    guint first = at > MAX_BESIDE ? at - MAX_BESIDE : 0;
    guint end = MIN(placed->len, at + MAX_BESIDE);
    for (guint i = first; i < end; i++) {
        const SamsokLine *other = g_array_index(placed, Placed, i).line;
        if (i == at || !is_on_row(line, other, label_height)) {
            continue;
        }
        beside += other->left >= line->right || other->right <= line->left ? 1 : 0;
        leads = leads || (other->left >= line->right && other->left < middle);
    }
    return leads || beside > 1;
}

void samsok_geometry_mark_labels(SamsokLines *lines, const SamsokLayout *layout)
{
    for (guint start = 0; start < samsok_lines_len(lines); start = page_end(lines, start)) {
        g_autoptr(GArray) placed = place_page(lines, start, page_end(lines, start));
        for (guint i = 0; i < placed->len; i++) {
            SamsokLine *line = samsok_lines_at(lines, g_array_index(placed, Placed, i).index);
            line->is_label = is_label(placed, i, layout->width / 2);
        }
    }
}

static bool has_leaders(const SamsokLine *line)
{
    return g_strstr_len(line->text, (gssize)line->len, "....") != NULL ||
           g_strstr_len(line->text, (gssize)line->len, ". . . .") != NULL;
}

/* Puts the records of one page into the order of their rows. */
static void sort_page(SamsokLines *lines, guint start, guint end)
{
    g_autoptr(GArray) placed = place_page(lines, start, end);
    for (guint i = 0; i < placed->len; i++) {
        Placed *place = &g_array_index(placed, Placed, i);
        bool goes_on = i > 0 && is_on_row((place - 1)->line, place->line, shared_height);
        place->row = goes_on ? (place - 1)->row : bottom(place->line);
    }
    g_array_sort(placed, by_row_and_left);
    g_autofree SamsokLine *sorted = g_new(SamsokLine, end - start);
    for (guint i = 0; i < placed->len; i++) {
        const Placed *place = &g_array_index(placed, Placed, i);
        sorted[i] = *place->line;
        sorted[i].same_row = i > 0 && (place - 1)->row == place->row;
    }
    guint at = placed->len;
    for (guint i = start; i < end; i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        if (line->kind == SAMSOK_BLOCK_FURNITURE) {
            sorted[at++] = *line;
        }
    }
    memcpy(samsok_lines_at(lines, start), sorted, (end - start) * sizeof *sorted);
}

void samsok_geometry_sort_contents(SamsokLines *lines)
{
    guint end = 0;
    for (guint start = 0; start < samsok_lines_len(lines); start = end) {
        guint led = 0;
        end = page_end(lines, start);
        for (guint i = start; i < end; i++) {
            led += has_leaders(samsok_lines_at(lines, i)) ? 1 : 0;
        }
        if (led >= MIN_LED_ROWS) {
            sort_page(lines, start, end);
        }
    }
}

SamsokLayout samsok_geometry_measure(const SamsokLines *lines)
{
    SamsokLayout layout = {.flow = SAMSOK_FLOW_WRAPPED, .has_geometry = true};
    layout.body_size = body_size(lines);
    layout.width = MAX(right_edge(lines, layout.body_size), 1.0);
    return layout;
}
