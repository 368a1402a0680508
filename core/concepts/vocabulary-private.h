/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a reader of files puts statements into a vocabulary. */
#ifndef SAMSOK_CONCEPTS_VOCABULARY_PRIVATE_H
#define SAMSOK_CONCEPTS_VOCABULARY_PRIVATE_H

#include "core/concepts/vocabulary.h"

G_BEGIN_DECLS

/* The number of the file from which the following statements come. */
guint samsok_vocabulary_add_file(SamsokVocabulary *vocabulary, const char *path);
/* The resource called `name`, new if nobody named it before. */
guint samsok_vocabulary_intern(SamsokVocabulary *vocabulary, const char *name);
/* The property with this IRI, or SAMSOK_PROPERTY_COUNT for one that is not kept. */
SamsokProperty samsok_vocabulary_property(const SamsokVocabulary *vocabulary, const char *iri);
/* Adds a copy of `statement`; its strings are copied. False when SAMSOK_MAX_VOCABULARY_STATEMENTS
 * are there already. */
bool samsok_vocabulary_add(SamsokVocabulary *vocabulary, guint resource,
                           const SamsokStatement *statement);
/* Settles ids after a file has been read. */
void samsok_vocabulary_settle(SamsokVocabulary *vocabulary);

G_END_DECLS

#endif
