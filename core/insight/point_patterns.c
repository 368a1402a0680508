/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of regular expressions, with what compiles them. */
#include "config.h"

#include "core/insight/point_patterns.h"

#include <string.h>

#include "core/insight/needles.h"

/* Who speaks for more than himself: what such a body says is a recommendation, what a person says
 * to a paper is not. The end of a word will do for whether it matches; \w* before it would be tried
 * at each letter of the text. */
#define ACRONYM "\\b(?-i:[A-ZÆØÅ]{2,6}|Difi|Digdir|Nav)"
#define BODY \
    "(departementet|direktoratet|tilsynet|etaten|kommunen|universitetet|høgskolen|høyskolen|" \
    "forbundet|" \
    "foreningen|foreininga|organisasjonen|organisasjonane|(?<!om)rådet|utvalget|utvalet|gruppen|" \
    "gruppa|styret|" \
    "nemnda|nemnden|komiteen|kommisjonen|ombudet|ombodet|ombudsmannen|ombodsmannen|revisjonen|" \
    "sekretariatet|" \
    "instansene|instansane|myndighetene|myndigheitene|styresmaktene|\\b(flertallet|fleirtalet|" \
    "mindretallet|mindretalet)|" ACRONYM ")"

/* What speaks for those who wrote it. */
#define REPORT \
    "((rapport|evaluering|utredning|undersøking|kartlegging|utgreiing|undersøkelse|studie|" \
    "gjennomgang|analyse)(en|a|n)|" \
    "forskerne|forskarane|forfatterne|forfattarane|evaluator(en)?|evaluatorene|evaluatorane|" \
    "ekspertene|ekspertane)\\b"

/* Beginnings of those who can be told what they ought to do. */
#define BODIES \
    "(departement|direktorat|kommun|fylke|stat|regjering|storting|myndig|styresmakt|virksomhet|" \
    "verksemd|etat|tilsyn|" \
    "helseforetak|skole|skule|barnehage|universitet|høgskole|høyskole|leder|leiar|ledelse|" \
    "leiing|part|aktør|utvalg|" \
    "utval|tjenest|tenest|program|prosjekt|ordning|tiltak|nettverk|nav)"

