/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the parent's side of the wire one payload, as a hostile worker could send it.
 *
 * Built by 'make fuzz': see tests/fuzz/local.mk.
 * `make check` replays seeds made by tests/fuzz/replay_wire.c through the same function. Checked: what
 * is decoded lies within the payload, every parser accepts or refuses with an error, and what
 * samsok_runs_append takes is as clean as core/model/runs.h promises.
 */
#include "config.h"

#include "core/base/text.h"
#include "core/extract/wire.h"
#include "core/model/runs.h"

#include <glib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Runs that stand on a page; what the others say of pages is passed on as it is. */
static bool is_on_page(const SamsokRun *run)
{
    return run->kind != SAMSOK_RUN_META && run->kind != SAMSOK_RUN_OUTLINE &&
           run->kind != SAMSOK_RUN_WARNING;
}

static void check_kept(const SamsokRuns *runs)
{
    for (guint i = 0; i < samsok_runs_len(runs); i++) {
        const SamsokRun *run = samsok_runs_at(runs, i);
        g_assert_cmpuint(strlen(run->text), ==, run->text_len);
        g_assert_true(samsok_text_is_clean(run->text, run->text_len));
        g_assert_true(samsok_text_is_clean(run->name, run->name_len));
        g_assert_true(!is_on_page(run) || run->page <= samsok_runs_page_count(runs));
    }
}

static void feed_runs(const uint8_t *data, size_t size)
{
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    g_autoptr(GError) error = NULL;
    size_t offset = 0;
    while (error == NULL && offset < size) {
        SamsokRun run;
        size_t before = offset;
        if (samsok_wire_parse_run(data, size, &offset, &run, &error)) {
            g_assert_cmpuint(offset, >, before);
            g_assert_cmpuint(offset, <=, size);
            g_assert_true((const uint8_t *)run.name + run.name_len == data + offset);
            samsok_runs_append(runs, &run, &error);
        }
    }
    check_kept(runs);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* Memory of just this size, so that a sanitizer sees the first byte too many. */
    g_autofree uint8_t *payload = g_memdup2(data, size);
    SamsokWireHeader header;
    if (size >= SAMSOK_WIRE_HEADER_BYTES && samsok_wire_parse_header(payload, &header, NULL)) {
        g_assert_cmpuint(header.payload_len, <=, SAMSOK_WIRE_MAX_PAYLOAD);
    }
    SamsokWireRequest request;
    if (samsok_wire_parse_request(payload, size, &request, NULL)) {
        g_assert_cmpuint(strlen(request.media_type), <, size);
    }
    SamsokWireEnd end;
    if (samsok_wire_parse_end(payload, size, &end, NULL)) {
        g_assert_cmpuint(strlen(end.reason), <, size);
    }
    uint32_t bid = 0;
    g_assert_true(samsok_wire_parse_bid(payload, size, &bid, NULL) == (size == sizeof(bid)));
    feed_runs(payload, size);
    return 0;
}
