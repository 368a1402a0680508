/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report's own title, number and date are found; another's are not taken for them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/shape/authors.h"
#include "core/shape/imprint.h"
#include "core/shape/shape.h"
#include "core/shape/title.h"
#include "tests/shape/support.h"

static void assert_imprint(const char *lines, const char *series, const char *number)
{
    g_auto(SamsokImprint) imprint = {0};
    bool found = samsok_imprint_find(lines, NULL, &imprint);
    assert_true(found == (series != NULL));
    if (found) {
        assert_string_equal(imprint.series, series);
        assert_string_equal(imprint.number, number);
    }
}

static void the_printed_forms_of_series_and_number_are_read(void **state)
{
    (void)state;
    assert_imprint("Difi-rapport 2014:07 ISSN 1890-6583", "Difi-rapport", "2014:7");
    assert_imprint("Rapport 2010:18 ISSN 1890-6583", "Rapport", "2010:18");
    assert_imprint("Difi-rapport ISSN 1890-6583\n2018:9", "Difi-rapport", "2018:9");
    assert_imprint("Difi notat 2017:2 ISSN", "Difi-notat", "2017:2");
    assert_imprint("Difi-veileder 2017:1", "Difi-veileder", "2017:1");
    assert_imprint("Rapport 1/2017", "Rapport", "2017:1");
    assert_imprint("Rapport nr. 3/2015", "Rapport", "2015:3");
    assert_imprint("DFØ-rapport 2024:3", "DFØ-rapport", "2024:3");
    assert_imprint("DFØ-notat 2025:5", "DFØ-notat", "2025:5");
    assert_imprint("NOU 2005: 6", "NOU", "2005:6");
    assert_imprint("Direktoratet for forvaltning og ikt   Rapport 2018:9", "Rapport", "2018:9");
}

static void the_forms_seen_in_the_series_are_read(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"Difi-rapport 2014:07", "Difi-rapport", "2014:7"},
        {"Difi-rapport 2014:7", "Difi-rapport", "2014:7"},
        {"Difi-rapport 2016:08", "Difi-rapport", "2016:8"},
        {"DIFI-rapport 2016:08", "Difi-rapport", "2016:8"},
        {"Difi rapport 2013:11 ISSN: 1890-6583", "Difi-rapport", "2013:11"},
        {"Difi-rapport ISSN 1890-6583 / 2018:9", "Difi-rapport", "2018:9"},
        {"Difi-rapport nr. 2015:19", "Difi-rapport", "2015:19"},
        {"Difi-notat 2015:3", "Difi-notat", "2015:3"},
        {"Difi-notat 2014: 4", "Difi-notat", "2014:4"},
        {"Difi læringsnotat 2016:1", "Difi-læringsnotat", "2016:1"},
        {"Veiledningsnotat 2017/1", "Veiledningsnotat", "2017:1"},
        {"DFØ-veiledningsnotat 2017/1", "DFØ-veiledningsnotat", "2017:1"},
        {"DFØ-rapport 2024:14", "DFØ-rapport", "2024:14"},
        {"DFØ-rapport 1/2017", "DFØ-rapport", "2017:1"},
        {"DFØ rapport 2017/1", "DFØ-rapport", "2017:1"},
        {"Rapport 37/2014", "Rapport", "2014:37"},
        {"Fafo-rapport 2020:02", "Fafo-rapport", "2020:2"},
        {"Samordningsrapport 2018:2", "Samordningsrapport", "2018:2"},
        {"Evalueringsrapport 2019:14", "Evalueringsrapport", "2019:14"},
        {"Hovedrapport 2018:10", "Hovedrapport", "2018:10"},
        {"Delrapport 2018:11", "Delrapport", "2018:11"},
        {"Rettleiar 2012:3", "Rettleiar", "2012:3"},
        {"NOU 2005:6", "NOU", "2005:6"},
        {"Saman om felles mål?\nRapport 2010:18 ISSN 1890-6583\n", "Rapport", "2010:18"},
        {"Difi-rapport ISSN :10", NULL, NULL},
        {"Difi-rapport", NULL, NULL},
        {"ISSN 1890-6583", NULL, NULL},
        {"Rapport 2014", NULL, NULL},
        {"(Difi 2014)", NULL, NULL},
        {"Bærekraftsrapporten for 2018:", NULL, NULL},
        {"Årsrapport 2019", NULL, NULL},
        {"Møtenotat 12.03.2014", NULL, NULL},
        {"Kartleggingen bygger på Difi-rapport 2018:9", NULL, NULL},
        {"Difi-notat 2015:3 handler om tilsyn", NULL, NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_imprint(cases[i][0], cases[i][1], cases[i][2]);
    }
}

