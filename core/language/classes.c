/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hubs of a form: stems of its head words, and of its bokmål. */
#include "config.h"

#include "core/language/classes.h"

#include <stdbool.h>
#include <string.h>

#include "core/language/accents.h"
#include "core/language/irregular.h"
#include "core/language/nynorsk.h"

/* Shorter words have too many readings. */
#define MIN_LETTERS 3

typedef struct {
    SamsokAnalyser *analyser;
    const SamsokHeadwords *headwords;
    const char *word;   /* the last part of a compound, or all of the word */
    const char *before; /* what stands before it in the word: "" or the parts before the last */
    const char *stem;   /* of the whole word */
    const char **hubs;
    guint count;
    bool is_form;       /* it has readings */
    bool has_own;       /* one of them has the stem of the form */
    const char *apart;  /* the hub that counts all the same; NULL: none */
} Search;

/* The stem of what the word would be with `text` in the place of its last part. */
static const char *hub_of(const Search *search, const char *text)
{
    g_autofree char *word = g_strconcat(search->before, text, NULL);
    return samsok_analyser_stem(search->analyser, word);
}

/* No stop word: «nådd» would be found by every «nå». */
static void add_hub(Search *search, const char *hub)
{
    if (samsok_analyser_is_stop_word(hub)) {
        return;
    }
    for (guint i = 0; i < search->count; i++) {
        if (strcmp(search->hubs[i], hub) == 0) {
            return;
        }
    }
    if (search->count < SAMSOK_CLASS_MAX_HUBS && strcmp(hub, search->stem) != 0) {
        search->hubs[search->count++] = hub;
    }
}

static bool is_derived(const Search *search, const char *hub)
{
    return g_str_has_suffix(search->stem, "ing") && !g_str_has_suffix(hub, "ing");
}

/* True of the pleie of «pleier» and the vare of «varer»: the stemmer lets the one whole because it is short, and
 * the stem of the other would be a stop word. They are forms, though the dictionary has them as words, too. */
static bool is_kept_apart(const Search *search, const char *lemma)
{
    size_t len = strlen(lemma);
    bool is_longer = len > 0 && lemma[len - 1] == 'e' && g_str_has_prefix(search->word, lemma);
    return is_longer && strcmp(search->stem, search->word) == 0 &&
           (strcmp(search->word + len, "r") == 0 || strcmp(search->word + len, "s") == 0);
}

static void take_lemma(const char *lemma, void *data)
{
    Search *search = data;
    const char *hub = hub_of(search, lemma);
    search->is_form = true;
    if (strcmp(hub, search->stem) == 0) {
        search->has_own = true;
    } else if (g_utf8_get_char(lemma) == g_utf8_get_char(search->word) && !is_derived(search, hub)) {
        add_hub(search, hub);
        search->apart = is_kept_apart(search, lemma) ? hub : search->apart;
    }
}

/* The head word of two letters or three whose form the word is. Snowball lets words so short alone, and the
 * dictionary has many of these forms as words of their own. NULL: it is none of them. */
static const char *short_head(const char *word)
{
    static const struct {
        const char *head;
        const char *const forms[8]; /* no more than seven: the last one is NULL */
    } words[] = {
        {"bo", {"bor", "bodde", "bodd", "budde", "budd"}},
        {"by", {"byen", "byens", "byer", "byar", "byene", "byane", "byenes"}},
        {"gi", {"gir", "ga", "gav", "gitt", "gje", "gjev", "gjeve"}},
        {"gå", {"går", "gikk", "gått", "gjekk"}},
        {"ku", {"kua", "kuer", "kuene", "kyr", "kyrne", "kyrene"}},
        {"ny", {"nye", "nytt", "nyere"}},
        {"si", {"sier", "sa", "sagt"}},
        {"stå", {"står", "sto", "stod", "stått"}},
        {"ta", {"tar", "tok", "tatt", "tek", "teke"}},
        {"øy", {"øya", "øyen", "øyer", "øyar", "øyene", "øyane"}},
        {"år", {"året", "årets", "åra", "årene"}},
        {"ås", {"åsen", "åser", "åsar", "åsene", "åsane"}},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        for (const char *const *form = words[i].forms; *form != NULL; form++) {
            if (strcmp(word, *form) == 0) {
                return words[i].head;
            }
        }
    }
    return NULL;
}

