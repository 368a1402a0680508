/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plan's steps, one file after the other. */
#include "config.h"

#include "index/apply.h"

#include <string.h>

#include "core/base/error.h"
#include "core/shape/shape.h"
#include "index/extras.h"
#include "index/ids.h"
#include "index/ingest.h"
#include "index/ledger.h"
#include "index/lookup.h"
#include "index/passages.h"
#include "index/retag.h"
#include "index/schema.h"
#include "index/tally.h"

/* How often a run looks up from waiting, to show progress and to hear that it shall end. */
enum { TICK_MS = 100 };

typedef struct {
    const SamsokApply *apply;
    SamsokIngest *ingest; /* into the live database; NULL for a new generation */
    SamsokIntake *intake;
    SamsokIds *ids;
    SamsokLedger *ledger;
    SamsokRetagger *retagger; /* NULL: what stays keeps its tags */
    GHashTable *failed;       /* set of SHA-256: read in vain, under whatever name */
    char *all_builds;
    gint64 last_progress;
    SamsokProgress progress;
} Run;

static void tell(const Run *run, const SamsokPlanItem *item, SamsokFileFate fate, const char *code,
                 const char *reason)
{
    SamsokFileEvent event = {item->found->path, fate, code, reason};
    samsok_tally_file(run->apply->report, run->apply->options, &event);
}

/* ---- Reports that stay ---- */

/* How a report that stays differs afterwards. */
typedef struct {
    const SamsokPlanItem *item; /* it is this file now; NULL: path and stamp stay */
    const char *stale;          /* NULL: as it is */
} Change;

static bool is_fresh(const Run *run)
{
    return run->apply->shards != NULL;
}

/* Writes `piece`, or sends it on its way. Owner: takes it. */
static gboolean put_piece(const Run *run, SamsokPiece *piece, GError **error)
{
    if (is_fresh(run)) {
        return samsok_shards_add(run->apply->shards, piece, error);
    }
    g_autoptr(SamsokPiece) owned = piece;
    return samsok_piece_write(owned, run->ingest, error);
}

static void set_file(SamsokReportRecord *record, const SamsokPlanItem *item)
{
    record->path = item->found->path;
    record->source = item->found->source;
    record->size_bytes = item->stamp.size_bytes;
    record->mtime_ns = item->stamp.mtime_ns;
    record->inode = item->stamp.inode;
    record->device = item->stamp.device;
    record->sha256 = item->sha256;
}

/* Writes a report that stays, with `change`; into a new generation with all its passages. */
static gboolean carry_report(const Run *run, const SamsokKnownReport *report, const Change *change,
                             GError **error)
{
    bool is_same = change->item == NULL &&
                   (change->stale == NULL || strcmp(change->stale, report->stale) == 0);
    if (run->retagger != NULL && !samsok_retagger_report(run->retagger, report->docid, error)) {
        return FALSE;
    }
    if (is_same && !is_fresh(run)) {
        return TRUE;
    }
    SamsokReportRecord *record = samsok_lookup_report_at(run->apply->reader, report->docid, error);
    if (record == NULL) {
        return FALSE;
    }
    if (change->item != NULL) {
        set_file(record, change->item);
    }
    char *stale = g_strdup(change->stale); /* the piece may outlive what lends it */
    if (stale != NULL) {
        record->stale = stale;
    }
    g_autoptr(SamsokPiece) piece = samsok_piece_new(stale, NULL, record);
    if (is_fresh(run)) {
        piece->passages = samsok_passages_load(run->apply->reader, report->id, error);
        piece->extras = piece->passages == NULL
                            ? NULL
                            : samsok_extras_load(run->apply->reader, report->id, error);
        if (piece->extras == NULL) {
            return FALSE;
        }
    }
    return put_piece(run, g_steal_pointer(&piece), error);
}

/* The item's report, if it has one, is older than its file, for `reason`. */
static gboolean carry_stale(const Run *run, const SamsokPlanItem *item, const char *reason,
                            GError **error)
{
    Change change = {.stale = reason};
    return item->report == NULL || carry_report(run, item->report, &change, error);
}

/* ---- Files that are read ---- */

static void show_progress(Run *run)
{
    const SamsokUpdateOptions *options = run->apply->options;
    gint64 now = g_get_monotonic_time();
    if (options->on_progress == NULL ||
        now - run->last_progress < (gint64)TICK_MS * G_TIME_SPAN_MILLISECOND) {
        return;
    }
    run->last_progress = now;
    options->on_progress(&run->progress, options->data);
}

