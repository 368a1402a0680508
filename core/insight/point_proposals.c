/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that nothing announces: blocks that recommend by their verb, what was proposed in a meeting, and
 * what was drawn from an experience. */
#include "config.h"

#include <string.h>

#include "core/insight/point_patterns.h"
#include "core/insight/points-private.h"
#include "core/shape/sentence.h"

/* A longer paragraph argues: only its sentence that recommends is a point. */
enum { WHOLE_BYTES = 1000 };

bool samsok_point_tells_of_others(const SamsokPointFinder *finder, guint section)
{
    if (finder->is_minutes) {
        return true;
    }
    while (section != SAMSOK_NONE) {
        const SamsokSection *above = samsok_document_section(finder->document, section);
        if (samsok_cue_minutes(above->title)) {
            return true;
        }
        section = above->parent;
    }
    return false;
}

/* The first sentence of the block that `says` so; false when there is none. Whether any can is asked of
 * the block as a whole, as most hold none of the letters it takes. */
static bool first_that(SamsokPointFinder *finder, const char *text,
                       SamsokPointPattern pattern, bool (*says)(const char *sentence, gsize len),
                       SamsokSentence *out)
{
    if (!samsok_point_may_match(pattern, text, strlen(text))) {
        return false;
    }
    samsok_sentences(text, finder->sentences);
    for (guint i = 0; i < finder->sentences->len; i++) {
        *out = g_array_index(finder->sentences, SamsokSentence, i);
        if (says(text + out->start, out->end - out->start)) {
            return true;
        }
    }
    return false;
}

static void add_block(SamsokPointFinder *finder, guint index, const SamsokSentence *sentence,
                      SamsokPointKind kind, const char *cue)
{
    const char *text = samsok_point_block(finder, index)->text;
    bool is_whole = strlen(text) <= WHOLE_BYTES;
    char *own = is_whole ? g_strdup(text)
                         : g_strndup(text + sentence->start, sentence->end - sentence->start);
    SamsokPoint *point = samsok_point_add(finder, kind, index, index + 1, own);
    if (point != NULL && !is_whole) {
        samsok_point_set_sentence(point, samsok_point_block(finder, index), sentence);
    }
    samsok_point_set_cue(point, g_strdup(cue));
}

/* A report that gathers its points of this kind says there which they are: what its running text says of
 * them is how it came to them. Recommendations are gathered by a heading that sums them up. */
static bool are_gathered(const SamsokPointFinder *finder, SamsokPointKind kind)
{
    enum { LEAST_GATHERED = 5 };
    guint count = 0;
    for (guint i = 0; i < finder->points->len; i++) {
        const SamsokPoint *point = g_ptr_array_index(finder->points, i);
        bool counts = point->kind == kind && point->start == point->end;
        if (counts && kind == SAMSOK_POINT_RECOMMENDATION) {
            counts = point->section != SAMSOK_NONE &&
                     samsok_cue_sums_up(samsok_document_section(finder->document, point->section)->title);
        }
        count += counts ? 1 : 0;
    }
    return count >= LEAST_GATHERED;
}

/* It has recommendations that are named or announced: what else ought to be done is no more than a finding. */
static bool has_recommendations(const SamsokPointFinder *finder)
{
    for (guint i = 0; i < finder->points->len; i++) {
        const SamsokPoint *point = g_ptr_array_index(finder->points, i);
        if (point->kind == SAMSOK_POINT_RECOMMENDATION) {
            return true;
        }
    }
    return false;
}

/* What running text may tell of here. */
typedef struct {
    bool recommends;
    bool concludes;
    bool advises;
    bool learns;
} Wanted;

typedef struct {
    const char *cue; /* NULL for none */
    SamsokPointKind kind;
    SamsokSentence sentence;
} Found;

/* A case on the agenda is none that was proposed in the meeting. */
static bool is_on_agenda(const SamsokPointFinder *finder, guint index)
{
    while (index > 0 && samsok_point_block(finder, index)->kind == SAMSOK_BLOCK_LIST_ITEM) {
        index--;
    }
    return samsok_cue_other_label(samsok_point_block(finder, index)->text);
}

/* The section draws the conclusions of a report. */
static bool concludes(const SamsokPointFinder *finder, guint section)
{
    const char *title = section == SAMSOK_NONE ? "" : samsok_document_section(finder->document, section)->title;
    return samsok_point_matches(SAMSOK_POINT_PATTERN_CONCLUDES, title, strlen(title));
}

/* Says what a body ought to do, in the report's own voice. */
static bool tells_body(const char *sentence, gsize len)
{
    return sentence[len - 1] != '?' && samsok_point_matches(SAMSOK_POINT_PATTERN_BODY_OUGHT, sentence, len) &&
           !samsok_point_matches(SAMSOK_POINT_PATTERN_REPORTED, sentence, len);
}

static bool names_areas(const char *sentence, gsize len)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_NAMES_AREAS, sentence, len);
}

