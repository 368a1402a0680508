/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens an index for asking, and opens it again when it changed underneath. */
#include "config.h"

#include "index/opened.h"

#include <stdbool.h>

#include "core/base/error.h"
#include "index/generation.h"
#include "index/schema.h"
#include "index/project_cases.h"
#include "index/tagged.h"

#define MAX_TRIES 3

void samsok_index_set_damaged(GError **error, const char *dir, const GError *cause)
{
    /* What Xapian says of a stale reader would send the user the wrong way. */
    bool is_stale = g_error_matches(cause, SAMSOK_ERROR, SAMSOK_ERROR_STALE);
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT,
                "'%s': the index is damaged (%s); make it anew with 'samsok index --rebuild' and "
                "the files or folders it is of",
                dir, is_stale ? "its files are not of one commit" : cause->message);
}

static bool is_code(const GError *failure, SamsokErrorCode code)
{
    return g_error_matches(failure, SAMSOK_ERROR, (int)code);
}

/* Hands on why an index cannot be read, in the words of one who asks it. Takes `failure`. */
static void set_unreadable(GError **error, const char *dir, GError *failure)
{
    g_autoptr(GError) cause = failure;
    if (is_code(cause, SAMSOK_ERROR_CORRUPT)) {
        samsok_index_set_damaged(error, dir, cause);
    } else if (is_code(cause, SAMSOK_ERROR_MISSING)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "'%s': no index here ('samsok index PATH...' makes one)", dir);
    } else {
        g_propagate_error(error, g_steal_pointer(&cause));
    }
}

/* What wrote an index. */
typedef struct {
    guint64 schema;   /* the newest of its shards'; 0 when they are empty or not yet committed */
    bool is_outdated; /* a shard is of another analyser */
} Versions;

static gboolean read_versions(SamsokDatabase *reader, Versions *out, GError **error)
{
    g_auto(GStrv) schemas = samsok_database_shard_metadata(reader, SAMSOK_KEY_SCHEMA, error);
    g_auto(GStrv) analysers =
        schemas == NULL ? NULL : samsok_database_shard_metadata(reader, SAMSOK_KEY_ANALYSER, error);
    if (analysers == NULL) {
        return FALSE;
    }
    *out = (Versions){0};
    for (guint i = 0; schemas[i] != NULL; i++) {
        guint64 schema = g_ascii_strtoull(schemas[i], NULL, 10);
        guint64 analyser = g_ascii_strtoull(analysers[i], NULL, 10);
        out->schema = MAX(out->schema, schema);
        out->is_outdated = out->is_outdated || (schema > 0 && analyser != SAMSOK_ANALYSER_VERSION);
    }
    return TRUE;
}

/* The newest commit. */
static SamsokDatabase *open_newest(const char *dir, Versions *out_versions, GError **error)
{
    g_autofree char *path = samsok_generation_database(dir, error);
    g_autoptr(SamsokDatabase) reader = path == NULL ? NULL : samsok_database_open(path, error);
    if (reader == NULL || !read_versions(reader, out_versions, error)) {
        return NULL;
    }
    return g_steal_pointer(&reader);
}

/* Refuses what a newer program wrote. What is stale whenever it is opened is damaged. */
static SamsokDatabase *open_reader(const char *dir, bool *out_is_outdated, GError **error)
{
    Versions versions = {0};
    g_autoptr(GError) failure = NULL;
    g_autoptr(SamsokDatabase) reader = open_newest(dir, &versions, &failure);
    for (guint tries = 1; tries < MAX_TRIES && is_code(failure, SAMSOK_ERROR_STALE); tries++) {
        g_clear_error(&failure);
        reader = open_newest(dir, &versions, &failure);
    }
    if (is_code(failure, SAMSOK_ERROR_STALE)) {
        samsok_index_set_damaged(error, dir, failure);
        return NULL;
    }
    if (reader == NULL) {
        set_unreadable(error, dir, g_steal_pointer(&failure));
        return NULL;
    }
    if (versions.schema > SAMSOK_SCHEMA_VERSION) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT,
                    "'%s': index of schema version %" G_GUINT64_FORMAT
                    ", this program reads up to %d",
                    dir, versions.schema, SAMSOK_SCHEMA_VERSION);
        return NULL;
    }
    *out_is_outdated = versions.is_outdated;
    return g_steal_pointer(&reader);
}

