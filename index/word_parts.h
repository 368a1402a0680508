/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of compounds that stand in hits, as the index has them (index/words.h).
 *
 * All words of a hit are words of the index, so that no dictionary is asked: loading them would take longer than the
 * search of one process.
 */
#ifndef SAMSOK_INDEX_WORD_PARTS_H
#define SAMSOK_INDEX_WORD_PARTS_H

#include "core/query/matcher.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsokWordParts SamsokWordParts;

/* `reader` is lent and must outlive the object. Owner: the caller. */
SamsokWordParts *samsok_word_parts_new(SamsokDatabase *reader);
void samsok_word_parts_free(SamsokWordParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokWordParts, samsok_word_parts_free)

/* A SamsokPartsOf; `parts` is a SamsokWordParts. What it told of a word is remembered. None after an error. */
const char *const *samsok_word_parts_of(const SamsokToken *token, void *parts);

/* FALSE when some word could not be looked up. Errors: IO, STALE, CORRUPT. */
gboolean samsok_word_parts_check(SamsokWordParts *parts, GError **error);

G_END_DECLS

#endif
