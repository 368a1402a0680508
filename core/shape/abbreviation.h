/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Abbreviations of Norwegian and English that end in a full stop, by what the stop then means. */
#ifndef SAMSOK_SHAPE_ABBREVIATION_H
#define SAMSOK_SHAPE_ABBREVIATION_H

#include <stddef.h>

typedef enum {
    SAMSOK_ABBREVIATION_NONE,    /* an ordinary word */
    SAMSOK_ABBREVIATION_OPEN,    /* wants something after it: bl.a., jf., kap. */
    SAMSOK_ABBREVIATION_CLOSING, /* may end a sentence: m.m., o.l. */
    SAMSOK_ABBREVIATION_NUMBERED /* an abbreviation before a number only: art., fig. */
} SamsokAbbreviation;

/* The kind of the word of `len` bytes that stands before a full stop, whatever its capitals. An unknown
 * word of short groups of letters with dots between them («p.g.a», «U.S») counts as OPEN. */
SamsokAbbreviation samsok_abbreviation_kind(const char *word, size_t len);

#endif
