/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matches tokens with the words of a query, once a distinct token. */
#include "config.h"

#include "core/query/wanted.h"

#include <math.h>
#include <string.h>

#define PREFIX_LETTERS 5
/* A stem shorter than this many bytes is found inside everything. */
#define MIN_INNER_BYTES 4

struct _SamsokWanted {
    SamsokSieve sieve; /* of words, stems and parts: whatever a token can match by begins or ends as one */
    SamsokWantedWord words[SAMSOK_MAX_WANTED];
    guint count;
    const SamsokQueryWord *sequence[SAMSOK_MAX_SEQUENCE];
    int wanted_at[SAMSOK_MAX_SEQUENCE];
    guint sequence_length;
    bool with_stop_words;
    GHashTable *by_number; /* of the token → levels, NULL for none */
    GPtrArray *levels;   /* owns them */
};

/* A word that counts matches inside others, too, unless it is too short for that. */
static void note_text(SamsokWanted *wanted, const char *text, bool counts)
{
    if (counts && strlen(text) >= MIN_INNER_BYTES) {
        samsok_sieve_add_inner(&wanted->sieve, text);
    } else {
        samsok_sieve_add(&wanted->sieve, text);
    }
}

static void note_word(SamsokWanted *wanted, const SamsokQueryWord *word, bool counts)
{
    note_text(wanted, word->word, counts);
    note_text(wanted, word->stem, counts);
    note_text(wanted, word->english_stem, counts);
    for (guint i = 0; word->alternatives[i] != NULL; i++) {
        note_text(wanted, word->alternatives[i], counts);
    }
    for (guint i = 0; word->parts[i] != NULL; i++) {
        note_text(wanted, word->parts[i], counts);
    }
}

/* False when the token is certainly none of the words. */
static bool may_match(const SamsokWanted *wanted, const SamsokToken *token)
{
    return samsok_sieve_has_beginning(&wanted->sieve, token->stem) ||
           samsok_sieve_has_ending(&wanted->sieve, token->stem) ||
           samsok_sieve_has_beginning(&wanted->sieve, token->word);
}

static int find_word(const SamsokWanted *wanted, const SamsokQueryWord *word)
{
    for (guint i = 0; i < wanted->count; i++) {
        if (strcmp(wanted->words[i].word->stem, word->stem) == 0) {
            return (int)i;
        }
    }
    return -1;
}

static int add_word(SamsokWanted *wanted, const SamsokQueryWord *word)
{
    int at = find_word(wanted, word);
    if (at < 0 && wanted->count < SAMSOK_MAX_WANTED) {
        at = (int)wanted->count++;
        wanted->words[at] = (SamsokWantedWord){.word = word, .weight = 1};
    }
    return at;
}

static void collect_leaf(const SamsokQueryNode *leaf, void *data)
{
    SamsokWanted *wanted = data;
    for (guint i = 0; i < leaf->words->len; i++) {
        const SamsokQueryWord *word = &g_array_index(leaf->words, SamsokQueryWord, i);
        bool counts = wanted->with_stop_words || !word->is_stop;
        int at = counts ? add_word(wanted, word) : -1;
        note_word(wanted, word, counts);
        if (wanted->sequence_length < SAMSOK_MAX_SEQUENCE) {
            wanted->wanted_at[wanted->sequence_length] = at;
            wanted->sequence[wanted->sequence_length++] = word;
        }
    }
}

SamsokWanted *samsok_wanted_new(const SamsokQuery *query)
{
    SamsokWanted *wanted = g_new0(SamsokWanted, 1);
    wanted->by_number = g_hash_table_new(g_direct_hash, g_direct_equal);
    wanted->levels = g_ptr_array_new_with_free_func(g_free);
    samsok_query_each_shown(query, collect_leaf, wanted);
    if (wanted->count == 0) {
        wanted->with_stop_words = true;
        wanted->sequence_length = 0;
        samsok_query_each_shown(query, collect_leaf, wanted);
    }
    return wanted;
}

void samsok_wanted_free(SamsokWanted *wanted)
{
    if (wanted != NULL) {
        g_hash_table_unref(wanted->by_number);
        g_ptr_array_unref(wanted->levels);
        g_free(wanted);
    }
}

const SamsokSieve *samsok_wanted_sieve(const SamsokWanted *wanted)
{
    return &wanted->sieve;
}