SamsokIndex *samsok_index_open(const char *dir, GError **error)
{
    g_autoptr(SamsokIndex) index = g_new0(SamsokIndex, 1);
    index->dir = g_strdup(dir);
    index->reader = open_reader(dir, &index->is_outdated, error);
    if (index->reader == NULL) {
        return NULL;
    }
    index->asked = g_ptr_array_new();
    index->analyser = samsok_analyser_new(error);
    return index->analyser == NULL ? NULL : g_steal_pointer(&index);
}

void samsok_index_close(SamsokIndex *index)
{
    if (index == NULL) {
        return;
    }
    samsok_database_close(index->reader);
    samsok_analyser_free(index->analyser);
    samsok_analyser_free(index->splitter);
    samsok_thesaurus_free(index->thesaurus);
    g_free(index->thesaurus_text);
    g_clear_pointer(&index->asked, g_ptr_array_unref);
    g_clear_pointer(&index->projects, g_ptr_array_unref);
    g_free(index->dir);
    g_free(index);
}

bool samsok_index_is_outdated(const SamsokIndex *index)
{
    return index->is_outdated;
}

SamsokAnalyser *samsok_opened_splitter(SamsokIndex *index, GError **error)
{
    if (index->splitter == NULL) {
        index->splitter = samsok_analyser_new(error);
        if (index->splitter != NULL) {
            samsok_analyser_split(index->splitter, samsok_headwords_shared());
        }
    }
    return index->splitter;
}

const char *samsok_opened_thesaurus_text(SamsokIndex *index, GError **error)
{
    if (index->thesaurus_text == NULL) {
        index->thesaurus_text = samsok_tagged_thesaurus_text(index->reader, error);
    }
    return index->thesaurus_text;
}

const SamsokThesaurus *samsok_opened_thesaurus(SamsokIndex *index, GError **error)
{
    const char *text = samsok_opened_thesaurus_text(index, error);
    if (text != NULL && index->thesaurus == NULL) {
        index->thesaurus = samsok_thesaurus_parse(text);
    }
    return index->thesaurus;
}

const GPtrArray *samsok_opened_projects(SamsokIndex *index, GError **error)
{
    const SamsokThesaurus *thesaurus = samsok_opened_thesaurus(index, error);
    if (thesaurus != NULL && index->projects == NULL) {
        index->projects = samsok_project_cases(index->reader, thesaurus, error);
    }
    return thesaurus == NULL ? NULL : index->projects;
}

/* Opens the index again; true in *out_is_same when there is no newer commit. */
static gboolean renew(SamsokIndex *index, bool *out_is_same, GError **error)
{
    SamsokDatabase *fresh = open_reader(index->dir, &index->is_outdated, error);
    if (fresh == NULL) {
        return FALSE;
    }
    *out_is_same = samsok_database_is_same_commit(fresh, index->reader);
    samsok_database_close(index->reader);
    index->reader = fresh;
    g_clear_pointer(&index->thesaurus, samsok_thesaurus_free);
    g_clear_pointer(&index->thesaurus_text, g_free);
    g_ptr_array_set_size(index->asked, 0);
    g_clear_pointer(&index->projects, g_ptr_array_unref);
    return TRUE;
}

gboolean samsok_index_retry(SamsokIndex *index, SamsokIndexTry attempt, void *data, GError **error)
{
    bool is_same = false;
    for (guint tries = 1;; tries++) {
        g_autoptr(GError) failure = NULL;
        if (attempt(index, data, &failure)) {
            return TRUE;
        }
        bool is_stale = is_code(failure, SAMSOK_ERROR_STALE);
        if (is_code(failure, SAMSOK_ERROR_CORRUPT) || (is_stale && is_same)) {
            samsok_index_set_damaged(error, index->dir, failure);
            return FALSE;
        }
        if (!is_stale || tries == MAX_TRIES) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return FALSE;
        }
        if (!renew(index, &is_same, error)) {
            return FALSE;
        }
    }
}
