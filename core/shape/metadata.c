/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads title, series, number, date and publisher in the document, and lets the sidecar have the last word.
 *
 * Only the head of the document (before Forord, Sammendrag, Innhold or chapter 1), running heads and
 * the form on the last page speak of the report itself; numbers in running text are other reports'.
 */
#include "config.h"

#include "core/shape/draft.h"

#include <string.h>

#include "core/base/text.h"
#include "core/shape/authors.h"
#include "core/shape/heading.h"
#include "core/shape/imprint.h"
#include "core/shape/title.h"

/* How far the head of a document reaches; the longest line of it that may hold its number; running
 * heads looked at; blocks of the preface's end in which it is dated. */
enum { HEAD_BLOCKS = 40, HEAD_PAGES = 3, MAX_IMPRINT_WORDS = 25, MAX_RUNNING_HEADS = 400, SIGNATURE_BLOCKS = 6 };

/* A publisher by what stands for it in print. */
typedef struct {
    const char *sign;
    const char *name; /* as shown */
    const char *series; /* what its series begin with */
} Publisher;

static const Publisher publishers[] = {
    {"Direktoratet for forvaltning og ikt", "Direktoratet for forvaltning og ikt (Difi)", "Difi"},
    {"Direktoratet for forvaltning og IKT", "Direktoratet for forvaltning og ikt (Difi)", "Difi"},
    {"ISSN 1890-6583", "Direktoratet for forvaltning og ikt (Difi)", "Difi"},
    {"Direktoratet for forvaltning og økonomistyring",
     "Direktoratet for forvaltning og økonomistyring (DFØ)", "DFØ"},
    {"Direktoratet for økonomistyring", "Direktoratet for økonomistyring (DFØ)", "DFØ"},
};

/* True for the heading with which the report itself begins. */
static bool ends_head(const SamsokDraftBlock *block, guint headings)
{
    if (block->kind == SAMSOK_BLOCK_CONTENTS) {
        return true;
    }
    if (block->kind != SAMSOK_BLOCK_HEADING || block->text == NULL) {
        return false;
    }
    return headings > 2 || samsok_heading_depth(block->number) > 0 ||
           samsok_heading_kind(block->text) != SAMSOK_SECTION_BODY;
}

/* The short lines of the head. */
static char *head_lines(const SamsokDraft *draft)
{
    GString *lines = g_string_new(NULL);
    guint headings = 0;
    for (guint i = 0; i < MIN(draft->blocks->len, HEAD_BLOCKS); i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        headings += block->kind == SAMSOK_BLOCK_HEADING ? 1 : 0;
        if (block->place.page_first > HEAD_PAGES || ends_head(block, headings)) {
            break;
        }
        bool is_line = block->text != NULL && block->kind != SAMSOK_BLOCK_LIST_ITEM &&
                       block->kind != SAMSOK_BLOCK_FOOTNOTE;
        if (is_line && samsok_text_word_count(block->text) <= MAX_IMPRINT_WORDS) {
            g_string_append_printf(lines, "%s\n", block->text);
        }
    }
    return g_string_free(lines, FALSE);
}

static char *running_heads(const SamsokDraft *draft)
{
    GString *lines = g_string_new(NULL);
    guint count = 0;
    for (guint i = 0; i < draft->blocks->len && count < MAX_RUNNING_HEADS; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind == SAMSOK_BLOCK_FURNITURE && block->text != NULL &&
            samsok_text_word_count(block->text) <= MAX_IMPRINT_WORDS) {
            g_string_append_printf(lines, "%s\n", block->text);
            count++;
        }
    }
    return g_string_free(lines, FALSE);
}

static const Publisher *publisher_in(const char *lines)
{
    for (gsize i = 0; i < G_N_ELEMENTS(publishers); i++) {
        if (strstr(lines, publishers[i].sign) != NULL) {
            return &publishers[i];
        }
    }
    return NULL;
}

static const Publisher *publisher_of_series(const char *series)
{
    for (gsize i = 0; series != NULL && i < G_N_ELEMENTS(publishers); i++) {
        gsize len = strlen(publishers[i].series);
        if (strncmp(series, publishers[i].series, len) == 0 && series[len] == '-') {
            return &publishers[i];
        }
    }
    return NULL;
}

static void set(SamsokDraft *draft, SamsokField field, const char *value, SamsokSource source)
{
    samsok_metadata_set(draft->metadata, field, value, source);
}

static bool knows(const SamsokDraft *draft, SamsokField field)
{
    return samsok_metadata_source(draft->metadata, field) >= SAMSOK_SOURCE_TEXT;
}

/* A form on the last page often gives the number alone; a title page that prints another number is
 * speaking of another report. */
static bool agrees_with_number(const SamsokDraft *draft, const char *number)
{
    return !knows(draft, SAMSOK_FIELD_NUMBER) ||
           strcmp(samsok_metadata_value(draft->metadata, SAMSOK_FIELD_NUMBER), number) == 0;
}

