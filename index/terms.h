/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one function that turns text into the terms it is found by, and its like for filters. */
#ifndef SAMSOK_INDEX_TERMS_H
#define SAMSOK_INDEX_TERMS_H

#include "core/language/analyser.h"
#include "index/words.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* What is needed for making terms; held by value, cleared with samsok_terms_clear. */
typedef struct {
    SamsokAnalyser *analyser;
    bool splits;      /* the dictionaries are loaded when the first text comes */
    GArray *tokens;   /* of SamsokToken, scratch */
    GString *term;    /* scratch */
    GHashTable *seen; /* set of stems, scratch: lent by the analyser */
    GHashTable *met;  /* set of compounds, as they stood in text, whose parts were noted; owned */
    SamsokWordNotes *notes;
} SamsokTerms;

/* Errors: INTERNAL. */
gboolean samsok_terms_init(SamsokTerms *terms, GError **error);
void samsok_terms_clear(SamsokTerms *terms);

/* Adds the stem of each word of `text`, and the stems of its compound parts,
 * to `entry`, under `prefix` ("" for none), as often as it
 * occurs. A word too long for a term is none. Errors: ARGUMENT. */
gboolean samsok_terms_add(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                          const char *text, const char *language, GError **error);

/* Puts what is known of the words met since the last call into `writer` (index/words.h). Errors: IO. */
gboolean samsok_terms_store_words(SamsokTerms *terms, SamsokWriter *writer, GError **error);

/* Adds each distinct stem of `texts` (NULL-terminated) once. Errors: ARGUMENT. */
gboolean samsok_terms_add_once(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                               const char *const *texts, const char *language, GError **error);

/* Adds samsok_schema_term(prefix, value) as a filter, unless `value` is empty. Errors: ARGUMENT. */
gboolean samsok_terms_add_filter(SamsokEntry *entry, const char *prefix, const char *value,
                                 GError **error);

G_END_DECLS

#endif
