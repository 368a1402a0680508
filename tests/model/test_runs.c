/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What plugins say is checked and cleaned before it is believed. */
#include "config.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/model/runs.h"

static SamsokRun line_of(const char *text, uint32_t page)
{
    return (SamsokRun){
        .kind = SAMSOK_RUN_LINE, .text = text, .text_len = strlen(text), .page = page};
}

static SamsokRun page_of(uint32_t page)
{
    return (SamsokRun){.kind = SAMSOK_RUN_PAGE, .page = page};
}

/* Appends `run`, which must fail with `code` and leave `runs` as it was. */
static void assert_refused(SamsokRuns *runs, const SamsokRun *run, int code)
{
    guint len = samsok_runs_len(runs);
    gsize bytes = samsok_runs_text_bytes(runs);
    g_autoptr(GError) error = NULL;
    assert_false(samsok_runs_append(runs, run, &error));
    assert_true(g_error_matches(error, SAMSOK_ERROR, code));
    assert_int_equal(samsok_runs_len(runs), len);
    assert_int_equal(samsok_runs_text_bytes(runs), bytes);
}

static void assert_taken(SamsokRuns *runs, const SamsokRun *run)
{
    g_autoptr(GError) error = NULL;
    assert_true(samsok_runs_append(runs, run, &error));
    assert_null(error);
}

static void text_comes_out_clean_and_terminated(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokRun run = line_of("e\xCC\x81t \xEF\xAC\x81n\xFF rest", 0);
    run.text_len -= 5; /* « rest» is not part of the run */
    run.name = "k\0y";
    run.name_len = 3;
    assert_taken(runs, &run);
    const SamsokRun *kept = samsok_runs_at(runs, 0);
    assert_string_equal(kept->text, "ét fin\xEF\xBF\xBD");
    assert_int_equal(kept->text_len, strlen(kept->text));
    assert_string_equal(kept->name, "ky");
    assert_int_equal(samsok_runs_text_bytes(runs), kept->text_len + kept->name_len);
}

static void missing_text_and_name_become_empty_strings(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokRun run = {.kind = SAMSOK_RUN_LINE};
    assert_taken(runs, &run);
    assert_string_equal(samsok_runs_at(runs, 0)->text, "");
    assert_string_equal(samsok_runs_at(runs, 0)->name, "");
}

static void unknown_kind_is_passed_over_without_error(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokRun unknown[] = {{.kind = 0}, {.kind = SAMSOK_RUN_CONTENTS + 1}, {.kind = UINT32_MAX}};
    for (size_t i = 0; i < G_N_ELEMENTS(unknown); i++) {
        assert_taken(runs, &unknown[i]);
    }
    assert_int_equal(samsok_runs_len(runs), 0);
}

static void level_is_clamped(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokRun run = {.kind = SAMSOK_RUN_HEADING, .level = UINT32_MAX};
    assert_taken(runs, &run);
    assert_int_equal(samsok_runs_at(runs, 0)->level, SAMSOK_MAX_LEVEL);
}

static void pages_must_rise_by_one_from_one(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokRun second = page_of(2);
    assert_refused(runs, &second, SAMSOK_ERROR_PLUGIN);
    SamsokRun first = page_of(1);
    assert_taken(runs, &first);
    assert_refused(runs, &first, SAMSOK_ERROR_PLUGIN);
    assert_taken(runs, &second);
    assert_int_equal(samsok_runs_page_count(runs), 2);
}

static void a_line_must_stand_on_the_page_opened_last(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokRun early = line_of("x", 1);
    assert_refused(runs, &early, SAMSOK_ERROR_PLUGIN);
    SamsokRun pages[] = {page_of(1), page_of(2)};
    assert_taken(runs, &pages[0]);
    assert_taken(runs, &pages[1]);
    assert_refused(runs, &early, SAMSOK_ERROR_PLUGIN);
    SamsokRun good = line_of("x", 2);
    assert_taken(runs, &good);
}

