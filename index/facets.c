/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts facets: the matches as a list of documents, met with the documents of each value. */
#include "config.h"

#include "index/facets.h"

#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/query/check.h"
#include "core/query/parse.h"
#include "index/expand.h"
#include "index/lookup.h"
#include "index/meant.h"
#include "index/opened.h"
#include "index/query_nodes.h"
#include "index/schema.h"

typedef struct {
    const char *name;
    const char *prefix;
    const char *concept_kind; /* of concepts, those of this kind alone; NULL: any */
} Kind;

static const Kind kinds[] = {
    {"series", SAMSOK_PREFIX_SERIES, NULL},     {"year", SAMSOK_PREFIX_YEAR, NULL},
    {"language", SAMSOK_PREFIX_LANGUAGE, NULL}, {"kind", SAMSOK_PREFIX_SECTION, NULL},
    {"concept", SAMSOK_PREFIX_CONCEPT, NULL},
};

/* The matches, and of which report each is. */
typedef struct {
    SamsokIndex *index;
    GArray *docids;      /* of uint32_t, rising */
    guint *reports;      /* for each of them its report's number, from 1; 0: unknown */
    GPtrArray *ids;      /* of char *: the id of report number i + 1 */
    guint *counted;      /* for each report the value it was last counted for */
    guint value_number;  /* of the value at hand, from 1 */
    double scale;        /* all matches by those in docids */
    const SamsokThesaurus *thesaurus; /* names of concepts, lent; NULL until they are wanted */
} Matches;

static void matches_clear(Matches *matches)
{
    g_clear_pointer(&matches->docids, g_array_unref);
    g_clear_pointer(&matches->ids, g_ptr_array_unref);
    g_clear_pointer(&matches->reports, g_free);
    g_clear_pointer(&matches->counted, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Matches, matches_clear)

/* What is counted under `name`; false when nothing is. */
static bool find_kind(const char *name, Kind *out)
{
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].name, name) == 0) {
            *out = kinds[i];
            return true;
        }
    }
    bool is_any = strcmp(name, "begrep") == 0 || strcmp(name, "omgrep") == 0;
    *out = (Kind){name, SAMSOK_PREFIX_CONCEPT, samsok_meant_kind(name)};
    return is_any || out->concept_kind != NULL;
}

bool samsok_facet_is_known(const char *name)
{
    Kind kind = {0};
    return find_kind(name, &kind);
}

static void value_free(gpointer data)
{
    SamsokFacetValue *value = data;
    g_free(value->value);
    g_free(value->label);
    g_free(value);
}

static void facet_free(gpointer data)
{
    SamsokFacet *facet = data;
    g_free(facet->name);
    g_ptr_array_unref(facet->values);
    g_free(facet);
}

void samsok_facets_free(SamsokFacets *facets)
{
    if (facets == NULL) {
        return;
    }
    g_ptr_array_unref(facets->facets);
    g_free(facets);
}

/* ---- What matches ---- */

static gboolean passes(SamsokIndex *index, SamsokQueryCheck *check, uint32_t docid, bool *out_passes,
                       GError **error)
{
    g_autoptr(SamsokPassageRecord) passage = samsok_lookup_match(index->reader, docid, error);
    if (passage == NULL) {
        return FALSE;
    }
    g_autofree char *title = samsok_query_check_reads_title(check)
                                 ? samsok_lookup_title(index->reader, passage->report, error)
                                 : g_strdup("");
    if (title == NULL) {
        return FALSE;
    }
    SamsokQueryTarget target = {
        .text = passage->text,
        .language = passage->language,
        .title = title,
        .section_number = passage->section_number,
        .section_titles = passage->section_titles,
    };
    *out_passes = samsok_query_check_matches(check, &target);
    return TRUE;
}

/* Leaves those that pass the check. When there are too many to look at, as many as there are passing
 * among the first stand for all. */
static gboolean keep_passing(Matches *matches, SamsokQueryCheck *check, GError **error)
{
    guint examined = MIN(matches->docids->len, SAMSOK_MAX_CANDIDATES);
    guint kept = 0;
    if (examined > 0) {
        matches->scale *= (double)matches->docids->len / examined;
    }
    for (guint i = 0; i < examined; i++) {
        uint32_t docid = g_array_index(matches->docids, uint32_t, i);
        bool is_kept = false;
        if (!passes(matches->index, check, docid, &is_kept, error)) {
            return FALSE;
        }
        if (is_kept) {
            g_array_index(matches->docids, uint32_t, kept++) = docid;
        }
    }
    g_array_set_size(matches->docids, kept);
    return TRUE;
}

static gint by_docid(gconstpointer a, gconstpointer b)
{
    uint32_t first = *(const uint32_t *)a;
    uint32_t second = *(const uint32_t *)b;
    return first < second ? -1 : first > second;
}

