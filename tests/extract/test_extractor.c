/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever a plugin does, it costs the file at hand and nothing else. */
#include "config.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/extract/extractor.h"
#include "tests/extract/fixture.h"

/* Behind a word: what no other plugin bids for, should some be installed on this machine. */
#define NO_TEXT "\n\1\2\3\4\5\6\1\2\3\4\5\6\1\2\3\4\5\6\1\2\3\4\5\6"

static SamsokRegistry *registry;

static int set_up(void **state)
{
    int result = fixture_set_up(state);
    registry = result == 0 ? fixture_registry() : NULL;
    return result;
}

static int tear_down(void **state)
{
    samsok_registry_free(registry);
    return fixture_tear_down(state);
}

/* With deadlines that no test waits for, however busy the machine is. */
static SamsokExtractor *extractor_new(void)
{
    const SamsokExtractorOptions options = {
        .memory_bytes = (uint64_t)256 << 20,
        .max_text_bytes = (uint64_t)8 << 20,
    };
    return samsok_extractor_new(registry, &options);
}

/* With deadlines to be waited for. */
static SamsokExtractor *impatient_extractor_new(void)
{
    const SamsokExtractorOptions options = {.idle_ms = 1000, .total_ms = 2000};
    return samsok_extractor_new(registry, &options);
}

static void assert_good_file_is_read(SamsokExtractor *extractor)
{
    g_auto(SamsokExtract) extract = {.runs = NULL};
    g_autoptr(GError) error = NULL;
    gboolean is_read = fixture_read(extractor, "well", &extract, &error);
    if (!is_read) {
        fail_msg("%s", error->message);
    }
    assert_int_equal(samsok_runs_len(extract.runs), 3);
    assert_string_equal(samsok_runs_at(extract.runs, 2)->text, "2");
    assert_string_equal(extract.plugin->name, "misbehave");
}

/* The file fails with this code and a message that begins as given; the next is read. */
static void assert_only_file_lost(const char *word, SamsokErrorCode code, const char *message)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    for (int was_used = 0; was_used < 2; was_used++) {
        g_autoptr(GError) error = NULL;
        assert_false(fixture_read(extractor, word, NULL, &error));
        g_autofree char *expected = g_strconcat("'file.txt': ", message, NULL);
        if (!g_str_has_prefix(error->message, expected)) {
            fail_msg("%s: %s", word, error->message);
        }
        assert_int_equal(error->code, code);
        assert_good_file_is_read(extractor);
    }
}

/* The first run's text of a file that must be read. Owner: the caller. */
static char *dup_first_text(SamsokExtractor *extractor, const char *word)
{
    g_auto(SamsokExtract) extract = {.runs = NULL};
    g_autoptr(GError) error = NULL;
    if (!fixture_read(extractor, word, &extract, &error)) {
        fail_msg("%s", error->message);
    }
    assert_true(samsok_runs_len(extract.runs) > 0);
    return g_strdup(samsok_runs_at(extract.runs, 0)->text);
}

static void assert_first_text(const char *word, const char *expected)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    g_autofree char *text = dup_first_text(extractor, word);
    assert_string_equal(text, expected);
    assert_good_file_is_read(extractor);
}

static void crash_costs_one_file_and_names_its_signal(void **state)
{
    assert_only_file_lost("crash", SAMSOK_ERROR_PLUGIN, "the misbehave plugin crashed (SIGSEGV)");
    assert_only_file_lost("abort", SAMSOK_ERROR_PLUGIN, "the misbehave plugin crashed (SIGABRT)");
    assert_only_file_lost("crash-in-open", SAMSOK_ERROR_PLUGIN, "the misbehave plugin crashed");
    assert_only_file_lost("crash-in-close", SAMSOK_ERROR_PLUGIN, "the misbehave plugin crashed");
    assert_only_file_lost("crash-in-probe" NO_TEXT, SAMSOK_ERROR_PLUGIN,
                          "the misbehave plugin crashed");
}

static void exit_costs_one_file(void **state)
{
    assert_only_file_lost("exit", SAMSOK_ERROR_PLUGIN,
                          "the misbehave plugin ended its process (exit status 7)");
}

static void assert_times_out(const char *word, const char *message)
{
    g_autoptr(SamsokExtractor) extractor = impatient_extractor_new();
    g_autoptr(GError) error = NULL;
    assert_false(fixture_read(extractor, word, NULL, &error));
    assert_string_equal(error->message, message);
    assert_int_equal(error->code, SAMSOK_ERROR_TIMEOUT);
    assert_good_file_is_read(extractor);
}

