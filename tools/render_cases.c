/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints cards of cases, for people and as JSON. */
#include "config.h"

#include "tools/cases.h"

#include <stdio.h>
#include <string.h>

#include "core/base/limits.h"
#include "tools/citable.h"
#include "tools/json.h"
#include "tools/wrap.h"

enum { QUOTES_SHOWN = 3, VALUES_SHOWN = 8, REPORTS_SHOWN = 5, POINTS_SHOWN = 6, POINT_LETTERS = 110, INDENT = 4 };

/* The parts of a card that are concepts of one kind. */
static const struct {
    const char *kind;
    const char *member; /* in JSON */
    const char *label;
} parts[] = {
    {"actor", "bodies", "Aktører"},
    {"mechanism", "mechanisms", "Mekanismer"},
    {"instrument", "instruments", "Virkemidler"},
    {"role", "roles", "Roller"},
    {"step", "ladder_steps", "Trinn"},
};

/* ---- Text ---- */

static void print_line(const char *label, const char *text)
{
    if (*text != '\0') {
        g_autofree char *line = g_strdup_printf("%s: %s", label, text);
        samsok_wrap_print(line, INDENT, samsok_cli_width());
    }
}

static void append(GString *out, const char *text)
{
    g_string_append_printf(out, "%s%s", out->len == 0 ? "" : " · ", text);
}

static void print_labels(const GPtrArray *concepts, const char *label)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < concepts->len; i++) {
        append(out, ((const SamsokConcept *)g_ptr_array_index(concepts, i))->label);
    }
    print_line(label, out->str);
}

/* True for the concept that all others of its kind stand below («virkemiddel»): it tells nothing. */
static bool is_kind_itself(const SamsokThesaurus *thesaurus, const SamsokConcept *concept)
{
    for (guint i = 0; i < concept->broader->len; i++) {
        const SamsokConcept *above =
            samsok_thesaurus_find(thesaurus, g_ptr_array_index(concept->broader, i));
        if (above != NULL && strcmp(above->kind, concept->kind) == 0) {
            return false;
        }
    }
    guint below = 0;
    guint all = 0;
    for (guint i = 0; i < samsok_thesaurus_count(thesaurus); i++) {
        const SamsokConcept *other = samsok_thesaurus_at(thesaurus, i);
        const GPtrArray *above = samsok_thesaurus_above(thesaurus, other->id);
        bool is_other = strcmp(other->kind, concept->kind) == 0 && other != concept;
        all += is_other ? 1 : 0;
        for (guint k = 0; is_other && k < above->len; k++) {
            below += strcmp(g_ptr_array_index(above, k), concept->id) == 0 ? 1 : 0;
        }
    }
    return below * 2 > all;
}

static gint by_order(gconstpointer a, gconstpointer b)
{
    guint first = (*(const SamsokConcept *const *)a)->order;
    guint second = (*(const SamsokConcept *const *)b)->order;
    return (first > second) - (first < second);
}

/* Those mentioned most; steps of an order in their order. */
static void print_kind(const SamsokThesaurus *thesaurus, const SamsokCase *one, const char *kind,
                       const char *label)
{
    g_autoptr(GPtrArray) shown = g_ptr_array_new();
    for (guint i = 0; i < one->concepts->len && shown->len < VALUES_SHOWN; i++) {
        const SamsokCaseConcept *counted = g_ptr_array_index(one->concepts, i);
        if (strcmp(counted->concept->kind, kind) == 0 &&
            !is_kind_itself(thesaurus, counted->concept)) {
            g_ptr_array_add(shown, (gpointer)counted->concept);
        }
    }
    g_ptr_array_sort(shown, by_order);
    print_labels(shown, label);
}

static void print_quotes(const GPtrArray *quotes, const char *label)
{
    for (guint i = 0; i < MIN(quotes->len, QUOTES_SHOWN); i++) {
        const SamsokCaseQuote *quote = g_ptr_array_index(quotes, i);
        g_autofree char *line = g_strdup_printf("«%s» (%s)", quote->text, quote->citation);
        print_line(label, line);
    }
}

static void print_strings(const GPtrArray *strings, const char *label)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < MIN(strings->len, VALUES_SHOWN); i++) {
        append(out, g_ptr_array_index(strings, i));
    }
    print_line(label, out->str);
}

static void print_years(const GArray *years)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < years->len; i++) {
        g_autofree char *year = g_strdup_printf("%u", g_array_index(years, guint, i));
        append(out, year);
    }
    print_line("Årstall nevnt", out->str);
}

