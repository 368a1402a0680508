/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups become draft blocks: text joined, marker and number apart, cells, place and look. */
#ifndef SAMSOK_SHAPE_BLOCK_H
#define SAMSOK_SHAPE_BLOCK_H

#include "core/shape/draft.h"
#include "core/shape/group.h"
#include "core/shape/hyphen.h"
#include "core/shape/layout.h"

#include <glib.h>

G_BEGIN_DECLS

/* Appends one block for each group that is not a part of another, in reading order. Every letter of
 * the lines comes into exactly one block. */
void samsok_blocks_add(SamsokDraft *draft, const SamsokGroups *groups, const SamsokHyphens *hyphens,
                       const SamsokLayout *layout);

G_END_DECLS

#endif
