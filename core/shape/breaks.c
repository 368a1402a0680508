/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides for each row whether it goes on with the block above or opens one. */
#include "config.h"

#include "core/shape/breaks.h"

#include "core/shape/list.h"
#include "core/shape/marker.h"

/* Shares of the full width by which a row must fall short to have been ended on purpose, after a
 * full stop and without one. In proportional type set as plain text, rows of one paragraph differ by
 * a tenth; measured on double-spaced reports, ends on purpose begin at 0.13 and 0.21. */
static const double ended_slack = 0.12;
static const double open_slack = 0.18;
/* Space above, in rows, that a reader sees. */
static const double visible_gap = 0.3;
/* Font sizes of one paragraph differ by less, in points: half a row of italics or a quotation. */
static const double max_size_difference = 0.9;
static const double large_share = 1.1;
/* Centred lines of plain text begin this far in, in characters, at least. */
static const double min_centred_left = 4.0;
/* A heading's rows stand nearer to each other than this, in rows of space. */
static const double max_heading_gap = 0.5;
/* A stretch of fewer rows does not show how wide its rows may be. */
enum { MIN_STRETCH_ROWS = 3 };

typedef struct {
    SamsokLines *lines;
    const SamsokLayout *layout;
    SamsokList list;
    double right;      /* the edge that full rows reach here */
    guint stretch_end; /* first record for which `right` does not hold */
} Breaks;

/* Rows from `start` on without space or marker between them, as wide as each other: their edge. */
static void measure_stretch(Breaks *breaks, guint start)
{
    guint rows = 0;
    double right = 0.0;
    guint i = start;
    while (i < samsok_lines_len(breaks->lines)) {
        const SamsokLine *line = samsok_lines_at(breaks->lines, i);
        SamsokMarker marker;
        bool is_new = line->gap > visible_gap || line->starts_column ||
                      samsok_marker_read(line->text, line->len, &marker);
        if (i > start && is_new) {
            break;
        }
        i = samsok_lines_row_end(breaks->lines, i);
        right = MAX(right, samsok_lines_at(breaks->lines, i - 1)->right);
        rows++;
    }
    bool shows_edge = rows >= MIN_STRETCH_ROWS && right > breaks->layout->width / 2;
    breaks->right = shows_edge ? MIN(right, breaks->layout->width) : breaks->layout->width;
    breaks->stretch_end = i;
}

/* Would the first word of `line` have fitted on the row that `last` ends? */
static bool ended_on_purpose(const Breaks *breaks, const SamsokLine *last, const SamsokLine *line, bool ended)
{
    double word = (samsok_line_first_word_chars(line) + 1) * samsok_line_char_width(line);
    double slack = (breaks->right - last->right - word) / breaks->layout->width;
    bool has_trailing = ended && last->trailing > breaks->layout->usual_trailing;
    return has_trailing || slack > (ended ? ended_slack : open_slack);
}

/* Larger than the text by so much: set as a heading. */
static bool is_large(const Breaks *breaks, const SamsokLine *line)
{
    return breaks->layout->body_size > 0.0 && line->size > large_share * breaks->layout->body_size;
}

static bool looks_alike(const SamsokLine *a, const SamsokLine *b)
{
    return ABS(a->size - b->size) <= max_size_difference && a->is_bold == b->is_bold;
}

static SamsokRowAbove row_above(const Breaks *breaks, guint i)
{
    const SamsokLine *line = samsok_lines_at(breaks->lines, i);
    if (i == 0) {
        return (SamsokRowAbove){.is_top = true, .is_apart = true};
    }
    const SamsokLine *last = samsok_lines_at(breaks->lines, i - 1);
    bool ended = samsok_line_ends_sentence(last->text, last->len);
    bool looks_new = breaks->layout->has_geometry && !looks_alike(last, line);
    return (SamsokRowAbove){.ended = ended,
                            .has_colon = samsok_line_last_char(last->text, last->len) == ':',
                            .is_apart = line->gap > visible_gap || last->is_settled || looks_new ||
                                        ended_on_purpose(breaks, last, line, ended)};
}

