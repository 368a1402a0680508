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

/* Asserts that what is held back of `from` stands where it stands otherwise, and matches the word in no way. Returns
 * how many tokens passed. */
static guint sift_text(SamsokAnalyser *analyser, const char *from, const SamsokSieve *sieve, const char *word,
                       Matches matches)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    g_autoptr(GArray) sifted = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(analyser, from, "nb", all);
    samsok_analyser_sift(analyser, from, "nb", sieve, sifted);
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

static guint sift(const SamsokSieve *sieve, const char *word, Matches matches)
{
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    return sift_text(analyser, text, sieve, word, matches);
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

/* Stems have no accents, so that words may begin otherwise than theirs. */
static void what_has_an_accent_passes(void **state)
{
    (void)state;
    static const char accents[] = "En idé for Sápmi, en økt i en kafé på Ås, og Żary";
    static const char *const words[] = {"ide", "sapmi", "kafe", "zary"};
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        SamsokSieve sieve = {0};
        samsok_sieve_add(&sieve, words[i]);
        assert_in_range(sift_text(analyser, accents, &sieve, words[i], begins_alike), 4, 6);
        samsok_sieve_add_inner(&sieve, words[i]);
        sift_text(analyser, accents, &sieve, words[i], ends_alike);
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

/* Pieces that words are made of, and that end them or seem to. */
static const char *const pieces[] = {"sam",      "arbeid", "Å",   "ø", "ß", "×",  "÷", "\xc2\xad", "e\xcc\x81",
                                     "ć",        "7",      "3,5", ".", ",", " ",  "\n", "–",       "«",
                                     "\xc2\xa0", "-",      "i",   "AB", "ÿ", "ſ"};

static void what_is_held_back_ends_where_it_would_end_anyhow(void **state)
{
    (void)state;
    enum { TEXTS = 400, PIECES = 30, SEED = 6 };
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    for (guint i = 0; i < TEXTS; i++) {
        g_autoptr(GString) made = g_string_new(NULL);
        for (guint k = 0; k < PIECES; k++) {
            g_string_append(made, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        }
        SamsokSieve sieve = {0};
        samsok_sieve_add_inner(&sieve, "arbeid");
        samsok_sieve_add(&sieve, "i");
        guint passed = sift_text(analyser, made->str, &sieve, "arbeid", ends_alike);
        assert_in_range(passed, 0, PIECES);
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
        cmocka_unit_test(what_has_an_accent_passes),
        cmocka_unit_test(what_ends_alike_passes_an_inner_word),
        cmocka_unit_test(a_short_ending_is_found_in_a_word),
        cmocka_unit_test(what_is_held_back_ends_where_it_would_end_anyhow),
        cmocka_unit_test(numbers_pass_the_empty_sieve_alone),
        cmocka_unit_test(nothing_of_english_is_held_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
