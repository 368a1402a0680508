/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes a file the same file: its SHA-256; size, time and inode only save reading it.
 *
 * Two stamps that agree are taken as the same content. The device is kept for
 * the record and not compared: the same disk may get another number at the next mount.
 */
#ifndef SAMSOK_INDEX_IDENTITY_H
#define SAMSOK_INDEX_IDENTITY_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

G_BEGIN_DECLS

typedef struct {
    uint64_t size_bytes;
    int64_t mtime_ns;
    uint64_t inode;
    uint64_t device;
} SamsokStamp;

SamsokStamp samsok_stamp_of(const struct stat *info);
bool samsok_stamp_equal(const SamsokStamp *a, const SamsokStamp *b);

/* Opens the regular file at `path` for reading. Never waits: a named pipe that took the file's place
 * is refused, not opened for good. `out_stamp` (may be NULL) is that of the opened file.
 * Owner: the caller closes the descriptor; -1 on error. Errors: IO, LIMIT (the file is larger than
 * SAMSOK_MAX_FILE_BYTES). */
int samsok_identity_open(const char *path, SamsokStamp *out_stamp, GError **error);

/* The SHA-256 of what is behind `fd`, in hex, from its offset to the end. `name` is for messages.
 * Owner: the caller frees; NULL on error. Errors: IO. */
char *samsok_identity_sha256(int fd, const char *name, GError **error);

/* A file whose SHA-256 is wanted, and the answer. */
typedef struct {
    const char *path; /* lent by the caller */
    SamsokStamp stamp; /* of the file that was read */
    char *sha256;     /* NULL when `error` is set */
    GError *error;
} SamsokDigest;

/* Fills in sha256, or error, of each of `digests` (of SamsokDigest *), in `jobs` threads. Ends early
 * when *cancelled (may be NULL) becomes non-zero: then some have neither. */
void samsok_identity_digest_all(GPtrArray *digests, guint jobs, const int *cancelled);
void samsok_digest_free(SamsokDigest *digest);

G_END_DECLS

#endif
