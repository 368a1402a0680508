/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON of an extracted document. */
#include "config.h"

#include "tools/json.h"

#include "core/base/text.h"

static json_t *metadata_object(const SamsokMetadata *metadata)
{
    static const SamsokField fields[] = {
        SAMSOK_FIELD_TITLE,     SAMSOK_FIELD_DATE,     SAMSOK_FIELD_SERIES,
        SAMSOK_FIELD_NUMBER,    SAMSOK_FIELD_YEAR,     SAMSOK_FIELD_PUBLISHER,
        SAMSOK_FIELD_LANGUAGE,  SAMSOK_FIELD_URL,      SAMSOK_FIELD_DESCRIPTION,
        SAMSOK_FIELD_KEYWORDS,
    };
    json_t *object = json_object();
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
        samsok_json_set_known(object, samsok_field_name(fields[i]), samsok_metadata_value(metadata, fields[i]));
    }
    json_object_set_new(object, "authors",
                                 samsok_json_authors(samsok_metadata_value(metadata, SAMSOK_FIELD_AUTHORS)));
    return object;
}

static json_t *pages_array(const SamsokDocument *document)
{
    json_t *array = json_array();
    for (guint page = 1; page <= samsok_document_page_count(document); page++) {
        json_t *object = json_object();
        samsok_json_set_number(object, "index", page);
        samsok_json_set_known(object, "label", samsok_document_page(document, page)->label);
        json_array_append_new(array, object);
    }
    return array;
}

/* A section as a block names it: its number, its title where it has none. */
static void set_section(json_t *object, const SamsokDocument *document, guint index)
{
    if (index == SAMSOK_NONE) {
        json_object_set_new(object, "section", json_null());
        return;
    }
    const SamsokSection *section = samsok_document_section(document, index);
    samsok_json_set_known(object, "section", *section->number == '\0' ? section->title : section->number);
}

static json_t *block_object(const SamsokDocument *document, const SamsokBlock *block)
{
    json_t *object = json_object();
    samsok_json_set_string(object, "kind", samsok_block_kind_name(block->kind));
    samsok_json_set_number(object, "level", block->level);
    samsok_json_set_known(object, "number", block->number);
    samsok_json_set_known(object, "marker", block->marker);
    samsok_json_set_string(object, "text", block->text);
    samsok_json_set_known_number(object, "page", block->place.page_first);
    samsok_json_set_lines(object, &block->place);
    set_section(object, document, block->section);
    samsok_json_set_known(object, "language", block->language);
    if (block->cells != NULL) {
        json_object_set_new(object, "cells", samsok_json_strings((const char *const *)block->cells));
        samsok_json_set_bool(object, "is_head", block->is_table_head);
    }
    return object;
}

static json_t *document_passages(const SamsokDocument *document)
{
    json_t *array = json_array();
    for (guint i = 0; i < samsok_document_passage_count(document); i++) {
        const SamsokPassage *passage = samsok_document_passage(document, i);
        json_t *object = json_object();
        samsok_json_set_string(object, "id", passage->id);
        set_section(object, document, passage->section);
        samsok_json_set_number(object, "first_block", passage->first_block);
        samsok_json_set_number(object, "end_block", passage->end_block);
        samsok_json_set_number(object, "words", samsok_text_word_count(passage->text));
        samsok_json_set_number(object, "page_first", passage->place.page_first);
        samsok_json_set_number(object, "page_last", passage->place.page_last);
        samsok_json_set_lines(object, &passage->place);
        samsok_json_set_string(object, "text", passage->text);
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *document_warnings(const SamsokDocument *document)
{
    json_t *array = json_array();
    for (guint i = 0; i < samsok_document_warning_count(document); i++) {
        const SamsokWarning *warning = samsok_document_warning(document, i);
        json_t *object = json_object();
        samsok_json_set_string(object, "code", warning->code);
        samsok_json_set_string(object, "text", warning->text);
        json_array_append_new(array, object);
    }
    return array;
}

/* The format's own bookmarks, as they stand in the file. */
static json_t *document_outline(const SamsokDocument *document)
{
    json_t *array = json_array();
    for (guint i = 0; i < samsok_document_outline_count(document); i++) {
        const SamsokOutlineEntry *entry = samsok_document_outline(document, i);
        json_t *object = json_object();
        samsok_json_set_number(object, "level", entry->level);
        samsok_json_set_string(object, "title", entry->title);
        samsok_json_set_number(object, "page", entry->page);
        json_array_append_new(array, object);
    }
    return array;
}

json_t *samsok_json_document(const char *path, const char *media_type,
                             const SamsokDocument *document)
{
    const SamsokMetadata *metadata = samsok_document_metadata(document);
    g_autofree char *shown = g_filename_display_name(path);
    json_t *object = json_object();
    samsok_json_set_string(object, "path", shown);
    samsok_json_set_string(object, "media_type", media_type);
    samsok_json_set_known(object, "charset", samsok_metadata_value(metadata, SAMSOK_FIELD_CHARSET));
    samsok_json_set_known(object, "language", samsok_metadata_value(metadata, SAMSOK_FIELD_LANGUAGE));
    json_object_set_new(object, "metadata", metadata_object(metadata));
    json_object_set_new(object, "pages", pages_array(document));
    json_t *blocks = json_array();
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        json_array_append_new(blocks, block_object(document, samsok_document_block(document, i)));
    }
    json_object_set_new(object, "blocks", blocks);
    json_object_set_new(object, "passages", document_passages(document));
    json_object_set_new(object, "outline", document_outline(document));
    json_object_set_new(object, "warnings", document_warnings(document));
    return object;
}
