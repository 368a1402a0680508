/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a plain text uses its lines is measured rightly. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/shape/spacing.h"
#include "tests/shape/fixture.h"

static SamsokLayout measured(const char *text)
{
    g_autoptr(SamsokRuns) runs = fixture_runs_from_text(text);
    g_autoptr(SamsokLines) lines = samsok_lines_new(runs);
    return samsok_spacing_measure(lines);
}

static void rows_that_go_on_with_small_letters_are_wrapped(void **state)
{
    (void)state;
    SamsokLayout layout = measured("Dette er en tekst som er brutt\nover flere linjer, slik at hver\nav dem går "
                                   "videre på den\nneste. Slik er det.\n");
    assert_int_equal(layout.flow, SAMSOK_FLOW_WRAPPED);
    assert_int_equal(layout.usual_blanks, 0);
}

static void rows_that_begin_with_capitals_are_paragraphs(void **state)
{
    (void)state;
    SamsokLayout layout = measured("En sak om skole\nKommunen bygger ny skole.\nNaboene protesterer.\n"
                                   "Saken kommer opp igjen.\n");
    assert_int_equal(layout.flow, SAMSOK_FLOW_PARAGRAPHS);
}

static void rows_far_wider_than_paper_are_paragraphs(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 4; i++) {
        for (int k = 0; k < 60; k++) {
            g_string_append(text, "ord ");
        }
        g_string_append(text, "\n");
    }
    assert_int_equal(measured(text->str).flow, SAMSOK_FLOW_PARAGRAPHS);
}

static void lettered_items_do_not_make_a_text_wrapped(void **state)
{
    (void)state;
    SamsokLayout layout = measured("Det skal opplyses om\na) navn\nb) adresse\nc) alder\nSlik er loven.\n");
    assert_int_equal(layout.flow, SAMSOK_FLOW_PARAGRAPHS);
}

static void empty_line_after_each_row_means_nothing(void **state)
{
    (void)state;
    SamsokLayout layout = measured("Dette er en tekst \n\nsom er brutt over \n\nflere linjer, og \n\nsom har en tom "
                                   "\n\nlinje etter hver. \n\n \n\nDet er ikke \n\nuvanlig.\n");
    assert_int_equal(layout.usual_blanks, 1);
    assert_int_equal(layout.usual_trailing, 1);
    assert_int_equal(layout.flow, SAMSOK_FLOW_WRAPPED);
}

static void empty_lines_between_paragraphs_are_not_double_spacing(void **state)
{
    (void)state;
    SamsokLayout layout = measured("Et avsnitt.\n\nEt annet avsnitt.\n\nDet tredje.\n\nDet fjerde.\n\nDet femte.\n\n"
                                   "Det sjette.\n\nDet siste.\n");
    assert_int_equal(layout.usual_blanks, 0);
}

static void gap_counts_what_is_beyond_the_usual(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = fixture_runs_from_text("a\n\nb\n\n \n\nc\nd\n");
    g_autoptr(SamsokLines) lines = samsok_lines_new(runs);
    SamsokLayout layout = {.usual_blanks = 1};
    samsok_spacing_undo(lines, &layout);
    assert_true(samsok_lines_at(lines, 1)->gap == 0.0);
    assert_true(samsok_lines_at(lines, 2)->gap == 1.0);
    assert_true(samsok_lines_at(lines, 3)->gap == 0.0);
}

static void text_without_lines_is_measured(void **state)
{
    (void)state;
    assert_int_equal(measured("").flow, SAMSOK_FLOW_PARAGRAPHS);
    assert_int_equal(measured("\n \n\n").usual_blanks, 0);
}

static void single_spaced_text_has_no_hidden_pages(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = fixture_runs_from_text("Dette er\n innrykket\n og det er\n dette\n");
    g_autoptr(SamsokLines) lines = samsok_lines_new(runs);
    SamsokLayout layout = samsok_spacing_measure(lines);
    assert_int_equal(samsok_spacing_pages(lines, &layout), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_go_on_with_small_letters_are_wrapped),
        cmocka_unit_test(rows_that_begin_with_capitals_are_paragraphs),
        cmocka_unit_test(rows_far_wider_than_paper_are_paragraphs),
        cmocka_unit_test(lettered_items_do_not_make_a_text_wrapped),
        cmocka_unit_test(empty_line_after_each_row_means_nothing),
        cmocka_unit_test(empty_lines_between_paragraphs_are_not_double_spacing),
        cmocka_unit_test(gap_counts_what_is_beyond_the_usual),
        cmocka_unit_test(text_without_lines_is_measured),
        cmocka_unit_test(single_spaced_text_has_no_hidden_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
