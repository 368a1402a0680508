/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer in any of the formats. */
#include "config.h"

#include "tools/answers.h"

#include "tools/json.h"
#include "tools/text.h"

/* The answer with its facets (NULL: none), as one object. */
static JsonObject *answer_object(const char *query, const SamsokAnswer *answer,
                                 const SamsokFacets *facets)
{
    JsonObject *object = samsok_json_answer(query, answer);
    if (facets != NULL) {
        json_object_set_object_member(object, "facets", samsok_json_facets(facets));
        json_object_set_boolean_member(object, "facets_are_exact", facets->is_exact);
    }
    return object;
}

void samsok_answer_print(const char *query, const SamsokAnswer *answer, const SamsokFacets *facets,
                         const SamsokCiteStyle *style)
{
    switch (style->format) {
    case SAMSOK_FORMAT_TEXT:
        samsok_text_answer(answer);
        if (facets != NULL) {
            samsok_text_facets(facets);
        }
        break;
    case SAMSOK_FORMAT_JSON:
        samsok_json_print(answer_object(query, answer, facets), true);
        break;
    case SAMSOK_FORMAT_JSONL:
        for (guint i = 0; i < answer->hits->len; i++) {
            const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
            JsonObject *object = samsok_json_hit(hit);
            samsok_json_explain_hit(object, answer, hit);
            samsok_json_print(object, false);
        }
        break;
    case SAMSOK_FORMAT_CSV:
    case SAMSOK_FORMAT_TSV:
    case SAMSOK_FORMAT_BIBTEX:
    case SAMSOK_FORMAT_RIS:
    case SAMSOK_FORMAT_CSL_JSON:
    case SAMSOK_FORMAT_MARKDOWN:
        samsok_cite_answer(answer, style);
        break;
    }
}
