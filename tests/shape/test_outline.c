/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, bookmarks, contents page and looks agree on levels; sections nest. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/shape/heading.h"
#include "tests/shape/support.h"

static void assert_number(const char *text, const char *number, const char *title)
{
    const char *found_title = NULL;
    g_autofree char *found = samsok_heading_number(text, &found_title);
    assert_true((found == NULL) == (number == NULL));
    if (number != NULL) {
        assert_string_equal(found, number);
    }
    assert_string_equal(found_title, title);
}

static void numbers_are_split_from_titles(void **state)
{
    (void)state;
    assert_number("2.3 KMDs samordningsroller", "2.3", "KMDs samordningsroller");
    assert_number("2.3. KMDs roller", "2.3", "KMDs roller");
    assert_number("1 Innledning", "1", "Innledning");
    assert_number("1. innledning", "1", "innledning");
    assert_number("Kapittel 4: Funn", "4", "Funn");
    assert_number("Kapittel 4 – Funn", "4", "Funn");
    assert_number("Kapittel 4", "4", "Kapittel 4");
    assert_number("Chapter 2. Results", "2", "Results");
    assert_number("A.1 Metode", "A.1", "Metode");
    assert_number("II. Del to", "II", "Del to");
}

static void what_only_looks_like_a_number_stays_in_the_title(void **state)
{
    (void)state;
    static const char *const titles[] = {"10 råd for samordning", "2014 i tall", "7S-modellen", "2014",
                                         "Vedlegg 1: Metode", "§ 3 Formål", "I Norge", "12", "3 % av alt",
                                         "", "0-24-samarbeidet"};
    for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) {
        assert_number(titles[i], NULL, titles[i]);
    }
}

static void titles_tell_the_kind_of_section_in_both_written_languages(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        SamsokSectionKind kind;
    } cases[] = {
        {"Forord", SAMSOK_SECTION_PREFACE},          {"FØREORD", SAMSOK_SECTION_PREFACE},
        {"Sammendrag", SAMSOK_SECTION_SUMMARY},      {"Samandrag og råd", SAMSOK_SECTION_SUMMARY},
        {"Innhold", SAMSOK_SECTION_CONTENTS},        {"Innhald", SAMSOK_SECTION_CONTENTS},
        {"Innhold i tilsynet", SAMSOK_SECTION_BODY}, {"Referansar", SAMSOK_SECTION_REFERENCES},
        {"Litteraturliste", SAMSOK_SECTION_REFERENCES}, {"Vedlegg 2: Metode", SAMSOK_SECTION_APPENDIX},
        {"Vedleggene", SAMSOK_SECTION_BODY},         {"Summary", SAMSOK_SECTION_SUMMARY},
        {"Bakgrunn", SAMSOK_SECTION_BODY},           {"", SAMSOK_SECTION_BODY},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_int_equal(samsok_heading_kind(cases[i].title), cases[i].kind);
    }
}

/* Levels, numbers and titles of all headings: "1 2.3 KMDs roller|…". */
static void assert_headings(const SamsokDocument *document, const char *expected)
{
    g_autoptr(GString) got = g_string_new(NULL);
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        if (block->kind == SAMSOK_BLOCK_HEADING) {
            g_string_append_printf(got, "%s%u %s%s%s", got->len > 0 ? "|" : "", block->level,
                                   block->number, *block->number != '\0' ? " " : "", block->text);
        }
    }
    assert_string_equal(got->str, expected);
}

static void a_title_above_numbered_chapters_does_not_push_them_down(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "Mot alle odds", .level = 1},
        {.kind = SAMSOK_RUN_HEADING, .text = "1 Innledning", .level = 2},
        {.kind = SAMSOK_RUN_HEADING, .text = "1.1 Bakgrunn", .level = 3},
        {.kind = SAMSOK_RUN_HEADING, .text = "Et underpunkt", .level = 4},
        {.kind = SAMSOK_RUN_HEADING, .text = "2 Funn", .level = 2},
        {.kind = SAMSOK_RUN_HEADING, .text = "2.1 Flere funn", .level = 3},
        {0}});
    assert_headings(document, "1 Mot alle odds|1 1 Innledning|2 1.1 Bakgrunn|3 Et underpunkt|1 2 Funn|"
                              "2 2.1 Flere funn");
}

