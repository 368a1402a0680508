/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes any row of lexemes fit the grammar of core/query/parse.h. For parse.c only.
 *
 * Parentheses without a fellow, and pairs too deep, are dropped; operators
 * with nothing to join become words. Each is told in a note.
 */
#ifndef SAMSOK_QUERY_REPAIR_H
#define SAMSOK_QUERY_REPAIR_H

#include <glib.h>

G_BEGIN_DECLS

/* Changes `lexemes` (of SamsokLexeme, END last) in place; pairs in more than `max_depth` - 1 others are too
 * deep. New strings go into `strings`. */
void samsok_query_repair(GArray *lexemes, guint max_depth, GStringChunk *strings, GPtrArray *notes);

G_END_DECLS

#endif
