/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads files with one plugin and sends what it gives, many runs to a message. */
#include "config.h"

#include "core/extract/serve.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/extract/channel.h"
#include "core/extract/confine.h"
#include "core/extract/services.h"
#include "core/extract/wire.h"

/* A batch is sent when it has this much: large enough that a system call costs nothing beside it,
 * small enough that the parent works on one batch while the next is filled. */
enum { BATCH_BYTES = 32 << 10, EXTRA_CPU_SECONDS = 5 };

typedef struct {
    SamsokChannel *channel;
    const SamsokPlugin *plugin;
    uint32_t request;
    uint32_t number;     /* of the next frame of this request */
    GByteArray *batch;   /* runs not sent yet */
    gint64 pulse_us;
    gint64 last_sent_us;
    bool is_cut_off;     /* the parent is gone */
} Session;

static void send(Session *session, SamsokWireKind kind, const GByteArray *payload)
{
    const SamsokWireHeader header = {
        .kind = kind,
        .request = session->request,
        .number = session->number++,
    };
    if (!samsok_channel_send(session->channel, &header, payload, -1, NULL)) {
        session->is_cut_off = true;
    }
    session->last_sent_us = g_get_monotonic_time();
}

static void flush(Session *session)
{
    if (session->batch->len > 0) {
        send(session, SAMSOK_WIRE_RUNS, session->batch);
        g_byte_array_set_size(session->batch, 0);
    }
}

static bool is_pulse_due(const Session *session)
{
    return g_get_monotonic_time() - session->last_sent_us >= session->pulse_us;
}

static void alive(void *data)
{
    Session *session = data;
    if (!is_pulse_due(session)) {
        return;
    }
    flush(session);
    send(session, SAMSOK_WIRE_ALIVE, NULL);
}

/* Why a run cannot be sent as it is; NULL if it can. */
static const char *fault_of(const SamsokRun *run)
{
    if (run->text_len > SAMSOK_RUN_MAX_BYTES || run->name_len > SAMSOK_RUN_MAX_BYTES) {
        return "gives a run longer than the interface allows";
    }
    if ((run->text == NULL && run->text_len > 0) || (run->name == NULL && run->name_len > 0)) {
        return "gives a run whose text is nowhere";
    }
    return NULL;
}

static uint32_t send_runs(Session *session, SamsokReader *reader, const char **out_fault)
{
    for (;;) {
        SamsokRun run = {.struct_size = (uint32_t)sizeof(SamsokRun)};
        SamsokStatus status = session->plugin->next(reader, &run);
        if (status != SAMSOK_OK) {
            return status;
        }
        *out_fault = fault_of(&run);
        if (*out_fault != NULL) {
            return SAMSOK_WIRE_BROKEN;
        }
        samsok_wire_append_run(session->batch, &run);
        if (session->batch->len >= BATCH_BYTES || is_pulse_due(session)) {
            flush(session);
        }
        if (session->is_cut_off) {
            return SAMSOK_END;
        }
    }
}

static void read_with(Session *session, const SamsokServices *services)
{
    const char *fault = NULL;
    SamsokReader *reader = NULL;
    uint32_t status = session->plugin->open(samsok_services_input(services), &reader);
    if (status == SAMSOK_OK) {
        status = send_runs(session, reader, &fault);
        session->plugin->close(reader);
    } else if (status == SAMSOK_END) {
        status = SAMSOK_WIRE_BROKEN;
        fault = "ends a file that it has not opened";
    }
    flush(session);
    const SamsokWireEnd end = {
        .status = status,
        .reason = fault != NULL ? fault : samsok_services_reason(services),
    };
    g_autoptr(GByteArray) payload = g_byte_array_new();
    samsok_wire_append_end(payload, &end);
    send(session, SAMSOK_WIRE_DONE, payload);
}

static void answer_read(Session *session, const SamsokWireRequest *request, int fd)
{
    struct stat info = {.st_size = 0};
    fstat(fd, &info);
    samsok_confine_cpu(request->total_ms / 1000 + EXTRA_CPU_SECONDS);
    session->pulse_us = (gint64)request->pulse_ms * 1000;
    session->last_sent_us = g_get_monotonic_time();
    const SamsokServicesOptions options = {
        .fd = fd,
        .size_bytes = (uint64_t)info.st_size,
        .media_type = request->media_type,
        .limits = {
            .struct_size = (uint32_t)sizeof(SamsokLimits),
            .max_pages = request->max_pages,
            .max_file_bytes = request->max_file_bytes,
            .max_text_bytes = request->max_text_bytes,
            .max_depth = request->max_depth,
        },
        .alive = alive,
        .alive_data = session,
    };
    g_autoptr(SamsokServices) services = samsok_services_new(&options);
    read_with(session, services);
}

static size_t read_head(int fd, char *head, size_t size)
{
    size_t len = 0;
    while (len < size) {
        ssize_t got = pread(fd, head + len, size - len, (off_t)len);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            break;
        }
        len += got > 0 ? (size_t)got : 0;
    }
    return len;
}

static void answer_probe(Session *session, const SamsokWireRequest *request, int fd)
{
    int bid = 0;
    if (session->plugin->probe != NULL) {
        /* With a NUL behind it, for plugins that search it as a string. */
        g_autofree char *head = g_malloc(SAMSOK_HEAD_BYTES + 1);
        size_t len = read_head(fd, head, SAMSOK_HEAD_BYTES);
        head[len] = '\0';
        bid = session->plugin->probe(head, len, request->media_type);
    }
    g_autoptr(GByteArray) payload = g_byte_array_new();
    samsok_wire_append_bid(payload, (uint32_t)CLAMP(bid, 0, 100));
    send(session, SAMSOK_WIRE_BID, payload);
}

static bool answer(Session *session, const SamsokFrame *frame, int fd)
{
    SamsokWireRequest request;
    if (fd < 0 ||
        !samsok_wire_parse_request(frame->payload, frame->header.payload_len, &request, NULL)) {
        return false;
    }
    session->request = frame->header.request;
    session->number = 0;
    if (frame->header.kind == SAMSOK_WIRE_PROBE) {
        answer_probe(session, &request, fd);
    } else if (frame->header.kind == SAMSOK_WIRE_READ) {
        answer_read(session, &request, fd);
    } else {
        return false;
    }
    return !session->is_cut_off;
}

void samsok_serve(int fd, const SamsokPlugin *plugin)
{
    g_autoptr(SamsokChannel) channel = samsok_channel_new(fd, true);
    g_autoptr(GByteArray) batch = g_byte_array_new();
    Session session = {.channel = channel, .plugin = plugin, .batch = batch};
    send(&session, SAMSOK_WIRE_READY, NULL);

    SamsokFrame frame;
    bool go_on = !session.is_cut_off;
    while (go_on && samsok_channel_receive(channel, -1, &frame, NULL)) {
        int file = samsok_channel_take_fd(channel);
        go_on = answer(&session, &frame, file);
        if (file >= 0) {
            close(file);
        }
    }
}

void samsok_serve_refusal(int fd, const char *reason)
{
    g_autoptr(SamsokChannel) channel = samsok_channel_new(fd, true);
    g_autoptr(GByteArray) payload = g_byte_array_new();
    const SamsokWireEnd end = {.status = SAMSOK_UNSUPPORTED, .reason = reason};
    samsok_wire_append_end(payload, &end);
    const SamsokWireHeader header = {.kind = SAMSOK_WIRE_REFUSED};
    samsok_channel_send(channel, &header, payload, -1, NULL);
}
