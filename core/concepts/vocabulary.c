/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps resources with their statements, and answers questions about them. */
#include "config.h"

#include "core/concepts/vocabulary-private.h"

#include <string.h>

#include "core/base/limits.h"

#define SPACE_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define SPACE_SKOS "http://www.w3.org/2004/02/skos/core#"
#define SPACE_DCT "http://purl.org/dc/terms/"
#define SPACE_OWL "http://www.w3.org/2002/07/owl#"
#define SPACE_SAMSOK SAMSOK_VOCABULARY_NAMESPACE

static const char *const property_iris[] = {
#define X(property, space, name) SPACE_##space name,
    SAMSOK_PROPERTY_LIST(X)
#undef X
};

static const char *const property_names[] = {
#define X(property, space, name) name,
    SAMSOK_PROPERTY_LIST(X)
#undef X
};

/* Who names a resource as broader, narrower or related. */
typedef struct {
    guint who;
    SamsokProperty property;
} Pointer;

typedef struct {
    const char *iri;
    const char *id;
    GArray *statements; /* of SamsokStatement */
    GArray *pointers;   /* of Pointer, to this one */
    bool is_concept;
} Resource;

struct _SamsokVocabulary {
    GStringChunk *strings;
    GPtrArray *resources; /* of Resource */
    GHashTable *by_iri;   /* iri → index + 1 */
    GHashTable *by_id;    /* id → index + 1, concepts only */
    GHashTable *properties; /* iri → property + 1 */
    GPtrArray *files;
    guint statement_count;
};

const char *samsok_property_name(SamsokProperty property)
{
    return property < SAMSOK_PROPERTY_COUNT ? property_names[property] : "";
}

static void resource_free(gpointer data)
{
    Resource *resource = data;
    g_array_unref(resource->statements);
    g_array_unref(resource->pointers);
    g_free(resource);
}

SamsokVocabulary *samsok_vocabulary_new(void)
{
    SamsokVocabulary *vocabulary = g_new0(SamsokVocabulary, 1);
    vocabulary->strings = g_string_chunk_new(1 << 14);
    vocabulary->resources = g_ptr_array_new_with_free_func(resource_free);
    vocabulary->by_iri = g_hash_table_new(g_str_hash, g_str_equal);
    vocabulary->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    vocabulary->properties = g_hash_table_new(g_str_hash, g_str_equal);
    vocabulary->files = g_ptr_array_new();
    for (guint i = 0; i < SAMSOK_PROPERTY_COUNT; i++) {
        g_hash_table_insert(vocabulary->properties, (gpointer)property_iris[i],
                            GUINT_TO_POINTER(i + 1));
    }
    return vocabulary;
}

void samsok_vocabulary_free(SamsokVocabulary *vocabulary)
{
    if (vocabulary == NULL) {
        return;
    }
    g_ptr_array_unref(vocabulary->files);
    g_hash_table_unref(vocabulary->properties);
    g_hash_table_unref(vocabulary->by_id);
    g_hash_table_unref(vocabulary->by_iri);
    g_ptr_array_unref(vocabulary->resources);
    g_string_chunk_free(vocabulary->strings);
    g_free(vocabulary);
}

guint samsok_vocabulary_add_file(SamsokVocabulary *vocabulary, const char *path)
{
    g_ptr_array_add(vocabulary->files, g_string_chunk_insert(vocabulary->strings, path));
    return vocabulary->files->len - 1;
}

guint samsok_vocabulary_file_count(const SamsokVocabulary *vocabulary)
{
    return vocabulary->files->len;
}

const char *samsok_vocabulary_file(const SamsokVocabulary *vocabulary, guint index)
{
    return g_ptr_array_index(vocabulary->files, index);
}

static bool says_in(const Resource *resource, guint file)
{
    for (guint i = 0; i < resource->statements->len; i++) {
        if (g_array_index(resource->statements, SamsokStatement, i).file == file) {
            return true;
        }
    }
    return false;
}

bool samsok_vocabulary_file_has_concepts(const SamsokVocabulary *vocabulary, guint index)
{
    for (guint i = 0; i < vocabulary->resources->len; i++) {
        const Resource *resource = g_ptr_array_index(vocabulary->resources, i);
        if (resource->is_concept && says_in(resource, index)) {
            return true;
        }
    }
    return false;
}

SamsokProperty samsok_vocabulary_property(const SamsokVocabulary *vocabulary, const char *iri)
{
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(vocabulary->properties, iri));
    return found == 0 ? SAMSOK_PROPERTY_COUNT : (SamsokProperty)(found - 1);
}

