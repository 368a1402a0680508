/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of a document are points by its layout: lists, tables, headings. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "tests/insight/small_points.h"

static void a_lead_in_may_announce_headings_and_paragraphs(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Arkivet\nGjennomgangen gir to råd om hyllene:\n# 1 Tell dem\nDe er mange.\n# 2 Ro i mai\nDa er det stille.\n"
         "# 3.1 Om arkivet\nDet er stort.",
         "a Tell dem\na Ro i mai"},
        {"# Arkivet\nGjennomgangen av hyllene og alt det andre i arkivet munner ut i to råd for flyttingen\n"
         "Tell hyllene først\nFylket bør eie nøkkelen\nArkivet ligger i byen.",
         "a Tell hyllene først\na Fylket bør eie nøkkelen"},
        {"# Arkivet\nRapporten gir råd om hyllene.\n# 1 Innledning\nDen er kort.\n# 2 Hyllene\nDe er mange.", ""},
        {"# Arkivet\nGjennomgangen gir ett råd om hyllene og alt det andre som står i arkivet i dag:\n"
         "Tell hyllene først\nArkivet ligger i byen.",
         ""},
    };
    EXPECT(cases);
}

static void what_a_body_expects_is_recommended(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Høyring\nFylkesrådet forventar at lova tek med:\n- eigne hyller\n- ein nøkkel",
         "r eigne hyller\nr ein nøkkel"},
        {"# Høring\nHovedsynspunktene våre er:\n- Vi støtter at hyllene telles.\n- Nøkkelen må ligge hos fylket.\n"
         "- Fylket anmodes ikke.",
         "r Nøkkelen må ligge hos fylket."},
        {"# Hyller\nSlik står det til:\n- Fylket bør eie hyllene.\n- Loftet bør tømmes.\n- Nøkkelen bør deles.\n- Det er mai.",
         "r Fylket bør eie hyllene.\nr Loftet bør tømmes.\nr Nøkkelen bør deles."},
        {"# Høring\nFylket ønsker innspill på:\n- Hva som bør telles?\n- Hvem som må eie nøkkelen?", ""},
        {"# Hyller\nSlik står det til:\n- Hvem bør eie hyllene?\n- Hva bør tømmes?\n- Når bør nøkkelen deles?", ""},
    };
    EXPECT(cases);
}

static void what_stands_beside_advice_and_asks_for_nothing_was_learnt(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Erfaringer og råd\n- Hyller er dyre\n- Tell hyllene først", "l Hyller er dyre\na Tell hyllene først"},
        {"# Råd og erfaringer\n- Hyller er dyre\n- Tell hyllene først", "a Hyller er dyre\na Tell hyllene først"},
    };
    EXPECT(cases);
}

static void a_case_on_the_agenda_was_not_proposed(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Referat\nDagsorden:\n- Brev med forslag til endringer i hyllene\nDet ble foreslått å telle.",
         "r Det ble foreslått å telle."},
    };
    EXPECT(cases);
}

static void one_word_makes_no_manual_and_no_rules(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Høring\nHovedsynspunktene våre er:\n- Trykk på fylket må til.\n- Hyllene må telles.",
         "r Trykk på fylket må til.\nr Hyllene må telles."},
    };
    EXPECT(cases);
}
static void a_title_that_the_shape_missed_announces_too(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Flommen\nErfaringer vi tar med oss\nVannet kom fort, og mange ble vekket.\n- Hyller flyter ikke\n- Nøkler ruster",
         "l Hyller flyter ikke\nl Nøkler ruster"},
        {"# Flommen\nFem spørsmål som er stilt om alle våre anbefalinger\nVannet kom fort.\n- Flyter hyllene?\n- Ruster nøkler?", ""},
        {"# Satsingen\nInnsatsområdene er:\n- Hyller\n- Nøkler\nVi bruker flere verktøy i arbeidet, for eksempel:\n"
         "- Hammer\n- Sag",
         "f Hyller\nf Nøkler"},
    };
    EXPECT(cases);
}

