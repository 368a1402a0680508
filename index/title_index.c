/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks titles up by the rarest of the words that are cited of them. */
#include "config.h"

#include "index/title_index.h"

#include <math.h>
#include <string.h>

#include "index/titles.h"

/* What a product may be off by. */
static const double rounding = 1e-9;

/* A word of any title. */
typedef struct {
    char *text;
    guint64 letters; /* a bit for each of its letters and digits */
    GArray *titles;  /* of guint: those that have it, rising */
} Word;

struct _SamsokTitleIndex {
    double least;
    guint count;
    GPtrArray *by_len[SAMSOK_TITLE_WORD_BYTES + 1]; /* of Word *, by how many bytes are compared */
    GHashTable *by_text;  /* text → Word * */
    GHashTable *variants; /* cited word → GPtrArray of Word *: what it is like; for the next citation */
    GArray *found;
    GByteArray *marks;  /* a title is found already */
};

static void word_free(gpointer data)
{
    Word *word = data;
    g_free(word->text);
    g_array_unref(word->titles);
    g_free(word);
}

SamsokTitleIndex *samsok_title_index_new(double least)
{
    SamsokTitleIndex *index = g_new0(SamsokTitleIndex, 1);
    index->least = least;
    for (guint i = 0; i <= SAMSOK_TITLE_WORD_BYTES; i++) {
        index->by_len[i] = g_ptr_array_new();
    }
    index->by_text = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, word_free);
    index->variants = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify)g_ptr_array_unref);
    index->found = g_array_new(FALSE, FALSE, sizeof(guint));
    index->marks = g_byte_array_new();
    return index;
}

void samsok_title_index_free(SamsokTitleIndex *index)
{
    if (index == NULL) {
        return;
    }
    g_hash_table_unref(index->variants);
    g_hash_table_unref(index->by_text);
    for (guint i = 0; i <= SAMSOK_TITLE_WORD_BYTES; i++) {
        g_ptr_array_unref(index->by_len[i]);
    }
    g_array_unref(index->found);
    g_byte_array_unref(index->marks);
    g_free(index);
}

/* ---- Adding ---- */

/* Folded words have ASCII letters and digits alone. */
static guint64 letters_of(const char *word, gsize len)
{
    guint64 letters = 0;
    for (gsize i = 0; i < len; i++) {
        letters |= (guint64)1 << (word[i] & 0x3F);
    }
    return letters;
}

static gsize compared_len(const char *word)
{
    return MIN(strlen(word), SAMSOK_TITLE_WORD_BYTES);
}

static Word *word_for(SamsokTitleIndex *index, const char *text)
{
    Word *word = g_hash_table_lookup(index->by_text, text);
    if (word == NULL) {
        word = g_new0(Word, 1);
        word->text = g_strdup(text);
        word->letters = letters_of(text, compared_len(text));
        word->titles = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(index->by_text, word->text, word);
        g_ptr_array_add(index->by_len[compared_len(text)], word);
    }
    return word;
}

void samsok_title_index_add(SamsokTitleIndex *index, const char *const *words)
{
    guint number = index->count++;
    const guint8 mark = 0;
    g_byte_array_append(index->marks, &mark, 1);
    g_hash_table_remove_all(index->variants);
    for (guint i = 0; words[i] != NULL && i < SAMSOK_TITLE_WORDS_COMPARED; i++) {
        GArray *titles = word_for(index, words[i])->titles;
        if (titles->len == 0 || g_array_index(titles, guint, titles->len - 1) != number) {
            g_array_append_val(titles, number);
        }
    }
}

/* ---- Variants ---- */

static guint bits(guint64 set)
{
    guint count = 0;
    for (; set != 0; set &= set - 1) {
        count++;
    }
    return count;
}

/* Adds the words of one length that `cited` is like. Each letter that one has and the other has not is a change:
 * where there are more than may be, the words need not be compared. */
static void add_like(const GPtrArray *words, const SamsokTitleWord *cited, guint64 letters, guint most,
                     GPtrArray *out)
{
    for (guint i = 0; i < words->len; i++) {
        Word *word = g_ptr_array_index(words, i);
        guint64 more = letters & ~word->letters;
        guint64 less = word->letters & ~letters;
        if (bits(more) <= most && bits(less) <= most && samsok_title_word_is_like(cited, word->text)) {
            g_ptr_array_add(out, word);
        }
    }
}

/* Most letters that may be changed in a word of `len` bytes or made into one. */
static guint most_changes(gsize len)
{
    guint most = 0;
    while (most < len && samsok_title_changes_allow(most + 1, len)) {
        most++;
    }
    return most;
}

static const GPtrArray *variants_of(SamsokTitleIndex *index, const char *text)
{
    GPtrArray *variants = g_hash_table_lookup(index->variants, text);
    if (variants != NULL) {
        return variants;
    }
    variants = g_ptr_array_new();
    SamsokTitleWord cited = {0};
    samsok_title_word_init(&cited, text);
    gsize len = compared_len(text);
    guint64 letters = letters_of(text, len);
    for (gsize other = 0; other <= SAMSOK_TITLE_WORD_BYTES; other++) {
        guint most = most_changes(MAX(len, other));
        if (MAX(len, other) - MIN(len, other) <= most) {
            add_like(index->by_len[other], &cited, letters, most, variants);
        }
    }
    g_hash_table_insert(index->variants, g_strdup(text), variants);
    return variants;
}

/* ---- Looking ---- */

/* A word of a citation. */
typedef struct {
    const char *text;
    guint titles; /* that have it as it is */
} Cited;

static gint by_titles(gconstpointer a, gconstpointer b)
{
    const Cited *first = a;
    const Cited *second = b;
    return (first->titles > second->titles) - (first->titles < second->titles);
}

static void take_titles(SamsokTitleIndex *index, const GPtrArray *variants)
{
    for (guint i = 0; i < variants->len; i++) {
        const GArray *titles = ((const Word *)g_ptr_array_index(variants, i))->titles;
        for (guint k = 0; k < titles->len; k++) {
            guint number = g_array_index(titles, guint, k);
            if (index->marks->data[number] == 0) {
                index->marks->data[number] = 1;
                g_array_append_val(index->found, number);
            }
        }
    }
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    guint first = *(const guint *)a;
    guint second = *(const guint *)b;
    return (first > second) - (first < second);
}

const GArray *samsok_title_index_find(SamsokTitleIndex *index, const char *const *cited)
{
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(Cited));
    for (guint i = 0; cited[i] != NULL && i < SAMSOK_TITLE_WORDS_COMPARED; i++) {
        const Word *known = g_hash_table_lookup(index->by_text, cited[i]);
        const Cited word = {cited[i], known == NULL ? 0 : known->titles->len};
        g_array_append_val(words, word);
    }
    g_array_sort(words, by_titles);
    g_array_set_size(index->found, 0);
    guint needed = (guint)ceil(index->least * words->len - rounding);
    for (guint i = 0; i + needed <= words->len && words->len > 0; i++) {
        take_titles(index, variants_of(index, g_array_index(words, Cited, i).text));
    }
    for (guint i = 0; i < index->found->len; i++) {
        index->marks->data[g_array_index(index->found, guint, i)] = 0;
    }
    g_array_sort(index->found, by_number);
    return index->found;
}
