/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table of patterns by which references are known. */
#include "config.h"

#include "core/insight/references-private.h"

#define YEAR "(?:19|20)\\d\\d"
#define DASH "[-–—]"
#define NOT_IN_WORD "(?<![\\p{L}\\d])"
#define QUOTED "(?:«(?<g>[^«»]{2,300})»|“(?<d>[^“”\"]{2,300})[”“]|\"(?<s>[^\"]{2,300})\"|„(?<l>[^„“”]{2,300})[“”])"

/* Kinds of documents, their stems: rapporten, notatet, veilederen, utredningen … and nynorsk. */
#define KIND_STEM \
    "(?:rapport|notat|veileder|veileiar|rettleiar|rettleder|rettleiing|veiledning|utredning|utgreiing|" \
    "evaluering|undersøkelse|undersøking|kartlegging|studie|artikkel|bok|hefte|stortingsmelding|proposisjon|" \
    "innstilling|strategi|handlingsplan|langtidsplan|rundskriv|håndbok|handbok)"
/* The definite form: one document that is known. */
#define KIND_DEFINITE \
    "(?:rapporten|notatet|veilederen|veileiaren|rettleiaren|rettleiinga|veiledningen|veiledninga|utredningen|utredninga|" \
    "utgreiinga|evalueringen|evalueringa|undersøkelsen|undersøkinga|kartleggingen|kartlegginga|studien)"

#define NAME_WORD "\\p{Lu}[\\p{L}\\d’'.\\-]*"
#define SMALL_WORD "(?:for|og|i|av|på|of|the|and|von|van|de|der|den|in)"
/* Christensen; Agenda Kaupang; Direktoratet for forvaltning og IKT. */
#define NAME NAME_WORD "(?: (?:" SMALL_WORD " )?(?:" NAME_WORD "|(?<= for )\\p{L}+|(?<= og )\\p{L}+)){0,6}"
#define OTHERS "(?:,? (?:mfl|m\\. ?fl|et al|med flere|m\\.fl|med fleire)\\.?)"
#define NAMES NAME "(?:(?:, | ?[&/] ?|,? og |,? and )" NAME "){0,8}" OTHERS "?"

