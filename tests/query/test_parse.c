/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Anything typed becomes a tree; the table says which. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/query/parse.h"

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

/* What was typed, how it is understood, how many notes it takes. */
typedef struct {
    const char *typed;
    const char *understood;
    guint notes;
} ParseCase;

static const ParseCase cases[] = {
    /* nothing to look for */
    {"", "", 0},
    {" \t\n ", "", 0},
    {"?!… – ,", "", 0},
    {"\"\"", "", 0},
    {"()", "", 0},
    {"*", "", 0},
    {"\xEF\xBF\xBD", "", 0},
    /* words */
    {"samordning", "samordning", 0},
    {"hva er samordningsstigen?", "hva er samordningsstigen", 0},
    {"0-24-samarbeidet", "0-24-samarbeidet", 0},
    {"2014:7", "2014:7", 0},
    {"§5 og …stat", "5 og stat", 0},
    {"http://difi.no/a?b=1", "http://difi.no/a?b=1", 0},
    {"a/b c_d", "a/b c_d", 0},
    {"og eller ikke nær or and", "og eller ikke nær or and", 0},
    {"10 000,5", "10 000,5", 0},
    /* phrases */
    {"\"lov om stat\"", "\"lov om stat\"", 0},
    {"«lov om stat»", "\"lov om stat\"", 0},
    {"“lov om stat”", "\"lov om stat\"", 0},
    {"»\"ny” lov»«", "»\"ny” lov»«", 0},
    {"„lov om stat“", "\"lov om stat\"", 0},
    {"»lov om stat«", "\"lov om stat\"", 0},
    {"«den \"nye\" staten»", "«den \"nye\" staten»", 0},
    {"stat \"lov om\" kommune", "stat +\"lov om\" kommune", 0},
    {"-\"lov om\" stat", "-\"lov om\" stat", 0},
    {"stat\"lov om\"", "stat +\"lov om\"", 0},
    {"\"lov om stat", "lov om stat", 1},
    {"5\" rør", "5 rør", 1},
    {"«lov om\"", "lov om", 2},
    /* signs */
    {"+stat -kommune fylke", "+stat -kommune fylke", 0},
    {"-kommune", "-kommune", 0},
    {"+stat", "stat", 0},
    {"stat - kommune", "stat kommune", 1},
    {"stat -", "stat", 1},
    {"--stat ++fylke", "-stat +fylke", 0},
    {"+(stat fylke) by", "+(stat fylke) by", 0},
    {"e-post", "e-post", 0},
    /* operators */
    {"stat OG kommune", "+stat +kommune", 0},
    {"stat AND kommune AND by", "+stat +kommune +by", 0},
    {"stat ELLER kommune", "stat ELLER kommune", 0},
    {"stat OR kommune OR by", "stat ELLER kommune ELLER by", 0},
    {"a OG b ELLER c OG d", "(+a +b) ELLER (+c +d)", 0},
    {"a b OG c", "+(a b) +c", 0},
    {"stat IKKE kommune", "stat -kommune", 0},
    {"stat NOT kommune", "stat -kommune", 0},
    {"stat OG IKKE kommune", "+stat -kommune", 0},
    {"NOT NOT stat", "-stat", 0},
    {"stat IKKJE (by fylke)", "stat -(by fylke)", 0},
    {"stat NÆR kommune", "stat NÆR kommune", 0},
    {"a NEAR b NEAR c d", "+(a NÆR b NÆR c) d", 0},
    {"-a NÆR b c", "-(a NÆR b) c", 0},
    {"sam* NÆR stat", "sam* NÆR stat", 0},
    {"OG", "og", 1},
    {"OG stat", "og stat", 1},
    {"stat ELLER", "stat eller", 1},
    {"stat OG OG kommune", "+(stat og) +kommune", 1},
    {"stat IKKE", "stat ikke", 1},
    {"(stat OG) by", "(stat og) by", 1},
    {"NÆR stat", "nær stat", 1},
    {"\"a b\" NÆR stat", "+\"a b\" nær stat", 1},
    {"stat NÆR (by)", "stat nær by", 1},
    {"stat OG ()", "stat", 0},
    {"+OG stat", "+og stat", 0},
    /* parentheses */
    {"(stat ELLER by) OG kommune", "+(stat ELLER by) +kommune", 0},
    {"((((stat))))", "stat", 0},
    {"kommune(r)", "kommune r", 0},
    {"(stat", "stat", 1},
    {"stat)", "stat", 1},
    {")(", "", 2},
    {"(stat by) (fylke land)", "(stat by) (fylke land)", 0},
    /* wildcards */
    {"samordn*", "samordn*", 0},
    {"Samordn*** x", "samordn* x", 0},
    {"sam*ordn", "sam*ordn", 1},
    {"*ordning", "ordning", 0},
    {"0-24-sam*", "0-24-sam", 1},
    /* fields */
    {"tittel:samordning", "tittel:samordning", 0},
    {"Title:samordning stat", "+tittel:samordning stat", 0},
    {"tittel:\"lov om\"", "tittel:\"lov om\"", 0},
    {"tittel:(lov stat)", "+tittel:lov +tittel:stat", 0},
    {"tittel:(lov NÆR stat)", "+tittel:lov +tittel:stat", 0},
    {"seksjon:2.3 stat", "+seksjon:2.3 stat", 0},
    {"år:2014 stat", "+år:2014 stat", 0},
    {"year:2014..2017", "år:2014..2017", 0},
    {"år:2017..2014", "år:2014..2017", 0},
    {"aar:2014.. stat", "+år:2014.. stat", 0},
    {"år:..2014", "år:..2014", 0},
    {"år:2014-2017,", "år:2014..2017", 0},
    {"år:2014 år:2016 stat", "+(år:2014 ELLER år:2016) stat", 0},
    {"+år:2014 -år:2016", "+år:2014 -år:2016", 0},
    {"år:ifjor", "ifjor", 1},
    {"år:00..", "00", 1},
    {"år: 2014", "år 2014", 1},
    {"rapport:2014:7 mål", "+rapport:2014:7 mål", 0},
    {"rapport:difi-rapport-2014-07", "rapport:difi-rapport-2014-07", 0},
    {"report:\"Difi-rapport 2014:7\"", "rapport:\"Difi-rapport 2014:7\"", 0},
    {"serie:difi-notat serie:difi-rapport", "serie:difi-notat ELLER serie:difi-rapport", 0},
    {"forfatter:(Hansen ELLER Olsen)", "forfatter:Hansen ELLER forfatter:Olsen", 0},
    {"språk:nynorsk stat", "+språk:nynorsk stat", 0},
    {"language:klingon", "klingon", 1},
    {"type:summary begrep:systemforvalter", "+type:summary +begrep:systemforvalter", 0},
    {"tema:samordning", "tema:samordning", 1},
    {"tittel:", "tittel", 1},
    {"tittel:)", "tittel", 2},
    {"tittel:\"lov", "tittel:lov", 1},
    {"+tittel:(a -b) c", "+(+tittel:a -tittel:b) c", 0},
    {"serie:\" \"", "", 0},
};

