/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loads a plugin into this process and checks that it is one.
 *
 * Called by samsok-worker only: loading runs foreign code.
 */
#ifndef SAMSOK_EXTRACT_LOAD_H
#define SAMSOK_EXTRACT_LOAD_H

#include "core/extract/plugin.h"

#include <glib.h>

G_BEGIN_DECLS

/* Loads the shared object at `path`, for the rest of the process's life. `out` gets a copy of its
 * entry in which fields that the plugin's ABI does not have yet are zero.
 * Errors: PLUGIN (cannot be loaded, exports no entry, wrong magic number, another major ABI, an entry
 * too short, a function or name missing); the message is a clause without the path. */
gboolean samsok_plugin_load(const char *path, SamsokPlugin *out, GError **error);

/* Checks an entry as samsok_plugin_load does. `entry` must have as many bytes as it says. */
gboolean samsok_plugin_check(const SamsokPlugin *entry, SamsokPlugin *out, GError **error);

G_END_DECLS

#endif
