/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaking a paragraph into lines of a terminal's width. */
#ifndef SAMSOK_TOOLS_WRAP_H
#define SAMSOK_TOOLS_WRAP_H

#include <glib.h>

/* Prints `text` on standard output in lines of at most `width` columns with `indent` blanks before
 * each. Words longer than a line stand on a line of their own. Escape sequences take no room. */
void samsok_wrap_print(const char *text, guint indent, guint width);

/* The same behind `name`, which stands in the first line and takes `indent` columns at least. */
void samsok_wrap_field(const char *name, const char *text, guint indent, guint width);

#endif
