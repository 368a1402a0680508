/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through a document's blocks and collects what they cite. */
#include "config.h"

#include "core/insight/references.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/concepts/tagger.h"
#include "core/insight/references-private.h"

/* ---- References --------------------------------------------------------------------------------- */

static const char *const form_names[] = {
#define X(form, name) [SAMSOK_REFERENCE_##form] = name,
    SAMSOK_REFERENCE_FORM_LIST(X)
#undef X
};

const char *samsok_reference_form_name(SamsokReferenceForm form)
{
    return form_names[form];
}

SamsokReferenceForm samsok_reference_form_from_name(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(form_names); i++) {
        if (strcmp(form_names[i], name) == 0) {
            return (SamsokReferenceForm)i;
        }
    }
    return SAMSOK_REFERENCE_MENTION;
}

void samsok_reference_free(SamsokReference *reference)
{
    if (reference == NULL) {
        return;
    }
    g_free(reference->text);
    g_free(reference->series);
    g_free(reference->number);
    g_free(reference->author);
    g_free(reference->title);
    g_free(reference->chapter);
    g_free(reference->page);
    g_free(reference);
}

static void free_reference(gpointer reference)
{
    samsok_reference_free(reference);
}

static void clear_found(gpointer data)
{
    SamsokFoundReference *found = data;
    samsok_reference_free(found->reference);
}

/* ---- The finder --------------------------------------------------------------------------------- */

static gpointer compile_patterns(gpointer data)
{
    (void)data;
    GRegex **patterns = g_new(GRegex *, SAMSOK_PATTERN_COUNT);
    for (guint i = 0; i < SAMSOK_PATTERN_COUNT; i++) {
        const SamsokReferencePatternText *pattern = &samsok_reference_patterns[i];
        /* The patterns are ours: one that does not compile is our own mistake. */
        g_autoptr(GError) error = NULL;
        patterns[i] = g_regex_new(pattern->text, pattern->flags | G_REGEX_OPTIMIZE, 0, &error);
        g_assert_no_error(error);
    }
    return patterns;
}

/* Compiled when first asked for and kept until the program ends: a run makes a finder for each file.
 * Compiled patterns may be used by several threads. */
static GRegex *const *patterns_shared(void)
{
    static GOnce once = G_ONCE_INIT;
    return g_once(&once, compile_patterns, NULL);
}

SamsokReferenceFinder *samsok_reference_finder_new(void)
{
    SamsokReferenceFinder *finder = g_new0(SamsokReferenceFinder, 1);
    finder->patterns = patterns_shared();
    finder->found = g_array_new(FALSE, TRUE, sizeof(SamsokFoundReference));
    g_array_set_clear_func(finder->found, clear_found);
    return finder;
}

void samsok_reference_finder_free(SamsokReferenceFinder *finder)
{
    if (finder == NULL) {
        return;
    }
    g_array_unref(finder->found);
    g_free(finder);
}

GMatchInfo *samsok_reference_match(const SamsokReferenceFinder *finder, SamsokReferencePattern pattern,
                                   const char *text, gsize from)
{
    GMatchInfo *info = NULL;
    if (!g_regex_match_full(finder->patterns[pattern], text, -1, (gint)from, 0, &info, NULL)) {
        g_clear_pointer(&info, g_match_info_unref);
    }
    return info;
}

char *samsok_reference_group(const GMatchInfo *info, const char *name)
{
    char *value = g_match_info_fetch_named(info, name);
    return value == NULL ? g_strdup("") : value;
}

void samsok_reference_take(char **member, char *value)
{
    g_free(*member);
    *member = value;
}

guint samsok_reference_year(const char *text)
{
    return (guint)g_ascii_strtoull(text, NULL, 10);
}

