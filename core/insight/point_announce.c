/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What announces a list of points: its lead-in, a label or title above it, its heading, its own wording. */
#include "config.h"

#include <string.h>

#include "core/insight/point_cues.h"
#include "core/insight/points-private.h"
#include "core/shape/sentence.h"

void samsok_point_announcement_clear(SamsokPointAnnouncement *announcement)
{
    g_free(announcement->cue);
    g_free(announcement->lead_in);
}

/* The block before `index` that a reader sees there; SAMSOK_NONE when there is none. */
static guint block_before(const SamsokPointFinder *finder, guint index)
{
    while (index > 0 && samsok_point_is_aside(samsok_point_block(finder, index - 1))) {
        index--;
    }
    return index == 0 ? SAMSOK_NONE : index - 1;
}

enum { SAYS_LITTLE_BYTES = 40 };

/* One short sentence that goes on about the paragraph before it: «Disse er at kommunen:». */
static bool only_takes_up(SamsokPointFinder *finder, const char *text)
{
    samsok_sentences(text, finder->sentences);
    return finder->sentences->len == 1 && strlen(text) <= SAYS_LITTLE_BYTES && samsok_point_leads_on(text) &&
           samsok_cue_takes_up(text, strlen(text));
}

/* The last sentence of `text`, with the one before when the last only takes it up: «Vi gir tre råd. De
 * er:». «Eksempel:» leads into something else.
 * "" when there is none. Owner: the caller. */
static char *last_words(SamsokPointFinder *finder, const char *text)
{
    samsok_sentences(text, finder->sentences);
    guint count = finder->sentences->len;
    if (count == 0) {
        return g_strdup("");
    }
    const SamsokSentence *last = &g_array_index(finder->sentences, SamsokSentence, count - 1);
    guint start = last->start;
    if (count > 1 && last->end - last->start <= SAYS_LITTLE_BYTES &&
        samsok_cue_takes_up(text + last->start, last->end - last->start)) {
        start = g_array_index(finder->sentences, SamsokSentence, count - 2).start;
    }
    return g_strndup(text + start, last->end - start);
}

/* A few words at the head of a page, as on a slide, whatever they end in. */
static bool is_page_title(const SamsokPointFinder *finder, guint index)
{
    enum { TITLE_BYTES = 60 };
    const SamsokBlock *block = samsok_point_block(finder, index);
    guint before = block_before(finder, index);
    return strlen(block->text) <= TITLE_BYTES && block->place.page_first > 0 &&
           (before == SAMSOK_NONE ||
            samsok_point_block(finder, before)->place.page_last < block->place.page_first);
}

char *samsok_point_lead_in(SamsokPointFinder *finder, guint start)
{
    guint before = block_before(finder, start);
    const SamsokBlock *block = before == SAMSOK_NONE ? NULL : samsok_point_block(finder, before);
    /* «Boks 3.1 Læringspunkter» stands above its list as a caption. */
    if (block == NULL || (block->kind != SAMSOK_BLOCK_PARAGRAPH && block->kind != SAMSOK_BLOCK_CAPTION)) {
        return NULL;
    }
    g_autofree char *words = last_words(finder, block->text);
    guint above = block_before(finder, before);
    if (above != SAMSOK_NONE && only_takes_up(finder, block->text) &&
        samsok_point_block(finder, above)->kind == SAMSOK_BLOCK_PARAGRAPH) {
        g_autofree char *own = g_steal_pointer(&words);
        g_autofree char *said = last_words(finder, samsok_point_block(finder, above)->text);
        words = g_strconcat(said, " ", own, NULL);
    }
    size_t len = strlen(words);
    while (len > 0 && (words[len - 1] == '*' || words[len - 1] == '_')) {
        words[--len] = '\0'; /* marks of emphasis */
    }
    if (len == 0) {
        return NULL;
    }
    char end = words[len - 1];
    bool is_open = end == ':' || g_ascii_isalnum(end) || (end & 0x80) != 0 ||
                   samsok_cue_points_ahead(words, len) || is_page_title(finder, before);
    return is_open ? g_steal_pointer(&words) : NULL;
}

