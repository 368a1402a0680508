/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of leaving common words out of a search. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/query/parse.h"
#include "index/budget.h"
#include "index/opened.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

static const ShelfReport reports[] = {
    {.id = "a", .title = "Tittel", .series = "", .number = "", .year = 2014, .language = "nb",
     .author = "", .path = "/a.txt"},
    {.id = NULL},
};

/* «fisk» stands in one passage, «torsk» in two, «hav» in four. */
static const ShelfPassage passages[] = {
    {"a", "1", "Start", "Fisk torsk hav."}, {"a", "1", "Start", "Torsk hav."},
    {"a", "1", "Start", "Hav."},            {"a", "1", "Start", "Hav."},
    {NULL, NULL, NULL, NULL},
};

static int set_up(void **state)
{
    *state = test_folder_new();
    shelf_write(*state, reports, passages);
    return 0;
}

static int tear_down(void **state)
{
    test_folder_free(*state);
    return 0;
}

/* The words of `text` that a budget leaves in, blanks between. Owner: the caller. */
static char *left_in(const char *dir, const char *text, uint64_t max_postings, bool *out_exceeded)
{
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, NULL);
    g_autoptr(SamsokQuery) query = samsok_query_parse(text, index->analyser);
    SamsokBudget budget = {.max_postings = max_postings};
    g_autoptr(GHashTable) out = samsok_budget_left_out(&budget, index->reader, query->root, NULL);
    assert_non_null(out);
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < query->root->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(query->root->children, i);
        if (!g_hash_table_contains(out, child)) {
            g_string_append_printf(words, "%s ", child->text);
        }
    }
    *out_exceeded = budget.is_exceeded;
    return g_string_free(words, FALSE);
}

static void assert_left_in(const char *dir, const char *text, uint64_t max_postings,
                           const char *expected, bool is_exceeded)
{
    bool exceeded = false;
    g_autofree char *words = left_in(dir, text, max_postings, &exceeded);
    assert_string_equal(words, expected);
    assert_int_equal(exceeded, is_exceeded);
}

static void within_the_budget_every_word_stays(void **state)
{
    assert_left_in(*state, "hav torsk fisk", 7, "hav torsk fisk ", false);
}

static void the_commonest_words_go_first(void **state)
{
    assert_left_in(*state, "hav torsk fisk", 6, "torsk fisk ", true);
    assert_left_in(*state, "hav torsk fisk", 2, "fisk ", true);
}

static void the_rarest_word_stays_whatever_it_costs(void **state)
{
    assert_left_in(*state, "hav torsk", 0, "torsk ", true);
    assert_left_in(*state, "+fisk hav torsk", 0, "fisk torsk ", true);
}

static void words_that_are_required_stay(void **state)
{
    assert_left_in(*state, "+hav fisk", 0, "hav fisk ", false);
}

static void words_that_stand_nowhere_cost_nothing(void **state)
{
    assert_left_in(*state, "elefant hav", 4, "elefant hav ", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(within_the_budget_every_word_stays),
        cmocka_unit_test(the_commonest_words_go_first),
        cmocka_unit_test(the_rarest_word_stays_whatever_it_costs),
        cmocka_unit_test(words_that_are_required_stay),
        cmocka_unit_test(words_that_stand_nowhere_cost_nothing),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
