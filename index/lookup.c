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

/* Hands on what went wrong, or says that there is no such thing. */
static void hand_on(GError **error, GError **failure, const char *what, const char *id)
{
    if (*failure != NULL) {
        g_propagate_error(error, g_steal_pointer(failure));
    } else {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "no %s '%s' in the index", what, id);
    }
}

/* The stored bytes of the document with this unique id; NULL without an error when there is none. */
static GBytes *bytes_of(SamsokDatabase *reader, const char *id, GError **error)
{
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_ID, id);
    GBytes *found = NULL;
    if (!samsok_database_each_document(reader, term, take_first, &found, error)) {
        g_clear_pointer(&found, g_bytes_unref);
    }
    return found;
}

SamsokReportRecord *samsok_lookup_report(SamsokDatabase *reader, const char *id, GError **error)
{
    /* Only a passage's id or a point's has a '#': one kind of record is never read as the other. */
    g_autoptr(GError) failure = NULL;
    g_autoptr(GBytes) bytes = strchr(id, '#') != NULL ? NULL : bytes_of(reader, id, &failure);
    if (bytes == NULL) {
        hand_on(error, &failure, "report", id);
        return NULL;
    }
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    return samsok_report_record_unpack(data, len, error);
}

SamsokReportRecord *samsok_lookup_report_at(SamsokDatabase *reader, uint32_t docid, GError **error)
{
    g_autoptr(GBytes) data = samsok_database_data(reader, docid, error);
    if (data == NULL) {
        return NULL;
    }
    gsize len = 0;
    const void *bytes = g_bytes_get_data(data, &len);
    return samsok_report_record_unpack(bytes, len, error);
}

uint32_t samsok_lookup_likely_docid(SamsokDatabase *reader, const SamsokPassageRecord *passage)
{
    uint64_t steps = ((uint64_t)passage->ordinal + 1) * samsok_database_shard_count(reader);
    return passage->docid > steps ? (uint32_t)(passage->docid - steps) : 0;
}

/* The record at `docid` when it is the report's; NULL: it is another, or none. */
static SamsokReportRecord *report_if_at(SamsokDatabase *reader, uint32_t docid, const char *id)
{
    g_autoptr(SamsokReportRecord) report = samsok_lookup_report_at(reader, docid, NULL);
    return report != NULL && strcmp(report->id, id) == 0 ? g_steal_pointer(&report) : NULL;
}

SamsokReportRecord *samsok_lookup_report_of(SamsokDatabase *reader, const SamsokPassageRecord *passage, GError **error)
{
    uint32_t docid = samsok_lookup_likely_docid(reader, passage);
    SamsokReportRecord *report = docid != 0 ? report_if_at(reader, docid, passage->report) : NULL;
    return report != NULL ? report : samsok_lookup_report(reader, passage->report, error);
}

char *samsok_lookup_title(SamsokDatabase *reader, const char *id, GError **error)
{
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_ID, id);
    g_autofree char *title = samsok_database_slot(reader, term, SAMSOK_SLOT_TITLE, error);
    if (title == NULL || (*title != '\0' && g_utf8_validate(title, -1, NULL))) {
        return g_steal_pointer(&title);
    }
    g_autoptr(SamsokReportRecord) report = samsok_lookup_report(reader, id, error);
    return report == NULL ? NULL : g_strdup(report->title);
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    uint32_t first = *(const uint32_t *)a;
    uint32_t second = *(const uint32_t *)b;
    return (first > second) - (first < second);
}

GArray *samsok_lookup_documents(SamsokDatabase *reader, const SamsokNode *node, guint most,
                                bool *out_is_cut, GError **error)
{
    const SamsokSearchOptions options = {
        .count = most + 1,
        .k1 = SAMSOK_BM25_K1,
        .b = SAMSOK_BM25_B,
        .tie_slot = SAMSOK_SLOT_ORDER,
    };
    g_autoptr(GArray) matches = NULL;
    if (!samsok_database_search(reader, node, &options, &matches, NULL, NULL, error)) {
        return NULL;
    }
    *out_is_cut = matches->len > most;
    GArray *docids = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (guint i = 0; i < MIN(matches->len, most); i++) {
        g_array_append_val(docids, g_array_index(matches, SamsokMatch, i).docid);
    }
    g_array_sort(docids, by_number);
    return docids;
}

typedef struct {
    const char *id;
    SamsokPassageRecord *passage;
    GError *failure;
} PassageSearch;

static bool take_passage(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)docid;
    PassageSearch *search = data;
    g_autoptr(SamsokPassageRecord) passage =
        samsok_passage_record_unpack(bytes, len, &search->failure);
    if (passage != NULL && strcmp(passage->id, search->id) == 0) {
        search->passage = g_steal_pointer(&passage);
    }
    return search->failure == NULL && search->passage == NULL;
}

static void search_report(SamsokDatabase *reader, PassageSearch *search)
{
    g_autofree char *report = g_strndup(search->id, strcspn(search->id, "#"));
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_REPORT, report);
    g_autoptr(GError) failure = NULL;
    bool was_read = samsok_database_each_of_kind(reader, SAMSOK_KIND_PASSAGE, term, take_passage, search,
                                                 &failure);
    if (!was_read && search->failure == NULL) {
        search->failure = g_steal_pointer(&failure);
    }
}

SamsokPassageRecord *samsok_lookup_passage(SamsokDatabase *reader, const char *id, GError **error)
{
    PassageSearch search = {.id = id};
    bool is_one = strchr(id, '#') != NULL;
    g_autoptr(GBytes) bytes = is_one ? bytes_of(reader, id, &search.failure) : NULL;
    if (bytes != NULL) {
        gsize len = 0;
        const void *data = g_bytes_get_data(bytes, &len);
        return samsok_passage_record_unpack(data, len, error);
    }
    if (is_one && search.failure == NULL) {
        search_report(reader, &search);
    }
    if (search.passage == NULL) {
        hand_on(error, &search.failure, "passage", id);
    }
    return search.passage;
}

SamsokPassageRecord *samsok_lookup_match(SamsokDatabase *reader, uint32_t docid, GError **error)
{
    g_autoptr(GBytes) bytes = samsok_database_data(reader, docid, error);
    if (bytes == NULL) {
        return NULL;
    }
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    SamsokPassageRecord *passage = samsok_passage_record_unpack(data, len, error);
    if (passage != NULL) {
        passage->docid = docid;
    }
    return passage;
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
