/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The function words by which which.c tells languages apart. */
#ifndef SAMSOK_LANGUAGE_FUNCTION_WORDS_H
#define SAMSOK_LANGUAGE_FUNCTION_WORDS_H

#include <stddef.h>

/* No word of the table is longer, in bytes. */
#define SAMSOK_FUNCTION_WORD_MAX_BYTES 14

typedef enum {
    SAMSOK_WORD_BOKMAL,
    SAMSOK_WORD_NYNORSK,
    SAMSOK_WORD_SHARED,
    SAMSOK_WORD_ENGLISH,
    SAMSOK_WORD_FOREIGN
} SamsokWordKind;

typedef struct {
    const char *word; /* lower case */
    SamsokWordKind kind;
} SamsokFunctionWord;

/* In the order of strcmp. */
extern const SamsokFunctionWord samsok_function_words[];
extern const size_t samsok_function_word_count;

#endif
