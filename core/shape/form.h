/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form on a report's last page, or in its colophon: labels with values.
 *
 * «Rapporttittel», «Difis rapportnummer», «Forfatter(e)», «Dato for utgivelse», «Utgiver», … each on a
 * line with its value behind a colon, in the block after it, or in the next cell of a table's row.
 */
#ifndef SAMSOK_SHAPE_FORM_H
#define SAMSOK_SHAPE_FORM_H

#include "core/shape/draft.h"

G_BEGIN_DECLS

/* Sets the metadata the form gives. A form is believed when three of its labels are there. */
void samsok_form_read(SamsokDraft *draft);

G_END_DECLS

#endif
