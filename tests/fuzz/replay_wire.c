/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes seeds for fuzz_wire.c, damages them, and replays them: a little fuzzing in every `make check`.
 *
 * With a folder as argument the seeds are written there instead, as a corpus to start from.
 */
#include "config.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "core/extract/wire.h"

/* Enough for each byte of a seed to be hit a few times; takes less than a second. */
enum { DAMAGES = 3000, SEED_COUNT = 4, RANDOM_SEED = 2017 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static GByteArray *runs_seed(void)
{
    GByteArray *seed = g_byte_array_new();
    const SamsokRun page = {.kind = SAMSOK_RUN_PAGE, .page = 1, .text = "iv", .text_len = 2};
    const SamsokRun line = {.kind = SAMSOK_RUN_LINE,
                            .page = 1,
                            .text = "r\xC3\xA5" "d\xFF\x01 \xEF\xAC\x81n",
                            .text_len = 10,
                            .name = "n",
                            .name_len = 1,
                            .font_size = 11};
    samsok_wire_append_run(seed, &page);
    samsok_wire_append_run(seed, &line);
    samsok_wire_append_run(seed, &line);
    return seed;
}

static GByteArray *seed_new(int which)
{
    if (which == 0) {
        return runs_seed();
    }
    GByteArray *seed = g_byte_array_new();
    if (which == 1) {
        const SamsokWireRequest request = {.pulse_ms = 5000, .media_type = "text/plain"};
        samsok_wire_append_request(seed, &request);
    } else if (which == 2) {
        const SamsokWireEnd end = {.status = SAMSOK_FORMAT, .reason = "stream ends early"};
        samsok_wire_append_end(seed, &end);
    } else {
        const SamsokWireHeader header = {.kind = SAMSOK_WIRE_RUNS, .payload_len = 100};
        g_byte_array_set_size(seed, SAMSOK_WIRE_HEADER_BYTES);
        samsok_wire_write_header(seed->data, &header);
    }
    return seed;
}

static void replay_damaged(GRand *random, const GByteArray *seed)
{
    g_autofree guint8 *bytes = g_memdup2(seed->data, seed->len);
    gint32 hits = g_rand_int_range(random, 1, 4);
    for (gint32 i = 0; i < hits; i++) {
        bytes[g_rand_int_range(random, 0, (gint32)seed->len)] = (guint8)g_rand_int(random);
    }
    LLVMFuzzerTestOneInput(bytes, (size_t)g_rand_int_range(random, 0, (gint32)seed->len + 1));
    LLVMFuzzerTestOneInput(bytes, seed->len);
}

static bool write_seed(const char *folder, int which, const GByteArray *seed)
{
    g_autofree char *path = g_strdup_printf("%s/seed-%d", folder, which);
    return g_file_set_contents(path, (const char *)seed->data, seed->len, NULL);
}

int main(int argc, char **argv)
{
    /* A fixed seed: a failure comes again. */
    g_autoptr(GRand) random = g_rand_new_with_seed(RANDOM_SEED);
    bool is_done = true;
    for (int which = 0; which < SEED_COUNT; which++) {
        g_autoptr(GByteArray) seed = seed_new(which);
        if (argc > 1) {
            is_done = write_seed(argv[1], which, seed) && is_done;
            continue;
        }
        LLVMFuzzerTestOneInput(seed->data, seed->len);
        for (int i = 0; i < DAMAGES; i++) {
            replay_damaged(random, seed);
        }
    }
    return is_done ? 0 : 1;
}
