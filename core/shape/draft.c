/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mutable document of the shape stage: made from runs, turned into a document at the end. */
#include "config.h"

#include "core/shape/draft.h"

#include <string.h>

#include "core/base/text.h"
#include "core/shape/imprint.h"
#include "core/shape/title.h"

typedef char *Warning[2]; /* code, text */

static void free_block(gpointer data)
{
    SamsokDraftBlock *block = data;
    g_free(block->number);
    g_free(block->marker);
    g_free(block->text);
    g_strfreev(block->cells);
    g_free(block->language);
    g_clear_pointer(&block->marks, g_array_unref);
    g_free(block);
}

static void clear_page(gpointer data)
{
    SamsokDraftPage *page = data;
    g_free(page->label);
}

static void clear_outline(gpointer data)
{
    SamsokDraftOutline *entry = data;
    g_free(entry->title);
}

static void clear_passage(gpointer data)
{
    SamsokPassage *passage = data;
    g_free((char *)passage->text);
}

static void free_warning(gpointer data)
{
    Warning *warning = data;
    g_free((*warning)[0]);
    g_free((*warning)[1]);
    g_free(warning);
}

/* True for what programs write as author: an account («k95547»), a letter, whoever a machine was installed for. */
static bool is_junk_author(const char *name)
{
    static const char *const nobodies[] = {"user",  "bruker",  "owner",   "eier",         "admin", "administrator",
                                           "guest", "gjest",   "unknown", "ukjent",       "test",  "default",
                                           "root",  "author",  "forfatter", "innlogget bruker", "microsoft"};
    g_autofree char *folded = g_utf8_strdown(name, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(nobodies); i++) {
        if (strcmp(folded, nobodies[i]) == 0) {
            return true;
        }
    }
    bool is_program = g_str_has_prefix(folded, "microsoft ") || g_str_has_suffix(folded, "-bruker") ||
                      g_str_has_suffix(folded, " user") || g_str_has_suffix(folded, " bruker");
    bool one_word = strpbrk(name, " \t") == NULL;
    return is_program || g_utf8_strlen(name, -1) < 3 ||
           (one_word && strpbrk(name, "0123456789\\/@") != NULL);
}

/* A page's title is its author's word, however odd; a PDF's is often its program's. */
static SamsokSource trust_in_title(const SamsokDraft *draft, const char *title)
{
    if (!samsok_title_is_junk(title)) {
        return SAMSOK_SOURCE_FILE;
    }
    const char *type = draft->options->media_type;
    bool is_page = type != NULL && strstr(type, "html") != NULL;
    return is_page ? SAMSOK_SOURCE_NAME : SAMSOK_SOURCE_NONE;
}

/* «Difi-rapport 2014:07» in a page's identifier, its number or its address. */
static void take_imprint(SamsokDraft *draft, const SamsokRun *run)
{
    g_auto(SamsokImprint) imprint = {0};
    bool is_address = strcmp(run->name, SAMSOK_META_URL) == 0;
    bool found = is_address ? samsok_imprint_of_file_name(run->text, &imprint)
                            : samsok_imprint_find(run->text, NULL, &imprint);
    if (found) {
        samsok_metadata_set(draft->metadata, SAMSOK_FIELD_SERIES, imprint.series, SAMSOK_SOURCE_FILE);
        samsok_metadata_set(draft->metadata, SAMSOK_FIELD_NUMBER, imprint.number, SAMSOK_SOURCE_FILE);
    }
}

static bool names_imprint(const char *key)
{
    return strcmp(key, "identifier") == 0 || strcmp(key, SAMSOK_META_URL) == 0 ||
           strcmp(key, SAMSOK_META_NUMBER) == 0;
}

static void take_meta(SamsokDraft *draft, const SamsokRun *run)
{
    if (strcmp(run->name, SAMSOK_META_AUTHOR) == 0) {
        if (!is_junk_author(run->text)) {
            samsok_metadata_add_author(draft->metadata, run->text, SAMSOK_SOURCE_FILE);
        }
        return;
    }
    SamsokField field = samsok_field_from_name(run->name);
    if (field == SAMSOK_FIELD_TITLE) {
        SamsokSource trust = trust_in_title(draft, run->text);
        if (trust != SAMSOK_SOURCE_NONE) {
            samsok_metadata_set(draft->metadata, field, run->text, trust);
        }
        return;
    }
    /* An id is ours to give: a file does not choose it. */
    if (field != SAMSOK_FIELD_COUNT && field != SAMSOK_FIELD_ID) {
        samsok_metadata_set(draft->metadata, field, run->text, SAMSOK_SOURCE_FILE);
    }
    if (names_imprint(run->name)) {
        take_imprint(draft, run);
    }
}

