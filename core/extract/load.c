/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a shared object and judges its entry before any function in it is called. */
#include "config.h"

#include "core/extract/load.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "core/base/error.h"

/* What ABI 1.0 had; an entry of any 1.x has at least this. */
#define MIN_ENTRY_BYTES (offsetof(SamsokPlugin, close) + sizeof(((SamsokPlugin *)NULL)->close))

static gboolean refuse(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

static gboolean refuse(GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *reason = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN, reason);
    return FALSE;
}

/* The name of a function or field that is missing although it must be there, or NULL. */
static const char *missing_part(const SamsokPlugin *plugin)
{
    const struct {
        bool is_there;
        const char *name;
    } parts[] = {
        {plugin->name != NULL, "name"},
        {plugin->version != NULL, "version"},
        {plugin->licence != NULL, "licence"},
        {plugin->media_types != NULL, "media_types"},
        {plugin->open != NULL, "open"},
        {plugin->next != NULL, "next"},
        {plugin->close != NULL, "close"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (!parts[i].is_there) {
            return parts[i].name;
        }
    }
    return NULL;
}

gboolean samsok_plugin_check(const SamsokPlugin *entry, SamsokPlugin *out, GError **error)
{
    if (entry->magic != SAMSOK_PLUGIN_MAGIC) {
        return refuse(error, "is no samsok plugin: its entry begins with 0x%08x where 0x%08x is due",
                      entry->magic, SAMSOK_PLUGIN_MAGIC);
    }
    if (entry->abi_major != SAMSOK_PLUGIN_ABI_MAJOR) {
        return refuse(error, "was built for plugin interface %u.%u; this samsok has %u.%u",
                      entry->abi_major, entry->abi_minor, SAMSOK_PLUGIN_ABI_MAJOR,
                      SAMSOK_PLUGIN_ABI_MINOR);
    }
    if (entry->struct_size < MIN_ENTRY_BYTES) {
        return refuse(error, "says its entry has %u bytes; interface %u.%u, for which it was built, "
                      "has %zu at least",
                      entry->struct_size, entry->abi_major, entry->abi_minor, MIN_ENTRY_BYTES);
    }
    SamsokPlugin plugin = {.magic = 0};
    memcpy(&plugin, entry, MIN(entry->struct_size, sizeof(plugin)));
    const char *missing = missing_part(&plugin);
    if (missing != NULL) {
        return refuse(error, "lacks '%s' in its entry", missing);
    }
    *out = plugin;
    return TRUE;
}

gboolean samsok_plugin_load(const char *path, SamsokPlugin *out, GError **error)
{
    /* A bare name would be looked for in the system's library folders. */
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    void *object = dlopen(absolute, RTLD_NOW | RTLD_LOCAL);
    if (object == NULL) {
        return refuse(error, "cannot be loaded: %s", dlerror());
    }
    const SamsokPlugin *entry = dlsym(object, SAMSOK_PLUGIN_ENTRY);
    if (entry == NULL) {
        return refuse(error, "is no samsok plugin: it exports no %s", SAMSOK_PLUGIN_ENTRY);
    }
    return samsok_plugin_check(entry, out, error);
}
