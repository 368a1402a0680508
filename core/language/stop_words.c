/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Data table: words of bokmål, nynorsk and English that carry no meaning of their own in a question.
 *
 * Pronouns, articles, auxiliaries, prepositions, conjunctions and question words, folded, in byte
 * order for bsearch, and the verbs of «hva heter». English ones that mean something in Norwegian («by», «most»)
 * are not among them. They are left out of a query that has other words, never out of the index. */
#include "config.h"

#include "core/language/analyser.h"

#include <stdlib.h>
#include <string.h>

static const char *const stop_words[] = {
    "a", "about", "after", "alle", "also", "an", "and", "anna", "annet", "anten", "any", "are",
    "as", "at", "av", "bare", "be", "because", "been", "before", "begge", "berre", "between",
    "blant", "ble", "bli", "blir", "blitt", "both", "burde", "but", "både", "bør", "can",
    "could", "da", "de", "deg", "dei", "deira", "dem", "den", "denne", "dens", "der", "dere",
    "deres", "dersom", "desse", "det", "dets", "dette", "di", "did", "din", "dine", "disse",
    "dit", "ditt", "do", "does", "du", "dykk", "dykkar", "då", "each", "eg", "ei", "ein", "eit",
    "eitt", "eller", "en", "enn", "er", "et", "ett", "etter", "fekk", "fikk", "finnes", "fins",
    "for", "fordi", "fra", "from", "frå", "får", "fått", "før", "gjennom", "gjer", "gjere",
    "gjorde", "gjort", "gjør", "gjøre", "ha", "had", "hadde", "ham", "han", "hans", "har", "has",
    "hatt", "have", "he", "heite", "heiter", "heitte", "hennar", "henne", "hennes", "her",
    "here", "het", "heter", "hette", "his", "hit", "hjå", "ho", "hos", "how", "hun", "hva",
    "hvem", "hver", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor", "i",
    "if", "ikke", "ikkje", "in", "ingen", "inn", "innen", "into", "is", "it", "its", "ja", "jeg",
    "jo", "kalla", "kallast", "kalles", "kalt", "kan", "kor", "korkje", "korleis", "kun",
    "kunne", "kva", "kvar", "kvarandre", "kvart", "kven", "kvifor", "man", "mange", "me", "med",
    "medan", "meg", "meget", "mellom", "men", "mens", "mi", "min", "mine", "mitt", "more", "mot",
    "my", "mye", "mykje", "må", "måtte", "måttet", "ned", "no", "noe", "noen", "noko", "nokon",
    "nokor", "nokre", "nor", "not", "nå", "når", "of", "og", "også", "om", "on", "opp", "or",
    "oss", "other", "our", "out", "over", "per", "på", "same", "samme", "samt", "seg", "selv",
    "she", "should", "sidan", "siden", "sin", "sine", "sitt", "sjølv", "skal", "skulle", "slags",
    "slik", "slike", "slikt", "so", "som", "some", "such", "så", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "til", "to", "under", "up", "ut",
    "utan", "uten", "var", "vart", "ved", "vel", "vera", "vere", "vert", "verte", "very", "vi",
    "via", "vil", "ville", "viss", "vore", "vorte", "vår", "våre", "vårt", "være", "vært", "was",
    "we", "were", "what", "when", "where", "which", "who", "whom", "whose", "why", "will",
    "with", "would", "you", "your", "å", "òg",
};

static int compare_words(const void *key, const void *element)
{
    return strcmp(key, *(const char *const *)element);
}

bool samsok_analyser_is_stop_word(const char *word)
{
    return bsearch(word, stop_words, G_N_ELEMENTS(stop_words), sizeof stop_words[0],
                   compare_words) != NULL;
}