static void read_series(SamsokDraft *draft, const char *head, const char *running)
{
    const Publisher *publisher = publisher_in(head);
    publisher = publisher == NULL ? publisher_in(running) : publisher;
    const char *short_name = publisher == NULL ? NULL : publisher->series;
    g_auto(SamsokImprint) imprint = {0};
    if ((samsok_imprint_find(head, short_name, &imprint) ||
         samsok_imprint_find(running, short_name, &imprint)) &&
        agrees_with_number(draft, imprint.number)) {
        set(draft, SAMSOK_FIELD_SERIES, imprint.series, SAMSOK_SOURCE_TEXT);
        set(draft, SAMSOK_FIELD_NUMBER, imprint.number, SAMSOK_SOURCE_TEXT);
    }
    if (publisher == NULL) {
        publisher = publisher_of_series(imprint.series);
    }
    if (publisher != NULL && !knows(draft, SAMSOK_FIELD_PUBLISHER)) {
        set(draft, SAMSOK_FIELD_PUBLISHER, publisher->name, SAMSOK_SOURCE_TEXT);
    }
}

static void read_dates(SamsokDraft *draft, const char *lines)
{
    g_auto(GStrv) each = g_strsplit(lines, "\n", -1);
    for (char **line = each; *line != NULL && !knows(draft, SAMSOK_FIELD_DATE); line++) {
        g_autofree char *date = samsok_imprint_date(*line);
        set(draft, SAMSOK_FIELD_DATE, date, SAMSOK_SOURCE_TEXT);
    }
}

/* «Oslo, 17. november 2014» under the preface. */
static void read_preface_date(SamsokDraft *draft)
{
    for (guint i = 0; i < draft->sections->len; i++) {
        const SamsokSection *section = &g_array_index(draft->sections, SamsokSection, i);
        if (section->kind != SAMSOK_SECTION_PREFACE) {
            continue;
        }
        guint length = section->end_block - section->first_block;
        for (guint b = section->end_block - MIN(length, SIGNATURE_BLOCKS); b < section->end_block; b++) {
            const char *text = samsok_draft_block(draft, b)->text;
            if (text != NULL) {
                read_dates(draft, text);
            }
        }
        return;
    }
}

static void read_title(SamsokDraft *draft)
{
    g_autofree char *title = samsok_title_find(draft);
    const char *declared = samsok_metadata_value(draft->metadata, SAMSOK_FIELD_TITLE);
    if (knows(draft, SAMSOK_FIELD_TITLE)) {
        return;
    }
    if (title != NULL && declared != NULL && draft->pages->len > 0) {
        /* A PDF's properties with title and subtitle, of which the title page's largest letters have
         * the beginning. What follows an HTML title is the name of the site. */
        g_autofree char *found_key = samsok_heading_key(title);
        g_autofree char *declared_key = samsok_heading_key(declared);
        if (g_str_has_prefix(declared_key, found_key)) {
            return;
        }
    }
    if (title == NULL && declared != NULL) {
        title = samsok_title_of_chapter(draft, declared);
    }
    set(draft, SAMSOK_FIELD_TITLE, title, SAMSOK_SOURCE_TEXT);
}

static void read_authors(SamsokDraft *draft, const char *lines)
{
    if (knows(draft, SAMSOK_FIELD_AUTHORS)) {
        return;
    }
    g_auto(GStrv) each = g_strsplit(lines, "\n", -1);
    for (char **line = each; *line != NULL; line++) {
        const char *value = samsok_authors_in_line(*line);
        g_auto(GStrv) names = value == NULL ? NULL : samsok_authors_split(value);
        for (char **name = names; name != NULL && *name != NULL; name++) {
            samsok_metadata_add_author(draft->metadata, *name, SAMSOK_SOURCE_TEXT);
        }
    }
}

static void read_file_name(SamsokDraft *draft)
{
    if (draft->options->file_name == NULL) {
        return;
    }
    g_autofree char *title = samsok_title_of_file_name(draft->options->file_name);
    if (samsok_metadata_value(draft->metadata, SAMSOK_FIELD_TITLE) == NULL) {
        set(draft, SAMSOK_FIELD_TITLE, title, SAMSOK_SOURCE_NAME);
    }
    g_auto(SamsokImprint) imprint = {0};
    if (samsok_imprint_of_file_name(draft->options->file_name, &imprint)) {
        set(draft, SAMSOK_FIELD_SERIES, imprint.series, SAMSOK_SOURCE_NAME);
        set(draft, SAMSOK_FIELD_NUMBER, imprint.number, SAMSOK_SOURCE_NAME);
    }
}

/* The year as a field of its own, from the best of number and date. */
static void settle_year(SamsokDraft *draft)
{
    guint year = samsok_metadata_year(draft->metadata);
    if (year == 0) {
        return;
    }
    SamsokSource number = samsok_metadata_source(draft->metadata, SAMSOK_FIELD_NUMBER);
    SamsokSource date = samsok_metadata_source(draft->metadata, SAMSOK_FIELD_DATE);
    g_autofree char *text = g_strdup_printf("%u", year);
    set(draft, SAMSOK_FIELD_YEAR, text, number != SAMSOK_SOURCE_NONE ? number : date);
}

void samsok_shape_metadata(SamsokDraft *draft)
{
    read_file_name(draft);
    set(draft, SAMSOK_FIELD_MEDIA_TYPE, draft->options->media_type, SAMSOK_SOURCE_FILE);
    g_autofree char *head = head_lines(draft);
    g_autofree char *running = running_heads(draft);
    if (!knows(draft, SAMSOK_FIELD_NUMBER) || !knows(draft, SAMSOK_FIELD_SERIES)) {
        read_series(draft, head, running);
    }
    read_dates(draft, head);
    read_authors(draft, head);
    read_preface_date(draft);
    read_title(draft);
    if (draft->options->sidecar != NULL) {
        samsok_metadata_merge(draft->metadata, draft->options->sidecar);
    }
    settle_year(draft);
}
