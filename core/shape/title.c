/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for the title on the first pages. */
#include "config.h"

#include "core/shape/title.h"

#include <string.h>

#include "core/base/text.h"
#include "core/shape/heading.h"
#include "core/shape/imprint.h"

/* Blocks in which a title may stand, and words it may have. */
enum { HEAD_BLOCKS = 40, MAX_TITLE_WORDS = 40, MAX_LINE_WORDS = 25, TITLE_PAGES = 2 };

static bool has_prefix_nocase(const char *text, const char *prefix)
{
    return g_ascii_strncasecmp(text, prefix, strlen(prefix)) == 0;
}

static bool has_file_suffix(const char *title)
{
    static const char *const suffixes[] = {".doc", ".docx", ".pdf", ".dot", ".dotx", ".rtf",  ".odt",
                                           ".indd", ".qxd", ".ppt", ".pptx", ".xls", ".xlsx", ".txt",
                                           ".html", ".htm", ".dvi", ".tex", ".pages", ".md"};
    g_autofree char *low = g_ascii_strdown(title, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        if (g_str_has_suffix(low, suffixes[i])) {
            return true;
        }
    }
    return false;
}

bool samsok_title_is_junk(const char *title)
{
    static const char *const starts[] = {"microsoft word", "microsoft powerpoint", "untitled",
                                         "uten navn", "uten tittel", "utan tittel", "dokument",
                                         "document", "powerpoint-presentasjon", "powerpoint presentation",
                                         "slide 1", "side 1", "presentasjon", "mal ", "print job"};
    g_autofree char *key = samsok_heading_key(title);
    if (g_utf8_strlen(key, -1) < 3 || has_file_suffix(title)) {
        return true;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(starts); i++) {
        if (has_prefix_nocase(title, starts[i])) {
            bool is_word = strcmp(starts[i], "dokument") == 0 || strcmp(starts[i], "document") == 0;
            return !is_word || strlen(title) <= strlen(starts[i]) + 4;
        }
    }
    /* One "word" with digits or underscores in it is a file's name or a number. */
    bool one_word = strpbrk(title, " \t") == NULL;
    return strspn(key, "0123456789") == strlen(key) ||
           (one_word && strpbrk(title, "_0123456789\\/") != NULL);
}

static bool may_be_title(const SamsokDraftBlock *block)
{
    if (block->kind != SAMSOK_BLOCK_PARAGRAPH && block->kind != SAMSOK_BLOCK_HEADING) {
        return false;
    }
    if (block->text == NULL || block->is_pre) {
        return false;
    }
    return block->kind == SAMSOK_BLOCK_PARAGRAPH || samsok_heading_depth(block->number) == 0;
}

/* «Difi-rapport 2014:07 ISSN 1890-6583» and its parts, which often stand above the title. */
static bool is_series_line(const char *text)
{
    g_auto(SamsokImprint) imprint = {0};
    bool series = samsok_imprint_find(text, NULL, &imprint) && samsok_text_word_count(text) <= 6;
    return series || has_prefix_nocase(text, "ISSN") || has_prefix_nocase(text, "ISBN");
}

/* Not the series, not the publisher's name, not a date: those may be set as large as the title. */
static bool is_imprint(const char *text)
{
    g_autofree char *date = samsok_imprint_date(text);
    return date != NULL || is_series_line(text) || has_prefix_nocase(text, "Direktoratet for ") ||
           samsok_heading_kind(text) != SAMSOK_SECTION_BODY;
}

static double largest_size(const SamsokDraft *draft, guint page)
{
    double largest = 0;
    for (guint i = 0; i < MIN(draft->blocks->len, HEAD_BLOCKS); i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->place.page_first == page && may_be_title(block) && !is_imprint(block->text) &&
            samsok_text_word_count(block->text) > 0 && g_utf8_strlen(block->text, 3) == 3) {
            largest = MAX(largest, block->font_size);
        }
    }
    return largest;
}

