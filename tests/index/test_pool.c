/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which equals are ranked. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "index/pool.h"

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
        cmocka_unit_test(equals_come_in_the_order_of_their_ids_hashes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
