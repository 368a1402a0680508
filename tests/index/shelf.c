/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes reports and passages with the terms of index/schema.h. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/language/analyser.h"
#include "index/carriers.h"
#include "index/generation.h"
#include "index/schema.h"
#include "tests/index/shelf.h"

static void add_words(SamsokEntry *entry, const char *prefix, const char *text,
                      const char *language)
{
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(analyser, text, language, tokens);
    for (guint i = 0; i < tokens->len; i++) {
        g_autofree char *term =
            g_strconcat(prefix, g_array_index(tokens, SamsokToken, i).stem, NULL);
        assert_true(samsok_entry_add_term(entry, term, 1, NULL));
    }
}

static void add_filter(SamsokEntry *entry, const char *prefix, const char *value)
{
    if (*value != '\0') {
        g_autofree char *term = samsok_schema_term(prefix, value);
        assert_true(samsok_entry_add_boolean(entry, term, NULL));
    }
}

static void add_report_filters(SamsokEntry *entry, const ShelfReport *report)
{
    g_autofree char *series = samsok_schema_fold(report->series);
    g_autofree char *number = samsok_schema_number(report->series, report->number);
    g_autofree char *author = samsok_schema_fold(report->author);
    g_autofree char *year = g_strdup_printf("%u", report->year);
    add_filter(entry, SAMSOK_PREFIX_SERIES, series);
    add_filter(entry, SAMSOK_PREFIX_NUMBER, number);
    add_filter(entry, SAMSOK_PREFIX_AUTHOR, author);
    add_filter(entry, SAMSOK_PREFIX_YEAR, year);
    add_filter(entry, SAMSOK_PREFIX_LANGUAGE, report->language);
    add_filter(entry, SAMSOK_PREFIX_MEDIA, "text/plain");
}

static void put(SamsokWriter *writer, SamsokEntry *entry, GBytes *bytes)
{
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    assert_true(samsok_entry_set_data(entry, data, len, NULL));
    assert_true(samsok_writer_add(writer, entry, NULL, NULL));
    g_bytes_unref(bytes);
}

static void write_report(SamsokWriter *writer, const ShelfReport *report)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    SamsokReportRecord record = {
        .id = report->id, .path = report->path, .source = "", .sha256 = "", .plugin = "txt",
        .plugin_build = "", .media_type = "text/plain", .title = report->title,
        .series = report->series, .number = report->number, .year = report->year, .date = "",
        .authors = report->author, .publisher = "", .language = report->language, .url = "",
        .charset = "", .indexed_at = "", .stale = "", .sidecar = "", .outline = none,
        .warnings = none,
    };
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    assert_true(samsok_entry_add_boolean(entry, SAMSOK_KIND_REPORT, NULL));
    add_filter(entry, SAMSOK_PREFIX_ID, report->id);
    add_filter(entry, SAMSOK_PREFIX_PATH, report->path);
    add_report_filters(entry, report);
    g_auto(GStrv) works = samsok_carriers_works(&record);
    for (char **work = works; *work != NULL; work++) {
        add_filter(entry, SAMSOK_PREFIX_WORK, *work);
    }
    add_words(entry, SAMSOK_PREFIX_TITLE, report->title, report->language);
    put(writer, entry, samsok_report_record_pack(&record));
}

static void write_passage(SamsokWriter *writer, const ShelfReport *report,
                          const ShelfPassage *passage, guint ordinal)
{
    bool has_digits = strspn(passage->text, "0123456789abcdef") == 10;
    g_autofree char *id = has_digits ? g_strdup_printf("%s#%.10s", report->id, passage->text)
                                     : g_strdup_printf("%s#%u", report->id, ordinal);
    const char *const numbers[] = {passage->section_number, NULL};
    const char *const titles[] = {passage->section_title, NULL};
    SamsokPassageRecord record = {
        .id = id, .report = report->id, .text = passage->text,
        .section_number = passage->section_number, .section_title = passage->section_title,
        .section_path = numbers, .section_titles = titles, .section_kind = "body",
        .place = {.page_first = ordinal + 3, .page_last = ordinal + 3},
        .label_first = "", .label_last = "", .language = report->language, .ordinal = ordinal,
    };
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    assert_true(samsok_entry_add_boolean(entry, SAMSOK_KIND_PASSAGE, NULL));
    guint8 order[SAMSOK_ORDER_BYTES];
    samsok_schema_order(id, order);
    assert_true(samsok_entry_set_slot(entry, SAMSOK_SLOT_ORDER, order, sizeof order, NULL));
    add_filter(entry, SAMSOK_PREFIX_REPORT, report->id);
    add_filter(entry, SAMSOK_PREFIX_SECTION, "body");
    add_report_filters(entry, report);
    add_words(entry, "", passage->text, report->language);
    add_words(entry, "", report->title, report->language);
    add_words(entry, "", passage->section_title, report->language);
    add_words(entry, SAMSOK_PREFIX_TITLE, report->title, report->language);
    put(writer, entry, samsok_passage_record_pack(&record));
}

void shelf_write(const char *dir, const ShelfReport *reports, const ShelfPassage *passages)
{
    g_autofree char *generation = samsok_generation_next(dir);
    g_autofree char *path = g_build_filename(dir, generation, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, &error);
    assert_null(error);
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_SCHEMA, G_STRINGIFY(SAMSOK_SCHEMA_VERSION), NULL));
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_ANALYSER, G_STRINGIFY(SAMSOK_ANALYSER_VERSION), NULL));
    for (const ShelfReport *report = reports; report->id != NULL; report++) {
        write_report(writer, report);
        guint ordinal = 0;
        for (const ShelfPassage *passage = passages; passage->report != NULL; passage++) {
            if (strcmp(passage->report, report->id) == 0) {
                write_passage(writer, report, passage, ordinal++);
            }
        }
    }
    assert_true(samsok_writer_commit(writer, NULL));
    assert_true(samsok_generation_publish(dir, generation, NULL));
}