/* A label above the paragraphs that stand before the list: «Anbefaling:». */
static bool label_above(const SamsokPointFinder *finder, guint start, SamsokPointCue *out,
                        const char **out_label)
{
    enum { ABOVE = 6, OTHER_LABEL_BYTES = 30 };
    guint section = samsok_point_block(finder, start)->section;
    for (guint i = start; i > 0 && start - i < ABOVE; i--) {
        const SamsokBlock *block = samsok_point_block(finder, i - 1);
        if (block->section != section || block->kind == SAMSOK_BLOCK_HEADING) {
            return false;
        }
        if (samsok_point_label(block, out) || samsok_point_title(block, out)) {
            /* A list right below it was all that it led into. */
            bool has_own = i < start && samsok_point_block(finder, i)->kind == SAMSOK_BLOCK_LIST_ITEM;
            *out_label = block->text;
            return !has_own;
        }
        bool is_short = strlen(block->text) <= OTHER_LABEL_BYTES;
        if ((i < start || is_short) && g_str_has_suffix(block->text, ":")) {
            return false;
        }
    }
    return false;
}

static char *cue_text(const char *what, const char *text, const SamsokPointCue *cue)
{
    return g_strdup_printf("%s «%.*s»", what, (int)(cue->end - cue->start), text + cue->start);
}

static void set_found(SamsokPointAnnouncement *out, SamsokPointKind kind, char *cue)
{
    out->found = true;
    out->kind = kind;
    out->cue = cue;
}

static guint count_items(const SamsokPointFinder *finder, const GArray *items, bool orders_only)
{
    guint count = 0;
    for (guint i = 0; i < items->len; i++) {
        const char *text = samsok_point_block(finder, g_array_index(items, SamsokPointItem, i).first)->text;
        count += samsok_cue_orders(text) || (!orders_only && samsok_point_asks(text)) ? 1 : 0;
    }
    return count;
}

/* How many items begin with what to do. */
static guint count_doing(const SamsokPointFinder *finder, const GArray *items)
{
    guint count = 0;
    for (guint i = 0; i < items->len; i++) {
        guint first = g_array_index(items, SamsokPointItem, i).first;
        count += samsok_cue_does(samsok_point_block(finder, first)->text) ? 1 : 0;
    }
    return count;
}

static guint section_of(const SamsokPointFinder *finder, const GArray *items)
{
    return samsok_point_block(finder, g_array_index(items, SamsokPointItem, 0).first)->section;
}

/* «Veien videre» opens plans as well: only when most of the list asks is it one of proposals. */
static void announce_by_onward(const SamsokPointFinder *finder, const GArray *items,
                               const SamsokSection *section, SamsokPointAnnouncement *out)
{
    if (samsok_cue_onward(section->title) && count_items(finder, items, false) * 2 >= items->len) {
        set_found(out, SAMSOK_POINT_RECOMMENDATION, g_strdup_printf("heading «%s»", section->title));
        out->asking_only = true;
    }
}

/* «Suksessfaktorer for …»; not «Forutsetninger», which is what a program needs as often as not. */
static bool tells_of_success(const char *title)
{
    SamsokPointCue cue;
    return title != NULL && strstr(title, "uksess") != NULL && samsok_cue_conditions(title, &cue);
}

/* Below such a heading, in its sections too, or in a report of such a title, what begins with what to do is
 * advice. */
static bool announce_by_success(const SamsokPointFinder *finder, const GArray *items, SamsokPointAnnouncement *out)
{
    const char *title = NULL;
    for (guint i = section_of(finder, items); i != SAMSOK_NONE && !tells_of_success(title);) {
        const SamsokSection *section = samsok_document_section(finder->document, i);
        title = section->title;
        i = section->parent;
    }
    if (!tells_of_success(title)) {
        title = samsok_metadata_value(samsok_document_metadata(finder->document), SAMSOK_FIELD_TITLE);
    }
    if (out->lead_in == NULL && tells_of_success(title) && count_doing(finder, items) * 2 >= items->len) {
        set_found(out, SAMSOK_POINT_ADVICE, g_strdup_printf("heading «%s»", title));
    }
    return out->found;
}

/* The heading counts when nothing, or nothing else, leads into the list, or its items ask; that of the
 * chapter of recommendations above it too. */
