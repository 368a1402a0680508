/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where words are no mention of what they say: in addresses, in names of laws, behind a name, denied. */
#ifndef SAMSOK_CONCEPTS_WORDING_H
#define SAMSOK_CONCEPTS_WORDING_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* True when the byte at `offset` of `text` stands in something written for machines: an address of the
 * web or of mail, a path, a file's name, an identifier with underscores. */
bool samsok_is_machine_text(const char *text, guint offset);

/* True for «kommuneloven», «sameigelova»: a law. Its stem is that of the word before «lov», for
 * Snowball's Norwegian takes «lov» for an ending. */
bool samsok_is_law_word(const char *folded);

/* True for «rådgiver», «rådgivar», and for «rådgivende»: who does it and what is doing it share their stem. */
bool samsok_is_doer_word(const char *folded);
bool samsok_is_participle(const char *folded);

/* True when the word that begins at `offset` stands right behind a name, as in «Bergen kommune»: behind one
 * blank and a word with a capital that is not only there because a sentence begins. */
bool samsok_is_behind_name(const char *text, guint offset);

/* True when somebody is said not to be what the word at `offset` says: «er ikke lenger lederdepartement», «som ikkje
 * har vore pådrivar». There must be a verb for being, and nothing between it, the denial and the word but
 * such words as «et» and «lenger»: «har ikke noe lederdepartement» and «er ikke bare pådriver» deny no role. */
bool samsok_is_denied(const char *text, guint offset);

G_END_DECLS

#endif
