/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document while it is put together: terms, filters, stored bytes. */
#include "config.h"

#include <cstring>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/xapian/guard.hh"
#include "index/xapian/handles.hh"

static bool is_term(const char *term, GError **error)
{
    size_t len = strlen(term);
    if (len > 0 && len <= SAMSOK_MAX_TERM_BYTES) {
        return true;
    }
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_ARGUMENT, "a term has 1 to %zu bytes, not %zu",
                SAMSOK_MAX_TERM_BYTES, len);
    return false;
}

SamsokEntry *samsok_entry_new(void)
{
    return samsok_guard("entry", nullptr, [] { return new SamsokEntry(); });
}

void samsok_entry_free(SamsokEntry *entry)
{
    delete entry;
}

gboolean samsok_entry_add_term(SamsokEntry *entry, const char *term, guint count, GError **error)
{
    return samsok_guard("entry", error, [&]() -> gboolean {
        if (!is_term(term, error)) {
            return FALSE;
        }
        entry->document.add_term(term, count);
        return TRUE;
    });
}

gboolean samsok_entry_add_boolean(SamsokEntry *entry, const char *term, GError **error)
{
    return samsok_guard("entry", error, [&]() -> gboolean {
        if (!is_term(term, error)) {
            return FALSE;
        }
        entry->document.add_boolean_term(term);
        return TRUE;
    });
}

gboolean samsok_entry_set_data(SamsokEntry *entry, const void *bytes, size_t len, GError **error)
{
    return samsok_guard("entry", error, [&]() -> gboolean {
        entry->data.assign(static_cast<const char *>(bytes), len);
        return TRUE;
    });
}

gboolean samsok_entry_set_slot(SamsokEntry *entry, uint32_t slot, const void *bytes, size_t len,
                               GError **error)
{
    return samsok_guard("entry", error, [&]() -> gboolean {
        entry->document.add_value(slot, std::string(static_cast<const char *>(bytes), len));
        return TRUE;
    });
}
