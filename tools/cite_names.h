/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote a report, as reference managers want it: persons by family name, bodies whole. */
#ifndef SAMSOK_TOOLS_CITE_NAMES_H
#define SAMSOK_TOOLS_CITE_NAMES_H

#include "index/record.h"

#include <glib.h>

G_BEGIN_DECLS

/* A person has both; of a body the whole name is `family`, and `given` is NULL. */
typedef struct {
    char *family;
    char *given;
} SamsokCiteName;

/* The names in "Kari Berg; Dal, Ola; Senter for samordning", which stand between semicolons; for a report
 * without authors its publisher. A name is taken for a body's when it has a word that persons do not have
 * («direktoratet», «AS», a small letter that is no particle, a digit) or is one word alone. The last word of
 * a person, with the particle before it, is the family name: «Jan van der Berg», but «Anne Dahl Lie» is
 * put under L. Who wants it otherwise writes "Dahl Lie, Anne" in metadata.csv.
 * Owner: the caller; of SamsokCiteName *. */
GPtrArray *samsok_cite_names(const SamsokReportRecord *report);

G_END_DECLS

#endif
