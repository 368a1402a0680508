/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Advice of a guide that nothing announces: rows of titles that each bid their reader do something,
 * and paragraphs that bid, or weigh for him what is wise. */
#include "config.h"

#include <string.h>

#include "core/insight/point_patterns.h"
#include "core/insight/points-private.h"
#include "core/shape/sentence.h"

/* What a block tells its reader. */
typedef enum { TELLS_NOTHING, WEIGHS, BIDS } Telling;

/* What the document does as a whole: blocks of it. */
typedef struct {
    guint texts;
    guint bidding; /* of the texts, as the next */
    guint weighing;
} Manner;

/* A paragraph of whole sentences. */
static bool is_text(const SamsokBlock *block)
{
    size_t len = strlen(block->text);
    return block->kind == SAMSOK_BLOCK_PARAGRAPH && len > 0 &&
           strchr(".!)", block->text[len - 1]) != NULL && *block->text != '|' &&
           !samsok_point_is_code(block);
}

static Telling telling_of(SamsokPointFinder *finder, const SamsokBlock *block)
{
    Telling telling = TELLS_NOTHING;
    if (!is_text(block) ||
        (!samsok_point_may_match(SAMSOK_POINT_PATTERN_WEIGHS, block->text, strlen(block->text)) &&
         !samsok_cue_may_bid(block->text))) {
        return telling;
    }
    samsok_sentences(block->text, finder->sentences);
    for (guint i = 0; i < finder->sentences->len && telling != BIDS; i++) {
        const SamsokSentence *sentence = &g_array_index(finder->sentences, SamsokSentence, i);
        const char *text = block->text + sentence->start;
        gsize len = sentence->end - sentence->start;
        if (samsok_cue_bids(text, len)) {
            telling = BIDS;
        } else if (samsok_point_matches(SAMSOK_POINT_PATTERN_WEIGHS, text, len)) {
            telling = WEIGHS;
        }
    }
    return telling;
}

static Manner manner_of(SamsokPointFinder *finder)
{
    Manner manner = {0};
    for (guint i = 0; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        Telling telling = telling_of(finder, block);
        manner.texts += is_text(block) ? 1 : 0;
        manner.bidding += telling == BIDS ? 1 : 0;
        manner.weighing += telling == WEIGHS ? 1 : 0;
    }
    return manner;
}

/* A fifth of its blocks names parts of programs: by judgement. */
static bool is_technical(const SamsokPointFinder *finder)
{
    enum { TECHNICAL_SHARE = 5 };
    guint blocks = 0;
    guint technical = 0;
    for (guint i = 0; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        if (block->kind == SAMSOK_BLOCK_PARAGRAPH || block->kind == SAMSOK_BLOCK_LIST_ITEM) {
            bool is_one = samsok_point_matches(SAMSOK_POINT_PATTERN_TECHNICAL, block->text,
                                               strlen(block->text));
            blocks++;
            technical += is_one ? 1 : 0;
        }
    }
    return technical * TECHNICAL_SHARE >= blocks;
}

/* ---- Titles ---- */

/* A few words that stand above a paragraph: a heading, or what the shape took for a paragraph. */
static bool is_title(const SamsokPointFinder *finder, guint index)
{
    enum { TITLE_BYTES = 90 };
    const SamsokBlock *block = samsok_point_block(finder, index);
    size_t len = strlen(block->text);
    bool has_below = index + 1 < samsok_document_block_count(finder->document) &&
                     is_text(samsok_point_block(finder, index + 1));
    bool may_be =
        block->kind == SAMSOK_BLOCK_HEADING || (block->kind == SAMSOK_BLOCK_PARAGRAPH && len > 0 &&
                                                strchr(".:;,?!", block->text[len - 1]) == NULL);
    return may_be && has_below && len > 0 && len <= TITLE_BYTES;
}

enum { LEAST_OF_ROW = 2 };

/* What a block is as a title. */
typedef enum { NO_TITLE, PLAIN_TITLE, BIDDING_TITLE } Title;

/* By block, and how many of them bid. Owner: the caller. */
static guint8 *titles_of(const SamsokPointFinder *finder, guint *out_bidding)
{
    guint count = samsok_document_block_count(finder->document);
    guint8 *titles = g_new0(guint8, MAX(count, 1));
    for (guint i = 0; i < count; i++) {
        const char *text = samsok_point_block(finder, i)->text;
        if (!finder->taken[i] && is_title(finder, i)) {
            bool bids = samsok_cue_bids(text, strlen(text));
            titles[i] = bids ? BIDDING_TITLE : PLAIN_TITLE;
            *out_bidding += bids ? 1 : 0;
        }
    }
    return titles;
}

static bool are_of_one_row(const SamsokBlock *one, const SamsokBlock *other)
{
    return one->kind == other->kind &&
           (one->kind == SAMSOK_BLOCK_HEADING ? one->level == other->level
                                              : one->section == other->section);
}