static gboolean collect(Matches *matches, SamsokNode *node, GError **error)
{
    SamsokSearchOptions options = {
        .count = SAMSOK_MAX_COUNTED_CANDIDATES,
        .check_at_least = SAMSOK_MAX_COUNTED_CANDIDATES,
    };
    g_autoptr(SamsokNode) unweighted = samsok_node_scale(node, 0);
    g_autoptr(GArray) found = NULL;
    uint32_t total = 0;
    if (!samsok_database_search(matches->index->reader, unweighted, &options, &found, &total, NULL,
                                error)) {
        return FALSE;
    }
    matches->docids = g_array_sized_new(FALSE, FALSE, sizeof(uint32_t), found->len);
    for (guint i = 0; i < found->len; i++) {
        g_array_append_val(matches->docids, g_array_index(found, SamsokMatch, i).docid);
    }
    g_array_sort(matches->docids, by_docid);
    bool is_cut = found->len == SAMSOK_MAX_COUNTED_CANDIDATES && total > found->len;
    matches->scale = is_cut ? (double)total / found->len : 1;
    return TRUE;
}

static gboolean find_matches(Matches *matches, const SamsokQuestion *question, GError **error)
{
    SamsokIndex *index = matches->index;
    if (question->query == NULL) {
        return collect(matches, samsok_node_term(SAMSOK_KIND_PASSAGE), error);
    }
    g_autofree char *text = samsok_text_clean(question->query, strlen(question->query), NULL);
    g_autoptr(SamsokQuery) query = samsok_query_parse(text, index->analyser);
    g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
    if (!samsok_query_expand(index, query, error)) {
        return FALSE;
    }
    SamsokNode *node = samsok_query_nodes(index, query, &question->filters, NULL, notes,
                                          error);
    if (node == NULL || !collect(matches, node, error)) {
        return FALSE;
    }
    if (!samsok_query_needs_check(query)) {
        return TRUE;
    }
    g_autoptr(SamsokQueryCheck) check = samsok_query_check_new(query, index->analyser);
    return keep_passing(matches, check, error);
}

/* ---- Whose they are ---- */

static bool add_term(const char *term, uint32_t doc_count, void *data)
{
    (void)doc_count;
    g_ptr_array_add(data, g_strdup(term));
    return true;
}

/* The terms under `prefix`, of char *. NULL on error. */
static GPtrArray *terms_under(const Matches *matches, const char *prefix, GError **error)
{
    g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func(g_free);
    if (!samsok_database_each_term(matches->index->reader, prefix, add_term, terms, error)) {
        return NULL;
    }
    return g_steal_pointer(&terms);
}

static const char *value_of(const char *term, const char *prefix)
{
    const char *value = term + strlen(prefix);
    return *value == ':' ? value + 1 : value;
}

static void set_report(guint place, void *data)
{
    Matches *matches = data;
    matches->reports[place] = matches->ids->len + 1;
}

static gboolean find_reports(Matches *matches, GError **error)
{
    guint count = matches->docids->len;
    matches->reports = g_new0(guint, MAX(count, 1));
    matches->ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) terms =
        count == 0 ? g_ptr_array_new() : terms_under(matches, SAMSOK_PREFIX_REPORT, error);
    if (terms == NULL) {
        return FALSE;
    }
    for (guint i = 0; i < terms->len; i++) {
        const char *term = g_ptr_array_index(terms, i);
        if (!samsok_database_meet(matches->index->reader, term, matches->docids, set_report, matches,
                                  error)) {
            return FALSE;
        }
        g_ptr_array_add(matches->ids, g_strdup(value_of(term, SAMSOK_PREFIX_REPORT)));
    }
    matches->counted = g_new0(guint, matches->ids->len + 1);
    return TRUE;
}

/* ---- Counting ---- */

typedef struct {
    Matches *matches;
    uint64_t passages;
    uint64_t reports;
    guint first_report; /* number of a report that has the value; 0: none */
} Count;

static void count_match(guint place, void *data)
{
    Count *count = data;
    Matches *matches = count->matches;
    guint report = matches->reports[place];
    count->passages++;
    if (report != 0 && matches->counted[report] != matches->value_number) {
        matches->counted[report] = matches->value_number;
        count->reports++;
        count->first_report = count->first_report == 0 ? report : count->first_report;
    }
}

