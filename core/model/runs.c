/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks runs at the border and keeps them in one chunk of memory. */
#include "config.h"

#include "core/model/runs.h"

#include <math.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"

G_STATIC_ASSERT(SAMSOK_MAX_RUN_BYTES == SAMSOK_RUN_MAX_BYTES);

/* One block of the chunk; a report has some hundred kilobytes of text. */
enum { CHUNK_BYTES = 64 << 10 };

struct _SamsokRuns {
    GArray *runs;        /* of SamsokRun */
    GStringChunk *chunk; /* their text and names */
    gsize text_bytes;
    guint page_count;
    uint32_t last_page;
};

SamsokRuns *samsok_runs_new(void)
{
    SamsokRuns *runs = g_new0(SamsokRuns, 1);
    runs->runs = g_array_new(FALSE, FALSE, sizeof(SamsokRun));
    runs->chunk = g_string_chunk_new(CHUNK_BYTES);
    return runs;
}

void samsok_runs_free(SamsokRuns *runs)
{
    if (runs == NULL) {
        return;
    }
    g_array_unref(runs->runs);
    g_string_chunk_free(runs->chunk);
    g_free(runs);
}

static gboolean refuse(GError **error, SamsokErrorCode code, const char *reason)
{
    g_set_error_literal(error, SAMSOK_ERROR, (int)code, reason);
    return FALSE;
}

static bool is_known_kind(uint32_t kind)
{
    return kind >= SAMSOK_RUN_META && kind <= SAMSOK_RUN_CONTENTS;
}

static bool is_finite_run(const SamsokRun *run)
{
    return isfinite(run->x) && isfinite(run->y) && isfinite(run->width) && isfinite(run->height) &&
           isfinite(run->font_size);
}

static gboolean check_place(const SamsokRuns *runs, const SamsokRun *run, GError **error)
{
    if (run->kind == SAMSOK_RUN_PAGE && run->page != runs->page_count + 1) {
        return refuse(error, SAMSOK_ERROR_PLUGIN, "the plugin gives its pages out of order");
    }
    if (run->kind == SAMSOK_RUN_PAGE && runs->page_count >= SAMSOK_MAX_PAGES) {
        return refuse(error, SAMSOK_ERROR_LIMIT, "has more pages than the limit");
    }
    bool on_page = run->kind != SAMSOK_RUN_META && run->kind != SAMSOK_RUN_OUTLINE &&
                   run->kind != SAMSOK_RUN_WARNING && run->kind != SAMSOK_RUN_PAGE;
    if (on_page && (run->page > runs->page_count || run->page < runs->last_page)) {
        return refuse(error, SAMSOK_ERROR_PLUGIN, "the plugin gives a run on a page it has not opened");
    }
    return TRUE;
}

static gboolean check(const SamsokRuns *runs, const SamsokRun *run, GError **error)
{
    if (run->text_len > SAMSOK_MAX_RUN_BYTES || run->name_len > SAMSOK_MAX_RUN_BYTES) {
        return refuse(error, SAMSOK_ERROR_PLUGIN, "the plugin gives a run longer than the interface allows");
    }
    if (runs->runs->len >= SAMSOK_MAX_RUNS) {
        return refuse(error, SAMSOK_ERROR_LIMIT, "has more lines than the limit");
    }
    if (!is_finite_run(run)) {
        return refuse(error, SAMSOK_ERROR_PLUGIN, "the plugin gives a place that is not a number");
    }
    return check_place(runs, run, error);
}

/* A string on its way in: clean, either the plugin's own bytes or a copy of them. */
typedef struct {
    const char *bytes;
    size_t len;
    char *copy; /* NULL while the plugin's bytes are clean as they are */
} Incoming;

static Incoming incoming(const char *bytes, size_t len)
{
    Incoming in = {.bytes = bytes, .len = len};
    if (len > 0 && !samsok_text_is_clean(bytes, len)) {
        in.copy = samsok_text_clean(bytes, len, &in.len);
        in.bytes = in.copy;
    }
    return in;
}

static const char *keep(SamsokRuns *runs, const Incoming *in)
{
    return in->len == 0 ? "" : g_string_chunk_insert_len(runs->chunk, in->bytes, (gssize)in->len);
}

/* Takes in a run that has passed the checks. Cleaning may lengthen a text threefold (each invalid
 * byte becomes U+FFFD), so its length counts only now. */
static gboolean take(SamsokRuns *runs, const SamsokRun *run, const Incoming *text,
                     const Incoming *name, GError **error)
{
    if (runs->text_bytes + text->len + name->len > SAMSOK_MAX_TEXT_BYTES) {
        return refuse(error, SAMSOK_ERROR_LIMIT, "has more text than the limit of 64 MiB");
    }
    SamsokRun copy = *run;
    copy.struct_size = (uint32_t)sizeof(SamsokRun);
    copy.level = MIN(run->level, SAMSOK_MAX_LEVEL);
    copy.text = keep(runs, text);
    copy.text_len = text->len;
    copy.name = keep(runs, name);
    copy.name_len = name->len;
    g_array_append_val(runs->runs, copy);
    runs->text_bytes += copy.text_len + copy.name_len;
    if (run->kind == SAMSOK_RUN_PAGE) {
        runs->page_count++;
        runs->last_page = run->page;
    }
    return TRUE;
}

gboolean samsok_runs_append(SamsokRuns *runs, const SamsokRun *run, GError **error)
{
    if (!is_known_kind(run->kind)) {
        return TRUE;
    }
    if (!check(runs, run, error)) {
        return FALSE;
    }
    Incoming text = incoming(run->text, run->text_len);
    Incoming name = incoming(run->name, run->name_len);
    gboolean taken = take(runs, run, &text, &name, error);
    g_free(text.copy);
    g_free(name.copy);
    return taken;
}

guint samsok_runs_len(const SamsokRuns *runs)
{
    return runs->runs->len;
}

const SamsokRun *samsok_runs_at(const SamsokRuns *runs, guint index)
{
    g_assert(index < runs->runs->len);
    return &g_array_index(runs->runs, SamsokRun, index);
}

guint samsok_runs_page_count(const SamsokRuns *runs)
{
    return runs->page_count;
}

gsize samsok_runs_text_bytes(const SamsokRuns *runs)
{
    return runs->text_bytes;
}
