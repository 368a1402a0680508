/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which matches are ranked, and the order they come in. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "index/pool.h"

/* `heavier` matches of weights of their own, then `equals` that weigh the same, then a light one. */
static GArray *matches_with(guint heavier, guint equals)
{
    GArray *matches = g_array_new(FALSE, FALSE, sizeof(SamsokMatch));
    for (guint i = 0; i <= heavier + equals; i++) {
        double weight = i < heavier ? 1000.0 - i : i < heavier + equals ? 10 : 1;
        SamsokMatch match = {.docid = i + 1, .weight = weight};
        g_array_append_val(matches, match);
    }
    return matches;
}

static guint pool_len_with(guint heavier, guint equals)
{
    g_autoptr(GArray) matches = matches_with(heavier, equals);
    return samsok_pool_len(matches);
}

static void equals_that_fit_are_all_in_the_pool(void **state)
{
    (void)state;
    assert_int_equal(pool_len_with(10, 10), 21);
    assert_int_equal(pool_len_with(SAMSOK_RERANK_POOL - 5, 5), SAMSOK_RERANK_POOL);
}

static void equals_that_do_not_all_fit_are_left_out(void **state)
{
    (void)state;
    assert_int_equal(pool_len_with(SAMSOK_RERANK_POOL - 5, 6), SAMSOK_RERANK_POOL - 5);
    assert_int_equal(pool_len_with(SAMSOK_RERANK_POOL_FEWEST, 100), SAMSOK_RERANK_POOL_FEWEST);
}

static void a_pool_that_would_be_small_takes_some_of_the_equals(void **state)
{
    (void)state;
    assert_int_equal(pool_len_with(SAMSOK_RERANK_POOL_FEWEST - 1, 100), SAMSOK_RERANK_POOL);
    assert_int_equal(pool_len_with(0, 100), SAMSOK_RERANK_POOL);
}

/* The ids' hashes stand in another order than the ids (FNV-1a). */
static void equals_come_in_the_order_of_their_ids_hashes(void **state)
{
    (void)state;
    SamsokPassageRecord records[] = {{.id = "a#1"}, {.id = "a#2"}, {.id = "a#3"}, {.id = "a#4"}};
    const SamsokMatch read[] = {{1, 5}, {2, 3}, {3, 3}, {4, 1}};
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(SamsokMatch));
    g_array_append_vals(matches, read, G_N_ELEMENTS(read));
    g_autoptr(GPtrArray) passages = g_ptr_array_new();
    for (guint i = 0; i < G_N_ELEMENTS(records); i++) {
        g_ptr_array_add(passages, &records[i]);
    }
    samsok_pool_order_equals(matches, passages);
    const uint32_t wanted[] = {1, 3, 2, 4};
    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
        assert_int_equal(g_array_index(matches, SamsokMatch, i).docid, wanted[i]);
        assert_ptr_equal(g_ptr_array_index(passages, i), &records[wanted[i] - 1]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equals_that_fit_are_all_in_the_pool),
        cmocka_unit_test(equals_that_do_not_all_fit_are_left_out),
        cmocka_unit_test(a_pool_that_would_be_small_takes_some_of_the_equals),
        cmocka_unit_test(equals_come_in_the_order_of_their_ids_hashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
