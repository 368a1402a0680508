/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the patterns of wording about a text. */
#include "config.h"

#include "core/insight/point_cues.h"

#include <string.h>

#include "core/insight/point_patterns.h"
#include "core/language/analyser.h"
#include "core/language/headwords.h"

static bool has(SamsokPointPattern which, const char *text, gsize len)
{
    return samsok_point_may_match(which, text, len) &&
           g_regex_match_full(samsok_point_pattern(which), text, (gssize)len, 0, 0, NULL, NULL);
}

/* The last match that does not lie in [skip_start, skip_end). */
static bool last_match(SamsokPointPattern which, const char *text, const int skip[2], guint *out_start,
                       guint *out_end)
{
    g_autoptr(GMatchInfo) info = NULL;
    bool found = false;
    g_regex_match(samsok_point_pattern(which), text, 0, &info);
    while (g_match_info_matches(info)) {
        int start = 0;
        int end = 0;
        g_match_info_fetch_pos(info, 0, &start, &end);
        if (start < skip[0] || start >= skip[1]) {
            *out_start = (guint)start;
            *out_end = (guint)end;
            found = true;
        }
        g_match_info_next(info, NULL);
    }
    return found;
}

static void find_foundation(const char *text, int skip[2])
{
    g_autoptr(GMatchInfo) info = NULL;
    skip[0] = skip[1] = -1;
    if (g_regex_match(samsok_point_pattern(SAMSOK_POINT_PATTERN_BUILDS_ON), text, 0, &info)) {
        g_match_info_fetch_pos(info, 0, &skip[0], &skip[1]);
    }
}

/* The last cue of any kind outside [skip[0], skip[1]). */
static bool last_announcing(const char *text, const int skip[2], SamsokPointCue *out)
{
    static const struct {
        SamsokPointPattern pattern;
        SamsokPointKind kind;
    } kinds[] = {
        {SAMSOK_POINT_PATTERN_LEARNING, SAMSOK_POINT_LEARNING},
        {SAMSOK_POINT_PATTERN_ADVICE, SAMSOK_POINT_ADVICE},
        {SAMSOK_POINT_PATTERN_RECOMMENDATION, SAMSOK_POINT_RECOMMENDATION},
        {SAMSOK_POINT_PATTERN_FOCUS_AREA, SAMSOK_POINT_FOCUS_AREA},
    };
    bool found = false;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        SamsokPointCue cue = {.kind = kinds[i].kind};
        if (last_match(kinds[i].pattern, text, skip, &cue.start, &cue.end) &&
            (!found || cue.start > out->start)) {
            *out = cue;
            found = true;
        }
    }
    return found;
}

bool samsok_cue_announced(const char *text, SamsokPointCue *out)
{
    int skip[2];
    if (!samsok_point_may_announce(text)) {
        return false;
    }
    find_foundation(text, skip);
    /* «Anbefalinger basert på hva vi har lært»: what comes first is what the text is. */
    const int behind[2] = {skip[0], G_MAXINT};
    return (skip[0] > 0 && last_announcing(text, behind, out)) || last_announcing(text, skip, out);
}

static bool find_last(SamsokPointPattern which, SamsokPointKind kind, const char *text, SamsokPointCue *out)
{
    const int nothing[2] = {-1, -1};
    out->kind = kind;
    return last_match(which, text, nothing, &out->start, &out->end);
}

bool samsok_cue_conditions(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_CONDITIONS, SAMSOK_POINT_ADVICE, text, out);
}

bool samsok_cue_experience(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_EXPERIENCE, SAMSOK_POINT_LEARNING, text, out);
}

bool samsok_cue_should(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_SHOULD, SAMSOK_POINT_RECOMMENDATION, text, out);
}

bool samsok_cue_ought(const char *text)
{
    return has(SAMSOK_POINT_PATTERN_OUGHT, text, strlen(text));
}

bool samsok_cue_states(const char *title)
{
    return !has(SAMSOK_POINT_PATTERN_ASKED, title, strlen(title));
}

