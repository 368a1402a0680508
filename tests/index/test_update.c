/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a run does with files that are new, touched, changed, moved, copied, gone. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/generation.h"
#include "index/ingest.h"
#include "index/schema.h"
#include "index/search.h"
#include "index/xapian/index.h"
#include "tests/index/folder.h"
#include "tests/index/runs.h"

static int set_up(void **state)
{
    *state = test_runs_new();
    return 0;
}

static int tear_down(void **state)
{
    test_runs_free(*state);
    return 0;
}

static void assert_run_with(const TestRuns *runs, void (*change)(SamsokUpdateOptions *),
                            const char *expected)
{
    g_autoptr(SamsokRunReport) report = test_runs_update(runs, change);
    g_autofree char *counters = test_runs_counters(report);
    assert_string_equal(counters, expected);
}

static void assert_run(const TestRuns *runs, const char *expected)
{
    assert_run_with(runs, NULL, expected);
}

static char *id_of(const TestRuns *runs, const char *name)
{
    g_autoptr(SamsokReportRecord) record = test_runs_record(runs, name);
    return g_strdup(record == NULL ? "" : record->id);
}

static void set_old(const TestRuns *runs, const char *name)
{
    g_autofree char *path = test_folder_path(runs->files, name);
    struct utimbuf times = {.actime = 1000000000, .modtime = 1000000000};
    assert_int_equal(utime(path, &times), 0);
}

/* ---- New and unchanged ---- */

static void files_are_indexed_once_and_then_unchanged(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    test_runs_write(*state, "b.txt", "skogbruk");
    assert_run(*state, "seen 2 indexed 2");
    assert_int_equal(test_runs_count(*state, "skogbruk"), 1);
    assert_run(*state, "seen 2 unchanged 2");
}

static void an_empty_folder_makes_an_index_that_can_be_read(void **state)
{
    g_autoptr(SamsokRunReport) report = test_runs_update(*state, NULL);
    assert_int_equal(report->seen, 0);
    assert_int_equal(test_runs_count(*state, "fiskeri"), 0);
}

static void a_touched_file_is_unchanged_and_its_new_time_is_kept(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    assert_run(*state, "seen 1 indexed 1");
    set_old(*state, "a.txt");
    assert_run(*state, "seen 1 unchanged 1");
    g_autoptr(SamsokReportRecord) record = test_runs_record(*state, "a.txt");
    assert_true(record->mtime_ns == (int64_t)1000000000 * 1000000000);
}

static void a_changed_file_keeps_its_id_and_loses_its_old_words(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    assert_run(*state, "seen 1 indexed 1");
    g_autofree char *before = id_of(*state, "a.txt");
    test_runs_write(*state, "a.txt", "skogbruk");
    assert_run(*state, "seen 1 indexed 1");
    g_autofree char *after = id_of(*state, "a.txt");
    assert_string_equal(before, after);
    assert_int_equal(test_runs_count(*state, "fiskeri"), 0);
    assert_int_equal(test_runs_count(*state, "skogbruk"), 1);
}

/* ---- Moved and copied ---- */

static void a_moved_file_keeps_its_report(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    test_runs_write(*state, "b.txt", "skogbruk");
    assert_run(*state, "seen 2 indexed 2");
    g_autofree char *before = id_of(*state, "a.txt");
    test_runs_rename(*state, "a.txt", "ny/mappe/c.txt");
    assert_run(*state, "seen 2 unchanged 2 moved 1");
    g_autofree char *after = id_of(*state, "ny/mappe/c.txt");
    assert_string_equal(before, after);
    g_autofree char *old = id_of(*state, "a.txt");
    assert_string_equal(old, "");
    assert_run(*state, "seen 2 unchanged 2");
}

static void two_files_that_change_places_are_moved(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    test_runs_write(*state, "b.txt", "skogbruk");
    assert_run(*state, "seen 2 indexed 2");
    g_autofree char *before = id_of(*state, "a.txt");
    test_runs_rename(*state, "a.txt", "c.txt");
    test_runs_rename(*state, "b.txt", "a.txt");
    test_runs_rename(*state, "c.txt", "b.txt");
    assert_run(*state, "seen 2 unchanged 2 moved 2");
    g_autofree char *after = id_of(*state, "b.txt");
    assert_string_equal(before, after);
}