static void every_query_of_the_table_is_understood_as_it_says(void **state)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(SamsokQuery) query = samsok_query_parse(cases[i].typed, *state);
        g_autofree char *understood = samsok_query_describe(query);
        if (strcmp(understood, cases[i].understood) != 0 || query->notes->len != cases[i].notes) {
            fail_msg("'%s': understood as '%s' with %u notes", cases[i].typed, understood,
                     query->notes->len);
        }
    }
}

static void what_was_understood_is_understood_the_same_again(void **state)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(SamsokQuery) again = samsok_query_parse(cases[i].understood, *state);
        g_autofree char *understood = samsok_query_describe(again);
        assert_string_equal(understood, cases[i].understood);
    }
}

static void every_word_has_its_stems(void **state)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse("\"running Kommunene\"", *state);
    assert_int_equal(query->root->words->len, 2);
    const SamsokQueryWord *english = &g_array_index(query->root->words, SamsokQueryWord, 0);
    const SamsokQueryWord *norwegian = &g_array_index(query->root->words, SamsokQueryWord, 1);
    assert_string_equal(english->english_stem, "run");
    assert_string_not_equal(english->stem, "run");
    assert_string_equal(norwegian->word, "kommunene");
    assert_string_equal(norwegian->stem, "kommun");
}

static void append_leaf(const SamsokQueryNode *leaf, void *data)
{
    g_string_append(data, leaf->text);
}

static void only_words_that_a_hit_may_hold_are_shown(void **state)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse("a -b (c IKKE d) \"e\" år:2014", *state);
    g_autoptr(GString) shown = g_string_new(NULL);
    samsok_query_each_shown(query, append_leaf, shown);
    assert_string_equal(shown->str, "ace");
}

