/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking: the best documents for a query tree. */
#include "config.h"

#include "index/xapian/guard.hh"
#include "index/xapian/handles.hh"

/* Only built-in weights work over the remote protocol. With b 0 length counts for nothing, and the
 * smallest normalised length, Xapian's own default here, neither. */
static const double min_normlen = 0.5;

static GArray *matches_of(const Xapian::MSet &set)
{
    GArray *matches = g_array_sized_new(FALSE, FALSE, sizeof(SamsokMatch), set.size());
    for (Xapian::MSetIterator i = set.begin(); i != set.end(); ++i) {
        SamsokMatch match = {*i, i.get_weight()};
        g_array_append_val(matches, match);
    }
    return matches;
}

static Xapian::MSet asked(const Xapian::Database &database, const Xapian::Query &query,
                          const SamsokSearchOptions &options)
{
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(options.k1, 0, 1, options.b, min_normlen));
    Xapian::doccount all = database.get_doccount();
    Xapian::doccount check = options.check_at_least < all ? options.check_at_least : all;
    return enquire.get_mset(options.offset, options.count, check);
}

gboolean samsok_database_search(SamsokDatabase *reader, const SamsokNode *node,
                              const SamsokSearchOptions *options, GArray **out_matches,
                              uint32_t *out_total, bool *out_exact, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        Xapian::Query query = node == nullptr ? Xapian::Query() : node->query;
        Xapian::MSet set = asked(reader->database, query, *options);
        if (out_total != nullptr) {
            *out_total = set.get_matches_estimated();
        }
        if (out_exact != nullptr) {
            *out_exact = set.get_matches_lower_bound() == set.get_matches_upper_bound();
        }
        *out_matches = matches_of(set);
        return TRUE;
    });
}
