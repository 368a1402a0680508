/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a worker does for the plugin while it reads one file: the SamsokHost of plugin.h. */
#ifndef SAMSOK_EXTRACT_SERVICES_H
#define SAMSOK_EXTRACT_SERVICES_H

#include "core/extract/plugin.h"

#include <glib.h>

G_BEGIN_DECLS

/* One file with all that is lent to the plugin for it. */
typedef struct _SamsokServices SamsokServices;

typedef struct {
    int fd;                 /* stays the caller's */
    uint64_t size_bytes;
    const char *media_type; /* lent until the free */
    SamsokLimits limits;
    void (*alive)(void *alive_data); /* called when the plugin says that it is alive */
    void *alive_data;
} SamsokServicesOptions;

SamsokServices *samsok_services_new(const SamsokServicesOptions *options);
/* Frees everything lent to the plugin: only after its close. */
void samsok_services_free(SamsokServices *services);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokServices, samsok_services_free)

/* To be handed to open. Lent until the free. */
const SamsokInput *samsok_services_input(const SamsokServices *services);

/* The last reason the plugin gave for a failure; "" if none. */
const char *samsok_services_reason(const SamsokServices *services);

G_END_DECLS

#endif
