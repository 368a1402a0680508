/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that cannot be read: what is told, what stays, when they are tried again. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "index/schema.h"
#include "index/verdict.h"
#include "tests/index/folder.h"
#include "tests/index/runs.h"

/* Begins as a PDF does and is none. */
static const char broken_pdf[] = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\nnothing of the kind\n";

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

static void retry(SamsokUpdateOptions *options)
{
    options->retry_quarantined = true;
}

static void a_file_that_failed_is_quarantined_until_asked_for(void **state)
{
    const TestRuns *runs = *state;
    test_folder_write(runs->files, "x.pdf", broken_pdf);
    assert_run(runs, "seen 1 failed 1");
    assert_run(runs, "seen 1 quarantined 1");
    assert_run_with(runs, retry, "seen 1 failed 1");
    assert_run(runs, "seen 1 quarantined 1");
}

static void a_failure_is_told_with_code_and_reason_each_time(void **state)
{
    const TestRuns *runs = *state;
    test_folder_write(runs->files, "x.pdf", broken_pdf);
    for (guint i = 0; i < 2; i++) {
        g_autoptr(SamsokRunReport) report = test_runs_update(runs, NULL);
        assert_int_equal(report->failures->len, 1);
        const SamsokFailure *failure = g_ptr_array_index(report->failures, 0);
        assert_string_equal(failure->code, "format");
        assert_non_null(strstr(failure->reason, "x.pdf"));
    }
}

static void quarantine_follows_the_content(void **state)
{
    const TestRuns *runs = *state;
    test_folder_write(runs->files, "x.pdf", broken_pdf);
    assert_run(runs, "seen 1 failed 1");
    test_runs_rename(runs, "x.pdf", "y.pdf");
    assert_run(runs, "seen 1 quarantined 1");
    g_autofree char *other = g_strconcat(broken_pdf, "more\n", NULL);
    test_folder_write(runs->files, "y.pdf", other);
    assert_run(runs, "seen 1 failed 1");
}

static void a_file_that_fails_keeps_its_last_good_content(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    assert_run(runs, "seen 1 indexed 1");
    test_folder_write(runs->files, "a.txt", broken_pdf);
    assert_run(runs, "seen 1 failed 1");
    assert_int_equal(test_runs_count(runs, "fiskeri"), 1);
    g_autoptr(SamsokReportRecord) stale = test_runs_record(runs, "a.txt");
    assert_string_not_equal(stale->stale, "");
    assert_run(runs, "seen 1 quarantined 1");
    test_runs_write(runs, "a.txt", "fiskeri");
    assert_run(runs, "seen 1 unchanged 1");
    g_autoptr(SamsokReportRecord) fresh = test_runs_record(runs, "a.txt");
    assert_string_equal(fresh->stale, "");
}

static void rebuild(SamsokUpdateOptions *options)
{
    options->rebuild = true;
}

static void a_rebuild_keeps_the_last_good_content_too(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    test_runs_write(runs, "b.txt", "skogbruk");
    assert_run(runs, "seen 2 indexed 2");
    test_folder_write(runs->files, "a.txt", broken_pdf);
    assert_run_with(runs, rebuild, "seen 2 indexed 1 failed 1");
    assert_int_equal(test_runs_count(runs, "fiskeri"), 1);
    assert_run(runs, "seen 2 unchanged 1 quarantined 1");
}

/* Writes a file of these bytes, NUL too. */
static void write_bytes(const TestRuns *runs, const char *name, const char *bytes, gsize len)
{
    g_autofree char *path = test_folder_path(runs->files, name);
    assert_true(g_file_set_contents(path, bytes, (gssize)len, NULL));
}

/* The run tells of the only file with this code and reason, as failed or as skipped. */
static void assert_told(const TestRuns *runs, const char *counters, const char *code, const char *reason)
{
    g_autoptr(SamsokRunReport) report = test_runs_update(runs, NULL);
    g_autofree char *told = test_runs_counters(report);
    assert_string_equal(told, counters);
    const SamsokFailure *failure = g_ptr_array_index(report->failures, 0);
    assert_string_equal(failure->code, code);
    assert_string_equal(failure->reason, reason);
    assert_int_equal(unlink(failure->path), 0);
}

typedef struct {
    const char *name;
    const char *bytes;
    gsize len;
    const char *reason;
} OddFile;

/* One file after the other, each alone. */
static void assert_each_told(const TestRuns *runs, const OddFile *files, gsize count, const char *counters,
                             const char *code)
{
    for (gsize i = 0; i < count; i++) {
        write_bytes(runs, files[i].name, files[i].bytes, files[i].len);
        assert_told(runs, counters, code, files[i].reason);
    }
}

