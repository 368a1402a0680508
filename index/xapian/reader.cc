/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading: documents, terms and metadata of the commit that was opened. */
#include "config.h"

#include "core/base/limits.h"
#include "index/xapian/guard.hh"
#include "index/xapian/handles.hh"
#include "index/xapian/shards.hh"
#include "index/xapian/word_set.hh"

/* 0 where there is none: for several shards and remote ones. */
static Xapian::rev revision_of(const SamsokDatabase *reader)
{
    return samsok_guard(reader->path.c_str(), nullptr, [&] {
        return reader->database.get_revision();
    });
}

SamsokDatabase *samsok_database_open(const char *path, GError **error)
{
    return samsok_guard(path, error, [&] {
        std::vector<Xapian::Database> shards = samsok_shards_behind(path);
        if (shards.empty()) {
            throw Xapian::DatabaseNotFoundError("a stub file that names no database");
        }
        Xapian::Database database;
        for (const Xapian::Database &shard : shards) {
            database.add_database(shard);
        }
        SamsokDatabase *reader = new SamsokDatabase{path, database, shards, false, {}, {}, {}, {}, {}};
        reader->is_one_local = revision_of(reader) != 0;
        return reader;
    });
}

void samsok_database_close(SamsokDatabase *reader)
{
    delete reader;
}

gboolean samsok_database_reopen(SamsokDatabase *reader, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        reader->database.reopen();
        reader->counts.clear();
        reader->values.clear();
        reader->unwanted = SamsokDocumentSet{};
        reader->orders.forget();
        return TRUE;
    });
}

bool samsok_database_is_same_commit(const SamsokDatabase *reader, const SamsokDatabase *other)
{
    Xapian::rev revision = revision_of(reader);
    return revision != 0 && reader->path == other->path && revision == revision_of(other);
}

/* Forgets all when there is too much to remember. */
template <typename Map>
static void make_room(Map &known)
{
    if (known.size() >= SAMSOK_MAX_REMEMBERED) {
        known.clear();
    }
}

guint samsok_database_shard_count(const SamsokDatabase *reader)
{
    return static_cast<guint>(reader->shards.size());
}

gboolean samsok_database_doc_count(SamsokDatabase *reader, uint32_t *out_count, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        *out_count = reader->database.get_doccount();
        return TRUE;
    });
}

Xapian::doccount samsok_count_of(SamsokDatabase &reader, const std::string &term)
{
    auto known = reader.counts.find(term);
    if (known == reader.counts.end()) {
        make_room(reader.counts);
        known = reader.counts.emplace(term, reader.database.get_termfreq(term)).first;
    }
    return known->second;
}

gboolean samsok_database_term_count(SamsokDatabase *reader, const char *term, uint32_t *out_count,
                                  GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        *out_count = samsok_count_of(*reader, term);
        return TRUE;
    });
}

char *samsok_database_metadata(SamsokDatabase *reader, const char *key, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&] {
        return g_strdup(reader->database.get_metadata(key).c_str());
    });
}

char **samsok_database_shard_metadata(SamsokDatabase *reader, const char *key, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&] {
        std::vector<std::string> values;
        for (const Xapian::Database &shard : reader->shards) {
            values.push_back(shard.get_metadata(key));
        }
        char **copies = g_new0(char *, values.size() + 1);
        for (size_t i = 0; i < values.size(); i++) {
            copies[i] = g_strdup(values[i].c_str());
        }
        return copies;
    });
}

char *samsok_database_joined_metadata(SamsokDatabase *reader, const char *key, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&] {
        if (reader->shards.size() == 1) {
            return g_strdup(reader->database.get_metadata(key).c_str());
        }
        SamsokWordSet words;
        for (const Xapian::Database &shard : reader->shards) {
            samsok_word_set_add(words, shard.get_metadata(key));
        }
        return g_strdup(samsok_word_set_value(words).c_str());
    });
}

gboolean samsok_database_each_metadata(SamsokDatabase *reader, const char *prefix, SamsokEachKey each,
                                     void *data, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        bool goes_on = true;
        for (const Xapian::Database &shard : reader->shards) {
            Xapian::TermIterator end = shard.metadata_keys_end(prefix);
            for (Xapian::TermIterator i = shard.metadata_keys_begin(prefix); goes_on && i != end; ++i) {
                std::string key = *i;
                std::string value = shard.get_metadata(key);
                goes_on = each(key.c_str(), value.c_str(), data);
            }
        }
        return TRUE;
    });
}