guint samsok_vocabulary_intern(SamsokVocabulary *vocabulary, const char *name)
{
    guint found = samsok_vocabulary_resource(vocabulary, name);
    if (found != SAMSOK_NO_RESOURCE) {
        return found;
    }
    Resource *resource = g_new0(Resource, 1);
    resource->iri = g_string_chunk_insert(vocabulary->strings, name);
    resource->id = resource->iri;
    resource->statements = g_array_new(FALSE, FALSE, sizeof(SamsokStatement));
    resource->pointers = g_array_new(FALSE, FALSE, sizeof(Pointer));
    g_ptr_array_add(vocabulary->resources, resource);
    g_hash_table_insert(vocabulary->by_iri, (gpointer)resource->iri,
                        GUINT_TO_POINTER(vocabulary->resources->len));
    return vocabulary->resources->len - 1;
}

static Resource *resource_at(const SamsokVocabulary *vocabulary, guint index)
{
    return g_ptr_array_index(vocabulary->resources, index);
}

bool samsok_vocabulary_add(SamsokVocabulary *vocabulary, guint index,
                           const SamsokStatement *statement)
{
    if (vocabulary->statement_count >= SAMSOK_MAX_VOCABULARY_STATEMENTS) {
        return false;
    }
    vocabulary->statement_count++;
    SamsokStatement kept = *statement;
    kept.language = g_string_chunk_insert_const(vocabulary->strings, statement->language);
    kept.text = statement->object == SAMSOK_NO_RESOURCE
                    ? g_string_chunk_insert(vocabulary->strings, statement->text)
                    : resource_at(vocabulary, statement->object)->iri;
    Resource *resource = resource_at(vocabulary, index);
    g_array_append_val(resource->statements, kept);
    bool two_sided = kept.property == SAMSOK_PROPERTY_BROADER ||
                     kept.property == SAMSOK_PROPERTY_NARROWER ||
                     kept.property == SAMSOK_PROPERTY_RELATED;
    if (two_sided && kept.object != SAMSOK_NO_RESOURCE) {
        const Pointer pointer = {index, kept.property};
        g_array_append_val(resource_at(vocabulary, kept.object)->pointers, pointer);
    }
    if (kept.property == SAMSOK_PROPERTY_TYPE && strcmp(kept.text, SPACE_SKOS "Concept") == 0) {
        resource->is_concept = true;
    }
    return true;
}

const char *samsok_iri_segment(const char *iri)
{
    const char *slash = strrchr(iri, '/');
    const char *hash = strrchr(iri, '#');
    const char *cut = hash > slash ? hash : slash;
    return cut != NULL && cut[1] != '\0' ? cut + 1 : iri;
}

/* Two passes, so that it does not matter which of two concepts with one last segment came first. */
void samsok_vocabulary_settle(SamsokVocabulary *vocabulary)
{
    g_autoptr(GHashTable) uses = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < vocabulary->resources->len; i++) {
        Resource *resource = resource_at(vocabulary, i);
        if (resource->is_concept) {
            const char *segment = samsok_iri_segment(resource->iri);
            guint count = GPOINTER_TO_UINT(g_hash_table_lookup(uses, segment));
            g_hash_table_insert(uses, (gpointer)segment, GUINT_TO_POINTER(count + 1));
        }
    }
    g_hash_table_remove_all(vocabulary->by_id);
    for (guint i = 0; i < vocabulary->resources->len; i++) {
        Resource *resource = resource_at(vocabulary, i);
        if (resource->is_concept) {
            const char *segment = samsok_iri_segment(resource->iri);
            bool alone = GPOINTER_TO_UINT(g_hash_table_lookup(uses, segment)) == 1;
            resource->id = alone ? segment : resource->iri;
            g_hash_table_insert(vocabulary->by_id, (gpointer)resource->id, GUINT_TO_POINTER(i + 1));
        }
    }
}

guint samsok_vocabulary_resource_count(const SamsokVocabulary *vocabulary)
{
    return vocabulary->resources->len;
}

const char *samsok_vocabulary_iri(const SamsokVocabulary *vocabulary, guint resource)
{
    return resource_at(vocabulary, resource)->iri;
}

bool samsok_vocabulary_is_concept(const SamsokVocabulary *vocabulary, guint resource)
{
    return resource_at(vocabulary, resource)->is_concept;
}

const char *samsok_vocabulary_id(const SamsokVocabulary *vocabulary, guint resource)
{
    return resource_at(vocabulary, resource)->id;
}

guint samsok_vocabulary_resource(const SamsokVocabulary *vocabulary, const char *iri)
{
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(vocabulary->by_iri, iri));
    return found == 0 ? SAMSOK_NO_RESOURCE : found - 1;
}

guint samsok_vocabulary_find(const SamsokVocabulary *vocabulary, const char *id)
{
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(vocabulary->by_id, id));
    if (found != 0) {
        return found - 1;
    }
    guint resource = samsok_vocabulary_resource(vocabulary, id);
    bool is_concept =
        resource != SAMSOK_NO_RESOURCE && samsok_vocabulary_is_concept(vocabulary, resource);
    return is_concept ? resource : SAMSOK_NO_RESOURCE;
}

