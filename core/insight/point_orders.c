/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells orders: texts that begin with what to do. */
#include "config.h"

#include "core/insight/point_cues.h"

#include <string.h>

#include "core/insight/point_patterns.h"
#include "core/language/analyser.h"
#include "core/language/headwords.h"

/* True when a finite verb follows soon: «Senter for samordning har …» orders nothing. That of a clause does
 * not count: «Vurder om det er …». */
bool samsok_cue_has_verb_soon(const char *text)
{
    static const char *const openers[] = {"om",   "at",   "hva",     "hvem",    "hvordan", "hvilke", "hvilken", "hvilket",
                                          "hvor", "hvorfor", "kva", "kven", "korleis", "kor",    "kvifor", "dersom", "hvis",
                                          "viss", "når",     "før", NULL};
    static const char *const verbs[] = {"har", "er", "var", "ble", "blei", "blir", "vart", "vert", "hadde", NULL};
    static const char *const modals[] = {"kan", "skal", "vil", "må", "bør", NULL};
    enum { SOON = 6 };
    const char *end = text;
    for (guint i = 0; i < SOON && *end != '\0'; i++) {
        end += i > 0 ? 1 : 0; /* the blank between two words */
        end += strcspn(end, " ");
    }
    g_autofree char *soon = g_strndup(text, (gsize)(end - text)); /* never all of a long line */
    g_auto(GStrv) words = g_strsplit(soon, " ", -1);
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
        if (g_str_has_suffix(words[i], ":") || g_str_has_suffix(words[i], ".")) {
            return false; /* «Lytt først: Hva er …» */
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

const char *samsok_cue_order_start(const char *text)
{
    static const char *const limits[] = {"ikke ", "ikkje ", "aldri ", "alltid ", "gjerne ", "heller "};
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
    const char *start = samsok_cue_order_start(text);
    const char *end = first_word_end(start);
    if (end == start || (*end != ' ' && *end != ',') || samsok_cue_has_verb_soon(start)) {
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
    bool is_noun = samsok_point_matches(SAMSOK_POINT_PATTERN_HEAD_NOUN, end, strlen(end));
    if (is_noun && samsok_headwords_has(headwords, word, strlen(word))) {
        return false;
    }
    return samsok_headwords_has(headwords, infinitive, strlen(infinitive)) ||
           samsok_headwords_has(headwords, nynorsk, strlen(nynorsk));
}

/* «Rolle i styringen», «Kompetanse og tid»: what follows a noun and no infinitive. */
bool samsok_cue_is_behind_noun(const char *text)
{
    static const char *const words[] = {"og", "eller", "i", "på", "for", "som", "med", "mellom", "hos", "fra", "frå", "–", "-", NULL};
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
                  !g_str_has_suffix(word, "anse") && *end == ' ' && !samsok_cue_is_behind_noun(end);
    return may_be && !samsok_analyser_is_stop_word(word) &&
           samsok_headwords_has(samsok_headwords_shared(), word, len);
}

bool samsok_cue_commands(const char *text)
{
    size_t len = strlen(text);
    return samsok_cue_orders(text) && !samsok_point_matches(SAMSOK_POINT_PATTERN_INSTRUCTS, text, len) &&
           !samsok_point_matches(SAMSOK_POINT_PATTERN_OPERATES, text, len);
}
