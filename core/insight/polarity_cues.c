/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Table of data: the cues of what helped and what hindered, in bokmål and nynorsk. A cue begins at
 * the beginning of a word and may end inside one. */
#include "config.h"

#include "core/insight/polarity-private.h"

#include <stddef.h>

/* Tells of help. */
const char *const samsok_polarity_helping[] = {
    "bidro til", "bidratt til", "bidrar til", "medverka til", "medverkar til", "er avgjørende",
    "var avgjørende", "vært avgjørende", "avgjørende for", "er avgjerande", "var avgjerande",
    "vore avgjerande", "avgjerande for", "lyktes", "lykkes med", "lukkast",
    "viktig forutsetning", "grunnleggende forutsetning", "er en forutsetning",
    "viktig føresetnad", "er ein føresetnad", "har styrket", "ble styrket", "er styrket",
    "har styrkt", "styrkte", "suksessfaktor", "gode erfaringer", "gode erfaringar",
    "positiv erfaring", "god forankring", "eierskap til", "eigarskap til", "fruktbar",
    "lagt til rette", "lagt godt til rette", "la grunnlaget for", "stor betydning for",
    "mykje å seie for", "viktig rolle", "fungerte godt", "fungerer godt", "fungert godt",
    "fungert bra", "fungerte bra", "fungerte best", "fungerer best", "positiv effekt",
    "god effekt", "gode resultat", "gitt resultat", "gir resultat", "gjev resultat",
    "positivt hovedbilde", "positive erfaringer", "positive erfaringar", "gjorde det mulig",
    "gjorde det mogleg", "gjorde det lettere", "gjorde det lettare", "takket være god",
    "takket være tett", "takket være felles", "takket være sterk", "takka vere god",
    "takka vere tett", "takka vere felles", "takka vere sterk", "er viktig at samarbeid",
    "nøkkelen til å", "nøkkelen til god", "nøkkelen til et godt", "nøkkelen til eit godt",
    "nøkkelen til bedre", "nøkkelen til betre", "nøkkelen til suksess", "nøkkelen til vellykk",
    "nøkkelen til effektiv", "har bedret", "har betra", "har klart å", "har greidd å",
    "godt styrt", "godt leda", "godt ledet", "vist seg egnet", "vist seg eigna",
    "vist seg nyttig", "vist seg å være nyttig", "vist seg å vere nyttig", "vist seg vellykk",
    "vist seg å fungere", "vist seg effektiv", "godt forankr", "godt etablert",
    "arbeider effektivt", "arbeidar effektivt", "arbeider godt", "arbeidar godt",
    "samarbeider godt", "samarbeidar godt", "samarbeidet er godt", "samarbeidet er bra",
    "fungerer svært godt", "fungerar godt", "fungerar svært godt", "fungerer bra",
    "fungerer fint", "fungerer etter hensikten", "fungerer etter intensjon",
    "fungerer stort sett", "positive hold", "positive hald", "positive effekt",
    "positive resultat", "positive virkning", "positive verknad", "godt samarbeid",
    "utbredt samarbeid", "utstrakt samarbeid", "er fornøyd", "er godt fornøyd", "er nøgd",
    "har styrka", "er styrka", "vart styrka", "er blitt styrk", "blitt bedre",
    "blitt betre", "vorte betre", "er bedret", "er betra", "er forbedret", "har forbedret",
    "er blitt tettere", "vellykket", "vellykka", "gjør det enklere", "gjer det enklare",
    "gjorde det enklere", "gjorde det enklare", "gjør det lettere", "gjer det lettare",
    "har oppnådd", "har lyktes", "har lykkes", "har gjort det mulig", "har gjort det mogleg",
    "har gjort det enklere", "har gjort det lettere", "har medvirket til", "har medvirka til",
    "medvirker til", "medvirket til", "har hatt stor betydning", "hatt stor verdi",
    "stor nytte av", "har hatt nytte", "har vært nyttig", "har vore nyttig", "er nyttig for",
    "viktigste suksess", "fremmer samarbeid", "fremmer samordn", "fremjar samarbeid",
    "fremmet samarbeid", "gjev gode", "gir gode", "har vært viktig for", "har vore viktig for",
    "var viktig for", "har vært svært viktig", "har vore svært viktig", "har vært en suksess",
    "har vore ein suksess", "god måloppnåelse", "høy måloppnåelse", "høg måloppnåing",
    "god måloppnåing", "nådd målene", "nådd måla", "nådd målet", "i stor grad oppnådd",
    "i stor grad lykkes", "i stor grad lukkast", "synergi", "er lovende", "er lovande",
    "drivkraft", "løftes frem som", "trekkes frem som viktig", "trekkes frem som positiv",
    "trekkes frem som nyttig", "trekkes frem som en styrke", "framheves som", "fremheves som",
    "blir framheva som", "lagt grunnlag", "lagt et godt grunnlag", "lagt eit godt grunnlag",
    "legger et godt grunnlag", "legg eit godt grunnlag", "verdsatt", "høgt verdsett",
    "er positive til", "er positiv til", "god dialog", "godt grunnlag for", "på dagsordenen",
    "har løftet", "har løfta", "forenklet samarbeid", "har senket terskel", "lavere terskel",
    "lågare terskel", "har profesjonaliser", NULL};

