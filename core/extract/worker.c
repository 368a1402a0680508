/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Talks with a worker process, holds it to its deadlines and says what became of it. */
#include "config.h"

#include "core/extract/worker.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/extract/channel.h"
#include "core/extract/process.h"
#include "core/extract/wire.h"

enum {
    /* How long a process whose connection has closed may take to end: the kernel writes no core
     * file, so this is the time to free its memory. */
    END_GRACE_MS = 2000,
    /* A worker speaks at least this many times as often as it must. */
    PULSES_PER_IDLE = 4
};

struct _SamsokWorker {
    const SamsokPluginInfo *plugin;
    SamsokWorkerLimits limits;
    SamsokProcess *process; /* NULL once ended */
    SamsokChannel *channel; /* likewise */
    uint32_t request;       /* number of the request at hand, or the last one */
    uint32_t number;        /* number that its next frame must have */
    uint32_t file_count;
    gint64 probe_deadline_us;
    uint64_t peak_rss_kb;
};

/* A moment, and what to say when it has passed: "made no progress for" 20 s. */
typedef struct {
    gint64 at_us;
    const char *what;
    uint32_t ms;
} Deadline;

/* A file on its way. */
typedef struct {
    SamsokRuns *runs;
    uint32_t run_count; /* those of unknown kinds too, which `runs` does not keep */
} Reading;

static gint64 deadline_in(uint32_t ms)
{
    return g_get_monotonic_time() + (gint64)ms * 1000;
}

/* "20 s", or "300 ms" where seconds would lie. Owner: the caller. */
static char *dup_duration(uint32_t ms)
{
    return ms % 1000 == 0 ? g_strdup_printf("%u s", ms / 1000) : g_strdup_printf("%u ms", ms);
}

static GError *error_of_deadline(const SamsokWorker *worker, const Deadline *deadline)
{
    g_autofree char *duration = dup_duration(deadline->ms);
    return g_error_new(SAMSOK_ERROR, SAMSOK_ERROR_TIMEOUT, "the %s plugin %s %s",
                       worker->plugin->name, deadline->what, duration);
}

static SamsokProcessEnd end_process(SamsokWorker *worker, uint32_t grace_ms)
{
    SamsokProcessEnd end;
    samsok_process_end(g_steal_pointer(&worker->process), grace_ms, &end);
    g_clear_pointer(&worker->channel, samsok_channel_free);
    worker->peak_rss_kb = MAX(worker->peak_rss_kb, end.peak_rss_kb);
    return end;
}

/* A process that dies with most of its allowance in use has most likely been refused more. */
static bool was_out_of_memory(const SamsokWorker *worker, const SamsokProcessEnd *end)
{
    return end->peak_rss_kb * 1024 >= worker->limits.memory_bytes / 4 * 3;
}

/* Says how a process ended that closed the connection. */
static void report_death(const SamsokWorker *worker, const SamsokProcessEnd *end, GError **error)
{
    const char *name = worker->plugin->name;
    if (end->was_killed) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN,
                    "the %s plugin closed its connection", name);
    } else if (end->signal == SIGXCPU) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_TIMEOUT,
                    "the %s plugin used more processor time than it may", name);
    } else if (end->signal != 0 && was_out_of_memory(worker, end)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT,
                    "the %s plugin needed more memory than %" G_GUINT64_FORMAT " MiB", name,
                    worker->limits.memory_bytes >> 20);
    } else if (end->signal != 0) {
        g_autofree char *signal_name = samsok_process_signal_name(end->signal);
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN, "the %s plugin crashed (%s)", name,
                    signal_name);
    } else {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN,
                    "the %s plugin ended its process (exit status %d)", name, end->exit_status);
    }
}

