/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads matches in batches, checks them, and keeps those of the page. */
#include "config.h"

#include "index/candidates.h"

#include "core/base/limits.h"
#include "index/fold.h"
#include "index/lookup.h"
#include "index/pool.h"
#include "index/schema.h"

/* Matches beyond the page that the estimate of the total rests on. */
#define ESTIMATE_FROM 200
/* The pool and as many behind it: equals at the pool's end are settled among these. Fewer behind it may
 * come. */
#define FIRST_BATCH (2 * SAMSOK_RERANK_POOL)
/* Passages that are in memory at a time, beside those of the page. */
#define MOST_READ_AHEAD 500u

void samsok_candidate_free(SamsokCandidate *candidate)
{
    if (candidate != NULL) {
        samsok_passage_record_free(candidate->passage);
        g_free(candidate->features);
        g_free(candidate);
    }
}

void samsok_hit_page_clear(SamsokHitPage *page)
{
    g_clear_pointer(&page->candidates, g_ptr_array_unref);
    *page = (SamsokHitPage){0};
}

/* A walk through the matches in rank order. */
typedef struct {
    SamsokIndex *index;
    const SamsokHitRequest *request;
    SamsokHitPage *page;
    bool check_reads_titles;
    GHashTable *reports; /* by report id: SeenReport * */
    SamsokFold *fold;    /* texts taken */
    uint32_t examined;
    uint32_t fitting;  /* of the examined, those that pass the check */
    uint32_t taken;    /* of those, the ones within the limit of their report */
    uint32_t index_total;
    bool index_total_is_exact;
} Walk;

typedef struct {
    char *title; /* NULL: not read */
    guint taken; /* how many of its passages */
} SeenReport;

static void free_seen(gpointer data)
{
    SeenReport *seen = data;
    g_free(seen->title);
    g_free(seen);
}

/* What is known of the passage's report. */
static SeenReport *seen_report(Walk *walk, const char *id)
{
    SeenReport *seen = g_hash_table_lookup(walk->reports, id);
    if (seen == NULL) {
        seen = g_new0(SeenReport, 1);
        g_hash_table_insert(walk->reports, g_strdup(id), seen);
    }
    return seen;
}

/* The title of the passage's report is looked up when somebody wants to know it and the passage does not. */
static gboolean read_title(Walk *walk, const SamsokPassageRecord *passage, GError **error)
{
    if (*passage->report_title != '\0') {
        return TRUE;
    }
    SeenReport *seen = seen_report(walk, passage->report);
    if (seen->title == NULL) {
        seen->title = samsok_lookup_title(walk->index->reader, passage->report, error);
    }
    return seen->title != NULL;
}

/* "" when it was not read. Lent. */
static const char *title_of(Walk *walk, const SamsokPassageRecord *passage)
{
    if (*passage->report_title != '\0') {
        return passage->report_title;
    }
    const char *title = seen_report(walk, passage->report)->title;
    return title == NULL ? "" : title;
}

static bool passes_check(Walk *walk, const SamsokPassageRecord *passage)
{
    SamsokQueryTarget target = {
        .text = passage->text,
        .language = passage->language,
        .title = title_of(walk, passage),
        .section_number = passage->section_number,
        .section_titles = passage->section_titles,
    };
    return walk->request->check == NULL || samsok_query_check_matches(walk->request->check, &target);
}

/* Takes the candidate onto the page when it is its turn; takes it over or frees it. */
static void take(Walk *walk, SamsokCandidate *candidate)
{
    const SamsokHitRequest *request = walk->request;
    SeenReport *seen = seen_report(walk, candidate->passage->report);
    bool is_over_limit = request->per_report > 0 && seen->taken >= request->per_report;
    bool is_repeat = !is_over_limit && candidate->place < SAMSOK_MAX_CANDIDATES &&
                     samsok_fold_repeats(walk->fold, candidate->passage);
    if (is_over_limit || is_repeat) {
        samsok_candidate_free(candidate);
        return;
    }
    seen->taken++;
    uint32_t place = walk->taken++;
    if (place < request->offset || place - request->offset >= request->count) {
        samsok_candidate_free(candidate);
        return;
    }
    g_ptr_array_add(walk->page->candidates, candidate);
}

