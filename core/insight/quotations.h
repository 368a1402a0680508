/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quotations in a document: what it says that another text says, and where it says so itself.
 *
 * A quotation stands in quotes («…», “…”, „…“, "…") and has at least five words, or is a block of its own that
 * is set as one (markdown's '>', HTML's blockquote). What the reference beside it takes for its title may be a
 * quotation all the same: only the report can tell. The reference that belongs to a quotation stands near behind it, else near before it.
 */
#ifndef SAMSOK_INSIGHT_QUOTATIONS_H
#define SAMSOK_INSIGHT_QUOTATIONS_H

#include "core/insight/references.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    char *text;                 /* without the quotes */
    gboolean may_be_title;      /* `reference` takes it for its title */
    guint block;
    SamsokPlace place;          /* of the block */
    SamsokReference *reference; /* where the document says that it is from; NULL; lent by the list below */
} SamsokQuotation;

typedef struct {
    GPtrArray *quotations; /* of SamsokQuotation *, at most SAMSOK_MAX_QUOTATIONS */
    guint left_out;        /* quotations behind them */
    GPtrArray *references; /* of SamsokReference *: all of the document */
} SamsokQuotations;

void samsok_quotations_free(SamsokQuotations *quotations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokQuotations, samsok_quotations_free)

/* Owner: the caller. */
SamsokQuotations *samsok_quotations_find(const SamsokDocument *document);

G_END_DECLS

#endif
