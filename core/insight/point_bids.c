/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells the orders of running text: most words that an order could be are something else at the
 * head of a sentence, so the verbs of advice are named. */
#include "config.h"

#include "core/insight/point_cues.h"

#include <stdlib.h>
#include <string.h>

#include "core/insight/point_patterns.h"

/* Verbs by which a text bids its reader, most of which are no other word. Sorted. */
static const char *const bidding[] = {
    "aksepter", "analyser", "anerkjenn", "ansvarleggjer", "ansvarliggjør", "arranger", "avgrens",
    "avklar", "avskaff", "avtal", "avvei", "baser", "begrens", "begrunn", "benytt", "beskriv",
    "bestem", "bidra", "definer", "deleger", "delta", "diskuter", "dokumenter", "drøft",
    "engasjer", "etabler", "etterspør", "evaluer", "finn", "fjern", "flytt", "fokuser", "forankr",
    "forankre", "forbedre", "forbered", "forbetre", "forenkle", "forhindre", "forklar",
    "formaliser", "formidle", "formuler", "forsikre", "forstå", "fortell", "forvent", "framhev",
    "fremhev", "fremme", "gi", "gje", "gjennomfør", "gjennomgå", "gjenta", "gjer", "gjør", "gå",
    "ha", "hald", "handter", "harmoniser", "hent", "hold", "hugs", "husk", "håndter", "hør",
    "høyr", "identifiser", "implementer", "informer", "inkluder", "innfør", "inngå", "innhent",
    "innled", "innlem", "innrett", "integrer", "invester", "inviter", "involver", "ivareta",
    "juster", "kartlegg", "kjenn", "klargjer", "klargjør", "knytt", "koble", "kom", "kombiner",
    "kommuniser", "konkretiser", "konsentrer", "koordiner", "kople", "kvalitetssikre", "legg",
    "let", "lever", "lytt", "lær", "møt", "nyttiggjør", "oppdater", "oppfordre", "oppmuntre",
    "oppnevn", "opprett", "oppretthold", "oppsummer", "organiser", "overhold", "overveg",
    "overvei", "pass", "planlegg", "plasser", "prioriter", "prøv", "påse", "reduser", "rekn",
    "rekrutter", "respekter", "rydd", "samkjør", "samle", "samordn", "samordne", "sei", "si",
    "sikr", "sikre", "sjekk", "skaff", "skap", "skil", "skill", "skriv", "snakk", "spre", "spør",
    "styr", "styrk", "stå", "synleggjer", "synliggjør", "syt", "sørg", "ta", "tenk", "tilby",
    "tilpass", "tilrettelegg", "tydeleggjer", "tydeliggjør", "tørr", "ufarliggjør", "undersøk",
    "unngå", "utarbeid", "utfordre", "utform", "utforsk", "utnytt", "utpek", "utred", "utvid",
    "utvikl", "utvikle", "vektlegg", "velg", "vent", "ver", "verdsett", "vidareutvikle",
    "videreformidle", "videreutvikl", "videreutvikle", "vit", "vurder", "vær", "åpne", "øv"};

/* Those that are as often a noun or an adjective: told by what stands behind. Sorted. */
static const char *const perhaps_bidding[] = {
    "behold", "bruk", "bygg", "del", "dyrk", "fang", "fordel", "følg", "gjenbruk", "jobb", "kutt",
    "lag", "lås", "løft", "løs", "motiver", "samarbeid", "samtal", "set", "sett", "spill",
    "start", "still", "støtt", "test", "trekk", "tren", "vel", "vern", "vis", "øk"};

/* Those that bid with these words behind them: «Få på plass», but «Få kommuner»; «Se til at», but
 * «Se kapittel 2». */
static const struct {
    const char *word;
    const char *next[12];
} bidding_with[] = {
    {"få",
     {"på", "fram", "frem", "oversikt", "med", "en", "ein", "et", "eit", "alle", "hjelp", "til"}},
    {"se", {"til", "på", "etter", "for"}},
    {"sjå", {"til", "på", "etter"}},
};

