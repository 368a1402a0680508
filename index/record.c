/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as bytes: tagged fields, every length checked on the way back. */
#include "config.h"

#include "index/record.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/error.h"

/* What a field holds. Texts are stored with their NUL, so that an unpacked record points into one
 * copy of the bytes. */
typedef enum { TEXT, UINT32, UINT64, INT64 } FieldKind;

typedef struct {
    guint8 tag;
    FieldKind kind;
    size_t offset; /* in the struct */
} Field;

/* Tags are for ever: a field that goes leaves its number unused. 0 is no tag. */
#define REPORT(tag, kind, member) {tag, kind, offsetof(SamsokReportRecord, member)}
static const Field report_fields[] = {
    REPORT(1, TEXT, path),
    REPORT(2, TEXT, source),
    REPORT(3, UINT64, size_bytes),
    REPORT(4, INT64, mtime_ns),
    REPORT(5, UINT64, inode),
    REPORT(6, UINT64, device),
    REPORT(7, TEXT, sha256),
    REPORT(8, TEXT, stale),
    REPORT(9, TEXT, sidecar),
    REPORT(10, UINT32, shape_version),
    REPORT(11, TEXT, plugin),
    REPORT(12, TEXT, plugin_build),
    REPORT(13, TEXT, id),
    REPORT(14, TEXT, media_type),
    REPORT(15, TEXT, title),
    REPORT(16, TEXT, series),
    REPORT(17, TEXT, number),
    REPORT(18, UINT32, year),
    REPORT(19, TEXT, date),
    REPORT(20, TEXT, authors),
    REPORT(21, TEXT, publisher),
    REPORT(22, TEXT, language),
    REPORT(23, TEXT, url),
    REPORT(24, TEXT, charset),
    REPORT(25, UINT32, page_count),
    REPORT(26, UINT32, passage_count),
    REPORT(27, TEXT, indexed_at),
};
enum { REPORT_OUTLINE = 28, REPORT_WARNING = 29 };

#define OUTLINE(tag, kind, member) {tag, kind, offsetof(SamsokOutlineRecord, member)}
static const Field outline_fields[] = {
    OUTLINE(1, TEXT, number), OUTLINE(2, TEXT, title),  OUTLINE(3, UINT32, level),
    OUTLINE(4, UINT32, page), OUTLINE(5, UINT32, line),
};

#define PASSAGE(tag, kind, member) {tag, kind, offsetof(SamsokPassageRecord, member)}
static const Field passage_fields[] = {
    PASSAGE(1, TEXT, id),
    PASSAGE(2, TEXT, report),
    PASSAGE(3, TEXT, text),
    PASSAGE(4, TEXT, section_number),
    PASSAGE(5, TEXT, section_title),
    PASSAGE(6, TEXT, section_kind),
    PASSAGE(7, UINT32, place.page_first),
    PASSAGE(8, UINT32, place.page_last),
    PASSAGE(9, UINT32, place.line_first),
    PASSAGE(10, UINT32, place.line_last),
    PASSAGE(11, TEXT, label_first),
    PASSAGE(12, TEXT, label_last),
    PASSAGE(13, TEXT, language),
    PASSAGE(14, UINT32, ordinal),
};
enum { PASSAGE_SECTION_PATH = 15, PASSAGE_SECTION_TITLE = 16 };

/* ---- Packing ---- */

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

static void append_bytes(GByteArray *out, guint8 tag, const void *bytes, size_t len)
{
    g_byte_array_append(out, &tag, 1);
    append_varint(out, len);
    g_byte_array_append(out, bytes, (guint)len);
}

/* Empty texts and zeros are what an absent field means, and are left out. */
static void append_text(GByteArray *out, guint8 tag, const char *text)
{
    if (text != NULL && *text != '\0') {
        append_bytes(out, tag, text, strlen(text) + 1);
    }
}

