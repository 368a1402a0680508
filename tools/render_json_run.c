/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON of a run's report and of the index's status. */
#include "config.h"

#include "tools/json.h"

static JsonObject *file_counts(const SamsokRunReport *run)
{
    JsonObject *files = json_object_new();
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
static JsonArray *ids_array(const char *ids)
{
    JsonArray *array = json_array_new();
    g_auto(GStrv) each = g_strsplit(ids, " ", -1);
    for (guint i = 0; each[i] != NULL; i++) {
        if (*each[i] != '\0') {
            json_array_add_string_element(array, each[i]);
        }
    }
    return array;
}

static JsonArray *tag_changes(const SamsokRunReport *run)
{
    JsonArray *changes = json_array_new();
    for (guint i = 0; i < run->tag_changes->len; i++) {
        const SamsokTagChange *change = g_ptr_array_index(run->tag_changes, i);
        JsonObject *line = json_object_new();
        json_object_set_string_member(line, "passage", change->passage);
        json_object_set_array_member(line, "gains", ids_array(change->gained));
        json_object_set_array_member(line, "loses", ids_array(change->lost));
        json_array_add_object_element(changes, line);
    }
    return changes;
}

/* What the vocabulary by which the index was tagged has and the run's does not. */
static JsonObject *concepts_gone(const SamsokRunReport *run)
{
    JsonObject *object = json_object_new();
    JsonArray *first = json_array_new();
    for (guint i = 0; i < run->first_gone->len; i++) {
        json_array_add_string_element(first, g_ptr_array_index(run->first_gone, i));
    }
    samsok_json_set_number(object, "count", run->concepts_gone);
    samsok_json_set_number(object, "of", run->concepts_before);
    json_object_set_array_member(object, "first", first);
    return object;
}

JsonObject *samsok_json_run(const SamsokRunReport *run)
{
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "started", run->started);
    json_object_set_string_member(object, "finished", run->finished);
    json_object_set_object_member(object, "files", file_counts(run));
    JsonArray *failures = json_array_new();
    for (guint i = 0; i < run->failures->len; i++) {
        const SamsokFailure *failure = g_ptr_array_index(run->failures, i);
        g_autofree char *path = g_filename_display_name(failure->path);
        JsonObject *line = json_object_new();
        json_object_set_string_member(line, "path", path);
        json_object_set_string_member(line, "code", failure->code);
        json_object_set_string_member(line, "reason", failure->reason);
        json_array_add_object_element(failures, line);
    }
    json_object_set_array_member(object, "failures", failures);
    samsok_json_set_number(object, "reports", run->reports);
    samsok_json_set_number(object, "passages", run->passages);
    samsok_json_set_known(object, "vocabulary", run->vocabulary);
    samsok_json_set_known(object, "next_vocabulary", run->next_vocabulary);
    json_object_set_object_member(object, "concepts_gone", concepts_gone(run));
    samsok_json_set_number(object, "retagged", run->retagged);
    samsok_json_set_number(object, "tag_changes_total", run->concept_changes);
    json_object_set_array_member(object, "tag_changes", tag_changes(run));
    json_object_set_string_member(object, "sandbox", run->sandbox);
    samsok_json_set_number(object, "peak_rss_kb", run->peak_rss_kb);
    return object;
}

JsonObject *samsok_json_status(const char *dir, const SamsokStatusInfo *status)
{
    g_autofree char *path = g_filename_display_name(dir);
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "index", path);
    json_object_set_string_member(object, "generation", status->generation);
    samsok_json_set_number(object, "schema", status->schema_version);
    samsok_json_set_known_number(object, "shape", status->shape_version);
    samsok_json_set_known_number(object, "analyser", status->analyser_version);
    samsok_json_set_known_number(object, "tagger", status->tagger_version);
    samsok_json_set_number(object, "reports", status->reports);
    samsok_json_set_number(object, "passages", status->passages);
    samsok_json_set_number(object, "stale", status->stale);
    json_object_set_string_member(object, "last_run", status->last_run);
    json_object_set_boolean_member(object, "outdated", status->is_outdated);
    json_object_set_boolean_member(object, "dictionaries", status->headwords > 0);
    samsok_json_set_known(object, "vocabulary", status->vocabulary);
    samsok_json_set_known(object, "vocabulary_digest", status->digest);
    JsonArray *quarantine = json_array_new();
    for (guint i = 0; i < status->quarantine->len; i++) {
        json_array_add_string_element(quarantine, g_ptr_array_index(status->quarantine, i));
    }
    json_object_set_array_member(object, "quarantined", quarantine);
    return object;
}
