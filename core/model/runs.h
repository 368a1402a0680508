/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The runs of one file, as the host keeps them: checked, cleaned, owned.
 *
 * A SamsokRuns is filled by whoever talks to a worker and read by the shape stage. Its records are
 * SamsokRun as plugins fill them (core/extract/plugin.h), with these promises added: text and name
 * are never NULL, are NUL-terminated and clean (core/base/text.h), levels are at most
 * SAMSOK_MAX_LEVEL, pages rise, numbers are finite, the kind is one of the known kinds.
 */
#ifndef SAMSOK_MODEL_RUNS_H
#define SAMSOK_MODEL_RUNS_H

#include "core/extract/plugin.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsokRuns SamsokRuns;

SamsokRuns *samsok_runs_new(void);
void samsok_runs_free(SamsokRuns *runs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokRuns, samsok_runs_free)

/* Takes a copy of `run` after checking and cleaning it. A run of a kind this program does not know
 * is passed over without error, as the ABI promises.
 * Errors: LIMIT (too many runs, too much text, too many pages), PLUGIN (pages out of order, a text
 * longer than the ABI allows, a number that is not finite). After an error `runs` stays as it was. */
gboolean samsok_runs_append(SamsokRuns *runs, const SamsokRun *run, GError **error);

guint samsok_runs_len(const SamsokRuns *runs);
/* The run at `index`, lent as long as `runs` lives and no run is appended. */
const SamsokRun *samsok_runs_at(const SamsokRuns *runs, guint index);
/* The number of PAGE runs, and the bytes of all text. */
guint samsok_runs_page_count(const SamsokRuns *runs);
gsize samsok_runs_text_bytes(const SamsokRuns *runs);

G_END_DECLS

#endif
