/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Concepts for a terminal and as JSON. */
#include "config.h"

#include "tools/concepts.h"

#include <stdio.h>
#include <string.h>

#include "core/base/limits.h"

#define COUNT G_GUINT64_FORMAT

const char *samsok_concept_view_id(const SamsokConceptView *view, guint concept)
{
    const char *iri = samsok_vocabulary_iri(view->vocabulary, concept);
    return view->tagged == NULL ? NULL : g_hash_table_lookup(view->tagged, iri);
}

static const SamsokFacetValue *count_of(const SamsokConceptView *view, guint concept)
{
    const char *id = samsok_concept_view_id(view, concept);
    return id == NULL ? NULL : g_hash_table_lookup(view->counts, id);
}

/* Calls `visit` for each concept below no other and for those below it, each branch in order. */
typedef void (*Visit)(const SamsokConceptView *view, guint concept, guint depth, void *data);

static void visit_branch(const SamsokConceptView *view, guint concept, guint depth, Visit visit,
                         void *data)
{
    visit(view, concept, depth, data);
    g_autoptr(GArray) below =
        samsok_vocabulary_neighbours(view->vocabulary, concept, SAMSOK_PROPERTY_NARROWER);
    for (guint i = 0; i < below->len && depth < SAMSOK_MAX_LEVEL; i++) {
        visit_branch(view, g_array_index(below, guint, i), depth + 1, visit, data);
    }
}

static void visit_tree(const SamsokConceptView *view, Visit visit, void *data)
{
    for (guint i = 0; i < samsok_vocabulary_resource_count(view->vocabulary); i++) {
        if (!samsok_vocabulary_is_concept(view->vocabulary, i)) {
            continue;
        }
        g_autoptr(GArray) above =
            samsok_vocabulary_neighbours(view->vocabulary, i, SAMSOK_PROPERTY_BROADER);
        if (above->len == 0) {
            visit_branch(view, i, 0, visit, data);
        }
    }
}

/* ---- Text ---- */

static void print_line(const SamsokConceptView *view, guint concept, guint depth, void *data)
{
    (void)data;
    const SamsokFacetValue *count = count_of(view, concept);
    printf("%*s%s  %s", (int)(2 * depth), "", samsok_vocabulary_id(view->vocabulary, concept),
           samsok_vocabulary_label(view->vocabulary, concept, view->language));
    if (count != NULL) {
        printf("  %" COUNT " (%" COUNT ")", count->passages, count->reports);
    }
    putchar('\n');
}

/* Behind a semicolon, what the index is tagged with. */
static void print_edition(const SamsokConceptView *view)
{
    bool is_none = *view->edition == '\0';
    printf("den er %s%s\n", is_none ? "ikke merket med noe" : "merket med ", view->edition);
}

/* How many concepts the index is not tagged with, of how many. */
static guint count_foreign(const SamsokConceptView *view, guint *out_of)
{
    guint foreign = 0;
    for (guint i = 0; i < samsok_vocabulary_resource_count(view->vocabulary); i++) {
        if (samsok_vocabulary_is_concept(view->vocabulary, i)) {
            *out_of += 1;
            foreign += samsok_concept_view_id(view, i) == NULL ? 1 : 0;
        }
    }
    return foreign;
}

void samsok_text_concept_tree(const SamsokConceptView *view)
{
    visit_tree(view, print_line, NULL);
    if (view->counts == NULL) {
        return;
    }
    printf("\nAvsnitt (rapporter)%s; smalere begrep teller med\n",
           view->counts_are_exact ? "" : ", omtrent");
    guint concepts = 0;
    guint foreign = count_foreign(view, &concepts);
    if (foreign > 0) {
        printf("Indeksen er ikke merket med %u av %u begrep; ", foreign, concepts);
        print_edition(view);
    }
}

/* "  altLabel   verkemiddel (nn)" for everything said with `property`. */
static void print_texts(const SamsokVocabulary *vocabulary, guint concept, SamsokProperty property)
{
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, concept); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, concept, i);
        if (said->property != property || said->object != SAMSOK_NO_RESOURCE) {
            continue;
        }
        bool tagged = said->language[0] != '\0';
        printf("  %-14s %s%s%s%s\n", samsok_property_name(property), said->text,
               tagged ? " (" : "", said->language, tagged ? ")" : "");
    }
}

