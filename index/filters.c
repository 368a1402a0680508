/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filter values become an OR of the boolean terms they stand for. */
#include "config.h"

#include "index/filters.h"

#include <string.h>

#include "core/base/limits.h"
#include "index/filter_concepts.h"
#include "index/opened.h"
#include "index/schema.h"

/* Terms found for a value. */
typedef struct {
    const char *prefix;
    const char *wanted;  /* folded */
    guint year_first;
    guint year_last;
    GPatternSpec *glob;
    GPtrArray *notes;    /* where to tell that nothing fits; NULL: nowhere */
    const char *what;    /* in such a note: "series" */
    const char *typed;
    GPtrArray *terms; /* of char * */
} Finding;

typedef bool (*Fits)(const Finding *finding, const char *value);

typedef struct {
    Finding *finding;
    Fits fits;
} Scan;

static const char *value_of(const Finding *finding, const char *term)
{
    const char *value = term + strlen(finding->prefix);
    return *value == ':' ? value + 1 : value;
}

static bool take_fitting(const char *term, uint32_t doc_count, void *data)
{
    (void)doc_count;
    const Scan *scan = data;
    if (scan->fits(scan->finding, value_of(scan->finding, term))) {
        g_ptr_array_add(scan->finding->terms, g_strdup(term));
    }
    return scan->finding->terms->len < SAMSOK_MAX_FILTER_TERMS;
}

static void init_finding(Finding *finding)
{
    finding->terms = g_ptr_array_new_with_free_func(g_free);
}

/* An OR of what was found; the finding is used up. */
static SamsokNode *found_node(Finding *finding)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    for (guint i = 0; i < finding->terms->len; i++) {
        g_ptr_array_add(nodes, samsok_node_term(g_ptr_array_index(finding->terms, i)));
    }
    g_clear_pointer(&finding->terms, g_ptr_array_unref);
    return samsok_node_combine(SAMSOK_OP_OR, (SamsokNode *const *)nodes->pdata, nodes->len);
}

/* The node of every term under finding->prefix whose value fits. */
static SamsokNode *scanned(SamsokDatabase *reader, Finding *finding, Fits fits, GError **error)
{
    init_finding(finding);
    Scan scan = {.finding = finding, .fits = fits};
    if (!samsok_database_each_term(reader, finding->prefix, take_fitting, &scan, error)) {
        g_clear_pointer(&finding->terms, g_ptr_array_unref);
        return NULL;
    }
    if (finding->terms->len == 0 && finding->notes != NULL) {
        samsok_query_note(finding->notes, "no %s '%.60s' in the index", finding->what, finding->typed);
    }
    return found_node(finding);
}

static bool fits_years(const Finding *finding, const char *value)
{
    guint first = 0;
    guint last = 0;
    return samsok_query_parse_years(value, &first, &last) && first == last &&
           first >= finding->year_first && first <= finding->year_last;
}

/* «difi» is difi-rapport and difi-notat; «difi-rapport» is that one. */
static bool fits_series(const Finding *finding, const char *value)
{
    size_t len = strlen(finding->wanted);
    return len > 0 && strncmp(value, finding->wanted, len) == 0 &&
           (value[len] == '\0' || value[len] == '-');
}

/* Any names of the author, whole: «hansen» is per-hansen. */
static bool fits_author(const Finding *finding, const char *value)
{
    g_autofree char *folded = samsok_schema_fold(value);
    g_autofree char *between = g_strdup_printf("-%s-", folded);
    g_autofree char *wanted = g_strdup_printf("-%s-", finding->wanted);
    return *finding->wanted != '\0' && strstr(between, wanted) != NULL;
}

/* «2014-7» is difi-rapport-2014-7; a name with its series must be it. */
static bool fits_number(const Finding *finding, const char *value)
{
    size_t value_len = strlen(value);
    size_t len = strlen(finding->wanted);
    return len > 0 && len <= value_len && strcmp(value + value_len - len, finding->wanted) == 0 &&
           (len == value_len || value[value_len - len - 1] == '-');
}

/* «pdf» is application/pdf; «text/plain» is itself. */
static bool fits_media(const Finding *finding, const char *value)
{
    const char *slash = strchr(value, '/');
    return strcmp(value, finding->wanted) == 0 ||
           (slash != NULL && strcmp(slash + 1, finding->wanted) == 0);
}

static SamsokNode *years_node(SamsokDatabase *reader, guint first, guint last, GError **error)
{
    Finding finding = {.prefix = SAMSOK_PREFIX_YEAR, .year_first = first, .year_last = last};
    return scanned(reader, &finding, fits_years, error);
}

static SamsokNode *term_node(const char *prefix, const char *value)
{
    g_autofree char *term = samsok_schema_term(prefix, value);
    return samsok_node_term(term);
}

static SamsokNode *language_node(const char *name)
{
    const char *const *codes = samsok_query_languages(name);
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    for (guint i = 0; codes != NULL && codes[i] != NULL; i++) {
        g_ptr_array_add(nodes, term_node(SAMSOK_PREFIX_LANGUAGE, codes[i]));
    }
    return samsok_node_combine(SAMSOK_OP_OR, (SamsokNode *const *)nodes->pdata, nodes->len);
}

