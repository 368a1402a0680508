/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens, stems and stop words. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/language/analyser.h"

static int make_analyser(void **state)
{
    *state = samsok_analyser_new(NULL);
    return *state == NULL;
}

static int drop_analyser(void **state)
{
    samsok_analyser_free(*state);
    return 0;
}

/* The tokens of `text` as "word/stem@start-end" with blanks between. */
static char *listing(SamsokAnalyser *analyser, const char *text, const char *language)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(analyser, text, language, tokens);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < tokens->len; i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        g_string_append_printf(out, "%s%s/%s@%u-%u", i == 0 ? "" : " ", token->word, token->stem,
                               token->start, token->end);
    }
    return g_string_free(out, FALSE);
}

typedef struct {
    const char *text;
    const char *language;
    const char *expected;
} TokenCase;

static const TokenCase token_cases[] = {
    {"", "", ""},
    {" – … «»", "nb", ""},
    {"Norges Norge", "nb", "norges/norg@0-6 norge/norg@7-12"},
    {"SAMORDNINGEN", "", "samordningen/samordning@0-12"},
    {"utfordringar", "nn", "utfordringar/utfordring@0-12"},
    {"policies", "en", "policies/polici@0-8"},
    {"policies", "nb", "policies/polici@0-8"},
    {"Ærlig ØL på Åsen", "nb", "ærlig/ærl@0-6 øl/øl@7-10 på/på@11-14 åsen/åsen@15-20"},
    {"3,5 og 2014.7.", "nb", "3,5/3,5@0-3 og/og@4-6 2014.7/2014.7@7-13"},
    {"2014:7", "nb", "2014/2014@0-4 7/7@5-6"},
    {"0-24-samarbeidet", "nb", "0/0@0-1 24/24@2-4 samarbeidet/samarbeid@5-16"},
    {"kap.5", "nb", "kap/kap@0-3 5/5@4-5"},
    {"v1.2", "nb", "v1/v1@0-2 2/2@3-4"},
    {"kommuner\xC2\xB9 m", "nb", "kommuner/kommun@0-8 m/m@11-12"},
    {"sam\xC2\xAD" "ordning", "nb", "samordning/samordning@0-12"},
    {"_a_", "nb", "a/a@1-2"},
};

/* Letters of two bytes are folded without asking for them one by one. */
static void every_character_of_latin1_is_a_letter_and_small_as_unicode_has_it(void **state)
{
    for (gunichar c = 0xA0; c <= 0xFF; c++) {
        g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
        g_autoptr(GString) text = g_string_new("a");
        g_autoptr(GString) folded = g_string_new("a");
        g_string_append_unichar(text, c);
        g_string_append_unichar(folded, g_unichar_tolower(c));
        g_string_append(g_string_append(text, "B"), " C");
        g_string_append_c(folded, 'b');
        samsok_analyser_tokens(*state, text->str, "nb", tokens);
        bool is_soft_hyphen = c == 0xAD;
        bool joins = g_unichar_isalpha(c) || g_unichar_isdigit(c) || is_soft_hyphen;
        assert_int_equal(tokens->len, joins ? 2 : 3);
        const char *first = g_array_index(tokens, SamsokToken, 0).word;
        assert_string_equal(first, is_soft_hyphen ? "ab" : joins ? folded->str : "a");
    }
}

static void text_is_cut_into_folded_words_with_stems_and_offsets(void **state)
{
    for (size_t i = 0; i < G_N_ELEMENTS(token_cases); i++) {
        const TokenCase *c = &token_cases[i];
        g_autofree char *got = listing(*state, c->text, c->language);
        assert_string_equal(got, c->expected);
    }
}

static void english_and_norwegian_stems_of_one_word_are_kept_apart(void **state)
{
    g_autofree char *norwegian = listing(*state, "running", "nb");
    g_autofree char *english = listing(*state, "running", "en");
    g_autofree char *again = listing(*state, "running", "nb");
    assert_string_equal(english, "running/run@0-7");
    assert_string_not_equal(norwegian, english);
    assert_string_equal(again, norwegian);
}

static void a_word_seen_again_is_the_same_string(void **state)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(*state, "kommune Kommune KOMMUNE", "nb", tokens);
    const SamsokToken *first = &g_array_index(tokens, SamsokToken, 0);
    const SamsokToken *last = &g_array_index(tokens, SamsokToken, 2);
    assert_ptr_equal(first->word, last->word);
    assert_ptr_equal(first->stem, last->stem);
}

