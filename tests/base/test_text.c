/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of core/base/text.h. */
#include "config.h"

#include "core/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#define MARK "\xEF\xBF\xBD"

static void expect_clean_len(const char *bytes, size_t len, const char *expected)
{
    size_t out_len = 0;
    g_autofree char *text = samsok_text_clean(bytes, len, &out_len);
    assert_string_equal(text, expected);
    assert_int_equal(out_len, strlen(expected));
    assert_true(samsok_text_is_clean(text, out_len));
    bool same = len == out_len && memcmp(bytes, text, len) == 0;
    assert_int_equal(samsok_text_is_clean(bytes, len), same);
}

static void expect_clean(const char *bytes, const char *expected)
{
    expect_clean_len(bytes, strlen(bytes), expected);
}

static void clean_text_stays_as_it_is(void **state)
{
    expect_clean("", "");
    expect_clean("\tto  blanke \n", "\tto  blanke \n");
    expect_clean("Årsak: «ærlig» – 5 € … én", "Årsak: «ærlig» – 5 € … én");
}

static void nothing_at_all_may_be_null(void **state)
{
    size_t len = 9;
    g_autofree char *text = samsok_text_clean(NULL, 0, &len);
    assert_string_equal(text, "");
    assert_int_equal(len, 0);
    g_autofree char *again = samsok_text_clean("a", 1, NULL);
    assert_string_equal(again, "a");
}

static void controls_are_dropped(void **state)
{
    expect_clean_len("a\0b", 3, "ab");
    expect_clean("a\x01\x1B\x7F" "b", "ab");
    expect_clean("a\xC2\x80\xC2\x9F" "b", "ab");
    expect_clean("\x01", "");
}

static void every_line_break_becomes_one_lf(void **state)
{
    expect_clean("a\r\nb\rc\vd\fe\xC2\x85" "f\xE2\x80\xA8g\xE2\x80\xA9h", "a\nb\nc\nd\ne\nf\ng\nh");
    expect_clean("a\r\r\nb\r", "a\n\nb\n");
}

static void invalid_sequences_become_one_mark_each(void **state)
{
    expect_clean("a\xFF" "b", "a" MARK "b");
    expect_clean("a\xE2\x82", "a" MARK);
    expect_clean("a\xF0\x9F\x98 b", "a" MARK " b");
    expect_clean("\x80\x80", MARK MARK);
    expect_clean("\xC0\xAF/", MARK "/");
    expect_clean("\xED\xA0\x80", MARK);
    expect_clean("\xF4\x90\x80\x80", MARK);
}

static void ligatures_are_spelled_out(void **state)
{
    expect_clean("e\xEF\xAC\x80" "ekt o\xEF\xAC\x83siell \xEF\xAC\x81n", "effekt offisiell fin");
    expect_clean("\xEF\xAC\x82yt", "flyt");
    expect_clean("\xEF\xAC\x84 \xEF\xAC\x85 \xEF\xAC\x86", "ffl st st");
}

static void invisible_characters_are_dropped(void **state)
{
    expect_clean("\xEF\xBB\xBFord\xE2\x80\x8B" "bok\xE2\x81\xA0", "ordbok");
}

static void soft_hyphens_joiners_and_private_bullets_stay(void **state)
{
    expect_clean("sam\xC2\xADordning", "sam\xC2\xADordning");
    expect_clean("\xEF\x82\xB7 punkt", "\xEF\x82\xB7 punkt");
    expect_clean("a\xE2\x80\x8D" "b", "a\xE2\x80\x8D" "b");
}

static void blanks_of_all_widths_become_a_blank(void **state)
{
    expect_clean("1\xC2\xA0" "000\xE2\x80\xAF" "000\xE2\x80\x89kr\xE3\x80\x80.", "1 000 000 kr .");
}

static void letters_are_composed(void **state)
{
    expect_clean("ga\xCC\x8A fo\xCC\x88r", "gå för");
    expect_clean("\xE2\x84\xAB", "Å");
    /* A mark that joins what precedes a dropped character. */
    expect_clean("a\xE2\x80\x8B\xCC\x8A", "å");
}

static void cleaning_twice_changes_nothing(void **state)
{
    guint32 seed = 7;
    for (int round = 0; round < 2000; round++) {
        char bytes[48];
        for (size_t i = 0; i < sizeof(bytes); i++) {
            seed = seed * 1664525u + 1013904223u;
            static const char often[] = "a\xCC\x8A\xE2\x80\x8B\xEF\xAC\x81\r\n\xC3\xA5";
            bytes[i] = seed >> 31 ? (char)(seed >> 20) : often[(seed >> 16) % (sizeof(often) - 1)];
        }
        size_t len = 0;
        g_autofree char *text = samsok_text_clean(bytes, sizeof(bytes), &len);
        assert_true(g_utf8_validate(text, (gssize)len, NULL));
        assert_true(samsok_text_is_clean(text, len));
    }
}

static void squeeze_folds_blanks_and_strips_ends(void **state)
{
    g_autofree char *text = samsok_text_squeeze(" \t to \n\n ord  ");
    assert_string_equal(text, "to ord");
    g_autofree char *blank = samsok_text_squeeze(" \n ");
    assert_string_equal(blank, "");
}

static void words_hold_a_letter_or_a_digit(void **state)
{
    assert_int_equal(samsok_text_word_count(""), 0);
    assert_int_equal(samsok_text_word_count(" – … * "), 0);
    assert_int_equal(samsok_text_word_count("«Å være» – 0-24-samarbeidet\ni 2016."), 5);
}

static void cut_never_splits_a_character(void **state)
{
    static const char text[] = "båt";
    static const char *const expected[] = {"", "b", "b", "bå", "båt", "båt"};
    for (size_t max = 0; max < G_N_ELEMENTS(expected); max++) {
        g_autofree char *cut = samsok_text_cut(text, max);
        assert_string_equal(cut, expected[max]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clean_text_stays_as_it_is),
        cmocka_unit_test(nothing_at_all_may_be_null),
        cmocka_unit_test(controls_are_dropped),
        cmocka_unit_test(every_line_break_becomes_one_lf),
        cmocka_unit_test(invalid_sequences_become_one_mark_each),
        cmocka_unit_test(ligatures_are_spelled_out),
        cmocka_unit_test(invisible_characters_are_dropped),
        cmocka_unit_test(soft_hyphens_joiners_and_private_bullets_stay),
        cmocka_unit_test(blanks_of_all_widths_become_a_blank),
        cmocka_unit_test(letters_are_composed),
        cmocka_unit_test(cleaning_twice_changes_nothing),
        cmocka_unit_test(squeeze_folds_blanks_and_strips_ends),
        cmocka_unit_test(words_hold_a_letter_or_a_digit),
        cmocka_unit_test(cut_never_splits_a_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
