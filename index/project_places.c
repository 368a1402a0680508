/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up the passages and points that speak of undertakings named by reports. */
#include "config.h"

#include "index/project_places.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/query/query.h"
#include "index/lookup.h"
#include "index/opened.h"
#include "index/project_marker.h"
#include "index/schema.h"

struct _SamsokProjectPlaces {
    SamsokIndex *index;
    const GPtrArray *cases;
    SamsokProjectMarker *all; /* of all cases; NULL until one is a report's subject */
    GHashTable *titles; /* report id → title */
};

SamsokProjectPlaces *samsok_project_places_new(SamsokIndex *index, const GPtrArray *cases)
{
    SamsokProjectPlaces *places = g_new0(SamsokProjectPlaces, 1);
    places->index = index;
    places->cases = cases;
    places->titles = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return places;
}

void samsok_project_places_free(SamsokProjectPlaces *places)
{
    if (places == NULL) {
        return;
    }
    g_hash_table_unref(places->titles);
    samsok_project_marker_free(places->all);
    g_free(places);
}

/* NULL on error. Lent. */
static const char *title_of(SamsokProjectPlaces *places, const char *report, GError **error)
{
    char *title = g_hash_table_lookup(places->titles, report);
    if (title == NULL) {
        title = samsok_lookup_title(places->index->reader, report, error);
        if (title != NULL) {
            g_hash_table_insert(places->titles, g_strdup(report), title);
        }
    }
    return title;
}

/* What may speak of the case: what has all words of its name, and the points of reports about it. Owner: the
 * caller. */
static SamsokNode *candidates(SamsokIndex *index, const SamsokProjectCase *one, const char *kind)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GPtrArray) any = g_ptr_array_new();
    samsok_project_case_nodes(one, index->analyser, words);
    g_ptr_array_add(any, samsok_node_combine(SAMSOK_OP_AND, (SamsokNode *const *)words->pdata, words->len));
    bool is_point = strcmp(kind, SAMSOK_KIND_POINT) == 0;
    for (guint i = 0; is_point && i < one->subject_of->len; i++) {
        g_autofree char *term =
            samsok_schema_term(SAMSOK_PREFIX_REPORT, g_ptr_array_index(one->subject_of, i));
        g_ptr_array_add(any, samsok_node_term(term));
    }
    return samsok_node_combine(SAMSOK_OP_OR, (SamsokNode *const *)any->pdata, any->len);
}

/* The candidates in order of their numbers. Owner: the caller; NULL on error. */
static GArray *find(SamsokIndex *index, const SamsokProjectCase *one, const SamsokProjectLook *look,
                    bool *out_is_cut, GError **error)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    g_ptr_array_add(nodes, samsok_node_term(look->kind));
    g_ptr_array_add(nodes, candidates(index, one, look->kind));
    if (look->filters != NULL) {
        g_ptr_array_extend_and_steal(nodes, g_ptr_array_ref(look->filters));
    }
    g_autoptr(SamsokNode) node =
        samsok_node_combine(SAMSOK_OP_AND, (SamsokNode *const *)nodes->pdata, nodes->len);
    return samsok_lookup_documents(index->reader, node, look->most, out_is_cut, error);
}

static SamsokProjectMarker *marker_of(const GPtrArray *cases)
{
    return samsok_project_marker_new((const SamsokProjectCase *const *)cases->pdata, cases->len);
}

static bool mentions(const SamsokPassageRecord *record, const SamsokProjectCase *one)
{
    for (guint i = 0; i < record->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(record->mentions, i);
        if (strcmp(mention->concept, one->concept.id) == 0) {
            return true;
        }
    }
    return false;
}

/* Marks `record` with what it says of `one`, a point of a report about it with what it says of any. */
static bool mark(SamsokProjectPlaces *places, SamsokProjectMarker *marker, const SamsokProjectCase *one,
                 const char *title, SamsokPassageRecord *record)
{
    if (*record->point.kind == '\0' || one->subject_of->len == 0) {
        return samsok_project_marker_mark(marker, title, record);
    }
    if (places->all == NULL) {
        places->all = marker_of(places->cases);
    }
    return samsok_project_marker_mark(places->all, title, record) && mentions(record, one);
}

/* Calls `each` where the document speaks of `one`, or of any when it is NULL. */
static gboolean visit(SamsokProjectPlaces *places, SamsokProjectMarker *marker, const SamsokProjectCase *one,
                      uint32_t docid, SamsokEachProjectPlace each, void *data, GError **error)
{
    g_autoptr(SamsokPassageRecord) record = samsok_lookup_match(places->index->reader, docid, error);
    const char *title = record == NULL ? NULL : title_of(places, record->report, error);
    if (title == NULL) {
        return FALSE;
    }
    bool speaks = one == NULL ? samsok_project_marker_mark(marker, title, record)
                              : mark(places, marker, one, title, record);
    if (speaks) {
        each(docid, record, data);
    }
    return TRUE;
}

