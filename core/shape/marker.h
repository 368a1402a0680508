/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first characters of a line say: list markers, section numbers, captions.
 *
 * These functions look at one text and know nothing of its surroundings: «1. Bakgrunn» is read as a
 * list marker and as a section number, and the caller decides by what stands around it. All texts
 * are clean, without blanks at their ends, `len` bytes long.
 */
#ifndef SAMSOK_SHAPE_MARKER_H
#define SAMSOK_SHAPE_MARKER_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_MARKER_NONE,
    SAMSOK_MARKER_BULLET, /* • ▪ ✓ … and the private-use glyphs of Symbol and Wingdings */
    SAMSOK_MARKER_DASH,   /* "- ", "– ", "-X" */
    SAMSOK_MARKER_NUMBER, /* "1." "1)" "(1)", to 99 */
    SAMSOK_MARKER_LETTER, /* "a)" "(a)" "ii)" "a." */
    SAMSOK_MARKER_LABEL   /* "Råd 3:" */
} SamsokMarkerKind;

typedef struct {
    SamsokMarkerKind kind;
    guint len;     /* bytes of the marker with the blanks behind it */
    guint ordinal; /* NUMBER, LETTER, LABEL: its place in a row, from 1; 0 else */
    bool is_glued; /* no blank between marker and text */
} SamsokMarker;

/* Reads the marker `text` begins with; false and kind NONE if there is none, or nothing behind it. */
bool samsok_marker_read(const char *text, guint len, SamsokMarker *out);
/* True when the whole text is a marker or section number that waits for its text. */
bool samsok_marker_is_lone(const char *text, guint len);
/* The marker as a reader writes it: private-use glyphs become "•" or "✓". Owner: the caller. */
char *samsok_marker_text(const char *text, const SamsokMarker *marker);

typedef struct {
    guint len;      /* bytes of the number with the blanks behind it */
    guint num_start; /* the number itself: "2" of "Kapittel 2. Funn" */
    guint num_len;   /* its bytes, without a final dot */
    guint depth;    /* "2.3" is 2; "§ 4" and "Kapittel 2" are 1 */
    guint last;     /* its last part: 3 of "2.3" */
    bool has_dot;   /* "2." */
    bool is_word;   /* "Kapittel 2", "Del II" */
    bool is_appendix; /* "Vedlegg 1": its word belongs to the title */
    bool is_paragraph_sign; /* "§ 4-1" */
} SamsokNumber;

/* Reads the section number that `text` begins with: "2", "2.3", "2.3.1.", "Kapittel 2", "Vedlegg 1:",
 * "§ 4-1". A letter or quotation must follow, but after a word ("Vedlegg 1") nothing need. */
bool samsok_number_read(const char *text, guint len, SamsokNumber *out);

/* True for Forord, Sammendrag, Innhold, Referanser … in both forms of Norwegian and in English,
 * standing alone, and for "Vedlegg". */
bool samsok_is_section_name(const char *text, guint len);
/* True for Innhold, Innholdsfortegnelse, Innhald, Contents. */
bool samsok_is_contents_name(const char *text, guint len);
/* "Figur 1: Samordningsstigen", "Tabell 2.1 Oversikt"; not «Figur 1 viser at …». */
bool samsok_is_caption(const char *text, guint len);

/* A line of a contents page: dots that lead to a page number, or a title with one glued behind. */
typedef struct {
    guint title_len;   /* bytes of the title, number included, leaders excluded */
    guint page_start;  /* offset of the page number */
    bool has_leader;   /* three dots or more led to it: no doubt */
} SamsokContentsLine;
bool samsok_contents_read(const char *text, guint len, SamsokContentsLine *out);

G_END_DECLS

#endif
