/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that are no list items: paragraphs and headings below an announcing heading, paragraphs that
 * name themselves, and sentences of running text. */
#include "config.h"

#include <string.h>

#include "core/insight/point_cues.h"
#include "core/insight/points-private.h"
#include "core/shape/sentence.h"

/* «Anbefaling: …», also as a heading «Råd 2: …». */
static bool find_named(SamsokPointFinder *finder, guint index)
{
    const SamsokBlock *block = samsok_point_block(finder, index);
    SamsokPointCue cue = {0};
    char *number = NULL;
    if (!samsok_cue_named(block->text, &cue, &number)) {
        return false;
    }
    bool is_reminder = cue.kind == SAMSOK_POINT_ADVICE && *number == '\0';
    if (block->text[cue.end] == '\0' || (is_reminder && samsok_point_is_manual(finder))) {
        g_free(number);
        return false;
    }
    SamsokPoint *point = samsok_point_add(finder, cue.kind, index, index + 1,
                                          g_strdup(block->text + cue.end));
    samsok_point_set_number(point, number);
    samsok_point_set_cue(point,
                         g_strdup_printf("marker «%s»", samsok_point_kind_norwegian(cue.kind)));
    return true;
}

/* «Råd 2» alone on its line: the paragraph below it is the point. */
static bool find_numbered_label(SamsokPointFinder *finder, guint index)
{
    const SamsokBlock *label = samsok_point_block(finder, index);
    guint below = index + 1;
    SamsokPointCue cue;
    g_autofree char *number = NULL;
    if (label->kind != SAMSOK_BLOCK_PARAGRAPH || below >= samsok_document_block_count(finder->document) ||
        finder->taken[below] || !samsok_cue_numbered_label(label->text, &cue, &number)) {
        return false;
    }
    const SamsokBlock *block = samsok_point_block(finder, below);
    g_autofree char *other = NULL;
    SamsokPointCue inner;
    if (block->kind != SAMSOK_BLOCK_PARAGRAPH || samsok_point_leads_on(block->text) ||
        samsok_cue_numbered_label(block->text, &inner, &other)) {
        return false;
    }
    SamsokPoint *point = samsok_point_add(finder, cue.kind, below, below + 1, g_strdup(block->text));
    samsok_point_set_number(point, g_steal_pointer(&number));
    samsok_point_set_cue(point, g_strdup_printf("label «%s»", label->text));
    return true;
}

/* The paragraphs below «Anbefaling:», between and after lists too, up to the next such word, any other
 * lead-in, or the end of the section. A list right below the word is all that it leads into. */
static void find_labelled(SamsokPointFinder *finder, guint index, const SamsokPointCue *cue)
{
    const SamsokBlock *label = samsok_point_block(finder, index);
    for (guint i = index + 1; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        bool is_between = block->kind == SAMSOK_BLOCK_LIST_ITEM && i > index + 1;
        if (samsok_point_is_aside(block) || is_between) {
            continue;
        }
        if (block->kind != SAMSOK_BLOCK_PARAGRAPH || block->section != label->section ||
            samsok_point_leads_on(block->text) || finder->taken[i]) {
            return;
        }
        SamsokPoint *point = samsok_point_add(finder, cue->kind, i, i + 1, g_strdup(block->text));
        samsok_point_set_cue(point, g_strdup_printf("label «%s»", label->text));
    }
}

/* True when a block of the section itself, not of one below it, is part of a point. */
static bool has_points(const SamsokPointFinder *finder, guint section)
{
    const SamsokSection *own = samsok_document_section(finder->document, section);
    for (guint i = own->first_block; i < own->end_block; i++) {
        if (finder->taken[i] && samsok_point_block(finder, i)->section == section) {
            return true;
        }
    }
    return false;
}

bool samsok_point_asks(const char *text)
{
    return samsok_cue_asks(text, strlen(text)) || samsok_cue_orders(text);
}

/* Headings right below an announcing one that ask for something are points themselves. */
static void find_headings(SamsokPointFinder *finder, guint section, const SamsokPointCue *cue)
{
    for (guint i = section + 1; i < samsok_document_section_count(finder->document); i++) {
        const SamsokSection *below = samsok_document_section(finder->document, i);
        SamsokPointCue inner;
        if (below->parent != section || finder->taken[below->heading] || !samsok_point_asks(below->title) ||
            samsok_cue_announced(below->title, &inner)) {
            continue; /* one that announces in its turn is none itself */
        }
        SamsokPoint *point = samsok_point_add(finder, cue->kind, below->heading, below->heading + 1,
                                              g_strdup(below->title));
        samsok_point_set_cue(point, g_strdup_printf("heading below «%s»", samsok_document_section(
                                                                 finder->document, section)->title));
        samsok_point_set_number(point, g_strdup(below->number));
    }
}

