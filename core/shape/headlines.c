/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds headings by number, name, place and surroundings. */
#include "config.h"

#include "core/shape/headlines.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/shape/looks.h"
#include "core/shape/marker.h"

/* The longest numbered headings seen have 24 words on three rows; unnumbered ones are shorter. */
enum { MAX_NUMBERED_WORDS = 28, MAX_PLAIN_WORDS = 14, MAX_TITLE_WORDS = 24, MAX_ROWS = 4 };
/* Running text below a heading has at least so many words, or ends a sentence. */
enum { MIN_BODY_WORDS = 8 };
static const double visible_gap = 0.3;
/* Lines of a title page, at most. */
enum { MAX_COVER_GROUPS = 24 };

typedef struct {
    SamsokGroups *groups;
    const SamsokLayout *layout;
    guint chapter;    /* the last chapter number */
    guint base_level; /* level of the last numbered or named heading: subheadings lie below */
    guint titled_page; /* slides: the last page whose title has been seen */
    bool has_chapters; /* "Kapittel 2" has been seen: paragraphs lie below */
    SamsokLooks looks;
} Headings;

static const SamsokGroup *neighbour(const Headings *headings, guint index, int step)
{
    gint64 at = (gint64)index + step;
    bool exists = at >= 0 && at < samsok_groups_len(headings->groups);
    return exists ? samsok_groups_at(headings->groups, (guint)at) : NULL;
}

/* Punctuation that no heading ends with; a question may. */
static bool ends_like_text(const Headings *headings, const SamsokGroup *group)
{
    const SamsokLine *last = samsok_group_last(headings->groups, group);
    gunichar c = samsok_line_last_char(last->text, last->len);
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '-';
}

static bool is_short(const Headings *headings, const SamsokGroup *group, guint max_words)
{
    return samsok_group_rows(headings->groups, group, MAX_ROWS + 1) <= MAX_ROWS &&
           samsok_group_words(headings->groups, group, max_words + 1) <= max_words;
}

static void make_heading(Headings *headings, SamsokGroup *group, guint level)
{
    group->kind = SAMSOK_BLOCK_HEADING;
    group->level = MIN(level, SAMSOK_MAX_LEVEL);
    headings->base_level = group->level;
}

/* The number that a neighbour of a list begins with; 0 if it begins with none. */
static guint ordinal_of(const Headings *headings, const SamsokGroup *group)
{
    SamsokMarker marker;
    if (group == NULL || group->kind != SAMSOK_BLOCK_LIST_ITEM) {
        return 0;
    }
    const SamsokLine *line = samsok_group_first(headings->groups, group);
    bool is_number = samsok_marker_read(line->text, line->len, &marker) && marker.kind == SAMSOK_MARKER_NUMBER;
    return is_number ? marker.ordinal : 0;
}

static bool stands_in_list(const Headings *headings, guint index, const SamsokNumber *number)
{
    guint before = ordinal_of(headings, neighbour(headings, index, -1));
    guint after = ordinal_of(headings, neighbour(headings, index, 1));
    return (before > 0 && before + 1 == number->last) || after == number->last + 1;
}

static bool title_starts_well(const SamsokLine *line, guint offset)
{
    if (offset >= line->len) {
        return true;
    }
    gunichar c = g_utf8_get_char(line->text + offset);
    return !g_unichar_islower(c);
}

static guint look_level(const Headings *headings, const SamsokGroup *group)
{
    return samsok_looks_level(&headings->looks, headings->groups, group, headings->layout);
}

static guint number_level(const Headings *headings, const SamsokNumber *number)
{
    if (number->is_paragraph_sign) {
        return headings->has_chapters ? 2 : 1;
    }
    return number->depth;
}

/* A chapter number follows the one before, or opens the row of chapters. */
static bool is_next_chapter(const Headings *headings, const SamsokNumber *number, const SamsokLine *line)
{
    if (number->last == headings->chapter + 1) {
        return true;
    }
    return number->last > headings->chapter && (line->gap > visible_gap || line->starts_page);
}

