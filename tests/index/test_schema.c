/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boolean terms and folded names. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "index/schema.h"

#include <glib.h>

static void assert_folds(const char *text, const char *expected)
{
    g_autofree char *folded = samsok_schema_fold(text);
    assert_string_equal(folded, expected);
}

static void a_capital_after_a_long_prefix_is_set_off(void **state)
{
    (void)state;
    g_autofree char *capital = samsok_schema_term(SAMSOK_PREFIX_PATH, "Rapport");
    assert_string_equal(capital, "XP:Rapport");
    g_autofree char *small = samsok_schema_term(SAMSOK_PREFIX_PATH, "/srv");
    assert_string_equal(small, "XP/srv");
    g_autofree char *single = samsok_schema_term(SAMSOK_PREFIX_ID, "Rapport");
    assert_string_equal(single, "QRapport");
}

static void a_value_too_long_for_a_term_is_hashed(void **state)
{
    (void)state;
    g_autofree char *fits = g_strnfill(SAMSOK_MAX_TERM_BYTES - 2, 'a');
    g_autofree char *term = samsok_schema_term("XP", fits);
    assert_int_equal(strlen(term), SAMSOK_MAX_TERM_BYTES);
    g_autofree char *too_long = g_strnfill(SAMSOK_MAX_TERM_BYTES - 1, 'a');
    g_autofree char *hashed = samsok_schema_term("XP", too_long);
    assert_int_equal(strlen(hashed), 2 + 64);
}

static void names_fold_to_ascii_with_single_hyphens(void **state)
{
    (void)state;
    assert_folds("Difi-rapport", "difi-rapport");
    assert_folds("  Språkrådet – Ærlig & Ørnulf! ", "spraakraadet-aerlig-oernulf");
    assert_folds("Évaluation", "evaluation");
    assert_folds("«»", "");
    assert_folds("日本", "");
}

static void a_number_has_no_leading_zeros(void **state)
{
    (void)state;
    g_autofree char *padded = samsok_schema_number("Difi-rapport", "2014:07");
    assert_string_equal(padded, "difi-rapport-2014-7");
    g_autofree char *plain = samsok_schema_number("Difi-rapport", "2014:7");
    assert_string_equal(plain, "difi-rapport-2014-7");
    g_autofree char *zero = samsok_schema_number("", "0");
    assert_string_equal(zero, "0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_capital_after_a_long_prefix_is_set_off),
        cmocka_unit_test(a_value_too_long_for_a_term_is_hashed),
        cmocka_unit_test(names_fold_to_ascii_with_single_hyphens),
        cmocka_unit_test(a_number_has_no_leading_zeros),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
