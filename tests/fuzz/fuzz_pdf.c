/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds the PDF plugin one input.
 *
 * Built by 'make fuzz': see tests/fuzz/local.mk.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib.h>

#include "core/extract/plugin.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void host_fail(const SamsokInput *input, const char *reason)
{
    g_assert_true(g_utf8_validate(reason, -1, NULL));
}

static void host_alive(const SamsokInput *input)
{
}

static void check_run(const SamsokRun *run)
{
    g_assert_cmpuint(run->text_len, <=, SAMSOK_RUN_MAX_BYTES);
    g_assert_true(run->text != NULL || run->text_len == 0);
}

static void read_all(const SamsokInput *input)
{
    SamsokReader *reader = NULL;
    if (samsok_plugin_entry.open(input, &reader) != SAMSOK_OK) {
        return;
    }
    SamsokStatus status = SAMSOK_OK;
    while (status == SAMSOK_OK) {
        SamsokRun run = {.struct_size = sizeof(run)};
        status = samsok_plugin_entry.next(reader, &run);
        check_run(&run);
    }
    samsok_plugin_entry.close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int fd = memfd_create("input", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size) {
        return 0;
    }
    const SamsokHost host = {
        .struct_size = sizeof(host), .fail = host_fail, .alive = host_alive};
    const SamsokLimits limits = {.struct_size = sizeof(limits),
                                 .max_pages = 200,
                                 .max_file_bytes = (uint64_t)16 << 20,
                                 .max_text_bytes = (uint64_t)4 << 20,
                                 .max_depth = 64};
    const SamsokInput input = {.struct_size = sizeof(input),
                               .fd = fd,
                               .size_bytes = size,
                               .media_type = "application/pdf",
                               .limits = &limits,
                               .host = &host};
    lseek(fd, 0, SEEK_SET);
    read_all(&input);
    close(fd);
    return 0;
}
