/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagged fields to bytes and back, every length checked on the way back. */
#include "config.h"

#include "index/pack.h"

#include <string.h>

#include "core/base/error.h"

static void append_varint(GByteArray *out, uint64_t value)
{
    guint8 byte = 0;
    while (value >= 0x80) {
        byte = (guint8)(value | 0x80);
        g_byte_array_append(out, &byte, 1);
        value >>= 7;
    }
    byte = (guint8)value;
    g_byte_array_append(out, &byte, 1);
}

void samsok_pack_bytes(GByteArray *out, guint8 tag, const void *bytes, size_t len)
{
    g_byte_array_append(out, &tag, 1);
    append_varint(out, len);
    g_byte_array_append(out, bytes, (guint)len);
}

void samsok_pack_text(GByteArray *out, guint8 tag, const char *text)
{
    if (text != NULL && *text != '\0') {
        samsok_pack_bytes(out, tag, text, strlen(text) + 1);
    }
}

static void append_number(GByteArray *out, guint8 tag, uint64_t value)
{
    if (value == 0) {
        return;
    }
    g_autoptr(GByteArray) number = g_byte_array_sized_new(10);
    append_varint(number, value);
    samsok_pack_bytes(out, tag, number->data, number->len);
}

/* Small numbers of either sign become small numbers without one. */
static uint64_t zigzag(int64_t value)
{
    return ((uint64_t)value << 1) ^ (value < 0 ? UINT64_MAX : 0);
}

static int64_t unzigzag(uint64_t value)
{
    return (int64_t)(value >> 1) ^ -(int64_t)(value & 1);
}

void samsok_pack_fields(GByteArray *out, const SamsokPackField *fields, size_t count,
                        const void *record)
{
    for (size_t i = 0; i < count; i++) {
        const char *member = (const char *)record + fields[i].offset;
        switch (fields[i].kind) {
        case SAMSOK_PACK_TEXT:
        case SAMSOK_PACK_PATH:
            samsok_pack_text(out, fields[i].tag, *(const char *const *)member);
            break;
        case SAMSOK_PACK_UINT32:
            append_number(out, fields[i].tag, *(const guint *)member);
            break;
        case SAMSOK_PACK_UINT64:
            append_number(out, fields[i].tag, *(const uint64_t *)member);
            break;
        case SAMSOK_PACK_INT64:
            append_number(out, fields[i].tag, zigzag(*(const int64_t *)member));
            break;
        }
    }
}

void samsok_pack_texts(GByteArray *out, guint8 tag, const char *const *texts)
{
    for (guint i = 0; texts != NULL && texts[i] != NULL; i++) {
        samsok_pack_bytes(out, tag, texts[i], strlen(texts[i]) + 1);
    }
}

void samsok_pack_nested(GByteArray *out, guint8 tag, const SamsokPackField *fields, size_t count,
                        const void *record)
{
    g_autoptr(GByteArray) inner = g_byte_array_sized_new(64);
    samsok_pack_fields(inner, fields, count, record);
    samsok_pack_bytes(out, tag, inner->data, inner->len);
}

/* ---- Reading ---- */

static bool read_varint(SamsokPackInput *input, uint64_t *out_value)
{
    uint64_t value = 0;
    for (guint shift = 0; shift < 64 && input->at < input->end; shift += 7) {
        guint8 byte = *input->at++;
        uint64_t bits = byte & 0x7F;
        if (shift == 63 && bits > 1) {
            return false;
        }
        value |= bits << shift;
        if (byte < 0x80) {
            *out_value = value;
            return true;
        }
    }
    return false;
}

bool samsok_pack_read(SamsokPackInput *input, SamsokPackFound *out)
{
    out->tag = *input->at++;
    uint64_t len = 0;
    if (out->tag == 0 || !read_varint(input, &len) || len > (uint64_t)(input->end - input->at)) {
        return false;
    }
    out->bytes = input->at;
    out->len = (size_t)len;
    input->at += len;
    return true;
}

const char *samsok_pack_text_of(const SamsokPackFound *found)
{
    const void *nul = memchr(found->bytes, '\0', found->len);
    return nul != NULL && nul == found->bytes + found->len - 1 ? (const char *)found->bytes : NULL;
}

