/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches folders for plugins, has each described, and decides which are used. */
#include "config.h"

#include "core/extract/registry.h"

#include <string.h>
#include <sys/stat.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/extract/describe.h"
#include "core/extract/plugin.h"
#include "core/extract/plugin_cache.h"

/* The info that is lent, and what its strings are owned by. */
typedef struct {
    SamsokPluginInfo info;
    SamsokDescription description;
    char *path;
    char *build;
} Candidate;

struct _SamsokRegistry {
    GPtrArray *candidates; /* of Candidate */
    char *worker;
};

static void candidate_free(gpointer data)
{
    Candidate *candidate = data;
    samsok_description_clear(&candidate->description);
    g_free(candidate->path);
    g_free(candidate->build);
    g_free(candidate);
}

void samsok_registry_free(SamsokRegistry *registry)
{
    if (registry == NULL) {
        return;
    }
    g_ptr_array_unref(registry->candidates);
    g_free(registry->worker);
    g_free(registry);
}

static char *dup_worker_path(const SamsokRegistryOptions *options)
{
    if (options->worker != NULL) {
        return g_strdup(options->worker);
    }
    const char *from_user = g_getenv("SAMSOK_WORKER");
    return g_strdup(from_user != NULL && *from_user != '\0' ? from_user
                                                            : SAMSOK_WORKERDIR "/samsok-worker");
}

static GStrv dup_folders(const SamsokRegistryOptions *options)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    for (gsize i = 0; options->dirs != NULL && options->dirs[i] != NULL; i++) {
        g_strv_builder_add(builder, options->dirs[i]);
    }
    const char *from_user = g_getenv("SAMSOK_PLUGIN_PATH");
    g_auto(GStrv) parts = g_strsplit(from_user == NULL ? "" : from_user, ":", -1);
    for (gsize i = 0; parts[i] != NULL; i++) {
        if (*parts[i] != '\0') {
            g_strv_builder_add(builder, parts[i]);
        }
    }
    g_autofree char *own = g_build_filename(g_get_user_data_dir(), "samsok", "plugins-1", NULL);
    g_strv_builder_add(builder, own);
    g_strv_builder_add(builder, SAMSOK_PLUGINDIR);
    return g_strv_builder_end(builder);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The paths of the files in `folder` that end in ".so", sorted. */
static GPtrArray *dup_objects(const char *folder)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name = dir == NULL ? NULL : g_dir_read_name(dir);
    while (name != NULL && paths->len < SAMSOK_MAX_PLUGINS) {
        if (g_str_has_suffix(name, ".so")) {
            g_ptr_array_add(paths, g_build_filename(folder, name, NULL));
        }
        name = g_dir_read_name(dir);
    }
    g_ptr_array_sort(paths, compare_names);
    return paths;
}

static char *dup_build(const char *path)
{
    g_autofree char *bytes = NULL;
    gsize len = 0;
    if (!g_file_get_contents(path, &bytes, &len, NULL)) {
        return g_strdup("");
    }
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, len);
}

static gboolean describe(const SamsokRegistry *registry, SamsokPluginCache *cache,
                         Candidate *candidate, GError **error)
{
    struct stat info;
    if (stat(candidate->path, &info) != 0 || !S_ISREG(info.st_mode)) {
        candidate->build = g_strdup("");
        samsok_description_init_refused(&candidate->description, "is no regular file");
        return TRUE;
    }
    if (samsok_plugin_cache_find(cache, candidate->path, &info, &candidate->description,
                                 &candidate->build)) {
        return TRUE;
    }
    candidate->build = dup_build(candidate->path);
    if (!samsok_describe(registry->worker, candidate->path, &candidate->description, error)) {
        return FALSE;
    }
    samsok_plugin_cache_add(cache, candidate->path, &info, &candidate->description,
                            candidate->build);
    return TRUE;
}

