/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the cases that somebody asks for, and the passages that speak of each. */
#include "config.h"

#include "index/cases-private.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/insight/points.h"
#include "core/query/query.h"
#include "index/filters.h"
#include "index/lookup.h"
#include "index/opened.h"
#include "index/project_places.h"
#include "index/schema.h"

/* Where a case is from, beside what it is (SamsokCaseQuestion.kinds). */
static const char *const source_vocabulary = "vocabulary";
static const char *const source_structure = "structure";

typedef struct {
    SamsokIndex *index;
    const SamsokCaseQuestion *question;
    SamsokCases *cases;
    SamsokProjectPlaces *places;
    GPtrArray *filters; /* of SamsokNode * */
    GHashTable *found;  /* id of an undertaking → GArray of uint32_t: its passages; NULL: to be looked for */
} Finding;

/* ---- A case ---- */

static void quote_free(gpointer data)
{
    SamsokCaseQuote *quote = data;
    g_free(quote->text);
    g_free(quote->citation);
    g_free(quote);
}

static SamsokCase *case_new(const SamsokConcept *concept)
{
    SamsokCase *one = g_new0(SamsokCase, 1);
    one->concept = concept;
    one->docids = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    one->passages = g_ptr_array_new_with_free_func((GDestroyNotify)samsok_passage_record_free);
    one->reports = g_ptr_array_new();
    one->points = g_ptr_array_new_with_free_func((GDestroyNotify)samsok_passage_record_free);
    one->years = g_array_new(FALSE, FALSE, sizeof(guint));
    one->concepts = g_ptr_array_new_with_free_func(g_free);
    one->helped = g_ptr_array_new_with_free_func(quote_free);
    one->hindered = g_ptr_array_new_with_free_func(quote_free);
    one->shares = g_ptr_array_new();
    one->lacks = g_ptr_array_new();
    one->words = g_ptr_array_new_with_free_func(g_free);
    one->text = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return one;
}

void samsok_case_free(gpointer data)
{
    SamsokCase *one = data;
    g_array_unref(one->docids);
    g_ptr_array_unref(one->passages);
    g_ptr_array_unref(one->reports);
    g_ptr_array_unref(one->points);
    g_array_unref(one->years);
    g_ptr_array_unref(one->concepts);
    g_ptr_array_unref(one->helped);
    g_ptr_array_unref(one->hindered);
    g_ptr_array_unref(one->shares);
    g_ptr_array_unref(one->lacks);
    g_ptr_array_unref(one->words);
    g_hash_table_unref(one->text);
    g_free(one);
}

/* What the names of a case of the vocabulary say that it is, else its definition. */
static SamsokProjectKind kind_of(const SamsokConcept *concept)
{
    SamsokProjectKind kind = SAMSOK_PROJECT_OTHER;
    for (guint i = 0; i < concept->labels->len && kind == SAMSOK_PROJECT_OTHER; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, i);
        kind = samsok_project_kind_of(label->text);
    }
    return kind == SAMSOK_PROJECT_OTHER ? samsok_project_kind_of_definition(concept->definition)
                                        : kind;
}

static bool is_wanted(const SamsokCaseQuestion *question, const SamsokCase *one)
{
    const char *source = one->project == NULL ? source_vocabulary : source_structure;
    bool is_kind = question->kinds == NULL;
    for (guint i = 0; !is_kind && question->kinds[i] != NULL; i++) {
        is_kind = strcmp(question->kinds[i], source) == 0 ||
                  samsok_project_kind_from_name(question->kinds[i]) == one->kind;
    }
    return is_kind && (question->only == NULL || strcmp(question->only, one->concept->id) == 0);
}

/* ---- Its documents ---- */

/* For samsok_node_combine, which takes the nodes and not the array. */
static GPtrArray *copied_filters(const Finding *finding)
{
    GPtrArray *filters = g_ptr_array_new();
    for (guint i = 0; i < finding->filters->len; i++) {
        g_ptr_array_add(filters, samsok_node_copy(g_ptr_array_index(finding->filters, i)));
    }
    return filters;
}