gboolean samsok_database_each_term(SamsokDatabase *reader, const char *prefix, SamsokEachTerm each,
                                 void *data, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        Xapian::TermIterator end = reader->database.allterms_end(prefix);
        for (Xapian::TermIterator i = reader->database.allterms_begin(prefix); i != end; ++i) {
            std::string term = *i;
            if (!each(term.c_str(), i.get_termfreq(), data)) {
                break;
            }
        }
        return TRUE;
    });
}

gboolean samsok_database_each_document(SamsokDatabase *reader, const char *term,
                                     SamsokEachDocument each, void *data, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        const Xapian::Database &database = reader->database;
        Xapian::PostingIterator end = database.postlist_end(term);
        for (Xapian::PostingIterator i = database.postlist_begin(term); i != end; ++i) {
            /* The posting itself says that the document is there. */
            Xapian::Document document = database.get_document(*i, Xapian::DOC_ASSUME_VALID);
            std::string bytes = reader->unpress.stored(document);
            if (!each(*i, bytes.data(), bytes.size(), data)) {
                break;
            }
        }
        return TRUE;
    });
}

gboolean samsok_database_each_of_kind(SamsokDatabase *reader, const char *kind, const char *term,
                                      SamsokEachDocument each, void *data, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        const Xapian::Database &database = reader->database;
        Xapian::PostingIterator of_kind = database.postlist_begin(kind);
        Xapian::PostingIterator kind_end = database.postlist_end(kind);
        Xapian::PostingIterator end = database.postlist_end(term);
        for (Xapian::PostingIterator i = database.postlist_begin(term); i != end; ++i) {
            of_kind.skip_to(*i);
            if (of_kind == kind_end) {
                break;
            }
            if (*of_kind != *i) {
                continue;
            }
            Xapian::Document document = database.get_document(*i, Xapian::DOC_ASSUME_VALID);
            std::string bytes = reader->unpress.stored(document);
            if (!each(*i, bytes.data(), bytes.size(), data)) {
                break;
            }
        }
        return TRUE;
    });
}

GBytes *samsok_database_data(SamsokDatabase *reader, uint32_t docid, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&] {
        const Xapian::Database &database = reader->database;
        std::string bytes = reader->unpress.stored(database.get_document(docid, Xapian::DOC_ASSUME_VALID));
        if (bytes.empty()) { /* none of ours is: asks whether the document is there at all */
            bytes = reader->unpress.stored(database.get_document(docid));
        }
        return g_bytes_new(bytes.data(), bytes.size());
    });
}

static std::string value_of(const Xapian::Database &database, const std::string &term, uint32_t slot)
{
    Xapian::PostingIterator i = database.postlist_begin(term);
    if (i == database.postlist_end(term)) {
        return std::string();
    }
    return database.get_document(*i, Xapian::DOC_ASSUME_VALID).get_value(slot);
}

char *samsok_database_slot(SamsokDatabase *reader, const char *term, uint32_t slot, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&] {
        std::string key = std::string(term) + '\0' + std::to_string(slot);
        auto known = reader->values.find(key);
        if (known == reader->values.end()) {
            make_room(reader->values);
            known = reader->values.emplace(key, value_of(reader->database, term, slot)).first;
        }
        return g_strdup(known->second.c_str());
    });
}

gboolean samsok_database_each_slot(SamsokDatabase *reader, uint32_t slot, SamsokEachDocument each,
                                   void *data, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        Xapian::ValueIterator end = reader->database.valuestream_end(slot);
        for (Xapian::ValueIterator i = reader->database.valuestream_begin(slot); i != end; ++i) {
            std::string bytes = *i;
            if (!each(i.get_docid(), bytes.data(), bytes.size(), data)) {
                break;
            }
        }
        return TRUE;
    });
}

gboolean samsok_database_meet(SamsokDatabase *reader, const char *term, const GArray *docids,
                              SamsokEachPlace each, void *data, GError **error)
{
    return samsok_guard(reader->path.c_str(), error, [&]() -> gboolean {
        Xapian::PostingIterator end = reader->database.postlist_end(term);
        Xapian::PostingIterator i = reader->database.postlist_begin(term);
        for (guint place = 0; place < docids->len && i != end; place++) {
            uint32_t docid = g_array_index(docids, uint32_t, place);
            i.skip_to(docid);
            if (i != end && *i == docid) {
                each(place, data);
            }
        }
        return TRUE;
    });
}
