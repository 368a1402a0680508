/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a text of a report stands in its passages, as written with a point: «ORDINAL START END AT;» for each piece. */
#ifndef SAMSOK_INDEX_POINT_SPANS_H
#define SAMSOK_INDEX_POINT_SPANS_H

#include "core/model/document.h"
#include "index/extras.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Code points [start, end) of a passage are those from `at` on of the text. */
typedef struct {
    guint64 ordinal;
    guint64 start;
    guint64 end;
    guint64 at;
} SamsokPointSpan;

/* Reads the next of the spans at *p into `out`; false at their end. */
bool samsok_point_next_span(const char **p, SamsokPointSpan *out);

/* The spans of `text` in the passages of the blocks [first_block, end_block) of `document`, each line of it looked
 * for by itself. Owner: the caller. */
char *samsok_point_spans(const SamsokReportContent *content, const SamsokDocument *document, const char *text,
                         guint first_block, guint end_block);

G_END_DECLS

#endif
