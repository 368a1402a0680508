/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points as text for a terminal and as JSON. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "index/point_cited.h"
#include "index/project_cases.h"
#include "tools/citable.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/text.h"
#include "tools/wrap.h"

static bool is_case(const SamsokThesaurus *thesaurus, const char *id)
{
    const SamsokConcept *concept = samsok_thesaurus_find(thesaurus, id);
    return concept == NULL ? g_str_has_prefix(id, SAMSOK_PROJECT_CASE_PREFIX)
                           : strcmp(concept->kind, "case") == 0;
}

/* What the point mentions but for cases. */
static json_t *concepts_array(const SamsokHit *hit, const SamsokThesaurus *thesaurus)
{
    g_autoptr(GPtrArray) concepts = samsok_passage_record_concepts(hit->passage);
    g_autoptr(GPtrArray) wanted = g_ptr_array_new();
    for (guint i = 0; i < concepts->len; i++) {
        SamsokMentionRecord *mention = g_ptr_array_index(concepts, i);
        if (!is_case(thesaurus, mention->concept)) {
            g_ptr_array_add(wanted, mention);
        }
    }
    return samsok_json_concepts(wanted);
}

/* Why a case is the point's that its own words do not name. */
static const struct {
    const char *rule;
    const char *norwegian;
} implied[] = {
    {"structure", "overskriften over nevner den"},
    {"lead-in", "innledningen til lista nevner den"},
    {"before", "setningen før nevner den"},
    {"summary", "sammendraget nevner den"},
    {"basis", "nevnt der rapporten sier det samme utførlig"},
    {"report", "rapporten handler om den"},
};

/* The place of `concept` in the point's own words; NULL for none. Lent. */
static const SamsokMentionRecord *own_mention(const SamsokPassageRecord *point, const char *concept)
{
    for (guint i = 0; i < point->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(point->mentions, i);
        if (mention->end > 0 && strcmp(mention->concept, concept) == 0) {
            return mention;
        }
    }
    return NULL;
}

/* NULL where the point's own words name the case. */
static const char *why_implied(const SamsokPassageRecord *point, const SamsokMentionRecord *mention)
{
    bool is_own = own_mention(point, mention->concept) != NULL;
    for (guint i = 0; !is_own && i < G_N_ELEMENTS(implied); i++) {
        if (strcmp(mention->rule, implied[i].rule) == 0) {
            return implied[i].norwegian;
        }
    }
    return NULL;
}