static void print_neighbours(const SamsokConceptView *view, guint concept, SamsokProperty property)
{
    g_autoptr(GArray) found = samsok_vocabulary_neighbours(view->vocabulary, concept, property);
    for (guint i = 0; i < found->len; i++) {
        guint other = g_array_index(found, guint, i);
        printf("  %-14s %s  %s\n", samsok_property_name(property),
               samsok_vocabulary_id(view->vocabulary, other),
               samsok_vocabulary_label(view->vocabulary, other, view->language));
    }
}

static void print_years(const SamsokFacets *years)
{
    const char *about = years->is_exact ? "" : " omtrent";
    const SamsokFacet *facet = g_ptr_array_index(years->facets, 0);
    for (guint i = 0; i < facet->values->len; i++) {
        const SamsokFacetValue *value = g_ptr_array_index(facet->values, i);
        printf("%s %s%s %" COUNT " (%" COUNT ")", i == 0 ? " " : " \302\267", value->label, about,
               value->passages, value->reports);
    }
    if (facet->values->len > 0) {
        putchar('\n');
    }
}

static void print_use(const SamsokConceptView *view, guint concept, const SamsokConceptUse *use)
{
    const SamsokFacetValue *count = count_of(view, concept);
    uint64_t reports = count == NULL ? 0 : count->reports;
    printf("\nNevnt i %s%" COUNT " avsnitt i %" COUNT " rapport%s; smalere begrep teller med\n",
           view->counts_are_exact ? "" : "omtrent ", count == NULL ? 0 : count->passages, reports,
           reports == 1 ? "" : "er");
    print_years(use->years);
    for (guint i = 0; i < use->passages->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(use->passages->hits, i);
        printf("\n  %s\n  %s \302\267 %s\n", hit->snippet, hit->citation, hit->passage->id);
    }
}

void samsok_text_concept(const SamsokConceptView *view, guint concept, const SamsokConceptUse *use)
{
    const SamsokVocabulary *vocabulary = view->vocabulary;
    static const SamsokProperty texts[] = {
        SAMSOK_PROPERTY_PREF_LABEL, SAMSOK_PROPERTY_ALT_LABEL,      SAMSOK_PROPERTY_HIDDEN_LABEL,
        SAMSOK_PROPERTY_NOTATION,   SAMSOK_PROPERTY_SOURCE,         SAMSOK_PROPERTY_EDITORIAL_NOTE,
        SAMSOK_PROPERTY_ASSIGNED_BY,
    };
    printf("%s  %s\n  %-14s %s\n", samsok_vocabulary_id(vocabulary, concept),
           samsok_vocabulary_label(vocabulary, concept, view->language), "iri",
           samsok_vocabulary_iri(vocabulary, concept));
    const char *definition = samsok_vocabulary_text(vocabulary, concept, SAMSOK_PROPERTY_DEFINITION,
                                                    view->language);
    if (definition != NULL) {
        printf("  %-14s %s\n", samsok_property_name(SAMSOK_PROPERTY_DEFINITION), definition);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        print_texts(vocabulary, concept, texts[i]);
    }
    print_neighbours(view, concept, SAMSOK_PROPERTY_BROADER);
    print_neighbours(view, concept, SAMSOK_PROPERTY_NARROWER);
    print_neighbours(view, concept, SAMSOK_PROPERTY_RELATED);
    if (use != NULL) {
        print_use(view, concept, use);
    } else if (view->tagged != NULL) {
        printf("\nIndeksen er ikke merket med dette begrepet; ");
        print_edition(view);
    }
}

/* ---- JSON ---- */

static json_t *neighbour_ids(const SamsokVocabulary *vocabulary, guint concept,
                             SamsokProperty property)
{
    g_autoptr(GArray) found = samsok_vocabulary_neighbours(vocabulary, concept, property);
    json_t *ids = json_array();
    for (guint i = 0; i < found->len; i++) {
        samsok_json_add_string(ids, samsok_vocabulary_id(vocabulary, g_array_index(found, guint, i)));
    }
    return ids;
}