/* Ends the worker because of `cause`, and says in `error` what happened. Owner: takes `cause`. */
static gboolean give_up(SamsokWorker *worker, GError *cause, GError **error)
{
    bool is_closed = g_error_matches(cause, SAMSOK_ERROR, SAMSOK_ERROR_IO);
    SamsokProcessEnd end = end_process(worker, is_closed ? END_GRACE_MS : 0);
    if (is_closed || (!end.was_killed && cause->code == SAMSOK_ERROR_TIMEOUT)) {
        report_death(worker, &end, error);
        g_error_free(cause);
    } else {
        g_propagate_error(error, cause);
    }
    return FALSE;
}

static gboolean break_off(SamsokWorker *worker, const char *what, GError **error)
{
    GError *cause = g_error_new(SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN, "the %s plugin's worker %s",
                                worker->plugin->name, what);
    return give_up(worker, cause, error);
}

/* Receives the next frame of the request at hand, in its turn. */
static gboolean receive(SamsokWorker *worker, const Deadline *deadline, SamsokFrame *out,
                        GError **error)
{
    GError *cause = NULL;
    if (!samsok_channel_receive(worker->channel, deadline->at_us, out, &cause)) {
        if (g_error_matches(cause, SAMSOK_ERROR, SAMSOK_ERROR_TIMEOUT)) {
            g_clear_error(&cause);
            cause = error_of_deadline(worker, deadline);
        }
        return give_up(worker, cause, error);
    }
    if (out->header.request != worker->request || out->header.number != worker->number) {
        g_autofree char *what = g_strdup_printf(
            "is out of step: message %u of request %u where %u of %u was due", out->header.number,
            out->header.request, worker->number, worker->request);
        return break_off(worker, what, error);
    }
    worker->number++;
    return TRUE;
}

/* A reason given by the other side, as one clean line. Owner: the caller. */
static char *dup_reason(const char *reason)
{
    g_autofree char *clean = samsok_text_clean(reason, strlen(reason), NULL);
    g_autofree char *line = samsok_text_squeeze(clean);
    return samsok_text_cut(line, SAMSOK_MAX_REASON_BYTES);
}

/* Waits for READY. */
static gboolean greet(SamsokWorker *worker, GError **error)
{
    const Deadline deadline = {
        .at_us = deadline_in(SAMSOK_WORKER_DESCRIBE_MS),
        .what = "was not loaded within",
        .ms = SAMSOK_WORKER_DESCRIBE_MS,
    };
    SamsokFrame frame;
    if (!receive(worker, &deadline, &frame, error)) {
        return FALSE;
    }
    if (frame.header.kind == SAMSOK_WIRE_READY) {
        return TRUE;
    }
    SamsokWireEnd end;
    if (frame.header.kind != SAMSOK_WIRE_REFUSED ||
        !samsok_wire_parse_end(frame.payload, frame.header.payload_len, &end, NULL)) {
        return break_off(worker, "does not greet", error);
    }
    g_autofree char *reason = dup_reason(end.reason);
    GError *cause = g_error_new(SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN, "the %s plugin %s",
                                worker->plugin->name, reason);
    return give_up(worker, cause, error);
}

static gboolean spawn(SamsokWorker *worker, const char *program, GError **error)
{
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "no socket can be made: %s",
                    g_strerror(errno));
        return FALSE;
    }
    g_autofree char *memory = g_strdup_printf("%" G_GUINT64_FORMAT, worker->limits.memory_bytes);
    const char *const argv[] = {program,          "--serve", worker->plugin->path,
                                "--memory-bytes", memory,    NULL};
    const SamsokProcessOptions options = {.argv = argv, .stdout_fd = -1, .channel_fd = ends[1]};
    worker->process = samsok_process_start(&options, error);
    close(ends[1]);
    worker->channel = samsok_channel_new(ends[0], false);
    return worker->process != NULL;
}

SamsokWorker *samsok_worker_start(const char *program, const SamsokPluginInfo *plugin,
                                  const SamsokWorkerLimits *limits, GError **error)
{
    SamsokWorker *worker = g_new0(SamsokWorker, 1);
    worker->plugin = plugin;
    worker->limits = *limits;
    if (!spawn(worker, program, error) || !greet(worker, error)) {
        samsok_worker_stop(worker);
        return NULL;
    }
    return worker;
}

