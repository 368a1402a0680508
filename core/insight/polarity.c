/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for cues at the beginnings of words. */
#include "config.h"

#include "core/insight/polarity.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
    const char *text; /* begins at the beginning of a word and may end inside one */
    SamsokPolarity polarity;
} Cue;

static const Cue cues[] = {
    {"bidro til", SAMSOK_POLARITY_HELPS},
    {"bidratt til", SAMSOK_POLARITY_HELPS},
    {"bidrar til", SAMSOK_POLARITY_HELPS},
    {"medverka til", SAMSOK_POLARITY_HELPS},
    {"medverkar til", SAMSOK_POLARITY_HELPS},
    {"er avgjørende", SAMSOK_POLARITY_HELPS},
    {"var avgjørende", SAMSOK_POLARITY_HELPS},
    {"vært avgjørende", SAMSOK_POLARITY_HELPS},
    {"avgjørende for", SAMSOK_POLARITY_HELPS},
    {"er avgjerande", SAMSOK_POLARITY_HELPS},
    {"var avgjerande", SAMSOK_POLARITY_HELPS},
    {"vore avgjerande", SAMSOK_POLARITY_HELPS},
    {"avgjerande for", SAMSOK_POLARITY_HELPS},
    {"lyktes", SAMSOK_POLARITY_HELPS},
    {"lykkes med", SAMSOK_POLARITY_HELPS},
    {"lukkast", SAMSOK_POLARITY_HELPS},
    {"viktig forutsetning", SAMSOK_POLARITY_HELPS},
    {"grunnleggende forutsetning", SAMSOK_POLARITY_HELPS},
    {"er en forutsetning", SAMSOK_POLARITY_HELPS},
    {"viktig føresetnad", SAMSOK_POLARITY_HELPS},
    {"er ein føresetnad", SAMSOK_POLARITY_HELPS},
    {"har styrket", SAMSOK_POLARITY_HELPS},
    {"ble styrket", SAMSOK_POLARITY_HELPS},
    {"er styrket", SAMSOK_POLARITY_HELPS},
    {"har styrkt", SAMSOK_POLARITY_HELPS},
    {"styrkte", SAMSOK_POLARITY_HELPS},
    {"suksessfaktor", SAMSOK_POLARITY_HELPS},
    {"gode erfaringer", SAMSOK_POLARITY_HELPS},
    {"gode erfaringar", SAMSOK_POLARITY_HELPS},
    {"positiv erfaring", SAMSOK_POLARITY_HELPS},
    {"god forankring", SAMSOK_POLARITY_HELPS},
    {"eierskap til", SAMSOK_POLARITY_HELPS},
    {"eigarskap til", SAMSOK_POLARITY_HELPS},
    {"fruktbar", SAMSOK_POLARITY_HELPS},
    {"lagt til rette", SAMSOK_POLARITY_HELPS},
    {"lagt godt til rette", SAMSOK_POLARITY_HELPS},
    {"la grunnlaget for", SAMSOK_POLARITY_HELPS},
    {"stor betydning for", SAMSOK_POLARITY_HELPS},
    {"mykje å seie for", SAMSOK_POLARITY_HELPS},
    {"viktig rolle", SAMSOK_POLARITY_HELPS},
    {"fungerte godt", SAMSOK_POLARITY_HELPS},
    {"fungerer godt", SAMSOK_POLARITY_HELPS},
    {"fungert godt", SAMSOK_POLARITY_HELPS},
    {"fungert bra", SAMSOK_POLARITY_HELPS},
    {"fungerte bra", SAMSOK_POLARITY_HELPS},
    {"fungerte best", SAMSOK_POLARITY_HELPS},
    {"fungerer best", SAMSOK_POLARITY_HELPS},
    {"positiv effekt", SAMSOK_POLARITY_HELPS},
    {"god effekt", SAMSOK_POLARITY_HELPS},
    {"gode resultat", SAMSOK_POLARITY_HELPS},
    {"gitt resultat", SAMSOK_POLARITY_HELPS},
    {"gir resultat", SAMSOK_POLARITY_HELPS},
    {"gjev resultat", SAMSOK_POLARITY_HELPS},
    {"positivt hovedbilde", SAMSOK_POLARITY_HELPS},
    {"positive erfaringer", SAMSOK_POLARITY_HELPS},
    {"positive erfaringar", SAMSOK_POLARITY_HELPS},
    {"gjorde det mulig", SAMSOK_POLARITY_HELPS},
    {"gjorde det mogleg", SAMSOK_POLARITY_HELPS},
    {"gjorde det lettere", SAMSOK_POLARITY_HELPS},
    {"gjorde det lettare", SAMSOK_POLARITY_HELPS},
    {"takket være god", SAMSOK_POLARITY_HELPS},
    {"takket være tett", SAMSOK_POLARITY_HELPS},
    {"takket være felles", SAMSOK_POLARITY_HELPS},
    {"takket være sterk", SAMSOK_POLARITY_HELPS},
    {"takka vere god", SAMSOK_POLARITY_HELPS},
    {"takka vere tett", SAMSOK_POLARITY_HELPS},
    {"takka vere felles", SAMSOK_POLARITY_HELPS},
    {"takka vere sterk", SAMSOK_POLARITY_HELPS},
    {"er viktig at samarbeid", SAMSOK_POLARITY_HELPS},
    {"nøkkelen til", SAMSOK_POLARITY_HELPS},
    {"har bedret", SAMSOK_POLARITY_HELPS},
    {"har betra", SAMSOK_POLARITY_HELPS},
    {"har klart å", SAMSOK_POLARITY_HELPS},
    {"har greidd å", SAMSOK_POLARITY_HELPS},
    {"ikke klart å", SAMSOK_POLARITY_HINDERS},
    {"ikkje klart å", SAMSOK_POLARITY_HINDERS},
    {"ikkje greidd å", SAMSOK_POLARITY_HINDERS},
    {"godt styrt", SAMSOK_POLARITY_HELPS},
    {"godt leda", SAMSOK_POLARITY_HELPS},
    {"godt ledet", SAMSOK_POLARITY_HELPS},
    {"hindret", SAMSOK_POLARITY_HINDERS},
    {"hindra ", SAMSOK_POLARITY_HINDERS},
    {"hindrer", SAMSOK_POLARITY_HINDERS},
    {"hindrar", SAMSOK_POLARITY_HINDERS},
    {"hindring", SAMSOK_POLARITY_HINDERS},
    {"hinder", SAMSOK_POLARITY_HINDERS},
    {"hemmet", SAMSOK_POLARITY_HINDERS},
    {"hemmer", SAMSOK_POLARITY_HINDERS},
    {"hemma ", SAMSOK_POLARITY_HINDERS},
    {"hemmende", SAMSOK_POLARITY_HINDERS},
    {"hemmande", SAMSOK_POLARITY_HINDERS},
    {"svekker", SAMSOK_POLARITY_HINDERS},
    {"svekkes", SAMSOK_POLARITY_HINDERS},
    {"svekkjer", SAMSOK_POLARITY_HINDERS},
    {"svekket av", SAMSOK_POLARITY_HINDERS},
    {"ble svekket", SAMSOK_POLARITY_HINDERS},
    {"har svekket", SAMSOK_POLARITY_HINDERS},
    {"er svekket", SAMSOK_POLARITY_HINDERS},
    {"svekt av", SAMSOK_POLARITY_HINDERS},
    {"vart svekt", SAMSOK_POLARITY_HINDERS},
    {"har svekt", SAMSOK_POLARITY_HINDERS},
    {"uklar", SAMSOK_POLARITY_HINDERS},
    {"manglende", SAMSOK_POLARITY_HINDERS},
    {"manglande", SAMSOK_POLARITY_HINDERS},
    {"mangler", SAMSOK_POLARITY_HINDERS},
    {"manglar", SAMSOK_POLARITY_HINDERS},
    {"manglet", SAMSOK_POLARITY_HINDERS},
    {"mangla ", SAMSOK_POLARITY_HINDERS},
    {"mangel på", SAMSOK_POLARITY_HINDERS},
    {"er krevende", SAMSOK_POLARITY_HINDERS},
    {"var krevende", SAMSOK_POLARITY_HINDERS},
    {"vært krevende", SAMSOK_POLARITY_HINDERS},
    {"krevende å", SAMSOK_POLARITY_HINDERS},
    {"er krevjande", SAMSOK_POLARITY_HINDERS},
    {"var krevjande", SAMSOK_POLARITY_HINDERS},
    {"vore krevjande", SAMSOK_POLARITY_HINDERS},
    {"krevjande å", SAMSOK_POLARITY_HINDERS},
    {"er vanskelig ", SAMSOK_POLARITY_HINDERS},
    {"var vanskelig ", SAMSOK_POLARITY_HINDERS},
    {"vært vanskelig ", SAMSOK_POLARITY_HINDERS},
    {"gjør det vanskelig", SAMSOK_POLARITY_HINDERS},
    {"gjorde det vanskelig", SAMSOK_POLARITY_HINDERS},
    {"vanskelig å", SAMSOK_POLARITY_HINDERS},
    {"for vanskelig ", SAMSOK_POLARITY_HINDERS},
    {"vanskeligere", SAMSOK_POLARITY_HINDERS},
    {"vanskelighet", SAMSOK_POLARITY_HINDERS},
    {"er vanskeleg ", SAMSOK_POLARITY_HINDERS},
    {"var vanskeleg ", SAMSOK_POLARITY_HINDERS},
    {"vore vanskeleg", SAMSOK_POLARITY_HINDERS},
    {"gjer det vanskeleg", SAMSOK_POLARITY_HINDERS},
    {"gjorde det vanskeleg", SAMSOK_POLARITY_HINDERS},
    {"vanskeleg å", SAMSOK_POLARITY_HINDERS},
    {"for vanskeleg", SAMSOK_POLARITY_HINDERS},
    {"vanskelegare", SAMSOK_POLARITY_HINDERS},
    {"ferskvare", SAMSOK_POLARITY_HINDERS},
    {"barriere", SAMSOK_POLARITY_HINDERS},
    {"flaskehals", SAMSOK_POLARITY_HINDERS},
    {"motstridende", SAMSOK_POLARITY_HINDERS},
    {"motstridande", SAMSOK_POLARITY_HINDERS},
    {"i veien for", SAMSOK_POLARITY_HINDERS},
    {"i vegen for", SAMSOK_POLARITY_HINDERS},
    {"sviktende", SAMSOK_POLARITY_HINDERS},
    {"sviktande", SAMSOK_POLARITY_HINDERS},
    {"er utfordrende", SAMSOK_POLARITY_HINDERS},
    {"var utfordrende", SAMSOK_POLARITY_HINDERS},
    {"vært utfordrende", SAMSOK_POLARITY_HINDERS},
    {"er utfordrande", SAMSOK_POLARITY_HINDERS},
    {"var utfordrande", SAMSOK_POLARITY_HINDERS},
    {"vore utfordrande", SAMSOK_POLARITY_HINDERS},
    {"alvorlig utfordring", SAMSOK_POLARITY_HINDERS},
    {"alvorleg utfordring", SAMSOK_POLARITY_HINDERS},
    {"hovedproblemet", SAMSOK_POLARITY_HINDERS},
    {"hovudproblemet", SAMSOK_POLARITY_HINDERS},
    {"fungerer dårlig", SAMSOK_POLARITY_HINDERS},
    {"fungerer dårleg", SAMSOK_POLARITY_HINDERS},
    {"fungerte dårlig", SAMSOK_POLARITY_HINDERS},
    {"fungerte dårleg", SAMSOK_POLARITY_HINDERS},
    {"fungerer ikke", SAMSOK_POLARITY_HINDERS},
    {"fungerer ikkje", SAMSOK_POLARITY_HINDERS},
    {"fungerte ikke", SAMSOK_POLARITY_HINDERS},
    {"fungerte ikkje", SAMSOK_POLARITY_HINDERS},
    {"stanset opp", SAMSOK_POLARITY_HINDERS},
    {"stansa opp", SAMSOK_POLARITY_HINDERS},
    {"gikk i stå", SAMSOK_POLARITY_HINDERS},
    {"gjekk i stå", SAMSOK_POLARITY_HINDERS},
    {"bremset", SAMSOK_POLARITY_HINDERS},
    {"bremsa", SAMSOK_POLARITY_HINDERS},
    {"ble forsinket", SAMSOK_POLARITY_HINDERS},
    {"vart forseinka", SAMSOK_POLARITY_HINDERS},
    {"en utfordring", SAMSOK_POLARITY_HINDERS},
    {"ei utfordring", SAMSOK_POLARITY_HINDERS},
    {"stor utfordring", SAMSOK_POLARITY_HINDERS},
    {"store utfordring", SAMSOK_POLARITY_HINDERS},
    {"for svak", SAMSOK_POLARITY_HINDERS},
    {"ikke godt nok", SAMSOK_POLARITY_HINDERS},
    {"ikkje godt nok", SAMSOK_POLARITY_HINDERS},
    {"ikke alltid fungert", SAMSOK_POLARITY_HINDERS},
};