static void hang_is_ended_by_deadline_without_progress(void **state)
{
    assert_times_out("hang", "'file.txt': the misbehave plugin made no progress for 1 s");
}

static void hang_in_close_is_ended_too(void **state)
{
    assert_times_out("hang-in-close", "'file.txt': the misbehave plugin made no progress for 1 s");
}

static void hang_in_probe_is_ended(void **state)
{
    assert_times_out("hang-in-probe" NO_TEXT,
                     "'file.txt': the misbehave plugin did not recognise or reject the "
                     "file within 1 s");
}

static void endless_progress_is_ended_by_deadline_in_all(void **state)
{
    assert_times_out("drip", "'file.txt': the misbehave plugin needed more than 2 s");
    assert_times_out("pretend", "'file.txt': the misbehave plugin needed more than 2 s");
}

static void slow_file_that_says_it_is_alive_is_read(void **state)
{
    g_autoptr(SamsokExtractor) extractor = impatient_extractor_new();
    g_autofree char *text = dup_first_text(extractor, "take-time");
    assert_string_equal(text, "at last");
}

static void flood_ends_at_a_limit(void **state)
{
    assert_only_file_lost("flood", SAMSOK_ERROR_LIMIT, "has more text than the limit of 8388608");
}

static void flood_of_unknown_kinds_ends_at_a_limit(void **state)
{
    const SamsokExtractorOptions options = {.memory_bytes = (uint64_t)256 << 20};
    g_autoptr(SamsokExtractor) extractor = samsok_extractor_new(registry, &options);
    g_autoptr(GError) error = NULL;
    assert_false(fixture_read(extractor, "flood-unknown", NULL, &error));
    assert_string_equal(error->message, "'file.txt': has more lines than the limit");
    assert_int_equal(error->code, SAMSOK_ERROR_LIMIT);
    assert_good_file_is_read(extractor);
}

static void skip_without_memory_limit(void)
{
#if defined(__SANITIZE_ADDRESS__)
    skip();
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    skip();
#endif
#endif
}

static void leak_ends_at_the_memory_limit(void **state)
{
    skip_without_memory_limit();
    assert_only_file_lost("leak", SAMSOK_ERROR_LIMIT,
                          "the misbehave plugin needed more memory than 256 MiB");
}

static void file_is_not_made_to_pay_for_leaks_of_the_file_before(void **state)
{
    skip_without_memory_limit();
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    for (int i = 0; i < 3; i++) {
        g_autofree char *text = dup_first_text(extractor, "leak-some");
        assert_string_equal(text, "leaked");
    }
}

static void lies_about_lengths_are_refused(void **state)
{
    assert_only_file_lost("too-long", SAMSOK_ERROR_PLUGIN,
                          "the misbehave plugin gives a run longer than the interface allows");
    assert_only_file_lost("endless", SAMSOK_ERROR_PLUGIN,
                          "the misbehave plugin gives a run longer than the interface allows");
    assert_only_file_lost("nowhere", SAMSOK_ERROR_PLUGIN,
                          "the misbehave plugin gives a run whose text is nowhere");
}

static void lies_about_places_are_refused(void **state)
{
    assert_only_file_lost("page-five", SAMSOK_ERROR_PLUGIN, "the plugin gives its pages out of");
    assert_only_file_lost("page-back", SAMSOK_ERROR_PLUGIN, "the plugin gives a run on a page");
    assert_only_file_lost("no-number", SAMSOK_ERROR_PLUGIN, "the plugin gives a place that is not");
}

static void text_is_cleaned(void **state)
{
    assert_first_text("bad-text", "a\xEF\xBF\xBDz");
}

static void run_of_unknown_kind_is_passed_over(void **state)
{
    assert_first_text("unknown-kind", "after it");
}

static void unknown_statuses_are_refused(void **state)
{
    assert_only_file_lost("unknown-status", SAMSOK_ERROR_PLUGIN,
                          "the misbehave plugin ended with a status that is none (42)");
    assert_only_file_lost("end-in-open", SAMSOK_ERROR_PLUGIN,
                          "the misbehave plugin ends a file that it has not opened");
}

static void failure_of_a_file_tells_the_last_reason(void **state)
{
    assert_only_file_lost("encrypted", SAMSOK_ERROR_ENCRYPTED, "needs a password");
    assert_only_file_lost("fail-silently", SAMSOK_ERROR_FORMAT, "is damaged, or not of the format");
}