bool samsok_cue_demands(const char *text)
{
    size_t len = strlen(text);
    bool is_question = g_str_has_suffix(text, "?");
    return (!is_question && has(SAMSOK_POINT_PATTERN_DEMANDS, text, len)) || samsok_cue_recommends(text, len);
}

bool samsok_cue_matters(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_MATTERS, SAMSOK_POINT_ADVICE, text, out);
}

bool samsok_cue_positions(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_POSITIONS, SAMSOK_POINT_RECOMMENDATION, text, out);
}

bool samsok_cue_learned_too(const char *text, const SamsokPointCue *cue)
{
    return cue->kind != SAMSOK_POINT_LEARNING && has(SAMSOK_POINT_PATTERN_LEARNED_AND, text, cue->start);
}

bool samsok_cue_onward(const char *title)
{
    return has(SAMSOK_POINT_PATTERN_ONWARD, title, strlen(title));
}

bool samsok_cue_sums_up(const char *title)
{
    return has(SAMSOK_POINT_PATTERN_SUMS_UP, title, strlen(title));
}

bool samsok_cue_other_label(const char *text)
{
    return has(SAMSOK_POINT_PATTERN_OTHER_LABEL, text, strlen(text));
}

bool samsok_cue_clock(const char *text)
{
    return has(SAMSOK_POINT_PATTERN_CLOCK, text, strlen(text));
}

static SamsokPointKind named_kind(const char *name)
{
    static const struct {
        const char *name;
        SamsokPointKind kind;
    } names[] = {
        {"læringspunkt", SAMSOK_POINT_LEARNING}, {"lærdom", SAMSOK_POINT_LEARNING},
        {"lesson", SAMSOK_POINT_LEARNING},       {"råd", SAMSOK_POINT_ADVICE},
        {"advice", SAMSOK_POINT_ADVICE},         {"innsatsområde", SAMSOK_POINT_FOCUS_AREA},
        {"tips", SAMSOK_POINT_ADVICE},           {"husk", SAMSOK_POINT_ADVICE},
        {"hugs", SAMSOK_POINT_ADVICE},           {"grep", SAMSOK_POINT_ADVICE},
    };
    g_autofree char *folded = g_utf8_strdown(name, -1);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(names[i].name, folded) == 0) {
            return names[i].kind;
        }
    }
    return SAMSOK_POINT_RECOMMENDATION;
}

bool samsok_cue_named(const char *text, SamsokPointCue *out, char **out_number)
{
    g_autoptr(GMatchInfo) info = NULL;
    if (!g_regex_match(samsok_point_pattern(SAMSOK_POINT_PATTERN_NAMED), text, 0, &info)) {
        return false;
    }
    g_autofree char *name = g_match_info_fetch(info, 1);
    char *number = g_match_info_fetch(info, 2);
    int start = 0;
    int end = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    *out = (SamsokPointCue){named_kind(name), (guint)start, (guint)end};
    *out_number = number == NULL ? g_strdup("") : number;
    return true;
}

bool samsok_cue_recommends(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && has(SAMSOK_POINT_PATTERN_RECOMMENDS, sentence, len) &&
           !has(SAMSOK_POINT_PATTERN_POINTS_AWAY, sentence, len);
}

bool samsok_cue_learns(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && has(SAMSOK_POINT_PATTERN_LEARNS, sentence, len);
}

bool samsok_cue_advises(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && has(SAMSOK_POINT_PATTERN_ADVISES, sentence, len) &&
           !samsok_cue_instructs(sentence, len) && !has(SAMSOK_POINT_PATTERN_REPORTED, sentence, len);
}

bool samsok_cue_asks(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && has(SAMSOK_POINT_PATTERN_ASKS, sentence, len);
}

bool samsok_cue_negates(const char *sentence, gsize len)
{
    return has(SAMSOK_POINT_PATTERN_NEGATES, sentence, len);
}

bool samsok_cue_proposes(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && has(SAMSOK_POINT_PATTERN_PROPOSES, sentence, len);
}

