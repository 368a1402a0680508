/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting what became of each file, and telling whoever asked. */
#ifndef SAMSOK_INDEX_TALLY_H
#define SAMSOK_INDEX_TALLY_H

#include "index/update.h"

#include <glib.h>

G_BEGIN_DECLS

/* An empty report of a run that begins now. Owner: the caller. */
SamsokRunReport *samsok_tally_new(void);

/* Counts a file seen and its fate; calls options->on_file as index/update.h promises; keeps it among
 * the failures when it has a code. `path` may be any bytes. */
void samsok_tally_file(SamsokRunReport *report, const SamsokUpdateOptions *options,
                       const SamsokFileEvent *event);

/* The time as ISO 8601 in UTC. Owner: the caller frees. */
char *samsok_tally_now(void);

G_END_DECLS

#endif
