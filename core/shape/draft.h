/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document while the shape stage works on it: mutable, private to core/shape.
 *
 * shape.c leads the draft through its stages, each a function over the whole draft in a file of its
 * own, in this order:
 *
 *     samsok_shape_lines      line runs → blocks (lines, spacing, furniture, joins, lists, tables,
 *                             headings with their numbers and a first guess of their levels)
 *     samsok_shape_elements   element runs (HTML) → blocks
 *     samsok_shape_form       the form on the last page → metadata; its blocks are furniture
 *     samsok_shape_outline    levels agreed with contents page and bookmarks; sections
 *     samsok_shape_metadata   title, series, number, year, … from properties and text
 *     samsok_shape_language   language of blocks and document
 *     samsok_shape_passages   passages of whole sentences
 *
 * Exactly one of the first two finds runs to work on. A stage that has nothing to do leaves the
 * draft as it was. Strings belong to the draft and are freed with it; stages replace a block's text
 * with samsok_draft_block_take_text and other strings with g_free and g_strdup.
 */
#ifndef SAMSOK_SHAPE_DRAFT_H
#define SAMSOK_SHAPE_DRAFT_H

#include "core/model/builder.h"
#include "core/model/runs.h"
#include "core/shape/shape.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* From byte `offset` of a block's text on, the text stands on `page` and `line` (0: none). */
typedef struct {
    guint offset;
    guint page;
    guint line;
} SamsokDraftMark;

/* A block to be. Fields as in SamsokBlock; strings owned, NULL stands for "". */
typedef struct {
    SamsokBlockKind kind;
    guint level;
    char *number;
    char *marker;
    char *text;
    char **cells;           /* TABLE_ROW; NULL else */
    bool is_table_head;
    char *language;
    SamsokPlace place;
    GArray *marks;          /* of SamsokDraftMark, offsets rising; NULL: `place` is all that is known */
    guint section;          /* set by the outline stage; SAMSOK_NONE before */
    /* What it looked like, for the stages after: 0 unknown. */
    double font_size;       /* of most characters, points */
    bool is_bold;
    bool is_pre;            /* preformatted: line ends in the text are kept */
} SamsokDraftBlock;

typedef struct {
    char *label;
    double width;           /* points; 0 unknown */
    double height;
} SamsokDraftPage;

typedef struct {
    char *title;
    guint level;
    guint page;
} SamsokDraftOutline;

typedef struct {
    const SamsokRuns *runs;            /* lent */
    const SamsokShapeOptions *options; /* lent */
    GPtrArray *blocks;      /* of SamsokDraftBlock *, owned, in reading order */
    GArray *pages;          /* of SamsokDraftPage, strings owned; index = physical page − 1 */
    GArray *outline;        /* of SamsokDraftOutline, strings owned: the format's own */
    SamsokMetadata *metadata; /* the file's own properties at first */
    GArray *sections;       /* of SamsokSection with strings lent by their heading blocks */
    GArray *passages;       /* of SamsokPassage; `text` owned, `language` lent by a block */
    GPtrArray *warnings;    /* of char *[2]: code, text */
} SamsokDraft;

/* A draft with pages, outline, properties and warnings taken from `runs`; no blocks yet.
 * Owner: the caller; `runs` and `options` must outlive it. */
SamsokDraft *samsok_draft_new(const SamsokRuns *runs, const SamsokShapeOptions *options);
void samsok_draft_free(SamsokDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokDraft, samsok_draft_free)

/* Appends an empty block. Lent: it belongs to the draft. */
SamsokDraftBlock *samsok_draft_add_block(SamsokDraft *draft, SamsokBlockKind kind);
SamsokDraftBlock *samsok_draft_block(const SamsokDraft *draft, guint index);

/* Replaces the text. Owner: the block takes `text`. Marks behind its end are dropped; a stage that
 * moves text within the block clears the marks (g_clear_pointer with g_array_unref) and adds anew. */
void samsok_draft_block_take_text(SamsokDraftBlock *block, char *text);
/* Says where the text from `offset` on stands: called by the lines stage for the first line of a
 * block and for each further line it joins, so that a passage cut from a long block cites the right
 * page and lines. Offsets must not fall; the same offset again replaces the mark. */
void samsok_draft_block_mark(SamsokDraftBlock *block, guint offset, guint page, guint line);
/* The place of bytes [start, end) of the text: by the marks, or the block's own place without. */
SamsokPlace samsok_draft_block_place(const SamsokDraftBlock *block, guint start, guint end);

void samsok_draft_warn(SamsokDraft *draft, const char *code, const char *text);
/* Builds the document. Places that contradict themselves (last before first, pages that are not
 * there) are mended, for they come from input. Owner: the caller owns the document and still the
 * draft, whose metadata went into the document. */
SamsokDocument *samsok_draft_finish(SamsokDraft *draft);

void samsok_shape_lines(SamsokDraft *draft);
void samsok_shape_elements(SamsokDraft *draft);
/* Part of samsok_shape_elements: note marks glued to the text of blocks from `first` on go. Only for
 * blocks without marks of place. */
void samsok_shape_notes(SamsokDraft *draft, guint first);
void samsok_shape_form(SamsokDraft *draft);
void samsok_shape_outline(SamsokDraft *draft);
/* Part of samsok_shape_outline: sections from headings whose levels are settled (from 1). */
void samsok_shape_sections(SamsokDraft *draft);
void samsok_shape_metadata(SamsokDraft *draft);
void samsok_shape_language(SamsokDraft *draft);
void samsok_shape_passages(SamsokDraft *draft);

G_END_DECLS

#endif
