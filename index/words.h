/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is stored of the index's words, so that a search needs no dictionary for a word it knows.
 *
 * A fact says what another stem is to a stem: a part of the compound, or of one word with it. It follows from the word alone
 * and the dictionaries, never from the passages, and all facts of a stem are one set
 * (SAMSOK_KEY_WORD): two forms with one stem add to it, shards that met different forms are joined by
 * compaction or when they are asked. So one database and its shards, near or far, know the same of a
 * word. Parts are of a form and not of its stem, which may be another word's too: «menneskenes» has none
 * of what is found in «menneskelig».
 */
#ifndef SAMSOK_INDEX_WORDS_H
#define SAMSOK_INDEX_WORDS_H

#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* Letters stand in the index for ever; p was a part of any form of the stem, up to analyser version 5. */
typedef enum {
    SAMSOK_WORD_PART = 'c', /* a form that is a compound, and the stem of a part of it: samsok_word_part */
    SAMSOK_WORD_HUB = 'h',  /* the hub of a class that the stem is in (core/language/classes.h) */
    SAMSOK_WORD_FORM = 'f'  /* a stem whose hub it is */
} SamsokWordFact;

/* Facts on their way into an index. */
typedef struct _SamsokWordNotes SamsokWordNotes;

SamsokWordNotes *samsok_word_notes_new(void);
void samsok_word_notes_free(SamsokWordNotes *notes);

/* Notes that each of `others` (NULL-terminated) is that to `stem`. Nothing is kept of the strings. */
void samsok_word_notes_add(SamsokWordNotes *notes, const char *stem, SamsokWordFact fact,
                           const char *const *others);
/* Notes that each of `parts` (NULL-terminated) is a part of `form`, whose stem that is. */
void samsok_word_notes_add_parts(SamsokWordNotes *notes, const char *stem, const char *form,
                                 const char *const *parts);
/* Adds what was noted since the last call to the facts in `writer`. Errors: IO. */
gboolean samsok_word_notes_store(SamsokWordNotes *notes, SamsokWriter *writer, GError **error);

/* Calls `each` with every fact of `stem`, in an order that depends on the facts alone. `other` is lent
 * during the call. Errors: IO, STALE, CORRUPT. */
typedef void (*SamsokEachWordFact)(SamsokWordFact fact, const char *other, void *data);
gboolean samsok_words_each(SamsokDatabase *database, const char *stem, SamsokEachWordFact each,
                           void *data, GError **error);

/* The stem of the part that a SAMSOK_WORD_PART tells of, lent by `other`; NULL when it is of another form. */
const char *samsok_word_part(const char *other, const char *form);

G_END_DECLS

#endif
