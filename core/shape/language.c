/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TODO: the language stage; this stands until it is written. */
#include "config.h"

#include "core/shape/draft.h"

void samsok_shape_language(SamsokDraft *draft)
{
    (void)draft;
}
