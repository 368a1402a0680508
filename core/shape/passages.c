/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts the body of each section into passages of whole sentences.
 *
 * The body is first taken apart into units that stay whole: blocks, and the sentences of blocks that
 * are longer than a passage. Then the cheapest row of cuts between units is found: too short and too
 * long passages cost, and so does a cut that parts a list from its lead-in, a table from its head or
 * one sentence of a paragraph from the next.
 */
#include "config.h"

#include "core/shape/draft.h"

#include <float.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/shape/sentence.h"

/* So many bytes count as a word at least. */
enum { MAX_WORD_BYTES = SAMSOK_PASSAGE_HARD_BYTES / SAMSOK_PASSAGE_HARD_WORDS };

/* A stretch of one block that no passage divides. */
typedef struct {
    guint block;
    guint start; /* bytes of the block's text */
    guint end;
    guint words;
    guint table_head; /* the block with the heads of this row's columns, or SAMSOK_NONE */
    double cut_cost;  /* of ending a passage behind this unit */
} Unit;

typedef struct {
    SamsokDraft *draft;
    GArray *units;     /* of Unit: the body of one section */
    GArray *sentences; /* of SamsokSentence, scratch */
} Cutter;

/* What a cut costs in the currency of passage_cost, where 3 is a passage of no words. */
static const double cost_of_nothing = 3.0;
static const double cost_too_short = 0.5;
static const double cost_between_items = 1.0;
static const double cost_between_rows = 0.5;
static const double cost_between_sentences = 0.8;
static const double cost_before_note = 1.0;
static const double cost_after_lead_in = 4.0;

static double passage_cost(guint words)
{
    const double low = SAMSOK_PASSAGE_MIN_WORDS;
    const double high = SAMSOK_PASSAGE_MAX_WORDS;
    if (words < low) {
        return cost_too_short + (cost_of_nothing - cost_too_short) * (low - words) / low;
    }
    if (words <= high) {
        return (words - low) / (high - low);
    }
    return 1.0 + 5.0 * (words - high) / (high - low);
}

static bool ends_with_colon(const char *text)
{
    size_t len = strlen(text);
    return len > 0 && text[len - 1] == ':';
}

/* The cost of a cut between two neighbouring blocks of the body. */
static double cost_between(const SamsokDraftBlock *left, const SamsokDraftBlock *right)
{
    bool same = left->kind == right->kind;
    if (right->kind == SAMSOK_BLOCK_FOOTNOTE) {
        return same ? 0 : cost_before_note;
    }
    if (right->kind == SAMSOK_BLOCK_LIST_ITEM) {
        return same ? (right->level > left->level ? 2 : 1) * cost_between_items : cost_after_lead_in;
    }
    if (right->kind == SAMSOK_BLOCK_TABLE_ROW) {
        bool bound = left->kind == SAMSOK_BLOCK_CAPTION || (same && left->is_table_head);
        return bound ? cost_after_lead_in : same ? cost_between_rows : 0;
    }
    return ends_with_colon(left->text) || left->kind == SAMSOK_BLOCK_CAPTION ? cost_after_lead_in : 0;
}

static bool is_body(const SamsokDraftBlock *block)
{
    return block->kind != SAMSOK_BLOCK_HEADING && block->kind != SAMSOK_BLOCK_CONTENTS &&
           block->kind != SAMSOK_BLOCK_FURNITURE && block->text != NULL && *block->text != '\0';
}

static guint words_of(const Cutter *cutter, const Unit *unit)
{
    const char *text = samsok_draft_block(cutter->draft, unit->block)->text;
    return samsok_text_words_within(text + unit->start, unit->end - unit->start);
}

/* Adds `unit`, which has so many `words`. */
static void add_unit(Cutter *cutter, Unit unit, guint words)
{
    /* Text without blanks weighs by its bytes, or a passage of it would grow without end. */
    unit.words = MAX(words, (unit.end - unit.start) / MAX_WORD_BYTES);
    unit.cut_cost = cost_between_sentences;
    g_array_append_val(cutter->units, unit);
}

/* The end of the piece that begins at `start`: so many words, or so many bytes, whatever is first. */
static guint piece_end(const char *text, guint start, guint end)
{
    guint words = 0;
    const char *p = text + start;
    const char *limit = text + MIN(end, start + (guint)SAMSOK_PASSAGE_HARD_BYTES);
    while (p < limit) {
        bool blank = g_unichar_isspace(g_utf8_get_char(p));
        p = g_utf8_next_char(p);
        if (blank && p < limit && !g_unichar_isspace(g_utf8_get_char(p)) &&
            ++words == SAMSOK_PASSAGE_MAX_WORDS) {
            break;
        }
    }
    return (guint)(p - text);
}

