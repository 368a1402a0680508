/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames (core/extract/wire.h) over one end of a stream socket, with a deadline.
 *
 * Used by both sides. A channel belongs to one thread.
 */
#ifndef SAMSOK_EXTRACT_CHANNEL_H
#define SAMSOK_EXTRACT_CHANNEL_H

#include "core/extract/wire.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _SamsokChannel SamsokChannel;

/* A frame as it came in; the payload is lent until the next receive. */
typedef struct {
    SamsokWireHeader header;
    const guint8 *payload;
} SamsokFrame;

/* Owner: the channel closes `fd`. `takes_fds`: whether the other side may pass descriptors; where it
 * may not, the kernel closes them unseen. */
SamsokChannel *samsok_channel_new(int fd, bool takes_fds);
void samsok_channel_free(SamsokChannel *channel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokChannel, samsok_channel_free)

/* Sends one frame; its payload_len is filled in from `payload` (NULL: empty). `passed_fd` goes along
 * and stays the caller's; -1 for none. Blocks while the other side does not read.
 * Errors: IO (the other side is gone). No SIGPIPE is raised. */
gboolean samsok_channel_send(SamsokChannel *channel, const SamsokWireHeader *header,
                             const GByteArray *payload, int passed_fd, GError **error);

/* Waits for a frame until `deadline_us` of g_get_monotonic_time, or for ever if it is negative.
 * Errors: TIMEOUT (the deadline passed), IO (the other side is gone), PLUGIN (no valid header). */
gboolean samsok_channel_receive(SamsokChannel *channel, gint64 deadline_us, SamsokFrame *out,
                                GError **error);

/* The descriptor that came in last, or -1. Owner: the caller closes it. */
int samsok_channel_take_fd(SamsokChannel *channel);

/* True when nothing has come in that was not received, and the other side has not hung up. */
bool samsok_channel_is_quiet(const SamsokChannel *channel);

G_END_DECLS

#endif
