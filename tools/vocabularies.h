/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabularies that a command works with. */
#ifndef SAMSOK_TOOLS_VOCABULARIES_H
#define SAMSOK_TOOLS_VOCABULARIES_H

#include "core/concepts/vocabulary.h"

#include <glib.h>

G_BEGIN_DECLS

/* Loads `files` (--vocabulary, NULL or empty for none given); failing that $SAMSOK_VOCABULARY, which
 * may name several with ':' between; failing that the installed one. Owner: the caller.
 * Errors: as samsok_vocabulary_load. */
SamsokVocabulary *samsok_cli_vocabulary(char **files, GError **error);

G_END_DECLS

#endif
