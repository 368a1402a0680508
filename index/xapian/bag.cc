/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shape of a query, told while it is put together. */
#include "config.h"

#include "index/xapian/bag.hh"

static const SamsokBag no_bag = {};

SamsokBag samsok_bag_of_term(const std::string &term)
{
    return SamsokBag{true, {{{1, term}}}, {}};
}

static bool are_all_plain(const std::vector<SamsokBag> &children)
{
    for (const SamsokBag &child : children) {
        if (!child.is_one || !child.unwanted.empty()) {
            return false;
        }
    }
    return true;
}

static SamsokBag either(const std::vector<SamsokBag> &children)
{
    SamsokBag bag = {true, {}, {}};
    for (const SamsokBag &child : children) {
        bag.words.insert(bag.words.end(), child.words.begin(), child.words.end());
    }
    return bag;
}

/* The terms of single ones as one word. */
static SamsokBag best_of(const std::vector<SamsokBag> &children)
{
    SamsokBagWord word;
    for (const SamsokBag &child : children) {
        if (child.words.size() != 1 || child.words[0].size() != 1) {
            return no_bag;
        }
        word.push_back(child.words[0][0]);
    }
    return SamsokBag{true, {word}, {}};
}

static SamsokBag without(const SamsokBag &kept, const SamsokBag &others)
{
    SamsokBag bag = kept;
    for (const SamsokBagWord &word : others.words) {
        for (const SamsokBagTerm &held : word) {
            bag.unwanted.push_back(held.term);
        }
    }
    return bag;
}

SamsokBag samsok_bag_combined(SamsokOp op, const std::vector<SamsokBag> &children)
{
    if (children.empty()) {
        return no_bag;
    }
    std::vector<SamsokBag> others(children.begin() + 1, children.end());
    bool is_plain = are_all_plain(others);
    switch (op) {
    case SAMSOK_OP_OR:
        return is_plain && are_all_plain(children) ? either(children) : no_bag;
    case SAMSOK_OP_MAX:
        return is_plain && are_all_plain(children) ? best_of(children) : no_bag;
    case SAMSOK_OP_AND_NOT:
        return is_plain && children[0].is_one ? without(children[0], either(others)) : no_bag;
    case SAMSOK_OP_AND:
    case SAMSOK_OP_FILTER:
    case SAMSOK_OP_AND_MAYBE:
    case SAMSOK_OP_SYNONYM:
        return no_bag;
    }
    return no_bag;
}

SamsokBag samsok_bag_scaled(const SamsokBag &bag, double factor)
{
    SamsokBag scaled = bag;
    for (SamsokBagWord &word : scaled.words) {
        for (SamsokBagTerm &held : word) {
            held.factor *= factor;
        }
    }
    return scaled;
}