/* Tells of hindrance. */
const char *const samsok_polarity_hindering[] = {
    "ikke klart å", "ikkje klart å", "ikkje greidd å", "hindret", "hindra ", "hindrer",
    "hindrar", "hindring", "hinder", "hemmet", "hemmer", "hemma ", "hemmende", "hemmande",
    "svekker", "svekkes", "svekkjer", "svekket av", "ble svekket", "har svekket", "er svekket",
    "svekt av", "vart svekt", "har svekt", "uklar", "manglende", "manglande", "mangler",
    "manglar", "manglet", "mangla ", "mangel på", "er krevende", "var krevende",
    "vært krevende", "krevende å", "er krevjande", "var krevjande", "vore krevjande",
    "krevjande å", "er vanskelig ", "var vanskelig ", "vært vanskelig ", "gjør det vanskelig",
    "gjorde det vanskelig", "vanskelig å", "for vanskelig ", "vanskeligere", "vanskelighet",
    "er vanskeleg ", "var vanskeleg ", "vore vanskeleg", "gjer det vanskeleg",
    "gjorde det vanskeleg", "vanskeleg å", "for vanskeleg", "vanskelegare", "ferskvare",
    "barriere", "flaskehals", "motstridende", "motstridande", "i veien for", "i vegen for",
    "sviktende", "sviktande", "er utfordrende", "var utfordrende", "vært utfordrende",
    "er utfordrande", "var utfordrande", "vore utfordrande", "alvorlig utfordring",
    "alvorleg utfordring", "hovedproblemet", "hovudproblemet", "fungerer dårlig",
    "fungerer dårleg", "fungerte dårlig", "fungerte dårleg", "fungerer ikke", "fungerer ikkje",
    "fungerte ikke", "fungerte ikkje", "stanset opp", "stansa opp", "gikk i stå", "gjekk i stå",
    "bremset", "bremsa", "ble forsinket", "vart forseinka", "en utfordring", "ei utfordring",
    "stor utfordring", "store utfordring", "for svak", "ikke godt nok", "ikkje godt nok",
    "ikke alltid fungert", "utfordringer med", "utfordringar med", "utfordring med",
    "utfordringer knyttet", "utfordringar knytt", "utfordringen er at", "utfordringa er at",
    "utfordringen har vært", "utfordringa har vore", "hovedutfordring", "hovudutfordring",
    "usikkert hvordan", "usikkert korleis", "er usikkerhet", "er usikkerheit", "sikrer ikke",
    "sikrar ikkje", "sikrer heller ikke", "sikrar heller ikkje", "i for liten grad",
    "ikke i tilstrekkelig grad", "ikkje i tilstrekkeleg grad", "ikke tilstrekkelig",
    "ikkje tilstrekkeleg", "svakhet", "veikskap", "svakheit", "er svak ", "er svake ",
    "var svak ", "fragmentert", "lite samordn", "lite koordiner", "ikke samordn",
    "ikkje samordn", "ikke koordiner", "ulik praksis", "for lite ", "for få ", "tidkrev",
    "ressurskrev", "har hatt problemer med", "problemer knyttet", "ikke nådd", "ikkje nådd",
    "ikke lykkes", "ikke lyktes", "ikkje lukkast", "skaper usikker", "skapte usikker", "savner",
    "saknar", "savnes", "sliter med", "slit med", "oppleves som krev", "opplevd som krev",
    "opplevast som krev", "oppleves krevende", "har vist seg krevende",
    "har vist seg vanskelig", "vist seg krevjande", "mye merarbeid", "dobbeltarbeid",
    "dårlig samarbeid", "dårleg samarbeid", "svakt samarbeid", "svak forankring", "for dårlig",
    "for dårleg", "ikke kjent med", "ikkje kjende med", "er frustrert", "er bekymr",
    "vanskeliggj", "vanskeleggj", "utydelig", "utydeleg", "lav prioritet", "låg prioritet",
    "ikke prioriter", "ikkje prioriter", "mangelfull", "ikke på plass", "ikkje på plass",
    "en vei å gå", "ein veg å gå", "skepsis", "sårbar", "lite kjent", "lite kjend",
    "ikke involvert", "ikkje involvert", "tidspress", "har vist seg utfordrende",
    "vist seg utfordrande", "utfordrende å", "utfordrande å", "har ikke fungert",
    "har ikkje fungert", "ikke har fungert", "ikkje har fungert", "i ulik grad",
    "svekket samarbeid", "lite forank", "ikke forankr", "ikkje forankr", NULL};