bool samsok_cue_gathers(const char *text)
{
    return g_str_has_suffix(text, ":") && has(SAMSOK_POINT_PATTERN_GATHERED, text, strlen(text));
}

bool samsok_cue_minutes(const char *text)
{
    return has(SAMSOK_POINT_PATTERN_MINUTES, text, strlen(text));
}

bool samsok_cue_points_ahead(const char *sentence, gsize len)
{
    return has(SAMSOK_POINT_PATTERN_AHEAD, sentence, len);
}

bool samsok_cue_manual(const char *title)
{
    return has(SAMSOK_POINT_PATTERN_MANUAL, title, strlen(title));
}

bool samsok_cue_procedure(const char *text)
{
    return has(SAMSOK_POINT_PATTERN_PROCEDURE, text, strlen(text));
}

bool samsok_cue_takes_up(const char *sentence, gsize len)
{
    return has(SAMSOK_POINT_PATTERN_TAKES_UP, sentence, len);
}

bool samsok_cue_requires(const char *sentence, gsize len)
{
    return has(SAMSOK_POINT_PATTERN_REQUIRES, sentence, len);
}

bool samsok_cue_binds(const char *sentence, gsize len)
{
    return has(SAMSOK_POINT_PATTERN_BINDS, sentence, len);
}

bool samsok_cue_instructs(const char *sentence, gsize len)
{
    return has(SAMSOK_POINT_PATTERN_INSTRUCTS, sentence, len);
}

/* True when a finite verb follows soon: «Senter for samordning har …» orders nothing. That of a clause does
 * not count: «Vurder om det er …». */
static bool has_verb_soon(const char *text)
{
    static const char *const openers[] = {"om",   "at",   "hva",     "hvem",    "hvordan", "hvilke", "hvilken", "hvilket",
                                          "hvor", "hvorfor", "kva", "kven", "korleis", "kor",    "kvifor", "dersom", "hvis",
                                          "viss", "når",     "før", NULL};
    static const char *const verbs[] = {"har", "er", "var", "ble", "blei", "blir", "vart", "vert", "hadde", NULL};
    static const char *const modals[] = {"kan", "skal", "vil", "må", "bør", NULL};
    enum { SOON = 6 };
    g_auto(GStrv) words = g_strsplit(text, " ", SOON + 1);
    if (words[0] != NULL && words[1] != NULL && g_strv_contains(modals, words[1])) {
        return true;
    }
    for (guint i = 1; words[0] != NULL && i < SOON && words[i] != NULL; i++) {
        if (g_strv_contains(openers, words[i])) {
            return false;
        }
        if (g_strv_contains(verbs, words[i])) {
            return true;
        }
    }
    return false;
}

static const char *first_word_end(const char *text)
{
    while (*text != '\0' && g_unichar_isalpha(g_utf8_get_char(text))) {
        text = g_utf8_next_char(text);
    }
    return text;
}

/* Behind marks of emphasis, and behind «Ikke» and «Alltid», which an order may begin with. */
static const char *order_start(const char *text)
{
    static const char *const limits[] = {"ikke ", "ikkje ", "aldri ", "alltid "};
    const char *start = text + strspn(text, "*_");
    for (guint i = 0; i < G_N_ELEMENTS(limits); i++) {
        size_t len = strlen(limits[i]);
        if (g_ascii_strncasecmp(start, limits[i], len) == 0) {
            return start + len;
        }
    }
    return start;
}

/* The orders whose infinitive has no vowel of its own at the end, or another one. */
static bool is_short_order(const char *word)
{
    static const char *const verbs[] = {"gi",  "gje",  "se",   "sjå",    "ta",      "la",  "lat",
                                        "gå",  "få",   "stå",  "unngå",  "forstå",  "bli", "vær",
                                        "ver", "ha",   "gjør", "gjer",   "spør",    "si",  "sei",
                                        "slå", "påse", "sett", NULL};
    return g_strv_contains(verbs, word);
}