guint samsok_wanted_count(const SamsokWanted *wanted)
{
    return wanted->count;
}

SamsokWantedWord *samsok_wanted_word(SamsokWanted *wanted, guint index)
{
    return &wanted->words[index];
}

double samsok_wanted_weight(uint32_t count, uint32_t all)
{
    double without = all > count ? all - count : 0;
    return log(1 + (without + 0.5) / (count + 0.5));
}

guint samsok_wanted_sequence_length(const SamsokWanted *wanted)
{
    return wanted->sequence_length;
}

const char *samsok_wanted_word_at(const SamsokWanted *wanted, guint place)
{
    return wanted->sequence[place]->word;
}

int samsok_wanted_at(const SamsokWanted *wanted, guint place)
{
    return wanted->wanted_at[place];
}

/* True when the longer of the two begins or ends with the other. */
static bool is_inside(const char *first, const char *second)
{
    size_t first_len = strlen(first);
    size_t second_len = strlen(second);
    const char *outer = first_len < second_len ? second : first;
    const char *inner = first_len < second_len ? first : second;
    return MIN(first_len, second_len) >= MIN_INNER_BYTES &&
           (g_str_has_prefix(outer, inner) || g_str_has_suffix(outer, inner));
}

static bool shares_beginning(const char *first, const char *second)
{
    for (guint i = 0; i < PREFIX_LETTERS; i++) {
        gunichar letter = g_utf8_get_char(first);
        if (letter == 0 || letter != g_utf8_get_char(second)) {
            return false;
        }
        first = g_utf8_next_char(first);
        second = g_utf8_next_char(second);
    }
    return true;
}

static bool has_part(const SamsokQueryWord *word, const SamsokToken *token)
{
    for (guint i = 0; word->parts[i] != NULL; i++) {
        if (strcmp(word->parts[i], token->stem) == 0 || is_inside(word->parts[i], token->stem)) {
            return true;
        }
    }
    bool is_in = word->meant[0] == NULL && is_inside(word->stem, token->stem);
    for (guint i = 0; !is_in && word->meant[i] != NULL; i++) {
        is_in = is_inside(word->meant[i], token->stem);
    }
    return is_in;
}

static double level_of(const SamsokQueryWord *word, const SamsokToken *token)
{
    bool is_form = strcmp(word->word, token->word) == 0;
    for (guint i = 0; !is_form && word->meant[i] != NULL; i++) {
        is_form = strcmp(word->meant[i], token->word) == 0;
    }
    if (is_form) {
        return SAMSOK_LEVEL_FORM;
    }
    if (samsok_query_word_has_stem(word, token->stem)) {
        return SAMSOK_LEVEL_STEM;
    }
    if (g_ascii_isdigit(*token->word)) {
        return 0;
    }
    if (has_part(word, token)) {
        return SAMSOK_LEVEL_PART;
    }
    return shares_beginning(word->word, token->word) ? SAMSOK_LEVEL_PREFIX : 0;
}

static SamsokTokenLevels *find_levels(SamsokWanted *wanted, const SamsokToken *token)
{
    SamsokTokenLevels found = {0};
    for (guint i = 0; i < wanted->count; i++) {
        found.levels[i] = level_of(wanted->words[i].word, token);
        found.matches = found.matches || found.levels[i] > 0;
    }
    for (guint i = 0; i < wanted->sequence_length; i++) {
        bool same = samsok_query_word_has_stem(wanted->sequence[i], token->stem);
        found.sequence |= same ? UINT64_C(1) << i : 0;
    }
    if (!found.matches && found.sequence == 0) {
        return NULL;
    }
    SamsokTokenLevels *levels = g_memdup2(&found, sizeof found);
    g_ptr_array_add(wanted->levels, levels);
    return levels;
}

const SamsokTokenLevels *samsok_wanted_levels(SamsokWanted *wanted, const SamsokToken *token)
{
    static const SamsokTokenLevels none = {0};
    gpointer known = NULL;
    if (token->word == NULL || !may_match(wanted, token)) {
        return &none;
    }
    gpointer number = GUINT_TO_POINTER(token->number);
    if (!g_hash_table_lookup_extended(wanted->by_number, number, NULL, &known)) {
        known = find_levels(wanted, token);
        g_hash_table_insert(wanted->by_number, number, known);
    }
    return known == NULL ? &none : known;
}
