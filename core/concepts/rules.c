/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the context rules of a vocabulary, and the hierarchy that they refer to. */
#include "config.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/concepts/lexicon-private.h"

/* The key of a phrase; a phrase that is new becomes a pattern of its own. What a mention must not
 * stand in is a name or a fixed expression and matches as written («samordningsloven» has the stem
 * of «samordning»); what stands near may be inflected. */
static SamsokKey cue_key(SamsokLexicon *lexicon, const SamsokStatement *statement)
{
    bool exact = statement->property == SAMSOK_PROPERTY_NOT_IN;
    GHashTable *cues = lexicon->cues[exact];
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(cues, statement->text));
    if (found != 0) {
        return found;
    }
    SamsokKey key =
        samsok_vocabulary_resource_count(lexicon->vocabulary) + lexicon->cue_names->len + 1;
    g_ptr_array_add(lexicon->cue_names, (gpointer)statement->text);
    g_hash_table_insert(cues, (gpointer)statement->text, GUINT_TO_POINTER(key));
    SamsokPattern pattern = {
        .key = key,
        .is_cue = true,
        .text = statement->text,
        .kind = statement->property,
        .exact = exact,
        .file = statement->file,
        .line = statement->line,
    };
    samsok_lexicon_put(lexicon, &pattern, statement->language);
    return key;
}

static void add_key(SamsokLexicon *lexicon, GArray **keys, const SamsokStatement *statement)
{
    if (*keys == NULL) {
        *keys = g_array_new(FALSE, FALSE, sizeof(SamsokKey));
    }
    SamsokKey key = statement->object != SAMSOK_NO_RESOURCE ? statement->object
                                                            : cue_key(lexicon, statement);
    g_array_append_val(*keys, key);
}

static void add_condition(SamsokLexicon *lexicon, SamsokContextRule *rule,
                          const SamsokStatement *statement)
{
    if (statement->property == SAMSOK_PROPERTY_REQUIRES_NEAR) {
        add_key(lexicon, &rule->near, statement);
    } else if (statement->property == SAMSOK_PROPERTY_REQUIRES_IN_SECTION) {
        add_key(lexicon, &rule->in_section, statement);
        guint last = g_array_index(rule->in_section, SamsokKey, rule->in_section->len - 1);
        g_hash_table_add(lexicon->section_keys, GUINT_TO_POINTER(last));
    } else if (statement->property == SAMSOK_PROPERTY_NOT_NEAR) {
        add_key(lexicon, &rule->not_near, statement);
    } else if (statement->property == SAMSOK_PROPERTY_NOT_IN) {
        add_key(lexicon, &rule->not_in, statement);
    }
}

/* True when the rule names no label or this one. */
static bool is_about(const SamsokVocabulary *vocabulary, guint rule, const char *label)
{
    bool names_any = false;
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, rule); i++) {
        const SamsokStatement *statement = samsok_vocabulary_statement(vocabulary, rule, i);
        if (statement->property == SAMSOK_PROPERTY_RULE_LABEL) {
            names_any = true;
            if (strcmp(statement->text, label) == 0) {
                return true;
            }
        }
    }
    return !names_any;
}

static void hand_out(SamsokLexicon *lexicon, guint resource, SamsokContextRule *rule, guint concept,
                     guint first_pattern)
{
    for (guint i = first_pattern; i < lexicon->patterns->len; i++) {
        SamsokPattern *pattern = &g_array_index(lexicon->patterns, SamsokPattern, i);
        if (pattern->is_cue || pattern->key != concept ||
            !is_about(lexicon->vocabulary, resource, pattern->text)) {
            continue;
        }
        if (pattern->rules == NULL) {
            pattern->rules = g_ptr_array_new();
            g_ptr_array_add(lexicon->rule_lists, pattern->rules);
        }
        g_ptr_array_add(pattern->rules, rule);
    }
}

void samsok_lexicon_put_rules(SamsokLexicon *lexicon, guint concept, guint first_pattern)
{
    const SamsokVocabulary *vocabulary = lexicon->vocabulary;
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, concept); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, concept, i);
        if (said->property != SAMSOK_PROPERTY_RULE || said->object == SAMSOK_NO_RESOURCE) {
            continue;
        }
        SamsokContextRule *rule = g_new0(SamsokContextRule, 1);
        g_ptr_array_add(lexicon->rules, rule);
        for (guint j = 0; j < samsok_vocabulary_statement_count(vocabulary, said->object); j++) {
            add_condition(lexicon, rule,
                          samsok_vocabulary_statement(vocabulary, said->object, j));
        }
        hand_out(lexicon, said->object, rule, concept, first_pattern);
    }
}

/* Adds what stands directly above a concept (of guint) to `above`, each once; one more than are allowed, so that
 * the check sees it. */
static void add_broader(const GArray *broader, GArray *above)
{
    for (guint i = 0; i < broader->len && above->len <= SAMSOK_MAX_CONCEPTS_ABOVE; i++) {
        guint found = g_array_index(broader, guint, i);
        bool known = false;
        for (guint j = 0; j < above->len && !known; j++) {
            known = g_array_index(above, guint, j) == found;
        }
        if (!known) {
            g_array_append_val(above, found);
        }
    }
}

/* What stands directly above each resource: asked once, for it costs as much as there stands below. */
static GPtrArray *all_broader(const SamsokVocabulary *vocabulary)
{
    GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < samsok_vocabulary_resource_count(vocabulary); i++) {
        g_ptr_array_add(all, samsok_vocabulary_neighbours(vocabulary, i, SAMSOK_PROPERTY_BROADER));
    }
    return all;
}

void samsok_lexicon_find_ancestors(SamsokLexicon *lexicon)
{
    const SamsokVocabulary *vocabulary = lexicon->vocabulary;
    g_autoptr(GPtrArray) broader = all_broader(vocabulary);
    for (guint i = 0; i < broader->len; i++) {
        GArray *above = g_array_new(FALSE, FALSE, sizeof(guint));
        g_ptr_array_add(lexicon->ancestors, above);
        if (samsok_vocabulary_is_concept(vocabulary, i)) {
            g_array_append_val(above, i);
        }
        for (guint next = 0; next < above->len; next++) {
            add_broader(g_ptr_array_index(broader, g_array_index(above, guint, next)), above);
        }
    }
}

const GArray *samsok_lexicon_above(const SamsokLexicon *lexicon, SamsokKey key)
{
    return key < lexicon->ancestors->len ? g_ptr_array_index(lexicon->ancestors, key) : NULL;
}

bool samsok_lexicon_is_below(const SamsokLexicon *lexicon, guint concept, guint ancestor)
{
    const GArray *above = samsok_lexicon_above(lexicon, concept);
    for (guint i = 0; above != NULL && i < above->len; i++) {
        if (g_array_index(above, guint, i) == ancestor) {
            return true;
        }
    }
    return concept == ancestor;
}

const char *samsok_lexicon_key_name(const SamsokLexicon *lexicon, SamsokKey key)
{
    guint concepts = samsok_vocabulary_resource_count(lexicon->vocabulary);
    return key < concepts ? samsok_vocabulary_id(lexicon->vocabulary, key)
                          : g_ptr_array_index(lexicon->cue_names, key - concepts - 1);
}

bool samsok_lexicon_is_asked_in_section(const SamsokLexicon *lexicon, SamsokKey key)
{
    return g_hash_table_contains(lexicon->section_keys, GUINT_TO_POINTER(key));
}
