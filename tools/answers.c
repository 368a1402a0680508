/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An answer in any of the formats. */
#include "config.h"

#include "tools/answers.h"

#include "tools/json.h"
#include "tools/text.h"

/* The answer with its facets (NULL: none), as one object. */
static json_t *answer_object(const char *query, const SamsokAnswer *answer,
                             const SamsokFacets *facets)
{
    json_t *object = samsok_json_answer(query, answer);
    if (facets != NULL) {
        json_object_set_new(object, "facets", samsok_json_facets(facets));
        samsok_json_set_bool(object, "facets_are_exact", facets->is_exact);
    }
    return object;
}

static void print_hit_lines(const SamsokAnswer *answer)
{
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        json_t *object = samsok_json_hit(hit);
        samsok_json_explain_hit(object, answer, hit);
        samsok_json_print(object, false);
    }
}

void samsok_answer_print(const char *query, const SamsokAnswer *answer, const SamsokFacets *facets,
                         const SamsokCiteStyle *style)
{
    if (style->format == SAMSOK_FORMAT_TEXT) {
        samsok_text_answer(answer);
        if (facets != NULL) {
            samsok_text_facets(facets);
        }
    } else if (samsok_cite_is_format(style->format)) {
        samsok_cite_answer(answer, style);
    } else if (style->format == SAMSOK_FORMAT_JSON) {
        samsok_json_print(answer_object(query, answer, facets), true);
    } else {
        print_hit_lines(answer);
    }
}
