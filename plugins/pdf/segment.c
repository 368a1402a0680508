/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a line of glyphs into pieces by its gaps. */
#include "config.h"

#include "plugins/pdf/segment.h"

#include <math.h>
#include <string.h>

#include "core/extract/plugin.h"

/* Gaps, in em. Measured on 1589 pages of Norwegian reports and manuals: words stand 0.2 to 0.6 em
 * apart, cells 1 em and more; a list marker or heading number up to 4 em before its text. */
#define LEAST_WORD_GAP 0.1
#define MISSING_BLANK_GAP 0.5
#define LEAST_CELL_GAP 1.0
#define CELL_GAP_PER_WORD_GAP 2.5
#define WIDEST_WORD_GAP 0.7
#define MARKER_SIZE_DIFFERENCE 0.15
/* A raised mark is set at most this large and stands at least this high, relative to its line. */
#define MARK_SIZE 0.8
#define MARK_LEAST_SIZE 0.52
#define MARK_RISE 0.15
/* Of the smaller height: glyphs that share less do not stand on one line. */
#define SHARED_HEIGHT 0.25
/* Line numbers in a margin are set this much smaller than the text and close to it. */
#define MARGIN_SIZE 0.7
#define LEAST_MARGIN_GAP 0.7
/* "•", "3.", "12)", "2.10.3", "B.3.2.5". */
#define MARKER_MAX_GLYPHS 8

/* Font sizes are told apart while they are few; a line has one to three. */
#define SIZES_PER_PIECE 6

static double em_between(const SamsokPdfGlyph *left, const SamsokPdfGlyph *right)
{
    double em = (left->size + right->size) / 2;
    return em > 0 ? em : 10;
}

/* The gap before `right` in em; 0 where the two do not stand side by side from left to right. */
static double gap_between(const SamsokPdfGlyph *left, const SamsokPdfGlyph *right)
{
    bool beside = right->y1 < left->y2 && right->y2 > left->y1 && right->x1 > left->x2;
    return beside ? (right->x1 - left->x2) / em_between(left, right) : 0;
}

/* Whether the two stand on different lines: poppler at times takes a cell of the row below, or a
 * line number far down the margin, into a line. In upright text neighbours share height, in text
 * turned by 90 degrees they share width. */
static bool are_apart(const SamsokPdfGlyph *left, const SamsokPdfGlyph *right)
{
    double shared = fmin(left->y2, right->y2) - fmax(left->y1, right->y1);
    double lower = fmin(left->y2 - left->y1, right->y2 - right->y1);
    bool share_width = left->x1 < right->x2 && right->x1 < left->x2;
    return lower > 0 && shared < lower * SHARED_HEIGHT && !share_width;
}

/* The gap that cuts this line: justified lines have wide gaps everywhere, tables in a few places. */
static double cutting_gap(const SamsokPdfGlyph *glyphs, guint n_glyphs)
{
    double narrowest = WIDEST_WORD_GAP;
    for (guint i = 1; i < n_glyphs; i++) {
        double gap = gap_between(&glyphs[i - 1], &glyphs[i]);
        if (gap >= LEAST_WORD_GAP && gap < narrowest) {
            narrowest = gap;
        }
    }
    return fmax(LEAST_CELL_GAP, narrowest * CELL_GAP_PER_WORD_GAP);
}

static bool is_digit(const SamsokPdfGlyph *glyph)
{
    return glyph->len == 1 && g_ascii_isdigit(*glyph->utf8);
}

static bool is_letter(const SamsokPdfGlyph *glyph)
{
    return g_unichar_isalpha(g_utf8_get_char(glyph->utf8));
}

static bool is_capital(const SamsokPdfGlyph *glyph)
{
    return g_unichar_isupper(g_utf8_get_char(glyph->utf8));
}

static bool is_raised(const SamsokPdfGlyph *glyph, double size, double bottom)
{
    bool small = glyph->size < size * MARK_SIZE && glyph->size > size * MARK_LEAST_SIZE;
    return small && bottom - glyph->y2 > size * MARK_RISE;
}