static void reason_is_made_one_clean_short_line(void **state)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    g_autoptr(GError) error = NULL;
    assert_false(fixture_read(extractor, "fail-loudly", NULL, &error));
    assert_true(g_str_has_prefix(error->message, "'file.txt': line one line two\xEF\xBF\xBD xxx"));
    assert_true(strlen(error->message) < SAMSOK_MAX_REASON_BYTES + 20);
    assert_true(g_utf8_validate(error->message, -1, NULL));
}

static void garbage_on_the_socket_is_noticed(void **state)
{
    assert_only_file_lost("garbage", SAMSOK_ERROR_PLUGIN,
                          "the worker sent something that is no message");
}

static void closed_socket_is_noticed(void **state)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    g_autoptr(GError) error = NULL;
    assert_false(fixture_read(extractor, "close-socket", NULL, &error));
    assert_string_equal(error->message, "'file.txt': the misbehave plugin closed its connection");
    assert_good_file_is_read(extractor);
}

static void garbage_sent_later_does_not_harm_the_next_file(void **state)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    g_autofree char *text = dup_first_text(extractor, "late-garbage");
    assert_string_equal(text, "for now");
    /* The junk comes in while this one is read. */
    g_autofree char *slow = dup_first_text(extractor, "take-time");
    assert_string_equal(slow, "at last");
    assert_good_file_is_read(extractor);
}

static bool is_running(int pid)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/stat", pid);
    g_autofree char *stat = NULL;
    return g_file_get_contents(path, &stat, NULL, NULL) && strstr(stat, ") Z ") == NULL;
}

static void child_of_a_plugin_ends_with_its_worker(void **state)
{
    SamsokExtractor *extractor = extractor_new();
    g_autofree char *text = dup_first_text(extractor, "orphan");
    int child = (int)g_ascii_strtoll(text, NULL, 10);
    assert_true(child > 0 && is_running(child));
    samsok_extractor_free(extractor);
    for (int i = 0; i < 200 && is_running(child); i++) {
        g_usleep(5000);
    }
    assert_false(is_running(child));
}

static void printing_goes_nowhere(void **state)
{
    assert_first_text("print", "printed");
}

static void worker_cannot_write_to_files(void **state)
{
    assert_first_text("write", "not written");
}

static void worker_is_given_four_descriptors_and_the_file(void **state)
{
    /* One of ours that somebody forgot to mark. */
    int leaked = dup(0);
    assert_first_text("count-fds", "5");
    close(leaked);
}

static void descriptors_are_limited(void **state)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    g_autofree char *text = dup_first_text(extractor, "take-fds");
    assert_in_range(g_ascii_strtoll(text, NULL, 10), 10, SAMSOK_WORKER_DESCRIPTORS);
    assert_good_file_is_read(extractor);
}

static void worker_is_used_again_and_replaced_after_so_many_files(void **state)
{
    const SamsokExtractorOptions options = {.files_per_worker = 2};
    g_autoptr(SamsokExtractor) extractor = samsok_extractor_new(registry, &options);
    g_autofree char *first = dup_first_text(extractor, "tell-process");
    g_autofree char *second = dup_first_text(extractor, "tell-process");
    g_autofree char *third = dup_first_text(extractor, "tell-process");
    assert_string_equal(first, second);
    assert_string_not_equal(second, third);
    assert_true(samsok_extractor_peak_rss_kb(extractor) > 0);
}

static void offset_of_the_caller_is_neither_used_nor_moved(void **state)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    static const char text[] = "MISBEHAVE tell-offset\n";
    int fd = fixture_file(text, sizeof(text) - 1);
    assert_int_equal(lseek(fd, 3, SEEK_SET), 3);
    g_auto(SamsokExtract) extract = {.runs = NULL};
    assert_true(samsok_extractor_read(extractor, fd, "a", &extract, NULL, NULL));
    assert_string_equal(samsok_runs_at(extract.runs, 0)->text, "0");
    assert_int_equal(lseek(fd, 0, SEEK_CUR), 3);
    close(fd);
}

static void host_reads_and_decodes_for_the_plugin(void **state)
{
    assert_first_text("decode", "MISBEHAVE decode\n");
}

static gpointer read_many(gpointer data)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    gsize failures = 0;
    for (int i = 0; i < 15; i++) {
        failures += fixture_read(extractor, i % 3 == 0 ? "crash" : "well", NULL, NULL) ? 0 : 1;
    }
    return GSIZE_TO_POINTER(failures);
}