static void announce_by_heading(const SamsokPointFinder *finder, const GArray *items,
                                SamsokPointAnnouncement *out)
{
    /* A longer title of a chapter tells of more than points. */
    enum { CHAPTER_BYTES = 60 };
    guint index = section_of(finder, items);
    if (index == SAMSOK_NONE || (out->lead_in != NULL && samsok_cue_other_label(out->lead_in))) {
        return;
    }
    const SamsokSection *section = samsok_document_section(finder->document, index);
    SamsokPointCue cue;
    bool fits = out->lead_in == NULL || samsok_cue_asks(out->lead_in, strlen(out->lead_in)) ||
                count_items(finder, items, false) * 2 >= items->len;
    bool found = samsok_cue_announced(section->title, &cue) ||
                 samsok_cue_experience(section->title, &cue);
    if (!found && out->lead_in == NULL && section->parent != SAMSOK_NONE && !samsok_point_asks(section->title)) {
        section = samsok_document_section(finder->document, section->parent);
        found = samsok_cue_announced(section->title, &cue) &&
                (cue.kind == SAMSOK_POINT_RECOMMENDATION || strlen(section->title) <= CHAPTER_BYTES);
    }
    if (fits && found) {
        set_found(out, cue.kind, g_strdup_printf("heading «%s»", section->title));
        out->learned_too = samsok_cue_learned_too(section->title, &cue);
    } else if (!announce_by_success(finder, items, out) && fits) {
        announce_by_onward(finder, items, samsok_document_section(finder->document, index), out);
    }
}

static bool is_procedure(const SamsokPointFinder *finder, const GArray *items,
                         const SamsokPointAnnouncement *announcement)
{
    guint section = section_of(finder, items);
    const char *lead_in = announcement->lead_in;
    return (lead_in != NULL && (samsok_cue_procedure(lead_in) || samsok_cue_other_label(lead_in))) ||
           (section != SAMSOK_NONE &&
            samsok_cue_procedure(samsok_document_section(finder->document, section)->title));
}

/* A row of orders is advice wherever it stands, but in a manual it is how a program is used. */
static void announce_by_orders(SamsokPointFinder *finder, const GArray *items,
                               SamsokPointAnnouncement *out)
{
    enum { LEAST_ORDERS = 3, LEAST_IN_ROW = 2, OPERATING_SHARE = 4 };
    guint orders = 0;
    guint operating = 0;
    for (guint i = 0; i < items->len; i++) {
        const char *text = samsok_point_block(finder, g_array_index(items, SamsokPointItem, i).first)->text;
        bool is_command = samsok_cue_commands(text);
        orders += is_command ? 1 : 0;
        operating += !is_command && samsok_cue_orders(text) ? 1 : 0;
    }
    bool is_operated = operating * OPERATING_SHARE >= items->len;
    bool are_enough = orders >= LEAST_ORDERS || (orders >= LEAST_IN_ROW && samsok_point_gives_orders(finder));
    if (are_enough && orders * 3 >= items->len * 2 && !is_operated &&
        !samsok_point_tells_rules(finder) && !is_procedure(finder, items, out) && !samsok_point_is_manual(finder)) {
        set_found(out, SAMSOK_POINT_ADVICE, g_strdup("a list of orders"));
    }
}

/* A list of what ought to be done is one of recommendations wherever it stands, but in rules it is what
 * they require. Must alone tells of duties too, and counts beside ought. */
static void announce_by_oughts(SamsokPointFinder *finder, const GArray *items, SamsokPointAnnouncement *out)
{
    enum { LEAST_OUGHTS = 3 };
    guint oughts = 0;
    guint asking = 0;
    for (guint i = 0; i < items->len; i++) {
        const char *text = samsok_point_block(finder, g_array_index(items, SamsokPointItem, i).first)->text;
        bool is_question = g_str_has_suffix(text, "?");
        oughts += !is_question && samsok_cue_ought(text) ? 1 : 0;
        asking += !is_question && samsok_cue_asks(text, strlen(text)) ? 1 : 0;
    }
    if (oughts >= LEAST_OUGHTS && oughts * 2 >= items->len && asking * 3 >= items->len * 2 &&
        !samsok_point_tells_rules(finder) && !is_procedure(finder, items, out)) {
        set_found(out, SAMSOK_POINT_RECOMMENDATION, g_strdup("a list of what ought to be done"));
        out->demanding_only = true;
    }
}