static void a_new_file_in_the_place_of_a_moved_one_is_a_new_report(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    assert_run(*state, "seen 1 indexed 1");
    test_runs_rename(*state, "a.txt", "b.txt");
    test_runs_write(*state, "a.txt", "skogbruk");
    assert_run(*state, "seen 2 indexed 1 unchanged 1 moved 1");
    assert_int_equal(test_runs_count(*state, SAMSOK_KIND_REPORT), 2);
}

/* The code under which the report tells of FILES/`name`; "" if it does not. */
static const char *code_of(const TestRuns *runs, const SamsokRunReport *report, const char *name)
{
    g_autofree char *path = g_build_filename(runs->files, name, NULL);
    for (guint i = 0; i < report->failures->len; i++) {
        const SamsokFailure *failure = g_ptr_array_index(report->failures, i);
        if (strcmp(failure->path, path) == 0) {
            assert_string_not_equal(failure->reason, "");
            return failure->code;
        }
    }
    return "";
}

static void every_file_that_is_skipped_is_told_of_with_code_and_reason(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "en");
    test_runs_write(runs, "b.txt", "en");
    test_folder_write(runs->files, "metadata.csv", "path,title\na.txt,Tittel\n");
    g_autofree char *pipe = g_build_filename(runs->files, "pipe.txt", NULL);
    g_autofree char *link = g_build_filename(runs->files, "link.txt", NULL);
    assert_int_equal(mkfifo(pipe, 0600), 0);
    assert_int_equal(symlink("a.txt", link), 0);
    g_autoptr(SamsokRunReport) report = test_runs_update(runs, NULL);
    assert_string_equal(code_of(runs, report, "a.txt"), "");
    assert_string_equal(code_of(runs, report, "b.txt"), "duplicate");
    assert_string_equal(code_of(runs, report, "metadata.csv"), "sidecar");
    assert_string_equal(code_of(runs, report, "pipe.txt"), "not-regular");
    assert_string_equal(code_of(runs, report, "link.txt"), "link");
    assert_int_equal(report->failures->len, report->skipped);
}

/* Passages carry the title they are ranked by. */
static void assert_titled(const TestRuns *runs, const char *name, const char *title)
{
    g_autofree char *id = id_of(runs, name);
    g_autoptr(SamsokIndex) index = samsok_index_open(runs->index, NULL);
    g_autoptr(SamsokReportRecord) report = samsok_index_report(index, id, NULL);
    g_autoptr(GPtrArray) passages = samsok_index_passages(index, id, NULL);
    assert_string_equal(report->title, title);
    assert_true(passages->len > 0);
    for (guint i = 0; i < passages->len; i++) {
        assert_string_equal(((SamsokPassageRecord *)g_ptr_array_index(passages, i))->report_title, title);
    }
}

static void passages_get_the_title_that_their_report_gets(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    test_folder_write(runs->files, "metadata.csv", "path,title\na.txt,Tittel\n");
    assert_run(runs, "seen 2 indexed 1 skipped 1");
    assert_titled(runs, "a.txt", "Tittel");
    test_folder_write(runs->files, "metadata.csv", "path,title\na.txt,En annen tittel\n");
    g_autoptr(SamsokRunReport) report = test_runs_update(runs, NULL);
    assert_int_equal(report->failed, 0);
    assert_titled(runs, "a.txt", "En annen tittel");
}

static void a_copy_is_skipped_and_takes_the_place_of_the_one_that_goes(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    test_runs_write(*state, "b.txt", "fiskeri");
    assert_run(*state, "seen 2 indexed 1 skipped 1");
    assert_run(*state, "seen 2 unchanged 1 skipped 1");
    test_runs_remove(*state, "a.txt");
    assert_run(*state, "seen 1 unchanged 1 moved 1");
    g_autofree char *id = id_of(*state, "b.txt");
    assert_string_not_equal(id, "");
}

static void a_copy_that_was_there_first_does_not_displace_the_report(void **state)
{
    test_runs_write(*state, "b.txt", "fiskeri");
    assert_run(*state, "seen 1 indexed 1");
    test_runs_write(*state, "a.txt", "fiskeri");
    assert_run(*state, "seen 2 unchanged 1 skipped 1");
    g_autofree char *id = id_of(*state, "b.txt");
    assert_string_not_equal(id, "");
}

/* ---- Removed ---- */

static void a_removed_file_takes_its_report_along(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    test_runs_write(*state, "b.txt", "skogbruk");
    assert_run(*state, "seen 2 indexed 2");
    test_runs_remove(*state, "a.txt");
    assert_run(*state, "seen 1 unchanged 1 removed 1");
    assert_int_equal(test_runs_count(*state, "fiskeri"), 0);
    assert_int_equal(test_runs_count(*state, SAMSOK_KIND_REPORT), 1);
}

