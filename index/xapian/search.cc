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
    uint64_t tie;
};

struct Answer {
    std::vector<Found> found;
    Xapian::doccount total;
    bool is_exact;
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
        all.push_back(Found{{*i, rounds ? rounded(weight) : weight}, samsok_order_of(i.get_sort_key())});
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

/* The first of those that must be put in order: those that equal the last of the `least`, where some are behind. */
static size_t first_to_settle(const std::vector<Found> &all, const SamsokSearchOptions &options)
{
    size_t start = options.leaves_least ? std::min<size_t>(options.least, all.size()) : 0;
    while (start > 0 && is_equal(all, start - 1, start)) {
        start--;
    }
    return start;
}

/* Fills in what equals are ordered by, in order of document numbers, as it is stored. */
static void read_ties(SamsokDatabase &reader, const SamsokSearchOptions &options,
                      std::vector<Found> &all)
{
    std::vector<Found *> equals;
    size_t begin = first_to_settle(all, options);
    for (size_t i = begin; i < all.size(); i++) {
        if (is_equal(all, i, i + 1) || (i > begin && is_equal(all, i - 1, i))) {
            equals.push_back(&all[i]);
        }
    }
    std::sort(equals.begin(), equals.end(), [](const Found *first, const Found *second) {
        return first->match.docid < second->match.docid;
    });
    std::vector<Xapian::docid> docids;
    for (const Found *found : equals) {
        docids.push_back(found->match.docid);
    }
    std::vector<uint64_t> orders = reader.orders.read(reader.database, options.tie_slot, docids);
    for (size_t i = 0; i < equals.size(); i++) {
        equals[i]->tie = orders[i];
    }
}

/* Only the best few are wanted, in an order that does not hang on how weights were added up. */
static bool settles_few(const SamsokDatabase &reader, const SamsokSearchOptions &options)
{
    return options.settles_ties && options.least > 0 && options.offset == 0 && reader.is_one_local;
}

/* The best of a bag, read for `least` alone: what else equals the last of them is there to be ordered. */
static Answer ask_for_bag(SamsokDatabase &reader, const SamsokBag &bag, const SamsokSearchOptions &options)
{
    SamsokBagMatches matches = samsok_bag_best(reader, bag, options, rounded);
    Answer answer = {{}, matches.total, matches.is_exact};
    for (const SamsokMatch &match : matches.best) {
        answer.found.push_back(Found{match, 0});
    }
    std::stable_sort(answer.found.begin(), answer.found.end(), stands_before);
    read_ties(reader, options, answer.found);
    std::stable_sort(answer.found.begin(), answer.found.end(), stands_before);
    answer.found.resize(std::min<size_t>(answer.found.size(), options.count));
    return answer;
}

/* Keeps the first `least` and their equals; nothing where equals may be missing behind a list that is no longer
 * than was asked for. */
static void keep_least(std::vector<Found> &all, size_t least, bool is_whole)
{
    size_t len = std::min(least, all.size());
    while (is_equal(all, len - 1, len)) {
        len++;
    }
    all.resize(len < all.size() || is_whole ? len : 0);
}

/* The best matches by weight alone, then ordered among equals: the slot is read for these few and not for
 * each document on the way. Nothing where that cannot be told. */
static std::vector<Found> ask_by_weight(SamsokDatabase &reader, Xapian::Enquire &enquire,
                                        const SamsokSearchOptions &options, Xapian::doccount check,
                                        Xapian::MSet &out_set)
{
    Xapian::doccount count = options.least + beyond_end;
    out_set = enquire.get_mset(0, count, check);
    std::vector<Found> all = found_in(out_set, true);
    keep_least(all, options.least, all.size() < count);
    read_ties(reader, options, all);
    return all;
}

static Answer ask_matcher(SamsokDatabase &reader, const Xapian::Query &query,
                          const SamsokSearchOptions &options)
{
    Xapian::Enquire enquire(reader.database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BM25Weight(options.k1, 0, 1, options.b, min_normlen));
    Xapian::doccount all = reader.database.get_doccount();
    Xapian::doccount check = std::min<Xapian::doccount>(options.check_at_least, all);
    Xapian::MSet set;
    Answer answer = {};
    if (settles_few(reader, options)) {
        answer.found = ask_by_weight(reader, enquire, options, check, set);
    }
    if (answer.found.empty()) {
        if (options.tie_slot != 0) {
            enquire.set_sort_by_relevance_then_value(options.tie_slot, false);
        }
        set = enquire.get_mset(options.offset, options.count, check);
        answer.found = found_in(set, options.settles_ties);
    }
    if (options.settles_ties) {
        std::stable_sort(answer.found.begin(), answer.found.end(), stands_before);
    }
    answer.total = set.get_matches_estimated();
    answer.is_exact = set.get_matches_lower_bound() == set.get_matches_upper_bound();
    return answer;
}


gboolean samsok_database_search(SamsokDatabase *reader, const SamsokNode *node,
                              const SamsokSearchOptions *options, GArray **out_matches,
                              uint32_t *out_total, bool *out_exact, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        const SamsokNode nothing = {};
        const SamsokNode &asked = node == nullptr ? nothing : *node;
        bool is_for_bag = asked.bag.is_one && settles_few(*reader, *options) && options->b == 0;
        Answer answer = is_for_bag
                            ? ask_for_bag(*reader, asked.bag, *options)
                            : ask_matcher(*reader, asked.query, *options);
        if (out_total != nullptr) {
            *out_total = answer.total;
        }
        if (out_exact != nullptr) {
            *out_exact = answer.is_exact;
        }
        *out_matches = matches_of(answer.found);
        return TRUE;
    });
}
