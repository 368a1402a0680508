/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends and receives whole frames, whatever pieces the socket makes of them. */
#include "config.h"

#include "core/extract/channel.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/error.h"

enum { BUFFER_BYTES = SAMSOK_WIRE_HEADER_BYTES + SAMSOK_WIRE_MAX_PAYLOAD };

struct _SamsokChannel {
    int fd;
    int passed_fd;
    bool takes_fds;
    /* Received bytes stand at [start, end). The buffer holds the largest frame; the pages of it that
     * are never needed are never touched. */
    guint8 *buffer;
    size_t start;
    size_t end;
};

SamsokChannel *samsok_channel_new(int fd, bool takes_fds)
{
    SamsokChannel *channel = g_new0(SamsokChannel, 1);
    channel->fd = fd;
    channel->passed_fd = -1;
    channel->takes_fds = takes_fds;
    channel->buffer = g_malloc(BUFFER_BYTES);
    return channel;
}

static void close_passed(SamsokChannel *channel)
{
    if (channel->passed_fd >= 0) {
        close(channel->passed_fd);
        channel->passed_fd = -1;
    }
}

void samsok_channel_free(SamsokChannel *channel)
{
    if (channel == NULL) {
        return;
    }
    close_passed(channel);
    close(channel->fd);
    g_free(channel->buffer);
    g_free(channel);
}

static gboolean fail_errno(GError **error, int saved_errno)
{
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "the connection to the worker failed: %s",
                g_strerror(saved_errno));
    return FALSE;
}

/* Room for one descriptor, aligned as the kernel wants it. */
typedef union {
    struct cmsghdr align;
    char bytes[CMSG_SPACE(sizeof(int))];
} FdControl;

static void attach_fd(struct msghdr *message, FdControl *control, int fd)
{
    memset(control, 0, sizeof(*control));
    message->msg_control = control->bytes;
    message->msg_controllen = sizeof(control->bytes);
    struct cmsghdr *header = CMSG_FIRSTHDR(message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &fd, sizeof(fd));
}

/* Takes `sent` bytes off the front of the two pieces. */
static void advance(struct iovec *pieces, size_t sent)
{
    for (int i = 0; i < 2; i++) {
        size_t part = MIN(sent, pieces[i].iov_len);
        pieces[i].iov_base = (char *)pieces[i].iov_base + part;
        pieces[i].iov_len -= part;
        sent -= part;
    }
}

gboolean samsok_channel_send(SamsokChannel *channel, const SamsokWireHeader *header,
                             const GByteArray *payload, int passed_fd, GError **error)
{
    SamsokWireHeader whole = *header;
    whole.payload_len = payload == NULL ? 0 : payload->len;
    g_assert(whole.payload_len <= SAMSOK_WIRE_MAX_PAYLOAD);
    guint8 head[SAMSOK_WIRE_HEADER_BYTES];
    samsok_wire_write_header(head, &whole);

    struct iovec pieces[2] = {
        {.iov_base = head, .iov_len = sizeof(head)},
        {.iov_base = whole.payload_len == 0 ? head : payload->data, .iov_len = whole.payload_len},
    };
    struct msghdr message = {.msg_iov = pieces, .msg_iovlen = G_N_ELEMENTS(pieces)};
    FdControl control;
    if (passed_fd >= 0) {
        attach_fd(&message, &control, passed_fd);
    }
    while (pieces[0].iov_len + pieces[1].iov_len > 0) {
        ssize_t sent = sendmsg(channel->fd, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) {
            continue;
        }
        if (sent < 0) {
            return fail_errno(error, errno);
        }
        advance(pieces, (size_t)sent);
        message.msg_control = NULL;
        message.msg_controllen = 0;
    }
    return TRUE;
}

static int milliseconds_until(gint64 deadline_us)
{
    if (deadline_us < 0) {
        return -1;
    }
    gint64 left_us = deadline_us - g_get_monotonic_time();
    /* Rounded up, so that poll does not return a moment before the deadline over and over. */
    return left_us <= 0 ? 0 : (int)MIN((left_us + 999) / 1000, G_MAXINT);
}

