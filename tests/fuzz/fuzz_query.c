/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer driver: any bytes are a query, and what was understood is understood the same again.
 *
 * Built by 'make fuzz': see tests/fuzz/local.mk.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/query/check.h"
#include "core/query/features.h"
#include "core/query/matcher.h"
#include "core/query/parse.h"
#include "core/query/snippet.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* The query's words in its own letters: every feature is a number. */
static void rank(const SamsokQuery *query, const SamsokQueryTarget *target, SamsokAnalyser *analyser)
{
    g_autoptr(SamsokWanted) wanted = samsok_wanted_new(query);
    if (samsok_wanted_count(wanted) == 0) {
        return;
    }
    SamsokRankedPassage passage = {.text = target->text, .language = target->language,
                                   .title = target->title, .report = "a", .bm25 = 1,
                                   .section_titles = target->section_titles};
    SamsokFeatures features;
    SamsokFeatureReader reader;
    samsok_feature_reader_init(&reader, wanted, analyser);
    samsok_features_of_passage(&reader, &passage, &features);
    samsok_features_compare(wanted, &passage, &features, 1);
    samsok_feature_reader_clear(&reader);
    for (guint i = 0; i < SAMSOK_FEATURE_COUNT; i++) {
        if (!isfinite(features.values[i])) {
            abort();
        }
    }
}

/* The query against its own letters as a passage: checks, marks and snippet must hold. */
static void use(const SamsokQuery *query, const char *text, SamsokAnalyser *analyser)
{
    g_autoptr(SamsokQueryCheck) check = samsok_query_check_new(query, analyser);
    const char *const headings[] = {text, NULL};
    SamsokQueryTarget target = {.text = text, .language = "nb", .title = text,
                                .section_number = "1", .section_titles = headings};
    samsok_query_check_matches(check, &target);
    rank(query, &target, analyser);
    g_autoptr(SamsokQueryMatcher) matcher = samsok_query_matcher_new(query);
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(SamsokSpan));
    g_autofree char *snippet = samsok_snippet(text, "nb", matcher, analyser, spans);
    glong length = g_utf8_strlen(snippet, -1);
    for (guint i = 0; i < spans->len; i++) {
        if (g_array_index(spans, SamsokSpan, i).end > (guint)length) {
            abort();
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    static SamsokAnalyser *analyser;
    if (analyser == NULL) {
        analyser = samsok_analyser_new(NULL);
    }
    if (len > SAMSOK_MAX_QUERY_BYTES) {
        return 0;
    }
    g_autofree char *text = samsok_text_clean((const char *)bytes, len, NULL);
    g_autoptr(SamsokQuery) query = samsok_query_parse(text, analyser);
    g_autofree char *understood = samsok_query_describe(query);
    g_autoptr(SamsokQuery) again = samsok_query_parse(understood, analyser);
    g_autofree char *twice = samsok_query_describe(again);
    if (strcmp(understood, twice) != 0) {
        abort();
    }
    use(query, text, analyser);
    return 0;
}
