/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leads the finders of points over a document. */
#include "config.h"

#include "core/insight/points.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/concepts/tagger.h"
#include "core/insight/point_cues.h"
#include "core/insight/points-private.h"

static const char *const kind_names[] = {
#define X(kind, name, norwegian) name,
    SAMSOK_POINT_KIND_LIST(X)
#undef X
};

static const char *const norwegian_names[] = {
#define X(kind, name, norwegian) norwegian,
    SAMSOK_POINT_KIND_LIST(X)
#undef X
};

const char *samsok_point_kind_name(SamsokPointKind kind)
{
    return kind_names[kind];
}

const char *samsok_point_kind_norwegian(SamsokPointKind kind)
{
    return norwegian_names[kind];
}

SamsokPointKind samsok_point_kind_from_name(const char *name)
{
    guint kind = 0;
    while (kind < SAMSOK_POINT_KIND_COUNT && strcmp(kind_names[kind], name) != 0 &&
           strcmp(norwegian_names[kind], name) != 0) {
        kind++;
    }
    return (SamsokPointKind)kind;
}

static void point_free(gpointer data)
{
    SamsokPoint *point = data;
    g_free(point->number);
    g_free(point->text);
    g_free(point->lead_in);
    g_free(point->cue);
    g_free(point);
}

static SamsokPlace place_of(const SamsokDocument *document, guint first, guint end)
{
    SamsokPlace place = samsok_document_block(document, first)->place;
    const SamsokPlace *last = &samsok_document_block(document, end - 1)->place;
    place.page_last = MAX(place.page_last, last->page_last);
    place.line_last = MAX(place.line_last, last->line_last);
    return place;
}

SamsokPoint *samsok_point_add(SamsokPointFinder *finder, SamsokPointKind kind, guint first,
                              guint end, char *text)
{
    if (finder->points->len >= SAMSOK_MAX_POINTS || strlen(text) > SAMSOK_MAX_POINT_BYTES) {
        g_free(text);
        return NULL;
    }
    for (guint i = first; i < end; i++) {
        finder->taken[i] = true;
    }
    SamsokPoint *point = g_new0(SamsokPoint, 1);
    *point = (SamsokPoint){
        .kind = kind,
        .number = g_strdup(""),
        .text = text,
        .lead_in = g_strdup(""),
        .cue = g_strdup(""),
        .section = samsok_document_block(finder->document, first)->section,
        .first_block = first,
        .end_block = end,
        .place = place_of(finder->document, first, end),
        .is_negated = samsok_cue_negates(text, strlen(text)),
        .summary_of = SAMSOK_NONE,
    };
    g_ptr_array_add(finder->points, point);
    return point;
}

void samsok_point_set_cue(SamsokPoint *point, char *cue)
{
    if (point == NULL) {
        g_free(cue);
        return;
    }
    g_free(point->cue);
    point->cue = cue;
}

void samsok_point_set_number(SamsokPoint *point, char *number)
{
    if (point == NULL) {
        g_free(number);
        return;
    }
    g_free(point->number);
    point->number = number;
}

void samsok_point_set_sentence(SamsokPoint *point, const SamsokBlock *block,
                               const SamsokSentence *sentence)
{
    point->start = sentence->start;
    point->end = sentence->end;
    point->place.line_first = samsok_block_line(block, sentence->start);
    point->place.line_last = samsok_block_line(block, sentence->end - 1);
}

bool samsok_point_label(const SamsokBlock *block, SamsokPointCue *out)
{
    enum { LABEL_BYTES = 60 };
    g_autofree char *number = NULL;
    size_t len = strlen(block->text);
    return block->kind == SAMSOK_BLOCK_PARAGRAPH && len > 1 && len <= LABEL_BYTES &&
           samsok_point_leads_on(block->text) && strstr(block->text, ". ") == NULL &&
           (samsok_cue_named(block->text, out, &number) || samsok_cue_announced(block->text, out));
}

bool samsok_point_title(const SamsokBlock *block, SamsokPointCue *out)
{
    enum { TITLE_BYTES = 60, BESIDES_BYTES = 24 };
    size_t len = strlen(block->text);
    return block->kind == SAMSOK_BLOCK_PARAGRAPH && len > 1 && len <= TITLE_BYTES &&
           strchr(".:;,?!", block->text[len - 1]) == NULL && g_unichar_isupper(g_utf8_get_char(block->text)) &&
           (samsok_cue_announced(block->text, out) || samsok_cue_experience(block->text, out)) &&
           len - (out->end - out->start) <= BESIDES_BYTES;
}

bool samsok_point_leads_on(const char *text)
{
    size_t len = strlen(text);
    while (len > 0 && (text[len - 1] == '*' || text[len - 1] == '_')) {
        len--; /* marks of emphasis */
    }
    return len > 0 && text[len - 1] == ':';
}

bool samsok_point_is_code(const SamsokBlock *block)
{
    return *block->text == '{' || (*block->text == '<' && g_ascii_isupper(block->text[1]));
}

bool samsok_point_is_aside(const SamsokBlock *block)
{
    return block->kind == SAMSOK_BLOCK_FURNITURE || block->kind == SAMSOK_BLOCK_FOOTNOTE;
}

/* ---- Reports and rules ---- */

