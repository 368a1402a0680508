/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok index: builds an index or brings it up to date. */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "index/update.h"
#include "index/verdict.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/text.h"
#include "tools/vocabularies.h"

typedef struct {
    char *index_dir;
    char *config;
    char *report;
    char **plugin_dirs;
    char **vocabularies;
    int jobs;
    gboolean rebuild;
    gboolean dry_run;
    gboolean quiet;
    gboolean allow_removals;
    gboolean retry;
    bool progress_shown; /* a progress line stands on the terminal */
} IndexOptions;

static void options_clear(IndexOptions *options)
{
    g_free(options->index_dir);
    g_free(options->config);
    g_free(options->report);
    g_strfreev(options->plugin_dirs);
    g_strfreev(options->vocabularies);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IndexOptions, options_clear)

/* Set by SIGINT and SIGTERM, read by the run between two files. */
static int cancelled;

static void on_signal(int number)
{
    (void)number;
    g_atomic_int_set(&cancelled, 1);
}

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

static void clear_progress(IndexOptions *options)
{
    if (options->progress_shown) {
        fputs("\r\033[K", stderr);
        options->progress_shown = false;
    }
}

static void on_file(const SamsokFileEvent *event, void *data)
{
    static const char *const fates[] = {"index", "unchanged", "failed", "skip", "quarantined"};
    IndexOptions *options = data;
    clear_progress(options);
    g_autofree char *path = samsok_cli_shown_path(event->path);
    const char *cause = samsok_verdict_cause(event->reason); /* the line begins with the path */
    bool is_failure = event->fate == SAMSOK_FILE_FAILED || event->fate == SAMSOK_FILE_QUARANTINED;
    if (options->dry_run) {
        printf("%-11s %s%s%s\n", fates[event->fate], path, *cause == '\0' ? "" : ": ", cause);
    } else if (is_failure) {
        samsok_cli_warn("'%s': %s%s", path, cause,
                        event->fate == SAMSOK_FILE_FAILED ? "" : " (in quarantine)");
    }
}

static void on_progress(const SamsokProgress *progress, void *data)
{
    IndexOptions *options = data;
    options->progress_shown = true;
    fprintf(stderr, "\r\033[K%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " files, %.1f MB",
            progress->files_done, progress->files_seen, (double)progress->bytes_done / 1e6);
}

/* The [index] group of a key file: sources, plugin-dirs, vocabularies, index, jobs. */
static bool read_config(IndexOptions *options, char ***out_sources, GError **error)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autoptr(GError) reason = NULL;
    if (!g_key_file_load_from_file(file, options->config, G_KEY_FILE_NONE, &reason)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CONFIG, "'%s': %s", options->config,
                    reason->message);
        return false;
    }
    *out_sources = g_key_file_get_string_list(file, "index", "sources", NULL, NULL);
    if (*out_sources == NULL) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CONFIG,
                    "'%s': the group [index] has no key 'sources'", options->config);
        return false;
    }
    if (options->index_dir == NULL) {
        options->index_dir = g_key_file_get_string(file, "index", "index", NULL);
    }
    if (options->vocabularies == NULL) {
        options->vocabularies = g_key_file_get_string_list(file, "index", "vocabularies", NULL, NULL);
    }
    if (options->plugin_dirs == NULL) {
        options->plugin_dirs = g_key_file_get_string_list(file, "index", "plugin-dirs", NULL, NULL);
    }
    if (options->jobs == 0) {
        options->jobs = g_key_file_get_integer(file, "index", "jobs", NULL);
    }
    return true;
}

/* True where a new file may take the place of what is at `path`: a device, a pipe or a link there is
 * to be written to, and stays. */
static bool is_replaceable(const char *path)
{
    GStatBuf info;
    return g_lstat(path, &info) != 0 || S_ISREG(info.st_mode);
}

/* Readers see the whole of the old report or of the new one. */
static bool replace_file(const char *path, const char *text, GError **error)
{
    g_autoptr(GError) reason = NULL;
    if (!g_file_set_contents(path, text, -1, &reason)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CREATE, "%s", reason->message);
        return false;
    }
    return true;
}

static bool write_through(const char *path, const char *text, GError **error)
{
    FILE *file = fopen(path, "we");
    bool is_written = file != NULL && fputs(text, file) >= 0;
    if (file != NULL) {
        is_written = fclose(file) == 0 && is_written;
    }
    if (!is_written) {
        g_autofree char *shown = samsok_cli_shown_path(path);
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CREATE, "'%s': %s", shown, g_strerror(errno));
    }
    return is_written;
}

static bool write_report(const SamsokRunReport *run, const char *path, GError **error)
{
    g_autofree char *text = samsok_json_text(samsok_json_run(run));
    g_autofree char *line = g_strconcat(text, "\n", NULL);
    if (strcmp(path, "-") == 0) {
        fputs(line, stdout);
        return true;
    }
    return is_replaceable(path) ? replace_file(path, line, error) : write_through(path, line, error);
}