/* What an order may stand behind, up to a comma. Sorted. */
static const char *const openers[] = {"dersom", "etter", "for", "før", "gjennom", "hvis",
                                      "i",      "når",   "om",  "uansett", "ved", "viss"};

enum { LONGEST_WORD_BYTES = 24 };

/* A word in small letters; "" for one that is longer than any that is looked for. */
typedef struct {
    char text[LONGEST_WORD_BYTES];
    const char *end; /* behind it, in the text it stands in */
} Word;

static Word word_at(const char *text)
{
    Word word = {.end = text};
    gsize len = 0;
    while (g_ascii_isalpha(*word.end) || (*word.end & 0x80) != 0) {
        guchar byte = (guchar)*word.end;
        bool is_capital = len > 0 && word.end[-1] == '\xC3' && byte >= 0x80 && byte <= 0x9E;
        if (len + 1 < LONGEST_WORD_BYTES) {
            word.text[len] = is_capital ? (char)(byte + 0x20) : g_ascii_tolower(*word.end);
        }
        len++;
        word.end++;
    }
    if (len + 1 >= LONGEST_WORD_BYTES) {
        word.text[0] = '\0';
    }
    return word;
}

static int compare_words(const void *key, const void *entry)
{
    return strcmp(key, *(const char *const *)entry);
}

#define IS_AMONG(word, words) \
    (bsearch((word).text, words, G_N_ELEMENTS(words), sizeof *(words), compare_words) != NULL)

static bool bids_with(const Word *word)
{
    Word next = word_at(word->end + strspn(word->end, " "));
    if (strcmp(word->text, "la") == 0 || strcmp(word->text, "lat") == 0) {
        return next.text[0] != '\0' && strcmp(next.text, "oss") != 0;
    }
    for (guint i = 0; i < G_N_ELEMENTS(bidding_with); i++) {
        const char *const *words = bidding_with[i].next;
        for (guint j = 0; strcmp(word->text, bidding_with[i].word) == 0 &&
                          j < G_N_ELEMENTS(bidding_with[i].next) && words[j] != NULL;
             j++) {
            if (strcmp(next.text, words[j]) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* The text begins with an order of such a verb. */
static bool begins_bidding(const char *text)
{
    const char *start = samsok_cue_order_start(text);
    Word word = word_at(start);
    if (word.text[0] == '\0' || (*word.end != ' ' && *word.end != ',')) {
        return false;
    }
    bool may_be = IS_AMONG(word, bidding) || bids_with(&word) ||
                  (IS_AMONG(word, perhaps_bidding) && !samsok_cue_is_behind_noun(word.end));
    return may_be && !samsok_cue_has_verb_soon(start);
}

/* «Dersom dere er i tvil, spør heller én gang for mye»: the order stands behind what it hangs on.
 */
static bool bids_behind_clause(const char *text)
{
    Word first = word_at(text);
    if (!IS_AMONG(first, openers)) {
        return false;
    }
    for (const char *at = strstr(first.end, ", "); at != NULL; at = strstr(at + 1, ", ")) {
        const char *verb = at + strlen(", ");
        Word word = word_at(verb);
        if (IS_AMONG(word, bidding) && !samsok_cue_has_verb_soon(verb)) {
            return true;
        }
    }
    return false;
}

bool samsok_cue_bids(const char *sentence, gsize len)
{
    g_autofree char *own = g_strndup(sentence, len);
    return (begins_bidding(own) || bids_behind_clause(own)) &&
           !samsok_point_matches(SAMSOK_POINT_PATTERN_OPERATES, own, len) &&
           !samsok_point_matches(SAMSOK_POINT_PATTERN_LEADS_AWAY, own, len);
}

bool samsok_cue_may_bid(const char *text)
{
    bool begins = true; /* a sentence, or what stands behind a mark */
    while (*text != '\0') {
        Word word = word_at(text);
        if (begins && word.end > text &&
            (IS_AMONG(word, bidding) || IS_AMONG(word, perhaps_bidding) ||
             samsok_cue_order_start(text) != text || bids_with(&word))) {
            return true;
        }
        begins = word.end == text && (begins || *text != ' ');
        text = MAX(word.end, text + 1);
    }
    return false;
}
