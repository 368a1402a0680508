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

/* `tagging` and `analyser` must outlive it; one thread uses it. Owner: the caller. */
SamsokPassageTagger *samsok_passage_tagger_new(const SamsokTagging *tagging,
                                               SamsokAnalyser *analyser);
void samsok_passage_tagger_free(SamsokPassageTagger *tagger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPassageTagger, samsok_passage_tagger_free)

/* Told of each passage in order, with the tokens (of SamsokToken) of its text and the language it was cut as.
 * They are lent until the analyser is asked again. */
typedef void (*SamsokEachPassage)(const GArray *tokens, const char *language, void *data);

/* Puts the mentions of each of `passages` (of SamsokPassageRecord *: all of one report, in order) in
 * place of those it has. Without a lexicon they stay. `language` is that of the report. `each` may be
 * NULL; it may ask the analyser. */
void samsok_passage_tagger_tag(SamsokPassageTagger *tagger, const GPtrArray *passages,
                               const char *language, SamsokEachPassage each, void *data);

/* Adds the filter terms of a mentioned concept: of itself and of all above it. Errors: ARGUMENT. */
gboolean samsok_tagging_add_terms(const SamsokTagging *tagging, SamsokEntry *entry,
                                  const char *concept, GError **error);

G_END_DECLS

#endif