static void numbers_that_start_anew_in_each_chapter_are_not_first_levels(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "1 Roller", .level = 1},
        {.kind = SAMSOK_RUN_HEADING, .text = "1 Pådriver", .level = 2},
        {.kind = SAMSOK_RUN_HEADING, .text = "2 Tilrettelegger", .level = 2},
        {.kind = SAMSOK_RUN_HEADING, .text = "2 Trinn", .level = 1},
        {.kind = SAMSOK_RUN_HEADING, .text = "1 Første", .level = 2},
        {.kind = SAMSOK_RUN_HEADING, .text = "2 Andre", .level = 2},
        {.kind = SAMSOK_RUN_HEADING, .text = "3 Råd", .level = 1},
        {0}});
    assert_headings(document, "1 1 Roller|2 1 Pådriver|2 2 Tilrettelegger|1 2 Trinn|2 1 Første|"
                              "2 2 Andre|1 3 Råd");
}

static void paragraphs_of_a_law_lie_below_its_chapters(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_LINE, .text = "Lov om prøver", .line = 1},
        {.kind = SAMSOK_RUN_LINE, .text = "", .line = 2},
        {.kind = SAMSOK_RUN_LINE, .text = "Kapittel 1. Formål og virkeområde", .line = 3},
        {.kind = SAMSOK_RUN_LINE, .text = "", .line = 4},
        {.kind = SAMSOK_RUN_LINE, .text = "§ 1 Lovens formål", .line = 5},
        {.kind = SAMSOK_RUN_LINE, .text = "", .line = 6},
        {.kind = SAMSOK_RUN_LINE, .text = "Formålet er at alle prøver blir tatt på samme måte i hele landet.", .line = 7},
        {.kind = SAMSOK_RUN_LINE, .text = "", .line = 8},
        {.kind = SAMSOK_RUN_LINE, .text = "§ 2 Lovens virkeområde", .line = 9},
        {.kind = SAMSOK_RUN_LINE, .text = "", .line = 10},
        {.kind = SAMSOK_RUN_LINE, .text = "Loven gjelder for alle som tar prøver, også dem som gjør det frivillig.", .line = 11},
        {.kind = SAMSOK_RUN_LINE, .text = "", .line = 12},
        {.kind = SAMSOK_RUN_LINE, .text = "§ 3 Definisjoner", .line = 13},
        {.kind = SAMSOK_RUN_LINE, .text = "", .line = 14},
        {.kind = SAMSOK_RUN_LINE, .text = "Med prøve menes alt som tas ut for å bli undersøkt i et laboratorium.", .line = 15},
        {.kind = SAMSOK_RUN_LINE, .text = "", .line = 16},
        {.kind = SAMSOK_RUN_LINE, .text = "§ 4 Forskrifter", .line = 17},
        {.kind = SAMSOK_RUN_LINE, .text = "", .line = 18},
        {.kind = SAMSOK_RUN_LINE, .text = "Departementet kan gi forskrifter om hvordan prøver skal tas og oppbevares.", .line = 19},
        {0}});
    assert_headings(document, "1 Lov om prøver|1 1 Formål og virkeområde|2 § 1 Lovens formål|2 § 2 Lovens virkeområde|"
                              "2 § 3 Definisjoner|2 § 4 Forskrifter");
}

static void unnumbered_levels_never_jump_by_more_than_one(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_HEADING, .text = "Først", .level = 3},
        {.kind = SAMSOK_RUN_HEADING, .text = "Så", .level = 6},
        {.kind = SAMSOK_RUN_HEADING, .text = "Til slutt", .level = 1},
        {0}});
    assert_headings(document, "1 Først|2 Så|1 Til slutt");
}

static void bookmarks_make_a_heading_of_a_paragraph_on_their_page(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_OUTLINE, .text = "Veien videre", .level = 2, .page = 2},
        {.kind = SAMSOK_RUN_PAGE, .page = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Veien videre", .page = 1},
        {.kind = SAMSOK_RUN_HEADING, .text = "1 Funn", .level = 1, .page = 1},
        {.kind = SAMSOK_RUN_PAGE, .page = 2},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Veien videre", .page = 2},
        {0}});
    assert_headings(document, "1 1 Funn|2 Veien videre");
    assert_int_equal(samsok_document_block(document, 0)->kind, SAMSOK_BLOCK_PARAGRAPH);
}