/* Adjectives whose plural is a verb too: «Ny avtale» orders nothing. */
static bool is_adjective(const char *word)
{
    static const char *const adjectives[] = {"ny",   "hel",  "heil", "fast", "klar", "lik", "lett",
                                             "rett", "trygg", "fri",  "tom",  "varm", "stor", "nytt", "fritt", NULL};
    return g_strv_contains(adjectives, word);
}

/* A word is an order when with the infinitive's vowel it is a verb of the dictionary: etabler(e),
 * legg(e), sørg(e); the others are named. */
bool samsok_cue_orders(const char *text)
{
    const char *start = order_start(text);
    const char *end = first_word_end(start);
    if (end == start || (*end != ' ' && *end != ',') || has_verb_soon(start)) {
        return false;
    }
    g_autofree char *first = g_strndup(start, (gsize)(end - start));
    g_autofree char *word = g_utf8_strdown(first, -1);
    static const char *const with_preposition[] = {"sørg", "syt", "legg", NULL}; /* «for», «til»: of no noun */
    bool is_sure = strcmp(word, "sikre") == 0 && g_str_has_prefix(end, " at ");
    if (is_sure || is_short_order(word) || g_strv_contains(with_preposition, word)) {
        return true;
    }
    if (is_adjective(word)) {
        return false;
    }
    /* «for» is no form of «fore» here, and «flytting» none of a verb that «flyttinga» would be. */
    enum { LONGEST_RING_BYTES = 6 };
    bool is_verbal_noun = g_str_has_suffix(word, "ing") && strlen(word) > LONGEST_RING_BYTES;
    if (is_verbal_noun || samsok_analyser_is_stop_word(word)) {
        return false;
    }
    /* No word ends in two m: bestem, bestemme. */
    const char *doubled = g_str_has_suffix(word, "m") ? "m" : "";
    g_autofree char *infinitive = g_strconcat(word, doubled, "e", NULL);
    g_autofree char *nynorsk = g_strconcat(word, doubled, "a", NULL);
    const SamsokHeadwords *headwords = samsok_headwords_shared();
    /* «Bruk av …», «Navn 1», «Post som …»: a noun, though there is such a verb too. */
    bool is_noun = has(SAMSOK_POINT_PATTERN_HEAD_NOUN, end, strlen(end));
    if (is_noun && samsok_headwords_has(headwords, word, strlen(word))) {
        return false;
    }
    return samsok_headwords_has(headwords, infinitive, strlen(infinitive)) ||
           samsok_headwords_has(headwords, nynorsk, strlen(nynorsk));
}

/* «Rolle i styringen», «Kompetanse og tid»: what follows a noun and no infinitive. */
static bool is_behind_noun(const char *text)
{
    static const char *const words[] = {"og",  "eller",  "i",   "på",  "for", "som", "med",
                                        "mellom", "hos", "fra", "frå", "–",   "-",   NULL};
    g_auto(GStrv) next = g_strsplit(text + strspn(text, " "), " ", 2);
    return next[0] == NULL || g_strv_contains(words, next[0]);
}

bool samsok_cue_does(const char *text)
{
    if (g_str_has_prefix(text, "å ") || g_str_has_prefix(text, "Å ") || samsok_cue_orders(text)) {
        return true;
    }
    const char *end = first_word_end(text);
    g_autofree char *first = g_strndup(text, (gsize)(end - text));
    g_autofree char *word = g_utf8_strdown(first, -1);
    size_t len = strlen(word);
    bool may_be = len > 2 && (word[len - 1] == 'e' || word[len - 1] == 'a') && !g_str_has_suffix(word, "else") &&
                  !g_str_has_suffix(word, "anse") && *end == ' ' && !is_behind_noun(end);
    return may_be && !samsok_analyser_is_stop_word(word) &&
           samsok_headwords_has(samsok_headwords_shared(), word, len);
}

bool samsok_cue_commands(const char *text)
{
    size_t len = strlen(text);
    return samsok_cue_orders(text) && !has(SAMSOK_POINT_PATTERN_INSTRUCTS, text, len) &&
           !has(SAMSOK_POINT_PATTERN_OPERATES, text, len);
}
