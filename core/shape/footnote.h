/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Footnotes of printed pages, and the raised marks that point to them. */
#ifndef SAMSOK_SHAPE_FOOTNOTE_H
#define SAMSOK_SHAPE_FOOTNOTE_H

#include "core/shape/layout.h"
#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Settles as FOOTNOTE the rows in small letters that begin with a raised mark, and the small rows
 * below them on the page. `mark_len` of the first record is the mark with the blanks behind it. */
void samsok_footnotes_mark(SamsokLines *lines, const SamsokLayout *layout);

/* The bytes of raised digits (¹²³) that `text` begins with; 0 if it does not. */
guint samsok_raised_len(const char *text, guint len);
/* The digits that raised ones stand for: "12" of «¹²»; other characters are left out. Owner: the caller. */
char *samsok_raised_digits(const char *text, guint len);
/* True if the raised digits at `p` in `text` belong to what stands before them, as in m² and 10⁶, and
 * are no note's mark. */
bool samsok_raised_is_part(const char *text, const char *p);

G_END_DECLS

#endif
