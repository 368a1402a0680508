/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the txt plugin and the recogniser of character sets one input.
 *
 * Built by 'make fuzz': see tests/fuzz/local.mk.
 * The first byte chooses what the text is declared as; the rest is the text. Checked are the
 * promises of core/shape/charset.h, plugin.h and core/base/text.h: valid UTF-8, lengths that are
 * true, no text lost between decode and the lines, clean text that stays clean.
 */
#include "config.h"

#include "core/base/text.h"
#include "core/extract/plugin.h"
#include "core/shape/charset.h"

#include <glib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct {
    const char *bytes;
    size_t len;
    const char *declared;
    SamsokDecodedText decoded;
} Host;

static SamsokStatus host_contents(const SamsokInput *input, const char **out_bytes, size_t *out_len)
{
    const Host *host = input->host_data;
    *out_bytes = host->bytes;
    *out_len = host->len;
    return SAMSOK_OK;
}

static void check_clean(const char *text, size_t len)
{
    size_t clean_len = 0;
    g_autofree char *clean = samsok_text_clean(text, len, &clean_len);
    g_assert_true(samsok_text_is_clean(clean, clean_len));
}

static SamsokStatus host_decode(const SamsokInput *input, const char *bytes, size_t len,
                                const char *declared, SamsokDecoded *out)
{
    Host *host = input->host_data;
    SamsokDecodedText *decoded = &host->decoded;
    g_autoptr(GError) error = NULL;
    check_clean(bytes, len);
    if (!samsok_charset_decode(bytes, len, host->declared, decoded, &error)) {
        g_assert_nonnull(error);
        return SAMSOK_FORMAT;
    }
    g_assert_cmpuint(strlen(decoded->text), ==, decoded->text_len);
    g_assert_true(g_utf8_validate(decoded->text, -1, NULL));
    g_assert_nonnull(decoded->charset);
    check_clean(decoded->text, decoded->text_len);
    *out = (SamsokDecoded){.text = decoded->text,
                           .text_len = decoded->text_len,
                           .charset = decoded->charset,
                           .warning = decoded->warning};
    return SAMSOK_OK;
}

static void host_fail(const SamsokInput *input, const char *reason)
{
}

static void read_all(SamsokReader *reader, const Host *host)
{
    const char *at = host->decoded.text;
    uint32_t page = 0;
    SamsokRun run = {.struct_size = sizeof(run)};
    while (samsok_plugin_entry.next(reader, &run) == SAMSOK_OK) {
        g_assert_cmpuint(run.text_len, <=, SAMSOK_RUN_MAX_BYTES);
        if (run.kind == SAMSOK_RUN_PAGE) {
            g_assert_cmpuint(run.page, ==, ++page);
        }
        if (run.kind == SAMSOK_RUN_LINE) {
            g_assert_cmpuint(run.page, ==, page);
            g_assert_true(run.text >= at);
            at = run.text + run.text_len;
        }
        run = (SamsokRun){.struct_size = sizeof(run)};
    }
    g_assert_true(at <= host->decoded.text + host->decoded.text_len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const declarations[] = {NULL,     "UTF-8",     "ISO-8859-1", "windows-1251",
                                               "UTF-16", "Shift_JIS", "nonsense",   "macintosh"};
    static const SamsokHost services = {.struct_size = sizeof(SamsokHost),
                                        .contents = host_contents,
                                        .decode = host_decode,
                                        .fail = host_fail};
    if (size == 0) {
        return 0;
    }
    g_autofree char *bytes = g_strndup("", size);
    memcpy(bytes, data + 1, size - 1);
    Host host = {.bytes = bytes,
                 .len = size - 1,
                 .declared = declarations[data[0] % G_N_ELEMENTS(declarations)]};
    SamsokInput input = {.struct_size = sizeof(input),
                         .size_bytes = host.len,
                         .media_type = "text/plain",
                         .host = &services,
                         .host_data = &host};
    samsok_plugin_entry.probe(bytes, host.len, input.media_type);
    SamsokReader *reader = NULL;
    if (samsok_plugin_entry.open(&input, &reader) == SAMSOK_OK) {
        read_all(reader, &host);
        samsok_plugin_entry.close(reader);
    }
    samsok_decoded_text_clear(&host.decoded);
    return 0;
}
