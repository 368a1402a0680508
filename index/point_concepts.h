/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The concept of the vocabulary that a point itself is: «læringspunkt 5: tydeligere lederdepartementer».
 *
 * Such concepts are matched as no string (samsok:assignedBy "structure"); their ids begin with the short
 * name of a kind of point. A point is the one that has its number when 45 % of the concept's name is in its
 * text, for any report has a fifth point; one without number is the one whose name it holds three quarters of:
 * of the letters of its long words. Words are alike when they begin alike. By judgement, on one report.
 */
#ifndef SAMSOK_INDEX_POINT_CONCEPTS_H
#define SAMSOK_INDEX_POINT_CONCEPTS_H

#include "core/concepts/vocabulary.h"

#include <glib.h>

G_BEGIN_DECLS

/* `name` is "lp", "rad", "anb" or "io". SAMSOK_NO_RESOURCE when there is none. Threads: any. */
guint samsok_point_concept(const SamsokVocabulary *vocabulary, const char *name, const char *number,
                           const char *text);

G_END_DECLS

#endif
