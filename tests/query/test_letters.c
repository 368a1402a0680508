/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of texts as phrases are compared. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/query/letters.h"

static void assert_letters(const char *text, const char *expected)
{
    g_autoptr(GString) letters = g_string_new("what was there");
    samsok_letters_of(text, letters);
    assert_string_equal(letters->str, expected);
}

static void white_space_is_one_blank_and_none_at_the_ends(void **state)
{
    (void)state;
    assert_letters("", "");
    assert_letters(" \n ", "");
    assert_letters("  En  to\n\tTRE fire ", "en to tre fire");
    assert_letters("en \xC2\xA0to", "en to");
    assert_letters("en ", "en");
    assert_letters("en  ", "en");
    assert_letters("på øya", "på øya");
}

static void dashes_and_quotes_are_the_same(void **state)
{
    (void)state;
    assert_letters("«Å – gå»", "\"å - gå\"");
    assert_letters("‘a’ “b”", "'a' \"b\"");
    assert_letters("sam\xC2\xAD" "ordning", "samordning");
}

static void every_character_of_latin1_is_small_as_unicode_has_it(void **state)
{
    (void)state;
    for (gunichar c = 0xC0; c <= 0xFF; c++) {
        g_autoptr(GString) text = g_string_new("A ");
        g_autoptr(GString) expected = g_string_new("a ");
        g_string_append_unichar(text, c);
        g_string_append_unichar(expected, g_unichar_tolower(c));
        g_string_append(text, "B");
        g_string_append(expected, "b");
        assert_letters(text->str, expected->str);
    }
}

static void a_phrase_stands_in_whole_words(void **state)
{
    (void)state;
    assert_true(samsok_letters_find("en sak til", "sak til"));
    assert_false(samsok_letters_find("en saker til", "sak"));
    assert_false(samsok_letters_find("usak", "sak"));
    assert_true(samsok_letters_find("usak, sak", "sak"));
    assert_false(samsok_letters_find("sak", ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(white_space_is_one_blank_and_none_at_the_ends),
        cmocka_unit_test(dashes_and_quotes_are_the_same),
        cmocka_unit_test(every_character_of_latin1_is_small_as_unicode_has_it),
        cmocka_unit_test(a_phrase_stands_in_whole_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
