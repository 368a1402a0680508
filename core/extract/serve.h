/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker's side of the conversation: greets, then answers request after request. */
#ifndef SAMSOK_EXTRACT_SERVE_H
#define SAMSOK_EXTRACT_SERVE_H

#include "core/extract/plugin.h"

#include <glib.h>

G_BEGIN_DECLS

/* Says READY on the socket `fd` and works with `plugin` until the parent hangs up or says something
 * that is no request. Owner: closes `fd`. */
void samsok_serve(int fd, const SamsokPlugin *plugin);

/* Says REFUSED with `reason`. Owner: closes `fd`. */
void samsok_serve_refusal(int fd, const char *reason);

G_END_DECLS

#endif