static void a_heading_that_announces_is_none_itself(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Råd om hyller og nøkler i arkivet\nHyller kan stå slik de vil, og det er viktig å vite.\n"
         "Her kan vi gi noen råd om hva som bør telles.\nFylket må eie nøkkelen.\n"
         "## Råd om hyller\nDet er viktig å telle dem.\n### Hyllenes plass\nDe bør stå høyt.",
         "a Fylket må eie nøkkelen.\na Det er viktig å telle dem.\na De bør stå høyt."},
        {"# Suksessfaktorar for flytting\n## Forankring\nRo er viktig.\n- Skape eigarskap til hyllene\n- Tida i mai",
         "a Skape eigarskap til hyllene\na Tida i mai"},
        {"# Forutsetninger\n- Slette filer\n- Hente hyller", ""},
        {"# Råd om hyller\nHer er rådene\n# 1 Tell hyllene først\nDe er mange.", "a Tell hyllene først"},
        {"# Hyllene\n## 3 Fylket bør eie alle hyllene\nDe er mange.\n## Hvorfor bør fylket eie dem?\nDe er dyre.\n"
         "## Hyllene bør telles i år | Ola\nHan skriver.\n## Ola mener fylket bør vente\nHan er rådgiver.",
         "r Fylket bør eie alle hyllene"},
    };
    EXPECT(cases);
}

static void a_column_of_a_table_may_hold_points(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Funn\n| Funn | Anbefaling |\n| Tomme hyller | Tell hyllene i mai. |\n| Ingen nøkkel | – |",
         "r Tell hyllene i mai."},
        {"# Funn\n| Funn | Anbefalt tiltak |\n| Tomme hyller | Tell hyllene i mai. |", "r Tell hyllene i mai."},
        /* Without a mark of the head, and without bars at the ends. */
        {"# Funn\nFunn | Anbefaling\nTomme hyller | Tell hyllene i mai.\nIngen nøkkel | Fylket bør lage en.",
         "r Tell hyllene i mai.\nr Fylket bør lage en."},
        {"# Funn\nLes mer | Våre anbefalinger er skrevet for fylket.\nHjem | Om oss, som eier hyllene", ""},
        {"# Merknad\n| Tips |\n| Fjern hyllene først. |", ""},
        {"# Merknad\n| Ikon | Tips |\n| Pære | Fjern hyllene først. |", ""},
        {"# Ord\n| Ord | Forklaring |\n| Hylle | Det som står i arkivet. |", ""},
    };
    EXPECT(cases);
}

static void bullets_stand_below_the_number_before_them(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Forslag\n1. Felles nøkkel\n- Hvorfor: Den blir borte.\n- Hvordan: Fylket lager den.\n2. Malt dør",
         "r Felles nøkkel/- Hvorfor: Den blir borte./- Hvordan: Fylket lager den.\nr Malt dør"},
    };
    EXPECT(cases);
}

static void names_of_things_are_no_orders(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Om hyller\n- Hyllearbeid kan vente\n- Telling skal skje i mai\n- Maling vil ta tid", ""},
        {"# Om hyller\nArbeidsoppgaver\n- Tell hyllene\n- Mal døren\n- Del nøkkelen", ""},
        {"# Eier\n- Sørg for at hyllene telles\n- Meld fra dersom det er tvil\n# Arkiv\n- Sikre at døren er malt\n- Lag en nøkkel",
         "a Sørg for at hyllene telles\na Meld fra dersom det er tvil\na Sikre at døren er malt\na Lag en nøkkel"},
        {"# Eier\n- Sørg for at hyllene telles\n- Lag en nøkkel\n# Arkiv\n- Hyller i mai\n- Dører", ""},
        {"# Om hyller\n- Vurder om det er nok hyller\n- Avklar hvem som har nøkkelen\n- Tell dørene",
         "a Vurder om det er nok hyller\na Avklar hvem som har nøkkelen\na Tell dørene"},
        {"# Om hyller\nSuksessfaktorene for flytting er:\n- erkjenne at hyller er dyre\n- identifisere nøkler tidlig",
         "a erkjenne at hyller er dyre\na identifisere nøkler tidlig"},
        {"# Om hyller\nSuksessfaktorene for flytting er:\n- Ledelse som varer\n- Kompetanse i arkivet", ""},
        {"# Om hyller\nDette kan fylket gjøre for å få ro:\n- Oppfordre arkivet til å telle\n- Male døren",
         "a Oppfordre arkivet til å telle\na Male døren"},
        {"# Om hyller\nNoen grep kan bidra til ro:\n- Tell hyllene\n- Når er døren åpen?",
         "a Tell hyllene\na Når er døren åpen?"},
        {"# Om hyller\n- Krav til hyller\n- Ny dør\n- Svar om nøkkelen\n- Flytting i juni", ""},
    };
    EXPECT(cases);
}