/* {"language", "text"} for everything said with `property`. */
static json_t *texts_of(const SamsokVocabulary *vocabulary, guint concept, SamsokProperty property)
{
    json_t *array = json_array();
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, concept); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, concept, i);
        if (said->property == property && said->object == SAMSOK_NO_RESOURCE) {
            json_t *object = json_object();
            samsok_json_set_known(object, "language", said->language);
            samsok_json_set_string(object, "text", said->text);
            json_array_append_new(array, object);
        }
    }
    return array;
}

/* Null where the index is not tagged with the concept. */
static void set_counts(json_t *object, const SamsokConceptView *view, guint concept)
{
    const SamsokFacetValue *count = count_of(view, concept);
    if (samsok_concept_view_id(view, concept) == NULL) {
        json_object_set_new(object, "passages", json_null());
        json_object_set_new(object, "reports", json_null());
        return;
    }
    samsok_json_set_number(object, "passages", count == NULL ? 0 : count->passages);
    samsok_json_set_number(object, "reports", count == NULL ? 0 : count->reports);
}

static json_t *concept_head(const SamsokConceptView *view, guint concept)
{
    const char *id = samsok_vocabulary_id(view->vocabulary, concept);
    const SamsokConcept *known = samsok_thesaurus_find(view->thesaurus, id);
    json_t *object = samsok_json_named(id, samsok_vocabulary_label(view->vocabulary, concept, view->language));
    samsok_json_set_string(object, "kind", known == NULL ? "concept" : known->kind);
    json_object_set_new(object, "broader", neighbour_ids(view->vocabulary, concept, SAMSOK_PROPERTY_BROADER));
    if (view->counts != NULL) {
        set_counts(object, view, concept);
    }
    return object;
}

static void add_head(const SamsokConceptView *view, guint concept, guint depth, void *data)
{
    json_t *object = concept_head(view, concept);
    samsok_json_set_number(object, "depth", depth);
    json_array_append_new(data, object);
}

json_t *samsok_json_concept_tree(const SamsokConceptView *view)
{
    json_t *concepts = json_array();
    visit_tree(view, add_head, concepts);
    json_t *object = json_object();
    json_object_set_new(object, "concepts", concepts);
    if (view->counts != NULL) {
        samsok_json_set_bool(object, "counts_are_exact", view->counts_are_exact);
    }
    return object;
}

static void set_use(json_t *object, const SamsokConceptUse *use)
{
    json_t *hits = json_array();
    for (guint i = 0; i < use->passages->hits->len; i++) {
        json_array_append_new(hits, samsok_json_hit(g_ptr_array_index(use->passages->hits, i)));
    }
    json_object_set_new(object, "hits", hits);
    json_t *facets = samsok_json_facets(use->years);
    json_object_set(object, "years", json_object_get(facets, "year"));
    json_decref(facets);
}

json_t *samsok_json_concept(const SamsokConceptView *view, guint concept,
                            const SamsokConceptUse *use)
{
    static const struct {
        const char *name;
        SamsokProperty property;
    } texts[] = {
        {"definitions", SAMSOK_PROPERTY_DEFINITION}, {"preferred", SAMSOK_PROPERTY_PREF_LABEL},
        {"alternative", SAMSOK_PROPERTY_ALT_LABEL},  {"hidden", SAMSOK_PROPERTY_HIDDEN_LABEL},
        {"sources", SAMSOK_PROPERTY_SOURCE},         {"notes", SAMSOK_PROPERTY_EDITORIAL_NOTE},
    };
    const SamsokVocabulary *vocabulary = view->vocabulary;
    json_t *object = concept_head(view, concept);
    samsok_json_set_string(object, "iri", samsok_vocabulary_iri(vocabulary, concept));
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        json_object_set_new(object, texts[i].name, texts_of(vocabulary, concept, texts[i].property));
    }
    json_object_set_new(object, "narrower", neighbour_ids(vocabulary, concept, SAMSOK_PROPERTY_NARROWER));
    json_object_set_new(object, "related", neighbour_ids(vocabulary, concept, SAMSOK_PROPERTY_RELATED));
    if (use != NULL) {
        samsok_json_set_bool(object, "counts_are_exact", view->counts_are_exact && use->years->is_exact);
        set_use(object, use);
    }
    return object;
}
