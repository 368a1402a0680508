/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabularies that a command works with. */
#ifndef SAMSOK_TOOLS_VOCABULARIES_H
#define SAMSOK_TOOLS_VOCABULARIES_H

#include "core/concepts/lexicon.h"
#include "core/concepts/vocabulary.h"

#include <glib.h>

G_BEGIN_DECLS

/* Loads `files` (--vocabulary, NULL or empty for none given); failing that $SAMSOK_VOCABULARY, which
 * may name several with ':' between; failing that the installed one. Owner: the caller.
 * Errors: as samsok_vocabulary_load; QUERY for a file without concepts: a run that went on with one would
 * take the tags off every passage. */
SamsokVocabulary *samsok_cli_vocabulary(char **files, GError **error);

/* The same with whatever the files say, for who looks at the files themselves. */
SamsokVocabulary *samsok_cli_vocabulary_as_it_is(char **files, GError **error);

/* The same, but NULL without an error, after a line on standard error, where nothing names a vocabulary
 * and none is installed: a run goes on untagged. */
SamsokVocabulary *samsok_cli_vocabulary_if_any(char **files, GError **error);

/* `vocabulary` ready to tag with. Owner: the caller; it lends the vocabulary.
 * Errors: QUERY for one that is not fit for it (samsok_vocabulary_is_fit); INTERNAL. */
SamsokLexicon *samsok_cli_lexicon(const SamsokVocabulary *vocabulary, GError **error);

G_END_DECLS

#endif
