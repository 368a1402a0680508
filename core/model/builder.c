/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds a document, gives passages their ids and checks the whole before it is let go. */
#include "config.h"

#include "core/model/builder.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/model/document-private.h"

enum { CHUNK_BYTES = 64 << 10, ID_DIGITS = 10 };

struct _SamsokBuilder {
    SamsokDocument *document;
    GHashTable *passage_ids; /* id without "-2" → times seen */
    guint dropped_warnings;
};

SamsokBuilder *samsok_builder_new(void)
{
    SamsokDocument *document = g_new0(SamsokDocument, 1);
    document->metadata = samsok_metadata_new();
    document->chunk = g_string_chunk_new(CHUNK_BYTES);
    document->cell_lists = g_ptr_array_new_with_free_func(g_free);
    document->pages = g_array_new(FALSE, FALSE, sizeof(SamsokPage));
    document->blocks = g_array_new(FALSE, FALSE, sizeof(SamsokBlock));
    document->sections = g_array_new(FALSE, FALSE, sizeof(SamsokSection));
    document->passages = g_array_new(FALSE, FALSE, sizeof(SamsokPassage));
    document->warnings = g_array_new(FALSE, FALSE, sizeof(SamsokWarning));
    document->outline = g_array_new(FALSE, FALSE, sizeof(SamsokOutlineEntry));

    SamsokBuilder *builder = g_new0(SamsokBuilder, 1);
    builder->document = document;
    builder->passage_ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return builder;
}

void samsok_builder_free(SamsokBuilder *builder)
{
    if (builder == NULL) {
        return;
    }
    samsok_document_free(builder->document);
    g_hash_table_unref(builder->passage_ids);
    g_free(builder);
}

static const char *keep(SamsokBuilder *builder, const char *text)
{
    if (text == NULL || *text == '\0') {
        return "";
    }
    return g_string_chunk_insert(builder->document->chunk, text);
}

/* Labels, languages and codes repeat: one copy serves all. */
static const char *keep_const(SamsokBuilder *builder, const char *text)
{
    if (text == NULL || *text == '\0') {
        return "";
    }
    return g_string_chunk_insert_const(builder->document->chunk, text);
}

void samsok_builder_take_metadata(SamsokBuilder *builder, SamsokMetadata *metadata)
{
    samsok_metadata_free(builder->document->metadata);
    builder->document->metadata = metadata;
}

guint samsok_builder_add_page(SamsokBuilder *builder, const char *label)
{
    SamsokPage page = {.label = keep(builder, label)};
    g_array_append_val(builder->document->pages, page);
    return builder->document->pages->len - 1;
}

static const char *const *keep_cells(SamsokBuilder *builder, const char *const *cells)
{
    if (cells == NULL) {
        return NULL;
    }
    guint len = g_strv_length((char **)cells);
    const char **copy = g_new0(const char *, len + 1);
    for (guint i = 0; i < len; i++) {
        copy[i] = keep(builder, cells[i]);
    }
    g_ptr_array_add(builder->document->cell_lists, copy);
    return copy;
}

guint samsok_builder_add_block(SamsokBuilder *builder, const SamsokBlock *block)
{
    SamsokBlock copy = *block;
    copy.level = MIN(block->level, SAMSOK_MAX_LEVEL);
    copy.number = keep(builder, block->number);
    copy.marker = keep(builder, block->marker);
    copy.text = keep(builder, block->text);
    copy.cells = keep_cells(builder, block->cells);
    copy.language = keep_const(builder, block->language);
    g_array_append_val(builder->document->blocks, copy);
    return builder->document->blocks->len - 1;
}

guint samsok_builder_add_section(SamsokBuilder *builder, const SamsokSection *section)
{
    SamsokSection copy = *section;
    copy.number = keep(builder, section->number);
    copy.title = keep(builder, section->title);
    g_array_append_val(builder->document->sections, copy);
    return builder->document->sections->len - 1;
}

/* The letters and digits of the text in lower case with single blanks between words: what stays the
 * same when a later version joins a hyphen better or drops a bullet. */
