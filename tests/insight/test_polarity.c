/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sentences tell what helped, and which what hindered. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/insight/polarity.h"

static void cues_tell_what_helped(void **state)
{
    (void)state;
    const char *cue = NULL;
    assert_int_equal(samsok_polarity("Felles bestilling var avgjørende for arbeidet.", false, &cue),
                     SAMSOK_POLARITY_HELPS);
    assert_string_equal(cue, "var avgjørende");
    assert_int_equal(samsok_polarity("Møta medverka til tillit.", false, NULL), SAMSOK_POLARITY_HELPS);
}

static void cues_tell_what_hindered(void **state)
{
    (void)state;
    assert_int_equal(samsok_polarity("Arbeidet ble svekket av uklare roller.", false, NULL),
                     SAMSOK_POLARITY_HINDERS);
    assert_int_equal(samsok_polarity("Manglande eigarskap gjorde det tungt.", false, NULL),
                     SAMSOK_POLARITY_HINDERS);
}

static void a_turned_cue_of_help_hinders(void **state)
{
    (void)state;
    assert_int_equal(samsok_polarity("Rundskrivet har ikke bidratt til felles mål.", false, NULL),
                     SAMSOK_POLARITY_HINDERS);
    assert_int_equal(samsok_polarity("Rollene var ikke uklare.", false, NULL), SAMSOK_POLARITY_NONE);
}

static void a_word_far_before_does_not_turn_a_cue(void **state)
{
    (void)state;
    assert_int_equal(
        samsok_polarity("Ikke alle møtte, men en god felles plan var avgjørende.", false, NULL),
        SAMSOK_POLARITY_HELPS);
}

static void a_cue_inside_a_word_tells_nothing(void **state)
{
    (void)state;
    assert_int_equal(samsok_polarity("Uhindret ferdsel er en rett.", false, NULL), SAMSOK_POLARITY_NONE);
    assert_int_equal(samsok_polarity("", false, NULL), SAMSOK_POLARITY_NONE);
}

static void what_is_wished_or_only_possible_is_neither(void **state)
{
    (void)state;
    static const char *const sentences[] = {
        "Det er behov for å styrke forankringen, som er avgjørende for arbeidet.",
        "En felles plan kan bidra til bedre samordning.",
        "Etatene bør unngå uklare roller.",
        "Arbeidet handler om hva som hemmer samordning.",
        "Tiltaket skal hindre dobbeltarbeid.",
        "Hva var avgjørende for at det gikk bra?",
        "Det er vanskelig å vite hvem som kom først.",
        "Møtet var hemmelig for vanskeligstilte.",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sentences); i++) {
        assert_int_equal(samsok_polarity(sentences[i], false, NULL), SAMSOK_POLARITY_NONE);
    }
}

static void what_stands_behind_but_counts(void **state)
{
    (void)state;
    assert_int_equal(samsok_polarity("Møtene la grunnlaget for tillit, men rollene var uklare.", false, NULL),
                     SAMSOK_POLARITY_HINDERS);
    assert_int_equal(samsok_polarity("Fristen har bidratt til å forsinke alt.", true, NULL),
                     SAMSOK_POLARITY_HINDERS);
    assert_int_equal(samsok_polarity("Fristen hindret ikke arbeidet.", false, NULL), SAMSOK_POLARITY_NONE);
}

static void a_cue_may_tell_something_at_a_later_place(void **state)
{
    (void)state;
    assert_int_equal(samsok_polarity("Det er vanskelig å vite hvem som eier lista, og etatenes "
                                     "samarbeid er vanskelig å styre.", false, NULL),
                     SAMSOK_POLARITY_HINDERS);
    assert_int_equal(samsok_polarity("Møtene har gitt etatene en dag sammen, og de har gitt "
                                     "bedre oversikt.", false, NULL),
                     SAMSOK_POLARITY_HELPS);
    assert_int_equal(samsok_polarity("Rollene var ikke uklare, ikke uklare i det hele.", true, NULL),
                     SAMSOK_POLARITY_NONE);
    assert_int_equal(samsok_polarity("Rollene kan bli uklare, og mandatet er uklart.", false, NULL),
                     SAMSOK_POLARITY_NONE);
}

static void a_cue_counts_in_its_longer_forms(void **state)
{
    (void)state;
    const char *cue = NULL;
    assert_int_equal(samsok_polarity("Ordningen fører til at etatene får dobbeltarbeid.", false, &cue),
                     SAMSOK_POLARITY_HINDERS);
    assert_string_equal(cue, "fører til");
    assert_int_equal(samsok_polarity("Etatane er nøgde med samarbeidet.", false, &cue),
                     SAMSOK_POLARITY_HELPS);
    assert_string_equal(cue, "er nøgd");
}

static void what_is_not_about_work_together_is_neither(void **state)
{
    (void)state;
    static const char *const sentences[] = {
        "Elvesletta er fruktbar og dyrkes hele året.",
        "Nederlaget var avgjørende for kongens ettermæle.",
        "Svarte flater er mangel på lys.",
        "Vitnet er vanskelig å få tak i.",
        "Feil og mangler i etatens register meldes til direktoratet.",
        "Ved manglende betaling fastsetter etaten et gebyr.",
        "Etaten undersøker om ordningen har bidratt til lavere fravær.",
        "Dette er viktige forutsetninger for samarbeidet mellom etatene, og uklare roller er en av dem:",
        "tillitsvalgte er hindret i å delta i styringen,",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(sentences); i++) {
        assert_int_equal(samsok_polarity(sentences[i], false, NULL), SAMSOK_POLARITY_NONE);
    }
}