static bool try_numbered(Headings *headings, guint index)
{
    SamsokGroup *group = samsok_groups_at(headings->groups, index);
    const SamsokLine *line = samsok_group_first(headings->groups, group);
    SamsokNumber number;
    if (!samsok_number_read(line->text, line->len, &number) || !title_starts_well(line, number.len) ||
        ends_like_text(headings, group) || !is_short(headings, group, MAX_NUMBERED_WORDS)) {
        return false;
    }
    bool is_decimal = !number.is_word && !number.is_paragraph_sign;
    bool is_chapter = is_decimal && number.depth == 1;
    bool looks_like_text = samsok_looks_tell(&headings->looks) && look_level(headings, group) == 0;
    if (is_decimal && looks_like_text) {
        return false;
    }
    bool is_doubtful = is_chapter && !samsok_looks_tell(&headings->looks);
    if (is_doubtful &&
        (stands_in_list(headings, index, &number) || !is_next_chapter(headings, &number, line))) {
        return false;
    }
    if (is_chapter) {
        headings->chapter = number.last;
    }
    headings->has_chapters = headings->has_chapters || number.is_word;
    make_heading(headings, group, number_level(headings, &number));
    /* "Kapittel 2" alone, and an appendix always, keep their words as title. */
    bool has_title = (number.len < line->len || group->end > group->first + 1) && !number.is_appendix;
    group->mark_len = has_title ? number.len : 0;
    group->num_start = number.num_start;
    group->num_len = has_title ? number.num_len : 0;
    return true;
}

static bool is_roman(const SamsokLine *line)
{
    guint n = 0;
    while (n < line->len && strchr("IVXLC", line->text[n]) != NULL) {
        n++;
    }
    return line->len <= 6 && n == line->len;
}

static bool try_named(Headings *headings, guint index)
{
    SamsokGroup *group = samsok_groups_at(headings->groups, index);
    const SamsokLine *line = samsok_group_first(headings->groups, group);
    bool stands_alone = line->gap > visible_gap || line->starts_page || index == 0 ||
                        headings->layout->usual_blanks > 0;
    bool looks_like_text = samsok_looks_tell(&headings->looks) && look_level(headings, group) == 0;
    bool is_name = group->end == group->first + 1 &&
                   (samsok_is_section_name(line->text, line->len) || (is_roman(line) && !looks_like_text));
    if (!is_name || !stands_alone || group->kind != SAMSOK_BLOCK_PARAGRAPH) {
        return false;
    }
    make_heading(headings, group, 1);
    return true;
}

static bool is_running_text(const Headings *headings, const SamsokGroup *group)
{
    return group != NULL && group->kind == SAMSOK_BLOCK_PARAGRAPH &&
           !samsok_line_starts_lower(samsok_group_first(headings->groups, group)) &&
           (samsok_group_words(headings->groups, group, MIN_BODY_WORDS) >= MIN_BODY_WORDS ||
            (samsok_group_ends_sentence(headings->groups, group) &&
             samsok_group_words(headings->groups, group, MIN_BODY_WORDS) >= MIN_BODY_WORDS / 2));
}

static bool looks_like_title(const Headings *headings, const SamsokGroup *group, guint max_words)
{
    return group->kind == SAMSOK_BLOCK_PARAGRAPH && !ends_like_text(headings, group) &&
           !samsok_line_starts_lower(samsok_group_first(headings->groups, group)) &&
           is_short(headings, group, max_words);
}

/* Slides shrink their titles until they fit: not the size but the place tells a slide's title. */
static guint slide_level(Headings *headings, const SamsokGroup *group)
{
    guint page = samsok_group_first(headings->groups, group)->page;
    bool is_title = page != headings->titled_page;
    headings->titled_page = page;
    return is_title ? 1 : 2;
}

/* Set as headings are set in this document. */
static bool try_look(Headings *headings, guint index)
{
    SamsokGroup *group = samsok_groups_at(headings->groups, index);
    guint level = look_level(headings, group);
    if (level == 0) {
        return false;
    }
    /* "1. Funn" with a number that did not do is a list item set large. */
    if (group->kind == SAMSOK_BLOCK_LIST_ITEM) {
        return false;
    }
    if (headings->layout->is_deck) {
        level = slide_level(headings, group);
    }
    make_heading(headings, group, level);
    return true;
}

/* The first line of a document. */
static bool try_title(Headings *headings, guint index)
{
    SamsokGroup *group = samsok_groups_at(headings->groups, index);
    const SamsokGroup *below = neighbour(headings, index, 1);
    if (index != 0 || below == NULL || samsok_looks_tell(&headings->looks) || !looks_like_title(headings, group, MAX_TITLE_WORDS)) {
        return false;
    }
    make_heading(headings, group, 1);
    headings->base_level = 1;
    return true;
}

/* Short, apart, without a full stop, running text below: only where paragraphs are more than lines. */
static bool try_plain(Headings *headings, guint index)
{
    SamsokGroup *group = samsok_groups_at(headings->groups, index);
    const SamsokGroup *above = neighbour(headings, index, -1);
    const SamsokLine *line = samsok_group_first(headings->groups, group);
    bool hides_gaps = headings->layout->usual_blanks > 0;
    if (headings->layout->flow != SAMSOK_FLOW_WRAPPED || above == NULL || samsok_looks_tell(&headings->looks) ||
        !samsok_line_starts_upper(line) || !(line->gap > visible_gap || hides_gaps) ||
        !looks_like_title(headings, group, MAX_PLAIN_WORDS) ||
        !is_running_text(headings, neighbour(headings, index, 1))) {
        return false;
    }
    bool above_is_whole = above->kind != SAMSOK_BLOCK_PARAGRAPH || samsok_group_ends_sentence(headings->groups, above);
    if (!above_is_whole) {
        return false;
    }
    guint base_level = headings->base_level;
    make_heading(headings, group, base_level + 1);
    headings->base_level = base_level;
    return true;
}

