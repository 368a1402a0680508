/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the modules that look for references share. */
#ifndef SAMSOK_INSIGHT_REFERENCES_PRIVATE_H
#define SAMSOK_INSIGHT_REFERENCES_PRIVATE_H

#include "core/insight/references.h"

#include <stdbool.h>

G_BEGIN_DECLS

/* The patterns, compiled once a program; their texts stand in reference_patterns.c. */
typedef enum {
    SAMSOK_PATTERN_SERIES,
    SAMSOK_PATTERN_PAPER,
    SAMSOK_PATTERN_BARE,
    SAMSOK_PATTERN_LOCATOR,
    SAMSOK_PATTERN_QUOTED,
    SAMSOK_PATTERN_CUE_BEFORE,
    SAMSOK_PATTERN_CUE_BEHIND,
    SAMSOK_PATTERN_CUE_INSIDE,
    SAMSOK_PATTERN_SENTENCE,
    SAMSOK_PATTERN_PARENTHESIS,
    SAMSOK_PATTERN_AUTHOR_PART,
    SAMSOK_PATTERN_NARRATIVE,
    SAMSOK_PATTERN_BEHIND_TITLE,
    SAMSOK_PATTERN_DATED,
    SAMSOK_PATTERN_ABOUT,
    SAMSOK_PATTERN_PLURAL,
    SAMSOK_PATTERN_ENTRY,
    SAMSOK_PATTERN_COUNT
} SamsokReferencePattern;

/* A reference on its way: where it stands in the block's bytes, and whether it needs another beside
 * it to be one («…» alone, (2016) alone). */
typedef struct {
    SamsokReference *reference;
    bool is_weak;
} SamsokFoundReference;

struct _SamsokReferenceFinder {
    GRegex *const *patterns; /* by SamsokReferencePattern; shared */
    GArray *found; /* of SamsokFoundReference: what the block at hand holds */
};

/* The first match at or behind byte `from`; NULL if there is none. Owner: the caller. */
GMatchInfo *samsok_reference_match(const SamsokReferenceFinder *finder, SamsokReferencePattern pattern,
                                   const char *text, gsize from);
/* A named group as new text, "" when it took no part. */
char *samsok_reference_group(const GMatchInfo *info, const char *name);
/* An empty reference over bytes [start, end) among what is found. The reference is lent. */
SamsokReference *samsok_reference_add(SamsokReferenceFinder *finder, SamsokReferenceForm form,
                                      gsize start, gsize end, bool is_weak);
/* Sets a string of a reference. Owner: takes `value`. */
void samsok_reference_take(char **member, char *value);
/* The year at the head of `text`; 0 if there is none. */
guint samsok_reference_year(const char *text);

/* "Difi-rapport" of "Difis", " " and "rapporten"; "Rapport" of "", "" and "rapport". Owner: the caller. */
char *samsok_reference_series(const char *publisher, const char *joint, const char *kind);
/* Widens `reference` by the chapter and page that stand behind it in `text`. */
void samsok_reference_locate(SamsokReferenceFinder *finder, const char *text, SamsokReference *reference);

/* True when one of `signs` (NULL-terminated) stands in `text`: what no pattern need be tried without. */
bool samsok_reference_has_any(const char *text, const char *const *signs);

/* Each looks for its forms in `text` and adds them. */
void samsok_reference_find_numbers(SamsokReferenceFinder *finder, const char *text);
void samsok_reference_find_titles(SamsokReferenceFinder *finder, const char *text, bool is_heading);
void samsok_reference_find_authors(SamsokReferenceFinder *finder, const char *text);
void samsok_reference_find_mentions(SamsokReferenceFinder *finder, const char *text);
/* Takes `text` for an entry of a reference list: what was found in it becomes one. */
void samsok_reference_take_entry(SamsokReferenceFinder *finder, const char *text);

/* Makes one of neighbours that speak of one document, drops the weak and what lies within another;
 * what stays is in order. */
void samsok_reference_merge(SamsokReferenceFinder *finder, const char *text);

/* Names of what is no author: months, seasons, words of the trade. */
bool samsok_reference_is_author(const char *name);
/* True for a name that publishes reports: initials, …direktoratet, Difi. */
bool samsok_reference_is_publisher(const char *name);

/* The patterns' texts and compile flags. */
typedef struct {
    const char *text;
    GRegexCompileFlags flags;
} SamsokReferencePatternText;
extern const SamsokReferencePatternText samsok_reference_patterns[SAMSOK_PATTERN_COUNT];

G_END_DECLS

#endif
