/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filters by what passages are about: concepts, kinds of them, and undertakings that reports name. */
#ifndef SAMSOK_INDEX_FILTER_CONCEPTS_H
#define SAMSOK_INDEX_FILTER_CONCEPTS_H

#include "core/query/query.h"
#include "index/search.h"
#include "index/thesaurus.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* The concepts of `thesaurus` that a VALUE leaf of a concept's field means (index/meant.h); NULL for a leaf
 * of another field. Owner: the caller. */
GPtrArray *samsok_filter_concepts(const SamsokThesaurus *thesaurus, const SamsokQueryNode *leaf);

/* What mentions one of the concepts that a VALUE leaf of a concept's field means, or one that is narrower; where
 * the vocabulary has none so called, the undertaking that reports name so. That there is neither is told in
 * `notes`. Owner: the caller; NULL on error: IO, STALE, CORRUPT. */
SamsokNode *samsok_filter_concept_node(SamsokIndex *index, const SamsokQueryNode *leaf, GPtrArray *notes,
                                       GError **error);

G_END_DECLS

#endif
