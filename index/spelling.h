/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the index that an unknown word was most likely meant to be.
 *
 * Tried are the Norwegian letters a foreign keyboard lacks (ae, oe, aa for æ, ø, å), then every word
 * one edit away: a letter left out, one too many, a wrong one, two neighbours swapped. Of those whose
 * stem passages have, those that most have are taken; one that is a word of the dictionaries, or its own
 * stem, before others, and to a short word nothing else: rare names are near to many stems. Where the likeliest
 * says nothing (hvorden, frra) it is the only one. The index is asked for each, so that no list of words is needed and
 * shards far away answer too.
 */
#ifndef SAMSOK_INDEX_SPELLING_H
#define SAMSOK_INDEX_SPELLING_H

#include "core/language/analyser.h"
#include "core/query/query.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* Adds to `words` at most SAMSOK_WORD_MEANT words of as many stems, the likeliest first; none when nothing fits, or
 * `word` (folded) is too short or has digits. The numbers of passages cannot tell which of a few words was meant
 * (Adenauer, arenaer); what else is asked for can. They are the caller's: `words` is an array that frees its elements;
 * after an error they mean nothing. Errors: IO, STALE, CORRUPT. */
gboolean samsok_spelling_correct(SamsokDatabase *database, SamsokAnalyser *analyser,
                                 const char *word, GPtrArray *words, GError **error);

G_END_DECLS

#endif