static gboolean wait_readable(const SamsokChannel *channel, gint64 deadline_us, GError **error)
{
    for (;;) {
        struct pollfd poll_fd = {.fd = channel->fd, .events = POLLIN};
        int ready = poll(&poll_fd, 1, milliseconds_until(deadline_us));
        if (ready > 0) {
            return TRUE;
        }
        if (ready == 0) {
            g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_TIMEOUT, "the deadline passed");
            return FALSE;
        }
        if (errno != EINTR) {
            return fail_errno(error, errno);
        }
    }
}

/* Keeps the descriptor of a message that came in; there is room for one only. */
static void keep_passed(SamsokChannel *channel, struct msghdr *message)
{
    struct cmsghdr *header = CMSG_FIRSTHDR(message);
    if (header == NULL || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS ||
        header->cmsg_len != CMSG_LEN(sizeof(int))) {
        return;
    }
    close_passed(channel);
    memcpy(&channel->passed_fd, CMSG_DATA(header), sizeof(int));
}

static ssize_t receive_some(SamsokChannel *channel)
{
    struct iovec piece = {.iov_base = channel->buffer + channel->end,
                          .iov_len = BUFFER_BYTES - channel->end};
    struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1};
    FdControl control;
    if (channel->takes_fds) {
        memset(&control, 0, sizeof(control));
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof(control.bytes);
    }
    ssize_t received = recvmsg(channel->fd, &message, MSG_CMSG_CLOEXEC);
    if (received > 0 && channel->takes_fds) {
        keep_passed(channel, &message);
    }
    return received;
}

/* Makes room for a frame of `need` bytes from channel->start on. */
static void make_room(SamsokChannel *channel, size_t need)
{
    if (channel->start == channel->end) {
        channel->start = 0;
        channel->end = 0;
    }
    if (channel->start + need > BUFFER_BYTES) {
        memmove(channel->buffer, channel->buffer + channel->start, channel->end - channel->start);
        channel->end -= channel->start;
        channel->start = 0;
    }
}

/* Receives until `need` bytes stand at channel->start. */
static gboolean fill(SamsokChannel *channel, size_t need, gint64 deadline_us, GError **error)
{
    make_room(channel, need);
    while (channel->end - channel->start < need) {
        if (!wait_readable(channel, deadline_us, error)) {
            return FALSE;
        }
        ssize_t received = receive_some(channel);
        if (received == 0) {
            g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "the connection was closed");
            return FALSE;
        }
        if (received < 0 && errno != EINTR && errno != EAGAIN) {
            return fail_errno(error, errno);
        }
        channel->end += received > 0 ? (size_t)received : 0;
    }
    return TRUE;
}

gboolean samsok_channel_receive(SamsokChannel *channel, gint64 deadline_us, SamsokFrame *out,
                                GError **error)
{
    SamsokWireHeader header;
    if (!fill(channel, SAMSOK_WIRE_HEADER_BYTES, deadline_us, error) ||
        !samsok_wire_parse_header(channel->buffer + channel->start, &header, error) ||
        !fill(channel, SAMSOK_WIRE_HEADER_BYTES + header.payload_len, deadline_us, error)) {
        return FALSE;
    }
    *out = (SamsokFrame){
        .header = header,
        .payload = channel->buffer + channel->start + SAMSOK_WIRE_HEADER_BYTES,
    };
    channel->start += SAMSOK_WIRE_HEADER_BYTES + header.payload_len;
    return TRUE;
}

int samsok_channel_take_fd(SamsokChannel *channel)
{
    int fd = channel->passed_fd;
    channel->passed_fd = -1;
    return fd;
}

bool samsok_channel_is_quiet(const SamsokChannel *channel)
{
    struct pollfd poll_fd = {.fd = channel->fd, .events = POLLIN};
    return channel->start == channel->end && poll(&poll_fd, 1, 0) == 0;
}
