/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plugin descriptions to and from key files. */
#include "config.h"

#include "core/extract/description.h"

#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"

enum { MAX_NAME_BYTES = 32 };

void samsok_description_clear(SamsokDescription *description)
{
    g_clear_pointer(&description->name, g_free);
    g_clear_pointer(&description->version, g_free);
    g_clear_pointer(&description->licence, g_free);
    g_clear_pointer(&description->media_types, g_strfreev);
    g_clear_pointer(&description->refusal, g_free);
}

/* Foreign text as one clean line of bounded length. Owner: the caller. */
static char *dup_line(const char *text)
{
    g_autofree char *head = g_strndup(text, SAMSOK_MAX_REASON_BYTES);
    g_autofree char *clean = samsok_text_clean(head, strlen(head), NULL);
    return samsok_text_squeeze(clean);
}

void samsok_description_init_refused(SamsokDescription *out, const char *reason)
{
    *out = (SamsokDescription){
        .name = g_strdup(""),
        .version = g_strdup(""),
        .licence = g_strdup(""),
        .media_types = g_new0(char *, 1),
        .refusal = dup_line(reason),
    };
}

/* The name is typed and printed: lower-case letters, digits and hyphens. */
static bool is_fit_name(const char *name)
{
    return *name != '\0' && strlen(name) <= MAX_NAME_BYTES &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

/* RFC 6838, section 4.2: type "/" subtype. */
static bool is_fit_media_type(const char *type)
{
    const char *slash = strchr(type, '/');
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+";
    return slash != NULL && slash > type && slash[1] != '\0' && strlen(type) <= 2 * 127 + 1 &&
           strspn(type, allowed) == (size_t)(slash - type) &&
           strspn(slash + 1, allowed) == strlen(slash + 1);
}

static const char *fault_of(const SamsokDescription *description)
{
    if (!is_fit_name(description->name)) {
        return "has a name that is not made of lower-case letters, digits and hyphens";
    }
    for (gsize i = 0; description->media_types[i] != NULL; i++) {
        if (i >= SAMSOK_MAX_MEDIA_TYPES) {
            return "declares more media types than the limit";
        }
        if (!is_fit_media_type(description->media_types[i])) {
            return "declares a media type that is none";
        }
    }
    return NULL;
}

static void refuse_unfit(SamsokDescription *description)
{
    const char *fault = fault_of(description);
    if (fault != NULL) {
        samsok_description_clear(description);
        samsok_description_init_refused(description, fault);
    }
}

static GStrv dup_media_types(const char *const *types)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    for (gsize i = 0; types[i] != NULL && i <= SAMSOK_MAX_MEDIA_TYPES; i++) {
        g_strv_builder_add(builder, types[i]);
    }
    return g_strv_builder_end(builder);
}

void samsok_description_init(SamsokDescription *out, const SamsokPlugin *plugin)
{
    *out = (SamsokDescription){
        .name = dup_line(plugin->name),
        .version = dup_line(plugin->version),
        .licence = dup_line(plugin->licence),
        .media_types = dup_media_types(plugin->media_types),
        .abi_major = plugin->abi_major,
        .abi_minor = plugin->abi_minor,
        .trust = plugin->trust,
        .has_probe = plugin->probe != NULL,
        .refusal = g_strdup(""),
    };
    refuse_unfit(out);
}

void samsok_description_save(const SamsokDescription *description, GKeyFile *file,
                             const char *group)
{
    g_key_file_set_string(file, group, "name", description->name);
    g_key_file_set_string(file, group, "version", description->version);
    g_key_file_set_string(file, group, "licence", description->licence);
    g_key_file_set_string_list(file, group, "media-types",
                               (const char *const *)description->media_types,
                               g_strv_length(description->media_types));
    g_key_file_set_uint64(file, group, "abi-major", description->abi_major);
    g_key_file_set_uint64(file, group, "abi-minor", description->abi_minor);
    g_key_file_set_uint64(file, group, "trust", description->trust);
    g_key_file_set_boolean(file, group, "has-probe", description->has_probe);
    g_key_file_set_string(file, group, "refusal", description->refusal);
}

static char *take_line(GKeyFile *file, const char *group, const char *key, GError **error)
{
    g_autofree char *text = *error == NULL ? g_key_file_get_string(file, group, key, error) : NULL;
    return dup_line(text == NULL ? "" : text);
}

static guint take_number(GKeyFile *file, const char *group, const char *key, GError **error)
{
    guint64 number = *error == NULL ? g_key_file_get_uint64(file, group, key, error) : 0;
    return (guint)MIN(number, G_MAXUINT);
}

static GStrv take_list(GKeyFile *file, const char *group, const char *key, GError **error)
{
    GStrv list = *error == NULL ? g_key_file_get_string_list(file, group, key, NULL, error) : NULL;
    return list == NULL ? g_new0(char *, 1) : list;
}

gboolean samsok_description_load(GKeyFile *file, const char *group, SamsokDescription *out,
                                 GError **error)
{
    GError *cause = NULL;
    SamsokDescription description = {
        .name = take_line(file, group, "name", &cause),
        .version = take_line(file, group, "version", &cause),
        .licence = take_line(file, group, "licence", &cause),
        .media_types = take_list(file, group, "media-types", &cause),
        .abi_major = take_number(file, group, "abi-major", &cause),
        .abi_minor = take_number(file, group, "abi-minor", &cause),
        .trust = take_number(file, group, "trust", &cause),
        .has_probe = cause == NULL && g_key_file_get_boolean(file, group, "has-probe", &cause),
        .refusal = take_line(file, group, "refusal", &cause),
    };
    if (cause != NULL) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN, "its description is not readable: %s",
                    cause->message);
        g_error_free(cause);
        samsok_description_clear(&description);
        return FALSE;
    }
    if (*description.refusal == '\0') {
        refuse_unfit(&description);
    }
    *out = description;
    return TRUE;
}
