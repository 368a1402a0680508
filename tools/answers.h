/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the passages that answer, for the commands that find passages. */
#ifndef SAMSOK_TOOLS_ANSWERS_H
#define SAMSOK_TOOLS_ANSWERS_H

#include "index/facets.h"
#include "index/search.h"
#include "tools/cite.h"

#include <glib.h>

G_BEGIN_DECLS

/* On standard output in the format of `style`. `query` is what the JSON says was asked; `facets` NULL for none. */
void samsok_answer_print(const char *query, const SamsokAnswer *answer, const SamsokFacets *facets,
                         const SamsokCiteStyle *style);

G_END_DECLS

#endif
