/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An extracted document and its passages for a terminal. */
#include "config.h"

#include "tools/text.h"

#include <stdio.h>
#include <string.h>

#include "core/base/text.h"
#include "tools/command.h"
#include "tools/wrap.h"

static void print_heading(const SamsokBlock *block)
{
    g_autofree char *marks = g_strnfill(MAX(block->level, 1), '#');
    const char *gap = *block->number == '\0' ? "" : " ";
    g_autofree char *line = g_strconcat(marks, " ", block->number, gap, block->text, NULL);
    putchar('\n');
    samsok_wrap_print(line, 0, samsok_cli_width());
    putchar('\n');
}

static void print_item(const SamsokBlock *block)
{
    const char *gap = *block->marker == '\0' ? "" : " ";
    g_autofree char *line = g_strconcat(block->marker, gap, block->text, NULL);
    samsok_wrap_print(line, 2 * MAX(block->level, 1), samsok_cli_width());
}

static void print_note(const SamsokBlock *block)
{
    g_autofree char *line = g_strdup_printf("[%s] %s", block->marker, block->text);
    samsok_wrap_print(line, 4, samsok_cli_width());
    putchar('\n');
}

static void print_aside(const SamsokBlock *block)
{
    g_autofree char *line = g_strdup_printf("(%s) %s", samsok_block_kind_name(block->kind),
                                            block->text);
    samsok_wrap_print(line, 4, samsok_cli_width());
}

static void print_block(const SamsokBlock *block, bool everything)
{
    switch (block->kind) {
    case SAMSOK_BLOCK_HEADING:
        print_heading(block);
        break;
    case SAMSOK_BLOCK_PARAGRAPH:
        samsok_wrap_print(block->text, 0, samsok_cli_width());
        putchar('\n');
        break;
    case SAMSOK_BLOCK_LIST_ITEM:
        print_item(block);
        break;
    case SAMSOK_BLOCK_TABLE_ROW:
        printf("| %s |\n", block->text);
        break;
    case SAMSOK_BLOCK_CAPTION:
    case SAMSOK_BLOCK_QUOTE:
        samsok_wrap_print(block->text, 4, samsok_cli_width());
        putchar('\n');
        break;
    case SAMSOK_BLOCK_FOOTNOTE:
        print_note(block);
        break;
    case SAMSOK_BLOCK_CONTENTS:
    case SAMSOK_BLOCK_FURNITURE:
        if (everything) {
            print_aside(block);
        }
        break;
    }
}

/* True where a list or table has just ended: a blank line is owed. */
static bool ends_group(SamsokBlockKind before, SamsokBlockKind now)
{
    bool grouped = before == SAMSOK_BLOCK_LIST_ITEM || before == SAMSOK_BLOCK_TABLE_ROW;
    return grouped && now != before && now != SAMSOK_BLOCK_HEADING;
}

void samsok_text_document(const SamsokDocument *document, bool everything)
{
    SamsokBlockKind before = SAMSOK_BLOCK_PARAGRAPH;
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        bool aside = block->kind == SAMSOK_BLOCK_CONTENTS || block->kind == SAMSOK_BLOCK_FURNITURE;
        if (aside && !everything) {
            continue;
        }
        if (ends_group(before, block->kind)) {
            putchar('\n');
        }
        print_block(block, everything);
        before = block->kind;
    }
}

static void print_passage_head(const SamsokDocument *document, const SamsokPassage *passage)
{
    printf("--- #%s · %u words", passage->id, samsok_text_word_count(passage->text));
    if (passage->section != SAMSOK_NONE) {
        const SamsokSection *section = samsok_document_section(document, passage->section);
        printf(" · %s%s%s", section->number, *section->number == '\0' ? "" : " ", section->title);
    }
    if (passage->place.page_first != 0) {
        const SamsokPage *page = samsok_document_page(document, passage->place.page_first);
        printf(" · page %u (%s)", passage->place.page_first, page->label);
    }
    if (passage->place.line_first != 0) {
        printf(" · lines %u-%u", passage->place.line_first, passage->place.line_last);
    }
    putchar('\n');
}

void samsok_text_passages(const SamsokDocument *document)
{
    for (guint i = 0; i < samsok_document_passage_count(document); i++) {
        const SamsokPassage *passage = samsok_document_passage(document, i);
        print_passage_head(document, passage);
        g_auto(GStrv) lines = g_strsplit(passage->text, "\n", -1);
        for (guint k = 0; lines[k] != NULL; k++) {
            samsok_wrap_print(lines[k], 0, samsok_cli_width());
        }
    }
}
