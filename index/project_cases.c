/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings the names of undertakings that reports hold together to cases. */
#include "config.h"

#include "index/project_cases.h"

#include <string.h>

#include "core/base/limits.h"
#include "index/project_extra.h"
#include "index/schema.h"

static void label_free(gpointer data)
{
    SamsokConceptLabel *label = data;
    g_free((char *)label->text);
    g_free((char *)label->folded);
    g_free(label);
}

static void case_free(gpointer data)
{
    SamsokProjectCase *one = data;
    g_free((char *)one->concept.id);
    g_free((char *)one->concept.label);
    g_free((char *)one->concept.definition);
    g_ptr_array_unref(one->concept.broader);
    g_ptr_array_unref(one->concept.labels);
    g_ptr_array_unref(one->subject_of);
    g_free(one);
}

/* ---- What the vocabulary has ---- */

typedef struct {
    GHashTable *by_id;     /* lent by cases */
    GPtrArray *cases;
    GHashTable *names;     /* keys of all labels of the vocabulary */
    GPtrArray *case_names; /* of char *: those of its cases, a blank before and behind; lent by names */
    GError *failure;
} Collecting;

enum { LEAST_CASE_NAME_BYTES = 4, LEAST_COMPOUND_BYTES = 10 };

static void read_vocabulary(Collecting *all, const SamsokThesaurus *thesaurus)
{
    for (guint i = 0; i < samsok_thesaurus_count(thesaurus); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(thesaurus, i);
        for (guint k = 0; k < concept->labels->len; k++) {
            const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, k);
            char *key = samsok_project_key(label->text);
            if (strcmp(concept->kind, "case") == 0 && strlen(key) >= LEAST_CASE_NAME_BYTES) {
                g_ptr_array_add(all->case_names, g_strconcat(" ", key, " ", NULL));
            }
            g_hash_table_add(all->names, key);
        }
    }
}

/* True when the vocabulary has the name, or one inside it or around it is a case's. */
static bool is_of_vocabulary(const Collecting *all, const char *key)
{
    if (g_hash_table_contains(all->names, key)) {
        return true;
    }
    g_autofree char *words = g_strconcat(" ", key, " ", NULL);
    g_strdelimit(words, "«»\"()", ' ');
    bool has_words = strchr(key, ' ') != NULL || strlen(key) >= LEAST_COMPOUND_BYTES;
    for (guint i = 0; i < all->case_names->len; i++) {
        const char *name = g_ptr_array_index(all->case_names, i);
        if (strstr(words, name) != NULL || (has_words && strstr(name, words) != NULL)) {
            return true;
        }
    }
    return false;
}

/* ---- Collecting ---- */

static SamsokProjectCase *case_for(Collecting *all, const SamsokProjectRecord *project)
{
    g_autofree char *folded = samsok_schema_fold(project->key);
    if (*folded == '\0' || is_of_vocabulary(all, project->key)) {
        return NULL;
    }
    g_autofree char *id = g_strconcat(SAMSOK_PROJECT_CASE_PREFIX, folded, NULL);
    SamsokProjectCase *one = g_hash_table_lookup(all->by_id, id);
    if (one == NULL) {
        one = g_new0(SamsokProjectCase, 1);
        one->kind = SAMSOK_PROJECT_OTHER;
        one->subject_of = g_ptr_array_new_with_free_func(g_free);
        one->concept = (SamsokConcept){
            .id = g_steal_pointer(&id),
            .iri = "",
            .label = g_strdup(project->name),
            .kind = "case",
            .scheme = "",
            .definition = g_strdup(""),
            .broader = g_ptr_array_new(),
            .labels = g_ptr_array_new_with_free_func(label_free),
        };
        g_hash_table_insert(all->by_id, (gpointer)one->concept.id, one);
        g_ptr_array_add(all->cases, one);
    }
    return one;
}

static void add_label(SamsokProjectCase *one, const char *name)
{
    g_autofree char *folded = g_utf8_strdown(name, -1);
    for (guint i = 0; i < one->concept.labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(one->concept.labels, i);
        if (strcmp(label->folded, folded) == 0) {
            return;
        }
    }
    SamsokConceptLabel *label = g_new0(SamsokConceptLabel, 1);
    *label = (SamsokConceptLabel){
        .kind = SAMSOK_LABEL_ALTERNATIVE,
        .language = "",
        .text = g_strdup(name),
        .folded = g_steal_pointer(&folded),
    };
    g_ptr_array_add(one->concept.labels, label);
}

