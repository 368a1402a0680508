/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which concepts some passages mention most. */
#ifndef SAMSOK_INDEX_MENTIONED_H
#define SAMSOK_INDEX_MENTIONED_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    const char *concept; /* its id; this and the label are lent by the passages */
    const char *label;
    guint passages;      /* that mention it by itself: narrower concepts do not count here */
    guint mentions;
} SamsokMentionCount;

/* The concepts that `passages` (of SamsokPassageRecord *) mention: GPtrArray of SamsokMentionCount *, those of
 * most passages first, then of most mentions, then by id. Owner: the caller. */
GPtrArray *samsok_mentioned_count(const GPtrArray *passages);

G_END_DECLS

#endif
