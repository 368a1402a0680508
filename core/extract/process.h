/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A helper process in a session of its own, which ends as a group.
 *
 * It starts with descriptors 0 to 2 on /dev/null (1 may be given), one given descriptor as 3, no
 * other, default signal handling and an environment of the few variables a loader needs.
 * Safe to use from several threads at once: every descriptor of this program is close-on-exec.
 */
#ifndef SAMSOK_EXTRACT_PROCESS_H
#define SAMSOK_EXTRACT_PROCESS_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct {
    const char *const *argv; /* NULL-terminated; argv[0] is the program's path */
    int stdout_fd;           /* becomes 1; -1: /dev/null. Stays the caller's */
    int channel_fd;          /* becomes 3; -1: none. Stays the caller's */
} SamsokProcessOptions;

/* How it ended. */
typedef struct {
    int signal;           /* that ended it, 0 if none */
    int exit_status;      /* where no signal did */
    bool was_killed;      /* by samsok_process_end: it had not ended by itself */
    uint64_t peak_rss_kb; /* its largest resident set */
} SamsokProcessEnd;

typedef struct _SamsokProcess SamsokProcess;

/* Errors: MISSING (no such program), PLUGIN (it cannot be run). */
SamsokProcess *samsok_process_start(const SamsokProcessOptions *options, GError **error);

/* Waits up to `grace_ms` for the process to end by itself, then kills its whole group, reaps it and
 * frees `process`. Children that outlive it are killed too. `out` may be NULL. */
void samsok_process_end(SamsokProcess *process, uint32_t grace_ms, SamsokProcessEnd *out);

/* "SIGSEGV"; "signal 77" for one without a common name. Owner: the caller frees. */
char *samsok_process_signal_name(int signal_number);

G_END_DECLS

#endif
