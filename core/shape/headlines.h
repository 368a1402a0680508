/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which groups are headings, and a first guess of their levels. */
#ifndef SAMSOK_SHAPE_HEADLINES_H
#define SAMSOK_SHAPE_HEADLINES_H

#include "core/shape/group.h"
#include "core/shape/layout.h"

#include <glib.h>

G_BEGIN_DECLS

/* Makes headings of groups that are: numbered ones («2.3 KMDs samordningsroller», «§ 4 Formål»,
 * «Kapittel 2»), names of sections (Forord, Sammendrag), the title on top, and in wrapped text short
 * rows without a full stop that space or sentences part from what is above and that running text
 * follows. «3. Flere av rapportene peker på …» ends with a full stop or stands in a row of its like:
 * it stays a list item. Sets `kind`, `level`, `mark_len` and `num_len`. */
void samsok_headings_mark(SamsokGroups *groups, const SamsokLayout *layout);

G_END_DECLS

#endif
