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

/* The child and its parts, as far as they are left in. */
static void append_left_in(GString *words, GHashTable *out, const SamsokQueryNode *child)
{
    const SamsokQueryWord *word = &g_array_index(child->words, SamsokQueryWord, 0);
    if (!g_hash_table_contains(out, child)) {
        g_string_append_printf(words, "%s ", child->text);
    }
    for (guint i = 0; word->parts[i] != NULL; i++) {
        if (!g_hash_table_contains(out, word->parts[i])) {
            g_string_append_printf(words, "(%s) ", word->parts[i]);
        }
    }
}

/* The words of `text` that a budget leaves in, blanks between; `part` is a part of the first, NULL for none.
 * Owner: the caller. */
static char *left_in(const char *dir, const char *text, const char *part, uint64_t max_postings,
                     bool *out_exceeded)
{
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, NULL);
    g_autoptr(SamsokQuery) query = samsok_query_parse(text, index->analyser);
    SamsokBudget budget = {.max_postings = max_postings};
    if (part != NULL) {
        SamsokQueryNode *first = g_ptr_array_index(query->root->children, 0);
        samsok_query_word_add_part(&g_array_index(first->words, SamsokQueryWord, 0), part);
    }
    g_autoptr(GHashTable) out = g_hash_table_new(NULL, NULL);
    assert_true(samsok_budget_leave_out(&budget, index->reader, query->root, out, NULL));
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < query->root->children->len; i++) {
        append_left_in(words, out, g_ptr_array_index(query->root->children, i));
    }
    *out_exceeded = budget.is_exceeded;
    return g_string_free(words, FALSE);
}

static void assert_left_in(const char *dir, const char *text, uint64_t max_postings,
                           const char *expected, bool is_exceeded)
{
    bool exceeded = false;
    g_autofree char *words = left_in(dir, text, NULL, max_postings, &exceeded);
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

/* «torsk» as a part has the rank of 2 / 0.4 postings, one more than «hav». */
static void parts_go_before_words_that_are_a_little_commoner(void **state)
{
    bool exceeded = false;
    g_autofree char *all = left_in(*state, "fisk hav", "torsk", 7, &exceeded);
    assert_string_equal(all, "fisk (torsk) hav ");
    assert_false(exceeded);
    g_autofree char *some = left_in(*state, "fisk hav", "torsk", 6, &exceeded);
    assert_string_equal(some, "fisk hav ");
    assert_true(exceeded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(within_the_budget_every_word_stays),
        cmocka_unit_test(the_commonest_words_go_first),
        cmocka_unit_test(the_rarest_word_stays_whatever_it_costs),
        cmocka_unit_test(words_that_are_required_stay),
        cmocka_unit_test(words_that_stand_nowhere_cost_nothing),
        cmocka_unit_test(parts_go_before_words_that_are_a_little_commoner),
    };
    return cmocka_run_group_tests(tests, set_up, test_folder_tear_down);
}