/* What the glyphs of a piece would be before another piece. */
static SamsokPdfMarker marker_of(const SamsokPdfGlyph *glyphs, guint n_glyphs)
{
    const SamsokPdfGlyph *last = &glyphs[n_glyphs - 1];
    if (n_glyphs > MARKER_MAX_GLYPHS) {
        return SAMSOK_PDF_NO_MARKER;
    }
    /* Word sets the second level's bullet as the letter o of a typewriter font. */
    bool sign = !g_unichar_isalnum(g_utf8_get_char(last->utf8)) || *last->utf8 == 'o';
    if (n_glyphs == 1 && sign) {
        return SAMSOK_PDF_SIGN;
    }
    for (guint i = 0; i < n_glyphs; i++) {
        bool point = glyphs[i].len == 1 && strchr(".()", *glyphs[i].utf8) != NULL;
        bool appendix = i == 0 && n_glyphs > 2 && is_capital(&glyphs[0]) && *glyphs[1].utf8 == '.';
        bool letter = appendix || (i <= 1 && is_letter(&glyphs[i]) && n_glyphs - i <= 2);
        if (!is_digit(&glyphs[i]) && !point && !letter) {
            return SAMSOK_PDF_NO_MARKER;
        }
    }
    if (*last->utf8 == '.' || *last->utf8 == ')') {
        return SAMSOK_PDF_SIGN;
    }
    return is_digit(last) ? SAMSOK_PDF_NUMBER : SAMSOK_PDF_NO_MARKER;
}

/* Whether a marker leads what begins with `next`. A bare number does so only before a word of the
 * same size with a capital ("2  Funn"), or as a raised note mark; a margin's line number, a table's
 * figure or the number of a row of several lines is neither. */
static bool leads(SamsokPdfMarker marker, const SamsokPdfGlyph *last, const SamsokPdfGlyph *next)
{
    switch (marker) {
    case SAMSOK_PDF_NO_MARKER:
        return false;
    case SAMSOK_PDF_SIGN:
        return true;
    case SAMSOK_PDF_NUMBER:
        break;
    }
    bool same_size = fabs(last->size - next->size) <= MARKER_SIZE_DIFFERENCE * next->size;
    return is_raised(last, next->size, next->y2) || (same_size && is_capital(next));
}

/* The font size of most glyphs. */
static double main_size(const SamsokPdfGlyph *glyphs, guint n_glyphs)
{
    double sizes[SIZES_PER_PIECE] = {0};
    guint counts[SIZES_PER_PIECE] = {0};
    guint best = 0;
    for (guint i = 0; i < n_glyphs; i++) {
        guint k = 0;
        while (k + 1 < SIZES_PER_PIECE && counts[k] > 0 && fabs(sizes[k] - glyphs[i].size) > 0.01) {
            k++;
        }
        sizes[k] = glyphs[i].size;
        counts[k]++;
        best = counts[k] > counts[best] ? k : best;
    }
    return sizes[best];
}

static double bottom_of_size(const SamsokPdfGlyph *glyphs, guint n_glyphs, double size)
{
    for (guint i = 0; i < n_glyphs; i++) {
        if (fabs(glyphs[i].size - size) <= 0.01) {
            return glyphs[i].y2;
        }
    }
    return glyphs[0].y2;
}

static void append_superscript(GString *text, char digit)
{
    static const char *const digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    g_string_append(text, digits[digit - '0']);
}

static void measure_box(const SamsokPdfGlyph *glyphs, guint n_glyphs, SamsokPdfPiece *piece)
{
    double left = glyphs[0].x1;
    double top = glyphs[0].y1;
    double right = glyphs[0].x2;
    double bottom = glyphs[0].y2;
    for (guint i = 1; i < n_glyphs; i++) {
        left = fmin(left, glyphs[i].x1);
        top = fmin(top, glyphs[i].y1);
        right = fmax(right, glyphs[i].x2);
        bottom = fmax(bottom, glyphs[i].y2);
    }
    piece->x = left;
    piece->y = top;
    piece->width = right - left;
    piece->height = bottom - top;
}

static void append_piece(const SamsokPdfGlyph *glyphs, guint n_glyphs, GString *text, GArray *pieces)
{
    SamsokPdfPiece piece = {.start = text->len,
                            .size = main_size(glyphs, n_glyphs),
                            .marker = marker_of(glyphs, n_glyphs),
                            .begins_with_capital = is_capital(&glyphs[0])};
    double bottom = bottom_of_size(glyphs, n_glyphs, piece.size);
    guint bold = 0;
    guint italic = 0;
    for (guint i = 0; i < n_glyphs; i++) {
        const SamsokPdfGlyph *glyph = &glyphs[i];
        bool gap = i > 0 && gap_between(glyph - 1, glyph) >= MISSING_BLANK_GAP;
        if (i > 0 && (glyph->blank_before || gap)) {
            g_string_append_c(text, ' ');
        }
        if (is_digit(glyph) && is_raised(glyph, piece.size, bottom)) {
            append_superscript(text, *glyph->utf8);
            piece.flags |= i == 0 ? SAMSOK_RUN_SUPERSCRIPT : 0;
        } else {
            g_string_append_len(text, glyph->utf8, glyph->len);
        }
        bold += (glyph->flags & SAMSOK_RUN_BOLD) != 0 ? 1 : 0;
        italic += (glyph->flags & SAMSOK_RUN_ITALIC) != 0 ? 1 : 0;
    }
    piece.len = text->len - piece.start;
    piece.flags |= bold * 2 > n_glyphs ? SAMSOK_RUN_BOLD : 0;
    piece.flags |= italic * 2 > n_glyphs ? SAMSOK_RUN_ITALIC : 0;
    measure_box(glyphs, n_glyphs, &piece);
    g_array_append_val(pieces, piece);
}

