/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which concepts a person means who types an id, a name or a place in an order.
 *
 * An id is itself, with or without «case-» before it, and so is a whole IRI; the last segment of IRIs that
 * several vocabularies use means all of theirs. Else the labels in all languages are compared, first
 * as written (any capitals), then by the stems of their words, so that inflected forms mean the same, last
 * with aa, ae and oe for å, æ and ø. Of
 * labels, preferred ones count before others: only where none fits do alternative and hidden ones. «*» is
 * every concept of the kind; «3» and «3..4» are places in the kind's ordered collection.
 */
#ifndef SAMSOK_INDEX_MEANT_H
#define SAMSOK_INDEX_MEANT_H

#include "core/language/analyser.h"
#include "index/thesaurus.h"

#include <glib.h>

G_BEGIN_DECLS

/* The kind of concepts ("role", "step", …: samsok:kind) that `typed` names in Norwegian or English, as one or
 * many («rolle», "roles"); NULL when it names none that is known here. Lent. */
const char *samsok_meant_kind(const char *typed);

/* The concepts of `kind` (NULL: all) that `typed` means as an id, an IRI or the last segment of one; names are
 * not looked at. Owner as below. */
GPtrArray *samsok_meant_by_id(const SamsokThesaurus *thesaurus, const char *kind, const char *typed);

/* The concepts meant by `typed` among those of `kind` ("role", …; NULL: all): GPtrArray of const
 * SamsokConcept *, empty when none is. Owner: the caller; the concepts are the thesaurus's. */
GPtrArray *samsok_meant_concepts(const SamsokThesaurus *thesaurus, const char *kind,
                                 const char *typed);

G_END_DECLS

#endif