/* A report by its id, else by its number with or without its series. */
static SamsokNode *report_node(SamsokDatabase *reader, const char *value, GPtrArray *notes,
                               GError **error)
{
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_REPORT, value);
    uint32_t count = 0;
    if (!samsok_database_term_count(reader, term, &count, error)) {
        return NULL;
    }
    if (count > 0) {
        return samsok_node_term(term);
    }
    g_autofree char *number = samsok_schema_number("", value);
    Finding finding = {.prefix = SAMSOK_PREFIX_NUMBER, .wanted = number, .notes = notes,
                       .what = "report", .typed = value};
    return scanned(reader, &finding, fits_number, error);
}

/* The kinds of section by their Norwegian names. */
static const char *section_kind(const char *folded)
{
    static const char *const names[][2] = {
        {"sammendrag", "summary"}, {"samandrag", "summary"},   {"forord", "preface"},
        {"foreord", "preface"},    {"vedlegg", "appendix"},    {"litteratur", "references"},
        {"referanser", "references"}, {"innhold", "contents"}, {"innhald", "contents"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(folded, names[i][0]) == 0) {
            return names[i][1];
        }
    }
    return folded;
}

/* A kind of section, else a media type. */
static SamsokNode *kind_node(SamsokDatabase *reader, const char *value, GPtrArray *notes,
                             GError **error)
{
    g_autofree char *folded = g_utf8_strdown(value, -1);
    const char *kind = section_kind(folded);
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_SECTION, kind);
    uint32_t count = 0;
    if (!samsok_database_term_count(reader, term, &count, error)) {
        return NULL;
    }
    if (count > 0) {
        return samsok_node_term(term);
    }
    Finding finding = {.prefix = SAMSOK_PREFIX_MEDIA, .wanted = folded, .notes = notes,
                       .what = "kind of section or media type", .typed = value};
    return scanned(reader, &finding, fits_media, error);
}

SamsokNode *samsok_filter_leaf(SamsokIndex *index, const SamsokQueryNode *leaf, GPtrArray *notes,
                               GError **error)
{
    SamsokDatabase *reader = index->reader;
    g_autofree char *folded = samsok_schema_fold(leaf->text);
    Finding finding = {.wanted = folded, .notes = notes, .typed = leaf->text};
    switch (leaf->field) {
    case SAMSOK_QUERY_FIELD_YEAR:
        return years_node(reader, leaf->year_first, leaf->year_last, error);
    case SAMSOK_QUERY_FIELD_REPORT:
        return report_node(reader, leaf->text, notes, error);
    case SAMSOK_QUERY_FIELD_SERIES:
        finding.prefix = SAMSOK_PREFIX_SERIES;
        finding.what = "series";
        return scanned(reader, &finding, fits_series, error);
    case SAMSOK_QUERY_FIELD_AUTHOR:
        finding.prefix = SAMSOK_PREFIX_AUTHOR;
        finding.what = "author";
        return scanned(reader, &finding, fits_author, error);
    case SAMSOK_QUERY_FIELD_LANGUAGE:
        return language_node(leaf->text);
    case SAMSOK_QUERY_FIELD_CONCEPT:
    case SAMSOK_QUERY_FIELD_ROLE:
    case SAMSOK_QUERY_FIELD_INSTRUMENT:
    case SAMSOK_QUERY_FIELD_MECHANISM:
    case SAMSOK_QUERY_FIELD_STEP:
    case SAMSOK_QUERY_FIELD_CASE:
    case SAMSOK_QUERY_FIELD_ACTOR:
        return samsok_filter_concept_node(index, leaf, notes, error);
    case SAMSOK_QUERY_FIELD_KIND:
        return kind_node(reader, leaf->text, notes, error);
    case SAMSOK_QUERY_FIELD_TEXT:
    case SAMSOK_QUERY_FIELD_TITLE:
    case SAMSOK_QUERY_FIELD_SECTION:
    case SAMSOK_QUERY_FIELD_COUNT:
        break;
    }
    return samsok_node_none();
}

static bool fits_glob(const Finding *finding, const char *path)
{
    return g_pattern_spec_match_string(finding->glob, path);
}

/* A path that is too long for a term stands there as a digest: its report must say. */
static bool may_fit(const Finding *finding, const char *value)
{
    return *value != '/' || fits_glob(finding, value);
}

/* The filters of the reports with a path. */
typedef struct {
    const Finding *finding;
    GPtrArray *terms; /* of char * */
    GError *failure;
} PathReports;

static bool take_path(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)docid;
    PathReports *reports = data;
    g_autoptr(SamsokReportRecord) report =
        samsok_report_record_unpack(bytes, len, &reports->failure);
    if (report != NULL && fits_glob(reports->finding, report->path)) {
        g_ptr_array_add(reports->terms, samsok_schema_term(SAMSOK_PREFIX_REPORT, report->id));
    }
    return report != NULL;
}

