/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The messages between samsok and samsok-worker, as bytes.
 *
 * Nothing here reads or writes a descriptor (core/extract/channel.h does); everything here treats
 * what it decodes as hostile. Both ends are built from the same sources and run on one machine, so
 * numbers stand in the machine's own byte order.
 *
 * A frame is a header of SAMSOK_WIRE_HEADER_BYTES and a payload. The header holds a magic number, the
 * kind, the number of the request it belongs to, its own number within that request, and the
 * payload's length. Requests are numbered from 1 and rise by one; 0 is the worker's greeting. Each
 * side counts its frames of a request from 0. So a frame that was lost, doubled or left over from the
 * file before is noticed at once, and no file is ever given the text of another.
 *
 *     worker: READY                            or REFUSED, and ends
 *     parent: PROBE + descriptor               worker: BID
 *     parent: READ + descriptor                worker: (RUNS | ALIVE)* DONE
 */
#ifndef SAMSOK_EXTRACT_WIRE_H
#define SAMSOK_EXTRACT_WIRE_H

#include "core/extract/plugin.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

#define SAMSOK_WIRE_HEADER_BYTES ((size_t)20)
/* The largest run with its name, and room for what was batched before it. */
#define SAMSOK_WIRE_MAX_PAYLOAD (2 * SAMSOK_RUN_MAX_BYTES + ((size_t)128 << 10))

typedef enum {
    SAMSOK_WIRE_READY = 1,   /* worker: the plugin is loaded; payload: empty */
    SAMSOK_WIRE_REFUSED = 2, /* worker: the plugin is not fit to be used; payload: an end */
    SAMSOK_WIRE_PROBE = 3,   /* parent: what do you bid for this file? payload: a request */
    SAMSOK_WIRE_BID = 4,     /* worker: payload: one number */
    SAMSOK_WIRE_READ = 5,    /* parent: read this file; payload: a request */
    SAMSOK_WIRE_RUNS = 6,    /* worker: payload: runs, one after another */
    SAMSOK_WIRE_ALIVE = 7,   /* worker: still busy; payload: empty */
    SAMSOK_WIRE_DONE = 8     /* worker: the file is read, or why not; payload: an end */
} SamsokWireKind;

/* Statuses of an end beside those of SamsokStatus: said by the worker, not by the plugin. */
enum {
    SAMSOK_WIRE_BROKEN = 100 /* the plugin broke its interface */
};

typedef struct {
    uint32_t kind;        /* a known SamsokWireKind */
    uint32_t request;
    uint32_t number;
    uint32_t payload_len; /* at most SAMSOK_WIRE_MAX_PAYLOAD */
} SamsokWireHeader;

/* What the parent asks for. */
typedef struct {
    uint32_t pulse_ms;      /* READ: how long the worker may stay silent while it gets on */
    uint32_t total_ms;      /* READ: the deadline in all, from which the worker sets its CPU limit */
    uint32_t max_pages;
    uint32_t max_depth;
    uint64_t max_file_bytes;
    uint64_t max_text_bytes;
    const char *media_type; /* decoded: lent by the payload, NUL-terminated */
} SamsokWireRequest;

/* How a request ended. */
typedef struct {
    uint32_t status;    /* SamsokStatus or SAMSOK_WIRE_BROKEN; anything when decoded */
    const char *reason; /* decoded: lent by the payload, NUL-terminated, not clean */
} SamsokWireEnd;

/* Writes SAMSOK_WIRE_HEADER_BYTES to `out`. */
void samsok_wire_write_header(guint8 *out, const SamsokWireHeader *header);

/* Each appends one payload, or one run of a payload, to `out`. */
void samsok_wire_append_request(GByteArray *out, const SamsokWireRequest *request);
void samsok_wire_append_bid(GByteArray *out, uint32_t bid);
void samsok_wire_append_end(GByteArray *out, const SamsokWireEnd *end);
/* `run` within the limits of the interface: the caller has checked its lengths. */
void samsok_wire_append_run(GByteArray *out, const SamsokRun *run);

/* Decodes the SAMSOK_WIRE_HEADER_BYTES at `bytes`.
 * Errors: PLUGIN (wrong magic number, unknown kind, a payload longer than allowed). */
gboolean samsok_wire_parse_header(const guint8 *bytes, SamsokWireHeader *out, GError **error);

/* Each decodes one whole payload. Errors: PLUGIN (too short, too long, no NUL where one is due). */
gboolean samsok_wire_parse_request(const guint8 *bytes, size_t len, SamsokWireRequest *out,
                                   GError **error);
gboolean samsok_wire_parse_bid(const guint8 *bytes, size_t len, uint32_t *out, GError **error);
gboolean samsok_wire_parse_end(const guint8 *bytes, size_t len, SamsokWireEnd *out, GError **error);

/* Decodes the run at *offset of a payload of runs and moves *offset behind it. Text and name of
 * `out` are lent by the payload and as hostile as it is. Call it while *offset < len.
 * Errors: PLUGIN (the payload ends within the run). */
gboolean samsok_wire_parse_run(const guint8 *bytes, size_t len, size_t *offset, SamsokRun *out,
                               GError **error);

G_END_DECLS

#endif
