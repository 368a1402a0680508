/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases to the letter, nearness and the whole tree against a text. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/query/check.h"
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

static const char *const headings[] = {"Virkemidler", "Økonomiske virkemidler", NULL};

static const SamsokQueryTarget target = {
    .text = "Lov om staten\nog 0–24-samarbeidet. Han sa «nei takk» til lederdepartementene, ikke til "
            "kommunene. En to tre fire fem seks sju åtte ni ti elleve tolv.",
    .language = "nb",
    .title = "Mot alle odds",
    .section_number = "2.3",
    .section_titles = headings,
};

typedef struct {
    const char *query;
    bool matches;
} CheckCase;

static const CheckCase cases[] = {
    {"", true},
    {"\"lov om staten og\"", true},
    {"\"LOV  OM staten\"", true},
    {"\"lov om stat\"", false},
    {"\"ov om staten\"", false},
    {"\"om lov\"", false},
    {"\"0-24-samarbeidet\"", true},
    {"\"nei takk\"", true},
    {"“«nei takk»”", true},
    {"\"lederdepartementene, ikke til\"", true},
    {"\"lederdepartementene ikke til\"", false},
    {"\"staten\"", true},
    {"\"stat\"", false},
    {"-\"lov om staten\"", false},
    {"-\"lov om kommunen\"", true},
    {"\"lov om stat\" ELLER kommune", true},
    {"\"lov om stat\" ELLER fylke", false},
    {"\"lov om staten\" fylke", true},
    {"lov NÆR stat", true},
    {"stat NÆR lov", true},
    {"en NÆR elleve", true},
    {"en NÆR tolv", false},
    {"en NÆR fem NÆR elleve", true},
    {"lov NÆR elleve", false},
    {"leder* NÆR kommune", true},
    {"-(lov NÆR stat)", false},
    {"lederdep*", true},
    {"departement*", false},
    {"fylke lederdep*", true},
    {"+fylke lederdep*", false},
    {"seksjon:virkemidlene", true},
    {"seksjon:lov", false},
    {"seksjon:2", true},
    {"seksjon:2.3", true},
    {"seksjon:2.30", false},
    {"seksjon:\"økonomiske virkemidler\"", true},
    {"tittel:odds", true},
    {"tittel:lov", false},
    {"tittel:\"mot alle\"", true},
    {"tittel:\"alle mot\"", false},
    {"+odds +virkemidlene +lov", true},
    {"+0-25-samarbeidet", false},
    {"0-25-samarbeidet", true},
    {"\"lov om staten\" år:1999", true},
};

static void every_query_of_the_table_fits_the_text_or_not(void **state)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(SamsokQuery) query = samsok_query_parse(cases[i].query, *state);
        g_autoptr(SamsokQueryCheck) check = samsok_query_check_new(query, *state);
        if (samsok_query_check_matches(check, &target) != cases[i].matches) {
            fail_msg("'%s' should %smatch", cases[i].query, cases[i].matches ? "" : "not ");
        }
    }
}

static void one_check_serves_many_texts(void **state)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse("\"lov om staten\"", *state);
    g_autoptr(SamsokQueryCheck) check = samsok_query_check_new(query, *state);
    SamsokQueryTarget other = target;
    other.text = "Staten om lov";
    assert_true(samsok_query_check_matches(check, &target));
    assert_false(samsok_query_check_matches(check, &other));
    assert_true(samsok_query_check_matches(check, &target));
}

static void english_text_is_near_by_english_stems(void **state)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse("running NEAR policies", *state);
    g_autoptr(SamsokQueryCheck) check = samsok_query_check_new(query, *state);
    SamsokQueryTarget english = {.text = "They run a policy.", .language = "en", .title = "",
                                 .section_number = ""};
    assert_true(samsok_query_check_matches(check, &english));
}

static void titles_are_read_only_where_they_decide(void **state)
{
    static const char *const need[] = {"a*", "tittel:\"a b\"", "\"a b\" ELLER c", "-\"a b\" c"};
    static const char *const need_not[] = {"\"a b\"", "\"a b\" c d*", "a NÆR b", "\"a b\" seksjon:c"};
    for (size_t i = 0; i < G_N_ELEMENTS(need) + G_N_ELEMENTS(need_not); i++) {
        bool needed = i < G_N_ELEMENTS(need);
        const char *typed = needed ? need[i] : need_not[i - G_N_ELEMENTS(need)];
        g_autoptr(SamsokQuery) query = samsok_query_parse(typed, *state);
        g_autoptr(SamsokQueryCheck) check = samsok_query_check_new(query, *state);
        assert_int_equal(samsok_query_check_reads_title(check), needed);
    }
}

static void only_what_the_index_cannot_know_needs_a_check(void **state)
{
    static const char *const need[] = {"\"a b\"", "a NÆR b", "a*", "x (y -\"z w\")", "seksjon:a"};
    static const char *const need_not[] = {"", "a b", "+a -b", "tittel:a", "år:2014 a", "a ELLER b"};
    for (size_t i = 0; i < G_N_ELEMENTS(need); i++) {
        g_autoptr(SamsokQuery) query = samsok_query_parse(need[i], *state);
        assert_true(samsok_query_needs_check(query));
    }
    for (size_t i = 0; i < G_N_ELEMENTS(need_not); i++) {
        g_autoptr(SamsokQuery) query = samsok_query_parse(need_not[i], *state);
        assert_false(samsok_query_needs_check(query));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_query_of_the_table_fits_the_text_or_not),
        cmocka_unit_test(one_check_serves_many_texts),
        cmocka_unit_test(english_text_is_near_by_english_stems),
        cmocka_unit_test(titles_are_read_only_where_they_decide),
        cmocka_unit_test(only_what_the_index_cannot_know_needs_a_check),
    };
    return cmocka_run_group_tests(tests, make_analyser, drop_analyser);
}
