/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a section for each heading and says of each block where it belongs. */
#include "config.h"

#include "core/shape/draft.h"

#include "core/shape/heading.h"

/* Closes the open sections that a heading of `level` ends, from the innermost outward. */
static guint close_sections(SamsokDraft *draft, guint open, guint level, guint end_block)
{
    while (open != SAMSOK_NONE) {
        SamsokSection *section = &g_array_index(draft->sections, SamsokSection, open);
        if (section->level < level) {
            break;
        }
        section->end_block = end_block;
        open = section->parent;
    }
    return open;
}

/* What lies inside the preface, the references or an appendix is part of it. */
static SamsokSectionKind kind_of(const SamsokDraft *draft, const char *title, guint parent)
{
    SamsokSectionKind kind = samsok_heading_kind(title);
    if (kind != SAMSOK_SECTION_BODY || parent == SAMSOK_NONE) {
        return kind;
    }
    SamsokSectionKind around = g_array_index(draft->sections, SamsokSection, parent).kind;
    return around == SAMSOK_SECTION_CONTENTS ? kind : around;
}

static guint open_section(SamsokDraft *draft, guint open, guint index)
{
    const SamsokDraftBlock *block = samsok_draft_block(draft, index);
    guint parent = close_sections(draft, open, block->level, index);
    const char *title = block->text == NULL ? "" : block->text;
    SamsokSection section = {
        .number = block->number == NULL ? "" : block->number,
        .title = title,
        .level = block->level,
        .parent = parent,
        .heading = index,
        .first_block = index,
        .end_block = index + 1,
        .kind = kind_of(draft, title, parent),
    };
    g_array_append_val(draft->sections, section);
    return draft->sections->len - 1;
}

void samsok_shape_sections(SamsokDraft *draft)
{
    guint open = SAMSOK_NONE;
    for (guint i = 0; i < draft->blocks->len; i++) {
        SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind == SAMSOK_BLOCK_HEADING) {
            open = open_section(draft, open, i);
        }
        block->section = open;
    }
    close_sections(draft, open, 0, draft->blocks->len);
}