/* What turns a cue round, with a blank behind. */
static const char *const turns[] = {"ikke ", "ikkje ", "uten ", "utan ", "lite ", "ingen ", "neppe ", "liten grad ",
                                    "begrenset grad ", "avgrensa grad "};

enum { WORDS_BEFORE = 3 };

static bool begins_word(const char *text, const char *at)
{
    return at == text || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
}

/* The first place of `cue` in `text`; NULL for none. */
static const char *find_cue(const char *text, const char *cue)
{
    const char *at = strstr(text, cue);
    while (at != NULL && !begins_word(text, at)) {
        at = strstr(at + 1, cue);
    }
    return at;
}

static bool has_any(const char *text, const char *const *words, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        if (find_cue(text, words[i]) != NULL) {
            return true;
        }
    }
    return false;
}

/* ---- What it is about ---- */

/* What people do together, and what such work has or lacks: in words or at their beginnings and ends, for
 * compounds are many («a-krimsamarbeidet», «samarbeidsavtale»). */
static const char *const work_parts[] = {
    "samarbeid", "samordn",  "samhandl", "samspel",  "samspill",  "samstyr",   "samlokaliser", "koordiner",
    "partnersk", "tverretat", "tverrsekt", "tverrfag", "tverrgå", "prosjekt",  "satsing",      "satsning",
    "strategi",  "reform",   "forankr",  "eierskap", "eigarskap", "problemfor", "etatene",     "etatane",
    "informasjonsdel"};

