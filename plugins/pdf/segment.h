/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One printed line of glyphs, cut where the eye sees a gap, as pieces of text with place and look.
 *
 * Poppler puts the cells of a table row on one line and, when the gaps between them are alike,
 * leaves no blank between them ("AktørBeskrivelse"). So blanks and cuts come from geometry:
 *
 *   - A gap of half an em without a blank gets one.
 *   - A gap much wider than the line's narrowest gap between words cuts the line, unless what stands
 *     before it is a list marker or a heading's number.
 *
 * Raised, smaller digits become superscript digits (U+00B9, U+2070 …): «ord» + raised 7 is «ord⁷».
 */
#ifndef SAMSOK_PDF_SEGMENT_H
#define SAMSOK_PDF_SEGMENT_H

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

/* A glyph that is not a blank. Boxes are in points, y grows downwards. */
typedef struct {
    const char *utf8; /* its bytes in the page's text; lent */
    uint32_t len;     /* bytes */
    uint32_t flags;   /* SAMSOK_RUN_BOLD, SAMSOK_RUN_ITALIC */
    double size;      /* of the font, in points; 0 unknown */
    double x1, y1, x2, y2;
    bool blank_before; /* the page's text has white space before it */
} SamsokPdfGlyph;

/* What a piece would be before another one to its right. */
typedef enum {
    SAMSOK_PDF_NO_MARKER,
    SAMSOK_PDF_SIGN,  /* a bullet, "3.", "a)": always a marker */
    SAMSOK_PDF_NUMBER /* "2", "2.1": a heading's number or a note mark, or a figure in a table */
} SamsokPdfMarker;

/* A marker stands at most this far before its text, in em. */
#define SAMSOK_PDF_WIDEST_MARKER_GAP 4.0

/* A piece of a printed line. */
typedef struct {
    size_t start; /* of its text in the text given to samsok_pdf_segment */
    size_t len;   /* bytes */
    uint32_t flags;
    double x, y, width, height;
    double size;
    SamsokPdfMarker marker;
    bool begins_with_capital;
} SamsokPdfPiece;

/* Cuts the glyphs of one printed line: appends their text to `text` and their pieces to `pieces`
 * (SamsokPdfPiece). Glyphs whose boxes are all zero are joined by their blanks alone.
 * Owner: nothing is kept. */
void samsok_pdf_segment(const SamsokPdfGlyph *glyphs, guint n_glyphs, GString *text, GArray *pieces);

/* Whether `marker` is a list marker, heading number or note mark that stands before `next` on the
 * same printed line, so that the two are one line to a reader. */
bool samsok_pdf_piece_leads(const SamsokPdfPiece *marker, const SamsokPdfPiece *next);

/* Makes one piece of `marker` and `*next`, in the place of `*next`: its text is appended to `text`. */
void samsok_pdf_piece_join(const SamsokPdfPiece *marker, SamsokPdfPiece *next, GString *text);

#endif
