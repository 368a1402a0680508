/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A vocabulary: what one or several SKOS files in Turtle say, kept as they say it.
 *
 * A resource is anything with a name (an IRI, or a blank node of one file); a statement is one of the
 * properties below with its value and the place where it was said. Everything else, such as labels or
 * narrower concepts, is read out of the statements. Properties that nobody here asks for are dropped
 * while reading, so memory is bounded by what is of use.
 *
 * Properties of this program (prefix samsok:) stand beside the concept they are about:
 *
 *   samsok:caseSensitive "Skate"    this label matches with its capitals only, with or without a
 *                                   genitive s. Labels of one word with a capital behind the first
 *                                   letter (KMD, IMDi) need not say so.
 *   samsok:exact "design"           this label matches as written (any capitals), not by its stem
 *   samsok:compound "samordning"    this label also matches as the first part of a longer word
 *   samsok:compoundLast "reform"    … as the last part of a longer word
 *   samsok:notAfterName "kommuner"  this label does not match right behind a name: «Bergen kommune» is one of
 *                                   many, not the many
 *   samsok:notDenied "lederdepartement"  this label does not match where somebody is said not to be it: «er ikke
 *                                   lenger lederdepartement»; where there is none, it is still what is talked of
 *   samsok:open "styring av oppgåver"  concepts of fewer words inside this label are kept beside it
 *   samsok:rule [ … ]               conditions for a mention, all of which must hold:
 *       samsok:label "trinn 2"          the labels it is about (repeatable); none: every label
 *       samsok:requiresNear X           one of these stands within SAMSOK_CONTEXT_TOKENS words …
 *       samsok:requiresInSection X      … or in the same section; X is a phrase or a concept, of
 *                                       which narrower ones count too; a concept is no evidence
 *                                       for itself
 *       samsok:notNear X                none of these stands that near
 *       samsok:notIn "phrase"           the mention is not inside this phrase
 *   samsok:assignedBy "structure"   never matched as a string: the document's structure tells it;
 *                                   "cases": the name of a case, found beside the concepts when a
 *                                   report is indexed (samsok_lexicon_cases)
 *   samsok:kind "role"              what sort of thing this concept and the narrower ones are, and, of
 *                                   a scheme, its concepts; the nearest one counts
 *
 * A concept's place in a skos:OrderedCollection (skos:memberList) is its order.
 *
 * Source: SKOS Reference (W3C, 2009); SKOS-AP-NO-Begrep for what Norwegian vocabularies use of it.
 */
#ifndef SAMSOK_CONCEPTS_VOCABULARY_H
#define SAMSOK_CONCEPTS_VOCABULARY_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* The namespace of the properties above. */
#define SAMSOK_VOCABULARY_NAMESPACE "https://samsok.example/ns#"

/* X(PROPERTY, namespace, local name) */
#define SAMSOK_PROPERTY_LIST(X) \
    X(TYPE, RDF, "type") \
    X(PREF_LABEL, SKOS, "prefLabel") \
    X(ALT_LABEL, SKOS, "altLabel") \
    X(HIDDEN_LABEL, SKOS, "hiddenLabel") \
    X(DEFINITION, SKOS, "definition") \
    X(EDITORIAL_NOTE, SKOS, "editorialNote") \
    X(NOTATION, SKOS, "notation") \
    X(BROADER, SKOS, "broader") \
    X(NARROWER, SKOS, "narrower") \
    X(RELATED, SKOS, "related") \
    X(IN_SCHEME, SKOS, "inScheme") \
    X(TOP_CONCEPT_OF, SKOS, "topConceptOf") \
    X(HAS_TOP_CONCEPT, SKOS, "hasTopConcept") \
    X(MEMBER, SKOS, "member") \
    X(MEMBER_LIST, SKOS, "memberList") \
    X(FIRST, RDF, "first") \
    X(REST, RDF, "rest") \
    X(VERSION, OWL, "versionInfo") \
    X(SOURCE, DCT, "source") \
    X(CASE_SENSITIVE, SAMSOK, "caseSensitive") \
    X(EXACT, SAMSOK, "exact") \
    X(COMPOUND, SAMSOK, "compound") \
    X(COMPOUND_LAST, SAMSOK, "compoundLast") \
    X(NOT_AFTER_NAME, SAMSOK, "notAfterName") \
    X(NOT_DENIED, SAMSOK, "notDenied") \
    X(OPEN, SAMSOK, "open") \
    X(RULE, SAMSOK, "rule") \
    X(RULE_LABEL, SAMSOK, "label") \
    X(REQUIRES_NEAR, SAMSOK, "requiresNear") \
    X(REQUIRES_IN_SECTION, SAMSOK, "requiresInSection") \
    X(NOT_NEAR, SAMSOK, "notNear") \
    X(NOT_IN, SAMSOK, "notIn") \
    X(ASSIGNED_BY, SAMSOK, "assignedBy") \
    X(KIND, SAMSOK, "kind")