static void names_of_authors_are_parted_and_bodies_stay_whole(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Kari Berg, Ola Dal og Per Ås", "Kari Berg|Ola Dal|Per Ås"},
        {"Kari Berg og Ola Dal", "Kari Berg|Ola Dal"},
        {"Kari Berg; Ola Dal", "Kari Berg|Ola Dal"},
        {"Kari Berg, Ola Dal, og Per Ås", "Kari Berg|Ola Dal|Per Ås"},
        {"Kari Berg and Ola Dal", "Kari Berg|Ola Dal"},
        {"Kari Berg (prosjektleder), Ola Dal (NIFU)", "Kari Berg|Ola Dal"},
        {"seniorrådgiver Kari Berg og rådgiver Ola Dal", "Kari Berg|Ola Dal"},
        {"Direktoratet for forvaltning og ikt", "Direktoratet for forvaltning og ikt"},
        {"Kommunal- og moderniseringsdepartementet", "Kommunal- og moderniseringsdepartementet"},
        {"Barne-, ungdoms- og familiedirektoratet", "Barne-, ungdoms- og familiedirektoratet"},
        {"", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) names = samsok_authors_split(cases[i][0]);
        g_autofree char *joined = g_strjoinv("|", names);
        assert_string_equal(joined, cases[i][1]);
    }
}

static void only_a_byline_says_who_wrote_the_report(void **state)
{
    (void)state;
    assert_string_equal(samsok_authors_in_line("Av Kari Berg og Ola Dal"), "Kari Berg og Ola Dal");
    assert_string_equal(samsok_authors_in_line("Forfattere: Kari Berg"), " Kari Berg");
    assert_null(samsok_authors_in_line("Av Difis arbeid framgår det"));
    assert_null(samsok_authors_in_line("Av Difi"));
    assert_null(samsok_authors_in_line("Forfatterne takker alle"));
}

static void a_mention_of_another_report_is_not_this_reports_number(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "Dette er en oppfølging av Difi-rapport 2014:7.",
        "Difi-rapport 2014:7 viste at samordning er vanskelig.",
        "I Difi-rapport 2014:7 og 2016:8 er dette drøftet",
        "en rapport 2014:7",
        "Evalueringsrapport",
        "Rapport for 2014",
        "Rapport 2014",
        "Difi-rapport 20147",
        "",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        assert_imprint(lines[i], NULL, NULL);
    }
}

static void the_publisher_completes_a_bare_series(void **state)
{
    (void)state;
    g_auto(SamsokImprint) imprint = {0};
    assert_true(samsok_imprint_find("Rapport 2018:9", "Difi", &imprint));
    assert_string_equal(imprint.series, "Difi-rapport");
}

