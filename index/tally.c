/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The run report and its counters. */
#include "config.h"

#include "index/tally.h"

static void free_failure(gpointer data)
{
    SamsokFailure *failure = data;
    g_free(failure->path);
    g_free(failure->reason);
    g_free(failure);
}

static void free_change(gpointer data)
{
    SamsokTagChange *change = data;
    g_free(change->passage);
    g_free(change->gained);
    g_free(change->lost);
    g_free(change);
}

char *samsok_tally_now(void)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    return g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
}

SamsokRunReport *samsok_tally_new(void)
{
    SamsokRunReport *report = g_new0(SamsokRunReport, 1);
    report->started = samsok_tally_now();
    report->failures = g_ptr_array_new_with_free_func(free_failure);
    report->tag_changes = g_ptr_array_new_with_free_func(free_change);
    report->first_gone = g_ptr_array_new_with_free_func(g_free);
    report->sandbox = "process";
    return report;
}

void samsok_run_report_free(SamsokRunReport *report)
{
    if (report == NULL) {
        return;
    }
    g_free(report->started);
    g_free(report->finished);
    g_free(report->vocabulary);
    g_free(report->next_vocabulary);
    g_ptr_array_unref(report->failures);
    g_ptr_array_unref(report->tag_changes);
    g_ptr_array_unref(report->first_gone);
    g_free(report);
}

static void count_fate(SamsokRunReport *report, SamsokFileFate fate)
{
    report->seen++;
    switch (fate) {
    case SAMSOK_FILE_INDEXED:
        report->indexed++;
        break;
    case SAMSOK_FILE_UNCHANGED:
        report->unchanged++;
        break;
    case SAMSOK_FILE_FAILED:
        report->failed++;
        break;
    case SAMSOK_FILE_SKIPPED:
        report->skipped++;
        break;
    case SAMSOK_FILE_QUARANTINED:
        report->quarantined++;
        break;
    }
}

void samsok_tally_file(SamsokRunReport *report, const SamsokUpdateOptions *options,
                       const SamsokFileEvent *event)
{
    count_fate(report, event->fate);
    if (*event->code != '\0') {
        SamsokFailure *failure = g_new0(SamsokFailure, 1);
        failure->path = g_strdup(event->path);
        failure->code = g_intern_string(event->code); /* one of a few; a verdict's own goes */
        failure->reason = g_strdup(event->reason);
        g_ptr_array_add(report->failures, failure);
    }
    bool is_well = event->fate == SAMSOK_FILE_INDEXED || event->fate == SAMSOK_FILE_UNCHANGED;
    if (options->on_file != NULL && (options->dry_run || !is_well)) {
        options->on_file(event, options->data);
    }
}
