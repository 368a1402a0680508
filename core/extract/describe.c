/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the describing worker with a deadline and takes its word with care. */
#include "config.h"

#include "core/extract/describe.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/extract/process.h"

enum { CHUNK_BYTES = 4096, END_GRACE_MS = 1000 };

/* Reads what fits until the other end is closed. False at the deadline or when there is more. */
static bool read_until_closed(int fd, GByteArray *out)
{
    gint64 deadline = g_get_monotonic_time() + (gint64)SAMSOK_WORKER_DESCRIBE_MS * 1000;
    while (out->len <= SAMSOK_MAX_DESCRIPTION_BYTES) {
        gint64 left_us = deadline - g_get_monotonic_time();
        struct pollfd poll_fd = {.fd = fd, .events = POLLIN};
        int ready = left_us <= 0 ? 0 : poll(&poll_fd, 1, (int)(left_us / 1000) + 1);
        if (ready == 0) {
            return false;
        }
        guint8 chunk[CHUNK_BYTES];
        ssize_t got = ready < 0 ? -1 : read(fd, chunk, sizeof(chunk));
        if (got == 0) {
            return true;
        }
        if (got < 0 && errno != EINTR) {
            return false;
        }
        g_byte_array_append(out, chunk, got > 0 ? (guint)got : 0);
    }
    return false;
}

static void describe_failure(const SamsokProcessEnd *end, SamsokDescription *out)
{
    g_autofree char *reason = NULL;
    if (end->was_killed) {
        reason = g_strdup("was not described in time");
    } else if (end->signal != 0) {
        g_autofree char *name = samsok_process_signal_name(end->signal);
        reason = g_strdup_printf("crashed while it was loaded (%s)", name);
    } else {
        reason = g_strdup_printf("ended the worker while it was loaded (exit status %d)",
                                 end->exit_status);
    }
    samsok_description_init_refused(out, reason);
}

static void parse(const GByteArray *output, SamsokDescription *out)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autoptr(GError) error = NULL;
    if (!g_key_file_load_from_data(file, (const char *)output->data, output->len,
                                   G_KEY_FILE_NONE, &error) ||
        !samsok_description_load(file, SAMSOK_DESCRIPTION_GROUP, out, &error)) {
        samsok_description_init_refused(out, error->message);
    }
}

gboolean samsok_describe(const char *worker, const char *path, SamsokDescription *out,
                         GError **error)
{
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "no pipe can be made: %s",
                    g_strerror(errno));
        return FALSE;
    }
    const char *const argv[] = {worker, "--describe", path, NULL};
    const SamsokProcessOptions options = {.argv = argv, .stdout_fd = ends[1], .channel_fd = -1};
    SamsokProcess *process = samsok_process_start(&options, error);
    close(ends[1]);
    if (process == NULL) {
        close(ends[0]);
        return FALSE;
    }
    g_autoptr(GByteArray) output = g_byte_array_new();
    bool is_whole = read_until_closed(ends[0], output);
    close(ends[0]);
    SamsokProcessEnd end;
    samsok_process_end(process, is_whole ? END_GRACE_MS : 0, &end);
    if (is_whole && end.signal == 0 && end.exit_status == 0 && !end.was_killed) {
        parse(output, out);
    } else {
        describe_failure(&end, out);
    }
    return TRUE;
}
