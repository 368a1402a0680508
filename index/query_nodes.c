/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the query tree to the index's own nodes. */
#include "config.h"

#include "index/query_nodes.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/query/check.h"
#include "index/filters.h"
#include "index/opened.h"
#include "index/schema.h"

typedef struct {
    SamsokIndex *index;
    SamsokDatabase *reader; /* its own */
    GPtrArray *notes;
    GHashTable *stems; /* set of the stems asked for, so that no part of a word is asked for again */
    SamsokBudget *budget; /* NULL: none */
    GHashTable *left_out; /* set of what the budget does not reach */
    GError **error;
} Maker;

/* Nodes on their way into a parent. NULL in place of one is an error that was set. */
typedef GPtrArray NodeList;

static SamsokNode *make_node(Maker *maker, const SamsokQueryNode *node);

static NodeList *new_list(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)samsok_node_free);
}

/* The nodes of `list` under one `op`; one alone stays as it is. The list is used up. */
static SamsokNode *combined(SamsokOp op, NodeList *list)
{
    g_ptr_array_set_free_func(list, NULL);
    SamsokNode *node = list->len == 1 ? g_ptr_array_index(list, 0)
                                      : samsok_node_combine(op, (SamsokNode *const *)list->pdata,
                                                            list->len);
    g_ptr_array_unref(list);
    return node;
}

static SamsokNode *pair(SamsokOp op, SamsokNode *first, SamsokNode *second)
{
    SamsokNode *nodes[] = {first, second};
    return samsok_node_combine(op, nodes, 2);
}

/* ---- Words -------------------------------------------------------------------------------------- */

static SamsokNode *stem_node(SamsokQueryField field, const char *stem)
{
    g_autofree char *term =
        field == SAMSOK_QUERY_FIELD_TITLE ? g_strconcat(SAMSOK_PREFIX_TITLE, stem, NULL) : NULL;
    return samsok_node_term(term == NULL ? stem : term);
}

/* .3 to .7 differ by few of 2,375 questions. */
#define FORM_WEIGHT 0.7

/* Another form of the word counts less than the form that was asked for: most passages that answer a question use
 * its very words, and a form that is rarer would outweigh them. All that stands in for a word that no passage has, or
 * is its bokmål, counts in full. */
static SamsokNode *other_form(const SamsokQueryWord *word, SamsokNode *form)
{
    bool counts_in_full = !word->is_met || word->bokmal != NULL; /* what was corrected was not met */
    return counts_in_full ? form : samsok_node_scale(form, FORM_WEIGHT);
}

/* The word's stems, which count as one; a mention of the concept that it stands for counts as well. */
static SamsokNode *one_word(SamsokQueryField field, const SamsokQueryWord *word)
{
    NodeList *list = new_list();
    g_ptr_array_add(list, stem_node(field, word->stem));
    if (word->english_stem != word->stem) {
        g_ptr_array_add(list, stem_node(field, word->english_stem));
    }
    for (guint i = 0; word->alternatives[i] != NULL; i++) {
        g_ptr_array_add(list, other_form(word, stem_node(field, word->alternatives[i])));
    }
    if (word->concept != NULL && field == SAMSOK_QUERY_FIELD_TEXT) {
        g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_CONCEPT, word->concept);
        g_ptr_array_add(list, samsok_node_term(term));
    }
    return combined(SAMSOK_OP_MAX, list);
}

static NodeList *word_list(const SamsokQueryNode *leaf, bool with_stop_words)
{
    NodeList *list = new_list();
    for (guint i = 0; i < leaf->words->len; i++) {
        const SamsokQueryWord *word = &g_array_index(leaf->words, SamsokQueryWord, i);
        if (with_stop_words || !word->is_stop) {
            g_ptr_array_add(list, one_word(leaf->field, word));
        }
    }
    return list;
}

/* Adds the parts of the leaf's words that nobody asked for yet. */
static void add_parts(Maker *maker, const SamsokQueryNode *leaf, NodeList *list)
{
    for (guint i = 0; i < leaf->words->len; i++) {
        const SamsokQueryWord *word = &g_array_index(leaf->words, SamsokQueryWord, i);
        for (guint j = 0; word->parts[j] != NULL; j++) {
            bool is_left_out = g_hash_table_contains(maker->left_out, word->parts[j]);
            if (!is_left_out && g_hash_table_add(maker->stems, (gpointer)word->parts[j])) {
                SamsokNode *part = stem_node(leaf->field, word->parts[j]);
                g_ptr_array_add(list, samsok_node_scale(part, SAMSOK_PART_WEIGHT));
            }
        }
    }
}