const SamsokReferencePatternText samsok_reference_patterns[SAMSOK_PATTERN_COUNT] = {
    /* «Difi-rapport nr. 2014:07», «Rapport 1/2017», «Rokkansenteret Notat 6-2016». */
    [SAMSOK_PATTERN_SERIES] =
        {NOT_IN_WORD
         "(?:(?<publisher>\\p{Lu}[\\p{L}]{1,24})(?<joint>[-–]| ))?"
         "(?<kind>(?i)(?:\\p{L}{0,20}(?:rapport|notat|veileder|veileiar|rettleiar|publikasjon|hefte)(?:en|et|a)?|report))"
         "(?<nr>(?i)\\s*(?:nr\\.?|nummer|no\\.?))?[\\s:,]*(?:ISSN:?\\s*\\d{4}-\\d{3}[\\dXx][\\s:,/–-]*)?"
         "(?:(?<year>" YEAR ")\\s?(?<sign>[:/])\\s?(?<number>\\d{1,3})|"
         "(?<number2>\\d{1,3})\\s?(?<sign2>[/-])\\s?(?<year2>" YEAR ")|"
         "(?<year3>" YEAR ")(?<sign3>-)(?<number3>\\d{1,2})|"
         "(?<number4>\\d{1,3}) \\((?<year4>" YEAR ")\\))"
         "(?![\\d\\p{L}]|[.,:/–-]\\d)",
         0},
    /* Papers of state and parliament. */
    [SAMSOK_PATTERN_PAPER] =
        {NOT_IN_WORD
         "(?:(?<nou>NOU)\\s*(?<year>" YEAR ")\\s?(?::|nr\\.?|-)\\s?(?<number>\\d{1,3})|"
         "(?<kind>Meld\\.? ?St\\.?|St\\. ?meld\\.?|[Ss]tortingsmelding(?:en)?|Prop\\.?|Ot\\. ?prp\\.?|St\\. ?prp\\.?|"
         "Innst\\.?(?: ?[SOL]\\.)?|Dok(?:ument)?\\.?)"
         " ?(?:nr\\.? ?|nummer )?(?<paper>\\d{1,3}(?::\\d{1,3})?(?: ?[LSK](?:S)?(?![\\p{L}]))?)"
         "(?:,? ?\\(?(?<session>" YEAR ") ?" DASH " ?(?<session2>(?:" YEAR "|\\d\\d))\\)?)?)"
         "(?![\\d\\p{L}]|[:/]\\d)",
         0},
    /* «2014:7» by itself. */
    [SAMSOK_PATTERN_BARE] =
        {"(?<![\\p{L}\\d:.,/§–-])(?:(?<publisher>\\p{Lu}\\p{L}{2,12}) )?(?<year>(?:199|20[0-3])\\d):(?<number>\\d{1,2})"
         "(?![\\d\\p{L}]|[.:,/–-]\\d)",
         0},
    /* What may follow a reference and says where in it. */
    [SAMSOK_PATTERN_LOCATOR] =
        {"\\G[,:]? ?(?:(?<kind>kap(?:\\.|ittel)?|pkt\\.?|punkt|avsnitt|del) ?|(?<side>s\\.|side(?:ne)?|p\\.|pp\\.) ?)"
         "(?<place>\\d+(?:\\.\\d+)*(?:[-–]\\d+)?)",
         G_REGEX_CASELESS},
    [SAMSOK_PATTERN_QUOTED] = {QUOTED, 0},
    /* «i rapporten», «et såkalt læringsnotat:», «veilederen fra 2010 (» before a quotation. */
    [SAMSOK_PATTERN_CUE_BEFORE] =
        {"(?:^|[^\\p{L}])(?<kind>\\p{L}{0,20}" KIND_STEM "(?:en|et|a|ene|ane|n|ar|er)?|program(?:met)?|prosjektrapport)"
         "(?: (?:fra|frå|av) (?:\\p{Lu}[\\p{L}-]+|" YEAR ")){0,2}"
         "(?: (?:som heter|som heiter|kalt|kalla|med tittel(?:en)?|med navn(?:et)?|ved navn|fra " YEAR "))?"
         "[ ,:(–-]{0,3}$",
         G_REGEX_CASELESS},
    /* «Mot alle odds»-rapporten. */
    [SAMSOK_PATTERN_CUE_BEHIND] =
        {"\\G ?" DASH "(?<kind>(?:rapport|notat|veileder|veileiar|rettleiar|utredning|utgreiing|evaluering|undersøkelse|"
         "undersøking|melding)(?:en|et|a))(?![\\p{L}])", G_REGEX_CASELESS},
    /* Titles that say themselves what they are. */
    [SAMSOK_PATTERN_CUE_INSIDE] =
        {"^(?:(?:Nasjonal|Regjeringens|Regjeringas|Felles|Statens) )?"
         "(?:Program|Strategi|Handlingsplan|Handlingsprogram|Langtidsplan|Veileder|Rettleiar|Retningslinjer|"
         "Rapport|Evaluering|Kartlegging|Melding|Stortingsmelding)"
         "(?:en|et|a)? (?:for|om|av|mot|til|fra)? ?\\p{L}+ \\p{L}+",
         0},
    /* A quotation, not a title: a finite verb. */
    [SAMSOK_PATTERN_SENTENCE] =
        {"(?:^|[^\\p{L}])(?:skal|må|bør|kan|vil|er|har|var|ble|blir|hadde|kunne|skulle|ville|vart|vert|"
         "is|are|was|were|has|have|should|must)(?![\\p{L}])",
         G_REGEX_CASELESS},
    [SAMSOK_PATTERN_PARENTHESIS] = {"[(\\[](?<inside>[^()\\[\\]]{0,200}?" YEAR "[^()\\[\\]]{0,80})[)\\]]", 0},
    /* One of the parts between ';' in a parenthesis. */
    [SAMSOK_PATTERN_AUTHOR_PART] =
        {"^\\s*(?:(?:se|sjå|jf\\.?|jfr\\.?|jamfør|cf\\.?|f\\.?eks\\.?|bl\\.? ?a\\.?|blant annet|for eksempel|"
         "Kilde:|Kjelde:|og|i|fra|også) ?,? ?)*"
         "(?<author>" NAMES ")(?:, ?| )\\(?(?<year>" YEAR ")[a-f]?(?<more>(?:, ?(?:" YEAR ")[a-f]?)*)\\)?"
         "(?<tail>(?:[,:] ?| )(?:kap|s\\.|side|pkt|punkt|avsnitt|p\\.|pp\\.|\\d)[^;]{0,40})?\\s*$",
         0},
    /* Christensen og Lægreid (2018); Difi (2014); Olsen (2012) viser. */
    [SAMSOK_PATTERN_NARRATIVE] =
        {NOT_IN_WORD "(?<author>" NAMES ") \\((?<year>" YEAR ")[a-f]?"
         "(?:[,:] ?(?:s\\.|side|p\\.)? ?(?<page>\\d{1,4}(?:[-–]\\d{1,4})?))?\\)"
         "(?<verb> (?:viser|peker|peikar|skriver|skriv|finner|finn|fant|mener|meiner|hevder|hevdar|drøfter|drøftar|"
         "beskriver|argumenterer|konkluderer|definerer|påpeker|understreker|diskuterer|anbefaler|analyserer|"
         "undersøker|omtaler|introduserer|sin|sitt|sine)(?!\\p{L}))?",
         0},
    /* «…», Difi 2015. «…» (2016). */
    [SAMSOK_PATTERN_BEHIND_TITLE] =
        {"\\G[.,]? ?(?:\\((?<year>" YEAR ")(?:" DASH "(?:(?:19|20)\\d\\d)?)?\\)|, (?<author>" NAME_WORD ")(?:,? )(?<year2>" YEAR "))", 0},
    /* «Difi-rapporten fra 2014», «2014-rapporten». */
    [SAMSOK_PATTERN_DATED] =
        {NOT_IN_WORD
         "(?:(?<publisher>\\p{Lu}\\p{L}{1,24})[-–] ?(?<kind>\\p{L}{0,20}(?:rapport|notat|veileder|veileiar|rettleiar|"
         "utredning|utgreiing|evaluering|undersøkelse|undersøking|kartlegging)(?:en|et|a)?)"
         " (?:fra|frå|av|i|for) (?<when>(?:høsten|hausten|våren|sommeren|sommaren|vinteren|\\p{Ll}{3,9}) )?(?<year>" YEAR ")|"
         "(?<year2>" YEAR ")[-–]" KIND_DEFINITE ")(?![\\d\\p{L}])",
         0},
    /* «Rapporten fra prosjektet … høsten 2014», «veilederen om organisering fra 2010», «en veileder
     * som ble lagt fram i januar 2017». */
    [SAMSOK_PATTERN_ABOUT] =
        {NOT_IN_WORD
         "(?:(?<definite>" KIND_DEFINITE ")(?<link> fra| frå)? (?<what>prosjektet(?: om \\p{L}+ \\p{L}+)?|om \\p{L}+ \\p{L}+|om \\p{L}{8,})"
         "(?<rest>[^.!?:;]{0,90}?(?<year>" YEAR "))?|"
         "(?<indefinite>(?:en|ein|et|eit|ei) (?:rapport|notat|veileder|veileiar|rettleiar|utredning|utgreiing|evaluering|"
         "kartlegging|undersøkelse))"
         "(?: som| vart| ble)* (?:ble|blei|vart|er|var) (?:lagt fram|lagt frem|publisert|utgitt|offentliggjort|overlevert|"
         "utgjeven|gitt ut)[^.!?:;]{0,40}?(?<year2>" YEAR "))(?![\\d\\p{L}])",
         G_REGEX_CASELESS},
    /* «tidligere Difi-undersøkelser», «andre Difi-prosjekter/rapporter». */
    [SAMSOK_PATTERN_PLURAL] =
        {NOT_IN_WORD
         "(?:(?:tidligere|tidlegare|andre|flere|fleire|nyere|nyare|eldre|Tidligere|Tidlegare|Andre|Flere|Fleire) )+"
         "(?<publisher>\\p{Lu}\\p{L}{1,24})[-–](?:\\p{L}+/)?"
         "(?:rapporter|rapportar|notater|notat|undersøkelser|undersøkingar|utredninger|utgreiingar|evalueringer|"
         "evalueringar|analyser|analysar|kartlegginger)(?![\\p{L}])",
         0},
    /* An entry of a reference list: authors, year, the rest. */
    [SAMSOK_PATTERN_ENTRY] =
        {"^\\s*(?:\\[\\d+\\] |\\d+\\. )?(?<author>[^()«“\"]{2,200}?)[,.:]? ?\\(?(?<year>" YEAR ")[a-f]?\\)?\\s*[.,:]?\\s*(?<rest>.*)$",
         G_REGEX_DOTALL},
};
