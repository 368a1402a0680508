/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes of each case what can be cited: an entry for each report that tells of it. */
#include "config.h"

#include <string.h>

#include "tools/cases.h"

static const SamsokPassageRecord *first_passage(const SamsokCase *one, const char *report)
{
    for (guint i = 0; i < one->passages->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(one->passages, i);
        if (strcmp(passage->report, report) == 0) {
            return passage;
        }
    }
    return NULL;
}

/* What the report says helped, else what it says hindered; NULL for neither. */
static const SamsokCaseQuote *first_quote(const SamsokCase *one, const char *report)
{
    const GPtrArray *const lists[] = {one->helped, one->hindered};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
        for (guint k = 0; k < lists[i]->len; k++) {
            const SamsokCaseQuote *quote = g_ptr_array_index(lists[i], k);
            if (strcmp(quote->passage->report, report) == 0) {
                return quote;
            }
        }
    }
    return NULL;
}

/* The labels of its concepts, lent, most mentioned first. Owner: the caller frees the array. */
static const char **dup_concepts(const SamsokCase *one)
{
    const char **labels = g_new0(const char *, one->concepts->len + 1);
    for (guint i = 0; i < one->concepts->len; i++) {
        labels[i] = ((const SamsokCaseConcept *)g_ptr_array_index(one->concepts, i))->concept->label;
    }
    return labels;
}

static void clear_citable(gpointer data)
{
    SamsokCitable *citable = data;
    g_free((char *)citable->id);
    g_free((void *)citable->concepts);
}

static void add_report(GArray *citables, const SamsokCase *one, const SamsokReportRecord *report)
{
    const SamsokCaseQuote *quote = first_quote(one, report->id);
    const SamsokPassageRecord *passage =
        quote == NULL ? first_passage(one, report->id) : quote->passage;
    if (passage == NULL) {
        return;
    }
    SamsokCitable citable = samsok_citable_of_passage(report, passage);
    citable.id = g_strconcat(one->concept->id, "@", passage->id, NULL);
    citable.kind = "case";
    citable.label = one->concept->label;
    citable.rank = one->rank;
    citable.score = one->score;
    citable.quote = quote == NULL ? NULL : quote->text;
    citable.concepts = dup_concepts(one);
    g_array_append_val(citables, citable);
}

void samsok_cite_cases(const SamsokCases *cases, const SamsokCiteStyle *style)
{
    g_autoptr(GArray) citables = g_array_new(FALSE, TRUE, sizeof(SamsokCitable));
    g_array_set_clear_func(citables, clear_citable);
    for (guint i = 0; i < cases->cases->len; i++) {
        const SamsokCase *one = g_ptr_array_index(cases->cases, i);
        for (guint k = 0; k < one->reports->len; k++) {
            add_report(citables, one, g_ptr_array_index(one->reports, k));
        }
    }
    samsok_cite_print(citables, style);
}
