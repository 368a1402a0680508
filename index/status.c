/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an index holds and what went wrong with it. */
#include "config.h"

#include <stddef.h>
#include <string.h>

#include "core/language/headwords.h"
#include "index/generation.h"
#include "index/known.h"
#include "index/opened.h"
#include "index/schema.h"
#include "index/verdict.h"

void samsok_status_info_free(SamsokStatusInfo *info)
{
    if (info == NULL) {
        return;
    }
    g_free(info->generation);
    g_free(info->last_run);
    g_free(info->vocabulary);
    g_free(info->digest);
    g_clear_pointer(&info->quarantine, g_ptr_array_unref);
    g_clear_pointer(&info->shards, g_ptr_array_unref);
    g_free(info);
}

/* Files with a verdict against their content: a verdict is one, the files may be many. */
typedef struct {
    GHashTable *verdicts; /* content → SamsokVerdict * */
    GHashTable *shown;    /* set of contents, lent by the verdicts: of a file that is shown */
    GPtrArray *lines;
} Quarantine;

static void free_verdict(gpointer data)
{
    samsok_verdict_free(data);
}

static bool keep_verdict(const char *key, const char *value, void *data)
{
    Quarantine *quarantine = data;
    SamsokVerdict *verdict = samsok_verdict_parse(key, value);
    if (verdict != NULL) {
        g_hash_table_replace(quarantine->verdicts, verdict->content, verdict);
    }
    return true;
}

static void add_quarantined(Quarantine *quarantine, const SamsokVerdict *verdict, const char *path)
{
    g_autofree char *shown = g_filename_display_name(path);
    g_ptr_array_add(quarantine->lines,
                    g_strdup_printf("%s: %s", shown, samsok_verdict_cause(verdict->reason)));
    g_hash_table_add(quarantine->shown, verdict->content);
}

static bool add_file(const char *key, const char *value, void *data)
{
    Quarantine *quarantine = data;
    (void)key;
    SamsokKnownFile file;
    g_auto(GStrv) parts = NULL;
    if (samsok_known_file_parse(value, &file, &parts)) {
        g_autofree char *content = samsok_verdict_content(file.sha256, file.path);
        const SamsokVerdict *verdict = g_hash_table_lookup(quarantine->verdicts, content);
        if (verdict != NULL) {
            add_quarantined(quarantine, verdict, file.path);
        }
    }
    return true;
}

static int compare_lines(gconstpointer a, gconstpointer b)
{
    const char *const *first = a;
    const char *const *second = b;
    return strcmp(*first, *second);
}

static gboolean read_quarantine(SamsokDatabase *reader, GPtrArray *lines, GError **error)
{
    g_autoptr(GHashTable) verdicts =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_verdict);
    g_autoptr(GHashTable) shown = g_hash_table_new(g_str_hash, g_str_equal);
    Quarantine quarantine = {verdicts, shown, lines};
    if (!samsok_database_each_metadata(reader, SAMSOK_KEY_QUARANTINE, keep_verdict, &quarantine, error) ||
        (g_hash_table_size(verdicts) > 0 &&
         !samsok_database_each_metadata(reader, SAMSOK_KEY_FILE, add_file, &quarantine, error))) {
        return FALSE;
    }
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, verdicts);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const SamsokVerdict *verdict = value;
        if (!g_hash_table_contains(shown, verdict->content)) {
            add_quarantined(&quarantine, verdict, verdict->path);
        }
    }
    g_ptr_array_sort(lines, compare_lines);
    return TRUE;
}

static gboolean read_counts(SamsokDatabase *reader, SamsokStatusInfo *info, GError **error)
{
    uint32_t reports = 0;
    uint32_t passages = 0;
    uint32_t stale = 0;
    if (!samsok_database_term_count(reader, SAMSOK_KIND_REPORT, &reports, error) ||
        !samsok_database_term_count(reader, SAMSOK_KIND_PASSAGE, &passages, error) ||
        !samsok_database_term_count(reader, SAMSOK_KIND_STALE, &stale, error)) {
        return FALSE;
    }
    info->reports = reports;
    info->passages = passages;
    info->stale = stale;
    return TRUE;
}

