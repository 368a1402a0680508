/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok refs: which report cites which, where, and what the corpus lacks. */
#include "config.h"

#include <string.h>

#include "core/base/error.h"
#include "tools/command.h"
#include "tools/refs.h"

typedef struct {
    char *index_dir;
    char *format;
    char *csv_separator;
    char *report;
    gboolean with_mentions;
    gboolean only_missing;
} RefsOptions;

static void options_clear(RefsOptions *options)
{
    g_free(options->index_dir);
    g_free(options->format);
    g_free(options->csv_separator);
    g_free(options->report);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefsOptions, options_clear)

typedef struct {
    const char *name;
    void (*print)(const SamsokRefs *refs);
} RefsFormat;

static const RefsFormat formats[] = {
    {"text", samsok_refs_print_text},       {"json", samsok_refs_print_json}, {"jsonl", samsok_refs_print_jsonl},
    {"graphml", samsok_refs_print_graphml}, {"dot", samsok_refs_print_dot},
};

/* NULL when there is no such format. */
static const RefsFormat *format_of(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (name == NULL || strcmp(formats[i].name, name) == 0) {
            return &formats[i];
        }
    }
    return NULL;
}

/* The report with `id` in the table; NULL when there is none. */
static const SamsokReportRecord *report_with(const SamsokCitedTable *table, const char *id)
{
    for (guint i = 0; i < table->reports->len; i++) {
        const SamsokReportRecord *report = g_ptr_array_index(table->reports, i);
        if (strcmp(report->id, id) == 0) {
            return report;
        }
    }
    return NULL;
}

/* Prints in `format`, or with NULL as a table of `style`. */
static int print_refs(const RefsOptions *options, const RefsFormat *format,
                      const SamsokCiteStyle *style, const char *id)
{
    g_autofree char *dir = samsok_cli_index_dir(options->index_dir);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, &error);
    g_autoptr(SamsokCitedTable) table = index == NULL ? NULL : samsok_index_cited(index, &error);
    if (table == NULL) {
        return samsok_cli_fail(error);
    }
    const SamsokReportRecord *report = id == NULL ? NULL : report_with(table, id);
    if (id != NULL && report == NULL) {
        g_set_error(&error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "no report '%s' in the index", id);
        return samsok_cli_fail(error);
    }
    if (table->is_cut) {
        samsok_cli_warn("only the first %u references were looked at", table->places->len);
    }
    g_autoptr(SamsokRefs) refs = samsok_refs_new(table, report, options->with_mentions);
    refs->only_lacking = options->only_missing;
    if (options->only_missing) {
        g_ptr_array_set_size(refs->cites, 0);
        g_ptr_array_set_size(refs->cited_by, 0);
    }
    if (format == NULL) {
        samsok_refs_print_table(refs, style);
    } else {
        format->print(refs);
    }
    bool nothing = refs->cites->len + refs->cited_by->len + refs->lacking->len == 0;
    return nothing ? SAMSOK_EXIT_NOTHING_FOUND : SAMSOK_EXIT_DONE;
}

static int run_refs(int argc, char **argv)
{
    g_auto(RefsOptions) options = {0};
    const GOptionEntry entries[] = {
        {"index", 'd', 0, G_OPTION_ARG_FILENAME, &options.index_dir, "The index", "DIR"},
        {"unresolved", 0, 0, G_OPTION_ARG_NONE, &options.only_missing, "Only what the corpus lacks", NULL},
        {"mentions", 0, 0, G_OPTION_ARG_NONE, &options.with_mentions,
         "Among what it lacks also mentions without number, title or author", NULL},
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, "text, json, jsonl, csv, tsv, graphml or dot", "F"},
        {"csv-separator", 0, 0, G_OPTION_ARG_STRING, &options.csv_separator,
         "With --format csv: ',' (the usual one) or ';'", "C"},
        {"report", 0, 0, G_OPTION_ARG_FILENAME, &options.report, "The same as ID", "ID"},
        G_OPTION_ENTRY_NULL,
    };
    if (!samsok_cli_options(&samsok_cmd_refs, entries, &argc, &argv)) {
        return SAMSOK_EXIT_USAGE;
    }
    const RefsFormat *format = format_of(options.format);
    bool is_table = format == NULL && (strcmp(options.format, "csv") == 0 || strcmp(options.format, "tsv") == 0);
    SamsokCiteStyle style = {0};
    if (format == NULL && !is_table) {
        return samsok_cli_usage(&samsok_cmd_refs,
                                "no format '%s': give text, json, jsonl, csv, tsv, graphml or dot", options.format);
    }
    if (!samsok_cite_style_read(&samsok_cmd_refs, is_table ? options.format : NULL, options.csv_separator,
                                &style)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc - 1 + (options.report != NULL) > 1) {
        return samsok_cli_usage(&samsok_cmd_refs, "give one report's id, or none");
    }
    return print_refs(&options, format, &style, argc == 2 ? argv[1] : options.report);
}

const SamsokCommand samsok_cmd_refs = {
    .name = "refs",
    .arguments = "[ID]",
    .summary = "Show which report cites which, and what the corpus lacks",
    .description =
        "For the report ID what it cites, what cites it and what it cites that the corpus lacks; without ID\n"
        "the same for the whole corpus. A reference is resolved by series and number, then title, then\n"
        "author and year; when several reports fit alike, all are shown.\n"
        "Exit status: 0 found, 1 no references, 66 no such index or report.",
    .run = run_refs,
};
