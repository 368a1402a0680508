/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Question words, and what answers to them look like. */
#include "config.h"

#include "core/query/answer.h"

#include <stdbool.h>
#include <string.h>

/* A number in letters is often none («en av to grunner»), and so is one without what it counts. */
#define HALF 0.5
/* A name without a preposition is seldom where something is. */
#define SELDOM 0.3
/* A number of another kind. */
#define HARDLY 0.2

static const char *const how[] = {"hvor", "kor", "kvar", "how", NULL};
static const char *const where[] = {"hvor", "kor", "kvar", "where", NULL};
static const char *const fillers[] = {"for", "ein", "ei", "eit", NULL}; /* «kva for eit år» */
static const char *const counts[] = {"mange", "many", NULL};
static const char *const ages[] = {"gammel", "gamle", "gammelt", "gammal", "gammalt", "gamal", "old", NULL};
static const char *const spans[] = {"lenge", "lenger", "long", NULL};
static const char *const lengths[] = {"lang", "langt", "lange", NULL};
static const char *const amounts[] = {"mye", "mykje", "stor", "store", "stort", "høy",   "høyt", "høg",  "ofte", "tung",
                                      "dyp", "djup",  "bred", "brei",  "rask",  "much",  "often", "large", "high", NULL};
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

/* What «hvor» asks for before `next` and `third`. «Hvor lang tid» is a while, «how long is it» may be none. */
static SamsokAnswerKind kind_of_how(const char *next, const char *third)
{
    bool is_long = g_strv_contains(lengths, next);
    if (strcmp(third, "tid") == 0 && (is_long || g_strv_contains(amounts, next))) {
        return SAMSOK_ANSWER_DURATION;
    }
    if (is_long || (strcmp(next, "long") == 0 && (strcmp(third, "is") == 0 || strcmp(third, "are") == 0))) {
        return SAMSOK_ANSWER_LENGTH;
    }
    return g_strv_contains(counts, next)    ? SAMSOK_ANSWER_NUMBER
           : g_strv_contains(ages, next)    ? SAMSOK_ANSWER_AGE
           : g_strv_contains(spans, next)   ? SAMSOK_ANSWER_DURATION
           : g_strv_contains(amounts, next) ? SAMSOK_ANSWER_AMOUNT
                                            : SAMSOK_ANSWER_ANY;
}

/* What words in a row ask for. */
static SamsokAnswerKind kind_of_row(const char *word, const char *next, const char *third)
{
    if (g_strv_contains(how, word)) {
        return kind_of_how(next, third);
    }
    if (g_strv_contains(which, word) || strcmp(word, "hva") == 0) {
        bool is_name = g_strv_contains(bearers, next) || g_strv_contains(called, next);
        return g_strv_contains(times, next) ? SAMSOK_ANSWER_TIME
               : is_name                     ? SAMSOK_ANSWER_NAME
                                             : SAMSOK_ANSWER_ANY;
    }
    return SAMSOK_ANSWER_ANY;
}

/* "" behind the last. */
static const char *word_at(const SamsokWanted *wanted, guint place)
{
    return place < samsok_wanted_sequence_length(wanted) ? samsok_wanted_word_at(wanted, place) : "";
}

/* The word that tells what the one at `place` asks for; "" where there is none. */
static const char *word_behind(const SamsokWanted *wanted, guint place)
{
    guint count = samsok_wanted_sequence_length(wanted);
    bool is_kva = strcmp(samsok_wanted_word_at(wanted, place), "kva") == 0;
    guint next = place + 1;
    while (is_kva && next < count && g_strv_contains(fillers, samsok_wanted_word_at(wanted, next))) {
        next++;
    }
    return word_at(wanted, next);
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
                                                       : kind_of_row(word, word_behind(wanted, i), word_at(wanted, i + 2));
    }
    const char *first = count > 1 ? samsok_wanted_word_at(wanted, 0) : "";
    return kind == SAMSOK_ANSWER_ANY && g_strv_contains(where, first) ? SAMSOK_ANSWER_PLACE : kind;
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
#define MONTHS "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", \
               "november", "desember"
