/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Report ids: what they are made of, and that each is given out once. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "index/ids.h"

typedef struct {
    const char *id;
    const char *series;
    const char *number;
    const char *title;
    const char *year;
} Fields;

static void assert_wanted(const Fields *fields, const char *expected)
{
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    samsok_metadata_set(metadata, SAMSOK_FIELD_ID, fields->id, SAMSOK_SOURCE_SIDECAR);
    samsok_metadata_set(metadata, SAMSOK_FIELD_SERIES, fields->series, SAMSOK_SOURCE_TEXT);
    samsok_metadata_set(metadata, SAMSOK_FIELD_NUMBER, fields->number, SAMSOK_SOURCE_TEXT);
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, fields->title, SAMSOK_SOURCE_TEXT);
    samsok_metadata_set(metadata, SAMSOK_FIELD_YEAR, fields->year, SAMSOK_SOURCE_TEXT);
    g_autofree char *wanted = samsok_ids_wanted(metadata, "fil navn.PDF");
    assert_string_equal(wanted, expected);
}

static void series_and_number_make_the_id(void **state)
{
    (void)state;
    assert_wanted(&(Fields){.series = "Difi-rapport", .number = "2014:07"}, "difi-rapport-2014-07");
    assert_wanted(&(Fields){.series = "Difi-rapport", .number = "2014:7"}, "difi-rapport-2014-07");
    assert_wanted(&(Fields){.series = "DFØ-notat", .number = "2021:12"}, "dfoe-notat-2021-12");
    assert_wanted(&(Fields){.series = "NOU", .number = "7", .year = "1989"}, "nou-1989-07");
    assert_wanted(&(Fields){.series = "Meld. St.", .number = "15 (2016–2017)"},
                  "meld-st-15-2016-2017");
}

static void without_a_number_title_and_year_make_it(void **state)
{
    (void)state;
    assert_wanted(&(Fields){.title = "Råd om læring", .year = "2017"}, "raad-om-laering-2017");
    assert_wanted(&(Fields){.title = "Råd om læring", .series = "Notat"}, "raad-om-laering");
    assert_wanted(&(Fields){.title = "«»"}, "fil-navn-pdf");
}

static void a_long_title_is_cut_at_a_word(void **state)
{
    (void)state;
    assert_wanted(&(Fields){.title = "En evaluering av arbeidet med samordning i statlig forvaltning "
                                     "gjennom mange år"},
                  "en-evaluering-av-arbeidet-med-samordning-i-statlig");
}

static void an_id_that_is_given_wins(void **state)
{
    (void)state;
    assert_wanted(&(Fields){.id = "Min Id", .series = "Difi-rapport", .number = "2014:07"}, "min-id");
}

static void an_id_is_given_out_once(void **state)
{
    (void)state;
    g_autoptr(SamsokIds) ids = samsok_ids_new();
    samsok_ids_take(ids, "a-3");
    static const char *const expected[] = {"a", "a-2", "a-4", "a-5"};
    for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
        g_autofree char *id = samsok_ids_give(ids, "a");
        assert_string_equal(id, expected[i]);
    }
}

static void a_released_id_is_free(void **state)
{
    (void)state;
    g_autoptr(SamsokIds) ids = samsok_ids_new();
    samsok_ids_take(ids, "a");
    samsok_ids_release(ids, "a");
    g_autofree char *id = samsok_ids_give(ids, "a");
    assert_string_equal(id, "a");
}

static void a_form_of_an_id_has_a_number_from_two_behind_it(void **state)
{
    (void)state;
    assert_true(samsok_ids_is_form_of("a", "a"));
    assert_true(samsok_ids_is_form_of("a-12", "a"));
    assert_false(samsok_ids_is_form_of("difi-rapport-2014-07", "difi-rapport-2014"));
    assert_false(samsok_ids_is_form_of("a-b", "a"));
    assert_false(samsok_ids_is_form_of("ab", "a"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(series_and_number_make_the_id),
        cmocka_unit_test(without_a_number_title_and_year_make_it),
        cmocka_unit_test(a_long_title_is_cut_at_a_word),
        cmocka_unit_test(an_id_that_is_given_wins),
        cmocka_unit_test(an_id_is_given_out_once),
        cmocka_unit_test(a_released_id_is_free),
        cmocka_unit_test(a_form_of_an_id_has_a_number_from_two_behind_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
