/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Concepts out of a vocabulary, as lines of text, and back. */
#include "config.h"

#include "index/thesaurus.h"

#include <string.h>

#include "core/base/limits.h"

typedef struct {
    SamsokConcept concept; /* first: found by its address */
    GPtrArray *above;      /* of const char * */
    const char *said_kind; /* by the vocabulary of the concept itself; NULL: it says none */
} Entry;

struct _SamsokThesaurus {
    char *text;         /* what it was parsed from, cut into fields in place; NULL: of a vocabulary */
    GStringChunk *strings;
    GPtrArray *entries; /* of Entry * */
    GHashTable *by_id;  /* id → Entry *, lent */
};

static void free_entry(gpointer data)
{
    Entry *entry = data;
    g_ptr_array_unref(entry->concept.broader);
    g_ptr_array_unref(entry->concept.labels);
    g_clear_pointer(&entry->above, g_ptr_array_unref);
    g_free(entry);
}

static SamsokThesaurus *empty_thesaurus(void)
{
    SamsokThesaurus *thesaurus = g_new0(SamsokThesaurus, 1);
    thesaurus->strings = g_string_chunk_new(1 << 14);
    thesaurus->entries = g_ptr_array_new_with_free_func(free_entry);
    thesaurus->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    return thesaurus;
}

void samsok_thesaurus_free(SamsokThesaurus *thesaurus)
{
    if (thesaurus == NULL) {
        return;
    }
    g_hash_table_unref(thesaurus->by_id);
    g_ptr_array_unref(thesaurus->entries);
    g_string_chunk_free(thesaurus->strings);
    g_free(thesaurus->text);
    g_free(thesaurus);
}

/* A copy on one line without the signs that part lines and fields. */
static const char *keep(SamsokThesaurus *thesaurus, const char *text)
{
    g_autofree char *line = g_strdelimit(g_strdup(text), "\t\n", ' ');
    return g_string_chunk_insert_const(thesaurus->strings, line);
}

/* `id` is kept with the thesaurus. */
static Entry *add_entry(SamsokThesaurus *thesaurus, const char *id)
{
    Entry *entry = g_new0(Entry, 1);
    entry->concept = (SamsokConcept){
        .id = id,
        .iri = "",
        .label = "",
        .kind = "concept",
        .scheme = "",
        .definition = "",
        .broader = g_ptr_array_new(),
        .labels = g_ptr_array_new_with_free_func(g_free),
    };
    g_ptr_array_add(thesaurus->entries, entry);
    g_hash_table_insert(thesaurus->by_id, (gpointer)entry->concept.id, entry);
    return entry;
}

/* The second byte of a capital of Latin-1, behind 0xC3; × and ß stand among them. */
static bool is_second_of_capital(char c)
{
    return (guchar)c < 0xA0 && (guchar)c != 0x97 && (guchar)c != 0x9F;
}

/* How many capitals are in a text of ASCII and the letters of Latin-1; -1 for any other text. */
static int count_capitals(const char *text)
{
    int count = 0;
    for (const char *p = text; *p != '\0'; p++) {
        if ((guchar)*p == 0xC3 && p[1] != '\0') {
            count += is_second_of_capital(*++p);
        } else if ((guchar)*p >= 0x80) {
            return -1;
        } else {
            count += g_ascii_isupper(*p);
        }
    }
    return count;
}

/* The text, kept with the thesaurus, in lower case: itself when it is plainly so. Unicode's own way costs most
 * of reading a thesaurus, and nearly no label needs it. */
static const char *folded_of(SamsokThesaurus *thesaurus, const char *text)
{
    int capitals = count_capitals(text);
    if (capitals == 0) {
        return text;
    }
    if (capitals < 0) {
        g_autofree char *folded = g_utf8_strdown(text, -1);
        return keep(thesaurus, folded);
    }
    char *folded = g_string_chunk_insert(thesaurus->strings, text);
    for (char *p = folded; *p != '\0'; p++) {
        bool behind_c3 = p > folded && (guchar)p[-1] == 0xC3;
        if (behind_c3 ? is_second_of_capital(*p) : g_ascii_isupper(*p)) {
            *p = (char)(*p | 0x20);
        }
    }
    return folded;
}

