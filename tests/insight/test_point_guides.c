/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a guide tells its reader to do, where no heading announces it. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/insight/point_cues.h"
#include "tests/insight/small_points.h"

static void a_row_of_titles_that_bid_is_advice(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Flytting\n## Tell hyllene\nDet tar en dag.\n## Involver vaktene tidlig\nDe har nøklene.\n"
         "## Avklar hvem som maler\nDet er fort gjort.",
         "a Involver vaktene tidlig\na Avklar hvem som maler"},
        {"# Flytting\nAvklar hvem som maler\nDet er fort gjort.\nInvolver vaktene tidlig\nDe har nøklene.",
         "a Avklar hvem som maler\na Involver vaktene tidlig"},
        /* One alone is none, nor are a few among many. */
        {"# Flytting\n## Involver vaktene tidlig\nDe har nøklene.", ""},
        {"# Flytting\n## Hyllene\nDe er tunge.\n## Nøklene\nDe er tapt.\n## Loftet\nDet er kaldt.\n"
         "## Avklar malingen\nDen er blå.\n## Involver vaktene\nDe sover.",
         ""},
        {"# Flytting\n## Bruk av hyller\nDe er tunge.\n## Lag og foreninger\nDe er mange.", ""},
    };
    EXPECT(cases);
}

static void running_text_that_bids_is_advice_where_much_does(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Flytting\nAvklar hvem som har nøkkelen.\nLoftet er kaldt.\nLag en liste over hyllene.",
         "a Avklar hvem som har nøkkelen.\na Lag en liste over hyllene."},
        {"# Flytting\nDersom hyllene er tunge, vurder å leie en bil.\nAvklar hvem som har nøkkelen.",
         "a Dersom hyllene er tunge, vurder å leie en bil.\na Avklar hvem som har nøkkelen."},
        {"# Flytting\nAvklar hvem som har nøkkelen.\nLoftet er kaldt.", ""},
        {"# Flytting\nTa kontakt med vakta.\nSe også kapittel 2.\nBruk skjemaet under.", ""},
        {"# Nettverk\nAvklar hvem nettverket er for.\nLag en liste over feltet og skjemaene.",
         "a Avklar hvem nettverket er for.\na Lag en liste over feltet og skjemaene."},
        {"# Klienter\nKonfigurer serveren først, og bruk et token.\nAvklar hvilket endepunkt klienten har.", ""},
    };
    EXPECT(cases);
}

static void what_is_weighed_in_a_guide_is_advice(void **state)
{
    (void)state;
    const Case guide[] = {
        {"# Flytting\nDet er viktig å avklare hvem som har nøkkelen.\nFylket bør leie en bil.\nTell alltid hyllene.\n"
         "Finn ut hvem som maler.",
         "a Det er viktig å avklare hvem som har nøkkelen.\na Fylket bør leie en bil.\na Finn ut hvem som maler."},
    };
    expect_points("Slik flytter dere et arkiv", guide, G_N_ELEMENTS(guide));
    const Case report[] = {
        {"# Flytting\nDet er viktig å avklare hvem som har nøkkelen.\nFylket bør leie en bil.\nHyllene er talt.", ""},
    };
    expect_points("Flyttingen av arkivet", report, G_N_ELEMENTS(report));
    const Case gathered[] = {
        {"# Flytting\nDet er viktig å avklare hvem som har nøkkelen.\nDet er ofte nødvendig å leie bil.\n"
         "Det er nyttig å telle.\n# Råd\n- Leie en bil",
         "a Leie en bil"},
    };
    expect_points("Slik flytter dere et arkiv", gathered, G_N_ELEMENTS(gathered));
}

static void a_name_and_number_alone_name_the_paragraph_below(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Flytting\nRåd 1\nTell hyllene først.\nRåd 2\nLei en bil.", "a Tell hyllene først.\na Lei en bil."},
        {"# Flytting\nAnbefaling 1\nFylket eier hyllene.", "r Fylket eier hyllene."},
        {"# Flytting\nRåd 1\nVi ser på:", ""},
        {"# Flytting\nRåd 1\nRåd 2", ""},
        {"# Flytting\nTabell 1\nHyllene er talt.", ""},
    };
    EXPECT(cases);
}

