/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line runs to blocks: for now each line that is not empty is a paragraph. */
#include "config.h"

#include "core/shape/draft.h"

#include "core/base/text.h"

/* TODO: the seam for the real joining of lines; this stands until it lands. */
void samsok_shape_lines(SamsokDraft *draft)
{
    for (guint i = 0; i < samsok_runs_len(draft->runs); i++) {
        const SamsokRun *run = samsok_runs_at(draft->runs, i);
        if (run->kind != SAMSOK_RUN_LINE) {
            continue;
        }
        g_autofree char *text = samsok_text_squeeze(run->text);
        if (*text == '\0') {
            continue;
        }
        SamsokDraftBlock *block = samsok_draft_add_block(draft, SAMSOK_BLOCK_PARAGRAPH);
        samsok_draft_block_take_text(block, g_steal_pointer(&text));
        block->place = (SamsokPlace){run->page, run->page, run->line, run->line};
        samsok_draft_block_mark(block, 0, run->page, run->line);
    }
}
