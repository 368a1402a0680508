/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stamps and digests of files. */
#include "config.h"

#include "index/identity.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"

enum { READ_BYTES = 128 << 10 };
static const int64_t ns_per_second = 1000000000;

SamsokStamp samsok_stamp_of(const struct stat *info)
{
    return (SamsokStamp){
        .size_bytes = (uint64_t)info->st_size,
        .mtime_ns = (int64_t)info->st_mtim.tv_sec * ns_per_second + info->st_mtim.tv_nsec,
        .inode = info->st_ino,
        .device = info->st_dev,
    };
}

bool samsok_stamp_equal(const SamsokStamp *a, const SamsokStamp *b)
{
    return a->size_bytes == b->size_bytes && a->mtime_ns == b->mtime_ns && a->inode == b->inode;
}

static void set_io(GError **error, const char *path, const char *reason)
{
    g_autofree char *shown = g_filename_display_name(path);
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "'%s': %s", shown, reason);
}

static bool check_opened(const char *path, const struct stat *info, GError **error)
{
    if (!S_ISREG(info->st_mode)) {
        set_io(error, path, "is no regular file any more");
        return false;
    }
    if ((uint64_t)info->st_size > SAMSOK_MAX_FILE_BYTES) {
        g_autofree char *shown = g_filename_display_name(path);
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT, "'%s': larger than %" G_GUINT64_FORMAT
                    " bytes", shown, SAMSOK_MAX_FILE_BYTES);
        return false;
    }
    return true;
}

int samsok_identity_open(const char *path, SamsokStamp *out_stamp, GError **error)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0) {
        set_io(error, path, g_strerror(errno));
        return -1;
    }
    struct stat info;
    if (fstat(fd, &info) != 0) {
        set_io(error, path, g_strerror(errno));
        close(fd);
        return -1;
    }
    if (!check_opened(path, &info, error)) {
        close(fd);
        return -1;
    }
    if (out_stamp != NULL) {
        *out_stamp = samsok_stamp_of(&info);
    }
    return fd;
}

char *samsok_identity_sha256(int fd, const char *name, GError **error)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree guchar *buffer = g_malloc(READ_BYTES);
    ssize_t len = 1;
    while (len != 0) {
        len = read(fd, buffer, READ_BYTES);
        if (len < 0 && errno != EINTR) {
            set_io(error, name, g_strerror(errno));
            return NULL;
        }
        if (len > 0) {
            g_checksum_update(checksum, buffer, len);
        }
    }
    return g_strdup(g_checksum_get_string(checksum));
}

static void digest_one(gpointer data, gpointer user_data)
{
    SamsokDigest *digest = data;
    const int *cancelled = user_data;
    if (cancelled != NULL && g_atomic_int_get(cancelled) != 0) {
        return;
    }
    int fd = samsok_identity_open(digest->path, &digest->stamp, &digest->error);
    if (fd < 0) {
        return;
    }
    digest->sha256 = samsok_identity_sha256(fd, digest->path, &digest->error);
    close(fd);
}

void samsok_identity_digest_all(GPtrArray *digests, guint jobs, const int *cancelled)
{
    GThreadPool *pool =
        g_thread_pool_new(digest_one, (gpointer)cancelled, (gint)jobs, FALSE, NULL);
    for (guint i = 0; i < digests->len; i++) {
        g_thread_pool_push(pool, g_ptr_array_index(digests, i), NULL);
    }
    g_thread_pool_free(pool, FALSE, TRUE);
}

void samsok_digest_free(SamsokDigest *digest)
{
    if (digest == NULL) {
        return;
    }
    g_free(digest->sha256);
    g_clear_error(&digest->error);
    g_free(digest);
}
