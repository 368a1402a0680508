/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what an answer was made with, and takes scores apart. */
#include "config.h"

#include "index/explanation.h"

#include <math.h>
#include <stdlib.h>

SamsokExplanation *samsok_explanation_new(void)
{
    SamsokExplanation *explanation = g_new0(SamsokExplanation, 1);
    explanation->left_out = g_ptr_array_new_with_free_func(g_free);
    return explanation;
}

void samsok_explanation_free(SamsokExplanation *explanation)
{
    if (explanation == NULL) {
        return;
    }
    samsok_wanted_free(explanation->wanted);
    samsok_query_free(explanation->query);
    g_ptr_array_unref(explanation->left_out);
    g_free(explanation);
}

static int by_amount(const void *left, const void *right)
{
    const SamsokContribution *first = left;
    const SamsokContribution *second = right;
    double difference = fabs(second->points) - fabs(first->points);
    if (difference != 0) {
        return difference > 0 ? 1 : -1;
    }
    return first->feature < second->feature ? -1 : 1;
}

guint samsok_explanation_contributions(const SamsokExplanation *explanation,
                                       const SamsokFeatures *features,
                                       SamsokContribution out[SAMSOK_FEATURE_COUNT])
{
    guint count = 0;
    for (guint i = 0; i < SAMSOK_FEATURE_COUNT; i++) {
        double weight = explanation->weights.values[i];
        double value = features->values[i];
        if (weight * value != 0) {
            out[count++] = (SamsokContribution){(SamsokFeature)i, value, weight, weight * value};
        }
    }
    qsort(out, count, sizeof *out, by_amount);
    return count;
}

const char *samsok_explanation_level(double level)
{
    if (level >= SAMSOK_LEVEL_FORM) {
        return "form";
    }
    if (level >= SAMSOK_LEVEL_STEM) {
        return "stem";
    }
    if (level >= SAMSOK_LEVEL_PART) {
        return "part";
    }
    return level > 0 ? "prefix" : NULL;
}
