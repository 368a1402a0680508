/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hash of short texts that the tables of words share: FNV-1a, 32 bits (RFC 9923 calls it so). A file of
 * head words holds its values (core/language/head_table.h), so that another function is another format. */
#ifndef SAMSOK_BASE_HASH_H
#define SAMSOK_BASE_HASH_H

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

static inline guint32 samsok_hash_bytes(const char *bytes, size_t len)
{
    guint32 hash = 2166136261u;
    for (size_t i = 0; i < len; i++) {
        hash = (hash ^ (guchar)bytes[i]) * 16777619u;
    }
    return hash;
}

G_END_DECLS

#endif