SamsokReference *samsok_reference_add(SamsokReferenceFinder *finder, SamsokReferenceForm form,
                                      gsize start, gsize end, bool is_weak)
{
    SamsokReference *reference = g_new0(SamsokReference, 1);
    reference->form = form;
    reference->start_byte = (guint)start;
    reference->end_byte = (guint)end;
    char **const members[] = {&reference->text,  &reference->series,  &reference->number, &reference->author,
                              &reference->title, &reference->chapter, &reference->page};
    for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
        *members[i] = g_strdup("");
    }
    SamsokFoundReference found = {.reference = reference, .is_weak = is_weak};
    g_array_append_val(finder->found, found);
    return reference;
}

/* ---- Blocks -------------------------------------------------------------------------------------- */

bool samsok_reference_has_any(const char *text, const char *const *signs)
{
    for (; *signs != NULL; signs++) {
        if (strstr(text, *signs) != NULL) {
            return true;
        }
    }
    return false;
}

static void find_in_text(SamsokReferenceFinder *finder, const char *text, bool is_heading, bool is_entry)
{
    g_array_set_size(finder->found, 0);
    samsok_reference_find_numbers(finder, text);
    samsok_reference_find_titles(finder, text, is_heading);
    if (!is_heading) {
        samsok_reference_find_authors(finder, text);
        samsok_reference_find_mentions(finder, text);
    }
    samsok_reference_merge(finder, text);
    if (is_entry) {
        samsok_reference_take_entry(finder, text);
    }
}

/* The page and line of a reference, as nearly as those of the block tell. */
static SamsokPlace place_of(const SamsokBlock *block, const SamsokReference *reference)
{
    SamsokPlace place = block->place;
    place.line_first = samsok_block_line(block, reference->start_byte);
    place.line_last = samsok_block_line(block, reference->end_byte - 1);
    return place;
}

/* Hands what the block holds over to `out`. */
static void take_found(SamsokReferenceFinder *finder, const SamsokBlock *block, guint index, GPtrArray *out)
{
    for (guint i = 0; i < finder->found->len && out->len < SAMSOK_MAX_REFERENCES; i++) {
        SamsokFoundReference *found = &g_array_index(finder->found, SamsokFoundReference, i);
        SamsokReference *reference = g_steal_pointer(&found->reference);
        g_autofree char *raw =
            g_strndup(block->text + reference->start_byte, reference->end_byte - reference->start_byte);
        samsok_reference_take(&reference->text, samsok_text_squeeze(raw));
        reference->block = index;
        reference->start = (guint)g_utf8_strlen(block->text, reference->start_byte);
        reference->end = reference->start + (guint)g_utf8_strlen(raw, -1);
        reference->place = place_of(block, reference);
        g_ptr_array_add(out, reference);
    }
    g_array_set_size(finder->found, 0);
}

static bool is_in_list(const SamsokDocument *document, const SamsokBlock *block)
{
    return block->section != SAMSOK_NONE && block->kind != SAMSOK_BLOCK_HEADING &&
           samsok_document_section(document, block->section)->kind == SAMSOK_SECTION_REFERENCES;
}

GPtrArray *samsok_reference_finder_document(SamsokReferenceFinder *finder,
                                            const SamsokDocument *document)
{
    GPtrArray *out = g_ptr_array_new_with_free_func(free_reference);
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        if (block->kind == SAMSOK_BLOCK_CONTENTS || block->kind == SAMSOK_BLOCK_FURNITURE) {
            continue;
        }
        find_in_text(finder, block->text, block->kind == SAMSOK_BLOCK_HEADING, is_in_list(document, block));
        take_found(finder, block, i, out);
    }
    return out;
}

GPtrArray *samsok_reference_finder_text(SamsokReferenceFinder *finder, const char *text,
                                        SamsokCitingText kind)
{
    GPtrArray *out = g_ptr_array_new_with_free_func(free_reference);
    SamsokBlock block = {.kind = SAMSOK_BLOCK_PARAGRAPH, .text = text};
    find_in_text(finder, text, kind == SAMSOK_CITING_HEADING, kind == SAMSOK_CITING_ENTRY);
    take_found(finder, &block, 0, out);
    return out;
}