/* "Kapittel 3" above «Funn»: one heading, the number of the one and the words of the other. */
static void join_chapter_words(Headings *headings)
{
    SamsokGroups *groups = headings->groups;
    for (guint i = 0; i + 1 < samsok_groups_len(groups); i++) {
        SamsokGroup *group = samsok_groups_at(groups, i);
        const SamsokGroup *below = samsok_groups_at(groups, i + 1);
        const SamsokLine *line = samsok_group_first(groups, group);
        const SamsokLine *title = samsok_group_first(groups, below);
        SamsokNumber number;
        bool is_bare = group->kind == SAMSOK_BLOCK_HEADING && group->end == group->first + 1 &&
                       samsok_number_read(line->text, line->len, &number) && number.is_word &&
                       number.len == line->len;
        bool is_title = below->kind == SAMSOK_BLOCK_HEADING && below->num_len == 0 &&
                        title->page == line->page && title->size >= line->size && title->is_bold == line->is_bold;
        if (is_bare && is_title) {
            group->end = below->end;
            group->mark_len = number.is_appendix ? 0 : number.len;
            group->num_start = number.num_start;
            group->num_len = number.is_appendix ? 0 : number.num_len;
            g_array_remove_index(groups->groups, i + 1);
        }
    }
}

/* The last group of the title page, if the first page is one: headings and short lines, no text. */
static guint cover_end(const Headings *headings)
{
    const SamsokGroups *groups = headings->groups;
    guint page = samsok_groups_len(groups) == 0 ? 0 : samsok_group_first(groups, samsok_groups_at(groups, 0))->page;
    guint i = 0;
    for (; page > 0 && i < samsok_groups_len(groups); i++) {
        const SamsokGroup *group = samsok_groups_at(groups, i);
        const SamsokLine *line = samsok_group_first(groups, group);
        if (line->page != page) {
            return i;
        }
        bool is_plain = group->kind == SAMSOK_BLOCK_HEADING || group->kind == SAMSOK_BLOCK_PARAGRAPH || line->is_settled;
        bool is_section = group->num_len > 0 || samsok_is_section_name(line->text, line->len);
        if (!is_plain || is_section || i == MAX_COVER_GROUPS) {
            return 0;
        }
    }
    return 0; /* one page is all there is */
}

/* Of a title page only the title is a heading: subtitle, series, publisher and place are set large,
 * too, but head nothing. */
static void keep_title(Headings *headings)
{
    guint end = cover_end(headings);
    double largest = 0.0;
    for (guint i = 0; i < end; i++) {
        const SamsokGroup *group = samsok_groups_at(headings->groups, i);
        bool is_heading = group->kind == SAMSOK_BLOCK_HEADING;
        largest = is_heading ? MAX(largest, samsok_group_first(headings->groups, group)->size) : largest;
    }
    bool has_title = false;
    for (guint i = 0; i < end; i++) {
        SamsokGroup *group = samsok_groups_at(headings->groups, i);
        bool is_heading = group->kind == SAMSOK_BLOCK_HEADING;
        bool is_title = is_heading && samsok_group_first(headings->groups, group)->size >= largest && !has_title;
        if (is_heading && !is_title) {
            group->kind = SAMSOK_BLOCK_PARAGRAPH;
            group->level = 0;
        }
        has_title = has_title || is_title;
    }
}

void samsok_headings_mark(SamsokGroups *groups, const SamsokLayout *layout)
{
    Headings headings = {.groups = groups, .layout = layout};
    samsok_looks_measure(groups, layout, &headings.looks);
    for (guint i = 0; i < samsok_groups_len(groups); i++) {
        const SamsokGroup *group = samsok_groups_at(groups, i);
        const SamsokLine *line = samsok_group_first(groups, group);
        bool is_open = !layout->has_markup && !line->is_settled && !line->is_pre &&
                       (group->kind == SAMSOK_BLOCK_PARAGRAPH || group->kind == SAMSOK_BLOCK_LIST_ITEM);
        if (is_open) {
            (void)(try_numbered(&headings, i) || try_named(&headings, i) || try_look(&headings, i) ||
                   try_title(&headings, i) || try_plain(&headings, i));
        } else if (group->kind == SAMSOK_BLOCK_HEADING) {
            headings.base_level = group->level;
        }
    }
    join_chapter_words(&headings);
    keep_title(&headings);
}
