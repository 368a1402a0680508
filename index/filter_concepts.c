/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concepts that a field of a query means, as boolean terms. */
#include "config.h"

#include "index/filter_concepts.h"

#include <string.h>

#include "core/base/limits.h"
#include "index/meant.h"
#include "index/opened.h"
#include "index/project_places.h"
#include "index/schema.h"

/* The kind of concept that a field is about: "" for any, NULL when it is about none. */
static const char *kind_of_field(SamsokQueryField field)
{
    static const char *const kinds[SAMSOK_QUERY_FIELD_COUNT] = {
        [SAMSOK_QUERY_FIELD_CONCEPT] = "",
        [SAMSOK_QUERY_FIELD_ROLE] = "role",
        [SAMSOK_QUERY_FIELD_INSTRUMENT] = "instrument",
        [SAMSOK_QUERY_FIELD_MECHANISM] = "mechanism",
        [SAMSOK_QUERY_FIELD_STEP] = "step",
        [SAMSOK_QUERY_FIELD_CASE] = "case",
        [SAMSOK_QUERY_FIELD_ACTOR] = "actor",
    };
    return kinds[field];
}

GPtrArray *samsok_filter_concepts(const SamsokThesaurus *thesaurus, const SamsokQueryNode *leaf)
{
    const char *kind = leaf->kind == SAMSOK_QUERY_VALUE ? kind_of_field(leaf->field) : NULL;
    return kind == NULL
               ? NULL
               : samsok_meant_concepts(thesaurus, *kind == '\0' ? NULL : kind, leaf->text);
}

static bool stands_above(const SamsokThesaurus *thesaurus, const char *upper, const char *id)
{
    const GPtrArray *above = samsok_thesaurus_above(thesaurus, id);
    for (guint i = 0; above != NULL && i < above->len; i++) {
        if (strcmp(g_ptr_array_index(above, i), upper) == 0) {
            return true;
        }
    }
    return false;
}

/* True when something above `id` is of `meant` (a set of ids) too: that one's term stands wherever its own
 * does. Of a ring, where each stands above the other, all count. */
static bool is_under_another(const SamsokThesaurus *thesaurus, GHashTable *meant, const char *id)
{
    const GPtrArray *above = samsok_thesaurus_above(thesaurus, id);
    for (guint i = 0; above != NULL && i < above->len; i++) {
        const char *one = g_ptr_array_index(above, i);
        if (g_hash_table_contains(meant, one) && !stands_above(thesaurus, id, one)) {
            return true;
        }
    }
    return false;
}

/* What has a term of one of `meant`. A kind may have as many concepts as the vocabulary, and Xapian takes the
 * square of that: those that no passage has, and those that another's term stands for too, are left out. */
static SamsokNode *any_of(SamsokDatabase *reader, const SamsokThesaurus *thesaurus,
                          const GPtrArray *meant, GError **error)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < meant->len; i++) {
        g_hash_table_add(ids, (gpointer)((const SamsokConcept *)g_ptr_array_index(meant, i))->id);
    }
    g_autoptr(GPtrArray) nodes = g_ptr_array_new_with_free_func((GDestroyNotify)samsok_node_free);
    for (guint i = 0; i < meant->len && nodes->len < SAMSOK_MAX_FILTER_TERMS; i++) {
        const SamsokConcept *concept = g_ptr_array_index(meant, i);
        g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_CONCEPT, concept->id);
        uint32_t count = 0;
        if (is_under_another(thesaurus, ids, concept->id)) {
            continue;
        }
        if (!samsok_database_term_count(reader, term, &count, error)) {
            return NULL;
        }
        if (count > 0) {
            g_ptr_array_add(nodes, samsok_node_term(term));
        }
    }
    g_ptr_array_set_free_func(nodes, NULL);
    return samsok_node_combine(SAMSOK_OP_OR, (SamsokNode *const *)nodes->pdata, nodes->len);
}

SamsokNode *samsok_filter_concept_node(SamsokIndex *index, const SamsokQueryNode *leaf, GPtrArray *notes,
                                       GError **error)
{
    const SamsokThesaurus *thesaurus = samsok_opened_thesaurus(index, error);
    if (thesaurus == NULL) {
        return NULL;
    }
    const char *kind = kind_of_field(leaf->field);
    g_autoptr(GPtrArray) meant = samsok_filter_concepts(thesaurus, leaf);
    bool may_be_case = *kind == '\0' || strcmp(kind, "case") == 0;
    if (meant->len == 0 && may_be_case) {
        SamsokNode *named = NULL;
        gboolean ok = samsok_project_filter(index, leaf->text, notes, &named, error);
        if (!ok || named != NULL) {
            return named;
        }
    }
    if (meant->len == 0) {
        samsok_query_note(notes, "no %s '%.60s' in the vocabulary of the index%s",
                          *kind == '\0' ? "concept" : kind, leaf->text,
                          may_be_case ? ", nor an undertaking that reports name so" : "");
    }
    return any_of(index->reader, thesaurus, meant, error);
}