/* Letters stand for themselves in any case; \b and \w know æ, ø and å. */
static const char *const sources[SAMSOK_POINT_PATTERN_COUNT] = {
    [SAMSOK_POINT_PATTERN_LEARNING] =
        "\\blæringspunkt\\w*|\\blærepunkt\\w*|\\blærdom\\w*|\\blæring(ar|er)?\\b(?= (frå|fra|"
        "på tvers))|\\blæringar\\b(?= av)|"
        "\\blære (av|frå|fra)\\b|\\berfaring\\w* og læring\\w*|\\blæring\\w* og erfaring\\w*|"
        "^læring$|\\binnsiktspunkt\\w*|"
        "\\b(har|ha) (vi )?lært\\b|\\b(lærte (vi|me)|(vi|me) lærte)\\b|\\bviktigste erfaring\\w*|"
        "\\bviktigaste (erfaring|lær)\\w*|\\bhoveder?faring\\w*|\\blessons? learn\\w*",
    [SAMSOK_POINT_PATTERN_ADVICE] =
        "(?<!samme )\\bråd(ene|a)?\\b(?! (med|i|om å få|og utvalg|og styr))|"
        "\\brår (\\w+ ){0,3}til\\b|"
                       "\\b(huske|hugse|tenke|tenkje) på\\b(?=:$)|"
                       "\\btips\\b(?= ?:?$| (til|for|om|når|ved)\\b)|"
                       "\\b(god|best|beste) praksis\\b|\\bskriveråd\\b|\\b(sjekk|huske|"
                       "hugse)liste\\b|"
                       "\\bslik lykkes (du|dere|vi)\\b|^fallgru[vb]er\\b|\\b(viktige|gode|"
                       "sentrale) grep\\b|\\bgrep for å\\b|\\badvice\\b",
    [SAMSOK_POINT_PATTERN_RECOMMENDATION] =
        "\\b(hoved|hovud)?anbefaling(er|ene|ar|ane|a)?\\b|\\b(hovud)?tilråding\\w*|"
        "\\banbefaler\\b|\\banbefales\\b|\\btilrår\\b|\\btilråast\\b|\\b(foreslått|foreslåtte|"
        "føreslått|føreslåtte|anbefalt|anbefalte|tilrådd|tilrådde|prioriterte|overordna|"
        "overordnede)\\b.{0,20} tiltak\\b|"
        "^(aktuelle|konkrete|mulige|moglege) tiltak\\b|"
        "\\banbefalt(e)? (modell|praksis|tilnærming|løsning|løysing|metode|fremgangsmåte|"
        "framgangsmåte)\\b.{0,10}:$|"
        "\\b(bør|må) (utforskes|utredes|utgreiast|undersøkes|undersøkjast|prioriteres|"
        "prioriterast)\\b.{0,12}$|"
        "\\b(vil|kan|må) (\\w+ )?(anbefale|tilrå|foreslå|føreslå)\\b.{0,60}:$|"
        "\\b(hva|kva) (bør|kan) .{0,40}\\b(gjøre|gjøres|gjere|gjerast)\\b|"
        "\\b(forslag til|foreslår følgende|foreslår vi følgende) (\\w+ )?"
        "(tiltak|endring\\w*|forbedring\\w*|forbetring\\w*|løsning\\w*|løysing\\w*|oppfølging\\w*|"
        "videre \\w+|vidare \\w+|veien videre|vegen vidare)|\\bvi foreslår\\b|\\bforeslår vi\\b|"
        "\\b(foreslår|foreslås|foreslåtte|føreslår|føreslått) følg(e|ja)nde\\b|\\brecommend\\w*|"
        "(?<!bak )(?<!mot )(?<!på )(?<!av )\\b(forslag|framlegg)(et|a|ene|"
        "ane)?\\b(?=( \\w+){0,3} ?:$)|"
        "\\b(forslagene|forslaga|framlegga)\\b(?=.{0,80}\\b(her|under|nedenfor|nedanfor|slik|"
        "følgende|følgjande) ?:$)|"
        "^(\\w+s |våre |egne |eigne |konkrete |nye |\\w+ (og|eller) ){0,2}(forslag|framlegg)(et|a|"
        "ene)?$|"
        "\\b(?!lov|budsjett|regel|regelverk)\\w+forslag(ene|a)?$|"
        "^((potensielle|mulige|moglege|aktuelle|viktige|våre|\\w+ (og|eller)) ){0,2}"
        "forb(ed|et)ring(er|ar|s(forslag|punkt\\w*|område\\w*))?(?=\\W*$)|"
        "\\b(oppfølgings|oppfylgings)punkt(er|a|ene)?\\b|\\boppsummering av .{0,30}tiltak\\b|"
        "\\btiltaksliste\\b",
    [SAMSOK_POINT_PATTERN_FOCUS_AREA] =
        "\\b(innsats|satsings|satsnings)område\\w*|\\brett(es|ast|a|e|er) inn mot\\b|\\bhov(ed|"
        "ud)mål\\w*|\\boverordn(a|ede) mål\\b|"
        "\\bprioriterte områd\\w*|\\bfocus areas?\\b|\\bareas of effort\\b",
    [SAMSOK_POINT_PATTERN_CONDITIONS] =
        "\\bkan (bidra|hjelpe|(være|vere) til hjelp|(være|vere) nyttig)\\b|\\b(forutsetning|"
        "føresetnad)\\w*|\\bsuksess(faktor|kriteri)\\w*",
    [SAMSOK_POINT_PATTERN_EXPERIENCE] =
        "^(våre |vår |viktige |noen |nokre |sentrale |generelle |felles )?"
        "(erfaring(er|ar|ene|ane)?|røynsl(e|er|ene|ane))\\b|"
        "\\b(to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|\\d+|følgende|følgjande) (\\w+ )?(erfaringer|"
        "erfaringar|røynsler|lærdommer|lærdomar)\\b",
    [SAMSOK_POINT_PATTERN_SHOULD] =
        "\\b(bør|burde)(?! (minst |som \\w+ )?(inneholde|innehalde|omfatte|bestå))( \\w+){0,3} ?:$|"
        BODY " (\\w+ )?(forvent(er|ar)|anmod(er|ar)|oppfordr(er|ar)|oppmod(er|ar)|etterlys(er|ar)|"
        "foreslår|føreslår|"
        "ber (\\w+ ){0,3}om)\\b.{0,120}:$|"
        "\\b(bør|burde)$|^for å (lykkes|lukkast|få til|nå|oppnå)\\b.{0,60}\\bmå\\b( \\w+){0,3} ?:$",
    [SAMSOK_POINT_PATTERN_OUGHT] = "\\b(bør|burde)\\b",
    [SAMSOK_POINT_PATTERN_ASKED] =
        "\\?|:|\\||^[-–—]|^(hva|kva|hvem|kven|hvor\\w*|korleis|kor|kvifor|når|hvilke\\w*|om|som|"
        "bør|burde)\\b|"
        "\\b(mener|meiner|meinar|sier|seier|som (\\w+ ){0,2}bør|hva som|kva som)\\b",
    [SAMSOK_POINT_PATTERN_DEMANDS] = "\\b(bør|burde|må)\\b",
    [SAMSOK_POINT_PATTERN_MATTERS] =
        "\\b(viktig|lurt|smart|nyttig|en fordel|ein fordel) (at|å)\\b.{0,60}:$|"
        "^slik kan (du|dere|de|dykk|ein|en|man|vi|\\w+(en|et|a|ne|ane)) (\\w+ ){0,6}?\\w+(e|"
        "a)\\b.{0,40}:$|"
        "^(dette|slik|følgende|følgjande) (kan|bør) .{0,60}\\b(gjøre|gjøres|gjere|gjera|"
        "gjerast)\\b.{0,80}:$|"
        "\\b(tenke|tenkje) (over|gjennom|igjennom)\\b.{0,40}:$|"
        "^(vurder|husk|hugs|sørg for|syt for|pass på|unngå|tenk (gjennom|over|på)|"
        "ta (stilling|hensyn|omsyn) til)\\b.{0,80}:$",
    [SAMSOK_POINT_PATTERN_POSITIONS] =
        "\\b(hoved|hovud)?(synspunkt|merknad|innspill|innspel|budskap|bodskap)\\w*\\b(?! (på|om|"
        "til (følg|desse|disse))).{0,60}:$|"
        "\\b(hørings|høyrings)(svar|uttal|utsegn|fråsegn)\\w*( \\w+){0,4} ?:$|"
        "\\b(påpeke|peke på|peike på|fremheve|framheve|understreke|presisere|bemerke|"
        "merke)\\b.{0,60}:$",
    [SAMSOK_POINT_PATTERN_LEARNED_AND] =
        "\\b(læringspunkt|lærepunkt|lærdom|erfaring|læring|røynsle)\\w* (og|&) (\\w+ )?$",
    [SAMSOK_POINT_PATTERN_SUMS_UP] =
        "\\b(oppsummering|oppsummert|samlet|samla|samlede|oversikt)\\b.{0,40}\\b(anbefaling|"
        "tilråding|forslag|tiltak)\\w*",
    [SAMSOK_POINT_PATTERN_ONWARD] =
        "\\b(veien|vegen) (videre|vidare)\\b|^(videre|vidare) (arbeid|oppfølging)$|^neste steg$|"
        "^framover$",
    [SAMSOK_POINT_PATTERN_OTHER_LABEL] =
        "^(hensikt|formål|føremål|bakgrunn|mål|målgruppe|eksempel|eksempler|døme|status|kilder?|"
        "kjelder?|momenter?|dagsorden|sak(s|er)?|"
        "definisjon(er)?|forklaring|deltakere|deltakarar|til stede|agenda|saksliste|vedlegg|"
        "referanser?) ?:$",
    [SAMSOK_POINT_PATTERN_BUILDS_ON] =
        "\\b(på (grunnlag|bakgrunn) av|med (utgangspunkt|bakgrunn|grunnlag) i|"
                          "i lys av|gjennom (disse|desse)|basert på|ut ifr[aå]|ut fr[aå]|"
                          "i tråd med|oppfølging\\w* av) "
                          "(\\w+ (og|om) )?\\w+",
    [SAMSOK_POINT_PATTERN_NAMED] =
        "^[\\s*_]*(?:(?:vår|våre|vårt) )?(?:hoved|hovud)?(læringspunkt|lærdom|råd|anbefaling|"
        "tilråding|innsatsområde|forslag|"
                      "(?:tiltak|grep)(?= \\d)|recommendation|lesson|advice|(?:tips|husk|"
                      "hugs)(?=[*_]*:))"
                      "(?: nr\\.?)?(?: (\\d{1,2}|[a-h]))?[*_]*\\s?[:.–—][*_]*\\s*",
    [SAMSOK_POINT_PATTERN_NUMBERED_LABEL] =
        "^[\\s*_]*(?:hoved|hovud)?(læringspunkt|lærdom|råd|anbefaling|tilråding|innsatsområde|"
        "forslag|tiltak|grep|tips)"
        "(?: nr\\.?)? (\\d{1,2})[*_.]*$",
    [SAMSOK_POINT_PATTERN_POINTS_AWAY] =
        "\\b(anbefal\\w*|tilrår)\\b[^.]{0,25}\\b(leser|lese)\\b|\\bobligatorisk\\w*,? (men|"
        "og) (er )?anbefal|"
        "\\banbefal\\w*\\b( \\w+){0,2} (benytte|bruke|følge|se)\\b.{0,200}\\bdokumentasjon\\w*|"
        "\\boppfordr\\w*\\b.{0,60}\\btil å (sende|stille|ta kontakt|rapportere|melde|gi|kontakte|"
        "komme)\\b|"
        "\\bsom (\\w+ ){0,3}(oppfordres|oppfordrast)\\b|"
        "\\b(hvordan|korleis|hvilke[tn]?|hva|kva|hvem|kven) (\\w+ ){0,3}(anbefales|anbefaler|"
        "tilrås|tilrår)\\b|"
        "\\bi (dette|denne|disse|det|de|neste) (\\w+ ){0,2}(kapitt|del|avsnitt|skiss|"
        "artikk)\\w*\\b.{0,20}"
        "\\b(foreslår|føreslår|anbefaler|tilrår)\\b(?! (vi |me )?(at|å)\\b)",
    [SAMSOK_POINT_PATTERN_COUNTED] =
        "\\b(?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|\\d{1,2}) (?:\\w+ ){0,2}?"
        "(læringspunkt|lærdom|råd|anbefaling|tilråding|forslag|tips|grep)(?:er|ar|ene|ane|mer|"
        "mar)?\\b",
    [SAMSOK_POINT_PATTERN_NAMES_AREAS] =
        "\\b(innsats|satsings|satsnings)(område(ne|r|a)?|områda)( \\w+){0,3} er ?:|"
        "\\b(innsats|satsings|satsnings)(områdene|områda) (er|omfatter|omfattar) ",
    [SAMSOK_POINT_PATTERN_CONCLUDES] =
        "^(hoved|hovud)?(konklusjon(er|ar|en)?|avslutning|avslutting|oppsummering|"
        "oppsummerende kommentarer|implikasjon(er|ar))$|\\bkonklusjon(er|ar|en)?$|^konklusjon(er|ar|en)? og |^(vår |"
        "våre |samlet |samla |revisors |"
        "revisor si |utvalgets |utvalets )?vurdering(er|ar)?$|^(policy)?implikasjoner ",
    [SAMSOK_POINT_PATTERN_BODY_OUGHT] =
        "\\b" BODIES "\\w* (\\w+ ){0,2}(bør|burde)\\b|\\b(bør|burde) (derfor |difor |også |"
        "òg )?" BODIES "|"
        "\\bdet bør (\\w+ ){0,3}\\w+(es|ast|as)\\b",
    [SAMSOK_POINT_PATTERN_LEARNS] =
        "\\b(lærdom(men|mar)?|læringspunkt(et|ene|a)?|lærepunkt(et|ene|a)?)\\b.{0,60}\\ber\\b|"
        "\\b(en|ein|den|vår) (\\w+ )?(erfaring|røynsle)(en|a)?\\b.{0,60}\\ber at\\b|"
        "\\b(erfaringen|erfaringa|røynsla) er at\\b|"
        "\\b(erfaring(en|a|er|ene|ar|ane)?|røynsle(r|ne)?)\\b.{0,60}\\b(viser|syner|tilsier|"
        "tilseier|har vist)\\b(?! (til|seg))|"
        "\\b(en|ei|ein|viktigste|viktigaste|sentral|viktig) læring(en|a)?\\b.{0,60}\\ber at\\b|"
        "\\b(vi|me) (har )?(lært|erfart)\\b.{0,40}\\b(at|hvor|kor)\\b|"
        "\\b(lærte|lært|erfare) (oss|kommunen\\w*|forvaltning\\w*)( \\w+){0,3},? (at|hvor|kor)\\b",
    [SAMSOK_POINT_PATTERN_ADVISES] =
        "\\b(er|være|vere|vera) (\\w+ ){0,2}(lurt|fornuftig|klokt|smart|tilrådelig|"
        "tilrådeleg)( \\w+)? (å|at|om)\\b|"
        "\\b(det )?(lønner|lønar|løner) (det )?seg (ofte )?å\\b|\\b(et|eit) (godt|viktig|"
        "enkelt) (råd|tips) er\\b|"
        "\\bkan (\\w+ ){0,3}med fordel\\b(?! (ses|sees|sjåast|leses|lesast))",
    [SAMSOK_POINT_PATTERN_REPORTED] =
        "^[-–—] |\\b(hun|han|ho|sier|seier|fortsetter|held fram|forteller|fortel)\\b",
    [SAMSOK_POINT_PATTERN_ASKS] =
        "\\b(bør|burde|må|foreslår|foreslås|føreslår|tilrår|anbefaler|anbefales|fraråder|"
        "frarådes)\\b|"
        "\\b(er|blir|ser|har) (det )?(\\w+ )?behov for\\b|\\btreng(s|st|er|ar)?\\b|"
        "\\ber (det )?(\\w+ )?(nødvendig|naudsynt|viktig|avgjørende|avgjerande|ønskelig|ønskjeleg)"
        "(?! (for|i|del))|\\bkan med fordel\\b|\\binviteres\\b|\\bshould\\b|\\bmust\\b",
    [SAMSOK_POINT_PATTERN_NEGATES] =
        "\\bfraråd\\w*|\\brår (ifr|fr)å\\b|\\b(anbefales|tilrås|anbefaler|tilrår) ikk(j)?e\\b|"
                        "\\bbør (derfor )?ikk(j)?e\\b",
    [SAMSOK_POINT_PATTERN_WEIGHS] =
        "\\b(er|være|vere|vera|blir|vert) (\\w+ ){0,3}(viktig|nyttig|lurt|hensiktsmessig|"
        "føremålstenleg|nødvendig|naudsynt|avgjørende|"
        "avgjerande|fornuftig|klokt|smart|sentralt|(en|ein) (stor )?fordel|(en|"
        "ein) god idé)( \\w+){0,2} (å|at)\\b|"
        "\\b(bør|burde|kan (\\w+ ){0,2}med fordel|må (du|dere|de|man|en|ein|dykk))\\b|\\b(lønner|"
        "lønar|løner) (det )?seg\\b",
    [SAMSOK_POINT_PATTERN_GUIDES] =
        "\\b(råd|rådene|råda|tips|grep|veiled\\w*|veilei\\w*|rettlei\\w*|praksis|suksess\\w*|"
        "sjekkliste\\w*|lykkes|lukkast|fallgruve\\w*)\\b|"
        "^(slik|hvordan|korleis)\\b(?!.*\\?)|\\b(steg for steg|kom(me)? i gang|trinn for trinn|"
        "arbeide med|jobbe med|jobb med)\\b",
    [SAMSOK_POINT_PATTERN_TECHNICAL] =
        "\\b(api\\w*|json|xml|https?|token\\w*|server\\w*|tjener(e|en|maskin\\w*|program\\w*)|"
        "endepunkt\\w*|klient\\w*|database\\w*|"
        "fil(a|en|er|ene|format\\w*)|kode(n|r|liste\\w*)|programvar\\w*|nettleser\\w*|"
        "attributt\\w*|elementet|parameter\\w*|"
        "ur[il]|metadata|skript\\w*|linux|pakke(n|r|ne|system\\w*)|integrasjon\\w*|sertifikat\\w*|"
        "versjon(en|er|s\\w*)|"
        "testmiljø\\w*|datatype\\w*|installasjon\\w*|oppsett\\w*|nettverks(kort|kabel)\\w*|piksel\\w*|pensel(en)?|(original|kjelde)?(bilet|bilde)(e|et|a|ene)|filter(et|a)?|"
        "kommando\\w*|innstilling(ane|ene)|farge(profil\\w*|ne|r)|fargar|mus(a|en|eknapp\\w*))\\b|`",
    [SAMSOK_POINT_PATTERN_PROPOSES] =
        "(?<!støtter )(?<!støttar )(?<!støttet )\\b(forslag(et)?|framlegg) (om|er|frå|fra|til (ny|"
        "endr|forbedr|forbetr|å )\\w*)|\\b(foreslå|føreslå|foreslått|føreslått|foreslåtte|"
        "føreslåtte|"
        "foreslås|foreslo|føreslo|foreslår|føreslår)\\b|\\binnsp(ill|el)( \\w+){0,3} om\\b|"
        "\\b(kommentar|innspill|innspel) (fra|frå) .{0,30}: .{0,60}\\b(må|bør)\\b|"
        "\\banbefaling om\\b|"
        "\\banbefalte?\\b|\\bønske?s\\b|\\bønskast\\b|"
        "(?<!av )(?<!og )\\bønsker? (?!(\\w+ ){0,4}å )|\\bønskt\\b|"
        "\\boppfordr\\w+\\b(?! til å (sende|stille|ta kontakt))|\\boppmod\\w+|\\betterlys\\w+|"
        "\\b(enighet|semje|einigheit) om at\\b|\\bforetrekkes\\b|(?<!som )\\b(bør|burde)\\b",
    [SAMSOK_POINT_PATTERN_MINUTES] =
        "\\b(oppsummering|sammendrag|samandrag|innspill|innspel|forslag|spørsmål)\\w* (og \\w+ )?"
        "(fra|frå|av|på|i)\\b.{0,40}(møte|workshop|seminar|forum|konferanse|intervju|høring|"
        "høyring|"
        "samling|tilbakemelding)|\\b(møte)?referat\\w*|\\btilbakemelding(er|ar|ene|ane)\\b|"
        "\\binnsp(ill|el)\\b|\\b(hørings|høyrings)(innsp|svar|uttal)\\w*",
    [SAMSOK_POINT_PATTERN_AHEAD] = "\\b(følgende|følgjande|desse|disse|the following)\\b.{0,40}$|"
                      "\\b(to|tre|fire|fem|seks|sju|syv|åtte|ni|ti) (\\w+ )?(områder|områda|råd|"
                      "punkt\\w*|"
                      "anbefalinger|tilrådingar|tiltak|steg|grep)\\b.{0,30}$",
    [SAMSOK_POINT_PATTERN_REQUIRES] = "\\b(skal|må|shall|plikt\\w*|krav\\w*)\\b|§",
    [SAMSOK_POINT_PATTERN_BINDS] = "\\b(skal|shall|plikt\\w*|krav\\w*)\\b|§",
    [SAMSOK_POINT_PATTERN_INSTRUCTS] =
        "\\b(klikk\\w*|trykk(e|er)?|menyen|knappen|tastatur\\w*|kommando\\w*|"
                          "installer\\w*|filnavn|standardverdi\\w*|parameter\\w*|xml|"
                          "dialog(boks)?\\w*|sudo)\\b|"
                          "/(etc|usr|var|home|dev)/",
    [SAMSOK_POINT_PATTERN_OPERATES] =
        "^(last (ned|opp)|logg (inn|på|ut)|kjør|klikk|trykk|åpn|lagr|kopier|slett|skriv inn|"
                         "gå (til|inn)|stopp|start(?! med)|restart|fyll (ut|inn)|send inn)\\b|"
                         "^velg [«“\"‘'*_]|`|https?://|^\\w+ \\(",
    [SAMSOK_POINT_PATTERN_LEADS_AWAY] =
        "^(ta|kom|få|bruk|finn|følg|les|prøv|gå|hent) .{0,40}\\b(kontakt|skjema\\w*|lenk\\w*|"
        "nettsid\\w*|nyhetsbrev\\w*|"
        "nyheitsbrev\\w*|her|under|e-post\\w*|app(en)?|veilederen|rettleiaren|malen|filmen|"
        "videoen)\\b(?! med (de|dei|den|alle|andre|\\w+e)\\b)|"
        "^legg merke til\\b|^(se|sjå) for (deg|dere|dykk)\\b|^(tenk|ta) (deg|dere|dykk)\\b|"
        "^ta (for eksempel|til dømes|f\\. ?eks)\\b|^(se|sjå) (også|på (side|nettsid|film|video|"
        "vår|våre|oversikt)|til (høyre|venstre|side))\\b",
    [SAMSOK_POINT_PATTERN_TAKES_UP] =
        "^(de|dei|det|dette|disse|desse|den|her)\\b|\\b(følgende|følgjande)\\b|\\b(er|blir|"
        "vert) ?:$",
    [SAMSOK_POINT_PATTERN_GATHERED] =
        "\\b(følgende|følgjande|desse|disse) (\\w+ )?(forslag|framlegg|ønsker|ønskje|ønske)\\b|"
                         "^(foreslåtte|føreslåtte) \\w+",
    [SAMSOK_POINT_PATTERN_MANUAL] =
        "\\b\\w*(håndbok|handbok|manual)\\b|\\b(bruker|bruks|brukar)(veiledning|rettleiing|"
        "anvisning|rettleiar)\\b",
    [SAMSOK_POINT_PATTERN_PROCEDURE] =
        "\\b(arbeids)?(aktivitet|prosess|prosedyre|rutine|prinsipp|handling|oppgav|oppgåv)(er|ar|"
        "ene|ane)?\\b(?=( er)? ?:?$)|"
                          "\\bvedlegg\\b|\\bbilag\\b|\\bslik ?:$|\\bslik (gjør|kommer|oppretter|"
                          "bestiller|registrerer) (du|dere)\\b|"
                          "\\bpå følg(e|ja)nde måte\\b|\\b(frem|fram)gangsmåten?\\b.{0,20}:$|"
                          "\\bfølg(e|ja)nde (steg|trinn)\\b|\\bkan (\\w+ )?(flyttes|brukes|"
                          "benyttes|velges)\\b",
    [SAMSOK_POINT_PATTERN_HEAD_NOUN] = "^ (\\d|som\\b|[-–—:]|(av|mellom|til|for)\\b)",
    [SAMSOK_POINT_PATTERN_CLOCK] = "^(kl\\.? ?)?\\d{1,2}[.:]\\d{2}\\b",
};

