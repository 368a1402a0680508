/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The generations of an index: which database is in use, and who may write.
 *
 * The layout is that of index/schema.h. A generation is published by replacing the file `current`:
 * a reader that opens by path sees the old one or the new one, never half of either.
 */
#ifndef SAMSOK_INDEX_GENERATION_H
#define SAMSOK_INDEX_GENERATION_H

#include <glib.h>

G_BEGIN_DECLS

/* The path of the database to read in the index `dir`: the generation in use, or `dir` itself where
 * it has no `current` (a database, a stub file). Owner: the caller frees.
 * Errors: MISSING (there is nothing at `dir`), CORRUPT (`current` names no generation), IO. */
char *samsok_generation_database(const char *dir, GError **error);

/* The name of the generation in use: "gen-3"; "" where `dir` has no `current`. Owner: the caller.
 * Errors: CORRUPT, IO. */
char *samsok_generation_current(const char *dir, GError **error);

/* A name for a new generation, behind all that are there. Owner: the caller frees. */
char *samsok_generation_next(const char *dir);

/* Makes the database DIR/`name` the one in use, durably. Errors: IO. */
gboolean samsok_generation_publish(const char *dir, const char *name, GError **error);

/* Removes what killed runs left behind and generations that are no longer needed: all but the one
 * in use and the one before it, which readers may still have open. Best effort. Writer only. */
void samsok_generation_sweep(const char *dir);
/* Removes the database at `path`, a folder of files. What cannot be removed stays for the next
 * samsok_generation_sweep. */
void samsok_generation_remove(const char *path);

/* The right to write. Held until freed, or until the process ends, however it ends. */
typedef struct _SamsokIndexLock SamsokIndexLock;

/* Makes `dir` (with its parents) when it is not there and takes the lock without waiting.
 * Errors: LOCKED (the message names the process that holds it), CREATE, IO. */
SamsokIndexLock *samsok_index_lock_take(const char *dir, GError **error);
void samsok_index_lock_free(SamsokIndexLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokIndexLock, samsok_index_lock_free)

G_END_DECLS

#endif