/* The words of a welcome leaf count each; that they stand together is for the reranker. Parts of compounds count
 * less. */
static SamsokNode *welcome_word(Maker *maker, const SamsokQueryNode *leaf)
{
    NodeList *list = word_list(leaf, true);
    add_parts(maker, leaf, list);
    return combined(SAMSOK_OP_OR, list);
}

static SamsokNode *all_words(const SamsokQueryNode *leaf)
{
    bool is_section = leaf->field == SAMSOK_QUERY_FIELD_SECTION;
    if (is_section && g_ascii_isdigit(*leaf->text)) { /* a section's number is no term */
        return samsok_node_all();
    }
    return combined(SAMSOK_OP_AND, word_list(leaf, true));
}

static bool add_term(const char *term, uint32_t doc_count, void *data)
{
    (void)doc_count;
    NodeList *list = data;
    g_ptr_array_add(list, samsok_node_term(term));
    return list->len <= SAMSOK_MAX_WILDCARD_TERMS;
}

/* The terms that begin with `prefix`. They are named here and not left to the index as a wildcard,
 * which every shard would expand for itself and weigh by its own terms; only where there are too many
 * does the index choose. NULL on error. */
static NodeList *prefix_list(Maker *maker, const char *prefix, const char *typed)
{
    NodeList *list = new_list();
    if (!samsok_database_each_term(maker->reader, prefix, add_term, list, maker->error)) {
        g_ptr_array_unref(list);
        return NULL;
    }
    if (list->len > SAMSOK_MAX_WILDCARD_TERMS) {
        samsok_query_note(maker->notes, "'%s*' stands for more than %u words: the most frequent count",
                          typed, SAMSOK_MAX_WILDCARD_TERMS);
        g_ptr_array_set_size(list, 0);
        g_ptr_array_add(list, samsok_node_prefix(prefix, SAMSOK_MAX_WILDCARD_TERMS));
    }
    return list;
}

/* The stem of a word that begins so may be shorter than what was typed: «samordningen*». */
static SamsokNode *prefix_node(Maker *maker, const SamsokQueryNode *leaf)
{
    const char *word = g_array_index(leaf->words, SamsokQueryWord, 0).word;
    g_autofree char *prefix = leaf->field == SAMSOK_QUERY_FIELD_TITLE
                                  ? g_strconcat(SAMSOK_PREFIX_TITLE, word, NULL)
                                  : g_strdup(word);
    NodeList *list = prefix_list(maker, prefix, leaf->text);
    if (list == NULL) {
        return NULL;
    }
    if (g_str_has_suffix(word, "e")) { /* «allé» keeps its accent, «alléen» does not */
        g_autofree char *stressed = g_strdup_printf("%.*sé", (int)strlen(word) - 1, word);
        g_ptr_array_add(list, stem_node(leaf->field, stressed));
    }
    const char *end = word + strlen(word);
    for (guint cut = 1; cut <= 5; cut++) {
        end = g_utf8_find_prev_char(word, end);
        if (end == NULL || end - word < 3) {
            break;
        }
        g_autofree char *stem = g_strndup(word, (gsize)(end - word));
        g_ptr_array_add(list, stem_node(leaf->field, stem));
    }
    return combined(SAMSOK_OP_MAX, list);
}

static SamsokNode *near_node(const SamsokQueryNode *near)
{
    NodeList *list = new_list();
    for (guint i = 0; i < near->children->len; i++) {
        const SamsokQueryNode *leaf = g_ptr_array_index(near->children, i);
        if (leaf->kind == SAMSOK_QUERY_WORD) {
            g_ptr_array_add(list, all_words(leaf));
        }
    }
    if (list->len == 0) { /* wildcards alone: the check sees to them */
        g_ptr_array_add(list, samsok_node_all());
    }
    return combined(SAMSOK_OP_AND, list);
}

/* ---- Trees -------------------------------------------------------------------------------------- */

