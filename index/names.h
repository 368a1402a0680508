/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a query ranks by that chooses by concepts and types no word: the names of those concepts.
 *
 * Without them `begrep:tjenestedesign` would list every passage that mentions service design in the order
 * of the index. The names need not be in a passage: it may say the same by another label.
 */
#ifndef SAMSOK_INDEX_NAMES_H
#define SAMSOK_INDEX_NAMES_H

#include "core/query/query.h"
#include "index/opened.h"
#include "index/search.h"

#include <glib.h>

G_BEGIN_DECLS

/* Adds the names of the concepts in `query` and `filters` to a query without words; to any other nothing.
 * Doing it again changes nothing. Errors: IO, STALE, CORRUPT. */
gboolean samsok_names_add(SamsokIndex *index, SamsokQuery *query, const SamsokFilters *filters,
                          GError **error);

G_END_DECLS

#endif