static void a_files_name_may_give_series_and_number(void **state)
{
    (void)state;
    static const char *const names[][3] = {
        {"difi-notat-2017-02.txt", "Difi-notat", "2017:2"},
        {"difi-rapport_2016-8_ikke_bare.pdf", "Difi-rapport", "2016:8"},
        {"dfo-rapport-2024-14.pdf", "DFØ-rapport", "2024:14"},
        {"https://dfo.no/rapporter/dfo-rapport-20243", "DFØ-rapport", "2024:3"},
        {"https://dfo.no/rapporter/dfo-rapport-202414", "DFØ-rapport", "2024:14"},
        {"dfo-notat-20255.html", "DFØ-notat", "2025:5"},
        {"dfo-veiledningsnotat-2017-1.pdf", "DFØ-veiledningsnotat", "2017:1"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_auto(SamsokImprint) imprint = {0};
        assert_true(samsok_imprint_of_file_name(names[i][0], &imprint));
        assert_string_equal(imprint.series, names[i][1]);
        assert_string_equal(imprint.number, names[i][2]);
    }
    g_auto(SamsokImprint) none = {0};
    assert_false(samsok_imprint_of_file_name("dfo-rapport-20.pdf", &none));
    assert_false(samsok_imprint_of_file_name("rapport-2014-07-01.pdf", &none));
}

static void dates_are_read_from_lines_that_are_dates(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Oslo, 31. oktober 2018", "2018-10-31"}, {"31. oktober 2018", "2018-10-31"},
        {"Oslo, den 5. mai 2014", "2014-05-05"},  {"Publisert: 26. nov 2014", "2014-11-26"},
        {"November 2014", "2014-11"},             {"Leikanger, mars 2016", "2016-03"},
        {"17.11.2014", "2014-11-17"},             {"2016-03-01", "2016-03-01"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *date = samsok_imprint_date(cases[i][0]);
        assert_non_null(date);
        assert_string_equal(date, cases[i][1]);
    }
    static const char *const none[] = {"Vi møttes 31. oktober 2018 i Oslo.", "Regionreform 2014",
                                       "45. mai 2014", "17.13.2014", "", "2014"};
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++) {
        g_autofree char *date = samsok_imprint_date(none[i]);
        assert_null(date);
    }
}

static void what_programs_write_as_title_is_doubted(void **state)
{
    (void)state;
    static const char *const junk[] = {"Microsoft Word - x.doc", "untitled", "Uten navn", "rapport.docx",
                                       "Dokument1", "2014_07", "1", "", "PowerPoint-presentasjon", "a"};
    for (size_t i = 0; i < G_N_ELEMENTS(junk); i++) {
        assert_true(samsok_title_is_junk(junk[i]));
    }
    static const char *const good[] = {"Mot alle odds?", "Samordning", "Dokumentasjon av funn",
                                       "Dokumenthåndtering i staten", "Noark 5"};
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        assert_false(samsok_title_is_junk(good[i]));
    }
}

static const char *value(const SamsokDocument *document, SamsokField field)
{
    const char *found = samsok_metadata_value(samsok_document_metadata(document), field);
    return found == NULL ? "" : found;
}

static void a_title_page_gives_title_number_and_date(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_META, .text = "Microsoft Word - mal.doc", .name = "title"},
        {.kind = SAMSOK_RUN_PAGE, .page = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Difi-rapport 2014:07 ISSN 1890-6583", .page = 1, .font_size = 12},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Mot alle odds?", .page = 1, .font_size = 30},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Veier til samordning", .page = 1, .font_size = 18},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "November 2014", .page = 1, .font_size = 12},
        {.kind = SAMSOK_RUN_HEADING, .text = "Forord", .level = 1, .page = 1, .font_size = 20},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Difi-rapport 2013:11", .page = 1, .font_size = 12},
        {0}});
    assert_string_equal(value(document, SAMSOK_FIELD_TITLE), "Mot alle odds?");
    assert_string_equal(value(document, SAMSOK_FIELD_SERIES), "Difi-rapport");
    assert_string_equal(value(document, SAMSOK_FIELD_NUMBER), "2014:7");
    assert_string_equal(value(document, SAMSOK_FIELD_YEAR), "2014");
    assert_string_equal(value(document, SAMSOK_FIELD_DATE), "2014-11");
    assert_string_equal(value(document, SAMSOK_FIELD_PUBLISHER),
                        "Direktoratet for forvaltning og ikt (Difi)");
}