static void write_many(const TestRuns *runs, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("%u.txt", i);
        test_runs_write(runs, name, name);
    }
}

static void remove_many(const TestRuns *runs, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("%u.txt", i);
        test_runs_remove(runs, name);
    }
}

static void allow_removals(SamsokUpdateOptions *options)
{
    options->allow_removals = true;
}

static void a_run_that_would_lose_the_corpus_stops_before(void **state)
{
    write_many(*state, 13);
    assert_run(*state, "seen 13 indexed 13");
    remove_many(*state, 11);
    test_runs_refuse(*state, NULL, SAMSOK_ERROR_LIMIT);
    assert_int_equal(test_runs_count(*state, SAMSOK_KIND_REPORT), 13);
    assert_run_with(*state, allow_removals, "seen 2 unchanged 2 removed 11");
}

static void ten_may_always_go(void **state)
{
    write_many(*state, 12);
    assert_run(*state, "seen 12 indexed 12");
    remove_many(*state, 10);
    assert_run(*state, "seen 2 unchanged 2 removed 10");
}

static void a_source_that_vanished_counts_as_removal(void **state)
{
    const TestRuns *runs = *state;
    write_many(runs, 11);
    assert_run(runs, "seen 11 indexed 11");
    g_autofree char *away = test_folder_path(runs->folder, "away");
    assert_int_equal(rename(runs->files, away), 0);
    test_runs_refuse(runs, NULL, SAMSOK_ERROR_LIMIT);
    assert_run_with(runs, allow_removals, "removed 11");
}

static void missing_source(SamsokUpdateOptions *options)
{
    static const char *const sources[] = {"/nowhere/samsok-test", NULL};
    options->sources = sources;
}

static void a_source_that_never_was_is_missing(void **state)
{
    const TestRuns *runs = *state;
    test_runs_refuse(runs, missing_source, SAMSOK_ERROR_MISSING);
    assert_false(g_file_test(runs->index, G_FILE_TEST_EXISTS));
}

static void a_missing_source_leaves_an_index_that_was_there(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    assert_run(*state, "seen 1 indexed 1");
    test_runs_refuse(*state, missing_source, SAMSOK_ERROR_MISSING);
    assert_int_equal(test_runs_count(*state, SAMSOK_KIND_REPORT), 1);
}

static char *inner_source;

static void only_inner(SamsokUpdateOptions *options)
{
    static const char *sources[] = {NULL, NULL};
    sources[0] = inner_source;
    options->sources = sources;
}

static void earlier_sources(SamsokUpdateOptions *options)
{
    options->sources = NULL;
}

static void a_run_over_one_folder_leaves_the_others_alone(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a/x.txt", "fiskeri");
    test_runs_write(runs, "b/y.txt", "skogbruk");
    assert_run(runs, "seen 2 indexed 2");
    test_runs_remove(runs, "a/x.txt");
    test_runs_remove(runs, "b/y.txt");
    test_runs_write(runs, "b/z.txt", "jernbane");
    inner_source = test_folder_path(runs->files, "b");
    assert_run_with(runs, only_inner, "seen 1 indexed 1 removed 1");
    g_free(inner_source);
    assert_int_equal(test_runs_count(runs, "fiskeri"), 1);
    assert_run_with(runs, earlier_sources, "seen 1 unchanged 1 removed 1");
}

/* ---- The index ---- */

static void dry(SamsokUpdateOptions *options)
{
    options->dry_run = true;
}

static void a_dry_run_says_what_would_happen_and_changes_nothing(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    assert_run_with(runs, dry, "seen 1 indexed 1");
    assert_false(g_file_test(runs->index, G_FILE_TEST_EXISTS));
    assert_run(runs, "seen 1 indexed 1");
    test_runs_remove(runs, "a.txt");
    assert_run_with(runs, dry, "removed 1");
    assert_int_equal(test_runs_count(runs, SAMSOK_KIND_REPORT), 1);
}

static const int ended = 1;

static void cancel(SamsokUpdateOptions *options)
{
    options->cancelled = &ended;
}

static void a_cancelled_run_changes_nothing(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    assert_run(*state, "seen 1 indexed 1");
    test_runs_write(*state, "b.txt", "skogbruk");
    test_runs_refuse(*state, cancel, SAMSOK_ERROR_CANCELLED);
    assert_int_equal(test_runs_count(*state, SAMSOK_KIND_REPORT), 1);
    assert_run(*state, "seen 2 indexed 1 unchanged 1");
}

