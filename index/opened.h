/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An index that is open for asking, as the modules behind index/search.h share it. */
#ifndef SAMSOK_INDEX_OPENED_H
#define SAMSOK_INDEX_OPENED_H

#include "core/language/analyser.h"
#include "index/search.h"
#include "index/thesaurus.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

struct _SamsokIndex {
    char *dir;
    SamsokDatabase *reader;
    SamsokAnalyser *analyser;
    SamsokAnalyser *splitter;   /* knows the parts of compounds; NULL until samsok_opened_splitter is asked */
    bool is_outdated;           /* samsok_index_is_outdated */
    char *thesaurus_text;       /* of this commit; NULL until samsok_opened_thesaurus_text is asked */
    SamsokThesaurus *thesaurus; /* likewise: samsok_opened_thesaurus */
    GPtrArray *projects;        /* likewise: samsok_opened_projects */
    GPtrArray *asked;           /* of const SamsokProjectCase *, lent by `projects`: those that the question at hand
                                 * is filtered by (index/project_places.h) */
};

/* The concepts that the index is tagged with; none where it has no vocabulary. Read once. Lent until the
 * next try (samsok_index_retry) or until the index is closed. NULL on error: IO, CORRUPT, STALE. */
const SamsokThesaurus *samsok_opened_thesaurus(SamsokIndex *index, GError **error);

/* As it is stored (samsok_thesaurus_text), likewise. */
const char *samsok_opened_thesaurus_text(SamsokIndex *index, GError **error);

/* The undertakings that reports name (samsok_project_cases), likewise. */
const GPtrArray *samsok_opened_projects(SamsokIndex *index, GError **error);

/* An analyser that splits compounds as that of the index's terms does. Lent until the index is closed. NULL on
 * error: INTERNAL. */
SamsokAnalyser *samsok_opened_splitter(SamsokIndex *index, GError **error);

/* One try at something that reads the index. It must be possible to make it again from the start. */
typedef gboolean (*SamsokIndexTry)(SamsokIndex *index, void *data, GError **error);

/* Makes `attempt`; when the index changed underneath, opens it again (by path: a new generation may
 * have taken its place) and makes it once more, three times at most. An index that is stale again with
 * no newer commit is damaged. The one place where this is done. Errors: those of `attempt`. */
gboolean samsok_index_retry(SamsokIndex *index, SamsokIndexTry attempt, void *data, GError **error);

/* Sets CORRUPT: the index at `dir` is damaged, as `cause` (CORRUPT or STALE) shows, and what helps. */
void samsok_index_set_damaged(GError **error, const char *dir, const GError *cause);

G_END_DECLS

#endif
