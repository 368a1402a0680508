/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builders: threads that make documents of files, handed over in the order of the files.
 *
 * Each builder has its own extractor (and so its own workers); it takes the next file, sends it
 * through extraction and shaping and lays the document in its place. Whoever asks gets the documents
 * in order, however the builders overtake each other: what is built does not depend on their timing.
 * Builders run ahead of the asker by a bounded number of files.
 */
#ifndef SAMSOK_INDEX_INTAKE_H
#define SAMSOK_INDEX_INTAKE_H

#include "core/extract/registry.h"
#include "core/model/document.h"
#include "index/plan.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* What became of a file: a document or an error. */
typedef struct {
    SamsokDocument *document;       /* NULL on error */
    char *media_type;               /* NULL on error */
    const SamsokPluginInfo *plugin; /* lent by the registry; NULL when none was chosen */
    GError *error;
} SamsokIntakeResult;

void samsok_intake_result_clear(SamsokIntakeResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SamsokIntakeResult, samsok_intake_result_clear)

typedef struct _SamsokIntake SamsokIntake;

/* Starts `jobs` builders on `items` (of SamsokPlanItem *), which must outlive the intake, as must
 * `registry`. Owner: the caller. */
SamsokIntake *samsok_intake_new(const GPtrArray *items, const SamsokRegistry *registry, guint jobs);
/* Tells the builders to stop, and waits for the files at hand. Accepts NULL. */
void samsok_intake_free(SamsokIntake *intake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokIntake, samsok_intake_free)

/* Waits up to `timeout_ms` for the next file's result. False when it is not there yet. Not to be
 * called more often than there are items with a result true. Owner: the caller clears `out`. */
bool samsok_intake_next(SamsokIntake *intake, guint timeout_ms, SamsokIntakeResult *out);

/* The largest resident set of any worker that has ended so far, in kilobytes. */
uint64_t samsok_intake_peak_rss_kb(SamsokIntake *intake);

G_END_DECLS

#endif
