/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was encoded is decoded, and nothing else is. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/extract/wire.h"

static const SamsokRun sample = {
    .struct_size = sizeof(SamsokRun),
    .kind = SAMSOK_RUN_ITEM,
    .flags = SAMSOK_RUN_BOLD,
    .level = 2,
    .page = 7,
    .line = 9,
    .text = "ærlig talt",
    .text_len = sizeof("ærlig talt") - 1,
    .name = "•",
    .name_len = sizeof("•") - 1,
    .x = 1.5,
    .y = 2.5,
    .width = 3.5,
    .height = 4.5,
    .font_size = 11,
};

static GByteArray *two_runs(void)
{
    const SamsokRun empty = {.kind = SAMSOK_RUN_LINE};
    GByteArray *payload = g_byte_array_new();
    samsok_wire_append_run(payload, &sample);
    samsok_wire_append_run(payload, &empty);
    return payload;
}

static void run_comes_back_as_it_was(void **state)
{
    (void)state;
    g_autoptr(GByteArray) payload = two_runs();
    size_t offset = 0;
    SamsokRun run;
    assert_true(samsok_wire_parse_run(payload->data, payload->len, &offset, &run, NULL));
    assert_int_equal(run.kind, sample.kind);
    assert_int_equal(run.flags, sample.flags);
    assert_int_equal(run.level, sample.level);
    assert_int_equal(run.page, sample.page);
    assert_int_equal(run.line, sample.line);
    assert_int_equal(run.text_len, sample.text_len);
    assert_memory_equal(run.text, sample.text, sample.text_len);
    assert_int_equal(run.name_len, sample.name_len);
    assert_memory_equal(run.name, sample.name, sample.name_len);
    assert_true(run.x == 1.5 && run.y == 2.5 && run.width == 3.5 && run.height == 4.5 &&
                run.font_size == 11);
    assert_true(samsok_wire_parse_run(payload->data, payload->len, &offset, &run, NULL));
    assert_int_equal(run.text_len, 0);
    assert_int_equal(offset, payload->len);
}

static void payload_of_runs_cut_anywhere_is_refused(void **state)
{
    (void)state;
    g_autoptr(GByteArray) payload = g_byte_array_new();
    samsok_wire_append_run(payload, &sample);
    for (size_t len = 1; len < payload->len; len++) {
        /* A copy of its own size, so that a sanitizer sees a read past the end. */
        g_autofree guint8 *cut = g_memdup2(payload->data, len);
        size_t offset = 0;
        SamsokRun run;
        g_autoptr(GError) error = NULL;
        assert_false(samsok_wire_parse_run(cut, len, &offset, &run, &error));
        assert_int_equal(error->code, SAMSOK_ERROR_PLUGIN);
        assert_int_equal(offset, 0);
    }
}

static void lengths_whose_sum_overflows_are_refused(void **state)
{
    (void)state;
    g_autoptr(GByteArray) payload = two_runs();
    const uint32_t huge = UINT32_MAX;
    /* The two lengths stand after five numbers. */
    memcpy(payload->data + 5 * sizeof(uint32_t), &huge, sizeof(huge));
    memcpy(payload->data + 6 * sizeof(uint32_t), &huge, sizeof(huge));
    size_t offset = 0;
    SamsokRun run;
    assert_false(samsok_wire_parse_run(payload->data, payload->len, &offset, &run, NULL));
}

static void header_comes_back_as_it_was(void **state)
{
    (void)state;
    const SamsokWireHeader header = {
        .kind = SAMSOK_WIRE_RUNS, .request = 8, .number = 9, .payload_len = 10};
    guint8 bytes[SAMSOK_WIRE_HEADER_BYTES];
    samsok_wire_write_header(bytes, &header);
    SamsokWireHeader back;
    assert_true(samsok_wire_parse_header(bytes, &back, NULL));
    assert_memory_equal(&back, &header, sizeof(header));
}

static void assert_header_refused(const SamsokWireHeader *header, const char *message)
{
    guint8 bytes[SAMSOK_WIRE_HEADER_BYTES];
    samsok_wire_write_header(bytes, header);
    SamsokWireHeader back;
    g_autoptr(GError) error = NULL;
    assert_false(samsok_wire_parse_header(bytes, &back, &error));
    assert_string_equal(error->message, message);
}

static void header_of_unknown_kind_is_refused(void **state)
{
    (void)state;
    const SamsokWireHeader below = {.kind = 0};
    const SamsokWireHeader above = {.kind = SAMSOK_WIRE_DONE + 1};
    assert_header_refused(&below, "the worker sent a message of an unknown kind");
    assert_header_refused(&above, "the worker sent a message of an unknown kind");
}

