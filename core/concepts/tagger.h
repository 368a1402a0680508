/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the concepts that a document mentions, each with the evidence for it.
 *
 * One pass over the tokens of each block walks the lexicon's trie from every token; what it finds are
 * candidates. When the document is whole, rules are asked (what stands near, what stands in the
 * section), and of candidates on the same words the one with most words stays: a general concept is
 * silent under a more specific one. The cost does not depend on the number of labels.
 *
 * Norwegian leaves out what two words share, and so do we:
 *   samordningsbehov og -utfordringer          the second begins as the first
 *   kommune- og regionreformen                 the first ends as the second
 *   horisontal og vertikal samordning          one word of a label is shared; also
 *   negativt og positivt definert samordning   … several, and
 *   politisk lederskap og forankring           … the first of them
 *
 * Threads: one tagger belongs to one thread; a lexicon may serve many.
 */
#ifndef SAMSOK_CONCEPTS_TAGGER_H
#define SAMSOK_CONCEPTS_TAGGER_H

#include "core/concepts/lexicon.h"
#include "core/language/analyser.h"
#include "core/model/document.h"

#include <glib.h>

G_BEGIN_DECLS

/* How the words of a mention are those of the label. X(HOW, name in output) */
#define SAMSOK_MATCH_LIST(X) \
    X(STEMS, "stems") \
    X(EXACT, "exact") \
    X(COMPOUND, "compound") \
    X(ELLIPSIS, "ellipsis")

typedef enum {
#define X(how, name) SAMSOK_MATCH_##how,
    SAMSOK_MATCH_LIST(X)
#undef X
} SamsokTagMatch;

const char *samsok_match_name(SamsokTagMatch match);

typedef struct {
    guint concept;        /* resource of the vocabulary */
    guint block;          /* as given to samsok_tagger_add */
    guint start;          /* code points in the block's text */
    guint end;            /* behind the last one */
    guint start_byte;
    guint end_byte;
    const char *label;    /* the label that matched, lent by the vocabulary */
    SamsokTagMatch match;
    const char *evidence; /* what a rule asked for and found: a phrase or a concept's id; NULL */
} SamsokMention;

/* Why the mention stands, in words: "stems «virkemidler»; near «samordning»" says how its words are the
 * label's and what a rule asked for and found. Owner: the caller. */
char *samsok_mention_rule(const SamsokMention *mention);

/* Rises when the same vocabulary would tag the same text otherwise: texts are tagged again then. */
#define SAMSOK_TAGGER_VERSION 4

typedef struct _SamsokTagger SamsokTagger;

/* Owner: the caller; `lexicon` and `analyser` are lent and must outlive it. Several taggers of one thread
 * may share an analyser, with each other and with whoever else cuts the same texts. */
SamsokTagger *samsok_tagger_new(const SamsokLexicon *lexicon, SamsokAnalyser *analyser);
void samsok_tagger_free(SamsokTagger *tagger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokTagger, samsok_tagger_free)

/* Reads one text (clean) of a document, in the document's order. `language` is "nb", "nn", "en" or
 * ""; `section` is any number that texts of one section share. */
void samsok_tagger_add(SamsokTagger *tagger, const char *text, const char *language, guint section,
                       guint block);
/* The same with the tokens of `text` (GArray of SamsokToken), which the analyser has cut just before. */
void samsok_tagger_add_tokens(SamsokTagger *tagger, const char *text, const GArray *tokens,
                              const char *language, guint section, guint block);
/* Ends the document: what was mentioned, in order; the tagger is ready for the next one.
 * Owner: the caller frees the GArray of SamsokMention. */
GArray *samsok_tagger_finish(SamsokTagger *tagger);

/* All of a document but its table of contents and its running heads. */
GArray *samsok_tagger_document(SamsokTagger *tagger, const SamsokDocument *document);

/* The line of the source file in which byte `offset` of `block` stands, as nearly as its first and
 * last line tell; 0 where the format has no lines. */
guint samsok_block_line(const SamsokBlock *block, guint offset);

G_END_DECLS

#endif