static void a_bookmark_may_lead_to_a_page_not_opened_yet(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokRun outline = {.kind = SAMSOK_RUN_OUTLINE, .page = 7};
    assert_taken(runs, &outline);
}

static void numbers_must_be_finite(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokRun odd[] = {{.kind = SAMSOK_RUN_LINE, .x = (double)NAN},
                       {.kind = SAMSOK_RUN_LINE, .y = (double)INFINITY},
                       {.kind = SAMSOK_RUN_LINE, .width = -(double)INFINITY},
                       {.kind = SAMSOK_RUN_LINE, .height = (double)NAN},
                       {.kind = SAMSOK_RUN_LINE, .font_size = (double)NAN}};
    for (size_t i = 0; i < G_N_ELEMENTS(odd); i++) {
        assert_refused(runs, &odd[i], SAMSOK_ERROR_PLUGIN);
    }
}

static void a_run_longer_than_the_interface_allows_is_the_plugins_error(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    g_autofree char *text = g_strnfill(SAMSOK_MAX_RUN_BYTES + 1, 'a');
    SamsokRun run = line_of(text, 0);
    assert_refused(runs, &run, SAMSOK_ERROR_PLUGIN);
    run.text_len--;
    assert_taken(runs, &run);
    SamsokRun named = {.kind = SAMSOK_RUN_META, .name = text, .name_len = SAMSOK_MAX_RUN_BYTES + 1};
    assert_refused(runs, &named, SAMSOK_ERROR_PLUGIN);
}

static void text_stops_at_its_limit(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    g_autofree char *text = g_strnfill(SAMSOK_MAX_RUN_BYTES, 'a');
    SamsokRun run = line_of(text, 0);
    for (size_t i = 0; i < SAMSOK_MAX_TEXT_BYTES / SAMSOK_MAX_RUN_BYTES; i++) {
        assert_taken(runs, &run);
    }
    SamsokRun last = line_of("a", 0);
    assert_refused(runs, &last, SAMSOK_ERROR_LIMIT);
}

static void text_counts_as_long_as_cleaning_makes_it(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    g_autofree char *text = g_strnfill(1000, '\xFF');
    SamsokRun run = {.kind = SAMSOK_RUN_LINE, .text = text, .text_len = 1000};
    assert_taken(runs, &run);
    assert_int_equal(samsok_runs_text_bytes(runs), 3000);
}

static void runs_stop_at_their_limit(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokRun run = line_of("", 0);
    for (uint32_t i = 0; i < SAMSOK_MAX_RUNS; i++) {
        assert_true(samsok_runs_append(runs, &run, NULL));
    }
    assert_refused(runs, &run, SAMSOK_ERROR_LIMIT);
}

static void pages_stop_at_their_limit(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    for (uint32_t i = 1; i <= SAMSOK_MAX_PAGES; i++) {
        SamsokRun page = page_of(i);
        assert_true(samsok_runs_append(runs, &page, NULL));
    }
    SamsokRun page = page_of(SAMSOK_MAX_PAGES + 1);
    assert_refused(runs, &page, SAMSOK_ERROR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_comes_out_clean_and_terminated),
        cmocka_unit_test(missing_text_and_name_become_empty_strings),
        cmocka_unit_test(unknown_kind_is_passed_over_without_error),
        cmocka_unit_test(level_is_clamped),
        cmocka_unit_test(pages_must_rise_by_one_from_one),
        cmocka_unit_test(a_line_must_stand_on_the_page_opened_last),
        cmocka_unit_test(a_bookmark_may_lead_to_a_page_not_opened_yet),
        cmocka_unit_test(numbers_must_be_finite),
        cmocka_unit_test(a_run_longer_than_the_interface_allows_is_the_plugins_error),
        cmocka_unit_test(text_stops_at_its_limit),
        cmocka_unit_test(text_counts_as_long_as_cleaning_makes_it),
        cmocka_unit_test(runs_stop_at_their_limit),
        cmocka_unit_test(pages_stop_at_their_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
