/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scratch corpora and runs over them. */
#include "config.h"

#include "tests/index/runs.h"

#include <glib/gstdio.h>

#include "index/generation.h"
#include "index/schema.h"
#include "index/xapian/index.h"
#include "tests/index/folder.h"

TestRuns *test_runs_new(void)
{
    return test_runs_new_at(test_folder_new());
}

TestRuns *test_runs_new_at(char *folder)
{
    TestRuns *runs = g_new0(TestRuns, 1);
    runs->folder = folder;
    runs->files = test_folder_path(runs->folder, "files");
    runs->index = test_folder_path(runs->folder, "index");
    g_mkdir(runs->files, 0777);
    g_autoptr(GError) error = NULL;
    const SamsokRegistryOptions options = {0};
    runs->registry = samsok_registry_load(&options, &error);
    if (runs->registry == NULL) {
        g_error("%s", error->message);
    }
    return runs;
}

void test_runs_free(TestRuns *runs)
{
    samsok_registry_free(runs->registry);
    test_folder_free(runs->folder);
    g_free(runs->files);
    g_free(runs->index);
    g_free(runs);
}

void test_runs_write(const TestRuns *runs, const char *name, const char *seed)
{
    g_autofree char *text = g_strdup_printf(
        "Rapport om %s\n\nDette er en kort rapport om %s. Den handler om samordning i staten.\n",
        seed, seed);
    test_folder_write(runs->files, name, text);
}

void test_runs_remove(const TestRuns *runs, const char *name)
{
    g_autofree char *path = test_folder_path(runs->files, name);
    g_unlink(path);
}

void test_runs_rename(const TestRuns *runs, const char *from, const char *to)
{
    g_autofree char *old = test_folder_path(runs->files, from);
    g_autofree char *new = test_folder_path(runs->files, to);
    g_autofree char *parent = g_path_get_dirname(new);
    g_mkdir_with_parents(parent, 0777);
    g_rename(old, new);
}

static SamsokRunReport *try_update(const TestRuns *runs, void (*change)(SamsokUpdateOptions *),
                                   GError **error)
{
    const char *const sources[] = {runs->files, NULL};
    SamsokUpdateOptions options = {
        .index_dir = runs->index,
        .sources = sources,
        .registry = runs->registry,
        .jobs = 2,
    };
    if (change != NULL) {
        change(&options);
    }
    return samsok_update(&options, error);
}

SamsokRunReport *test_runs_update(const TestRuns *runs, void (*change)(SamsokUpdateOptions *))
{
    g_autoptr(GError) error = NULL;
    SamsokRunReport *report = try_update(runs, change, &error);
    if (report == NULL) {
        g_error("%s", error->message);
    }
    uint64_t told = report->indexed + report->unchanged + report->failed + report->skipped +
                    report->quarantined;
    if (told != report->seen) {
        g_error("%u files were seen, %u have a fate", (guint)report->seen, (guint)told);
    }
    return report;
}

void test_runs_refuse(const TestRuns *runs, void (*change)(SamsokUpdateOptions *), int code)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokRunReport) report = try_update(runs, change, &error);
    if (report != NULL || error->code != code) {
        g_error("the run should have ended with error %d: %s", code,
                error == NULL ? "it ended well" : error->message);
    }
}

static void append_counter(GString *out, const char *name, uint64_t count)
{
    if (count != 0) {
        g_string_append_printf(out, "%s%s %u", out->len == 0 ? "" : " ", name, (guint)count);
    }
}

char *test_runs_counters(const SamsokRunReport *report)
{
    GString *out = g_string_new(NULL);
    append_counter(out, "seen", report->seen);
    append_counter(out, "indexed", report->indexed);
    append_counter(out, "unchanged", report->unchanged);
    append_counter(out, "moved", report->moved);
    append_counter(out, "removed", report->removed);
    append_counter(out, "failed", report->failed);
    append_counter(out, "skipped", report->skipped);
    append_counter(out, "quarantined", report->quarantined);
    return g_string_free(out, FALSE);
}

static SamsokDatabase *open_reader(const TestRuns *runs)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = samsok_generation_database(runs->index, &error);
    SamsokDatabase *reader = path == NULL ? NULL : samsok_database_open(path, &error);
    if (reader == NULL) {
        g_error("%s", error->message);
    }
    return reader;
}

static bool take_record(uint32_t docid, const void *bytes, size_t len, void *data)
{
    SamsokReportRecord **out = data;
    (void)docid;
    g_assert(*out == NULL);
    *out = samsok_report_record_unpack(bytes, len, NULL);
    return true;
}

SamsokReportRecord *test_runs_record(const TestRuns *runs, const char *name)
{
    g_autoptr(SamsokDatabase) reader = open_reader(runs);
    g_autofree char *path = test_folder_path(runs->files, name);
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_PATH, path);
    SamsokReportRecord *record = NULL;
    samsok_database_each_document(reader, term, take_record, &record, NULL);
    return record;
}

uint32_t test_runs_count(const TestRuns *runs, const char *term)
{
    g_autoptr(SamsokDatabase) reader = open_reader(runs);
    uint32_t count = 0;
    samsok_database_term_count(reader, term, &count, NULL);
    return count;
}
