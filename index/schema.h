/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an index is laid out: prefixes, kinds of document, the version. Nowhere else.
 *
 * AN INDEX IS A DIRECTORY
 *
 *     DIR/current        one line: the name of the generation in use ("gen-1"); replaced by rename
 *     DIR/gen-N/         a Xapian database
 *     DIR/lock           held (flock) by the one writer, with its process id in it
 *
 * Readers open by path through `current`. A directory without `current` that is itself a Xapian
 * database, or a Xapian stub file, can be read too (shards, remote shards) but not written.
 *
 * DOCUMENTS of the database are of two kinds, told apart by a boolean term:
 *
 *     XKreport     one for each file: its record (index/record.h) is the single source of truth
 *     XKpassage    one for each passage: its record holds text and place, so that a hit needs no file
 *
 * and of those that index/extras.c lists, found in a report and stored with it.
 *
 * TERMS. Omega's prefixes where Omega has one. Boolean terms carry a ':' after a prefix of several
 * letters when the value begins with a capital, as Xapian's convention wants; samsok_schema_term does
 * it. A value that would pass Xapian's 245 bytes is replaced by the hex SHA-256 of itself.
 */
#ifndef SAMSOK_INDEX_SCHEMA_H
#define SAMSOK_INDEX_SCHEMA_H

#include <glib.h>

/* Rises when an older program could not read the index or would misread it. An index with a newer
 * one is refused with both numbers in the message. */
#define SAMSOK_SCHEMA_VERSION 3

/* Keys of Xapian's user metadata. */
#define SAMSOK_KEY_SCHEMA "samsok.schema"     /* SAMSOK_SCHEMA_VERSION as text */
#define SAMSOK_KEY_ANALYSER "samsok.analyser" /* SAMSOK_ANALYSER_VERSION as text */
#define SAMSOK_KEY_SHAPE "samsok.shape"       /* SAMSOK_SHAPE_VERSION as text */
#define SAMSOK_KEY_RUN "samsok.run"           /* when the last run ended, ISO 8601 UTC, and its counts */
#define SAMSOK_KEY_QUARANTINE "samsok.quarantine/" /* + plugin build + "/" + content → index/verdict.h */
#define SAMSOK_KEY_UNREAD "samsok.unread/"    /* + the same, for files of a kind nobody reads */
#define SAMSOK_KEY_FILE "samsok.file/"        /* + SHA-256 of the path → index/known.h: files that are
                                               * no report as they are */
#define SAMSOK_KEY_WORD "samsok.word/"        /* + a stem → index/words.h */
#define SAMSOK_KEY_VOCABULARY "samsok.vocabulary" /* digest of what all passages are tagged with; "" when
                                                   * some are not */
#define SAMSOK_KEY_EDITION "samsok.edition"   /* its files and versions, for people */
#define SAMSOK_KEY_TAGGER "samsok.tagger"     /* SAMSOK_TAGGER_VERSION as text, of the last run that tagged */
#define SAMSOK_KEY_THESAURUS "samsok.thesaurus" /* its concepts (index/thesaurus.h) */
#define SAMSOK_KEY_SOURCE "samsok.source/"    /* + SHA-256 of the path → the path of a source */

/* Kinds of document. */
#define SAMSOK_KIND_REPORT "XKreport"
#define SAMSOK_KIND_PASSAGE "XKpassage"
#define SAMSOK_KIND_POINT "XKpoint"
#define SAMSOK_KIND_REFERENCES "XKreference"
#define SAMSOK_KIND_PROJECTS "XKcase"
/* All of them, NULL-terminated: a document has exactly one. */
const char *const *samsok_schema_kinds(void);
#define SAMSOK_KIND_STALE "XKstale" /* on a report, too: the newest version of its file is not read */

/* Value slots. */
#define SAMSOK_SLOT_FILE 0 /* report: the fields of its record that a run compares with the file, so
                            * that a run over unchanged files reads no whole record */
#define SAMSOK_SLOT_ORDER 1 /* passage: bytes of its id's hash, by which equals are ordered, so that
                             * the order does not depend on document numbers, which shards share out
                             * otherwise than one database */

#define SAMSOK_SLOT_TITLE 2 /* report: its title, so that nobody who wants no more reads its record */
#define SAMSOK_SLOT_RECORD 3 /* all: their record, pressed (index/xapian/press.hh). Xapian would try to deflate its
                              * own data of a document, in vain, when it is added and whenever databases are
                              * compacted */

/* Term prefixes. */
#define SAMSOK_PREFIX_ID "Q"          /* unique id of a report or a point; a passage is found among those of
                                       * its report (index/lookup.h): a term each would be a fortieth of the
                                       * index */
#define SAMSOK_PREFIX_TITLE "S"       /* stems of the report's title, on reports and passages */
#define SAMSOK_PREFIX_AUTHOR "A"      /* an author's folded name */
#define SAMSOK_PREFIX_YEAR "Y"        /* 2017 */
#define SAMSOK_PREFIX_LANGUAGE "L"    /* nb, nn, en */
#define SAMSOK_PREFIX_MEDIA "T"       /* text/plain */
#define SAMSOK_PREFIX_CONCEPT "K"     /* id of a concept mentioned, and of all above it */
#define SAMSOK_PREFIX_REPORT "XR"     /* passage, extra → its report's id */
#define SAMSOK_PREFIX_SERIES "XS"     /* folded series name: difi-rapport */
#define SAMSOK_PREFIX_NUMBER "XN"     /* series + number normalised: difi-rapport-2014-7 */
#define SAMSOK_PREFIX_WORK "XW"       /* report: works it may carry (index/carriers.h) */
#define SAMSOK_PREFIX_SHA "XH"        /* report: hex SHA-256 of the file */
#define SAMSOK_PREFIX_PATH "XP"       /* report: the path as walked */
#define SAMSOK_PREFIX_POINT "XO"      /* point: learning-point, advice, … */
#define SAMSOK_PREFIX_SECTION "XC"    /* passage: kind of section (body, summary, appendix, …) */

/* The boolean term for `value` (never empty) under `prefix`, as the head of this file says.
 * Owner: the caller frees. */
char *samsok_schema_term(const char *prefix, const char *value);

/* What SAMSOK_SLOT_ORDER holds for a passage of this id. Two of a million passages hardly ever share so many
 * bytes of their hashes. */
enum { SAMSOK_ORDER_BYTES = 6 };
void samsok_schema_order(const char *id, guint8 out[SAMSOK_ORDER_BYTES]);

/* The form in which names are compared and ids are made: lower case, letters and digits of ASCII,
 * single hyphens between: "Difi-rapport" → "difi-rapport", "Språkrådet" → "spraakraadet"; æ is ae,
 * ø is oe, å is aa, other accents fall. May be empty. Owner: the caller frees. */
char *samsok_schema_fold(const char *text);

/* A report number with its series, for SAMSOK_PREFIX_NUMBER: series folded, the number's parts
 * without leading zeros: "Difi-rapport", "2014:07" → "difi-rapport-2014-7". Owner: the caller frees. */
char *samsok_schema_number(const char *series, const char *number);

#endif
