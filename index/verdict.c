/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts as keys and values of the index's metadata. */
#include "config.h"

#include "index/verdict.h"

#include <string.h>

#include "core/base/text.h"
#include "core/extract/detect.h"
#include "index/schema.h"

/* value: code TAB reason TAB path; the path is last, for it may hold anything. */
enum { VALUE_PARTS = 3 };

SamsokVerdict *samsok_verdict_new(bool is_unread, const char *build, const char *content,
                                  const char *code, const char *path, const char *reason)
{
    SamsokVerdict *verdict = g_new0(SamsokVerdict, 1);
    verdict->is_unread = is_unread;
    verdict->build = g_strdup(build);
    verdict->content = g_strdup(content);
    verdict->code = g_strdup(code);
    verdict->path = g_strdup(path);
    verdict->reason = g_strdelimit(g_strdup(reason), "\t\n", ' ');
    return verdict;
}

void samsok_verdict_free(SamsokVerdict *verdict)
{
    if (verdict == NULL) {
        return;
    }
    g_free(verdict->build);
    g_free(verdict->content);
    g_free(verdict->code);
    g_free(verdict->path);
    g_free(verdict->reason);
    g_free(verdict);
}

char *samsok_verdict_content(const char *sha256, const char *path)
{
    const char *promised = samsok_detect_promised_type(path);
    return g_strconcat(sha256, *promised == '\0' ? "" : "/", promised, NULL);
}

const char *samsok_verdict_cause(const char *reason)
{
    const char *name_end = *reason == '\'' ? strstr(reason, "': ") : NULL;
    return name_end == NULL ? reason : name_end + strlen("': ");
}

char *samsok_verdict_reason_for(const SamsokVerdict *verdict, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *clean = samsok_text_clean(name, strlen(name), NULL);
    g_autofree char *shown = samsok_text_squeeze(clean);
    return g_strdup_printf("'%s': %s", shown, samsok_verdict_cause(verdict->reason));
}

char *samsok_verdict_key(const SamsokVerdict *verdict)
{
    return g_strconcat(verdict->is_unread ? SAMSOK_KEY_UNREAD : SAMSOK_KEY_QUARANTINE,
                       verdict->build, "/", verdict->content, NULL);
}

char *samsok_verdict_value(const SamsokVerdict *verdict)
{
    return g_strconcat(verdict->code, "\t", verdict->reason, "\t", verdict->path, NULL);
}

SamsokVerdict *samsok_verdict_parse(const char *key, const char *value)
{
    bool is_unread = g_str_has_prefix(key, SAMSOK_KEY_UNREAD);
    if (!is_unread && !g_str_has_prefix(key, SAMSOK_KEY_QUARANTINE)) {
        return NULL;
    }
    const char *build = key + strlen(is_unread ? SAMSOK_KEY_UNREAD : SAMSOK_KEY_QUARANTINE);
    const char *slash = strchr(build, '/');
    g_auto(GStrv) parts = g_strsplit(value, "\t", VALUE_PARTS);
    if (slash == NULL || g_strv_length(parts) != VALUE_PARTS) {
        return NULL;
    }
    g_autofree char *build_name = g_strndup(build, (gsize)(slash - build));
    return samsok_verdict_new(is_unread, build_name, slash + 1, parts[0], parts[2], parts[1]);
}

static int compare_texts(gconstpointer a, gconstpointer b)
{
    const char *const *first = a;
    const char *const *second = b;
    return strcmp(*first, *second);
}

char *samsok_verdict_all_builds(const SamsokRegistry *registry)
{
    g_autoptr(GPtrArray) builds = g_ptr_array_new();
    for (guint i = 0; i < samsok_registry_len(registry); i++) {
        const SamsokPluginInfo *plugin = samsok_registry_at(registry, i);
        if (*plugin->refusal == '\0') {
            g_ptr_array_add(builds, (gpointer)plugin->build);
        }
    }
    g_ptr_array_sort(builds, compare_texts);
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    for (guint i = 0; i < builds->len; i++) {
        g_checksum_update(checksum, g_ptr_array_index(builds, i), -1);
    }
    return g_strdup(g_checksum_get_string(checksum));
}
