/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds passages that say the same in another report: versions of one report, or its PDF and its page.
 *
 * A passage's id ends in ten hex digits of its normalised text's SHA-256, so equal digits are equal text.
 * Only the first SAMSOK_MAX_CANDIDATES of an answer are folded, so that pages far behind need not read
 * all that stands before them. The first of several is kept and counts the others. A text that stands twice in one report is two
 * places to look at, and is not folded.
 */
#ifndef SAMSOK_INDEX_FOLD_H
#define SAMSOK_INDEX_FOLD_H

#include "index/record.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _SamsokFold SamsokFold;

SamsokFold *samsok_fold_new(void);
void samsok_fold_free(SamsokFold *fold);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokFold, samsok_fold_free)

/* True when a passage of another report with the same text was given before: `passage` is counted there
 * and not to be shown. */
bool samsok_fold_repeats(SamsokFold *fold, const SamsokPassageRecord *passage);
/* The passages counted under this one. */
guint samsok_fold_count(const SamsokFold *fold, const SamsokPassageRecord *passage);

G_END_DECLS

#endif
