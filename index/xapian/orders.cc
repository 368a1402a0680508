/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what equals are ordered by. */
#include "config.h"

#include "index/xapian/orders.hh"

#include <algorithm>

#include "core/base/limits.h"

/* Two or three of Xapian's own chunks of values, each about 2,000 bytes. */
static const Xapian::docid block_len = 512;

uint64_t samsok_order_of(const std::string &value)
{
    uint64_t number = 0;
    for (size_t i = 0; i < sizeof number; i++) {
        number = number << 8 | (i < value.size() ? static_cast<unsigned char>(value[i]) : 0);
    }
    return number;
}

/* A walk through the slot, begun when the first value is wanted. */
class SamsokOrders::Reader {
public:
    Reader(const Xapian::Database &read, Xapian::valueno number) : database(read), slot(number) {}
    uint64_t value(Xapian::docid docid)
    {
        skip_to(docid);
        return at != end && at.get_docid() == docid ? samsok_order_of(*at) : 0;
    }
    std::vector<uint64_t> values(Xapian::docid first)
    {
        std::vector<uint64_t> all(block_len);
        for (skip_to(first); at != end && at.get_docid() - first < block_len; ++at) {
            all[at.get_docid() - first] = samsok_order_of(*at);
        }
        return all;
    }

private:
    void skip_to(Xapian::docid docid)
    {
        if (!has_begun) {
            at = database.valuestream_begin(slot);
            end = database.valuestream_end(slot);
            has_begun = true;
        }
        if (at != end) {
            at.skip_to(docid);
        }
    }
    const Xapian::Database &database;
    Xapian::valueno slot;
    bool has_begun = false;
    Xapian::ValueIterator at = {};
    Xapian::ValueIterator end = {};
};

/* None past what is remembered at most. */
SamsokOrders::Block *SamsokOrders::block_at(Xapian::docid docid)
{
    if (docid >= SAMSOK_MAX_REMEMBERED_ORDERS) {
        return nullptr;
    }
    blocks.resize(std::max<size_t>(blocks.size(), docid / block_len + 1));
    return &blocks[docid / block_len];
}

std::vector<uint64_t> SamsokOrders::read(const Xapian::Database &database, Xapian::valueno slot,
                                         const std::vector<Xapian::docid> &docids)
{
    if (slot != remembered) {
        forget();
        remembered = slot;
    }
    Reader reader(database, slot);
    std::vector<uint64_t> found;
    found.reserve(docids.size());
    for (size_t i = 0; i < docids.size(); i++) {
        Xapian::docid docid = docids[i];
        Block *block = block_at(docid);
        bool has_next = i + 1 < docids.size() && docids[i + 1] / block_len == docid / block_len;
        /* Not in the middle of a block: the walk only goes forward. */
        bool is_first = i == 0 || docids[i - 1] / block_len != docid / block_len;
        if (block != nullptr && block->values.empty() && is_first && (block->was_asked || has_next)) {
            block->values = reader.values(docid - docid % block_len);
        }
        bool is_known = block != nullptr && !block->values.empty();
        found.push_back(is_known ? block->values[docid % block_len] : reader.value(docid));
        if (block != nullptr) {
            block->was_asked = true;
        }
    }
    return found;
}
