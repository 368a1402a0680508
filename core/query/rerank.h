/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders the best passages of a query anew by what stands in them: a weighted sum of features.
 *
 * The weights are a file of lines, a feature's name and its weight, '#' before a remark;
 * data/rerank.weights is compiled in. tests/bench/train-rerank.py makes it from questions with known
 * answers. A feature without a line weighs nothing.
 */
#ifndef SAMSOK_QUERY_RERANK_H
#define SAMSOK_QUERY_RERANK_H

#include "core/query/features.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    double values[SAMSOK_FEATURE_COUNT];
} SamsokRerankWeights;

/* The weights that are compiled in. */
const SamsokRerankWeights *samsok_rerank_weights_usual(void);
/* Errors: MISSING, CONFIG (a line that is none). */
gboolean samsok_rerank_weights_load(const char *path, SamsokRerankWeights *out_weights,
                                    GError **error);

/* The sum for one passage. */
double samsok_rerank_score(const SamsokRerankWeights *weights, const SamsokFeatures *features);

G_END_DECLS

#endif
