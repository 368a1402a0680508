/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs and drafts for the tests of the lines stage. */
#include "config.h"

#include "tests/shape/fixture.h"

#include <string.h>

static void append(SamsokRuns *runs, const SamsokRun *run)
{
    g_autoptr(GError) error = NULL;
    gboolean ok = samsok_runs_append(runs, run, &error);
    g_assert_true(ok);
}

SamsokRuns *fixture_runs_from_text(const char *text)
{
    SamsokRuns *runs = samsok_runs_new();
    guint line = 0;
    while (*text != '\0') {
        const char *end = strchr(text, '\n');
        gsize len = end == NULL ? strlen(text) : (gsize)(end - text);
        SamsokRun run = {.kind = SAMSOK_RUN_LINE, .line = ++line, .text = text, .text_len = len};
        append(runs, &run);
        text += len + (end == NULL ? 0 : 1);
    }
    return runs;
}

static void append_placed(SamsokRuns *runs, const char *line)
{
    g_auto(GStrv) parts = g_strsplit(line, " ", 7);
    if (g_strv_length(parts) == 3 && strcmp(parts[0], "page") == 0) {
        SamsokRun page = {.kind = SAMSOK_RUN_PAGE,
                          .page = samsok_runs_page_count(runs) + 1,
                          .width = g_ascii_strtod(parts[1], NULL),
                          .height = g_ascii_strtod(parts[2], NULL)};
        append(runs, &page);
        return;
    }
    g_assert_cmpuint(g_strv_length(parts), ==, 7);
    SamsokRun run = {.kind = SAMSOK_RUN_LINE,
                     .page = samsok_runs_page_count(runs),
                     .x = g_ascii_strtod(parts[0], NULL),
                     .y = g_ascii_strtod(parts[1], NULL),
                     .width = g_ascii_strtod(parts[2], NULL),
                     .height = g_ascii_strtod(parts[3], NULL),
                     .font_size = g_ascii_strtod(parts[4], NULL),
                     .flags = strcmp(parts[5], "b") == 0 ? SAMSOK_RUN_BOLD : 0,
                     .text = parts[6],
                     .text_len = strlen(parts[6])};
    append(runs, &run);
}

SamsokRuns *fixture_runs_from_layout(const char *description)
{
    SamsokRuns *runs = samsok_runs_new();
    g_auto(GStrv) lines = g_strsplit(description, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        if (*lines[i] != '\0' && *lines[i] != '#') {
            append_placed(runs, lines[i]);
        }
    }
    return runs;
}

static const char *or_empty(const char *text)
{
    return text == NULL ? "" : text;
}

char *fixture_dump(const SamsokDraft *draft)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        g_string_append_printf(out, "%s%s", samsok_block_kind_name(block->kind), block->is_table_head ? "*" : "");
        if (block->level > 0) {
            g_string_append_printf(out, " %u", block->level);
        }
        if (block->place.page_first > 0) {
            g_string_append_printf(out, " p%u-%u", block->place.page_first, block->place.page_last);
        }
        if (block->place.line_first > 0) {
            g_string_append_printf(out, " l%u-%u", block->place.line_first, block->place.line_last);
        }
        g_string_append_printf(out, " <%s%s> %s\n", or_empty(block->number), or_empty(block->marker),
                               or_empty(block->text));
    }
    return g_string_free(out, FALSE);
}

char *fixture_shape_text(const char *text)
{
    g_autoptr(SamsokRuns) runs = fixture_runs_from_text(text);
    SamsokShapeOptions options = {.file_name = "test.txt"};
    g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
    samsok_shape_lines(draft);
    return fixture_dump(draft);
}

char *fixture_sample(const char *name)
{
    g_autofree char *path = g_build_filename(SAMSOK_TEST_DATA, "shape", name, NULL);
    char *text = NULL;
    gboolean ok = g_file_get_contents(path, &text, NULL, NULL);
    g_assert_true(ok);
    return text;
}

char *fixture_shared(const char *path)
{
    const char *shared = g_getenv("SAMSOK_SHARED");
    g_autofree char *whole = g_build_filename(shared == NULL ? "../shared" : shared, path, NULL);
    char *text = NULL;
    return g_file_get_contents(whole, &text, NULL, NULL) ? text : NULL;
}
