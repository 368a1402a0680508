/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a run will do with each file: found files against what the index knows.
 *
 * A plan is made in two steps. samsok_plan_new looks at paths and stamps and says which files must be
 * read for their SHA-256; samsok_plan_resolve decides by it:
 *
 *   - A file whose path has a report with the same content keeps it.
 *   - Content that the index holds under a path where it is no longer is moved: the report keeps its
 *     id and nothing is read.
 *   - Content that another file has too is a copy and is skipped; of several, the one that has the
 *     report already counts, else the first in order of the walk. When that one goes, the next copy
 *     takes its place in the same run, as a move. When that one is to be read and cannot be, its copies
 *     fail with it, or are read themselves where they are called otherwise.
 *   - Content with a verdict against it, under such a name, is not read.
 *   - Anything else is read: as a new version of the path's report, or as a new report.
 *   - A report under the sources that nothing above claimed is removed, unless its file, or a folder
 *     above it, could not be looked at.
 *
 * The plan depends on nothing but its inputs and touches only files outside the sources (to see
 * whether a content that turned up here is still there).
 */
#ifndef SAMSOK_INDEX_PLAN_H
#define SAMSOK_INDEX_PLAN_H

#include "index/identity.h"
#include "index/known.h"
#include "index/sidecar.h"
#include "index/walk.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_STEP_UNDECIDED, /* before samsok_plan_resolve */
    SAMSOK_STEP_KEEP,      /* the report stands as it is */
    SAMSOK_STEP_REFRESH,   /* same content: path, stamp or staleness of the report change */
    SAMSOK_STEP_READ,      /* new or changed, or made by an older stage */
    SAMSOK_STEP_HELD,      /* failed before: quarantined */
    SAMSOK_STEP_UNREAD,    /* of a kind nobody reads, as was seen before */
    SAMSOK_STEP_COPY,      /* another file has the same content */
    SAMSOK_STEP_SKIP,      /* no document: a sidecar, a named pipe, … */
    SAMSOK_STEP_FAIL       /* could not be read */
} SamsokStep;

typedef struct {
    SamsokStep step;
    const SamsokFound *found;
    SamsokStamp stamp;               /* of the content with this SHA-256 */
    char *sha256;                    /* NULL where it is not known */
    bool is_moved;                   /* the report was at another path */
    SamsokKnownReport *report;       /* KEEP, REFRESH: the file's; READ: what it replaces; HELD,
                                      * UNREAD, FAIL: the last good content; COPY: that, where the
                                      * file that counts is to be read; may be NULL in these */
    const SamsokVerdict *verdict;    /* HELD, UNREAD */
    const char *twin;                /* COPY: path of the file that counts; lent */
    const SamsokSidecarRow *row;     /* NULL if no sidecar speaks of it */
    const char *skip;                /* SKIP, COPY: why, in a word that scripts compare */
    int code;                        /* FAIL */
    char *reason;                    /* FAIL, SKIP, HELD, UNREAD */
} SamsokPlanItem;

typedef struct {
    const SamsokWalk *walk;
    const SamsokKnown *known;
    const SamsokSidecars *sidecars;
    bool read_all;           /* unchanged files too */
    bool retry_quarantined;
} SamsokPlanInput;

typedef struct {
    SamsokPlanInput input;
    GPtrArray *items;     /* of SamsokPlanItem *, in order of the walk */
    GPtrArray *digests;   /* of SamsokDigest *: to be filled in before resolving */
    GPtrArray *removed;   /* of SamsokKnownReport *, lent by `known` */
    GPtrArray *untouched; /* of SamsokKnownReport *: not under the sources, or not to be seen */
} SamsokPlan;

/* Everything in `input` must outlive the plan. Owner: the caller. */
SamsokPlan *samsok_plan_new(const SamsokPlanInput *input);
void samsok_plan_resolve(SamsokPlan *plan);
void samsok_plan_free(SamsokPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPlan, samsok_plan_free)

/* How many reports go, if all is read that is to be read. */
guint samsok_plan_removal_count(const SamsokPlan *plan);
/* True when the plan removes more than a fifth and more than ten of the known reports: an unmounted
 * disk looks like that. */
bool samsok_plan_removes_too_much(const SamsokPlan *plan);

G_END_DECLS

#endif