/* A sentence beyond all measure (a table flattened to text, base64) is cut between words. */
static void add_pieces(Cutter *cutter, Unit unit)
{
    const char *text = samsok_draft_block(cutter->draft, unit.block)->text;
    guint end = unit.end;
    while (unit.start < end) {
        unit.end = piece_end(text, unit.start, end);
        guint next = unit.end;
        while (unit.end > unit.start && g_ascii_isspace(text[unit.end - 1])) {
            unit.end--;
        }
        add_unit(cutter, unit, words_of(cutter, &unit));
        unit.start = next;
    }
}

static void add_sentences(Cutter *cutter, Unit unit)
{
    const char *text = samsok_draft_block(cutter->draft, unit.block)->text;
    samsok_sentences(text, cutter->sentences);
    for (guint i = 0; i < cutter->sentences->len; i++) {
        const SamsokSentence *sentence = &g_array_index(cutter->sentences, SamsokSentence, i);
        unit.start = sentence->start;
        unit.end = sentence->end;
        guint words = words_of(cutter, &unit);
        if (unit.end - unit.start > SAMSOK_PASSAGE_HARD_BYTES || words > SAMSOK_PASSAGE_HARD_WORDS) {
            add_pieces(cutter, unit);
        } else {
            add_unit(cutter, unit, words);
        }
    }
}

/* The block with the column heads for the row at `index`: the head row its table begins with. */
static guint head_of_row(const Cutter *cutter, guint index)
{
    const SamsokDraftBlock *block = samsok_draft_block(cutter->draft, index);
    if (block->kind != SAMSOK_BLOCK_TABLE_ROW || block->is_table_head || cutter->units->len == 0) {
        return SAMSOK_NONE;
    }
    const Unit *last = &g_array_index(cutter->units, Unit, cutter->units->len - 1);
    const SamsokDraftBlock *before = samsok_draft_block(cutter->draft, last->block);
    if (before->kind != SAMSOK_BLOCK_TABLE_ROW) {
        return SAMSOK_NONE;
    }
    return before->is_table_head ? last->block : last->table_head;
}

static void add_block(Cutter *cutter, guint index)
{
    const SamsokDraftBlock *block = samsok_draft_block(cutter->draft, index);
    guint before = cutter->units->len;
    size_t len = strlen(block->text);
    Unit unit = {.block = index, .start = 0, .end = (guint)len, .table_head = head_of_row(cutter, index)};
    if (before > 0) {
        Unit *last = &g_array_index(cutter->units, Unit, before - 1);
        last->cut_cost = cost_between(samsok_draft_block(cutter->draft, last->block), block);
    }
    /* A learning point is cited whole: items stay so as long as that can be borne. */
    bool is_item = block->kind == SAMSOK_BLOCK_LIST_ITEM;
    guint most = is_item ? SAMSOK_PASSAGE_HARD_WORDS : SAMSOK_PASSAGE_MAX_WORDS;
    guint words = words_of(cutter, &unit);
    if (len > SAMSOK_PASSAGE_HARD_BYTES || words > most) {
        add_sentences(cutter, unit);
    } else {
        add_unit(cutter, unit, words);
    }
}

/* The language with the most words among the passage's blocks. */
static const char *language_of(const Cutter *cutter, guint first, guint end)
{
    static const char *const languages[] = {"nb", "nn", "en"};
    guint words[G_N_ELEMENTS(languages)] = {0};
    guint best = 0;
    for (guint i = first; i < end; i++) {
        const Unit *unit = &g_array_index(cutter->units, Unit, i);
        const char *language = samsok_draft_block(cutter->draft, unit->block)->language;
        for (guint k = 0; k < G_N_ELEMENTS(languages); k++) {
            words[k] += g_strcmp0(language, languages[k]) == 0 ? unit->words : 0;
            best = words[k] > words[best] ? k : best;
        }
    }
    return words[best] > 0 ? languages[best] : "";
}

static void widen(SamsokPlace *place, const SamsokPlace *by)
{
    place->page_first = place->page_first == 0 ? by->page_first : place->page_first;
    place->page_last = MAX(place->page_last, by->page_last);
    if (by->line_first != 0 && (place->line_first == 0 || by->line_first < place->line_first)) {
        place->line_first = by->line_first;
    }
    place->line_last = MAX(place->line_last, by->line_last);
}