/* «Innhold» at the head of a page, where plain text has no space to show it. */
static bool opens_page_by_name(const Breaks *breaks, const SamsokLine *line)
{
    return !breaks->layout->has_geometry && line->starts_page && samsok_is_section_name(line->text, line->len);
}

/* Two rows of plain text with one middle and different edges: lines of a title page. */
static bool is_centred(const Breaks *breaks, const SamsokLine *above, const SamsokLine *line)
{
    double middle = (line->left + line->right) / 2;
    return !breaks->layout->has_geometry && MIN(above->left, line->left) >= min_centred_left &&
           ABS(above->left - line->left) > 1.0 && ABS((above->left + above->right) / 2 - middle) <= 1.0;
}

static bool opens_paragraph(const Breaks *breaks, guint i, const SamsokRowAbove *above)
{
    const SamsokLine *line = samsok_lines_at(breaks->lines, i);
    const SamsokLine *last = i > 0 ? samsok_lines_at(breaks->lines, i - 1) : NULL;
    if (last == NULL || last->is_settled) {
        return true;
    }
    bool is_heading = is_large(breaks, line) || is_large(breaks, last);
    if (is_heading) {
        return !looks_alike(last, line) || line->gap > max_heading_gap || line->starts_page;
    }
    if (line->gap > visible_gap || opens_page_by_name(breaks, line) || is_centred(breaks, last, line)) {
        return true;
    }
    bool goes_on = samsok_line_starts_lower(line);
    if (breaks->layout->flow == SAMSOK_FLOW_PARAGRAPHS) {
        return !goes_on || above->ended;
    }
    return !goes_on && above->is_apart;
}

/* A quotation as title of a newspaper's text, "– Vi må samarbeide": its dash opens no list. */
static bool is_spoken_title(const Breaks *breaks, guint i, const SamsokMarker *marker)
{
    guint next = samsok_lines_row_end(breaks->lines, i);
    if (i > 0 || marker->kind != SAMSOK_MARKER_DASH || next == samsok_lines_len(breaks->lines)) {
        return false;
    }
    const SamsokLine *below = samsok_lines_at(breaks->lines, next);
    SamsokMarker other;
    return !samsok_marker_read(below->text, below->len, &other) || other.kind != SAMSOK_MARKER_DASH;
}

static void mark_row(Breaks *breaks, guint i)
{
    SamsokLine *line = samsok_lines_at(breaks->lines, i);
    SamsokRowAbove above = row_above(breaks, i);
    SamsokMarker marker;
    SamsokNumber number;
    if (samsok_marker_read(line->text, line->len, &marker) && !is_spoken_title(breaks, i, &marker) &&
        samsok_list_accepts(&breaks->list, breaks->layout, line, &marker, &above)) {
        line->opens = true;
        line->kind = SAMSOK_BLOCK_LIST_ITEM;
        line->mark_len = marker.len;
        line->level = samsok_list_add(&breaks->list, line, &marker, &above);
        return;
    }
    if (samsok_is_caption(line->text, line->len) && (above.is_apart || above.ended)) {
        line->opens = true;
        line->kind = SAMSOK_BLOCK_CAPTION;
    } else if (samsok_number_read(line->text, line->len, &number) && (above.is_apart || above.ended)) {
        line->opens = true;
    } else {
        line->opens = opens_paragraph(breaks, i, &above);
    }
    if (line->opens) {
        samsok_list_interrupt(&breaks->list);
    }
}

void samsok_breaks_mark(SamsokLines *lines, const SamsokLayout *layout)
{
    Breaks breaks = {.lines = lines, .layout = layout};
    for (guint i = 0; i < samsok_lines_len(lines); i = samsok_lines_row_end(lines, i)) {
        if (i >= breaks.stretch_end) {
            measure_stretch(&breaks, i);
        }
        const SamsokLine *line = samsok_lines_at(lines, i);
        if (!line->is_settled) {
            mark_row(&breaks, i);
        } else if (line->kind == SAMSOK_BLOCK_HEADING) {
            samsok_list_interrupt(&breaks.list);
        }
    }
}
