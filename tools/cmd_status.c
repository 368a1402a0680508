/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok status: what the index holds and when it was last brought up to date. */
#include "config.h"

#include "index/search.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/text.h"

static int show_status(const char *dir, SamsokFormat format)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, &error);
    if (index == NULL) {
        return samsok_cli_fail(error);
    }
    g_autoptr(SamsokStatusInfo) status = samsok_index_status(index, &error);
    if (status == NULL) {
        return samsok_cli_fail(error);
    }
    if (format == SAMSOK_FORMAT_TEXT) {
        samsok_text_status(dir, status);
    } else {
        samsok_json_print(samsok_json_status(dir, status), format == SAMSOK_FORMAT_JSON);
    }
    return SAMSOK_EXIT_DONE;
}

static int run_status(int argc, char **argv)
{
    g_autofree char *index_dir = NULL;
    g_autofree char *format_name = NULL;
    const GOptionEntry entries[] = {
        {"index", 'd', 0, G_OPTION_ARG_FILENAME, &index_dir, "The index", "DIR"},
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name, "text, json or jsonl", "F"},
        G_OPTION_ENTRY_NULL,
    };
    SamsokFormat format = SAMSOK_FORMAT_TEXT;
    if (!samsok_cli_options(&samsok_cmd_status, entries, &argc, &argv) ||
        !samsok_cli_format(&samsok_cmd_status, format_name, &format)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc > 1) {
        return samsok_cli_usage(&samsok_cmd_status, "takes no arguments");
    }
    g_autofree char *dir = samsok_cli_index_dir(index_dir);
    return show_status(dir, format);
}

const SamsokCommand samsok_cmd_status = {
    .name = "status",
    .arguments = "",
    .summary = "Tell what the index holds, when it was brought up to date, what is quarantined",
    .description = NULL,
    .run = run_status,
};
