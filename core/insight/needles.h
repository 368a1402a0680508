/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of short strings of which a text is asked whether it holds any.
 *
 * It is asked of every block and sentence before slow patterns are tried, so a text is gone through once
 * for a whole set: three bytes in a row tell by three tables which of the strings may begin there, and at
 * most places none does.
 *
 * Threads: a set never changes; any may ask.
 */
#ifndef SAMSOK_INSIGHT_NEEDLES_H
#define SAMSOK_INSIGHT_NEEDLES_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _SamsokNeedles SamsokNeedles;

/* `needles`: NULL-terminated, none empty, in small letters; the strings must outlive the set. Owner: the
 * caller frees. */
SamsokNeedles *samsok_needles_new(const char *const *needles);
/* Accepts NULL. */
void samsok_needles_free(SamsokNeedles *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokNeedles, samsok_needles_free)

/* True when one of the set stands in the first `len` bytes of `text`, in small letters or capitals of ASCII
 * and Latin-1. */
bool samsok_needles_any(const SamsokNeedles *set, const char *text, gsize len);

G_END_DECLS

#endif