static void forms_of_one_stem_have_one_pointer_and_numbers_of_their_own(void **state)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(*state, "kommunene kommunen kommunene", "nb", tokens);
    const SamsokToken *token = (const SamsokToken *)tokens->data;
    assert_ptr_equal(token[0].stem, token[1].stem);
    assert_int_not_equal(token[0].number, 0);
    assert_int_not_equal(token[0].number, token[1].number);
    assert_int_equal(token[0].number, token[2].number);
    guint norwegian = token[0].number;
    samsok_analyser_tokens(*state, "kommunene", "en", tokens);
    assert_int_not_equal(g_array_index(tokens, SamsokToken, 0).number, norwegian);
}

static void a_word_without_end_is_cut_to_the_limit_at_a_character(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 1000; i++) {
        g_string_append(text, "æ");
    }
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(*state, text->str, "nb", tokens);
    assert_int_equal(tokens->len, 1);
    const SamsokToken *token = &g_array_index(tokens, SamsokToken, 0);
    assert_int_equal(token->end, text->len);
    assert_true(strlen(token->word) <= SAMSOK_MAX_WORD_BYTES);
    assert_true(strlen(token->word) > SAMSOK_MAX_WORD_BYTES / 2);
    assert_true(g_utf8_validate(token->word, -1, NULL));
    assert_true(g_utf8_validate(token->stem, -1, NULL));
}

static void a_full_table_starts_anew_and_stems_stay_the_same(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i <= SAMSOK_ANALYSER_MAX_WORDS; i++) {
        g_string_append_printf(text, "w%x ", i);
    }
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(*state, text->str, "nb", tokens);
    assert_int_equal(tokens->len, SAMSOK_ANALYSER_MAX_WORDS + 1);
    guint age = samsok_analyser_age(*state);
    g_autofree char *got = listing(*state, "Norges w1", "nb");
    assert_int_equal(samsok_analyser_age(*state), age + 1);
    assert_string_equal(got, "norges/norg@0-6 w1/w1@7-9");
}

static void words_are_forgotten_only_when_there_are_more_than_asked_for(void **state)
{
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(GString) many = g_string_new(NULL);
    for (guint i = 0; i < 3000; i++) {
        g_string_append_printf(many, "etaten%u ", i);
    }
    g_autofree char *before = listing(analyser, many->str, "nb"); /* 3000 words, each its own stem */
    samsok_analyser_forget(analyser, 3000);
    assert_int_equal(samsok_analyser_age(analyser), 0);
    samsok_analyser_forget(analyser, 2999);
    assert_int_equal(samsok_analyser_age(analyser), 1);
    g_autofree char *other = listing(analyser, "Kommunene samordner", "nb");
    assert_string_equal(other, "kommunene/kommun@0-9 samordner/samordn@10-19");
    g_autofree char *after = listing(analyser, many->str, "nb");
    assert_string_equal(after, before);
}

static void stop_words_are_function_words_of_three_languages(void **state)
{
    (void)state;
    const char *const stops[] = {"og", "å", "på", "hva", "ikkje", "kva", "the", "which", "a", "you", "are", "has",
                                 "heter", "kalles"};
    const char *const words[] = {"", "samordning", "OG", "stat", "år", "åå", "norge",
                                 /* English, but also a town and juice */
                                 "by", "most"};
    for (size_t i = 0; i < G_N_ELEMENTS(stops); i++) {
        assert_true(samsok_analyser_is_stop_word(stops[i]));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        assert_false(samsok_analyser_is_stop_word(words[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_of_latin1_is_a_letter_and_small_as_unicode_has_it),
        cmocka_unit_test(text_is_cut_into_folded_words_with_stems_and_offsets),
        cmocka_unit_test(english_and_norwegian_stems_of_one_word_are_kept_apart),
        cmocka_unit_test(a_word_seen_again_is_the_same_string),
        cmocka_unit_test(forms_of_one_stem_have_one_pointer_and_numbers_of_their_own),
        cmocka_unit_test(a_word_without_end_is_cut_to_the_limit_at_a_character),
        cmocka_unit_test(a_full_table_starts_anew_and_stems_stay_the_same),
        cmocka_unit_test(words_are_forgotten_only_when_there_are_more_than_asked_for),
        cmocka_unit_test(stop_words_are_function_words_of_three_languages),
    };
    return cmocka_run_group_tests(tests, make_analyser, drop_analyser);
}
