/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts function words and decides by them. */
#include "config.h"

#include "core/language/which.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/hash.h"
#include "core/language/function_words.h"

/* Fewer votes than this say nothing. */
enum { MIN_VOTES = 2 };

/* The function words by their hashes: at the hash of a word, or behind it where others came first. */
typedef struct {
    const SamsokFunctionWord **slots; /* NULL: free */
    guint mask;                       /* one less than their number, a power of two */
} Table;

static void add_word(Table *table, const SamsokFunctionWord *word)
{
    guint at = samsok_hash_bytes(word->word, strlen(word->word)) & table->mask;
    while (table->slots[at] != NULL) {
        at = (at + 1) & table->mask;
    }
    table->slots[at] = word;
}

static gpointer make_table(gpointer data)
{
    enum { SLOTS_PER_WORD = 4 }; /* most words asked for are none of these and should meet a free slot */
    (void)data;
    Table *table = g_new0(Table, 1);
    guint slots = 1;
    while (slots < samsok_function_word_count * SLOTS_PER_WORD) {
        slots *= 2;
    }
    table->slots = g_new0(const SamsokFunctionWord *, slots);
    table->mask = slots - 1;
    for (size_t i = 0; i < samsok_function_word_count; i++) {
        add_word(table, &samsok_function_words[i]);
    }
    return table;
}

static const SamsokFunctionWord *find_word(const Table *table, const char *word, size_t len)
{
    guint at = samsok_hash_bytes(word, len) & table->mask;
    while (table->slots[at] != NULL && strcmp(table->slots[at]->word, word) != 0) {
        at = (at + 1) & table->mask;
    }
    return table->slots[at];
}

static void vote_word(SamsokLanguageVotes *votes, const SamsokFunctionWord *found)
{
    if (found == NULL) {
        return;
    }
    switch (found->kind) {
    case SAMSOK_WORD_BOKMAL:
        votes->bokmal++;
        break;
    case SAMSOK_WORD_NYNORSK:
        votes->nynorsk++;
        break;
    case SAMSOK_WORD_SHARED:
        votes->shared++;
        break;
    case SAMSOK_WORD_ENGLISH:
        votes->english++;
        break;
    case SAMSOK_WORD_FOREIGN:
        votes->foreign++;
        break;
    }
}

/* The letter at `p` in lower case, as UTF-8 in `bytes`, and its length; 0 when it is none. Most are ASCII. */
static gsize read_letter(const char *p, char bytes[6])
{
    if ((guchar)*p < 0x80) {
        bytes[0] = (char)(*p | 0x20); /* its small letter, if it is one */
        return g_ascii_isalpha(*p) ? 1 : 0;
    }
    gunichar c = g_utf8_get_char(p);
    return g_unichar_isalpha(c) ? (gsize)g_unichar_to_utf8(g_unichar_tolower(c), bytes) : 0;
}

void samsok_language_vote(SamsokLanguageVotes *votes, const char *text)
{
    static GOnce once = G_ONCE_INIT;
    const Table *table = g_once(&once, make_table, NULL);
    char word[SAMSOK_FUNCTION_WORD_MAX_BYTES + 1];
    gsize len = 0;
    for (const char *p = text;; p = g_utf8_next_char(p)) {
        char bytes[6];
        gsize count = read_letter(p, bytes);
        if (count > 0) {
            /* A longer word is none of the table's: it is counted on, not kept. */
            if (len + count <= SAMSOK_FUNCTION_WORD_MAX_BYTES) {
                memcpy(word + len, bytes, count);
            }
            len += count;
            continue;
        }
        if (len > 0 && len <= SAMSOK_FUNCTION_WORD_MAX_BYTES) {
            word[len] = '\0';
            vote_word(votes, find_word(table, word, len));
        }
        len = 0;
        if (*p == '\0') {
            return;
        }
    }
}

void samsok_language_add(SamsokLanguageVotes *votes, const SamsokLanguageVotes *more)
{
    votes->bokmal += more->bokmal;
    votes->nynorsk += more->nynorsk;
    votes->shared += more->shared;
    votes->english += more->english;
    votes->foreign += more->foreign;
}

const char *samsok_language_decide(const SamsokLanguageVotes *votes)
{
    guint norwegian = votes->bokmal + votes->nynorsk + votes->shared;
    if (norwegian + votes->english + votes->foreign < MIN_VOTES) {
        return "";
    }
    /* Danish and Swedish share most small words with Norwegian, Norwegian none of theirs. */
    if (votes->foreign >= MIN_VOTES && votes->foreign * 3 > norwegian && votes->foreign > votes->english) {
        return "";
    }
    if (votes->english > norwegian) {
        return "en";
    }
    if (votes->bokmal == votes->nynorsk) {
        return "";
    }
    return votes->nynorsk > votes->bokmal ? "nn" : "nb";
}

const char *samsok_language_of_tag(const char *tag)
{
    static const struct {
        const char *start;
        const char *code;
    } tags[] = {
        {"nynorsk", "nn"}, {"norsk nynorsk", "nn"}, {"nn", "nn"}, {"no-nyn", "nn"}, {"norsk", "nb"},
        {"norwegian nynorsk", "nn"}, {"norwegian", "nb"}, {"bokm", "nb"}, {"nb", "nb"}, {"no", "nb"},
        {"eng", "en"}, {"en", "en"},
    };
    for (gsize i = 0; tag != NULL && i < G_N_ELEMENTS(tags); i++) {
        gsize len = strlen(tags[i].start);
        /* Codes of two letters must end there: "nor" is Norwegian, "nds" and "nog" are not. */
        bool whole = len > 2 || !g_ascii_isalpha(tag[MIN(len, strlen(tag))]);
        if (g_ascii_strncasecmp(tag, tags[i].start, len) == 0 && whole) {
            return tags[i].code;
        }
    }
    return "";
}
