/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process in which one format plugin runs, so that it can harm nothing but the file at hand.
 *
 *     samsok-worker --describe FILE                    says what the plugin FILE is, as a key file
 *     samsok-worker --serve FILE --memory-bytes N      serves one parent on descriptor 3
 *
 * Not meant to be run by hand, except --describe by authors of plugins.
 */
#include "config.h"

#include <fcntl.h>
#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/extract/confine.h"
#include "core/extract/description.h"
#include "core/extract/load.h"
#include "core/extract/serve.h"

enum { CHANNEL_FD = 3, EXIT_USAGE = 64, EXIT_INTERNAL = 70, EXIT_OUTPUT = 74 };

typedef struct {
    char *describe;
    char *serve;
    gint64 memory_bytes;
} Options;

/* Keeps standard output for the description: a plugin may print while it is loaded. */
static FILE *take_stdout(void)
{
    int kept = dup(STDOUT_FILENO);
    int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (kept < 0 || null < 0) {
        return NULL;
    }
    dup2(null, STDOUT_FILENO);
    close(null);
    return fdopen(kept, "w");
}

static int describe(const char *path)
{
    FILE *out = take_stdout();
    if (out == NULL) {
        return EXIT_OUTPUT;
    }
    SamsokPlugin plugin;
    g_autoptr(GError) error = NULL;
    g_auto(SamsokDescription) description = {.name = NULL};
    if (samsok_plugin_load(path, &plugin, &error)) {
        samsok_description_init(&description, &plugin);
    } else {
        samsok_description_init_refused(&description, error->message);
    }
    g_autoptr(GKeyFile) file = g_key_file_new();
    samsok_description_save(&description, file, SAMSOK_DESCRIPTION_GROUP);
    g_autofree char *text = g_key_file_to_data(file, NULL, NULL);
    bool is_written = fputs(text, out) >= 0;
    return fclose(out) == 0 && is_written ? 0 : EXIT_OUTPUT;
}

static int serve(const char *path)
{
    SamsokPlugin plugin;
    g_autoptr(GError) error = NULL;
    if (!samsok_plugin_load(path, &plugin, &error)) {
        samsok_serve_refusal(CHANNEL_FD, error->message);
        return 0;
    }
    samsok_serve(CHANNEL_FD, &plugin);
    return 0;
}

static gboolean parse_options(int *argc, char ***argv, Options *options, GError **error)
{
    const GOptionEntry entries[] = {
        {"describe", 0, 0, G_OPTION_ARG_FILENAME, &options->describe,
         "Say what a plugin is", "FILE"},
        {"serve", 0, 0, G_OPTION_ARG_FILENAME, &options->serve,
         "Serve a parent on descriptor 3", "FILE"},
        {"memory-bytes", 0, 0, G_OPTION_ARG_INT64, &options->memory_bytes,
         "Limit for the address space", "N"},
        {NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL},
    };
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_set_summary(context, "Reads files with one samsok plugin, for a parent.");
    g_option_context_add_main_entries(context, entries, NULL);
    return g_option_context_parse(context, argc, argv, error);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    Options options = {.memory_bytes = (gint64)SAMSOK_WORKER_MEMORY_BYTES};
    bool is_parsed = parse_options(&argc, &argv, &options, &error);
    g_autofree char *describe_path = options.describe;
    g_autofree char *serve_path = options.serve;
    if (!is_parsed || argc != 1 || (describe_path == NULL) == (serve_path == NULL) ||
        options.memory_bytes <= 0) {
        g_printerr("samsok-worker: %s\n",
                   is_parsed ? "exactly one of --describe FILE and --serve FILE is due"
                             : error->message);
        return EXIT_USAGE;
    }
    const SamsokConfineOptions confine = {
        .memory_bytes = (uint64_t)options.memory_bytes,
        .may_write = describe_path != NULL, /* the description may go to a file */
    };
    if (!samsok_confine_process(&confine, &error)) {
        g_printerr("samsok-worker: %s\n", error->message);
        return EXIT_INTERNAL;
    }
    return describe_path != NULL ? describe(describe_path) : serve(serve_path);
}
