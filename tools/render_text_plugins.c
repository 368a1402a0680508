/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format plugins for a terminal. */
#include "config.h"

#include "tools/text.h"

#include <stdio.h>

#include "core/extract/plugin.h"
#include "tools/command.h"

static const char *trust_name(guint trust)
{
    switch ((SamsokTrust)trust) {
    case SAMSOK_TRUST_OWN_CODE:
        return "own code";
    case SAMSOK_TRUST_MAINTAINED:
        return "maintained library";
    case SAMSOK_TRUST_FOREIGN:
        return "foreign library";
    }
    return "unknown";
}

static void print_plugin(const SamsokPluginInfo *plugin)
{
    g_autofree char *path = samsok_cli_shown_path(plugin->path);
    if (*plugin->refusal != '\0') {
        printf("%-8s refused: %s\n         %s\n", plugin->name, plugin->refusal, path);
        return;
    }
    g_autofree char *types = g_strjoinv(", ", (char **)plugin->media_types);
    printf("%-8s %s · ABI %u.%u · %s · %s\n         reads %s\n         %s\n", plugin->name,
           plugin->version, plugin->abi_major, plugin->abi_minor, plugin->licence,
           trust_name(plugin->trust), types, path);
}

void samsok_text_plugins(const SamsokRegistry *registry)
{
    for (guint i = 0; i < samsok_registry_len(registry); i++) {
        print_plugin(samsok_registry_at(registry, i));
    }
    if (samsok_registry_len(registry) == 0) {
        puts("No format plugins found.");
    }
}
