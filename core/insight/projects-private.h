/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the finder of named undertakings share. */
#ifndef SAMSOK_INSIGHT_PROJECTS_PRIVATE_H
#define SAMSOK_INSIGHT_PROJECTS_PRIVATE_H

#include "core/insight/projects.h"

G_BEGIN_DECLS

/* ---- Words (project_words.c): bytes [start, end) of a text, hyphens and dashes inside included ---- */

typedef struct {
    gsize start;
    gsize end;
} SamsokProjectWord;

/* The word that begins one blank behind byte `at`; the one that ends one blank before it. */
bool samsok_project_word_after(const char *text, gsize at, SamsokProjectWord *out);
bool samsok_project_word_before(const char *text, gsize at, SamsokProjectWord *out);
/* The whole word that ends at byte `end`. */
SamsokProjectWord samsok_project_word_ending(const char *text, gsize end);
/* True where a sentence, a line or a heading begins at byte `at`, quotes before it set aside. */
bool samsok_project_begins_sentence(const char *text, gsize at);
/* Where the sentence around byte `at` begins, and ends. */
gsize samsok_project_sentence_start(const char *text, gsize at);
gsize samsok_project_sentence_end(const char *text, gsize at);
/* The words inside the quotation that opens at byte `at` (a blank before it allowed), or that closes just
 * before it; false when there is none, or more than a name's length. */
bool samsok_project_quoted_after(const char *text, gsize at, SamsokProjectWord *out);
bool samsok_project_quoted_before(const char *text, gsize at, SamsokProjectWord *out);
/* True when a letter or a digit stands at `p`. */
static inline bool samsok_project_is_letter(const char *p)
{
    return (guint8)*p < 0x80 ? g_ascii_isalnum(*p) : g_unichar_isalnum(g_utf8_get_char(p));
}
bool samsok_project_is_capital(const char *text, gsize at);
/* True for a word that no name goes on with: a finite verb of the commonest, «som», «ikke». */
bool samsok_project_ends_name(const char *text, const SamsokProjectWord *word);
/* True when the word is one of `list`, words with '|' before and behind each, whatever its capitals. */
bool samsok_project_is_one_of(const char *text, const SamsokProjectWord *word, const char *list);

/* ---- Nouns (project_nouns.c) ---- */

typedef enum {
    SAMSOK_NOUN_DEFINITE = 1 << 0,  /* samarbeidet */
    SAMSOK_NOUN_NAMES = 1 << 1,     /* its compounds are names without a capital: samhandlingsreformen */
    SAMSOK_NOUN_TITLES = 1 << 2,    /* begins a name: Program for …, Handlingsplan mot … */
    SAMSOK_NOUN_WITH = 1 << 3,      /* forsøket med … */
    SAMSOK_NOUN_BODY = 1 << 4,      /* may be an agency: a name must be defined */
    SAMSOK_NOUN_EVALUATES = 1 << 5, /* evaluering av … */
    SAMSOK_NOUN_FOUNDS = 1 << 6,    /* a verb: opprettet, skipa */
    SAMSOK_NOUN_ALONE = 1 << 7,     /* is no part of a compound: øvelse is not in utøvelse */
    SAMSOK_NOUN_NONE = 1 << 9,      /* ends as one of the others and is none */
    SAMSOK_NOUN_SOFTWARE = 1 << 8,  /* an unquoted name behind it is a computer program's */
} SamsokProjectNounFlags;

typedef struct {
    const char *form;
    SamsokProjectKind kind;
    guint flags;
} SamsokProjectNoun;

typedef struct _SamsokProjectNouns SamsokProjectNouns;

SamsokProjectNouns *samsok_project_nouns_new(void);
void samsok_project_nouns_free(SamsokProjectNouns *nouns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokProjectNouns, samsok_project_nouns_free)
/* The noun that the word ending at text + `end` ends with; NULL when there is none. Lent for ever. */
const SamsokProjectNoun *samsok_project_noun(const SamsokProjectNouns *nouns, const char *text,
                                             gsize end);

/* ---- Names (project_names.c) ---- */

typedef struct {
    const SamsokDocument *document;
    const SamsokProjectNouns *nouns;
    GPtrArray *projects;  /* of SamsokProject * */
    GHashTable *by_key;   /* lent by projects */
    const char *text;     /* of the block at hand */
    bool is_heading;
} SamsokProjectFinder;

/* Looks for names around the noun that ends at byte `end` of the block's text. */
void samsok_project_names(SamsokProjectFinder *finder, const SamsokProjectNoun *noun, gsize end);

G_END_DECLS

#endif
