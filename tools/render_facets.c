/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facets as JSON and as lines below the hits. */
#include "config.h"

#include <stdio.h>

#include "tools/json.h"
#include "tools/text.h"

/* Values that a line shows. */
enum { SHOWN_VALUES = 8 };

json_t *samsok_json_facets(const SamsokFacets *facets)
{
    json_t *object = json_object();
    for (guint i = 0; i < facets->facets->len; i++) {
        const SamsokFacet *facet = g_ptr_array_index(facets->facets, i);
        json_t *array = json_array();
        for (guint j = 0; j < facet->values->len; j++) {
            const SamsokFacetValue *value = g_ptr_array_index(facet->values, j);
            json_t *line = json_object();
            samsok_json_set_string(line, "value", value->value);
            samsok_json_set_string(line, "label", value->label);
            samsok_json_set_number(line, "count", value->passages);
            samsok_json_set_number(line, "reports", value->reports);
            json_array_append_new(array, line);
        }
        json_object_set_new(object, facet->name, array);
    }
    return object;
}

void samsok_text_facets(const SamsokFacets *facets)
{
    printf("\nAvsnitt (rapporter)%s\n", facets->is_exact ? "" : ", omtrent");
    for (guint i = 0; i < facets->facets->len; i++) {
        const SamsokFacet *facet = g_ptr_array_index(facets->facets, i);
        printf("  %-11s%s", facet->name, facet->values->len == 0 ? " ingen" : "");
        for (guint j = 0; j < MIN(facet->values->len, SHOWN_VALUES); j++) {
            const SamsokFacetValue *value = g_ptr_array_index(facet->values, j);
            printf("%s %s %" G_GUINT64_FORMAT " (%" G_GUINT64_FORMAT ")", j == 0 ? "" : " \302\267",
                   value->label, value->passages, value->reports);
        }
        guint hidden = facet->values->len - MIN(facet->values->len, SHOWN_VALUES);
        g_autofree char *more = hidden == 0 ? g_strdup("") : g_strdup_printf(" og %u til", hidden);
        printf("%s\n", more);
    }
}
