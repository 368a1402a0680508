/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes cases from what stands around a point. */
#include "config.h"

#include "index/point_told.h"

#include <string.h>

#include "core/insight/projects.h"
#include "core/shape/sentence.h"
#include "index/point_spans.h"

/* How many passages before a point's first its lead-in may stand: a list's items share one. */
enum { LEAD_IN_PASSAGES = 4 };

typedef struct {
    const SamsokReportContent *content;
    GPtrArray *mentions;
} Telling;

static bool is_case(const Telling *telling, const char *id)
{
    const SamsokThesaurus *thesaurus = telling->content->tagging->thesaurus;
    const SamsokConcept *concept = thesaurus == NULL ? NULL : samsok_thesaurus_find(thesaurus, id);
    return concept != NULL && strcmp(concept->kind, "case") == 0;
}

static bool is_known(const Telling *telling, const char *id)
{
    for (guint i = 0; i < telling->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(telling->mentions, i);
        if (strcmp(mention->concept, id) == 0) {
            return true;
        }
    }
    return false;
}

/* The cases that code points `start` to `end` of the passage name. Owner: the caller; of mentions, lent. */
static GPtrArray *cases_named(const Telling *telling, guint64 ordinal, guint64 start, guint64 end)
{
    GPtrArray *named = g_ptr_array_new();
    if (ordinal >= telling->content->passages->len) {
        return named;
    }
    const SamsokPassageRecord *passage = g_ptr_array_index(telling->content->passages, ordinal);
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        bool is_here = mention->end > 0 && mention->start >= start && mention->end <= end;
        if (is_here && is_case(telling, mention->concept)) {
            g_ptr_array_add(named, (gpointer)mention);
        }
    }
    return named;
}

static void add_told(const Telling *telling, const GPtrArray *named, const char *rule)
{
    for (guint i = 0; i < named->len; i++) {
        SamsokMentionRecord told = *(const SamsokMentionRecord *)g_ptr_array_index(named, i);
        told.start = told.end = 0;
        told.rule = rule;
        if (!is_known(telling, told.concept)) {
            g_ptr_array_add(telling->mentions, samsok_mention_record_new(&told));
        }
    }
}

static void add_lead_in(const Telling *telling, const char *lead_in, guint64 first)
{
    guint64 begin = first < LEAD_IN_PASSAGES ? 0 : first - LEAD_IN_PASSAGES;
    for (guint64 i = first + 1; *lead_in != '\0' && i > begin && i <= telling->content->passages->len; i--) {
        const SamsokPassageRecord *passage = g_ptr_array_index(telling->content->passages, i - 1);
        const char *at = strstr(passage->text, lead_in);
        if (at != NULL) {
            guint64 start = (guint64)g_utf8_pointer_to_offset(passage->text, at);
            g_autoptr(GPtrArray) named = cases_named(
                telling, i - 1, start, start + (guint64)g_utf8_strlen(lead_in, -1));
            add_told(telling, named, "lead-in");
            return;
        }
    }
}

/* The sentence that ends last before the span, in the same passage. */
static void add_before(const Telling *telling, const SamsokPointSpan *span)
{
    if (span->ordinal >= telling->content->passages->len) {
        return;
    }
    const SamsokPassageRecord *passage = g_ptr_array_index(telling->content->passages, span->ordinal);
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    samsok_sentences(passage->text, sentences);
    guint64 start = 0;
    guint64 end = 0;
    for (guint i = 0; i < sentences->len; i++) {
        const SamsokSentence *sentence = &g_array_index(sentences, SamsokSentence, i);
        guint64 until = (guint64)g_utf8_strlen(passage->text, sentence->end);
        if (until > span->start) {
            break;
        }
        start = (guint64)g_utf8_strlen(passage->text, sentence->start);
        end = until;
    }
    g_autoptr(GPtrArray) named = cases_named(telling, span->ordinal, start, end);
    for (guint i = 1; i < named->len; i++) {
        const SamsokMentionRecord *first = g_ptr_array_index(named, 0);
        const SamsokMentionRecord *other = g_ptr_array_index(named, i);
        if (strcmp(first->concept, other->concept) != 0) {
            return; /* which of them is meant is not told */
        }
    }
    add_told(telling, named, "before");
}

/* What the report says of the same elsewhere. */
static void add_elsewhere(const Telling *telling, const char *spans, const char *rule)
{
    SamsokPointSpan span = {0};
    while (samsok_point_next_span(&spans, &span)) {
        g_autoptr(GPtrArray) named = cases_named(telling, span.ordinal, span.start, span.end);
        add_told(telling, named, rule);
    }
}

void samsok_point_add_told(const SamsokReportContent *content, const SamsokPassageRecord *point,
                           GPtrArray *mentions)
{
    const Telling telling = {content, mentions};
    SamsokPointSpan span = {0};
    const char *p = point->point.spans;
    if (samsok_point_next_span(&p, &span)) {
        add_lead_in(&telling, point->point.lead_in, span.ordinal);
        if (samsok_project_names_again(point->text)) {
            add_before(&telling, &span);
        }
    }
    add_elsewhere(&telling, point->point.brief_spans, "summary");
    add_elsewhere(&telling, point->point.basis_spans, "basis");
}
