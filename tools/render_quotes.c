/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checked quotations as text and as JSON. */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "tools/citable.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/quotes.h"

/* ---- Text ------------------------------------------------------------------------------------------- */

static const char *verdict_of(const SamsokCheckedQuote *checked)
{
    switch (checked->found->state) {
    case SAMSOK_QUOTE_VERBATIM:
        return "ordrett";
    case SAMSOK_QUOTE_NEARLY:
        return "nesten";
    case SAMSOK_QUOTE_NOT_FOUND:
        return "ikke funnet";
    }
    return "";
}

static const char *doubt_text(SamsokDoubt doubt)
{
    switch (doubt) {
    case SAMSOK_DOUBT_REPORT:
        return "utkastet viser til en annen rapport";
    case SAMSOK_DOUBT_CHAPTER:
        return "utkastet viser til et annet kapittel";
    case SAMSOK_DOUBT_PAGE:
        return "utkastet viser til en annen side";
    case SAMSOK_DOUBT_NONE:
        return "";
    }
    return "";
}

static void print_checked(const char *path, const SamsokCheckedQuote *checked)
{
    const SamsokPlace *place = &checked->quotation->place;
    const SamsokQuoteFound *found = checked->found;
    g_autofree char *quoted = samsok_cli_printable(checked->quotation->text);
    printf("%s:%s%u: %s: «%s»\n", path, place->line_first == 0 ? "p" : "",
           place->line_first == 0 ? place->page_first : place->line_first, verdict_of(checked), quoted);
    if (found->passage == NULL) {
        return;
    }
    g_autofree char *link = samsok_citable_dup_link(found->report, &found->passage->place);
    if (found->state == SAMSOK_QUOTE_NEARLY) {
        g_autofree char *difference = samsok_cli_printable(found->difference);
        printf("    %s\n", difference);
    }
    printf("    %s · %s · %s\n", found->citation, link, found->passage->id);
    if (checked->doubt != SAMSOK_DOUBT_NONE) {
        g_autofree char *said = samsok_cli_printable(checked->quotation->reference->text);
        printf("    NB: %s: %s\n", doubt_text(checked->doubt), said);
    }
}

void samsok_quotes_print_text(const char *path, const GPtrArray *checked)
{
    g_autofree char *shown = samsok_cli_shown_path(path);
    for (guint i = 0; i < checked->len; i++) {
        print_checked(shown, g_ptr_array_index(checked, i));
    }
}

/* ---- JSON -------------------------------------------------------------------------------------------- */

static json_t *checked_object(const SamsokCheckedQuote *checked)
{
    const SamsokQuoteFound *found = checked->found;
    const SamsokReference *reference = checked->quotation->reference;
    json_t *object = json_object();
    samsok_json_set_string(object, "text", checked->quotation->text);
    samsok_json_set_number(object, "block", checked->quotation->block);
    samsok_json_set_known_number(object, "page", checked->quotation->place.page_first);
    samsok_json_set_lines(object, &checked->quotation->place);
    samsok_json_set_string(object, "state", samsok_quote_state_name(found->state));
    samsok_json_set_real(object, "score", found->score);
    samsok_json_set_known(object, "difference", found->difference);
    samsok_json_set_known(object, "cited_as", reference == NULL ? NULL : reference->text);
    samsok_json_set_known(object, "doubt", samsok_doubt_name(checked->doubt));
    if (found->passage == NULL) {
        json_object_set_new(object, "source", json_null());
        return object;
    }
    json_object_set_new(object, "source", samsok_json_passage(found->report, found->passage));
    g_autofree char *link = samsok_citable_dup_link(found->report, &found->passage->place);
    samsok_json_set_string(object, "link", link);
    return object;
}

void samsok_quotes_print_json(const char *path, const GPtrArray *checked, guint left_out)
{
    g_autofree char *shown = samsok_cli_shown_path(path);
    json_t *array = json_array();
    for (guint i = 0; i < checked->len; i++) {
        json_array_append_new(array, checked_object(g_ptr_array_index(checked, i)));
    }
    json_t *object = json_object();
    samsok_json_set_string(object, "path", shown);
    json_object_set_new(object, "quotations", array);
    samsok_json_set_number(object, "left_out", left_out);
    samsok_json_print(object, true);
}

void samsok_quotes_print_jsonl(const char *path, const GPtrArray *checked)
{
    (void)path;
    for (guint i = 0; i < checked->len; i++) {
        samsok_json_print(checked_object(g_ptr_array_index(checked, i)), false);
    }
}