/* Words, or their beginnings where no blank ends them. */
static const char *const work_words[] = {
    "på tvers",      "i fellesskap",  "felles mål",    "felles forst",    "felles bestil",
    "felles plan",   "felles innsats", "felles oppdrag", "felles møte",   "felles rutine", "felles styr",
    "arbeider betre saman", "arbeider bedre sammen", "arbeide sammen",    "arbeide saman", "deling av data",
    "deling av inf", "deling av oppl", "dele inf",     "dele oppl",       "etat",          "departement",
    "direktorat",    "kommune",       "fylkes",        "fylket ",         "fylka ",        "fylkene ",
    "forvaltning",   "forvalting",    "mandat",        "fullmakt",        "rollene ",      "rollane ",
    "roller",        "rollefor",      "ansvaret ",     "ansvarsfor",      "ansvarsdel",    "ledelse",
    "leiing",        "leiar",         "ledere",        "toppled",         "styring",       "finansier",
    "budsjett",      "tiltaket",      "tiltakene",     "tiltaka",         "ordningen ",    "ordninga ",
    "forsøket ",     "programmet ",   "nettverket ",   "nettverka ",      "nettverkene ",  "arbeidet ",
    "regelverk",     "lovverk",         "sektor",       "taushetsplikt", "teieplikt",       "tillit ",       "tilliten ",
    "partene ",      "partane ",      "aktører",       "aktørar",         "aktørene",      "aktørane",
    "kommunal",      "statlig",       "statleg",       "rutiner",         "møtene ",       "møta "};

