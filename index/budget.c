/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spends a budget of postings on the rarest words of a bag. */
#include "config.h"

#include "index/budget.h"

/* A word that may be left out, and what it costs. */
typedef struct {
    const SamsokQueryNode *leaf;
    uint64_t postings;
    guint place; /* in the bag: settles ties */
} Item;

static gint by_postings(gconstpointer a, gconstpointer b)
{
    const Item *first = a;
    const Item *second = b;
    if (first->postings != second->postings) {
        return first->postings < second->postings ? -1 : 1;
    }
    return first->place < second->place ? -1 : 1;
}

static gboolean add_count(SamsokDatabase *database, const char *stem, uint64_t *sum, GError **error)
{
    uint32_t count = 0;
    if (!samsok_database_term_count(database, stem, &count, error)) {
        return FALSE;
    }
    *sum += count;
    return TRUE;
}

static gboolean count_leaf(SamsokDatabase *database, const SamsokQueryNode *leaf, uint64_t *out_sum,
                           GError **error)
{
    uint64_t sum = 0;
    for (guint i = 0; i < leaf->words->len; i++) {
        const SamsokQueryWord *word = &g_array_index(leaf->words, SamsokQueryWord, i);
        bool has_english = word->english_stem != word->stem;
        if (!add_count(database, word->stem, &sum, error) ||
            (has_english && !add_count(database, word->english_stem, &sum, error))) {
            return FALSE;
        }
        for (guint j = 0; word->alternatives[j] != NULL; j++) {
            if (!add_count(database, word->alternatives[j], &sum, error)) {
                return FALSE;
            }
        }
    }
    *out_sum = sum;
    return TRUE;
}

/* The words of `bag` that only add to the rank, rarest first. NULL on error. */
static GArray *welcome_words(SamsokDatabase *database, const SamsokQueryNode *bag, GError **error)
{
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(Item));
    for (guint i = 0; i < bag->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(bag->children, i);
        bool is_welcome = child->kind == SAMSOK_QUERY_WORD &&
                          child->occurrence == SAMSOK_WELCOME &&
                          child->field == SAMSOK_QUERY_FIELD_TEXT;
        Item item = {.leaf = child, .place = i};
        if (is_welcome && !count_leaf(database, child, &item.postings, error)) {
            return NULL;
        }
        if (is_welcome && item.postings > 0) {
            g_array_append_val(items, item);
        }
    }
    g_array_sort(items, by_postings);
    return g_steal_pointer(&items);
}

GHashTable *samsok_budget_left_out(SamsokBudget *budget, SamsokDatabase *database,
                                   const SamsokQueryNode *bag, GError **error)
{
    g_autoptr(GArray) items = welcome_words(database, bag, error);
    if (items == NULL) {
        return NULL;
    }
    GHashTable *left_out = g_hash_table_new(NULL, NULL);
    uint64_t spent = 0;
    for (guint i = 0; i < items->len; i++) {
        const Item *item = &g_array_index(items, Item, i);
        spent += item->postings;
        if (i > 0 && spent > budget->max_postings) {
            g_hash_table_add(left_out, (gpointer)item->leaf);
            if (budget->left_out != NULL) {
                g_ptr_array_add(budget->left_out, g_strdup(item->leaf->text));
            }
            budget->is_exceeded = true;
        }
    }
    return left_out;
}