static void marks_of_emphasis_hide_no_order(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Gode møter\n- **Vær konkret:** Da går det fort.\n- **Still spørsmål:** Spør igjen.\n"
         "- _Del opp saken._",
         "a **Vær konkret:** Da går det fort.\na **Still spørsmål:** Spør igjen.\na _Del opp saken._"},
        {"# Gode møter\n**Tips:** Tell hyllene først.\nHusk: Nøkkelen ligger hos fylket.",
         "a Tell hyllene først.\na Nøkkelen ligger hos fylket."},
    };
    EXPECT(cases);
}

static void orders_may_begin_with_what_limits_them(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Om hyller\n- Unngå tomme hyller.\n- Ikke flytt om vinteren.\n- Bruk alltid hansker.",
         "a Unngå tomme hyller.\na Ikke flytt om vinteren.\na Bruk alltid hansker."},
        {"# Om hyller\n- Ikkje flytt om vinteren.\n- Spør alltid arkivet.\n- Ver tidleg ute.",
         "a Ikkje flytt om vinteren.\na Spør alltid arkivet.\na Ver tidleg ute."},
        {"# Om hyller\n- Ikke hyller\n- Ikke arkiv\n- Ikke nøkler", ""},
    };
    EXPECT(cases);
}

static void steps_at_a_keyboard_are_no_advice(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Kopi\nKopi tas slik:\n1. Stopp tjenesten\n2. Ta en kopi av mappen\n3. Start tjenesten på nytt", ""},
        {"# Skjema\n1. Gå til nettsiden\n2. Velg «Nytt skjema»\n3. Fyll ut feltene\n4. Send inn skjemaet", ""},
        {"# Tema\n- Bruk `data-size` for størrelse.\n- Sett `data-color` i filen.\n- Legg `css` først.", ""},
    };
    EXPECT(cases);
}

static void an_item_goes_on_in_the_paragraph_below_it(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Åpning\nFør flyttingen bør du gjøre følgende:\n- **Tell hyllene**\nTallet trengs senere.\n"
         "- **Mål rommet**\nMål også døren.\n- **Spør fylket**\nFylket har nøkkelen.\nArkivet ble flyttet i mai.",
         "r **Tell hyllene**/Tallet trengs senere.\nr **Mål rommet**/Mål også døren.\n"
         "r **Spør fylket**/Fylket har nøkkelen."},
        {"# Åpning\nVi anbefaler:\n- hyller\n- nøkler\nDette har arkivet i dag:\n- dører\n- vinduer",
         "r hyller\nr nøkler"},
    };
    EXPECT(cases);
}

static void what_a_list_builds_on_is_not_what_it_is(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Anbefalinger basert på hva vi har lært\n- Hyllene telles.\n- Døren males.",
         "r Hyllene telles.\nr Døren males."},
        {"# Mål\nGjennom disse hovedmålene vil vi oppnå at:\n- Hyllene blir fulle.\n- Døren er åpen.", ""},
        {"# Arkiv\nPå grunnlag av erfaringene gir vi disse rådene:\n- Tell hyllene.\n- Mål døren.",
         "a Tell hyllene.\na Mål døren."},
    };
    EXPECT(cases);
}

static void another_label_takes_the_list_from_its_heading(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# God praksis i fylkene\nHensikt:\n- Gi en samlet framstilling\n- Vise hva som finnes", ""},
        {"# God praksis i fylkene\n- Gi alle en nøkkel\n- Tell hyllene", "a Gi alle en nøkkel\na Tell hyllene"},
    };
    EXPECT(cases);
}

