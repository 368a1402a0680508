/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodes messages, and decodes them without believing any length in them. */
#include "config.h"

#include "core/extract/wire.h"

#include <string.h>

#include "core/base/error.h"

/* "smw1": the first word of every frame. */
#define WIRE_MAGIC 0x736d7731u

/* A run without its text and name. */
typedef struct {
    uint32_t kind;
    uint32_t flags;
    uint32_t level;
    uint32_t page;
    uint32_t line;
    uint32_t text_len;
    uint32_t name_len;
    uint32_t zero;
    double x;
    double y;
    double width;
    double height;
    double font_size;
} RunRecord;

G_STATIC_ASSERT(sizeof(RunRecord) == 8 * sizeof(uint32_t) + 5 * sizeof(double));

/* A request without its media type. */
typedef struct {
    uint64_t max_file_bytes;
    uint64_t max_text_bytes;
    uint32_t pulse_ms;
    uint32_t total_ms;
    uint32_t max_pages;
    uint32_t max_depth;
} RequestRecord;

G_STATIC_ASSERT(sizeof(RequestRecord) == 2 * sizeof(uint64_t) + 4 * sizeof(uint32_t));

static void append(GByteArray *out, const void *bytes, size_t len)
{
    g_byte_array_append(out, bytes, (guint)len);
}

static void append_string(GByteArray *out, const char *string)
{
    append(out, string, strlen(string) + 1);
}

void samsok_wire_write_header(guint8 *out, const SamsokWireHeader *header)
{
    const uint32_t words[] = {WIRE_MAGIC, header->kind, header->request, header->number,
                              header->payload_len};
    G_STATIC_ASSERT(sizeof(words) == SAMSOK_WIRE_HEADER_BYTES);
    memcpy(out, words, sizeof(words));
}

void samsok_wire_append_request(GByteArray *out, const SamsokWireRequest *request)
{
    const RequestRecord record = {
        .max_file_bytes = request->max_file_bytes,
        .max_text_bytes = request->max_text_bytes,
        .pulse_ms = request->pulse_ms,
        .total_ms = request->total_ms,
        .max_pages = request->max_pages,
        .max_depth = request->max_depth,
    };
    append(out, &record, sizeof(record));
    append_string(out, request->media_type);
}

void samsok_wire_append_bid(GByteArray *out, uint32_t bid)
{
    append(out, &bid, sizeof(bid));
}

void samsok_wire_append_end(GByteArray *out, const SamsokWireEnd *end)
{
    append(out, &end->status, sizeof(end->status));
    append_string(out, end->reason);
}

void samsok_wire_append_run(GByteArray *out, const SamsokRun *run)
{
    const RunRecord record = {
        .kind = run->kind,
        .flags = run->flags,
        .level = run->level,
        .page = run->page,
        .line = run->line,
        .text_len = (uint32_t)run->text_len,
        .name_len = (uint32_t)run->name_len,
        .x = run->x,
        .y = run->y,
        .width = run->width,
        .height = run->height,
        .font_size = run->font_size,
    };
    append(out, &record, sizeof(record));
    if (run->text_len > 0) {
        append(out, run->text, run->text_len);
    }
    if (run->name_len > 0) {
        append(out, run->name, run->name_len);
    }
}

static gboolean refuse(GError **error, const char *reason)
{
    g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN, reason);
    return FALSE;
}

gboolean samsok_wire_parse_header(const guint8 *bytes, SamsokWireHeader *out, GError **error)
{
    uint32_t words[SAMSOK_WIRE_HEADER_BYTES / sizeof(uint32_t)];
    memcpy(words, bytes, sizeof(words));
    if (words[0] != WIRE_MAGIC) {
        return refuse(error, "the worker sent something that is no message");
    }
    if (words[1] < SAMSOK_WIRE_READY || words[1] > SAMSOK_WIRE_DONE) {
        return refuse(error, "the worker sent a message of an unknown kind");
    }
    if (words[4] > SAMSOK_WIRE_MAX_PAYLOAD) {
        return refuse(error, "the worker sent a message longer than allowed");
    }
    *out = (SamsokWireHeader){
        .kind = words[1],
        .request = words[2],
        .number = words[3],
        .payload_len = words[4],
    };
    return TRUE;
}

/* True when the bytes from `offset` on are one string with its NUL at the very end. */
static bool ends_in_string(const guint8 *bytes, size_t len, size_t offset)
{
    return len > offset && memchr(bytes + offset, '\0', len - offset) == bytes + len - 1;
}

gboolean samsok_wire_parse_request(const guint8 *bytes, size_t len, SamsokWireRequest *out,
                                   GError **error)
{
    if (!ends_in_string(bytes, len, sizeof(RequestRecord))) {
        return refuse(error, "a request is cut short");
    }
    RequestRecord record;
    memcpy(&record, bytes, sizeof(record));
    *out = (SamsokWireRequest){
        .pulse_ms = record.pulse_ms,
        .total_ms = record.total_ms,
        .max_pages = record.max_pages,
        .max_depth = record.max_depth,
        .max_file_bytes = record.max_file_bytes,
        .max_text_bytes = record.max_text_bytes,
        .media_type = (const char *)bytes + sizeof(record),
    };
    return TRUE;
}

gboolean samsok_wire_parse_bid(const guint8 *bytes, size_t len, uint32_t *out, GError **error)
{
    if (len != sizeof(*out)) {
        return refuse(error, "the worker sent a bid of the wrong length");
    }
    memcpy(out, bytes, sizeof(*out));
    return TRUE;
}

gboolean samsok_wire_parse_end(const guint8 *bytes, size_t len, SamsokWireEnd *out, GError **error)
{
    if (!ends_in_string(bytes, len, sizeof(out->status))) {
        return refuse(error, "the worker sent an outcome that is cut short");
    }
    memcpy(&out->status, bytes, sizeof(out->status));
    out->reason = (const char *)bytes + sizeof(out->status);
    return TRUE;
}

gboolean samsok_wire_parse_run(const guint8 *bytes, size_t len, size_t *offset, SamsokRun *out,
                               GError **error)
{
    RunRecord record;
    size_t left = len - *offset;
    if (left < sizeof(record)) {
        return refuse(error, "the worker sent a run that is cut short");
    }
    memcpy(&record, bytes + *offset, sizeof(record));
    left -= sizeof(record);
    if ((uint64_t)record.text_len + record.name_len > left) {
        return refuse(error, "the worker sent a run that is longer than its message");
    }
    const char *text = (const char *)bytes + *offset + sizeof(record);
    *out = (SamsokRun){
        .struct_size = (uint32_t)sizeof(SamsokRun),
        .kind = record.kind,
        .flags = record.flags,
        .level = record.level,
        .page = record.page,
        .line = record.line,
        .text = text,
        .text_len = record.text_len,
        .name = text + record.text_len,
        .name_len = record.name_len,
        .x = record.x,
        .y = record.y,
        .width = record.width,
        .height = record.height,
        .font_size = record.font_size,
    };
    *offset += sizeof(record) + record.text_len + record.name_len;
    return TRUE;
}