static void add_project(Collecting *all, const SamsokProjectRecord *project, const char *report)
{
    SamsokProjectCase *one = case_for(all, project);
    if (one == NULL) {
        return;
    }
    add_label(one, project->name);
    if (project->is_subject != 0) {
        g_ptr_array_add(one->subject_of, g_strdup(report));
    }
    one->count += project->count;
    one->reports++;
    one->is_supported = one->is_supported || project->is_supported != 0 || one->reports > 1;
    if (one->kind == SAMSOK_PROJECT_OTHER) {
        one->kind = samsok_project_kind_from_name(project->kind);
        one->kind = one->kind == SAMSOK_PROJECT_KIND_COUNT ? SAMSOK_PROJECT_OTHER : one->kind;
    }
    if (*one->concept.definition == '\0') {
        g_free((char *)one->concept.definition);
        one->concept.definition = g_strdup(project->definition);
    }
}

static bool collect(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)docid;
    Collecting *all = data;
    g_autoptr(SamsokProjectsRecord) record =
        samsok_projects_record_unpack(bytes, len, &all->failure);
    for (guint i = 0; record != NULL && i < record->projects->len; i++) {
        add_project(all, g_ptr_array_index(record->projects, i), record->report);
    }
    return record != NULL;
}

static gint by_count(gconstpointer a, gconstpointer b)
{
    const SamsokProjectCase *first = *(const SamsokProjectCase *const *)a;
    const SamsokProjectCase *second = *(const SamsokProjectCase *const *)b;
    if (first->count != second->count) {
        return first->count > second->count ? -1 : 1;
    }
    return strcmp(first->concept.id, second->concept.id);
}

static void keep_supported(GPtrArray *cases)
{
    for (guint i = cases->len; i > 0; i--) {
        const SamsokProjectCase *one = g_ptr_array_index(cases, i - 1);
        if (!one->is_supported) {
            g_ptr_array_remove_index_fast(cases, i - 1);
        }
    }
    g_ptr_array_sort(cases, by_count);
}

GPtrArray *samsok_project_cases(SamsokDatabase *reader, const SamsokThesaurus *thesaurus,
                                GError **error)
{
    g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func(case_free);
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) case_names = g_ptr_array_new_with_free_func(g_free);
    Collecting all = {.by_id = by_id, .cases = cases, .names = names, .case_names = case_names};
    read_vocabulary(&all, thesaurus);
    if (!samsok_database_each_document(reader, SAMSOK_KIND_PROJECTS, collect, &all, error)) {
        g_clear_error(&all.failure);
        return NULL;
    }
    if (all.failure != NULL) {
        g_propagate_error(error, all.failure);
        return NULL;
    }
    keep_supported(cases);
    return g_steal_pointer(&cases);
}

const SamsokProjectCase *samsok_project_case_meant(const GPtrArray *cases, const char *typed)
{
    g_autofree char *key = samsok_project_key(typed);
    g_autofree char *folded = samsok_schema_fold(key); /* as case_for makes an id of a name */
    g_autofree char *id = g_strconcat(SAMSOK_PROJECT_CASE_PREFIX, folded, NULL);
    for (guint i = 0; i < cases->len; i++) {
        const SamsokProjectCase *one = g_ptr_array_index(cases, i);
        if (strcmp(one->concept.id, key) == 0 || strcmp(one->concept.id, id) == 0) {
            return one;
        }
    }
    return NULL;
}

/* ---- Marking ---- */

void samsok_project_case_nodes(const SamsokProjectCase *one, SamsokAnalyser *analyser,
                               GPtrArray *nodes)
{
    g_autofree char *key = samsok_project_key(one->concept.label);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(analyser, key, "nb", tokens);
    for (guint i = 0; i < tokens->len; i++) {
        g_ptr_array_add(nodes, samsok_node_term(g_array_index(tokens, SamsokToken, i).stem));
    }
}

struct _SamsokProjectMarker {
    const SamsokProjectCase *const *cases;
    SamsokProjectSpotter *spotter;
    GArray *spots;   /* scratch */
    GPtrArray *made; /* of SamsokMentionRecord *: the mentions of the passage at hand */
    GHashTable *throughout; /* cases that a heading names, at hand */
    GHashTable *subjects;   /* report id → the case that the report is about; both lent by the cases */
};

