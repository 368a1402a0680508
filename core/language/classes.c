/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hubs of a form: stems of its head words, and of its bokmål. */
#include "config.h"

#include "core/language/classes.h"

#include <stdbool.h>
#include <string.h>

#include "core/language/nynorsk.h"

/* Shorter words have too many readings. */
#define MIN_LETTERS 3

typedef struct {
    SamsokAnalyser *analyser;
    const char *word;
    const char *stem;
    const char **hubs;
    guint count;
    bool has_own; /* one of its readings has the stem of the form */
} Search;

static void add_hub(Search *search, const char *hub)
{
    for (guint i = 0; i < search->count; i++) {
        if (strcmp(search->hubs[i], hub) == 0) {
            return;
        }
    }
    if (search->count < SAMSOK_CLASS_MAX_HUBS) {
        search->hubs[search->count++] = hub;
    }
}

static bool is_derived(const Search *search, const char *hub)
{
    return g_str_has_suffix(search->stem, "ing") && !g_str_has_suffix(hub, "ing");
}

static void take_lemma(const char *lemma, void *data)
{
    Search *search = data;
    const char *hub = samsok_analyser_stem(search->analyser, lemma);
    if (strcmp(hub, search->stem) == 0) {
        search->has_own = true;
    } else if (g_utf8_get_char(lemma) == g_utf8_get_char(search->word) && !is_derived(search, hub)) {
        add_hub(search, hub);
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
        {"is", {"isen", "isens"}},
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

static void add_bokmal(Search *search)
{
    bool is_sure = false;
    g_auto(GStrv) words = samsok_nynorsk_bokmal(search->word, &is_sure);
    for (guint i = 0; is_sure && words[i] != NULL; i++) {
        const char *hub = samsok_analyser_stem(search->analyser, words[i]);
        if (strcmp(hub, search->stem) != 0) {
            add_hub(search, hub);
        }
    }
}

guint samsok_class_hubs(SamsokAnalyser *analyser, const SamsokHeadwords *headwords, const char *word,
                        const char *stem, const char *hubs[SAMSOK_CLASS_MAX_HUBS])
{
    Search search = {.analyser = analyser, .word = word, .stem = stem, .hubs = hubs};
    const char *head = short_head(word);
    if (head != NULL) {
        hubs[0] = samsok_analyser_stem(analyser, head);
        return 1;
    }
    if (g_utf8_strlen(word, -1) < MIN_LETTERS || samsok_analyser_is_stop_word(word)) {
        return 0;
    }
    samsok_headwords_lemmas(headwords, word, strlen(word), take_lemma, &search);
    if (search.has_own) {
        search.count = 0;
    }
    add_bokmal(&search);
    return search.count;
}