typedef struct {
    const char *head;
    bool is_found;
} HeadSearch;

static void compare_lemma(const char *lemma, void *data)
{
    HeadSearch *search = data;
    search->is_found = search->is_found || strcmp(lemma, search->head) == 0;
}

/* True when the dictionary has base and ending as a form of base and `head_ending`, or as a word of its own. */
static bool has_form(const SamsokHeadwords *headwords, const char *base, const char *ending, const char *head_ending)
{
    g_autofree char *form = g_strconcat(base, ending, NULL);
    g_autofree char *head = g_strconcat(base, head_ending, NULL);
    HeadSearch search = {.head = head};
    if (samsok_headwords_has(headwords, form, strlen(form))) {
        return true;
    }
    samsok_headwords_lemmas(headwords, form, strlen(form), compare_lemma, &search);
    return search.is_found;
}

/* A noun that is inflected, and no imperative of a verb on -ere (studer, studerte), which may look like one
 * (lever, leverte) or have a verb that is rarer (trenere, trenerte). Mothers are old («moderen»), and «moderne»
 * is not theirs. */
static bool is_noun_with(const SamsokHeadwords *headwords, const char *base, const char *const *definite)
{
    static const char *const nouns[] = {"trener", "dikter", NULL};
    bool is_noun = false;
    if (strcmp(base, "moder") == 0) {
        return false;
    }
    for (; *definite != NULL && !is_noun; definite++) {
        is_noun = has_form(headwords, base, *definite, "");
    }
    return is_noun && (g_strv_contains(nouns, base) || !has_form(headwords, base, "te", "e"));
}

/* The noun on -er or -et whose form the word is, for Snowball takes these for endings (leder, ledere; register,
 * registeret), and the dictionary has many of the forms as words of their own (lederne). NULL: there is none.
 * Owner: the caller. */
static char *noun_on_er_or_et(const SamsokHeadwords *headwords, const char *word)
{
    enum { MIN_BASE = 4 }; /* «vers» is not of «ver» */
    static const char *const masculine[] = {"en", NULL};
    static const char *const any[] = {"en", "et", NULL};
    static const struct {
        const char *ending;
        const char *const *definite; /* what the noun must have, too */
    } endings[] = {{"e", masculine},   {"es", masculine}, {"ne", masculine}, {"nes", masculine}, {"en", any},
                   {"ens", any},       {"et", any},       {"ets", any},      {"ene", any},       {"enes", any},
                   {"er", any},        {"a", any},        {"s", any}};
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        const char *ending = endings[i].ending;
        g_autofree char *base =
            g_str_has_suffix(word, ending) ? g_strndup(word, strlen(word) - strlen(ending)) : NULL;
        if (base != NULL && (g_str_has_suffix(base, "er") || g_str_has_suffix(base, "et")) &&
            g_utf8_strlen(base, -1) >= MIN_BASE && samsok_headwords_has(headwords, base, strlen(base)) &&
            is_noun_with(headwords, base, endings[i].definite)) {
            return g_steal_pointer(&base);
        }
    }
    return NULL;
}

/* The noun on -é whose form the word is, for a dictionary that has the forms as words of their own, with the accent
 * and without (komite, komitear). NULL: there is none, or the word is rather of another word (arme). Owner: the
 * caller. */
static char *noun_on_stressed_e(const Search *search)
{
    static const char *const endings[] = {"",    "en",   "ens", "et", "ets", "er",  "ers",
                                          "ene", "enes", "a",   "ar", "ane", "anes", "s"};
    SamsokPlainWord plain;
    const char *word = samsok_accents_strip(search->word, plain);
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t len = strlen(word) - MIN(strlen(word), strlen(endings[i]));
        if (len == 0 || word[len - 1] != 'e' || strcmp(word + len, endings[i]) != 0) {
            continue;
        }
        g_autofree char *noun = g_strdup_printf("%.*sé", (int)len - 1, word);
        if (samsok_headwords_has(search->headwords, noun, strlen(noun))) {
            bool is_other = samsok_headwords_has(search->headwords, search->stem, strlen(search->stem));
            return is_other ? NULL : g_steal_pointer(&noun);
        }
    }
    return NULL;
}

