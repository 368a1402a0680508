/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok extract: what a plugin and the text stages make of files, without an index. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/base/error.h"
#include "core/extract/extractor.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/text.h"

typedef struct {
    char *format;
    char **plugin_dirs;
    gboolean everything;
    gboolean passages;
} ExtractOptions;

static void options_clear(ExtractOptions *options)
{
    g_free(options->format);
    g_strfreev(options->plugin_dirs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ExtractOptions, options_clear)

static void print_document(const ExtractOptions *options, SamsokFormat format, const char *path,
                           const char *media_type, const SamsokDocument *document)
{
    if (format != SAMSOK_FORMAT_TEXT) {
        samsok_json_print(samsok_json_document(path, media_type, document),
                          format == SAMSOK_FORMAT_JSON);
        return;
    }
    for (guint i = 0; i < samsok_document_warning_count(document); i++) {
        g_autofree char *shown = samsok_cli_shown_path(path);
        samsok_cli_warn("'%s': %s", shown, samsok_document_warning(document, i)->text);
    }
    if (options->passages) {
        samsok_text_passages(document);
    } else {
        samsok_text_document(document, options->everything);
    }
}

static bool extract_file(SamsokExtractor *extractor, const ExtractOptions *options,
                         SamsokFormat format, const char *path, GError **error)
{
    int fd = samsok_cli_open(path, error);
    if (fd < 0) {
        return false;
    }
    g_autofree char *media_type = NULL;
    g_autoptr(SamsokDocument) document =
        samsok_cli_document(extractor, fd, path, &media_type, error);
    if (document == NULL) {
        return false;
    }
    print_document(options, format, path, media_type, document);
    return true;
}

/* One file that cannot be read gives its own status; of several, "some could not be read". */
static int extract_files(const ExtractOptions *options, SamsokFormat format, char **paths,
                         guint count)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokRegistry) registry = samsok_cli_registry(options->plugin_dirs, &error);
    if (registry == NULL) {
        return samsok_cli_fail(error);
    }
    SamsokExtractorOptions limits = {0};
    g_autoptr(SamsokExtractor) extractor = samsok_extractor_new(registry, &limits);
    int status = SAMSOK_EXIT_DONE;
    for (guint i = 0; i < count; i++) {
        g_autoptr(GError) reason = NULL;
        if (!extract_file(extractor, options, format, paths[i], &reason)) {
            int own = samsok_cli_fail(reason);
            status = count == 1 ? own : SAMSOK_EXIT_SOME_UNREADABLE;
        }
    }
    return status;
}

static int run_extract(int argc, char **argv)
{
    g_auto(ExtractOptions) options = {0};
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, "text, json or jsonl", "F"},
        {"all", 'a', 0, G_OPTION_ARG_NONE, &options.everything,
         "Show running heads, page numbers and contents lines too", NULL},
        {"passages", 0, 0, G_OPTION_ARG_NONE, &options.passages,
         "Show the passages that search would find", NULL},
        {"plugin-dir", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.plugin_dirs,
         "Look for format plugins here first (repeatable)", "DIR"},
        G_OPTION_ENTRY_NULL,
    };
    SamsokFormat format = SAMSOK_FORMAT_TEXT;
    if (!samsok_cli_options(&samsok_cmd_extract, entries, &argc, &argv) ||
        !samsok_cli_format(&samsok_cmd_extract, options.format, &format)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc < 2) {
        return samsok_cli_usage(&samsok_cmd_extract, "no file given");
    }
    return extract_files(&options, format, argv + 1, (guint)argc - 1);
}

const SamsokCommand samsok_cmd_extract = {
    .name = "extract",
    .arguments = "FILE...",
    .summary = "Show what is read out of a file: text, outline, pages, passages",
    .description = "Needs no index. Exit status: 0 done, 3 some of several files could not be read,\n"
                   "65 the file is damaged or of a format nobody reads, 66 no such file.",
    .run = run_extract,
};
