/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report with all that belongs to it on the way into a database.
 *
 * A piece owns all that its writing needs, so that it can be handed to another thread. What its record
 * lends from outside (the plan, the registry, the run's report) outlives the run.
 */
#ifndef SAMSOK_INDEX_PIECE_H
#define SAMSOK_INDEX_PIECE_H

#include "index/ingest.h"
#include "index/intake.h"

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef struct {
    char *made;                 /* a string the record lends that was made for it; may be NULL */
    SamsokIntakeResult result;  /* the document of a file that was read; empty for one carried over */
    SamsokReportRecord *record; /* may lend from `result` and `made` */
    GPtrArray *passages;        /* of SamsokPassageRecord *, carried over; NULL: none are written, or
                                 * those of the document */
    GPtrArray *extras;          /* of SamsokExtra *, carried over with the passages; else NULL */
} SamsokPiece;

/* Owner: takes all three. `made` and `result` may be NULL; `result` is left empty. */
SamsokPiece *samsok_piece_new(char *made, SamsokIntakeResult *result, SamsokReportRecord *record);
void samsok_piece_free(SamsokPiece *piece);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPiece, samsok_piece_free)

/* Bytes of text in its passages. */
size_t samsok_piece_text_bytes(const SamsokPiece *piece);

/* Writes the record, the passages and the extras. Errors: IO. */
gboolean samsok_piece_write(const SamsokPiece *piece, SamsokIngest *ingest, GError **error);

G_END_DECLS

#endif
