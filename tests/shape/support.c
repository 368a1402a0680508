/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes runs of a table. */
#include "config.h"

#include "tests/shape/support.h"

#include <string.h>

#include "core/shape/shape.h"

SamsokRuns *test_runs(const TestRun *table)
{
    SamsokRuns *runs = samsok_runs_new();
    for (; table->kind != 0; table++) {
        SamsokRun run = {
            .kind = table->kind,
            .flags = table->flags,
            .level = table->level,
            .page = table->page,
            .line = table->line,
            .text = table->text,
            .text_len = table->text == NULL ? 0 : strlen(table->text),
            .name = table->name,
            .name_len = table->name == NULL ? 0 : strlen(table->name),
            .font_size = table->font_size,
        };
        g_autoptr(GError) error = NULL;
        samsok_runs_append(runs, &run, &error);
        g_assert_no_error(error);
    }
    return runs;
}

SamsokDocument *test_shape(const TestRun *table)
{
    g_autoptr(SamsokRuns) runs = test_runs(table);
    SamsokShapeOptions options = {0};
    return samsok_shape(runs, &options);
}

char *test_words(guint count)
{
    GString *text = g_string_new(NULL);
    for (guint i = 1; i <= count; i++) {
        bool starts = i % 10 == 1;
        bool ends = i % 10 == 0 || i == count;
        g_string_append_printf(text, "%s%s%u%s", i > 1 ? " " : "", starts ? "Ord" : "ord", i,
                               ends ? "." : "");
    }
    return g_string_free(text, FALSE);
}
