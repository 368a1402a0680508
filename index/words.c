/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts of words as sets of short words: a letter for the fact, then the other stem. */
#include "config.h"

#include "index/words.h"

#include "index/schema.h"

#include <string.h>

/* Between a form and its part; no word has it. */
#define FORM_END "="

struct _SamsokWordNotes {
    GPtrArray *keys;   /* of char *, owned */
    GPtrArray *values; /* of char *: the set for the key at the same place, owned */
};

SamsokWordNotes *samsok_word_notes_new(void)
{
    SamsokWordNotes *notes = g_new0(SamsokWordNotes, 1);
    notes->keys = g_ptr_array_new_with_free_func(g_free);
    notes->values = g_ptr_array_new_with_free_func(g_free);
    return notes;
}

void samsok_word_notes_free(SamsokWordNotes *notes)
{
    if (notes != NULL) {
        g_ptr_array_unref(notes->keys);
        g_ptr_array_unref(notes->values);
        g_free(notes);
    }
}

void samsok_word_notes_add(SamsokWordNotes *notes, const char *stem, SamsokWordFact fact,
                           const char *const *others)
{
    GString *value = g_string_new(NULL);
    for (guint i = 0; others[i] != NULL; i++) {
        g_string_append_printf(value, "%s%c%s", i == 0 ? "" : " ", fact, others[i]);
    }
    g_ptr_array_add(notes->keys, g_strconcat(SAMSOK_KEY_WORD, stem, NULL));
    g_ptr_array_add(notes->values, g_string_free(value, FALSE));
}

void samsok_word_notes_add_parts(SamsokWordNotes *notes, const char *stem, const char *form,
                                 const char *const *parts)
{
    g_autoptr(GStrvBuilder) facts = g_strv_builder_new();
    for (guint i = 0; parts[i] != NULL; i++) {
        g_autofree char *fact = g_strconcat(form, FORM_END, parts[i], NULL);
        g_strv_builder_add(facts, fact);
    }
    g_auto(GStrv) others = g_strv_builder_end(facts);
    samsok_word_notes_add(notes, stem, SAMSOK_WORD_PART, (const char *const *)others);
}

const char *samsok_word_part(const char *other, const char *form)
{
    size_t len = strlen(form);
    bool is_of_form = strncmp(other, form, len) == 0 && g_str_has_prefix(other + len, FORM_END);
    return is_of_form ? other + len + strlen(FORM_END) : NULL;
}

gboolean samsok_word_notes_store(SamsokWordNotes *notes, SamsokWriter *writer, GError **error)
{
    for (guint i = 0; i < notes->keys->len; i++) {
        if (!samsok_writer_join_metadata(writer, g_ptr_array_index(notes->keys, i),
                                         g_ptr_array_index(notes->values, i), error)) {
            return FALSE;
        }
    }
    g_ptr_array_set_size(notes->keys, 0);
    g_ptr_array_set_size(notes->values, 0);
    return TRUE;
}

gboolean samsok_words_each(SamsokDatabase *database, const char *stem, SamsokEachWordFact each,
                           void *data, GError **error)
{
    g_autofree char *key = g_strconcat(SAMSOK_KEY_WORD, stem, NULL);
    g_autofree char *joined = samsok_database_joined_metadata(database, key, error);
    if (joined == NULL) {
        return FALSE;
    }
    g_auto(GStrv) facts = g_strsplit(joined, " ", -1);
    for (guint i = 0; facts[i] != NULL; i++) {
        if (*facts[i] != '\0') {
            each((SamsokWordFact)*facts[i], facts[i] + 1, data);
        }
    }
    return TRUE;
}
