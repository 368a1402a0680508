/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of data: function words of bokmål, nynorsk, both, English and the neighbouring languages. */
#include "config.h"

#include "core/language/function_words.h"

#include <glib.h>

#define B SAMSOK_WORD_BOKMAL
#define N SAMSOK_WORD_NYNORSK
#define S SAMSOK_WORD_SHARED
#define E SAMSOK_WORD_ENGLISH
#define F SAMSOK_WORD_FOREIGN

const SamsokFunctionWord samsok_function_words[] = {
    {"about", E}, {"af", F}, {"ahte", F}, {"also", E}, {"an", E}, {"anbefalinger", B}, {"and", E},
    {"anleis", N}, {"annan", N}, {"annen", B}, {"annet", B}, {"arbeidar", N}, {"are", E}, {"as", E},
    {"att", F}, {"auch", F}, {"auf", F}, {"aux", F}, {"av", S}, {"avec", F}, {"bare", B}, {"be", E},
    {"been", E}, {"begge", B}, {"berre", N}, {"between", E}, {"blandt", F}, {"ble", B}, {"blei", N},
    {"blev", F}, {"bli", S}, {"blir", S}, {"blitt", B}, {"bliver", F}, {"but", E}, {"både", S},
    {"båe", N}, {"bør", S}, {"como", F}, {"con", F}, {"da", B}, {"dahje", F}, {"das", F},
    {"dei", N}, {"deira", N}, {"dem", B}, {"den", S}, {"denne", S}, {"departementa", N},
    {"departementene", B}, {"der", S}, {"deres", B}, {"dersom", S}, {"desse", N}, {"det", S},
    {"dette", S}, {"direktorata", N}, {"direktoratene", B}, {"disse", B}, {"du", F}, {"dykk", N},
    {"då", N}, {"døme", N}, {"dømes", N}, {"eai", F}, {"efter", F}, {"eg", N}, {"egen", B},
    {"eget", B}, {"egne", B}, {"eige", N}, {"eigen", N}, {"eigna", N}, {"eigne", N}, {"ein", N},
    {"einskilde", N}, {"eit", N}, {"eller", S}, {"en", B}, {"enkelte", B}, {"enn", S}, {"er", S},
    {"et", B}, {"etter", S}, {"ettersom", B}, {"että", F}, {"fleire", N}, {"flere", B},
    {"fordi", S}, {"forord", B}, {"forskjellige", B}, {"fortsatt", B}, {"fra", B}, {"framleis", N},
    {"fremme", B}, {"fremtiden", B}, {"from", E}, {"frå", N}, {"från", F}, {"fyrst", N}, {"för", F},
    {"føreord", N}, {"først", B}, {"gennem", F}, {"gjennom", S}, {"gjer", N}, {"gjere", N},
    {"gjev", N}, {"gjort", B}, {"gjør", B}, {"gjøre", B}, {"gos", F}, {"had", E}, {"hadde", S},
    {"har", S}, {"has", E}, {"have", E}, {"heile", N}, {"heilt", N}, {"hele", B}, {"hende", F},
    {"hennar", N}, {"hennes", B}, {"hjå", N}, {"ho", N}, {"hovedsakelig", B}, {"how", E},
    {"however", E}, {"hun", B}, {"hva", B}, {"hvad", F}, {"hvem", B}, {"hver", B}, {"hverandre", B},
    {"hvert", B}, {"hvilke", B}, {"hvilken", B}, {"hvilket", B}, {"hvis", B}, {"hvor", B},
    {"hvordan", B}, {"hvorfor", B}, {"høg", N}, {"høgare", N}, {"høyere", B}, {"i", S},
    {"ifølge", B}, {"igjen", B}, {"ikke", B}, {"ikkje", N}, {"im", F}, {"imidlertid", B}, {"in", E},
    {"inn", S}, {"innanfor", N}, {"innhald", N}, {"innhold", B}, {"inte", F}, {"into", E},
    {"is", E}, {"ist", F}, {"it", E}, {"its", E}, {"jag", F}, {"jeg", B}, {"kan", S}, {"kjem", N},
    {"kommer", B}, {"kommunane", N}, {"kommunene", B}, {"kor", N}, {"korleis", N}, {"kunne", S},
    {"kva", N}, {"kvar", N}, {"kvarandre", N}, {"kvart", N}, {"kven", N}, {"kvifor", N}, {"las", F},
    {"lavere", B}, {"le", F}, {"leat", F}, {"leiing", N}, {"leiinga", N}, {"los", F}, {"lågare", N},
    {"maid", F}, {"may", E}, {"med", S}, {"medan", N}, {"meget", F}, {"meiner", N}, {"meir", N},
    {"mellan", F}, {"mellem", F}, {"mellom", S}, {"men", S}, {"mer", B}, {"mii", F},
    {"moglegheiter", N}, {"most", E}, {"mot", S}, {"muligheten", B}, {"muligheter", B},
    {"mycket", F}, {"mye", B}, {"mykje", N}, {"må", S}, {"många", F}, {"ned", S}, {"nemnt", N},
    {"nicht", F}, {"noe", B}, {"noen", B}, {"nogen", F}, {"nogle", F}, {"noko", N}, {"nokon", N},
    {"nokre", N}, {"norsk", S}, {"norske", S}, {"not", E}, {"nye", S}, {"nå", B}, {"når", S},
    {"och", F}, {"också", F}, {"of", E}, {"ofte", S}, {"og", S}, {"også", S}, {"om", S}, {"opp", S},
    {"oppgåver", N}, {"or", E}, {"oss", S}, {"other", E}, {"our", E}, {"ovat", F}, {"over", S},
    {"pas", F}, {"por", F}, {"pour", F}, {"på", S}, {"que", F}, {"qui", F}, {"rapporten", S},
    {"sa", B}, {"saman", N}, {"samandrag", N}, {"samanheng", N}, {"sammen", B}, {"sammendrag", B},
    {"sammenheng", B}, {"samt", S}, {"seg", S}, {"seier", N}, {"sekä", F}, {"selv", B},
    {"should", E}, {"sich", F}, {"sidan", N}, {"siden", B}, {"sier", B}, {"sig", F}, {"sin", S},
    {"sine", S}, {"sitt", S}, {"sjølv", N}, {"ska", F}, {"skal", S}, {"skjer", B}, {"skulle", S},
    {"slik", S}, {"slike", S}, {"som", S}, {"sont", F}, {"statens", S}, {"statlege", N},
    {"stor", S}, {"store", S}, {"such", E}, {"sámi", F}, {"så", S}, {"tenester", N}, {"than", E},
    {"that", E}, {"the", E}, {"their", E}, {"there", E}, {"these", E}, {"they", E}, {"this", E},
    {"through", E}, {"til", S}, {"tilbake", B}, {"till", F}, {"tilrådingar", N}, {"tiltaka", N},
    {"tjenester", B}, {"uden", F}, {"una", F}, {"und", F}, {"under", S}, {"une", F}, {"using", E},
    {"ut", S}, {"utan", N}, {"utanfor", N}, {"uten", B}, {"utfordringar", N}, {"utfordringer", B},
    {"vad", F}, {"var", S}, {"vart", N}, {"ved", S}, {"veit", N}, {"vere", N}, {"verksemda", N},
    {"verksemder", N}, {"vert", N}, {"verta", N}, {"verte", N}, {"vet", B}, {"vi", S},
    {"vidare", N}, {"vil", S}, {"ville", S}, {"viss", N}, {"vore", N}, {"vores", F},
    {"vurderinga", N}, {"vår", S}, {"våre", S}, {"vårt", S}, {"være", B}, {"was", E}, {"we", E},
    {"werden", F}, {"were", E}, {"what", E}, {"when", E}, {"where", E}, {"which", E}, {"while", E},
    {"will", E}, {"wird", F}, {"with", E}, {"would", E}, {"zu", F}, {"är", F}, {"å", S}, {"òg", N},
    {"óg", N}, {"ønskjer", N},
};

const size_t samsok_function_word_count = G_N_ELEMENTS(samsok_function_words);