static void two_workers_in_two_threads_do_not_meet(void **state)
{
    GThread *threads[3];
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++) {
        threads[i] = g_thread_new("extract", read_many, NULL);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++) {
        assert_int_equal(GPOINTER_TO_SIZE(g_thread_join(threads[i])), 5);
    }
}

static void assert_refused(int fd, SamsokErrorCode code, const char *message)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    g_auto(SamsokExtract) extract = {.runs = NULL};
    const SamsokPluginInfo *plugin = NULL;
    g_autoptr(GError) error = NULL;
    assert_false(samsok_extractor_read(extractor, fd, "a\nb\xff", &extract, &plugin, &error));
    assert_null(plugin);
    assert_string_equal(error->message, message);
    assert_int_equal(error->code, code);
    close(fd);
}

static void empty_file_is_said_to_be_empty(void **state)
{
    assert_refused(fixture_file("", 0), SAMSOK_ERROR_UNSUPPORTED, "'a b\xEF\xBF\xBD': is empty");
}

static void file_that_nobody_reads_is_named_by_media_type(void **state)
{
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x8\2\0\0\0";
    assert_refused(fixture_file(png, sizeof(png) - 1), SAMSOK_ERROR_UNSUPPORTED,
                   "'a b\xEF\xBF\xBD': no plugin reads image/png");
}

static void pipe_is_no_file(void **state)
{
    int ends[2] = {-1, -1};
    assert_int_equal(pipe(ends), 0);
    close(ends[1]);
    assert_refused(ends[0], SAMSOK_ERROR_UNSUPPORTED, "'a b\xEF\xBF\xBD': is no regular file");
}

static void failed_file_names_its_plugin(void **state)
{
    g_autoptr(SamsokExtractor) extractor = extractor_new();
    static const char text[] = "MISBEHAVE crash\n";
    int fd = fixture_file(text, sizeof(text) - 1);
    g_auto(SamsokExtract) extract = {.runs = NULL};
    const SamsokPluginInfo *plugin = NULL;
    assert_false(samsok_extractor_read(extractor, fd, "a", &extract, &plugin, NULL));
    close(fd);
    assert_non_null(plugin);
    assert_string_equal(plugin->name, "misbehave");
    assert_null(extract.runs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(crash_costs_one_file_and_names_its_signal),
        cmocka_unit_test(exit_costs_one_file),
        cmocka_unit_test(hang_is_ended_by_deadline_without_progress),
        cmocka_unit_test(hang_in_close_is_ended_too),
        cmocka_unit_test(hang_in_probe_is_ended),
        cmocka_unit_test(endless_progress_is_ended_by_deadline_in_all),
        cmocka_unit_test(slow_file_that_says_it_is_alive_is_read),
        cmocka_unit_test(flood_ends_at_a_limit),
        cmocka_unit_test(flood_of_unknown_kinds_ends_at_a_limit),
        cmocka_unit_test(leak_ends_at_the_memory_limit),
        cmocka_unit_test(file_is_not_made_to_pay_for_leaks_of_the_file_before),
        cmocka_unit_test(lies_about_lengths_are_refused),
        cmocka_unit_test(lies_about_places_are_refused),
        cmocka_unit_test(text_is_cleaned),
        cmocka_unit_test(run_of_unknown_kind_is_passed_over),
        cmocka_unit_test(unknown_statuses_are_refused),
        cmocka_unit_test(failure_of_a_file_tells_the_last_reason),
        cmocka_unit_test(reason_is_made_one_clean_short_line),
        cmocka_unit_test(garbage_on_the_socket_is_noticed),
        cmocka_unit_test(closed_socket_is_noticed),
        cmocka_unit_test(garbage_sent_later_does_not_harm_the_next_file),
        cmocka_unit_test(child_of_a_plugin_ends_with_its_worker),
        cmocka_unit_test(printing_goes_nowhere),
        cmocka_unit_test(worker_cannot_write_to_files),
        cmocka_unit_test(worker_is_given_four_descriptors_and_the_file),
        cmocka_unit_test(descriptors_are_limited),
        cmocka_unit_test(worker_is_used_again_and_replaced_after_so_many_files),
        cmocka_unit_test(offset_of_the_caller_is_neither_used_nor_moved),
        cmocka_unit_test(host_reads_and_decodes_for_the_plugin),
        cmocka_unit_test(two_workers_in_two_threads_do_not_meet),
        cmocka_unit_test(empty_file_is_said_to_be_empty),
        cmocka_unit_test(file_that_nobody_reads_is_named_by_media_type),
        cmocka_unit_test(pipe_is_no_file),
        cmocka_unit_test(failed_file_names_its_plugin),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
