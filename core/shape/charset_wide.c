/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognises UTF-16 and UTF-32 without a byte order mark by where their zero bytes stand. */
#include "config.h"

#include "core/shape/charset-private.h"

#include <glib.h>

/* The beginning decides; a file does not change its mind after this many bytes. */
#define SAMPLE_BYTES ((size_t)256 << 10)

/* Zero bytes at each place of a four-byte unit. */
typedef struct {
    size_t units;
    size_t zeros[4];
} ZeroCount;

static ZeroCount count_zeros(const char *bytes, size_t len)
{
    ZeroCount count = {.units = MIN(len, SAMPLE_BYTES) / 4};
    for (size_t i = 0; i < count.units * 4; i++) {
        count.zeros[i % 4] += bytes[i] == '\0';
    }
    return count;
}

static const char *utf32_by_zeros(const ZeroCount *count)
{
    /* Every character has a zero in its highest byte, and nearly every one in the next. */
    size_t most = count->units - count->units / 20;
    size_t many = count->units / 2;
    size_t few = count->units / 20;
    const size_t *zeros = count->zeros;
    if (zeros[3] == count->units && zeros[2] >= most && zeros[1] >= many && zeros[0] <= few) {
        return "UTF-32LE";
    }
    if (zeros[0] == count->units && zeros[1] >= most && zeros[2] >= many && zeros[3] <= few) {
        return "UTF-32BE";
    }
    return NULL;
}

static const char *utf16_by_zeros(const char *bytes, size_t len)
{
    size_t pairs = MIN(len, SAMPLE_BYTES) / 2;
    size_t zeros[2] = {0, 0};
    for (size_t i = 0; i < pairs * 2; i++) {
        zeros[i % 2] += bytes[i] == '\0';
    }
    /* Latin text has a zero in every pair but those of dashes, quotation marks and words in other
     * scripts; a rare stray zero on the other side is damage, many are not text. */
    size_t many = pairs - pairs / 2;
    size_t few = pairs / 50;
    if (zeros[1] >= many && zeros[0] <= few) {
        return "UTF-16LE";
    }
    if (zeros[0] >= many && zeros[1] <= few) {
        return "UTF-16BE";
    }
    return NULL;
}

const char *samsok_wide_guess(const char *bytes, size_t len)
{
    if (len < 2) {
        return NULL;
    }
    ZeroCount count = count_zeros(bytes, len);
    const char *utf32 = count.units > 0 ? utf32_by_zeros(&count) : NULL;
    return utf32 != NULL ? utf32 : utf16_by_zeros(bytes, len);
}
