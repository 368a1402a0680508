/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the finders of points work on one document. */
#ifndef SAMSOK_INSIGHT_POINTS_PRIVATE_H
#define SAMSOK_INSIGHT_POINTS_PRIVATE_H

#include "core/insight/points.h"

#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    const SamsokDocument *document;
    GPtrArray *points;  /* of SamsokPoint * */
    GArray *sentences;  /* of SamsokSentence, scratch */
    bool *taken;        /* by block: part of a point already */
    bool is_weighed;    /* tells_rules is known */
    bool tells_rules;
} SamsokPointFinder;

/* True for a law, standard or manual, whose bør and must are no findings. Reads the whole document when
 * first asked. */
bool samsok_point_tells_rules(SamsokPointFinder *finder);

/* Adds a point of the blocks [first, end) with this text, which is taken over; NULL when there are
 * SAMSOK_MAX_POINTS already. Marks the blocks as taken. */
SamsokPoint *samsok_point_add(SamsokPointFinder *finder, SamsokPointKind kind, guint first,
                              guint end, char *text);

/* Lists that a lead-in, a heading or their own markers announce. */
void samsok_points_find_lists(SamsokPointFinder *finder);
/* Paragraphs and headings below a heading that announces them, and those that name themselves. */
void samsok_points_find_paragraphs(SamsokPointFinder *finder);
/* Sentences of running text. Called last: what is taken is left alone. */
void samsok_points_find_sentences(SamsokPointFinder *finder);

G_END_DECLS

#endif
