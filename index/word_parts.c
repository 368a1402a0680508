/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks the parts of words up, each word once. */
#include "config.h"

#include "index/word_parts.h"

#include "index/words.h"

struct _SamsokWordParts {
    SamsokDatabase *reader;
    GHashTable *by_word; /* char * → GPtrArray of char *, NULL-terminated */
    GError *error;
};

SamsokWordParts *samsok_word_parts_new(SamsokDatabase *reader)
{
    SamsokWordParts *parts = g_new0(SamsokWordParts, 1);
    parts->reader = reader;
    parts->by_word =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    return parts;
}

void samsok_word_parts_free(SamsokWordParts *parts)
{
    if (parts != NULL) {
        g_hash_table_unref(parts->by_word);
        g_clear_error(&parts->error);
        g_free(parts);
    }
}

typedef struct {
    const char *form;
    GPtrArray *parts;
} Reading;

static void add_part(SamsokWordFact fact, const char *other, void *data)
{
    Reading *reading = data;
    const char *part = fact == SAMSOK_WORD_PART ? samsok_word_part(other, reading->form) : NULL;
    if (part != NULL) {
        g_ptr_array_add(reading->parts, g_strdup(part));
    }
}

static GPtrArray *read_parts(SamsokWordParts *parts, const SamsokToken *token)
{
    GPtrArray *read = g_ptr_array_new_with_free_func(g_free);
    Reading reading = {.form = token->word, .parts = read};
    if (parts->error == NULL) {
        samsok_words_each(parts->reader, token->stem, add_part, &reading, &parts->error);
    }
    g_ptr_array_add(read, NULL);
    g_hash_table_insert(parts->by_word, g_strdup(token->word), read);
    return read;
}

const char *const *samsok_word_parts_of(const SamsokToken *token, void *data)
{
    SamsokWordParts *parts = data;
    GPtrArray *known = g_hash_table_lookup(parts->by_word, token->word);
    if (known == NULL) {
        known = read_parts(parts, token);
    }
    return (const char *const *)known->pdata;
}

gboolean samsok_word_parts_check(SamsokWordParts *parts, GError **error)
{
    if (parts->error != NULL) {
        g_propagate_error(error, g_steal_pointer(&parts->error));
        return FALSE;
    }
    return TRUE;
}
