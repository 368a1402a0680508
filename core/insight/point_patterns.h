/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patterns of wording behind the cues of points: words of the language and of the genre, no single
 * report's. What each tells stands at the function of point_cues that asks it. */
#ifndef SAMSOK_INSIGHT_POINT_PATTERNS_H
#define SAMSOK_INSIGHT_POINT_PATTERNS_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_POINT_PATTERN_LEARNING,
    SAMSOK_POINT_PATTERN_ADVICE,
    SAMSOK_POINT_PATTERN_RECOMMENDATION,
    SAMSOK_POINT_PATTERN_FOCUS_AREA,
    SAMSOK_POINT_PATTERN_CONDITIONS,
    SAMSOK_POINT_PATTERN_EXPERIENCE,
    SAMSOK_POINT_PATTERN_SHOULD,
    SAMSOK_POINT_PATTERN_OUGHT,
    SAMSOK_POINT_PATTERN_ASKED,
    SAMSOK_POINT_PATTERN_DEMANDS,
    SAMSOK_POINT_PATTERN_MATTERS,
    SAMSOK_POINT_PATTERN_POSITIONS,
    SAMSOK_POINT_PATTERN_LEARNED_AND,
    SAMSOK_POINT_PATTERN_SUMS_UP,
    SAMSOK_POINT_PATTERN_ONWARD,
    SAMSOK_POINT_PATTERN_OTHER_LABEL,
    SAMSOK_POINT_PATTERN_BUILDS_ON,
    SAMSOK_POINT_PATTERN_NAMED,
    SAMSOK_POINT_PATTERN_NUMBERED_LABEL,
    SAMSOK_POINT_PATTERN_COUNTED,
    SAMSOK_POINT_PATTERN_RECOMMENDS,
    SAMSOK_POINT_PATTERN_POINTS_AWAY,
    SAMSOK_POINT_PATTERN_NAMES_AREAS,
    SAMSOK_POINT_PATTERN_CONCLUDES,
    SAMSOK_POINT_PATTERN_BODY_OUGHT,
    SAMSOK_POINT_PATTERN_LEARNS,
    SAMSOK_POINT_PATTERN_ADVISES,
    SAMSOK_POINT_PATTERN_REPORTED,
    SAMSOK_POINT_PATTERN_WEIGHS,
    SAMSOK_POINT_PATTERN_GUIDES,
    SAMSOK_POINT_PATTERN_TECHNICAL,
    SAMSOK_POINT_PATTERN_ASKS,
    SAMSOK_POINT_PATTERN_NEGATES,
    SAMSOK_POINT_PATTERN_PROPOSES,
    SAMSOK_POINT_PATTERN_MINUTES,
    SAMSOK_POINT_PATTERN_AHEAD,
    SAMSOK_POINT_PATTERN_REQUIRES,
    SAMSOK_POINT_PATTERN_BINDS,
    SAMSOK_POINT_PATTERN_INSTRUCTS,
    SAMSOK_POINT_PATTERN_OPERATES,
    SAMSOK_POINT_PATTERN_LEADS_AWAY,
    SAMSOK_POINT_PATTERN_TAKES_UP,
    SAMSOK_POINT_PATTERN_GATHERED,
    SAMSOK_POINT_PATTERN_MANUAL,
    SAMSOK_POINT_PATTERN_PROCEDURE,
    SAMSOK_POINT_PATTERN_HEAD_NOUN,
    SAMSOK_POINT_PATTERN_CLOCK,
    SAMSOK_POINT_PATTERN_COUNT
} SamsokPointPattern;

/* The compiled pattern, in any case of letters; NULL for RECOMMENDS, which is several: ask
 * samsok_point_matches. Threads: any; made once, never freed. */
const GRegex *samsok_point_pattern(SamsokPointPattern which);

/* False when the pattern cannot match in the `len` bytes of `text`, told by the letters it cannot do
 * without; a few searches, where the pattern would be slow. Threads: any. */
bool samsok_point_may_match(SamsokPointPattern which, const char *text, gsize len);

/* The pattern matches somewhere in the `len` bytes of `text`. Threads: any. */
bool samsok_point_matches(SamsokPointPattern which, const char *text, gsize len);

/* The same as may_match, of the patterns that announce a list. */
bool samsok_point_may_announce(const char *text);

G_END_DECLS

#endif
