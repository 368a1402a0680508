/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying a plan out: the one place where an index is changed.
 *
 * Into the live database only what differs is written. Into a new generation goes everything, in the
 * order of the walk: what the plan keeps is carried over from the old database, its terms made anew
 * from the stored text. A changed vocabulary is applied to what stays in the live database (index/retag.h).
 * Nothing is committed here.
 */
#ifndef SAMSOK_INDEX_APPLY_H
#define SAMSOK_INDEX_APPLY_H

#include "index/intake.h"
#include "index/known.h"
#include "index/plan.h"
#include "index/shards.h"
#include "index/tagging.h"
#include "index/update.h"
#include "index/xapian/index.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    const SamsokUpdateOptions *options;
    const SamsokPlan *plan;   /* resolved */
    const SamsokKnown *known; /* what the plan was made against */
    SamsokDatabase *reader;     /* the database as it was; NULL when it is new */
    SamsokWriter *writer;     /* the live database, or the head of a new generation */
    SamsokShards *shards;     /* of the new generation; NULL: the live database is written */
    guint jobs;
    SamsokTagging tagging;
    const SamsokThesaurus *before; /* stored passages are tagged by this and shall be tagged again; NULL:
                                    * they stay as they are */
    SamsokRunReport *report;  /* counted up */
} SamsokApply;

/* Errors: IO, CORRUPT, CANCELLED. The caller forgets the writer's transaction then. */
gboolean samsok_apply(const SamsokApply *apply, GError **error);

/* Counts what samsok_apply would do and changes nothing. Errors: IO, CORRUPT, CANCELLED, when stored
 * passages are tagged again to see what would change. */
gboolean samsok_apply_dry(const SamsokApply *apply, GError **error);

/* True when there is nothing to write. */
bool samsok_apply_is_idle(const SamsokPlan *plan);

G_END_DECLS

#endif
