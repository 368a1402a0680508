/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where an exception becomes a GError.
 *
 * Every function of index.h is one call of samsok_guard around a body that may throw. A body that
 * throws gives the value-initialised result: FALSE, NULL.
 */
#ifndef SAMSOK_INDEX_XAPIAN_GUARD_H
#define SAMSOK_INDEX_XAPIAN_GUARD_H

#include <glib.h>

/* Sets `error` from the exception in flight; call it inside a catch block only. `object` names what
 * was worked on: a path, or what the message should begin with. */
void samsok_guard_translate(const char *object, GError **error) noexcept;

template <typename Body>
auto samsok_guard(const char *object, GError **error, Body body) noexcept -> decltype(body())
{
    try {
        return body();
    } catch (...) {
        samsok_guard_translate(object, error);
        return decltype(body())();
    }
}

#endif
