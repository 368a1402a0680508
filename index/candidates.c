/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads matches in batches, checks them, and keeps those of the page. */
#include "config.h"

#include "index/candidates.h"

#include "core/base/limits.h"
#include "index/lookup.h"

/* BM25 as measured in RETRIEVAL.md §9: length counts for nothing in passages of one size. */
#define BM25_K1 0.6
#define BM25_B 0.0
/* Matches beyond the page that the estimate of the total rests on. */
#define ESTIMATE_FROM 200
#define FIRST_BATCH 64

void samsok_candidate_free(SamsokCandidate *candidate)
{
    samsok_passage_record_free(candidate->passage);
    g_free(candidate);
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
    bool reads_titles;
    GHashTable *reports; /* titles by report id, and how many passages of it were taken */
    uint32_t examined;
    uint32_t fitting;  /* of the examined, those that pass the check */
    uint32_t taken;    /* of those, the ones within the limit of their report */
    uint32_t index_total;
    bool index_total_is_exact;
} Walk;

typedef struct {
    char *title;
    guint taken;
} SeenReport;

static void free_seen(gpointer data)
{
    SeenReport *seen = data;
    g_free(seen->title);
    g_free(seen);
}

/* What is known of the passage's report; its title is read once. NULL on error. */
static SeenReport *seen_report(Walk *walk, const char *id, GError **error)
{
    SeenReport *seen = g_hash_table_lookup(walk->reports, id);
    if (seen != NULL) {
        return seen;
    }
    g_autoptr(SamsokReportRecord) report = NULL;
    if (walk->reads_titles) {
        report = samsok_lookup_report(walk->index->reader, id, error);
        if (report == NULL) {
            return NULL;
        }
    }
    seen = g_new0(SeenReport, 1);
    seen->title = g_strdup(report == NULL ? "" : report->title);
    g_hash_table_insert(walk->reports, g_strdup(id), seen);
    return seen;
}

static bool passes_check(const Walk *walk, const SeenReport *seen,
                         const SamsokPassageRecord *passage)
{
    SamsokQueryTarget target = {
        .text = passage->text,
        .language = passage->language,
        .title = seen->title,
        .section_number = passage->section_number,
        .section_titles = passage->section_titles,
    };
    return walk->request->check == NULL || samsok_query_check_matches(walk->request->check, &target);
}

/* Takes the passage onto the page when it is its turn; takes it over or frees it. */
static void take(Walk *walk, SamsokPassageRecord *passage, double weight)
{
    const SamsokHitRequest *request = walk->request;
    uint32_t place = walk->taken++;
    if (place < request->offset || place - request->offset >= request->count) {
        samsok_passage_record_free(passage);
        return;
    }
    SamsokCandidate *candidate = g_new0(SamsokCandidate, 1);
    candidate->passage = passage;
    candidate->score = weight;
    g_ptr_array_add(walk->page->candidates, candidate);
}

static gboolean examine(Walk *walk, const SamsokMatch *match, GError **error)
{
    g_autoptr(SamsokPassageRecord) passage =
        samsok_lookup_match(walk->index->reader, match->docid, error);
    SeenReport *seen = passage == NULL ? NULL : seen_report(walk, passage->report, error);
    if (seen == NULL) {
        return FALSE;
    }
    walk->examined++;
    if (!passes_check(walk, seen, passage)) {
        return TRUE;
    }
    walk->fitting++;
    uint32_t limit = walk->request->per_report;
    if (limit == 0 || seen->taken < limit) {
        seen->taken++;
        take(walk, g_steal_pointer(&passage), match->weight);
    }
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
        .k1 = BM25_K1,
        .b = BM25_B,
    };
    return samsok_database_search(walk->index->reader, walk->request->node, &options, out_matches,
                                &walk->index_total, &walk->index_total_is_exact, error);
}

static uint32_t candidate_limit(const Walk *walk)
{
    uint32_t wanted = walk->request->offset + walk->request->count;
    uint32_t limit = counts_all(walk) ? SAMSOK_MAX_COUNTED_CANDIDATES : SAMSOK_MAX_CANDIDATES;
    return MAX(limit, wanted);
}

/* Walks batch by batch, each twice the one before, until the page is full or nothing is left. */
static gboolean walk_matches(Walk *walk, GError **error)
{
    uint32_t limit = candidate_limit(walk);
    uint32_t batch = MAX(FIRST_BATCH, walk->request->offset + walk->request->count);
    bool is_last = false;
    while (!is_last && (counts_all(walk) || !page_is_full(walk)) && walk->examined < limit) {
        g_autoptr(GArray) matches = NULL;
        uint32_t count = MIN(batch, limit - walk->examined);
        if (!read_batch(walk, count, &matches, error)) {
            return FALSE;
        }
        is_last = matches->len < count;
        for (guint i = 0; i < matches->len && (counts_all(walk) || !page_is_full(walk)); i++) {
            if (!examine(walk, &g_array_index(matches, SamsokMatch, i), error)) {
                return FALSE;
            }
        }
        batch = MIN(batch * 2, SAMSOK_MAX_CANDIDATES);
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

/* Without check or limit the index's own page is the page. */
static gboolean direct_page(Walk *walk, GError **error)
{
    const SamsokHitRequest *request = walk->request;
    g_autoptr(GArray) matches = NULL;
    walk->examined = request->offset;
    if (!read_batch(walk, request->count, &matches, error)) {
        return FALSE;
    }
    walk->taken = request->offset;
    for (guint i = 0; i < matches->len; i++) {
        const SamsokMatch *match = &g_array_index(matches, SamsokMatch, i);
        SamsokPassageRecord *passage = samsok_lookup_match(walk->index->reader, match->docid, error);
        if (passage == NULL) {
            return FALSE;
        }
        take(walk, passage, match->weight);
    }
    return TRUE;
}

gboolean samsok_hit_page_fill(SamsokIndex *index, const SamsokHitRequest *request, SamsokHitPage *page,
                          GError **error)
{
    page->candidates = g_ptr_array_new_with_free_func((GDestroyNotify)samsok_candidate_free);
    g_autoptr(GHashTable) reports =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_seen);
    bool reads_titles = request->check != NULL && samsok_query_check_reads_title(request->check);
    Walk walk = {.index = index, .request = request, .page = page, .reports = reports,
                 .reads_titles = reads_titles};
    bool direct = request->check == NULL && request->per_report == 0;
    if (!(direct ? direct_page(&walk, error) : walk_matches(&walk, error))) {
        return FALSE;
    }
    settle_total(&walk);
    return TRUE;
}