/* What a noun on -é is stemmed to where it is written without the accent (kafe), unless other words are, too (arm,
 * buffer). Not of names, which the dictionary leaves out with the words near to them: «Touré» is no «tour». */
static void add_unstressed(Search *search)
{
    SamsokPlainWord plain;
    const char *word = samsok_accents_strip(search->word, plain);
    if (!samsok_accents_ends_stressed(search->word) ||
        !samsok_headwords_has(search->headwords, search->word, strlen(search->word))) {
        return;
    }
    const char *hub = hub_of(search, word);
    g_autofree char *agent = g_strconcat(hub, "er", NULL);
    if (!samsok_headwords_has(search->headwords, hub, strlen(hub)) &&
        !samsok_headwords_has(search->headwords, agent, strlen(agent))) {
        add_hub(search, hub);
    }
}

static void add_noun_on_stressed_e(Search *search)
{
    g_autofree char *noun = noun_on_stressed_e(search);
    if (noun != NULL) {
        search->is_form = true;
        add_hub(search, hub_of(search, noun));
    }
}

static void add_irregular(Search *search)
{
    g_auto(GStrv) heads = samsok_irregular_heads(search->word);
    for (guint i = 0; heads[i] != NULL; i++) {
        search->is_form = true;
        add_hub(search, hub_of(search, heads[i]));
    }
}

static void add_noun_on_er_or_et(Search *search)
{
    g_autofree char *noun = noun_on_er_or_et(search->headwords, search->word);
    if (noun != NULL) {
        search->is_form = true;
        add_hub(search, hub_of(search, noun));
    }
}

static void add_bokmal(Search *search)
{
    bool is_sure = false;
    g_auto(GStrv) words = samsok_nynorsk_bokmal(search->word, &is_sure);
    for (guint i = 0; is_sure && words[i] != NULL; i++) {
        add_hub(search, hub_of(search, words[i]));
    }
}

static void take_stressed_lemma(const char *lemma, void *data)
{
    if (samsok_accents_ends_stressed(lemma)) {
        take_lemma(lemma, data);
    }
}

/* The dictionary's rules have the forms of nouns on -é without the accent alone (komiteen for komitéen). */
static void take_lemmas(Search *search)
{
    SamsokPlainWord plain;
    const char *stripped = samsok_accents_strip(search->word, plain);
    samsok_headwords_lemmas(search->headwords, search->word, strlen(search->word), take_lemma, search);
    if (!search->is_form && stripped != search->word) {
        samsok_headwords_lemmas(search->headwords, stripped, strlen(stripped), take_stressed_lemma, search);
    }
}

static void search_hubs(Search *search)
{
    const char *head = short_head(search->word);
    if (head != NULL) {
        search->is_form = true;
        add_hub(search, hub_of(search, head));
        return;
    }
    if (g_utf8_strlen(search->word, -1) < MIN_LETTERS || samsok_analyser_is_stop_word(search->word)) {
        return;
    }
    take_lemmas(search);
    if (search->has_own) {
        search->count = 0;
        if (search->apart != NULL) {
            add_hub(search, search->apart);
        }
    }
    add_irregular(search);
    add_noun_on_er_or_et(search);
    add_noun_on_stressed_e(search);
    add_unstressed(search);
    add_bokmal(search);
}

guint samsok_class_hubs(SamsokAnalyser *analyser, const SamsokHeadwords *headwords, const char *word, guint last,
                        const char *stem, const char *hubs[SAMSOK_CLASS_MAX_HUBS])
{
    Search search = {.analyser = analyser,
                     .headwords = headwords,
                     .word = word,
                     .before = "",
                     .stem = stem,
                     .hubs = hubs};
    search_hubs(&search);
    if (last > 0 && !search.is_form && search.count == 0) {
        g_autofree char *before = g_strndup(word, last);
        search.word = word + last;
        search.before = before;
        search_hubs(&search);
    }
    return search.count;
}
