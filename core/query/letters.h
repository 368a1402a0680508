/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters of a text as phrases are compared: what a reader would call the same is the same.
 *
 * Lower case; a run of white space is one blank and none at the ends; every dash and hyphen is '-',
 * every double quote '"', every single one '\''; soft hyphens are not there. Everything else counts.
 */
#ifndef SAMSOK_QUERY_LETTERS_H
#define SAMSOK_QUERY_LETTERS_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Replaces the contents of `out` with the letters of `text` (clean). */
void samsok_letters_of(const char *text, GString *out);

/* True when `phrase` stands in `letters`, both made by samsok_letters_of, and does not begin or end
 * inside a word. An empty phrase stands nowhere. */
bool samsok_letters_find(const char *letters, const char *phrase);

G_END_DECLS

#endif