static void take_page(SamsokDraft *draft, const SamsokRun *run)
{
    SamsokDraftPage page = {
        .label = samsok_text_squeeze(run->text), .width = run->width, .height = run->height};
    g_array_append_val(draft->pages, page);
}

static void take_outline(SamsokDraft *draft, const SamsokRun *run)
{
    SamsokDraftOutline entry = {
        .title = samsok_text_squeeze(run->text), .level = MAX(run->level, 1), .page = run->page};
    g_array_append_val(draft->outline, entry);
}

static void take_run(SamsokDraft *draft, const SamsokRun *run)
{
    switch (run->kind) {
    case SAMSOK_RUN_META:
        take_meta(draft, run);
        break;
    case SAMSOK_RUN_PAGE:
        take_page(draft, run);
        break;
    case SAMSOK_RUN_OUTLINE:
        take_outline(draft, run);
        break;
    case SAMSOK_RUN_WARNING:
        samsok_draft_warn(draft, run->name, run->text);
        break;
    default: /* lines and elements: the stages read them */
        break;
    }
}

SamsokDraft *samsok_draft_new(const SamsokRuns *runs, const SamsokShapeOptions *options)
{
    SamsokDraft *draft = g_new0(SamsokDraft, 1);
    draft->runs = runs;
    draft->options = options;
    draft->blocks = g_ptr_array_new_with_free_func(free_block);
    draft->pages = g_array_new(FALSE, FALSE, sizeof(SamsokDraftPage));
    g_array_set_clear_func(draft->pages, clear_page);
    draft->outline = g_array_new(FALSE, FALSE, sizeof(SamsokDraftOutline));
    g_array_set_clear_func(draft->outline, clear_outline);
    draft->metadata = samsok_metadata_new();
    draft->sections = g_array_new(FALSE, FALSE, sizeof(SamsokSection));
    draft->passages = g_array_new(FALSE, FALSE, sizeof(SamsokPassage));
    g_array_set_clear_func(draft->passages, clear_passage);
    draft->warnings = g_ptr_array_new_with_free_func(free_warning);
    for (guint i = 0; i < samsok_runs_len(runs); i++) {
        take_run(draft, samsok_runs_at(runs, i));
    }
    return draft;
}

void samsok_draft_free(SamsokDraft *draft)
{
    if (draft == NULL) {
        return;
    }
    g_ptr_array_unref(draft->blocks);
    g_array_unref(draft->pages);
    g_array_unref(draft->outline);
    samsok_metadata_free(draft->metadata);
    g_array_unref(draft->sections);
    g_array_unref(draft->passages);
    g_ptr_array_unref(draft->warnings);
    g_free(draft);
}

SamsokDraftBlock *samsok_draft_add_block(SamsokDraft *draft, SamsokBlockKind kind)
{
    SamsokDraftBlock *block = g_new0(SamsokDraftBlock, 1);
    block->kind = kind;
    block->section = SAMSOK_NONE;
    g_ptr_array_add(draft->blocks, block);
    return block;
}

SamsokDraftBlock *samsok_draft_block(const SamsokDraft *draft, guint index)
{
    g_assert(index < draft->blocks->len);
    return g_ptr_array_index(draft->blocks, index);
}

void samsok_draft_block_take_text(SamsokDraftBlock *block, char *text)
{
    g_free(block->text);
    block->text = text;
    guint len = text == NULL ? 0 : (guint)strlen(text);
    while (block->marks != NULL && block->marks->len > 1 &&
           g_array_index(block->marks, SamsokDraftMark, block->marks->len - 1).offset >= len) {
        g_array_set_size(block->marks, block->marks->len - 1);
    }
}

