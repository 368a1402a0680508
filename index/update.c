/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leads a run: lock, look, plan, apply, publish. */
#include "config.h"

#include "index/update.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "core/base/error.h"
#include "core/language/analyser.h"
#include "core/shape/shape.h"
#include "index/apply.h"
#include "index/generation.h"
#include "index/known.h"
#include "index/opened.h"
#include "index/plan.h"
#include "index/schema.h"
#include "index/sidecar.h"
#include "index/tagged.h"
#include "index/tally.h"
#include "index/walk.h"

enum { MAX_JOBS = 8 };

/* What a run holds while it lasts. */
typedef struct {
    const SamsokUpdateOptions *options;
    guint jobs;
    SamsokIndexLock *lock;
    char *live;              /* path of the database in use; NULL when there is none yet */
    SamsokDatabase *reader;    /* of it */
    bool analyser_changed;   /* its terms are those of another analyser */
    bool is_newer;           /* it was written by a newer samsok */
    SamsokKnown *known;
    SamsokWalk *walk;
    SamsokSidecars *sidecars;
    SamsokPlan *plan;
    SamsokTagged tagged;
    SamsokRunReport *report;
} Run;

static void run_clear(Run *run)
{
    samsok_tagged_clear(&run->tagged);
    samsok_plan_free(run->plan);
    samsok_sidecars_free(run->sidecars);
    samsok_walk_free(run->walk);
    samsok_known_free(run->known);
    samsok_database_close(run->reader);
    g_free(run->live);
    samsok_run_report_free(run->report);
    samsok_index_lock_free(run->lock);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Run, run_clear)

/* ---- The index as it is ---- */

static gboolean put_number(SamsokWriter *writer, const char *key, guint number, GError **error)
{
    g_autofree char *text = g_strdup_printf("%u", number);
    return samsok_writer_set_metadata(writer, key, text, error);
}

static gboolean put_versions(SamsokWriter *writer, GError **error)
{
    return put_number(writer, SAMSOK_KEY_SCHEMA, SAMSOK_SCHEMA_VERSION, error) &&
           put_number(writer, SAMSOK_KEY_ANALYSER, SAMSOK_ANALYSER_VERSION, error) &&
           put_number(writer, SAMSOK_KEY_SHAPE, SAMSOK_SHAPE_VERSION, error);
}

/* The number under `key`; 0 when it is not set. */
static gboolean read_number(SamsokDatabase *reader, const char *key, guint64 *out, GError **error)
{
    g_autofree char *text = samsok_database_metadata(reader, key, error);
    if (text == NULL) {
        return FALSE;
    }
    *out = g_ascii_strtoull(text, NULL, 10);
    return TRUE;
}

static gboolean check_versions(Run *run, GError **error)
{
    guint64 schema = 0;
    guint64 analyser = 0;
    if (!read_number(run->reader, SAMSOK_KEY_SCHEMA, &schema, error) ||
        !read_number(run->reader, SAMSOK_KEY_ANALYSER, &analyser, error)) {
        return FALSE;
    }
    run->is_newer = schema > SAMSOK_SCHEMA_VERSION;
    if (run->is_newer) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT,
                    "'%s': written by a newer samsok (schema %" G_GUINT64_FORMAT
                    ", this one knows %d)",
                    run->options->index_dir, schema, SAMSOK_SCHEMA_VERSION);
        return FALSE;
    }
    run->analyser_changed = analyser != SAMSOK_ANALYSER_VERSION;
    return TRUE;
}

/* Reads what is there; nothing before the first generation is published. */
static gboolean read_index(Run *run, GError **error)
{
    const char *dir = run->options->index_dir;
    g_autofree char *name = samsok_generation_current(dir, error);
    if (name == NULL) {
        return FALSE;
    }
    if (*name != '\0') {
        run->live = samsok_generation_database(dir, error);
        run->reader = run->live == NULL ? NULL : samsok_database_open(run->live, error);
        if (run->reader == NULL || !check_versions(run, error)) {
            return FALSE;
        }
    }
    run->known = samsok_known_load(run->reader, run->options->registry, error);
    return run->known != NULL && samsok_tagged_init(&run->tagged, run->options->lexicon, run->reader, error);
}

static void set_no_sources(GError **error, const char *dir)
{
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING,
                "'%s': no files or folders were given, now or before", dir);
}

static void set_no_source(GError **error, const char *source)
{
    g_autofree char *shown = g_filename_display_name(source);
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "'%s': no such file or folder", shown);
}