static bool is_stop_leaf(const SamsokQueryNode *node)
{
    bool all_stop = node->kind == SAMSOK_QUERY_WORD && node->occurrence == SAMSOK_WELCOME;
    for (guint i = 0; all_stop && i < node->words->len; i++) {
        all_stop = g_array_index(node->words, SamsokQueryWord, i).is_stop;
    }
    return all_stop;
}

typedef struct {
    NodeList *required;
    NodeList *filters;
    NodeList *welcome;
    NodeList *forbidden;
} BagLists;

static void free_lists(BagLists *lists)
{
    g_clear_pointer(&lists->required, g_ptr_array_unref);
    g_clear_pointer(&lists->filters, g_ptr_array_unref);
    g_clear_pointer(&lists->welcome, g_ptr_array_unref);
    g_clear_pointer(&lists->forbidden, g_ptr_array_unref);
}

static bool has_content(const SamsokQueryNode *bag)
{
    for (guint i = 0; i < bag->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(bag->children, i);
        bool is_filter = samsok_query_node_is_filter(child);
        if (child->occurrence != SAMSOK_FORBIDDEN && !is_filter && !is_stop_leaf(child)) {
            return true;
        }
    }
    return false;
}

static NodeList *place_of(const BagLists *lists, const SamsokQueryNode *child)
{
    switch (child->occurrence) {
    case SAMSOK_WELCOME:
        return lists->welcome;
    case SAMSOK_REQUIRED:
        return samsok_query_node_is_filter(child) ? lists->filters : lists->required;
    case SAMSOK_FORBIDDEN:
        return lists->forbidden;
    }
    return lists->welcome;
}

static gboolean fill_lists(Maker *maker, const SamsokQueryNode *bag, BagLists *lists)
{
    bool drop_stop_words = has_content(bag);
    if (maker->budget != NULL && !samsok_budget_leave_out(maker->budget, maker->reader, bag,
                                                          maker->left_out, maker->error)) {
        return FALSE;
    }
    for (guint i = 0; i < bag->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(bag->children, i);
        bool skip = (drop_stop_words && is_stop_leaf(child)) ||
                    g_hash_table_contains(maker->left_out, child) ||
                    (child->occurrence == SAMSOK_FORBIDDEN && samsok_query_node_is_inexact(child));
        SamsokNode *node = skip ? NULL : make_node(maker, child);
        if (!skip && node == NULL) {
            return FALSE;
        }
        if (node != NULL) {
            g_ptr_array_add(place_of(lists, child), node);
        }
    }
    return TRUE;
}

/* What ranks: the required words, raised by the welcome ones; else the welcome ones; else all. */
static SamsokNode *ranking_node(BagLists *lists)
{
    SamsokNode *welcome = NULL;
    if (lists->welcome->len > 0) {
        welcome = combined(SAMSOK_OP_OR, g_steal_pointer(&lists->welcome));
    }
    if (lists->required->len == 0) {
        return welcome == NULL ? samsok_node_all() : welcome;
    }
    SamsokNode *required = combined(SAMSOK_OP_AND, g_steal_pointer(&lists->required));
    return welcome == NULL ? required : pair(SAMSOK_OP_AND_MAYBE, required, welcome);
}

static SamsokNode *bag_node(Maker *maker, const SamsokQueryNode *bag)
{
    BagLists lists = {new_list(), new_list(), new_list(), new_list()};
    if (!fill_lists(maker, bag, &lists)) {
        free_lists(&lists);
        return NULL;
    }
    SamsokNode *node = ranking_node(&lists);
    if (lists.filters->len > 0) {
        node = pair(SAMSOK_OP_FILTER, node,
                    combined(SAMSOK_OP_AND, g_steal_pointer(&lists.filters)));
    }
    if (lists.forbidden->len > 0) {
        node = pair(SAMSOK_OP_AND_NOT, node,
                    combined(SAMSOK_OP_OR, g_steal_pointer(&lists.forbidden)));
    }
    free_lists(&lists);
    return node;
}

static SamsokNode *or_node(Maker *maker, const SamsokQueryNode *either)
{
    g_autoptr(GPtrArray) list = new_list();
    for (guint i = 0; i < either->children->len; i++) {
        SamsokNode *node = make_node(maker, g_ptr_array_index(either->children, i));
        if (node == NULL) {
            return NULL;
        }
        g_ptr_array_add(list, node);
    }
    return combined(SAMSOK_OP_OR, g_steal_pointer(&list));
}

