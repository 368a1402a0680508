/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Descriptions of plugins from earlier runs, so that a start loads none of them.
 *
 * A file in the user's cache folder; it may vanish or be damaged at any time, which costs a worker's
 * start for each plugin and nothing else.
 */
#ifndef SAMSOK_EXTRACT_PLUGIN_CACHE_H
#define SAMSOK_EXTRACT_PLUGIN_CACHE_H

#include "core/extract/description.h"

#include <glib.h>
#include <stdbool.h>
#include <sys/stat.h>

G_BEGIN_DECLS

typedef struct _SamsokPluginCache SamsokPluginCache;

/* `worker`: the worker that describes; another worker, or another version of it, has other entries. */
SamsokPluginCache *samsok_plugin_cache_load(const char *worker);
void samsok_plugin_cache_free(SamsokPluginCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPluginCache, samsok_plugin_cache_free)

/* True and `out`, `out_build` filled when the file at `path`, now as `info` says, was described
 * before. Owner: the caller clears `out` and frees `out_build`. */
bool samsok_plugin_cache_find(const SamsokPluginCache *cache, const char *path,
                              const struct stat *info, SamsokDescription *out, char **out_build);

void samsok_plugin_cache_add(SamsokPluginCache *cache, const char *path, const struct stat *info,
                             const SamsokDescription *description, const char *build);

/* Writes the file if anything was added; failures are passed over. */
void samsok_plugin_cache_save(SamsokPluginCache *cache);

G_END_DECLS

#endif
