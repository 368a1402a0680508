/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The host's functions behind a plugin's input, and the memory they hand out. */
#include "config.h"

#include "core/extract/services.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/shape/charset.h"

struct _SamsokServices {
    SamsokInput input;
    SamsokLimits limits;
    char *contents;
    size_t contents_len;
    GPtrArray *lent; /* decoded texts and their strings */
    char *reason;
    void (*alive)(void *alive_data);
    void *alive_data;
};

static SamsokServices *services_of(const SamsokInput *input)
{
    return input->host_data;
}

static void host_fail(const SamsokInput *input, const char *reason)
{
    SamsokServices *services = services_of(input);
    g_free(services->reason);
    services->reason = g_strndup(reason == NULL ? "" : reason, SAMSOK_MAX_REASON_BYTES);
}

static void host_alive(const SamsokInput *input)
{
    SamsokServices *services = services_of(input);
    services->alive(services->alive_data);
}

/* Reads up to `size` bytes from the beginning; the file may have become shorter meanwhile. */
static gboolean read_all(int fd, char *bytes, size_t size, size_t *out_len)
{
    size_t len = 0;
    while (len < size) {
        ssize_t got = pread(fd, bytes + len, size - len, (off_t)len);
        if (got < 0 && errno != EINTR) {
            return FALSE;
        }
        if (got == 0) {
            break;
        }
        len += got > 0 ? (size_t)got : 0;
    }
    *out_len = len;
    return TRUE;
}

static SamsokStatus load_contents(SamsokServices *services)
{
    const SamsokInput *input = &services->input;
    if (input->size_bytes > services->limits.max_file_bytes) {
        host_fail(input, "is larger than the limit for files");
        return SAMSOK_LIMIT;
    }
    size_t size = (size_t)input->size_bytes;
    char *bytes = g_try_malloc(size + 1);
    if (bytes == NULL) {
        host_fail(input, "needs more memory than a worker may use");
        return SAMSOK_LIMIT;
    }
    if (!read_all(input->fd, bytes, size, &services->contents_len)) {
        g_autofree char *reason = g_strdup_printf("cannot be read: %s", g_strerror(errno));
        g_free(bytes);
        host_fail(input, reason);
        return SAMSOK_IO;
    }
    bytes[services->contents_len] = '\0';
    services->contents = bytes;
    return SAMSOK_OK;
}

static SamsokStatus host_contents(const SamsokInput *input, const char **out_bytes, size_t *out_len)
{
    SamsokServices *services = services_of(input);
    SamsokStatus status = services->contents == NULL ? load_contents(services) : SAMSOK_OK;
    if (status == SAMSOK_OK) {
        *out_bytes = services->contents;
        *out_len = services->contents_len;
    }
    return status;
}

static SamsokStatus host_decode(const SamsokInput *input, const char *bytes, size_t len,
                                const char *declared, SamsokDecoded *out)
{
    SamsokServices *services = services_of(input);
    g_autoptr(GError) error = NULL;
    SamsokDecodedText decoded;
    if (!samsok_charset_decode(bytes, len, declared, &decoded, &error)) {
        host_fail(input, error->message);
        return error->code == SAMSOK_ERROR_LIMIT ? SAMSOK_LIMIT : SAMSOK_FORMAT;
    }
    g_ptr_array_add(services->lent, decoded.text);
    g_ptr_array_add(services->lent, decoded.charset);
    g_ptr_array_add(services->lent, decoded.warning);
    *out = (SamsokDecoded){
        .text = decoded.text,
        .text_len = decoded.text_len,
        .charset = decoded.charset,
        .warning = decoded.warning,
    };
    return SAMSOK_OK;
}

static const SamsokHost host = {
    .struct_size = (uint32_t)sizeof(SamsokHost),
    .contents = host_contents,
    .decode = host_decode,
    .fail = host_fail,
    .alive = host_alive,
};

SamsokServices *samsok_services_new(const SamsokServicesOptions *options)
{
    SamsokServices *services = g_new0(SamsokServices, 1);
    services->limits = options->limits;
    services->lent = g_ptr_array_new_with_free_func(g_free);
    services->alive = options->alive;
    services->alive_data = options->alive_data;
    services->input = (SamsokInput){
        .struct_size = (uint32_t)sizeof(SamsokInput),
        .fd = options->fd,
        .size_bytes = options->size_bytes,
        .media_type = options->media_type,
        .limits = &services->limits,
        .host = &host,
        .host_data = services,
    };
    return services;
}

void samsok_services_free(SamsokServices *services)
{
    if (services == NULL) {
        return;
    }
    g_ptr_array_unref(services->lent);
    g_free(services->contents);
    g_free(services->reason);
    g_free(services);
}

const SamsokInput *samsok_services_input(const SamsokServices *services)
{
    return &services->input;
}

const char *samsok_services_reason(const SamsokServices *services)
{
    return services->reason == NULL ? "" : services->reason;
}
