/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question words, and what answers to them look like. */
#include "config.h"

#include "core/query/answer.h"

#include <stdbool.h>
#include <string.h>

/* A number in letters is often none («en av to grunner»), and one name is often a place in passing. */
#define HALF 0.5

static bool is_among(const char *word, const char *const *list)
{
    return g_strv_contains(list, word);
}

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
    if (is_among(word, how)) {
        return is_among(next, amounts) ? SAMSOK_ANSWER_NUMBER : SAMSOK_ANSWER_ANY;
    }
    if (is_among(word, which) || strcmp(word, "hva") == 0) {
        bool is_name = is_among(next, bearers) || is_among(next, called);
        return is_among(next, times) ? SAMSOK_ANSWER_TIME
               : is_name             ? SAMSOK_ANSWER_NAME
                                     : SAMSOK_ANSWER_ANY;
    }
    return SAMSOK_ANSWER_ANY;
}

SamsokAnswerKind samsok_answer_kind(const char *const *words, guint count)
{
    SamsokAnswerKind kind = SAMSOK_ANSWER_ANY;
    for (guint i = 0; i < count && kind == SAMSOK_ANSWER_ANY; i++) {
        kind = is_among(words[i], who)             ? SAMSOK_ANSWER_NAME
               : is_among(words[i], why)           ? SAMSOK_ANSWER_REASON
               : i == 0 && is_among(words[i], when) ? SAMSOK_ANSWER_TIME
               : i + 1 < count                     ? kind_of_pair(words[i], words[i + 1])
                                                   : SAMSOK_ANSWER_ANY;
    }
    bool is_where = kind == SAMSOK_ANSWER_ANY && count > 1 &&
                    (is_among(words[0], how) || strcmp(words[0], "where") == 0);
    return is_where ? SAMSOK_ANSWER_NAME : kind;
}

static double number_in(const SamsokToken *token, const char *letter)
{
    static const char *const names[] = {"to",   "tre",    "fire", "fem",   "seks",   "sju",     "syv", "åtte",
                                        "ni",   "ti",     "elleve", "tolv", "hundre", "tusen",   "million",
                                        "millioner", "milliard", "milliarder", NULL};
    (void)letter;
    return g_ascii_isdigit(*token->word) ? 1 : is_among(token->word, names) ? HALF : 0;
}

static double time_in(const SamsokToken *token, const char *letter)
{
    static const char *const names[] = {
        "januar", "februar", "mars",   "april",   "mai",    "juni",    "juli",   "august", "september",
        "oktober", "november", "desember", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag",
        "søndag", "måndag",  "tysdag", "laurdag", "sundag", "klokken", "klokka", NULL};
    (void)letter;
    bool is_year = strlen(token->word) == 4 && strspn(token->word, "0123456789") == 4 &&
                   (*token->word == '1' || *token->word == '2');
    return is_year || is_among(token->word, names) ? 1 : 0;
}

/* A capital that no sentence begins with. */
static double name_in(const SamsokToken *token, const char *letter)
{
    bool is_capital = g_unichar_isupper(g_utf8_get_char(letter));
    char before = token->start > 1 ? letter[-2] : '.';
    bool begins = token->start == 0 || letter[-1] != ' ' || strchr(".:!?", before) != NULL;
    return is_capital && !begins ? HALF : 0;
}

static double reason_in(const SamsokToken *token, const char *letter)
{
    static const char *const names[] = {"fordi", "grunn", "grunnet", "grunnen", "skyldes", "skyldast", "skyld",
                                        "årsak", "årsaken", "årsaka", "årsaker", "derfor", "difor", "because",
                                        NULL};
    (void)letter;
    return is_among(token->word, names) ? 1 : 0;
}

double samsok_answer_in(SamsokAnswerKind kind, SamsokWanted *wanted, const char *text,
                        const GArray *tokens, guint first, guint end)
{
    static double (*const readers[])(const SamsokToken *token, const char *letter) = {
        [SAMSOK_ANSWER_NUMBER] = number_in,
        [SAMSOK_ANSWER_TIME] = time_in,
        [SAMSOK_ANSWER_NAME] = name_in,
        [SAMSOK_ANSWER_REASON] = reason_in,
    };
    double found = 0;
    for (guint i = first; kind != SAMSOK_ANSWER_ANY && i < end && found < 1; i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        double held = readers[kind](token, text + token->start);
        if (held > 0 && samsok_wanted_levels(wanted, token)->sequence == 0) {
            found = kind == SAMSOK_ANSWER_NAME ? found + held : MAX(found, held);
        }
    }
    return MIN(found, 1);
}
