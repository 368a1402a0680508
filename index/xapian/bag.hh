/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bags of words: the shape of nearly every question, and how its best documents are found without Xapian's
 * matcher.
 *
 * A bag is an OR of words, each the best of a few terms times their factors, less the documents that hold some
 * unwanted term. BM25 with b = 0 needs no document lengths, so that a posting's weight is looked up by its wdf,
 * and a sum costs an addition a posting where the matcher costs a row of virtual calls: less than half of the
 * time on an index of 324,000 passages. The weights are Xapian's own (Xapian::BM25Weight), added up in another
 * order, which rounding levels out; a query of any other shape, and every stub of several and every remote
 * database, is left to the matcher.
 *
 * The documents are walked window by window. Once enough matches were counted, the words whose sum cannot
 * reach the least weight that is still wanted are only looked up for documents that others found (MaxScore;
 * Turtle and Flood, «Query evaluation: strategies and optimizations», 1995).
 */
#ifndef SAMSOK_INDEX_XAPIAN_BAG_H
#define SAMSOK_INDEX_XAPIAN_BAG_H

#include <string>
#include <vector>

#include <xapian.h>

#include "index/xapian/index.h"

struct SamsokBagTerm {
    double factor;
    std::string term;
};

using SamsokBagWord = std::vector<SamsokBagTerm>;

struct SamsokBag {
    bool is_one = false; /* false: a query of another shape, and nothing else is set */
    std::vector<SamsokBagWord> words = {};
    std::vector<std::string> unwanted = {};
};

SamsokBag samsok_bag_of_term(const std::string &term);
/* The children under `op`; no bag where that is none. */
SamsokBag samsok_bag_combined(SamsokOp op, const std::vector<SamsokBag> &children);
SamsokBag samsok_bag_scaled(const SamsokBag &bag, double factor);

struct SamsokBagMatches {
    std::vector<SamsokMatch> best; /* in order of document numbers, the weights rounded */
    Xapian::doccount total;
    bool is_exact; /* false: the total is an estimate */
};

/* The options.least (> 0) best of a bag that is one, and all that equal the last of them. `round` makes equal the
 * sums that differ by the order of adding. The total is exact where no more than options.check_at_least documents
 * hold a word. Throws what Xapian throws. */
SamsokBagMatches samsok_bag_best(SamsokDatabase &reader, const SamsokBag &bag,
                                 const SamsokSearchOptions &options, double (*round)(double));

#endif
