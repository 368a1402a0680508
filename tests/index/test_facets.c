/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of counting matches by series, year and kind of section. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "index/facets.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

static const ShelfReport reports[] = {
    {.id = "a", .title = "Om bruer", .series = "Difi-rapport", .number = "2014:1", .year = 2014,
     .language = "nb", .author = "Kari Nord", .path = "/a.txt"},
    {.id = "b", .title = "Om veier", .series = "Difi-rapport", .number = "2015:1", .year = 2015,
     .language = "nb", .author = "Kari Nord", .path = "/b.txt"},
    {.id = "c", .title = "Om tunneler", .series = "Difi-notat", .number = "2015:2", .year = 2015,
     .language = "nn", .author = "Ola Vest", .path = "/c.txt"},
    {.id = NULL},
};

static const ShelfPassage passages[] = {
    {"a", "1", "Start", "Samordning krever penger."},
    {"a", "2", "Slutt", "Penger krever samordning av alle."},
    {"b", "1", "Start", "Samordning tar tid."},
    {"c", "1", "Start", "Samordning tek tid."},
    {"c", "2", "Slutt", "Ingenting om saken."},
    {NULL, NULL, NULL, NULL},
};

static int set_up(void **state)
{
    *state = test_folder_new();
    shelf_write(*state, reports, passages);
    return 0;
}

/* "value=passages/reports " of each value of one facet of `query`. Owner: the caller. */
static char *counts(const char *dir, const char *query, const char *name, const SamsokFilters *filters)
{
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, NULL);
    SamsokQuestion question = {.query = query, .count = 1};
    if (filters != NULL) {
        question.filters = *filters;
    }
    const char *const names[] = {name, NULL};
    g_autoptr(SamsokFacets) facets = samsok_index_facets(index, &question, names, NULL);
    assert_non_null(facets);
    assert_true(facets->is_exact);
    assert_int_equal(facets->facets->len, 1);
    const SamsokFacet *facet = g_ptr_array_index(facets->facets, 0);
    assert_string_equal(facet->name, name);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < facet->values->len; i++) {
        const SamsokFacetValue *value = g_ptr_array_index(facet->values, i);
        g_string_append_printf(text, "%s(%s)=%u/%u ", value->value, value->label,
                               (guint)value->passages, (guint)value->reports);
    }
    return g_string_free(text, FALSE);
}

static void passages_and_reports_are_counted_most_first(void **state)
{
    g_autofree char *series = counts(*state, "samordning", "series", NULL);
    assert_string_equal(series, "difi-rapport(Difi-rapport)=3/2 difi-notat(Difi-notat)=1/1 ");
    g_autofree char *year = counts(*state, "samordning", "year", NULL);
    assert_string_equal(year, "2014(2014)=2/1 2015(2015)=2/2 ");
    g_autofree char *language = counts(*state, "samordning", "language", NULL);
    assert_string_equal(language, "nb(bokmål)=3/2 nn(nynorsk)=1/1 ");
}

static void filters_narrow_what_is_counted(void **state)
{
    SamsokFilters filters = {.year_first = 2015, .year_last = 2015};
    g_autofree char *series = counts(*state, "samordning", "series", &filters);
    assert_string_equal(series, "difi-notat(Difi-notat)=1/1 difi-rapport(Difi-rapport)=1/1 ");
}

static void phrases_count_where_they_stand_and_not_where_their_words_do(void **state)
{
    g_autofree char *series = counts(*state, "\"krever samordning\"", "series", NULL);
    assert_string_equal(series, "difi-rapport(Difi-rapport)=1/1 ");
}

static void nothing_that_matches_has_no_values(void **state)
{
    g_autofree char *series = counts(*state, "elefant", "series", NULL);
    assert_string_equal(series, "");
}

static void facets_have_known_names(void **state)
{
    (void)state;
    assert_true(samsok_facet_is_known("kind"));
    assert_false(samsok_facet_is_known("colour"));
    assert_false(samsok_facet_is_known(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passages_and_reports_are_counted_most_first),
        cmocka_unit_test(filters_narrow_what_is_counted),
        cmocka_unit_test(phrases_count_where_they_stand_and_not_where_their_words_do),
        cmocka_unit_test(nothing_that_matches_has_no_values),
        cmocka_unit_test(facets_have_known_names),
    };
    return cmocka_run_group_tests(tests, set_up, test_folder_tear_down);
}