/* The plugin in use with this name, or NULL. */
static const Candidate *find_used(const SamsokRegistry *registry, const char *name)
{
    for (guint i = 0; i < registry->candidates->len; i++) {
        const Candidate *candidate = g_ptr_array_index(registry->candidates, i);
        if (*candidate->info.refusal == '\0' && strcmp(candidate->info.name, name) == 0) {
            return candidate;
        }
    }
    return NULL;
}

/* Refuses, for reasons that the plugin itself does not know. */
static void judge(const SamsokRegistry *registry, const SamsokRegistryOptions *options,
                  SamsokDescription *description)
{
    if (*description->refusal != '\0') {
        return;
    }
    const Candidate *other = find_used(registry, description->name);
    if (other != NULL) {
        g_free(description->refusal);
        description->refusal = g_strdup_printf("the plugin '%s' was found before, as '%s'",
                                               description->name, other->path);
    } else if (options->block_untrusted && description->trust != SAMSOK_TRUST_OWN_CODE &&
               description->trust != SAMSOK_TRUST_MAINTAINED) {
        g_free(description->refusal);
        description->refusal = g_strdup("the code it parses with is not trusted, and only trusted "
                                        "plugins are to be used");
    }
}

static void fill_info(Candidate *candidate)
{
    const SamsokDescription *description = &candidate->description;
    bool is_used = *description->refusal == '\0';
    candidate->info = (SamsokPluginInfo){
        .path = candidate->path,
        .name = description->name,
        .version = description->version,
        .licence = description->licence,
        .build = candidate->build,
        .media_types = (const char *const *)description->media_types,
        .abi_major = description->abi_major,
        .abi_minor = description->abi_minor,
        .trust = is_used ? description->trust : 0,
        .has_probe = description->has_probe,
        .refusal = description->refusal,
    };
}

static gboolean add_folder(SamsokRegistry *registry, const SamsokRegistryOptions *options,
                           SamsokPluginCache *cache, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) paths = dup_objects(folder);
    for (guint i = 0; i < paths->len && registry->candidates->len < SAMSOK_MAX_PLUGINS; i++) {
        Candidate *candidate = g_new0(Candidate, 1);
        candidate->path = g_strdup(g_ptr_array_index(paths, i));
        if (!describe(registry, cache, candidate, error)) {
            candidate_free(candidate);
            return FALSE;
        }
        judge(registry, options, &candidate->description);
        fill_info(candidate);
        g_ptr_array_add(registry->candidates, candidate);
    }
    return TRUE;
}

SamsokRegistry *samsok_registry_load(const SamsokRegistryOptions *options, GError **error)
{
    g_autoptr(SamsokRegistry) registry = g_new0(SamsokRegistry, 1);
    registry->candidates = g_ptr_array_new_with_free_func(candidate_free);
    registry->worker = dup_worker_path(options);
    if (!g_file_test(registry->worker, G_FILE_TEST_IS_EXECUTABLE)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING,
                    "'%s': the program that runs format plugins is not there", registry->worker);
        return NULL;
    }
    g_autoptr(SamsokPluginCache) cache = samsok_plugin_cache_load(registry->worker);
    g_auto(GStrv) folders = dup_folders(options);
    for (gsize i = 0; folders[i] != NULL; i++) {
        /* In a build tree libtool keeps shared objects in a folder of their own. */
        g_autofree char *libtool_folder = g_build_filename(folders[i], ".libs", NULL);
        if (!add_folder(registry, options, cache, folders[i], error) ||
            !add_folder(registry, options, cache, libtool_folder, error)) {
            return NULL;
        }
    }
    samsok_plugin_cache_save(cache);
    return g_steal_pointer(&registry);
}

guint samsok_registry_len(const SamsokRegistry *registry)
{
    return registry->candidates->len;
}

const SamsokPluginInfo *samsok_registry_at(const SamsokRegistry *registry, guint index)
{
    g_assert(index < registry->candidates->len);
    const Candidate *candidate = g_ptr_array_index(registry->candidates, index);
    return &candidate->info;
}

const char *samsok_registry_worker(const SamsokRegistry *registry)
{
    return registry->worker;
}
