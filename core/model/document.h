/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document: what one file says, as a reader sees it. Immutable once built.
 *
 * The shape stage builds it (core/shape/shape.h), everything after reads it. All text in it is clean
 * (core/base/text.h) and lives in one chunk that is freed with the document: every pointer lent here
 * lives exactly as long as the document. Strings are never NULL unless the field says so.
 *
 *     page     a physical page with its printed label
 *     block    heading, paragraph, list item, table row, …, in reading order
 *     section  a heading with the blocks up to the next heading of its level or a higher one
 *     passage  one or a few neighbouring blocks of one section: what search returns
 *
 * Pages and lines count from 1; 0 means that the format has none. Indexes count from 0.
 * SAMSOK_NONE stands where an index has nothing to point at.
 */
#ifndef SAMSOK_MODEL_DOCUMENT_H
#define SAMSOK_MODEL_DOCUMENT_H

#include "core/model/metadata.h"

#include <glib.h>

G_BEGIN_DECLS

#define SAMSOK_NONE G_MAXUINT

/* X(KIND, name in JSON): what scripts know them by, in this order. */
#define SAMSOK_BLOCK_KIND_LIST(X) \
    X(HEADING, "heading") \
    X(PARAGRAPH, "paragraph") \
    X(LIST_ITEM, "list-item") \
    X(TABLE_ROW, "table-row") \
    X(CAPTION, "caption") \
    X(FOOTNOTE, "footnote") \
    X(QUOTE, "quote") \
    X(CONTENTS, "contents") \
    X(FURNITURE, "furniture")

typedef enum {
#define X(kind, name) SAMSOK_BLOCK_##kind,
    SAMSOK_BLOCK_KIND_LIST(X)
#undef X
} SamsokBlockKind;

/* "list-item" */
const char *samsok_block_kind_name(SamsokBlockKind kind);

/* Where something stands: first and last page and line, both ends included. */
typedef struct {
    guint page_first;
    guint page_last;
    guint line_first; /* lines of the source file; 0 but for plain text */
    guint line_last;
} SamsokPlace;

typedef struct {
    const char *label; /* as printed: "iv", "23"; "" where none is known */
} SamsokPage;

typedef struct {
    SamsokBlockKind kind;
    guint level;          /* heading level, list depth from 1; 0 for other kinds */
    const char *number;   /* HEADING: "2.3", without a final dot; "" if unnumbered */
    const char *marker;   /* LIST_ITEM, FOOTNOTE: "•", "1.", "a)", "Råd 3:"; "" else */
    const char *text;     /* without number of the heading and without marker; a row's cells are
                           * joined by " | " */
    const char *const *cells; /* TABLE_ROW: NULL-terminated; NULL for other kinds */
    const char *language; /* "nb", "nn", "en"; "" where too short to tell */
    gboolean is_table_head; /* TABLE_ROW: a row of column heads */
    SamsokPlace place;
    guint section;        /* index of the innermost section it belongs to, or SAMSOK_NONE */
} SamsokBlock;

/* What a section is in the report, for filters and ranking. X(KIND, name) */
#define SAMSOK_SECTION_KIND_LIST(X) \
    X(BODY, "body") \
    X(PREFACE, "preface") \
    X(SUMMARY, "summary") \
    X(CONTENTS, "contents") \
    X(REFERENCES, "references") \
    X(APPENDIX, "appendix")

typedef enum {
#define X(kind, name) SAMSOK_SECTION_##kind,
    SAMSOK_SECTION_KIND_LIST(X)
#undef X
} SamsokSectionKind;

const char *samsok_section_kind_name(SamsokSectionKind kind);

typedef struct {
    const char *number; /* "2.3", "" if unnumbered */
    const char *title;  /* without the number */
    guint level;        /* from 1 */
    guint parent;       /* index of the enclosing section, or SAMSOK_NONE */
    guint heading;      /* index of its heading block */
    guint first_block;  /* blocks [first_block, end_block), subsections included */
    guint end_block;
    SamsokSectionKind kind;
} SamsokSection;

typedef struct {
    const char *id;     /* ten hex digits of the SHA-256 of its normalised text, "-2" for a repeat */
    const char *text;   /* its blocks' text, separated by LF; list items keep their marker */
    guint section;      /* index, or SAMSOK_NONE before the first heading */
    guint first_block;
    guint end_block;    /* blocks [first_block, end_block); a long block may span passages */
    SamsokPlace place;
    const char *language;
} SamsokPassage;

/* Something skipped or doubted while the file was read. */
typedef struct {
    const char *code; /* "no-text", "charset", … */
    const char *text;
} SamsokWarning;

/* An entry of the format's own outline (PDF bookmarks). */
typedef struct {
    const char *title;
    guint level;
    guint page; /* 0 unknown */
} SamsokOutlineEntry;

typedef struct _SamsokDocument SamsokDocument;

void samsok_document_free(SamsokDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokDocument, samsok_document_free)

const SamsokMetadata *samsok_document_metadata(const SamsokDocument *document);

guint samsok_document_page_count(const SamsokDocument *document);
/* The page with physical number `page`, from 1; NULL if there is none. */
const SamsokPage *samsok_document_page(const SamsokDocument *document, guint page);

guint samsok_document_block_count(const SamsokDocument *document);
const SamsokBlock *samsok_document_block(const SamsokDocument *document, guint index);

guint samsok_document_section_count(const SamsokDocument *document);
const SamsokSection *samsok_document_section(const SamsokDocument *document, guint index);

guint samsok_document_passage_count(const SamsokDocument *document);
const SamsokPassage *samsok_document_passage(const SamsokDocument *document, guint index);

guint samsok_document_warning_count(const SamsokDocument *document);
const SamsokWarning *samsok_document_warning(const SamsokDocument *document, guint index);

guint samsok_document_outline_count(const SamsokDocument *document);
const SamsokOutlineEntry *samsok_document_outline(const SamsokDocument *document, guint index);

G_END_DECLS

#endif
