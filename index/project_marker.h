/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where passages and points speak of undertakings named by reports. */
#ifndef SAMSOK_INDEX_PROJECT_MARKER_H
#define SAMSOK_INDEX_PROJECT_MARKER_H

#include "index/project_cases.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Finds where passages and points speak of cases, of all of them in one go. */
typedef struct _SamsokProjectMarker SamsokProjectMarker;

/* `cases` (`count` of them) are lent and must outlive it. */
SamsokProjectMarker *samsok_project_marker_new(const SamsokProjectCase *const *cases, guint count);
void samsok_project_marker_free(SamsokProjectMarker *marker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokProjectMarker, samsok_project_marker_free)

/* Adds a mention to `passage` for each place that speaks of a case, and one for the whole when a heading
 * above it or `title`, that of its report, does (rule "structure"). A point is about a case too that its lead-in
 * names ("lead-in"), or where neither it nor what stands above it names any, that its report is about ("report").
 * False when it speaks of none. */
bool samsok_project_marker_mark(SamsokProjectMarker *marker, const char *title,
                                SamsokPassageRecord *passage);

G_END_DECLS

#endif
