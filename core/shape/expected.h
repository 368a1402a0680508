/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings that the bookmarks or the contents page of a document lead one to expect. */
#ifndef SAMSOK_SHAPE_EXPECTED_H
#define SAMSOK_SHAPE_EXPECTED_H

#include "core/shape/draft.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    guint level; /* 0 unknown */
    guint page;  /* physical page; 0 unknown */
    bool is_found;
} SamsokExpectedHeading;

typedef struct _SamsokExpected SamsokExpected;

/* From the format's own outline, or from the blocks of kind CONTENTS (leaders and page numbers at
 * their ends are no part of the title). Owner: the caller. */
SamsokExpected *samsok_expected_from_outline(const SamsokDraft *draft);
SamsokExpected *samsok_expected_from_contents(const SamsokDraft *draft);
void samsok_expected_free(SamsokExpected *expected);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokExpected, samsok_expected_free)

/* The number of headings still expected. */
guint samsok_expected_left(const SamsokExpected *expected);

/* The expected heading with this title (number left out) that is not found yet; one whose page is
 * known must be `page` or a neighbour of it, or `page` itself when `exact`. It counts as found from
 * now on. NULL if there is none. Lent. */
const SamsokExpectedHeading *samsok_expected_take(SamsokExpected *expected, const char *title,
                                                  guint page, bool exact);

G_END_DECLS

#endif