gboolean samsok_project_places_read(SamsokProjectPlaces *places, const GArray *docids, SamsokEachProjectPlace each,
                                    void *data, GError **error)
{
    if (places->all == NULL) {
        places->all = marker_of(places->cases);
    }
    for (guint i = 0; i < docids->len; i++) {
        if (!visit(places, places->all, NULL, g_array_index(docids, uint32_t, i), each, data, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

gboolean samsok_project_places_each(SamsokProjectPlaces *places, const SamsokProjectCase *one,
                                    const SamsokProjectLook *look, SamsokEachProjectPlace each,
                                    void *data, bool *out_is_cut, GError **error)
{
    g_autoptr(SamsokProjectMarker) marker = samsok_project_marker_new(&one, 1);
    g_autoptr(GArray) docids = find(places->index, one, look, out_is_cut, error);
    if (docids == NULL) {
        return FALSE;
    }
    for (guint i = 0; i < docids->len; i++) {
        if (!visit(places, marker, one, g_array_index(docids, uint32_t, i), each, data, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

/* ---- As a filter ---- */

/* A passage has no term of its own: its report and the hash of its id stand for it. */
typedef struct {
    GPtrArray *points;   /* of SamsokNode * */
    GHashTable *reports; /* report id → GPtrArray of SamsokNode *, a slot each */
} Filtering;

static void take_passage(uint32_t docid, const SamsokPassageRecord *record, void *data)
{
    (void)docid;
    Filtering *filtering = data;
    GPtrArray *slots = g_hash_table_lookup(filtering->reports, record->report);
    if (slots == NULL) {
        slots = g_ptr_array_new();
        g_hash_table_insert(filtering->reports, g_strdup(record->report), slots);
    }
    guint8 order[SAMSOK_ORDER_BYTES];
    samsok_schema_order(record->id, order);
    g_ptr_array_add(slots, samsok_node_slot(SAMSOK_SLOT_ORDER, order, sizeof order));
}

static void take_point(uint32_t docid, const SamsokPassageRecord *record, void *data)
{
    (void)docid;
    Filtering *filtering = data;
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_ID, record->id);
    g_ptr_array_add(filtering->points, samsok_node_term(term));
}

static SamsokNode *any_of(const GPtrArray *nodes)
{
    return samsok_node_combine(SAMSOK_OP_OR, (SamsokNode *const *)nodes->pdata, nodes->len);
}

static SamsokNode *filter_node(Filtering *filtering)
{
    GHashTableIter iter;
    gpointer report = NULL;
    gpointer slots = NULL;
    g_hash_table_iter_init(&iter, filtering->reports);
    while (g_hash_table_iter_next(&iter, &report, &slots)) {
        g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_REPORT, report);
        SamsokNode *const pair[] = {samsok_node_term(term), any_of(slots)};
        g_ptr_array_add(filtering->points, samsok_node_combine(SAMSOK_OP_AND, pair, 2));
    }
    return any_of(filtering->points);
}

static gboolean find_all(SamsokProjectPlaces *places, const SamsokProjectCase *one, GPtrArray *notes,
                         Filtering *filtering, GError **error)
{
    const SamsokProjectLook passages = {SAMSOK_KIND_PASSAGE, NULL, SAMSOK_MAX_CASE_FILTERED};
    const SamsokProjectLook points = {SAMSOK_KIND_POINT, NULL, SAMSOK_MAX_CASE_FILTERED};
    bool is_cut = false;
    bool are_points_cut = false;
    if (!samsok_project_places_each(places, one, &passages, take_passage, filtering, &is_cut, error) ||
        !samsok_project_places_each(places, one, &points, take_point, filtering, &are_points_cut, error)) {
        return FALSE;
    }
    if (is_cut || are_points_cut) {
        samsok_query_note(notes, "'%.60s': only %u passages that may speak of it were read",
                          one->concept.label, SAMSOK_MAX_CASE_FILTERED);
    }
    return TRUE;
}

gboolean samsok_project_filter(SamsokIndex *index, const char *typed, GPtrArray *notes,
                               SamsokNode **out_node, GError **error)
{
    const GPtrArray *cases = samsok_opened_projects(index, error);
    if (cases == NULL) {
        return FALSE;
    }
    *out_node = NULL;
    const SamsokProjectCase *one = samsok_project_case_meant(cases, typed);
    if (one == NULL) {
        return TRUE;
    }
    g_ptr_array_add(index->asked, (gpointer)one);
    g_autoptr(GPtrArray) points = g_ptr_array_new();
    g_autoptr(GHashTable) reports =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    Filtering filtering = {points, reports};
    g_autoptr(SamsokProjectPlaces) places = samsok_project_places_new(index, cases);
    gboolean ok = find_all(places, one, notes, &filtering, error);
    g_autoptr(SamsokNode) node = filter_node(&filtering);
    *out_node = ok ? g_steal_pointer(&node) : NULL;
    return ok;
}

/* ---- Hits ---- */

static void mark_hits(SamsokAnswer *answer, const GPtrArray *cases)
{
    g_autoptr(SamsokProjectMarker) marker = marker_of(cases);
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        samsok_project_marker_mark(marker, hit->report->title, hit->passage);
    }
}

void samsok_hits_mark_asked(const SamsokIndex *index, SamsokAnswer *answer)
{
    if (index->asked->len > 0) {
        mark_hits(answer, index->asked);
    }
}

static gboolean try_points(SamsokIndex *index, void *data, GError **error)
{
    const GPtrArray *cases = samsok_opened_projects(index, error);
    if (cases == NULL) {
        return FALSE;
    }
    mark_hits(data, cases);
    return TRUE;
}

gboolean samsok_points_mark_projects(SamsokIndex *index, SamsokAnswer *answer, GError **error)
{
    return answer->hits->len == 0 || samsok_index_retry(index, try_points, answer, error);
}
