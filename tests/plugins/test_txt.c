/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the txt plugin that files in a folder cannot show: long lines, and bids. */
#include "config.h"

#include "core/extract/plugin.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* A host whose files are sound UTF-8 in memory; what fails in it is up to the test. */
typedef struct {
    const char *text;
    size_t len;
    SamsokStatus contents_status;
    SamsokStatus decode_status;
} Host;

static SamsokStatus host_contents(const SamsokInput *input, const char **out_bytes, size_t *out_len)
{
    const Host *host = input->host_data;
    *out_bytes = host->text;
    *out_len = host->len;
    return host->contents_status;
}

static SamsokStatus host_decode(const SamsokInput *input, const char *bytes, size_t len,
                                const char *declared, SamsokDecoded *out)
{
    const Host *host = input->host_data;
    assert_null(declared);
    *out = (SamsokDecoded){.text = bytes, .text_len = len, .charset = "UTF-8"};
    return host->decode_status;
}

static void host_fail(const SamsokInput *input, const char *reason)
{
    assert_non_null(reason);
}

static const SamsokHost services = {.struct_size = sizeof(SamsokHost),
                                    .contents = host_contents,
                                    .decode = host_decode,
                                    .fail = host_fail};

static SamsokStatus open_text(Host *host, SamsokReader **out_reader)
{
    SamsokInput input = {.struct_size = sizeof(SamsokInput),
                         .media_type = "text/plain",
                         .host = &services,
                         .host_data = host};
    return samsok_plugin_entry.open(&input, out_reader);
}

/* Reads all runs of one line of `text`, checks their flags and returns their number; `joined` gets
 * what they hold together. */
static guint read_pieces(const char *text, size_t len, GString *joined)
{
    Host host = {.text = text, .len = len};
    SamsokReader *reader = NULL;
    assert_int_equal(open_text(&host, &reader), SAMSOK_OK);
    SamsokRun run = {.struct_size = sizeof(run)};
    assert_int_equal(samsok_plugin_entry.next(reader, &run), SAMSOK_OK);
    assert_int_equal(run.kind, SAMSOK_RUN_META);
    guint count = 0;
    run = (SamsokRun){.struct_size = sizeof(run)};
    while (samsok_plugin_entry.next(reader, &run) == SAMSOK_OK) {
        assert_int_equal(run.kind, SAMSOK_RUN_LINE);
        assert_int_equal(run.line, 1);
        assert_true(run.text_len > 0 && run.text_len <= SAMSOK_RUN_MAX_BYTES);
        assert_true(g_utf8_validate(run.text, (gssize)run.text_len, NULL));
        assert_int_equal(run.flags, count == 0 ? 0 : SAMSOK_RUN_CONTINUES);
        g_string_append_len(joined, run.text, (gssize)run.text_len);
        count++;
        run = (SamsokRun){.struct_size = sizeof(run)};
    }
    samsok_plugin_entry.close(reader);
    return count;
}

/* A line of `lead` and then `unit` over and over, at least `len` bytes of it. */
static GString *long_line(const char *lead, const char *unit, size_t len)
{
    GString *text = g_string_new(lead);
    while (text->len < len) {
        g_string_append(text, unit);
    }
    return text;
}

static void expect_pieces(const char *lead, const char *unit, size_t len, guint pieces)
{
    g_autoptr(GString) text = long_line(lead, unit, len);
    g_autoptr(GString) joined = g_string_new(NULL);
    assert_int_equal(read_pieces(text->str, text->len, joined), pieces);
    assert_true(g_string_equal(text, joined));
}

static void a_line_as_long_as_a_run_stays_whole(void **state)
{
    expect_pieces("", "a", SAMSOK_RUN_MAX_BYTES, 1);
    expect_pieces("", "a", SAMSOK_RUN_MAX_BYTES + 1, 2);
}

static void a_longer_line_comes_in_pieces_of_whole_characters(void **state)
{
    expect_pieces("x", "å", 3 * SAMSOK_RUN_MAX_BYTES, 4);
    expect_pieces("xx", "€", 2 * SAMSOK_RUN_MAX_BYTES + 9, 3);
}

static void pieces_keep_a_letter_and_its_mark_together(void **state)
{
    g_autoptr(GString) text = long_line("", "xa\xCC\x8A", SAMSOK_RUN_MAX_BYTES - 1);
    g_string_truncate(text, SAMSOK_RUN_MAX_BYTES - 1);
    g_string_append(text, "a\xCC\x8A slutt");
    Host host = {.text = text->str, .len = text->len};
    SamsokReader *reader = NULL;
    assert_int_equal(open_text(&host, &reader), SAMSOK_OK);
    SamsokRun run = {0};
    samsok_plugin_entry.next(reader, &run);
    samsok_plugin_entry.next(reader, &run);
    assert_int_equal(run.text_len, SAMSOK_RUN_MAX_BYTES - 1);
    samsok_plugin_entry.next(reader, &run);
    assert_memory_equal(run.text, "a\xCC\x8A slutt", run.text_len);
    samsok_plugin_entry.close(reader);
}

static void a_line_of_nothing_but_marks_ends_too(void **state)
{
    expect_pieces("", "\xCC\x8A", 2 * SAMSOK_RUN_MAX_BYTES, 3);
}

static void open_passes_the_hosts_failures_on(void **state)
{
    SamsokReader *reader = NULL;
    Host unreadable = {.contents_status = SAMSOK_IO};
    assert_int_equal(open_text(&unreadable, &reader), SAMSOK_IO);
    Host binary = {.decode_status = SAMSOK_FORMAT};
    assert_int_equal(open_text(&binary, &reader), SAMSOK_FORMAT);
    assert_null(reader);
}

static int bid(const char *head, size_t len)
{
    return samsok_plugin_entry.probe(head, len, "application/octet-stream");
}

static int bid_for(const char *head)
{
    return bid(head, strlen(head));
}

static void text_of_any_kind_gets_a_modest_bid(void **state)
{
    static const char *const texts[] = {
        "",         "Et notat\n",     "# Overskrift", "a;b;c\r\n1;2;3",
        "gj\x9Bre", "5 < 6 og 7 > 2", "side\fside"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        assert_in_range(bid_for(texts[i]), 30, 40);
    }
    assert_in_range(bid("\xFF\xFEj\0a\0", 6), 30, 40);
    assert_in_range(bid("j\0a\0 \0n\0\xE5\0", 10), 30, 40);
    assert_in_range(bid("ja\0 og nei, det kan bli slik", 28), 30, 40);
}

static void other_formats_get_no_bid(void **state)
{
    static const char *const heads[] = {"%PDF-1.7",
                                        "\xEF\xBB\xBF%PDF-1.4",
                                        "<!DOCTYPE html>",
                                        "\n <HTML lang='nb'>",
                                        "<?xml version='1.0'?>",
                                        "PK\x03\x04rest",
                                        "\x89PNG\r\n\x1A\n",
                                        "{\\rtf1\\ansi",
                                        "\x01\x02\x03\x04\x05\x06\x07",
                                        "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"};
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
        assert_int_equal(bid_for(heads[i]), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_as_long_as_a_run_stays_whole),
        cmocka_unit_test(a_longer_line_comes_in_pieces_of_whole_characters),
        cmocka_unit_test(pieces_keep_a_letter_and_its_mark_together),
        cmocka_unit_test(a_line_of_nothing_but_marks_ends_too),
        cmocka_unit_test(open_passes_the_hosts_failures_on),
        cmocka_unit_test(text_of_any_kind_gets_a_modest_bid),
        cmocka_unit_test(other_formats_get_no_bid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
