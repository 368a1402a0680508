/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Head words with their flags in each dictionary, as one table that is the same in memory and in a file.
 *
 * Making it of hunspell's lists takes a second, opening the file that was made of them before
 * takes none: it is mapped, and only what is asked for is read. The file belongs to this machine and this
 * program (byte order, layout); it may vanish, be old or be damaged at any time, which costs making it anew
 * and nothing else: every offset in it is checked when it is used.
 *
 * The file is written under another name and renamed, so that nobody of this program ever cuts it short
 * while another one has it mapped. Whoever cuts it in place (no program has a reason to: it is a cache, in a
 * folder that its owner alone may write) ends the processes that map it with SIGBUS. Reading its 13 MB into
 * memory instead takes 9 to 20 ms, more than a whole search; a sum over it would cost as much. An index, which
 * must never be lost, is not touched by that: a run that dies leaves the last commit.
 *
 * Threads: a table that is not added to any more may be asked by any thread.
 */
#ifndef SAMSOK_LANGUAGE_HEAD_TABLE_H
#define SAMSOK_LANGUAGE_HEAD_TABLE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

enum { SAMSOK_HEAD_DICTIONARIES = 2 };
/* A word of more bytes is not kept. */
#define SAMSOK_HEAD_MAX_BYTES 64

typedef struct _SamsokHeadTable SamsokHeadTable;

SamsokHeadTable *samsok_head_table_new(void);
void samsok_head_table_free(SamsokHeadTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokHeadTable, samsok_head_table_free)

/* Adds a word of 1 to SAMSOK_HEAD_MAX_BYTES bytes with its flags in a dictionary; those of a word that is
 * there add up. Beyond SAMSOK_MAX_HEADWORDS words are passed over. Not for a table that was opened. */
void samsok_head_table_add(SamsokHeadTable *table, const char *word, size_t len, guint dictionary,
                           const char *flags);

guint samsok_head_table_count(const SamsokHeadTable *table);
/* Where the word is held; 0 when it is not there. */
guint32 samsok_head_table_find(const SamsokHeadTable *table, const char *word, size_t len);
/* The flags of the word held there, lent; NULL when it is not in that dictionary. */
const char *samsok_head_table_flags(const SamsokHeadTable *table, guint32 held, guint dictionary);

/* The words one after another, in the order in which they came: the one after `held`, 0 for the first; 0
 * behind the last. */
guint32 samsok_head_table_next(const SamsokHeadTable *table, guint32 held);
/* The word held there, `len` bytes without a NUL. Lent until words are added. */
const char *samsok_head_table_word(const SamsokHeadTable *table, guint32 held, size_t *len);

/* Where a word can stand in a compound. */
typedef enum { SAMSOK_HEAD_FIRST, SAMSOK_HEAD_LAST } SamsokHeadPlace;
/* How likely the word is a part at that place where a compound could be cut there, as it was set
 * (core/language/families.h tells the unit); 0 when it was not. */
gint8 samsok_head_table_odds(const SamsokHeadTable *table, guint32 held, SamsokHeadPlace place);
/* Not for a table that was opened. */
void samsok_head_table_set_odds(SamsokHeadTable *table, guint32 held, SamsokHeadPlace place, gint8 odds);

/* Writes the table to `path`; `stamp` says what it was made of. Failures are passed over. What killed runs
 * left beside it is taken away. */
void samsok_head_table_save(const SamsokHeadTable *table, const char *path, const char *stamp);
/* The table in the file at `path` if it was made of what `stamp` says; NULL when there is none.
 * Owner: the caller. */
SamsokHeadTable *samsok_head_table_open(const char *path, const char *stamp);

G_END_DECLS

#endif
