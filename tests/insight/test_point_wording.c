/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sentences of running text are points by their wording. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/insight/point_cues.h"
#include "core/insight/point_patterns.h"
#include "tests/insight/small_points.h"

static void what_one_is_wise_to_do_is_advice(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Flytting\nDet kan være lurt å telle hyllene først.", "a Det kan være lurt å telle hyllene først."},
        {"# Flytting\nFylket kan med fordel eie nøkkelen.", "a Fylket kan med fordel eie nøkkelen."},
        {"# Flytting\nTabellen kan med fordel leses først.", ""},
        {"# Flytting\nEr det lurt å telle hyllene?", ""},
        {"# Flytting\n– Det er lurt å telle hyllene.", ""},
        {"# Flytting\nDet er lurt å telle hyllene, sier Ola.", ""},
        {"# Flytting\nOla er lurt inn i arkivet.", ""},
    };
    EXPECT(cases);
}

static void what_an_event_taught_is_learnt(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Flommen\nFlommen har lært oss at hyller må stå høyt.", "l Flommen har lært oss at hyller må stå høyt."},
        {"# Flaumen\nFlaumen lærte oss mellom anna at nøklar flyt.", "l Flaumen lærte oss mellom anna at nøklar flyt."},
        {"# Flommen\nOla lærte oss å svømme.", ""},
    };
    EXPECT(cases);
}

static void running_text_recommends_in_many_ways(void **state)
{
    (void)state;
    static const char *const recommend[] = {
        "Vi foreslår at fylket eier hyllene.",
        "Difi foreslår at fylket eier hyllene.",
        "Det foreslås at fylket eier hyllene.",
        "Det blir føreslått at fylket eig hyllene.",
        "Foreslår å telle hyllene før flyttingen.",
        "Her rår vi til å telje hyllene.",
        "Vi rår difor fylket til å telje hyllene.",
        "Me tilrår at fylket eig hyllene.",
        "Riksrevisjonen anbefaler departementet å telle hyllene.",
        "Ombudsmannen ber departementet vurdere om hyllene kan telles.",
        "Vi oppfordrer alle fylker til å telle hyllene.",
        "Det er sterkt anbefalt å telle hyllene.",
        "NAV mener at fylket bør eie hyllene.",
        "Rådet vårt er å telje hyllene.",
        "Utvalget vil tilrå at fylket eier hyllene.",
        "Utvalgets hovedanbefaling er at fylket eier hyllene.",
        "Etter utvalgets vurdering bør fylket eie hyllene.",
        "Mindretallet, medlemmene Hansen og Olsen, går inn for nye hyller.",
        "Det er derfor vår anbefaling at hyllene telles.",
        "Kommunene oppfordres til å telle hyllene.",
        "Gjennomgangen konkluderer med at hyllene i arkivet bør telles.",
        "KS anmoder regjeringen om å telle hyllene.",
        "Våre anbefalinger er knyttet til at hyllene bør telles.",
        "Helsemyndighetene oppfordrer fylkene til å telle hyllene.",
        "Utvalget mener det er nødvendig å telle hyllene.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(recommend); i++) {
        g_autofree char *expected = g_strconcat("r ", recommend[i], NULL);
        const Case one[] = {{recommend[i], expected}};
        EXPECT(one);
    }
}

static void running_text_tells_what_was_learnt(void **state)
{
    (void)state;
    static const char *const learn[] = {
        "En viktig lærdom er at hyller må telles.",
        "Ein viktig lærdom frå flyttinga er at hyller må teljast.",
        "Erfaringene viser at hyller er dyre.",
        "Erfaringar frå fylka viser at hyller er dyre.",
        "Vi har lært at hyller er dyre.",
        "Læringspunktet er at hyller er dyre.",
        "Vår erfaring er at hyller er dyre.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(learn); i++) {
        g_autofree char *expected = g_strconcat("l ", learn[i], NULL);
        const Case one[] = {{learn[i], expected}};
        EXPECT(one);
    }
}

