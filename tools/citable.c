/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that can be cited, and what follows from where it stands. */
#include "config.h"

#include "tools/citable.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/text.h"
#include "core/insight/points.h"
#include "index/point_cited.h"
#include "index/point_cited.h"
#include "tools/command.h"

/* Hex digits that tell keys apart whose ids had more than a key may have. */
enum { KEY_HASH_DIGITS = 8 };

const char *samsok_citable_known(const char *value)
{
    return value == NULL ? "" : value;
}

SamsokCitable samsok_citable_of_passage(const SamsokReportRecord *report,
                                        const SamsokPassageRecord *passage)
{
    return (SamsokCitable){
        .report = report,
        .id = passage->id,
        .kind = "passage",
        .section_number = passage->section_number,
        .section_title = passage->section_title,
        .place = passage->place,
        .label_first = passage->label_first,
        .label_last = passage->label_last,
        .text = passage->text,
    };
}

/* The labels of what the passage mentions. Owner: the caller. */
static char **dup_concepts(const SamsokPassageRecord *passage)
{
    g_autoptr(GPtrArray) concepts = samsok_passage_record_concepts(passage);
    char **labels = g_new0(char *, concepts->len + 1);
    for (guint i = 0; i < concepts->len; i++) {
        labels[i] = g_strdup(((const SamsokMentionRecord *)g_ptr_array_index(concepts, i))->label);
    }
    return labels;
}

char *samsok_citable_dup_label(const SamsokPointFields *point)
{
    SamsokPointKind kind = samsok_point_kind_from_name(point->kind);
    const char *name =
        kind == SAMSOK_POINT_KIND_COUNT ? point->kind : samsok_point_kind_norwegian(kind);
    return g_strconcat(name, *point->number == '\0' ? "" : " ", point->number, NULL);
}

static void clear_citable(gpointer data)
{
    SamsokCitable *citable = data;
    g_strfreev((char **)citable->concepts);
    g_strfreev((char **)citable->cited);
    g_free((char *)citable->label);
}

static char **dup_cited(const SamsokHit *hit)
{
    g_autoptr(GStrvBuilder) names = g_strv_builder_new();
    for (guint i = 0; hit->cited != NULL && i < hit->cited->len; i++) {
        const SamsokPointCited *cited = g_ptr_array_index(hit->cited, i);
        for (guint j = 0; j < cited->candidates->len; j++) {
            g_strv_builder_add(names, g_array_index(cited->candidates, SamsokResolved, j).report->id);
        }
        if (cited->candidates->len == 0) {
            g_strv_builder_add(names, cited->reference->text);
        }
    }
    return g_strv_builder_end(names);
}

void samsok_citables_free(GArray *citables)
{
    g_array_unref(citables);
}

GArray *samsok_citables_of_answer(const SamsokAnswer *answer)
{
    GArray *citables = g_array_new(FALSE, TRUE, sizeof(SamsokCitable));
    g_array_set_clear_func(citables, clear_citable);
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        const SamsokPointFields *point = &hit->passage->point;
        SamsokCitable citable = samsok_citable_of_passage(hit->report, hit->passage);
        bool is_point = point->kind != NULL && *point->kind != '\0';
        citable.rank = hit->rank;
        citable.score = hit->score;
        citable.concepts = (const char *const *)dup_concepts(hit->passage);
        if (is_point) {
            citable.kind = point->kind;
            citable.label = samsok_citable_dup_label(point);
            citable.cited = (const char *const *)dup_cited(hit);
        } else {
            citable.quote = hit->snippet;
            citable.highlights = hit->highlights;
        }
        g_array_append_val(citables, citable);
    }
    return citables;
}

const char *samsok_citable_quote(const SamsokCitable *citable)
{
    return samsok_citable_known(citable->quote != NULL ? citable->quote : citable->text);
}

char *samsok_citable_dup_citation(const SamsokCitable *citable)
{
    const SamsokPassageRecord passage = {
        .section_number = samsok_citable_known(citable->section_number),
        .section_title = samsok_citable_known(citable->section_title),
        .place = citable->place,
        .label_first = samsok_citable_known(citable->label_first),
        .label_last = samsok_citable_known(citable->label_last),
    };
    g_autofree char *line = samsok_citation(citable->report, &passage);
    g_autofree char *flat = samsok_text_squeeze(line);
    return *samsok_citable_known(citable->label) == '\0'
               ? g_steal_pointer(&flat)
               : g_strdup_printf("%s (%s)", flat, citable->label);
}