/* `language` and `text` are kept with the thesaurus. */
static void add_label(SamsokThesaurus *thesaurus, Entry *entry, SamsokLabelKind kind,
                      const char *language, const char *text)
{
    SamsokConceptLabel *label = g_new0(SamsokConceptLabel, 1);
    *label = (SamsokConceptLabel){
        .kind = kind,
        .language = language,
        .text = text,
        .folded = folded_of(thesaurus, text),
    };
    g_ptr_array_add(entry->concept.labels, label);
}

/* ---- What stands above ---- */

static void add_above(const SamsokThesaurus *thesaurus, Entry *entry, const char *id)
{
    const Entry *found = g_hash_table_lookup(thesaurus->by_id, id);
    if (found != NULL && entry->above->len < SAMSOK_MAX_CONCEPTS_ABOVE &&
        !g_ptr_array_find(entry->above, found->concept.id, NULL)) {
        g_ptr_array_add(entry->above, (gpointer)found->concept.id);
    }
}

static void find_above(SamsokThesaurus *thesaurus)
{
    for (guint i = 0; i < thesaurus->entries->len; i++) {
        Entry *entry = g_ptr_array_index(thesaurus->entries, i);
        entry->above = g_ptr_array_new();
        add_above(thesaurus, entry, entry->concept.id);
        for (guint next = 0; next < entry->above->len; next++) {
            const Entry *one =
                g_hash_table_lookup(thesaurus->by_id, g_ptr_array_index(entry->above, next));
            for (guint j = 0; j < one->concept.broader->len; j++) {
                add_above(thesaurus, entry, g_ptr_array_index(one->concept.broader, j));
            }
        }
    }
}

/* ---- From a vocabulary ---- */

/* The resource that `resource` names with `property`, SAMSOK_NO_RESOURCE for none. */
static guint object_of(const SamsokVocabulary *vocabulary, guint resource, SamsokProperty property)
{
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, resource); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, resource, i);
        if (said->property == property && said->object != SAMSOK_NO_RESOURCE) {
            return said->object;
        }
    }
    return SAMSOK_NO_RESOURCE;
}

/* Numbers the concepts of an RDF list, from 1. A list may be a ring: the file is input. */
static void number_list(const SamsokThesaurus *thesaurus, const SamsokVocabulary *vocabulary,
                        guint list)
{
    guint steps = samsok_vocabulary_resource_count(vocabulary);
    for (guint order = 1; list != SAMSOK_NO_RESOURCE && order <= steps; order++) {
        guint first = object_of(vocabulary, list, SAMSOK_PROPERTY_FIRST);
        Entry *entry = first == SAMSOK_NO_RESOURCE
                           ? NULL
                           : g_hash_table_lookup(thesaurus->by_id,
                                                 samsok_vocabulary_id(vocabulary, first));
        if (entry != NULL && entry->concept.order == 0) {
            entry->concept.order = order;
        }
        list = object_of(vocabulary, list, SAMSOK_PROPERTY_REST);
    }
}

static void add_statements(SamsokThesaurus *thesaurus, const SamsokVocabulary *vocabulary,
                           guint resource, Entry *entry)
{
    static const SamsokProperty properties[] = {
        [SAMSOK_LABEL_PREFERRED] = SAMSOK_PROPERTY_PREF_LABEL,
        [SAMSOK_LABEL_ALTERNATIVE] = SAMSOK_PROPERTY_ALT_LABEL,
        [SAMSOK_LABEL_HIDDEN] = SAMSOK_PROPERTY_HIDDEN_LABEL,
    };
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, resource); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, resource, i);
        for (guint kind = 0; kind < G_N_ELEMENTS(properties); kind++) {
            if (said->property == properties[kind] && said->object == SAMSOK_NO_RESOURCE) {
                add_label(thesaurus, entry, (SamsokLabelKind)kind, keep(thesaurus, said->language),
                          keep(thesaurus, said->text));
            }
        }
    }
    g_autoptr(GArray) broader =
        samsok_vocabulary_neighbours(vocabulary, resource, SAMSOK_PROPERTY_BROADER);
    for (guint i = 0; i < broader->len; i++) {
        const char *id = samsok_vocabulary_id(vocabulary, g_array_index(broader, guint, i));
        g_ptr_array_add(entry->concept.broader, (gpointer)keep(thesaurus, id));
    }
}

static const char *said_kind(const SamsokVocabulary *vocabulary, guint resource)
{
    return resource == SAMSOK_NO_RESOURCE
               ? NULL
               : samsok_vocabulary_text(vocabulary, resource, SAMSOK_PROPERTY_KIND, "");
}