static gint by_number(gconstpointer first, gconstpointer second, gpointer matches)
{
    uint32_t one = g_array_index((GArray *)matches, SamsokMatch, *(const guint *)first).docid;
    uint32_t other = g_array_index((GArray *)matches, SamsokMatch, *(const guint *)second).docid;
    return (one > other) - (one < other);
}

/* The passages of the matches [first, end), in their order; read in that of their numbers, in which they are
 * stored. NULL on error. Owner: the caller; a GPtrArray of SamsokPassageRecord. */
static GPtrArray *read_passages(const Walk *walk, GArray *matches, guint first, guint end, GError **error)
{
    g_autoptr(GArray) order = g_array_sized_new(FALSE, FALSE, sizeof(guint), end - first);
    for (guint i = first; i < end; i++) {
        g_array_append_val(order, i);
    }
    g_array_sort_with_data(order, by_number, matches);
    g_autoptr(GPtrArray) passages =
        g_ptr_array_new_with_free_func((GDestroyNotify)samsok_passage_record_free);
    g_ptr_array_set_size(passages, (gint)(end - first));
    for (guint i = 0; i < order->len; i++) {
        guint at = g_array_index(order, guint, i);
        SamsokPassageRecord *passage = samsok_lookup_match(
            walk->index->reader, g_array_index(matches, SamsokMatch, at).docid, error);
        if (passage == NULL) {
            return NULL;
        }
        g_ptr_array_index(passages, at - first) = passage;
    }
    return g_steal_pointer(&passages);
}

/* The candidate of a match, whose passage is taken out of `slot`; *out_candidate stays NULL when that does
 * not pass the check. */
static gboolean examine(Walk *walk, const SamsokMatch *match, gpointer *slot, SamsokCandidate **out_candidate,
                        GError **error)
{
    g_autoptr(SamsokPassageRecord) passage = g_steal_pointer(slot);
    if (walk->check_reads_titles && !read_title(walk, passage, error)) {
        return FALSE;
    }
    uint32_t place = walk->examined++;
    if (!passes_check(walk, passage)) {
        return TRUE;
    }
    walk->fitting++;
    SamsokCandidate *candidate = g_new0(SamsokCandidate, 1);
    candidate->passage = g_steal_pointer(&passage);
    candidate->score = match->weight;
    candidate->bm25 = match->weight;
    candidate->place = place;
    *out_candidate = candidate;
    return TRUE;
}

static bool page_is_full(const Walk *walk)
{
    return walk->page->candidates->len >= walk->request->count;
}

/* Every match must be looked at to count those that pass the check. */
static bool counts_all(const Walk *walk)
{
    return walk->request->exact_total && walk->request->check != NULL;
}

static gboolean read_batch(Walk *walk, uint32_t count, GArray **out_matches, GError **error)
{
    SamsokSearchOptions options = {
        .offset = walk->examined,
        .count = count,
        .check_at_least = walk->request->exact_total ? UINT32_MAX
                                                     : walk->examined + count + ESTIMATE_FROM,
        .k1 = SAMSOK_BM25_K1,
        .b = SAMSOK_BM25_B,
        .tie_slot = SAMSOK_SLOT_ORDER,
        .least = walk->examined == 0 && walk->request->check == NULL ? SAMSOK_RERANK_POOL : 0,
        .settles_ties = walk->examined == 0,
        .leaves_least = true,
    };
    return samsok_database_search(walk->index->reader, walk->request->node, &options, out_matches,
                                &walk->index_total, &walk->index_total_is_exact, error);
}

/* Without check or limit a page is the index's own, but for what is folded. */
static bool index_decides(const SamsokHitRequest *request)
{
    return request->check == NULL && request->per_report == 0;
}