/* The beginning of `text`, whole words on one line. Owner: the caller. */
static char *beginning_of(const char *text)
{
    g_autofree char *line = g_strdup(text);
    g_strdelimit(line, "\n", ' ');
    if (g_utf8_strlen(line, -1) <= POINT_LETTERS) {
        return g_steal_pointer(&line);
    }
    *g_utf8_offset_to_pointer(line, POINT_LETTERS) = '\0';
    char *blank = strrchr(line, ' ');
    if (blank != NULL) {
        *blank = '\0';
    }
    return g_strconcat(line, " …", NULL);
}

/* «Punkt: læringspunkt 5: Når departementer … (difi-notat-2017-02#lp-5)» */
static void print_points(const SamsokCase *one)
{
    for (guint i = 0; i < MIN(one->points->len, POINTS_SHOWN); i++) {
        const SamsokPassageRecord *point = g_ptr_array_index(one->points, i);
        g_autofree char *label = samsok_citable_dup_label(&point->point);
        g_autofree char *text = beginning_of(point->text);
        g_autofree char *line = g_strdup_printf("%s: %s (%s)", label, text, point->id);
        print_line("Punkt", line);
    }
    if (one->points->len > POINTS_SHOWN) {
        g_autofree char *line = g_strdup_printf("%u til (samsok points --concept %s)",
                                                one->points->len - POINTS_SHOWN, one->concept->id);
        print_line("Punkt", line);
    }
}

/* Each report by the citation of the first passage in it. */
static void print_reports(const SamsokCase *one)
{
    for (guint i = 0; i < MIN(one->reports->len, REPORTS_SHOWN); i++) {
        const SamsokReportRecord *report = g_ptr_array_index(one->reports, i);
        guint count = 0;
        const SamsokPassageRecord *first = NULL;
        for (guint k = 0; k < one->passages->len; k++) {
            const SamsokPassageRecord *passage = g_ptr_array_index(one->passages, k);
            bool is_here = strcmp(passage->report, report->id) == 0;
            first = is_here && first == NULL ? passage : first;
            count += is_here ? 1 : 0;
        }
        g_autofree char *citation = samsok_citation(report, first);
        g_autofree char *line = g_strdup_printf("%s (%u avsnitt; %s)", citation, count, first->id);
        print_line("Omtalt i", line);
    }
}

static void print_card(const SamsokThesaurus *thesaurus, const SamsokCase *one)
{
    const char *kind = samsok_project_kind_norwegian(one->kind);
    bool is_known = one->kind != SAMSOK_PROJECT_OTHER;
    printf("%s%s%s  [%s]\n", one->concept->label, is_known ? ", " : "", is_known ? kind : "",
           one->concept->id);
    if (*one->concept->definition != '\0') {
        samsok_wrap_print(one->concept->definition, INDENT, samsok_cli_width());
    }
    print_years(one->years);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        print_kind(thesaurus, one, parts[i].kind, parts[i].label);
    }
    print_quotes(one->helped, "Fremmet");
    print_quotes(one->hindered, "Hemmet");
    print_labels(one->shares, "Felles begreper");
    print_strings(one->words, "Felles ord");
    print_labels(one->lacks, "Mangler her");
    print_points(one);
    print_reports(one);
    if (one->is_cut) {
        g_autofree char *rest = g_strdup_printf("flere avsnitt enn de %u som er lest",
                                                SAMSOK_MAX_CASE_PASSAGES);
        print_line("Omtalt i", rest);
    }
}

void samsok_text_cases(const SamsokCases *cases)
{
    if (cases->cases->len == 0) {
        puts("Ingen saker.");
    }
    for (guint i = 0; i < cases->cases->len; i++) {
        printf("%s", i == 0 ? "" : "\n");
        print_card(cases->thesaurus, g_ptr_array_index(cases->cases, i));
    }
}

/* ---- JSON ---- */

static json_t *concept_object(const SamsokConcept *concept)
{
    return samsok_json_named(concept->id, concept->label);
}

static json_t *kind_array(const SamsokCase *one, const char *kind)
{
    json_t *array = json_array();
    for (guint i = 0; i < one->concepts->len; i++) {
        const SamsokCaseConcept *counted = g_ptr_array_index(one->concepts, i);
        if (kind == NULL || strcmp(counted->concept->kind, kind) == 0) {
            json_array_append_new(array, concept_object(counted->concept));
        }
    }
    return array;
}

static json_t *concept_array(const GPtrArray *concepts)
{
    json_t *array = json_array();
    for (guint i = 0; i < concepts->len; i++) {
        json_array_append_new(array, concept_object(g_ptr_array_index(concepts, i)));
    }
    return array;
}

