/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabulary as `samsok concepts` shows it: what it says, and what an index has of it. */
#ifndef SAMSOK_TOOLS_CONCEPTS_H
#define SAMSOK_TOOLS_CONCEPTS_H

#include "core/concepts/check.h"
#include "core/concepts/vocabulary.h"
#include "index/facets.h"
#include "index/search.h"
#include "index/thesaurus.h"
#include "tools/command.h"
#include "tools/json.h"

#include <glib.h>

G_BEGIN_DECLS

/* Everything lent. */
typedef struct {
    const SamsokVocabulary *vocabulary;
    const SamsokThesaurus *thesaurus; /* of the vocabulary */
    const char *language;             /* of labels and of the definition that people see */
    GHashTable *counts;               /* id in the index → const SamsokFacetValue *; NULL without an index */
    bool counts_are_exact;            /* else, in a large index, they are estimates */
    GHashTable *tagged;               /* IRI → id, of what the index is tagged with; NULL without an index */
    const char *edition;              /* of the vocabulary it is tagged with; NULL without an index */
} SamsokConceptView;

/* The id by which the index knows `concept`; NULL where it is not tagged with it. Lent. */
const char *samsok_concept_view_id(const SamsokConceptView *view, guint concept);

/* Where one concept is mentioned. */
typedef struct {
    SamsokAnswer *passages; /* the best ones */
    SamsokFacets *years;
} SamsokConceptUse;

void samsok_text_concept_tree(const SamsokConceptView *view);
void samsok_text_concept(const SamsokConceptView *view, guint concept, const SamsokConceptUse *use);
/* {"concepts": [...]} in the order of the tree. Owner: the caller. */
json_t *samsok_json_concept_tree(const SamsokConceptView *view);
/* `use` NULL: there is no index, or it is not tagged with the concept. Owner: the caller. */
json_t *samsok_json_concept(const SamsokConceptView *view, guint concept,
                            const SamsokConceptUse *use);

/* Prints `findings`: "FILE:LINE: error: TEXT [cycle]", as compilers name places, or as JSON; gives how many of them
 * are errors. */
guint samsok_print_findings(const SamsokVocabulary *vocabulary, const GPtrArray *findings,
                            SamsokFormat format);

/* Shows the concept with this id or IRI and where the index at `index_dir` (NULL: the usual one) mentions it; gives the
 * exit status, or -1, with nothing printed, when no vocabulary has it or there is none. */
int samsok_cli_show_concept(const char *index_dir, const char *id, SamsokFormat format);

G_END_DECLS

#endif
