/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike two titles are, word by word: without signs, subtitle and the differences of nb and nn. */
#ifndef SAMSOK_INDEX_TITLES_H
#define SAMSOK_INDEX_TITLES_H

#include <glib.h>

G_BEGIN_DECLS

/* The words of `title`, folded (samsok_schema_fold). Owner: the caller, with g_strfreev. */
char **samsok_title_words(const char *title);

/* 0 to 1: how surely a title cited as `cited` is the `whole` one. A citation may leave out the end; of
 * one or two words it must be the beginning. */
double samsok_title_score(const char *const *cited, const char *const *whole);

/* The share of the longer words of `title` that stand in `text`, 0 to 1. */
double samsok_title_share(const char *const *title, const char *const *text);

G_END_DECLS

#endif