static void a_lead_in_needs_no_colon(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Flytting\nOmbudet anbefaler at\n- fylket eier hyllene\n- arkivet har nøkkelen",
         "r fylket eier hyllene\nr arkivet har nøkkelen"},
        {"# Flytting\nPå dette stadiet er det viktig å\n- telle hyllene\n- leie en bil",
         "a telle hyllene\na leie en bil"},
        {"# Flytting\nVi kom med fem forslag. De passer for alle, og vi gjengir forslagene her:\n"
         "- Fylket må eie hyllene\n- Døra må males",
         "r Fylket må eie hyllene\nr Døra må males"},
        {"# Flytting\nDet er seks erfaringer som alle har.\nDe er at fylket:\n- har talt hyllene\n- har en bil",
         "l har talt hyllene\nl har en bil"},
        {"# Flytting\nSlik kan du telle:\n- Lytt først: Hva er det som knirker?\n- Finn lista: Hvor er den?",
         "a Lytt først: Hva er det som knirker?\na Finn lista: Hvor er den?"},
    };
    EXPECT(cases);
}

static void reports_recommend_as_bodies_do(void **state)
{
    (void)state;
    static const char *const recommend[] = {
        "Evalueringen anbefaler en tydeligere fordeling av hyllene.",
        "Forskarane tilrår eit felles arkiv.",
        "Konklusjonen etter flyttingen er at fylket bør eie hyllene.",
        "Fylket bør etter vårt syn eie hyllene.",
        "Vi ber regjeringen sørge for at hyllene telles, og om at døra males.",
        "Utvalet ser det som eit mål at hyllene er like.",
        "Rådet tek til orde for eit felles arkiv.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(recommend); i++) {
        g_autofree char *expected = g_strconcat("r ", recommend[i], NULL);
        const Case one[] = {{recommend[i], expected}};
        EXPECT(one);
    }
    const Case own_wish[] = {{"# Innspill\nVi ønsker i dette brevet å fortelle om hyllene.", ""}};
    EXPECT(own_wish);
}

static void an_order_is_told_from_what_looks_like_one(void **state)
{
    (void)state;
    static const char *const bids[] = {
        "Avklar hvem som maler.",        "Ikke vent med tellingen, men bruk lista.", "Sørg for at alle har nøkkel.",
        "Når alle er klare, avtal en dag.", "La vaktene bestemme.",                     "Få på plass en liste.",
        "Hald møta korte.",              "Se til at døra er låst.",
    };
    static const char *const others[] = {
        "Få fylker har lister.",     "Se kapittel 2.",      "Avtalen gjelder hyllene.", "Finner vi lista, er alt bra.",
        "Bruk av hyller er vanlig.", "La oss se på lista.", "Lag og foreninger er med.", "Legg merke til at døra er blå.",
        "Se for deg en tom hylle.",  "Ta for eksempel lista.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(bids); i++) {
        assert_true(samsok_cue_bids(bids[i], strlen(bids[i])));
    }
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        assert_false(samsok_cue_bids(others[i], strlen(others[i])));
    }
}

static void an_order_may_begin_with_its_limit(void **state)
{
    (void)state;
    static const char *const orders[] = {
        "Ikke avtal dagen.",    "Ikkje avtal dagen.",   "Alltid avtal en dag.",
        "Gjerne avtal en dag.", "Heller avtal en dag.", "**Aldri avtal en dag.**",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(orders); i++) {
        assert_true(samsok_cue_orders(orders[i]));
        assert_true(samsok_cue_bids(orders[i], strlen(orders[i])));
    }
}

static void a_verb_counts_among_the_first_six_words_only(void **state)
{
    (void)state;
    assert_true(samsok_cue_has_verb_soon("finn to tre fire fem er"));
    assert_true(samsok_cue_has_verb_soon("finn to tre fire fem er sju"));
    assert_false(samsok_cue_has_verb_soon("finn to tre fire fem seks er"));
    assert_true(samsok_cue_has_verb_soon("finn er"));
    assert_false(samsok_cue_has_verb_soon("er"));
    assert_false(samsok_cue_has_verb_soon(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_of_titles_that_bid_is_advice),
        cmocka_unit_test(running_text_that_bids_is_advice_where_much_does),
        cmocka_unit_test(what_is_weighed_in_a_guide_is_advice),
        cmocka_unit_test(a_name_and_number_alone_name_the_paragraph_below),
        cmocka_unit_test(a_lead_in_needs_no_colon),
        cmocka_unit_test(reports_recommend_as_bodies_do),
        cmocka_unit_test(an_order_is_told_from_what_looks_like_one),
        cmocka_unit_test(an_order_may_begin_with_its_limit),
        cmocka_unit_test(a_verb_counts_among_the_first_six_words_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
