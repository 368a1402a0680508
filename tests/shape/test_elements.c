/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Elements become the blocks a reader sees. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "tests/shape/support.h"

static const SamsokBlock *block(const SamsokDocument *document, guint index)
{
    assert_true(index < samsok_document_block_count(document));
    return samsok_document_block(document, index);
}

static void each_kind_of_element_becomes_its_kind_of_block(void **state)
{
    (void)state;
    static const struct {
        SamsokRunKind run;
        SamsokBlockKind block;
    } kinds[] = {
        {SAMSOK_RUN_HEADING, SAMSOK_BLOCK_HEADING},   {SAMSOK_RUN_PARAGRAPH, SAMSOK_BLOCK_PARAGRAPH},
        {SAMSOK_RUN_ITEM, SAMSOK_BLOCK_LIST_ITEM},    {SAMSOK_RUN_CAPTION, SAMSOK_BLOCK_CAPTION},
        {SAMSOK_RUN_NOTE, SAMSOK_BLOCK_FOOTNOTE},     {SAMSOK_RUN_QUOTE, SAMSOK_BLOCK_QUOTE},
        {SAMSOK_RUN_PRE, SAMSOK_BLOCK_PARAGRAPH},     {SAMSOK_RUN_CONTENTS, SAMSOK_BLOCK_CONTENTS},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autoptr(SamsokDocument) document = test_shape((TestRun[]){{.kind = kinds[i].run, .text = "Tekst"}, {0}});
        assert_int_equal(samsok_document_block_count(document), 1);
        assert_int_equal(block(document, 0)->kind, kinds[i].block);
        assert_string_equal(block(document, 0)->text, "Tekst");
    }
}

static void an_item_keeps_its_marker_and_depth_apart_from_its_text(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document =
        test_shape((TestRun[]){{.kind = SAMSOK_RUN_ITEM, .text = " Avklar \n mandatet ", .level = 2, .name = "b)"}, {0}});
    assert_string_equal(block(document, 0)->marker, "b)");
    assert_int_equal(block(document, 0)->level, 2);
    assert_string_equal(block(document, 0)->text, "Avklar mandatet");
}

static void cells_gather_in_their_row_and_empty_ones_keep_their_column(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_ROW},
        {.kind = SAMSOK_RUN_CELL, .text = "Rolle", .flags = SAMSOK_RUN_HEADER},
        {.kind = SAMSOK_RUN_CELL, .text = ""},
        {.kind = SAMSOK_RUN_CELL, .text = "Trekk", .flags = SAMSOK_RUN_HEADER},
        {.kind = SAMSOK_RUN_ROW},
        {.kind = SAMSOK_RUN_CELL, .text = "Pådriver", .flags = SAMSOK_RUN_HEADER},
        {.kind = SAMSOK_RUN_CELL, .text = "lav"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Etter."},
        {0}});
    assert_int_equal(samsok_document_block_count(document), 3);
    assert_true(block(document, 0)->is_table_head);
    assert_string_equal(block(document, 0)->cells[1], "");
    assert_string_equal(block(document, 0)->cells[2], "Trekk");
    assert_null(block(document, 0)->cells[3]);
    assert_false(block(document, 1)->is_table_head);
    assert_string_equal(block(document, 1)->text, "Pådriver | lav");
    assert_int_equal(block(document, 2)->kind, SAMSOK_BLOCK_PARAGRAPH);
}

static void a_row_without_text_leaves_nothing(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_ROW}, {.kind = SAMSOK_RUN_CELL, .text = " "}, {.kind = SAMSOK_RUN_ROW}, {.kind = SAMSOK_RUN_CELL, .text = "x"}, {.kind = SAMSOK_RUN_ROW}, {0}});
    assert_int_equal(samsok_document_block_count(document), 1);
    assert_string_equal(block(document, 0)->text, "x");
    assert_null(block(document, 0)->cells[1]);
}

static void a_cell_without_a_row_opens_one(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document =
        test_shape((TestRun[]){{.kind = SAMSOK_RUN_CELL, .text = "a"}, {.kind = SAMSOK_RUN_CELL, .text = "b"}, {0}});
    assert_int_equal(samsok_document_block_count(document), 1);
    assert_string_equal(block(document, 0)->text, "a | b");
}

static void a_run_that_continues_is_part_of_the_one_before(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "samord"},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "ning nå", .flags = SAMSOK_RUN_CONTINUES},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Ny."},
        {0}});
    assert_int_equal(samsok_document_block_count(document), 2);
    assert_string_equal(block(document, 0)->text, "samordning nå");
}

static void preformatted_text_keeps_its_lines(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document =
        test_shape((TestRun[]){{.kind = SAMSOK_RUN_PRE, .text = "\n\n  a  \n    b\n\n"}, {0}});
    assert_string_equal(block(document, 0)->text, "  a\n    b");
}

