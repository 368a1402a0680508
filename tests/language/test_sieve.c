/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sieve holds back is none of its words. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/language/analyser.h"

static const char text[] =
    "Samordningen av etatene krever at departementet, som førte tilsyn i 2014, finner felles løsninger. "
    "Økt samarbeid på Åsen; tjenestesamordning og kommunesamarbeidet ga 3,5 prosent lavere utgifter i år.";

/* Whether every token of the text that `matches` says is one passes a sieve of `word`. */
typedef bool (*Matches)(const SamsokToken *token, const char *word);

static bool begins_alike(const SamsokToken *token, const char *word)
{
    return strcmp(token->stem, word) == 0 || g_str_has_prefix(token->word, word);
}

static bool ends_alike(const SamsokToken *token, const char *word)
{
    return begins_alike(token, word) || g_str_has_suffix(token->stem, word);
}

static guint sift(SamsokSieve *sieve, const char *word, Matches matches)
{
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    g_autoptr(GArray) sifted = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(analyser, text, "nb", all);
    samsok_analyser_sift(analyser, text, "nb", sieve, sifted);
    assert_int_equal(all->len, sifted->len);
    guint passed = 0;
    for (guint i = 0; i < all->len; i++) {
        const SamsokToken *token = &g_array_index(all, SamsokToken, i);
        const SamsokToken *kept = &g_array_index(sifted, SamsokToken, i);
        assert_int_equal(token->start, kept->start);
        assert_int_equal(token->end, kept->end);
        passed += kept->word != NULL;
        assert_true(kept->word == NULL ? kept->stem == NULL : kept->stem == token->stem);
        assert_true(kept->word != NULL || !matches(token, word));
    }
    return passed;
}

static void what_begins_or_is_stemmed_alike_passes(void **state)
{
    (void)state;
    static const char *const words[] = {"samordning", "etat", "økt", "år", "sam", "før", "i", "åsen", "løsning"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        SamsokSieve sieve = {0};
        samsok_sieve_add(&sieve, words[i]);
        guint passed = sift(&sieve, words[i], begins_alike);
        assert_in_range(passed, 1, 8);
    }
}

static void what_ends_alike_passes_an_inner_word(void **state)
{
    (void)state;
    SamsokSieve sieve = {0};
    samsok_sieve_add_inner(&sieve, "samarbeid");
    assert_in_range(sift(&sieve, "samarbeid", ends_alike), 4, 8); /* two numbers among them */
}

static void a_short_ending_is_found_in_a_word(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"lov", "forvaltningslov"}, {"lov", "forvaltningslovene"}, {"år", "skoleår"}, {"by", "hovedbyen"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        SamsokSieve sieve = {0};
        samsok_sieve_add_inner(&sieve, cases[i][0]);
        assert_true(samsok_sieve_passes(&sieve, cases[i][1], strlen(cases[i][1])));
        assert_false(samsok_sieve_passes(&sieve, "ministeriet", strlen("ministeriet")));
    }
}

static void numbers_pass_the_empty_sieve_alone(void **state)
{
    (void)state;
    SamsokSieve sieve = {0};
    assert_int_equal(sift(&sieve, "2014", begins_alike), 2);
}

static void nothing_of_english_is_held_back(void **state)
{
    (void)state;
    SamsokSieve sieve = {0};
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_sift(analyser, "happy policies", "en", &sieve, tokens);
    assert_string_equal(g_array_index(tokens, SamsokToken, 1).stem, "polici");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_begins_or_is_stemmed_alike_passes),
        cmocka_unit_test(what_ends_alike_passes_an_inner_word),
        cmocka_unit_test(a_short_ending_is_found_in_a_word),
        cmocka_unit_test(numbers_pass_the_empty_sieve_alone),
        cmocka_unit_test(nothing_of_english_is_held_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
