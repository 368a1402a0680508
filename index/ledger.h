/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written of files that are no report: known files, verdicts, sources.
 *
 * During a run it is noted what shall be known afterwards; at the end the difference to what was
 * known before is written.
 */
#ifndef SAMSOK_INDEX_LEDGER_H
#define SAMSOK_INDEX_LEDGER_H

#include "index/known.h"
#include "index/plan.h"
#include "index/xapian/index.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _SamsokLedger SamsokLedger;

/* `known` and `plan` must outlive it. */
SamsokLedger *samsok_ledger_new(const SamsokKnown *known, const SamsokPlan *plan);
void samsok_ledger_free(SamsokLedger *ledger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokLedger, samsok_ledger_free)

/* The item's file shall be known by stamp and SHA-256, without being a report as it is. */
void samsok_ledger_note_file(SamsokLedger *ledger, const SamsokPlanItem *item);
/* It is a report, after all. */
void samsok_ledger_forget_file(SamsokLedger *ledger, const SamsokPlanItem *item);
/* The verdict of this run on the item's content; NULL if there is none. Lent until the next is taken. */
const SamsokVerdict *samsok_ledger_verdict(const SamsokLedger *ledger, const SamsokPlanItem *item);
/* Owner: takes `verdict`. */
void samsok_ledger_take_verdict(SamsokLedger *ledger, SamsokVerdict *verdict);

/* Writes what differs from what was known; all of it when `is_fresh`. Errors: IO. */
gboolean samsok_ledger_write(const SamsokLedger *ledger, SamsokWriter *writer, bool is_fresh,
                             GError **error);
/* True when samsok_ledger_write would write nothing. */
bool samsok_ledger_is_clean(const SamsokLedger *ledger);

G_END_DECLS

#endif
