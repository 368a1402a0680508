/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing an index up to date with files and folders: one run, one transaction.
 *
 * A run walks its sources, finds out what is new, changed, moved or gone (index/plan.h),
 * extracts and shapes what needs it in `jobs` builder threads, each with its own extractor, and
 * hands finished documents to the one writer. Nothing is visible before the commit at the end; a run
 * that is killed leaves the last commit; before the first one there is no index to read. Every file seen ends in exactly one of indexed, unchanged,
 * failed, skipped and quarantined.
 */
#ifndef SAMSOK_INDEX_UPDATE_H
#define SAMSOK_INDEX_UPDATE_H

#include "core/concepts/lexicon.h"
#include "core/extract/registry.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_FILE_INDEXED,     /* read and put into the index: new or changed */
    SAMSOK_FILE_UNCHANGED,   /* what the index holds is what the file says; moved files too */
    SAMSOK_FILE_FAILED,      /* could not be read: reason in the report; last good content stays */
    SAMSOK_FILE_SKIPPED,     /* of a kind that nobody reads, or no regular file */
    SAMSOK_FILE_QUARANTINED  /* failed before with this plugin build: not tried again */
} SamsokFileFate;

typedef struct {
    const char *path;
    SamsokFileFate fate;
    const char *code;   /* samsok_error_name; for what was skipped also "duplicate", "link",
                         * "not-regular", "index" or "sidecar"; "" when all is well */
    const char *reason; /* "" when all is well */
} SamsokFileEvent;

typedef struct {
    uint64_t files_seen;
    uint64_t files_done;    /* with a fate */
    uint64_t bytes_done;
} SamsokProgress;

typedef struct {
    const char *index_dir;
    const char *const *sources;   /* NULL-terminated files and folders; NULL: those of earlier runs */
    const SamsokRegistry *registry;
    const SamsokLexicon *lexicon; /* what passages are tagged with; NULL: with nothing */
    guint jobs;                   /* 0: one for each processor, eight at most */
    bool dry_run;                 /* say what would happen, change nothing */
    bool rebuild;                 /* read everything again into a new generation */
    bool allow_removals;          /* of more than a fifth and more than ten of the reports */
    bool retry_quarantined;
    /* Called from the thread that called samsok_update, once a file that failed, was skipped or
     * quarantined (and, with dry_run, for every file). May be NULL. */
    void (*on_file)(const SamsokFileEvent *event, void *data);
    /* Called at most ten times a second. May be NULL. */
    void (*on_progress)(const SamsokProgress *progress, void *data);
    void *data;
    const int *cancelled;         /* set non-zero (by a signal handler) to end the run; may be NULL */
} SamsokUpdateOptions;

/* What a run did. */
typedef struct {
    char *started;   /* ISO 8601 UTC */
    char *finished;
    uint64_t seen;
    uint64_t indexed;
    uint64_t unchanged;
    uint64_t moved;
    uint64_t removed;
    uint64_t failed;
    uint64_t skipped;
    uint64_t quarantined;
    GPtrArray *failures; /* of SamsokFailure *: every file that is not in the index, with its reason */
    uint64_t reports;    /* in the index after the run */
    uint64_t passages;
    uint64_t retagged;   /* passages of unchanged files whose tags differ by the new vocabulary */
    uint64_t concept_changes; /* with dry_run: those of them that gain or lose a concept, which they mention or
                               * which stands above one; of the others only the words or the rule differ */
    GPtrArray *tag_changes; /* of SamsokTagChange *: with dry_run, at most SAMSOK_MAX_TAG_CHANGES of these */
    uint64_t concepts_before;  /* that the vocabulary has by which the index was tagged, when it is another */
    uint64_t concepts_gone;    /* those of them (by IRI) that the run's vocabulary does not have: with them
                                * go their tags */
    GPtrArray *first_gone;     /* of char *: ids of the first of them, SAMSOK_MAX_GONE_NAMED at most */
    char *vocabulary;    /* edition that the passages are tagged with after the run; "" for none */
    char *next_vocabulary; /* with dry_run: the one that the run would tag them with; "" when it is the same */
    const char *sandbox; /* "process" */
    uint64_t peak_rss_kb;
} SamsokRunReport;

typedef struct {
    char *path;
    const char *code;
    char *reason;
} SamsokFailure;

/* Ids of concepts with blanks between, "" for none. */
typedef struct {
    char *passage;
    char *gained;
    char *lost;
} SamsokTagChange;

void samsok_run_report_free(SamsokRunReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokRunReport, samsok_run_report_free)

/* Owner: the caller. Files that could not be read are no error of the run.
 * Errors: LOCKED, CREATE, IO, CORRUPT, MISSING (a source does not exist and never did), LIMIT (too
 * many removals; nothing was changed), CANCELLED (nothing was changed). */
SamsokRunReport *samsok_update(const SamsokUpdateOptions *options, GError **error);

G_END_DECLS

#endif
