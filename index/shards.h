/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building a new generation: many small databases side by side, made into one at the end.
 *
 * Pieces are given in order. Each run of neighbours with SAMSOK_SHARD_TEXT_BYTES of text between them,
 * or of SAMSOK_SHARD_REPORTS reports, becomes one shard, a database of its own, written in a thread while further pieces are gathered.
 * Compaction strings the shards together in their order: which document gets which number depends on
 * the pieces alone, not on how many threads there are or which is quick. Small shards are written
 * from memory in one go, and compaction makes of them the smallest index there is.
 *
 * Memory is bounded: `jobs` shards are being written, one is waiting and one is being gathered.
 *
 * Threads: the functions are called from one thread.
 */
#ifndef SAMSOK_INDEX_SHARDS_H
#define SAMSOK_INDEX_SHARDS_H

#include "index/piece.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsokShards SamsokShards;

/* Shards are put beside each other as BASE-1, BASE-2, …; none of them may exist. `tagging` must
 * outlive it. Owner: the caller. */
SamsokShards *samsok_shards_new(const char *base, guint jobs, const SamsokTagging *tagging);
/* Waits for the shards that are being written. Leaves their files: samsok_generation_sweep takes
 * them. Accepts NULL. */
void samsok_shards_free(SamsokShards *shards);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokShards, samsok_shards_free)

/* Waits when too many shards are being written. Owner: takes `piece`. Errors: of this or an earlier
 * piece: IO, CREATE. */
gboolean samsok_shards_add(SamsokShards *shards, SamsokPiece *piece, GError **error);

/* Writes what is gathered, waits for all shards and makes one database of them at `destination`.
 * `head` is a database without documents that brings the user metadata. Errors: IO, CREATE. */
gboolean samsok_shards_finish(SamsokShards *shards, const char *head, const char *destination,
                              GError **error);

G_END_DECLS

#endif