/* What mentions a case of the vocabulary, which is tagged. */
static gboolean find_mentions(const Finding *finding, SamsokCase *one, const char *kind,
                              GPtrArray *filters, GArray *docids, GError **error)
{
    g_autofree char *own = samsok_schema_term(SAMSOK_PREFIX_CONCEPT, one->concept->id);
    g_ptr_array_add(filters, samsok_node_term(kind));
    g_ptr_array_add(filters, samsok_node_term(own));
    g_autoptr(SamsokNode) node =
        samsok_node_combine(SAMSOK_OP_AND, (SamsokNode *const *)filters->pdata, filters->len);
    bool is_cut = false;
    g_autoptr(GArray) found = samsok_lookup_documents(finding->index->reader, node,
                                                      SAMSOK_MAX_CASE_PASSAGES, &is_cut, error);
    if (found == NULL) {
        return FALSE;
    }
    one->is_cut = one->is_cut || is_cut;
    g_array_append_vals(docids, found->data, found->len);
    return TRUE;
}

static void take_docid(uint32_t docid, const SamsokPassageRecord *record, void *data)
{
    (void)record;
    g_array_append_val((GArray *)data, docid);
}

/* ---- All undertakings of a few passages ---- */

/* Adds the passage to those of each undertaking it mentions. */
static void note_passage(uint32_t docid, const SamsokPassageRecord *record, void *data)
{
    GHashTable *found = data;
    for (guint i = 0; i < record->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(record->mentions, i);
        if (!g_str_has_prefix(mention->concept, SAMSOK_PROJECT_CASE_PREFIX)) {
            continue;
        }
        GArray *docids = g_hash_table_lookup(found, mention->concept);
        if (docids == NULL) {
            docids = g_array_new(FALSE, FALSE, sizeof(uint32_t));
            g_hash_table_insert(found, g_strdup(mention->concept), docids);
        }
        if (docids->len == 0 || g_array_index(docids, uint32_t, docids->len - 1) != docid) {
            g_array_append_val(docids, docid);
        }
    }
}

/* Where filters leave few passages, each is read once for all undertakings, not once for each. */
static gboolean find_few(Finding *finding, GError **error)
{
    if (finding->filters->len == 0) {
        return TRUE;
    }
    g_autoptr(GPtrArray) nodes = copied_filters(finding);
    g_ptr_array_add(nodes, samsok_node_term(SAMSOK_KIND_PASSAGE));
    g_autoptr(SamsokNode) node =
        samsok_node_combine(SAMSOK_OP_AND, (SamsokNode *const *)nodes->pdata, nodes->len);
    bool is_cut = false;
    g_autoptr(GArray) docids = samsok_lookup_documents(finding->index->reader, node,
                                                       SAMSOK_MAX_CASE_FILTERED, &is_cut, error);
    if (docids == NULL || is_cut) {
        return docids != NULL;
    }
    finding->found =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    return samsok_project_places_read(finding->places, docids, note_passage, finding->found, error);
}

static void take_found(const Finding *finding, SamsokCase *one, GArray *docids)
{
    const GArray *found = g_hash_table_lookup(finding->found, one->concept->id);
    if (found != NULL) {
        one->is_cut = one->is_cut || found->len > SAMSOK_MAX_CASE_PASSAGES;
        g_array_append_vals(docids, found->data, MIN(found->len, SAMSOK_MAX_CASE_PASSAGES));
    }
}

static gboolean find_documents(const Finding *finding, SamsokCase *one, const char *kind,
                               GArray *docids, GError **error)
{
    if (one->project != NULL && finding->found != NULL && strcmp(kind, SAMSOK_KIND_PASSAGE) == 0) {
        take_found(finding, one, docids);
        return TRUE;
    }
    g_autoptr(GPtrArray) filters = copied_filters(finding);
    if (one->project == NULL) {
        return find_mentions(finding, one, kind, filters, docids, error);
    }
    const SamsokProjectLook look = {kind, filters, SAMSOK_MAX_CASE_PASSAGES};
    bool is_cut = false;
    gboolean ok = samsok_project_places_each(finding->places, one->project, &look, take_docid,
                                             docids, &is_cut, error);
    one->is_cut = one->is_cut || is_cut;
    return ok;
}

/* The filters of a question, made once for all cases. Owner: the caller; NULL on error. */
static GPtrArray *filters_of(SamsokIndex *index, const SamsokCaseQuestion *question,
                             SamsokCases *cases, GError **error)
{
    GPtrArray *filters = g_ptr_array_new_with_free_func((GDestroyNotify)samsok_node_free);
    if (!samsok_filter_nodes(index, &question->filters, cases->notes, filters, error)) {
        g_ptr_array_unref(filters);
        return NULL;
    }
    return filters;
}

/* ---- All of them ---- */

