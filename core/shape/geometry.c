/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures printed lines. */
#include "config.h"

#include "core/shape/geometry.h"

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

SamsokLayout samsok_geometry_measure(const SamsokLines *lines)
{
    SamsokLayout layout = {.flow = SAMSOK_FLOW_WRAPPED, .has_geometry = true};
    layout.body_size = body_size(lines);
    layout.width = MAX(right_edge(lines, layout.body_size), 1.0);
    return layout;
}
