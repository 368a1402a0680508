/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens an index for asking, and opens it again when it changed underneath. */
#include "config.h"

#include "index/opened.h"

#include "core/base/error.h"
#include "index/generation.h"
#include "index/schema.h"

#define MAX_TRIES 3

/* Refuses what a newer program wrote. A database without a version is empty or not yet committed. */
static gboolean check_schema(SamsokDatabase *reader, const char *dir, GError **error)
{
    g_autofree char *text = samsok_database_metadata(reader, SAMSOK_KEY_SCHEMA, error);
    if (text == NULL) {
        return FALSE;
    }
    guint64 version = g_ascii_strtoull(text, NULL, 10);
    if (version > SAMSOK_SCHEMA_VERSION) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT,
                    "'%s': index of schema version %" G_GUINT64_FORMAT
                    ", this program reads up to %d",
                    dir, version, SAMSOK_SCHEMA_VERSION);
        return FALSE;
    }
    return TRUE;
}

static SamsokDatabase *open_reader(const char *dir, GError **error)
{
    g_autofree char *database = samsok_generation_database(dir, error);
    if (database == NULL) {
        return NULL;
    }
    g_autoptr(GError) failure = NULL;
    g_autoptr(SamsokDatabase) reader = samsok_database_open(database, &failure);
    if (g_error_matches(failure, SAMSOK_ERROR, SAMSOK_ERROR_MISSING)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "'%s': no index here", dir);
        return NULL;
    }
    if (reader == NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return NULL;
    }
    if (!check_schema(reader, dir, error)) {
        return NULL;
    }
    return g_steal_pointer(&reader);
}

SamsokIndex *samsok_index_open(const char *dir, GError **error)
{
    g_autoptr(SamsokIndex) index = g_new0(SamsokIndex, 1);
    index->dir = g_strdup(dir);
    index->reader = open_reader(dir, error);
    if (index->reader == NULL) {
        return NULL;
    }
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
    g_free(index->dir);
    g_free(index);
}

gboolean samsok_index_retry(SamsokIndex *index, SamsokIndexTry attempt, void *data, GError **error)
{
    for (guint tries = 1;; tries++) {
        g_autoptr(GError) failure = NULL;
        if (attempt(index, data, &failure)) {
            return TRUE;
        }
        bool is_stale = g_error_matches(failure, SAMSOK_ERROR, SAMSOK_ERROR_STALE);
        if (!is_stale || tries == MAX_TRIES) {
            g_propagate_error(error, g_steal_pointer(&failure));
            return FALSE;
        }
        SamsokDatabase *fresh = open_reader(index->dir, error);
        if (fresh == NULL) {
            return FALSE;
        }
        samsok_database_close(index->reader);
        index->reader = fresh;
    }
}
