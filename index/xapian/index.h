/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin C interface to Xapian: write a database, read it, ask it. The only door to Xapian.
 *
 * No class, template or std:: type crosses this header; no exception leaves the functions behind it:
 * each has one statement, a call of a guard that turns every exception into a GError:
 *
 *     LOCKED    another process has the database open for writing
 *     STALE     the database changed underneath the reader: samsok_database_reopen and ask again
 *     MISSING   no database at this path, or something else
 *     CORRUPT   damaged, or of a version this Xapian does not read
 *     IO        the file system, or a remote shard, failed
 *     QUERY     Xapian refuses the query (a term too long, an expansion past its cap)
 *     INTERNAL  anything else
 *
 * Everything asked here works over Xapian's remote protocol: no custom weights, posting sources or
 * match deciders.
 *
 * Threads: a reader or a writer belongs to one thread at a time.
 */
#ifndef SAMSOK_INDEX_XAPIAN_INDEX_H
#define SAMSOK_INDEX_XAPIAN_INDEX_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* ---- Writing ---------------------------------------------------------------------------------- */

typedef struct _SamsokWriter SamsokWriter;

/* Opens the Xapian database at `path` for writing, making it when it is not there. A transaction is
 * open from here on: nothing is seen by readers before samsok_writer_commit.
 * Errors: LOCKED, CREATE, CORRUPT, IO. */
SamsokWriter *samsok_writer_open(const char *path, GError **error);
/* The same for a new database that is only a step on the way to another: its commits do not wait for
 * the disk. Errors: also CREATE when there is one at `path`. */
SamsokWriter *samsok_writer_create(const char *path, GError **error);
/* Closes without committing what is not committed. Accepts NULL. */
void samsok_writer_close(SamsokWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokWriter, samsok_writer_close)

/* A document while it is put together. */
typedef struct _SamsokEntry SamsokEntry;
SamsokEntry *samsok_entry_new(void);
void samsok_entry_free(SamsokEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokEntry, samsok_entry_free)
/* Adds `count` occurrences of a term (bytes, at most SAMSOK_MAX_TERM_BYTES). Errors: ARGUMENT. */
gboolean samsok_entry_add_term(SamsokEntry *entry, const char *term, guint count, GError **error);
/* Adds a term that filters and never ranks. */
gboolean samsok_entry_add_boolean(SamsokEntry *entry, const char *term, GError **error);
/* Sets the bytes in one of the document's slots; the slots of all documents can be read in one go. */
gboolean samsok_entry_set_slot(SamsokEntry *entry, uint32_t slot, const void *bytes, size_t len,
                               GError **error);
/* Sets the stored bytes. */
gboolean samsok_entry_set_data(SamsokEntry *entry, const void *bytes, size_t len, GError **error);

/* Adds `entry`, or replaces the document(s) that hold `unique_term`. */
gboolean samsok_writer_add(SamsokWriter *writer, const SamsokEntry *entry, uint32_t *out_docid,
                           GError **error);
gboolean samsok_writer_replace(SamsokWriter *writer, const char *unique_term,
                               const SamsokEntry *entry, GError **error);
/* Gives the document `docid` the stored bytes of `entry`, and of terms that begin with `prefix` those of
 * `entry` and no others; its other terms stay. Costs what differs. Errors: MISSING. */
gboolean samsok_writer_patch(SamsokWriter *writer, uint32_t docid, const char *prefix,
                             const SamsokEntry *entry, GError **error);
/* Removes one document. Errors: MISSING. */
gboolean samsok_writer_remove_document(SamsokWriter *writer, uint32_t docid, GError **error);
/* Removes every document that holds `term`; none is no error. */
gboolean samsok_writer_remove(SamsokWriter *writer, const char *term, GError **error);
/* Sets user metadata; an empty value removes the key. */
gboolean samsok_writer_set_metadata(SamsokWriter *writer, const char *key, const char *value,
                                    GError **error);
/* Adds blank-separated `words` to the set of words that is the value of `key`. */
gboolean samsok_writer_join_metadata(SamsokWriter *writer, const char *key, const char *words,
                                     GError **error);
