/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of contents pages and of lists of figures. */
#ifndef SAMSOK_SHAPE_CONTENTS_H
#define SAMSOK_SHAPE_CONTENTS_H

#include "core/shape/layout.h"
#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Settles as CONTENTS rows that dots lead to a page number, the rows before them that their titles
 * begin on, and below a heading «Innhold» also rows that merely end with a number. */
void samsok_contents_mark(SamsokLines *lines, const SamsokLayout *layout);

G_END_DECLS

#endif
