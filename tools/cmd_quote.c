/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok quote: the quotations in a draft, each checked against the corpus. */
#include "config.h"

#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/extract/extractor.h"
#include "tools/command.h"
#include "tools/quotes.h"

typedef struct {
    char *index_dir;
    char *format;
    char **plugin_dirs;
} QuoteOptions;

static void options_clear(QuoteOptions *options)
{
    g_free(options->index_dir);
    g_free(options->format);
    g_strfreev(options->plugin_dirs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(QuoteOptions, options_clear)

static void free_checked(gpointer checked)
{
    samsok_checked_quote_free(checked);
}

/* All quotations checked, of SamsokCheckedQuote *. Owner: the caller; NULL on error. */
static GPtrArray *check_all(SamsokIndex *index, const SamsokQuotations *quotations, GError **error)
{
    g_autoptr(GPtrArray) reports = samsok_index_reports(index, error);
    if (reports == NULL) {
        return NULL;
    }
    g_autoptr(SamsokResolver) resolver = samsok_resolver_new(reports);
    g_autoptr(GPtrArray) checked = g_ptr_array_new_with_free_func(free_checked);
    for (guint i = 0; i < quotations->quotations->len; i++) {
        SamsokCheckedQuote *one =
            samsok_quote_check(index, resolver, g_ptr_array_index(quotations->quotations, i), error);
        if (one == NULL) {
            return NULL;
        }
        if (one->is_title) {
            samsok_checked_quote_free(one);
        } else {
            g_ptr_array_add(checked, one);
        }
    }
    return g_steal_pointer(&checked);
}

/* True when the draft can be sent: everything is verbatim and where it is said to be. */
static bool all_is_well(const GPtrArray *checked)
{
    for (guint i = 0; i < checked->len; i++) {
        const SamsokCheckedQuote *one = g_ptr_array_index(checked, i);
        if (one->found->state != SAMSOK_QUOTE_VERBATIM || one->doubt != SAMSOK_DOUBT_NONE) {
            return false;
        }
    }
    return checked->len > 0;
}

static void print_checked(const char *path, const GPtrArray *checked, guint left_out,
                          SamsokFormat format)
{
    if (format == SAMSOK_FORMAT_TEXT) {
        samsok_quotes_print_text(path, checked);
    } else if (format == SAMSOK_FORMAT_JSON) {
        samsok_quotes_print_json(path, checked, left_out);
    } else {
        samsok_quotes_print_jsonl(path, checked);
    }
}

static int check_draft(const QuoteOptions *options, const char *path, SamsokFormat format)
{
    g_autofree char *dir = samsok_cli_index_dir(options->index_dir);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokIndex) index = samsok_cli_open_index(dir, &error);
    if (index == NULL) {
        return samsok_cli_fail(error);
    }
    int fd = samsok_cli_open(path, &error);
    g_autoptr(SamsokDocument) document = samsok_cli_read(fd, path, options->plugin_dirs, &error);
    if (document == NULL) {
        return samsok_cli_fail(error);
    }
    g_autoptr(SamsokQuotations) quotations = samsok_quotations_find(document);
    g_autoptr(GPtrArray) checked = check_all(index, quotations, &error);
    if (checked == NULL) {
        return samsok_cli_fail(error);
    }
    if (checked->len == 0) {
        samsok_cli_warn("no quotations of five words or more in '%s'", path);
    }
    print_checked(path, checked, quotations->left_out, format);
    if (quotations->left_out > 0) {
        samsok_cli_warn("'%s': only the first %u quotations are checked, %u more are not", path,
                        (guint)SAMSOK_MAX_QUOTATIONS, quotations->left_out);
    }
    return all_is_well(checked) && quotations->left_out == 0 ? SAMSOK_EXIT_DONE : SAMSOK_EXIT_NOTHING_FOUND;
}

static int run_quote(int argc, char **argv)
{
    g_auto(QuoteOptions) options = {0};
    const GOptionEntry entries[] = {
        {"index", 'd', 0, G_OPTION_ARG_FILENAME, &options.index_dir, "The index", "DIR"},
        {"plugin-dir", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.plugin_dirs,
         "Look for format plugins here first (repeatable)", "DIR"},
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, "text, json or jsonl", "F"},
        G_OPTION_ENTRY_NULL,
    };
    SamsokFormat format = SAMSOK_FORMAT_TEXT;
    if (!samsok_cli_options(&samsok_cmd_quote, entries, &argc, &argv) ||
        !samsok_cli_format(&samsok_cmd_quote, options.format, &format)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc != 2) {
        return samsok_cli_usage(&samsok_cmd_quote, "give one file");
    }
    return check_draft(&options, argv[1], format);
}

const SamsokCommand samsok_cmd_quote = {
    .name = "quote",
    .arguments = "FILE",
    .summary = "Check the quotations in a draft against the reports",
    .description =
        "For each quotation of five words or more: verbatim, nearly (with the difference: [-in the draft only-],\n"
        "{+in the source only+}) or not found, and where it stands. White space, capitals and the look of quotes and\n"
        "dashes do not count; […] stands for what is left out. Where the draft itself names another report,\n"
        "chapter or page beside the quotation, it says so.\n"
        "Exit status: 0 all verbatim and where the draft says, 1 something is not or there are no quotations,\n"
        "66 no such index or file.",
    .run = run_quote,
};
