/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of regular expressions, with what compiles them. */
#include "config.h"

#include "core/insight/point_patterns.h"

#include <string.h>

/* Who speaks for more than himself: what such a body says is a recommendation, what a person says to a
 * paper is not. The end of a word will do for whether it matches; \w* before it would be tried at each
 * letter of the text. */
#define BODY \
    "(departementet|direktoratet|tilsynet|etaten|kommunen|universitetet|høgskolen|høyskolen|forbundet|" \
    "foreningen|foreininga|organisasjonen|organisasjonane|rådet|utvalget|utvalet|gruppen|gruppa|styret|" \
    "nemnda|nemnden|komiteen|kommisjonen|ombudet|instansene|instansane|" \
    "\\b(flertallet|fleirtalet|mindretallet|mindretalet))"

/* Letters stand for themselves in any case; \b and \w know æ, ø and å. */
static const char *const sources[SAMSOK_POINT_PATTERN_COUNT] = {
    [SAMSOK_POINT_PATTERN_LEARNING] =
        "\\blæringspunkt\\w*|\\blærepunkt\\w*|\\blærdom\\w*|\\blæringar?\\b(?= (frå|fra|av))|"
        "\\b(har|ha) (vi )?lært\\b|\\blærte vi\\b|\\bviktigste erfaring\\w*|"
        "\\bviktigaste (erfaring|lær)\\w*|\\bhoveder?faring\\w*|\\blessons? learn\\w*",
    [SAMSOK_POINT_PATTERN_ADVICE] = "(?<!samme )\\bråd(ene|a)?\\b(?! (med|i|om å få|og utvalg|og styr))|\\brår til\\b|"
                       "\\b(huske|hugse|tenke|tenkje) på\\b(?=:$)|"
                       "\\btips\\b(?= ?:?$| (til|for|om|når|ved)\\b)|"
                       "\\bgod praksis\\b|\\badvice\\b",
    [SAMSOK_POINT_PATTERN_RECOMMENDATION] =
        "\\b(hoved|hovud)?anbefaling(er|ene|ar|ane|a)?\\b|\\b(hovud)?tilråding\\w*|"
        "\\banbefaler\\b|\\banbefales\\b|\\btilrår\\b|\\btilråast\\b|\\b(foreslåtte|føreslåtte|prioriterte|overordna|overordnede)\\b.{0,20} tiltak\\b|"
        "\\b(forslag til|foreslår følgende|foreslår vi følgende) (\\w+ )?"
        "(tiltak|endring\\w*|forbedring\\w*|forbetring\\w*|løsning\\w*|løysing\\w*|oppfølging\\w*|"
        "videre \\w+|vidare \\w+|veien videre|vegen vidare)|\\bvi foreslår\\b|\\bforeslår vi\\b|"
        "\\b(foreslår|foreslås|foreslåtte|føreslår|føreslått) følg(e|ja)nde\\b|\\brecommend\\w*|"
        "(?<!bak )(?<!mot )(?<!på )(?<!av )\\b(forslag|framlegg)(et|a|ene|ane)?\\b(?=( \\w+){0,3} ?:$)|"
        "^forb(ed|et)ring(er|ar|s(forslag|punkt\\w*))?(?=\\W*$)|"
        "\\boppsummering av .{0,30}tiltak\\b|\\btiltaksliste\\b",
    [SAMSOK_POINT_PATTERN_FOCUS_AREA] =
        "\\b(innsats|satsings|satsnings)område\\w*|\\brett(es|ast|a|e|er) inn mot\\b|\\bhov(ed|ud)mål\\w*|\\boverordn(a|ede) mål\\b|"
        "\\bprioriterte områd\\w*|\\bfocus areas?\\b|\\bareas of effort\\b",
    [SAMSOK_POINT_PATTERN_CONDITIONS] = "\\b(forutsetning|føresetnad)\\w*|\\bsuksess(faktor|kriteri)\\w*",
    [SAMSOK_POINT_PATTERN_EXPERIENCE] =
        "^(våre |vår |viktige |noen |nokre |sentrale |generelle |felles )?"
        "(erfaring(er|ar|ene|ane)?|røynsl(e|er|ene|ane))\\b",
    [SAMSOK_POINT_PATTERN_SHOULD] = "\\b(bør|burde)(?! (minst |som \\w+ )?(inneholde|innehalde))( \\w+){0,3} ?:$",
    [SAMSOK_POINT_PATTERN_BUILDS_ON] = "\\b(på (grunnlag|bakgrunn) av|med (utgangspunkt|bakgrunn|grunnlag) i|"
                          "i lys av|basert på|ut ifr[aå]|ut fr[aå]|i tråd med|oppfølging\\w* av) "
                          "(\\w+ (og|om) )?\\w+",
    [SAMSOK_POINT_PATTERN_NAMED] = "^\\s*(læringspunkt|lærdom|råd|anbefaling|tilråding|innsatsområde|forslag|"
                      "tiltak(?= \\d)|recommendation|lesson|advice)(?: nr\\.?)?(?: (\\d{1,2}|[a-h]))?\\s?[:.–—]\\s*",
    [SAMSOK_POINT_PATTERN_RECOMMENDS] =
        "\\b(anbefaler|tilrår|fraråder|rår (ifr|fr)å|rår til|recommends?)\\b.{0,60}\\b(at|å|that|for)\\b|"
        "\\b(anbefales|tilrås|tilråast|frarådes|frarådast)\\b|"
        "\\b(er|blir|vert|ble|blei|vart) (\\w+ )?(anbefalt|tilrådd|frarådet|frarådd)"
        "( (å|at|for|til|ved|dersom|hvis|når)\\b|[.,])|"
        "\\b(vår|sin|sitt|hovud|hoved|klar|tydeleg|tydelig|generell)\\w* (anbefaling|tilråding|råd) er\\b|"
        "\\b(men|og) ikk(j)?e (anbefalt|tilrådd)\\b|"
        BODY " (\\w+ )?(foreslår|føreslår|foreslo|føreslo|tilrådde|anbefalte)\\b|"
        "(" BODY "|\\bvi) (\\w+ )?(anbefaler|tilrår)\\b|"
        "(" BODY "|\\bvi)\\b.{0,40}\\b(mener|meiner|meinar|mente|meinte|uttalte?|uttaler|uttalar|peker på|peikar på|"
        "understreker|understrekar|understreket|understreka)\\b.{0,80}\\b(bør|burde)\\b|"
        "\\b(går|gikk|gjekk) inn for (at|å)\\b|\\b(oppmodar?|oppmodet|oppmoder)\\b.{0,60}\\bå\\b|"
        BODY " (\\w+ )?oppfordr(er|ar)\\b.{0,60}\\btil å\\b",
    [SAMSOK_POINT_PATTERN_ASKS] =
        "\\b(bør|burde|må|foreslår|foreslås|føreslår|tilrår|anbefaler|anbefales|fraråder|frarådes)\\b|"
        "\\b(er|blir|ser|har) (det )?(\\w+ )?behov for\\b|\\btreng(s|st|er|ar)?\\b|"
        "\\ber (det )?(\\w+ )?(nødvendig|naudsynt|viktig|avgjørende|avgjerande|ønskelig|ønskjeleg)"
        "(?! (for|i|del))|\\bkan med fordel\\b|\\binviteres\\b|\\bshould\\b|\\bmust\\b",
    [SAMSOK_POINT_PATTERN_NEGATES] = "\\bfraråd\\w*|\\brår (ifr|fr)å\\b|\\b(anbefales|tilrås|anbefaler|tilrår) ikk(j)?e\\b|"
                        "\\bbør (derfor )?ikk(j)?e\\b",
    [SAMSOK_POINT_PATTERN_PROPOSES] =
        "\\bforslag(et)? (om|er|frå|fra|til (ny|endr|forbedr|forbetr|å )\\w*)|\\b(foreslå|føreslå|foreslått|føreslått|foreslåtte|føreslåtte|"
        "foreslås|foreslo|føreslo|foreslår|føreslår)\\b|\\binnsp(ill|el)( \\w+){0,3} om\\b|\\b(kommentar|innspill|innspel) (fra|frå) .{0,30}: .{0,60}\\b(må|bør)\\b|\\banbefaling om\\b|"
        "\\banbefalte?\\b|\\bønske?s\\b|\\bønskast\\b|(?<!av )(?<!og )\\bønsker? (?!å )|\\bønskt\\b|\\boppfordr\\w+(?! til å (sende|stille|ta kontakt))|\\boppmod\\w+|\\betterlys\\w+|"
        "\\b(enighet|semje|einigheit) om at\\b|\\bforetrekkes\\b|(?<!som )\\b(bør|burde)\\b",
    [SAMSOK_POINT_PATTERN_MINUTES] =
        "\\b(oppsummering|sammendrag|samandrag|innspill|innspel|forslag|spørsmål)\\w* (og \\w+ )?"
        "(fra|frå|av|på|i)\\b.{0,40}(møte|workshop|seminar|forum|konferanse|intervju|høring|høyring|"
        "samling|tilbakemelding)|\\b(møte)?referat\\w*|\\btilbakemelding(er|ar|ene|ane)\\b|"
        "\\binnsp(ill|el)\\b|\\b(hørings|høyrings)(innsp|svar|uttal)\\w*",
    [SAMSOK_POINT_PATTERN_AHEAD] = "\\b(følgende|følgjande|desse|disse|the following)\\b.{0,40}$|"
                      "\\b(to|tre|fire|fem|seks|sju|syv|åtte|ni|ti) (\\w+ )?(områder|områda|råd|punkt\\w*|"
                      "anbefalinger|tilrådingar|tiltak|steg|grep)\\b.{0,30}$",
    [SAMSOK_POINT_PATTERN_REQUIRES] = "\\b(skal|må|shall|plikt\\w*|krav\\w*)\\b|§",
    [SAMSOK_POINT_PATTERN_INSTRUCTS] = "\\b(klikk\\w*|trykk(e|er)?|menyen|knappen|tastatur\\w*|kommando\\w*|"
                          "installer\\w*|filnavn|standardverdi\\w*|parameter\\w*|xml|dialog(boks)?\\w*)\\b",
    [SAMSOK_POINT_PATTERN_OPERATES] = "^(last (ned|opp)|logg (inn|på|ut)|kjør|klikk|trykk|åpn|lagr|kopier|slett|skriv inn|"
                         "gå (til|inn))\\b|https?://|^\\w+ \\(",
    [SAMSOK_POINT_PATTERN_TAKES_UP] = "^(de|dei|det|dette|disse|desse|den|her)\\b|\\b(følgende|følgjande)\\b|\\b(er|blir|vert) ?:$",
    [SAMSOK_POINT_PATTERN_GATHERED] = "\\b(følgende|følgjande|desse|disse) (\\w+ )?(forslag|framlegg|ønsker|ønskje|ønske)\\b|"
                         "^(foreslåtte|føreslåtte) \\w+",
    [SAMSOK_POINT_PATTERN_MANUAL] =
        "\\b\\w*(håndbok|handbok|manual)\\b|\\b(bruker|bruks|brukar)(veiledning|rettleiing|anvisning|rettleiar)\\b",
    [SAMSOK_POINT_PATTERN_PROCEDURE] = "\\b(arbeids)?(aktivitet|prosess|prosedyre|rutine|prinsipp|handling)(er|ar|ene|ane)?\\b(?=( er)? ?:?$)|"
                          "\\bvedlegg\\b|\\bbilag\\b|\\bkan (\\w+ )?(flyttes|brukes|benyttes|velges)\\b",
    [SAMSOK_POINT_PATTERN_HEAD_NOUN] = "^ (\\d|som\\b|[-–—:]|av\\b|mellom\\b)",
    [SAMSOK_POINT_PATTERN_CLOCK] = "^(kl\\.? ?)?\\d{1,2}[.:]\\d{2}\\b",
};

