/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as they are looked for: without accents.
 *
 * Whoever looks for Miklós, Sápmi, Göteborg, a trasé or a komité may type no accent, and the texts themselves
 * have both. æ, ø and å are letters and stay; the letters of other languages that Norwegian has in their place become
 * those (ä, ö), others lose their marks (é, ü, š) or are spelt out (ß, þ, œ), marks of their own fall. Letters
 * of other scripts stay as they are.
 */
#ifndef SAMSOK_LANGUAGE_ACCENTS_H
#define SAMSOK_LANGUAGE_ACCENTS_H

#include "core/base/limits.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef char SamsokPlainWord[SAMSOK_MAX_WORD_BYTES + 1];

/* `word` (folded) without accents: `word` itself when that changes nothing or it is longer than
 * SAMSOK_MAX_WORD_BYTES, else `plain`, which is no longer than it. */
const char *samsok_accents_strip(const char *word, SamsokPlainWord plain);
/* The same, but a word that would be one that says nothing (allé, én, fór) keeps its accents. */
const char *samsok_accents_strip_meaningful(const char *word, SamsokPlainWord plain);
/* True of a word on «é» (armé; è and ê likewise), which is no ending: without its accent it would be stemmed to
 * another word (arm). */
bool samsok_accents_ends_stressed(const char *word);
/* True when `word`, without accents, begins with `prefix`, which has none. */
bool samsok_accents_begins(const char *word, const char *prefix);

G_END_DECLS

#endif