static void a_number_behind_the_title_page_is_anothers(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "Styring i staten", .level = 1},
        {.kind = SAMSOK_RUN_HEADING, .text = "Forord", .level = 2},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Difi-rapport 2014:7"},
        {.kind = SAMSOK_RUN_HEADING, .text = "Referanser", .level = 2},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Difi-rapport 2016:8"},
        {0}});
    assert_string_equal(value(document, SAMSOK_FIELD_TITLE), "Styring i staten");
    assert_string_equal(value(document, SAMSOK_FIELD_NUMBER), "");
    assert_string_equal(value(document, SAMSOK_FIELD_YEAR), "");
}

static void a_running_head_gives_the_number(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "1 Innledning", .level = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Direktoratet for forvaltning og ikt Rapport 2018:9",
         .flags = SAMSOK_RUN_FURNITURE},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Tekst."},
        {0}});
    assert_string_equal(value(document, SAMSOK_FIELD_SERIES), "Difi-rapport");
    assert_string_equal(value(document, SAMSOK_FIELD_NUMBER), "2018:9");
}

static void the_form_on_the_last_page_is_read_in_all_its_shapes(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Tekst før skjemaet."},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Rapporttittel: Saman om felles mål?"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Difis rapportnummer"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "2010:18"},
        {.kind = SAMSOK_RUN_ROW},
        {.kind = SAMSOK_RUN_CELL, .text = "Forfatter(e)"},
        {.kind = SAMSOK_RUN_CELL, .text = "Kari Berg, Ola Dal"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Prosjektnummer:"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Dato for utgivelse:"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "17. desember 2010"},
        {0}});
    assert_string_equal(value(document, SAMSOK_FIELD_TITLE), "Saman om felles mål?");
    assert_string_equal(value(document, SAMSOK_FIELD_NUMBER), "2010:18");
    assert_string_equal(value(document, SAMSOK_FIELD_AUTHORS), "Kari Berg; Ola Dal");
    assert_string_equal(value(document, SAMSOK_FIELD_DATE), "2010-12-17");
}

static void a_form_leaves_outline_and_passages(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "1 Funn", .level = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Dette er rapportens egen tekst."},
        {.kind = SAMSOK_RUN_HEADING, .text = "Rapporttittel", .level = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Felles kjøkken"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "DFØs rapportnummer: DFØ-rapport 2024:3"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Forfattere: Kari Berg, Ola Dal og Per Ås"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Dato for utgivelse: 3. mai 2024"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Postboks 1, 0001 Oslo"},
        {0}});
    assert_string_equal(value(document, SAMSOK_FIELD_TITLE), "Felles kjøkken");
    assert_string_equal(value(document, SAMSOK_FIELD_SERIES), "DFØ-rapport");
    assert_string_equal(value(document, SAMSOK_FIELD_AUTHORS), "Kari Berg; Ola Dal; Per Ås");
    assert_int_equal(samsok_document_section_count(document), 1);
    for (guint i = 0; i < samsok_document_passage_count(document); i++) {
        assert_null(strstr(samsok_document_passage(document, i)->text, "Kari Berg"));
    }
}

static void a_list_of_common_labels_stays_in_the_text(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "Felt i arkivet", .level = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Tittel: navnet på mappen"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Forfatter: den som skrev"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Dato: dagen den ble skrevet"},
        {0}});
    assert_int_equal(samsok_document_passage_count(document), 1);
    assert_non_null(strstr(samsok_document_passage(document, 0)->text, "navnet på mappen"));
}

static SamsokDocument *shape_page(const TestRun *table)
{
    g_autoptr(SamsokRuns) runs = test_runs(table);
    return samsok_shape(runs, &(SamsokShapeOptions){.file_name = "side-3.html", .media_type = "text/html"});
}

