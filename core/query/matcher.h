/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words a hit may show, so that snippet and highlights look for what the search looked for.
 *
 * Stop words are shown only when the query has no other words.
 */
#ifndef SAMSOK_QUERY_MATCHER_H
#define SAMSOK_QUERY_MATCHER_H

#include "core/language/analyser.h"
#include "core/query/query.h"

#include <glib.h>

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

/* Which of them `token` is, from 0; -1 for none and for what a sieve held back. */
int samsok_query_matcher_find(const SamsokQueryMatcher *matcher, const SamsokToken *token);

G_END_DECLS

#endif
