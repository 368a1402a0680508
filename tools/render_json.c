/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing JSON, and the JSON of an extracted document. */
#include "config.h"

#include "tools/json.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/base/text.h"

char *samsok_json_text(JsonObject *object)
{
    g_autoptr(JsonNode) node = json_node_init_object(json_node_alloc(), object);
    json_object_unref(object);
    return json_to_string(node, FALSE);
}

void samsok_json_print(JsonObject *object, bool may_be_pretty)
{
    g_autoptr(JsonNode) node = json_node_init_object(json_node_alloc(), object);
    json_object_unref(object);
    g_autofree char *text = json_to_string(node, may_be_pretty && isatty(STDOUT_FILENO));
    puts(text);
}

void samsok_json_set_known(JsonObject *object, const char *name, const char *value)
{
    if (value == NULL || *value == '\0') {
        json_object_set_null_member(object, name);
    } else {
        json_object_set_string_member(object, name, value);
    }
}

void samsok_json_set_number(JsonObject *object, const char *name, guint64 value)
{
    json_object_set_int_member(object, name, (gint64)value);
}

void samsok_json_set_known_number(JsonObject *object, const char *name, guint64 value)
{
    if (value == 0) {
        json_object_set_null_member(object, name);
    } else {
        samsok_json_set_number(object, name, value);
    }
}

JsonArray *samsok_json_authors(const char *joined)
{
    JsonArray *array = json_array_new();
    if (joined == NULL || *joined == '\0') {
        return array;
    }
    g_auto(GStrv) names = g_strsplit(joined, ";", -1);
    for (guint i = 0; names[i] != NULL; i++) {
        json_array_add_string_element(array, g_strstrip(names[i]));
    }
    return array;
}

void samsok_json_set_lines(JsonObject *object, const SamsokPlace *place)
{
    if (place->line_first == 0) {
        json_object_set_null_member(object, "lines");
        return;
    }
    JsonObject *lines = json_object_new();
    samsok_json_set_number(lines, "first", place->line_first);
    samsok_json_set_number(lines, "last", place->line_last);
    json_object_set_object_member(object, "lines", lines);
}

static JsonObject *metadata_object(const SamsokMetadata *metadata)
{
    static const SamsokField fields[] = {
        SAMSOK_FIELD_TITLE,     SAMSOK_FIELD_DATE,     SAMSOK_FIELD_SERIES,
        SAMSOK_FIELD_NUMBER,    SAMSOK_FIELD_YEAR,     SAMSOK_FIELD_PUBLISHER,
        SAMSOK_FIELD_LANGUAGE,  SAMSOK_FIELD_URL,      SAMSOK_FIELD_DESCRIPTION,
        SAMSOK_FIELD_KEYWORDS,
    };
    JsonObject *object = json_object_new();
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
        samsok_json_set_known(object, samsok_field_name(fields[i]), samsok_metadata_value(metadata, fields[i]));
    }
    json_object_set_array_member(object, "authors",
                                 samsok_json_authors(samsok_metadata_value(metadata, SAMSOK_FIELD_AUTHORS)));
    return object;
}

static JsonArray *pages_array(const SamsokDocument *document)
{
    JsonArray *array = json_array_new();
    for (guint page = 1; page <= samsok_document_page_count(document); page++) {
        JsonObject *object = json_object_new();
        samsok_json_set_number(object, "index", page);
        samsok_json_set_known(object, "label", samsok_document_page(document, page)->label);
        json_array_add_object_element(array, object);
    }
    return array;
}

/* A section as a block names it: its number, its title where it has none. */
static void set_section(JsonObject *object, const SamsokDocument *document, guint index)
{
    if (index == SAMSOK_NONE) {
        json_object_set_null_member(object, "section");
        return;
    }
    const SamsokSection *section = samsok_document_section(document, index);
    samsok_json_set_known(object, "section", *section->number == '\0' ? section->title : section->number);
}

static JsonObject *block_object(const SamsokDocument *document, const SamsokBlock *block)
{
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "kind", samsok_block_kind_name(block->kind));
    samsok_json_set_number(object, "level", block->level);
    samsok_json_set_known(object, "number", block->number);
    samsok_json_set_known(object, "marker", block->marker);
    json_object_set_string_member(object, "text", block->text);
    samsok_json_set_known_number(object, "page", block->place.page_first);
    samsok_json_set_lines(object, &block->place);
    set_section(object, document, block->section);
    samsok_json_set_known(object, "language", block->language);
    if (block->cells != NULL) {
        JsonArray *cells = json_array_new();
        for (guint i = 0; block->cells[i] != NULL; i++) {
            json_array_add_string_element(cells, block->cells[i]);
        }
        json_object_set_array_member(object, "cells", cells);
        json_object_set_boolean_member(object, "is_head", block->is_table_head);
    }
    return object;
}

static JsonArray *document_passages(const SamsokDocument *document)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < samsok_document_passage_count(document); i++) {
        const SamsokPassage *passage = samsok_document_passage(document, i);
        JsonObject *object = json_object_new();
        json_object_set_string_member(object, "id", passage->id);
        set_section(object, document, passage->section);
        samsok_json_set_number(object, "first_block", passage->first_block);
        samsok_json_set_number(object, "end_block", passage->end_block);
        samsok_json_set_number(object, "words", samsok_text_word_count(passage->text));
        samsok_json_set_number(object, "page_first", passage->place.page_first);
        samsok_json_set_number(object, "page_last", passage->place.page_last);
        samsok_json_set_lines(object, &passage->place);
        json_object_set_string_member(object, "text", passage->text);
        json_array_add_object_element(array, object);
    }
    return array;
}

static JsonArray *document_warnings(const SamsokDocument *document)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < samsok_document_warning_count(document); i++) {
        const SamsokWarning *warning = samsok_document_warning(document, i);
        JsonObject *object = json_object_new();
        json_object_set_string_member(object, "code", warning->code);
        json_object_set_string_member(object, "text", warning->text);
        json_array_add_object_element(array, object);
    }
    return array;
}

/* The format's own bookmarks, as they stand in the file. */
static JsonArray *document_outline(const SamsokDocument *document)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < samsok_document_outline_count(document); i++) {
        const SamsokOutlineEntry *entry = samsok_document_outline(document, i);
        JsonObject *object = json_object_new();
        samsok_json_set_number(object, "level", entry->level);
        json_object_set_string_member(object, "title", entry->title);
        samsok_json_set_number(object, "page", entry->page);
        json_array_add_object_element(array, object);
    }
    return array;
}

JsonObject *samsok_json_document(const char *path, const char *media_type,
                                 const SamsokDocument *document)
{
    const SamsokMetadata *metadata = samsok_document_metadata(document);
    g_autofree char *shown = g_filename_display_name(path);
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "path", shown);
    json_object_set_string_member(object, "media_type", media_type);
    samsok_json_set_known(object, "charset", samsok_metadata_value(metadata, SAMSOK_FIELD_CHARSET));
    samsok_json_set_known(object, "language", samsok_metadata_value(metadata, SAMSOK_FIELD_LANGUAGE));
    json_object_set_object_member(object, "metadata", metadata_object(metadata));
    json_object_set_array_member(object, "pages", pages_array(document));
    JsonArray *blocks = json_array_new();
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        json_array_add_object_element(blocks,
                                      block_object(document, samsok_document_block(document, i)));
    }
    json_object_set_array_member(object, "blocks", blocks);
    json_object_set_array_member(object, "passages", document_passages(document));
    json_object_set_array_member(object, "outline", document_outline(document));
    json_object_set_array_member(object, "warnings", document_warnings(document));
    return object;
}