/* Also of a quiet run: tags that vanish are seen by nobody else. */
static void warn_of_gone(const SamsokRunReport *run, bool dry_run)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < run->first_gone->len; i++) {
        g_string_append_printf(names, "%s%s", i == 0 ? "" : ", ",
                               (const char *)g_ptr_array_index(run->first_gone, i));
    }
    g_autofree char *named = g_string_free(names, FALSE);
    if (run->concepts_gone > 0) {
        samsok_cli_warn("%" G_GUINT64_FORMAT " of %" G_GUINT64_FORMAT " concepts that the index was tagged with are "
                        "gone from the vocabulary, and their tags %s%s (first: %s)",
                        run->concepts_gone, run->concepts_before, dry_run ? "would go" : "went",
                        dry_run ? "" : " with them", named);
    }
}

static int finish(const IndexOptions *options, const SamsokRunReport *run)
{
    warn_of_gone(run, options->dry_run);
    if (!options->quiet) {
        samsok_text_run(run, options->dry_run);
    }
    g_autoptr(GError) error = NULL;
    if (options->report != NULL && !write_report(run, options->report, &error)) {
        return samsok_cli_fail(error);
    }
    return run->failed + run->quarantined > 0 ? SAMSOK_EXIT_SOME_UNREADABLE : SAMSOK_EXIT_DONE;
}

static int update(IndexOptions *options, const char *const *sources)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = samsok_cli_index_dir(options->index_dir);
    g_autoptr(SamsokRegistry) registry = samsok_cli_registry(options->plugin_dirs, &error);
    g_autoptr(SamsokVocabulary) vocabulary =
        registry == NULL ? NULL : samsok_cli_vocabulary_if_any(options->vocabularies, &error);
    g_autoptr(SamsokLexicon) lexicon =
        vocabulary == NULL ? NULL : samsok_cli_lexicon(vocabulary, &error);
    if (error != NULL) {
        return samsok_cli_fail(error);
    }
    catch_signals();
    SamsokUpdateOptions wanted = {
        .index_dir = dir,
        .sources = sources,
        .registry = registry,
        .lexicon = lexicon,
        .jobs = (guint)MAX(options->jobs, 0),
        .dry_run = options->dry_run,
        .rebuild = options->rebuild,
        .allow_removals = options->allow_removals,
        .retry_quarantined = options->retry,
        .on_file = on_file,
        .on_progress = !options->quiet && isatty(STDERR_FILENO) ? on_progress : NULL,
        .data = options,
        .cancelled = &cancelled,
    };
    g_autoptr(SamsokRunReport) run = samsok_update(&wanted, &error);
    clear_progress(options);
    return run == NULL ? samsok_cli_fail(error) : finish(options, run);
}

static int run_index(int argc, char **argv)
{
    g_auto(IndexOptions) options = {0};
    const GOptionEntry entries[] = {
        {"index", 'd', 0, G_OPTION_ARG_FILENAME, &options.index_dir, "The index", "DIR"},
        {"config", 'c', 0, G_OPTION_ARG_FILENAME, &options.config,
         "Read sources and settings from a key file", "FILE"},
        {"jobs", 'j', 0, G_OPTION_ARG_INT, &options.jobs, "Files read side by side", "N"},
        {"report", 0, 0, G_OPTION_ARG_FILENAME, &options.report,
         "Write what the run did as JSON ('-': standard output)", "FILE"},
        {"rebuild", 0, 0, G_OPTION_ARG_NONE, &options.rebuild, "Read every file again", NULL},
        {"dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry_run,
         "Say what would be done and change nothing", NULL},
        {"allow-removals", 0, 0, G_OPTION_ARG_NONE, &options.allow_removals,
         "Go on though more than a fifth of the reports would vanish", NULL},
        {"retry", 0, 0, G_OPTION_ARG_NONE, &options.retry, "Try quarantined files again", NULL},
        {"plugin-dir", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.plugin_dirs,
         "Look for format plugins here first (repeatable)", "DIR"},
        {"vocabulary", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.vocabularies,
         "Tag with this SKOS vocabulary (repeatable; replaces the installed one)", "FILE"},
        {"quiet", 'q', 0, G_OPTION_ARG_NONE, &options.quiet, "No progress and no summary", NULL},
        G_OPTION_ENTRY_NULL,
    };
    if (!samsok_cli_options(&samsok_cmd_index, entries, &argc, &argv)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (options.jobs < 0) {
        return samsok_cli_usage(&samsok_cmd_index, "--jobs must not be negative");
    }
    if (options.config == NULL) {
        return update(&options, argc > 1 ? (const char *const *)argv + 1 : NULL);
    }
    if (argc > 1) {
        return samsok_cli_usage(&samsok_cmd_index, "give paths or a configuration, not both");
    }
    g_auto(GStrv) sources = NULL;
    g_autoptr(GError) error = NULL;
    if (!read_config(&options, &sources, &error)) {
        return samsok_cli_fail(error);
    }
    return update(&options, (const char *const *)sources);
}

const SamsokCommand samsok_cmd_index = {
    .name = "index",
    .arguments = "[PATH...]",
    .summary = "Build an index of files and folders, or bring it up to date",
    .description =
        "Only new, changed and removed files cost work. Without PATH and -c the sources of earlier\n"
        "runs are brought up to date. A run is one transaction: killed at any moment it leaves the\n"
        "index as it was. Exit status: 0 done, 3 done but some files could not be read, 65 a vocabulary\n"
        "is not what it should be, 75 another run holds the index.",
    .run = run_index,
};
