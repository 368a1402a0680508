/* SPDX-License-Identifier: GPL-3.0-or-later */
/* English words of a query that the vocabulary has Norwegian for: «lead ministry» is lederdepartement.
 *
 * The reports are Norwegian, and some who ask are not. A concept's English labels are looked for among
 * the words of a query that has no Norwegian function words, by English stems, the longest first; the
 * words of a label that is there are also looked for as those of the concept's Norwegian labels, and as
 * any mention of it. What was typed stays, and the query's notes tell.
 */
#ifndef SAMSOK_INDEX_ENGLISH_H
#define SAMSOK_INDEX_ENGLISH_H

#include "core/query/query.h"
#include "index/opened.h"
#include "index/thesaurus.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* True when some English label of the thesaurus that is stored as `text` stands in `query`: else samsok_english_expand
 * would find none. */
bool samsok_english_may_be(const char *text, SamsokAnalyser *analyser, const SamsokQuery *query);

/* Adds Norwegian stems to the words of `query`, and says in each word's `norwegian` where they come from.
 * True when some label was found: then the query is English. Doing it again changes nothing. */
bool samsok_english_expand(const SamsokThesaurus *thesaurus, SamsokAnalyser *analyser,
                           SamsokQuery *query);

G_END_DECLS

#endif