/* What each alternative of the patterns that are asked of every sentence cannot do without: most
 * sentences have none of it, and a pattern tries each of its \w* at each letter. */

/* The pattern that recommends, the slowest: it took a quarter of a whole build before its
 * letters were asked for, and a twentieth before its alternatives were tried by themselves, each
 * kind where its own letters are. */
typedef struct {
    const char *const *needed;
    const char *source;
} Alternative;

static const char *const advised[] = {
    "nbefal", "tilrå", "raråd", "rår ", "rå til", "rå fr", "råd er", "råd at", "rådet v",
    "forslaget v", "ecommend", NULL};
static const char *const proposed[] = {"oresl", "øresl", NULL};
static const char *const held[] = {"mener",  "meiner",   "meinar",    "mente",      "meinte",
                                   "uttal", "peker på", "peikar på", "understrek", NULL};
static const char *const found[] = {
    "viser", "syner", "konkluderer", "peker på", "peikar på", "fastslår", "fremhever",
    "framhevar", "konklusjon", NULL};
static const char *const judged[] = {
    "etter v", "s vurd", "s syn", "s mening", "s meining", "s oppfat", NULL};
static const char *const called_for[] = {
    "til orde", " det som ", "ber reg", "ber dep", "ber sto", "ber kom", "ber myn", "ber sty",
    "ber sta", "ber fyl", "ber dir", "mbud", "mbod", "evisjonen", "nmod", "inn for", "ppmod",
    "ppford", NULL};