/* Each case with the rule that told it, and whether the point's own words name it. */
static json_t *cases_array(const SamsokHit *hit, const SamsokThesaurus *thesaurus)
{
    g_autoptr(GPtrArray) concepts = samsok_passage_record_concepts(hit->passage);
    json_t *array = json_array();
    for (guint i = 0; i < concepts->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(concepts, i);
        if (!is_case(thesaurus, mention->concept)) {
            continue;
        }
        const SamsokMentionRecord *own = own_mention(hit->passage, mention->concept);
        json_t *object = samsok_json_named(mention->concept, mention->label);
        samsok_json_set_string(object, "rule", own == NULL ? mention->rule : own->rule);
        samsok_json_set_bool(object, "implied", own == NULL);
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *cited_array(const SamsokHit *hit)
{
    json_t *array = json_array();
    for (guint i = 0; hit->cited != NULL && i < hit->cited->len; i++) {
        const SamsokPointCited *cited = g_ptr_array_index(hit->cited, i);
        json_t *object = json_object();
        samsok_json_set_reference(object, cited->reference);
        samsok_json_set_number(object, "start", cited->reference->start);
        samsok_json_set_number(object, "end", cited->reference->end);
        samsok_json_set_string(object, "state", samsok_resolution_name(cited->state));
        json_object_set_new(object, "candidates", samsok_json_candidates(cited->candidates));
        json_array_append_new(array, object);
    }
    return array;
}

json_t *samsok_json_point(const SamsokHit *hit, const SamsokThesaurus *thesaurus)
{
    const SamsokPointFields *point = &hit->passage->point;
    json_t *object = samsok_json_hit(hit);
    samsok_json_set_string(object, "type", "point");
    samsok_json_set_string(object, "kind", point->kind);
    samsok_json_set_known(object, "number", point->number);
    samsok_json_set_known(object, "lead_in", point->lead_in);
    samsok_json_set_string(object, "cue", point->cue);
    samsok_json_set_bool(object, "negated", point->is_negated != 0);
    json_object_set_new(object, "concepts", concepts_array(hit, thesaurus));
    json_object_set_new(object, "cases", cases_array(hit, thesaurus));
    json_object_set_new(object, "reports_cited", cited_array(hit));
    samsok_json_set_known(object, "summary_of", point->summary_of);
    if (*point->summary_of != '\0') {
        samsok_json_set_real(object, "summary_score", point->summary_permille / 1000.0);
    }
    return object;
}

json_t *samsok_json_points(const SamsokAnswer *answer, const SamsokThesaurus *thesaurus)
{
    json_t *array = json_array();
    for (guint i = 0; i < answer->hits->len; i++) {
        json_array_append_new(array, samsok_json_point(g_ptr_array_index(answer->hits, i), thesaurus));
    }
    json_t *object = json_object();
    samsok_json_set_number(object, "total", answer->total);
    json_object_set_new(object, "points", array);
    return object;
}

/* "Læringspunkt 5" */
static char *heading_of(const SamsokPointFields *point)
{
    g_autofree char *label = samsok_citable_dup_label(point);
    GString *heading = g_string_new(NULL);
    g_string_append_unichar(heading, g_unichar_toupper(g_utf8_get_char(label)));
    g_string_append(heading, g_utf8_next_char(label));
    g_string_append(heading, point->is_negated != 0 ? " (frarådes)" : "");
    return g_string_free(heading, FALSE);
}

/* "viser til «Mot alle odds?» (difi-2014-07)"; several candidates after one another. */
static void print_cited(const SamsokHit *hit)
{
    for (guint i = 0; hit->cited != NULL && i < hit->cited->len; i++) {
        const SamsokPointCited *cited = g_ptr_array_index(hit->cited, i);
        printf("    viser til %s", cited->reference->text);
        for (guint j = 0; j < cited->candidates->len; j++) {
            const SamsokResolved *resolved = &g_array_index(cited->candidates, SamsokResolved, j);
            printf("%s%s", j == 0 ? " → " : " eller ", resolved->report->id);
        }
        putchar('\n');
    }
}

/* What the point names, then "gjelder også KMDs samordningsroller (setningen før nevner den)". */
static void print_concepts(const SamsokPassageRecord *point)
{
    g_autoptr(GPtrArray) concepts = samsok_passage_record_concepts(point);
    g_autoptr(GPtrArray) named = g_ptr_array_new();
    for (guint i = 0; i < concepts->len; i++) {
        if (why_implied(point, g_ptr_array_index(concepts, i)) == NULL) {
            g_ptr_array_add(named, g_ptr_array_index(concepts, i));
        }
    }
    samsok_text_concepts(named);
    for (guint i = 0; i < concepts->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(concepts, i);
        const char *why = why_implied(point, mention);
        if (why != NULL) {
            g_autofree char *line = g_strdup_printf("gjelder også %s (%s)", mention->label, why);
            samsok_wrap_print(line, 4, samsok_cli_width());
        }
    }
}

static void print_point(const SamsokHit *hit)
{
    const SamsokPointFields *point = &hit->passage->point;
    g_autofree char *heading = heading_of(point);
    printf("  %s\n", heading);
    g_auto(GStrv) lines = g_strsplit(hit->passage->text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        samsok_wrap_print(lines[i], 4, samsok_cli_width());
    }
    print_concepts(hit->passage);
    if (*point->summary_of != '\0') {
        printf("    kortform av %s\n", point->summary_of);
    }
    print_cited(hit);
    samsok_text_source(hit);
}

void samsok_text_points(const SamsokAnswer *answer)
{
    const char *report = "";
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        if (strcmp(hit->report->id, report) != 0) {
            printf("%s", i == 0 ? "" : "\n");
            samsok_text_report_head(hit->report);
            report = hit->report->id;
        }
        print_point(hit);
    }
    if (answer->hits->len == 0) {
        puts("Ingen punkter.");
        return;
    }
    printf("\n%u av %s%" G_GUINT64_FORMAT " punkt%s\n", answer->hits->len,
           answer->total_is_exact ? "" : "omtrent ", answer->total, answer->total == 1 ? "" : "er");
}