/* The versions of each shard: SamsokShardVersions in an array. Owner: the caller; NULL on error. */
static GArray *versions_of_shards(SamsokDatabase *reader, GError **error)
{
    static const struct {
        const char *key;
        size_t offset;
    } versions[] = {
        {SAMSOK_KEY_SCHEMA, offsetof(SamsokShardVersions, schema)},
        {SAMSOK_KEY_SHAPE, offsetof(SamsokShardVersions, shape)},
        {SAMSOK_KEY_ANALYSER, offsetof(SamsokShardVersions, analyser)},
        {SAMSOK_KEY_TAGGER, offsetof(SamsokShardVersions, tagger)},
    };
    g_autoptr(GArray) shards = g_array_new(FALSE, TRUE, sizeof(SamsokShardVersions));
    for (size_t i = 0; i < G_N_ELEMENTS(versions); i++) {
        g_auto(GStrv) values = samsok_database_shard_metadata(reader, versions[i].key, error);
        if (values == NULL) {
            return NULL;
        }
        g_array_set_size(shards, g_strv_length(values));
        for (guint k = 0; values[k] != NULL; k++) {
            char *shard = (char *)&g_array_index(shards, SamsokShardVersions, k);
            *(guint *)(void *)(shard + versions[i].offset) = (guint)g_ascii_strtoull(values[k], NULL, 10);
        }
    }
    return g_steal_pointer(&shards);
}

static gboolean read_versions(SamsokDatabase *reader, SamsokStatusInfo *info, GError **error)
{
    g_autoptr(GArray) shards = versions_of_shards(reader, error);
    if (shards == NULL) {
        return FALSE;
    }
    const SamsokShardVersions *first = &g_array_index(shards, SamsokShardVersions, 0);
    bool differ = false;
    for (guint i = 1; i < shards->len; i++) {
        differ = differ || memcmp(first, first + i, sizeof *first) != 0;
    }
    for (guint i = 0; differ && i < shards->len; i++) {
        g_ptr_array_add(info->shards, g_memdup2(first + i, sizeof *first));
    }
    if (shards->len > 0) {
        info->versions = *first;
    }
    return TRUE;
}

static gboolean try_status(SamsokIndex *index, void *data, GError **error)
{
    SamsokStatusInfo **out_info = data;
    g_autoptr(SamsokStatusInfo) info = g_new0(SamsokStatusInfo, 1);
    info->quarantine = g_ptr_array_new_with_free_func(g_free);
    info->shards = g_ptr_array_new_with_free_func(g_free);
    info->is_outdated = samsok_index_is_outdated(index);
    info->headwords = samsok_headwords_count(samsok_headwords_shared());
    info->generation = samsok_generation_current(index->dir, error);
    if (info->generation == NULL) {
        return FALSE;
    }
    if (!read_versions(index->reader, info, error)) {
        return FALSE;
    }
    info->last_run = samsok_database_metadata(index->reader, SAMSOK_KEY_RUN, error);
    info->vocabulary = samsok_database_metadata(index->reader, SAMSOK_KEY_EDITION, error);
    info->digest = samsok_database_metadata(index->reader, SAMSOK_KEY_VOCABULARY, error);
    if (info->last_run == NULL || info->vocabulary == NULL || info->digest == NULL ||
        !read_counts(index->reader, info, error) ||
        !read_quarantine(index->reader, info->quarantine, error)) {
        return FALSE;
    }
    *out_info = g_steal_pointer(&info);
    return TRUE;
}

SamsokStatusInfo *samsok_index_status(SamsokIndex *index, GError **error)
{
    SamsokStatusInfo *info = NULL;
    samsok_index_retry(index, try_status, &info, error);
    return info;
}
