/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records survive the way to bytes and back, and damaged bytes are refused. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "index/pack.h"
#include "index/record.h"

static const char *const section_path[] = {"2", "", "2.3.1", NULL};
static const char *const section_titles[] = {"Bakgrunn", "Ærlig talt", "Rådene", NULL};

static const SamsokPassageRecord sample_passage = {
    .id = "difi-notat-2017-02#7f3a91c2d0",
    .report = "difi-notat-2017-02",
    .report_title = "Erfaringer med samordning",
    .text = "Første linje\n• andre linje",
    .section_number = "2.3.1",
    .section_title = "Rådene",
    .section_path = section_path,
    .section_titles = section_titles,
    .section_kind = "body",
    .place = {.page_first = 9, .page_last = 10, .line_first = 437, .line_last = 448},
    .label_first = "ix",
    .label_last = "x",
    .language = "nb",
    .ordinal = 300,
};

static GBytes *packed_report(void)
{
    SamsokOutlineRecord first = {.number = "1", .title = "Innledning", .level = 1, .page = 3};
    SamsokOutlineRecord second = {.number = "", .title = "Råd", .level = 2, .line = 70000};
    g_autoptr(GPtrArray) outline = g_ptr_array_new();
    g_ptr_array_add(outline, &first);
    g_ptr_array_add(outline, &second);
    g_autoptr(GPtrArray) warnings = g_ptr_array_new();
    g_ptr_array_add(warnings, (gpointer) "no-text: page 4 has no text");
    SamsokReportRecord record = {
        .id = "difi-notat-2017-02",
        .path = "/srv/rapporter/odd\xff\nname.pdf",
        .size_bytes = UINT64_MAX,
        .mtime_ns = -1,
        .year = 2017,
        .title = "Erfaringer",
        .outline = outline,
        .warnings = warnings,
    };
    return samsok_report_record_pack(&record);
}

static void a_report_comes_back_as_it_went(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = packed_report();
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    g_autoptr(SamsokReportRecord) record = samsok_report_record_unpack(data, len, NULL);
    assert_non_null(record);
    assert_string_equal(record->id, "difi-notat-2017-02");
    assert_string_equal(record->path, "/srv/rapporter/odd\xff\nname.pdf");
    assert_true(record->size_bytes == UINT64_MAX);
    assert_true(record->mtime_ns == -1);
    assert_int_equal(record->year, 2017);
    assert_int_equal(record->outline->len, 2);
    const SamsokOutlineRecord *second = g_ptr_array_index(record->outline, 1);
    assert_string_equal(second->title, "Råd");
    assert_int_equal(second->line, 70000);
    assert_int_equal(record->warnings->len, 1);
    assert_string_equal(g_ptr_array_index(record->warnings, 0), "no-text: page 4 has no text");
}

static void a_text_that_was_not_given_is_empty(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = packed_report();
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    g_autoptr(SamsokReportRecord) record = samsok_report_record_unpack(data, len, NULL);
    assert_string_equal(record->publisher, "");
    const SamsokOutlineRecord *second = g_ptr_array_index(record->outline, 1);
    assert_string_equal(second->number, "");
}

static void a_passage_comes_back_as_it_went(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = samsok_passage_record_pack(&sample_passage);
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    g_autoptr(SamsokPassageRecord) record = samsok_passage_record_unpack(data, len, NULL);
    assert_non_null(record);
    assert_string_equal(record->id, sample_passage.id);
    assert_string_equal(record->text, sample_passage.text);
    assert_string_equal(record->report_title, sample_passage.report_title);
    assert_int_equal(record->place.line_last, 448);
    assert_int_equal(record->ordinal, 300);
    assert_int_equal(g_strv_length((char **)record->section_path), 3);
    assert_string_equal(record->section_path[1], "");
    assert_string_equal(record->section_titles[2], "Rådene");
}