static void append_unit(const Cutter *cutter, GString *text, guint index, bool is_first)
{
    const Unit *unit = &g_array_index(cutter->units, Unit, index);
    const SamsokDraftBlock *block = samsok_draft_block(cutter->draft, unit->block);
    if (is_first && unit->table_head != SAMSOK_NONE) {
        g_string_append(text, samsok_draft_block(cutter->draft, unit->table_head)->text);
        g_string_append_c(text, '\n');
    }
    if (!is_first) {
        const Unit *before = unit - 1;
        if (before->block == unit->block) {
            g_string_append_len(text, block->text + before->end, unit->start - before->end);
        } else {
            g_string_append_c(text, '\n');
        }
    }
    if (unit->start == 0 && block->marker != NULL && *block->marker != '\0') {
        g_string_append(text, block->marker);
        g_string_append_c(text, ' ');
    }
    g_string_append_len(text, block->text + unit->start, unit->end - unit->start);
}

/* Makes the passage of units [first, end). */
static void emit(const Cutter *cutter, guint first, guint end)
{
    GString *text = g_string_new(NULL);
    SamsokPlace place = {0};
    for (guint i = first; i < end; i++) {
        const Unit *unit = &g_array_index(cutter->units, Unit, i);
        SamsokPlace part = samsok_draft_block_place(samsok_draft_block(cutter->draft, unit->block),
                                                    unit->start, unit->end);
        widen(&place, &part);
        append_unit(cutter, text, i, i == first);
    }
    guint first_block = g_array_index(cutter->units, Unit, first).block;
    SamsokPassage passage = {
        .text = text->str,
        .section = samsok_draft_block(cutter->draft, first_block)->section,
        .first_block = first_block,
        .end_block = g_array_index(cutter->units, Unit, end - 1).block + 1,
        .place = place,
        .language = language_of(cutter, first, end),
    };
    g_string_free(text, FALSE);
    g_array_append_val(cutter->draft->passages, passage);
}

/* For each number of leading units: the cheapest way to cut them, and where its last passage begins. */
typedef struct {
    double cost;
    guint begin;
} Best;

static void find_cuts(const Cutter *cutter, Best *best)
{
    best[0] = (Best){0};
    for (guint end = 1; end <= cutter->units->len; end++) {
        double cut = end < cutter->units->len ? g_array_index(cutter->units, Unit, end - 1).cut_cost : 0;
        best[end] = (Best){.cost = DBL_MAX};
        guint words = 0;
        guint size = 0; /* words, but units without words count too: it bounds the search */
        for (guint begin = end; begin > 0 && size <= SAMSOK_PASSAGE_HARD_WORDS; begin--) {
            guint more = g_array_index(cutter->units, Unit, begin - 1).words;
            words += more;
            size += MAX(more, 1);
            double cost = best[begin - 1].cost + passage_cost(words) + cut;
            if (begin == end || (size <= SAMSOK_PASSAGE_HARD_WORDS && cost < best[end].cost)) {
                best[end] = (Best){.cost = cost, .begin = begin - 1};
            }
        }
    }
}

static void cut_section(Cutter *cutter)
{
    guint len = cutter->units->len;
    g_autofree Best *best = g_new(Best, len + 1);
    find_cuts(cutter, best);
    g_autoptr(GArray) begins = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint end = len; end > 0; end = best[end].begin) {
        g_array_append_val(begins, best[end].begin);
    }
    for (guint i = begins->len; i > 0; i--) {
        guint end = i > 1 ? g_array_index(begins, guint, i - 2) : len;
        emit(cutter, g_array_index(begins, guint, i - 1), end);
    }
    g_array_set_size(cutter->units, 0);
}

/* A document of nothing but headings must still be found. */
static bool has_body(const SamsokDraft *draft)
{
    for (guint i = 0; i < draft->blocks->len; i++) {
        if (is_body(samsok_draft_block(draft, i))) {
            return true;
        }
    }
    return false;
}

void samsok_shape_passages(SamsokDraft *draft)
{
    g_autoptr(GArray) units = g_array_new(FALSE, FALSE, sizeof(Unit));
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    Cutter cutter = {.draft = draft, .units = units, .sentences = sentences};
    bool only_headings = !has_body(draft);
    guint section = SAMSOK_NONE;
    for (guint i = 0; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        bool heading = only_headings && block->kind == SAMSOK_BLOCK_HEADING && block->text != NULL;
        if (!heading && !is_body(block)) {
            continue;
        }
        if (block->section != section) {
            cut_section(&cutter);
            section = block->section;
        }
        add_block(&cutter, i);
    }
    cut_section(&cutter);
}
