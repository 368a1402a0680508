/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of a report's passages, while it is tagged and until it is written.
 *
 * Each text is cut into words once, for the taggers and for the terms; what a passage mentions is known
 * when the whole report is read, so its terms wait in small. The title and the headings are the same for
 * many passages and are cut once for all neighbours that share them.
 */
#ifndef SAMSOK_INDEX_PASSAGE_TERMS_H
#define SAMSOK_INDEX_PASSAGE_TERMS_H

#include "index/record.h"
#include "index/terms.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsokPassageTerms SamsokPassageTerms;

/* `terms`, the report's `record` and its `passages` (of SamsokPassageRecord *, in order) must outlive it.
 * Owner: the caller. */
SamsokPassageTerms *samsok_passage_terms_new(SamsokTerms *terms, const SamsokReportRecord *record,
                                             const GPtrArray *passages);
void samsok_passage_terms_free(SamsokPassageTerms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPassageTerms, samsok_passage_terms_free)

/* Takes the next passage, of which `terms`' analyser has just cut the `tokens` (GArray of SamsokToken) as text in
 * `language`. A SamsokEachPassage for samsok_passage_tagger_tag; `self` is a SamsokPassageTerms. */
void samsok_passage_terms_take(const GArray *tokens, const char *language, void *self);

/* Adds to `entry` the words of passage `index`, which was taken, and once each those of the headings above it and
 * of the report's title, which stand under their own prefix too. Asked for in order. Errors: ARGUMENT. */
gboolean samsok_passage_terms_add(SamsokPassageTerms *self, guint index, SamsokEntry *entry,
                                  GError **error);

G_END_DECLS

#endif
