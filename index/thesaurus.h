/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concepts that an index was tagged with: what a search needs of a vocabulary.
 *
 * A thesaurus is made of a vocabulary when an index is written and is stored in the index's metadata
 * (SAMSOK_KEY_THESAURUS), so that a search needs no Turtle file. It holds every concept: its labels in all
 * languages, its kind, its place in an order, what stands above it, its scheme.
 *
 * Immutable: several threads may use one.
 */
#ifndef SAMSOK_INDEX_THESAURUS_H
#define SAMSOK_INDEX_THESAURUS_H

#include "core/concepts/vocabulary.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum { SAMSOK_LABEL_PREFERRED, SAMSOK_LABEL_ALTERNATIVE, SAMSOK_LABEL_HIDDEN } SamsokLabelKind;

typedef struct {
    SamsokLabelKind kind;
    const char *language; /* "nb"; "" for none */
    const char *text;
    const char *folded;   /* lower case */
} SamsokConceptLabel;

/* Strings never NULL. */
typedef struct {
    const char *id;
    const char *iri;
    const char *label;       /* preferred, in bokmål where there is one */
    const char *kind;        /* samsok:kind: "role", "step", "case", …; "concept" where none is said */
    guint order;             /* in its ordered collection, from 1; 0: in none */
    const char *scheme;      /* IRI of the first scheme it is in; "" */
    const char *definition;  /* in bokmål where there is one; "" */
    GPtrArray *broader;      /* of const char *: ids directly above */
    GPtrArray *labels;       /* of SamsokConceptLabel * */
} SamsokConcept;

/* Its preferred label in `language` ("nn"), else what stands in `label`. Lent. */
const char *samsok_concept_label(const SamsokConcept *concept, const char *language);

typedef struct _SamsokThesaurus SamsokThesaurus;

/* What `vocabulary` says; it need not outlive the thesaurus. Owner: the caller. */
SamsokThesaurus *samsok_thesaurus_new(const SamsokVocabulary *vocabulary);
/* Back from samsok_thesaurus_text; lines it does not know are passed over. Owner: the caller. */
SamsokThesaurus *samsok_thesaurus_parse(const char *text);
/* True as soon as `test` is of a label in a language that begins with `language`, in what samsok_thesaurus_text
 * gave: without a thesaurus of it, which costs more than most questions. */
typedef bool (*SamsokLabelTest)(const char *label, void *data);
bool samsok_thesaurus_text_has(const char *text, const char *language, SamsokLabelTest test, void *data);
void samsok_thesaurus_free(SamsokThesaurus *thesaurus);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokThesaurus, samsok_thesaurus_free)

/* As stored: a line each for a concept and for what is said of it. Owner: the caller. */
char *samsok_thesaurus_text(const SamsokThesaurus *thesaurus);

/* In the order of the vocabulary. */
guint samsok_thesaurus_count(const SamsokThesaurus *thesaurus);
const SamsokConcept *samsok_thesaurus_at(const SamsokThesaurus *thesaurus, guint index);
/* The concept with this id; NULL if there is none. */
const SamsokConcept *samsok_thesaurus_find(const SamsokThesaurus *thesaurus, const char *id);

/* Ids of the concept `id` and of all above it, nearest first, each once (const char *, lent), NULL
 * when there is no such concept. Lent. */
const GPtrArray *samsok_thesaurus_above(const SamsokThesaurus *thesaurus, const char *id);

G_END_DECLS

#endif
