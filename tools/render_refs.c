/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References as text and as JSON. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "tools/citable.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/refs.h"

/* So many of those that cite a missing document are named. */
enum { NAMED_REPORTS = 3 };

/* ---- Text ------------------------------------------------------------------------------------------- */

/* "Mot alle odds? (Difi-rapport 2014:7)" */
static char *report_name(const SamsokReportRecord *report)
{
    const char *title = *report->title == '\0' ? report->id : report->title;
    if (*report->number == '\0') {
        return g_strdup(title);
    }
    return g_strdup_printf("%s (%s%s%s)", title, report->series, *report->series == '\0' ? "" : " ", report->number);
}

/* "      «Difi 2014» · Difi-notat 2017:2, kap. 4, s. 14 · notat.txt:1144" */
static void print_place(const SamsokCitedPlace *place)
{
    g_autofree char *text = samsok_cli_printable(place->reference->text);
    g_autofree char *link = samsok_citable_dup_link(place->report, &place->place);
    printf("    %s · %s · %s\n", text, place->citation, link);
}

static bool has_same_target(const SamsokCitedPlace *one, const SamsokCitedPlace *other)
{
    if (one->candidates->len != other->candidates->len) {
        return false;
    }
    for (guint i = 0; i < one->candidates->len; i++) {
        if (g_array_index(one->candidates, SamsokResolved, i).report !=
            g_array_index(other->candidates, SamsokResolved, i).report) {
            return false;
        }
    }
    return true;
}

/* The report that is meant, or all that may be. */
static void print_target(const SamsokCitedPlace *place)
{
    for (guint i = 0; i < place->candidates->len; i++) {
        const SamsokResolved *resolved = &g_array_index(place->candidates, SamsokResolved, i);
        g_autofree char *name = report_name(resolved->report);
        g_autofree char *shown = samsok_cli_printable(name);
        const char *mark = place->candidates->len == 1 ? "" : i == 0 ? "enten " : "eller ";
        printf("  %s%s [%s]\n", mark, shown, resolved->report->id);
    }
}

/* Places of one report, gathered by what they mean. */
static void print_by_target(const GPtrArray *places, guint first, guint end)
{
    g_autofree bool *done = g_new0(bool, end - first + 1);
    for (guint i = first; i < end; i++) {
        const SamsokCitedPlace *place = g_ptr_array_index(places, i);
        if (done[i - first]) {
            continue;
        }
        print_target(place);
        for (guint k = i; k < end; k++) {
            const SamsokCitedPlace *other = g_ptr_array_index(places, k);
            if (!done[k - first] && has_same_target(place, other)) {
                print_place(other);
                done[k - first] = true;
            }
        }
    }
}

static guint same_report_end(const GPtrArray *places, guint first)
{
    const SamsokCitedPlace *place = g_ptr_array_index(places, first);
    guint end = first;
    while (end < places->len && ((const SamsokCitedPlace *)g_ptr_array_index(places, end))->report == place->report) {
        end++;
    }
    return end;
}

static void print_cites(const SamsokRefs *refs)
{
    for (guint first = 0; first < refs->cites->len;) {
        const SamsokCitedPlace *place = g_ptr_array_index(refs->cites, first);
        guint end = same_report_end(refs->cites, first);
        g_autofree char *name = report_name(place->report);
        g_autofree char *shown = samsok_cli_printable(name);
        printf("%s viser til:\n", shown);
        print_by_target(refs->cites, first, end);
        putchar('\n');
        first = end;
    }
}

static void print_cited_by(const SamsokRefs *refs)
{
    if (refs->report == NULL || refs->only_lacking) {
        return;
    }
    puts(refs->cited_by->len == 0 ? "Vist til av ingen" : "Vist til av:");
    for (guint first = 0; first < refs->cited_by->len;) {
        const SamsokCitedPlace *place = g_ptr_array_index(refs->cited_by, first);
        guint end = same_report_end(refs->cited_by, first);
        g_autofree char *name = report_name(place->report);
        g_autofree char *shown = samsok_cli_printable(name);
        printf("  %s [%s]\n", shown, place->report->id);
        for (; first < end; first++) {
            print_place(g_ptr_array_index(refs->cited_by, first));
        }
    }
    putchar('\n');
}

static void print_missing(const SamsokRefs *refs)
{
    if (refs->missing->len == 0) {
        return;
    }
    printf("Ikke i samlingen (%u):\n", refs->missing->len);
    for (guint i = 0; i < refs->missing->len; i++) {
        const SamsokMissing *missing = g_ptr_array_index(refs->missing, i);
        g_autofree char *text = samsok_cli_printable(missing->reference->text);
        printf("  %u × %s", missing->count, text);
        for (guint k = 0; k < missing->reports->len && k < NAMED_REPORTS; k++) {
            printf("%s%s", k == 0 ? " · " : ", ", (const char *)g_ptr_array_index(missing->reports, k));
        }
        bool more = missing->reports->len > NAMED_REPORTS;
        if (more) {
            printf(" og %u til", missing->reports->len - NAMED_REPORTS);
        }
        putchar('\n');
    }
}