static const char *const months[] = {MONTHS, NULL};
static const char *const days[] = {MONTHS,    "mandag",  "tirsdag", "onsdag",  "torsdag", "fredag",  "lørdag",
                                   "søndag",  "måndag",  "tysdag",  "laurdag", "sundag",  "klokken", "klokka",
                                   NULL};
static const char *const reasons[] = {"fordi",  "grunn",   "grunnet", "grunnen", "skyldes", "skyldast",
                                      "skyld",  "årsak",   "årsaken", "årsaka",  "årsaker", "derfor",
                                      "difor",  "because", NULL};

static const char *const no_words[] = {NULL};

static bool asks_for_number(SamsokAnswerKind kind)
{
    return kind >= SAMSOK_ANSWER_NUMBER && kind <= SAMSOK_ANSWER_LENGTH;
}

void samsok_answer_note(SamsokAnswerKind kind, SamsokSieve *sieve)
{
    const char *const *words = asks_for_number(kind)          ? numbers
                               : kind == SAMSOK_ANSWER_TIME   ? days
                               : kind == SAMSOK_ANSWER_REASON ? reasons
                                                              : no_words;
    for (const char *const *word = words; *word != NULL; word++) {
        samsok_sieve_add(sieve, *word);
    }
}

/* ---- The words around an answer, as they stand in the text: a sieve may hold them back ---------------- */

static const SamsokToken *token_at(const SamsokAnswerPlace *place, guint at)
{
    return &g_array_index(place->tokens, SamsokToken, at);
}

/* The word is of small letters. Those of ASCII and Latin-1 are told from the capitals by one bit. */
static bool is_word(const char *text, const SamsokToken *token, const char *word)
{
    enum { SMALL = 0x20 };
    size_t len = strlen(word);
    bool is_same = token->end - token->start == len;
    for (size_t i = 0; is_same && i < len; i++) {
        is_same = (text[token->start + i] | SMALL) == (word[i] | SMALL);
    }
    return is_same;
}

static bool is_one_of(const SamsokAnswerPlace *place, guint at, const char *const *words)
{
    bool is_one = false;
    for (const char *const *word = words; at < place->tokens->len && *word != NULL && !is_one; word++) {
        is_one = is_word(place->text, token_at(place, at), *word);
    }
    return is_one;
}

static bool follows_one_of(const SamsokAnswerPlace *place, guint at, const char *const *words)
{
    return at > 0 && is_one_of(place, at - 1, words);
}

static bool is_asked(const SamsokAnswerPlace *place, guint at)
{
    return samsok_wanted_levels(place->wanted, token_at(place, at))->sequence != 0;
}

/* ---- What a word is worth as an answer ---------------------------------------------------------- */

static bool is_year(const char *word)
{
    return strlen(word) == 4 && strspn(word, "0123456789") == 4 && (*word == '1' || *word == '2');
}

static const char *const times_behind[] = {"år",      "åra",      "årene",   "dag",      "dager",   "dagar",
                                           "døgn",    "time",     "timer",   "timar",    "minutt",  "minutter",
                                           "sekund",  "sekunder", "uke",     "uker",     "veke",    "veker",
                                           "måned",   "måneder",  "månad",   "månader",  "sesong",  "sesonger",
                                           "years",   "months",   "weeks",   "days",     "hours",   NULL};
static const char *const units[] = {"prosent",   "kroner",    "dollar",   "euro",       "meter",      "km",
                                    "kilometer", "kilo",      "kg",       "tonn",       "million",    "millioner",
                                    "milliard",  "milliarder", "mil",     "moh",        "kvadratmeter",
                                    "kvadratkilometer", "cm", "mm",       "liter",      "grader",     "kr",
                                    "percent",   NULL};

