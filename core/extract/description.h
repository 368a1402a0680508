/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `samsok-worker --describe` prints: a plugin's entry, or why it was refused.
 *
 * The worker writes it as a group of a key file, the registry reads it from there and keeps it in its
 * cache in the same shape. It is a plugin's own word, so it is checked when it is read.
 */
#ifndef SAMSOK_EXTRACT_DESCRIPTION_H
#define SAMSOK_EXTRACT_DESCRIPTION_H

#include "core/extract/plugin.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* The group `samsok-worker --describe` prints. */
#define SAMSOK_DESCRIPTION_GROUP "plugin"

/* Every string is clean text and never NULL once filled. */
typedef struct {
    char *name;
    char *version;
    char *licence;
    GStrv media_types;
    guint abi_major;
    guint abi_minor;
    guint trust;
    bool has_probe;
    char *refusal; /* "" if it was not refused; else the fields above may be empty */
} SamsokDescription;

void samsok_description_clear(SamsokDescription *description);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SamsokDescription, samsok_description_clear)

/* Owner of what is filled in: the caller clears it. A plugin whose name or media types are not fit
 * to be shown is described as refused. */
void samsok_description_init(SamsokDescription *out, const SamsokPlugin *plugin);
void samsok_description_init_refused(SamsokDescription *out, const char *reason);

void samsok_description_save(const SamsokDescription *description, GKeyFile *file,
                             const char *group);

/* Errors: PLUGIN (a key is missing or not what it should be). */
gboolean samsok_description_load(GKeyFile *file, const char *group, SamsokDescription *out,
                                 GError **error);

G_END_DECLS

#endif
