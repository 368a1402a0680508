/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The format plugins that were found, and those that were refused with the reason.
 *
 * Folders are searched in this order, and of two plugins with the same name the first one wins:
 * the folders of SamsokRegistryOptions.dirs (--plugin-dir), those of $SAMSOK_PLUGIN_PATH
 * (colon-separated), the user's data folder ($XDG_DATA_HOME/samsok/plugins-1), the installed folder.
 * In each, every file ending in ".so" is a candidate ($SAMSOK_PLUGIN_PATH of a build tree may also
 * name a folder with libtool's ".libs" in it).
 *
 * A candidate is never loaded into this process: `samsok-worker --describe FILE` loads it and says
 * what it is. Descriptions are cached ($XDG_CACHE_HOME/samsok/plugins-1.ini) under the file's path,
 * size, mtime and inode; a cache that cannot be read or written costs time and nothing else.
 */
#ifndef SAMSOK_EXTRACT_REGISTRY_H
#define SAMSOK_EXTRACT_REGISTRY_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/* One candidate. All strings are clean text, never NULL. */
typedef struct {
    const char *path;        /* of the shared object */
    const char *name;        /* "pdf"; "" when refused before its name was known */
    const char *version;
    const char *licence;
    const char *build;       /* hex SHA-256 of the shared object: which build this is */
    const char *const *media_types; /* NULL-terminated */
    guint abi_major;
    guint abi_minor;
    guint trust;             /* SamsokTrust; 0 when refused */
    bool has_probe;
    const char *refusal;     /* why it is not used; "" for a plugin in use */
} SamsokPluginInfo;

typedef struct {
    const char *const *dirs; /* NULL or NULL-terminated: searched first */
    const char *worker;      /* path of samsok-worker; NULL: $SAMSOK_WORKER, else the installed one */
    bool block_untrusted;    /* refuse plugins whose trust is SAMSOK_TRUST_FOREIGN */
} SamsokRegistryOptions;

typedef struct _SamsokRegistry SamsokRegistry;

/* Finds and describes all plugins. Owner: the caller. Immutable afterwards; may be shared by threads.
 * Errors: MISSING or PLUGIN when no samsok-worker can be run. A folder that does not exist and a
 * plugin that is refused are no errors. */
SamsokRegistry *samsok_registry_load(const SamsokRegistryOptions *options, GError **error);
void samsok_registry_free(SamsokRegistry *registry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokRegistry, samsok_registry_free)

/* Every candidate in order of search, refused ones too. Lent with the registry. */
guint samsok_registry_len(const SamsokRegistry *registry);
const SamsokPluginInfo *samsok_registry_at(const SamsokRegistry *registry, guint index);

/* The path of the samsok-worker in use. */
const char *samsok_registry_worker(const SamsokRegistry *registry);

G_END_DECLS

#endif