/* The programme of a meeting names what will be told of, and tells nothing. */
static bool is_programme(const SamsokPointFinder *finder, const GArray *items)
{
    guint count = 0;
    for (guint i = 0; i < items->len; i++) {
        guint first = g_array_index(items, SamsokPointItem, i).first;
        count += samsok_cue_clock(samsok_point_block(finder, first)->text) ? 1 : 0;
    }
    return count * 2 >= items->len;
}

/* Goes by `text`, which leads into the list. */
static bool announce_by_words(SamsokPointFinder *finder, const GArray *items, const char *text,
                              SamsokPointAnnouncement *out)
{
    SamsokPointCue cue;
    if (samsok_cue_announced(text, &cue) || samsok_cue_experience(text, &cue) ||
        (samsok_cue_should(text, &cue) && !samsok_point_tells_rules(finder))) {
        set_found(out, cue.kind, cue_text("lead-in", text, &cue));
        out->learned_too = samsok_cue_learned_too(text, &cue);
    } else if (samsok_cue_conditions(text, &cue) &&
               count_doing(finder, items) * 2 >= items->len) {
        set_found(out, cue.kind, cue_text("lead-in to orders", text, &cue));
    } else if (samsok_cue_gathers(text) && samsok_point_tells_of_others(finder, section_of(finder, items))) {
        set_found(out, SAMSOK_POINT_RECOMMENDATION, g_strdup("lead-in to what was proposed"));
    } else if (samsok_cue_matters(text, &cue) && !samsok_point_tells_rules(finder)) {
        set_found(out, cue.kind, cue_text("lead-in", text, &cue));
    } else if (samsok_cue_positions(text, &cue) && !samsok_point_tells_rules(finder)) {
        set_found(out, cue.kind, cue_text("lead-in", text, &cue));
        out->demanding_only = true;
    }
    return out->found;
}

/* Where the last word of a lead-in runs on into the items, a colon is thought behind it. */
static bool announce_by_lead_in(SamsokPointFinder *finder, const GArray *items,
                                SamsokPointAnnouncement *out)
{
    const char *text = out->lead_in;
    if (text == NULL || announce_by_words(finder, items, text, out)) {
        return text != NULL;
    }
    if (!g_ascii_isalnum(text[strlen(text) - 1]) && (text[strlen(text) - 1] & 0x80) == 0) {
        return false;
    }
    g_autofree char *led = g_strconcat(text, ":", NULL);
    return announce_by_words(finder, items, led, out);
}

void samsok_points_announce_below(SamsokPointFinder *finder, const SamsokPointItem *item,
                                  SamsokPointAnnouncement *out)
{
    /* Behind the word that announces: a longer sentence says something of its own. */
    enum { BEHIND_CUE_BYTES = 30 };
    const char *text = samsok_point_block(finder, item->first)->text;
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(SamsokPointItem));
    g_array_append_val(items, *item);
    if (item->end - item->first > 1 && g_str_has_suffix(text, ":") && !is_programme(finder, items)) {
        SamsokPointCue cue;
        out->lead_in = last_words(finder, text);
        bool is_plain = samsok_cue_announced(text, &cue) ? strlen(text) - cue.end <= BEHIND_CUE_BYTES
                                                         : samsok_cue_gathers(text);
        if (is_plain) {
            announce_by_lead_in(finder, items, out);
        }
    }
}

void samsok_points_announce(SamsokPointFinder *finder, const GArray *items,
                            SamsokPointAnnouncement *out)
{
    SamsokPointCue cue;
    guint first = g_array_index(items, SamsokPointItem, 0).first;
    out->lead_in = samsok_point_lead_in(finder, first);
    if (is_programme(finder, items) || announce_by_lead_in(finder, items, out)) {
        return;
    }
    const char *label = NULL;
    if (label_above(finder, first, &cue, &label)) {
        set_found(out, cue.kind, g_strdup_printf("label «%s»", label));
        return;
    }
    announce_by_heading(finder, items, out);
    if (!out->found) {
        announce_by_orders(finder, items, out);
    }
    if (!out->found) {
        announce_by_oughts(finder, items, out);
    }
}