/* Whether the line is cut between glyphs[at - 1] and glyphs[at], in a piece that begins at `start`. */
static bool is_cut(const SamsokPdfGlyph *glyphs, guint start, guint at, double cut)
{
    const SamsokPdfGlyph *left = &glyphs[at - 1];
    const SamsokPdfGlyph *right = &glyphs[at];
    if (are_apart(left, right)) {
        return true;
    }
    double gap = gap_between(left, right);
    bool margin = left->size < right->size * MARGIN_SIZE && !is_raised(left, right->size, right->y2);
    if (margin && gap >= LEAST_MARGIN_GAP) {
        return true;
    }
    if (gap < cut) {
        return false;
    }
    return gap > SAMSOK_PDF_WIDEST_MARKER_GAP ||
           !leads(marker_of(&glyphs[start], at - start), left, right);
}

bool samsok_pdf_piece_leads(const SamsokPdfPiece *marker, const SamsokPdfPiece *next)
{
    double gap = next->x - (marker->x + marker->width);
    double shared = fmin(marker->y + marker->height, next->y + next->height) -
                    fmax(marker->y, next->y);
    bool beside = gap >= 0 && gap <= SAMSOK_PDF_WIDEST_MARKER_GAP * next->size &&
                  shared > fmin(marker->height, next->height) / 2;
    /* One or two letters are a code in a table's cell. */
    bool is_text = next->marker == SAMSOK_PDF_NO_MARKER && next->len > 2;
    if (!beside || !is_text) {
        return false;
    }
    SamsokPdfGlyph last = {.size = marker->size, .y2 = marker->y + marker->height};
    SamsokPdfGlyph first = {.utf8 = next->begins_with_capital ? "A" : "0",
                            .size = next->size,
                            .y2 = next->y + next->height};
    return leads(marker->marker, &last, &first);
}

static void append_marker(const SamsokPdfPiece *marker, bool raised, GString *text)
{
    for (size_t i = 0; i < marker->len; i++) {
        char byte = text->str[marker->start + i];
        if (raised && g_ascii_isdigit(byte)) {
            append_superscript(text, byte);
        } else {
            g_string_append_c(text, byte);
        }
    }
    g_string_append_c(text, ' ');
}

void samsok_pdf_piece_join(const SamsokPdfPiece *marker, SamsokPdfPiece *next, GString *text)
{
    size_t start = text->len;
    SamsokPdfGlyph last = {.size = marker->size, .y2 = marker->y + marker->height};
    bool raised = marker->marker == SAMSOK_PDF_NUMBER &&
                  is_raised(&last, next->size, next->y + next->height);
    append_marker(marker, raised, text);
    g_autofree char *rest = g_strndup(text->str + next->start, next->len);
    g_string_append(text, rest);
    double right = next->x + next->width;
    double bottom = fmax(marker->y + marker->height, next->y + next->height);
    next->start = start;
    next->len = text->len - start;
    next->flags |= raised ? SAMSOK_RUN_SUPERSCRIPT : 0;
    next->x = marker->x;
    next->y = fmin(marker->y, next->y);
    next->width = right - next->x;
    next->height = bottom - next->y;
}

void samsok_pdf_segment(const SamsokPdfGlyph *glyphs, guint n_glyphs, GString *text, GArray *pieces)
{
    double cut = cutting_gap(glyphs, n_glyphs);
    guint start = 0;
    for (guint i = 1; i < n_glyphs; i++) {
        if (is_cut(glyphs, start, i, cut)) {
            append_piece(&glyphs[start], i - start, text, pieces);
            start = i;
        }
    }
    if (n_glyphs > start) {
        append_piece(&glyphs[start], n_glyphs - start, text, pieces);
    }
}