static void add_concept(SamsokThesaurus *thesaurus, const SamsokVocabulary *vocabulary,
                        guint resource)
{
    Entry *entry = add_entry(thesaurus, keep(thesaurus, samsok_vocabulary_id(vocabulary, resource)));
    const char *definition =
        samsok_vocabulary_text(vocabulary, resource, SAMSOK_PROPERTY_DEFINITION, "nb");
    guint scheme = object_of(vocabulary, resource, SAMSOK_PROPERTY_IN_SCHEME);
    entry->concept.iri = keep(thesaurus, samsok_vocabulary_iri(vocabulary, resource));
    entry->concept.label = keep(thesaurus, samsok_vocabulary_label(vocabulary, resource, "nb"));
    entry->concept.definition = keep(thesaurus, definition == NULL ? "" : definition);
    if (scheme != SAMSOK_NO_RESOURCE) {
        entry->concept.scheme = keep(thesaurus, samsok_vocabulary_iri(vocabulary, scheme));
    }
    const char *kind = said_kind(vocabulary, resource);
    entry->said_kind = kind == NULL ? NULL : keep(thesaurus, kind);
    add_statements(thesaurus, vocabulary, resource, entry);
}

/* The nearest kind that is said above an entry, else its scheme's. */
static void find_kind(SamsokThesaurus *thesaurus, const SamsokVocabulary *vocabulary, Entry *entry)
{
    const char *kind = NULL;
    for (guint i = 0; kind == NULL && i < entry->above->len; i++) {
        const Entry *one =
            g_hash_table_lookup(thesaurus->by_id, g_ptr_array_index(entry->above, i));
        kind = one->said_kind;
    }
    if (kind == NULL) {
        kind = said_kind(vocabulary, samsok_vocabulary_resource(vocabulary, entry->concept.scheme));
    }
    if (kind != NULL) {
        entry->concept.kind = keep(thesaurus, kind);
    }
}

SamsokThesaurus *samsok_thesaurus_new(const SamsokVocabulary *vocabulary)
{
    SamsokThesaurus *thesaurus = empty_thesaurus();
    guint count = samsok_vocabulary_resource_count(vocabulary);
    for (guint i = 0; i < count; i++) {
        if (samsok_vocabulary_is_concept(vocabulary, i)) {
            add_concept(thesaurus, vocabulary, i);
        }
    }
    for (guint i = 0; i < count; i++) {
        number_list(thesaurus, vocabulary,
                    object_of(vocabulary, i, SAMSOK_PROPERTY_MEMBER_LIST));
    }
    find_above(thesaurus);
    for (guint i = 0; i < thesaurus->entries->len; i++) {
        find_kind(thesaurus, vocabulary, g_ptr_array_index(thesaurus->entries, i));
    }
    return thesaurus;
}

/* ---- As text ---- */

/* A concept is a line "C id iri kind order scheme label", followed by "D definition", "B broader" and
 * "L kind language text", with tabs between. */
char *samsok_thesaurus_text(const SamsokThesaurus *thesaurus)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < thesaurus->entries->len; i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(thesaurus, i);
        g_string_append_printf(text, "C\t%s\t%s\t%s\t%u\t%s\t%s\n", concept->id, concept->iri,
                               concept->kind, concept->order, concept->scheme, concept->label);
        if (*concept->definition != '\0') {
            g_string_append_printf(text, "D\t%s\n", concept->definition);
        }
        for (guint j = 0; j < concept->broader->len; j++) {
            g_string_append_printf(text, "B\t%s\n",
                                   (const char *)g_ptr_array_index(concept->broader, j));
        }
        for (guint j = 0; j < concept->labels->len; j++) {
            const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, j);
            g_string_append_printf(text, "L\t%u\t%s\t%s\n", (guint)label->kind, label->language,
                                   label->text);
        }
    }
    return g_string_free(text, FALSE);
}

enum { CONCEPT_FIELDS = 7 };

/* Cuts the line at its tabs, in place: at most `room` fields. Their number, more than `room` when there
 * are more. */
static guint cut_fields(char *line, char **fields, guint room)
{
    guint count = 0;
    for (char *at = line; at != NULL;) {
        char *tab = strchr(at, '\t');
        if (tab != NULL) {
            *tab = '\0';
        }
        if (count < room) {
            fields[count] = at;
        }
        count++;
        at = tab == NULL ? NULL : tab + 1;
    }
    return count;
}

