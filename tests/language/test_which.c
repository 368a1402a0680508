/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bokmål, nynorsk and English are told apart; other languages are none of them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/function_words.h"
#include "core/language/which.h"

static const char *which(const char *text)
{
    SamsokLanguageVotes votes = {0};
    samsok_language_vote(&votes, text);
    return samsok_language_decide(&votes);
}

static void one_sentence_of_bokmal_is_enough(void **state)
{
    (void)state;
    assert_string_equal(which("Departementet har ikke avklart hvem som skal lede arbeidet."), "nb");
    assert_string_equal(which("Hva er de viktigste læringspunktene fra prosjektene?"), "nb");
    assert_string_equal(which("HVORDAN VIRKER SAMORDNINGEN I NOEN AV SAKENE?"), "nb");
}

static void one_sentence_of_nynorsk_is_enough(void **state)
{
    (void)state;
    assert_string_equal(which("Departementet har ikkje avklart kven som skal leie arbeidet."), "nn");
    assert_string_equal(which("Korleis kan verksemdene samarbeide betre enn dei gjer i dag?"), "nn");
    assert_string_equal(which("Dei tverrgåande oppgåvene vart løyste saman med kommunane."), "nn");
}

static void english_is_told_from_norwegian(void **state)
{
    (void)state;
    assert_string_equal(which("The Challenge of Coordination in Central Government"), "en");
    assert_string_equal(which("This report is about the role of the ministries."), "en");
    assert_string_equal(which("Rapporten «The case for change» er ikke omtalt her."), "nb");
}

static void neighbouring_languages_are_not_taken_for_norwegian(void **state)
{
    (void)state;
    assert_string_equal(which("Regeringen har efter sommeren set på, hvad der bliver gjort mellem "
                              "ministerierne, uden at nogle af dem blev hørt."), "");
    assert_string_equal(which("Regeringen har inte sett vad som är gjort mellan departementen och "
                              "att det finns för mycket kvar."), "");
    assert_string_equal(which("Die Regierung hat nicht gesehen, was das ist und auf was sich der "
                              "Bericht auch im Grunde bezieht."), "");
}

static void a_few_words_say_nothing(void **state)
{
    (void)state;
    assert_string_equal(which(""), "");
    assert_string_equal(which("Samordning"), "");
    assert_string_equal(which("2014:7 12 %"), "");
    assert_string_equal(which("og er som"), "");
}

static void votes_add_up(void **state)
{
    (void)state;
    SamsokLanguageVotes sum = {0};
    SamsokLanguageVotes one = {0};
    samsok_language_vote(&one, "ikkje dei");
    samsok_language_vote(&sum, "ikke");
    samsok_language_add(&sum, &one);
    assert_int_equal(sum.bokmal, 1);
    assert_int_equal(sum.nynorsk, 2);
    assert_string_equal(samsok_language_decide(&sum), "nn");
}

static void declared_tags_become_our_codes(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"nb", "nb"}, {"no", "nb"}, {"NO", "nb"}, {"nb-NO", "nb"}, {"nb_NO", "nb"}, {"nn", "nn"},
        {"nn-NO", "nn"}, {"no-nyn", "nn"}, {"Norsk bokmål", "nb"}, {"Norsk nynorsk", "nn"},
        {"en", "en"}, {"en-GB", "en"}, {"English", "en"}, {"nds", ""}, {"nog", ""}, {"de", ""},
        {"", ""}, {"n", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_string_equal(samsok_language_of_tag(cases[i][0]), cases[i][1]);
    }
    assert_string_equal(samsok_language_of_tag(NULL), "");
}

static void the_table_is_sorted_and_no_word_outgrows_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < samsok_function_word_count; i++) {
        const char *word = samsok_function_words[i].word;
        assert_true(strlen(word) <= SAMSOK_FUNCTION_WORD_MAX_BYTES);
        assert_true(i == 0 || strcmp(samsok_function_words[i - 1].word, word) < 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_sentence_of_bokmal_is_enough),
        cmocka_unit_test(one_sentence_of_nynorsk_is_enough),
        cmocka_unit_test(english_is_told_from_norwegian),
        cmocka_unit_test(neighbouring_languages_are_not_taken_for_norwegian),
        cmocka_unit_test(a_few_words_say_nothing),
        cmocka_unit_test(votes_add_up),
        cmocka_unit_test(declared_tags_become_our_codes),
        cmocka_unit_test(the_table_is_sorted_and_no_word_outgrows_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
