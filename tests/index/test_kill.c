/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run killed at any moment leaves an index that opens and agrees with itself; the next completes. */
#include "config.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "index/generation.h"
#include "index/schema.h"
#include "index/xapian/index.h"
#include "tests/index/folder.h"
#include "tests/index/runs.h"

enum { KILLS = 20, FILES = 40, MAX_DELAY_MS = 600, SEED = 4711 };

/* Every second file gets new content each time. */
static void write_files(const char *folder, guint round)
{
    for (guint i = 0; i < FILES; i++) {
        g_autofree char *name = g_strdup_printf("files/%02u.txt", i);
        g_autofree char *text =
            g_strdup_printf("Rapport nummer %u\n\nTeksten handler om samordning, utgave %u.\n", i,
                            i % 2 == 0 ? round : 0);
        test_folder_write(folder, name, text);
    }
}

/* A run in a process of its own; this one starts no thread, so that it may fork. */
static pid_t start_run(const char *folder)
{
    pid_t child = fork();
    if (child == 0) {
        TestRuns *runs = test_runs_new_at(g_strdup(folder));
        samsok_run_report_free(test_runs_update(runs, NULL));
        _exit(0);
    }
    assert_true(child > 0);
    return child;
}

static void run_to_its_end(const char *folder)
{
    int status = 0;
    pid_t child = start_run(folder);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

static void run_and_kill(const char *folder, guint delay_ms)
{
    pid_t child = start_run(folder);
    g_usleep(delay_ms * 1000);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
}

typedef struct {
    SamsokDatabase *reader;
    guint reports;
    guint passages;
} Census;

static bool count_report(uint32_t docid, const void *bytes, size_t len, void *data)
{
    Census *census = data;
    (void)docid;
    g_autoptr(SamsokReportRecord) record = samsok_report_record_unpack(bytes, len, NULL);
    assert_non_null(record);
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_REPORT, record->id);
    uint32_t count = 0;
    assert_true(samsok_database_term_count(census->reader, term, &count, NULL));
    assert_int_equal(count, record->passage_count);
    census->reports++;
    census->passages += count;
    return true;
}

/* The reports in the index, each with all its passages and no passage without its report. */
static guint whole_reports(const char *folder)
{
    g_autofree char *index = test_folder_path(folder, "index");
    g_autofree char *path = samsok_generation_database(index, NULL);
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    assert_non_null(reader);
    Census census = {.reader = reader};
    assert_true(
        samsok_database_each_document(reader, SAMSOK_KIND_REPORT, count_report, &census, NULL));
    uint32_t documents = 0;
    assert_true(samsok_database_doc_count(reader, &documents, NULL));
    assert_int_equal(documents, census.reports + census.passages);
    return census.reports;
}

static void a_killed_update_leaves_all_reports_whole(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    write_files(*state, 0);
    run_to_its_end(*state);
    for (guint i = 1; i <= KILLS; i++) {
        write_files(*state, i);
        run_and_kill(*state, (guint)g_rand_int_range(random, 0, MAX_DELAY_MS));
        assert_int_equal(whole_reports(*state), FILES);
    }
    run_to_its_end(*state);
    assert_int_equal(whole_reports(*state), FILES);
}

static void a_killed_first_build_is_completed_by_the_next(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    g_autofree char *current = test_folder_path(*state, "index/current");
    write_files(*state, 0);
    for (guint i = 0; i < KILLS / 2; i++) {
        run_and_kill(*state, (guint)g_rand_int_range(random, 0, MAX_DELAY_MS));
        guint reports = g_file_test(current, G_FILE_TEST_EXISTS) ? whole_reports(*state) : 0;
        assert_true(reports == 0 || reports == FILES);
    }
    run_to_its_end(*state);
    assert_int_equal(whole_reports(*state), FILES);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, test_folder_set_up, test_folder_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_killed_update_leaves_all_reports_whole),
        TEST(a_killed_first_build_is_completed_by_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
