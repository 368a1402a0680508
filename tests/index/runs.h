/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs of samsok_update for tests: a scratch folder with files and an index beside them. */
#ifndef SAMSOK_TESTS_INDEX_RUNS_H
#define SAMSOK_TESTS_INDEX_RUNS_H

#include "index/record.h"
#include "index/update.h"

#include <glib.h>

typedef struct {
    char *folder; /* holds "files" and "index" */
    char *files;
    char *index;
    SamsokRegistry *registry;
} TestRuns;

TestRuns *test_runs_new(void);
/* In a folder that is there; takes the string, and removes the folder when freed. */
TestRuns *test_runs_new_at(char *folder);
void test_runs_free(TestRuns *runs);

/* Writes FILES/`name`: a paragraph of prose that no other `seed` gives. */
void test_runs_write(const TestRuns *runs, const char *name, const char *seed);
void test_runs_remove(const TestRuns *runs, const char *name);
void test_runs_rename(const TestRuns *runs, const char *from, const char *to);

/* A run over FILES with `change` (may be NULL) applied to its options. Ends the test on an error. */
SamsokRunReport *test_runs_update(const TestRuns *runs, void (*change)(SamsokUpdateOptions *options));
/* The same, expecting an error with `code`. */
void test_runs_refuse(const TestRuns *runs, void (*change)(SamsokUpdateOptions *options), int code);

/* The counters of a report that are not zero: "seen 2 indexed 1 skipped 1". Owner: the caller. */
char *test_runs_counters(const SamsokRunReport *report);

/* The record of the report whose file is FILES/`name`; NULL if there is none. Owner: the caller. */
SamsokReportRecord *test_runs_record(const TestRuns *runs, const char *name);
/* How many passages hold the stem `term`. */
uint32_t test_runs_count(const TestRuns *runs, const char *term);

#endif