static void what_only_sounds_so_is_none(void **state)
{
    (void)state;
    static const char *const nothing[] = {
        "Merkene på hyllene anmoder leserne om å telle.",
        "Da vet dere hvilken hylle som passer og hvilket tiltak anbefales, og hvorfor.",
        "Det anbefales at du leser om hyller i dokumentasjonen.",
        "Feltet er ikke obligatorisk, men anbefales brukt i arkiver.",
        "I dette kapittelet foreslår vi en fremgangsmåte for å telle hyller.",
        "Før man ser på hvordan dette anbefales i arkivet, telles hyllene.",
        "Det anbefales å benytte dokumentasjonen sammen med beskrivelsen.",
        "Svaret har en lenke som fylket oppfordres til å følge.",
        "På klimaområdet vil Regjeringen foreslå nye tiltak.",
        "Det er en slik åpning organisasjonen som Hansen leder, går inn for.",
        "KITH oppfordrer leserne til å rapportere feil i dokumentet.",
        "<Svar>Ny telling anbefales.</Svar>",
        "Departementets forslag ble behandlet i mai.",
        "Ola foreslår Kari til vervet.",
        "Vi ber om svar innen 1. mai.",
        "Hun har lang erfaring med hyller.",
        "Elevene har lært å telle.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(nothing); i++) {
        const Case one[] = {{nothing[i], ""}};
        EXPECT(one);
    }
}

static void paragraphs_below_a_chapter_of_recommendations_count(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Anbefalinger\n## Styring\nArkivet ligger hos fylket.\nDepartementet bør eie hyllene.\n"
         "## Drift\nFylket bør få nøkkelen.\n# Vedlegg\nFylket bør svare.",
         "r Departementet bør eie hyllene.\nr Fylket bør få nøkkelen."},
    };
    EXPECT(cases);
}

static void what_a_report_gathers_is_not_told_twice(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Drift\nVi foreslår at fylket eier hyllene.\n# Oppsummering av anbefalinger\n- Fylket eier hyllene.\n"
         "- Arkivet maler døren.\n- Alle får en nøkkel.\n- Loftet tømmes.\n- Gulvet vaskes.",
         "r Fylket eier hyllene.\nr Arkivet maler døren.\nr Alle får en nøkkel.\nr Loftet tømmes.\nr Gulvet vaskes."},
        {"# Drift\nErfaringene viser at hyller er dyre.\n# Læringspunkter\n- Hyller er dyre.\n- Nøkler blir borte.\n"
         "- Dører må males.\n- Loft er kalde.\n- Gulv er harde.",
         "l Hyller er dyre.\nl Nøkler blir borte.\nl Dører må males.\nl Loft er kalde.\nl Gulv er harde."},
        {"# Rangering av foreløpige forslag\n- Hyller\n- Nøkler", ""},
    };
    EXPECT(cases);
}

static void a_conclusion_says_what_bodies_ought_to_do(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Konklusjon\nFlyttingen gikk bra. For det første bør fylket telle hyllene.",
         "r Flyttingen gikk bra. For det første bør fylket telle hyllene."},
        {"# Avslutting\nDet bør difor lagast ei liste.", "r Det bør difor lagast ei liste."},
        {"# Veien videre\nFylket bør telle hyllene.", ""},
        {"# Konklusjon\nHyllene bør være blå.", ""},
        {"# Konklusjon\nFylket bør telle, sier Ola.", ""},
        {"# Bakgrunn\nFylket bør telle hyllene.", ""},
        {"# Anbefalinger\n- Tell hyllene\n# Konklusjon\nFylket bør male døra.", "r Tell hyllene"},
    };
    EXPECT(cases);
}

static void a_title_counts_the_numbered_headings_below_it(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Tre gode råd om flytting\n# 1 Hyllene er talt først\nDet er lurt.\n# 2 Alle har nøkkel\nDet "
         "går fort.\n# 3 Døra er malt\nDen er blå.",
         "a Hyllene er talt først\na Alle har nøkkel\na Døra er malt"},
        {"# Flytting i fylket\n# 1 Hyllene er talt\nDet gikk.\n# 2 Alle har nøkkel\nDet går.\n# 3 Døra\nBlå.", ""},
    };
    EXPECT(cases);
}

