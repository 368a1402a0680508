/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trust decides which value stays, whatever comes first. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "core/model/metadata.h"

static void a_less_trusted_value_never_displaces_a_better_one(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, "from text", SAMSOK_SOURCE_TEXT);
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, "from file", SAMSOK_SOURCE_FILE);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_TITLE), "from text");
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, "from csv", SAMSOK_SOURCE_SIDECAR);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_TITLE), "from csv");
    assert_int_equal(samsok_metadata_source(metadata, SAMSOK_FIELD_TITLE), SAMSOK_SOURCE_SIDECAR);
}

static void a_later_value_of_equal_trust_wins(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    samsok_metadata_set(metadata, SAMSOK_FIELD_DATE, "2014", SAMSOK_SOURCE_TEXT);
    samsok_metadata_set(metadata, SAMSOK_FIELD_DATE, "2015", SAMSOK_SOURCE_TEXT);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_DATE), "2015");
}

static void an_empty_value_says_nothing(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, "kept", SAMSOK_SOURCE_FILE);
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, " \n ", SAMSOK_SOURCE_SIDECAR);
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, NULL, SAMSOK_SOURCE_SIDECAR);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_TITLE), "kept");
    assert_int_equal(samsok_metadata_source(metadata, SAMSOK_FIELD_TITLE), SAMSOK_SOURCE_FILE);
    assert_null(samsok_metadata_value(metadata, SAMSOK_FIELD_URL));
}

static void white_space_is_squeezed(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, "  Mot\n alle\todds? ", SAMSOK_SOURCE_TEXT);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_TITLE), "Mot alle odds?");
}

static void a_long_value_is_cut_at_a_character(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    g_autofree char *odd = g_strnfill(SAMSOK_MAX_META_BYTES - 1, 'a');
    g_autofree char *title = g_strconcat(odd, "åååå", NULL);
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, title, SAMSOK_SOURCE_TEXT);
    const char *kept = samsok_metadata_value(metadata, SAMSOK_FIELD_TITLE);
    assert_int_equal(strlen(kept), SAMSOK_MAX_META_BYTES - 1);
    assert_true(g_utf8_validate(kept, -1, NULL));
}

static void authors_of_one_source_add_up_once_each(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    samsok_metadata_add_author(metadata, "Kari Berg", SAMSOK_SOURCE_FILE);
    samsok_metadata_add_author(metadata, " Ola  Dal ", SAMSOK_SOURCE_FILE);
    samsok_metadata_add_author(metadata, "Kari Berg", SAMSOK_SOURCE_FILE);
    samsok_metadata_add_author(metadata, " ", SAMSOK_SOURCE_FILE);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_AUTHORS), "Kari Berg; Ola Dal");
}

static void authors_of_a_better_source_start_anew(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    samsok_metadata_add_author(metadata, "user1", SAMSOK_SOURCE_FILE);
    samsok_metadata_add_author(metadata, "Kari Berg", SAMSOK_SOURCE_TEXT);
    samsok_metadata_add_author(metadata, "user2", SAMSOK_SOURCE_FILE);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_AUTHORS), "Kari Berg");
}

static guint year_of(SamsokField field, const char *value)
{
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    samsok_metadata_set(metadata, field, value, SAMSOK_SOURCE_TEXT);
    return samsok_metadata_year(metadata);
}

static void the_year_is_read_from_year_number_or_date(void **state)
{
    (void)state;
    assert_int_equal(year_of(SAMSOK_FIELD_YEAR, "2014"), 2014);
    assert_int_equal(year_of(SAMSOK_FIELD_NUMBER, "2017:2"), 2017);
    assert_int_equal(year_of(SAMSOK_FIELD_NUMBER, "1/2017"), 2017);
    assert_int_equal(year_of(SAMSOK_FIELD_DATE, "2018-10-31"), 2018);
}

static void what_is_no_year_gives_none(void **state)
{
    (void)state;
    static const char *const odd[] = {"20145", "201", "0214:1", "-201", "n. d.", "12/3", "9999"};
    for (size_t i = 0; i < G_N_ELEMENTS(odd); i++) {
        assert_int_equal(year_of(SAMSOK_FIELD_NUMBER, odd[i]), 0);
    }
}

static void year_goes_before_number_and_number_before_date(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    samsok_metadata_set(metadata, SAMSOK_FIELD_DATE, "2017-01-05", SAMSOK_SOURCE_SIDECAR);
    samsok_metadata_set(metadata, SAMSOK_FIELD_NUMBER, "2016:8", SAMSOK_SOURCE_TEXT);
    assert_int_equal(samsok_metadata_year(metadata), 2016);
    samsok_metadata_set(metadata, SAMSOK_FIELD_YEAR, "2015", SAMSOK_SOURCE_FILE);
    assert_int_equal(samsok_metadata_year(metadata), 2015);
}

static void merge_takes_what_is_at_least_as_trusted(void **state)
{
    (void)state;
    g_autoptr(SamsokMetadata) metadata = samsok_metadata_new();
    g_autoptr(SamsokMetadata) sidecar = samsok_metadata_new();
    samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, "text", SAMSOK_SOURCE_TEXT);
    samsok_metadata_set(metadata, SAMSOK_FIELD_URL, "kept", SAMSOK_SOURCE_FILE);
    samsok_metadata_set(sidecar, SAMSOK_FIELD_TITLE, "csv", SAMSOK_SOURCE_SIDECAR);
    samsok_metadata_merge(metadata, sidecar);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_TITLE), "csv");
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_URL), "kept");
    g_autoptr(SamsokMetadata) copy = samsok_metadata_dup(metadata);
    assert_string_equal(samsok_metadata_value(copy, SAMSOK_FIELD_TITLE), "csv");
    assert_int_equal(samsok_metadata_source(copy, SAMSOK_FIELD_URL), SAMSOK_SOURCE_FILE);
}

static void every_field_is_found_by_its_name(void **state)
{
    (void)state;
    for (guint i = 0; i < SAMSOK_FIELD_COUNT; i++) {
        assert_int_equal(samsok_field_from_name(samsok_field_name((SamsokField)i)), i);
    }
    assert_int_equal(samsok_field_from_name("tittel"), SAMSOK_FIELD_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_less_trusted_value_never_displaces_a_better_one),
        cmocka_unit_test(a_later_value_of_equal_trust_wins),
        cmocka_unit_test(an_empty_value_says_nothing),
        cmocka_unit_test(white_space_is_squeezed),
        cmocka_unit_test(a_long_value_is_cut_at_a_character),
        cmocka_unit_test(authors_of_one_source_add_up_once_each),
        cmocka_unit_test(authors_of_a_better_source_start_anew),
        cmocka_unit_test(the_year_is_read_from_year_number_or_date),
        cmocka_unit_test(what_is_no_year_gives_none),
        cmocka_unit_test(year_goes_before_number_and_number_before_date),
        cmocka_unit_test(merge_takes_what_is_at_least_as_trusted),
        cmocka_unit_test(every_field_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
