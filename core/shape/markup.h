/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed markup in plain text: what Markdown and reStructuredText say with signs of their own.
 *
 * Such files are read as text, so only signs that leave no doubt are followed: # headings and
 * underlined ones, > quotations, fenced code, tables with |, front matter between --- lines. Links,
 * emphasis and directives stay as they are typed.
 */
#ifndef SAMSOK_SHAPE_MARKUP_H
#define SAMSOK_SHAPE_MARKUP_H

#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Settles what markup decides and drops its rules and fences. Returns the number of headings: where
 * there are some, no other row is one. */
guint samsok_markup_mark(SamsokLines *lines);

G_END_DECLS

#endif