/* The first row of blocks on `page` that are set in its largest letters. */
static char *largest_on_page(const SamsokDraft *draft, guint page)
{
    double size = largest_size(draft, page);
    if (size <= 0) {
        return NULL;
    }
    GString *title = g_string_new(NULL);
    for (guint i = 0; i < MIN(draft->blocks->len, HEAD_BLOCKS); i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        bool is_part = block->place.page_first == page && block->font_size >= size - 0.5 &&
                       may_be_title(block) && !is_imprint(block->text);
        if (is_part) {
            g_string_append_printf(title, "%s%s", title->len > 0 ? " " : "", block->text);
        } else if (title->len > 0) {
            break;
        }
    }
    guint words = samsok_text_word_count(title->str);
    bool fits = words > 0 && words <= MAX_TITLE_WORDS;
    return g_string_free(title, !fits);
}

static char *first_heading(const SamsokDraft *draft)
{
    for (guint i = 0; i < MIN(draft->blocks->len, HEAD_BLOCKS); i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind != SAMSOK_BLOCK_HEADING || block->text == NULL) {
            continue;
        }
        bool own = samsok_heading_depth(block->number) == 0 && !is_imprint(block->text);
        return own ? g_strdup(block->text) : NULL;
    }
    return NULL;
}

static char *first_line(const SamsokDraft *draft)
{
    for (guint i = 0; i < MIN(draft->blocks->len, HEAD_BLOCKS); i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind == SAMSOK_BLOCK_FURNITURE ||
            (block->text != NULL && is_series_line(block->text))) {
            continue;
        }
        guint words = block->text == NULL ? 0 : samsok_text_word_count(block->text);
        bool fits = words > 0 && words <= MAX_LINE_WORDS && may_be_title(block);
        return fits && !is_imprint(block->text) ? g_strdup(block->text) : NULL;
    }
    return NULL;
}

char *samsok_title_find(const SamsokDraft *draft)
{
    for (guint page = 1; page <= MIN(draft->pages->len, TITLE_PAGES); page++) {
        char *title = largest_on_page(draft, page);
        if (title != NULL) {
            return title;
        }
    }
    /* Plain text begins with its title; in a web page much may stand above it. */
    bool is_plain_text = draft->blocks->len > 0 && samsok_draft_block(draft, 0)->place.line_first > 0;
    char *title = is_plain_text ? first_line(draft) : first_heading(draft);
    if (title != NULL) {
        return title;
    }
    if (is_plain_text) {
        return first_heading(draft);
    }
    /* What a page calls itself is more than some line of it. */
    bool is_declared = samsok_metadata_value(draft->metadata, SAMSOK_FIELD_TITLE) != NULL;
    bool is_page = draft->pages->len == 0;
    return is_page && is_declared ? NULL : first_line(draft);
}

char *samsok_title_of_chapter(const SamsokDraft *draft, const char *declared)
{
    const char *rest = NULL;
    g_autofree char *number = samsok_heading_number(declared, &rest);
    g_autofree char *key = number == NULL ? NULL : samsok_heading_key(rest);
    for (guint i = 0; number != NULL && i < MIN(draft->blocks->len, HEAD_BLOCKS); i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind != SAMSOK_BLOCK_HEADING || g_strcmp0(block->number, number) != 0) {
            continue;
        }
        g_autofree char *heading = samsok_heading_key(block->text == NULL ? "" : block->text);
        if (*heading != '\0' && g_str_has_prefix(key, heading)) {
            return g_strdup(block->text);
        }
    }
    return NULL;
}

char *samsok_title_of_file_name(const char *name)
{
    g_autofree char *base = g_path_get_basename(name);
    char *dot = strrchr(base, '.');
    if (dot != NULL && dot != base) {
        *dot = '\0';
    }
    g_strdelimit(base, "-_", ' ');
    return samsok_text_squeeze(base);
}
