/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking: the best documents for a query tree. */
#include "config.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "index/xapian/guard.hh"
#include "index/xapian/handles.hh"

/* Only built-in weights work over the remote protocol. With b 0 length counts for nothing, and the
 * smallest normalised length, Xapian's own default here, neither. */
static const double min_normlen = 0.5;

/* Weights that differ by less are the same sum, added up in another order. */
static const double weight_grain = 1.0 / (1 << 24);

struct Found {
    SamsokMatch match;
    std::string tie;
};

static bool stands_before(const Found &first, const Found &second)
{
    return first.match.weight != second.match.weight ? first.match.weight > second.match.weight
                                                     : first.tie < second.tie;
}

static std::vector<Found> settled(const Xapian::MSet &set)
{
    std::vector<Found> all;
    all.reserve(set.size());
    for (Xapian::MSetIterator i = set.begin(); i != set.end(); ++i) {
        double weight = std::round(i.get_weight() / weight_grain) * weight_grain;
        all.push_back(Found{{*i, weight}, i.get_sort_key()});
    }
    std::stable_sort(all.begin(), all.end(), stands_before);
    return all;
}

static GArray *matches_of(const Xapian::MSet &set, bool settles_ties)
{
    GArray *matches = g_array_sized_new(FALSE, FALSE, sizeof(SamsokMatch), set.size());
    if (settles_ties) {
        for (const Found &found : settled(set)) {
            g_array_append_val(matches, found.match);
        }
        return matches;
    }
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
    if (options.tie_slot != 0) {
        enquire.set_sort_by_relevance_then_value(options.tie_slot, false);
    }
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
        *out_matches = matches_of(set, options->settles_ties);
        return TRUE;
    });
}
