/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes, names and exit statuses agree. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/error.h"

static void name_of_a_value_that_is_no_code_is_internal(void **state)
{
    (void)state;
    assert_string_equal(samsok_error_name(-1), "internal");
    assert_string_equal(samsok_error_name(1000), "internal");
}

static void locked_index_ends_with_tempfail(void **state)
{
    (void)state;
    g_autoptr(GError) error = g_error_new_literal(SAMSOK_ERROR, SAMSOK_ERROR_LOCKED, "x");
    assert_int_equal(samsok_error_exit_status(error), 75);
    assert_string_equal(samsok_error_name(error->code), "locked");
}

static void foreign_error_ends_with_internal(void **state)
{
    (void)state;
    g_autoptr(GError) error = g_error_new_literal(G_FILE_ERROR, G_FILE_ERROR_NOENT, "x");
    assert_int_equal(samsok_error_exit_status(error), 70);
    assert_int_equal(samsok_error_exit_status(NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(name_of_a_value_that_is_no_code_is_internal),
        cmocka_unit_test(locked_index_ends_with_tempfail),
        cmocka_unit_test(foreign_error_ends_with_internal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
