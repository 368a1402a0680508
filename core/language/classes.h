/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which stems are stems of one and the same word: «virkemidl» of virkemidler belongs to «virkemiddel».
 *
 * Snowball leaves the forms of a word apart where the word itself changes (virkemiddel, virkemidler;
 * mann, menn; bok, bøker; pådriver, pådriverne). The dictionary's head word of a form joins them: the
 * stem of the head word is the hub of the class, and all that must be known of a form is its hub. A form
 * of nynorsk has also the hub of the word's bokmål (core/language/nynorsk.h), so that the two written
 * languages share classes.
 *
 * Some words of two letters (år, by, øy) or three, which stemmer and dictionary leave alone, are joined with their
 * forms by a list of our own; so are the commonest irregular forms (core/language/irregular.h). By a rule, nouns on
 * -er and -et, which the stemmer takes for endings, are joined with the forms that the dictionary has as words of
 * their own (leder, lederne; universitet, universitetet). A compound that the dictionary lacks is
 * inflected as its last part is (prosjektlederne). So are nouns on -é with their forms, which are written with the
 * accent or without (komité, komite, komiteer).
 *
 * What is not joined, so that a class stays one word: a form whose own stem is the hub of one of its
 * readings («mal» is a form of «mele», too, and stays with mal); a head word that begins with another
 * letter (in two short words nothing else may be the same); a verb with its noun on -ing; what would be
 * joined with a stop word («nådd» with «nå»).
 *
 * Threads: none of its own; the analyser belongs to one.
 */
#ifndef SAMSOK_LANGUAGE_CLASSES_H
#define SAMSOK_LANGUAGE_CLASSES_H

#include "core/language/analyser.h"
#include "core/language/headwords.h"

#include <glib.h>

G_BEGIN_DECLS

/* A word has so many hubs at most. */
#define SAMSOK_CLASS_MAX_HUBS 6

/* Fills `hubs` with the hubs of a folded word whose stem is `stem`, other than `stem` itself, and returns
 * how many there are. `last` is the byte where a compound's last part begins (SamsokToken.last). They are lent
 * by the analyser until it starts anew. */
guint samsok_class_hubs(SamsokAnalyser *analyser, const SamsokHeadwords *headwords, const char *word, guint last,
                        const char *stem, const char *hubs[SAMSOK_CLASS_MAX_HUBS]);

G_END_DECLS

#endif
