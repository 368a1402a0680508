/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds files that may carry the same work and compares their texts. */
#include "config.h"

#include "index/carriers.h"

#include <string.h>

#include "core/base/limits.h"
#include "index/opened.h"
#include "index/schema.h"

/* Rows of so many words are compared. */
enum { ROW_WORDS = 4 };
/* FNV-1a's, http://www.isthe.com/chongo/tech/comp/fnv/ */
static const guint64 hash_start = 14695981039346656037u;
static const guint64 hash_factor = 1099511628211u;
/* Copies differ by hyphens, notes and figures; two reports on one subject share far less. */
static const double least_overlap = 0.5;

/* ---- Text ----------------------------------------------------------------------------------------- */

typedef struct {
    guint64 words[ROW_WORDS]; /* hashes of the last words, in a ring */
    guint count;
    GHashTable *rows; /* set of hashes as pointers */
} Rows;

static void end_row(Rows *rows)
{
    guint64 hash = hash_start;
    for (guint i = 0; i < ROW_WORDS; i++) {
        hash = (hash ^ rows->words[(rows->count + i) % ROW_WORDS]) * hash_factor;
    }
    if (g_hash_table_size(rows->rows) < SAMSOK_MAX_COMPARED_ROWS) {
        g_hash_table_add(rows->rows, GSIZE_TO_POINTER(hash));
    }
}

static void add_word(Rows *rows, guint64 hash)
{
    rows->words[rows->count % ROW_WORDS] = hash;
    rows->count++;
    if (rows->count >= ROW_WORDS) {
        end_row(rows);
    }
}

/* Words are rows of letters and digits in lower case. */
static void add_text(Rows *rows, const char *text)
{
    guint64 hash = 0;
    for (const char *p = text;; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalnum(c)) {
            hash = (hash + g_unichar_tolower(c) + 1) * hash_factor;
        } else if (hash != 0) {
            add_word(rows, hash);
            hash = 0;
        }
        if (c == 0) {
            return;
        }
    }
}

static GHashTable *rows_of(const GPtrArray *passages)
{
    Rows rows = {.rows = g_hash_table_new(NULL, NULL)};
    for (guint i = 0; i < passages->len; i++) {
        add_text(&rows, ((const SamsokPassageRecord *)g_ptr_array_index(passages, i))->text);
    }
    return rows.rows;
}

double samsok_carriers_overlap(const GPtrArray *one, const GPtrArray *other)
{
    g_autoptr(GHashTable) first = rows_of(one);
    g_autoptr(GHashTable) second = rows_of(other);
    bool first_is_less = g_hash_table_size(first) <= g_hash_table_size(second);
    GHashTable *less = first_is_less ? first : second;
    GHashTable *more = first_is_less ? second : first;
    guint shared = 0;
    GHashTableIter iter;
    gpointer row = NULL;
    g_hash_table_iter_init(&iter, less);
    while (g_hash_table_iter_next(&iter, &row, NULL)) {
        shared += g_hash_table_contains(more, row) ? 1 : 0;
    }
    return shared == 0 ? 0 : (double)shared / g_hash_table_size(less);
}

/* ---- Files ---------------------------------------------------------------------------------------- */

char **samsok_carriers_works(const SamsokReportRecord *report)
{
    g_autoptr(GPtrArray) works = g_ptr_array_new();
    if (*report->series != '\0' && *report->number != '\0') {
        g_autofree char *number = samsok_schema_number(report->series, report->number);
        g_ptr_array_add(works, g_strconcat("n-", number, NULL));
    }
    g_autofree char *title = samsok_schema_fold(report->title);
    if (*title != '\0') {
        g_ptr_array_add(works, g_strconcat("t-", title, NULL));
    }
    g_ptr_array_add(works, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&works), FALSE);
}

/* Reports that may carry the same work. */
typedef struct {
    const SamsokReportRecord *report;
    GPtrArray *others; /* of SamsokReportRecord * */
    GError *failure;
} Search;

static void free_report(gpointer data)
{
    samsok_report_record_free(data);
}

static bool take_report(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)docid;
    Search *search = data;
    g_autoptr(SamsokReportRecord) other = samsok_report_record_unpack(bytes, len, &search->failure);
    if (other == NULL) {
        return false;
    }
    const SamsokReportRecord *report = search->report;
    bool same_year = other->year == report->year || other->year == 0 || report->year == 0;
    if (strcmp(other->id, report->id) != 0 && same_year) {
        g_ptr_array_add(search->others, g_steal_pointer(&other));
    }
    return search->others->len < SAMSOK_MAX_CARRIERS;
}

static gboolean try_works(SamsokIndex *index, void *data, GError **error)
{
    Search *search = data;
    g_ptr_array_set_size(search->others, 0);
    g_auto(GStrv) works = samsok_carriers_works(search->report);
    for (char **work = works; *work != NULL; work++) {
        g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_WORK, *work);
        if (!samsok_database_each_document(index->reader, term, take_report, search, error)) {
            return FALSE;
        }
    }
    if (search->failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&search->failure));
        return FALSE;
    }
    return TRUE;
}

static gint by_id(gconstpointer a, gconstpointer b)
{
    return strcmp((*(const SamsokReportRecord *const *)a)->id, (*(const SamsokReportRecord *const *)b)->id);
}

/* True in *out_is_carrier when the texts are one. */
static gboolean compare(SamsokIndex *index, const GPtrArray *passages, const SamsokReportRecord *other,
                        bool *out_is_carrier, GError **error)
{
    g_autoptr(GPtrArray) others = samsok_index_passages(index, other->id, error);
    if (others == NULL) {
        return FALSE;
    }
    *out_is_carrier = samsok_carriers_overlap(passages, others) >= least_overlap;
    return TRUE;
}

GPtrArray *samsok_index_carriers(SamsokIndex *index, const SamsokReportRecord *report, GError **error)
{
    g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(free_report);
    g_autoptr(GPtrArray) carriers = g_ptr_array_new_with_free_func(free_report);
    Search search = {.report = report, .others = others};
    if (!samsok_index_retry(index, try_works, &search, error)) {
        return NULL;
    }
    g_ptr_array_sort(others, by_id);
    g_autoptr(GPtrArray) passages =
        others->len == 0 ? NULL : samsok_index_passages(index, report->id, error);
    if (others->len > 0 && passages == NULL) {
        return NULL;
    }
    while (others->len > 0) {
        g_autoptr(SamsokReportRecord) other = g_ptr_array_steal_index(others, 0);
        bool is_repeat = carriers->len > 0 &&
                         by_id(&carriers->pdata[carriers->len - 1], (gconstpointer)&other) == 0;
        bool is_carrier = false;
        if (!is_repeat && !compare(index, passages, other, &is_carrier, error)) {
            return NULL;
        }
        if (is_carrier) {
            g_ptr_array_add(carriers, g_steal_pointer(&other));
        }
    }
    return g_steal_pointer(&carriers);
}