static uint32_t candidate_limit(const Walk *walk)
{
    bool leaps = index_decides(walk->request);
    uint32_t folded = leaps ? SAMSOK_MAX_CANDIDATES : 0; /* at most */
    uint32_t wanted = walk->request->offset + walk->request->count + folded;
    uint32_t limit = counts_all(walk) ? SAMSOK_MAX_COUNTED_CANDIDATES : SAMSOK_MAX_CANDIDATES;
    return MAX(limit, wanted);
}

/* ---- The pool: the best of the index's order, ordered anew ---------------------------------------- */

static gboolean rerank(Walk *walk, GPtrArray *pool, GError **error)
{
    g_autofree const char **titles = g_new0(const char *, pool->len + 1);
    for (guint i = 0; i < pool->len; i++) {
        const SamsokCandidate *candidate = g_ptr_array_index(pool, i);
        if (!read_title(walk, candidate->passage, error)) {
            return FALSE;
        }
        titles[i] = title_of(walk, candidate->passage);
    }
    samsok_pool_rerank(walk->index, walk->request, titles, pool);
    return TRUE;
}

/* The first `count` matches, ordered anew. */
static gboolean take_pool(Walk *walk, GArray *matches, guint count, GError **error)
{
    g_autoptr(GPtrArray) passages = read_passages(walk, matches, 0, count, error);
    if (passages == NULL) {
        return FALSE;
    }
    samsok_pool_order_equals(matches, passages);
    g_autoptr(GPtrArray) pool =
        g_ptr_array_new_with_free_func((GDestroyNotify)samsok_candidate_free);
    for (guint i = 0; i < count; i++) {
        SamsokCandidate *candidate = NULL;
        if (!examine(walk, &g_array_index(matches, SamsokMatch, i),
                     &g_ptr_array_index(passages, i), &candidate, error)) {
            return FALSE;
        }
        if (candidate != NULL) {
            g_ptr_array_add(pool, candidate);
        }
    }
    if (walk->request->wanted != NULL && !rerank(walk, pool, error)) {
        return FALSE;
    }
    g_ptr_array_set_free_func(pool, NULL);
    for (guint i = 0; i < pool->len; i++) {
        take(walk, g_ptr_array_index(pool, i));
    }
    return TRUE;
}

static bool goes_on(const Walk *walk)
{
    return counts_all(walk) || !page_is_full(walk);
}

/* The matches [first, end), as they come, until the page is full. */
static gboolean take_some(Walk *walk, GArray *matches, guint first, guint end, GError **error)
{
    g_autoptr(GPtrArray) passages = read_passages(walk, matches, first, end, error);
    if (passages == NULL) {
        return FALSE;
    }
    for (guint i = first; i < end && goes_on(walk); i++) {
        SamsokCandidate *candidate = NULL;
        if (!examine(walk, &g_array_index(matches, SamsokMatch, i),
                     &g_ptr_array_index(passages, i - first), &candidate, error)) {
            return FALSE;
        }
        if (candidate != NULL) {
            take(walk, candidate);
        }
    }
    return TRUE;
}

/* The matches from `first` on. No more are read ahead than were looked at before, or the page lacks where a
 * match may be all it takes. */
static gboolean take_matches(Walk *walk, GArray *matches, guint first, GError **error)
{
    while (first < matches->len && goes_on(walk)) {
        guint lacking = walk->request->count - walk->page->candidates->len;
        guint ahead = walk->request->check == NULL ? lacking : MAX(walk->examined, lacking);
        guint end = MIN(matches->len, first + CLAMP(ahead, 1, MOST_READ_AHEAD));
        if (!take_some(walk, matches, first, end, error)) {
            return FALSE;
        }
        first = end;
    }
    return TRUE;
}

/* Behind those that are folded the index's own order is the order of the pages: what stands before the
 * page need not be read. */
static void leap(Walk *walk)
{
    const SamsokHitRequest *request = walk->request;
    if (index_decides(request) && walk->examined >= SAMSOK_MAX_CANDIDATES && walk->taken < request->offset) {
        walk->examined += request->offset - walk->taken;
        walk->taken = request->offset;
    }
}

