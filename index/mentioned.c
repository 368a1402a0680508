/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the mentions of passages. */
#include "config.h"

#include "index/mentioned.h"

#include <stdbool.h>
#include <string.h>

#include "index/record.h"

static gint by_count(gconstpointer a, gconstpointer b)
{
    const SamsokMentionCount *first = *(const SamsokMentionCount *const *)a;
    const SamsokMentionCount *second = *(const SamsokMentionCount *const *)b;
    if (first->passages != second->passages) {
        return first->passages > second->passages ? -1 : 1;
    }
    if (first->mentions != second->mentions) {
        return first->mentions > second->mentions ? -1 : 1;
    }
    return strcmp(first->concept, second->concept);
}

static void count_passage(const SamsokPassageRecord *passage, GHashTable *known, GPtrArray *counts)
{
    g_autoptr(GHashTable) here = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        SamsokMentionCount *count = g_hash_table_lookup(known, mention->concept);
        if (count == NULL) {
            count = g_new0(SamsokMentionCount, 1);
            count->concept = mention->concept;
            count->label = mention->label;
            g_hash_table_insert(known, (gpointer)count->concept, count);
            g_ptr_array_add(counts, count);
        }
        count->mentions++;
        count->passages += g_hash_table_add(here, (gpointer)mention->concept) ? 1 : 0;
    }
}

GPtrArray *samsok_mentioned_count(const GPtrArray *passages)
{
    GPtrArray *counts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < passages->len; i++) {
        count_passage(g_ptr_array_index(passages, i), known, counts);
    }
    g_ptr_array_sort(counts, by_count);
    return counts;
}
