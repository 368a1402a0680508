/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deciding what is new, changed, moved, copied or gone. */
#include "config.h"

#include "index/plan.h"

#include <string.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/shape/shape.h"

/* By judgement: a fifth of a collection goes when a disk is not there, ten reports when somebody tidies. */
enum { FEW_REMOVALS = 10, REMOVALS_FRACTION = 5 };

/* Who has what, while a plan is resolved. */
typedef struct {
    SamsokPlan *plan;
    GHashTable *claimed; /* set of SamsokKnownReport *: some file's report, or its last good content */
    GHashTable *owners;  /* SHA-256 → SamsokPlanItem *: the file that counts for a content */
    GHashTable *items;   /* path → SamsokPlanItem * */
    GHashTable *by_sha;  /* SHA-256 → SamsokKnownReport * */
} Resolver;

static void free_item(gpointer data)
{
    SamsokPlanItem *item = data;
    g_free(item->sha256);
    g_free(item->reason);
    g_free(item);
}

static void free_digest(gpointer data)
{
    samsok_digest_free(data);
}

/* Takes the SHA-256 from what is known, or asks for it to be computed. */
static void identify(SamsokPlan *plan, SamsokPlanItem *item)
{
    const SamsokFound *found = item->found;
    const SamsokKnownFile *file = g_hash_table_lookup(plan->input.known->files, found->path);
    const SamsokKnownReport *report = g_hash_table_lookup(plan->input.known->by_path, found->path);
    item->stamp = found->stamp;
    if (file != NULL) {
        /* It says what the file was last; its report, if it has one, is older. */
        if (samsok_stamp_equal(&file->stamp, &found->stamp)) {
            item->sha256 = g_strdup(file->sha256);
            return;
        }
    } else if (report != NULL && samsok_stamp_equal(&report->stamp, &found->stamp)) {
        item->sha256 = g_strdup(report->sha256);
        return;
    }
    SamsokDigest *digest = g_new0(SamsokDigest, 1);
    digest->path = found->path;
    g_ptr_array_add(plan->digests, digest);
}

static SamsokPlanItem *item_of(SamsokPlan *plan, const SamsokFound *found)
{
    SamsokPlanItem *item = g_new0(SamsokPlanItem, 1);
    item->found = found;
    switch (found->kind) {
    case SAMSOK_FOUND_FILE:
        item->row = samsok_sidecars_row(plan->input.sidecars, found->path);
        identify(plan, item);
        break;
    case SAMSOK_FOUND_SIDECAR:
        item->step = SAMSOK_STEP_SKIP;
        item->skip = "sidecar";
        item->reason = g_strdup("metadata of the files beside it");
        break;
    case SAMSOK_FOUND_ODD:
        item->step = SAMSOK_STEP_SKIP;
        item->skip = found->skip;
        item->reason = g_strdup(found->reason);
        break;
    case SAMSOK_FOUND_FAILED:
        item->step = SAMSOK_STEP_FAIL;
        item->code = found->code;
        item->reason = g_strdup(found->reason);
        break;
    }
    return item;
}

SamsokPlan *samsok_plan_new(const SamsokPlanInput *input)
{
    SamsokPlan *plan = g_new0(SamsokPlan, 1);
    plan->input = *input;
    plan->items = g_ptr_array_new_with_free_func(free_item);
    plan->digests = g_ptr_array_new_with_free_func(free_digest);
    plan->removed = g_ptr_array_new();
    plan->untouched = g_ptr_array_new();
    for (guint i = 0; i < input->walk->files->len; i++) {
        g_ptr_array_add(plan->items, item_of(plan, g_ptr_array_index(input->walk->files, i)));
    }
    return plan;
}

void samsok_plan_free(SamsokPlan *plan)
{
    if (plan == NULL) {
        return;
    }
    g_ptr_array_unref(plan->items);
    g_ptr_array_unref(plan->digests);
    g_ptr_array_unref(plan->removed);
    g_ptr_array_unref(plan->untouched);
    g_free(plan);
}

static bool is_below_any(const GPtrArray *folders, const char *path)
{
    for (guint i = 0; i < folders->len; i++) {
        if (samsok_path_is_under(path, g_ptr_array_index(folders, i))) {
            return true;
        }
    }
    return false;
}

