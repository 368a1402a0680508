/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an answer is what it is: the query's words as they were looked for, and what ranked them. */
#ifndef SAMSOK_INDEX_EXPLANATION_H
#define SAMSOK_INDEX_EXPLANATION_H

#include "core/query/query.h"
#include "core/query/rerank.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    SamsokQuery *query;   /* owned: parsed and expanded */
    SamsokWanted *wanted; /* owned: the words that rank, with their weights; NULL when none does. The
                           * levels of a hit's features are in their order */
    GPtrArray *left_out;  /* of char *, owned: common words that only the reranker looked at, for the
                           * search would have read too many postings for them (index/budget.h) */
    SamsokRerankWeights weights;
} SamsokExplanation;

SamsokExplanation *samsok_explanation_new(void);
void samsok_explanation_free(SamsokExplanation *explanation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokExplanation, samsok_explanation_free)

/* What one feature adds to a hit's score. */
typedef struct {
    SamsokFeature feature;
    double value;
    double weight;
    double points; /* value × weight */
} SamsokContribution;

/* Fills `out` with what each feature adds, the largest amounts first, those that add nothing left out;
 * returns how many there are. */
guint samsok_explanation_contributions(const SamsokExplanation *explanation,
                                       const SamsokFeatures *features,
                                       SamsokContribution out[SAMSOK_FEATURE_COUNT]);

/* "form", "stem", "part", "prefix": how a word was found; NULL for a level of 0. */
const char *samsok_explanation_level(double level);

G_END_DECLS

#endif
