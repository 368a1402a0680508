/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words a hit may show, so that snippet and highlights look for what the search looked for.
 *
 * A compound shows a word that is one of its parts («Flyttetilsynet» is found by «tilsyn»), where the tokens are
 * those of an analyser that splits or somebody else knows the parts; not a word of a phrase, for that is found by
 * whole words alone.
 * Stop words are shown only when the query has no other words.
 */
#ifndef SAMSOK_QUERY_MATCHER_H
#define SAMSOK_QUERY_MATCHER_H

#include "core/language/analyser.h"
#include "core/query/query.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _SamsokQueryMatcher SamsokQueryMatcher;

/* `query` is lent and must outlive the matcher. Owner: the caller. */
SamsokQueryMatcher *samsok_query_matcher_new(const SamsokQuery *query);
void samsok_query_matcher_free(SamsokQueryMatcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokQueryMatcher, samsok_query_matcher_free)

/* The number of different words looked for. */
guint samsok_query_matcher_count(const SamsokQueryMatcher *matcher);

/* What lets all of them pass. Lent. */
const SamsokSieve *samsok_query_matcher_sieve(const SamsokQueryMatcher *matcher);

/* Tells the parts of a token, NULL-terminated stems, lent until the next call. */
typedef const char *const *(*SamsokPartsOf)(const SamsokToken *token, void *data);
/* From now on `parts_of` is asked where a token's letters hold a word that may be its part and the token tells no
 * parts itself. NULL: nobody is. */
void samsok_query_matcher_ask(SamsokQueryMatcher *matcher, SamsokPartsOf parts_of, void *data);

/* Which of them `token` is, or has as a part, from 0; -1 for none and for what a sieve held back. */
int samsok_query_matcher_find(const SamsokQueryMatcher *matcher, const SamsokToken *token,
                              bool *out_is_part);

G_END_DECLS

#endif