void samsok_draft_block_mark(SamsokDraftBlock *block, guint offset, guint page, guint line)
{
    if (block->marks == NULL) {
        block->marks = g_array_new(FALSE, FALSE, sizeof(SamsokDraftMark));
    }
    SamsokDraftMark mark = {.offset = offset, .page = page, .line = line};
    guint len = block->marks->len;
    if (len > 0) {
        SamsokDraftMark *last = &g_array_index(block->marks, SamsokDraftMark, len - 1);
        g_assert(last->offset <= offset);
        if (last->offset == offset) {
            *last = mark;
            return;
        }
    }
    g_array_append_val(block->marks, mark);
}

/* The mark that holds at `offset`: the last that does not begin behind it. */
static const SamsokDraftMark *mark_at(const GArray *marks, guint offset)
{
    guint low = 0;
    guint high = marks->len;
    while (high - low > 1) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(marks, SamsokDraftMark, middle).offset <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return &g_array_index(marks, SamsokDraftMark, low);
}

SamsokPlace samsok_draft_block_place(const SamsokDraftBlock *block, guint start, guint end)
{
    if (block->marks == NULL || block->marks->len == 0) {
        return block->place;
    }
    const SamsokDraftMark *first = mark_at(block->marks, start);
    const SamsokDraftMark *last = mark_at(block->marks, end > start ? end - 1 : start);
    return (SamsokPlace){.page_first = first->page,
                         .page_last = last->page,
                         .line_first = first->line,
                         .line_last = last->line};
}

void samsok_draft_warn(SamsokDraft *draft, const char *code, const char *text)
{
    Warning *warning = g_new0(Warning, 1);
    (*warning)[0] = g_strdup(code);
    (*warning)[1] = g_strdup(text);
    g_ptr_array_add(draft->warnings, warning);
}

static SamsokPlace mended(const SamsokDraft *draft, SamsokPlace place)
{
    place.page_last = MIN(MAX(place.page_first, place.page_last), draft->pages->len);
    place.page_first = MIN(place.page_first, place.page_last);
    place.line_last = MAX(place.line_first, place.line_last);
    return place;
}

static void hand_over_blocks(const SamsokDraft *draft, SamsokBuilder *builder)
{
    for (guint i = 0; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *from = samsok_draft_block(draft, i);
        SamsokBlock block = {.kind = from->kind,
                             .level = from->level,
                             .number = from->number,
                             .marker = from->marker,
                             .text = from->text,
                             .cells = (const char *const *)from->cells,
                             .language = from->language,
                             .is_table_head = from->is_table_head,
                             .place = mended(draft, from->place),
                             .section = from->section};
        samsok_builder_add_block(builder, &block);
    }
}

static void hand_over_rest(const SamsokDraft *draft, SamsokBuilder *builder)
{
    for (guint i = 0; i < draft->sections->len; i++) {
        samsok_builder_add_section(builder, &g_array_index(draft->sections, SamsokSection, i));
    }
    for (guint i = 0; i < draft->passages->len; i++) {
        SamsokPassage passage = g_array_index(draft->passages, SamsokPassage, i);
        passage.place = mended(draft, passage.place);
        samsok_builder_add_passage(builder, &passage);
    }
    for (guint i = 0; i < draft->warnings->len; i++) {
        Warning *warning = g_ptr_array_index(draft->warnings, i);
        samsok_builder_add_warning(builder, (*warning)[0], (*warning)[1]);
    }
    for (guint i = 0; i < draft->outline->len; i++) {
        const SamsokDraftOutline *from = &g_array_index(draft->outline, SamsokDraftOutline, i);
        SamsokOutlineEntry entry = {.title = from->title,
                                    .level = from->level,
                                    .page = from->page <= draft->pages->len ? from->page : 0};
        samsok_builder_add_outline(builder, &entry);
    }
}

SamsokDocument *samsok_draft_finish(SamsokDraft *draft)
{
    g_autoptr(SamsokBuilder) builder = samsok_builder_new();
    samsok_builder_take_metadata(builder, g_steal_pointer(&draft->metadata));
    for (guint i = 0; i < draft->pages->len; i++) {
        samsok_builder_add_page(builder, g_array_index(draft->pages, SamsokDraftPage, i).label);
    }
    hand_over_blocks(draft, builder);
    hand_over_rest(draft, builder);
    return samsok_builder_finish(g_steal_pointer(&builder));
}
