/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of concepts that a query ranks by beside its words.
 *
 * A query that chooses by concepts and types no word ranks by their names: else `begrep:tjenestedesign`
 * would list every passage that mentions service design in the order of the index. An abbreviation in
 * capitals that the vocabulary knows («MRS») also ranks by what it stands for, and what is mentioned by the
 * full name alone is found too. The names need not be in a passage: it may say the same by another label.
 */
#ifndef SAMSOK_INDEX_NAMES_H
#define SAMSOK_INDEX_NAMES_H

#include "core/query/query.h"
#include "index/opened.h"
#include "index/search.h"

#include <glib.h>

G_BEGIN_DECLS

/* Adds to `query` the names of what it abbreviates and, when it has no words, of the concepts that it and
 * `filters` choose by. Doing it again changes nothing. Errors: IO, STALE, CORRUPT. */
gboolean samsok_names_add(SamsokIndex *index, SamsokQuery *query, const SamsokFilters *filters,
                          GError **error);

G_END_DECLS

#endif
