/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which edition of a vocabulary it is: what an index remembers of the one it was tagged with. */
#ifndef SAMSOK_CONCEPTS_EDITION_H
#define SAMSOK_CONCEPTS_EDITION_H

#include "core/concepts/vocabulary.h"

#include <glib.h>

G_BEGIN_DECLS

/* A digest (hex SHA-256) of what the vocabulary says and of the tagger's version: with the same one a
 * text is tagged the same. Comments, layout and the paths of the files do not count. Owner: the
 * caller. */
char *samsok_vocabulary_digest(const SamsokVocabulary *vocabulary);

/* Its files with their versions (owl:versionInfo of a scheme), for people: "samordning.ttl 1.1,
 * los.ttl". Owner: the caller. */
char *samsok_vocabulary_edition(const SamsokVocabulary *vocabulary);

G_END_DECLS

#endif
