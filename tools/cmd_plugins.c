/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok plugins: the format plugins found, and why one is not used. */
#include "config.h"

#include "tools/command.h"
#include "tools/json.h"
#include "tools/text.h"

static int run_plugins(int argc, char **argv)
{
    g_auto(GStrv) dirs = NULL;
    g_autofree char *format_name = NULL;
    const GOptionEntry entries[] = {
        {"plugin-dir", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &dirs,
         "Look for format plugins here first (repeatable)", "DIR"},
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name, "text, json or jsonl", "F"},
        G_OPTION_ENTRY_NULL,
    };
    SamsokFormat format = SAMSOK_FORMAT_TEXT;
    if (!samsok_cli_options(&samsok_cmd_plugins, entries, &argc, &argv) ||
        !samsok_cli_format(&samsok_cmd_plugins, format_name, &format)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc > 1) {
        return samsok_cli_usage(&samsok_cmd_plugins, "takes no arguments");
    }
    g_autoptr(GError) error = NULL;
    const SamsokRegistryOptions options = {.dirs = (const char *const *)dirs};
    g_autoptr(SamsokRegistry) registry = samsok_registry_load(&options, &error);
    if (registry == NULL) {
        return samsok_cli_fail(error);
    }
    if (format == SAMSOK_FORMAT_TEXT) {
        samsok_text_plugins(registry);
    } else {
        samsok_json_print(samsok_json_plugins(registry), format == SAMSOK_FORMAT_JSON);
    }
    return samsok_registry_len(registry) == 0 ? SAMSOK_EXIT_NOTHING_FOUND : SAMSOK_EXIT_DONE;
}

const SamsokCommand samsok_cmd_plugins = {
    .name = "plugins",
    .arguments = "",
    .summary = "List the format plugins, and why one did not load",
    .description = "Searched: --plugin-dir, $SAMSOK_PLUGIN_PATH, samsok/plugins-1 in the user's data\n"
                   "folder, the installed folder. The first plugin of a name wins.",
    .run = run_plugins,
};
