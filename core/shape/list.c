/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells list items from rows that only look like them, and how deep they stand. */
#include "config.h"

#include "core/shape/list.h"

#include <string.h>

/* A deeper list is indented by at least this many characters. */
static const double min_indent_chars = 1.5;

static bool is_month(const char *text, guint len)
{
    static const char *const months[] = {"januar",  "februar",   "mars",    "april",    "mai",
                                         "juni",    "juli",      "august",  "september", "oktober",
                                         "november", "desember", NULL};
    guint word = 0;
    while (word < len && g_ascii_isalpha(text[word])) {
        word++;
    }
    for (guint i = 0; months[i] != NULL; i++) {
        if (strlen(months[i]) == word && g_ascii_strncasecmp(months[i], text, word) == 0) {
            return true;
        }
    }
    return false;
}

static gunichar glyph(const char *text, const SamsokMarker *marker)
{
    if (marker->kind == SAMSOK_MARKER_BULLET || marker->kind == SAMSOK_MARKER_DASH) {
        return g_utf8_get_char(text);
    }
    const char *end = text + marker->len;
    while (end > text && (end[-1] == ' ' || end[-1] == '\t')) {
        end--;
    }
    return (gunichar)(guchar)end[-1];
}

static bool is_same_style(const SamsokListItem *item, const char *text, const SamsokMarker *marker)
{
    return item->kind == marker->kind && item->glyph == glyph(text, marker);
}

/* The depth, from 1 to `deepest`, at which the list has an item of this style; 0 if at none. */
static guint depth_within(const SamsokList *list, guint deepest, const char *text, const SamsokMarker *marker)
{
    for (guint depth = deepest; depth > 0; depth--) {
        if (is_same_style(&list->items[depth - 1], text, marker)) {
            return depth;
        }
    }
    return 0;
}

static guint depth_of_style(const SamsokList *list, const char *text, const SamsokMarker *marker)
{
    return depth_within(list, list->depth, text, marker);
}

/* A dash in front of direct speech, as newspapers set it, opens no list. */
static bool accepts_dash(const SamsokList *list, const SamsokLayout *layout, const SamsokLine *line,
                         const SamsokMarker *marker, const SamsokRowAbove *above)
{
    bool goes_on = list->is_open && depth_of_style(list, line->text, marker) > 0;
    if (*line->text != '-' && layout->flow == SAMSOK_FLOW_PARAGRAPHS) {
        return above->has_colon || (goes_on && list->has_lead_in);
    }
    gunichar first = samsok_line_first_char(line->text + marker->len, line->len - marker->len);
    return goes_on || above->is_apart || above->ended || g_unichar_isupper(first);
}

static bool is_indented(const SamsokList *list, const SamsokLine *line)
{
    double tolerance = min_indent_chars * samsok_line_char_width(line);
    return line->left > list->items[list->depth - 1].left + tolerance;
}

static bool accepts_ordinal(const SamsokList *list, const SamsokLine *line, const SamsokMarker *marker,
                            const SamsokRowAbove *above)
{
    if (marker->kind == SAMSOK_MARKER_NUMBER &&
        is_month(line->text + marker->len, line->len - marker->len)) {
        return false;
    }
    guint depth = depth_of_style(list, line->text, marker);
    bool is_next = depth > 0 && list->items[depth - 1].ordinal + 1 == marker->ordinal;
    bool is_inner = list->depth > 0 && marker->ordinal == 1 && is_indented(list, line);
    return above->is_apart || above->ended || (list->is_open && (is_next || is_inner));
}

bool samsok_list_accepts(const SamsokList *list, const SamsokLayout *layout, const SamsokLine *line,
                         const SamsokMarker *marker, const SamsokRowAbove *above)
{
    if (above->is_top) {
        return true;
    }
    switch (marker->kind) {
    case SAMSOK_MARKER_NONE:
        return false;
    case SAMSOK_MARKER_BULLET:
        return true;
    case SAMSOK_MARKER_DASH:
        return accepts_dash(list, layout, line, marker, above);
    case SAMSOK_MARKER_NUMBER:
    case SAMSOK_MARKER_LETTER:
    case SAMSOK_MARKER_LABEL:
        return accepts_ordinal(list, line, marker, above);
    }
    return false;
}

/* The depth at which an item of this place and style belongs, from 1. */
static guint find_depth(const SamsokList *list, const SamsokLine *line, const SamsokMarker *marker)
{
    double tolerance = min_indent_chars * samsok_line_char_width(line);
    guint depth = list->depth;
    while (depth > 0 && line->left < list->items[depth - 1].left - tolerance) {
        depth--;
    }
    if (depth == 0) {
        return 1;
    }
    if (line->left > list->items[depth - 1].left + tolerance) {
        return depth + 1;
    }
    guint same = depth_within(list, depth, line->text, marker);
    /* Another style at the same edge, without indents to go by: a list within the item. */
    return same > 0 ? same : depth + 1;
}

guint samsok_list_add(SamsokList *list, const SamsokLine *line, const SamsokMarker *marker,
                      const SamsokRowAbove *above)
{
    guint same = depth_of_style(list, line->text, marker);
    bool goes_on = list->is_open || (same > 0 && marker->ordinal > 1 &&
                                     list->items[same - 1].ordinal + 1 == marker->ordinal);
    if (!goes_on) {
        list->depth = 0;
        list->has_lead_in = above->has_colon;
    }
    guint depth = MIN(find_depth(list, line, marker), SAMSOK_MAX_LEVEL);
    list->items[depth - 1] = (SamsokListItem){.kind = marker->kind,
                                              .glyph = glyph(line->text, marker),
                                              .ordinal = marker->ordinal,
                                              .left = line->left};
    list->depth = depth;
    list->is_open = true;
    return depth;
}

void samsok_list_interrupt(SamsokList *list)
{
    list->is_open = false;
}