/* Makes everything since the last commit visible at once and durable, and begins anew. */
gboolean samsok_writer_commit(SamsokWriter *writer, GError **error);
/* Forgets everything since the last commit. */
gboolean samsok_writer_cancel(SamsokWriter *writer, GError **error);

/* Copies the databases at `paths` into one new compacted database at `destination`, which must not
 * exist. Source documents keep their order. Of metadata the first value of a key counts, but those
 * whose keys begin with `joined` are sets of words, which are joined. Errors: CREATE, IO, CORRUPT. */
gboolean samsok_compact(const char *const *paths, const char *destination, const char *joined,
                        GError **error);

/* ---- Reading ---------------------------------------------------------------------------------- */

typedef struct _SamsokDatabase SamsokDatabase;

/* Opens the database, stub file or directory with a stub at `path`. Errors: MISSING, CORRUPT, IO. */
SamsokDatabase *samsok_database_open(const char *path, GError **error);
void samsok_database_close(SamsokDatabase *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokDatabase, samsok_database_close)
/* Moves to the newest commit. */
gboolean samsok_database_reopen(SamsokDatabase *reader, GError **error);
/* True when both are known to show the same commit of one database; that is not known of databases
 * of several shards and remote ones. */
bool samsok_database_is_same_commit(const SamsokDatabase *reader, const SamsokDatabase *other);

/* Of how many databases it is made: the numbers of documents go round these. */
guint samsok_database_shard_count(const SamsokDatabase *reader);

gboolean samsok_database_doc_count(SamsokDatabase *reader, uint32_t *out_count, GError **error);
/* The number of documents that hold `term`. */
gboolean samsok_database_term_count(SamsokDatabase *reader, const char *term, uint32_t *out_count,
                                  GError **error);
/* User metadata, of the first shard where there are several: a new string, "" when the key is not
 * set. Owner: the caller; NULL on error. */
char *samsok_database_metadata(SamsokDatabase *reader, const char *key, GError **error);
/* The same of every shard, in their order: new strings, NULL behind the last. Owner and errors likewise. */
char **samsok_database_shard_metadata(SamsokDatabase *reader, const char *key, GError **error);
/* The words that the sets under `key` hold in any shard, sorted, a blank between. A server of the
 * remote protocol that serves several databases answers for its first. Owner and errors likewise. */
char *samsok_database_joined_metadata(SamsokDatabase *reader, const char *key, GError **error);
/* Calls `each` for every key that begins with `prefix`, shard by shard in byte order, until it returns
 * false. */
typedef bool (*SamsokEachKey)(const char *key, const char *value, void *data);
gboolean samsok_database_each_metadata(SamsokDatabase *reader, const char *prefix, SamsokEachKey each,
                                     void *data, GError **error);
/* Calls `each` for every term that begins with `prefix`, in byte order, until it returns false. */
typedef bool (*SamsokEachTerm)(const char *term, uint32_t doc_count, void *data);
gboolean samsok_database_each_term(SamsokDatabase *reader, const char *prefix, SamsokEachTerm each,
                                 void *data, GError **error);
/* Calls `each` with every document that holds `term` ("" for all), in order of document number,
 * until it returns false. The bytes are lent during the call. */
typedef bool (*SamsokEachDocument)(uint32_t docid, const void *bytes, size_t len, void *data);
gboolean samsok_database_each_document(SamsokDatabase *reader, const char *term,
                                     SamsokEachDocument each, void *data, GError **error);

/* The same for every document that holds both terms; `kind` may be one that many hold. */
gboolean samsok_database_each_of_kind(SamsokDatabase *reader, const char *kind, const char *term,
                                      SamsokEachDocument each, void *data, GError **error);

/* What the first document that holds `term` has in `slot`; "" for nothing or no document. Owner: the caller
 * frees. */
char *samsok_database_slot(SamsokDatabase *reader, const char *term, uint32_t slot, GError **error);

/* Calls `each` with what every document that has something in `slot` has there, likewise. Not for
 * databases with remote shards, where each value is fetched by itself. */
