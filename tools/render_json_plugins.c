/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON of the format plugins. */
#include "config.h"

#include "tools/json.h"

static json_t *plugin_object(const SamsokPluginInfo *plugin)
{
    json_t *object = json_object();
    samsok_json_set_string(object, "name", plugin->name);
    samsok_json_set_string(object, "version", plugin->version);
    samsok_json_set_string(object, "licence", plugin->licence);
    g_autofree char *abi = g_strdup_printf("%u.%u", plugin->abi_major, plugin->abi_minor);
    samsok_json_set_string(object, "abi", abi);
    samsok_json_set_number(object, "trust", plugin->trust);
    json_object_set_new(object, "media_types", samsok_json_strings((const char *const *)plugin->media_types));
    g_autofree char *path = g_filename_display_name(plugin->path);
    samsok_json_set_string(object, "path", path);
    samsok_json_set_string(object, "build", plugin->build);
    samsok_json_set_bool(object, "used", *plugin->refusal == '\0');
    samsok_json_set_string(object, "refusal", plugin->refusal);
    return object;
}

json_t *samsok_json_plugins(const SamsokRegistry *registry)
{
    json_t *array = json_array();
    for (guint i = 0; i < samsok_registry_len(registry); i++) {
        json_array_append_new(array, plugin_object(samsok_registry_at(registry, i)));
    }
    json_t *object = json_object();
    json_object_set_new(object, "plugins", array);
    return object;
}