/* Tells of what came of something: help or hindrance by what stands behind it. */
const char *const samsok_polarity_outcomes[] = {
    "har gitt", "har gjeve", "har gjevi", "har ført til", "førte til", "har medført",
    "har skapt", "har resultert i", "resulterte i", "har utviklet", "har utvikla",
    "rapporterer om", "rapporteres om", "rapporterast om", "melder om", "meldast om",
    "viser til", "vise til", "har hatt", "har fått", "fikk ", "har blitt", "er blitt",
    "har vorte", "er vorte", "gjør at ", "gjorde at ", "gjer at ", "fører til",
    "resultatet er ", "resultatet har vært", "resultatet har vore", "effekten er ", "gir ",
    "gjev ", "skaper ", "skapar ", "opplever ", "erfarer ", "erfarar ", "opplevde ", "opplevd ",
    NULL};

/* What is good to get, behind an outcome. */
const char *const samsok_polarity_gains[] = {
    "bedre ", "betre ", "større forst", "større grad av", "økt ", "økte ", "auka ",
    "mer positiv", "mer effektiv", "mer lik", "mer hel", "mer sam", "meir ", "felles ",
    "styrket", "styrka", "tettere", "tettare", "sterkere", "sterkare", "raskere", "raskare",
    "enklere", "enklare", "tydeligere", "tydelegare", "positiv", "god ", "gode ", "godt ",
    "nyttig", "verdifull", "resultater", "resultat på", "trygghet", "tryggleik", "ny kunnskap",
    "høy tillit", NULL};

/* What is bad to get; tells before a gain does: «mer krevende». */
const char *const samsok_polarity_losses[] = {
    "dårligere", "dårlegare", "svakere", "svakare", "svekk", "mindre ", "uklar", "forsink",
    "merarbeid", "dobbelt", "frustrasjon", "konflikt", "utfordring", "problem", "vanske",
    "byråkrati", "usikker", "uvisse", "negativ", "for lite", "liten ", "lite ", "ulik",
    "krevende", "krevjande", "lang saksb", "lang ventet", "belastning", "hinder", "hindr",
    "tap", NULL};
