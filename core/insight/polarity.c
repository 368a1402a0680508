/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for cues at the beginnings of words. */
#include "config.h"

#include "core/insight/polarity.h"

#include <stdbool.h>
#include <string.h>

#include "core/insight/polarity-private.h"

/* What turns a cue round, with a blank behind. */
static const char *const turns[] = {
    "ikke ", "ikkje ", "uten ", "utan ", "lite ", "ingen ", "neppe ", "liten grad ",
    "begrenset grad ", "avgrensa grad "};

enum { WORDS_BEFORE = 3 };

static bool begins_word(const char *text, const char *at)
{
    return at == text || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
}

/* The first place of `cue` in `text` at or behind `from`; NULL for none. */
static const char *find_cue_from(const char *text, const char *from, const char *cue)
{
    const char *at = strstr(from, cue);
    while (at != NULL && !begins_word(text, at)) {
        at = strstr(at + 1, cue);
    }
    return at;
}

static const char *find_cue(const char *text, const char *cue)
{
    return find_cue_from(text, text, cue);
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

/* What people do together, and what such work has or lacks: in words or at their beginnings and
 * ends, for compounds are many («a-krimsamarbeidet», «samarbeidsavtale»). */
static const char *const work_parts[] = {
    "samarbeid", "samordn", "samhandl", "samspel", "samspill", "samstyr", "samlokaliser",
    "koordiner", "partnersk", "tverretat", "tverrsekt", "tverrfag", "tverrgå", "prosjekt",
    "satsing", "satsning", "strategi", "reform", "forankr", "eierskap", "eigarskap",
    "problemfor", "etatene", "etatane", "informasjonsdel"};

/* Words, or their beginnings where no blank ends them. */
static const char *const work_words[] = {
    "på tvers", "i fellesskap", "felles mål", "felles forst", "felles bestil", "felles plan",
    "felles innsats", "felles oppdrag", "felles møte", "felles rutine", "felles styr",
    "arbeider betre saman", "arbeider bedre sammen", "arbeide sammen", "arbeide saman",
    "deling av data", "deling av inf", "deling av oppl", "dele inf", "dele oppl", "etat",
    "departement", "direktorat", "kommune", "fylkes", "fylket ", "fylka ", "fylkene ",
    "forvaltning", "forvalting", "mandat", "fullmakt", "rollene ", "rollane ", "roller",
    "rollefor", "ansvaret ", "ansvarsfor", "ansvarsdel", "ledelse", "leiing", "leiar",
    "ledere", "toppled", "styring", "finansier", "budsjett", "tiltaket", "tiltakene",
    "tiltaka", "ordningen ", "ordninga ", "forsøket ", "programmet ", "nettverket ",
    "nettverka ", "nettverkene ", "arbeidet ", "regelverk", "lovverk", "sektor",
    "taushetsplikt", "teieplikt", "tillit ", "tilliten ", "virksomheter", "virksomheten",
    "verksemder", "verksemda ", "innovasjon", "partene ", "partane ", "aktører", "aktørar",
    "aktørene", "aktørane", "kommunal", "statlig", "statleg", "rutiner", "møtene ", "møta "};

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

/* One of the words, at their beginnings, stands soon behind `at`, in its clause. */
static bool has_among(const char *at, const char *const *words)
{
    enum { SOON_BYTES = 60 };
    g_autofree char *soon = g_strndup(at, MIN(strcspn(at, ",;:"), SOON_BYTES));
    for (gsize i = 0; words[i] != NULL; i++) {
        if (find_cue(soon, words[i]) != NULL) {
            return true;
        }
    }
    return false;
}

/* «bidratt til å forverre»: what was helped is bad. */
static bool helps_harm(const char *at)
{
    static const char *const harms[] = {" til å forverr", " til å svekk",  " til å hindr",
                                        " til å forsink", " til forsink",  " til uklar",
                                        " til dobbelt",   " til konflikt", " til problem"};
    return has_near(at, harms, G_N_ELEMENTS(harms));
}

/* «hindra ikkje»: the verb is denied by the word behind it. Not «fungerer ikke», which is a cue
 * itself. */
static bool is_denied(const char *at, const char *cue)
{
    const char *blank = strchr(at, ' ');
    return strstr(cue, " ikk") == NULL && blank != NULL &&
           (g_str_has_prefix(blank, " ikke ") || g_str_has_prefix(blank, " ikkje "));
}

/* What is hard to think or say stands in nobody's way. */
static bool is_of_mind(const char *at)
{
    static const char *const verbs[] = {
        "å se for seg", "å sjå for seg", "å si ",       "å seie ",     "å vite",       "å forstå",
        "å kommentere", "å tro",         "å tru",       "å svare",     "å forestille", "å vurdere",
        "å anslå",      "å skjøn",       "å koma unna", "å komme unna"};
    static const char *const hard[] = {"vanskel"};
    return has_near(at, hard, G_N_ELEMENTS(hard)) && has_near(at, verbs, G_N_ELEMENTS(verbs));
}

/* Words that make a sentence one of what is wished, planned, possible or asked, whatever it says
 * would help: the first row in the words before the cue, the second anywhere. */
static const char *const open_words[] = {
    "kan ", "kunne ", "vil ", "ville ", "skal ", "skulle ", "hvis ", "dersom ", "hva ",
    "kva ", "hvordan ", "korleis ", "for å ", "du ", "det blir ", "mulighet til ",
    "moglegheit til ", "evner å ", "evnar å "};
static const char *const wishes[] = {
    "bør ", "burde ", "må ", "foreslå", "føreslå", "anbefal", "tilrår ", "behov for ",
    "for å møte ", "ønskelig", "nødvendig ", "naudsynt ", "i framtiden", "formålet ",
    "målet er ", "formål er ", "føremålet ", "oppgave er ", "oppgåve er ", "§",
    "er ikke tillatt", "er forbudt", "er forbode", "trer i kraft", "kan føre til",
    "kan medføre", "kan ha ", "med hjemmel", "med heimel", "hensikten ", "denne bestemmelsen",
    "feil eller mangler", "feil eller manglar", "ved mangel", "ved manglende",
    "ved manglande", "undersøker om", "undersøke om", "undersøkjer om", "finne ut om",
    "finna ut om", "vurdere om", "spørsmål om", "til hinder for at", "kjennetegn ved",
    "kjenneteikn ved", "suksesskriterier og", "suksessfaktorer og", "suksessfaktorar og",
    "og barrierer", "og hindring", "fremmer og hemm", "hemmer og frem", "fremme og hemm",
    "fremme eller hemm", "muligheter og ", "moglegheiter og ", "kan sikres", "skal bidra",
    "ment å", "hvorvidt", "rapporten gir", "rapporten gjev", "kapitlet gir", "kapittelet gir",
    "veilederen gir", "med sikte på", "mål om ", "viktig med ", "håper ", "håpar ", "vonar ",
    "ynskjer ", "ønsker ", "rydde bort", "i hvilken grad", "i kva grad", "undersøkt hv",
    "har undersøkt", "har vært å", "har vore å", "feil og mangler", "feil/mangler",
    "feil og manglar"};

/* What is only possible or asked tells nothing that happened: «kan bidra til», «hva som hemmer».
 * That something may be difficult is told of the world as it is. */
static bool is_open(const char *text, const char *at, const char *cue)
{
    g_autofree char *before = g_strndup(text, (gsize)(at - text));
    return strstr(cue, "vanskel") == NULL && has_any(before, open_words, G_N_ELEMENTS(open_words));
}

/* The first cue so far. */
typedef struct {
    const char *at; /* NULL for none */
    const char *cue;
    SamsokPolarity polarity;
} First;

/* What a cue at `at` tells: its own, or the other where it is turned; hindrance turned is nothing.
 */
static SamsokPolarity told_by(const char *folded, const char *at, const char *cue,
                              SamsokPolarity own)
{
    if (!is_turned(folded, at) && !is_denied(at, cue) && !helps_harm(at)) {
        return own;
    }
    return own == SAMSOK_POLARITY_HELPS ? SAMSOK_POLARITY_HINDERS : SAMSOK_POLARITY_NONE;
}

/* Of an outcome: help where what came of it is good, hindrance where it is bad. */
static SamsokPolarity outcome_at(const char *at)
{
    if (has_among(at, samsok_polarity_losses)) {
        return SAMSOK_POLARITY_HINDERS;
    }
    return has_among(at, samsok_polarity_gains) ? SAMSOK_POLARITY_HELPS : SAMSOK_POLARITY_NONE;
}

/* What `cue` tells at `at`, where nothing leaves it open: `own`; of an outcome, for which that is
 * SAMSOK_POLARITY_NONE, what came of it. */
static SamsokPolarity told_at(const char *folded, bool is_of_work, const char *at, const char *cue,
                              SamsokPolarity own)
{
    if (is_of_mind(at) || !(is_of_work || tells_of_work(folded, at))) {
        return SAMSOK_POLARITY_NONE;
    }
    SamsokPolarity of_cue = own == SAMSOK_POLARITY_NONE ? outcome_at(at + strlen(cue)) : own;
    return of_cue == SAMSOK_POLARITY_NONE ? of_cue : told_by(folded, at, cue, of_cue);
}

/* Looks for the cues, each at its places up to one that tells something. What leaves one place
 * open leaves open those behind it. */
static void look_for(const char *folded, bool is_of_work, const char *const *cues,
                     SamsokPolarity own, First *first)
{
    enum { MOST_PLACES = 8 }; /* of one cue: a sentence of nothing else takes no square */
    for (guint i = 0; cues[i] != NULL; i++) {
        const char *at = find_cue(folded, cues[i]);
        for (guint place = 0; place < MOST_PLACES && at != NULL &&
                              (first->at == NULL || at < first->at) &&
                              !is_open(folded, at, cues[i]);
             place++) {
            SamsokPolarity told = told_at(folded, is_of_work, at, cues[i], own);
            if (told != SAMSOK_POLARITY_NONE) {
                *first = (First){at, cues[i], told};
            }
            at = find_cue_from(folded, at + 1, cues[i]);
        }
    }
}

static SamsokPolarity polarity_of(const char *folded, bool is_of_work, const char **out_cue)
{
    First first = {NULL, NULL, SAMSOK_POLARITY_NONE};
    look_for(folded, is_of_work, samsok_polarity_helping, SAMSOK_POLARITY_HELPS, &first);
    look_for(folded, is_of_work, samsok_polarity_hindering, SAMSOK_POLARITY_HINDERS, &first);
    look_for(folded, is_of_work, samsok_polarity_outcomes, SAMSOK_POLARITY_NONE, &first);
    if (out_cue != NULL && first.cue != NULL) {
        *out_cue = first.cue;
    }
    return first.polarity;
}

/* Leads on to something else, or is an item of a sentence. */
static bool is_unfinished(const char *folded)
{
    return g_str_has_suffix(folded, ":") || g_str_has_suffix(folded, ",") ||
           g_str_has_suffix(folded, ";");
}

SamsokPolarity samsok_polarity(const char *sentence, bool is_of_work, const char **out_cue)
{
    g_autofree char *folded = g_utf8_strdown(sentence, -1);
    if (g_str_has_suffix(folded, "?") || is_unfinished(folded) ||
        has_any(folded, wishes, G_N_ELEMENTS(wishes))) {
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
