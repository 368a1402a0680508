/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a run did and the index's status for a terminal. */
#include "config.h"

#include "tools/text.h"

#include <stdio.h>
#include <string.h>

#include "tools/command.h"

#define COUNT G_GUINT64_FORMAT

/* "retag       PASSAGE: +gained -lost" */
static void print_changes(const SamsokRunReport *run)
{
    for (guint i = 0; i < run->tag_changes->len; i++) {
        const SamsokTagChange *change = g_ptr_array_index(run->tag_changes, i);
        printf("%-11s %s:", "retag", change->passage);
        const char *const ids[] = {change->gained, change->lost};
        for (guint side = 0; side < G_N_ELEMENTS(ids); side++) {
            g_auto(GStrv) each = g_strsplit(ids[side], " ", -1);
            for (guint j = 0; each[j] != NULL; j++) {
                if (*each[j] != '\0') {
                    printf(" %c%s", side == 0 ? '+' : '-', each[j]);
                }
            }
        }
        putchar('\n');
    }
}

void samsok_text_run(const SamsokRunReport *run, bool dry_run)
{
    print_changes(run);
    printf("%s%" COUNT " file%s seen: %" COUNT " %s, %" COUNT " unchanged", dry_run ? "Dry run: " : "",
           run->seen, samsok_cli_plural(run->seen), run->indexed, dry_run ? "to index" : "indexed",
           run->unchanged);
    const struct {
        uint64_t count;
        const char *name;
    } rest[] = {
        {run->moved, "moved"},     {run->removed, "removed"}, {run->failed, "failed"},
        {run->skipped, "skipped (--dry-run names them)"}, {run->quarantined, "quarantined (--retry tries them again)"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rest); i++) {
        if (rest[i].count > 0) {
            printf(", %" COUNT " %s", rest[i].count, rest[i].name);
        }
    }
    if (run->retagged > 0) {
        printf(".\n%" COUNT " passage%s %s by the vocabulary", run->retagged,
               samsok_cli_plural(run->retagged), dry_run ? "to tag otherwise" : "tagged otherwise");
    }
    if (run->retagged > 0 && dry_run) {
        printf("; %" COUNT " of them gaining or losing a concept", run->concept_changes);
        if (run->concept_changes > run->tag_changes->len) {
            printf(", the first %u are named", run->tag_changes->len);
        }
    }
    printf(".\nThe index holds %" COUNT " report%s with %" COUNT " passage%s%s%s", run->reports,
           samsok_cli_plural(run->reports), run->passages, samsok_cli_plural(run->passages),
           *run->vocabulary == '\0' ? "" : ", tagged with ", run->vocabulary);
    if (*run->next_vocabulary != '\0') {
        bool same_name = strcmp(run->vocabulary, run->next_vocabulary) == 0;
        printf("; this run would tag it with %s%s", run->next_vocabulary,
               same_name ? " as it is now" : "");
    }
    printf(".\n");
}

/* In one line, or in one for each shard where they differ. */
static void print_versions(const SamsokStatusInfo *status)
{
    for (guint i = 0; i < MAX(status->shards->len, 1); i++) {
        const SamsokShardVersions *shard =
            status->shards->len == 0 ? &status->versions : g_ptr_array_index(status->shards, i);
        printf("versions    schema %u, shape %u, analyser %u, tagger %u", shard->schema, shard->shape,
               shard->analyser, shard->tagger);
        if (status->shards->len > 0) {
            printf(" (shard %u of the stub)", i + 1);
        }
        putchar('\n');
    }
}

void samsok_text_status(const char *dir, const SamsokStatusInfo *status)
{
    g_autofree char *path = samsok_cli_shown_path(dir);
    bool has_generations = *status->generation != '\0'; /* a stub has none of its own */
    printf("index       %s%s%s%s\n", path, has_generations ? " (" : "", status->generation,
           has_generations ? ")" : "");
    print_versions(status);
    printf("holds       %" COUNT " report%s with %" COUNT " passage%s\n", status->reports,
           samsok_cli_plural(status->reports), status->passages, samsok_cli_plural(status->passages));
    printf("vocabulary  %s%s\n", *status->vocabulary == '\0' ? "none" : status->vocabulary,
           *status->vocabulary != '\0' && *status->digest == '\0' ? " (not all passages)" : "");
    printf("last run    %s\n", *status->last_run == '\0' ? "never ended" : status->last_run);
    if (status->stale > 0) {
        printf("stale       %" COUNT " report%s whose newest file could not be read\n", status->stale,
               samsok_cli_plural(status->stale));
    }
    if (status->is_outdated) {
        printf("outdated    made by another version of samsok: %s\n", samsok_cli_update_advice(dir));
    }
    if (status->headwords == 0) {
        printf("words       no Norwegian dictionary (Debian: hunspell-no): words are found by their stems "
               "alone, without compound parts and irregular forms\n");
    }
    for (guint i = 0; i < status->quarantine->len; i++) {
        g_autofree char *line = samsok_cli_printable(g_ptr_array_index(status->quarantine, i));
        printf("quarantined %s\n", line);
    }
}