/* What the block says of its own, by its verbs. */
static Found look_at(SamsokPointFinder *finder, guint index, const Wanted *wanted)
{
    const SamsokBlock *block = samsok_point_block(finder, index);
    bool is_paragraph = block->kind == SAMSOK_BLOCK_PARAGRAPH;
    Found found = {NULL, SAMSOK_POINT_RECOMMENDATION, {0}};
    if (wanted->recommends && first_that(finder, block->text, SAMSOK_POINT_PATTERN_RECOMMENDS,
                                         samsok_cue_recommends, &found.sentence)) {
        found.cue = "wording that recommends";
    } else if (samsok_point_tells_of_others(finder, block->section) && !is_on_agenda(finder, index) &&
               first_that(finder, block->text, SAMSOK_POINT_PATTERN_PROPOSES, samsok_cue_proposes,
                          &found.sentence)) {
        found.cue = "proposed in a meeting";
    } else if (wanted->concludes && is_paragraph && concludes(finder, block->section) &&
               first_that(finder, block->text, SAMSOK_POINT_PATTERN_BODY_OUGHT, tells_body,
                          &found.sentence) &&
               !samsok_point_tells_rules(finder)) {
        found.cue = "wording of a conclusion";
    } else if (is_paragraph && first_that(finder, block->text, SAMSOK_POINT_PATTERN_NAMES_AREAS, names_areas,
                                          &found.sentence)) {
        found.kind = SAMSOK_POINT_FOCUS_AREA;
        found.cue = "wording that names areas";
    } else if (wanted->learns && is_paragraph &&
               first_that(finder, block->text, SAMSOK_POINT_PATTERN_LEARNS, samsok_cue_learns,
                          &found.sentence)) {
        found.kind = SAMSOK_POINT_LEARNING;
        found.cue = "wording that learns";
    } else if (wanted->advises && is_paragraph &&
               first_that(finder, block->text, SAMSOK_POINT_PATTERN_ADVISES, samsok_cue_advises,
                          &found.sentence) &&
               !samsok_point_tells_rules(finder)) {
        found.kind = SAMSOK_POINT_ADVICE;
        found.cue = "wording that advises";
    }
    return found;
}

/* «Ombudet anbefaler at», and the list below it ends the sentence. */
static bool leads_into_list(const SamsokPointFinder *finder, guint index)
{
    const SamsokBlock *block = samsok_point_block(finder, index);
    const char *text = block->text;
    size_t len = strlen(text);
    return block->kind == SAMSOK_BLOCK_PARAGRAPH && len > 0 && g_ascii_isalnum(text[len - 1]) && index + 1 < samsok_document_block_count(finder->document) &&
           samsok_point_block(finder, index + 1)->kind == SAMSOK_BLOCK_LIST_ITEM;
}

static void find_in(SamsokPointFinder *finder, guint index, const Wanted *wanted)
{
    const SamsokBlock *block = samsok_point_block(finder, index);
    if (*block->text == '|' || samsok_point_is_code(block)) {
        return; /* a row of a typed table is none either */
    }
    Found found = look_at(finder, index, wanted);
    if (found.cue == NULL) {
        return;
    }
    const char *behind = block->text + found.sentence.end;
    bool is_last = behind[strspn(behind, "*_")] == '\0';
    bool leads_on = is_last && (samsok_point_leads_on(block->text) || leads_into_list(finder, index));
    if (!leads_on && !samsok_point_is_manual(finder)) {
        add_block(finder, index, &found.sentence, found.kind, found.cue);
    }
}

/* A heading that says what ought to be done, as guidelines and evaluations put their recommendations; what
 * stands below it explains. */
static bool is_ought_heading(const SamsokPointFinder *finder, guint index)
{
    enum { LEAST_WORDS_BLANKS = 3 };
    const SamsokBlock *block = samsok_point_block(finder, index);
    guint blanks = 0;
    for (const char *p = block->text; *p != '\0'; p++) {
        blanks += *p == ' ' ? 1 : 0;
    }
    return block->kind == SAMSOK_BLOCK_HEADING && blanks >= LEAST_WORDS_BLANKS && samsok_cue_ought(block->text) &&
           samsok_cue_states(block->text) && index + 1 < samsok_document_block_count(finder->document) &&
           samsok_point_block(finder, index + 1)->kind == SAMSOK_BLOCK_PARAGRAPH;
}

void samsok_points_find_proposals(SamsokPointFinder *finder)
{
    guint count = samsok_document_block_count(finder->document);
    const Wanted wanted = {
        .recommends = !are_gathered(finder, SAMSOK_POINT_RECOMMENDATION),
        .concludes = !has_recommendations(finder),
        .advises = !are_gathered(finder, SAMSOK_POINT_ADVICE),
        .learns = !are_gathered(finder, SAMSOK_POINT_LEARNING),
    };
    for (guint i = 0; i < count && !finder->is_law; i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        bool may_be =
            block->kind == SAMSOK_BLOCK_PARAGRAPH || block->kind == SAMSOK_BLOCK_LIST_ITEM ||
            block->kind == SAMSOK_BLOCK_QUOTE;
        if (may_be && !finder->taken[i]) {
            find_in(finder, i, &wanted);
        } else if (!finder->taken[i] && wanted.recommends && is_ought_heading(finder, i) &&
                   !samsok_point_tells_rules(finder)) {
            SamsokPoint *point =
                samsok_point_add(finder, SAMSOK_POINT_RECOMMENDATION, i, i + 1, g_strdup(block->text));
            samsok_point_set_cue(point, g_strdup("heading that says what ought to be done"));
            samsok_point_set_number(point, g_strdup(block->number));
        }
    }
}