static void payload_longer_than_the_limit_is_refused(void **state)
{
    (void)state;
    const SamsokWireHeader longest = {.kind = SAMSOK_WIRE_RUNS,
                                      .payload_len = SAMSOK_WIRE_MAX_PAYLOAD};
    const SamsokWireHeader longer = {.kind = SAMSOK_WIRE_RUNS,
                                     .payload_len = SAMSOK_WIRE_MAX_PAYLOAD + 1};
    guint8 bytes[SAMSOK_WIRE_HEADER_BYTES];
    samsok_wire_write_header(bytes, &longest);
    SamsokWireHeader back;
    assert_true(samsok_wire_parse_header(bytes, &back, NULL));
    assert_header_refused(&longer, "the worker sent a message longer than allowed");
}

static void largest_run_fits_a_payload_with_a_full_batch(void **state)
{
    (void)state;
    g_autofree char *text = g_strnfill(SAMSOK_RUN_MAX_BYTES, 'x');
    const SamsokRun largest = {
        .kind = SAMSOK_RUN_LINE,
        .text = text,
        .text_len = SAMSOK_RUN_MAX_BYTES,
        .name = text,
        .name_len = SAMSOK_RUN_MAX_BYTES,
    };
    g_autoptr(GByteArray) payload = g_byte_array_new();
    samsok_wire_append_run(payload, &largest);
    assert_true(payload->len + (64 << 10) <= SAMSOK_WIRE_MAX_PAYLOAD);
}

static void header_without_magic_number_is_refused(void **state)
{
    (void)state;
    const guint8 bytes[SAMSOK_WIRE_HEADER_BYTES + 1] = "GET / HTTP/1.1\r\n\r\n\r\n";
    SamsokWireHeader back;
    g_autoptr(GError) error = NULL;
    assert_false(samsok_wire_parse_header(bytes, &back, &error));
    assert_string_equal(error->message, "the worker sent something that is no message");
}

static void request_comes_back_as_it_was(void **state)
{
    (void)state;
    const SamsokWireRequest request = {
        .pulse_ms = 1,
        .total_ms = 2,
        .max_pages = 3,
        .max_depth = 4,
        .max_file_bytes = 5,
        .max_text_bytes = 6,
        .media_type = "text/plain",
    };
    g_autoptr(GByteArray) payload = g_byte_array_new();
    samsok_wire_append_request(payload, &request);
    SamsokWireRequest back;
    assert_true(samsok_wire_parse_request(payload->data, payload->len, &back, NULL));
    assert_int_equal(back.pulse_ms, 1);
    assert_int_equal(back.total_ms, 2);
    assert_int_equal(back.max_pages, 3);
    assert_int_equal(back.max_depth, 4);
    assert_int_equal(back.max_file_bytes, 5);
    assert_int_equal(back.max_text_bytes, 6);
    assert_string_equal(back.media_type, "text/plain");
    for (size_t len = 0; len < payload->len; len++) {
        assert_false(samsok_wire_parse_request(payload->data, len, &back, NULL));
    }
}

static void outcome_without_its_nul_is_refused(void **state)
{
    (void)state;
    const SamsokWireEnd end = {.status = SAMSOK_FORMAT, .reason = "page 7: stream ends early"};
    g_autoptr(GByteArray) payload = g_byte_array_new();
    samsok_wire_append_end(payload, &end);
    SamsokWireEnd back;
    assert_true(samsok_wire_parse_end(payload->data, payload->len, &back, NULL));
    assert_int_equal(back.status, SAMSOK_FORMAT);
    assert_string_equal(back.reason, end.reason);
    for (size_t len = 0; len < payload->len; len++) {
        assert_false(samsok_wire_parse_end(payload->data, len, &back, NULL));
    }
    g_byte_array_append(payload, (const guint8 *)"x", 1);
    assert_false(samsok_wire_parse_end(payload->data, payload->len, &back, NULL));
}

static void bid_of_the_wrong_length_is_refused(void **state)
{
    (void)state;
    g_autoptr(GByteArray) payload = g_byte_array_new();
    samsok_wire_append_bid(payload, 77);
    uint32_t bid = 0;
    assert_true(samsok_wire_parse_bid(payload->data, payload->len, &bid, NULL));
    assert_int_equal(bid, 77);
    assert_false(samsok_wire_parse_bid(payload->data, payload->len - 1, &bid, NULL));
    g_byte_array_append(payload, (const guint8 *)"x", 1);
    assert_false(samsok_wire_parse_bid(payload->data, payload->len, &bid, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(run_comes_back_as_it_was),
        cmocka_unit_test(payload_of_runs_cut_anywhere_is_refused),
        cmocka_unit_test(lengths_whose_sum_overflows_are_refused),
        cmocka_unit_test(header_comes_back_as_it_was),
        cmocka_unit_test(header_of_unknown_kind_is_refused),
        cmocka_unit_test(payload_longer_than_the_limit_is_refused),
        cmocka_unit_test(largest_run_fits_a_payload_with_a_full_batch),
        cmocka_unit_test(header_without_magic_number_is_refused),
        cmocka_unit_test(request_comes_back_as_it_was),
        cmocka_unit_test(outcome_without_its_nul_is_refused),
        cmocka_unit_test(bid_of_the_wrong_length_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