static void a_second_writer_is_told_to_come_again(void **state)
{
    const TestRuns *runs = *state;
    g_autoptr(SamsokIndexLock) lock = samsok_index_lock_take(runs->index, NULL);
    assert_non_null(lock);
    test_runs_refuse(runs, NULL, SAMSOK_ERROR_LOCKED);
}

static void an_index_of_a_newer_program_is_refused(void **state)
{
    const TestRuns *runs = *state;
    assert_run(runs, "");
    g_autofree char *path = samsok_generation_database(runs->index, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_SCHEMA, "99", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    g_clear_pointer(&writer, samsok_writer_close);
    test_runs_refuse(runs, NULL, SAMSOK_ERROR_CORRUPT);
}

static void rebuild(SamsokUpdateOptions *options)
{
    options->rebuild = true;
}

static void a_rebuild_reads_everything_and_keeps_ids(void **state)
{
    test_runs_write(*state, "a.txt", "fiskeri");
    test_runs_write(*state, "b.txt", "skogbruk");
    assert_run(*state, "seen 2 indexed 2");
    test_runs_rename(*state, "b.txt", "0.txt");
    g_autofree char *before = id_of(*state, "b.txt");
    assert_run_with(*state, rebuild, "seen 2 indexed 2 moved 1");
    g_autofree char *after = id_of(*state, "0.txt");
    assert_string_equal(before, after);
    assert_int_equal(test_runs_count(*state, SAMSOK_KIND_REPORT), 2);
}

static void a_rebuild_of_one_folder_carries_the_others_over(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a/x.txt", "fiskeri");
    test_runs_write(runs, "b/y.txt", "skogbruk");
    assert_run(runs, "seen 2 indexed 2");
    inner_source = test_folder_path(runs->files, "b");
    g_autofree char *outdated = samsok_generation_database(runs->index, NULL);
    assert_run_with(runs, only_inner, "seen 1 unchanged 1");
    g_autoptr(SamsokWriter) writer = samsok_writer_open(outdated, NULL);
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_ANALYSER, "0", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    g_clear_pointer(&writer, samsok_writer_close);
    assert_run_with(runs, only_inner, "seen 1 unchanged 1");
    g_free(inner_source);
    g_autofree char *current = samsok_generation_database(runs->index, NULL);
    assert_string_not_equal(current, outdated);
    assert_int_equal(test_runs_count(runs, "fiskeri"), 1);
    assert_int_equal(test_runs_count(runs, "skogbruk"), 1);
}

static void one_builder(SamsokUpdateOptions *options)
{
    options->jobs = 1;
}

static void four_builders(SamsokUpdateOptions *options)
{
    options->jobs = 4;
}

/* Files with one title: their ids depend on the order in which they are given out. */
static char *ids_with(const TestRuns *runs, void (*change)(SamsokUpdateOptions *))
{
    g_autoptr(SamsokRunReport) report = test_runs_update(runs, change);
    assert_int_equal(report->indexed, 12);
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < 12; i++) {
        g_autofree char *name = g_strdup_printf("%u.txt", i);
        g_autofree char *id = id_of(runs, name);
        g_string_append_printf(ids, "%s ", id);
    }
    return g_string_free(ids, FALSE);
}

static void all_is_the_same_whatever_the_number_of_builders(void **state)
{
    const TestRuns *runs = *state;
    for (guint i = 0; i < 12; i++) {
        g_autofree char *name = g_strdup_printf("%u.txt", i);
        g_autofree char *text = g_strdup_printf("Felles tittel\n\nInnhold nummer %u.\n", i);
        test_folder_write(runs->files, name, text);
    }
    g_autofree char *with_one = ids_with(runs, one_builder);
    test_folder_free(g_strdup(runs->index));
    g_autofree char *with_four = ids_with(runs, four_builders);
    assert_string_equal(with_one, with_four);
}

/* ---- metadata.csv ---- */

