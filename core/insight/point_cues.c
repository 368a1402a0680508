/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns of wording. They name words of the language and of the genre, no single report's. */
#include "config.h"

#include "core/insight/point_cues.h"

#include <string.h>

#include "core/language/headwords.h"

typedef enum {
    PATTERN_LEARNING,
    PATTERN_ADVICE,
    PATTERN_RECOMMENDATION,
    PATTERN_FOCUS_AREA,
    PATTERN_CONDITIONS,
    PATTERN_BUILDS_ON,
    PATTERN_NAMED,
    PATTERN_RECOMMENDS,
    PATTERN_ASKS,
    PATTERN_NEGATES,
    PATTERN_PROPOSES,
    PATTERN_MINUTES,
    PATTERN_AHEAD,
    PATTERN_REQUIRES,
    PATTERN_INSTRUCTS,
    PATTERN_COUNT
} Pattern;

/* Letters stand for themselves in any case; \b and \w know æ, ø and å. */
static const char *const sources[PATTERN_COUNT] = {
    [PATTERN_LEARNING] =
        "\\blæringspunkt\\w*|\\blærepunkt\\w*|\\blærdom\\w*|\\blæringar?\\b(?= (frå|fra|av))|"
        "\\b(har|ha) (vi )?lært\\b|\\blærte vi\\b|\\bviktigste erfaring\\w*|"
        "\\bviktigaste (erfaring|lær)\\w*|\\bhoveder?faring\\w*|\\blessons? learn\\w*",
    [PATTERN_ADVICE] = "(?<!samme )\\bråd(ene|a)?\\b(?! (med|i|om å få|og utvalg|og styr))|\\brår til\\b|"
                       "\\b(huske|hugse|tenke|tenkje) på\\b(?=:$)|\\btips\\b|\\bgod praksis\\b|\\badvice\\b",
    [PATTERN_RECOMMENDATION] =
        "\\b(hoved|hovud)?anbefaling(er|ene|ar|ane|a)?\\b|\\b(hovud)?tilråding\\w*|"
        "\\banbefaler\\b|\\banbefales\\b|\\btilrår\\b|\\btilråast\\b|\\b(foreslåtte|føreslåtte|prioriterte|overordna|overordnede)\\b.{0,20} tiltak\\b|"
        "\\b(forslag til|foreslår følgende|foreslår vi følgende) (\\w+ )?"
        "(tiltak|endring\\w*|forbedring\\w*|forbetring\\w*|løsning\\w*|løysing\\w*|oppfølging\\w*|"
        "videre \\w+|vidare \\w+|veien videre|vegen vidare)|\\bvi foreslår\\b|\\bforeslår vi\\b|"
        "\\b(foreslår|foreslås|foreslåtte|føreslår|føreslått) følg(e|ja)nde\\b|\\brecommend\\w*",
    [PATTERN_FOCUS_AREA] =
        "\\b(innsats|satsings|satsnings)område\\w*|\\brett(es|ast|a|e|er) inn mot\\b|\\bhov(ed|ud)mål\\w*|\\boverordn(a|ede) mål\\b|"
        "\\bprioriterte områd\\w*|\\bfocus areas?\\b|\\bareas of effort\\b",
    [PATTERN_CONDITIONS] = "\\b(forutsetning|føresetnad)\\w*|\\bsuksess(faktor|kriteri)\\w*",
    [PATTERN_BUILDS_ON] = "\\b(på (grunnlag|bakgrunn) av|med (utgangspunkt|bakgrunn|grunnlag) i|"
                          "i lys av|basert på|ut ifr[aå]|ut fr[aå]|i tråd med|oppfølging\\w* av) "
                          "(\\w+ (og|om) )?\\w+",
    [PATTERN_NAMED] = "^\\s*(læringspunkt|lærdom|råd|anbefaling|tilråding|innsatsområde|"
                      "recommendation|lesson|advice)(?: nr\\.?)?(?: (\\d{1,2}|[a-h]))?\\s?[:.–—]\\s*",
    [PATTERN_RECOMMENDS] =
        "\\b(anbefaler|tilrår|fraråder|rår (ifr|fr)å|rår til|recommends?)\\b.{0,60}\\b(at|å|that|for)\\b|"
        "\\b(anbefales|tilrås|tilråast|frarådes|frarådast)\\b|"
        "\\b(er|blir|vert|ble|blei|vart) (\\w+ )?(anbefalt|tilrådd|frarådet|frarådd) (å|at)\\b|"
        "\\b(vår|hovud|hoved)\\w* (anbefaling|tilråding|råd) er\\b|"
        "\\b(vi|utvalget|utvalet|rådet|styret|nemnda|\\w+(gruppen|gruppa|utvalget|utvalet)) "
        "(mener|meiner|meinar)\\b.{0,40}\\b(bør|burde|må)\\b",
    [PATTERN_ASKS] =
        "\\b(bør|burde|må|foreslår|foreslås|føreslår|tilrår|anbefaler|anbefales|fraråder|frarådes)\\b|"
        "\\b(er|blir|ser|har) (det )?(\\w+ )?behov for\\b|\\btreng(s|st|er|ar)?\\b|"
        "\\ber (det )?(\\w+ )?(nødvendig|naudsynt|viktig|avgjørende|avgjerande|ønskelig|ønskjeleg)"
        "(?! (for|i|del))|\\bkan med fordel\\b|\\binviteres\\b|\\bshould\\b|\\bmust\\b",
    [PATTERN_NEGATES] = "\\bfraråd\\w*|\\brår (ifr|fr)å\\b|\\b(anbefales|tilrås|anbefaler|tilrår) ikk(j)?e\\b|"
                        "\\bbør (derfor )?ikk(j)?e\\b",
    [PATTERN_PROPOSES] =
        "\\bforslag(et)? (om|er|til (ny|endr|forbedr|forbetr|å )\\w*)|\\b(foreslå|føreslå|foreslått|føreslått|foreslåtte|føreslåtte|"
        "foreslås|foreslo|føreslo|foreslår|føreslår)\\b|\\binnspill? om\\b|\\banbefaling om\\b|"
        "\\banbefalte?\\b|\\bønske?s\\b|\\bønskast\\b|\\bønsker? (?!å )|\\bønskt\\b|\\boppfordr\\w+|\\boppmod\\w+|\\betterlys\\w+|"
        "\\b(enighet|semje|einigheit) om at\\b|\\bforetrekkes\\b|(?<!som )\\b(bør|burde)\\b",
    [PATTERN_MINUTES] =
        "\\b(oppsummering|sammendrag|samandrag|innspill|innspel|forslag|spørsmål)\\w* (og \\w+ )?"
        "(fra|frå|av|på|i)\\b.{0,40}(møte|workshop|seminar|forum|konferanse|intervju|høring|høyring|"
        "samling|tilbakemelding)|\\b(møte)?referat\\w*|\\btilbakemelding(er|ar|ene|ane)\\b|"
        "\\binnsp(ill|el)\\b|\\b(hørings|høyrings)(innsp|svar|uttal)\\w*",
    [PATTERN_AHEAD] = "\\b(følgende|følgjande|desse|disse|the following)\\b.{0,40}$|"
                      "\\b(to|tre|fire|fem|seks|sju|syv|åtte|ni|ti) (\\w+ )?(områder|områda|råd|punkt\\w*|"
                      "anbefalinger|tilrådingar|tiltak|steg|grep)\\b.{0,30}$",
    [PATTERN_REQUIRES] = "\\b(skal|må|shall|plikt\\w*|krav\\w*)\\b|§",
    [PATTERN_INSTRUCTS] = "\\b(klikk\\w*|trykk(e|er)?|menyen|knappen|tastatur\\w*|kommando\\w*|"
                          "installer\\w*|filnavn|standardverdi\\w*|parameter\\w*|xml|dialog(boks)?\\w*)\\b",
};