static bool is_own_paragraph(const SamsokPointFinder *finder, guint section, guint index)
{
    const SamsokBlock *block = samsok_point_block(finder, index);
    return block->section == section && block->kind == SAMSOK_BLOCK_PARAGRAPH &&
           !finder->taken[index] && !samsok_point_leads_on(block->text) && !samsok_point_is_code(block);
}

/* A heading that says little but its cue, as «Generelle råd»: all its paragraphs are points, even when
 * none asks for anything. */
static bool is_bare(const char *title, const SamsokPointCue *cue)
{
    enum { BESIDES_BYTES = 24 };
    return strlen(title) - (cue->end - cue->start) <= BESIDES_BYTES &&
           !g_str_has_suffix(title, "?");
}

/* The number that a paragraph begins with, as in «3 Kommunene får …»; 0 for none. *out_end is behind it. */
static guint64 number_at_head(const char *text, guint *out_end)
{
    enum { DIGITS = 2 };
    size_t digits = strspn(text, "0123456789");
    const char *after = text + digits + strspn(text + digits, ".)");
    if (digits == 0 || digits > DIGITS || *after != ' ' ||
        !g_unichar_isupper(g_utf8_get_char(after + 1))) {
        return 0;
    }
    *out_end = (guint)(after + 1 - text);
    return g_ascii_strtoull(text, NULL, 10);
}

/* Paragraphs numbered from 1 are the section's points, and the only ones of its paragraphs. */
static bool find_numbered(SamsokPointFinder *finder, guint index, const SamsokPointCue *cue)
{
    enum { LEAST_NUMBERED = 3 };
    const SamsokSection *section = samsok_document_section(finder->document, index);
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(guint));
    guint skip = 0;
    for (guint i = section->first_block; i < section->end_block; i++) {
        if (is_own_paragraph(finder, index, i) &&
            number_at_head(samsok_point_block(finder, i)->text, &skip) == blocks->len + 1) {
            g_array_append_val(blocks, i);
        }
    }
    for (guint i = 0; blocks->len >= LEAST_NUMBERED && i < blocks->len; i++) {
        guint at = g_array_index(blocks, guint, i);
        const char *text = samsok_point_block(finder, at)->text;
        number_at_head(text, &skip);
        SamsokPoint *point = samsok_point_add(finder, cue->kind, at, at + 1, g_strdup(text + skip));
        samsok_point_set_cue(point, g_strdup_printf("number below «%s»", section->title));
        samsok_point_set_number(point, g_strdup_printf("%u", i + 1));
    }
    return blocks->len >= LEAST_NUMBERED;
}

static bool any_asks(const SamsokPointFinder *finder, guint index)
{
    const SamsokSection *section = samsok_document_section(finder->document, index);
    for (guint i = section->first_block; i < section->end_block; i++) {
        if (is_own_paragraph(finder, index, i) && samsok_point_asks(samsok_point_block(finder, i)->text)) {
            return true;
        }
    }
    return false;
}

/* In a chapter of recommendations or advice: the paragraphs of its subsections that say what should be done, where
 * neither the subsection's heading nor a list says so. */
static void find_in_chapter(SamsokPointFinder *finder, guint index)
{
    const SamsokSection *section = samsok_document_section(finder->document, index);
    const SamsokSection *chapter =
        section->parent == SAMSOK_NONE ? NULL : samsok_document_section(finder->document, section->parent);
    SamsokPointCue cue = {0};
    if (chapter == NULL || !samsok_cue_announced(chapter->title, &cue) ||
        (cue.kind != SAMSOK_POINT_RECOMMENDATION && cue.kind != SAMSOK_POINT_ADVICE) || !is_bare(chapter->title, &cue) || has_points(finder, index) ||
        samsok_point_tells_rules(finder)) {
        return;
    }
    for (guint i = section->first_block; i < section->end_block; i++) {
        const char *text = samsok_point_block(finder, i)->text;
        if (is_own_paragraph(finder, index, i) && samsok_cue_ought(text)) {
            SamsokPoint *point = samsok_point_add(finder, cue.kind, i, i + 1, g_strdup(text));
            samsok_point_set_cue(point, g_strdup_printf("heading «%s»", chapter->title));
        }
    }
}