static json_t *quote_array(const GPtrArray *quotes)
{
    json_t *array = json_array();
    for (guint i = 0; i < quotes->len; i++) {
        const SamsokCaseQuote *quote = g_ptr_array_index(quotes, i);
        json_t *object = json_object();
        samsok_json_set_string(object, "text", quote->text);
        samsok_json_set_string(object, "cue", quote->cue);
        samsok_json_set_string(object, "passage", quote->passage->id);
        samsok_json_set_string(object, "citation", quote->citation);
        samsok_json_set_known_number(object, "page", quote->passage->place.page_first);
        json_array_append_new(array, object);
    }
    return array;
}

static void set_names(json_t *object, const SamsokCase *one)
{
    samsok_json_set_number(object, "rank", one->rank);
    samsok_json_set_string(object, "id", one->concept->id);
    samsok_json_set_string(object, "title", one->concept->label);
    samsok_json_set_string(object, "kind", samsok_project_kind_name(one->kind));
    samsok_json_set_string(object, "source", one->project == NULL ? "vocabulary" : "structure");
    samsok_json_set_string(object, "definition", one->concept->definition);
    json_t *aliases = json_array();
    for (guint i = 0; i < one->concept->labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(one->concept->labels, i);
        if (label->kind != SAMSOK_LABEL_HIDDEN && strcmp(label->text, one->concept->label) != 0) {
            samsok_json_add_string(aliases, label->text);
        }
    }
    json_object_set_new(object, "aliases", aliases);
    json_t *years = json_array();
    for (guint i = 0; i < one->years->len; i++) {
        json_array_append_new(years, json_integer(g_array_index(one->years, guint, i)));
    }
    json_object_set_new(object, "years", years);
}

static json_t *report_ids(const SamsokCase *one)
{
    json_t *array = json_array();
    for (guint i = 0; i < one->reports->len; i++) {
        samsok_json_add_string(array, ((const SamsokReportRecord *)g_ptr_array_index(one->reports, i))->id);
    }
    return array;
}

/* Of SamsokPassageRecord *: a point's record is a passage's. */
static json_t *id_array(const GPtrArray *records)
{
    json_t *array = json_array();
    for (guint i = 0; i < records->len; i++) {
        samsok_json_add_string(array, ((const SamsokPassageRecord *)g_ptr_array_index(records, i))->id);
    }
    return array;
}

static json_t *json_case(const SamsokCase *one)
{
    json_t *object = json_object();
    set_names(object, one);
    json_object_set_new(object, "reports", report_ids(one));
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        json_object_set_new(object, parts[i].member, kind_array(one, parts[i].kind));
    }
    json_object_set_new(object, "concepts", kind_array(one, NULL));
    json_object_set_new(object, "points", id_array(one->points));
    json_object_set_new(object, "passages", id_array(one->passages));
    samsok_json_set_bool(object, "passages_cut", one->is_cut);
    json_object_set_new(object, "helped", quote_array(one->helped));
    json_object_set_new(object, "hindered", quote_array(one->hindered));
    json_object_set_new(object, "shares", concept_array(one->shares));
    json_object_set_new(object, "lacks", concept_array(one->lacks));
    json_object_set_new(object, "words", samsok_json_string_array(one->words));
    samsok_json_set_real(object, "score", one->score);
    return object;
}

void samsok_json_cases(const SamsokCases *cases, SamsokFormat format)
{
    json_t *array = json_array();
    for (guint i = 0; i < cases->cases->len; i++) {
        json_t *object = json_case(g_ptr_array_index(cases->cases, i));
        if (format == SAMSOK_FORMAT_JSON) {
            json_array_append_new(array, object);
        } else {
            samsok_json_print(object, false);
        }
    }
    json_t *all = json_object();
    json_object_set_new(all, "cases", array);
    samsok_json_set_number(all, "total", cases->total);
    if (format == SAMSOK_FORMAT_JSON) {
        samsok_json_print(all, true);
    } else {
        json_decref(all);
    }
}

int samsok_cli_print_cases(const SamsokCases *cases, const SamsokCiteStyle *style)
{
    if (style->format == SAMSOK_FORMAT_TEXT) {
        samsok_text_cases(cases);
    } else if (samsok_cite_is_format(style->format)) {
        samsok_cite_cases(cases, style);
    } else {
        samsok_json_cases(cases, style->format);
    }
    return cases->cases->len == 0 ? SAMSOK_EXIT_NOTHING_FOUND : SAMSOK_EXIT_DONE;
}
