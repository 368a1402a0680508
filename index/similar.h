/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is like a text: its telling words make a question, and the index answers it as any other.
 *
 * A word tells the more the oftener it stands in the text and the fewer passages of the index have it
 * (tf-idf); stop words, and words that the index does not have elsewhere, tell nothing.
 */
#ifndef SAMSOK_INDEX_SIMILAR_H
#define SAMSOK_INDEX_SIMILAR_H

#include "core/model/document.h"
#include "index/search.h"

#include <glib.h>

G_BEGIN_DECLS

/* What something shall be like: exactly one of them is not NULL. */
typedef struct {
    const char *id;                 /* of a report or a passage in the index; not among the hits */
    const SamsokDocument *document; /* a file that need not be in the index */
} SamsokModelText;

/* Asks for what is like `model`, within the page and filters of `question`, whose query is not read.
 * Owner: the caller. Errors: those of samsok_index_search, and MISSING for an unknown id. */
SamsokAnswer *samsok_index_similar(SamsokIndex *index, const SamsokModelText *model,
                                   const SamsokQuestion *question, GError **error);

G_END_DECLS

#endif