/* A first run with nothing to read ends before the folder of the index is made. */
static gboolean check_first_sources(const SamsokUpdateOptions *options, GError **error)
{
    g_autofree char *name = samsok_generation_current(options->index_dir, NULL);
    if (name == NULL || *name != '\0') {
        return TRUE;
    }
    if (options->sources == NULL) {
        set_no_sources(error, options->index_dir);
        return FALSE;
    }
    for (guint i = 0; options->sources[i] != NULL; i++) {
        struct stat info;
        if (stat(options->sources[i], &info) != 0 && (errno == ENOENT || errno == ENOTDIR)) {
            g_autofree char *source = g_canonicalize_filename(options->sources[i], NULL);
            set_no_source(error, source);
            return FALSE;
        }
    }
    return TRUE;
}

/* A rebuild of given sources takes nothing from an index that cannot be read: that is how a damaged
 * one is mended. It stays where it is until the new one takes its place. */
static gboolean open_index(Run *run, GError **error)
{
    const SamsokUpdateOptions *options = run->options;
    if (!check_first_sources(options, error)) {
        return FALSE;
    }
    if (!options->dry_run) {
        run->lock = samsok_index_lock_take(options->index_dir, error);
        if (run->lock == NULL) {
            return FALSE;
        }
    }
    g_autoptr(GError) failure = NULL;
    if (read_index(run, &failure)) {
        return TRUE;
    }
    if (!options->rebuild || options->dry_run || options->sources == NULL || run->is_newer) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return FALSE;
    }
    g_clear_pointer(&run->known, samsok_known_free);
    samsok_tagged_clear(&run->tagged);
    g_clear_pointer(&run->reader, samsok_database_close);
    run->known = samsok_known_load(NULL, options->registry, error);
    return run->known != NULL && samsok_tagged_init(&run->tagged, options->lexicon, NULL, error);
}

/* ---- The files as they are ---- */

/* The sources of this run: those given, else those of earlier runs. NULL-terminated, lent. */
static GPtrArray *sources_of(const Run *run)
{
    GPtrArray *sources = g_ptr_array_new();
    const char *const *given = run->options->sources;
    for (guint i = 0; given != NULL && given[i] != NULL; i++) {
        g_ptr_array_add(sources, (gpointer)given[i]);
    }
    if (given == NULL) {
        g_autoptr(GList) stored = g_hash_table_get_keys(run->known->sources);
        stored = g_list_sort(g_steal_pointer(&stored), (GCompareFunc)(void (*)(void))strcmp);
        for (const GList *i = stored; i != NULL; i = i->next) {
            g_ptr_array_add(sources, i->data);
        }
    }
    g_ptr_array_add(sources, NULL);
    return sources;
}

/* True when the index holds something from under `source`, or was told of it. */
static bool was_known(const SamsokKnown *known, const char *source)
{
    if (g_hash_table_contains(known->sources, source)) {
        return true;
    }
    for (guint i = 0; i < known->reports->len; i++) {
        const SamsokKnownReport *report = g_ptr_array_index(known->reports, i);
        if (samsok_path_is_under(report->path, source)) {
            return true;
        }
    }
    return false;
}

