/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where undertakings named by reports stand: the passages and points that speak of one.
 *
 * They are found by the words of its name and then read, for words say nothing of order and capitals. This is
 * done when somebody asks: a report may be indexed before the one that tells what a name is.
 */
#ifndef SAMSOK_INDEX_PROJECT_PLACES_H
#define SAMSOK_INDEX_PROJECT_PLACES_H

#include "index/project_cases.h"
#include "index/search.h"

#include <glib.h>

G_BEGIN_DECLS

/* Keeps the titles of reports between cases. One thread; inside one try. */
typedef struct _SamsokProjectPlaces SamsokProjectPlaces;

/* `cases` (of SamsokProjectCase *, lent) are all of them: a point that names another is not about what its report
 * is about. */
SamsokProjectPlaces *samsok_project_places_new(SamsokIndex *index, const GPtrArray *cases);
void samsok_project_places_free(SamsokProjectPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokProjectPlaces, samsok_project_places_free)

/* `record` is lent for the call, with its mentions of the case. */
typedef void (*SamsokEachProjectPlace)(uint32_t docid, const SamsokPassageRecord *record, void *data);

/* Which documents are looked at. */
typedef struct {
    const char *kind;     /* SAMSOK_KIND_PASSAGE or _POINT */
    GPtrArray *filters;   /* of SamsokNode *, which it uses up; NULL */
    guint most;           /* documents read */
} SamsokProjectLook;

/* Calls `each` for the documents that speak of `one`, in order of their numbers. *out_is_cut: there were more
 * than `most`. Errors: IO, CORRUPT, STALE. */
gboolean samsok_project_places_each(SamsokProjectPlaces *places, const SamsokProjectCase *one,
                                    const SamsokProjectLook *look, SamsokEachProjectPlace each,
                                    void *data, bool *out_is_cut, GError **error);

/* The same for documents that are known, each read once for all cases. */
gboolean samsok_project_places_read(SamsokProjectPlaces *places, const GArray *docids, SamsokEachProjectPlace each,
                                    void *data, GError **error);

/* A filter that passages and points pass that speak of the undertaking with the id or name `typed`; NULL in
 * *out_node when no report names one so. What is cut is told in `notes`. From then on it is one that the
 * question at hand is filtered by (SamsokIndex.asked). Owner: the caller. Errors likewise. */
gboolean samsok_project_filter(SamsokIndex *index, const char *typed, GPtrArray *notes,
                               SamsokNode **out_node, GError **error);

/* Adds to each hit of `answer` the mentions of the undertakings that its question is filtered by. */
void samsok_hits_mark_asked(const SamsokIndex *index, SamsokAnswer *answer);

/* Adds to each hit of `answer`, all of them points, the mentions of undertakings that reports name. */
gboolean samsok_points_mark_projects(SamsokIndex *index, SamsokAnswer *answer, GError **error);

G_END_DECLS

#endif
