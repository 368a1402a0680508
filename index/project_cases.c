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
    g_ptr_array_unref(one->bare_in);
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

/* The key of a name without its place. Owner: the caller. */
static char *base_key(const char *name)
{
    g_autofree char *base = samsok_project_base(name);
    return samsok_project_key(base);
}

static void read_vocabulary(Collecting *all, const SamsokThesaurus *thesaurus)
{
    for (guint i = 0; i < samsok_thesaurus_count(thesaurus); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(thesaurus, i);
        for (guint k = 0; k < concept->labels->len; k++) {
            const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, k);
            char *key = base_key(label->text);
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

/* Owner: the caller; NULL for a key without a letter. */
static char *id_of(const char *key)
{
    g_autofree char *folded = samsok_schema_fold(key);
    return *folded == '\0' ? NULL : g_strconcat(SAMSOK_PROJECT_CASE_PREFIX, folded, NULL);
}

static SamsokProjectCase *case_for(Collecting *all, const SamsokProjectRecord *project)
{
    g_autofree char *base = base_key(project->name);
    g_autofree char *id = id_of(project->key);
    if (id == NULL || is_of_vocabulary(all, base)) {
        return NULL;
    }
    SamsokProjectCase *one = g_hash_table_lookup(all->by_id, id);
    if (one == NULL) {
        one = g_new0(SamsokProjectCase, 1);
        one->kind = SAMSOK_PROJECT_OTHER;
        one->subject_of = g_ptr_array_new_with_free_func(g_free);
        one->bare_in = g_ptr_array_new_with_free_func(g_free);
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
    if (project->is_bare_too != 0) {
        g_ptr_array_add(one->bare_in, g_strdup(report));
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

/* ---- Names with and without their place ---- */

/* Adds what `other` has to `one`. */
static void join(SamsokProjectCase *one, const SamsokProjectCase *other)
{
    for (guint i = 0; i < other->concept.labels->len; i++) {
        add_label(one, ((const SamsokConceptLabel *)g_ptr_array_index(other->concept.labels, i))->text);
    }
    for (guint i = 0; i < other->subject_of->len; i++) {
        g_ptr_array_add(one->subject_of, g_strdup(g_ptr_array_index(other->subject_of, i)));
    }
    one->count += other->count;
    one->reports += other->reports;
    one->is_supported = one->is_supported || other->is_supported || one->reports > 1;
    one->kind = one->kind == SAMSOK_PROJECT_OTHER ? other->kind : one->kind;
    if (*one->concept.definition == '\0') {
        g_free((char *)one->concept.definition);
        one->concept.definition = g_strdup(other->concept.definition);
    }
}

/* The only one of its name in any place: it is called as without, unless nobody does. */
static void rename_alone(SamsokProjectCase *one, const char *base)
{
    g_free((char *)one->concept.id);
    one->concept.id = id_of(base);
    if (one->bare_in->len > 0) {
        char *label = samsok_project_base(one->concept.label);
        add_label(one, label);
        g_free((char *)one->concept.label);
        one->concept.label = label;
    }
}

/* `same`: all cases of one name, with their places. Returns the one to leave out; NULL. */
static SamsokProjectCase *settle_places(const GPtrArray *same, const char *base)
{
    SamsokProjectCase *bare = NULL;
    SamsokProjectCase *last = NULL;
    for (guint i = 0; i < same->len; i++) {
        SamsokProjectCase *one = g_ptr_array_index(same, i);
        g_autofree char *key = samsok_project_key(one->concept.label);
        one->is_placed = strcmp(key, base) != 0;
        bare = one->is_placed ? bare : one;
        last = one->is_placed ? one : last;
    }
    guint in_places = same->len - (bare == NULL ? 0 : 1);
    if (in_places == 1) {
        last->is_placed = false;
        if (bare == NULL) {
            rename_alone(last, base);
            return NULL;
        }
        join(bare, last);
        return last;
    }
    for (guint i = 0; bare != NULL && i < same->len; i++) {
        SamsokProjectCase *one = g_ptr_array_index(same, i);
        bare->has_namesakes = bare->has_namesakes || one->is_placed;
        for (guint k = 0; one != bare && k < one->bare_in->len; k++) {
            g_ptr_array_add(bare->bare_in, g_strdup(g_ptr_array_index(one->bare_in, k)));
        }
    }
    return NULL;
}

static void join_places(GPtrArray *cases)
{
    g_autoptr(GHashTable) by_base =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < cases->len; i++) {
        SamsokProjectCase *one = g_ptr_array_index(cases, i);
        char *base = base_key(one->concept.label);
        GPtrArray *same = g_hash_table_lookup(by_base, base);
        if (same == NULL) {
            same = g_ptr_array_new();
            g_hash_table_insert(by_base, g_strdup(base), same);
        }
        g_ptr_array_add(same, one);
        g_free(base);
    }
    GHashTableIter iter;
    gpointer base = NULL;
    gpointer same = NULL;
    g_hash_table_iter_init(&iter, by_base);
    while (g_hash_table_iter_next(&iter, &base, &same)) {
        SamsokProjectCase *joined = settle_places(same, base);
        if (joined != NULL) {
            g_ptr_array_remove_fast(cases, joined);
        }
    }
}

/* ---- All of them ---- */

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
    join_places(cases);
    keep_supported(cases);
    return g_steal_pointer(&cases);
}

const SamsokProjectCase *samsok_project_case_meant(const GPtrArray *cases, const char *typed)
{
    g_autofree char *key = samsok_project_key(typed);
    g_autofree char *whole = id_of(key);
    g_autofree char *base = base_key(typed);
    g_autofree char *alone = id_of(base);
    const SamsokProjectCase *meant = NULL;
    for (guint i = 0; i < cases->len; i++) {
        const SamsokProjectCase *one = g_ptr_array_index(cases, i);
        if (strcmp(one->concept.id, key) == 0 || g_strcmp0(one->concept.id, whole) == 0) {
            return one;
        }
        meant = g_strcmp0(one->concept.id, alone) == 0 ? one : meant;
    }
    return meant;
}

void samsok_project_case_nodes(const SamsokProjectCase *one, SamsokAnalyser *analyser,
                               GPtrArray *nodes)
{
    g_autofree char *key = base_key(one->concept.label);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(analyser, key, "nb", tokens);
    for (guint i = 0; i < tokens->len; i++) {
        g_ptr_array_add(nodes, samsok_node_term(g_array_index(tokens, SamsokToken, i).stem));
    }
}