#define WE "(" BODY "|\\b(vi|me))"
#define JUDGEMENT \
    "\\better (vår|vårt|\\w+s) (vurdering|syn|mening|meining|oppfatning|oppfatting)\\b"

static const Alternative recommending[] = {
    {advised,
     "\\b(anbefaler|tilrår|fraråder|rår (ifr|fr)å|rår (\\w+ ){0,3}til|"
     "recommends?)\\b.{0,60}\\b(at|å|that|for)\\b|"
     "\\b(anbefales|tilrås|tilråast|frarådes|frarådast)\\b|"
     "\\b(er|blir|vert|ble|blei|vart) (\\w+ )?(anbefalt|tilrådd|frarådet|frarådd)"
     "( (å|at|for|til|ved|dersom|hvis|når)\\b|[.,])|"
     "\\b(vår|sin|sitt|hovud|hoved|klar|tydeleg|tydelig|generell)\\w* (anbefaling|tilråding|"
     "råd) er\\b|"
     "\\b(men|og) ikk(j)?e (anbefalt|tilrådd)\\b|" BODY " (\\w+ )?(tilrådde|anbefalte)\\b|" WE
     " (\\w+ )?(anbefaler|tilrår)\\b|" WE " (vil|kan|må) (\\w+ )?(anbefale|tilrå|rå (til|frå|"
     "fra))\\b|"
     "(\\bvår|ets|ens) (klare )?(anbefaling|tilråding|råd) at\\b|\\brår (vi|me)\\b|"
     "\\b(rådet|anbefalingen|anbefalinga|tilrådinga|forslaget) (vår|vårt) er\\b|" REPORT
     " (\\w+ ){0,3}?(anbefaler|tilrår|rår til)\\b|"
     "(anbefaling|tilråding)(en|a)? (vår )?er (at|å)\\b|"
     "\\b(vår|våre|\\w+ets|\\w+ens) (\\w+ )?(anbefaling|tilråding)\\w* (er|går ut på|gjelder|"
     "gjeld|handler om|handlar om)\\b"
     ".{0,30}\\b(at|å)\\b"},
    {proposed,
     BODY " (\\w+ )?(foreslår|føreslår|foreslo|føreslo)\\b|" WE " (vil|kan|må) (\\w+ )?(foreslå|"
     "føreslå)\\b|"
     "^(foreslår|føreslår) (å|at)\\b|\\b(vi|me) (\\w+ )?(foreslår|føreslår)\\b|\\b(foreslår|"
     "føreslår) (vi|me)\\b|"
     "\\b(foreslås|føreslåst)\\b.{0,60}\\b(at|å)\\b|"
     "\\b(er|blir|vert|ble|blei|vart) (det )?(foreslått|føreslått)\\b.{0,40}\\b(at|å)\\b|" REPORT
     " (\\w+ ){0,3}?(foreslår|føreslår)\\b"},
    {held,
     WE "\\b.{0,40}\\b(mener|meiner|meinar|mente|meinte|uttalte?|uttaler|uttalar|peker på|"
     "peikar på|"
     "understreker|understrekar|understreket|understreka)\\b.{0,80}\\b(bør|burde)\\b|" WE
     " (\\w+ )?(mener|meiner|meinar) (at )?det (\\w+ )?er (\\w+ )?"
     "(nødvendig|naudsynt|viktig|avgjørende|avgjerande|ønskelig|ønskjeleg|behov for)\\b"},
    {found,
     "\\bkonklusjon(en|a)?\\b.{0,60}\\ber (derfor |difor )?at\\b.{0,120}\\b(bør|burde|må)\\b|"
     "(evalueringen|evalueringa|rapporten|undersøkelsen|undersøkinga|gjennomgangen|analysen|"
     "studien|forskerne|forskarane|"
     "forfatterne|forfattarane|evaluator)\\b.{0,40}\\b(viser|syner|konkluderer|peker på|peikar på|"
     "fastslår|fremhever|"
     "framhevar)\\b.{0,60}\\bat\\b.{0,120}\\b(bør|burde)\\b"},
    {judged,
     "\\b(bør|burde)\\b.{0,60}" JUDGEMENT "|" JUDGEMENT
     ".{0,40}\\b(er det (\\w+ )?(nødvendig|naudsynt|viktig|behov for)|må)\\b|"
     "" JUDGEMENT ".{0,60}\\b(bør|burde)\\b"},
    {called_for,
     "\\b(oppfordres|oppfordrast) til å\\b|" REPORT " (\\w+ ){0,3}?(tar|tek) til orde for\\b|" WE
     " (\\w+ )?(tar|tek) til orde for\\b|" WE
     " (\\w+ )?ser (\\w+ )?det som (\\w+ ){0,2}(mål|viktig|nødvendig|naudsynt|ønskelig|ønskjeleg|"
     "avgjørende|"
     "avgjerande|riktig|rett|hensiktsmessig|føremålstenleg|oppgave|oppgåve) (at|å)\\b|" WE
     " (\\w+ )?ber (regjering|departement|storting|kommun|myndighet|myndigheit|styresmakt|stat|"
     "fylk|direktorat)"
     "\\w* .{0,40}\\bom (å|at)\\b|"
     "(ombudet|ombodet|ombudsmannen|ombodsmannen|riksrevisjonen) (\\w+ )?ber\\b.{0,60}\\b(om (at|"
     "å)|vurdere|sørge for)\\b|" WE
     " (\\w+ )?(anmoder|anmodar|anmodet|anmoda)\\b.{0,60}\\bom (å|at)\\b|"
     "\\b(går|gikk|gjekk) inn for (at|å)\\b|"
     "(flertallet|fleirtalet|mindretallet|mindretalet|utvalget|utvalet|gruppen|gruppa|komiteen|"
     "kommisjonen)\\b.{0,60}"
     "\\b(går|gikk|gjekk) inn for\\b|"
     "\\b(oppmodar?|oppmodet|oppmoder)\\b.{0,60}\\bå\\b|" WE " (\\w+ )?oppfordr(er|"
     "ar)\\b.{0,60}\\btil å\\b"},
};

