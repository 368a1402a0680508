/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which names of undertakings a document supports, and where a text speaks of one. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "core/insight/projects.h"
#include "core/model/builder.h"

/* The supported names of a document of these paragraphs (NULL-terminated), by " | ". Owner: the caller. */
static char *supported(const char *const *paragraphs, const char *heading)
{
    SamsokBuilder *builder = samsok_builder_new();
    if (heading != NULL) {
        const SamsokBlock block = {.kind = SAMSOK_BLOCK_HEADING, .level = 1, .text = heading, .section = SAMSOK_NONE};
        samsok_builder_add_block(builder, &block);
    }
    for (guint i = 0; paragraphs[i] != NULL; i++) {
        const SamsokBlock block = {
            .kind = SAMSOK_BLOCK_PARAGRAPH, .text = paragraphs[i], .section = SAMSOK_NONE};
        samsok_builder_add_block(builder, &block);
    }
    g_autoptr(SamsokDocument) document = samsok_builder_finish(builder);
    g_autoptr(GPtrArray) projects = samsok_projects(document);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < projects->len; i++) {
        const SamsokProject *project = g_ptr_array_index(projects, i);
        if (project->is_supported) {
            g_string_append_printf(out, "%s%s/%s", out->len == 0 ? "" : " | ", project->name,
                                   samsok_project_kind_name(project->kind));
        }
    }
    return g_string_free(out, FALSE);
}

static void check(const char *text, const char *heading, const char *wanted)
{
    g_autofree char *found = supported((const char *const[]){text, NULL}, heading);
    assert_string_equal(found, wanted);
}

static void a_definition_supports_a_name(void **state)
{
    (void)state;
    check("Havneløftet var eit samarbeid mellom tre etatar.", NULL, "Havneløftet/initiative");
    check("Elverådet i Nordvik vart skipa i 2015 for å samle etatane.", NULL, "Elverådet/council");
    check("«Trygg Start» er et program for unge foreldre.", NULL, "Trygg Start/programme");
    check("Dette er et samarbeid mellom tre etater.", NULL, "");
    check("Prosjektet ble startet i 2014.", NULL, "");
}

static void a_name_in_quotes_needs_to_come_again(void **state)
{
    (void)state;
    check("Programmet «Trygg Start» hadde få midler.", NULL, "");
    check("Programmet «Trygg Start» hadde få midler. I Trygg Start var kommunene med.", NULL,
          "Trygg Start/programme");
    check("«Trygg Start»-satsinga vart avslutta. Trygg Start fekk ros.", NULL, "Trygg Start/initiative");
    check("Programmet «Trygg Start» hadde få midler.", "Programmet «Trygg Start»", "Trygg Start/programme");
}

static void compounds_with_a_capital_are_names(void **state)
{
    (void)state;
    check("Etatene var med i Havneløftet. Uten Havneløftet sto det stille.", NULL, "Havneløftet/initiative");
    check("Før 7–12-samarbeidet kom, og etter 7-12-samarbeidet.", NULL, "7–12-samarbeidet/collaboration");
    check("De gjennomførte havnereformen. Havnereformen var stor.", NULL, "havnereformen/reform");
    check("I forordningen står det mer. Etter Havneforordningen, se Havneforordningen.", NULL, "");
    check("Havneprosjektet var stort. Havneprosjektet var dyrt.", NULL, "");
}

static void what_is_dated_or_evaluated_is_supported(void **state)
{
    (void)state;
    check("Øvelse Høyvann ble holdt i mai.", NULL, "Høyvann/exercise");
    check("De så øvelse Lavvann i oktober 2017.", NULL, "Lavvann/exercise");
    check("Strategi mot svart arbeid (2015–2018)", NULL, "Strategi mot svart arbeid/strategy");
    check("Vi så på den.", "Evaluering av Felles havnesentral", "Felles havnesentral/other");
    check("Strategi for bedre møter", NULL, "");
}

static void chance_is_no_name(void **state)
{
    (void)state;
    check("Prosjektet Difi leder, er stort. Prosjektet Difi leder, er dyrt.", NULL, "");
    check("Programmet Skriv kan lagre. Programmet Skriv kan lukke.", NULL, "");
    check("Vi sa «dette er bra» om samarbeidet. Samarbeidet «går bra», sa de.", NULL, "");
}

/* More names than are kept: those of chance give way to the one that the text tells of. */
static void what_is_defined_has_room(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < SAMSOK_MAX_PROJECTS + 20; i++) {
        g_string_append_printf(text, "Programmet «Nummer %ux» hadde få midler. ", i);
    }
    g_string_append(text, "Meldingsløftet var et samarbeid mellom etatene.");
    check(text->str, NULL, "Meldingsløftet/initiative");
}

