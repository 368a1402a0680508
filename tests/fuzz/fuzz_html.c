/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the HTML plugin one input.
 *
 * Built by 'make fuzz': see tests/fuzz/local.mk.
 * The bytes are taken for UTF-8, as the host's decoder would give them: without NUL.
 */
#include "config.h"

#include <string.h>

#include <glib.h>

#include "core/extract/plugin.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static SamsokStatus host_contents(const SamsokInput *input, const char **out_bytes, size_t *out_len)
{
    *out_bytes = input->host_data;
    *out_len = input->size_bytes;
    return SAMSOK_OK;
}

static SamsokStatus host_decode(const SamsokInput *input, const char *bytes, size_t len,
                                const char *declared, SamsokDecoded *out)
{
    *out = (SamsokDecoded){.text = bytes, .text_len = strlen(bytes), .charset = "UTF-8"};
    return SAMSOK_OK;
}

static void host_fail(const SamsokInput *input, const char *reason)
{
    g_assert_true(g_utf8_validate(reason, -1, NULL));
}

static void host_alive(const SamsokInput *input)
{
}

static void check_run(const SamsokRun *run)
{
    g_assert_cmpuint(run->text_len, <=, SAMSOK_RUN_MAX_BYTES);
    g_assert_true(run->text != NULL || run->text_len == 0);
    g_assert_true(run->name != NULL || run->name_len == 0);
    g_assert_cmpuint(run->kind, >=, SAMSOK_RUN_META);
    g_assert_cmpuint(run->kind, <=, SAMSOK_RUN_CONTENTS);
}

static void read_all(const SamsokInput *input)
{
    SamsokReader *reader = NULL;
    if (samsok_plugin_entry.open(input, &reader) != SAMSOK_OK) {
        return;
    }
    SamsokRun run = {.struct_size = sizeof(run)};
    while (samsok_plugin_entry.next(reader, &run) == SAMSOK_OK) {
        check_run(&run);
        run = (SamsokRun){.struct_size = sizeof(run)};
    }
    samsok_plugin_entry.close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const SamsokHost host = {.struct_size = sizeof(host),
                                    .contents = host_contents,
                                    .decode = host_decode,
                                    .fail = host_fail,
                                    .alive = host_alive};
    static const SamsokLimits limits = {.struct_size = sizeof(limits), .max_depth = 512};
    g_autofree char *bytes = g_strndup((const char *)data, size);
    const SamsokInput input = {.struct_size = sizeof(input),
                               .fd = -1,
                               .size_bytes = size,
                               .media_type = "text/html",
                               .limits = &limits,
                               .host = &host,
                               .host_data = bytes};
    samsok_plugin_entry.probe(bytes, size, "text/plain");
    read_all(&input);
    return 0;
}