static gboolean check_missing(const Run *run, GError **error)
{
    for (guint i = 0; i < run->walk->missing->len; i++) {
        const char *source = g_ptr_array_index(run->walk->missing, i);
        if (!was_known(run->known, source)) {
            set_no_source(error, source);
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean walk_sources(Run *run, GError **error)
{
    g_autoptr(GPtrArray) sources = sources_of(run);
    if (sources->len == 1) {
        set_no_sources(error, run->options->index_dir);
        return FALSE;
    }
    run->walk = samsok_walk((const char *const *)sources->pdata, run->options->index_dir);
    return check_missing(run, error);
}

/* A sidecar that cannot be used, or not all of it, is told of by its own line in the report. */
static void read_sidecar(Run *run, SamsokFound *found)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *complaint = NULL;
    if (!samsok_sidecars_read(run->sidecars, found->path, &complaint, &error)) {
        found->kind = SAMSOK_FOUND_FAILED;
        found->code = error->code;
        found->reason = g_strdup(error->message);
    } else if (complaint != NULL) {
        g_autofree char *shown = g_filename_display_name(found->path);
        found->kind = SAMSOK_FOUND_ODD;
        found->skip = "sidecar";
        found->reason = g_strdup_printf("'%s': %s", shown, complaint);
    }
}

/* For a source that is a file: the sidecar beside it, which the walk did not come by. */
static void read_sidecar_beside(Run *run, const char *source)
{
    g_autofree char *folder = g_path_get_dirname(source);
    g_autofree char *path = g_build_filename(folder, SAMSOK_SIDECAR_NAME, NULL);
    if (g_file_test(source, G_FILE_TEST_IS_REGULAR) && g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        g_autofree char *complaint = NULL;
        samsok_sidecars_read(run->sidecars, path, &complaint, NULL);
    }
}

static void read_sidecars(Run *run)
{
    run->sidecars = samsok_sidecars_new();
    for (guint i = 0; i < run->walk->sources->len; i++) {
        read_sidecar_beside(run, g_ptr_array_index(run->walk->sources, i));
    }
    for (guint i = 0; i < run->walk->files->len; i++) {
        SamsokFound *found = g_ptr_array_index(run->walk->files, i);
        if (found->kind == SAMSOK_FOUND_SIDECAR) {
            read_sidecar(run, found);
        }
    }
}

/* ---- The plan ---- */

static gboolean check_removals(const Run *run, GError **error)
{
    if (run->options->allow_removals || !samsok_plan_removes_too_much(run->plan)) {
        return TRUE;
    }
    guint count = samsok_plan_removal_count(run->plan);
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT,
                "%u of %u reports would be removed because their files are gone%s; nothing was "
                "changed. Is a disk not mounted? If they shall go, use --allow-removals",
                count, run->known->reports->len,
                count == run->plan->removed->len ? "" : " or became copies of another");
    return FALSE;
}

static gboolean check_cancelled(const Run *run, GError **error)
{
    const int *cancelled = run->options->cancelled;
    if (cancelled == NULL || g_atomic_int_get(cancelled) == 0) {
        return TRUE;
    }
    g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_CANCELLED,
                        "the run was ended before it was done; the index is as it was");
    return FALSE;
}

static gboolean make_plan(Run *run, GError **error)
{
    if (!walk_sources(run, error)) {
        return FALSE;
    }
    read_sidecars(run);
    SamsokPlanInput input = {
        .walk = run->walk,
        .known = run->known,
        .sidecars = run->sidecars,
        .read_all = run->options->rebuild,
        .retry_quarantined = run->options->retry_quarantined,
    };
    run->plan = samsok_plan_new(&input);
    samsok_identity_digest_all(run->plan->digests, run->jobs, run->options->cancelled);
    if (!check_cancelled(run, error)) {
        return FALSE;
    }
    samsok_plan_resolve(run->plan);
    return check_removals(run, error);
}

/* ---- Carrying it out ---- */

/* When the run ended and what it counted, for `samsok status`. */
static gboolean put_run(const Run *run, SamsokWriter *writer, GError **error)
{
    const SamsokRunReport *report = run->report;
    g_autofree char *now = samsok_tally_now();
    g_autofree char *line = g_strdup_printf(
        "%s seen %" G_GUINT64_FORMAT " indexed %" G_GUINT64_FORMAT " unchanged %" G_GUINT64_FORMAT
        " moved %" G_GUINT64_FORMAT " removed %" G_GUINT64_FORMAT " failed %" G_GUINT64_FORMAT
        " skipped %" G_GUINT64_FORMAT " quarantined %" G_GUINT64_FORMAT,
        now, report->seen, report->indexed, report->unchanged, report->moved, report->removed,
        report->failed, report->skipped, report->quarantined);
    return samsok_writer_set_metadata(writer, SAMSOK_KEY_RUN, line, error);
}

static SamsokApply apply_of(const Run *run, SamsokWriter *writer, SamsokShards *shards)
{
    return (SamsokApply){
        .options = run->options,
        .plan = run->plan,
        .known = run->known,
        .reader = run->reader,
        .writer = writer,
        .shards = shards,
        .jobs = run->jobs,
        .tagging = run->tagged.tagging,
        .before = run->tagged.before,
        .report = run->report,
    };
}

/* Writes into the live database; with `shards`, the head of a new generation. */
static gboolean write_into(const Run *run, const char *path, SamsokShards *shards, GError **error)
{
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, error);
    if (writer == NULL) {
        return FALSE;
    }
    SamsokApply apply = apply_of(run, writer, shards);
    return put_versions(writer, error) && samsok_tagged_put(&run->tagged, writer, error) &&
           samsok_apply(&apply, error) &&
           put_run(run, writer, error) && samsok_writer_commit(writer, error);
}

/* Nothing differs: only that the run was is written. */
static gboolean write_idle(const Run *run, GError **error)
{
    SamsokApply apply = apply_of(run, NULL, NULL);
    g_autoptr(SamsokWriter) writer =
        samsok_apply_dry(&apply, error) ? samsok_writer_open(run->live, error) : NULL;
    return writer != NULL && put_run(run, writer, error) && samsok_writer_commit(writer, error);
}

