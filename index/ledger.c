/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of files, verdicts and sources: before, after, and the difference. */
#include "config.h"

#include "index/ledger.h"

#include <string.h>

struct _SamsokLedger {
    const SamsokKnown *known;
    const SamsokPlan *plan;
    GHashTable *files;    /* path → SamsokKnownFile *, both lent: to be known afterwards */
    GHashTable *contents; /* set of char *: what verdicts on them are about */
    GHashTable *verdicts; /* content → SamsokVerdict *, new ones */
};

static void free_verdict(gpointer data)
{
    samsok_verdict_free(data);
}

static void keep(SamsokLedger *ledger, const SamsokKnownFile *file)
{
    g_hash_table_replace(ledger->files, (gpointer)file->path, g_memdup2(file, sizeof *file));
    g_hash_table_add(ledger->contents, samsok_verdict_content(file->sha256, file->path));
}

static bool is_below_any(const GPtrArray *folders, const char *path)
{
    for (guint i = 0; i < folders->len; i++) {
        if (samsok_path_is_under(path, g_ptr_array_index(folders, i))) {
            return true;
        }
    }
    return false;
}

/* Files that this run did not look at, or could not, stay known. */
static void keep_files_not_seen(SamsokLedger *ledger)
{
    const SamsokWalk *walk = ledger->plan->input.walk;
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, ledger->known->files);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const SamsokKnownFile *file = value;
        if (!is_below_any(walk->sources, file->path) || is_below_any(walk->unknown, file->path)) {
            keep(ledger, file);
        }
    }
}

SamsokLedger *samsok_ledger_new(const SamsokKnown *known, const SamsokPlan *plan)
{
    SamsokLedger *ledger = g_new0(SamsokLedger, 1);
    ledger->known = known;
    ledger->plan = plan;
    ledger->files = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    ledger->contents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ledger->verdicts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_verdict);
    keep_files_not_seen(ledger);
    return ledger;
}

void samsok_ledger_free(SamsokLedger *ledger)
{
    if (ledger == NULL) {
        return;
    }
    g_hash_table_unref(ledger->files);
    g_hash_table_unref(ledger->contents);
    g_hash_table_unref(ledger->verdicts);
    g_free(ledger);
}

void samsok_ledger_note_file(SamsokLedger *ledger, const SamsokPlanItem *item)
{
    if (item->sha256 == NULL) {
        return;
    }
    SamsokKnownFile file = {.path = item->found->path, .stamp = item->stamp, .sha256 = item->sha256};
    keep(ledger, &file);
}

void samsok_ledger_forget_file(SamsokLedger *ledger, const SamsokPlanItem *item)
{
    g_hash_table_remove(ledger->files, item->found->path);
}

const SamsokVerdict *samsok_ledger_verdict(const SamsokLedger *ledger, const SamsokPlanItem *item)
{
    g_autofree char *content = samsok_verdict_content(item->sha256, item->found->path);
    return g_hash_table_lookup(ledger->verdicts, content);
}

void samsok_ledger_take_verdict(SamsokLedger *ledger, SamsokVerdict *verdict)
{
    g_hash_table_replace(ledger->verdicts, verdict->content, verdict);
}

static bool is_same_file(const SamsokKnownFile *a, const SamsokKnownFile *b)
{
    return a != NULL && b != NULL && samsok_stamp_equal(&a->stamp, &b->stamp) &&
           strcmp(a->sha256, b->sha256) == 0;
}

/* A key with its value; "" removes it. Writes nothing when there is no writer, but says that it
 * would: that is how samsok_ledger_is_clean looks. */
typedef struct {
    SamsokWriter *writer;
    guint count;
} Sink;

static gboolean put(Sink *sink, const char *key, const char *value, GError **error)
{
    sink->count++;
    return sink->writer == NULL || samsok_writer_set_metadata(sink->writer, key, value, error);
}