/* Where `text` speaks of one name alone. Owner: the caller; a GArray of SamsokProjectSpot. */
static GArray *spots_of(const char *text, const char *name)
{
    g_autoptr(SamsokProjectSpotter) spotter = samsok_project_spotter_new();
    g_autoptr(GArray) spots = g_array_new(FALSE, FALSE, sizeof(SamsokProjectSpot));
    samsok_project_spotter_add(spotter, name);
    samsok_project_spotter_find(spotter, text, spots);
    return g_steal_pointer(&spots);
}

static guint count(const char *text, const char *name)
{
    g_autoptr(GArray) spots = spots_of(text, name);
    return spots->len;
}

static void places_are_whole_names(void **state)
{
    (void)state;
    assert_int_equal(count("Havneløftets mål. I Havneløftet. havneløftet", "Havneløftet"), 3);
    assert_int_equal(count("Havneløftetiden", "Havneløftet"), 0);
    assert_int_equal(count("felles havnesentral", "Felles havnesentral"), 0);
    assert_int_equal(count("Sammen gikk de. Programmet Sammen og «Sammen».", "Sammen"), 2);
    assert_int_equal(count("Sammen gikk de. Sammen med kommunene.", "Sammen i Nord"), 0);
    assert_int_equal(count("0-24-samarbeidet og 0–24-samarbeidet", "0–24-samarbeidet"), 2);
    g_autoptr(GArray) spots = spots_of("På Øya: Elverådet.", "Elverådet i Nordvik");
    assert_int_equal(spots->len, 1);
    assert_int_equal(g_array_index(spots, SamsokProjectSpot, 0).start, 8);
    assert_int_equal(g_array_index(spots, SamsokProjectSpot, 0).end, 17);
}

static void many_names_are_found_as_each_alone(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Havneløftet", "Trygg Start", "0–24-samarbeidet", "Sammen", "Trygg",        "Trygg Start",
        "Start",       "24-programmet", "Elverådet i Nordvik", "«Odd", "Felles havnesentral", "s"};
    static const char *const texts[] = {
        "Havneløftets mål er Trygg Start, sa Elverådet.",
        "0-24-samarbeidet og programmet «Trygg Starts» i 24-programmet",
        "Felles havnesentral; felles havnesentral. «Sammen» og Sammen", "«Odd», s", ""};
    g_autoptr(SamsokProjectSpotter) spotter = samsok_project_spotter_new();
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        samsok_project_spotter_add(spotter, names[i]);
    }
    guint all = 0;
    for (guint t = 0; t < G_N_ELEMENTS(texts); t++) {
        g_autoptr(GArray) spots = g_array_new(FALSE, FALSE, sizeof(SamsokProjectSpot));
        samsok_project_spotter_find(spotter, texts[t], spots);
        guint alone = 0;
        for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
            alone += count(texts[t], names[i]);
        }
        assert_int_equal(spots->len, alone);
        for (guint i = 0; i < spots->len; i++) {
            const SamsokProjectSpot *spot = &g_array_index(spots, SamsokProjectSpot, i);
            g_autofree char *place = g_utf8_substring(texts[t], spot->start, spot->end);
            g_autofree char *found = samsok_project_key(place);
            g_autofree char *base = samsok_project_base(names[spot->name]);
            g_autofree char *wanted = samsok_project_key(base);
            assert_string_equal(found, wanted);
        }
        all += spots->len;
    }
    assert_int_equal(all, 11);
}

static void kinds_come_from_the_head_noun(void **state)
{
    (void)state;
    assert_int_equal(samsok_project_kind_of("Mot alle odds? Veier til samordning i forvaltningen"), SAMSOK_PROJECT_OTHER);
    assert_int_equal(samsok_project_kind_of("stimuleringsordningen for innovasjon"), SAMSOK_PROJECT_SCHEME);
    assert_int_equal(samsok_project_kind_of_definition("Undersøkelse av programmet for havner."), SAMSOK_PROJECT_OTHER);
    assert_int_equal(samsok_project_kind_of_definition("Regjeringens program for reformer, 2014–2017."), SAMSOK_PROJECT_PROGRAMME);
    assert_int_equal(samsok_project_kind_of_definition(""), SAMSOK_PROJECT_OTHER);
}

static void a_study_is_told_by_its_definition(void **state)
{
    (void)state;
    assert_true(samsok_project_is_study("Etatens undersøkelse av samordning mellom departementer."));
    assert_true(samsok_project_is_study("Europeisk forskning der ledere ble spurt."));
    assert_false(samsok_project_is_study("Strategi for forskning i kommunene."));
    assert_false(samsok_project_is_study(""));
    assert_true(samsok_project_reports_finding("Havnestudien viser at ansvaret var uklart."));
    assert_false(samsok_project_reports_finding("Havnestudien var avgjørende for vedtaket."));
}

