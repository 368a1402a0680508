/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings together what poppler says of a page in three lists: text, boxes and fonts. */
#include "config.h"

#include "plugins/pdf/lines.h"

#include <string.h>

#include "plugins/pdf/font.h"

/* A marker's text is looked for among this many pieces before and after it; more than the lines
 * of a page. */
#define MARKER_REACH 120u

struct _SamsokPdfLines {
    GString *text;  /* of all pieces, one after another */
    GArray *pieces; /* SamsokPdfPiece */
    GArray *glyphs; /* SamsokPdfGlyph, of the line being read */
};

/* A walk through a page. All three lists count characters in the same order. */
typedef struct {
    const PopplerRectangle *boxes;
    guint n_boxes;
    const GList *font; /* of PopplerTextAttributes, at or before `index` */
    const GList *flags_of; /* the font whose look `flags` is */
    uint32_t flags;
    guint index; /* of the character the walk is at */
} PageWalk;

SamsokPdfLines *samsok_pdf_lines_new(void)
{
    SamsokPdfLines *lines = g_new0(SamsokPdfLines, 1);
    lines->text = g_string_new(NULL);
    lines->pieces = g_array_new(FALSE, FALSE, sizeof(SamsokPdfPiece));
    lines->glyphs = g_array_new(FALSE, FALSE, sizeof(SamsokPdfGlyph));
    return lines;
}

void samsok_pdf_lines_free(SamsokPdfLines *lines)
{
    if (lines == NULL) {
        return;
    }
    g_string_free(lines->text, TRUE);
    g_array_unref(lines->pieces);
    g_array_unref(lines->glyphs);
    g_free(lines);
}

void samsok_pdf_lines_clear(SamsokPdfLines *lines)
{
    g_string_truncate(lines->text, 0);
    g_array_set_size(lines->pieces, 0);
    g_array_set_size(lines->glyphs, 0);
}

/* The font of the character the walk is at, NULL where poppler names none. */
static const PopplerTextAttributes *walk_font(PageWalk *walk)
{
    while (walk->font != NULL) {
        const PopplerTextAttributes *font = walk->font->data;
        if (font->end_index >= 0 && (guint)font->end_index >= walk->index) {
            if (walk->flags_of != walk->font) {
                walk->flags = samsok_pdf_font_flags(font->font_name);
                walk->flags_of = walk->font;
            }
            return font;
        }
        walk->font = walk->font->next;
    }
    return NULL;
}

static void append_glyph(GArray *glyphs, PageWalk *walk, const char *utf8, bool blank_before)
{
    SamsokPdfGlyph glyph = {
        .utf8 = utf8,
        .len = (uint32_t)(g_utf8_next_char(utf8) - utf8),
        .blank_before = blank_before,
    };
    if (walk->index < walk->n_boxes) {
        const PopplerRectangle *box = &walk->boxes[walk->index];
        glyph.x1 = box->x1;
        glyph.y1 = box->y1;
        glyph.x2 = box->x2;
        glyph.y2 = box->y2;
    }
    const PopplerTextAttributes *font = walk_font(walk);
    if (font != NULL) {
        glyph.size = font->font_size;
        glyph.flags = walk->flags;
    }
    g_array_append_val(glyphs, glyph);
}

/* Reads one line, from `at` to before the next line feed, and returns where that stands. */
static const char *read_line(SamsokPdfLines *lines, PageWalk *walk, const char *at)
{
    bool blank = false;
    g_array_set_size(lines->glyphs, 0);
    for (; *at != '\0' && *at != '\n'; at = g_utf8_next_char(at)) {
        if (g_unichar_isspace(g_utf8_get_char(at))) {
            blank = true;
        } else {
            append_glyph(lines->glyphs, walk, at, blank);
            blank = false;
        }
        walk->index++;
    }
    if (lines->glyphs->len > 0) {
        samsok_pdf_segment(&g_array_index(lines->glyphs, SamsokPdfGlyph, 0), lines->glyphs->len,
                           lines->text, lines->pieces);
    }
    return at;
}

static void walk_page(SamsokPdfLines *lines, PageWalk *walk, const char *text)
{
    const char *at = text;
    while (*at != '\0') {
        at = read_line(lines, walk, at);
        if (*at == '\n') {
            at++;
            walk->index++;
        }
    }
}

/* Finds the piece that `marker` stands before: near it in reading order, a list's bullets may come
 * as a column of their own. Of several the nearest to the right. */
static SamsokPdfPiece *find_led(GArray *pieces, guint marker)
{
    const SamsokPdfPiece *from = &g_array_index(pieces, SamsokPdfPiece, marker);
    guint first = marker > MARKER_REACH ? marker - MARKER_REACH : 0;
    guint end = MIN(pieces->len, marker + MARKER_REACH);
    SamsokPdfPiece *best = NULL;
    for (guint i = first; i < end; i++) {
        SamsokPdfPiece *piece = &g_array_index(pieces, SamsokPdfPiece, i);
        if (piece->len > 0 && i != marker && samsok_pdf_piece_leads(from, piece) &&
            (best == NULL || piece->x < best->x)) {
            best = piece;
        }
    }
    return best;
}

/* Joins markers to their texts and drops the pieces they were. */
static void join_markers(SamsokPdfLines *lines)
{
    guint kept = 0;
    for (guint i = 0; i < lines->pieces->len; i++) {
        SamsokPdfPiece *piece = &g_array_index(lines->pieces, SamsokPdfPiece, i);
        SamsokPdfPiece *led =
            piece->marker == SAMSOK_PDF_NO_MARKER ? NULL : find_led(lines->pieces, i);
        if (led != NULL) {
            samsok_pdf_piece_join(piece, led, lines->text);
            piece->len = 0;
        }
    }
    for (guint i = 0; i < lines->pieces->len; i++) {
        SamsokPdfPiece *piece = &g_array_index(lines->pieces, SamsokPdfPiece, i);
        if (piece->len > 0) {
            g_array_index(lines->pieces, SamsokPdfPiece, kept++) = *piece;
        }
    }
    g_array_set_size(lines->pieces, kept);
}

void samsok_pdf_lines_read(SamsokPdfLines *lines, PopplerPage *page)
{
    samsok_pdf_lines_clear(lines);
    g_autofree char *raw = poppler_page_get_text(page);
    if (raw == NULL || *raw == '\0') {
        return;
    }
    g_autofree char *text = g_utf8_make_valid(raw, -1);
    g_autofree PopplerRectangle *boxes = NULL;
    guint n_boxes = 0;
    poppler_page_get_text_layout(page, &boxes, &n_boxes);
    GList *fonts = poppler_page_get_text_attributes(page);
    /* Poppler promises a box a character. Where it breaks the promise, places would belong to
     * other characters: better none. */
    bool agrees = g_utf8_strlen(text, -1) == (glong)n_boxes;
    PageWalk walk = {.boxes = boxes, .n_boxes = agrees ? n_boxes : 0, .font = agrees ? fonts : NULL};
    walk_page(lines, &walk, text);
    join_markers(lines);
    poppler_page_free_text_attributes(fonts);
}

guint samsok_pdf_lines_len(const SamsokPdfLines *lines)
{
    return lines->pieces->len;
}

const SamsokPdfPiece *samsok_pdf_lines_at(const SamsokPdfLines *lines, guint index,
                                          const char **out_text)
{
    const SamsokPdfPiece *piece = &g_array_index(lines->pieces, SamsokPdfPiece, index);
    *out_text = lines->text->str + piece->start;
    return piece;
}
