/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a content is not read: it failed, or nobody reads its kind.
 *
 * A verdict is kept in the index under the build that gave it and the SHA-256 of the content, with what the
 * file's name promises (core/extract/detect.h): the same bytes are a failure as "a.pdf", of no concern as
 * "a.jpg" and perhaps a report as "a.txt" (SAMSOK_KEY_QUARANTINE, SAMSOK_KEY_UNREAD). A file is tried again
 * when one of these changes, not when it moves. Where no plugin was chosen, the build is that of all plugins together
 * (samsok_verdict_all_builds): any other plugin might do better.
 */
#ifndef SAMSOK_INDEX_VERDICT_H
#define SAMSOK_INDEX_VERDICT_H

#include "core/extract/registry.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    bool is_unread; /* of a kind nobody reads; else it failed */
    char *build;
    char *content;  /* samsok_verdict_content */
    char *code;     /* samsok_error_name */
    char *path;     /* of the file that had this content; any bytes */
    char *reason;   /* clean text */
} SamsokVerdict;

SamsokVerdict *samsok_verdict_new(bool is_unread, const char *build, const char *content,
                                  const char *code, const char *path, const char *reason);
void samsok_verdict_free(SamsokVerdict *verdict);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokVerdict, samsok_verdict_free)

/* What a verdict is about: the SHA-256, and the media type that the name of the file at `path` promises.
 * Owner: the caller frees. */
char *samsok_verdict_content(const char *sha256, const char *path);
/* A reason without the quoted name of the file that it begins with. Lent. */
const char *samsok_verdict_cause(const char *reason);
/* The reason as it reads for the file at `path`, which has the same content: it names that one.
 * Owner: the caller frees. */
char *samsok_verdict_reason_for(const SamsokVerdict *verdict, const char *path);

/* As stored in the index. Owner: the caller frees. */
char *samsok_verdict_key(const SamsokVerdict *verdict);
char *samsok_verdict_value(const SamsokVerdict *verdict);
/* Back from there; NULL when key and value are none of ours. Owner: the caller. */
SamsokVerdict *samsok_verdict_parse(const char *key, const char *value);

/* One name for all plugins in use, whatever their order. Owner: the caller frees. */
char *samsok_verdict_all_builds(const SamsokRegistry *registry);

G_END_DECLS

#endif