/* A copy of what was computed for the files that were not known. */
static void take_digests(const Resolver *resolver)
{
    const SamsokPlan *plan = resolver->plan;
    for (guint i = 0; i < plan->digests->len; i++) {
        SamsokDigest *digest = g_ptr_array_index(plan->digests, i);
        SamsokPlanItem *item = g_hash_table_lookup(resolver->items, digest->path);
        if (digest->sha256 != NULL) {
            item->sha256 = g_strdup(digest->sha256);
            item->stamp = digest->stamp;
        } else {
            item->step = SAMSOK_STEP_FAIL;
            item->code = digest->error == NULL ? SAMSOK_ERROR_CANCELLED : digest->error->code;
            item->reason = g_strdup(digest->error == NULL ? "" : digest->error->message);
        }
    }
}

/* The verdict that keeps a content from being read this time. */
static const SamsokVerdict *standing_verdict(const SamsokPlan *plan, const SamsokPlanItem *item)
{
    g_autofree char *content = samsok_verdict_content(item->sha256, item->found->path);
    const SamsokVerdict *verdict = g_hash_table_lookup(plan->input.known->verdicts, content);
    bool is_retried =
        verdict != NULL && !verdict->is_unread && plan->input.retry_quarantined;
    return is_retried ? NULL : verdict;
}

/* To be read, unless a verdict stands against it. */
static void set_read(const SamsokPlan *plan, SamsokPlanItem *item)
{
    item->verdict = standing_verdict(plan, item);
    item->step = item->verdict == NULL         ? SAMSOK_STEP_READ
                 : item->verdict->is_unread ? SAMSOK_STEP_UNREAD
                                            : SAMSOK_STEP_HELD;
    if (item->verdict != NULL) {
        item->reason = samsok_verdict_reason_for(item->verdict, item->found->path);
    }
}

/* `item` has the content that `report` was made from. */
static void settle(Resolver *resolver, SamsokPlanItem *item, SamsokKnownReport *report)
{
    item->report = report;
    item->is_moved = strcmp(report->path, item->found->path) != 0;
    g_hash_table_add(resolver->claimed, report);
    g_hash_table_insert(resolver->owners, item->sha256, item);
    const char *sidecar = item->row == NULL ? "" : item->row->sha256;
    if (resolver->plan->input.read_all || report->shape_version != SAMSOK_SHAPE_VERSION ||
        strcmp(sidecar, report->sidecar) != 0) {
        set_read(resolver->plan, item);
        return;
    }
    bool same = !item->is_moved && samsok_stamp_equal(&item->stamp, &report->stamp) &&
                *report->stale == '\0';
    item->step = same ? SAMSOK_STEP_KEEP : SAMSOK_STEP_REFRESH;
}

static void settle_in_place(Resolver *resolver, SamsokPlanItem *item)
{
    SamsokKnownReport *report =
        g_hash_table_lookup(resolver->plan->input.known->by_path, item->found->path);
    if (report != NULL && strcmp(report->sha256, item->sha256) == 0) {
        settle(resolver, item, report);
    }
}

/* True when the content of `report` is no longer at its path. */
static bool has_left(const Resolver *resolver, const SamsokKnownReport *report)
{
    const SamsokPlanItem *there = g_hash_table_lookup(resolver->items, report->path);
    if (there != NULL) {
        return there->sha256 != NULL && strcmp(there->sha256, report->sha256) != 0;
    }
    const SamsokWalk *walk = resolver->plan->input.walk;
    if (is_below_any(walk->unknown, report->path)) {
        return false;
    }
    return is_below_any(walk->sources, report->path) || access(report->path, F_OK) != 0;
}

static void settle_moved(Resolver *resolver, SamsokPlanItem *item)
{
    SamsokKnownReport *report = g_hash_table_lookup(resolver->by_sha, item->sha256);
    if (report == NULL || g_hash_table_contains(resolver->claimed, report)) {
        return;
    }
    if (has_left(resolver, report)) {
        settle(resolver, item, report);
    } else {
        item->step = SAMSOK_STEP_COPY;
        item->skip = "duplicate";
        item->twin = report->path;
    }
}

/* What is left is a copy of a file seen before it, or is read. What a verdict stands against is neither:
 * it was not a copy when that was given, whatever has come beside it. */
