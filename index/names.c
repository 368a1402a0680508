/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers the names of the concepts that a query chooses by. */
#include "config.h"

#include "index/names.h"

#include "core/query/parse.h"
#include "index/filter_concepts.h"
#include "index/schema.h"

#include <stdbool.h>
#include <string.h>

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

/* The letters of an abbreviation as typed, without the s of a genitive; NULL when `text` is none.
 * Owner: the caller. */
static char *abbreviation(const char *text)
{
    guint capitals = 0;
    const char *p = text;
    while (g_unichar_isupper(g_utf8_get_char(p)) || g_ascii_isdigit(*p)) {
        capitals += !g_ascii_isdigit(*p);
        p = g_utf8_next_char(p);
    }
    bool ends = *p == '\0' || strcmp(p, "s") == 0;
    return capitals >= 2 && ends ? g_strndup(text, (gsize)(p - text)) : NULL;
}

static bool has_label(const SamsokConcept *concept, const char *text)
{
    for (guint i = 0; i < concept->labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, i);
        if (strcmp(label->text, text) == 0) {
            return true;
        }
    }
    return false;
}

/* True when most passages that mention the concept do without the word. */
static gboolean is_seldom(SamsokIndex *index, const SamsokQueryWord *word, bool *out_is_seldom,
                          GError **error)
{
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_CONCEPT, word->concept);
    uint32_t mentioned = 0;
    uint32_t abbreviated = 0;
    if (!samsok_database_term_count(index->reader, term, &mentioned, error) ||
        !samsok_database_term_count(index->reader, word->stem, &abbreviated, error)) {
        return FALSE;
    }
    *out_is_seldom = abbreviated < mentioned / 2;
    return TRUE;
}

/* Notes what the one word of `leaf` abbreviates. Its full name would only blur the ranking where the
 * reports write the abbreviation. */
static gboolean add_full_name(SamsokIndex *index, SamsokQuery *query, const SamsokQueryNode *leaf,
                              const char *text, const SamsokThesaurus *thesaurus, GError **error)
{
    for (guint i = 0; i < samsok_thesaurus_count(thesaurus); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(thesaurus, i);
        if (has_label(concept, text) && strcmp(concept->label, text) != 0) {
            SamsokQueryWord *word = &g_array_index(leaf->words, SamsokQueryWord, 0);
            word->concept = g_string_chunk_insert_const(query->strings, concept->id);
            bool is_wanted = false;
            if (!is_seldom(index, word, &is_wanted, error)) {
                return FALSE;
            }
            if (is_wanted) {
                samsok_query_note(query->notes, "forkortelse: %s, fullt navn: %s", text, concept->label);
                samsok_query_add_name(query, concept->label, index->analyser);
            }
            return TRUE;
        }
    }
    return TRUE;
}

static gboolean add_full_names(SamsokIndex *index, SamsokQuery *query, GError **error)
{
    guint count = query->nodes->len; /* names are nodes too */
    for (guint i = 0; i < count; i++) {
        const SamsokQueryNode *leaf = g_ptr_array_index(query->nodes, i);
        bool may_be = leaf->kind == SAMSOK_QUERY_WORD && leaf->words->len == 1 &&
                      leaf->field == SAMSOK_QUERY_FIELD_TEXT &&
                      leaf->occurrence != SAMSOK_FORBIDDEN;
        g_autofree char *text = may_be ? abbreviation(leaf->text) : NULL;
        if (text == NULL) {
            continue;
        }
        const SamsokThesaurus *thesaurus = samsok_opened_thesaurus(index, error);
        if (thesaurus == NULL ||
            !add_full_name(index, query, leaf, text, thesaurus, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

/* The names of what is chosen by. */
static gboolean add_chosen(SamsokIndex *index, SamsokQuery *query, const SamsokFilters *filters,
                           GError **error)
{
    const SamsokThesaurus *thesaurus = samsok_opened_thesaurus(index, error);
    if (thesaurus == NULL) {
        return FALSE;
    }
    g_autoptr(GPtrArray) named = g_ptr_array_new();
    for (guint i = 0; i < query->nodes->len; i++) {
        collect(thesaurus, g_ptr_array_index(query->nodes, i), named);
    }
    for (guint i = 0; filters->concepts != NULL && filters->concepts[i] != NULL; i++) {
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

gboolean samsok_names_add(SamsokIndex *index, SamsokQuery *query, const SamsokFilters *filters,
                          GError **error)
{
    if (query->names != NULL) {
        return TRUE;
    }
    return has_words(query) ? add_full_names(index, query, error)
                            : add_chosen(index, query, filters, error);
}
