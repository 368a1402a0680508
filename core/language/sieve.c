/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two small sets of four bytes each. */
#include "config.h"

#include "core/language/sieve.h"

#include <stdint.h>
#include <string.h>

#include "core/language/plain.h"

enum { ENDS_BYTES = 4, HASH_BITS = 12 };
G_STATIC_ASSERT(SAMSOK_SIEVE_SIZE == 1 << HASH_BITS);

/* Multiplies by the golden ratio of 32 bits (Knuth, TAOCP 6.4). */
static guint32 hash_four(guint32 four)
{
    return (guint32)(four * UINT32_C(2654435769)) >> (32 - HASH_BITS);
}

/* Four bytes as a number, the first one lowest; a shorter text is filled with NUL. They are put together one by
 * one, for a processor waits when it is to read four that were just written one by one. */
static guint32 first_four(const char *bytes, size_t len)
{
    const guchar *b = (const guchar *)bytes;
    if (len >= ENDS_BYTES) {
        return b[0] | (guint32)b[1] << 8 | (guint32)b[2] << 16 | (guint32)b[3] << 24;
    }
    guint32 four = 0;
    for (size_t i = 0; i < len; i++) {
        four |= (guint32)b[i] << (8 * i);
    }
    return four;
}

static guint32 hash_bytes(const char *bytes, size_t len)
{
    return hash_four(first_four(bytes, len));
}

static guint32 hash_ending(const char *text)
{
    size_t len = strlen(text);
    return hash_bytes(text + (len > ENDS_BYTES ? len - ENDS_BYTES : 0), len);
}

/* The letters of the alphabet have a bit each. */
static guint32 first_bit(char byte)
{
    return UINT32_C(1) << ((guchar)byte % 32);
}

static bool has(const guchar *set, guint32 hash)
{
    return set[hash] != 0;
}

static void add(guchar *set, guint32 hash)
{
    set[hash] = 1;
}

void samsok_sieve_add(SamsokSieve *sieve, const char *text)
{
    size_t len = strlen(text);
    add(sieve->beginnings, hash_bytes(text, len));
    if (len < ENDS_BYTES) {
        sieve->short_firsts |= first_bit(*text);
    }
}

void samsok_sieve_add_inner(SamsokSieve *sieve, const char *text)
{
    samsok_sieve_add(sieve, text);
    add(sieve->endings, hash_ending(text));
    sieve->has_endings = true;
    size_t len = strlen(text);
    if (len > 0 && len < ENDS_BYTES) {
        sieve->short_endings |= (guchar)(1u << len);
    }
}

/* True when `bytes` bytes somewhere in the word are an ending of no more. */
static bool has_short_inner(const SamsokSieve *sieve, const char *word, size_t len, size_t bytes)
{
    for (size_t i = 0; i + bytes <= len; i++) {
        if (has(sieve->endings, hash_bytes(word + i, bytes))) {
            return true;
        }
    }
    return false;
}

/* `four` are its first ones. */
static bool has_inner(const SamsokSieve *sieve, guint32 four, const char *word, size_t len)
{
    bool found = len >= ENDS_BYTES && has(sieve->endings, hash_four(four));
    for (size_t i = ENDS_BYTES; i < len; i++) { /* to go on costs less than to ask whether to */
        four = four >> 8 | (guint32)(guchar)word[i] << 24;
        found |= has(sieve->endings, hash_four(four));
    }
    for (size_t bytes = 1; bytes < ENDS_BYTES && !found; bytes++) {
        found = (sieve->short_endings >> bytes & 1) != 0 && has_short_inner(sieve, word, len, bytes);
    }
    return found;
}

/* True when a word of `len` bytes may begin as one of those that were added. `four` are its first ones. */
static bool may_begin(const SamsokSieve *sieve, guint32 four, size_t len)
{
    if (has(sieve->beginnings, hash_four(four))) {
        return true;
    }
    bool begins_short = (sieve->short_firsts & first_bit((char)four)) != 0;
    for (size_t stem = 1; begins_short && stem < MIN(len, ENDS_BYTES); stem++) {
        guint32 beginning = four & ((UINT32_C(1) << (8 * stem)) - 1);
        if (has(sieve->beginnings, hash_four(beginning))) {
            return true;
        }
    }
    return false;
}

bool samsok_sieve_passes(const SamsokSieve *sieve, const char *word, size_t len)
{
    guint32 four = first_four(word, len);
    return g_ascii_isdigit(*word) || may_begin(sieve, four, len) ||
           (sieve->has_endings && has_inner(sieve, four, word, len)) ||
           samsok_first_foreign(word, word + len) < word + len; /* its stem may be without that letter's accent */
}

const char *samsok_sieve_pass_over(const SamsokSieve *sieve, const char *text)
{
    const guchar *start = (const guchar *)text;
    const guchar *p = start;
    if (sieve->short_endings != 0 || g_ascii_isdigit(*text)) {
        return NULL;
    }
    guint32 four = 0;
    guchar found = 0;
    for (guint32 byte = 0; (byte = samsok_plain_bytes[*p]) != 0; p++) {
        four = four >> 8 | byte << 24;
        found |= sieve->endings[hash_four(four)]; /* of fewer than four it is a guess, too */
    }
    size_t len = (size_t)(p - start);
    if (found != 0 || *p >= 0x80 || len == 0) {
        return NULL;
    }
    if (len >= ENDS_BYTES) {
        const guchar *plain = samsok_plain_bytes;
        four = plain[start[0]] | (guint32)plain[start[1]] << 8 | (guint32)plain[start[2]] << 16 |
               (guint32)plain[start[3]] << 24;
    } else {
        four >>= 8 * (ENDS_BYTES - len);
    }
    return may_begin(sieve, four, len) ? NULL : (const char *)p;
}

bool samsok_sieve_has_beginning(const SamsokSieve *sieve, const char *text)
{
    return has(sieve->beginnings, hash_bytes(text, strlen(text)));
}

bool samsok_sieve_has_ending(const SamsokSieve *sieve, const char *text)
{
    return has(sieve->endings, hash_ending(text));
}