/* The same of what announces. */
static const char *const announcing[] = {
    "lær", "tips", "praksis", "liste", "lykkes", "fallgru", "grep", "huske", "hugse", "tenk",
    "dvice", "ecomm", "lesson", "nbefal", "tilrå", "tiltak", "resl", "forslag", "framlegg",
    "forb", "bør", "må", "kan", "innsats", "satsings", "satsnings", "rett", "mål", "områd",
    "focus", "effort", "råd", "rår", "erfaring", "innsikt", NULL};
static const char *const oughts[] = {
    "bør", "burde", NULL};
static const char *const areas[] = {
    "innsatsområd", "satsingsområd", "satsningsområd", NULL};
static const char *const learning[] = {
    "rfar", "læring", "lært", "lærdom", "ingspunkt", "ærepunkt", "øynsl", NULL};

static const char *const advising[] = {
    "lurt", "seg å", "seg ofte å", "råd er", "tips er", "fornuftig", "klokt", "smart",
    "tilrådel", "med fordel", NULL};

static const char *const weighing[] = {
    "viktig", "nyttig", "lurt", "hensikts", "føremåls", "nødvendig", "naudsynt", "avgjør",
    "avgjer", "fornuft", "klokt", "smart", "sentralt", "fordel", "god idé", "bør", "burde",
    "må du", "må de", "må man", "må en", "må ein", "må dykk", "lønn", "lønar", "løner", NULL};

