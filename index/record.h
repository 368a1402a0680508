/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is stored with a report and with a passage, and how it becomes bytes.
 *
 * Records are stored as index/pack.h has it.
 */
#ifndef SAMSOK_INDEX_RECORD_H
#define SAMSOK_INDEX_RECORD_H

#include "core/model/document.h"

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* A section of a report's outline as stored. */
typedef struct {
    const char *number;
    const char *title;
    guint level;
    guint page;
    guint line;
} SamsokOutlineRecord;

/* A report: where its file is, what it was read with, what it is. Strings never NULL. */
typedef struct {
    const char *id;
    const char *path;        /* as walked: relative paths stay relative to nothing: absolute */
    const char *source;      /* the argument of `samsok index` under which it was found, absolute */
    uint64_t size_bytes;
    int64_t mtime_ns;
    uint64_t inode;
    uint64_t device;
    const char *sha256;      /* hex */
    const char *plugin;      /* name */
    const char *plugin_build;
    guint shape_version;
    const char *media_type;
    const char *title;
    const char *series;
    const char *number;
    guint year;              /* 0 unknown */
    const char *date;
    const char *authors;
    const char *publisher;
    const char *language;
    const char *url;
    const char *charset;
    guint page_count;
    guint passage_count;
    const char *indexed_at;  /* ISO 8601 UTC */
    const char *stale;       /* why the newest version of the file could not be read; "" if it could */
    const char *sidecar;     /* hex SHA-256 of the sidecar row that was merged in; "" if none */
    GPtrArray *outline;      /* of SamsokOutlineRecord * */
    GPtrArray *warnings;     /* of char *: "code: text" */
} SamsokReportRecord;

/* A place in a passage where a concept is mentioned, with the evidence. */
typedef struct {
    const char *concept; /* id */
    const char *label;   /* its preferred label in bokmål */
    guint start;         /* code points in the passage's text */
    guint end;           /* behind the last one */
    const char *matched; /* the label that matched */
    const char *rule;    /* why it was let through, as `samsok tag` prints it; "structure" for what the
                          * document's structure tells */
} SamsokMentionRecord;

/* What makes a point (core/insight/points.h) of the text of a SamsokPassageRecord. */
typedef struct {
    const char *kind;       /* samsok_point_kind_name; "": this is no point but a passage */
    const char *number;
    const char *lead_in;
    const char *cue;        /* what told */
    const char *summary_of; /* id of the point it shortens; "" */
    guint summary_permille; /* how much of it is said there */
    guint is_negated;
    const char *spans;      /* where it stands in the passages of its report (index/points.c) */
    const char *brief_spans; /* where the points of the summary stand that shorten it, likewise */
    const char *basis_spans; /* where it stands what it sums up, likewise */
} SamsokPointFields;

/* A passage: what a hit shows. A point is stored as one of its own, so that both are ranked and shown
 * by the same functions. */
typedef struct {
    const char *id;          /* report id + '#' + passage id */
    const char *report;      /* report id */
    const char *report_title; /* the passage is ranked by it, too: where it is not stored, as in older
                               * indexes, it is looked up (SAMSOK_SLOT_TITLE) */
    const char *text;
    const char *section_number;
    const char *section_title;
    const char *const *section_path; /* NULL-terminated: the numbers (or titles) from the top */
    const char *const *section_titles; /* NULL-terminated: the titles from the top */
    const char *section_kind;
    SamsokPlace place;
    const char *label_first; /* printed page labels; "" */
    const char *label_last;
    const char *language;
    guint ordinal;           /* the passage's place in its report, from 0 */
    SamsokPointFields point;
    uint32_t docid;          /* not stored: the document it was loaded from; 0 where nobody asked */
    GPtrArray *mentions;     /* of SamsokMentionRecord *, in text order; never NULL after unpacking */
} SamsokPassageRecord;

GBytes *samsok_report_record_pack(const SamsokReportRecord *record);
GBytes *samsok_passage_record_pack(const SamsokPassageRecord *record);

/* The unpacked record and its strings are one piece of memory, freed with the _free function; so are
 * the mentions of a passage, unless others are put in their place.
 * Errors: CORRUPT. */
SamsokReportRecord *samsok_report_record_unpack(const void *bytes, size_t len, GError **error);
SamsokPassageRecord *samsok_passage_record_unpack(const void *bytes, size_t len, GError **error);
void samsok_report_record_free(SamsokReportRecord *record);
void samsok_passage_record_free(SamsokPassageRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokReportRecord, samsok_report_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPassageRecord, samsok_passage_record_free)

/* What the passage mentions, each concept once by its first mention, in text order: GPtrArray of
 * SamsokMentionRecord *, lent by the record. Owner: the caller unrefs the array. */
GPtrArray *samsok_passage_record_concepts(const SamsokPassageRecord *record);

/* A mention with copies of the strings, in one piece of memory that g_free frees. */
SamsokMentionRecord *samsok_mention_record_new(const SamsokMentionRecord *fields);

G_END_DECLS

#endif
