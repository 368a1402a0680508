/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passage records of one report: fresh from a document, or as an index holds them. */
#ifndef SAMSOK_INDEX_PASSAGES_H
#define SAMSOK_INDEX_PASSAGES_H

#include "core/model/document.h"
#include "index/record.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* Both give a GPtrArray of SamsokPassageRecord * in order of place. Owner: the caller. */

/* Those of `document`, whose report has the id `report`; nothing in them is lent by either. */
GPtrArray *samsok_passages_of(const SamsokDocument *document, const char *report);
/* Those stored with the report `report`, with their document numbers. NULL on error. Errors: IO, CORRUPT, STALE. */
GPtrArray *samsok_passages_load(SamsokDatabase *reader, const char *report, GError **error);

G_END_DECLS

#endif
