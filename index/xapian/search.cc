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

/* Matches asked for beyond those wanted, so that equals at the end are seen whole. */
static const Xapian::doccount beyond_end = 200;

struct Found {
    SamsokMatch match;
    std::string tie;
};

static bool stands_before(const Found &first, const Found &second)
{
    return first.match.weight != second.match.weight ? first.match.weight > second.match.weight
                                                     : first.tie < second.tie;
}

static double rounded(double weight)
{
    return std::round(weight / weight_grain) * weight_grain;
}

static std::vector<Found> found_in(const Xapian::MSet &set, bool rounds)
{
    std::vector<Found> all;
    all.reserve(set.size());
    for (Xapian::MSetIterator i = set.begin(); i != set.end(); ++i) {
        double weight = i.get_weight();
        all.push_back(Found{{*i, rounds ? rounded(weight) : weight}, i.get_sort_key()});
    }
    return all;
}

static GArray *matches_of(const std::vector<Found> &all)
{
    GArray *matches = g_array_sized_new(FALSE, FALSE, sizeof(SamsokMatch), all.size());
    for (const Found &found : all) {
        g_array_append_val(matches, found.match);
    }
    return matches;
}

static bool is_equal(const std::vector<Found> &all, size_t first, size_t second)
{
    return second < all.size() && all[first].match.weight == all[second].match.weight;
}

/* Fills in what equals are ordered by, in order of document numbers, as it is stored. */
static void read_ties(const Xapian::Database &database, Xapian::valueno slot, std::vector<Found> &all)
{
    std::vector<Found *> equals;
    for (size_t i = 0; i < all.size(); i++) {
        if (is_equal(all, i, i + 1) || (i > 0 && is_equal(all, i - 1, i))) {
            equals.push_back(&all[i]);
        }
    }
    std::sort(equals.begin(), equals.end(), [](const Found *first, const Found *second) {
        return first->match.docid < second->match.docid;
    });
    Xapian::ValueIterator end = database.valuestream_end(slot);
    Xapian::ValueIterator i = database.valuestream_begin(slot);
    for (Found *found : equals) {
        i.skip_to(found->match.docid);
        if (i == end) {
            break;
        }
        found->tie = i.get_docid() == found->match.docid ? *i : std::string();
    }
}

/* The first `least` and their equals, of a list that holds more than is looked for; none of them where the
 * end of the list may lack equals. */
static size_t settled_len(const std::vector<Found> &all, size_t least)
{
    size_t len = least;
    while (is_equal(all, len - 1, len)) {
        len++;
    }
    return len < all.size() ? len : 0;
}

/* The best matches by weight alone, then ordered among equals: the slot is read for these few and not for
 * each document on the way. Nothing where that cannot be told. */
static std::vector<Found> ask_by_weight(const Xapian::Database &database, Xapian::Enquire &enquire,
                                        const SamsokSearchOptions &options, Xapian::doccount check,
                                        Xapian::MSet &out_set)
{
    Xapian::doccount count = options.least + beyond_end;
    out_set = enquire.get_mset(0, count, check);
    std::vector<Found> all = found_in(out_set, true);
    if (all.size() == count) {
        all.resize(settled_len(all, options.least));
    }
    read_ties(database, options.tie_slot, all);
    return all;
}

static std::vector<Found> asked(const SamsokDatabase &reader, const Xapian::Query &query,
                                const SamsokSearchOptions &options, Xapian::MSet &out_set)
{
    Xapian::Enquire enquire(reader.database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(options.k1, 0, 1, options.b, min_normlen));
    Xapian::doccount all = reader.database.get_doccount();
    Xapian::doccount check = options.check_at_least < all ? options.check_at_least : all;
    std::vector<Found> found;
    bool settles_few = options.settles_ties && options.least > 0 && reader.is_one_local;
    if (settles_few) {
        found = ask_by_weight(reader.database, enquire, options, check, out_set);
    }
    if (found.empty()) {
        if (options.tie_slot != 0) {
            enquire.set_sort_by_relevance_then_value(options.tie_slot, false);
        }
        out_set = enquire.get_mset(options.offset, options.count, check);
        found = found_in(out_set, options.settles_ties);
    }
    if (options.settles_ties) {
        std::stable_sort(found.begin(), found.end(), stands_before);
    }
    return found;
}

gboolean samsok_database_search(SamsokDatabase *reader, const SamsokNode *node,
                              const SamsokSearchOptions *options, GArray **out_matches,
                              uint32_t *out_total, bool *out_exact, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        Xapian::Query query = node == nullptr ? Xapian::Query() : node->query;
        Xapian::MSet set;
        std::vector<Found> all = asked(*reader, query, *options, set);
        if (out_total != nullptr) {
            *out_total = set.get_matches_estimated();
        }
        if (out_exact != nullptr) {
            *out_exact = set.get_matches_lower_bound() == set.get_matches_upper_bound();
        }
        *out_matches = matches_of(all);
        return TRUE;
    });
}