static gboolean put_files(const SamsokLedger *ledger, Sink *sink, bool is_fresh, GError **error)
{
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, ledger->files);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const SamsokKnownFile *file = value;
        if (!is_fresh && is_same_file(file, g_hash_table_lookup(ledger->known->files, file->path))) {
            continue;
        }
        g_autofree char *key = samsok_known_file_key(file->path);
        g_autofree char *text = samsok_known_file_value(file);
        if (!put(sink, key, text, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean drop_files(const SamsokLedger *ledger, Sink *sink, GError **error)
{
    GHashTableIter iter;
    gpointer path = NULL;
    g_hash_table_iter_init(&iter, ledger->known->files);
    while (g_hash_table_iter_next(&iter, &path, NULL)) {
        if (g_hash_table_contains(ledger->files, path)) {
            continue;
        }
        g_autofree char *key = samsok_known_file_key(path);
        if (!put(sink, key, "", error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean put_verdict(Sink *sink, const SamsokVerdict *verdict, bool is_kept, GError **error)
{
    g_autofree char *key = samsok_verdict_key(verdict);
    g_autofree char *value = is_kept ? samsok_verdict_value(verdict) : g_strdup("");
    return put(sink, key, value, error);
}

/* A verdict on a content that no file has any more goes; the others stay as they are. */
static gboolean put_old_verdicts(const SamsokLedger *ledger, Sink *sink, bool is_fresh,
                                 GError **error)
{
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, ledger->known->verdicts);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const SamsokVerdict *verdict = value;
        bool is_kept = g_hash_table_contains(ledger->contents, verdict->content) &&
                       !g_hash_table_contains(ledger->verdicts, verdict->content);
        if (is_kept == is_fresh && !put_verdict(sink, verdict, is_kept, error)) {
            return FALSE;
        }
    }
    for (guint i = 0; !is_fresh && i < ledger->known->outdated->len; i++) {
        if (!put(sink, g_ptr_array_index(ledger->known->outdated, i), "", error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean put_new_verdicts(const SamsokLedger *ledger, Sink *sink, GError **error)
{
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, ledger->verdicts);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        if (!put_verdict(sink, value, true, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean put_source(Sink *sink, const char *path, GError **error)
{
    g_autofree char *key = samsok_known_source_key(path);
    return put(sink, key, path, error);
}

static gboolean put_sources(const SamsokLedger *ledger, Sink *sink, bool is_fresh, GError **error)
{
    const GPtrArray *sources = ledger->plan->input.walk->sources;
    for (guint i = 0; i < sources->len; i++) {
        const char *path = g_ptr_array_index(sources, i);
        bool is_new = !g_hash_table_contains(ledger->known->sources, path);
        if (is_new && !put_source(sink, path, error)) {
            return FALSE;
        }
    }
    GHashTableIter iter;
    gpointer path = NULL;
    g_hash_table_iter_init(&iter, ledger->known->sources);
    while (is_fresh && g_hash_table_iter_next(&iter, &path, NULL)) {
        if (!put_source(sink, path, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean put_all(const SamsokLedger *ledger, Sink *sink, bool is_fresh, GError **error)
{
    return (is_fresh || drop_files(ledger, sink, error)) &&
           put_files(ledger, sink, is_fresh, error) &&
           put_old_verdicts(ledger, sink, is_fresh, error) &&
           put_new_verdicts(ledger, sink, error) && put_sources(ledger, sink, is_fresh, error);
}

gboolean samsok_ledger_write(const SamsokLedger *ledger, SamsokWriter *writer, bool is_fresh,
                             GError **error)
{
    Sink sink = {.writer = writer};
    return put_all(ledger, &sink, is_fresh, error);
}

bool samsok_ledger_is_clean(const SamsokLedger *ledger)
{
    Sink sink = {0};
    put_all(ledger, &sink, false, NULL);
    return sink.count == 0;
}