static void a_sentence_refers_back_by_its_beginning(void **state)
{
    (void)state;
    assert_true(samsok_project_refers_back("Prosjektet ble forsinket av uklare roller."));
    assert_true(samsok_project_refers_back("I denne satsinga var ansvaret uklart."));
    assert_true(samsok_project_refers_back("Det var viktig med felles møter."));
    assert_false(samsok_project_refers_back("Kommunene hadde uklare roller i prosjektet."));
    assert_false(samsok_project_refers_back("Meldingsprosjektet ble forsinket."));
    assert_false(samsok_project_refers_back(""));
}

static void people_and_broadcasts_are_no_undertakings(void **state)
{
    (void)state;
    check("I kampen løftet Kari Moe laget. Da løftet Kari Moe pokalen.", NULL, "");
    check("I 1888 samarbeidet Ole Berg med naboen. Siden samarbeidet Ole Berg om bøker.", NULL, "");
    check("Det er en øvelse Dal kan. Det er også en øvelse Dal har trent på.", NULL, "");
    check("Hun ble kjent i realityprogrammet «Strandliv». Realityprogrammet «Strandliv» gikk i ti år.", NULL, "");
    check("NRK viste programmet «Fjellets folk». Serien i programmet «Fjellets folk» på NRK ble sett av mange.", NULL, "");
    check("Etter Handlingsplanen kommer mer. I Handlingsplanen står det.", NULL, "");
    check("Feltet finnes i kontoplanen Hovedfil. Se kontoplanen Hovedfil for mer.", NULL, "");
    check("Det omfatter tiltaket AB 4. Arbeidet med tiltaket AB 4 er i gang.", NULL, "");
    /* What is an undertaking still is one. */
    check("«Trygg Start» er et program for unge foreldre.", NULL, "Trygg Start/programme");
    check("De fulgte Trygg Vei-programmet. Senere kom flere med i Trygg Vei-programmet.", NULL,
          "Trygg Vei-programmet/programme");
    check("I Øvelse Springflo var det fire etater. Øvelse Springflo ble holdt i 2016.", NULL, "Springflo/exercise");
    check("I Nasjonal strategi for vann antyder de mer. De viser til Nasjonal strategi for vann.", NULL,
          "Nasjonal strategi for vann/strategy");
}

/* The subject of a document of these paragraphs; "" for none. Owner: the caller. */
static char *subject_of(const char *const *paragraphs, guint others)
{
    SamsokBuilder *builder = samsok_builder_new();
    SamsokBlock block = {.kind = SAMSOK_BLOCK_PARAGRAPH, .section = SAMSOK_NONE};
    for (guint i = 0; paragraphs[i] != NULL; i++) {
        block.text = paragraphs[i];
        samsok_builder_add_block(builder, &block);
    }
    for (guint i = 0; i < others; i++) {
        block.text = "Kommunene har mange oppgaver.";
        samsok_builder_add_block(builder, &block);
    }
    g_autoptr(SamsokDocument) document = samsok_builder_finish(builder);
    g_autoptr(GPtrArray) projects = samsok_projects(document);
    for (guint i = 0; i < projects->len; i++) {
        const SamsokProject *project = g_ptr_array_index(projects, i);
        if (project->is_subject) {
            return g_strdup(project->name);
        }
    }
    return g_strdup("");
}

static void a_document_is_about_the_one_it_begins_with_and_keeps_to(void **state)
{
    (void)state;
    const char *const about[] = {"Havneløftet var eit samarbeid mellom tre etatar.", "I Havneløftet var det to fylke.",
                                 "Etter to år vart Havneløftet større.", NULL};
    const char *const both[] = {"Havneløftet var eit samarbeid mellom tre etatar.", "I Havneløftet var det to fylke.",
                                "Etter to år vart Havneløftet større.", "Veiløftet var eit samarbeid mellom to etatar.",
                                "I Veiløftet var det eitt fylke.", NULL};
    g_autofree char *kept = subject_of(about, 20);
    assert_string_equal(kept, "Havneløftet");
    g_autofree char *mentioned = subject_of(about, 200);
    assert_string_equal(mentioned, "");
    g_autofree char *two = subject_of(both, 20);
    assert_string_equal(two, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_definition_supports_a_name),
        cmocka_unit_test(a_name_in_quotes_needs_to_come_again),
        cmocka_unit_test(compounds_with_a_capital_are_names),
        cmocka_unit_test(what_is_dated_or_evaluated_is_supported),
        cmocka_unit_test(chance_is_no_name),
        cmocka_unit_test(what_is_defined_has_room),
        cmocka_unit_test(places_are_whole_names),
        cmocka_unit_test(many_names_are_found_as_each_alone),
        cmocka_unit_test(kinds_come_from_the_head_noun),
        cmocka_unit_test(a_study_is_told_by_its_definition),
        cmocka_unit_test(a_sentence_refers_back_by_its_beginning),
        cmocka_unit_test(people_and_broadcasts_are_no_undertakings),
        cmocka_unit_test(a_document_is_about_the_one_it_begins_with_and_keeps_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