static Entry *parse_concept(SamsokThesaurus *thesaurus, char **fields)
{
    Entry *entry = add_entry(thesaurus, fields[1]);
    entry->concept.iri = fields[2];
    entry->concept.kind = fields[3];
    entry->concept.order = (guint)g_ascii_strtoull(fields[4], NULL, 10);
    entry->concept.scheme = fields[5];
    entry->concept.label = fields[6];
    return entry;
}

/* What is said of `entry`; the number of fields says whether the line is whole. */
static void parse_statement(SamsokThesaurus *thesaurus, Entry *entry, char **fields, guint count)
{
    if (*fields[0] == 'D' && count == 2) {
        entry->concept.definition = fields[1];
    } else if (*fields[0] == 'B' && count == 2) {
        g_ptr_array_add(entry->concept.broader, fields[1]);
    } else if (*fields[0] == 'L' && count == 4) {
        guint64 kind = g_ascii_strtoull(fields[1], NULL, 10);
        add_label(thesaurus, entry, (SamsokLabelKind)MIN(kind, SAMSOK_LABEL_HIDDEN), fields[2],
                  fields[3]);
    }
}

SamsokThesaurus *samsok_thesaurus_parse(const char *text)
{
    SamsokThesaurus *thesaurus = empty_thesaurus();
    Entry *entry = NULL;
    thesaurus->text = g_strdup(text);
    for (char *line = thesaurus->text; line != NULL;) {
        char *newline = strchr(line, '\n');
        if (newline != NULL) {
            *newline = '\0';
        }
        char *fields[CONCEPT_FIELDS] = {NULL};
        guint count = cut_fields(line, fields, CONCEPT_FIELDS);
        if (count == CONCEPT_FIELDS && *fields[0] == 'C') {
            entry = parse_concept(thesaurus, fields);
        } else if (entry != NULL) {
            parse_statement(thesaurus, entry, fields, count);
        }
        line = newline == NULL ? NULL : newline + 1;
    }
    find_above(thesaurus);
    return thesaurus;
}

/* The text of the label that a line says, in a language that begins with `language`; NULL for any other line. */
static const char *label_in(const char *line, const char *end, const char *language)
{
    if (!g_str_has_prefix(line, "L\t")) {
        return NULL;
    }
    const char *kind = line + strlen("L\t");
    const char *tab = memchr(kind, '\t', (size_t)(end - kind));
    if (tab == NULL || !g_str_has_prefix(tab + 1, language)) {
        return NULL;
    }
    tab = memchr(tab + 1, '\t', (size_t)(end - tab - 1));
    return tab == NULL ? NULL : tab + 1;
}

bool samsok_thesaurus_text_has(const char *text, const char *language, SamsokLabelTest test, void *data)
{
    g_autoptr(GString) label = g_string_new(NULL);
    for (const char *line = text; *line != '\0';) {
        const char *newline = strchr(line, '\n');
        const char *end = newline == NULL ? line + strlen(line) : newline;
        const char *said = label_in(line, end, language);
        if (said != NULL) {
            g_string_truncate(label, 0);
            g_string_append_len(label, said, end - said);
        }
        if (said != NULL && test(label->str, data)) {
            return true;
        }
        line = newline == NULL ? end : newline + 1;
    }
    return false;
}

/* ---- Asking ---- */

const char *samsok_concept_label(const SamsokConcept *concept, const char *language)
{
    for (guint i = 0; i < concept->labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, i);
        if (label->kind == SAMSOK_LABEL_PREFERRED && strcmp(label->language, language) == 0) {
            return label->text;
        }
    }
    return concept->label;
}

guint samsok_thesaurus_count(const SamsokThesaurus *thesaurus)
{
    return thesaurus->entries->len;
}

const SamsokConcept *samsok_thesaurus_at(const SamsokThesaurus *thesaurus, guint index)
{
    const Entry *entry = g_ptr_array_index(thesaurus->entries, index);
    return &entry->concept;
}

const SamsokConcept *samsok_thesaurus_find(const SamsokThesaurus *thesaurus, const char *id)
{
    const Entry *entry = g_hash_table_lookup(thesaurus->by_id, id);
    return entry == NULL ? NULL : &entry->concept;
}

const GPtrArray *samsok_thesaurus_above(const SamsokThesaurus *thesaurus, const char *id)
{
    const Entry *entry = g_hash_table_lookup(thesaurus->by_id, id);
    return entry == NULL ? NULL : entry->above;
}
