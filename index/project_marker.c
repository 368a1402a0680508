/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks passages and points with the undertakings they speak of. */
#include "config.h"

#include "index/project_marker.h"

#include <string.h>

/* A name that is looked for. */
typedef struct {
    const SamsokProjectCase *one;
    bool is_bare; /* without the place it has: only where its reports do */
} Name;

struct _SamsokProjectMarker {
    GArray *names; /* of Name, as the spotter counts them */
    SamsokProjectSpotter *spotter;
    const char *report; /* of the passage at hand */
    GArray *spots;   /* scratch */
    GPtrArray *made; /* of SamsokMentionRecord *: the mentions of the passage at hand */
    GHashTable *throughout; /* cases that a heading names, at hand */
    GHashTable *subjects;   /* report id → the case that the report is about; both lent by the cases */
};

static void add_names(SamsokProjectMarker *marker, const SamsokProjectCase *one)
{
    const Name name = {one, false};
    g_array_append_val(marker->names, name);
    if (!one->is_placed) {
        samsok_project_spotter_add(marker->spotter, one->concept.label);
        return;
    }
    samsok_project_spotter_add_whole(marker->spotter, one->concept.label);
    if (one->bare_in->len > 0) {
        const Name bare = {one, true};
        g_array_append_val(marker->names, bare);
        samsok_project_spotter_add(marker->spotter, one->concept.label);
    }
}

SamsokProjectMarker *samsok_project_marker_new(const SamsokProjectCase *const *cases, guint count)
{
    SamsokProjectMarker *marker = g_new0(SamsokProjectMarker, 1);
    marker->names = g_array_new(FALSE, FALSE, sizeof(Name));
    marker->spotter = samsok_project_spotter_new();
    marker->subjects = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < count; i++) {
        add_names(marker, cases[i]);
        for (guint k = 0; k < cases[i]->subject_of->len; k++) {
            g_hash_table_insert(marker->subjects, g_ptr_array_index(cases[i]->subject_of, k), (gpointer)cases[i]);
        }
    }
    marker->spots = g_array_new(FALSE, FALSE, sizeof(SamsokProjectSpot));
    marker->made = g_ptr_array_new_with_free_func(g_free);
    marker->throughout = g_hash_table_new(NULL, NULL);
    return marker;
}

void samsok_project_marker_free(SamsokProjectMarker *marker)
{
    if (marker == NULL) {
        return;
    }
    samsok_project_spotter_free(marker->spotter);
    g_array_unref(marker->names);
    g_array_unref(marker->spots);
    g_ptr_array_unref(marker->made);
    g_hash_table_unref(marker->throughout);
    g_hash_table_unref(marker->subjects);
    g_free(marker);
}

static void add_mention(SamsokProjectMarker *marker, const SamsokProjectCase *one, guint start,
                        guint end, const char *rule)
{
    const SamsokMentionRecord mention = {
        .concept = one->concept.id,
        .label = one->concept.label,
        .start = start,
        .end = end,
        .matched = one->concept.label,
        .rule = rule,
    };
    g_ptr_array_add(marker->made, samsok_mention_record_new(&mention));
}

/* The case that `text` speaks of at a spot; NULL where it is another of that name. */
static const SamsokProjectCase *case_at(const SamsokProjectMarker *marker, const char *text,
                                        const SamsokProjectSpot *spot)
{
    const Name *name = &g_array_index(marker->names, Name, spot->name);
    const SamsokProjectCase *one = name->one;
    if (!name->is_bare && !one->has_namesakes) {
        return one;
    }
    bool is_bare_here = false;
    for (guint i = 0; i < one->bare_in->len && !is_bare_here; i++) {
        is_bare_here = strcmp(g_ptr_array_index(one->bare_in, i), marker->report) == 0;
    }
    bool is_placed = samsok_project_is_placed(g_utf8_offset_to_pointer(text, spot->end));
    return !is_placed && is_bare_here == name->is_bare ? one : NULL;
}

/* A case that a heading names is named throughout what stands below it; one of a lead-in, in its list. */
static void mark_heading(SamsokProjectMarker *marker, const char *heading, const char *rule)
{
    g_array_set_size(marker->spots, 0);
    samsok_project_spotter_find(marker->spotter, heading, marker->spots);
    for (guint i = 0; i < marker->spots->len; i++) {
        const SamsokProjectCase *one =
            case_at(marker, heading, &g_array_index(marker->spots, SamsokProjectSpot, i));
        if (one != NULL && g_hash_table_add(marker->throughout, (gpointer)one)) {
            add_mention(marker, one, 0, 0, rule);
        }
    }
}

/* What a point does not say itself: its lead-in, and else what its report is about. */
static void mark_point(SamsokProjectMarker *marker, const SamsokPassageRecord *point)
{
    mark_heading(marker, point->point.lead_in, "lead-in");
    const SamsokProjectCase *subject = g_hash_table_lookup(marker->subjects, point->report);
    if (subject != NULL && marker->made->len == 0) {
        add_mention(marker, subject, 0, 0, "report");
    }
}

/* The mentions of an unpacked passage are part of it. Those put in their place are freed one by one, as the
 * added ones have to be. */
static void join_mentions(const SamsokProjectMarker *marker, SamsokPassageRecord *passage)
{
    GPtrArray *mentions = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        g_ptr_array_add(mentions, samsok_mention_record_new(mention));
    }
    g_ptr_array_extend_and_steal(mentions, g_ptr_array_ref(marker->made));
    g_ptr_array_unref(passage->mentions);
    passage->mentions = mentions;
}

bool samsok_project_marker_mark(SamsokProjectMarker *marker, const char *title,
                                SamsokPassageRecord *passage)
{
    marker->report = passage->report;
    g_hash_table_remove_all(marker->throughout);
    g_ptr_array_set_size(marker->made, 0);
    mark_heading(marker, title, "structure");
    for (guint i = 0; passage->section_titles[i] != NULL; i++) {
        mark_heading(marker, passage->section_titles[i], "structure");
    }
    g_array_set_size(marker->spots, 0);
    samsok_project_spotter_find(marker->spotter, passage->text, marker->spots);
    for (guint i = 0; i < marker->spots->len; i++) {
        const SamsokProjectSpot *spot = &g_array_index(marker->spots, SamsokProjectSpot, i);
        const SamsokProjectCase *one = case_at(marker, passage->text, spot);
        if (one != NULL) {
            add_mention(marker, one, spot->start, spot->end, "name");
        }
    }
    if (*passage->point.kind != '\0') {
        mark_point(marker, passage);
    }
    bool speaks = marker->made->len > 0;
    if (speaks) {
        join_mentions(marker, passage);
    }
    return speaks;
}