static void the_contents_page_makes_headings_of_what_follows_it(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Mandat og metode"},
        {.kind = SAMSOK_RUN_CONTENTS, .text = "1.1 Mandat og metode ........ 9"},
        {.kind = SAMSOK_RUN_CONTENTS, .text = "Status 2013 . . . . 12"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Mandat og metode"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Om mandat og metode."},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "STATUS 2013"},
        {0}});
    assert_int_equal(samsok_document_block(document, 0)->kind, SAMSOK_BLOCK_PARAGRAPH);
    assert_headings(document, "2 Mandat og metode|1 STATUS 2013");
}

static void a_list_item_that_is_a_bookmark_gets_its_marker_as_number(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_OUTLINE, .text = "3. Funn", .level = 1, .page = 1},
        {.kind = SAMSOK_RUN_PAGE, .page = 1},
        {.kind = SAMSOK_RUN_ITEM, .text = "Funn", .level = 1, .name = "3.", .page = 1},
        {0}});
    assert_headings(document, "1 3 Funn");
}

static void sections_nest_and_say_where_blocks_belong(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Foran alt."},
        {.kind = SAMSOK_RUN_HEADING, .text = "1 Innledning", .level = 1},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Under en."},
        {.kind = SAMSOK_RUN_HEADING, .text = "1.1 Bakgrunn", .level = 2},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Under en punkt en."},
        {.kind = SAMSOK_RUN_HEADING, .text = "Vedlegg 1", .level = 1},
        {.kind = SAMSOK_RUN_HEADING, .text = "Metode", .level = 2},
        {0}});
    assert_int_equal(samsok_document_section_count(document), 4);
    const SamsokSection *first = samsok_document_section(document, 0);
    const SamsokSection *second = samsok_document_section(document, 1);
    assert_string_equal(first->number, "1");
    assert_string_equal(first->title, "Innledning");
    assert_int_equal(first->first_block, 1);
    assert_int_equal(first->end_block, 5);
    assert_int_equal(first->parent, SAMSOK_NONE);
    assert_int_equal(second->parent, 0);
    assert_int_equal(second->end_block, 5);
    assert_int_equal(samsok_document_block(document, 0)->section, SAMSOK_NONE);
    assert_int_equal(samsok_document_block(document, 2)->section, 0);
    assert_int_equal(samsok_document_block(document, 4)->section, 1);
    assert_int_equal(samsok_document_section(document, 3)->kind, SAMSOK_SECTION_APPENDIX);
    assert_int_equal(samsok_document_section(document, 3)->end_block, 7);
}

static void without_headings_there_are_no_sections(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document =
        test_shape((TestRun[]){{.kind = SAMSOK_RUN_PARAGRAPH, .text = "Bare tekst."}, {0}});
    assert_int_equal(samsok_document_section_count(document), 0);
    assert_int_equal(samsok_document_passage_count(document), 1);
    assert_int_equal(samsok_document_passage(document, 0)->section, SAMSOK_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_split_from_titles),
        cmocka_unit_test(what_only_looks_like_a_number_stays_in_the_title),
        cmocka_unit_test(titles_tell_the_kind_of_section_in_both_written_languages),
        cmocka_unit_test(a_title_above_numbered_chapters_does_not_push_them_down),
        cmocka_unit_test(numbers_that_start_anew_in_each_chapter_are_not_first_levels),
        cmocka_unit_test(paragraphs_of_a_law_lie_below_its_chapters),
        cmocka_unit_test(unnumbered_levels_never_jump_by_more_than_one),
        cmocka_unit_test(bookmarks_make_a_heading_of_a_paragraph_on_their_page),
        cmocka_unit_test(the_contents_page_makes_headings_of_what_follows_it),
        cmocka_unit_test(a_list_item_that_is_a_bookmark_gets_its_marker_as_number),
        cmocka_unit_test(sections_nest_and_say_where_blocks_belong),
        cmocka_unit_test(without_headings_there_are_no_sections),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