/* A heading of a higher level ends a row. */
static bool parts_row(const SamsokBlock *block, const SamsokBlock *of_row)
{
    return block->kind == SAMSOK_BLOCK_HEADING &&
           (of_row->kind != SAMSOK_BLOCK_HEADING || block->level < of_row->level);
}

/* Titles of one level of which two or more, and most, bid: each is a point, and what stands below
 * explains it. */
static void find_titles(SamsokPointFinder *finder, guint8 *titles, guint one)
{
    const SamsokBlock *head = samsok_point_block(finder, one);
    guint first = one;
    while (first > 0 && !parts_row(samsok_point_block(finder, first - 1), head)) {
        first--;
    }
    g_autoptr(GArray) row = g_array_new(FALSE, FALSE, sizeof(guint));
    guint count = 0;
    for (guint i = first; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        if (i > one && parts_row(block, head)) {
            break;
        }
        bool is_of_row = titles[i] != NO_TITLE && are_of_one_row(head, block);
        count += is_of_row ? 1 : 0;
        if (is_of_row && titles[i] == BIDDING_TITLE) {
            g_array_append_val(row, i);
        }
    }
    for (guint i = 0; i < row->len; i++) {
        guint at = g_array_index(row, guint, i);
        const SamsokBlock *block = samsok_point_block(finder, at);
        titles[at] = PLAIN_TITLE; /* seen */
        if (row->len >= LEAST_OF_ROW && row->len * 2 >= count) {
            SamsokPoint *point =
                samsok_point_add(finder, SAMSOK_POINT_ADVICE, at, at + 1, g_strdup(block->text));
            samsok_point_set_cue(point, g_strdup("a row of titles that bid"));
            samsok_point_set_number(point, g_strdup(block->number));
        }
    }
}

static void find_rows(SamsokPointFinder *finder, guint8 *titles)
{
    for (guint i = 0; i < samsok_document_block_count(finder->document); i++) {
        if (titles[i] == BIDDING_TITLE) {
            find_titles(finder, titles, i);
        }
    }
}

/* ---- Running text ---- */

/* Points of a list or below a heading say what the guide advises; what is weighed beside them leads
 * to them. */
static bool has_gathered(const SamsokPointFinder *finder)
{
    for (guint i = 0; i < finder->points->len; i++) {
        const SamsokPoint *point = g_ptr_array_index(finder->points, i);
        if (!g_str_has_prefix(point->cue, "wording")) {
            return true;
        }
    }
    return false;
}

/* How many points say by their wording that they advise. */
static guint count_advising(const SamsokPointFinder *finder)
{
    guint count = 0;
    for (guint i = 0; i < finder->points->len; i++) {
        const SamsokPoint *point = g_ptr_array_index(finder->points, i);
        count +=
            point->kind == SAMSOK_POINT_ADVICE && g_str_has_prefix(point->cue, "wording") ? 1 : 0;
    }
    return count;
}

/* What counts in this document: orders, what is weighed too, or nothing. */
static Telling least_telling(const SamsokPointFinder *finder, const Manner *manner)
{
    enum { BIDDING_SHARE = 6, TELLING_SHARE = 3, LEAST_BIDDING = 2, LEAST_TELLING = 3 };
    const char *title =
        samsok_metadata_value(samsok_document_metadata(finder->document), SAMSOK_FIELD_TITLE);
    bool is_titled =
        title != NULL && samsok_point_matches(SAMSOK_POINT_PATTERN_GUIDES, title, strlen(title));
    guint advising = count_advising(finder);
    bool is_guide = is_titled || advising >= LEAST_BIDDING;
    guint telling = manner->bidding + manner->weighing + advising;
    if (is_guide && telling >= LEAST_TELLING && telling * TELLING_SHARE >= manner->texts &&
        !has_gathered(finder)) {
        return WEIGHS;
    }
    bool bids = manner->bidding + (is_guide ? 1 : 0) >= LEAST_BIDDING &&
                manner->bidding * BIDDING_SHARE >= manner->texts;
    return bids ? BIDS : TELLS_NOTHING;
}

static void find_texts(SamsokPointFinder *finder, Telling least)
{
    for (guint i = 0; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        Telling telling = finder->taken[i] ? TELLS_NOTHING : telling_of(finder, block);
        if (telling >= least) {
            SamsokPoint *point =
                samsok_point_add(finder, SAMSOK_POINT_ADVICE, i, i + 1, g_strdup(block->text));
            samsok_point_set_cue(
                point, g_strdup(telling == BIDS ? "an order of a guide" : "what a guide weighs"));
        }
    }
}

void samsok_points_find_guidance(SamsokPointFinder *finder)
{
    if (finder->is_law) {
        return;
    }
    guint bidding = 0;
    g_autofree guint8 *titles = titles_of(finder, &bidding);
    Manner manner = manner_of(finder);
    Telling least = least_telling(finder, &manner);
    if ((least == TELLS_NOTHING && bidding < LEAST_OF_ROW) || is_technical(finder) ||
        samsok_point_tells_rules(finder)) {
        return;
    }
    find_rows(finder, titles);
    if (least != TELLS_NOTHING) {
        find_texts(finder, least);
    }
}
