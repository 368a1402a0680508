/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON of the format plugins. */
#include "config.h"

#include "tools/json.h"

static JsonObject *plugin_object(const SamsokPluginInfo *plugin)
{
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "name", plugin->name);
    json_object_set_string_member(object, "version", plugin->version);
    json_object_set_string_member(object, "licence", plugin->licence);
    g_autofree char *abi = g_strdup_printf("%u.%u", plugin->abi_major, plugin->abi_minor);
    json_object_set_string_member(object, "abi", abi);
    samsok_json_set_number(object, "trust", plugin->trust);
    JsonArray *types = json_array_new();
    for (guint i = 0; plugin->media_types != NULL && plugin->media_types[i] != NULL; i++) {
        json_array_add_string_element(types, plugin->media_types[i]);
    }
    json_object_set_array_member(object, "media_types", types);
    g_autofree char *path = g_filename_display_name(plugin->path);
    json_object_set_string_member(object, "path", path);
    json_object_set_string_member(object, "build", plugin->build);
    json_object_set_boolean_member(object, "used", *plugin->refusal == '\0');
    json_object_set_string_member(object, "refusal", plugin->refusal);
    return object;
}

JsonObject *samsok_json_plugins(const SamsokRegistry *registry)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < samsok_registry_len(registry); i++) {
        json_array_add_object_element(array, plugin_object(samsok_registry_at(registry, i)));
    }
    JsonObject *object = json_object_new();
    json_object_set_array_member(object, "plugins", array);
    return object;
}
