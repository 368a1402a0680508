/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has a samsok-worker say what a shared object is, so that it is never loaded into this process. */
#ifndef SAMSOK_EXTRACT_DESCRIBE_H
#define SAMSOK_EXTRACT_DESCRIBE_H

#include "core/extract/description.h"

#include <glib.h>

G_BEGIN_DECLS

/* Runs `worker` --describe `path`. A plugin that crashes or hangs there is described as refused.
 * Errors: MISSING, PLUGIN (the worker cannot be run), IO (no pipe to be had). */
gboolean samsok_describe(const char *worker, const char *path, SamsokDescription *out,
                         GError **error);

G_END_DECLS

#endif