static void a_changed_row_of_metadata_reads_its_file_again(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    test_runs_write(runs, "b.txt", "skogbruk");
    test_folder_write(runs->files, "metadata.csv",
                      "path;series;number\na.txt;Difi-rapport;2014:7\n");
    assert_run(runs, "seen 3 indexed 2 skipped 1");
    g_autofree char *before = id_of(runs, "a.txt");
    assert_string_equal(before, "difi-rapport-2014-07");
    test_folder_write(runs->files, "metadata.csv",
                      "path;series;number\na.txt;Difi-rapport;2014:8\n");
    assert_run(runs, "seen 3 indexed 1 unchanged 1 skipped 1");
    g_autofree char *after = id_of(runs, "a.txt");
    assert_string_equal(after, "difi-rapport-2014-08");
    assert_int_equal(test_runs_count(runs, SAMSOK_KIND_REPORT), 2);
    assert_int_equal(test_runs_count(runs, "fiskeri"), 1);
}

static void a_sidecar_that_cannot_be_used_fails_alone(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    test_folder_write(runs->files, "metadata.csv", "tull\n");
    assert_run(runs, "seen 2 indexed 1 failed 1");
    assert_run(runs, "seen 2 unchanged 1 failed 1");
}

/* Version 1 of what is made of a file had no points. */
static void what_an_older_version_made_of_a_file_is_made_again(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    assert_run(runs, "seen 1 indexed 1");
    g_autoptr(SamsokReportRecord) record = test_runs_record(runs, "a.txt");
    record->shape_version = 1;
    g_autofree char *path = samsok_generation_database(runs->index, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    const SamsokTagging tagging = {0};
    g_autoptr(SamsokIngest) ingest = samsok_ingest_new(writer, &tagging, NULL);
    assert_true(samsok_ingest_report(ingest, record, NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    g_clear_pointer(&ingest, samsok_ingest_free);
    g_clear_pointer(&writer, samsok_writer_close);
    assert_run(runs, "seen 1 indexed 1");
}

/* No file makes one (core/base/limits.h); should one come all the same, the run ends and changes nothing. */
static void a_record_past_its_limit_is_refused(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    assert_run(runs, "seen 1 indexed 1");
    g_autoptr(SamsokReportRecord) record = test_runs_record(runs, "a.txt");
    g_autofree char *longest = g_strnfill(SAMSOK_MAX_RECORD_BYTES, 'x');
    record->url = longest;
    g_autofree char *path = samsok_generation_database(runs->index, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    const SamsokTagging tagging = {0};
    g_autoptr(SamsokIngest) ingest = samsok_ingest_new(writer, &tagging, NULL);
    g_autoptr(GError) error = NULL;
    assert_false(samsok_ingest_report(ingest, record, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_LIMIT);
    record->url = "";
    g_clear_pointer(&ingest, samsok_ingest_free);
    g_clear_pointer(&writer, samsok_writer_close);
    assert_run(runs, "seen 1 unchanged 1");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(files_are_indexed_once_and_then_unchanged),
        TEST(what_an_older_version_made_of_a_file_is_made_again),
        TEST(an_empty_folder_makes_an_index_that_can_be_read),
        TEST(a_touched_file_is_unchanged_and_its_new_time_is_kept),
        TEST(a_changed_file_keeps_its_id_and_loses_its_old_words),
        TEST(a_moved_file_keeps_its_report),
        TEST(two_files_that_change_places_are_moved),
        TEST(a_new_file_in_the_place_of_a_moved_one_is_a_new_report),
        TEST(every_file_that_is_skipped_is_told_of_with_code_and_reason),
        TEST(passages_get_the_title_that_their_report_gets),
        TEST(a_copy_is_skipped_and_takes_the_place_of_the_one_that_goes),
        TEST(a_copy_that_was_there_first_does_not_displace_the_report),
        TEST(a_removed_file_takes_its_report_along),
        TEST(a_run_that_would_lose_the_corpus_stops_before),
        TEST(ten_may_always_go),
        TEST(a_source_that_vanished_counts_as_removal),
        TEST(a_source_that_never_was_is_missing),
        TEST(a_missing_source_leaves_an_index_that_was_there),
        TEST(a_run_over_one_folder_leaves_the_others_alone),
        TEST(a_dry_run_says_what_would_happen_and_changes_nothing),
        TEST(a_cancelled_run_changes_nothing),
        TEST(a_second_writer_is_told_to_come_again),
        TEST(an_index_of_a_newer_program_is_refused),
        TEST(a_rebuild_reads_everything_and_keeps_ids),
        TEST(a_rebuild_of_one_folder_carries_the_others_over),
        TEST(all_is_the_same_whatever_the_number_of_builders),
        TEST(a_changed_row_of_metadata_reads_its_file_again),
        TEST(a_sidecar_that_cannot_be_used_fails_alone),
        TEST(a_record_past_its_limit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
