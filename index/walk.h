/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every file under the given files and folders, in an order that depends on their names alone.
 *
 * Folders are entered in order of their names' bytes, to SAMSOK_MAX_FOLDER_DEPTH. A path is found
 * once, however many sources lead to it. Hidden files are files like others; folders called ".git"
 * and the index itself are passed by; another index is told of as one oddity. Sources that are symbolic links are followed. Symbolic links
 * inside folders are followed when everything else has been seen, and only to files and folders
 * that have not been seen: a loop ends there, and a file is read under its own name when it has one
 * among the sources. What is no regular file is never opened. A folder that cannot be read counts as
 * a file that failed, and what is below it as not known.
 */
#ifndef SAMSOK_INDEX_WALK_H
#define SAMSOK_INDEX_WALK_H

#include "index/identity.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* The file with metadata beside the files (index/sidecar.h): found, and not for reading. */
#define SAMSOK_SIDECAR_NAME "metadata.csv"

typedef enum {
    SAMSOK_FOUND_FILE,    /* regular: to be read */
    SAMSOK_FOUND_SIDECAR, /* metadata.csv */
    SAMSOK_FOUND_ODD,     /* no regular file; see reason */
    SAMSOK_FOUND_FAILED   /* could not be looked at; see reason */
} SamsokFoundKind;

typedef struct {
    SamsokFoundKind kind;
    char *path;          /* absolute; any bytes */
    const char *source;  /* lent by the walk */
    SamsokStamp stamp;   /* FILE and SIDECAR */
    char *reason;        /* ODD and FAILED; else NULL */
    const char *skip;    /* ODD: what kind of oddity, in a word that scripts compare; else NULL */
    int code;            /* FAILED: IO or LIMIT */
} SamsokFound;

typedef struct {
    GPtrArray *sources;  /* of char *: as given, made absolute */
    GPtrArray *files;    /* of SamsokFound * */
    GPtrArray *unknown;  /* of char *: folders and files of which nothing is known this time */
    GPtrArray *missing;  /* of char *: sources that do not exist */
} SamsokWalk;

/* Never fails: what cannot be read is in the result. `index_dir` (may be NULL) is passed by. */
SamsokWalk *samsok_walk(const char *const *sources, const char *index_dir);
void samsok_walk_free(SamsokWalk *walk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokWalk, samsok_walk_free)

/* True when `path` is `folder` or lies below it. */
bool samsok_path_is_under(const char *path, const char *folder);

G_END_DECLS

#endif