/* As g_utf8_validate, in steps of what is ASCII: most of most texts is, and 50 are read for a question. */
static bool is_utf8(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len) {
        uint64_t eight = 0;
        if (len - at >= sizeof eight) {
            memcpy(&eight, text + at, sizeof eight);
            if ((eight & UINT64_C(0x8080808080808080)) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        if ((guchar)text[at] < 0x80) {
            at++;
            continue;
        }
        gunichar c = g_utf8_get_char_validated(text + at, (gssize)(len - at));
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            return false;
        }
        at += (size_t)g_utf8_skip[(guchar)text[at]];
    }
    return true;
}

const char *samsok_pack_utf8_of(const SamsokPackFound *found)
{
    const char *text = samsok_pack_text_of(found);
    return text != NULL && is_utf8(text, found->len - 1) ? text : NULL;
}

static bool number_of(const SamsokPackFound *found, uint64_t max, uint64_t *out_value)
{
    SamsokPackInput input = {found->bytes, found->bytes + found->len};
    return read_varint(&input, out_value) && input.at == input.end && *out_value <= max;
}

static bool store_field(const SamsokPackField *field, const SamsokPackFound *found, void *record)
{
    char *member = (char *)record + field->offset;
    uint64_t number = 0;
    switch (field->kind) {
    case SAMSOK_PACK_TEXT:
        *(const char **)member = samsok_pack_utf8_of(found);
        return *(const char **)member != NULL;
    case SAMSOK_PACK_PATH:
        *(const char **)member = samsok_pack_text_of(found);
        return *(const char **)member != NULL;
    case SAMSOK_PACK_UINT32:
        if (!number_of(found, UINT32_MAX, &number)) {
            return false;
        }
        *(guint *)member = (guint)number;
        return true;
    case SAMSOK_PACK_UINT64:
        return number_of(found, UINT64_MAX, (uint64_t *)member);
    case SAMSOK_PACK_INT64:
        if (!number_of(found, UINT64_MAX, &number)) {
            return false;
        }
        *(int64_t *)member = unzigzag(number);
        return true;
    }
    return false;
}

bool samsok_pack_store(const SamsokPackField *fields, size_t count, const SamsokPackFound *found,
                       void *record)
{
    for (size_t i = 0; i < count; i++) {
        if (fields[i].tag == found->tag) {
            return store_field(&fields[i], found, record);
        }
    }
    return true;
}

void samsok_pack_set_empty(const SamsokPackField *fields, size_t count, void *record)
{
    for (size_t i = 0; i < count; i++) {
        if (fields[i].kind == SAMSOK_PACK_TEXT || fields[i].kind == SAMSOK_PACK_PATH) {
            *(const char **)((char *)record + fields[i].offset) = "";
        }
    }
}

bool samsok_pack_store_nested(const SamsokPackField *fields, size_t count,
                              const SamsokPackFound *found, void *record)
{
    samsok_pack_set_empty(fields, count, record);
    SamsokPackInput input = {found->bytes, found->bytes + found->len};
    while (input.at < input.end) {
        SamsokPackFound inner = {0};
        if (!samsok_pack_read(&input, &inner) || !samsok_pack_store(fields, count, &inner, record)) {
            return false;
        }
    }
    return true;
}

void *samsok_pack_allocate(size_t struct_size, const void *bytes, size_t len, SamsokPackInput *out)
{
    char *block = g_malloc0(struct_size + len + 1);
    if (len > 0) {
        memcpy(block + struct_size, bytes, len);
    }
    out->at = (const guint8 *)block + struct_size;
    out->end = out->at + len;
    return block;
}

void samsok_pack_count(const void *bytes, size_t len, const guint8 *tags, size_t *out_counts,
                       size_t count)
{
    const guint8 *start = len == 0 ? (const guint8 *)"" : bytes;
    SamsokPackInput input = {start, start + len};
    SamsokPackFound found = {0};
    memset(out_counts, 0, count * sizeof *out_counts);
    while (input.at < input.end && samsok_pack_read(&input, &found)) {
        for (size_t i = 0; i < count; i++) {
            out_counts[i] += found.tag == tags[i] ? 1 : 0;
        }
    }
}

void samsok_pack_set_corrupt(GError **error, const char *what, size_t offset)
{
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT,
                "the index holds a damaged record of a %s (at byte %zu)", what, offset);
}
