/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an index holds and what went wrong with it. */
#include "config.h"

#include "core/language/headwords.h"
#include "index/generation.h"
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
    g_free(info);
}

static bool add_quarantined(const char *key, const char *value, void *data)
{
    g_autoptr(SamsokVerdict) verdict = samsok_verdict_parse(key, value);
    if (verdict != NULL) {
        g_autofree char *path = g_filename_display_name(verdict->path);
        g_ptr_array_add(data, g_strdup_printf("%s: %s", path, verdict->reason));
    }
    return true;
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

static gboolean read_versions(SamsokDatabase *reader, SamsokStatusInfo *info, GError **error)
{
    const struct {
        const char *key;
        guint *version;
    } versions[] = {
        {SAMSOK_KEY_SCHEMA, &info->schema_version},
        {SAMSOK_KEY_SHAPE, &info->shape_version},
        {SAMSOK_KEY_ANALYSER, &info->analyser_version},
        {SAMSOK_KEY_TAGGER, &info->tagger_version},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(versions); i++) {
        g_autofree char *version = samsok_database_metadata(reader, versions[i].key, error);
        if (version == NULL) {
            return FALSE;
        }
        *versions[i].version = (guint)g_ascii_strtoull(version, NULL, 10);
    }
    return TRUE;
}

static gboolean try_status(SamsokIndex *index, void *data, GError **error)
{
    SamsokStatusInfo **out_info = data;
    g_autoptr(SamsokStatusInfo) info = g_new0(SamsokStatusInfo, 1);
    info->quarantine = g_ptr_array_new_with_free_func(g_free);
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
        !samsok_database_each_metadata(index->reader, SAMSOK_KEY_QUARANTINE, add_quarantined,
                                     info->quarantine, error)) {
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