/* How far from the cue it may stand: about ten words. */
enum { WORK_BYTES = 80 };

/* What stands around `at` is about such work. */
static bool tells_of_work(const char *text, const char *at)
{
    const char *from = at - MIN(at - text, WORK_BYTES);
    while (((guint8)*from & 0xC0) == 0x80) {
        from++;
    }
    g_autofree char *around = g_strndup(from, (gsize)(at - from) + WORK_BYTES);
    const char *folded = around;
    for (gsize i = 0; i < G_N_ELEMENTS(work_parts); i++) {
        if (strstr(folded, work_parts[i]) != NULL) {
            return true;
        }
    }
    return has_any(folded, work_words, G_N_ELEMENTS(work_words));
}

static bool is_turned(const char *text, const char *at)
{
    const char *from = at;
    for (guint words = 0; from > text && words <= WORDS_BEFORE; from--) {
        words += from[-1] == ' ' ? 1 : 0;
        if (words > WORDS_BEFORE) {
            break;
        }
    }
    g_autofree char *before = g_strndup(from, (gsize)(at - from));
    return has_any(before, turns, G_N_ELEMENTS(turns));
}

/* One of `parts`, of words or not, stands right behind `at`. */
static bool has_near(const char *at, const char *const *parts, gsize count)
{
    enum { NEAR_BYTES = 40 };
    g_autofree char *near = g_strndup(at, NEAR_BYTES);
    for (gsize i = 0; i < count; i++) {
        if (strstr(near, parts[i]) != NULL) {
            return true;
        }
    }
    return false;
}

