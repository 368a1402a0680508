/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The single databases behind a path.
 *
 * Xapian joins the databases that a stub file names, and then reads user metadata from the first of
 * them only; the others cannot be had from the joined one. So the file is read here, as Xapian's own
 * reader has it (xapian-core 1.4, docs/admin_notes, "Stub Databases"): a line a database, its kind and
 * where it is; paths are relative to the file; '#' begins a remark; a stub may name stubs.
 */
#ifndef SAMSOK_INDEX_XAPIAN_SHARDS_H
#define SAMSOK_INDEX_XAPIAN_SHARDS_H

#include <string>
#include <vector>

#include <xapian.h>

/* Opens them, in the order in which Xapian numbers their documents. None is no error here. Throws what
 * Xapian throws. */
std::vector<Xapian::Database> samsok_shards_behind(const std::string &path);

#endif