static void a_page_is_called_what_it_calls_itself(void **state)
{
    (void)state;
    static const char *const titles[] = {"x", "<p>", "foo<span>bar</em><i>baz", "U-test", "2014"};
    for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
        g_autoptr(SamsokDocument) document = shape_page((TestRun[]){
            {.kind = SAMSOK_RUN_META, .text = titles[i], .name = "title"},
            {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Test"}, {0}});
        assert_string_equal(value(document, SAMSOK_FIELD_TITLE), titles[i]);
    }
}

static void a_chapters_page_is_called_without_its_number(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"11.5. Oppsett av deling", "11.5. Oppsett av deling", "Oppsett av deling"},
        {"2. Direktoratenes rolle | DFØ", "2. Direktoratenes rolle", "Direktoratenes rolle"},
        {"Kapittel 14. Verktøy", "Kapittel 14. Verktøy", "Verktøy"},
        {"3. Noe annet", "4. Funn", "3. Noe annet"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(SamsokDocument) document = shape_page((TestRun[]){
            {.kind = SAMSOK_RUN_META, .text = cases[i][0], .name = "title"},
            {.kind = SAMSOK_RUN_HEADING, .text = cases[i][1], .level = 2},
            {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Tekst."}, {0}});
        assert_string_equal(value(document, SAMSOK_FIELD_TITLE), cases[i][2]);
    }
}

static void a_pages_identifier_number_or_address_gives_its_series(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"identifier", "Difi-rapport 2014:07", "2014:7"},
        {"url", "https://dfo.no/rapporter/dfo-rapport-202414", "2024:14"},
        {"number", "DFØ-rapport 2024:03", "2024:3"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(SamsokDocument) document = shape_page((TestRun[]){
            {.kind = SAMSOK_RUN_META, .text = cases[i][1], .name = cases[i][0]},
            {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Tekst."}, {0}});
        assert_string_equal(value(document, SAMSOK_FIELD_NUMBER), cases[i][2]);
        assert_true(*value(document, SAMSOK_FIELD_SERIES) != '\0');
    }
}

static void a_byline_on_the_title_page_gives_the_authors(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "Mot alle odds?", .level = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Av Kari Berg, Ola Dal og Per Ås"},
        {.kind = SAMSOK_RUN_HEADING, .text = "Forord", .level = 2},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Av Erna Lie og Siv Moe"},
        {0}});
    assert_string_equal(value(document, SAMSOK_FIELD_AUTHORS), "Kari Berg; Ola Dal; Per Ås");
}

/* Dots lead from a label to what is filled in; of a label they are no letters. */
static void a_label_of_more_than_a_hundred_bytes_is_none(void **state)
{
    (void)state;
    for (int longer = 0; longer <= 1; longer++) {
        g_autofree char *dots = g_strnfill((gsize)(100 - (int)strlen("Forfattere") + longer), '.');
        g_autofree char *authors = g_strdup_printf("Forfattere%s: Kari Berg, Ola Dal", dots);
        g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
            {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Tekst før skjemaet."},
            {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Rapporttittel: Saman om felles mål?"},
            {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Difis rapportnummer: 2010:18"},
            {.kind = SAMSOK_RUN_PARAGRAPH, .text = authors},
            {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Dato for utgivelse: 17. desember 2010"},
            {0}});
        assert_string_equal(value(document, SAMSOK_FIELD_DATE), "2010-12-17");
        assert_string_equal(value(document, SAMSOK_FIELD_AUTHORS), longer == 0 ? "Kari Berg; Ola Dal" : "");
    }
}

static void two_labels_are_no_form(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "Om tittel og dato", .level = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Tittel: feltet for tittel"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Forfatter: feltet for forfatter"},
        {0}});
    assert_string_equal(value(document, SAMSOK_FIELD_TITLE), "Om tittel og dato");
    assert_string_equal(value(document, SAMSOK_FIELD_AUTHORS), "");
}

static void the_sidecar_has_the_last_word_and_the_files_name_the_first(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) sidecar = samsok_metadata_new();
    samsok_metadata_set(sidecar, SAMSOK_FIELD_TITLE, "Erfaringer", SAMSOK_SOURCE_SIDECAR);
    g_autoptr(SamsokRuns) runs = test_runs((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "Forord", .level = 1}, {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Tekst om noe."}, {0}});
    SamsokShapeOptions options = {.file_name = "/a/difi-notat-2017-02.txt"};
    g_autoptr(SamsokDocument) without = samsok_shape(runs, &options);
    assert_string_equal(value(without, SAMSOK_FIELD_TITLE), "difi notat 2017 02");
    assert_string_equal(value(without, SAMSOK_FIELD_NUMBER), "2017:2");
    options.sidecar = sidecar;
    g_autoptr(SamsokDocument) with = samsok_shape(runs, &options);
    assert_string_equal(value(with, SAMSOK_FIELD_TITLE), "Erfaringer");
    assert_string_equal(value(with, SAMSOK_FIELD_YEAR), "2017");
}

static void blocks_and_document_know_their_language(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_META, .text = "en", .name = "language"},
        {.kind = SAMSOK_RUN_HEADING, .text = "Samordning", .level = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Departementa har ikkje avklart kven som skal leie arbeidet, og dei veit det."},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Korleis vert det? Kva gjer dei andre verksemdene når dei ikkje får svar?"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "The ministries have not decided who is to lead the work of the government."},
        {0}});
    assert_string_equal(value(document, SAMSOK_FIELD_LANGUAGE), "nn");
    assert_string_equal(samsok_document_block(document, 0)->language, "nn");
    assert_string_equal(samsok_document_block(document, 3)->language, "en");
}

static void assert_publisher(const char *value, const char *expected)
{
    g_autofree char *line = g_strconcat("Utgiver: ", value, NULL);
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Rapporttittel: Saman om felles mål?"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Difis rapportnummer: 2014:7"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = line},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Dato for utgivelse: 1.9.2014"},
        {0}});
    const SamsokMetadata *metadata = samsok_document_metadata(document);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_PUBLISHER), expected);
}