static const char *const instructing[] = {
    "klikk", "trykk", "menyen", "knappen", "tastatur", "kommando", "installer", "filnavn",
    "standardverdi", "parameter", "xml", "dialog", "sudo", "/", NULL};
static const char *const requiring[] = {
    "skal", "må", "shall", "plikt", "krav", "§", NULL};
static const char *const reporting[] = {
    "oppsummering", "sammendrag", "samandrag", "innsp", "forslag", "spørsmål", "referat",
    "tilbakemelding", "hørings", "høyrings", NULL};
static const char *const pointing_ahead[] = {
    "følg", "desse", "disse", "following", "områd", "råd", "punkt", "nbefaling", "tiltak",
    "steg", "grep", NULL};

static const char *const asking[] = {
    "bør", "burde", "må", "oresl", "øresl", "tilrår", "nbefale", "raråd", "behov for", "treng",
    "ødvendig", "audsynt", "viktig", "vgjør", "vgjer", "nskelig", "nskjeleg", "med fordel",
    "inviteres", "should", "must", NULL};
static const char *const concluding[] = {
    "onklusjon", "vslut", "ppsummer", "mplikasjon", "urdering", NULL};
static const char *const naming[] = {
    "læringspunkt", "lærdom", "råd", "nbefaling", "innsatsområde", "forslag", "tiltak", "grep",
    "ecommendation", "lesson", "advice", "tips", "husk", "hugs", NULL};

