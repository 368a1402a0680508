/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames arrive whole and in order, in whatever pieces, or the receiver is told what is wrong. */
#include "config.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/extract/channel.h"

enum { SOON_US = 50000 };

typedef struct {
    SamsokChannel *near;
    SamsokChannel *far; /* takes descriptors */
    int far_fd;         /* the descriptor of `far`, for raw bytes */
} Pair;

static int set_up(void **state)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return -1;
    }
    Pair *pair = g_new0(Pair, 1);
    pair->near = samsok_channel_new(ends[0], false);
    pair->far = samsok_channel_new(ends[1], true);
    pair->far_fd = ends[1];
    *state = pair;
    return 0;
}

static int tear_down(void **state)
{
    Pair *pair = *state;
    samsok_channel_free(pair->near);
    samsok_channel_free(pair->far);
    g_free(pair);
    return 0;
}

static gint64 soon(void)
{
    return g_get_monotonic_time() + SOON_US;
}

static void assert_fails(SamsokChannel *channel, SamsokErrorCode code)
{
    SamsokFrame frame;
    g_autoptr(GError) error = NULL;
    assert_false(samsok_channel_receive(channel, soon(), &frame, &error));
    assert_int_equal(error->code, code);
}

/* A frame as bytes. Owner: the caller. */
static GByteArray *frame_bytes(uint32_t number, size_t payload_len)
{
    const SamsokWireHeader header = {
        .kind = SAMSOK_WIRE_RUNS, .number = number, .payload_len = (uint32_t)payload_len};
    GByteArray *bytes = g_byte_array_new();
    g_byte_array_set_size(bytes, (guint)(SAMSOK_WIRE_HEADER_BYTES + payload_len));
    memset(bytes->data, 'p', bytes->len);
    samsok_wire_write_header(bytes->data, &header);
    return bytes;
}

static void frame_sent_byte_by_byte_arrives_whole(void **state)
{
    const Pair *pair = *state;
    g_autoptr(GByteArray) bytes = frame_bytes(3, 5);
    for (guint i = 0; i < bytes->len; i++) {
        assert_fails(pair->near, SAMSOK_ERROR_TIMEOUT);
        assert_int_equal(write(pair->far_fd, bytes->data + i, 1), 1);
    }
    SamsokFrame frame;
    assert_true(samsok_channel_receive(pair->near, soon(), &frame, NULL));
    assert_int_equal(frame.header.number, 3);
    assert_memory_equal(frame.payload, "ppppp", 5);
}

static void frames_sent_at_once_arrive_one_by_one(void **state)
{
    const Pair *pair = *state;
    for (uint32_t i = 0; i < 100; i++) {
        g_autoptr(GByteArray) bytes = frame_bytes(i, i);
        assert_int_equal(write(pair->far_fd, bytes->data, bytes->len), bytes->len);
    }
    for (uint32_t i = 0; i < 100; i++) {
        SamsokFrame frame;
        assert_true(samsok_channel_receive(pair->near, soon(), &frame, NULL));
        assert_int_equal(frame.header.number, i);
        assert_int_equal(frame.header.payload_len, i);
    }
    assert_true(samsok_channel_is_quiet(pair->near));
}

static gpointer send_large_frames(gpointer data)
{
    const Pair *pair = data;
    g_autoptr(GByteArray) payload = g_byte_array_new();
    g_byte_array_set_size(payload, SAMSOK_WIRE_MAX_PAYLOAD);
    memset(payload->data, 'q', payload->len);
    for (uint32_t i = 0; i < 3; i++) {
        const SamsokWireHeader header = {.kind = SAMSOK_WIRE_RUNS, .number = i};
        samsok_channel_send(pair->far, &header, payload, -1, NULL);
    }
    return NULL;
}

static void largest_frames_pass(void **state)
{
    Pair *pair = *state;
    GThread *sender = g_thread_new("sender", send_large_frames, pair);
    for (uint32_t i = 0; i < 3; i++) {
        SamsokFrame frame;
        assert_true(samsok_channel_receive(pair->near, -1, &frame, NULL));
        assert_int_equal(frame.header.number, i);
        assert_int_equal(frame.header.payload_len, SAMSOK_WIRE_MAX_PAYLOAD);
        assert_int_equal(frame.payload[SAMSOK_WIRE_MAX_PAYLOAD - 1], 'q');
    }
    g_thread_join(sender);
}

static void connection_closed_within_a_frame_is_an_error(void **state)
{
    Pair *pair = *state;
    g_autoptr(GByteArray) bytes = frame_bytes(0, 100);
    assert_int_equal(write(pair->far_fd, bytes->data, bytes->len - 1), bytes->len - 1);
    g_clear_pointer(&pair->far, samsok_channel_free);
    assert_fails(pair->near, SAMSOK_ERROR_IO);
}

static void sending_to_nobody_is_an_error_without_a_signal(void **state)
{
    Pair *pair = *state;
    g_clear_pointer(&pair->far, samsok_channel_free);
    const SamsokWireHeader header = {.kind = SAMSOK_WIRE_READ};
    g_autoptr(GError) error = NULL;
    assert_false(samsok_channel_send(pair->near, &header, NULL, -1, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_IO);
    assert_false(samsok_channel_is_quiet(pair->near));
}

static void bytes_that_are_no_frame_are_an_error(void **state)
{
    const Pair *pair = *state;
    static const char text[] = "this is not what was asked for";
    assert_int_equal(write(pair->far_fd, text, sizeof(text)), sizeof(text));
    assert_false(samsok_channel_is_quiet(pair->near));
    assert_fails(pair->near, SAMSOK_ERROR_PLUGIN);
}

static void descriptor_goes_along_once(void **state)
{
    const Pair *pair = *state;
    int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    const SamsokWireHeader header = {.kind = SAMSOK_WIRE_READ};
    assert_true(samsok_channel_send(pair->near, &header, NULL, fd, NULL));
    close(fd);
    SamsokFrame frame;
    assert_true(samsok_channel_receive(pair->far, soon(), &frame, NULL));
    int taken = samsok_channel_take_fd(pair->far);
    assert_true(taken >= 0);
    assert_int_equal(fcntl(taken, F_GETFD) & FD_CLOEXEC, FD_CLOEXEC);
    close(taken);
    assert_int_equal(samsok_channel_take_fd(pair->far), -1);
}

static int count_fds(void)
{
    int count = 0;
    for (int fd = 0; fd < 256; fd++) {
        count += fcntl(fd, F_GETFD) >= 0;
    }
    return count;
}

static void descriptors_that_nobody_asked_for_are_dropped(void **state)
{
    const Pair *pair = *state;
    int before = count_fds();
    const SamsokWireHeader header = {.kind = SAMSOK_WIRE_RUNS};
    for (int i = 0; i < 10; i++) {
        assert_true(samsok_channel_send(pair->far, &header, NULL, STDIN_FILENO, NULL));
        SamsokFrame frame;
        assert_true(samsok_channel_receive(pair->near, soon(), &frame, NULL));
    }
    assert_int_equal(samsok_channel_take_fd(pair->near), -1);
    assert_int_equal(count_fds(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(frame_sent_byte_by_byte_arrives_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(frames_sent_at_once_arrive_one_by_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(largest_frames_pass, set_up, tear_down),
        cmocka_unit_test_setup_teardown(connection_closed_within_a_frame_is_an_error, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(sending_to_nobody_is_an_error_without_a_signal, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(bytes_that_are_no_frame_are_an_error, set_up, tear_down),
        cmocka_unit_test_setup_teardown(descriptor_goes_along_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(descriptors_that_nobody_asked_for_are_dropped, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
