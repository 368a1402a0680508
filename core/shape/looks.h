/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which looks the headings of a printed document have, and the level each stands for. */
#ifndef SAMSOK_SHAPE_LOOKS_H
#define SAMSOK_SHAPE_LOOKS_H

#include "core/base/limits.h"
#include "core/shape/group.h"
#include "core/shape/layout.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    double sizes[SAMSOK_MAX_LEVEL];  /* of headings, largest first */
    guint levels[SAMSOK_MAX_LEVEL];  /* the level of each */
    guint count;
    guint bold_level;                /* of headings that are bold and no larger than the text; 0: none */
} SamsokLooks;

/* Reads all groups: sizes above the body's that short groups are set in, and whether bold rows of the
 * body's size are headings here. A size that numbered headings have gets the depth of their numbers,
 * another one lies below the next larger one. Plain text has no looks. */
void samsok_looks_measure(const SamsokGroups *groups, const SamsokLayout *layout, SamsokLooks *out);

/* The level that the look of `group` stands for; 0 if it is that of text. */
guint samsok_looks_level(const SamsokLooks *looks, const SamsokGroups *groups, const SamsokGroup *group,
                         const SamsokLayout *layout);
/* True if headings are told by their looks in this document. */
bool samsok_looks_tell(const SamsokLooks *looks);

G_END_DECLS

#endif
