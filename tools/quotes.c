/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares where a quotation stands with where the draft says it does. */
#include "config.h"

#include "tools/quotes.h"

#include <stdbool.h>
#include <string.h>

#include "index/titles.h"

/* Less alike is another title. */
static const double least_title_score = 0.75;

static const char *const doubt_names[] = {
#define X(doubt, name) [SAMSOK_DOUBT_##doubt] = name,
    SAMSOK_DOUBT_LIST(X)
#undef X
};

const char *samsok_doubt_name(SamsokDoubt doubt)
{
    return doubt_names[doubt];
}

void samsok_checked_quote_free(SamsokCheckedQuote *checked)
{
    if (checked == NULL) {
        return;
    }
    samsok_quote_found_free(checked->found);
    g_free(checked);
}

static bool is_among(const GArray *candidates, const char *id)
{
    for (guint i = 0; i < candidates->len; i++) {
        if (strcmp(g_array_index(candidates, SamsokResolved, i).report->id, id) == 0) {
            return true;
        }
    }
    return false;
}

/* The number at the head of `text`; 0 when it begins with none. */
static guint64 number_of(const char *text)
{
    return g_ascii_strtoull(text, NULL, 10);
}

/* True when the page the draft gives is not one the passage is printed on. Roman and other labels are compared as
 * they are. */
static bool is_other_page(const char *page, const SamsokPassageRecord *passage)
{
    guint64 cited = number_of(page);
    guint64 first = number_of(passage->label_first);
    guint64 last = number_of(passage->label_last);
    bool comparable = cited != 0 && first != 0 && last != 0;
    return *page != '\0' && comparable && (cited < first || cited > last);
}

/* «kap. 2» holds 2.3, and 2.3 says more than 2. */
static bool is_other_chapter(const char *chapter, const SamsokPassageRecord *passage)
{
    const char *section = passage->section_number;
    size_t len = MIN(strlen(chapter), strlen(section));
    return *chapter != '\0' && *section != '\0' && strncmp(chapter, section, len) != 0;
}

static SamsokDoubt doubt_of(const SamsokReference *reference, const GArray *candidates,
                            const SamsokQuoteFound *found)
{
    if (found->passage == NULL || reference == NULL || candidates->len == 0) {
        return SAMSOK_DOUBT_NONE;
    }
    if (!is_among(candidates, found->report->id)) {
        return SAMSOK_DOUBT_REPORT;
    }
    if (is_other_page(reference->page, found->passage)) {
        return SAMSOK_DOUBT_PAGE;
    }
    return is_other_chapter(reference->chapter, found->passage) ? SAMSOK_DOUBT_CHAPTER : SAMSOK_DOUBT_NONE;
}

/* A title of a report that is cited, or of one that the corpus lacks. */
static bool is_title(const SamsokQuotation *quotation, const GArray *candidates, const SamsokQuoteFound *found)
{
    g_auto(GStrv) words = samsok_title_words(quotation->text);
    for (guint i = 0; i < candidates->len; i++) {
        const SamsokReportRecord *report = g_array_index(candidates, SamsokResolved, i).report;
        g_auto(GStrv) title = samsok_title_words(report->title);
        if (samsok_title_score((const char *const *)words, (const char *const *)title) >= least_title_score) {
            return true;
        }
    }
    return quotation->may_be_title && candidates->len == 0 && found->state == SAMSOK_QUOTE_NOT_FOUND;
}

SamsokCheckedQuote *samsok_quote_check(SamsokIndex *index, SamsokResolver *resolver,
                                       const SamsokQuotation *quotation, GError **error)
{
    const SamsokReference *reference = quotation->reference;
    SamsokResolutionState state = SAMSOK_RESOLUTION_UNRESOLVED;
    g_autoptr(GArray) candidates = reference == NULL
                                       ? g_array_new(FALSE, FALSE, sizeof(SamsokResolved))
                                       : samsok_resolver_find(resolver, reference, NULL, "", &state);
    const char *preferred =
        candidates->len == 0 ? NULL : g_array_index(candidates, SamsokResolved, 0).report->id;
    SamsokQuoteFound *found = samsok_index_quote(index, quotation->text, preferred, error);
    if (found == NULL) {
        return NULL;
    }
    SamsokCheckedQuote *checked = g_new0(SamsokCheckedQuote, 1);
    checked->quotation = quotation;
    checked->found = found;
    checked->is_title = is_title(quotation, candidates, found);
    checked->doubt = doubt_of(reference, candidates, found);
    return checked;
}
