/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading what an index knows of files. */
#include "config.h"

#include "index/known.h"

#include <string.h>

#include "index/schema.h"
#include "index/xapian/index.h"

enum { CHUNK_BYTES = 256 << 10 };

static char *hashed_key(const char *prefix, const char *path)
{
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, path, -1);
    return g_strconcat(prefix, digest, NULL);
}

char *samsok_known_file_key(const char *path)
{
    return hashed_key(SAMSOK_KEY_FILE, path);
}

char *samsok_known_source_key(const char *path)
{
    return hashed_key(SAMSOK_KEY_SOURCE, path);
}

/* SHA-256, size, time, inode, path: the path is last, for it may hold anything. */
char *samsok_known_file_value(const SamsokKnownFile *file)
{
    return g_strdup_printf("%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT " %s",
                           file->sha256, (guint64)file->stamp.size_bytes,
                           (gint64)file->stamp.mtime_ns, (guint64)file->stamp.inode, file->path);
}

bool samsok_known_file_parse(const char *value, SamsokKnownFile *out, char ***out_parts)
{
    g_auto(GStrv) parts = g_strsplit(value, " ", 5);
    if (g_strv_length(parts) != 5) {
        return false;
    }
    *out = (SamsokKnownFile){
        .path = parts[4],
        .stamp = {.size_bytes = g_ascii_strtoull(parts[1], NULL, 10),
                  .mtime_ns = g_ascii_strtoll(parts[2], NULL, 10),
                  .inode = g_ascii_strtoull(parts[3], NULL, 10)},
        .sha256 = parts[0],
    };
    *out_parts = g_steal_pointer(&parts);
    return true;
}

static bool keep_file(const char *key, const char *value, void *data)
{
    SamsokKnown *known = data;
    (void)key;
    SamsokKnownFile parsed;
    g_auto(GStrv) parts = NULL;
    if (!samsok_known_file_parse(value, &parsed, &parts)) {
        return true;
    }
    SamsokKnownFile *file = g_memdup2(&parsed, sizeof parsed);
    file->sha256 = g_string_chunk_insert(known->chunk, parsed.sha256);
    file->path = g_string_chunk_insert(known->chunk, parsed.path);
    g_hash_table_replace(known->files, (gpointer)file->path, file);
    return true;
}

static bool keep_source(const char *key, const char *value, void *data)
{
    SamsokKnown *known = data;
    (void)key;
    g_hash_table_add(known->sources, g_string_chunk_insert(known->chunk, value));
    return true;
}

/* The builds whose verdicts count. */
typedef struct {
    SamsokKnown *known;
    GHashTable *builds;
} VerdictLoad;

static bool keep_verdict(const char *key, const char *value, void *data)
{
    VerdictLoad *load = data;
    g_autoptr(SamsokVerdict) verdict = samsok_verdict_parse(key, value);
    if (verdict == NULL || !g_hash_table_contains(load->builds, verdict->build)) {
        g_ptr_array_add(load->known->outdated, g_strdup(key));
        return true;
    }
    SamsokVerdict *kept = g_steal_pointer(&verdict);
    g_hash_table_replace(load->known->verdicts, kept->content, kept);
    return true;
}

static GHashTable *builds_in_use(const SamsokRegistry *registry)
{
    GHashTable *builds = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(builds, samsok_verdict_all_builds(registry));
    for (guint i = 0; i < samsok_registry_len(registry); i++) {
        const SamsokPluginInfo *plugin = samsok_registry_at(registry, i);
        if (*plugin->refusal == '\0') {
            g_hash_table_add(builds, g_strdup(plugin->build));
        }
    }
    return builds;
}

typedef struct {
    SamsokKnown *known;
    GError *error;
} ReportLoad;

static bool keep_report(uint32_t docid, const void *bytes, size_t len, void *data)
{
    ReportLoad *load = data;
    GStringChunk *chunk = load->known->chunk;
    g_autoptr(SamsokReportRecord) record = samsok_report_record_unpack(bytes, len, &load->error);
    if (record == NULL) {
        return false;
    }
    SamsokKnownReport *report = g_new0(SamsokKnownReport, 1);
    *report = (SamsokKnownReport){
        .docid = docid,
        .id = g_string_chunk_insert(chunk, record->id),
        .path = g_string_chunk_insert(chunk, record->path),
        .source = g_string_chunk_insert_const(chunk, record->source),
        .stamp = {record->size_bytes, record->mtime_ns, record->inode, record->device},
        .sha256 = g_string_chunk_insert(chunk, record->sha256),
        .stale = g_string_chunk_insert_const(chunk, record->stale),
        .sidecar = g_string_chunk_insert(chunk, record->sidecar),
        .series = g_string_chunk_insert_const(chunk, record->series),
        .number = g_string_chunk_insert_const(chunk, record->number),
        .shape_version = record->shape_version,
    };
    g_ptr_array_add(load->known->reports, report);
    g_hash_table_replace(load->known->by_path, (gpointer)report->path, report);
    return true;
}

static gboolean load_all(SamsokKnown *known, SamsokDatabase *reader, GHashTable *builds,
                         GError **error)
{
    ReportLoad reports = {.known = known};
    VerdictLoad verdicts = {.known = known, .builds = builds};
    if (!samsok_database_each_slot(reader, SAMSOK_SLOT_FILE, keep_report, &reports, error)) {
        return FALSE;
    }
    if (reports.error != NULL) {
        g_propagate_error(error, reports.error);
        return FALSE;
    }
    return samsok_database_each_metadata(reader, SAMSOK_KEY_FILE, keep_file, known, error) &&
           samsok_database_each_metadata(reader, SAMSOK_KEY_SOURCE, keep_source, known, error) &&
           samsok_database_each_metadata(reader, SAMSOK_KEY_QUARANTINE, keep_verdict, &verdicts,
                                       error) &&
           samsok_database_each_metadata(reader, SAMSOK_KEY_UNREAD, keep_verdict, &verdicts, error);
}

static void free_verdict(gpointer data)
{
    samsok_verdict_free(data);
}

SamsokKnown *samsok_known_load(SamsokDatabase *reader, const SamsokRegistry *registry,
                               GError **error)
{
    g_autoptr(SamsokKnown) known = g_new0(SamsokKnown, 1);
    known->chunk = g_string_chunk_new(CHUNK_BYTES);
    known->reports = g_ptr_array_new_with_free_func(g_free);
    known->by_path = g_hash_table_new(g_str_hash, g_str_equal);
    known->files = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    known->verdicts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_verdict);
    known->outdated = g_ptr_array_new_with_free_func(g_free);
    known->sources = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) builds = builds_in_use(registry);
    if (reader != NULL && !load_all(known, reader, builds, error)) {
        return NULL;
    }
    return g_steal_pointer(&known);
}

void samsok_known_free(SamsokKnown *known)
{
    if (known == NULL) {
        return;
    }
    g_hash_table_unref(known->by_path);
    g_hash_table_unref(known->files);
    g_hash_table_unref(known->verdicts);
    g_hash_table_unref(known->sources);
    g_ptr_array_unref(known->reports);
    g_ptr_array_unref(known->outdated);
    g_string_chunk_free(known->chunk);
    g_free(known);
}
