/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups: the records of one block to be, from the row that opens it to the next that opens one. */
#ifndef SAMSOK_SHAPE_GROUP_H
#define SAMSOK_SHAPE_GROUP_H

#include "core/shape/line.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    guint first;         /* records [first, end) of the lines */
    guint end;
    SamsokBlockKind kind;
    guint level;
    guint mark_len;      /* bytes of marker or number at the start of the first record */
    guint num_start;     /* HEADING: where in the first record its number stands */
    guint num_len;       /* bytes of the number, without final dot; 0 if unnumbered */
    guint next_part;     /* the group in which the text goes on, behind a figure or a footnote */
    bool is_part;        /* the text of an earlier group goes on here */
} SamsokGroup;

typedef struct {
    SamsokLines *lines; /* lent */
    GArray *groups;     /* of SamsokGroup */
} SamsokGroups;

/* Owner: the caller; `lines` must outlive it. Every record lies in exactly one group. */
SamsokGroups *samsok_groups_new(SamsokLines *lines);
void samsok_groups_free(SamsokGroups *groups);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokGroups, samsok_groups_free)

guint samsok_groups_len(const SamsokGroups *groups);
SamsokGroup *samsok_groups_at(const SamsokGroups *groups, guint index);
/* First and last record. Lent. */
SamsokLine *samsok_group_first(const SamsokGroups *groups, const SamsokGroup *group);
SamsokLine *samsok_group_last(const SamsokGroups *groups, const SamsokGroup *group);
bool samsok_group_ends_sentence(const SamsokGroups *groups, const SamsokGroup *group);
/* Words, counted up to `max`: long blocks need not be read whole. */
guint samsok_group_words(const SamsokGroups *groups, const SamsokGroup *group, guint max);
/* Printed rows, counted up to `max`. */
guint samsok_group_rows(const SamsokGroups *groups, const SamsokGroup *group, guint max);

/* Finds paragraphs and items that are interrupted by figures, tables, footnotes or running heads and
 * go on behind them, and sets `next_part` and `is_part`. */
void samsok_groups_join_parts(SamsokGroups *groups);

G_END_DECLS

#endif
