/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one function that turns text into the terms it is found by, and its like for filters. */
#ifndef SAMSOK_INDEX_TERMS_H
#define SAMSOK_INDEX_TERMS_H

#include "core/language/analyser.h"
#include "index/stem_counts.h"
#include "index/words.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* What is needed for making terms; held by value, cleared with samsok_terms_clear. */
typedef struct {
    SamsokAnalyser *analyser; /* may be lent to who cuts the same texts */
    bool splits;              /* the dictionaries are loaded when the first text comes */
    GArray *tokens;           /* of SamsokToken, scratch */
    GString *term;            /* scratch */
    SamsokStemCounts *counts; /* scratch */
    GByteArray *told;         /* by the analyser's number of a word: 1 when its facts were noted */
    GHashTable *told_parts;   /* set of const char *, lent by the analyser: last parts whose classes were noted … */
    guint age;                /* … since the analyser started anew for the last time */
    SamsokWordNotes *notes;
} SamsokTerms;

/* Errors: INTERNAL. */
gboolean samsok_terms_init(SamsokTerms *terms, GError **error);
void samsok_terms_clear(SamsokTerms *terms);

/* Loads the dictionaries, so that the analyser cuts no text that has to be cut again. The functions below do it
 * otherwise. */
void samsok_terms_load(SamsokTerms *terms);

/* The stem of each word of `text` and the stems of its compound parts, as often as they occur, for
 * samsok_terms_add_counted. Owner: the caller. */
GBytes *samsok_terms_of(SamsokTerms *terms, const char *text, const char *language);
/* The same of tokens that the analyser has cut just before, with the dictionaries loaded. */
GBytes *samsok_terms_of_tokens(SamsokTerms *terms, const GArray *tokens, const char *language);
/* Each distinct stem of `texts` (NULL-terminated) once. */
GBytes *samsok_terms_once(SamsokTerms *terms, const char *const *texts, const char *language);
/* Adds them to `entry` under `prefix` ("" for none). A word too long for a term is none. Errors: ARGUMENT. */
gboolean samsok_terms_add_counted(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                                  GBytes *counted, GError **error);

/* Both steps in one. Errors: ARGUMENT. */
gboolean samsok_terms_add(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                          const char *text, const char *language, GError **error);
gboolean samsok_terms_add_once(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                               const char *const *texts, const char *language, GError **error);

/* Puts what is known of the words met since the last call into `writer` (index/words.h). Errors: IO. */
gboolean samsok_terms_store_words(SamsokTerms *terms, SamsokWriter *writer, GError **error);

/* Adds samsok_schema_term(prefix, value) as a filter, unless `value` is empty. Errors: ARGUMENT. */
gboolean samsok_terms_add_filter(SamsokEntry *entry, const char *prefix, const char *value,
                                 GError **error);

G_END_DECLS

#endif
