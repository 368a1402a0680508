/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the names of the concepts that a query chooses by. */
#include "config.h"

#include "index/names.h"

#include "core/query/parse.h"
#include "index/filters.h"

#include <stdbool.h>

/* `rolle:*` means more concepts than their names could tell passages apart. */
#define MAX_NAMES 8

static bool has_words(const SamsokQuery *query)
{
    for (guint i = 0; i < query->nodes->len; i++) {
        const SamsokQueryNode *node = g_ptr_array_index(query->nodes, i);
        if (node->words != NULL) {
            return true;
        }
    }
    return false;
}

static void collect(const SamsokThesaurus *thesaurus, const SamsokQueryNode *leaf, GPtrArray *named)
{
    g_autoptr(GPtrArray) meant = samsok_filter_concepts(thesaurus, leaf);
    if (meant != NULL && leaf->occurrence != SAMSOK_FORBIDDEN) {
        g_ptr_array_extend(named, meant, NULL, NULL);
    }
}

gboolean samsok_names_add(SamsokIndex *index, SamsokQuery *query, const SamsokFilters *filters,
                          GError **error)
{
    bool has_filter = filters->concepts != NULL && filters->concepts[0] != NULL;
    if (query->names != NULL || has_words(query) || (query->nodes->len == 0 && !has_filter)) {
        return TRUE;
    }
    const SamsokThesaurus *thesaurus = samsok_opened_thesaurus(index, error);
    if (thesaurus == NULL) {
        return FALSE;
    }
    g_autoptr(GPtrArray) named = g_ptr_array_new();
    for (guint i = 0; i < query->nodes->len; i++) {
        collect(thesaurus, g_ptr_array_index(query->nodes, i), named);
    }
    for (guint i = 0; has_filter && filters->concepts[i] != NULL; i++) {
        SamsokQueryNode leaf = {.kind = SAMSOK_QUERY_VALUE, .field = SAMSOK_QUERY_FIELD_CONCEPT,
                                .text = filters->concepts[i]};
        collect(thesaurus, &leaf, named);
    }
    for (guint i = 0; i < named->len && named->len <= MAX_NAMES; i++) {
        const SamsokConcept *concept = g_ptr_array_index(named, i);
        samsok_query_add_name(query, concept->label, index->analyser);
    }
    return TRUE;
}