static void mentions_come_back_in_order_with_label_and_rule(void **state)
{
    (void)state;
    SamsokMentionRecord first = {.concept = "fin", .label = "Finansdepartementet", .start = 0,
                                 .end = 3, .matched = "FIN", .rule = "exact «FIN»"};
    SamsokMentionRecord second = {.concept = "virkemiddel", .label = "virkemiddel", .start = 300,
                                  .end = 311, .matched = "virkemiddel", .rule = ""};
    g_autoptr(GPtrArray) mentions = g_ptr_array_new();
    g_ptr_array_add(mentions, &first);
    g_ptr_array_add(mentions, &second);
    SamsokPassageRecord tagged = sample_passage;
    tagged.mentions = mentions;
    g_autoptr(GBytes) bytes = samsok_passage_record_pack(&tagged);
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    g_autoptr(SamsokPassageRecord) record = samsok_passage_record_unpack(data, len, NULL);
    assert_int_equal(record->mentions->len, 2);
    const SamsokMentionRecord *fin = g_ptr_array_index(record->mentions, 0);
    const SamsokMentionRecord *means = g_ptr_array_index(record->mentions, 1);
    assert_string_equal(fin->concept, "fin");
    assert_string_equal(fin->label, "Finansdepartementet");
    assert_string_equal(fin->matched, "FIN");
    assert_string_equal(fin->rule, "exact «FIN»");
    assert_int_equal(fin->end, 3);
    assert_string_equal(means->label, "virkemiddel");
    assert_string_equal(means->matched, "virkemiddel");
    assert_int_equal(means->start, 300);
}

static void a_passage_without_mentions_has_an_empty_list(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = samsok_passage_record_pack(&sample_passage);
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    g_autoptr(SamsokPassageRecord) record = samsok_passage_record_unpack(data, len, NULL);
    assert_int_equal(record->mentions->len, 0);
}

static void a_passage_without_sections_has_empty_lists(void **state)
{
    (void)state;
    SamsokPassageRecord plain = {.id = "a#b", .report = "a", .text = "x"};
    g_autoptr(GBytes) bytes = samsok_passage_record_pack(&plain);
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    g_autoptr(SamsokPassageRecord) record = samsok_passage_record_unpack(data, len, NULL);
    assert_null(record->section_path[0]);
    assert_null(record->section_titles[0]);
}

/* The bytes where a field ends are a record too; everywhere else the cut is seen. Copies are made
 * so that a sanitizer sees a read past the end. */
static void a_record_cut_anywhere_is_refused_or_whole(void **state)
{
    (void)state;
    g_autoptr(GBytes) report = packed_report();
    g_autoptr(GBytes) passage = samsok_passage_record_pack(&sample_passage);
    guint refused = 0;
    for (gsize cut = 0; cut < g_bytes_get_size(passage); cut++) {
        g_autofree char *copy = g_memdup2(g_bytes_get_data(passage, NULL), cut);
        g_autoptr(GError) error = NULL;
        g_autoptr(SamsokPassageRecord) record = samsok_passage_record_unpack(copy, cut, &error);
        assert_true((record == NULL) == (error != NULL));
        assert_true(error == NULL || error->code == SAMSOK_ERROR_CORRUPT);
        refused += error != NULL ? 1 : 0;
    }
    assert_true(refused > g_bytes_get_size(passage) / 2);
    for (gsize cut = 0; cut < g_bytes_get_size(report); cut++) {
        g_autofree char *copy = g_memdup2(g_bytes_get_data(report, NULL), cut);
        g_autoptr(GError) error = NULL;
        g_autoptr(SamsokReportRecord) record = samsok_report_record_unpack(copy, cut, &error);
        assert_true((record == NULL) == (error != NULL));
    }
}

static void every_damaged_byte_is_survived(void **state)
{
    (void)state;
    g_autoptr(GBytes) passage = samsok_passage_record_pack(&sample_passage);
    g_autoptr(GBytes) report = packed_report();
    GBytes *const both[] = {passage, report};
    for (guint which = 0; which < 2; which++) {
        gsize len = 0;
        const char *data = g_bytes_get_data(both[which], &len);
        for (gsize i = 0; i < len * 4; i++) {
            g_autofree char *copy = g_memdup2(data, len);
            static const char damage[] = {0, 1, (char)0x80, (char)0xff};
            copy[i / 4] = damage[i % 4];
            samsok_report_record_free(samsok_report_record_unpack(copy, len, NULL));
            samsok_passage_record_free(samsok_passage_record_unpack(copy, len, NULL));
        }
    }
}

static void a_field_of_a_newer_program_is_passed_over(void **state)
{
    (void)state;
    static const char bytes[] = "\xc8\x03new\x03\x02x";
    g_autoptr(SamsokPassageRecord) record = samsok_passage_record_unpack(bytes, sizeof bytes, NULL);
    assert_non_null(record);
    assert_string_equal(record->text, "x");
}

