/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses which of many cases a request is compared with in full. */
#include "config.h"

#include "index/cases-private.h"

#include <math.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/query/query.h"
#include "index/opened.h"
#include "index/schema.h"

/* Of a long request only so many of the heaviest words and concepts are looked up. */
enum { WISHES_TRIED = 60 };

/* More than words can add up to. */
static const double estimate_of_name = 1000;

/* True when `name` stands in `text` with no letter before or behind it. */
static bool stands_alone(const char *text, const char *name)
{
    for (const char *at = strstr(text, name); at != NULL; at = strstr(at + 1, name)) {
        const char *behind = at + strlen(name);
        bool goes_on = *behind != '\0' && g_unichar_isalnum(g_utf8_get_char(behind));
        bool begins = at == text || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
        if (begins && !goes_on) {
            return true;
        }
    }
    return false;
}

bool samsok_case_is_named(const SamsokCase *one, const char *query)
{
    g_autofree char *folded = g_utf8_strdown(query, -1);
    g_strstrip(folded);
    for (guint i = 0; *folded != '\0' && i < one->concept->labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(one->concept->labels, i);
        if (*label->folded != '\0' && stands_alone(folded, label->folded)) {
            return true;
        }
    }
    return false;
}

typedef struct {
    SamsokIndex *index;
    GArray *docids; /* of uint32_t, rising: passages of all cases */
    guint8 *has;    /* for each of them: it has the wish at hand */
} Trying;

static gint by_number(gconstpointer a, gconstpointer b)
{
    uint32_t first = *(const uint32_t *)a;
    uint32_t second = *(const uint32_t *)b;
    return (first > second) - (first < second);
}

/* The passages of all cases, each once. Owner: the caller. */
static GArray *all_docids(const SamsokCases *cases)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (guint i = 0; i < cases->cases->len; i++) {
        const SamsokCase *one = g_ptr_array_index(cases->cases, i);
        g_array_append_vals(all, one->docids->data, one->docids->len);
    }
    g_array_sort(all, by_number);
    GArray *once = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    for (guint i = 0; i < all->len; i++) {
        uint32_t docid = g_array_index(all, uint32_t, i);
        if (once->len == 0 || g_array_index(once, uint32_t, once->len - 1) != docid) {
            g_array_append_val(once, docid);
        }
    }
    return once;
}

static void set_has(guint place, void *data)
{
    ((Trying *)data)->has[place] = 1;
}

static gboolean look_up(Trying *trying, const SamsokCaseWish *wish, GError **error)
{
    memset(trying->has, 0, trying->docids->len);
    g_autofree char *term = wish->is_concept
                                ? samsok_schema_term(SAMSOK_PREFIX_CONCEPT, wish->shown)
                                : g_strdup(wish->key);
    SamsokDatabase *reader = trying->index->reader;
    return samsok_database_meet(reader, term, trying->docids, set_has, trying, error) &&
           (wish->bokmal == NULL ||
            samsok_database_meet(reader, wish->bokmal, trying->docids, set_has, trying, error));
}

static bool has_wish(const Trying *trying, const SamsokCase *one)
{
    for (guint i = 0; i < one->docids->len; i++) {
        guint place = 0;
        if (g_array_binary_search(trying->docids, &g_array_index(one->docids, uint32_t, i),
                                  by_number, &place) && trying->has[place] != 0) {
            return true;
        }
    }
    return false;
}

static gint by_estimate(gconstpointer a, gconstpointer b)
{
    const SamsokCase *first = *(const SamsokCase *const *)a;
    const SamsokCase *second = *(const SamsokCase *const *)b;
    bool is_first = first->project == NULL;
    bool is_second = second->project == NULL;
    if (is_first != is_second) {
        return is_first ? -1 : 1;
    }
    if (first->score != second->score) {
        return first->score > second->score ? -1 : 1;
    }
    return strcmp(first->concept->id, second->concept->id);
}

gboolean samsok_cases_choose(SamsokIndex *index, const char *query, const GPtrArray *wishes,
                             SamsokCases *cases, GError **error)
{
    guint count = cases->cases->len;
    if (count <= SAMSOK_MAX_CASE_CARDS) {
        return TRUE;
    }
    g_autoptr(GArray) docids = all_docids(cases);
    g_autofree guint8 *has = g_malloc0(docids->len);
    Trying trying = {index, docids, has};
    for (guint i = 0; i < MIN(wishes->len, WISHES_TRIED); i++) {
        const SamsokCaseWish *wish = g_ptr_array_index(wishes, i);
        if (!look_up(&trying, wish, error)) {
            return FALSE;
        }
        for (guint k = 0; k < count; k++) {
            SamsokCase *one = g_ptr_array_index(cases->cases, k);
            one->score += has_wish(&trying, one) ? wish->weight : 0;
        }
    }
    for (guint k = 0; k < count; k++) {
        SamsokCase *one = g_ptr_array_index(cases->cases, k);
        one->score /= sqrt(sqrt(one->docids->len)); /* as a card is scored: by what is told of it */
        one->score += query != NULL && samsok_case_is_named(one, query) ? estimate_of_name : 0;
    }
    g_ptr_array_sort(cases->cases, by_estimate);
    g_ptr_array_set_size(cases->cases, SAMSOK_MAX_CASE_CARDS);
    samsok_query_note(cases->notes, "%u cases: the request is compared with the %u likest", count,
                      SAMSOK_MAX_CASE_CARDS);
    return TRUE;
}