/* Adds one case, unless nobody asked for it or nothing is told of it. */
static gboolean add_case(const Finding *finding, const SamsokConcept *concept,
                         const SamsokProjectCase *project, GError **error)
{
    GPtrArray *all = finding->cases->cases;
    SamsokCase *one = case_new(concept);
    g_ptr_array_add(all, one);
    one->project = project;
    one->kind = project == NULL ? kind_of(concept) : project->kind;
    bool is_asked = is_wanted(finding->question, one);
    if (is_asked && !find_documents(finding, one, SAMSOK_KIND_PASSAGE, one->docids, error)) {
        return FALSE;
    }
    if (one->docids->len == 0) {
        g_ptr_array_remove_index(all, all->len - 1);
    }
    return TRUE;
}

static gboolean add_projects(const Finding *finding, GError **error)
{
    SamsokCases *cases = finding->cases;
    bool is_one = finding->question->only != NULL;
    guint count = cases->projects->len;
    if (!is_one && count > SAMSOK_MAX_PROJECT_CASES) {
        samsok_query_note(cases->notes, "reports name %u undertakings: the %u most told of are looked at",
                          count, SAMSOK_MAX_PROJECT_CASES);
        count = SAMSOK_MAX_PROJECT_CASES;
    }
    for (guint i = 0; i < count; i++) {
        const SamsokProjectCase *project = g_ptr_array_index(cases->projects, i);
        if (!add_case(finding, &project->concept, project, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean add_all(const Finding *finding, GError **error)
{
    const SamsokThesaurus *thesaurus = finding->cases->thesaurus;
    for (guint i = 0; i < samsok_thesaurus_count(thesaurus); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(thesaurus, i);
        if (strcmp(concept->kind, "case") == 0 && !add_case(finding, concept, NULL, error)) {
            return FALSE;
        }
    }
    return add_projects(finding, error);
}

gboolean samsok_cases_find(SamsokIndex *index, const SamsokCaseQuestion *question,
                           SamsokCases *cases, GError **error)
{
    const GPtrArray *projects = samsok_opened_projects(index, error);
    if (projects == NULL) {
        return FALSE;
    }
    g_clear_pointer(&cases->projects, g_ptr_array_unref);
    cases->projects = g_ptr_array_ref((GPtrArray *)projects); /* it outlives what the index has at hand */
    g_autoptr(SamsokProjectPlaces) places = samsok_project_places_new(index, cases->projects);
    g_autoptr(GPtrArray) filters = filters_of(index, question, cases, error);
    if (filters == NULL) {
        return FALSE;
    }
    Finding finding = {index, question, cases, places, filters, NULL};
    gboolean ok = find_few(&finding, error) && add_all(&finding, error);
    g_clear_pointer(&finding.found, g_hash_table_unref);
    return ok;
}

/* Learning points first, findings last; else in the order of numbers of documents. */
static gint by_kind(gconstpointer a, gconstpointer b)
{
    const SamsokPassageRecord *first = *(const SamsokPassageRecord *const *)a;
    const SamsokPassageRecord *second = *(const SamsokPassageRecord *const *)b;
    return (gint)samsok_point_kind_from_name(first->point.kind) -
           (gint)samsok_point_kind_from_name(second->point.kind);
}

/* A point's record is a passage's. */
gboolean samsok_cases_read_points(SamsokIndex *index, const SamsokCaseQuestion *question,
                                 SamsokCases *cases, GError **error)
{
    g_autoptr(SamsokProjectPlaces) places = samsok_project_places_new(index, cases->projects);
    g_autoptr(GPtrArray) filters = filters_of(index, question, cases, error);
    g_autoptr(GArray) docids = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    const Finding finding = {index, question, cases, places, filters, NULL};
    for (guint i = 0; filters != NULL && i < cases->cases->len; i++) {
        SamsokCase *one = g_ptr_array_index(cases->cases, i);
        g_array_set_size(docids, 0);
        if (!find_documents(&finding, one, SAMSOK_KIND_POINT, docids, error)) {
            return FALSE;
        }
        for (guint k = 0; k < docids->len; k++) {
            SamsokPassageRecord *point =
                samsok_lookup_match(index->reader, g_array_index(docids, uint32_t, k), error);
            if (point == NULL) {
                return FALSE;
            }
            g_ptr_array_add(one->points, point);
        }
    }
    for (guint i = 0; filters != NULL && i < cases->cases->len; i++) {
        g_ptr_array_sort(((SamsokCase *)g_ptr_array_index(cases->cases, i))->points, by_kind);
    }
    return filters != NULL;
}

bool samsok_case_kind_is_known(const char *name)
{
    return strcmp(name, source_vocabulary) == 0 || strcmp(name, source_structure) == 0 ||
           samsok_project_kind_from_name(name) != SAMSOK_PROJECT_KIND_COUNT;
}