/* The page as it is printed, the physical one where that is not known. */
static char *page_name(const char *label, guint page)
{
    return *samsok_citable_known(label) != '\0' ? g_strdup(label) : g_strdup_printf("%u", page);
}

char *samsok_citable_dup_pages(const SamsokCitable *citable, const char *dash)
{
    const SamsokPlace *place = &citable->place;
    if (place->page_first == 0) {
        return g_strdup("");
    }
    g_autofree char *first = page_name(citable->label_first, place->page_first);
    g_autofree char *last = page_name(citable->label_last, place->page_last);
    bool is_range = place->page_last > place->page_first && strcmp(first, last) != 0;
    return is_range ? g_strconcat(first, dash, last, NULL) : g_steal_pointer(&first);
}

char *samsok_citable_dup_section(const SamsokCitable *citable)
{
    const char *number = samsok_citable_known(citable->section_number);
    const char *title = samsok_citable_known(citable->section_title);
    g_autofree char *joined = g_strconcat(number, *number == '\0' ? "" : " ", title, NULL);
    return samsok_text_squeeze(joined);
}

static bool is_pdf(const SamsokReportRecord *report)
{
    return strcmp(samsok_citable_known(report->media_type), "application/pdf") == 0;
}

char *samsok_citable_dup_link(const SamsokReportRecord *report, const SamsokPlace *place)
{
    g_autofree char *path = samsok_cli_shown_path(samsok_citable_known(report->path));
    if (is_pdf(report) && place->page_first != 0) {
        return g_strdup_printf("%s#page=%u", path, place->page_first);
    }
    if (place->line_first != 0) {
        return g_strdup_printf("%s:%u", path, place->line_first);
    }
    return g_steal_pointer(&path);
}

/* True for "https://x.no/a.pdf" and "https://x.no/a.PDF?v=2", without a place in it as yet. */
static bool opens_pdf(const char *url)
{
    gsize len = strcspn(url, "?#");
    return strchr(url, '#') == NULL && len > 4 && g_ascii_strncasecmp(url + len - 4, ".pdf", 4) == 0;
}

char *samsok_citable_dup_url(const SamsokCitable *citable)
{
    g_autofree char *plain = samsok_text_squeeze(samsok_citable_known(citable->report->url));
    /* RFC 3986 §2.2, and % for what is encoded already. */
    g_autofree char *url = g_uri_escape_string(plain, ":/?#[]@!$&'()*+,;=%", FALSE);
    if (citable->place.page_first != 0 && is_pdf(citable->report) && opens_pdf(url)) {
        return g_strdup_printf("%s#page=%u", url, citable->place.page_first);
    }
    return g_steal_pointer(&url);
}

/* True for what a key keeps: these mean nothing to BibTeX, biber, LaTeX or a shell. */
static bool is_key_letter(char c)
{
    return g_ascii_islower(c) || g_ascii_isdigit(c) || c == '-' || c == '.';
}

char *samsok_citable_dup_key(const SamsokCitable *citable)
{
    GString *key = g_string_new(NULL);
    guint marks = 0;
    bool is_changed = false;
    for (const char *p = citable->id; *p != '\0'; p++) {
        bool is_kept = is_key_letter(*p);
        bool is_mark = *p == '#' && marks++ == 0;
        is_changed = is_changed || (!is_kept && !is_mark);
        g_string_append_c(key, is_kept || g_ascii_isalpha(*p) ? *p : '_');
    }
    if (is_changed) {
        g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, citable->id, -1);
        g_string_append_printf(key, "-%.*s", KEY_HASH_DIGITS, hash);
    }
    return g_string_free(key, FALSE);
}

char *samsok_citable_dup_note(const SamsokCitable *citable)
{
    g_autofree char *quote = samsok_text_squeeze(samsok_citable_quote(citable));
    g_autofree char *citation = samsok_citable_dup_citation(citable);
    g_autofree char *link = samsok_citable_dup_link(citable->report, &citable->place);
    return g_strdup_printf("«%s» – %s. %s. %s", quote, citation, link, citable->id);
}
