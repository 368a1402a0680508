/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares what a plugin makes of every sample of a folder with what is written beside it.
 *
 *     samples PLUGIN.so FOLDER            CASE.EXT is held against CASE.expected
 *     samples --write PLUGIN.so FOLDER    writes CASE.expected where it is missing; read it before
 *                                         committing, and delete it to have it written anew
 *     samples PLUGIN.so FILE              prints the runs of one file
 *
 * Files named README or ending in .md, .py or .sh beside the samples tell where they come from and
 * are no samples, unless they have an .expected beside them. Exit status 1: a sample differs.
 */
#include "config.h"

#include "tests/plugins/dump_runs.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const SamsokPlugin *plugin;
    bool write;
    guint compared;
    guint different;
} Samples;

static char *expected_path(const char *path)
{
    const char *dot = strrchr(path, '.');
    const char *slash = strrchr(path, '/');
    bool has_extension = dot != NULL && (slash == NULL || dot > slash);
    g_autofree char *stem = g_strndup(path, has_extension ? (gsize)(dot - path) : strlen(path));
    return g_strconcat(stem, ".expected", NULL);
}

static bool is_sample(const char *path, const char *expected)
{
    static const char *const others[] = {"README", ".md", ".py", ".sh"};
    if (g_str_has_suffix(path, ".expected") || g_file_test(path, G_FILE_TEST_IS_DIR)) {
        return false;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++) {
        if (g_str_has_suffix(path, others[i])) {
            return g_file_test(expected, G_FILE_TEST_EXISTS);
        }
    }
    return true;
}

/* Shows the first line in which the two differ. */
static void print_difference(const char *path, const char *expected, const char *got)
{
    g_auto(GStrv) want_lines = g_strsplit(expected, "\n", -1);
    g_auto(GStrv) got_lines = g_strsplit(got, "\n", -1);
    guint i = 0;
    while (want_lines[i] != NULL && got_lines[i] != NULL &&
           strcmp(want_lines[i], got_lines[i]) == 0) {
        i++;
    }
    const char *want = want_lines[i] != NULL ? want_lines[i] : "(nothing)";
    const char *have = got_lines[i] != NULL ? got_lines[i] : "(nothing)";
    printf("%s: line %u\n  expected: %s\n  got:      %s\n", path, i + 1, want, have);
}

static void compare(Samples *samples, const char *path)
{
    g_autofree char *beside = expected_path(path);
    if (!is_sample(path, beside)) {
        return;
    }
    g_autoptr(GError) error = NULL;
    g_autofree char *expected = NULL;
    g_autofree char *got = dump_runs_of_file(samples->plugin, path, &error);
    samples->compared++;
    bool missing = !g_file_get_contents(beside, &expected, NULL, NULL);
    if (got == NULL || (missing && !samples->write)) {
        samples->different++;
        printf("%s: %s\n", path, got == NULL ? error->message : "no .expected beside it");
    } else if (missing) {
        g_file_set_contents(beside, got, -1, NULL);
        printf("%s: written\n", beside);
    } else if (strcmp(expected, got) != 0) {
        samples->different++;
        print_difference(path, expected, got);
    }
}

static void compare_folder(Samples *samples, const char *folder)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name = dir == NULL ? NULL : g_dir_read_name(dir);
    for (; name != NULL; name = g_dir_read_name(dir)) {
        g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
    }
    for (guint i = 0; i < paths->len; i++) {
        compare(samples, paths->pdata[i]);
    }
    printf("%u samples, %u different\n", samples->compared, samples->different);
}

static int print_runs(const SamsokPlugin *plugin, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *got = dump_runs_of_file(plugin, path, &error);
    printf("%s", got != NULL ? got : error->message);
    return got == NULL;
}

int main(int argc, char **argv)
{
    bool write = argc > 1 && strcmp(argv[1], "--write") == 0;
    if (argc != (write ? 4 : 3)) {
        fprintf(stderr, "usage: samples [--write] PLUGIN.so FOLDER|FILE\n");
        return 64;
    }
    const char *plugin_path = argv[argc - 2];
    const char *path = argv[argc - 1];
    g_autoptr(GError) error = NULL;
    const SamsokPlugin *plugin = dump_runs_load(plugin_path, &error);
    if (plugin == NULL) {
        fprintf(stderr, "samples: %s\n", error->message);
        return 70;
    }
    if (!g_file_test(path, G_FILE_TEST_IS_DIR)) {
        return print_runs(plugin, path);
    }
    Samples samples = {.plugin = plugin, .write = write};
    compare_folder(&samples, path);
    return samples.different > 0 || samples.compared == 0;
}
