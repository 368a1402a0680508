/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the looks of headings. */
#include "config.h"

#include "core/shape/looks.h"

#include "core/shape/marker.h"

/* Larger than the text by this share; sizes nearer than `size_tolerance` points are one. */
static const double large_share = 1.08;
static const double size_tolerance = 0.6;
static const double visible_gap = 0.3;
enum { MAX_SIZES = 32, MAX_WORDS = 28, MAX_BOLD_WORDS = 14, MAX_ROWS = 4, MAX_DEPTH = 6 };
/* So many bold rows that stand alone make bold a look of headings. */
enum { MIN_BOLD = 2 };
/* Below this share of bold letters, bold is for emphasis and headings. */
static const double max_bold_share = 0.4;

typedef struct {
    double size;
    guint count;
    guint inner;                /* of these, behind the front pages */
    guint depths[MAX_DEPTH + 1]; /* how many are numbered to that depth; 0: without number */
} SizeUse;

typedef struct {
    SizeUse uses[MAX_SIZES];
    guint count;
} Sizes;

/* The title page and what stands on its back. */
enum { FRONT_PAGES = 1 };

static bool is_short(const SamsokGroups *groups, const SamsokGroup *group, guint max_words, bool may_lead_in)
{
    const SamsokLine *last = samsok_group_last(groups, group);
    gunichar c = samsok_line_last_char(last->text, last->len);
    guint words = samsok_group_words(groups, group, max_words + 1);
    return words > 0 && words <= max_words && samsok_group_rows(groups, group, MAX_ROWS + 1) <= MAX_ROWS &&
           c != '.' && c != ',' && c != ';' && (c != ':' || may_lead_in);
}

static bool is_open(const SamsokGroups *groups, const SamsokGroup *group)
{
    return !samsok_group_first(groups, group)->is_settled &&
           (group->kind == SAMSOK_BLOCK_PARAGRAPH || group->kind == SAMSOK_BLOCK_LIST_ITEM);
}

static bool is_large(const SamsokGroups *groups, const SamsokGroup *group, const SamsokLayout *layout)
{
    const SamsokLine *line = samsok_group_first(groups, group);
    return layout->body_size > 0.0 && line->size >= large_share * layout->body_size &&
           is_short(groups, group, MAX_WORDS, true);
}

static bool has_letters(const SamsokLine *line)
{
    for (const char *p = line->text; p < line->text + line->len; p = g_utf8_next_char(p)) {
        if (g_unichar_isalpha(g_utf8_get_char(p))) {
            return true;
        }
    }
    return false;
}

static bool is_bold_heading(const SamsokGroups *groups, const SamsokGroup *group)
{
    const SamsokLine *line = samsok_group_first(groups, group);
    const SamsokLine *last = samsok_group_last(groups, group);
    bool stands_free = line->gap > visible_gap || line->starts_page || line->starts_column;
    return line->is_bold && last->is_bold && stands_free && !line->is_label && group->kind == SAMSOK_BLOCK_PARAGRAPH &&
           has_letters(line) && is_short(groups, group, MAX_BOLD_WORDS, false);
}

static SizeUse *use_of(Sizes *sizes, double size)
{
    for (guint i = 0; i < sizes->count; i++) {
        if (ABS(sizes->uses[i].size - size) <= size_tolerance) {
            return &sizes->uses[i];
        }
    }
    if (sizes->count == MAX_SIZES) {
        return NULL;
    }
    sizes->uses[sizes->count] = (SizeUse){.size = size};
    return &sizes->uses[sizes->count++];
}

static void count_use(Sizes *sizes, const SamsokLine *line)
{
    SizeUse *use = use_of(sizes, line->size);
    if (use == NULL) {
        return;
    }
    SamsokNumber number;
    bool is_numbered = samsok_number_read(line->text, line->len, &number) && !number.is_word;
    use->count++;
    use->inner += line->page > FRONT_PAGES ? 1 : 0;
    use->depths[is_numbered ? MIN(number.depth, MAX_DEPTH) : 0]++;
}

static gint by_size_down(gconstpointer a, gconstpointer b)
{
    double left = ((const SizeUse *)a)->size;
    double right = ((const SizeUse *)b)->size;
    return left > right ? -1 : left < right ? 1 : 0;
}

/* The depth most numbered headings of this size have; 0 if none is numbered. */
static guint usual_depth(const SizeUse *use)
{
    guint best = 0;
    for (guint depth = 1; depth <= MAX_DEPTH; depth++) {
        if (use->depths[depth] > 0 && (best == 0 || use->depths[depth] > use->depths[best])) {
            best = depth;
        }
    }
    return best;
}

static void set_levels(SamsokLooks *looks, Sizes *sizes)
{
    qsort(sizes->uses, sizes->count, sizeof *sizes->uses, by_size_down);
    guint level = 0;
    for (guint i = 0; i < sizes->count && looks->count < SAMSOK_MAX_LEVEL; i++) {
        const SizeUse *use = &sizes->uses[i];
        guint depth = usual_depth(use);
        bool is_title = depth == 0 && use->inner == 0; /* set on the title page only */
        if (!is_title) {
            level = depth > 0 ? depth : level + 1;
        }
        looks->sizes[looks->count] = use->size;
        looks->levels[looks->count] = is_title ? 1 : MIN(level, SAMSOK_MAX_LEVEL);
        looks->count++;
    }
    looks->bold_level = looks->bold_level > 0 ? MIN(level + 1, SAMSOK_MAX_LEVEL) : 0;
}

void samsok_looks_measure(const SamsokGroups *groups, const SamsokLayout *layout, SamsokLooks *out)
{
    *out = (SamsokLooks){.count = 0};
    if (!layout->has_geometry) {
        return;
    }
    Sizes sizes = {.count = 0};
    guint bold_rows = 0;
    guint bold_bytes = 0;
    guint bytes = 0;
    for (guint i = 0; i < samsok_groups_len(groups); i++) {
        const SamsokGroup *group = samsok_groups_at(groups, i);
        const SamsokLine *line = samsok_group_first(groups, group);
        bytes += line->len;
        bold_bytes += line->is_bold ? line->len : 0;
        if (!is_open(groups, group) || !has_letters(line)) {
            continue;
        }
        if (is_large(groups, group, layout)) {
            count_use(&sizes, line);
        } else if (is_bold_heading(groups, group)) {
            bold_rows++;
        }
    }
    out->bold_level = bold_rows >= MIN_BOLD && bold_bytes < max_bold_share * bytes ? 1 : 0;
    set_levels(out, &sizes);
}

guint samsok_looks_level(const SamsokLooks *looks, const SamsokGroups *groups, const SamsokGroup *group,
                         const SamsokLayout *layout)
{
    const SamsokLine *line = samsok_group_first(groups, group);
    if (!has_letters(line)) {
        return 0;
    }
    if (is_large(groups, group, layout)) {
        for (guint i = 0; i < looks->count; i++) {
            if (ABS(looks->sizes[i] - line->size) <= size_tolerance) {
                return looks->levels[i];
            }
        }
        return 0;
    }
    return is_bold_heading(groups, group) ? looks->bold_level : 0;
}

bool samsok_looks_tell(const SamsokLooks *looks)
{
    return looks->count > 0 || looks->bold_level > 0;
}