static void append_number(GByteArray *out, guint8 tag, uint64_t value)
{
    if (value == 0) {
        return;
    }
    g_autoptr(GByteArray) number = g_byte_array_sized_new(10);
    append_varint(number, value);
    append_bytes(out, tag, number->data, number->len);
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

static void append_fields(GByteArray *out, const Field *fields, size_t count, const void *record)
{
    for (size_t i = 0; i < count; i++) {
        const char *member = (const char *)record + fields[i].offset;
        switch (fields[i].kind) {
        case TEXT:
            append_text(out, fields[i].tag, *(const char *const *)member);
            break;
        case UINT32:
            append_number(out, fields[i].tag, *(const guint *)member);
            break;
        case UINT64:
            append_number(out, fields[i].tag, *(const uint64_t *)member);
            break;
        case INT64:
            append_number(out, fields[i].tag, zigzag(*(const int64_t *)member));
            break;
        }
    }
}

/* A list's elements are all stored, empty ones too: their places count. */
static void append_list(GByteArray *out, guint8 tag, const char *const *texts)
{
    for (guint i = 0; texts != NULL && texts[i] != NULL; i++) {
        append_bytes(out, tag, texts[i], strlen(texts[i]) + 1);
    }
}

GBytes *samsok_report_record_pack(const SamsokReportRecord *record)
{
    GByteArray *out = g_byte_array_sized_new(1024);
    append_fields(out, report_fields, G_N_ELEMENTS(report_fields), record);
    for (guint i = 0; record->outline != NULL && i < record->outline->len; i++) {
        g_autoptr(GByteArray) entry = g_byte_array_new();
        append_fields(entry, outline_fields, G_N_ELEMENTS(outline_fields),
                      g_ptr_array_index(record->outline, i));
        append_bytes(out, REPORT_OUTLINE, entry->data, entry->len);
    }
    for (guint i = 0; record->warnings != NULL && i < record->warnings->len; i++) {
        append_text(out, REPORT_WARNING, g_ptr_array_index(record->warnings, i));
    }
    return g_byte_array_free_to_bytes(out);
}

GBytes *samsok_passage_record_pack(const SamsokPassageRecord *record)
{
    GByteArray *out = g_byte_array_sized_new(2048);
    append_fields(out, passage_fields, G_N_ELEMENTS(passage_fields), record);
    append_list(out, PASSAGE_SECTION_PATH, record->section_path);
    append_list(out, PASSAGE_SECTION_TITLE, record->section_titles);
    return g_byte_array_free_to_bytes(out);
}

/* ---- Unpacking ---- */

/* Bytes still to be read. */
typedef struct {
    const guint8 *at;
    const guint8 *end;
} Input;

/* One field as found. */
typedef struct {
    guint8 tag;
    const guint8 *bytes;
    size_t len;
} Found;

static bool read_varint(Input *input, uint64_t *out_value)
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

static bool read_field(Input *input, Found *out)
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

/* A text ends with its only NUL. */
static const char *text_of(const Found *found)
{
    const void *nul = memchr(found->bytes, '\0', found->len);
    return nul != NULL && nul == found->bytes + found->len - 1 ? (const char *)found->bytes : NULL;
}

static bool number_of(const Found *found, uint64_t max, uint64_t *out_value)
{
    Input input = {found->bytes, found->bytes + found->len};
    return read_varint(&input, out_value) && input.at == input.end && *out_value <= max;
}

static bool store_field(const Field *field, const Found *found, void *record)
{
    char *member = (char *)record + field->offset;
    uint64_t number = 0;
    switch (field->kind) {
    case TEXT:
        *(const char **)member = text_of(found);
        return *(const char **)member != NULL;
    case UINT32:
        if (!number_of(found, UINT32_MAX, &number)) {
            return false;
        }
        *(guint *)member = (guint)number;
        return true;
    case UINT64:
        return number_of(found, UINT64_MAX, (uint64_t *)member);
    case INT64:
        if (!number_of(found, UINT64_MAX, &number)) {
            return false;
        }
        *(int64_t *)member = unzigzag(number);
        return true;
    }
    return false;
}

/* Stores `found` where `fields` say; a tag they do not know is passed over. */
static bool store_known(const Field *fields, size_t count, const Found *found, void *record)
{
    for (size_t i = 0; i < count; i++) {
        if (fields[i].tag == found->tag) {
            return store_field(&fields[i], found, record);
        }
    }
    return true;
}

/* Texts are never NULL. */
static void set_empty_texts(const Field *fields, size_t count, void *record)
{
    for (size_t i = 0; i < count; i++) {
        if (fields[i].kind == TEXT) {
            *(const char **)((char *)record + fields[i].offset) = "";
        }
    }
}

static bool store_outline(GPtrArray *outline, const Found *found)
{
    SamsokOutlineRecord *entry = g_new0(SamsokOutlineRecord, 1);
    g_ptr_array_add(outline, entry);
    set_empty_texts(outline_fields, G_N_ELEMENTS(outline_fields), entry);
    Input input = {found->bytes, found->bytes + found->len};
    while (input.at < input.end) {
        Found inner = {0};
        if (!read_field(&input, &inner) ||
            !store_known(outline_fields, G_N_ELEMENTS(outline_fields), &inner, entry)) {
            return false;
        }
    }
    return true;
}

static bool store_report_field(SamsokReportRecord *record, const Found *found)
{
    if (found->tag == REPORT_OUTLINE) {
        return store_outline(record->outline, found);
    }
    if (found->tag == REPORT_WARNING) {
        const char *text = text_of(found);
        g_ptr_array_add(record->warnings, (gpointer)text);
        return text != NULL;
    }
    return store_known(report_fields, G_N_ELEMENTS(report_fields), found, record);
}

static void set_corrupt(GError **error, const char *what, size_t offset)
{
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT,
                "the index holds a damaged record of a %s (at byte %zu)", what, offset);
}