static gboolean check_cancelled(const Run *run, GError **error)
{
    const int *cancelled = run->apply->options->cancelled;
    if (cancelled == NULL || g_atomic_int_get(cancelled) == 0) {
        return TRUE;
    }
    g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_CANCELLED,
                        "the run was ended before it was done; the index is as it was");
    return FALSE;
}

static gboolean next_result(Run *run, SamsokIntakeResult *out, GError **error)
{
    while (!samsok_intake_next(run->intake, TICK_MS, out)) {
        show_progress(run);
        if (!check_cancelled(run, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

/* A file's report keeps its id unless the file now says it is another report. */
static bool keeps_id(const SamsokKnownReport *report, const SamsokMetadata *metadata,
                     const char *wanted)
{
    const char *series = samsok_metadata_value(metadata, SAMSOK_FIELD_SERIES);
    const char *number = samsok_metadata_value(metadata, SAMSOK_FIELD_NUMBER);
    bool is_given = samsok_metadata_value(metadata, SAMSOK_FIELD_ID) != NULL;
    bool same_number = g_str_equal(report->series, series == NULL ? "" : series) &&
                       g_str_equal(report->number, number == NULL ? "" : number);
    return samsok_ids_is_form_of(report->id, wanted) || (same_number && !is_given);
}

static char *id_for(Run *run, const SamsokPlanItem *item, const SamsokDocument *document)
{
    const SamsokMetadata *metadata = samsok_document_metadata(document);
    g_autofree char *name = g_path_get_basename(item->found->path);
    g_autofree char *wanted = samsok_ids_wanted(metadata, name);
    if (item->report == NULL) {
        return samsok_ids_give(run->ids, wanted);
    }
    if (keeps_id(item->report, metadata, wanted)) {
        return g_strdup(item->report->id);
    }
    samsok_ids_release(run->ids, item->report->id);
    return samsok_ids_give(run->ids, wanted);
}

/* Takes away what the new content replaces. */
static gboolean remove_replaced(const Run *run, const SamsokPlanItem *item, const char *id,
                                GError **error)
{
    if (item->report == NULL || is_fresh(run)) {
        return TRUE;
    }
    return strcmp(id, item->report->id) == 0
               ? samsok_ingest_remove_content(run->ingest, id, error)
               : samsok_ingest_remove(run->ingest, item->report->id, error);
}

/* The record of a file that was read. Its strings are lent by the result, `id` and the run. */
static SamsokReportRecord *record_of(const Run *run, const SamsokPlanItem *item,
                                     const SamsokIntakeResult *result, const char *id)
{
    SamsokReportRecord *record = samsok_ingest_record(result->document);
    set_file(record, item);
    record->id = id;
    record->plugin = result->plugin->name;
    record->plugin_build = result->plugin->build;
    record->shape_version = SAMSOK_SHAPE_VERSION;
    record->media_type = result->media_type;
    record->indexed_at = run->apply->report->started;
    record->sidecar = item->row == NULL ? "" : item->row->sha256;
    return record;
}

/* Owner: takes what is in `result`. */
static gboolean write_document(Run *run, const SamsokPlanItem *item, SamsokIntakeResult *result,
                               GError **error)
{
    char *id = id_for(run, item, result->document);
    SamsokReportRecord *record = record_of(run, item, result, id);
    g_autoptr(SamsokPiece) piece = samsok_piece_new(id, result, record);
    if (!remove_replaced(run, item, id, error) ||
        !put_piece(run, g_steal_pointer(&piece), error)) {
        return FALSE;
    }
    g_hash_table_remove(run->failed, item->sha256);
    tell(run, item, SAMSOK_FILE_INDEXED, "", "");
    return TRUE;
}

/* Whether a failure lies in the content, so that trying again is no use until something changes. */
static bool is_of_content(const SamsokIntakeResult *result)
{
    int code = result->error->code;
    bool is_ours = code == SAMSOK_ERROR_IO || code == SAMSOK_ERROR_INTERNAL ||
                   code == SAMSOK_ERROR_CANCELLED;
    return result->error->domain == SAMSOK_ERROR && !is_ours &&
           (result->plugin != NULL || code != SAMSOK_ERROR_PLUGIN);
}

/* Tells of a file whose content could not be read, for `reason`. */
static void tell_failure(const Run *run, const SamsokPlanItem *item, const char *code, const char *reason)
{
    bool is_unread = strcmp(code, samsok_error_name(SAMSOK_ERROR_UNSUPPORTED)) == 0;
    tell(run, item, is_unread ? SAMSOK_FILE_SKIPPED : SAMSOK_FILE_FAILED, code, reason);
}

static gboolean note_failure(Run *run, const SamsokPlanItem *item,
                             const SamsokIntakeResult *result, GError **error)
{
    bool is_unread = result->error->code == SAMSOK_ERROR_UNSUPPORTED;
    const char *code = samsok_error_name(result->error->code);
    const char *reason = result->error->message;
    if (is_of_content(result)) {
        const char *build = result->plugin == NULL ? run->all_builds : result->plugin->build;
        g_autofree char *content = samsok_verdict_content(item->sha256, item->found->path);
        samsok_ledger_take_verdict(run->ledger,
                                   samsok_verdict_new(is_unread, build, content, code,
                                                      item->found->path, reason));
        samsok_ledger_note_file(run->ledger, item);
    }
    g_hash_table_add(run->failed, item->sha256);
    tell_failure(run, item, code, reason);
    return carry_stale(run, item, reason, error);
}

static gboolean read_file(Run *run, const SamsokPlanItem *item, GError **error)
{
    g_auto(SamsokIntakeResult) result = {0};
    if (!next_result(run, &result, error)) {
        return FALSE;
    }
    run->progress.bytes_done += item->stamp.size_bytes;
    return result.document == NULL ? note_failure(run, item, &result, error)
                                   : write_document(run, item, &result, error);
}

/* ---- Copies ---- */

static void tell_copy(const Run *run, const SamsokPlanItem *item)
{
    g_autofree char *twin = g_filename_display_name(item->twin);
    g_autofree char *reason = g_strdup_printf("same content as '%s'", twin);
    tell(run, item, SAMSOK_FILE_SKIPPED, item->skip, reason);
}

/* The report that the file had before it became a copy goes. */
static gboolean remove_superseded(const Run *run, const SamsokPlanItem *item, GError **error)
{
    if (item->report == NULL) {
        return TRUE;
    }
    run->apply->report->removed++;
    return is_fresh(run) || samsok_ingest_remove(run->ingest, item->report->id, error);
}

/* Reads a file that the plan took for a copy; few are, so they are not read ahead. */
static gboolean read_copy(Run *run, const SamsokPlanItem *item, GError **error)
{
    g_autoptr(GPtrArray) only = g_ptr_array_new();
    g_ptr_array_add(only, (gpointer)item);
    SamsokIntake *planned = run->intake;
    run->intake = samsok_intake_new(only, run->apply->options->registry, 1);
    samsok_ledger_forget_file(run->ledger, item);
    gboolean ok = read_file(run, item, error);
    run->apply->report->peak_rss_kb =
        MAX(run->apply->report->peak_rss_kb, samsok_intake_peak_rss_kb(run->intake));
    samsok_intake_free(run->intake);
    run->intake = planned;
    return ok;
}

/* A copy of what could not be read under such a name fails with it, though another was read under a better
 * one. Called otherwise, or where the failure lay not in the content, it may be read yet. */
static gboolean apply_copy(Run *run, const SamsokPlanItem *item, GError **error)
{
    const SamsokVerdict *verdict = samsok_ledger_verdict(run->ledger, item);
    if (verdict != NULL) {
        g_autofree char *reason = samsok_verdict_reason_for(verdict, item->found->path);
        tell_failure(run, item, verdict->code, reason);
        return carry_stale(run, item, reason, error);
    }
    if (g_hash_table_contains(run->failed, item->sha256)) {
        return read_copy(run, item, error);
    }
    tell_copy(run, item);
    return remove_superseded(run, item, error);
}

/* ---- Every step ---- */

/* Tells the fate of an item that is not read, and notes what shall be known of it. */
static void tell_unread(const Run *run, const SamsokPlanItem *item)
{
    switch (item->step) {
    case SAMSOK_STEP_KEEP:
    case SAMSOK_STEP_REFRESH:
        tell(run, item, SAMSOK_FILE_UNCHANGED, "", "");
        break;
    case SAMSOK_STEP_HELD:
        tell(run, item, SAMSOK_FILE_QUARANTINED, item->verdict->code, item->reason);
        break;
    case SAMSOK_STEP_UNREAD:
        tell(run, item, SAMSOK_FILE_SKIPPED, item->verdict->code, item->reason);
        break;
    case SAMSOK_STEP_SKIP:
        tell(run, item, SAMSOK_FILE_SKIPPED, item->skip, item->reason);
        break;
    case SAMSOK_STEP_FAIL:
        tell(run, item, SAMSOK_FILE_FAILED, samsok_error_name(item->code), item->reason);
        break;
    case SAMSOK_STEP_COPY:
    case SAMSOK_STEP_READ:
    case SAMSOK_STEP_UNDECIDED:
        break;
    }
}

static gboolean apply_item(Run *run, const SamsokPlanItem *item, GError **error)
{
    run->apply->report->moved += item->is_moved ? 1 : 0;
    tell_unread(run, item);
    Change keep = {0};
    Change refresh = {.item = item, .stale = ""};
    switch (item->step) {
    case SAMSOK_STEP_KEEP:
        return carry_report(run, item->report, &keep, error);
    case SAMSOK_STEP_REFRESH:
        return carry_report(run, item->report, &refresh, error);
    case SAMSOK_STEP_READ:
        return read_file(run, item, error);
    case SAMSOK_STEP_HELD:
    case SAMSOK_STEP_UNREAD:
    case SAMSOK_STEP_FAIL:
        return carry_stale(run, item, item->reason, error);
    case SAMSOK_STEP_COPY:
        return apply_copy(run, item, error);
    case SAMSOK_STEP_SKIP:
    case SAMSOK_STEP_UNDECIDED:
        break;
    }
    return TRUE;
}

/* The items that are copies, or those that are none. */
static gboolean apply_items(Run *run, bool are_copies, GError **error)
{
    const GPtrArray *items = run->apply->plan->items;
    run->progress.files_seen = items->len;
    for (guint i = 0; i < items->len; i++) {
        const SamsokPlanItem *item = g_ptr_array_index(items, i);
        if ((item->step == SAMSOK_STEP_COPY) != are_copies) {
            continue;
        }
        if (!check_cancelled(run, error) || !apply_item(run, item, error)) {
            return FALSE;
        }
        run->progress.files_done++;
        show_progress(run);
    }
    return TRUE;
}

static gboolean remove_reports(const Run *run, GError **error)
{
    const GPtrArray *removed = run->apply->plan->removed;
    for (guint i = 0; i < removed->len; i++) {
        const SamsokKnownReport *report = g_ptr_array_index(removed, i);
        if (!is_fresh(run) && !samsok_ingest_remove(run->ingest, report->id, error)) {
            return FALSE;
        }
    }
    run->apply->report->removed = removed->len;
    return TRUE;
}

static gboolean carry_untouched(const Run *run, GError **error)
{
    const GPtrArray *untouched = run->apply->plan->untouched;
    Change keep = {0};
    for (guint i = 0; i < untouched->len; i++) {
        if (!carry_report(run, g_ptr_array_index(untouched, i), &keep, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

/* Ids of reports that go are free again. */
static SamsokIds *ids_in_use(const SamsokApply *apply)
{
    SamsokIds *ids = samsok_ids_new();
    for (guint i = 0; i < apply->known->reports->len; i++) {
        const SamsokKnownReport *report = g_ptr_array_index(apply->known->reports, i);
        samsok_ids_take(ids, report->id);
    }
    for (guint i = 0; i < apply->plan->removed->len; i++) {
        const SamsokKnownReport *report = g_ptr_array_index(apply->plan->removed, i);
        samsok_ids_release(ids, report->id);
    }
    return ids;
}

/* What the plan alone says shall be known of files that are no report. */
static SamsokLedger *ledger_of(const SamsokKnown *known, const SamsokPlan *plan)
{
    SamsokLedger *ledger = samsok_ledger_new(known, plan);
    for (guint i = 0; i < plan->items->len; i++) {
        const SamsokPlanItem *item = g_ptr_array_index(plan->items, i);
        if (item->step == SAMSOK_STEP_HELD || item->step == SAMSOK_STEP_UNREAD ||
            item->step == SAMSOK_STEP_COPY) {
            samsok_ledger_note_file(ledger, item);
        }
    }
    return ledger;
}

static GPtrArray *items_to_read(const SamsokPlan *plan)
{
    GPtrArray *items = g_ptr_array_new();
    for (guint i = 0; i < plan->items->len; i++) {
        SamsokPlanItem *item = g_ptr_array_index(plan->items, i);
        if (item->step == SAMSOK_STEP_READ) {
            g_ptr_array_add(items, item);
        }
    }
    return items;
}

/* NULL in *out where what stays keeps its tags. */
static gboolean make_retagger(const SamsokApply *apply, SamsokRetagger **out, GError **error)
{
    if (apply->before != NULL && apply->shards == NULL) {
        *out = samsok_retagger_new(apply->reader, apply->writer, &apply->tagging, apply->before,
                                   apply->report, error);
        return *out != NULL;
    }
    return TRUE;
}

gboolean samsok_apply(const SamsokApply *apply, GError **error)
{
    g_autoptr(SamsokIngest) ingest =
        apply->shards == NULL ? samsok_ingest_new(apply->writer, &apply->tagging, error) : NULL;
    if (ingest == NULL && apply->shards == NULL) {
        return FALSE;
    }
    g_autoptr(SamsokRetagger) retagger = NULL;
    if (!make_retagger(apply, &retagger, error)) {
        return FALSE;
    }
    g_autoptr(GPtrArray) to_read = items_to_read(apply->plan);
    g_autoptr(SamsokIds) ids = ids_in_use(apply);
    g_autoptr(SamsokLedger) ledger = ledger_of(apply->known, apply->plan);
    g_autofree char *all_builds = samsok_verdict_all_builds(apply->options->registry);
    g_autoptr(GHashTable) failed = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(SamsokIntake) intake =
        samsok_intake_new(to_read, apply->options->registry, apply->jobs);
    Run run = {
        .apply = apply,
        .ingest = ingest,
        .intake = intake,
        .ids = ids,
        .ledger = ledger,
        .retagger = retagger,
        .all_builds = all_builds,
        .failed = failed,
    };
    gboolean ok = remove_reports(&run, error) && apply_items(&run, false, error) &&
                  apply_items(&run, true, error) && carry_untouched(&run, error) &&
                  samsok_ledger_write(ledger, apply->writer, apply->shards != NULL, error);
    apply->report->peak_rss_kb =
        MAX(apply->report->peak_rss_kb, samsok_intake_peak_rss_kb(intake));
    return ok;
}

/* True for a file whose report stays as it is or as it was last. */
static bool keeps_report(const SamsokPlanItem *item)
{
    return item->report != NULL && item->step != SAMSOK_STEP_READ;
}

/* What would change in the tags of the reports that stay. */
static gboolean retag_dry(const Run *run, GError **error)
{
    const SamsokPlan *plan = run->apply->plan;
    g_autoptr(GPtrArray) reports = g_ptr_array_new();
    for (guint i = 0; i < plan->items->len; i++) {
        const SamsokPlanItem *item = g_ptr_array_index(plan->items, i);
        if (keeps_report(item)) {
            g_ptr_array_add(reports, item->report);
        }
    }
    g_ptr_array_extend(reports, plan->untouched, NULL, NULL);
    for (guint i = 0; i < reports->len; i++) {
        const SamsokKnownReport *report = g_ptr_array_index(reports, i);
        if (!check_cancelled(run, error) ||
            !samsok_retagger_report(run->retagger, report->docid, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

gboolean samsok_apply_dry(const SamsokApply *apply, GError **error)
{
    g_autoptr(SamsokRetagger) retagger = NULL;
    if (!make_retagger(apply, &retagger, error)) {
        return FALSE;
    }
    Run run = {.apply = apply, .retagger = retagger};
    for (guint i = 0; i < apply->plan->items->len; i++) {
        const SamsokPlanItem *item = g_ptr_array_index(apply->plan->items, i);
        apply->report->moved += item->is_moved ? 1 : 0;
        tell_unread(&run, item);
        if (item->step == SAMSOK_STEP_READ) {
            tell(&run, item, SAMSOK_FILE_INDEXED, "", "");
        } else if (item->step == SAMSOK_STEP_COPY) {
            tell_copy(&run, item);
        }
    }
    apply->report->removed = samsok_plan_removal_count(apply->plan);
    return retagger == NULL || retag_dry(&run, error);
}

/* The reason for which the item's report will be stale; NULL when it will not be. */
static const char *stale_reason(const SamsokPlanItem *item)
{
    bool is_stale = item->step == SAMSOK_STEP_HELD || item->step == SAMSOK_STEP_UNREAD ||
                    item->step == SAMSOK_STEP_FAIL;
    return item->report != NULL && is_stale ? item->reason : NULL;
}

bool samsok_apply_is_idle(const SamsokPlan *plan)
{
    for (guint i = 0; i < plan->items->len; i++) {
        const SamsokPlanItem *item = g_ptr_array_index(plan->items, i);
        const char *stale = stale_reason(item);
        if (item->step == SAMSOK_STEP_READ || item->step == SAMSOK_STEP_REFRESH ||
            (stale != NULL && strcmp(stale, item->report->stale) != 0)) {
            return false;
        }
    }
    g_autoptr(SamsokLedger) ledger = ledger_of(plan->input.known, plan);
    return plan->removed->len == 0 && samsok_ledger_is_clean(ledger);
}
