/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Query trees. A node that could not be made is NULL and counts as one that matches nothing. */
#include "config.h"

#include <vector>

#include "index/xapian/guard.hh"
#include "index/xapian/handles.hh"

typedef std::vector<Xapian::Query> Queries;

/* What is below a node, which owns it. */
struct Children {
    Queries queries;
    std::vector<SamsokBag> bags;
};

/* The children themselves are used up. */
static Children taken(SamsokNode *const *nodes, guint count)
{
    Children children;
    for (guint i = 0; i < count; i++) {
        children.queries.push_back(nodes[i] == nullptr ? Xapian::Query() : nodes[i]->query);
        children.bags.push_back(nodes[i] == nullptr ? SamsokBag() : nodes[i]->bag);
        delete nodes[i];
    }
    return children;
}

static Xapian::Query joined(Xapian::Query::op op, Queries::const_iterator begin,
                            Queries::const_iterator end)
{
    return Xapian::Query(op, begin, end);
}

/* The first child, narrowed by the others: `op` between them, `inner` among the others. */
static Xapian::Query narrowed(Xapian::Query::op op, Xapian::Query::op inner, const Queries &queries)
{
    if (queries.size() == 1) {
        return queries[0];
    }
    return Xapian::Query(op, queries[0], joined(inner, queries.begin() + 1, queries.end()));
}

/* Any child, with the largest weight. Xapian 1.4's OP_MAX alone may read freed memory when its last child runs
 * out, which ends the program; beside all documents, with no weight, none ever does, and the filter leaves the
 * children's own. */
static Xapian::Query largest(const Queries &queries)
{
    if (queries.size() == 1) {
        return queries[0];
    }
    Queries kept = queries;
    kept.push_back(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(std::string()), 0));
    return Xapian::Query(Xapian::Query::OP_FILTER,
                         joined(Xapian::Query::OP_MAX, kept.begin(), kept.end()),
                         joined(Xapian::Query::OP_OR, queries.begin(), queries.end()));
}

static Xapian::Query combined(SamsokOp op, const Queries &queries)
{
    if (queries.empty()) {
        return Xapian::Query();
    }
    switch (op) {
    case SAMSOK_OP_AND:
        return joined(Xapian::Query::OP_AND, queries.begin(), queries.end());
    case SAMSOK_OP_OR:
        return joined(Xapian::Query::OP_OR, queries.begin(), queries.end());
    case SAMSOK_OP_AND_NOT:
        return narrowed(Xapian::Query::OP_AND_NOT, Xapian::Query::OP_OR, queries);
    case SAMSOK_OP_FILTER:
        return narrowed(Xapian::Query::OP_FILTER, Xapian::Query::OP_AND, queries);
    case SAMSOK_OP_AND_MAYBE:
        return narrowed(Xapian::Query::OP_AND_MAYBE, Xapian::Query::OP_OR, queries);
    case SAMSOK_OP_SYNONYM:
        return joined(Xapian::Query::OP_SYNONYM, queries.begin(), queries.end());
    case SAMSOK_OP_MAX:
        return largest(queries);
    }
    return Xapian::Query();
}

SamsokNode *samsok_node_term(const char *term)
{
    return samsok_guard("query", nullptr, [&] {
        return new SamsokNode{Xapian::Query(term), samsok_bag_of_term(term)};
    });
}

SamsokNode *samsok_node_all(void)
{
    return samsok_guard("query", nullptr,
                        [] { return new SamsokNode{Xapian::Query(std::string())}; });
}

SamsokNode *samsok_node_none(void)
{
    return samsok_guard("query", nullptr, [] { return new SamsokNode{Xapian::Query()}; });
}

SamsokNode *samsok_node_combine(SamsokOp op, SamsokNode *const *children, guint count)
{
    return samsok_guard("query", nullptr, [&] {
        Children below = taken(children, count);
        return new SamsokNode{combined(op, below.queries), samsok_bag_combined(op, below.bags)};
    });
}

SamsokNode *samsok_node_slot(uint32_t slot, const void *bytes, size_t len)
{
    return samsok_guard("query", nullptr, [&] {
        std::string value(static_cast<const char *>(bytes), len);
        return new SamsokNode{Xapian::Query(Xapian::Query::OP_VALUE_RANGE, slot, value, value)};
    });
}

SamsokNode *samsok_node_copy(const SamsokNode *node)
{
    return samsok_guard("query", nullptr, [&] { return new SamsokNode{node->query, node->bag}; });
}

SamsokNode *samsok_node_scale(SamsokNode *child, double factor)
{
    return samsok_guard("query", nullptr, [&] {
        Children below = taken(&child, 1);
        return new SamsokNode{
            Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, below.queries[0], factor),
            samsok_bag_scaled(below.bags[0], factor)};
    });
}

SamsokNode *samsok_node_prefix(const char *prefix, guint cap)
{
    return samsok_guard("query", nullptr, [&] {
        /* The most frequent 0 are none to Xapian; only the kind that fails at its cap knows no cap. */
        int kind = cap == 0 ? Xapian::Query::WILDCARD_LIMIT_ERROR
                            : Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT;
        return new SamsokNode{Xapian::Query(Xapian::Query::OP_WILDCARD, prefix, cap, kind)};
    });
}

void samsok_node_free(SamsokNode *node)
{
    delete node;
}
