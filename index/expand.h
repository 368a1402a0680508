/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index and the dictionaries know of a query's words, before the index is asked.
 *
 * For a word the index knows everything was stored when it was built (index/words.h): a
 * few look-ups and no dictionary. Only for a word whose stem no passage has are the
 * head words loaded: to split it, to find its class, and to see whether it is a word at all. If it is
 * none it is also looked for as the words that index/spelling.h finds; the typed word stays, and the
 * correction is told. Forbidden words, and the names of concepts, which nobody typed, are not corrected.
 *
 * A word that is nynorsk and nothing else is also looked for as its bokmål; in a query whose function
 * words are nynorsk, one that bokmål has with another meaning, too. The query's notes tell.
 */
#ifndef SAMSOK_INDEX_EXPAND_H
#define SAMSOK_INDEX_EXPAND_H

#include "core/query/query.h"
#include "index/opened.h"

#include <glib.h>

G_BEGIN_DECLS

/* Fills in the alternatives, parts and corrections of the words of `query`. Doing it again changes
 * nothing. Errors: IO, STALE, CORRUPT. */
gboolean samsok_query_expand(SamsokIndex *index, SamsokQuery *query, GError **error);

G_END_DECLS

#endif
