/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes small documents and describes their points. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/insight/points.h"
#include "core/model/builder.h"
#include "tests/insight/small_points.h"

enum { DEEPEST = 4 };

typedef struct {
    SamsokBuilder *builder;
    GArray *sections; /* of SamsokSection, still open ones with end_block 0 */
    guint open[DEEPEST];
    guint depth;
    guint count; /* blocks so far */
    bool is_in_table;
} Writer;

static void close_sections(Writer *writer, guint level)
{
    while (writer->depth > 0 && writer->depth >= level) {
        g_array_index(writer->sections, SamsokSection, writer->open[writer->depth]).end_block =
            writer->count;
        writer->depth--;
    }
}

static void open_section(Writer *writer, guint level, const char *number, const char *title)
{
    close_sections(writer, level);
    SamsokSection section = {
        .number = number,
        .title = title,
        .level = level,
        .parent = writer->depth == 0 ? SAMSOK_NONE : writer->open[writer->depth],
        .heading = writer->count,
        .first_block = writer->count,
    };
    writer->depth = level;
    writer->open[level] = writer->sections->len;
    g_array_append_val(writer->sections, section);
}

/* «| a | b |»: the first row of a table is its head. */
static void write_row(Writer *writer, const char *line)
{
    g_autofree char *inner = g_strndup(line + 2, strlen(line) - 4);
    g_auto(GStrv) cells = g_strsplit(inner, " | ", -1);
    SamsokBlock block = {
        .kind = SAMSOK_BLOCK_TABLE_ROW,
        .number = "",
        .marker = "",
        .text = inner,
        .cells = (const char *const *)cells,
        .language = "nb",
        .is_table_head = !writer->is_in_table,
        .section = writer->depth == 0 ? SAMSOK_NONE : writer->open[writer->depth],
    };
    samsok_builder_add_block(writer->builder, &block);
    writer->is_in_table = true;
    writer->count++;
}

/* A line: «# heading», «# 2 numbered», «## below it», «- item», «1. item», «  - below it», «| a row |», or a paragraph. */
static void write_line(Writer *writer, const char *line)
{
    if (*line == '|') {
        write_row(writer, line);
        return;
    }
    writer->is_in_table = false;
    size_t hashes = strspn(line, "#");
    size_t blanks = strspn(line, " ");
    size_t digits = strspn(line + blanks, "0123456789");
    bool is_bullet = g_str_has_prefix(line + blanks, "- ");
    bool is_numbered = digits > 0 && line[blanks + digits] == '.';
    g_autofree char *marker = is_numbered ? g_strndup(line + blanks, digits + 1) : g_strdup(is_bullet ? "-" : "");
    bool is_item = is_bullet || is_numbered;
    const char *title = hashes > 0 ? line + hashes + 1 : "";
    size_t title_digits = strspn(title, "0123456789");
    bool has_number = title_digits > 0 && title[title_digits] == ' ';
    g_autofree char *digits_of_title = g_strndup(title, has_number ? title_digits : 0);
    const char *number = g_intern_string(digits_of_title); /* sections are written at the end */
    title += has_number ? title_digits + 1 : 0;
    if (hashes > 0) {
        open_section(writer, (guint)hashes, number, title);
    }
    SamsokBlock block = {
        .kind = hashes > 0 ? SAMSOK_BLOCK_HEADING : is_item ? SAMSOK_BLOCK_LIST_ITEM : SAMSOK_BLOCK_PARAGRAPH,
        .level = hashes > 0 ? (guint)hashes : is_item ? 1 + (guint)blanks / 2 : 0,
        .number = number,
        .marker = marker,
        .text = hashes > 0 ? title : is_item ? line + blanks + strlen(marker) + 1 : line,
        .language = "nb",
        .section = writer->depth == 0 ? SAMSOK_NONE : writer->open[writer->depth],
    };
    samsok_builder_add_block(writer->builder, &block);
    writer->count++;
}

static SamsokDocument *document_of(const char *title, const char *text)
{
    g_autoptr(GArray) sections = g_array_new(FALSE, FALSE, sizeof(SamsokSection));
    Writer writer = {.builder = samsok_builder_new(), .sections = sections};
    SamsokMetadata *metadata = samsok_metadata_new();
    if (title != NULL) {
        samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, title, SAMSOK_SOURCE_FILE);
    }
    samsok_builder_take_metadata(writer.builder, metadata);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        write_line(&writer, lines[i]);
    }
    close_sections(&writer, 1);
    for (guint i = 0; i < sections->len; i++) {
        samsok_builder_add_section(writer.builder, &g_array_index(sections, SamsokSection, i));
    }
    return samsok_builder_finish(writer.builder);
}

/* A line for each point but findings: its kind's first letter and its text, parts of it joined by «/». */
static char *described(const GPtrArray *points)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < points->len; i++) {
        const SamsokPoint *point = g_ptr_array_index(points, i);
        if (point->kind != SAMSOK_POINT_FINDING) {
            g_autofree char *text = g_strdelimit(g_strdup(point->text), "\n", '/');
            g_string_append_printf(out, "%s%c %s", out->len == 0 ? "" : "\n",
                                   samsok_point_kind_name(point->kind)[0], text);
        }
    }
    return g_string_free(out, FALSE);
}

void expect_points(const char *title, const Case *cases, size_t count)
{
    for (gsize i = 0; i < count; i++) {
        g_autoptr(SamsokDocument) document = document_of(title, cases[i].text);
        g_autoptr(GPtrArray) points = samsok_points(document);
        g_autofree char *got = described(points);
        assert_string_equal(got, cases[i].expected);
    }
}