static void a_sentence_that_names_areas_is_one_of_effort(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Plan\nPlanen er ny. Satsingsområda er: hyller, nøklar og dører.",
         "f Planen er ny. Satsingsområda er: hyller, nøklar og dører."},
        {"# Plan\nInnsatsområdene omfatter hyller og dører.", "f Innsatsområdene omfatter hyller og dører."},
        {"# Plan\nSatsingsområda har fått mykje ros.", ""},
    };
    EXPECT(cases);
}

static void pieces_behind_bullets_are_items(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Flytting\nVi gir tre råd: • Tell hyllene • Lei en bil • Mal døra",
         "a Tell hyllene\na Lei en bil\na Mal døra"},
        {"# Anbefalinger\n• Fylket eier hyllene • Arkivet har nøkkelen",
         "r Fylket eier hyllene\nr Arkivet har nøkkelen"},
        {"# Flytting\n• Avklar hvem som teller • Lag en liste", "a Avklar hvem som teller\na Lag en liste"},
        {"# Flytting\n• Hyller • Nøkler • Dører", ""},
        {"# Flytting\nArkiv • Fylke • 2017", ""},
    };
    EXPECT(cases);
}

static const struct {
    SamsokPointPattern pattern;
    const char *text;
} with_their_letters[] = {
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Fylket og KS anmoder regjeringen om å telle."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Gjennomgangen viser at hyllene burde telles."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Rådet meiner det er viktig å vente."},
    {SAMSOK_POINT_PATTERN_ADVISES, "Det lønner seg ofte å vente."},
    {SAMSOK_POINT_PATTERN_ADVISES, "Eit godt råd er å vente."},
    {SAMSOK_POINT_PATTERN_LEARNS, "En viktig læring er at hyller flyter."},
    {SAMSOK_POINT_PATTERN_ADVISES, "Det er ofte LURT å vente."},
    {SAMSOK_POINT_PATTERN_ADVISES, "Det kan vera klokt å vente."},
    {SAMSOK_POINT_PATTERN_ADVISES, "Det er tilrådeleg å vente."},
    {SAMSOK_POINT_PATTERN_ADVISES, "Det er fornuftig om fylket venter."},
    {SAMSOK_POINT_PATTERN_ADVISES, "Fylket kan med fordel vente."},
    {SAMSOK_POINT_PATTERN_LEARNS, "Flommen lærte oss at hyller flyter."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Forslaget vårt er å slå dei saman."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Rådet vårt er å vente."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Vi vil rå til at oppdraga blir samla."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Me vil rå frå dette."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Utvalget må rå fra ordningen."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Vi rår kommunane til å vente."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Direktoratet fraråder at ordningen føres videre."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Det anbefales ikke."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Det er tilrådd å vente."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Utvalet føreslo ei ny ordning."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Ombudet ber departementet om å vurdere det."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Riksrevisjonen ber om at det blir gjort."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Flertallet i utvalget går inn for ordningen."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Tilsynet peker på at rutinen burde endres."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Fylka oppmodar staten om å vente."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Kommunene oppfordres til å delta."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Konklusjonen er at det bør ventes."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Etter vårt syn er det viktig."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Vi tar til orde for at alle venter."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Rådet ser det som ønskelig at alle venter."},
    {SAMSOK_POINT_PATTERN_RECOMMENDS, "Vi ber staten sørge for at alle teller, og om å vente."},
    {SAMSOK_POINT_PATTERN_WEIGHS, "Det er ein stor fordel å vente."},
    {SAMSOK_POINT_PATTERN_WEIGHS, "Her må dere vente."},
    {SAMSOK_POINT_PATTERN_WEIGHS, "Det løner seg."},
    {SAMSOK_POINT_PATTERN_WEIGHS, "Det kan være en god idé å vente."},
    {SAMSOK_POINT_PATTERN_LEARNS, "Røynsla er at det tek tid."},
    {SAMSOK_POINT_PATTERN_LEARNS, "Røynslene viser at det tek tid."},
    {SAMSOK_POINT_PATTERN_LEARNS, "Vi har erfart at det tar tid."},
    {SAMSOK_POINT_PATTERN_LEARNS, "En viktig lærdom er tålmodighet."},
    {SAMSOK_POINT_PATTERN_LEARNS, "Læringspunktet er enkelt."},
    {SAMSOK_POINT_PATTERN_LEARNS, "Et lærepunkt her er tid."},
    {SAMSOK_POINT_PATTERN_INSTRUCTS, "Klikk på lenken."},
    {SAMSOK_POINT_PATTERN_INSTRUCTS, "Åpne MENYEN, trykk på knappen."},
    {SAMSOK_POINT_PATTERN_INSTRUCTS, "Installeringen tar tid."},
    {SAMSOK_POINT_PATTERN_INSTRUCTS, "Den ligger under /etc/ på tjeneren."},
    {SAMSOK_POINT_PATTERN_INSTRUCTS, "XML og parametere er beskrevet."},
    {SAMSOK_POINT_PATTERN_REQUIRES, "MÅ leveres i tide."},
    {SAMSOK_POINT_PATTERN_REQUIRES, "Det stilles krav til alle."},
    {SAMSOK_POINT_PATTERN_REQUIRES, "Jf. § 4."},
    {SAMSOK_POINT_PATTERN_MINUTES, "Oppsummering fra møte med kommunene"},
    {SAMSOK_POINT_PATTERN_MINUTES, "Innspel"},
    {SAMSOK_POINT_PATTERN_MINUTES, "Høyringssvar"},
    {SAMSOK_POINT_PATTERN_MINUTES, "Spørsmål på konferansen"},
    {SAMSOK_POINT_PATTERN_MINUTES, "Møtereferat"},
    {SAMSOK_POINT_PATTERN_AHEAD, "Vi peker på fire viktige områder"},
    {SAMSOK_POINT_PATTERN_AHEAD, "Me har to tilrådingar"},
    {SAMSOK_POINT_PATTERN_AHEAD, "Her er ti anbefalinger"},
    {SAMSOK_POINT_PATTERN_AHEAD, "Det gjeld følgjande"},
    {SAMSOK_POINT_PATTERN_ASKS, "Det BØR ventes."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det burde ventes."},
    {SAMSOK_POINT_PATTERN_ASKS, "Kommunen må vente."},
    {SAMSOK_POINT_PATTERN_ASKS, "Vi foreslår dette."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det foreslås dette."},
    {SAMSOK_POINT_PATTERN_ASKS, "Me føreslår dette."},
    {SAMSOK_POINT_PATTERN_ASKS, "Nemnda tilrår dette."},
    {SAMSOK_POINT_PATTERN_ASKS, "Tilsynet anbefaler dette."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det anbefales."},
    {SAMSOK_POINT_PATTERN_ASKS, "Vi fraråder dette."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det frarådes."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det er stort behov for mer."},
    {SAMSOK_POINT_PATTERN_ASKS, "Her trengs tid."},
    {SAMSOK_POINT_PATTERN_ASKS, "Dei treng tid."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det er nødvendig."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det er naudsynt."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det er viktig."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det er avgjørende."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det er avgjerande."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det er ønskelig."},
    {SAMSOK_POINT_PATTERN_ASKS, "Det er ønskjeleg."},
    {SAMSOK_POINT_PATTERN_ASKS, "De kan med fordel vente."},
    {SAMSOK_POINT_PATTERN_ASKS, "Alle inviteres."},
    {SAMSOK_POINT_PATTERN_ASKS, "They should wait."},
    {SAMSOK_POINT_PATTERN_ASKS, "They must wait."},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Hovedkonklusjoner"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Konklusjonar"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Avslutning"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "AVSLUTTING"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Oppsummering"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Implikasjonar"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Policyimplikasjoner for staten"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Samlet konklusjon"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Konklusjon og veien videre"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Våre vurderinger"},
    {SAMSOK_POINT_PATTERN_CONCLUDES, "Revisors vurdering"},
    {SAMSOK_POINT_PATTERN_NAMED, "Læringspunkt 1: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "LÆRDOM: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "Vårt råd: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "Våre hovedanbefaling: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "Tilråding b: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "Innsatsområde 2. Vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "Forslag: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "Tiltak 3: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "Grep 4: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "Recommendation 5: wait"},
    {SAMSOK_POINT_PATTERN_NAMED, "Lesson: wait"},
    {SAMSOK_POINT_PATTERN_NAMED, "Advice: wait"},
    {SAMSOK_POINT_PATTERN_NAMED, "Tips: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "Husk: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "*Hugs*: vent"},
    {SAMSOK_POINT_PATTERN_NAMED, "**__ \xC2\xA0" "Vårt hovudråd nr. 3**: vent"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "Læringspunkt 1"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "Lærdom 2"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "Hovedråd 3"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "Anbefaling nr. 4"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "Tilråding 5"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "Innsatsområde 6"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "Forslag 7"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "Tiltak 8"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "Grep 9"},
    {SAMSOK_POINT_PATTERN_NUMBERED_LABEL, "*Tips 10*"},
};

/* A list of letters that holds back what its own pattern matches loses points without a word. */
static void no_list_of_letters_holds_back_what_its_pattern_matches(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(with_their_letters); i++) {
        const char *text = with_their_letters[i].text;
        assert_true(samsok_point_may_match(with_their_letters[i].pattern, text, strlen(text)));
        assert_true(samsok_point_matches(with_their_letters[i].pattern, text, strlen(text)));
    }
}

static void a_name_is_seen_behind_marks_however_many(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 100; i++) {
        g_string_append(text, "*_ \xC2\xA0");
    }
    g_string_append(text, "Våre hovudtilråding 3: vent");
    SamsokPointCue cue = {0};
    g_autofree char *number = NULL;
    assert_true(samsok_cue_named(text->str, &cue, &number));
    assert_string_equal(number, "3");
    assert_string_equal(text->str + cue.end, "vent");
}

static void no_list_of_letters_holds_back_what_announces(void **state)
{
    (void)state;
    static const char *const all[] = {
        "Tiltaka blir retta inn mot:", "Arbeidet rettes inn mot disse feltene:", "Læring på tvers",
        "Hva vi har lært",             "Gode råd",                              "Vi rår alle til:",
        "Husk å tenke på:",            "Tips til deg",                          "God praksis",
        "Huskeliste",                  "Slik lykkes du",                        "Fallgruver",
        "Viktige grep",                "Anbefalinger",                          "Tilrådingar",
        "Aktuelle tiltak",             "Bør utredes",                           "Hva kan kommunen gjøre",
        "Framlegg",                    "Mulige forbedringer",                   "Innsatsområder",
        "Hovudmål",                    "Focus areas",                           "Areas of effort",
        "Advice",                      "Lessons learned",                       "Recommendations"};
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
        assert_true(samsok_point_may_announce(all[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_one_is_wise_to_do_is_advice),
        cmocka_unit_test(what_an_event_taught_is_learnt),
        cmocka_unit_test(running_text_recommends_in_many_ways),
        cmocka_unit_test(running_text_tells_what_was_learnt),
        cmocka_unit_test(what_only_sounds_so_is_none),
        cmocka_unit_test(paragraphs_below_a_chapter_of_recommendations_count),
        cmocka_unit_test(what_a_report_gathers_is_not_told_twice),
        cmocka_unit_test(a_conclusion_says_what_bodies_ought_to_do),
        cmocka_unit_test(a_title_counts_the_numbered_headings_below_it),
        cmocka_unit_test(a_sentence_that_names_areas_is_one_of_effort),
        cmocka_unit_test(pieces_behind_bullets_are_items),
        cmocka_unit_test(no_list_of_letters_holds_back_what_its_pattern_matches),
        cmocka_unit_test(a_name_is_seen_behind_marks_however_many),
        cmocka_unit_test(no_list_of_letters_holds_back_what_announces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