static char *normalised(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));
    bool gap = false;
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        bool is_plain = (guchar)*p < 0x80; /* as most are: no calls */
        gunichar c = is_plain ? (guchar)*p : g_utf8_get_char(p);
        if (is_plain ? !g_ascii_isalnum(*p) : !g_unichar_isalnum(c)) {
            gap = gap || g_unichar_isspace(c);
            continue;
        }
        if (gap && out->len > 0) {
            g_string_append_c(out, ' ');
        }
        gap = false;
        if (is_plain) {
            g_string_append_c(out, (char)(*p | 0x20)); /* digits have that bit already */
        } else {
            g_string_append_unichar(out, g_unichar_tolower(c));
        }
    }
    return g_string_free(out, FALSE);
}

static char *passage_id(SamsokBuilder *builder, const char *text)
{
    g_autofree char *plain = normalised(text);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, plain, -1);
    g_autofree char *id = g_strndup(digest, ID_DIGITS);
    guint seen = GPOINTER_TO_UINT(g_hash_table_lookup(builder->passage_ids, id)) + 1;
    g_hash_table_insert(builder->passage_ids, g_strdup(id), GUINT_TO_POINTER(seen));
    return seen == 1 ? g_steal_pointer(&id) : g_strdup_printf("%s-%u", id, seen);
}

guint samsok_builder_add_passage(SamsokBuilder *builder, const SamsokPassage *passage)
{
    g_autofree char *id = passage_id(builder, passage->text);
    SamsokPassage copy = *passage;
    copy.id = keep(builder, id);
    copy.text = keep(builder, passage->text);
    copy.language = keep_const(builder, passage->language);
    g_array_append_val(builder->document->passages, copy);
    return builder->document->passages->len - 1;
}

void samsok_builder_add_warning(SamsokBuilder *builder, const char *code, const char *text)
{
    if (builder->document->warnings->len >= SAMSOK_MAX_WARNINGS) {
        builder->dropped_warnings++;
        return;
    }
    SamsokWarning warning = {.code = keep_const(builder, code), .text = keep(builder, text)};
    g_array_append_val(builder->document->warnings, warning);
}

void samsok_builder_add_outline(SamsokBuilder *builder, const SamsokOutlineEntry *entry)
{
    SamsokOutlineEntry copy = *entry;
    copy.title = keep(builder, entry->title);
    g_array_append_val(builder->document->outline, copy);
}

static void check_place(const SamsokDocument *document, const SamsokPlace *place)
{
    g_assert(place->page_first <= place->page_last && place->page_last <= document->pages->len);
    g_assert(place->line_first <= place->line_last);
}

static void check_blocks(const SamsokDocument *document)
{
    for (guint i = 0; i < document->blocks->len; i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        g_assert(block->section == SAMSOK_NONE || block->section < document->sections->len);
        check_place(document, &block->place);
    }
}

static void check_sections(const SamsokDocument *document)
{
    for (guint i = 0; i < document->sections->len; i++) {
        const SamsokSection *section = samsok_document_section(document, i);
        g_assert(section->first_block <= section->end_block);
        g_assert(section->end_block <= document->blocks->len);
        g_assert(section->heading < document->blocks->len);
        if (section->parent != SAMSOK_NONE) {
            g_assert(section->parent < i);
            const SamsokSection *parent = samsok_document_section(document, section->parent);
            g_assert(parent->level < section->level);
            g_assert(parent->first_block <= section->first_block);
            g_assert(section->end_block <= parent->end_block);
        }
    }
}

static void check_passages(const SamsokDocument *document)
{
    guint last_first = 0;
    for (guint i = 0; i < document->passages->len; i++) {
        const SamsokPassage *passage = samsok_document_passage(document, i);
        g_assert(passage->first_block < passage->end_block);
        g_assert(passage->end_block <= document->blocks->len);
        g_assert(passage->first_block >= last_first);
        g_assert(passage->section == SAMSOK_NONE || passage->section < document->sections->len);
        check_place(document, &passage->place);
        last_first = passage->first_block;
    }
}

SamsokDocument *samsok_builder_finish(SamsokBuilder *builder)
{
    if (builder->dropped_warnings > 0) {
        g_autofree char *text = g_strdup_printf("%u further warnings", builder->dropped_warnings);
        SamsokWarning warning = {.code = keep_const(builder, "warnings"), .text = keep(builder, text)};
        g_array_append_val(builder->document->warnings, warning);
    }
    check_blocks(builder->document);
    check_sections(builder->document);
    check_passages(builder->document);
    SamsokDocument *document = g_steal_pointer(&builder->document);
    samsok_builder_free(builder);
    return document;
}