/* NULL: the pattern is quick, or seldom asked. */
static const char *const *const needed_by[SAMSOK_POINT_PATTERN_COUNT] = {
    [SAMSOK_POINT_PATTERN_LEARNS] = learning,
    [SAMSOK_POINT_PATTERN_ADVISES] = advising,
    [SAMSOK_POINT_PATTERN_INSTRUCTS] = instructing,
    [SAMSOK_POINT_PATTERN_REQUIRES] = requiring,
    [SAMSOK_POINT_PATTERN_MINUTES] = reporting,
    [SAMSOK_POINT_PATTERN_AHEAD] = pointing_ahead,
    [SAMSOK_POINT_PATTERN_WEIGHS] = weighing,
    [SAMSOK_POINT_PATTERN_BODY_OUGHT] = oughts,
    [SAMSOK_POINT_PATTERN_NAMES_AREAS] = areas,
    [SAMSOK_POINT_PATTERN_ASKS] = asking,
    [SAMSOK_POINT_PATTERN_CONCLUDES] = concluding,
    [SAMSOK_POINT_PATTERN_NAMED] = naming,
    [SAMSOK_POINT_PATTERN_NUMBERED_LABEL] = naming,
};

/* The patterns are ours: one that does not compile is our own mistake. */
static GRegex *compile(const char *source)
{
    GRegex *regex = g_regex_new(source, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
    g_assert(regex != NULL);
    return regex;
}

static gpointer compile_all(gpointer data)
{
    (void)data;
    GRegex **compiled = g_new0(GRegex *, SAMSOK_POINT_PATTERN_COUNT);
    for (guint i = 0; i < SAMSOK_POINT_PATTERN_COUNT; i++) {
        compiled[i] = sources[i] == NULL ? NULL : compile(sources[i]);
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

/* The alternatives of what recommends, compiled. */
typedef struct {
    SamsokNeedles *any; /* of all of them: few texts have more to be asked */
    SamsokNeedles *needed[G_N_ELEMENTS(recommending)];
    GRegex *regexes[G_N_ELEMENTS(recommending)];
} Recommending;

static gpointer compile_recommending(gpointer data)
{
    (void)data;
    Recommending *made = g_new0(Recommending, 1);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    for (guint i = 0; i < G_N_ELEMENTS(recommending); i++) {
        const char *const *needed = recommending[i].needed;
        made->needed[i] = samsok_needles_new(needed);
        made->regexes[i] = compile(recommending[i].source);
        for (; *needed != NULL; needed++) {
            g_ptr_array_add(all, (gpointer)*needed);
        }
    }
    g_ptr_array_add(all, NULL);
    made->any = samsok_needles_new((const char *const *)all->pdata);
    return made;
}

static const Recommending *shared_recommending(void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once(&once, compile_recommending, NULL);
}

static bool recommends(const char *text, gsize len)
{
    const Recommending *made = shared_recommending();
    bool may = samsok_needles_any(made->any, text, len);
    bool does = false;
    for (guint i = 0; may && !does && i < G_N_ELEMENTS(recommending); i++) {
        does = samsok_needles_any(made->needed[i], text, len) &&
               g_regex_match_full(made->regexes[i], text, (gssize)len, 0, 0, NULL, NULL);
    }
    return does;
}

static gpointer make_sets(gpointer data)
{
    (void)data;
    SamsokNeedles **sets = g_new0(SamsokNeedles *, SAMSOK_POINT_PATTERN_COUNT);
    for (guint i = 0; i < SAMSOK_POINT_PATTERN_COUNT; i++) {
        sets[i] = needed_by[i] == NULL ? NULL : samsok_needles_new(needed_by[i]);
    }
    return sets;
}

bool samsok_point_may_match(SamsokPointPattern which, const char *text, gsize len)
{
    static GOnce once = G_ONCE_INIT;
    SamsokNeedles *const *sets = g_once(&once, make_sets, NULL);
    if (which == SAMSOK_POINT_PATTERN_RECOMMENDS) {
        return samsok_needles_any(shared_recommending()->any, text, len);
    }
    return sets[which] == NULL || samsok_needles_any(sets[which], text, len);
}

bool samsok_point_matches(SamsokPointPattern which, const char *text, gsize len)
{
    if (which == SAMSOK_POINT_PATTERN_RECOMMENDS) {
        return recommends(text, len);
    }
    return samsok_point_may_match(which, text, len) &&
           g_regex_match_full(samsok_point_pattern(which), text, (gssize)len, 0, 0, NULL, NULL);
}

static gpointer make_announcing(gpointer data)
{
    (void)data;
    return samsok_needles_new(announcing);
}

bool samsok_point_may_announce(const char *text)
{
    static GOnce once = G_ONCE_INIT;
    return samsok_needles_any(g_once(&once, make_announcing, NULL), text, strlen(text));
}
