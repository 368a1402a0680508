/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several databases into one that is as small as it gets. */
#include "config.h"

#include "core/base/error.h"
#include "index/xapian/guard.hh"
#include "index/xapian/handles.hh"

gboolean samsok_compact(const char *const *paths, const char *destination, GError **error)
{
    return samsok_guard(destination, error, [&]() -> gboolean {
        if (g_file_test(destination, G_FILE_TEST_EXISTS)) {
            g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CREATE, "'%s': exists already",
                        destination);
            return FALSE;
        }
        Xapian::Database sources;
        for (const char *const *path = paths; *path != nullptr; path++) {
            sources.add_database(Xapian::Database(*path));
        }
        sources.compact(destination);
        return TRUE;
    });
}