static guint depth_of(const SamsokQueryNode *node)
{
    guint deepest = 0;
    for (guint i = 0; node->children != NULL && i < node->children->len; i++) {
        guint depth = depth_of(g_ptr_array_index(node->children, i)); /* once: MAX would ask twice */
        deepest = MAX(deepest, depth);
    }
    return deepest + 1;
}

static void parentheses_beyond_the_limit_are_left_out_and_told(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 4000; i++) {
        g_string_append(text, "(a ");
    }
    for (guint i = 0; i < 4000; i++) {
        g_string_append_c(text, ')');
    }
    g_autoptr(SamsokQuery) query = samsok_query_parse(text->str, *state);
    assert_non_null(query->root);
    assert_true(depth_of(query->root) > SAMSOK_MAX_QUERY_DEPTH);
    assert_true(depth_of(query->root) <= SAMSOK_MAX_QUERY_DEPTH + 2);
    const char *note = g_ptr_array_index(query->notes, 0);
    assert_non_null(strstr(note, "deeper than"));
}

/* Each level typed is described as three: a bag, what OG joins, and what ELLER does. */
static void a_query_described_deeper_than_typed_is_understood_the_same_again(void **state)
{
    g_autoptr(GString) text = g_string_new("x");
    for (guint i = 0; i < SAMSOK_MAX_QUERY_DEPTH; i++) {
        g_string_prepend(text, "(");
        g_string_append(text, " a OG b ELLER c) d");
        g_autoptr(SamsokQuery) query = samsok_query_parse(text->str, *state);
        assert_true(samsok_query_depth(query) <= SAMSOK_MAX_QUERY_DEPTH);
        g_autofree char *understood = samsok_query_describe(query);
        g_autoptr(SamsokQuery) again = samsok_query_parse(understood, *state);
        g_autofree char *twice = samsok_query_describe(again);
        assert_string_equal(understood, twice);
    }
}

static void words_beyond_the_limit_are_left_out_and_told_once(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 3000; i++) {
        g_string_append_printf(text, "o%u ", i);
    }
    g_autoptr(SamsokQuery) query = samsok_query_parse(text->str, *state);
    assert_int_equal(query->root->children->len, SAMSOK_MAX_QUERY_TERMS);
    assert_int_equal(query->notes->len, 1);
}

static void sixteen_kilobytes_of_anything_are_a_query(void **state)
{
    static const char *const pieces[] = {"(", ")", "\"", "«", "»", "+", "-", "OG ", "IKKE ", "NÆR ",
                                         "tittel:", "år:", "a*", " ", "æ", "\xFF", "2014..", ":"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(17);
    for (guint round = 0; round < 3000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        gsize size = round >= 2997 ? SAMSOK_MAX_QUERY_BYTES - 16 : 4 + round / 60;
        while (text->len < size) {
            gint pick = g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces));
            g_string_append(text, pieces[pick]);
        }
        g_autofree char *clean = samsok_text_clean(text->str, text->len, NULL);
        g_autoptr(SamsokQuery) query = samsok_query_parse(clean, *state);
        g_autofree char *understood = samsok_query_describe(query);
        g_autoptr(SamsokQuery) again = samsok_query_parse(understood, *state);
        g_autofree char *twice = samsok_query_describe(again);
        if (strcmp(understood, twice) != 0) {
            fail_msg("'%s' is understood as '%s' and that as '%s'", clean, understood, twice);
        }
        assert_true(query->notes->len <= SAMSOK_MAX_QUERY_NOTES);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_query_of_the_table_is_understood_as_it_says),
        cmocka_unit_test(what_was_understood_is_understood_the_same_again),
        cmocka_unit_test(every_word_has_its_stems),
        cmocka_unit_test(only_words_that_a_hit_may_hold_are_shown),
        cmocka_unit_test(parentheses_beyond_the_limit_are_left_out_and_told),
        cmocka_unit_test(a_query_described_deeper_than_typed_is_understood_the_same_again),
        cmocka_unit_test(words_beyond_the_limit_are_left_out_and_told_once),
        cmocka_unit_test(sixteen_kilobytes_of_anything_are_a_query),
    };
    return cmocka_run_group_tests(tests, make_analyser, drop_analyser);
}
