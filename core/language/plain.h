/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters and digits of ASCII and the letters of Latin-1, which nearly all words are made of, folded by a look in a
 * table. In both a capital is 0x20 before its small letter. */
#ifndef SAMSOK_LANGUAGE_PLAIN_H
#define SAMSOK_LANGUAGE_PLAIN_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* A letter or digit of ASCII as it is folded, else 0. */
extern const guchar samsok_plain[256];

/* The same of the bytes of æ, ø and å, too; 0 for the second byte of anything else. For text that is known to be
 * UTF-8. */
extern const guchar samsok_plain_bytes[256];

/* A bit that all letters of ASCII have and no digit. */
enum { SAMSOK_PLAIN_LETTER = 0x40 };

/* True at a letter of Latin-1 such as «æ» and «Å», which is two bytes: 0xC3 and another, whose bit 0x20 is set in
 * small letters. × and ÷ stand among them, and ß has no capital there. */
static inline bool samsok_is_latin1_letter(const char *p)
{
    guchar second = (guchar)p[0] == 0xC3 ? (guchar)p[1] : 0x97; /* there is no second byte at the end */
    return second != 0x97 && second != 0xB7 && second != 0x9F;
}

/* True at «æ», «ø» and «å», two bytes each, and their capitals. */
static inline bool samsok_is_norwegian_letter(const char *p)
{
    return (guchar)p[0] == 0xC3 && samsok_plain_bytes[(guchar)p[1]] > 0x80;
}

/* The first letter of a folded word that is none of ASCII, æ, ø and å; `end` when there is none. */
static inline const char *samsok_first_foreign(const char *word, const char *end)
{
    while (word < end && ((guchar)*word < 0x80 || samsok_is_norwegian_letter(word))) {
        word += (guchar)*word < 0x80 ? 1 : 2;
    }
    return word;
}

G_END_DECLS

#endif
