/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spends a budget of postings on the rarest words of a bag. */
#include "config.h"

#include "index/budget.h"

/* A word or a part of one that may be left out, and what it costs. */
typedef struct {
    gconstpointer what;
    const char *text;
    uint64_t postings;
    double rank; /* the postings, of a part by how much less it counts */
    guint place; /* in the bag: settles ties */
} Item;

static gint by_rank(gconstpointer a, gconstpointer b)
{
    const Item *first = a;
    const Item *second = b;
    if (first->rank != second->rank) {
        return first->rank < second->rank ? -1 : 1;
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

static void add_item(GArray *items, gconstpointer what, const char *text, uint64_t postings,
                     double weight)
{
    if (postings > 0) {
        Item item = {what, text, postings, (double)postings / weight, items->len};
        g_array_append_val(items, item);
    }
}

static gboolean add_parts(SamsokDatabase *database, const SamsokQueryNode *leaf, GArray *items,
                          GError **error)
{
    for (guint i = 0; i < leaf->words->len; i++) {
        const SamsokQueryWord *word = &g_array_index(leaf->words, SamsokQueryWord, i);
        for (guint j = 0; word->parts[j] != NULL; j++) {
            uint64_t postings = 0;
            if (!add_count(database, word->parts[j], &postings, error)) {
                return FALSE;
            }
            add_item(items, word->parts[j], word->parts[j], postings, SAMSOK_PART_WEIGHT);
        }
    }
    return TRUE;
}

/* What only adds to the rank of `bag`, rarest first. NULL on error. */
static GArray *welcome_items(SamsokDatabase *database, const SamsokQueryNode *bag, GError **error)
{
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(Item));
    for (guint i = 0; i < bag->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(bag->children, i);
        bool is_welcome = child->kind == SAMSOK_QUERY_WORD &&
                          child->occurrence == SAMSOK_WELCOME &&
                          child->field == SAMSOK_QUERY_FIELD_TEXT;
        uint64_t postings = 0;
        if (!is_welcome) {
            continue;
        }
        if (!count_leaf(database, child, &postings, error)) {
            return NULL;
        }
        add_item(items, child, child->text, postings, 1);
        if (!add_parts(database, child, items, error)) {
            return NULL;
        }
    }
    g_array_sort(items, by_rank);
    return g_steal_pointer(&items);
}

gboolean samsok_budget_leave_out(SamsokBudget *budget, SamsokDatabase *database,
                                 const SamsokQueryNode *bag, GHashTable *left_out, GError **error)
{
    g_autoptr(GArray) items = welcome_items(database, bag, error);
    if (items == NULL) {
        return FALSE;
    }
    uint64_t spent = 0;
    for (guint i = 0; i < items->len; i++) {
        const Item *item = &g_array_index(items, Item, i);
        spent += item->postings;
        if (i > 0 && spent > budget->max_postings) {
            g_hash_table_add(left_out, (gpointer)item->what);
            if (budget->left_out != NULL) {
                g_ptr_array_add(budget->left_out, g_strdup(item->text));
            }
            budget->is_exceeded = true;
        }
    }
    return TRUE;
}
