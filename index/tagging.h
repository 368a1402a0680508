/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagging the passages of a report: the same for one fresh from a file and one carried over.
 *
 * Tags are found in what is stored of passages and in nothing else (text, language, headings, order), so
 * that texts can be tagged again without their files. The headings above a passage are evidence for
 * rules and are not tagged themselves.
 */
#ifndef SAMSOK_INDEX_TAGGING_H
#define SAMSOK_INDEX_TAGGING_H

#include "core/concepts/tagger.h"
#include "index/record.h"
#include "index/thesaurus.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a run tags with; shared by its threads, never changed. */
typedef struct {
    const SamsokLexicon *lexicon;     /* NULL: passages keep the tags they have */
    const SamsokThesaurus *thesaurus; /* knows what stands above what; NULL: nobody does */
} SamsokTagging;

typedef struct _SamsokPassageTagger SamsokPassageTagger;

/* `tagging` must outlive it; one thread uses it. Owner: the caller. Errors: INTERNAL. */
SamsokPassageTagger *samsok_passage_tagger_new(const SamsokTagging *tagging, GError **error);
void samsok_passage_tagger_free(SamsokPassageTagger *tagger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPassageTagger, samsok_passage_tagger_free)

/* Puts the mentions of each of `passages` (of SamsokPassageRecord *: all of one report, in order) in
 * place of those it has. Without a lexicon they stay. `language` is that of the report. */
void samsok_passage_tagger_tag(SamsokPassageTagger *tagger, const GPtrArray *passages,
                               const char *language);

/* Adds the filter terms of a mentioned concept: of itself and of all above it. Errors: ARGUMENT. */
gboolean samsok_tagging_add_terms(const SamsokTagging *tagging, SamsokEntry *entry,
                                  const char *concept, GError **error);

G_END_DECLS

#endif