static gpointer compile_all(gpointer data)
{
    (void)data;
    GRegex **compiled = g_new0(GRegex *, PATTERN_COUNT);
    for (guint i = 0; i < PATTERN_COUNT; i++) {
        compiled[i] = g_regex_new(sources[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
        g_assert(compiled[i] != NULL);
    }
    return compiled;
}

/* Made once and kept: a GRegex never changes and any thread may match with it. */
static const GRegex *pattern(Pattern which)
{
    static GOnce once = G_ONCE_INIT;
    GRegex **compiled = g_once(&once, compile_all, NULL);
    return compiled[which];
}

static bool has(Pattern which, const char *text, gsize len)
{
    return g_regex_match_full(pattern(which), text, (gssize)len, 0, 0, NULL, NULL);
}

/* The last match that does not lie in [skip_start, skip_end). */
static bool last_match(Pattern which, const char *text, const int skip[2], guint *out_start,
                       guint *out_end)
{
    g_autoptr(GMatchInfo) info = NULL;
    bool found = false;
    g_regex_match(pattern(which), text, 0, &info);
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
    if (g_regex_match(pattern(PATTERN_BUILDS_ON), text, 0, &info)) {
        g_match_info_fetch_pos(info, 0, &skip[0], &skip[1]);
    }
}

bool samsok_cue_announced(const char *text, SamsokPointCue *out)
{
    static const struct {
        Pattern pattern;
        SamsokPointKind kind;
    } kinds[] = {
        {PATTERN_LEARNING, SAMSOK_POINT_LEARNING},
        {PATTERN_ADVICE, SAMSOK_POINT_ADVICE},
        {PATTERN_RECOMMENDATION, SAMSOK_POINT_RECOMMENDATION},
        {PATTERN_FOCUS_AREA, SAMSOK_POINT_FOCUS_AREA},
    };
    int skip[2];
    find_foundation(text, skip);
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

bool samsok_cue_conditions(const char *text, SamsokPointCue *out)
{
    const int nothing[2] = {-1, -1};
    out->kind = SAMSOK_POINT_ADVICE;
    return last_match(PATTERN_CONDITIONS, text, nothing, &out->start, &out->end);
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
    if (!g_regex_match(pattern(PATTERN_NAMED), text, 0, &info)) {
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
    return has(PATTERN_RECOMMENDS, sentence, len);
}

bool samsok_cue_asks(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && has(PATTERN_ASKS, sentence, len);
}

bool samsok_cue_negates(const char *sentence, gsize len)
{
    return has(PATTERN_NEGATES, sentence, len);
}

bool samsok_cue_proposes(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && has(PATTERN_PROPOSES, sentence, len);
}

bool samsok_cue_minutes(const char *text)
{
    return has(PATTERN_MINUTES, text, strlen(text));
}

bool samsok_cue_points_ahead(const char *sentence, gsize len)
{
    return has(PATTERN_AHEAD, sentence, len);
}

bool samsok_cue_requires(const char *sentence, gsize len)
{
    return has(PATTERN_REQUIRES, sentence, len);
}

bool samsok_cue_instructs(const char *sentence, gsize len)
{
    return has(PATTERN_INSTRUCTS, sentence, len);
}

/* True when a finite verb follows soon: «Senter for samordning har …» orders nothing. */
static bool has_verb_soon(const char *text)
{
    static const char *const verbs[] = {"har", "er", "var", "ble", "blei", "blir", "vart", "vert", "hadde"};
    enum { SOON = 6 };
    g_auto(GStrv) words = g_strsplit(text, " ", SOON + 1);
    for (guint i = 1; words[0] != NULL && i < SOON && words[i] != NULL; i++) {
        for (guint j = 0; j < G_N_ELEMENTS(verbs); j++) {
            if (strcmp(words[i], verbs[j]) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* A word is an order when with the infinitive's vowel it is a verb of the dictionary: etabler(e),
 * legg(e), sørg(e); those whose infinitive has no such vowel are named. */
bool samsok_cue_orders(const char *text)
{
    static const char *const verbs[] = {"gi", "gje", "se", "sjå", "ta", "la", "gå", "få", "stå",
                                        "bli", "vær", "ver", "ha", "gjør", "gjer"};
    const char *end = text;
    while (*end != '\0' && g_unichar_isalpha(g_utf8_get_char(end))) {
        end = g_utf8_next_char(end);
    }
    if (end == text || (*end != ' ' && *end != ',') || has_verb_soon(text)) {
        return false;
    }
    g_autofree char *first = g_strndup(text, (gsize)(end - text));
    g_autofree char *word = g_utf8_strdown(first, -1);
    for (guint i = 0; i < G_N_ELEMENTS(verbs); i++) {
        if (strcmp(word, verbs[i]) == 0) {
            return true;
        }
    }
    g_autofree char *infinitive = g_strconcat(word, "e", NULL);
    g_autofree char *nynorsk = g_strconcat(word, "a", NULL);
    const SamsokHeadwords *headwords = samsok_headwords_shared();
    /* «Bruk av …», «Samarbeid mellom …»: a noun, though there is such a verb too. */
    bool is_noun = g_str_has_prefix(end, " av ") || g_str_has_prefix(end, " mellom ");
    if (is_noun && samsok_headwords_has(headwords, word, strlen(word))) {
        return false;
    }
    return samsok_headwords_has(headwords, infinitive, strlen(infinitive)) ||
           samsok_headwords_has(headwords, nynorsk, strlen(nynorsk));
}