static void lists_are_announced_in_many_ways(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Drift\nEn anbefalt praksis er:\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Drift\nVurder følgende tilpasninger:\n- Egne hyller\n- Felles nøkler", "a Egne hyller\na Felles nøkler"},
        {"# Drift\nFor å lykkes må kommunen:\n- eie hyllene\n- ha nøkkelen", "r eie hyllene\nr ha nøkkelen"},
        {"# Drift\nDet er viktig å:\n- telle hyllene\n- måle døren", "a telle hyllene\na måle døren"},
        {"# Anbefalte tiltak\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Utvalgets forslag\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Våre forslag til tiltak\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Forbedringsområder\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Hva bør gjøres?\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Beste praksis\n- Egne hyller\n- Felles nøkler", "a Egne hyller\na Felles nøkler"},
        {"# Sjekkliste\n- Har dere hyller?\n- Hvem har nøkkelen?", "a Har dere hyller?\na Hvem har nøkkelen?"},
        {"# Drift\n**Vi anbefaler:**\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Råd\n**Dette har arkivet:**\n- Egne hyller\n- Felles nøkler", ""},
        {"# Hva kan andre lære av dette?\n- Hyller er dyre\n- Nøkler blir borte",
         "l Hyller er dyre\nl Nøkler blir borte"},
        {"# Drift\nUtvalget vil tilrå at:\n- fylket eier hyllene\n- arkivet har nøkkelen",
         "r fylket eier hyllene\nr arkivet har nøkkelen"},
        {"# Drift\nMe rår kommunane til å:\n- telja hyllene\n- måla døra", "a telja hyllene\na måla døra"},
        {"# Referat\nDet kom framlegg om ei felles nettside.", "r Det kom framlegg om ei felles nettside."},
        {"# Fallgruver\n- For mange hyller\n- Ingen nøkkel", "a For mange hyller\na Ingen nøkkel"},
        {"# Anbefalinger\nFylket bør eie hyllene.\n- Nøkkelen leveres.\n- Døren males.\nFlyttingen er i mai.",
         "r Fylket bør eie hyllene.\nr Nøkkelen leveres.\nr Døren males."},
        {"# Viktige grep for å lykkes\n- Ro\n- Tid", "a Ro\na Tid"},
        {"# Drift\n**Vår anbefaling:** Tell hyllene.", "r Tell hyllene."},
        {"# Drift\nGrep 1: Tell hyllene\nGrep 2: Mål døren", "a Tell hyllene\na Mål døren"},
        {"# Bør utforskes videre\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Læringspunkter\n## Drift\n- Hyller er dyre\n- Nøkler blir borte",
         "l Hyller er dyre\nl Nøkler blir borte"},
        {"# Hva vi lærte\n- Hyller er dyre\n- Nøkler blir borte", "l Hyller er dyre\nl Nøkler blir borte"},
        {"# Læring på tvers av fylker\n- Hyller er dyre\n- Nøkler blir borte",
         "l Hyller er dyre\nl Nøkler blir borte"},
        {"# Erfaringar og læring\n- Hyller er dyre\n- Nøklar blir borte",
         "l Hyller er dyre\nl Nøklar blir borte"},
        {"# Veien videre\n- Arkivet bør eie hyllene.\n- Fylket bør få nøkkelen.\n- Møte i mai.",
         "r Arkivet bør eie hyllene.\nr Fylket bør få nøkkelen."},
        {"# Vegen vidare\n- Møte i mai.\n- Flytting i juni.", ""},
        {"# Status\nDepartementet har satt i verk følgende tiltak:\n- Egne hyller\n- Felles nøkler", ""},
        {"# Opplæring\n- Kurs i hyller\n- Kurs i nøkler", ""},
        {"# Eksisterende tiltak\n- Egne hyller\n- Felles nøkler", ""},
    };
    EXPECT(cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lead_in_may_announce_headings_and_paragraphs),
        cmocka_unit_test(what_a_body_expects_is_recommended),
        cmocka_unit_test(what_stands_beside_advice_and_asks_for_nothing_was_learnt),
        cmocka_unit_test(a_case_on_the_agenda_was_not_proposed),
        cmocka_unit_test(one_word_makes_no_manual_and_no_rules),
        cmocka_unit_test(a_title_that_the_shape_missed_announces_too),
        cmocka_unit_test(a_heading_that_announces_is_none_itself),
        cmocka_unit_test(a_column_of_a_table_may_hold_points),
        cmocka_unit_test(bullets_stand_below_the_number_before_them),
        cmocka_unit_test(names_of_things_are_no_orders),
        cmocka_unit_test(marks_of_emphasis_hide_no_order),
        cmocka_unit_test(orders_may_begin_with_what_limits_them),
        cmocka_unit_test(steps_at_a_keyboard_are_no_advice),
        cmocka_unit_test(an_item_goes_on_in_the_paragraph_below_it),
        cmocka_unit_test(what_a_list_builds_on_is_not_what_it_is),
        cmocka_unit_test(another_label_takes_the_list_from_its_heading),
        cmocka_unit_test(lists_are_announced_in_many_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