gboolean samsok_database_each_slot(SamsokDatabase *database, uint32_t slot, SamsokEachDocument each,
                                   void *data, GError **error);
/* Calls `each` with the place in `docids` (of uint32_t, rising) of every document that holds `term`. */
typedef void (*SamsokEachPlace)(guint place, void *data);
gboolean samsok_database_meet(SamsokDatabase *database, const char *term, const GArray *docids,
                              SamsokEachPlace each, void *data, GError **error);

/* ---- Asking ----------------------------------------------------------------------------------- */

/* A query tree. Nodes are made bottom-up; a node given to another belongs to it. */
typedef struct _SamsokNode SamsokNode;

typedef enum {
    SAMSOK_OP_AND,     /* all children */
    SAMSOK_OP_OR,      /* any child; weights add up */
    SAMSOK_OP_AND_NOT, /* the first child and none of the others */
    SAMSOK_OP_FILTER,  /* the first child where all others match; only the first has weight */
    SAMSOK_OP_AND_MAYBE, /* the first child; the others only add weight where they match too */
    SAMSOK_OP_SYNONYM, /* the children count as one term */
    SAMSOK_OP_MAX      /* any child; the largest weight counts */
} SamsokOp;

SamsokNode *samsok_node_term(const char *term);
SamsokNode *samsok_node_all(void);
SamsokNode *samsok_node_none(void);
/* Owner: takes `children` (`count` of them; the array itself stays the caller's). With no children
 * it is samsok_node_none. */
SamsokNode *samsok_node_combine(SamsokOp op, SamsokNode *const *children, guint count);
/* Another node that asks for the same; cheap. Owner: the caller. */
SamsokNode *samsok_node_copy(const SamsokNode *node);
/* Multiplies the weights below by `factor` (≥ 0). Owner: takes `child`. */
SamsokNode *samsok_node_scale(SamsokNode *child, double factor);
/* Every term that begins with `prefix`, at most `cap` (0: as many as there are); the most frequent ones. Owner: the caller. */
SamsokNode *samsok_node_prefix(const char *prefix, guint cap);
/* Documents with these bytes in the slot; read for each document that is asked about. */
SamsokNode *samsok_node_slot(uint32_t slot, const void *bytes, size_t len);
void samsok_node_free(SamsokNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokNode, samsok_node_free)

/* BM25 as measured: length counts for nothing in passages of one size. */
#define SAMSOK_BM25_K1 0.6
#define SAMSOK_BM25_B 0.0

typedef struct {
    uint32_t offset;
    uint32_t count;
    uint32_t check_at_least; /* matches to look at for the total; UINT32_MAX: all, exact */
    double k1;               /* BM25 */
    double b;
    uint32_t tie_slot;       /* equals stand in the order of the bytes there; 0: of their numbers */
    uint32_t least;          /* with settles_ties and an offset of 0: fewer or more than `count` may be given out,
                              * but never fewer than these and their equals where there are so many; 0: count */
    bool settles_ties;       /* also those whose sums differ in the last bits alone, as they do between
                              * one database and its shards; only among the matches given out */
    bool leaves_least;       /* equals that all are among the first `least` come in any order: the caller, who reads
                              * them, finds there what the slot would say */
} SamsokSearchOptions;

typedef struct {
    uint32_t docid;
    double weight;
} SamsokMatch;

/* The best documents for `node`, best first. Owner: *out_matches is a
 * GArray of SamsokMatch for the caller. *out_total is exact when *out_exact. Only `out_matches` is
 * mandatory. Errors: STALE, QUERY, IO, CORRUPT. */
gboolean samsok_database_search(SamsokDatabase *reader, const SamsokNode *node,
                              const SamsokSearchOptions *options, GArray **out_matches,
                              uint32_t *out_total, bool *out_exact, GError **error);
/* The stored bytes of a document. Owner: the caller. Errors: MISSING, STALE, IO, CORRUPT. */
GBytes *samsok_database_data(SamsokDatabase *reader, uint32_t docid, GError **error);

G_END_DECLS

#endif
