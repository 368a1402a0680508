/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same text in two reports is one hit; in one report it is two. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "index/fold.h"

static SamsokPassageRecord passage(const char *report, const char *id)
{
    return (SamsokPassageRecord){.report = report, .id = id};
}

static void the_same_text_in_another_report_is_counted_under_the_first(void **state)
{
    (void)state;
    g_autoptr(SamsokFold) fold = samsok_fold_new();
    SamsokPassageRecord pdf = passage("a", "a#0123456789");
    SamsokPassageRecord page = passage("a-2", "a-2#0123456789");
    SamsokPassageRecord other = passage("b", "b#0123456789-2");
    assert_false(samsok_fold_repeats(fold, &pdf));
    assert_int_equal(samsok_fold_count(fold, &pdf), 0);
    assert_true(samsok_fold_repeats(fold, &page));
    assert_true(samsok_fold_repeats(fold, &other));
    assert_int_equal(samsok_fold_count(fold, &pdf), 2);
}

static void another_text_stands_for_itself(void **state)
{
    (void)state;
    g_autoptr(SamsokFold) fold = samsok_fold_new();
    SamsokPassageRecord one = passage("a", "a#0123456789");
    SamsokPassageRecord two = passage("b", "b#0123456780");
    assert_false(samsok_fold_repeats(fold, &one));
    assert_false(samsok_fold_repeats(fold, &two));
    assert_int_equal(samsok_fold_count(fold, &two), 0);
}

static void a_text_twice_in_one_report_is_two_places(void **state)
{
    (void)state;
    g_autoptr(SamsokFold) fold = samsok_fold_new();
    SamsokPassageRecord one = passage("a", "a#0123456789");
    SamsokPassageRecord two = passage("a", "a#0123456789-2");
    assert_false(samsok_fold_repeats(fold, &one));
    assert_false(samsok_fold_repeats(fold, &two));
}

static void an_id_without_digits_of_a_text_is_never_folded(void **state)
{
    (void)state;
    g_autoptr(SamsokFold) fold = samsok_fold_new();
    SamsokPassageRecord one = passage("a", "a#0");
    SamsokPassageRecord two = passage("b", "b#0");
    assert_false(samsok_fold_repeats(fold, &one));
    assert_false(samsok_fold_repeats(fold, &two));
    assert_int_equal(samsok_fold_count(fold, &one), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_text_in_another_report_is_counted_under_the_first),
        cmocka_unit_test(another_text_stands_for_itself),
        cmocka_unit_test(a_text_twice_in_one_report_is_two_places),
        cmocka_unit_test(an_id_without_digits_of_a_text_is_never_folded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
