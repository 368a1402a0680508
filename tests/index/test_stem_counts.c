/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stems counted by address come out as they came in. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "index/stem_counts.h"

/* "stem=count stem=count" of what was counted. Owner: the caller. */
static char *listing(SamsokStemCounts *counts, bool once)
{
    g_autoptr(GBytes) taken = samsok_stem_counts_take(counts, once);
    GString *out = g_string_new(NULL);
    const char *at = NULL;
    const char *stem = NULL;
    guint count = 0;
    while (samsok_stem_counts_next(taken, &at, &stem, &count)) {
        g_string_append_printf(out, "%s%s=%u", out->len == 0 ? "" : " ", stem, count);
    }
    return g_string_free(out, FALSE);
}

static void expect(SamsokStemCounts *counts, bool once, const char *expected)
{
    g_autofree char *got = listing(counts, once);
    assert_string_equal(got, expected);
}

static void stems_come_in_order_with_their_counts_and_are_forgotten(void **state)
{
    (void)state;
    const char *const stems[] = {"samordning", "å", "stat"};
    SamsokStemCounts *counts = samsok_stem_counts_new();
    expect(counts, false, "");
    for (guint i = 0; i < 6; i++) {
        samsok_stem_counts_add(counts, stems[i == 5 ? 0 : i % 3]);
    }
    expect(counts, false, "samordning=3 å=2 stat=1");
    samsok_stem_counts_add(counts, stems[2]);
    samsok_stem_counts_add(counts, stems[2]);
    expect(counts, true, "stat=1");
    samsok_stem_counts_free(counts);
}

static void a_count_that_no_byte_holds_comes_in_pieces(void **state)
{
    (void)state;
    const char *stem = "og";
    SamsokStemCounts *counts = samsok_stem_counts_new();
    for (guint i = 0; i < 600; i++) {
        samsok_stem_counts_add(counts, stem);
    }
    expect(counts, false, "og=255 og=255 og=90");
    samsok_stem_counts_free(counts);
}

static void more_stems_than_the_first_table_holds_are_kept_apart(void **state)
{
    (void)state;
    enum { COUNT = 5000 };
    static char stems[COUNT][8];
    SamsokStemCounts *counts = samsok_stem_counts_new();
    for (guint i = 0; i < 2 * COUNT; i++) {
        g_snprintf(stems[i % COUNT], sizeof stems[0], "s%u", i % COUNT);
        samsok_stem_counts_add(counts, stems[i % COUNT]);
    }
    g_autoptr(GBytes) taken = samsok_stem_counts_take(counts, false);
    const char *at = NULL;
    const char *stem = NULL;
    guint count = 0;
    for (guint i = 0; i < COUNT; i++) {
        assert_true(samsok_stem_counts_next(taken, &at, &stem, &count));
        assert_string_equal(stem, stems[i]);
        assert_int_equal(count, 2);
    }
    assert_false(samsok_stem_counts_next(taken, &at, &stem, &count));
    samsok_stem_counts_free(counts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stems_come_in_order_with_their_counts_and_are_forgotten),
        cmocka_unit_test(a_count_that_no_byte_holds_comes_in_pieces),
        cmocka_unit_test(more_stems_than_the_first_table_holds_are_kept_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
