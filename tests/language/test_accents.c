/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words without accents. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/language/accents.h"
#include "core/language/analyser.h"

typedef struct {
    const char *word;
    const char *plain;
} AccentCase;

static const AccentCase accent_cases[] = {
    {"", ""},
    {"samordning", "samordning"},
    {"blåbærsyltetøy", "blåbærsyltetøy"},
    {"komitéens", "komiteens"},
    {"miklós", "miklos"},
    {"sápmi", "sapmi"},
    {"škoda", "skoda"},
    {"erdoğan", "erdogan"},
    {"göteborg", "gøteborg"},
    {"västerås", "væsterås"},
    {"zürich", "zurich"},
    {"strauß", "strauss"},
    {"þórr", "thorr"},
    {"łódź", "lodz"},
    {"đorđe", "dorde"},
    {"œuvre", "oeuvre"},
    {"nguyễn", "nguyen"},   /* two marks on one letter */
    {"cafe\xCC\x81", "cafe"}, /* a mark of its own */
    {"bǻt", "båt"},         /* the ring is no accent */
    {"ѝван", "ѝван"},        /* of another script */
    {"allé", "alle"},
    {"\xCC\x81", "\xCC\x81"},
};

static void accents_fall_and_norwegian_letters_stay(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(accent_cases); i++) {
        SamsokPlainWord plain;
        assert_string_equal(samsok_accents_strip(accent_cases[i].word, plain), accent_cases[i].plain);
    }
}

static void a_word_that_would_say_nothing_keeps_its_accents(void **state)
{
    (void)state;
    SamsokPlainWord plain;
    assert_string_equal(samsok_accents_strip_meaningful("èn", plain), "èn");
    assert_string_equal(samsok_accents_strip_meaningful("allé", plain), "allé");
    assert_string_equal(samsok_accents_strip_meaningful("alléen", plain), "alleen");
}

static void a_word_without_accents_is_lent_back(void **state)
{
    (void)state;
    static const char word[] = "løsning";
    SamsokPlainWord plain;
    assert_ptr_equal(samsok_accents_strip(word, plain), word);
}

static void no_word_gets_longer_and_one_too_long_stays(void **state)
{
    (void)state;
    g_autoptr(GString) word = g_string_new(NULL);
    for (gunichar c = 0x80; c < 0x3000; c++) {
        char letters[8] = {0};
        SamsokPlainWord plain;
        g_unichar_to_utf8(c, letters);
        assert_true(strlen(samsok_accents_strip(letters, plain)) <= strlen(letters));
    }
    while (word->len <= SAMSOK_MAX_WORD_BYTES) {
        g_string_append(word, "é");
    }
    SamsokPlainWord plain;
    assert_ptr_equal(samsok_accents_strip(word->str, plain), word->str);
}

typedef struct {
    const char *word;
    const char *stem;
} StemCase;

static const StemCase stem_cases[] = {
    {"traséen", "trase"}, {"traseen", "trase"},
    {"miklós", "miklo"},  {"miklos", "miklo"},
    {"armé", "arme"},     {"arm", "arm"}, /* «é» is no ending */
    {"allé", "allé"},     {"alléen", "alleen"}, {"alleen", "alleen"}, /* «alle» says nothing */
};

static void stems_have_no_accents(void **state)
{
    (void)state;
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(stem_cases); i++) {
        assert_string_equal(samsok_analyser_stem(analyser, stem_cases[i].word), stem_cases[i].stem);
    }
}

static void a_prefix_without_accents_begins_words_with_them(void **state)
{
    (void)state;
    assert_true(samsok_accents_begins("komitéens", "komitee"));
    assert_true(samsok_accents_begins("komiteens", "komitee"));
    assert_false(samsok_accents_begins("komité", "komitee"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accents_fall_and_norwegian_letters_stay),
        cmocka_unit_test(a_word_that_would_say_nothing_keeps_its_accents),
        cmocka_unit_test(a_word_without_accents_is_lent_back),
        cmocka_unit_test(no_word_gets_longer_and_one_too_long_stays),
        cmocka_unit_test(stems_have_no_accents),
        cmocka_unit_test(a_prefix_without_accents_begins_words_with_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
