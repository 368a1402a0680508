/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain: codes graded by what the caller can do about them.
 *
 * Every function of this project that can fail takes a GError ** as its last parameter and sets an
 * error of SAMSOK_ERROR. The message names the object and the cause in one line without a final
 * full stop, file names and user text in single quotes:
 *
 *     'report.pdf': page 7: stream ends early
 *
 * The list below is the only place where a code is named. The enum, the names printed in run
 * reports ("format") and the exit codes of the programs (sysexits.h) all come from it.
 *
 *   IO, LIMIT, TIMEOUT            try again, or give the run up
 *   FORMAT, ENCRYPTED, UNSUPPORTED  skip this file, go on with the next
 *   PLUGIN                        stop using this plugin
 *   MISSING                       the named index or input does not exist
 *   CREATE                        an output cannot be created
 *   LOCKED                        another process writes the index: try again later
 *   STALE                         the index changed underneath a reader: open it again
 *   CORRUPT                       the index is damaged, or newer than this program
 *   QUERY                         a query file or vocabulary is not what it should be
 *   ARGUMENT                      the caller, or the command line, is wrong
 *   CONFIG                        the configuration is wrong
 *   CANCELLED                     the user or a signal asked for the end
 *   INTERNAL                      our fault
 */
#ifndef SAMSOK_BASE_ERROR_H
#define SAMSOK_BASE_ERROR_H

#include <glib.h>

G_BEGIN_DECLS

/* X(CODE, name in reports, exit status of a program that ends because of it) */
#define SAMSOK_ERROR_LIST(X) \
    X(IO, "io", 74) \
    X(LIMIT, "limit", 74) \
    X(TIMEOUT, "timeout", 75) \
    X(FORMAT, "format", 65) \
    X(ENCRYPTED, "encrypted", 65) \
    X(UNSUPPORTED, "unsupported", 65) \
    X(PLUGIN, "plugin", 70) \
    X(MISSING, "missing", 66) \
    X(CREATE, "create", 73) \
    X(LOCKED, "locked", 75) \
    X(STALE, "stale", 75) \
    X(CORRUPT, "corrupt", 74) \
    X(QUERY, "query", 65) \
    X(ARGUMENT, "argument", 64) \
    X(CONFIG, "config", 78) \
    X(CANCELLED, "cancelled", 75) \
    X(INTERNAL, "internal", 70)

typedef enum {
#define X(code, name, status) SAMSOK_ERROR_##code,
    SAMSOK_ERROR_LIST(X)
#undef X
} SamsokErrorCode;

#define SAMSOK_ERROR (samsok_error_quark())
GQuark samsok_error_quark(void);

/* The name of `code` as run reports print it: "format". "internal" for a value that is no code. */
const char *samsok_error_name(int code);

/* The exit status (sysexits.h) for `error`: 70 for an error of another domain, 0 for NULL. */
int samsok_error_exit_status(const GError *error);

G_END_DECLS

#endif