/* Below a heading that says more than its cue: demands or orders something, and does not only say that what
 * comes will. */
static bool is_told(const char *text)
{
    SamsokPointCue inner;
    size_t len = strlen(text);
    return (samsok_cue_demands(text) || samsok_cue_orders(text) || samsok_cue_advises(text, len)) &&
           (!samsok_cue_announced(text, &inner) || samsok_cue_recommends(text, len));
}

/* Paragraphs of a section whose heading announces points and which has no list of them. */
static void find_below(SamsokPointFinder *finder, guint index)
{
    const SamsokSection *section = samsok_document_section(finder->document, index);
    SamsokPointCue cue = {0};
    if (finder->is_law) {
        return;
    }
    if (!samsok_cue_announced(section->title, &cue)) {
        find_in_chapter(finder, index);
        return;
    }
    find_headings(finder, index, &cue);
    bool bare = is_bare(section->title, &cue);
    if (bare && find_numbered(finder, index, &cue)) {
        return;
    }
    if ((!bare || samsok_cue_sums_up(section->title)) && has_points(finder, index)) {
        return;
    }
    if (!bare && samsok_point_tells_rules(finder)) {
        return;
    }
    /* Beside a list, what ought to be done counts too. */
    bool has_list = has_points(finder, index);
    bool all = bare && !has_list && (cue.kind == SAMSOK_POINT_LEARNING || !any_asks(finder, index));
    for (guint i = section->first_block; i < section->end_block; i++) {
        SamsokPointCue inner;
        const char *text = samsok_point_block(finder, i)->text;
        bool wanted = all        ? !samsok_cue_announced(text, &inner)
                      : has_list ? samsok_cue_ought(text) && g_str_has_suffix(text, ".")
                      : bare   ? samsok_point_asks(text)
                               : is_told(text);
        if (wanted && is_own_paragraph(finder, index, i)) {
            SamsokPoint *point = samsok_point_add(finder, cue.kind, i, i + 1, g_strdup(text));
            samsok_point_set_cue(point, g_strdup_printf("heading «%s»", section->title));
        }
    }
}

void samsok_points_find_paragraphs(SamsokPointFinder *finder)
{
    for (guint i = 0; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        bool may_be = block->kind == SAMSOK_BLOCK_PARAGRAPH ||
                      block->kind == SAMSOK_BLOCK_HEADING || block->kind == SAMSOK_BLOCK_QUOTE;
        SamsokPointCue cue;
        if (may_be && !finder->taken[i] && !find_named(finder, i) && !finder->is_law &&
            !find_numbered_label(finder, i) && samsok_point_label(block, &cue)) {
            find_labelled(finder, i, &cue);
        }
    }
    for (guint i = 0; i < samsok_document_section_count(finder->document); i++) {
        find_below(finder, i);
    }
}

/* ---- Sentences ---- */

static void add_sentence(SamsokPointFinder *finder, guint index, const SamsokSentence *sentence)
{
    const SamsokBlock *block = samsok_point_block(finder, index);
    const char *text = block->text + sentence->start;
    gsize len = sentence->end - sentence->start;
    if (!samsok_cue_asks(text, len)) {
        return;
    }
    SamsokPoint *point =
        samsok_point_add(finder, SAMSOK_POINT_FINDING, index, index + 1, g_strndup(text, len));
    if (point == NULL) {
        return;
    }
    samsok_point_set_sentence(point, block, sentence);
    samsok_point_set_cue(point, g_strdup("wording that asks"));
}

static void find_in_block(SamsokPointFinder *finder, guint index)
{
    samsok_sentences(samsok_point_block(finder, index)->text, finder->sentences);
    for (guint i = 0; i < finder->sentences->len; i++) {
        SamsokSentence sentence = g_array_index(finder->sentences, SamsokSentence, i);
        add_sentence(finder, index, &sentence);
    }
}

/* Findings are looked for where a report makes points at all: a document that announces none gives
 * none for its bør. */
void samsok_points_find_sentences(SamsokPointFinder *finder)
{
    guint count = samsok_document_block_count(finder->document);
    if (finder->points->len == 0 || samsok_point_tells_rules(finder)) {
        return;
    }
    for (guint i = 0; i < count; i++) {
        if (samsok_point_block(finder, i)->kind == SAMSOK_BLOCK_PARAGRAPH && !finder->taken[i]) {
            find_in_block(finder, i);
        }
    }
}
