/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds reports and passages by id. */
#include "config.h"

#include "index/lookup.h"

#include <string.h>

#include "core/base/error.h"
#include "index/opened.h"
#include "index/passages.h"
#include "index/schema.h"

static bool take_first(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)docid;
    GBytes **found = data;
    *found = g_bytes_new(bytes, len);
    return false;
}

/* The stored bytes of the document with `id`; MISSING when there is none. Only a passage's id has a
 * '#', so that one kind of record is never read as the other. */
static GBytes *bytes_of(SamsokDatabase *reader, bool is_passage, const char *id, GError **error)
{
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_ID, id);
    GBytes *found = NULL;
    bool fits = is_passage == (strchr(id, '#') != NULL);
    if (fits && !samsok_database_each_document(reader, term, take_first, &found, error)) {
        g_clear_pointer(&found, g_bytes_unref);
        return NULL;
    }
    if (found == NULL) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "no %s '%s' in the index",
                    is_passage ? "passage" : "report", id);
    }
    return found;
}

SamsokReportRecord *samsok_lookup_report(SamsokDatabase *reader, const char *id, GError **error)
{
    g_autoptr(GBytes) bytes = bytes_of(reader, false, id, error);
    if (bytes == NULL) {
        return NULL;
    }
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    return samsok_report_record_unpack(data, len, error);
}

SamsokPassageRecord *samsok_lookup_passage(SamsokDatabase *reader, const char *id, GError **error)
{
    g_autoptr(GBytes) bytes = bytes_of(reader, true, id, error);
    if (bytes == NULL) {
        return NULL;
    }
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    return samsok_passage_record_unpack(data, len, error);
}

SamsokPassageRecord *samsok_lookup_match(SamsokDatabase *reader, uint32_t docid, GError **error)
{
    g_autoptr(GBytes) bytes = samsok_database_data(reader, docid, error);
    if (bytes == NULL) {
        return NULL;
    }
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    return samsok_passage_record_unpack(data, len, error);
}

/* ---- The same from outside, with retries -------------------------------------------------------- */

typedef struct {
    const char *id;
    SamsokReportRecord *report;
    SamsokPassageRecord *passage;
    GPtrArray *passages;
} Wanted;

static gboolean try_report(SamsokIndex *index, void *data, GError **error)
{
    Wanted *wanted = data;
    wanted->report = samsok_lookup_report(index->reader, wanted->id, error);
    return wanted->report != NULL;
}

SamsokReportRecord *samsok_index_report(SamsokIndex *index, const char *id, GError **error)
{
    Wanted wanted = {.id = id};
    samsok_index_retry(index, try_report, &wanted, error);
    return wanted.report;
}

static gboolean try_passage(SamsokIndex *index, void *data, GError **error)
{
    Wanted *wanted = data;
    wanted->passage = samsok_lookup_passage(index->reader, wanted->id, error);
    return wanted->passage != NULL;
}

SamsokPassageRecord *samsok_index_passage(SamsokIndex *index, const char *id, GError **error)
{
    Wanted wanted = {.id = id};
    samsok_index_retry(index, try_passage, &wanted, error);
    return wanted.passage;
}

static gboolean try_passages(SamsokIndex *index, void *data, GError **error)
{
    Wanted *wanted = data;
    g_autoptr(SamsokReportRecord) report = samsok_lookup_report(index->reader, wanted->id, error);
    if (report == NULL) {
        return FALSE;
    }
    wanted->passages = samsok_passages_load(index->reader, wanted->id, error);
    return wanted->passages != NULL;
}

GPtrArray *samsok_index_passages(SamsokIndex *index, const char *report_id, GError **error)
{
    Wanted wanted = {.id = report_id};
    samsok_index_retry(index, try_passages, &wanted, error);
    return wanted.passages;
}