guint samsok_vocabulary_statement_count(const SamsokVocabulary *vocabulary, guint resource)
{
    return resource_at(vocabulary, resource)->statements->len;
}

const SamsokStatement *samsok_vocabulary_statement(const SamsokVocabulary *vocabulary,
                                                   guint resource, guint index)
{
    return &g_array_index(resource_at(vocabulary, resource)->statements, SamsokStatement, index);
}

/* How well a text's language serves someone who asked for `wanted`; lower is better. */
static guint language_distance(const char *language, const char *wanted)
{
    if (strcmp(language, wanted) == 0) {
        return 0;
    }
    return strcmp(language, "nb") == 0 ? 1 : language[0] == '\0' ? 2 : 3;
}

const char *samsok_vocabulary_text(const SamsokVocabulary *vocabulary, guint resource,
                                   SamsokProperty property, const char *language)
{
    const char *best = NULL;
    guint best_distance = G_MAXUINT;
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, resource); i++) {
        const SamsokStatement *statement = samsok_vocabulary_statement(vocabulary, resource, i);
        if (statement->property != property) {
            continue;
        }
        guint distance = language_distance(statement->language, language);
        if (distance < best_distance) {
            best = statement->text;
            best_distance = distance;
        }
    }
    return best;
}

const char *samsok_vocabulary_label(const SamsokVocabulary *vocabulary, guint resource,
                                    const char *language)
{
    const char *label =
        samsok_vocabulary_text(vocabulary, resource, SAMSOK_PROPERTY_PREF_LABEL, language);
    return label != NULL ? label : samsok_vocabulary_id(vocabulary, resource);
}

/* What the other side says. */
static SamsokProperty inverse_of(SamsokProperty property)
{
    if (property == SAMSOK_PROPERTY_RELATED) {
        return SAMSOK_PROPERTY_RELATED;
    }
    return property == SAMSOK_PROPERTY_BROADER ? SAMSOK_PROPERTY_NARROWER : SAMSOK_PROPERTY_BROADER;
}

/* Calls `found` for what is `property` of the resource by its own word, then by that of others. */
static void each_neighbour(const SamsokVocabulary *vocabulary, guint resource, SamsokProperty property,
                           void (*found)(guint index, void *data), void *data)
{
    SamsokProperty inverse = inverse_of(property);
    const Resource *own = resource_at(vocabulary, resource);
    for (guint i = 0; i < own->statements->len; i++) {
        const SamsokStatement *said = &g_array_index(own->statements, SamsokStatement, i);
        if (said->property == property && said->object != SAMSOK_NO_RESOURCE &&
            samsok_vocabulary_is_concept(vocabulary, said->object)) {
            found(said->object, data);
        }
    }
    for (guint i = 0; i < own->pointers->len; i++) {
        const Pointer *pointer = &g_array_index(own->pointers, Pointer, i);
        if (pointer->property == inverse && samsok_vocabulary_is_concept(vocabulary, pointer->who)) {
            found(pointer->who, data);
        }
    }
}

/* Neighbours that are few are compared one by one; with more, a set knows those that are there. */
enum { FEW_NEIGHBOURS = 16 };

typedef struct {
    GArray *list;    /* of guint */
    GHashTable *set; /* NULL as long as they are few */
} Neighbours;

static bool is_new_neighbour(Neighbours *neighbours, guint index)
{
    const GArray *list = neighbours->list;
    if (neighbours->set == NULL && list->len >= FEW_NEIGHBOURS) {
        neighbours->set = g_hash_table_new(NULL, NULL);
        for (guint i = 0; i < list->len; i++) {
            g_hash_table_add(neighbours->set, GUINT_TO_POINTER(g_array_index(list, guint, i)));
        }
    }
    if (neighbours->set != NULL) {
        return g_hash_table_add(neighbours->set, GUINT_TO_POINTER(index));
    }
    for (guint i = 0; i < list->len; i++) {
        if (g_array_index(list, guint, i) == index) {
            return false;
        }
    }
    return true;
}

static void add_neighbour(guint index, void *data)
{
    Neighbours *neighbours = data;
    if (is_new_neighbour(neighbours, index)) {
        g_array_append_val(neighbours->list, index);
    }
}

GArray *samsok_vocabulary_neighbours(const SamsokVocabulary *vocabulary, guint resource,
                                     SamsokProperty property)
{
    Neighbours neighbours = {.list = g_array_new(FALSE, FALSE, sizeof(guint))};
    each_neighbour(vocabulary, resource, property, add_neighbour, &neighbours);
    g_clear_pointer(&neighbours.set, g_hash_table_unref);
    return neighbours.list;
}