uint64_t samsok_worker_stop(SamsokWorker *worker)
{
    if (worker == NULL) {
        return 0;
    }
    if (worker->process != NULL) {
        end_process(worker, 0);
    }
    uint64_t peak_rss_kb = worker->peak_rss_kb;
    g_clear_pointer(&worker->channel, samsok_channel_free);
    g_free(worker);
    return peak_rss_kb;
}

bool samsok_worker_is_ready(const SamsokWorker *worker)
{
    return worker->process != NULL && samsok_channel_is_quiet(worker->channel);
}

bool samsok_worker_has_ended(const SamsokWorker *worker)
{
    return worker->process == NULL;
}

uint32_t samsok_worker_file_count(const SamsokWorker *worker)
{
    return worker->file_count;
}

static gboolean send_request(SamsokWorker *worker, SamsokWireKind kind, int fd,
                             const char *media_type, GError **error)
{
    worker->request++;
    worker->number = 0;
    const SamsokWireRequest request = {
        .pulse_ms = worker->limits.idle_ms / PULSES_PER_IDLE,
        .total_ms = worker->limits.total_ms,
        .max_pages = SAMSOK_MAX_PAGES,
        .max_depth = SAMSOK_MAX_TREE_DEPTH,
        .max_file_bytes = SAMSOK_MAX_FILE_BYTES,
        .max_text_bytes = worker->limits.max_text_bytes,
        .media_type = media_type,
    };
    g_autoptr(GByteArray) payload = g_byte_array_new();
    samsok_wire_append_request(payload, &request);
    const SamsokWireHeader header = {.kind = kind, .request = worker->request};
    GError *cause = NULL;
    if (!samsok_channel_send(worker->channel, &header, payload, fd, &cause)) {
        return give_up(worker, cause, error);
    }
    return TRUE;
}

gboolean samsok_worker_send_probe(SamsokWorker *worker, int fd, const char *media_type,
                                  GError **error)
{
    worker->probe_deadline_us = deadline_in(MIN(SAMSOK_WORKER_PROBE_MS, worker->limits.idle_ms));
    return send_request(worker, SAMSOK_WIRE_PROBE, fd, media_type, error);
}

gboolean samsok_worker_receive_bid(SamsokWorker *worker, guint *out_bid, GError **error)
{
    const Deadline deadline = {
        .at_us = worker->probe_deadline_us,
        .what = "did not recognise or reject the file within",
        .ms = MIN(SAMSOK_WORKER_PROBE_MS, worker->limits.idle_ms),
    };
    SamsokFrame frame;
    if (!receive(worker, &deadline, &frame, error)) {
        return FALSE;
    }
    uint32_t bid = 0;
    if (frame.header.kind != SAMSOK_WIRE_BID ||
        !samsok_wire_parse_bid(frame.payload, frame.header.payload_len, &bid, NULL)) {
        return break_off(worker, "sent something that is no bid", error);
    }
    *out_bid = MIN(bid, 100);
    return TRUE;
}

/* Appends the runs of one frame. The error's code says whether the file or the plugin is at fault;
 * the worker is in the middle of the file either way and ends. */
static gboolean take_runs(SamsokWorker *worker, const SamsokFrame *frame, Reading *reading,
                          GError **error)
{
    size_t offset = 0;
    GError *cause = NULL;
    while (cause == NULL && offset < frame->header.payload_len) {
        SamsokRun run;
        reading->run_count++;
        if (reading->run_count > SAMSOK_MAX_RUNS) {
            g_set_error_literal(&cause, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT,
                                "has more lines than the limit");
        } else if (samsok_wire_parse_run(frame->payload, frame->header.payload_len, &offset, &run,
                                         &cause) &&
                   samsok_runs_append(reading->runs, &run, &cause) &&
                   samsok_runs_text_bytes(reading->runs) > worker->limits.max_text_bytes) {
            g_set_error(&cause, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT,
                        "has more text than the limit of %" G_GUINT64_FORMAT " bytes",
                        worker->limits.max_text_bytes);
        }
    }
    return cause == NULL || give_up(worker, cause, error);
}