static const char *const years[] = {"år",       "års",      "åring",  "åringen",    "åringar",  "åringer", "årige", "årig",
                                    "årigt",    "åringane", "åringene", "årsalderen", "årsdagen", "årsdag",
                                    "years",    "year",   NULL};

/* «(37)», «29 år», «21-åring». */
static bool is_age(const SamsokAnswerPlace *place, guint at)
{
    const SamsokToken *token = token_at(place, at);
    bool is_in_brackets =
        token->start > 0 && place->text[token->start - 1] == '(' && place->text[token->end] == ')';
    return is_in_brackets || is_one_of(place, at + 1, years);
}

static bool is_duration(const SamsokAnswerPlace *place, guint at)
{
    return is_one_of(place, at + 1, times_behind) || is_one_of(place, at + 2, times_behind);
}

static bool has_unit(const SamsokAnswerPlace *place, guint at)
{
    const char *behind = place->text + token_at(place, at)->end;
    return *behind == '%' || (*behind == ' ' && behind[1] == '%') || is_one_of(place, at + 1, units);
}

/* True when a word of the question is one of the `count` words behind: what is counted. */
static bool has_asked_within(const SamsokAnswerPlace *place, guint at, guint count)
{
    bool has_asked = false;
    for (guint i = at + 1; i < place->tokens->len && i <= at + count && !has_asked; i++) {
        const SamsokTokenLevels *found = samsok_wanted_levels(place->wanted, token_at(place, i));
        for (guint k = 0; found->matches && k < samsok_wanted_count(place->wanted); k++) {
            has_asked = has_asked || found->levels[k] >= SAMSOK_LEVEL_PART;
        }
    }
    return has_asked;
}

static bool begins_with_digit(const SamsokAnswerPlace *place, guint at)
{
    return g_ascii_isdigit(place->text[token_at(place, at)->start]);
}

/* The first number of «1500-2000» or «fra 1500 til 2000», of which `at` is the last; `at` where there is none. */
static guint range_begin(const SamsokAnswerPlace *place, guint at)
{
    static const char *const between[] = {"til", "og", "to", "and", NULL};
    if (at > 0 && begins_with_digit(place, at - 1)) {
        return at - 1;
    }
    bool has_word_between = at > 1 && is_one_of(place, at - 1, between) && begins_with_digit(place, at - 2);
    return has_word_between ? at - 2 : at;
}

/* From 1800 to 2099. `number` is one: no sieve holds those back. */
static bool is_likely_year(const SamsokToken *number)
{
    const char *word = number->word;
    return is_year(word) && (*word == '1' ? word[1] >= '8' : word[1] == '0');
}

static bool counts_asked(const SamsokAnswerPlace *place, guint at)
{
    static const char *const before_years[] = {"i",     "fra",    "frå",  "til", "siden", "sidan", "før",
                                               "etter", "innen",  "innan", "år",  "året",  "in",    "since",
                                               "from",  "before", "after", "until", MONTHS, NULL};
    static const char *const before_either[] = {"av", "og", "for", "mot", "under", "by", "of", "and", NULL};
    guint first = range_begin(place, at);
    bool is_likely = is_likely_year(token_at(place, at)) && is_likely_year(token_at(place, first));
    return first != at ? !is_likely
                       : !follows_one_of(place, at, before_years) &&
                             !(is_likely && follows_one_of(place, at, before_either));
}

/* True when four digits count what is right behind: «1500 ansatte» and «økte til 2000 kroner», not «i 2015 ansatte …». */
static bool counts_next(const SamsokAnswerPlace *place, guint at)
{
    return has_unit(place, at) || (has_asked_within(place, at, 1) && counts_asked(place, at));
}

/* So many words behind a number may tell what it counts. */
enum { WORDS_BEHIND = 3 };

