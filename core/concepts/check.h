/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a vocabulary that can be read: for those who write one. */
#ifndef SAMSOK_CONCEPTS_CHECK_H
#define SAMSOK_CONCEPTS_CHECK_H

#include "core/concepts/lexicon.h"

#include <glib.h>

G_BEGIN_DECLS

/* X(KIND, name, true where it is wrong and false where it only may be) */
#define SAMSOK_FINDING_LIST(X) \
    X(CYCLE, "cycle", true) \
    X(HIGH, "too-many-above", true) \
    X(DANGLING, "dangling", true) \
    X(EMPTY, "no-concepts", true) \
    X(NAMELESS, "nothing-matches", true) \
    X(NO_LABEL, "no-label", true) \
    X(TWO_LABELS, "two-labels", true) \
    X(UNKNOWN_LABEL, "unknown-label", true) \
    X(NEVER, "never-matches", true) \
    X(CLASH, "label-clash", false) \
    X(PROFILE, "profile", false)

/* CYCLE: a concept stands above itself. HIGH: more than SAMSOK_MAX_CONCEPTS_ABOVE stand above one, and not all
 * would count. DANGLING: what it refers to is no concept. EMPTY: a file says
 * nothing of any concept. NAMELESS: a file says something of concepts, and none of them can ever be found. NO_LABEL: no preferred label. TWO_LABELS: two preferred ones in a language.
 * UNKNOWN_LABEL: a rule or property is about a label that the concept does not have. NEVER: none of its
 * labels can match. CLASH: another concept has the same label. PROFILE: lacks what SKOS-AP-NO-Begrep asks for: a label in bokmål or
 * nynorsk, a definition, a scheme or collection it belongs to. */
typedef enum {
#define X(kind, name, wrong) SAMSOK_FINDING_##kind,
    SAMSOK_FINDING_LIST(X)
#undef X
} SamsokFindingKind;

typedef struct {
    SamsokFindingKind kind;
    guint concept;       /* SAMSOK_NO_RESOURCE: the file as a whole */
    guint file;
    guint line;
    char *text; /* what is wrong, with names in single quotes */
} SamsokFinding;

const char *samsok_finding_name(SamsokFindingKind kind);
bool samsok_finding_is_wrong(SamsokFindingKind kind);

/* All findings about the vocabulary of `lexicon`, by file and line. Owner: the caller unrefs the
 * array of SamsokFinding *. */
GPtrArray *samsok_vocabulary_check(const SamsokLexicon *lexicon);

/* False for a vocabulary that nobody should tag with, because tags would go or come that nobody means: EMPTY,
 * NAMELESS, CYCLE, HIGH. Costs much less than all findings.
 * Errors: QUERY 'FILE': line N: REASON, of the first finding. */
bool samsok_vocabulary_is_fit(const SamsokLexicon *lexicon, GError **error);

G_END_DECLS

#endif