/* «bidratt til å forverre»: what was helped is bad. */
static bool helps_harm(const char *at)
{
    static const char *const harms[] = {" til å forverr", " til å svekk", " til å hindr", " til å forsink",
                                        " til forsink",   " til uklar",   " til dobbelt", " til konflikt",
                                        " til problem"};
    return has_near(at, harms, G_N_ELEMENTS(harms));
}

/* «hindra ikkje»: the verb is denied by the word behind it. */
static bool is_denied(const char *at)
{
    const char *blank = strchr(at, ' ');
    return blank != NULL && (g_str_has_prefix(blank, " ikke ") || g_str_has_prefix(blank, " ikkje "));
}

/* What is hard to think or say stands in nobody's way. */
static bool is_of_mind(const char *at)
{
    static const char *const verbs[] = {"å se for seg", "å sjå for seg", "å si ",     "å seie ", "å vite",
                                        "å forstå",     "å kommentere",  "å tro",     "å tru",   "å svare",
                                        "å forestille", "å vurdere",     "å anslå", "å skjøn", "å koma unna", "å komme unna"};
    static const char *const hard[] = {"vanskel"};
    return has_near(at, hard, G_N_ELEMENTS(hard)) && has_near(at, verbs, G_N_ELEMENTS(verbs));
}

/* Words that make a sentence one of what is wished, planned, possible or asked, whatever it says would
 * help: the first row in the words before the cue, the second anywhere. */
