/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the opaque types of index.h are inside; for the .cc files of this folder only. */
#ifndef SAMSOK_INDEX_XAPIAN_HANDLES_H
#define SAMSOK_INDEX_XAPIAN_HANDLES_H

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "index/xapian/bag.hh"
#include "index/xapian/index.h"
#include "index/xapian/orders.hh"
#include "index/xapian/press.hh"

struct _SamsokEntry {
    Xapian::Document document; /* without the stored bytes */
    std::string data;
};

struct _SamsokNode {
    Xapian::Query query;
    SamsokBag bag = {}; /* the same, where it is one */
};

/* Documents that hold any of some terms. */
struct SamsokDocumentSet {
    std::vector<std::string> terms = {};
    std::vector<bool> bits = {}; /* by number; shorter than the numbers go */
    double held = 0;             /* how many there are, if none holds two of the terms */
    bool holds(Xapian::docid docid) const { return docid < bits.size() && bits[docid]; }
};

struct _SamsokDatabase {
    std::string path;
    Xapian::Database database;
    std::vector<Xapian::Database> shards; /* of which it is made; one alone is the database itself */
    bool is_one_local;                    /* a single database on this machine */
    /* What was asked for, of the commit at hand: the same words and reports are asked for again and again. */
    std::unordered_map<std::string, Xapian::doccount> counts; /* by term */
    std::unordered_map<std::string, std::string> values;      /* by term and slot */
    SamsokDocumentSet unwanted = {}; /* the last that was asked for */
    SamsokOrders orders = {};
    SamsokUnpress unpress = {};
};

/* How many documents hold the term. */
Xapian::doccount samsok_count_of(SamsokDatabase &reader, const std::string &term);

struct _SamsokWriter {
    std::string path;
    Xapian::WritableDatabase database;
    size_t pending;          /* postings, or as much as they take, since they were last written out */
    size_t max_pending;      /* at these many they are */
    SamsokPress press = {};
};

#endif
