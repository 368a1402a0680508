/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares texts by the stems they have in common. */
#include "config.h"

#include "core/insight/stem_sets.h"

#include <math.h>

struct _SamsokStemSets {
    SamsokAnalyser *analyser;
    GArray *tokens;     /* scratch */
    GPtrArray *sets;    /* of GHashTable: the stems of each text */
    GHashTable *counts; /* stem → in how many texts; its keys are lent by the sets */
};

static void destroy_set(gpointer set)
{
    g_hash_table_unref(set);
}

SamsokStemSets *samsok_stem_sets_new(SamsokAnalyser *analyser)
{
    SamsokStemSets *sets = g_new0(SamsokStemSets, 1);
    sets->analyser = analyser;
    sets->tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    sets->sets = g_ptr_array_new_with_free_func(destroy_set);
    sets->counts = g_hash_table_new(g_str_hash, g_str_equal);
    return sets;
}

void samsok_stem_sets_free(SamsokStemSets *sets)
{
    if (sets == NULL) {
        return;
    }
    g_hash_table_unref(sets->counts);
    g_ptr_array_unref(sets->sets);
    g_array_unref(sets->tokens);
    g_free(sets);
}

static GHashTable *stems_of(SamsokStemSets *sets, const char *text, const char *language)
{
    GHashTable *stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    samsok_analyser_tokens(sets->analyser, text, language, sets->tokens);
    for (guint i = 0; i < sets->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(sets->tokens, SamsokToken, i);
        if (samsok_analyser_is_stop_word(token->word)) {
            continue;
        }
        g_hash_table_add(stems, g_strdup(token->stem));
        for (guint j = 0; token->parts != NULL && token->parts[j] != NULL; j++) {
            g_hash_table_add(stems, g_strdup(token->parts[j]));
        }
    }
    return stems;
}

void samsok_stem_sets_add(SamsokStemSets *sets, const char *text, const char *language)
{
    GHashTable *stems = stems_of(sets, text, language);
    g_ptr_array_add(sets->sets, stems);
    GHashTableIter iter;
    gpointer stem = NULL;
    g_hash_table_iter_init(&iter, stems);
    while (g_hash_table_iter_next(&iter, &stem, NULL)) {
        guint before = GPOINTER_TO_UINT(g_hash_table_lookup(sets->counts, stem));
        g_hash_table_insert(sets->counts, stem, GUINT_TO_POINTER(before + 1));
    }
}

static double weight_of(const SamsokStemSets *sets, gconstpointer stem)
{
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(sets->counts, stem));
    return log(1 + (double)sets->sets->len / MAX(count, 1));
}

double samsok_stem_sets_share(const SamsokStemSets *sets, guint brief, guint full)
{
    GHashTable *there = g_ptr_array_index(sets->sets, full);
    GHashTableIter iter;
    gpointer stem = NULL;
    double said = 0;
    double all = 0;
    g_hash_table_iter_init(&iter, g_ptr_array_index(sets->sets, brief));
    while (g_hash_table_iter_next(&iter, &stem, NULL)) {
        double weight = weight_of(sets, stem);
        all += weight;
        said += g_hash_table_contains(there, stem) ? weight : 0;
    }
    return all > 0 ? said / all : 0;
}

guint samsok_stem_sets_size(const SamsokStemSets *sets, guint index)
{
    return g_hash_table_size(g_ptr_array_index(sets->sets, index));
}