typedef struct {
    guint sentences;
    guint requiring;
    guint binding; /* of these, by more than «må» */
    guint instructing;
} Wording;

static void count_wording(const char *text, GArray *sentences, Wording *wording)
{
    samsok_sentences(text, sentences);
    for (guint i = 0; i < sentences->len; i++) {
        const SamsokSentence *sentence = &g_array_index(sentences, SamsokSentence, i);
        const char *start = text + sentence->start;
        gsize len = sentence->end - sentence->start;
        wording->sentences++;
        bool requires = samsok_cue_requires(start, len);
        wording->requiring += requires ? 1 : 0;
        wording->binding += requires && samsok_cue_binds(start, len) ? 1 : 0;
        wording->instructing += samsok_cue_instructs(start, len) ? 1 : 0;
    }
}

static bool is_paragraph_of_law(const SamsokBlock *block)
{
    return g_str_has_prefix(block->text, "§") || g_str_has_prefix(block->number, "§");
}

/* A third of its headings are paragraphs: by judgement, not measured. */
static bool is_law(const SamsokDocument *document, const char *title)
{
    if (title != NULL && (g_str_has_prefix(title, "Lov ") || g_str_has_prefix(title, "Forskrift "))) {
        return true;
    }
    guint headings = 0;
    guint of_law = 0;
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        bool is_heading = block->kind == SAMSOK_BLOCK_HEADING;
        headings += is_heading ? 1 : 0;
        of_law += is_heading && is_paragraph_of_law(block) ? 1 : 0;
    }
    return of_law * 3 > headings;
}

/* Thresholds by judgement: a third of the sentences requires, at least half of them by more than the «må»
 * of one who argues, or one in so many names keys. Of ten manuals
 * measured the handbooks have one in 13 to 22; a report that speaks of systems has one in 40. */
static void weigh_wording(SamsokPointFinder *finder)
{
    /* One «trykk» makes no manual of a page. */
    enum { LEAST_OF_ANY = 14, LEAST_OF_TITLED = 30, LEAST_INSTRUCTING = 2 };
    Wording wording = {0};
    for (guint i = 0; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_document_block(finder->document, i);
        if (block->kind == SAMSOK_BLOCK_PARAGRAPH || block->kind == SAMSOK_BLOCK_LIST_ITEM) {
            count_wording(block->text, finder->sentences, &wording);
        }
    }
    guint share = finder->is_titled_manual ? LEAST_OF_TITLED : LEAST_OF_ANY;
    finder->is_manual = wording.instructing >= LEAST_INSTRUCTING && wording.instructing * share > wording.sentences;
    bool requires = wording.requiring * 3 > wording.sentences && wording.binding * 2 >= wording.requiring;
    finder->tells_rules = finder->is_manual || finder->is_law || requires;
    finder->is_weighed = true;
}

bool samsok_point_tells_rules(SamsokPointFinder *finder)
{
    if (!finder->is_weighed) {
        weigh_wording(finder);
    }
    return finder->tells_rules;
}

bool samsok_point_is_manual(SamsokPointFinder *finder)
{
    if (!finder->is_weighed) {
        weigh_wording(finder);
    }
    return finder->is_manual;
}

bool samsok_point_gives_orders(SamsokPointFinder *finder)
{
    enum { LEAST_OF_DOCUMENT = 4 };
    guint items = 0;
    guint orders = 0;
    for (guint i = 0; !finder->is_counted && i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_document_block(finder->document, i);
        bool is_item = block->kind == SAMSOK_BLOCK_LIST_ITEM;
        items += is_item ? 1 : 0;
        orders += is_item && samsok_cue_commands(block->text) ? 1 : 0;
    }
    finder->gives_orders |= orders >= LEAST_OF_DOCUMENT && orders * 2 >= items;
    finder->is_counted = true;
    return finder->gives_orders;
}

static int by_place(gconstpointer a, gconstpointer b)
{
    const SamsokPoint *first = *(const SamsokPoint *const *)a;
    const SamsokPoint *second = *(const SamsokPoint *const *)b;
    if (first->first_block != second->first_block) {
        return first->first_block < second->first_block ? -1 : 1;
    }
    return first->start < second->start ? -1 : first->start > second->start;
}

GPtrArray *samsok_points(const SamsokDocument *document)
{
    const char *title =
        samsok_metadata_value(samsok_document_metadata(document), SAMSOK_FIELD_TITLE);
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    g_autofree bool *taken = g_new0(bool, MAX(samsok_document_block_count(document), 1));
    SamsokPointFinder finder = {
        .document = document,
        .points = g_ptr_array_new_with_free_func(point_free),
        .sentences = sentences,
        .taken = taken,
        .is_titled_manual = title != NULL && samsok_cue_manual(title),
        .is_law = is_law(document, title),
        .is_minutes = title != NULL && samsok_cue_minutes(title),
    };
    samsok_points_find_lists(&finder);
    samsok_points_find_tables(&finder);
    samsok_points_find_runs(&finder);
    samsok_points_find_series(&finder);
    samsok_points_find_paragraphs(&finder);
    samsok_points_find_proposals(&finder);
    samsok_points_find_guidance(&finder);
    samsok_points_find_sentences(&finder);
    g_ptr_array_sort(finder.points, by_place);
    return finder.points;
}