static const char *const open_words[] = {"kan ",  "kunne ", "vil ",  "ville ", "skal ",   "skulle ",
                                         "hvis ", "dersom ", "hva ", "kva ",   "hvordan ", "korleis ",
                                         "for å ", "du ",  "det blir ", "mulighet til ", "moglegheit til ", "evner å ", "evnar å "};
static const char *const wishes[] = {"bør ",       "burde ",       "må ",         "foreslå",   "føreslå",
                                     "anbefal",    "tilrår ",      "behov for ",  "for å møte ", "ønskelig",
                                     "nødvendig ", "naudsynt ",    "i framtiden", "formålet ", "målet er ",
                                     "formål er ", "føremålet ",   "oppgave er ", "oppgåve er ", "§",
                                     "er ikke tillatt", "er forbudt", "er forbode", "trer i kraft",
                                     "kan føre til", "kan medføre", "kan ha ", "med hjemmel", "med heimel",
                                     "hensikten ", "denne bestemmelsen", "feil eller mangler", "feil eller manglar",
                                     "ved mangel",  "ved manglende",  "ved manglande", "undersøker om", "undersøke om",
                                     "undersøkjer om", "finne ut om", "finna ut om", "vurdere om", "spørsmål om", "til hinder for at", "kjennetegn ved",
                                     "kjenneteikn ved", "feil og mangler", "feil/mangler", "feil og manglar"};

/* What is only possible or asked tells nothing that happened: «kan bidra til», «hva som hemmer». That
 * something may be difficult is told of the world as it is. */
static bool is_open(const char *text, const char *at, const Cue *cue)
{
    g_autofree char *before = g_strndup(text, (gsize)(at - text));
    return strstr(cue->text, "vanskel") == NULL &&
           has_any(before, open_words, G_N_ELEMENTS(open_words));
}

static SamsokPolarity polarity_of(const char *folded, bool is_of_work, const char **out_cue)
{
    const char *first = NULL;
    SamsokPolarity polarity = SAMSOK_POLARITY_NONE;
    for (guint i = 0; i < G_N_ELEMENTS(cues); i++) {
        const char *at = find_cue(folded, cues[i].text);
        if (at == NULL || (first != NULL && at >= first) || is_open(folded, at, &cues[i]) ||
            is_of_mind(at) || !(is_of_work || tells_of_work(folded, at))) {
            continue;
        }
        bool turned = is_turned(folded, at) || is_denied(at) || helps_harm(at);
        if (turned && cues[i].polarity == SAMSOK_POLARITY_HINDERS) {
            continue;
        }
        first = at;
        polarity = turned ? SAMSOK_POLARITY_HINDERS : cues[i].polarity;
        if (out_cue != NULL) {
            *out_cue = cues[i].text;
        }
    }
    return polarity;
}

/* Leads on to something else, or is an item of a sentence. */
static bool is_unfinished(const char *folded)
{
    return g_str_has_suffix(folded, ":") || g_str_has_suffix(folded, ",") || g_str_has_suffix(folded, ";");
}

SamsokPolarity samsok_polarity(const char *sentence, bool is_of_work, const char **out_cue)
{
    g_autofree char *folded = g_utf8_strdown(sentence, -1);
    if (g_str_has_suffix(folded, "?") || is_unfinished(folded) || has_any(folded, wishes, G_N_ELEMENTS(wishes))) {
        return SAMSOK_POLARITY_NONE;
    }
    /* «Rollen er klart definert, men ofte uklar»: what stands behind «men» is what is said. */
    const char *contrast = g_strrstr(folded, ", men ");
    SamsokPolarity polarity = SAMSOK_POLARITY_NONE;
    if (contrast != NULL) {
        polarity = polarity_of(contrast, is_of_work, out_cue);
    }
    return polarity != SAMSOK_POLARITY_NONE ? polarity : polarity_of(folded, is_of_work, out_cue);
}