static void furniture_is_kept_as_such_and_stays_out_of_passages(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Side 3", .flags = SAMSOK_RUN_FURNITURE},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Brødtekst."},
        {0}});
    assert_int_equal(block(document, 0)->kind, SAMSOK_BLOCK_FURNITURE);
    assert_int_equal(samsok_document_passage_count(document), 1);
    assert_string_equal(samsok_document_passage(document, 0)->text, "Brødtekst.");
}

static void elements_without_text_leave_nothing(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document =
        test_shape((TestRun[]){{.kind = SAMSOK_RUN_HEADING, .text = " ", .level = 1}, {.kind = SAMSOK_RUN_PRE, .text = "\n"}, {0}});
    assert_int_equal(samsok_document_block_count(document), 0);
    assert_int_equal(samsok_document_passage_count(document), 0);
}

static void marks_of_known_notes_are_taken_out_of_the_text(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Statlig politikk.7 Fem år senere8, sa «alle»7 det. Kap. 7 og CO2."},
        {.kind = SAMSOK_RUN_NOTE, .text = "Meld. St. 19.", .name = "7"},
        {.kind = SAMSOK_RUN_NOTE, .text = "Se over.", .name = "[8]"},
        {0}});
    assert_string_equal(block(document, 0)->text,
                        "Statlig politikk. Fem år senere, sa «alle» det. Kap. 7 og CO2.");
    assert_string_equal(block(document, 1)->marker, "7");
}

static void marks_that_count_up_are_taken_out_without_notes(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Politikk.1 Fem år."},
        {.kind = SAMSOK_RUN_ITEM, .text = "styring2 og ledelse."},
        {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Slutt.3"},
        {0}});
    assert_string_equal(block(document, 0)->text, "Politikk. Fem år.");
    assert_string_equal(block(document, 1)->text, "styring og ledelse.");
    assert_string_equal(block(document, 2)->text, "Slutt.");
}

static void a_number_that_only_looks_like_a_mark_stays(void **state)
{
    (void)state;
    static const char *const texts[] = {"Versjon.1 er ny.", "Tiltak med MP3 og H1N1.", "Tallet var 3.5 i alt.",
                                        "Se punkt 2.1 og 2.2, i 2013.9 tilfeller."};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(SamsokDocument) document = test_shape((TestRun[]){{.kind = SAMSOK_RUN_PARAGRAPH, .text = texts[i]}, {0}});
        assert_string_equal(block(document, 0)->text, texts[i]);
    }
}

/* It would be stored with each passage below it. */
static void a_heading_longer_than_the_limit_is_a_paragraph(void **state)
{
    (void)state;
    g_autofree char *longest = g_strnfill(SAMSOK_MAX_HEADING_BYTES, 'x');
    g_autofree char *longer = g_strnfill(SAMSOK_MAX_HEADING_BYTES + 1, 'x');
    g_autoptr(SamsokDocument) document =
        test_shape((TestRun[]){{.kind = SAMSOK_RUN_HEADING, .text = longest, .level = 1},
                               {.kind = SAMSOK_RUN_HEADING, .text = longer, .level = 2},
                               {.kind = SAMSOK_RUN_PARAGRAPH, .text = "Tekst."},
                               {0}});
    assert_int_equal(block(document, 0)->kind, SAMSOK_BLOCK_HEADING);
    assert_int_equal(block(document, 1)->kind, SAMSOK_BLOCK_PARAGRAPH);
    assert_int_equal(block(document, 1)->level, 0);
    assert_string_equal(block(document, 1)->text, longer);
    assert_int_equal(samsok_document_section_count(document), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_of_element_becomes_its_kind_of_block),
        cmocka_unit_test(an_item_keeps_its_marker_and_depth_apart_from_its_text),
        cmocka_unit_test(cells_gather_in_their_row_and_empty_ones_keep_their_column),
        cmocka_unit_test(a_row_without_text_leaves_nothing),
        cmocka_unit_test(a_cell_without_a_row_opens_one),
        cmocka_unit_test(a_run_that_continues_is_part_of_the_one_before),
        cmocka_unit_test(preformatted_text_keeps_its_lines),
        cmocka_unit_test(furniture_is_kept_as_such_and_stays_out_of_passages),
        cmocka_unit_test(elements_without_text_leave_nothing),
        cmocka_unit_test(marks_of_known_notes_are_taken_out_of_the_text),
        cmocka_unit_test(marks_that_count_up_are_taken_out_without_notes),
        cmocka_unit_test(a_number_that_only_looks_like_a_mark_stays),
        cmocka_unit_test(a_heading_longer_than_the_limit_is_a_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
