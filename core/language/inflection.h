/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of inflection of the system's dictionaries, read backwards: which head words a form may
 * be a form of.
 *
 * Hunspell's .aff files hold rules such as «flag C: a word on -el becomes -ler, when it ends in [^m]el»;
 * a head word carries the flags of its rules. libhunspell answers the same question, but it keeps both
 * dictionaries in 62 MB and takes 0.2 s to load, and it needs a lock; these rules take their
 * head words from core/language/headwords.h, which is in memory anyway, and any thread may ask.
 * Only suffixes are read: a prefix (u-, for-, sam-) makes another word, and hunspell's answer
 * «ordnet» for «samordnet» joins what should be apart.
 *
 * Source of the format: hunspell(5).
 */
#ifndef SAMSOK_LANGUAGE_INFLECTION_H
#define SAMSOK_LANGUAGE_INFLECTION_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/* The rules of one dictionary. */
typedef struct _SamsokInflection SamsokInflection;

/* Reads the rules in the text of an .aff file (UTF-8); lines that are no suffix rule say nothing.
 * Owner: the caller. */
SamsokInflection *samsok_inflection_new(const char *text);
void samsok_inflection_free(SamsokInflection *inflection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokInflection, samsok_inflection_free)

/* Calls `each` for every word that some rule turns into the `len` bytes at `form` (folded): the word,
 * and the flag it must carry for that rule to be its own. */
typedef void (*SamsokEachOrigin)(const char *word, size_t len, gunichar flag, void *data);
void samsok_inflection_origins(const SamsokInflection *inflection, const char *form, size_t len,
                               SamsokEachOrigin each, void *data);

G_END_DECLS

#endif