/* How many more matches the page needs if all of them are taken. */
static uint32_t still_wanted(const Walk *walk)
{
    uint32_t wanted = walk->request->offset + walk->request->count;
    return wanted > walk->taken ? wanted - walk->taken : 0;
}

/* Four times the one before, for each asks the whole index anew, or what the page needs; ends where folding
 * does. */
static uint32_t next_batch(const Walk *walk, uint32_t batch)
{
    batch = MAX(MIN(batch * 4, SAMSOK_MAX_CANDIDATES), still_wanted(walk));
    return walk->examined < SAMSOK_MAX_CANDIDATES
               ? MIN(batch, SAMSOK_MAX_CANDIDATES - walk->examined)
               : batch;
}

/* True when nothing comes behind the batch, which may have been asked for fewer. */
static bool is_whole(const Walk *walk, const GArray *batch)
{
    return walk->index_total_is_exact && walk->examined + batch->len >= walk->index_total;
}

/* Walks batch by batch, the pool first, until the page is full or nothing
 * is left. */
static gboolean walk_matches(Walk *walk, GError **error)
{
    uint32_t limit = candidate_limit(walk);
    /* Of those that are checked nobody knows how many it takes: one question for all costs least. */
    uint32_t batch = walk->request->check == NULL ? FIRST_BATCH : limit;
    bool is_last = false;
    while (!is_last && goes_on(walk) && walk->examined < limit) {
        g_autoptr(GArray) matches = NULL;
        bool has_pool = walk->examined == 0;
        uint32_t count = MIN(batch, limit - walk->examined);
        if (!read_batch(walk, count, &matches, error)) {
            return FALSE;
        }
        is_last = matches->len < (has_pool ? SAMSOK_RERANK_POOL : count) || is_whole(walk, matches);
        guint pool = has_pool ? MIN(SAMSOK_RERANK_POOL, matches->len) : 0;
        if ((has_pool && !take_pool(walk, matches, pool, error)) ||
            !take_matches(walk, matches, pool, error)) {
            return FALSE;
        }
        leap(walk);
        batch = next_batch(walk, batch);
    }
    walk->page->cut_short = !is_last && !page_is_full(walk) && walk->examined < walk->index_total;
    return TRUE;
}

/* The total behind a check: counted when all was examined, else in proportion. */
static void settle_total(Walk *walk)
{
    SamsokHitPage *page = walk->page;
    bool saw_all = walk->index_total_is_exact && walk->examined >= walk->index_total;
    if (walk->request->check == NULL) {
        page->total = walk->index_total;
        page->total_is_exact = walk->index_total_is_exact;
    } else if (saw_all || walk->examined == 0) {
        page->total = walk->fitting;
        page->total_is_exact = true;
    } else {
        double share = (double)walk->fitting / walk->examined;
        page->total = MAX(walk->fitting, (uint64_t)(share * walk->index_total));
        page->total_is_exact = false;
    }
}

/* A hit counts its repeats also when they come after it. */
static void count_repeats(const Walk *walk)
{
    for (guint i = 0; i < walk->page->candidates->len; i++) {
        SamsokCandidate *candidate = g_ptr_array_index(walk->page->candidates, i);
        candidate->duplicates = samsok_fold_count(walk->fold, candidate->passage);
    }
}

gboolean samsok_hit_page_fill(SamsokIndex *index, const SamsokHitRequest *request, SamsokHitPage *page,
                          GError **error)
{
    page->candidates = g_ptr_array_new_with_free_func((GDestroyNotify)samsok_candidate_free);
    g_autoptr(GHashTable) reports =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_seen);
    bool check_reads_titles =
        request->check != NULL && samsok_query_check_reads_title(request->check);
    Walk walk = {.index = index, .request = request, .page = page, .reports = reports,
                 .check_reads_titles = check_reads_titles};
    g_autoptr(SamsokFold) fold = samsok_fold_new();
    walk.fold = fold;
    if (!walk_matches(&walk, error)) {
        return FALSE;
    }
    count_repeats(&walk);
    settle_total(&walk);
    return TRUE;
}