static void a_record_of_no_bytes_is_refused(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(samsok_passage_record_unpack("", 0, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
    g_clear_error(&error);
    assert_null(samsok_report_record_unpack("", 0, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
}

static void a_text_with_nul_inside_is_refused(void **state)
{
    (void)state;
    static const char bytes[] = "\x03\x04x\0y";
    g_autoptr(GError) error = NULL;
    assert_null(samsok_passage_record_unpack(bytes, sizeof bytes, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
}

static void a_text_or_title_that_is_no_utf8_is_refused(void **state)
{
    (void)state;
    static const char *const titles[] = {"Rådene", "R\xc3", NULL};
    const SamsokPassageRecord broken[] = {
        {.id = "a#b", .report = "a", .text = "r\xe5""d"},
        {.id = "a#b", .report = "a", .text = "x", .section_title = "R\xc3"},
        {.id = "a#b", .report = "a", .text = "x", .report_title = "R\xc3"},
        {.id = "a#b", .report = "a", .text = "x", .section_titles = titles},
        {.id = "a#b", .report = "a", .text = "x", .label_first = "R\xc3"},
        {.id = "a#b", .report = "a", .text = "x", .point.lead_in = "R\xc3"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
        g_autoptr(GBytes) bytes = samsok_passage_record_pack(&broken[i]);
        gsize len = 0;
        const void *data = g_bytes_get_data(bytes, &len);
        g_autoptr(GError) error = NULL;
        assert_null(samsok_passage_record_unpack(data, len, &error));
        assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
    }
}

static void a_report_whose_title_or_outline_is_no_utf8_is_refused(void **state)
{
    (void)state;
    SamsokOutlineRecord entry = {.title = "R\xc3", .level = 1};
    g_autoptr(GPtrArray) outline = g_ptr_array_new();
    g_ptr_array_add(outline, &entry);
    const SamsokReportRecord broken[] = {
        {.id = "a", .title = "R\xc3"}, {.id = "a", .series = "R\xc3"}, {.id = "a", .outline = outline},
        {.id = "a", .url = "R\xc3"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
        g_autoptr(GBytes) bytes = samsok_report_record_pack(&broken[i]);
        gsize len = 0;
        const void *data = g_bytes_get_data(bytes, &len);
        g_autoptr(GError) error = NULL;
        assert_null(samsok_report_record_unpack(data, len, &error));
        assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
    }
}

/* What GLib takes for UTF-8, whatever stands around it. */
static void a_text_is_utf8_as_glib_has_it(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a",            "åtte byte", "ø",        "€",        "\xF0\x9D\x84\x9E", "\xc3",
                                         "\xed\xa0\x80", "\xc0\xaf",  "\xf5\x80", "\x80", "lang tekst uten noe"};
    GRand *random = g_rand_new_with_seed(4);
    for (guint i = 0; i < 3000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (gint k = g_rand_int_range(random, 0, 9); k > 0; k--) {
            bool may_be_bad = g_rand_int_range(random, 0, 6) == 0;
            g_string_append(text, pieces[g_rand_int_range(random, 0, may_be_bad ? G_N_ELEMENTS(pieces) : 5)]);
        }
        const SamsokPackFound found = {.bytes = (const guint8 *)text->str, .len = text->len + 1};
        assert_int_equal(samsok_pack_utf8_of(&found) != NULL, g_utf8_validate(text->str, -1, NULL));
    }
    g_rand_free(random);
}

static void a_number_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    static const char bytes[] = "\x0e\x05\xff\xff\xff\xff\x7f";
    g_autoptr(GError) error = NULL;
    assert_null(samsok_passage_record_unpack(bytes, sizeof bytes - 1, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_comes_back_as_it_went),
        cmocka_unit_test(a_text_that_was_not_given_is_empty),
        cmocka_unit_test(a_passage_comes_back_as_it_went),
        cmocka_unit_test(a_passage_without_sections_has_empty_lists),
        cmocka_unit_test(mentions_come_back_in_order_with_label_and_rule),
        cmocka_unit_test(a_passage_without_mentions_has_an_empty_list),
        cmocka_unit_test(a_record_cut_anywhere_is_refused_or_whole),
        cmocka_unit_test(every_damaged_byte_is_survived),
        cmocka_unit_test(a_field_of_a_newer_program_is_passed_over),
        cmocka_unit_test(a_record_of_no_bytes_is_refused),
        cmocka_unit_test(a_text_with_nul_inside_is_refused),
        cmocka_unit_test(a_text_or_title_that_is_no_utf8_is_refused),
        cmocka_unit_test(a_report_whose_title_or_outline_is_no_utf8_is_refused),
        cmocka_unit_test(a_text_is_utf8_as_glib_has_it),
        cmocka_unit_test(a_number_that_does_not_fit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
