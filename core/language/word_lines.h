/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of words that are made when samsok is built: lines "word what-is-told-of-it" in byte order, one text. One
 * text, and no array of strings, so that nothing is relocated when the program starts.
 *
 * Threads: the functions have no state.
 */
#ifndef SAMSOK_LANGUAGE_WORD_LINES_H
#define SAMSOK_LANGUAGE_WORD_LINES_H

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/* What the line of `word` tells, up to the line's end; NULL when there is none. `table` has `len` bytes, and each of
 * its lines ends with a newline. Owner: the caller. */
char *samsok_word_lines_find(const char *table, size_t len, const char *word);

/* The number of lines. */
guint samsok_word_lines_count(const char *table);

G_END_DECLS

#endif