/* What a plugin's status means to the caller; -1 for one that is no failure or unknown. */
static int code_of_status(uint32_t status)
{
    static const struct {
        uint32_t status;
        SamsokErrorCode code;
    } codes[] = {
        {SAMSOK_FORMAT, SAMSOK_ERROR_FORMAT},   {SAMSOK_ENCRYPTED, SAMSOK_ERROR_ENCRYPTED},
        {SAMSOK_LIMIT, SAMSOK_ERROR_LIMIT},     {SAMSOK_UNSUPPORTED, SAMSOK_ERROR_UNSUPPORTED},
        {SAMSOK_IO, SAMSOK_ERROR_IO},           {SAMSOK_WIRE_BROKEN, SAMSOK_ERROR_PLUGIN},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++) {
        if (codes[i].status == status) {
            return (int)codes[i].code;
        }
    }
    return -1;
}

/* For a plugin that fails without a word. */
static const char *default_reason(int code)
{
    switch (code) {
    case SAMSOK_ERROR_ENCRYPTED:
        return "needs a password";
    case SAMSOK_ERROR_UNSUPPORTED:
        return "is of a kind that is not read";
    case SAMSOK_ERROR_LIMIT:
        return "is too large";
    case SAMSOK_ERROR_IO:
        return "cannot be read";
    default:
        return "is damaged, or not of the format it seems to be";
    }
}

static gboolean finish(SamsokWorker *worker, const SamsokFrame *frame, GError **error)
{
    SamsokWireEnd end;
    if (!samsok_wire_parse_end(frame->payload, frame->header.payload_len, &end, NULL)) {
        return break_off(worker, "sent an outcome that is none", error);
    }
    if (end.status == SAMSOK_END) {
        return TRUE;
    }
    int code = code_of_status(end.status);
    g_autofree char *reason = dup_reason(end.reason);
    if (code < 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN,
                    "the %s plugin ended with a status that is none (%u)", worker->plugin->name,
                    end.status);
    } else if (code == SAMSOK_ERROR_PLUGIN) {
        g_set_error(error, SAMSOK_ERROR, code, "the %s plugin %s", worker->plugin->name, reason);
    } else {
        g_set_error_literal(error, SAMSOK_ERROR, code,
                            *reason == '\0' ? default_reason(code) : reason);
    }
    return FALSE;
}

/* The nearer of the two deadlines. */
static Deadline next_deadline(const SamsokWorker *worker, gint64 total_us)
{
    gint64 idle_us = deadline_in(worker->limits.idle_ms);
    if (idle_us < total_us) {
        return (Deadline){.at_us = idle_us, .what = "made no progress for",
                          .ms = worker->limits.idle_ms};
    }
    return (Deadline){.at_us = total_us, .what = "needed more than", .ms = worker->limits.total_ms};
}

gboolean samsok_worker_read(SamsokWorker *worker, int fd, const char *media_type, SamsokRuns *runs,
                            GError **error)
{
    worker->file_count++;
    if (!send_request(worker, SAMSOK_WIRE_READ, fd, media_type, error)) {
        return FALSE;
    }
    Reading reading = {.runs = runs};
    gint64 total_us = deadline_in(worker->limits.total_ms);
    for (;;) {
        const Deadline deadline = next_deadline(worker, total_us);
        SamsokFrame frame;
        if (!receive(worker, &deadline, &frame, error)) {
            return FALSE;
        }
        if (frame.header.kind == SAMSOK_WIRE_DONE) {
            return finish(worker, &frame, error);
        }
        if (frame.header.kind != SAMSOK_WIRE_RUNS && frame.header.kind != SAMSOK_WIRE_ALIVE) {
            return break_off(worker, "sent a message that is not due", error);
        }
        if (frame.header.kind == SAMSOK_WIRE_RUNS && !take_runs(worker, &frame, &reading, error)) {
            return FALSE;
        }
    }
}