void samsok_refs_print_text(const SamsokRefs *refs)
{
    print_cites(refs);
    print_cited_by(refs);
    print_missing(refs);
    bool nothing = refs->cites->len + refs->cited_by->len + refs->missing->len == 0;
    if (nothing && (refs->report == NULL || refs->only_lacking)) {
        puts("Ingen henvisninger.");
    }
}

static void print_reports(const char *label, const GPtrArray *reports)
{
    for (guint i = 0; i < reports->len; i++) {
        const SamsokReportRecord *report = g_ptr_array_index(reports, i);
        g_autofree char *name = report_name(report);
        g_autofree char *shown = samsok_cli_printable(name);
        printf("%-11s %s [%s]\n", label, shown, report->id);
    }
}

void samsok_refs_print_reports(const SamsokRefs *refs)
{
    g_autoptr(GPtrArray) targets = samsok_refs_targets(refs->cites);
    g_autoptr(GPtrArray) sources = samsok_refs_sources(refs->cited_by);
    if (targets->len + sources->len > 0) {
        putchar('\n');
    }
    print_reports("siterer", targets);
    print_reports("sitert av", sources);
}

/* ---- JSON -------------------------------------------------------------------------------------------- */

void samsok_json_set_reference(json_t *object, const SamsokReference *reference)
{
    samsok_json_set_string(object, "text", reference->text);
    samsok_json_set_string(object, "form", samsok_reference_form_name(reference->form));
    samsok_json_set_known(object, "series", reference->series);
    samsok_json_set_known(object, "number", reference->number);
    samsok_json_set_known_number(object, "year", reference->year);
    samsok_json_set_known(object, "author", reference->author);
    samsok_json_set_known(object, "title", reference->title);
    samsok_json_set_known(object, "chapter", reference->chapter);
    samsok_json_set_known(object, "page", reference->page);
}

json_t *samsok_json_candidates(const GArray *candidates)
{
    json_t *array = json_array();
    for (guint i = 0; i < candidates->len; i++) {
        const SamsokResolved *resolved = &g_array_index(candidates, SamsokResolved, i);
        json_t *object = json_object();
        samsok_json_set_string(object, "id", resolved->report->id);
        samsok_json_set_string(object, "title", resolved->report->title);
        samsok_json_set_real(object, "score", resolved->score);
        json_array_append_new(array, object);
    }
    return array;
}

static json_t *place_object(const SamsokCitedPlace *place)
{
    g_autofree char *link = samsok_citable_dup_link(place->report, &place->place);
    json_t *object = json_object();
    samsok_json_set_string(object, "report", place->report->id);
    samsok_json_set_string(object, "passage", place->passage);
    samsok_json_set_reference(object, place->reference);
    samsok_json_set_string(object, "state", samsok_resolution_name(place->state));
    json_object_set_new(object, "candidates", samsok_json_candidates(place->candidates));
    samsok_json_set_known(object, "section", place->section);
    samsok_json_set_known_number(object, "start", place->reference->start);
    samsok_json_set_known_number(object, "end", place->reference->end);
    samsok_json_set_known_number(object, "page_index", place->place.page_first);
    samsok_json_set_lines(object, &place->place);
    samsok_json_set_string(object, "citation", place->citation);
    samsok_json_set_string(object, "link", link);
    return object;
}

static json_t *places_array(const GPtrArray *places)
{
    json_t *array = json_array();
    for (guint i = 0; i < places->len; i++) {
        json_array_append_new(array, place_object(g_ptr_array_index(places, i)));
    }
    return array;
}

static json_t *missing_object(const SamsokMissing *missing)
{
    json_t *object = json_object();
    samsok_json_set_reference(object, missing->reference);
    samsok_json_set_number(object, "count", missing->count);
    json_object_set_new(object, "reports", samsok_json_string_array(missing->reports));
    return object;
}

void samsok_refs_print_json(const SamsokRefs *refs)
{
    json_t *object = json_object();
    samsok_json_set_known(object, "report", refs->report == NULL ? NULL : refs->report->id);
    json_object_set_new(object, "cites", places_array(refs->cites));
    json_object_set_new(object, "cited_by", places_array(refs->cited_by));
    json_object_set_new(object, "unresolved", places_array(refs->lacking));
    json_t *missing = json_array();
    for (guint i = 0; i < refs->missing->len; i++) {
        json_array_append_new(missing, missing_object(g_ptr_array_index(refs->missing, i)));
    }
    json_object_set_new(object, "missing", missing);
    samsok_json_print(object, true);
}

void samsok_refs_print_jsonl(const SamsokRefs *refs)
{
    const GPtrArray *const lists[] = {refs->cites, refs->cited_by, refs->lacking};
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
        for (guint k = 0; k < lists[i]->len; k++) {
            samsok_json_print(place_object(g_ptr_array_index(lists[i], k)), false);
        }
    }
}