/* The record's struct with a copy of the bytes behind it, and NUL behind that. */
static void *allocate(size_t struct_size, const void *bytes, size_t len, Input *out)
{
    char *block = g_malloc0(struct_size + len + 1);
    if (len > 0) {
        memcpy(block + struct_size, bytes, len);
    }
    out->at = (const guint8 *)block + struct_size;
    out->end = out->at + len;
    return block;
}

SamsokReportRecord *samsok_report_record_unpack(const void *bytes, size_t len, GError **error)
{
    if (len == 0) {
        set_corrupt(error, "report", 0);
        return NULL;
    }
    Input input = {0};
    g_autoptr(SamsokReportRecord) record = allocate(sizeof *record, bytes, len, &input);
    const guint8 *start = input.at;
    set_empty_texts(report_fields, G_N_ELEMENTS(report_fields), record);
    record->outline = g_ptr_array_new_with_free_func(g_free);
    record->warnings = g_ptr_array_new();
    while (input.at < input.end) {
        Found found = {0};
        if (!read_field(&input, &found) || !store_report_field(record, &found)) {
            set_corrupt(error, "report", (size_t)(input.at - start));
            return NULL;
        }
    }
    return g_steal_pointer(&record);
}

/* The elements of the two lists of a passage. */
typedef struct {
    const char **path;
    const char **titles;
} Lists;

static bool store_passage_field(SamsokPassageRecord *record, Lists *lists, const Found *found)
{
    if (found->tag == PASSAGE_SECTION_PATH) {
        *lists->path = text_of(found);
        return *lists->path++ != NULL;
    }
    if (found->tag == PASSAGE_SECTION_TITLE) {
        *lists->titles = text_of(found);
        return *lists->titles++ != NULL;
    }
    return store_known(passage_fields, G_N_ELEMENTS(passage_fields), found, record);
}

/* How many fields of `bytes` have `tag`; what is damaged ends the count. */
static size_t count_tag(const void *bytes, size_t len, guint8 tag)
{
    const guint8 *start = len == 0 ? (const guint8 *)"" : bytes;
    Input input = {start, start + len};
    size_t count = 0;
    Found found = {0};
    while (input.at < input.end && read_field(&input, &found)) {
        count += found.tag == tag ? 1 : 0;
    }
    return count;
}

SamsokPassageRecord *samsok_passage_record_unpack(const void *bytes, size_t len, GError **error)
{
    if (len == 0) {
        set_corrupt(error, "passage", 0);
        return NULL;
    }
    size_t path_len = count_tag(bytes, len, PASSAGE_SECTION_PATH);
    size_t titles_len = count_tag(bytes, len, PASSAGE_SECTION_TITLE);
    size_t lists_size = (path_len + titles_len + 2) * sizeof(char *);
    Input input = {0};
    g_autoptr(SamsokPassageRecord) record =
        allocate(sizeof *record + lists_size, bytes, len, &input);
    const guint8 *start = input.at;
    Lists lists = {.path = (const char **)(record + 1)};
    lists.titles = lists.path + path_len + 1;
    set_empty_texts(passage_fields, G_N_ELEMENTS(passage_fields), record);
    record->section_path = lists.path;
    record->section_titles = lists.titles;
    while (input.at < input.end) {
        Found found = {0};
        if (!read_field(&input, &found) || !store_passage_field(record, &lists, &found)) {
            set_corrupt(error, "passage", (size_t)(input.at - start));
            return NULL;
        }
    }
    return g_steal_pointer(&record);
}

void samsok_report_record_free(SamsokReportRecord *record)
{
    if (record == NULL) {
        return;
    }
    g_ptr_array_unref(record->outline);
    g_ptr_array_unref(record->warnings);
    g_free(record);
}

void samsok_passage_record_free(SamsokPassageRecord *record)
{
    g_free(record);
}
