/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weights of features: those compiled in, those of a file, and their sum. */
#include "config.h"

#include "core/query/rerank.h"

#include "core/base/error.h"
#include "core/base/limits.h"

/* Made from data/rerank.weights by the build: [SAMSOK_FEATURE_…] is not known to it, names are. */
static const struct {
    const char *name;
    double weight;
} usual_weights[] = {
#include "core/query/rerank_weights.inc"
};

const SamsokRerankWeights *samsok_rerank_weights_usual(void)
{
    static SamsokRerankWeights usual;
    static gsize is_made = 0;
    if (g_once_init_enter(&is_made)) {
        for (guint i = 0; i < G_N_ELEMENTS(usual_weights); i++) {
            SamsokFeature feature = samsok_feature_from_name(usual_weights[i].name);
            if (feature < SAMSOK_FEATURE_COUNT) {
                usual.values[feature] = usual_weights[i].weight;
            }
        }
        g_once_init_leave(&is_made, 1);
    }
    return &usual;
}

/* "name weight", or nothing but a remark. */
static bool read_line(const char *line, SamsokRerankWeights *weights)
{
    if (*line == '\0' || *line == '#') {
        return true;
    }
    g_auto(GStrv) fields = g_strsplit(line, " ", 2);
    if (fields[1] == NULL) {
        return false;
    }
    char *end = NULL;
    double weight = g_ascii_strtod(fields[1], &end);
    SamsokFeature feature = samsok_feature_from_name(fields[0]);
    if (feature == SAMSOK_FEATURE_COUNT || end == fields[1] || *end != '\0') {
        return false;
    }
    weights->values[feature] = weight;
    return true;
}

gboolean samsok_rerank_weights_load(const char *path, SamsokRerankWeights *out_weights,
                                    GError **error)
{
    g_autofree char *text = NULL;
    gsize len = 0;
    if (!g_file_get_contents(path, &text, &len, NULL) || len > SAMSOK_MAX_SIDECAR_BYTES) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "'%s': no file of weights", path);
        return FALSE;
    }
    SamsokRerankWeights weights = {0};
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        if (!read_line(lines[i], &weights)) {
            g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CONFIG,
                        "'%s': line %u is not the name of a feature and its weight", path, i + 1);
            return FALSE;
        }
    }
    *out_weights = weights;
    return TRUE;
}

double samsok_rerank_score(const SamsokRerankWeights *weights, const SamsokFeatures *features)
{
    double sum = 0;
    for (guint i = 0; i < SAMSOK_FEATURE_COUNT; i++) {
        sum += weights->values[i] * features->values[i];
    }
    return sum;
}
