/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which vocabulary an index is tagged with, and which one a run tags with.
 *
 * The digest of the vocabulary that all passages were tagged with is stored in the index: a run
 * with another one tags again, from stored text. A run without a vocabulary leaves the
 * tags that are there, tags nothing, and forgets the digest: the next run with one tags everything.
 */
#ifndef SAMSOK_INDEX_TAGGED_H
#define SAMSOK_INDEX_TAGGED_H

#include "core/concepts/lexicon.h"
#include "index/search.h"
#include "index/tagging.h"
#include "index/thesaurus.h"
#include "index/update.h"
#include "index/xapian/index.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    SamsokTagging tagging;      /* what the run tags with */
    SamsokThesaurus *thesaurus; /* of its vocabulary, else the one stored in the index */
    char *digest;               /* of its vocabulary; "" for none */
    char *edition;
    char *stored_edition;       /* of the vocabulary that the index is tagged with; "" for none */
    SamsokThesaurus *before;    /* that the index is tagged by, when it is not the run's; else NULL */
    bool is_changed;            /* the index is not tagged with the run's vocabulary, which there is */
} SamsokTagged;

/* `lexicon` NULL: the run has no vocabulary; `reader` NULL: there is no index yet. Both must outlive the
 * result, which the caller clears also after an error. Errors: IO, CORRUPT, STALE. */
gboolean samsok_tagged_init(SamsokTagged *tagged, const SamsokLexicon *lexicon,
                            SamsokDatabase *reader, GError **error);
void samsok_tagged_clear(SamsokTagged *tagged);

/* Counts and names in `report` what the index is tagged by and this run does not know: a vocabulary that was
 * cut short takes its tags along, and nobody would see it. */
void samsok_tagged_tell_gone(const SamsokTagged *tagged, SamsokRunReport *report);

/* Stores that all passages are tagged as this run does it. Errors: IO. */
gboolean samsok_tagged_put(const SamsokTagged *tagged, SamsokWriter *writer, GError **error);

/* The thesaurus stored in an index, "" where there is none, as text for samsok_thesaurus_parse and as itself; it is
 * UTF-8. Owner: the caller; NULL on error: IO, CORRUPT, STALE. */
char *samsok_tagged_thesaurus_text(SamsokDatabase *reader, GError **error);
SamsokThesaurus *samsok_tagged_thesaurus(SamsokDatabase *reader, GError **error);

/* The same of an index that is open for asking. Owner: the caller.
 * Errors: IO, CORRUPT, STALE. */
SamsokThesaurus *samsok_index_thesaurus(SamsokIndex *index, GError **error);

G_END_DECLS

#endif
