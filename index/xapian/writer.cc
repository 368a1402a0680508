/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing: one transaction from commit to commit, in memory that does not grow with it. */
#include "config.h"

#include <set>
#include <string>
#include <vector>

#include "index/schema.h"
#include "index/xapian/guard.hh"
#include "index/xapian/handles.hh"
#include "index/xapian/word_set.hh"

/* What is pending in memory before it is written to the tables (not committed), in postings, which are about
 * 64 bytes each in Xapian 1.4: some 48 MB. Xapian's own threshold counts documents, and ours differ in
 * size by a factor of a thousand. */
static const size_t posting_bytes = 64;
static const size_t max_pending = 750000;
/* The same for a database that is only a step: its tables are small, so that writing is cheap, and what is
 * pending lies in trees that cost most when they do not fit the processor's cache. */
static const size_t max_pending_in_step = 60000;

/* Xapian writes pending values out when those of a slot are asked for, and postings when all terms are, inside a
 * transaction too; there is no call that says so (glass: open_value_list, which must come first, and
 * open_allterms). */
static void write_out_when_many(SamsokWriter *writer, size_t postings, const SamsokEntry *entry)
{
    writer->pending += postings + entry->data.size() / posting_bytes;
    if (writer->pending >= writer->max_pending) {
        writer->database.valuestream_begin(SAMSOK_SLOT_RECORD);
        writer->database.allterms_begin();
        writer->pending = 0;
    }
}

static SamsokWriter *opened(const char *path, int flags, size_t most, GError **error)
{
    return samsok_guard(path, error, [&] {
        Xapian::WritableDatabase database(path, flags);
        database.begin_transaction();
        return new SamsokWriter{path, database, 0, most, {}};
    });
}

SamsokWriter *samsok_writer_open(const char *path, GError **error)
{
    return opened(path, Xapian::DB_CREATE_OR_OPEN, max_pending, error);
}

SamsokWriter *samsok_writer_create(const char *path, GError **error)
{
    return opened(path, Xapian::DB_CREATE | Xapian::DB_NO_SYNC, max_pending_in_step, error);
}

void samsok_writer_close(SamsokWriter *writer)
{
    if (writer == nullptr) {
        return;
    }
    /* An open transaction ends cancelled; an error here has nobody left to hear it. */
    samsok_guard("writer", nullptr, [&] {
        writer->database.cancel_transaction();
        writer->database.close();
        return true;
    });
    delete writer;
}

/* The entry as it is stored. */
static Xapian::Document whole(SamsokWriter *writer, const SamsokEntry *entry)
{
    Xapian::Document document = entry->document;
    writer->press.store(document, entry->data);
    return document;
}

gboolean samsok_writer_add(SamsokWriter *writer, const SamsokEntry *entry, uint32_t *out_docid,
                           GError **error)
{
    return samsok_guard(writer->path.c_str(), error, [&]() -> gboolean {
        Xapian::docid docid = writer->database.add_document(whole(writer, entry));
        write_out_when_many(writer, entry->document.termlist_count(), entry);
        if (out_docid != nullptr) {
            *out_docid = docid;
        }
        return TRUE;
    });
}

gboolean samsok_writer_replace(SamsokWriter *writer, const char *unique_term,
                               const SamsokEntry *entry, GError **error)
{
    return samsok_guard(writer->path.c_str(), error, [&]() -> gboolean {
        writer->database.replace_document(unique_term, whole(writer, entry));
        write_out_when_many(writer, entry->document.termlist_count(), entry);
        return TRUE;
    });
}

/* Takes the terms of `document` that begin with `prefix` and that `wanted` lacks. */
static size_t drop_terms(Xapian::Document &document, const std::string &prefix,
                         const std::set<std::string> &wanted)
{
    std::vector<std::string> dropped;
    Xapian::TermIterator i = document.termlist_begin();
    for (i.skip_to(prefix); i != document.termlist_end(); ++i) {
        std::string term = *i;
        if (term.compare(0, prefix.size(), prefix) != 0) {
            break;
        }
        if (wanted.count(term) == 0) {
            dropped.push_back(term);
        }
    }
    for (const std::string &term : dropped) {
        document.remove_term(term);
    }
    return dropped.size();
}

gboolean samsok_writer_patch(SamsokWriter *writer, uint32_t docid, const char *prefix,
                             const SamsokEntry *entry, GError **error)
{
    return samsok_guard(writer->path.c_str(), error, [&]() -> gboolean {
        Xapian::Document document = writer->database.get_document(docid);
        std::set<std::string> wanted(entry->document.termlist_begin(),
                                     entry->document.termlist_end());
        size_t changed = drop_terms(document, prefix, wanted);
        for (const std::string &term : wanted) {
            document.add_boolean_term(term);
        }
        writer->press.store(document, entry->data);
        writer->database.replace_document(docid, document);
        write_out_when_many(writer, changed + wanted.size(), entry);
        return TRUE;
    });
}

gboolean samsok_writer_remove_document(SamsokWriter *writer, uint32_t docid, GError **error)
{
    return samsok_guard(writer->path.c_str(), error, [&]() -> gboolean {
        writer->database.delete_document(docid);
        return TRUE;
    });
}

gboolean samsok_writer_remove(SamsokWriter *writer, const char *term, GError **error)
{
    return samsok_guard(writer->path.c_str(), error, [&]() -> gboolean {
        writer->database.delete_document(term);
        return TRUE;
    });
}

gboolean samsok_writer_set_metadata(SamsokWriter *writer, const char *key, const char *value,
                                    GError **error)
{
    return samsok_guard(writer->path.c_str(), error, [&]() -> gboolean {
        writer->database.set_metadata(key, value);
        return TRUE;
    });
}

gboolean samsok_writer_join_metadata(SamsokWriter *writer, const char *key, const char *words,
                                     GError **error)
{
    return samsok_guard(writer->path.c_str(), error, [&]() -> gboolean {
        SamsokWordSet set;
        std::string before = writer->database.get_metadata(key);
        samsok_word_set_add(set, before);
        samsok_word_set_add(set, words);
        std::string after = samsok_word_set_value(set);
        if (after != before) {
            writer->database.set_metadata(key, after);
        }
        return TRUE;
    });
}

gboolean samsok_writer_commit(SamsokWriter *writer, GError **error)
{
    return samsok_guard(writer->path.c_str(), error, [&]() -> gboolean {
        writer->database.commit_transaction();
        writer->database.begin_transaction();
        writer->pending = 0;
        return TRUE;
    });
}

gboolean samsok_writer_cancel(SamsokWriter *writer, GError **error)
{
    return samsok_guard(writer->path.c_str(), error, [&]() -> gboolean {
        writer->database.cancel_transaction();
        writer->database.begin_transaction();
        writer->pending = 0;
        return TRUE;
    });
}