/* A number by what stands around it: of the very kind, perhaps, or hardly, as years and days of months are. */
static double number_fits(const SamsokAnswerPlace *place, guint at, const char *word)
{
    bool is_kin = place->kind != SAMSOK_ANSWER_AGE && place->kind != SAMSOK_ANSWER_DURATION;
    if (is_kin && ((is_year(word) && !counts_next(place, at)) || is_one_of(place, at + 1, months))) {
        return HARDLY;
    }
    bool fits = place->kind == SAMSOK_ANSWER_AGE        ? is_age(place, at)
                : place->kind == SAMSOK_ANSWER_DURATION ? is_duration(place, at)
                : place->kind == SAMSOK_ANSWER_AMOUNT   ? has_unit(place, at)
                : place->kind == SAMSOK_ANSWER_LENGTH   ? has_unit(place, at) || is_duration(place, at)
                                                        : has_asked_within(place, at, WORDS_BEHIND);
    return fits ? 1 : is_kin ? HALF : HARDLY;
}

static double number_at(const SamsokAnswerPlace *place, guint at, const char *word)
{
    double sure = g_ascii_isdigit(*word) ? 1 : g_strv_contains(numbers, word) ? HALF : 0;
    return sure > 0 ? sure * number_fits(place, at, word) : 0;
}

static bool has_capital(const SamsokAnswerPlace *place, guint at)
{
    const char *first = place->text + token_at(place, at)->start;
    return (guchar)*first < 0x80 ? g_ascii_isupper(*first) : g_unichar_isupper(g_utf8_get_char(first));
}

/* True where a sentence or a line begins, and a capital tells nothing. */
static bool begins(const SamsokAnswerPlace *place, guint at)
{
    guint start = token_at(place, at)->start;
    char before = start > 1 ? place->text[start - 2] : '.';
    return start == 0 || place->text[start - 1] != ' ' || strchr(".:!?", before) != NULL;
}

/* Two capitals in a row are a name, one is often something in passing. */
static double name_at(const SamsokAnswerPlace *place, guint at)
{
    bool has_next = at + 1 < place->tokens->len &&
                    token_at(place, at + 1)->start == token_at(place, at)->end + 1 &&
                    has_capital(place, at + 1) && !is_asked(place, at + 1);
    return has_next ? 1 : begins(place, at) ? 0 : HALF;
}

static double place_at(const SamsokAnswerPlace *place, guint at)
{
    static const char *const before[] = {"i",    "på",      "ved", "fra",  "frå",   "til",   "utenfor", "utanfor",
                                         "nær",  "mellom",  "nord", "sør",  "øst",   "vest",  "langs",   "under",
                                         "over", "gjennom", "in",  "at",   "near",  "from",  NULL};
    return begins(place, at) ? 0 : follows_one_of(place, at, before) ? 1 : SELDOM;
}

/* What a word is worth, whether or not the question has it. What a sieve held back can only be a name. */
static double worth_at(const SamsokAnswerPlace *place, guint at)
{
    const char *word = token_at(place, at)->word;
    switch (place->kind) {
    case SAMSOK_ANSWER_NUMBER:
    case SAMSOK_ANSWER_AGE:
    case SAMSOK_ANSWER_DURATION:
    case SAMSOK_ANSWER_AMOUNT:
    case SAMSOK_ANSWER_LENGTH:
        return word == NULL ? 0 : number_at(place, at, word);
    case SAMSOK_ANSWER_TIME:
        return word != NULL && (is_year(word) || g_strv_contains(days, word)) ? 1 : 0;
    case SAMSOK_ANSWER_NAME:
        return has_capital(place, at) ? name_at(place, at) : 0;
    case SAMSOK_ANSWER_PLACE:
        return has_capital(place, at) ? place_at(place, at) : 0;
    case SAMSOK_ANSWER_REASON:
        return word != NULL && g_strv_contains(reasons, word) ? 1 : 0;
    case SAMSOK_ANSWER_ANY:
        break;
    }
    return 0;
}

double samsok_answer_at(const SamsokAnswerPlace *place, guint at)
{
    double worth = worth_at(place, at);
    return worth > 0 && !is_asked(place, at) ? worth : 0;
}
