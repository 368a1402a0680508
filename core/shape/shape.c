/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leads the draft of a document through its stages. */
#include "config.h"

#include "core/shape/shape.h"

#include "core/shape/draft.h"

SamsokDocument *samsok_shape(const SamsokRuns *runs, const SamsokShapeOptions *options)
{
    g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, options);
    samsok_shape_lines(draft);
    samsok_shape_elements(draft);
    samsok_shape_form(draft);
    samsok_shape_outline(draft);
    samsok_shape_metadata(draft);
    samsok_shape_language(draft);
    samsok_shape_passages(draft);
    return samsok_draft_finish(draft);
}
