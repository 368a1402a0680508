/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stems and prefixes of a query in a table. */
#include "config.h"

#include "core/query/matcher.h"

#include <string.h>

#include "core/language/accents.h"

struct _SamsokQueryMatcher {
    GHashTable *stems;   /* stem → index + 1 */
    GHashTable *parts;   /* the same of what may be a part of a compound */
    GPtrArray *prefixes; /* of const char *; their indexes follow those of the stems */
    guint stem_count;
    SamsokSieve sieve;   /* of all of them */
    SamsokPartsOf parts_of; /* NULL: nobody is asked */
    void *parts_data;
};

typedef struct {
    SamsokQueryMatcher *matcher;
    bool with_stop_words;
} Collector;

static void add_stem(SamsokQueryMatcher *matcher, const char *stem, gpointer index, bool may_be_part)
{
    samsok_sieve_add(&matcher->sieve, stem);
    if (!g_hash_table_contains(matcher->stems, stem)) {
        g_hash_table_insert(matcher->stems, (gpointer)stem, index);
    }
    if (may_be_part && !g_hash_table_contains(matcher->parts, stem)) {
        samsok_sieve_add_inner(&matcher->sieve, stem);
        g_hash_table_insert(matcher->parts, (gpointer)stem, index);
    }
}

static void add_word(SamsokQueryMatcher *matcher, const SamsokQueryWord *word, bool may_be_part)
{
    gpointer index = g_hash_table_lookup(matcher->stems, word->stem);
    if (index == NULL) {
        index = GUINT_TO_POINTER(++matcher->stem_count);
    }
    add_stem(matcher, word->stem, index, may_be_part);
    add_stem(matcher, word->english_stem, index, false);
    for (guint i = 0; word->alternatives[i] != NULL; i++) {
        add_stem(matcher, word->alternatives[i], index, may_be_part);
    }
}

static void collect_leaf(const SamsokQueryNode *leaf, void *data)
{
    Collector *collector = data;
    for (guint i = 0; i < leaf->words->len; i++) {
        const SamsokQueryWord *word = &g_array_index(leaf->words, SamsokQueryWord, i);
        if (leaf->kind == SAMSOK_QUERY_PREFIX) {
            samsok_sieve_add(&collector->matcher->sieve, word->word);
            g_ptr_array_add(collector->matcher->prefixes, (gpointer)word->word);
        } else if (collector->with_stop_words || !word->is_stop) {
            bool may_be_part = leaf->kind == SAMSOK_QUERY_WORD && !word->is_stop;
            add_word(collector->matcher, word, may_be_part);
        }
    }
}

SamsokQueryMatcher *samsok_query_matcher_new(const SamsokQuery *query)
{
    SamsokQueryMatcher *matcher = g_new0(SamsokQueryMatcher, 1);
    matcher->stems = g_hash_table_new(g_str_hash, g_str_equal);
    matcher->parts = g_hash_table_new(g_str_hash, g_str_equal);
    matcher->prefixes = g_ptr_array_new();
    Collector collector = {.matcher = matcher, .with_stop_words = false};
    samsok_query_each_shown(query, collect_leaf, &collector);
    if (samsok_query_matcher_count(matcher) == 0) {
        collector.with_stop_words = true;
        samsok_query_each_shown(query, collect_leaf, &collector);
    }
    return matcher;
}

void samsok_query_matcher_free(SamsokQueryMatcher *matcher)
{
    if (matcher == NULL) {
        return;
    }
    g_hash_table_unref(matcher->stems);
    g_hash_table_unref(matcher->parts);
    g_ptr_array_unref(matcher->prefixes);
    g_free(matcher);
}

guint samsok_query_matcher_count(const SamsokQueryMatcher *matcher)
{
    return matcher->stem_count + matcher->prefixes->len;
}

const SamsokSieve *samsok_query_matcher_sieve(const SamsokQueryMatcher *matcher)
{
    return &matcher->sieve;
}

void samsok_query_matcher_ask(SamsokQueryMatcher *matcher, SamsokPartsOf parts_of, void *data)
{
    matcher->parts_of = parts_of;
    matcher->parts_data = data;
}

/* True when the letters of some part stand in the token: a stem is a beginning of what it is the stem of, most often
 * without its accents. */
static bool may_have_part(const SamsokQueryMatcher *matcher, const SamsokToken *token)
{
    GHashTableIter iter;
    gpointer stem = NULL;
    bool may_have = false;
    SamsokPlainWord plain;
    const char *word = samsok_accents_strip(token->word, plain);
    g_hash_table_iter_init(&iter, matcher->parts);
    while (!may_have && g_hash_table_iter_next(&iter, &stem, NULL)) {
        may_have = strstr(word, stem) != NULL || strstr(token->word, stem) != NULL;
    }
    return may_have;
}

/* The index of the word that is a part of the token, plus 1; NULL for none. */
static gpointer find_part(const SamsokQueryMatcher *matcher, const SamsokToken *token)
{
    const char *const *parts = token->parts;
    if (*parts == NULL && matcher->parts_of != NULL && may_have_part(matcher, token)) {
        parts = matcher->parts_of(token, matcher->parts_data);
    }
    gpointer index = NULL;
    for (guint i = 0; index == NULL && parts[i] != NULL; i++) {
        index = g_hash_table_lookup(matcher->parts, parts[i]);
    }
    return index;
}

int samsok_query_matcher_find(const SamsokQueryMatcher *matcher, const SamsokToken *token,
                              bool *out_is_part)
{
    *out_is_part = false;
    if (token->word == NULL) {
        return -1;
    }
    gpointer index = g_hash_table_lookup(matcher->stems, token->stem);
    if (index == NULL) {
        index = find_part(matcher, token);
        *out_is_part = index != NULL;
    }
    if (index != NULL) {
        return (int)GPOINTER_TO_UINT(index) - 1;
    }
    for (guint i = 0; i < matcher->prefixes->len; i++) {
        if (samsok_accents_begins(token->word, g_ptr_array_index(matcher->prefixes, i))) {
            return (int)(matcher->stem_count + i);
        }
    }
    return -1;
}
