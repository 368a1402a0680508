/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What equals are ordered by: short values of a slot, remembered.
 *
 * Behind the last of the best documents often stand a hundred and more of the same weight. To read the slot for
 * each takes a block of the table nearly every time; a third of all blocks that a question reads were read for
 * this. Documents are taken in blocks by number. One that is asked about for the first time is read for what is
 * asked, a block that comes again is read whole and kept.
 */
#ifndef SAMSOK_INDEX_XAPIAN_ORDERS_H
#define SAMSOK_INDEX_XAPIAN_ORDERS_H

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

/* The first eight bytes of a value as a number that compares as they do; 0 for none. */
uint64_t samsok_order_of(const std::string &value);

class SamsokOrders {
public:
    /* The order of the slot's value in each of the documents, whose numbers rise. One slot is remembered: the
     * one asked for last. Throws what Xapian throws. */
    std::vector<uint64_t> read(const Xapian::Database &database, Xapian::valueno slot,
                               const std::vector<Xapian::docid> &docids);
    void forget() { blocks.clear(); }

private:
    struct Block {
        bool was_asked = false;
        std::vector<uint64_t> values = {}; /* empty: not read */
    };
    class Reader;
    Block *block_at(Xapian::docid docid);
    Xapian::valueno remembered = Xapian::BAD_VALUENO;
    std::vector<Block> blocks = {};
};

#endif