SamsokProjectMarker *samsok_project_marker_new(const SamsokProjectCase *const *cases, guint count)
{
    SamsokProjectMarker *marker = g_new0(SamsokProjectMarker, 1);
    marker->cases = cases;
    marker->spotter = samsok_project_spotter_new();
    marker->subjects = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < count; i++) {
        samsok_project_spotter_add(marker->spotter, cases[i]->concept.label);
        for (guint k = 0; k < cases[i]->subject_of->len; k++) {
            g_hash_table_insert(marker->subjects, g_ptr_array_index(cases[i]->subject_of, k), (gpointer)cases[i]);
        }
    }
    marker->spots = g_array_new(FALSE, FALSE, sizeof(SamsokProjectSpot));
    marker->made = g_ptr_array_new_with_free_func(g_free);
    marker->throughout = g_hash_table_new(NULL, NULL);
    return marker;
}

void samsok_project_marker_free(SamsokProjectMarker *marker)
{
    if (marker == NULL) {
        return;
    }
    samsok_project_spotter_free(marker->spotter);
    g_array_unref(marker->spots);
    g_ptr_array_unref(marker->made);
    g_hash_table_unref(marker->throughout);
    g_hash_table_unref(marker->subjects);
    g_free(marker);
}

static void add_mention(SamsokProjectMarker *marker, const SamsokProjectCase *one, guint start,
                        guint end, const char *rule)
{
    const SamsokMentionRecord mention = {
        .concept = one->concept.id,
        .label = one->concept.label,
        .start = start,
        .end = end,
        .matched = one->concept.label,
        .rule = rule,
    };
    g_ptr_array_add(marker->made, samsok_mention_record_new(&mention));
}

/* A case that a heading names is named throughout what stands below it; one of a lead-in, in its list. */
static void mark_heading(SamsokProjectMarker *marker, const char *heading, const char *rule)
{
    g_array_set_size(marker->spots, 0);
    samsok_project_spotter_find(marker->spotter, heading, marker->spots);
    for (guint i = 0; i < marker->spots->len; i++) {
        guint name = g_array_index(marker->spots, SamsokProjectSpot, i).name;
        if (g_hash_table_add(marker->throughout, GUINT_TO_POINTER(name))) {
            add_mention(marker, marker->cases[name], 0, 0, rule);
        }
    }
}

/* What a point does not say itself: its lead-in, and else what its report is about. */
static void mark_point(SamsokProjectMarker *marker, const SamsokPassageRecord *point)
{
    mark_heading(marker, point->point.lead_in, "lead-in");
    const SamsokProjectCase *subject = g_hash_table_lookup(marker->subjects, point->report);
    if (subject != NULL && marker->made->len == 0) {
        add_mention(marker, subject, 0, 0, "report");
    }
}

/* The mentions of an unpacked passage are part of it. Those put in their place are freed one by one, as the
 * added ones have to be. */
static void join_mentions(const SamsokProjectMarker *marker, SamsokPassageRecord *passage)
{
    GPtrArray *mentions = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        g_ptr_array_add(mentions, samsok_mention_record_new(mention));
    }
    g_ptr_array_extend_and_steal(mentions, g_ptr_array_ref(marker->made));
    g_ptr_array_unref(passage->mentions);
    passage->mentions = mentions;
}

bool samsok_project_marker_mark(SamsokProjectMarker *marker, const char *title,
                                SamsokPassageRecord *passage)
{
    g_hash_table_remove_all(marker->throughout);
    g_ptr_array_set_size(marker->made, 0);
    mark_heading(marker, title, "structure");
    for (guint i = 0; passage->section_titles[i] != NULL; i++) {
        mark_heading(marker, passage->section_titles[i], "structure");
    }
    g_array_set_size(marker->spots, 0);
    samsok_project_spotter_find(marker->spotter, passage->text, marker->spots);
    for (guint i = 0; i < marker->spots->len; i++) {
        const SamsokProjectSpot *spot = &g_array_index(marker->spots, SamsokProjectSpot, i);
        add_mention(marker, marker->cases[spot->name], spot->start, spot->end, "name");
    }
    if (*passage->point.kind != '\0') {
        mark_point(marker, passage);
    }
    bool speaks = marker->made->len > 0;
    if (speaks) {
        join_mentions(marker, passage);
    }
    return speaks;
}