static void a_publisher_has_no_address_in_its_name(void **state)
{
    (void)state;
    assert_publisher("Difi, Postboks 8115 Dep, 0032 Oslo", "Difi");
    assert_publisher("Nærings-, handels- og fiskeridepartementet, Grev Wedels plass 9, Oslo",
                     "Nærings-, handels- og fiskeridepartementet");
    assert_publisher("Difi, boks 8115", "Difi");
    assert_publisher("Difi og DFØ, avdeling for analyse", "Difi og DFØ, avdeling for analyse");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_printed_forms_of_series_and_number_are_read),
        cmocka_unit_test(a_mention_of_another_report_is_not_this_reports_number),
        cmocka_unit_test(the_publisher_completes_a_bare_series),
        cmocka_unit_test(a_files_name_may_give_series_and_number),
        cmocka_unit_test(dates_are_read_from_lines_that_are_dates),
        cmocka_unit_test(what_programs_write_as_title_is_doubted),
        cmocka_unit_test(a_title_page_gives_title_number_and_date),
        cmocka_unit_test(a_number_behind_the_title_page_is_anothers),
        cmocka_unit_test(a_running_head_gives_the_number),
        cmocka_unit_test(the_form_on_the_last_page_is_read_in_all_its_shapes),
        cmocka_unit_test(the_forms_seen_in_the_series_are_read),
        cmocka_unit_test(names_of_authors_are_parted_and_bodies_stay_whole),
        cmocka_unit_test(only_a_byline_says_who_wrote_the_report),
        cmocka_unit_test(a_form_leaves_outline_and_passages),
        cmocka_unit_test(a_list_of_common_labels_stays_in_the_text),
        cmocka_unit_test(a_page_is_called_what_it_calls_itself),
        cmocka_unit_test(a_chapters_page_is_called_without_its_number),
        cmocka_unit_test(a_pages_identifier_number_or_address_gives_its_series),
        cmocka_unit_test(a_byline_on_the_title_page_gives_the_authors),
        cmocka_unit_test(a_label_of_more_than_a_hundred_bytes_is_none),
        cmocka_unit_test(two_labels_are_no_form),
        cmocka_unit_test(the_sidecar_has_the_last_word_and_the_files_name_the_first),
        cmocka_unit_test(blocks_and_document_know_their_language),
        cmocka_unit_test(a_publisher_has_no_address_in_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