typedef enum {
#define X(property, space, name) SAMSOK_PROPERTY_##property,
    SAMSOK_PROPERTY_LIST(X)
#undef X
        SAMSOK_PROPERTY_COUNT
} SamsokProperty;

/* "prefLabel" */
const char *samsok_property_name(SamsokProperty property);

/* What is said of a resource. */
typedef struct {
    SamsokProperty property;
    const char *text;     /* a literal's text, squeezed; an IRI or blank node's name */
    const char *language; /* of a literal: "nb", "en-gb" in lower case; "" for none */
    guint object;         /* the resource meant, or SAMSOK_NO_RESOURCE for a literal */
    guint file;           /* see samsok_vocabulary_file */
    guint line;           /* where its last word stands, from 1 */
} SamsokStatement;

#define SAMSOK_NO_RESOURCE G_MAXUINT

typedef struct _SamsokVocabulary SamsokVocabulary;

/* An empty vocabulary. Owner: the caller. */
SamsokVocabulary *samsok_vocabulary_new(void);
void samsok_vocabulary_free(SamsokVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokVocabulary, samsok_vocabulary_free)

/* Adds what the Turtle file at `path` says; several files may be added one after the other, and what
 * they say of one IRI is one concept. After an error the vocabulary is to be freed.
 * Errors: QUERY 'FILE': line N: REASON; MISSING or IO when it cannot be read; LIMIT. */
bool samsok_vocabulary_load(SamsokVocabulary *vocabulary, const char *path, GError **error);

/* How many files were added, and the path of one, as given to samsok_vocabulary_load. */
guint samsok_vocabulary_file_count(const SamsokVocabulary *vocabulary);
const char *samsok_vocabulary_file(const SamsokVocabulary *vocabulary, guint index);
/* True when the file says something of a concept, here or in another file declared. One that does not is
 * read without an error and is seldom meant: a copy that was cut short between two statements, or empty. */
bool samsok_vocabulary_file_has_concepts(const SamsokVocabulary *vocabulary, guint index);

/* Resources are numbered from 0 in the order in which they were first named. */
guint samsok_vocabulary_resource_count(const SamsokVocabulary *vocabulary);
const char *samsok_vocabulary_iri(const SamsokVocabulary *vocabulary, guint resource);
/* True when the resource was said to be a skos:Concept. */
bool samsok_vocabulary_is_concept(const SamsokVocabulary *vocabulary, guint resource);
/* What stands behind the last '/' or '#' of `iri`; all of it when nothing does. Lent. */
const char *samsok_iri_segment(const char *iri);
/* The last segment of its IRI; the whole IRI where two concepts would share it. */
const char *samsok_vocabulary_id(const SamsokVocabulary *vocabulary, guint resource);
/* The concept with this id or IRI, or SAMSOK_NO_RESOURCE. */
guint samsok_vocabulary_find(const SamsokVocabulary *vocabulary, const char *id);
/* The resource with this IRI, concept or not, or SAMSOK_NO_RESOURCE. */
guint samsok_vocabulary_resource(const SamsokVocabulary *vocabulary, const char *iri);

guint samsok_vocabulary_statement_count(const SamsokVocabulary *vocabulary, guint resource);
const SamsokStatement *samsok_vocabulary_statement(const SamsokVocabulary *vocabulary,
                                                   guint resource, guint index);

/* The text of `property` in `language`; failing that in nb, without language, in any. NULL if the
 * resource has none. */
const char *samsok_vocabulary_text(const SamsokVocabulary *vocabulary, guint resource,
                                   SamsokProperty property, const char *language);
/* Its preferred label, as samsok_vocabulary_text chooses it; its id if there is none. */
const char *samsok_vocabulary_label(const SamsokVocabulary *vocabulary, guint resource,
                                    const char *language);

/* The concepts directly above (BROADER), below (NARROWER) or beside (RELATED) `resource`, told from either side,
 * each once. Owner: the caller frees the GArray of guint. */
GArray *samsok_vocabulary_neighbours(const SamsokVocabulary *vocabulary, guint resource,
                                     SamsokProperty property);

G_END_DECLS

#endif