/* What each alternative of the pattern that recommends cannot do without. Most sentences have none of
 * it, and the pattern tries each of its \w* at each letter: it took a quarter of a whole build. */
static const char *const recommending[] = {"nbefal", "tilrå", "råd", "rår", "ecommend", "oresl", "øresl",
                                           "bør", "burde", "inn for", "ppmod", "ppford", NULL};

static gpointer compile_all(gpointer data)
{
    (void)data;
    GRegex **compiled = g_new0(GRegex *, SAMSOK_POINT_PATTERN_COUNT);
    for (guint i = 0; i < SAMSOK_POINT_PATTERN_COUNT; i++) {
        compiled[i] = g_regex_new(sources[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
        g_assert(compiled[i] != NULL);
    }
    return compiled;
}

/* Made once and kept: a GRegex never changes and any thread may match with it. */
const GRegex *samsok_point_pattern(SamsokPointPattern which)
{
    static GOnce once = G_ONCE_INIT;
    GRegex **compiled = g_once(&once, compile_all, NULL);
    return compiled[which];
}

/* Small letters of what a keyboard of ours has: ASCII and Latin-1, which is C3 and a byte in UTF-8. */
static char *in_small_letters(const char *text, gsize len)
{
    char *small = g_malloc(len + 1);
    bool follows = false;
    for (gsize i = 0; i < len; i++) {
        guchar byte = (guchar)text[i];
        bool is_capital = follows && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
        small[i] = is_capital ? (char)(byte + 0x20) : g_ascii_tolower(text[i]);
        follows = byte == 0xC3;
    }
    small[len] = '\0';
    return small;
}

bool samsok_point_may_match(SamsokPointPattern which, const char *text, gsize len)
{
    if (which != SAMSOK_POINT_PATTERN_RECOMMENDS) {
        return true;
    }
    g_autofree char *small = in_small_letters(text, len);
    for (guint i = 0; recommending[i] != NULL; i++) {
        if (strstr(small, recommending[i]) != NULL) {
            return true;
        }
    }
    return false;
}
