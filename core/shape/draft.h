/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The document while the shape stage works on it: mutable, private to core/shape.
 *
 * shape.c leads the draft through its stages, each a function over the whole draft in a file of its
 * own, in this order:
 *
 *     samsok_shape_lines      line runs → blocks (lines, spacing, furniture, joins, lists, tables,
 *                             headings with their numbers and a first guess of their levels)
 *     samsok_shape_elements   element runs (HTML) → blocks
 *     samsok_shape_outline    levels agreed with contents page and bookmarks; sections
 *     samsok_shape_metadata   title, series, number, year, … from properties and text
 *     samsok_shape_language   language of blocks and document
 *     samsok_shape_passages   passages of whole sentences
 *
 * Exactly one of the first two finds runs to work on. A stage that has nothing to do leaves the
 * draft as it was. Strings belong to the draft and are freed with it; stages replace them with
 * samsok_draft_set_text and friends or g_free/g_strdup.
 */
#ifndef SAMSOK_SHAPE_DRAFT_H
#define SAMSOK_SHAPE_DRAFT_H

#include "core/model/builder.h"
#include "core/model/runs.h"
#include "core/shape/shape.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

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
    guint section;          /* set by the outline stage */
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
    GArray *pages;          /* of SamsokDraftPage; index = physical page − 1 */
    GArray *outline;        /* of SamsokDraftOutline: the format's own */
    SamsokMetadata *metadata; /* the file's own properties at first */
    GArray *sections;       /* of SamsokSection with strings owned by the blocks they point at */
    GArray *passages;       /* of SamsokPassage; `text` owned (freed with the draft) */
    GPtrArray *warnings;    /* of char *[2]: code, text */
} SamsokDraft;

/* A draft with pages, outline, properties and warnings taken from `runs`; no blocks yet. */
SamsokDraft *samsok_draft_new(const SamsokRuns *runs, const SamsokShapeOptions *options);
void samsok_draft_free(SamsokDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokDraft, samsok_draft_free)

/* Appends an empty block. Lent: it belongs to the draft. */
SamsokDraftBlock *samsok_draft_add_block(SamsokDraft *draft, SamsokBlockKind kind);
SamsokDraftBlock *samsok_draft_block(const SamsokDraft *draft, guint index);
void samsok_draft_warn(SamsokDraft *draft, const char *code, const char *text);
/* Hands everything over to a new document. Owner: the caller. The draft is used up. */
SamsokDocument *samsok_draft_finish(SamsokDraft *draft);

void samsok_shape_lines(SamsokDraft *draft);
void samsok_shape_elements(SamsokDraft *draft);
void samsok_shape_outline(SamsokDraft *draft);
void samsok_shape_metadata(SamsokDraft *draft);
void samsok_shape_language(SamsokDraft *draft);
void samsok_shape_passages(SamsokDraft *draft);

G_END_DECLS

#endif
