/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question words, and what answers to them look like. */
#include "config.h"

#include "core/query/answer.h"

#include <stdbool.h>
#include <string.h>

/* A number in letters is often none («en av to grunner»), and one name is often a place in passing. */
#define HALF 0.5

static const char *const how[] = {"hvor", "kor", "how", NULL};
static const char *const amounts[] = {
    "mange", "mye",    "mykje", "stor",  "store", "stort", "lang", "langt", "lenge", "lenger", "høy", "høyt",
    "høg",   "gammel", "gamle", "gammal", "ofte", "tung",  "dyp",  "djup",  "bred",  "brei",   "rask",
    "many",  "much",   "long",  "old",    "often", "large", "high", NULL};
static const char *const which[] = {"hvilken", "hvilket", "hvilke", "kva", "what", "which", NULL};
static const char *const times[] = {"år", "årstall", "dato", "dag", "måned", "månad", "tidspunkt", "århundre",
                                    "year", "date", NULL};
static const char *const bearers[] = {"person", "personer", "by", "byer", "land", "kommune", "fylke", "etat",
                                      "departement", "direktorat", "lag", "klubb", "selskap", "city", "country",
                                      NULL};
static const char *const called[] = {"heter", "het", "heiter", "heitte", NULL};
static const char *const who[] = {"hvem", "kven", "who", NULL};
static const char *const when[] = {"når", "when", NULL};
static const char *const why[] = {"hvorfor", "kvifor", "korfor", "why", "årsak", "årsaken", "årsaka", "grunnen",
                                  NULL};

/* What two words in a row ask for. */
static SamsokAnswerKind kind_of_pair(const char *word, const char *next)
{
    if (g_strv_contains(how, word)) {
        return g_strv_contains(amounts, next) ? SAMSOK_ANSWER_NUMBER : SAMSOK_ANSWER_ANY;
    }
    if (g_strv_contains(which, word) || strcmp(word, "hva") == 0) {
        bool is_name = g_strv_contains(bearers, next) || g_strv_contains(called, next);
        return g_strv_contains(times, next) ? SAMSOK_ANSWER_TIME
               : is_name                     ? SAMSOK_ANSWER_NAME
                                             : SAMSOK_ANSWER_ANY;
    }
    return SAMSOK_ANSWER_ANY;
}

SamsokAnswerKind samsok_answer_kind(const SamsokWanted *wanted)
{
    SamsokAnswerKind kind = SAMSOK_ANSWER_ANY;
    guint count = samsok_wanted_sequence_length(wanted);
    for (guint i = 0; i < count && kind == SAMSOK_ANSWER_ANY; i++) {
        const char *word = samsok_wanted_word_at(wanted, i);
        kind = g_strv_contains(who, word)              ? SAMSOK_ANSWER_NAME
               : g_strv_contains(why, word)            ? SAMSOK_ANSWER_REASON
               : i == 0 && g_strv_contains(when, word) ? SAMSOK_ANSWER_TIME
               : i + 1 < count                         ? kind_of_pair(word, samsok_wanted_word_at(wanted, i + 1))
                                                       : SAMSOK_ANSWER_ANY;
    }
    const char *first = count > 1 ? samsok_wanted_word_at(wanted, 0) : "";
    bool is_where = g_strv_contains(how, first) || strcmp(first, "where") == 0;
    return kind == SAMSOK_ANSWER_ANY && is_where ? SAMSOK_ANSWER_NAME : kind;
}

bool samsok_answer_is_definition(const SamsokWanted *wanted)
{
    enum { MAX_WORDS = 2 }; /* more ask for more than what a thing is */
    static const char *const what[] = {"hva", "kva", "what", NULL};
    if (samsok_wanted_sequence_length(wanted) == 0 || samsok_wanted_count(wanted) > MAX_WORDS) {
        return false;
    }
    const char *first = samsok_wanted_word_at(wanted, 0);
    return g_strv_contains(what, first) || g_strv_contains(who, first);
}

static const char *const numbers[] = {"to", "tre",     "fire",   "fem",       "seks",     "sju",
                                      "syv", "åtte",   "ni",     "ti",        "elleve",   "tolv",
                                      "hundre", "tusen", "million", "millioner", "milliard", "milliarder", NULL};
static const char *const days[] = {"januar",  "februar", "mars",     "april",    "mai",     "juni",    "juli",
                                   "august",  "september", "oktober", "november", "desember", "mandag", "tirsdag",
                                   "onsdag",  "torsdag", "fredag",   "lørdag",   "søndag",  "måndag",  "tysdag",
                                   "laurdag", "sundag",  "klokken",  "klokka",   NULL};
static const char *const reasons[] = {"fordi",  "grunn",   "grunnet", "grunnen", "skyldes", "skyldast",
                                      "skyld",  "årsak",   "årsaken", "årsaka",  "årsaker", "derfor",
                                      "difor",  "because", NULL};

static const char *const no_words[] = {NULL};

/* The words that answer a question of this kind. */
static const char *const *words_of(SamsokAnswerKind kind)
{
    switch (kind) {
    case SAMSOK_ANSWER_NUMBER:
        return numbers;
    case SAMSOK_ANSWER_TIME:
        return days;
    case SAMSOK_ANSWER_REASON:
        return reasons;
    case SAMSOK_ANSWER_NAME:
    case SAMSOK_ANSWER_ANY:
        break;
    }
    return no_words;
}

void samsok_answer_note(SamsokAnswerKind kind, SamsokSieve *sieve)
{
    for (const char *const *word = words_of(kind); *word != NULL; word++) {
        samsok_sieve_add(sieve, *word);
    }
}

static bool is_year(const char *word)
{
    return strlen(word) == 4 && strspn(word, "0123456789") == 4 && (*word == '1' || *word == '2');
}

/* True for a capital that no sentence begins with. */
static bool is_name(const char *text, guint start)
{
    char before = start > 1 ? text[start - 2] : '.';
    bool begins = start == 0 || text[start - 1] != ' ' || strchr(".:!?", before) != NULL;
    return !begins && g_unichar_isupper(g_utf8_get_char(text + start));
}

/* How likely one word is an answer, or a part of one. What a sieve held back can only be a name. */
static double answer_of(SamsokAnswerKind kind, const SamsokToken *token, const char *text)
{
    const char *word = token->word == NULL ? "" : token->word;
    switch (kind) {
    case SAMSOK_ANSWER_NUMBER:
        return g_ascii_isdigit(*word) ? 1 : g_strv_contains(numbers, word) ? HALF : 0;
    case SAMSOK_ANSWER_TIME:
        return is_year(word) || g_strv_contains(days, word) ? 1 : 0;
    case SAMSOK_ANSWER_NAME:
        return is_name(text, token->start) ? HALF : 0;
    case SAMSOK_ANSWER_REASON:
        return g_strv_contains(reasons, word) ? 1 : 0;
    case SAMSOK_ANSWER_ANY:
        break;
    }
    return 0;
}

double samsok_answer_in(SamsokAnswerKind kind, SamsokWanted *wanted, const char *text,
                        const GArray *tokens, guint first, guint end)
{
    double found = 0;
    for (guint i = first; kind != SAMSOK_ANSWER_ANY && i < end && found < 1; i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        double held = answer_of(kind, token, text);
        if (held > 0 && samsok_wanted_levels(wanted, token)->sequence == 0) {
            found = kind == SAMSOK_ANSWER_NAME ? found + held : MAX(found, held);
        }
    }
    return MIN(found, 1);
}
