/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joining two rows: what becomes of a hyphen at the end of the first.
 *
 * `samord-/ningen` is one word, `IKT-/politikken` keeps its hyphen, `observatør- og/rådgiver` its
 * hyphen and its blank. Evidence decides, in this order: what follows (og, eller, samt: a suspended
 * hyphen), the sign itself (a soft hyphen is never printed), how the word is written elsewhere in
 * the document, in the corpus and dictionaries, and at last the left part's looks: digits, capitals,
 * a slash or a single letter keep the hyphen, plain small letters drop it.
 */
#ifndef SAMSOK_SHAPE_HYPHEN_H
#define SAMSOK_SHAPE_HYPHEN_H

#include "core/shape/line.h"
#include "core/shape/shape.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_JOIN_BLANK,  /* two words */
    SAMSOK_JOIN_DROP,   /* one word, the sign at the end goes */
    SAMSOK_JOIN_KEEP,   /* one word, the sign stays */
    SAMSOK_JOIN_HYPHEN, /* one word, a dash that stands for a hyphen becomes one */
    SAMSOK_JOIN_GLUE    /* one word, cut without a sign */
} SamsokJoin;

typedef struct _SamsokHyphens SamsokHyphens;

/* Reads the document once for the words that row ends ask about.
 * Owner: the caller; `lines` and `options` must outlive it. */
SamsokHyphens *samsok_hyphens_new(const SamsokLines *lines, const SamsokShapeOptions *options);
void samsok_hyphens_free(SamsokHyphens *hyphens);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokHyphens, samsok_hyphens_free)

/* How `left`, the end of a row, and `right`, the start of the next, belong together. */
SamsokJoin samsok_hyphens_decide(const SamsokHyphens *hyphens, const char *left, gsize left_len,
                                 const char *right, gsize right_len);

/* Appends a row to `text` as decided; blanks within it become one, soft hyphens go. */
void samsok_hyphens_append(const SamsokHyphens *hyphens, GString *text, const char *row, gsize len);
/* The same where the word is known to be cut without a sign. */
void samsok_hyphens_glue(GString *text, const char *row, gsize len);

G_END_DECLS

#endif
