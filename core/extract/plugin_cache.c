/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plugin cache as a key file: a group for each shared object, named by the hash of its path. */
#include "config.h"

#include "core/extract/plugin_cache.h"

#include <sys/stat.h>

#include "core/base/limits.h"

struct _SamsokPluginCache {
    char *path;
    char *worker; /* what the worker is and looks like */
    GKeyFile *file;
    bool has_changed;
};

/* A file's identity without reading it. Owner: the caller. */
static char *dup_stamp(const char *path, const struct stat *info)
{
    return g_strdup_printf("%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GUINT64_FORMAT,
                           path, (guint64)info->st_size, (gint64)info->st_mtim.tv_sec,
                           info->st_mtim.tv_nsec, (guint64)info->st_ino);
}

static char *dup_group(const char *path)
{
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, path, -1);
}

SamsokPluginCache *samsok_plugin_cache_load(const char *worker)
{
    SamsokPluginCache *cache = g_new0(SamsokPluginCache, 1);
    cache->path = g_build_filename(g_get_user_cache_dir(), "samsok", "plugins-1.ini", NULL);
    struct stat info = {.st_size = 0};
    (void)stat(worker, &info);
    cache->worker = dup_stamp(worker, &info);
    cache->file = g_key_file_new();
    (void)g_key_file_load_from_file(cache->file, cache->path, G_KEY_FILE_NONE, NULL);
    return cache;
}

void samsok_plugin_cache_free(SamsokPluginCache *cache)
{
    if (cache == NULL) {
        return;
    }
    g_key_file_unref(cache->file);
    g_free(cache->worker);
    g_free(cache->path);
    g_free(cache);
}

static bool holds(const SamsokPluginCache *cache, const char *group, const char *key,
                  const char *expected)
{
    g_autofree char *value = g_key_file_get_string(cache->file, group, key, NULL);
    return g_strcmp0(value, expected) == 0;
}

bool samsok_plugin_cache_find(const SamsokPluginCache *cache, const char *path,
                              const struct stat *info, SamsokDescription *out, char **out_build)
{
    g_autofree char *group = dup_group(path);
    g_autofree char *stamp = dup_stamp(path, info);
    if (!holds(cache, group, "stamp", stamp) || !holds(cache, group, "worker", cache->worker)) {
        return false;
    }
    g_autofree char *build = g_key_file_get_string(cache->file, group, "build", NULL);
    if (build == NULL || !samsok_description_load(cache->file, group, out, NULL)) {
        return false;
    }
    *out_build = g_steal_pointer(&build);
    return true;
}

static gsize count_groups(GKeyFile *file)
{
    gsize count = 0;
    g_strfreev(g_key_file_get_groups(file, &count));
    return count;
}

void samsok_plugin_cache_add(SamsokPluginCache *cache, const char *path, const struct stat *info,
                             const SamsokDescription *description, const char *build)
{
    if (count_groups(cache->file) >= SAMSOK_MAX_PLUGINS) {
        g_key_file_unref(cache->file);
        cache->file = g_key_file_new();
    }
    g_autofree char *group = dup_group(path);
    g_autofree char *stamp = dup_stamp(path, info);
    g_key_file_set_string(cache->file, group, "stamp", stamp);
    g_key_file_set_string(cache->file, group, "worker", cache->worker);
    g_key_file_set_string(cache->file, group, "build", build);
    samsok_description_save(description, cache->file, group);
    cache->has_changed = true;
}

void samsok_plugin_cache_save(SamsokPluginCache *cache)
{
    if (!cache->has_changed) {
        return;
    }
    g_autofree char *folder = g_path_get_dirname(cache->path);
    if (g_mkdir_with_parents(folder, S_IRWXU) == 0) {
        (void)g_key_file_save_to_file(cache->file, cache->path, NULL);
    }
    cache->has_changed = false;
}
