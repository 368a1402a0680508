/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a built document. */
#include "config.h"

#include "core/model/document.h"

#include "core/model/document-private.h"

const char *samsok_block_kind_name(SamsokBlockKind kind)
{
    static const char *const names[] = {
#define X(kind, name) name,
        SAMSOK_BLOCK_KIND_LIST(X)
#undef X
    };
    g_assert((guint)kind < G_N_ELEMENTS(names));
    return names[kind];
}

const char *samsok_section_kind_name(SamsokSectionKind kind)
{
    static const char *const names[] = {
#define X(kind, name) name,
        SAMSOK_SECTION_KIND_LIST(X)
#undef X
    };
    g_assert((guint)kind < G_N_ELEMENTS(names));
    return names[kind];
}

void samsok_document_free(SamsokDocument *document)
{
    if (document == NULL) {
        return;
    }
    samsok_metadata_free(document->metadata);
    g_string_chunk_free(document->chunk);
    g_ptr_array_unref(document->cell_lists);
    g_array_unref(document->pages);
    g_array_unref(document->blocks);
    g_array_unref(document->sections);
    g_array_unref(document->passages);
    g_array_unref(document->warnings);
    g_array_unref(document->outline);
    g_free(document);
}

const SamsokMetadata *samsok_document_metadata(const SamsokDocument *document)
{
    return document->metadata;
}

guint samsok_document_page_count(const SamsokDocument *document)
{
    return document->pages->len;
}

const SamsokPage *samsok_document_page(const SamsokDocument *document, guint page)
{
    if (page == 0 || page > document->pages->len) {
        return NULL;
    }
    return &g_array_index(document->pages, SamsokPage, page - 1);
}

guint samsok_document_block_count(const SamsokDocument *document)
{
    return document->blocks->len;
}

const SamsokBlock *samsok_document_block(const SamsokDocument *document, guint index)
{
    g_assert(index < document->blocks->len);
    return &g_array_index(document->blocks, SamsokBlock, index);
}

guint samsok_document_section_count(const SamsokDocument *document)
{
    return document->sections->len;
}

const SamsokSection *samsok_document_section(const SamsokDocument *document, guint index)
{
    g_assert(index < document->sections->len);
    return &g_array_index(document->sections, SamsokSection, index);
}

guint samsok_document_passage_count(const SamsokDocument *document)
{
    return document->passages->len;
}

const SamsokPassage *samsok_document_passage(const SamsokDocument *document, guint index)
{
    g_assert(index < document->passages->len);
    return &g_array_index(document->passages, SamsokPassage, index);
}

guint samsok_document_warning_count(const SamsokDocument *document)
{
    return document->warnings->len;
}

const SamsokWarning *samsok_document_warning(const SamsokDocument *document, guint index)
{
    g_assert(index < document->warnings->len);
    return &g_array_index(document->warnings, SamsokWarning, index);
}

guint samsok_document_outline_count(const SamsokDocument *document)
{
    return document->outline->len;
}

const SamsokOutlineEntry *samsok_document_outline(const SamsokDocument *document, guint index)
{
    g_assert(index < document->outline->len);
    return &g_array_index(document->outline, SamsokOutlineEntry, index);
}
