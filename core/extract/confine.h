/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker process denies itself before it touches a plugin.
 *
 * Called by samsok-worker only. The parent's own deadlines do not depend on it.
 */
#ifndef SAMSOK_EXTRACT_CONFINE_H
#define SAMSOK_EXTRACT_CONFINE_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct {
    uint64_t memory_bytes;
    bool may_write; /* to files it has been given */
} SamsokConfineOptions;

/* Limits address space (not under an address sanitizer, whose shadow needs terabytes), descriptors,
 * output to files (none, unless it may write) and core files (none); ends the process when its parent ends; closes every
 * descriptor above 3; gives up gaining privileges. A write to a file fails with EFBIG, a write to a
 * closed connection with EPIPE, both without a signal.
 * Errors: INTERNAL (the system refuses a limit). */
gboolean samsok_confine_process(const SamsokConfineOptions *options, GError **error);

/* Lets the process use `seconds` more of processor time, then SIGXCPU ends it. */
void samsok_confine_cpu(uint32_t seconds);

G_END_DECLS

#endif