/* A new generation: built in shards beside the one in use, compacted, put in its place. */
static gboolean write_generation(Run *run, GError **error)
{
    const char *dir = run->options->index_dir;
    g_autofree char *name = samsok_generation_next(dir);
    g_autofree char *path = g_build_filename(dir, name, NULL);
    g_autofree char *head = g_strconcat(path, ".new", NULL);
    g_autoptr(SamsokShards) shards = samsok_shards_new(head, run->jobs, &run->tagged.tagging);
    gboolean ok = write_into(run, head, shards, error) &&
                  samsok_shards_finish(shards, head, path, error) &&
                  samsok_generation_publish(dir, name, error);
    g_clear_pointer(&shards, samsok_shards_free);
    if (ok) {
        g_free(run->live);
        run->live = g_steal_pointer(&path);
    }
    samsok_generation_sweep(dir);
    return ok;
}

static gboolean write_changes(Run *run, GError **error)
{
    bool is_idle = samsok_apply_is_idle(run->plan);
    bool is_empty = run->known->reports->len == 0;
    bool is_first = run->live == NULL;
    if (is_first || run->options->rebuild || run->analyser_changed || (is_empty && !is_idle)) {
        samsok_generation_sweep(run->options->index_dir);
        return write_generation(run, error);
    }
    return is_idle && !run->tagged.is_changed ? write_idle(run, error) : write_into(run, run->live, NULL, error);
}

static gboolean count_index(Run *run, GError **error)
{
    if (run->live == NULL) {
        return TRUE;
    }
    g_autoptr(SamsokDatabase) reader = samsok_database_open(run->live, error);
    uint32_t reports = 0;
    uint32_t passages = 0;
    if (reader == NULL ||
        !samsok_database_term_count(reader, SAMSOK_KIND_REPORT, &reports, error) ||
        !samsok_database_term_count(reader, SAMSOK_KIND_PASSAGE, &passages, error)) {
        return FALSE;
    }
    run->report->reports = reports;
    run->report->passages = passages;
    return TRUE;
}

static void measure_memory(SamsokRunReport *report)
{
    struct rusage own;
    struct rusage children;
    if (getrusage(RUSAGE_SELF, &own) == 0 && getrusage(RUSAGE_CHILDREN, &children) == 0) {
        uint64_t peak = (uint64_t)MAX(own.ru_maxrss, children.ru_maxrss);
        report->peak_rss_kb = MAX(report->peak_rss_kb, peak);
    }
}

static gboolean carry_out(Run *run, GError **error)
{
    if (run->options->dry_run) {
        SamsokApply apply = apply_of(run, NULL, NULL);
        return samsok_apply_dry(&apply, error);
    }
    return write_changes(run, error);
}

/* Nobody else writes while the lock is held: what is stale then is damaged, too. */
static bool shows_damage(const Run *run, const GError *failure)
{
    bool is_stale = g_error_matches(failure, SAMSOK_ERROR, SAMSOK_ERROR_STALE);
    bool is_corrupt = g_error_matches(failure, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT);
    return (is_corrupt && !run->is_newer) || (is_stale && run->lock != NULL);
}

/* What the passages are tagged with, and, of a dry run, what they would be tagged with. */
static void tell_vocabularies(const Run *run)
{
    const SamsokTagged *tagged = &run->tagged;
    bool is_dry = run->options->dry_run;
    const char *edition = tagged->edition == NULL ? "" : tagged->edition;
    const char *stored = tagged->stored_edition == NULL ? "" : tagged->stored_edition;
    run->report->vocabulary = g_strdup(is_dry ? stored : edition);
    run->report->next_vocabulary = g_strdup(is_dry && tagged->is_changed ? edition : "");
}

SamsokRunReport *samsok_update(const SamsokUpdateOptions *options, GError **error)
{
    g_auto(Run) run = {.options = options, .report = samsok_tally_new()};
    run.jobs = options->jobs != 0 ? options->jobs : MIN(g_get_num_processors(), MAX_JOBS);
    g_autoptr(GError) failure = NULL;
    if (!open_index(&run, &failure) || !make_plan(&run, &failure) || !carry_out(&run, &failure) ||
        !count_index(&run, &failure)) {
        if (shows_damage(&run, failure)) {
            samsok_index_set_damaged(error, options->index_dir, failure);
        } else {
            g_propagate_error(error, g_steal_pointer(&failure));
        }
        return NULL;
    }
    samsok_tagged_tell_gone(&run.tagged, run.report);
    tell_vocabularies(&run);
    run.report->finished = samsok_tally_now();
    measure_memory(run.report);
    return g_steal_pointer(&run.report);
}
