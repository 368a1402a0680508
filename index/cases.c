/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a question about cases to a page of cards. */
#include "config.h"

#include "index/cases.h"

#include <string.h>

#include "core/base/error.h"
#include "index/cases-private.h"
#include "index/lookup.h"
#include "index/opened.h"
#include "index/passages.h"
#include "index/tagged.h"

static void report_free(gpointer report)
{
    samsok_report_record_free(report);
}

void samsok_cases_free(SamsokCases *cases)
{
    if (cases == NULL) {
        return;
    }
    g_ptr_array_unref(cases->cases);
    g_ptr_array_unref(cases->notes);
    g_hash_table_unref(cases->reports);
    g_clear_pointer(&cases->projects, g_ptr_array_unref);
    samsok_thesaurus_free(cases->thesaurus);
    g_free(cases);
}

static SamsokCases *cases_new(SamsokThesaurus *thesaurus)
{
    SamsokCases *cases = g_new0(SamsokCases, 1);
    cases->thesaurus = thesaurus;
    cases->cases = g_ptr_array_new_with_free_func(samsok_case_free);
    cases->notes = g_ptr_array_new_with_free_func(g_free);
    cases->reports = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, report_free);
    return cases;
}

/* ---- What --like names ---- */

static SamsokCase *find_case(const SamsokCases *cases, const char *id)
{
    for (guint i = 0; i < cases->cases->len; i++) {
        SamsokCase *one = g_ptr_array_index(cases->cases, i);
        if (strcmp(one->concept->id, id) == 0) {
            return one;
        }
    }
    return NULL;
}

static bool is_case(const SamsokCases *cases, const char *id)
{
    const SamsokConcept *concept = samsok_thesaurus_find(cases->thesaurus, id);
    bool is_known = concept != NULL && strcmp(concept->kind, "case") == 0;
    for (guint i = 0; !is_known && i < cases->projects->len; i++) {
        const SamsokProjectCase *project = g_ptr_array_index(cases->projects, i);
        is_known = strcmp(project->concept.id, id) == 0;
    }
    return is_known;
}

/* The passages of a case that the filters left out; NULL, which may be without an error, when nothing tells of
 * it. Owner: the caller. */
static GPtrArray *passages_of_left_out(SamsokIndex *index, const char *id, GError **error)
{
    const SamsokCaseQuestion alone = {.only = id};
    SamsokThesaurus *thesaurus = samsok_tagged_thesaurus(index->reader, error);
    if (thesaurus == NULL) {
        return NULL;
    }
    g_autoptr(SamsokCases) found = cases_new(thesaurus);
    if (!samsok_cases_find(index, &alone, found, error)) {
        return NULL;
    }
    SamsokCase *one = find_case(found, id);
    return one != NULL && samsok_case_read(index, found, one, true, error) ? g_ptr_array_ref(one->passages)
                                                                          : NULL;
}

/* The passages behind `id`. A case's are taken off `cases`: it is not like itself. Owner: the caller. */
static GPtrArray *model_of(SamsokIndex *index, SamsokCases *cases, const char *id, GError **error)
{
    SamsokCase *one = find_case(cases, id);
    if (one != NULL && !samsok_case_read(index, cases, one, true, error)) {
        return NULL;
    }
    if (one != NULL) {
        GPtrArray *own = g_ptr_array_ref(one->passages);
        g_ptr_array_remove(cases->cases, one);
        return own;
    }
    g_autoptr(GError) failure = NULL;
    GPtrArray *left_out = is_case(cases, id) ? passages_of_left_out(index, id, &failure) : NULL;
    if (left_out != NULL) {
        return left_out;
    }
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return NULL;
    }
    if (strchr(id, '#') == NULL) {
        g_autoptr(SamsokReportRecord) report = samsok_lookup_report(index->reader, id, &failure);
        if (g_error_matches(failure, SAMSOK_ERROR, SAMSOK_ERROR_MISSING)) {
            g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING,
                        "no case or report '%s' in the index", id);
        } else if (failure != NULL) {
            g_propagate_error(error, g_steal_pointer(&failure));
        }
        return report == NULL ? NULL : samsok_passages_load(index->reader, id, error);
    }
    SamsokPassageRecord *passage = samsok_lookup_passage(index->reader, id, error);
    if (passage == NULL) {
        return NULL;
    }
    GPtrArray *alone = g_ptr_array_new_with_free_func((GDestroyNotify)samsok_passage_record_free);
    g_ptr_array_add(alone, passage);
    return alone;
}

/* ---- The page ---- */

static gint by_score(gconstpointer a, gconstpointer b)
{
    const SamsokCase *first = *(const SamsokCase *const *)a;
    const SamsokCase *second = *(const SamsokCase *const *)b;
    if (first->score != second->score) {
        return first->score > second->score ? -1 : 1;
    }
    if (first->docids->len != second->docids->len) {
        return first->docids->len > second->docids->len ? -1 : 1;
    }
    return strcmp(first->concept->id, second->concept->id);
}

static void cut_page(SamsokCases *cases, const SamsokCaseQuestion *question)
{
    g_ptr_array_sort(cases->cases, by_score);
    cases->total = cases->cases->len;
    guint offset = MIN(question->offset, cases->total);
    for (guint i = 0; i < cases->total; i++) {
        ((SamsokCase *)g_ptr_array_index(cases->cases, i))->rank = i + 1;
    }
    if (offset > 0) {
        g_ptr_array_remove_range(cases->cases, 0, offset);
    }
    if (cases->cases->len > question->count) {
        g_ptr_array_set_size(cases->cases, (gint)question->count);
    }
}

/* What the cards of the page show. */
static gboolean read_page(SamsokIndex *index, const SamsokCaseQuestion *question,
                          SamsokCases *cases, GError **error)
{
    for (guint i = 0; i < cases->cases->len; i++) {
        SamsokCase *one = g_ptr_array_index(cases->cases, i);
        if (!samsok_case_read(index, cases, one, false, error)) {
            return FALSE;
        }
    }
    return samsok_cases_read_points(index, question, cases, error);
}

typedef struct {
    const SamsokCaseQuestion *question;
    SamsokCases *cases;
} Asking;

static gboolean try_cases(SamsokIndex *index, void *data, GError **error)
{
    Asking *asking = data;
    const SamsokCaseQuestion *question = asking->question;
    g_clear_pointer(&asking->cases, samsok_cases_free);
    SamsokThesaurus *thesaurus = samsok_tagged_thesaurus(index->reader, error);
    if (thesaurus == NULL) {
        return FALSE;
    }
    asking->cases = cases_new(thesaurus);
    if (!samsok_cases_find(index, question, asking->cases, error)) {
        return FALSE;
    }
    g_autoptr(GPtrArray) model = NULL;
    if (question->like != NULL) {
        model = model_of(index, asking->cases, question->like, error);
        if (model == NULL) {
            return FALSE;
        }
    }
    const GPtrArray *wanted = model == NULL ? question->model : model;
    bool is_ranked = question->query != NULL || wanted != NULL;
    if (is_ranked && !samsok_cases_score(index, question->query, wanted, asking->cases, error)) {
        return FALSE;
    }
    cut_page(asking->cases, question);
    return read_page(index, question, asking->cases, error);
}

SamsokCases *samsok_index_cases(SamsokIndex *index, const SamsokCaseQuestion *question,
                                GError **error)
{
    Asking asking = {.question = question};
    if (!samsok_index_retry(index, try_cases, &asking, error)) {
        samsok_cases_free(asking.cases);
        return NULL;
    }
    return asking.cases;
}