static const char gif[] = "GIF89a\x10\x01\x10\x01\x80\x01\x01,";
static const char page[] = "<!DOCTYPE html><html><title>404</title><p>Siden finnes ikke.</p></html>\n";

static void what_is_not_what_it_is_called_is_a_failure(void **state)
{
    const char zeros[4096] = {0};
    const OddFile cases[] = {
        {"a.pdf", zeros, sizeof zeros, "'a.pdf': it is damaged beyond repair or no PDF file"},
        {"b.pdf", "En tekst.\n", 10, "'b.pdf': it is damaged beyond repair or no PDF file"},
        {"c.PDF", page, sizeof page - 1, "'c.PDF': is called .PDF, but holds text/html"},
        {"d.pdf", gif, sizeof gif - 1, "'d.pdf': is called .pdf, but holds image/gif"},
        {"e.pdf", "", 0, "'e.pdf': is empty"},
        {"f.html", gif, sizeof gif - 1, "'f.html': is called .html, but holds image/gif"},
        {"g.txt", "", 0, "'g.txt': is empty"},
        {"h.txt", zeros, sizeof zeros, "'h.txt': binary data: no text in any character set"},
        {"i.html", "<?xml version", 13, "'i.html': is damaged, or no text/html after all"},
    };
    assert_each_told(*state, cases, G_N_ELEMENTS(cases), "seen 1 failed 1", "format");
}

static void what_is_called_nothing_of_ours_is_skipped(void **state)
{
    const char zeros[4096] = {0};
    const OddFile cases[] = {
        {"a.jpg", zeros, sizeof zeros, "'a.jpg': no plugin reads application/octet-stream"},
        {"b.zip", "PK\3\4\24\0", 6, "'b.zip': no plugin reads application/octet-stream"},
        {"c.gif", gif, sizeof gif - 1, "'c.gif': no plugin reads image/gif"},
        {".keep", "", 0, "'.keep': is empty"},
    };
    assert_each_told(*state, cases, G_N_ELEMENTS(cases), "seen 1 skipped 1", "unsupported");
}

/* Each file that is told of in a run is named in its own reason. */
static void assert_reasons_name_their_files(const TestRuns *runs, const char *counters)
{
    g_autoptr(SamsokRunReport) report = test_runs_update(runs, NULL);
    g_autofree char *told = test_runs_counters(report);
    assert_string_equal(told, counters);
    for (guint i = 0; i < report->failures->len; i++) {
        const SamsokFailure *failure = g_ptr_array_index(report->failures, i);
        g_autofree char *name = g_path_get_basename(failure->path);
        g_autofree char *begin = g_strdup_printf("'%s': ", name);
        assert_true(g_str_has_prefix(failure->reason, begin));
    }
}

static void copies_of_what_fails_fail_as_it_does_in_every_run(void **state)
{
    const TestRuns *runs = *state;
    test_folder_write(runs->files, "a.pdf", broken_pdf);
    test_folder_write(runs->files, "b.pdf", broken_pdf);
    test_folder_write(runs->files, "c.txt", broken_pdf);
    test_folder_write(runs->files, "tom.pdf", "");
    test_folder_write(runs->files, "tom.html", "");
    test_folder_write(runs->files, "tom.keep", "");
    assert_reasons_name_their_files(runs, "seen 6 failed 5 skipped 1");
    assert_reasons_name_their_files(runs, "seen 6 skipped 1 quarantined 5");
    assert_reasons_name_their_files(runs, "seen 6 skipped 1 quarantined 5");
}

static void a_copy_under_a_better_name_is_read(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.pdf", "fiskeri");
    test_runs_write(runs, "b.txt", "fiskeri");
    test_runs_write(runs, "c.txt", "fiskeri");
    assert_run(runs, "seen 3 indexed 1 failed 1 skipped 1");
    assert_int_equal(test_runs_count(runs, "fiskeri"), 1);
    assert_run(runs, "seen 3 unchanged 1 skipped 1 quarantined 1");
}

static void a_copy_under_the_bad_name_fails_though_another_was_read(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.pdf", "fiskeri");
    test_runs_write(runs, "b.txt", "fiskeri");
    test_runs_write(runs, "c.pdf", "fiskeri");
    assert_run(runs, "seen 3 indexed 1 failed 2");
    assert_run(runs, "seen 3 unchanged 1 quarantined 2");
}

