/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several databases into one that is as small as it gets. */
#include "config.h"

#include "core/base/error.h"
#include "index/xapian/guard.hh"
#include "index/xapian/handles.hh"
#include "index/xapian/word_set.hh"

/* What glass puts before the keys of user metadata; Xapian 1.4 hands it on. */
static const std::string glass_prefix("\0\xc0", 2);

/* Joins what several databases have under one key where it is a set. */
class Joining : public Xapian::Compactor {
  public:
    explicit Joining(const char *prefix) : joined(prefix)
    {
    }

    std::string resolve_duplicate_metadata(const std::string &key, size_t count,
                                           const std::string values[]) override
    {
        bool is_raw = key.compare(0, glass_prefix.size(), glass_prefix) == 0;
        if (key.compare(is_raw ? glass_prefix.size() : 0, joined.size(), joined) != 0) {
            return values[0];
        }
        SamsokWordSet words;
        for (size_t i = 0; i < count; i++) {
            samsok_word_set_add(words, values[i]);
        }
        return samsok_word_set_value(words);
    }

  private:
    std::string joined;
};

/* Twice Xapian's own: a question reads 160 blocks where it read 215, and the index has the same size. Of larger
 * ones a question copies more than it saves in calls. */
enum { BLOCK_BYTES = 1 << 14 };

gboolean samsok_compact(const char *const *paths, const char *destination, const char *joined,
                        GError **error)
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
        Joining joining(joined);
        sources.compact(destination, 0, BLOCK_BYTES, joining);
        return TRUE;
    });
}
