/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON of a run's report and of the index's status. */
#include "config.h"

#include "tools/json.h"

static json_t *file_counts(const SamsokRunReport *run)
{
    json_t *files = json_object();
    samsok_json_set_number(files, "seen", run->seen);
    samsok_json_set_number(files, "indexed", run->indexed);
    samsok_json_set_number(files, "unchanged", run->unchanged);
    samsok_json_set_number(files, "moved", run->moved);
    samsok_json_set_number(files, "removed", run->removed);
    samsok_json_set_number(files, "failed", run->failed);
    samsok_json_set_number(files, "skipped", run->skipped);
    samsok_json_set_number(files, "quarantined", run->quarantined);
    return files;
}

/* "a b" as an array. */
static json_t *ids_array(const char *ids)
{
    json_t *array = json_array();
    g_auto(GStrv) each = g_strsplit(ids, " ", -1);
    for (guint i = 0; each[i] != NULL; i++) {
        if (*each[i] != '\0') {
            samsok_json_add_string(array, each[i]);
        }
    }
    return array;
}

static json_t *tag_changes(const SamsokRunReport *run)
{
    json_t *changes = json_array();
    for (guint i = 0; i < run->tag_changes->len; i++) {
        const SamsokTagChange *change = g_ptr_array_index(run->tag_changes, i);
        json_t *line = json_object();
        samsok_json_set_string(line, "passage", change->passage);
        json_object_set_new(line, "gains", ids_array(change->gained));
        json_object_set_new(line, "loses", ids_array(change->lost));
        json_array_append_new(changes, line);
    }
    return changes;
}

/* What the vocabulary by which the index was tagged has and the run's does not. */
static json_t *concepts_gone(const SamsokRunReport *run)
{
    json_t *object = json_object();
    samsok_json_set_number(object, "count", run->concepts_gone);
    samsok_json_set_number(object, "of", run->concepts_before);
    json_object_set_new(object, "first", samsok_json_string_array(run->first_gone));
    return object;
}

json_t *samsok_json_run(const SamsokRunReport *run)
{
    json_t *object = json_object();
    samsok_json_set_string(object, "started", run->started);
    samsok_json_set_string(object, "finished", run->finished);
    json_object_set_new(object, "files", file_counts(run));
    json_t *failures = json_array();
    for (guint i = 0; i < run->failures->len; i++) {
        const SamsokFailure *failure = g_ptr_array_index(run->failures, i);
        g_autofree char *path = g_filename_display_name(failure->path);
        json_t *line = json_object();
        samsok_json_set_string(line, "path", path);
        samsok_json_set_string(line, "code", failure->code);
        samsok_json_set_string(line, "reason", failure->reason);
        json_array_append_new(failures, line);
    }
    json_object_set_new(object, "failures", failures);
    samsok_json_set_number(object, "reports", run->reports);
    samsok_json_set_number(object, "passages", run->passages);
    samsok_json_set_known(object, "vocabulary", run->vocabulary);
    samsok_json_set_known(object, "next_vocabulary", run->next_vocabulary);
    json_object_set_new(object, "concepts_gone", concepts_gone(run));
    samsok_json_set_number(object, "retagged", run->retagged);
    samsok_json_set_number(object, "tag_changes_total", run->concept_changes);
    json_object_set_new(object, "tag_changes", tag_changes(run));
    samsok_json_set_string(object, "sandbox", run->sandbox);
    samsok_json_set_number(object, "peak_rss_kb", run->peak_rss_kb);
    return object;
}

static void set_versions(json_t *object, const SamsokShardVersions *versions)
{
    samsok_json_set_number(object, "schema", versions->schema);
    samsok_json_set_known_number(object, "shape", versions->shape);
    samsok_json_set_known_number(object, "analyser", versions->analyser);
    samsok_json_set_known_number(object, "tagger", versions->tagger);
}

static json_t *shard_versions(const GPtrArray *shards)
{
    json_t *array = json_array();
    for (guint i = 0; i < shards->len; i++) {
        json_t *object = json_object();
        set_versions(object, g_ptr_array_index(shards, i));
        json_array_append_new(array, object);
    }
    return array;
}

json_t *samsok_json_status(const char *dir, const SamsokStatusInfo *status)
{
    g_autofree char *path = g_filename_display_name(dir);
    json_t *object = json_object();
    samsok_json_set_string(object, "index", path);
    samsok_json_set_string(object, "generation", status->generation);
    set_versions(object, &status->versions);
    samsok_json_set_number(object, "reports", status->reports);
    samsok_json_set_number(object, "passages", status->passages);
    samsok_json_set_number(object, "stale", status->stale);
    samsok_json_set_string(object, "last_run", status->last_run);
    samsok_json_set_bool(object, "outdated", status->is_outdated);
    samsok_json_set_bool(object, "dictionaries", status->headwords > 0);
    samsok_json_set_known(object, "vocabulary", status->vocabulary);
    samsok_json_set_known(object, "vocabulary_digest", status->digest);
    if (status->shards->len > 0) {
        json_object_set_new(object, "shards", shard_versions(status->shards));
    }
    json_object_set_new(object, "quarantined", samsok_json_string_array(status->quarantine));
    return object;
}