/* Puts the terms of reports in place of the terms of paths. */
static gboolean take_reports(SamsokDatabase *reader, Finding *finding, GError **error)
{
    PathReports reports = {.finding = finding};
    reports.terms = g_ptr_array_new_with_free_func(g_free);
    gboolean ok = TRUE;
    for (guint i = 0; ok && i < finding->terms->len; i++) {
        const char *term = g_ptr_array_index(finding->terms, i);
        ok = samsok_database_each_document(reader, term, take_path, &reports, error);
        if (reports.failure != NULL) {
            g_propagate_error(error, g_steal_pointer(&reports.failure));
            ok = FALSE;
        }
    }
    g_ptr_array_unref(finding->terms);
    finding->terms = reports.terms;
    return ok;
}

static SamsokNode *path_node(SamsokDatabase *reader, const char *path_glob, GPtrArray *notes,
                             GError **error)
{
    /* As git has it, a glob without a leading '*' or '/' means any folder before it, and one that ends in '/'
     * all that is below the folder. */
    bool is_anchored = *path_glob == '/' || *path_glob == '*';
    bool is_folder = g_str_has_suffix(path_glob, "/");
    g_autofree char *pattern = g_strconcat(is_anchored ? "" : "*/", path_glob, is_folder ? "*" : "", NULL);
    g_autoptr(GPatternSpec) glob = g_pattern_spec_new(pattern);
    Finding finding = {.prefix = SAMSOK_PREFIX_PATH, .glob = glob};
    init_finding(&finding);
    Scan scan = {.finding = &finding, .fits = may_fit};
    if (!samsok_database_each_term(reader, finding.prefix, take_fitting, &scan, error) ||
        !take_reports(reader, &finding, error)) {
        g_clear_pointer(&finding.terms, g_ptr_array_unref);
        return NULL;
    }
    if (finding.terms->len == 0) {
        samsok_query_note(notes, "no file '%.60s' in the index", path_glob);
    }
    return found_node(&finding);
}

/* Makes one node of all `values` of one field: any of them. */
static SamsokNode *any_value(SamsokIndex *index, SamsokQueryField field,
                             const char *const *values, GPtrArray *notes, GError **error)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new_with_free_func((GDestroyNotify)samsok_node_free);
    for (guint i = 0; values[i] != NULL; i++) {
        SamsokQueryNode leaf = {.kind = SAMSOK_QUERY_VALUE, .field = field, .text = values[i]};
        SamsokNode *node = samsok_filter_leaf(index, &leaf, notes, error);
        if (node == NULL) {
            return NULL;
        }
        g_ptr_array_add(nodes, node);
    }
    g_ptr_array_set_free_func(nodes, NULL);
    return samsok_node_combine(SAMSOK_OP_OR, (SamsokNode *const *)nodes->pdata, nodes->len);
}

static gboolean add_node(GPtrArray *out, SamsokNode *node)
{
    if (node != NULL) {
        g_ptr_array_add(out, node);
    }
    return node != NULL;
}

static SamsokNode *point_kinds_node(const char *const *kinds)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    for (guint i = 0; kinds[i] != NULL; i++) {
        g_ptr_array_add(nodes, term_node(SAMSOK_PREFIX_POINT, kinds[i]));
    }
    return samsok_node_combine(SAMSOK_OP_OR, (SamsokNode *const *)nodes->pdata, nodes->len);
}

gboolean samsok_filter_nodes(SamsokIndex *index, const SamsokFilters *filters, GPtrArray *notes,
                             GPtrArray *out, GError **error)
{
    const struct {
        SamsokQueryField field;
        const char *const *values;
    } lists[] = {
        {SAMSOK_QUERY_FIELD_REPORT, filters->reports},
        {SAMSOK_QUERY_FIELD_SERIES, filters->series},
        {SAMSOK_QUERY_FIELD_LANGUAGE, filters->languages},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        const char *const *values = lists[i].values;
        if (values != NULL && values[0] != NULL &&
            !add_node(out, any_value(index, lists[i].field, values, notes, error))) {
            return FALSE;
        }
    }
    for (guint i = 0; filters->concepts != NULL && filters->concepts[i] != NULL; i++) {
        const char *const one[] = {filters->concepts[i], NULL};
        if (!add_node(out, any_value(index, SAMSOK_QUERY_FIELD_CONCEPT, one, notes, error))) {
            return FALSE;
        }
    }
    if (filters->point_kinds != NULL &&
        !add_node(out, point_kinds_node(filters->point_kinds))) {
        return FALSE;
    }
    if (filters->year_first > 0 || filters->year_last > 0) {
        guint last = filters->year_last > 0 ? filters->year_last : G_MAXUINT;
        if (!add_node(out, years_node(index->reader, filters->year_first, last, error))) {
            return FALSE;
        }
    }
    return filters->path_glob == NULL ||
           add_node(out, path_node(index->reader, filters->path_glob, notes, error));
}

SamsokNode *samsok_filter_except(const char *id)
{
    if (strchr(id, '#') == NULL) {
        return term_node(SAMSOK_PREFIX_REPORT, id);
    }
    guint8 order[SAMSOK_ORDER_BYTES];
    samsok_schema_order(id, order);
    return samsok_node_slot(SAMSOK_SLOT_ORDER, order, sizeof order);
}
