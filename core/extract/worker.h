/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One samsok-worker process, as its parent sees it: supervised, and never believed.
 *
 * A worker serves one request at a time. When it misses a deadline, dies, breaks the protocol or
 * sends what cannot be, its process group is killed; from then on it is ended and only to be stopped.
 * Messages of errors are clauses without the file's name: "the pdf plugin crashed (SIGSEGV)".
 * A worker belongs to one thread, and must be used by the thread that started it: the system ends it
 * together with that thread.
 */
#ifndef SAMSOK_EXTRACT_WORKER_H
#define SAMSOK_EXTRACT_WORKER_H

#include "core/extract/registry.h"
#include "core/model/runs.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* All in effect: zero means zero. */
typedef struct {
    uint32_t idle_ms;
    uint32_t total_ms;
    uint64_t memory_bytes;
    uint64_t max_text_bytes;
} SamsokWorkerLimits;

typedef struct _SamsokWorker SamsokWorker;

/* Starts `program` for `plugin` and waits until it has loaded it. `plugin` must outlive the worker.
 * Errors: MISSING, PLUGIN, TIMEOUT, IO. */
SamsokWorker *samsok_worker_start(const char *program, const SamsokPluginInfo *plugin,
                                  const SamsokWorkerLimits *limits, GError **error);

/* Ends the process and frees `worker`; accepts NULL. Returns the process's largest resident set in
 * kilobytes. */
uint64_t samsok_worker_stop(SamsokWorker *worker);

/* True when it may be given another file: it has not ended and has nothing left to say. */
bool samsok_worker_is_ready(const SamsokWorker *worker);

/* True when its process was ended, by an error. */
bool samsok_worker_has_ended(const SamsokWorker *worker);

/* Files it was given to read. */
uint32_t samsok_worker_file_count(const SamsokWorker *worker);

/* Asks what the plugin bids for `fd`, without waiting for the answer, so that several workers can be
 * asked at once; samsok_worker_receive_bid (0 to 100) must follow. `fd` stays the caller's.
 * Errors: IO, PLUGIN, TIMEOUT; the worker has ended then. */
gboolean samsok_worker_send_probe(SamsokWorker *worker, int fd, const char *media_type,
                                  GError **error);
gboolean samsok_worker_receive_bid(SamsokWorker *worker, guint *out_bid, GError **error);

/* Reads `fd` into `runs`, which may be half filled after an error. `fd` stays the caller's.
 * Errors: what the plugin says of the file (FORMAT, ENCRYPTED, UNSUPPORTED, LIMIT, IO: the worker
 * stays ready); TIMEOUT, LIMIT, PLUGIN, IO with the worker ended. */
gboolean samsok_worker_read(SamsokWorker *worker, int fd, const char *media_type, SamsokRuns *runs,
                            GError **error);

G_END_DECLS

#endif