/* As when a server has said the same error for two reports. */
static void files_that_fail_alike_keep_their_last_good_content(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    test_runs_write(runs, "b.txt", "skogbruk");
    assert_run(runs, "seen 2 indexed 2");
    test_folder_write(runs->files, "a.txt", broken_pdf);
    test_folder_write(runs->files, "b.txt", broken_pdf);
    assert_run(runs, "seen 2 failed 2");
    assert_run(runs, "seen 2 quarantined 2");
    assert_int_equal(test_runs_count(runs, "fiskeri"), 1);
    assert_int_equal(test_runs_count(runs, "skogbruk"), 1);
    g_autoptr(SamsokReportRecord) stale = test_runs_record(runs, "b.txt");
    assert_true(g_str_has_prefix(stale->stale, "'b.txt': "));
    assert_run_with(runs, rebuild, "seen 2 quarantined 2");
    assert_int_equal(test_runs_count(runs, "skogbruk"), 1);
}

static void files_that_become_one_readable_content_are_one_report(void **state)
{
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    test_runs_write(runs, "b.txt", "skogbruk");
    assert_run(runs, "seen 2 indexed 2");
    test_runs_write(runs, "a.txt", "havbruk");
    test_runs_write(runs, "b.txt", "havbruk");
    assert_run(runs, "seen 2 indexed 1 removed 1 skipped 1");
    assert_int_equal(test_runs_count(runs, "skogbruk"), 0);
    assert_int_equal(test_runs_count(runs, "havbruk"), 1);
    assert_run(runs, "seen 2 unchanged 1 skipped 1");
}

static void a_kind_that_nobody_reads_is_skipped_with_its_type(void **state)
{
    const TestRuns *runs = *state;
    test_folder_write(runs->files, "bilde.gif", gif);
    for (guint i = 0; i < 2; i++) {
        g_autoptr(SamsokRunReport) report = test_runs_update(runs, NULL);
        g_autofree char *counters = test_runs_counters(report);
        assert_string_equal(counters, "seen 1 skipped 1");
        const SamsokFailure *failure = g_ptr_array_index(report->failures, 0);
        assert_string_equal(failure->code, "unsupported");
        assert_non_null(strstr(failure->reason, "image/gif"));
    }
}

/* A file that cannot be opened is no fault of its content. */
static void what_could_not_be_opened_is_tried_again(void **state)
{
    if (geteuid() == 0) {
        skip();
    }
    const TestRuns *runs = *state;
    test_runs_write(runs, "a.txt", "fiskeri");
    g_autofree char *path = test_folder_path(runs->files, "a.txt");
    assert_int_equal(chmod(path, 0), 0);
    assert_run(runs, "seen 1 failed 1");
    assert_run(runs, "seen 1 failed 1");
    assert_int_equal(chmod(path, 0600), 0);
    assert_run(runs, "seen 1 indexed 1");
}

static void a_verdict_comes_back_as_it_went(void **state)
{
    (void)state;
    g_autoptr(SamsokVerdict) verdict = samsok_verdict_new(
        true, "abc", "def/text/html", "format", "/odd\tname\n\xff", "'x': two\tlines\nof text");
    g_autofree char *key = samsok_verdict_key(verdict);
    g_autofree char *value = samsok_verdict_value(verdict);
    g_autoptr(SamsokVerdict) back = samsok_verdict_parse(key, value);
    assert_true(back->is_unread);
    assert_string_equal(back->build, "abc");
    assert_string_equal(back->content, "def/text/html");
    assert_string_equal(back->code, "format");
    assert_string_equal(back->path, "/odd\tname\n\xff");
    assert_string_equal(back->reason, "'x': two lines of text");
}

static void what_is_no_verdict_is_none(void **state)
{
    (void)state;
    assert_null(samsok_verdict_parse("samsok.other/a/b", "x\ty\tz"));
    assert_null(samsok_verdict_parse(SAMSOK_KEY_QUARANTINE "a", "x\ty\tz"));
    assert_null(samsok_verdict_parse(SAMSOK_KEY_QUARANTINE "a/b", "x\ty"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_file_that_failed_is_quarantined_until_asked_for),
        TEST(a_failure_is_told_with_code_and_reason_each_time),
        TEST(quarantine_follows_the_content),
        TEST(a_file_that_fails_keeps_its_last_good_content),
        TEST(a_rebuild_keeps_the_last_good_content_too),
        TEST(what_is_not_what_it_is_called_is_a_failure),
        TEST(what_is_called_nothing_of_ours_is_skipped),
        TEST(copies_of_what_fails_fail_as_it_does_in_every_run),
        TEST(a_copy_under_a_better_name_is_read),
        TEST(a_copy_under_the_bad_name_fails_though_another_was_read),
        TEST(files_that_fail_alike_keep_their_last_good_content),
        TEST(files_that_become_one_readable_content_are_one_report),
        TEST(a_kind_that_nobody_reads_is_skipped_with_its_type),
        TEST(what_could_not_be_opened_is_tried_again),
        TEST(a_verdict_comes_back_as_it_went),
        TEST(what_is_no_verdict_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