static void settle_new(Resolver *resolver, SamsokPlanItem *item)
{
    set_read(resolver->plan, item);
    const SamsokPlanItem *owner = g_hash_table_lookup(resolver->owners, item->sha256);
    if (owner != NULL && item->step == SAMSOK_STEP_READ) {
        item->step = SAMSOK_STEP_COPY;
        item->skip = "duplicate";
        item->twin = owner->found->path;
    } else if (item->step == SAMSOK_STEP_READ) {
        g_hash_table_insert(resolver->owners, item->sha256, item);
    }
}

/* A copy of what is to be read: it may turn out that nobody can. */
static bool is_open_copy(const Resolver *resolver, const SamsokPlanItem *item)
{
    const SamsokPlanItem *twin =
        item->step != SAMSOK_STEP_COPY ? NULL : g_hash_table_lookup(resolver->items, item->twin);
    return twin != NULL && twin->step == SAMSOK_STEP_READ;
}

/* A file that is read again, or whose new version cannot be, holds on to the report of its path. */
static void claim_report_of_path(Resolver *resolver, SamsokPlanItem *item)
{
    bool holds = item->step == SAMSOK_STEP_READ || item->step == SAMSOK_STEP_HELD ||
                 item->step == SAMSOK_STEP_UNREAD || item->step == SAMSOK_STEP_FAIL ||
                 is_open_copy(resolver, item);
    SamsokKnownReport *report =
        g_hash_table_lookup(resolver->plan->input.known->by_path, item->found->path);
    if (!holds || item->report != NULL || report == NULL ||
        g_hash_table_contains(resolver->claimed, report)) {
        return;
    }
    item->report = report;
    g_hash_table_add(resolver->claimed, report);
}

static void sort_out_the_rest(Resolver *resolver)
{
    SamsokPlan *plan = resolver->plan;
    const SamsokWalk *walk = plan->input.walk;
    for (guint i = 0; i < plan->input.known->reports->len; i++) {
        SamsokKnownReport *report = g_ptr_array_index(plan->input.known->reports, i);
        if (g_hash_table_contains(resolver->claimed, report)) {
            continue;
        }
        bool is_gone = is_below_any(walk->sources, report->path) &&
                       !is_below_any(walk->unknown, report->path);
        g_ptr_array_add(is_gone ? plan->removed : plan->untouched, report);
    }
}

static void for_each_undecided(Resolver *resolver, void (*settle_one)(Resolver *, SamsokPlanItem *))
{
    for (guint i = 0; i < resolver->plan->items->len; i++) {
        SamsokPlanItem *item = g_ptr_array_index(resolver->plan->items, i);
        if (item->step == SAMSOK_STEP_UNDECIDED) {
            settle_one(resolver, item);
        }
    }
}

void samsok_plan_resolve(SamsokPlan *plan)
{
    g_autoptr(GHashTable) claimed = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) owners = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) items = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) by_sha = g_hash_table_new(g_str_hash, g_str_equal);
    Resolver resolver = {plan, claimed, owners, items, by_sha};
    for (guint i = 0; i < plan->items->len; i++) {
        SamsokPlanItem *item = g_ptr_array_index(plan->items, i);
        g_hash_table_insert(items, item->found->path, item);
    }
    for (guint i = 0; i < plan->input.known->reports->len; i++) {
        SamsokKnownReport *report = g_ptr_array_index(plan->input.known->reports, i);
        g_hash_table_insert(by_sha, (gpointer)report->sha256, report);
    }
    take_digests(&resolver);
    for_each_undecided(&resolver, settle_in_place);
    for_each_undecided(&resolver, settle_moved);
    for_each_undecided(&resolver, settle_new);
    for (guint i = 0; i < plan->items->len; i++) {
        claim_report_of_path(&resolver, g_ptr_array_index(plan->items, i));
    }
    sort_out_the_rest(&resolver);
}

guint samsok_plan_removal_count(const SamsokPlan *plan)
{
    guint count = plan->removed->len;
    for (guint i = 0; i < plan->items->len; i++) {
        const SamsokPlanItem *item = g_ptr_array_index(plan->items, i);
        count += item->step == SAMSOK_STEP_COPY && item->report != NULL ? 1 : 0;
    }
    return count;
}

bool samsok_plan_removes_too_much(const SamsokPlan *plan)
{
    guint removed = samsok_plan_removal_count(plan);
    return removed > FEW_REMOVALS &&
           (guint64)removed * REMOVALS_FRACTION > plan->input.known->reports->len;
}
