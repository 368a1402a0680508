/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike two titles are, word by word: without signs, subtitle and the differences of nb and nn. */
#ifndef SAMSOK_INDEX_TITLES_H
#define SAMSOK_INDEX_TITLES_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Bytes of a word, and words of a title, that are compared. */
enum { SAMSOK_TITLE_WORD_BYTES = 48, SAMSOK_TITLE_WORDS_COMPARED = 60 };
/* From '0' to 'z': folded words have no other signs. */
enum { SAMSOK_TITLE_SIGNS = 75 };

/* The words of `title`, folded (samsok_schema_fold). Owner: the caller, with g_strfreev. */
char **samsok_title_words(const char *title);

/* 0 to 1: how surely a title cited as `cited` is the `whole` one. A citation may leave out the end; of
 * one or two words it must be the beginning. */
double samsok_title_score(const char *const *cited, const char *const *whole);

/* A word made ready to be compared with many; `text` is lent. */
typedef struct {
    const char *text;
    gsize len; /* of what is compared */
    guint64 places[SAMSOK_TITLE_SIGNS];
} SamsokTitleWord;

void samsok_title_word_init(SamsokTitleWord *word, const char *text);
/* True for the same word and for a variant of it: «moglegheiter», «muligheter». */
bool samsok_title_word_is_like(const SamsokTitleWord *word, const char *other);
/* False when so many changed letters make two words, the longer of `len` bytes, no variants. */
bool samsok_title_changes_allow(gsize changes, gsize len);

/* What stands before the first colon, dash, full stop or question mark of a title with a blank behind it; NULL
 * where there is no more than that. Owner: the caller. */
char *samsok_title_main(const char *title);

/* The same for words made ready once: those of a citation that is compared with many titles. Owner: the
 * caller frees. */
SamsokTitleWord *samsok_title_words_ready(const char *const *words, guint *out_count);
double samsok_title_score_ready(const SamsokTitleWord *cited, guint count, const char *const *whole);

/* The share of the longer words of `title` that stand in `text`, 0 to 1. */
double samsok_title_share(const char *const *title, const char *const *text);

G_END_DECLS

#endif
