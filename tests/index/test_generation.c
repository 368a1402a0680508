/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Generations are published whole, old ones swept, and only one process writes. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <glib/gstdio.h>
#include <unistd.h>

#include "core/base/error.h"
#include "index/generation.h"
#include "tests/index/folder.h"

static bool exists(const char *folder, const char *name)
{
    g_autofree char *path = test_folder_path(folder, name);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static void a_published_generation_is_the_one_to_read(void **state)
{
    assert_true(samsok_generation_publish(*state, "gen-7", NULL));
    g_autofree char *expected = test_folder_path(*state, "gen-7");
    g_autofree char *path = samsok_generation_database(*state, NULL);
    assert_string_equal(path, expected);
}

static void a_folder_without_current_is_read_itself(void **state)
{
    g_autofree char *path = samsok_generation_database(*state, NULL);
    assert_string_equal(path, *state);
}

static void nothing_there_is_missing(void **state)
{
    g_autofree char *dir = test_folder_path(*state, "none");
    g_autoptr(GError) error = NULL;
    assert_null(samsok_generation_database(dir, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_MISSING);
}

static void a_current_that_leads_elsewhere_is_refused(void **state)
{
    static const char *const bad[] = {"../gen-1", "gen-", "gen-1/..", "", "gen-12345678901", "x"};
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        test_folder_write(*state, "current", bad[i]);
        g_autoptr(GError) error = NULL;
        assert_null(samsok_generation_database(*state, &error));
        assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
    }
}

static void the_next_generation_is_behind_all(void **state)
{
    g_autofree char *first = samsok_generation_next(*state);
    assert_string_equal(first, "gen-1");
    test_folder_write(*state, "gen-9/x", "");
    test_folder_write(*state, "gen-10/x", "");
    g_autofree char *next = samsok_generation_next(*state);
    assert_string_equal(next, "gen-11");
}

static void a_sweep_keeps_the_one_in_use_and_the_one_before(void **state)
{
    test_folder_write(*state, "gen-1/x", "");
    test_folder_write(*state, "gen-3/x", "");
    test_folder_write(*state, "gen-4/x", "");
    test_folder_write(*state, "gen-5/x", "");
    test_folder_write(*state, "gen-6.new/x", "");
    test_folder_write(*state, "other/x", "");
    assert_true(samsok_generation_publish(*state, "gen-4", NULL));
    samsok_generation_sweep(*state);
    assert_false(exists(*state, "gen-1"));
    assert_true(exists(*state, "gen-3"));
    assert_true(exists(*state, "gen-4"));
    assert_false(exists(*state, "gen-5"));
    assert_false(exists(*state, "gen-6.new"));
    assert_true(exists(*state, "other"));
}

static void the_second_lock_is_refused_and_names_the_holder(void **state)
{
    g_autoptr(SamsokIndexLock) lock = samsok_index_lock_take(*state, NULL);
    assert_non_null(lock);
    g_autoptr(GError) error = NULL;
    assert_null(samsok_index_lock_take(*state, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_LOCKED);
    g_autofree char *process = g_strdup_printf("process %d ", (int)getpid());
    assert_non_null(strstr(error->message, process));
}

static void a_lock_that_was_freed_can_be_taken(void **state)
{
    samsok_index_lock_free(samsok_index_lock_take(*state, NULL));
    g_autoptr(SamsokIndexLock) lock = samsok_index_lock_take(*state, NULL);
    assert_non_null(lock);
}

static void an_index_that_cannot_be_made_is_a_create_error(void **state)
{
    test_folder_write(*state, "file", "");
    g_autofree char *dir = test_folder_path(*state, "file/index");
    g_autoptr(GError) error = NULL;
    assert_null(samsok_index_lock_take(dir, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_CREATE);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, test_folder_set_up, test_folder_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_published_generation_is_the_one_to_read),
        TEST(a_folder_without_current_is_read_itself),
        TEST(nothing_there_is_missing),
        TEST(a_current_that_leads_elsewhere_is_refused),
        TEST(the_next_generation_is_behind_all),
        TEST(a_sweep_keeps_the_one_in_use_and_the_one_before),
        TEST(the_second_lock_is_refused_and_names_the_holder),
        TEST(a_lock_that_was_freed_can_be_taken),
        TEST(an_index_that_cannot_be_made_is_a_create_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