static void evaluations_say_it_in_many_ways(void **state)
{
    (void)state;
    static const char *const helped[] = {
        "Samarbeidet har hatt god effekt.",
        "Faste møter gjorde det lettere for etatene å bli enige.",
        "Prosjektet ble godt ledet.",
    };
    static const char *const hindered[] = {
        "Regelverket står i veien for deling av opplysninger.",
        "Samarbeidet har vært utfordrende.",
        "Etatene har i liten grad lykkes med felles mål.",
        "Styringa mellom departementa fungerer dårleg.",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(helped); i++) {
        assert_int_equal(samsok_polarity(helped[i], false, NULL), SAMSOK_POLARITY_HELPS);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(hindered); i++) {
        assert_int_equal(samsok_polarity(hindered[i], false, NULL), SAMSOK_POLARITY_HINDERS);
    }
}

static void an_outcome_helps_or_hinders_by_what_came_of_it(void **state)
{
    (void)state;
    static const char *const helped[] = {
        "Møtene har gitt etatene bedre oversikt.",
        "Samarbeidet har ført til at sakene går raskere.",
        "Etatane rapporterer om betre dialog.",
        "Nettverket er godt forankret i kommunene.",
        "Ordningen har vist seg egnet til å samle etatene.",
        "Felles mål er nøkkelen til å lykkes i kommunen.",
    };
    static const char *const hindered[] = {
        "Ordningen har ført til merarbeid i kommunene.",
        "Etatene opplever større usikkerhet i samarbeidet.",
        "Det har vært utfordringer med styringen av prosjektet.",
        "Rutinane sikrar ikkje at kommunane samarbeider.",
        "Samarbeidet har ikke gitt bedre oversikt, og det har vært lite samordnet.",
    };
    static const char *const neither[] = {
        "Rapporten gir bedre oversikt over samarbeidet.",
        "Studien tar opp suksesskriterier og barrierer for samarbeid.",
        "Etaten har undersøkt hvordan samarbeidet har gitt bedre oversikt.",
        "Kommunen har nøkkelen til arkivet.",
        "Kommunen har fått en ny bil.",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(helped); i++) {
        assert_int_equal(samsok_polarity(helped[i], false, NULL), SAMSOK_POLARITY_HELPS);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(hindered); i++) {
        assert_int_equal(samsok_polarity(hindered[i], false, NULL), SAMSOK_POLARITY_HINDERS);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(neither); i++) {
        assert_int_equal(samsok_polarity(neither[i], false, NULL), SAMSOK_POLARITY_NONE);
    }
}

/* The line of `path` below the shared corpus that begins with these words. Owner: the caller. */
static char *judged_line(const char *shared, const char *path, const char *first)
{
    g_autofree char *name = g_build_filename(shared, "corpus", path, NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(name, &text, NULL, NULL)) {
        return NULL;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        if (g_str_has_prefix(g_strstrip(lines[i]), first)) {
            return g_strdup(lines[i]);
        }
    }
    return NULL;
}

/* Apart from the test, whose skip() comes back to no cleanup. */
static void count_judged(guint *out_shown, guint *out_right)
{
    g_autofree char *table = g_build_filename(g_getenv("top_srcdir"), "tests/insight/polarity-judged.tsv", NULL);
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(table, &text, NULL, NULL));
    g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
    const char *verdicts[] = {"neither", "helped", "hindered"};
    for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++) {
        g_auto(GStrv) fields = g_strsplit(rows[i], "\t", -1);
        g_autofree char *line = judged_line(g_getenv("SAMSOK_SHARED"), fields[0], fields[1]);
        SamsokPolarity polarity = line == NULL ? SAMSOK_POLARITY_NONE : samsok_polarity(line, false, NULL);
        *out_shown += polarity != SAMSOK_POLARITY_NONE ? 1 : 0;
        *out_right += polarity != SAMSOK_POLARITY_NONE && strcmp(verdicts[polarity], fields[2]) == 0 ? 1 : 0;
    }
}

/* Judged by hand before the rules: most of what is shown must be so. */
static void most_judged_sentences_are_told_right(void **state)
{
    (void)state;
    guint shown = 0;
    guint right = 0;
    count_judged(&shown, &right);
    print_message("%u of %u shown are right\n", right, shown);
    if (shown == 0) {
        skip();
    }
    assert_true(right * 10 >= shown * 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cues_tell_what_helped),
        cmocka_unit_test(cues_tell_what_hindered),
        cmocka_unit_test(a_turned_cue_of_help_hinders),
        cmocka_unit_test(a_word_far_before_does_not_turn_a_cue),
        cmocka_unit_test(what_is_wished_or_only_possible_is_neither),
        cmocka_unit_test(what_stands_behind_but_counts),
        cmocka_unit_test(a_cue_may_tell_something_at_a_later_place),
        cmocka_unit_test(a_cue_counts_in_its_longer_forms),
        cmocka_unit_test(what_is_not_about_work_together_is_neither),
        cmocka_unit_test(evaluations_say_it_in_many_ways),
        cmocka_unit_test(an_outcome_helps_or_hinders_by_what_came_of_it),
        cmocka_unit_test(most_judged_sentences_are_told_right),
        cmocka_unit_test(a_cue_inside_a_word_tells_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
