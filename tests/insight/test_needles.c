/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which texts hold one of a set of strings. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/insight/needles.h"

static bool holds(const char *const *needles, const char *text)
{
    g_autoptr(SamsokNeedles) set = samsok_needles_new(needles);
    return samsok_needles_any(set, text, strlen(text));
}

static void a_needle_stands_anywhere(void **state)
{
    (void)state;
    static const char *const needles[] = {"tilrå", "inn for", NULL};
    assert_true(holds(needles, "tilrår"));
    assert_true(holds(needles, "Vi går inn for"));
    assert_false(holds(needles, "Vi går inn fo"));
    assert_false(holds(needles, "tilr"));
    assert_false(holds(needles, ""));
}

static void capitals_of_ascii_and_latin1_are_their_letters(void **state)
{
    (void)state;
    static const char *const needles[] = {"bør", "åpne", NULL};
    assert_true(holds(needles, "BØR"));
    assert_true(holds(needles, "Åpne"));
    assert_false(holds(needles, "b×r"));
    assert_false(holds(needles, "Bor"));
}

static void short_needles_stand_at_the_very_end(void **state)
{
    (void)state;
    static const char *const needles[] = {"/", "§", "må", NULL};
    assert_true(holds(needles, "a/"));
    assert_true(holds(needles, "etter §"));
    assert_true(holds(needles, "må"));
    assert_false(holds(needles, "m"));
}

static void what_stands_behind_the_length_is_not_looked_at(void **state)
{
    (void)state;
    static const char *const needles[] = {"råd", NULL};
    g_autoptr(SamsokNeedles) set = samsok_needles_new(needles);
    assert_false(samsok_needles_any(set, "et råd", strlen("et rå")));
    assert_true(samsok_needles_any(set, "et råd", strlen("et råd")));
}

/* More needles than there are groups share them. */
static void needles_that_share_a_group_are_told_apart(void **state)
{
    (void)state;
    static const char *const needles[] = {"abc", "bcd", "cde", "def", "efg", "fgh", "ghi", "hij", "xyz", NULL};
    assert_true(holds(needles, "..xyz"));
    assert_true(holds(needles, "..abc"));
    assert_false(holds(needles, "ayc xbz"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_needle_stands_anywhere),
        cmocka_unit_test(capitals_of_ascii_and_latin1_are_their_letters),
        cmocka_unit_test(short_needles_stand_at_the_very_end),
        cmocka_unit_test(what_stands_behind_the_length_is_not_looked_at),
        cmocka_unit_test(needles_that_share_a_group_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