/* As people write it, for those values that are codes. Series are written as their reports do. */
static char *label_of(const Count *count, const Kind *kind, const char *value)
{
    static const char *const labels[][2] = {
        {"nb", "bokmål"}, {"nn", "nynorsk"}, {"en", "engelsk"}, {"body", "brødtekst"},
        {"summary", "sammendrag"}, {"preface", "forord"}, {"appendix", "vedlegg"},
        {"references", "litteratur"}, {"contents", "innhold"},
    };
    const Matches *matches = count->matches;
    bool is_code = strcmp(kind->name, "language") == 0 || strcmp(kind->name, "kind") == 0;
    for (guint i = 0; is_code && i < G_N_ELEMENTS(labels); i++) {
        if (strcmp(labels[i][0], value) == 0) {
            return g_strdup(labels[i][1]);
        }
    }
    if (matches->thesaurus != NULL && strcmp(kind->prefix, SAMSOK_PREFIX_CONCEPT) == 0) {
        const SamsokConcept *concept = samsok_thesaurus_find(matches->thesaurus, value);
        return g_strdup(concept == NULL ? value : concept->label);
    }
    if (strcmp(kind->name, "series") == 0 && count->first_report != 0) {
        const char *id = g_ptr_array_index(matches->ids, count->first_report - 1);
        g_autoptr(SamsokReportRecord) report =
            samsok_lookup_report(matches->index->reader, id, NULL);
        return g_strdup(report == NULL || *report->series == '\0' ? value : report->series);
    }
    return g_strdup(value);
}

static gint by_count(gconstpointer a, gconstpointer b)
{
    const SamsokFacetValue *first = *(const SamsokFacetValue *const *)a;
    const SamsokFacetValue *second = *(const SamsokFacetValue *const *)b;
    if (first->passages != second->passages) {
        return first->passages > second->passages ? -1 : 1;
    }
    return strcmp(first->value, second->value);
}

static gboolean count_value(Matches *matches, const Kind *kind, const char *term, SamsokFacet *facet,
                            GError **error)
{
    Count count = {.matches = matches};
    matches->value_number++;
    if (!samsok_database_meet(matches->index->reader, term, matches->docids, count_match, &count,
                              error)) {
        return FALSE;
    }
    if (count.passages > 0) {
        const char *name = value_of(term, kind->prefix);
        SamsokFacetValue *value = g_new0(SamsokFacetValue, 1);
        value->value = g_strdup(name);
        value->label = label_of(&count, kind, name);
        value->passages = (uint64_t)((double)count.passages * matches->scale + 0.5);
        value->reports = count.reports;
        g_ptr_array_add(facet->values, value);
    }
    return TRUE;
}

/* True when the value behind `term` is counted under `kind`. */
static bool is_of_kind(const Matches *matches, const Kind *kind, const char *term)
{
    if (kind->concept_kind == NULL) {
        return true;
    }
    const SamsokConcept *concept =
        samsok_thesaurus_find(matches->thesaurus, value_of(term, kind->prefix));
    return concept != NULL && strcmp(concept->kind, kind->concept_kind) == 0;
}

static gboolean count_facet(Matches *matches, const char *name, SamsokFacets *facets, GError **error)
{
    Kind found = {0};
    const Kind *kind = find_kind(name, &found) ? &found : NULL;
    g_assert(kind != NULL);
    if (strcmp(kind->prefix, SAMSOK_PREFIX_CONCEPT) == 0) {
        matches->thesaurus = samsok_opened_thesaurus(matches->index, error);
        if (matches->thesaurus == NULL) {
            return FALSE;
        }
    }
    SamsokFacet *facet = g_new0(SamsokFacet, 1);
    facet->name = g_strdup(name);
    facet->values = g_ptr_array_new_with_free_func(value_free);
    g_ptr_array_add(facets->facets, facet);
    g_autoptr(GPtrArray) terms = terms_under(matches, kind->prefix, error);
    if (terms == NULL) {
        return FALSE;
    }
    for (guint i = 0; i < terms->len; i++) {
        const char *term = g_ptr_array_index(terms, i);
        if (is_of_kind(matches, kind, term) && !count_value(matches, kind, term, facet, error)) {
            return FALSE;
        }
    }
    g_ptr_array_sort(facet->values, by_count);
    return TRUE;
}

typedef struct {
    const SamsokQuestion *question;
    const char *const *names;
    SamsokFacets *facets;
} Wanted;

static gboolean try_facets(SamsokIndex *index, void *data, GError **error)
{
    Wanted *wanted = data;
    g_ptr_array_set_size(wanted->facets->facets, 0);
    g_auto(Matches) matches = {.index = index};
    if (!find_matches(&matches, wanted->question, error) || !find_reports(&matches, error)) {
        return FALSE;
    }
    for (guint i = 0; wanted->names[i] != NULL; i++) {
        if (!count_facet(&matches, wanted->names[i], wanted->facets, error)) {
            return FALSE;
        }
    }
    wanted->facets->is_exact = matches.scale <= 1;
    return TRUE;
}

SamsokFacets *samsok_index_facets(SamsokIndex *index, const SamsokQuestion *question,
                                  const char *const *names, GError **error)
{
    g_autoptr(SamsokFacets) facets = g_new0(SamsokFacets, 1);
    facets->facets = g_ptr_array_new_with_free_func(facet_free);
    Wanted wanted = {.question = question, .names = names, .facets = facets};
    if (!samsok_index_retry(index, try_facets, &wanted, error)) {
        return NULL;
    }
    return g_steal_pointer(&facets);
}