static SamsokNode *make_node(Maker *maker, const SamsokQueryNode *node)
{
    switch (node->kind) {
    case SAMSOK_QUERY_BAG:
        return bag_node(maker, node);
    case SAMSOK_QUERY_OR:
        return or_node(maker, node);
    case SAMSOK_QUERY_NEAR:
        return near_node(node);
    case SAMSOK_QUERY_WORD:
        return node->occurrence == SAMSOK_WELCOME ? welcome_word(maker, node) : all_words(node);
    case SAMSOK_QUERY_PREFIX:
        return prefix_node(maker, node);
    case SAMSOK_QUERY_PHRASE:
        return all_words(node);
    case SAMSOK_QUERY_VALUE:
    case SAMSOK_QUERY_YEARS: {
        SamsokNode *filter = samsok_filter_leaf(maker->index, node, maker->notes, maker->error);
        return filter == NULL ? NULL : samsok_node_scale(filter, 0);
    }
    }
    return samsok_node_none();
}

/* What is chosen, ranked by the query's names where it has some. Hands on a NULL, an error that was set. */
static SamsokNode *with_names(Maker *maker, const SamsokQuery *query, SamsokNode *chosen)
{
    if (chosen == NULL || query->names == NULL || query->names->children->len == 0) {
        return chosen;
    }
    NodeList *list = new_list();
    for (guint i = 0; i < query->names->children->len; i++) {
        g_ptr_array_add(list, welcome_word(maker, g_ptr_array_index(query->names->children, i)));
    }
    return pair(SAMSOK_OP_AND_MAYBE, chosen, combined(SAMSOK_OP_OR, list));
}

static void note_stems(const SamsokQueryNode *leaf, void *data)
{
    for (guint i = 0; i < leaf->words->len; i++) {
        g_hash_table_add(data, (gpointer)g_array_index(leaf->words, SamsokQueryWord, i).stem);
    }
}

/* The kind of document asked for alone. Nearly all documents are passages: it costs less to read which are
 * none than which are. */
static SamsokNode *of_kind(SamsokNode *node, const char *kind)
{
    if (strcmp(kind, SAMSOK_KIND_PASSAGE) != 0) {
        return pair(SAMSOK_OP_FILTER, node, samsok_node_term(kind));
    }
    NodeList *others = new_list();
    for (const char *const *other = samsok_schema_kinds(); *other != NULL; other++) {
        if (strcmp(*other, kind) != 0) {
            g_ptr_array_add(others, samsok_node_term(*other));
        }
    }
    return pair(SAMSOK_OP_AND_NOT, node, combined(SAMSOK_OP_OR, others));
}

SamsokNode *samsok_query_nodes(SamsokIndex *index, const SamsokQuery *query,
                               const SamsokFilters *filters, SamsokBudget *budget, GPtrArray *notes,
                               GError **error)
{
    g_autoptr(GHashTable) stems = g_hash_table_new(g_str_hash, g_str_equal);
    samsok_query_each_shown(query, note_stems, stems);
    g_autoptr(GHashTable) left_out = g_hash_table_new(NULL, NULL);
    Maker maker = {.index = index, .reader = index->reader, .notes = notes, .stems = stems, .budget = budget,
                   .left_out = left_out, .error = error};
    g_autoptr(GPtrArray) list = new_list();
    const char *kind = filters->hit_kind == NULL ? SAMSOK_KIND_PASSAGE : filters->hit_kind;
    if (!samsok_filter_nodes(index, filters, notes, list, error)) {
        return NULL;
    }
    bool has_filters = list->len > 0;
    if (query->root == NULL) {
        g_ptr_array_add(list, samsok_node_term(kind));
        SamsokNode *filter = combined(SAMSOK_OP_AND, g_steal_pointer(&list));
        return has_filters ? with_names(&maker, query, samsok_node_scale(filter, 0))
                           : pair(SAMSOK_OP_AND, filter, samsok_node_none());
    }
    SamsokNode *node = with_names(&maker, query, make_node(&maker, query->root));
    if (node == NULL) {
        return NULL;
    }
    if (has_filters) {
        node = pair(SAMSOK_OP_FILTER, node, combined(SAMSOK_OP_AND, g_steal_pointer(&list)));
    }
    node = of_kind(node, kind);
    return filters->except == NULL
               ? node
               : pair(SAMSOK_OP_AND_NOT, node, samsok_filter_except(filters->except));
}
