/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts function words and decides by them. */
#include "config.h"

#include "core/language/which.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/language/function_words.h"

/* Fewer votes than this say nothing. */
enum { MIN_VOTES = 2 };

static int compare_word(const void *key, const void *entry)
{
    return strcmp((const char *)key, ((const SamsokFunctionWord *)entry)->word);
}

/* Where the words of each first byte begin in the table; those of byte b end where b + 1's begin. */
static gpointer find_starts(gpointer data)
{
    (void)data;
    guint *starts = g_new0(guint, G_MAXUINT8 + 2);
    for (size_t i = 0; i < samsok_function_word_count; i++) {
        starts[(guchar)samsok_function_words[i].word[0] + 1]++;
    }
    for (guint byte = 0; byte <= G_MAXUINT8; byte++) {
        starts[byte + 1] += starts[byte];
    }
    return starts;
}

static void vote_word(SamsokLanguageVotes *votes, const char *word, const guint *starts)
{
    const guint *start = &starts[(guchar)*word];
    const SamsokFunctionWord *found = bsearch(word, samsok_function_words + start[0], start[1] - start[0],
                                              sizeof *samsok_function_words, compare_word);
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
        bytes[0] = g_ascii_tolower(*p);
        return g_ascii_isalpha(*p) ? 1 : 0;
    }
    gunichar c = g_utf8_get_char(p);
    return g_unichar_isalpha(c) ? (gsize)g_unichar_to_utf8(g_unichar_tolower(c), bytes) : 0;
}

void samsok_language_vote(SamsokLanguageVotes *votes, const char *text)
{
    static GOnce once = G_ONCE_INIT;
    const guint *starts = g_once(&once, find_starts, NULL);
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
            vote_word(votes, word, starts);
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
