/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the words of a point with the names of concepts. */
#include "config.h"

#include "index/point_concepts.h"

#include <string.h>

/* Letters by which words of one family are alike, and which shorter words do not have. */
enum { ALIKE = 5 };

/* The beginnings of the long words of `text`, folded → the letters of the word. Owner: the caller. */
static GHashTable *beginnings(const char *text)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *folded = g_utf8_casefold(text, -1);
    for (const char *p = folded; *p != '\0';) {
        const char *end = p;
        while (*end != '\0' && g_unichar_isalpha(g_utf8_get_char(end))) {
            end = g_utf8_next_char(end);
        }
        glong letters = g_utf8_strlen(p, end - p);
        if (letters >= ALIKE) {
            g_hash_table_insert(words, g_utf8_substring(p, 0, ALIKE), GINT_TO_POINTER(letters));
        }
        p = *end == '\0' ? end : g_utf8_next_char(end);
    }
    return words;
}

/* How much of the concept's name, behind its number, is in `words`: 0 to 1. Long words say more: «felles»
 * is in any advice. */
static double share_of(const char *label, GHashTable *words)
{
    const char *name = strstr(label, ": ");
    g_autoptr(GHashTable) wanted = beginnings(name == NULL ? label : name);
    GHashTableIter iter;
    gpointer word = NULL;
    gpointer letters = NULL;
    int found = 0;
    int all = 0;
    g_hash_table_iter_init(&iter, wanted);
    while (g_hash_table_iter_next(&iter, &word, &letters)) {
        found += g_hash_table_contains(words, word) ? GPOINTER_TO_INT(letters) : 0;
        all += GPOINTER_TO_INT(letters);
    }
    return all == 0 ? 0 : (double)found / all;
}

static bool is_told_by_structure(const SamsokVocabulary *vocabulary, guint resource)
{
    const char *by = samsok_vocabulary_text(vocabulary, resource, SAMSOK_PROPERTY_ASSIGNED_BY, "nb");
    return by != NULL && strcmp(by, "structure") == 0;
}

guint samsok_point_concept(const SamsokVocabulary *vocabulary, const char *name, const char *number,
                           const char *text)
{
    static const double with_number = 0.45;
    static const double without_number = 3.0 / 4;
    g_autofree char *prefix = g_strconcat(name, "-", number, NULL);
    g_autoptr(GHashTable) words = beginnings(text);
    double best = *number == '\0' ? without_number : with_number;
    guint found = SAMSOK_NO_RESOURCE;
    for (guint i = 0; i < samsok_vocabulary_resource_count(vocabulary); i++) {
        if (!samsok_vocabulary_is_concept(vocabulary, i)) {
            continue;
        }
        const char *id = samsok_vocabulary_id(vocabulary, i);
        bool fits = *number == '\0' ? g_str_has_prefix(id, prefix) : strcmp(id, prefix) == 0;
        if (!fits || !is_told_by_structure(vocabulary, i)) {
            continue;
        }
        double share = share_of(samsok_vocabulary_label(vocabulary, i, "nb"), words);
        if (share >= best) {
            best = share;
            found = i;
        }
    }
    return found;
}
