/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the tags a passage has with those it would get, and writes what differs. */
#include "config.h"

#include "index/retag.h"

#include <string.h>

#include "core/base/limits.h"
#include "index/extras.h"
#include "index/lookup.h"
#include "index/passages.h"

struct _SamsokRetagger {
    SamsokDatabase *reader;
    bool is_dry;
    const SamsokTagging *tagging;
    const SamsokThesaurus *before;
    SamsokRunReport *report;
    SamsokIngest *ingest;
    GHashTable *moved; /* concept id → what stands above it differs, as a pointer; the ids are lent by
                        * the new thesaurus */
};

SamsokRetagger *samsok_retagger_new(SamsokDatabase *reader, SamsokWriter *writer,
                                    const SamsokTagging *tagging, const SamsokThesaurus *before,
                                    SamsokRunReport *report, GError **error)
{
    g_autoptr(SamsokIngest) ingest = samsok_ingest_new(writer, tagging, error);
    if (ingest == NULL) {
        return NULL;
    }
    SamsokRetagger *retagger = g_new0(SamsokRetagger, 1);
    *retagger = (SamsokRetagger){
        .reader = reader,
        .is_dry = writer == NULL,
        .tagging = tagging,
        .before = before,
        .report = report,
        .ingest = g_steal_pointer(&ingest),
        .moved = g_hash_table_new(g_str_hash, g_str_equal),
    };
    return retagger;
}

void samsok_retagger_free(SamsokRetagger *retagger)
{
    if (retagger == NULL) {
        return;
    }
    g_hash_table_unref(retagger->moved);
    samsok_ingest_free(retagger->ingest);
    g_free(retagger);
}

/* ---- What differs ---- */

static bool same_ids(const GPtrArray *one, const GPtrArray *other)
{
    guint count = one == NULL ? 0 : one->len;
    bool same = count == (other == NULL ? 0 : other->len);
    for (guint i = 0; same && i < count; i++) {
        same = strcmp(g_ptr_array_index(one, i), g_ptr_array_index(other, i)) == 0;
    }
    return same;
}

/* True when a mention of `id` stands for other concepts than it did. */
static bool is_moved(SamsokRetagger *retagger, const char *id)
{
    const SamsokConcept *concept = samsok_thesaurus_find(retagger->tagging->thesaurus, id);
    gpointer known = NULL;
    if (concept == NULL || g_hash_table_lookup_extended(retagger->moved, id, NULL, &known)) {
        return known != NULL;
    }
    bool same = same_ids(samsok_thesaurus_above(retagger->tagging->thesaurus, id),
                         samsok_thesaurus_above(retagger->before, id));
    g_hash_table_insert(retagger->moved, (gpointer)concept->id, GINT_TO_POINTER(same ? 0 : 1));
    return !same;
}

static bool same_mention(const SamsokMentionRecord *one, const SamsokMentionRecord *other)
{
    return one->start == other->start && one->end == other->end &&
           strcmp(one->concept, other->concept) == 0 && strcmp(one->label, other->label) == 0 &&
           strcmp(one->matched, other->matched) == 0 && strcmp(one->rule, other->rule) == 0;
}

static bool is_changed(SamsokRetagger *retagger, const GPtrArray *before, const GPtrArray *after)
{
    bool changed = before->len != after->len;
    for (guint i = 0; !changed && i < after->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(after, i);
        changed = !same_mention(g_ptr_array_index(before, i), mention) ||
                  is_moved(retagger, mention->concept);
    }
    return changed;
}

/* Mentions, by the vocabulary that found them. */
typedef struct {
    const GPtrArray *mentions; /* of SamsokMentionRecord * */
    const SamsokThesaurus *thesaurus;
} Tags;

/* Calls `take` for each concept that `tags` make a passage count for: those mentioned, each before all above it. */
static void each_tag(const Tags *tags, void (*take)(const char *id, void *data), void *data)
{
    for (guint i = 0; i < tags->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(tags->mentions, i);
        const GPtrArray *above = samsok_thesaurus_above(tags->thesaurus, mention->concept);
        take(mention->concept, data);
        for (guint j = 0; above != NULL && j < above->len; j++) {
            take(g_ptr_array_index(above, j), data);
        }
    }
}

typedef struct {
    GHashTable *known; /* set of ids */
    GString *ids;      /* those that were not known, with blanks between */
} Ids;

static void note_id(const char *id, void *data)
{
    Ids *ids = data;
    g_hash_table_add(ids->known, (gpointer)id);
}

static void add_new_id(const char *id, void *data)
{
    Ids *ids = data;
    if (g_hash_table_add(ids->known, (gpointer)id)) {
        g_string_append_printf(ids->ids, "%s%s", ids->ids->len == 0 ? "" : " ", id);
    }
}

/* The concepts that `tags` count for and `others` do not, each once, with blanks between. Owner: the caller. */
static char *only_in(const Tags *tags, const Tags *others)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    Ids ids = {known, g_string_new(NULL)};
    each_tag(others, note_id, &ids);
    each_tag(tags, add_new_id, &ids);
    return g_string_free(ids.ids, FALSE);
}

/* Tells of a passage that would gain or lose a concept, mentioned or above one that is. */
static void tell(const SamsokRetagger *retagger, const SamsokPassageRecord *passage,
                 const GPtrArray *before)
{
    const Tags now = {before, retagger->before};
    const Tags then = {passage->mentions, retagger->tagging->thesaurus};
    g_autofree char *gained = only_in(&then, &now);
    g_autofree char *lost = only_in(&now, &then);
    GPtrArray *changes = retagger->report->tag_changes;
    if (*gained == '\0' && *lost == '\0') {
        return;
    }
    retagger->report->concept_changes++;
    if (changes->len >= SAMSOK_MAX_TAG_CHANGES) {
        return;
    }
    SamsokTagChange *change = g_new0(SamsokTagChange, 1);
    change->passage = g_strdup(passage->id);
    change->gained = g_steal_pointer(&gained);
    change->lost = g_steal_pointer(&lost);
    g_ptr_array_add(changes, change);
}

/* ---- One report ---- */

/* The mentions of each passage, kept while they are tagged anew. */
static GPtrArray *mentions_of(const GPtrArray *passages)
{
    GPtrArray *kept = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < passages->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(passages, i);
        g_ptr_array_add(kept, g_ptr_array_ref(passage->mentions));
    }
    return kept;
}

/* Writes or tells of the passages that differ; true in *out_changed when there is one. */
static gboolean take_changes(SamsokRetagger *retagger, const GPtrArray *passages,
                             const GPtrArray *before, bool *out_changed, GError **error)
{
    for (guint i = 0; i < passages->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(passages, i);
        const GPtrArray *had = g_ptr_array_index(before, i);
        if (!is_changed(retagger, had, passage->mentions)) {
            continue;
        }
        *out_changed = true;
        retagger->report->retagged++;
        if (retagger->is_dry) {
            tell(retagger, passage, had);
        } else if (!samsok_ingest_rewrite_tags(retagger->ingest, passage, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

gboolean samsok_retagger_report(SamsokRetagger *retagger, uint32_t docid, GError **error)
{
    g_autoptr(SamsokReportRecord) report =
        samsok_lookup_report_at(retagger->reader, docid, error);
    g_autoptr(GPtrArray) passages =
        report == NULL ? NULL : samsok_passages_load(retagger->reader, report->id, error);
    g_autoptr(GPtrArray) extras =
        passages == NULL ? NULL : samsok_extras_load(retagger->reader, report->id, error);
    if (extras == NULL) {
        return FALSE;
    }
    g_autoptr(GPtrArray) before = mentions_of(passages);
    SamsokReportContent content = {report, passages, retagger->tagging};
    bool changed = false;
    if (!samsok_ingest_tag(retagger->ingest, &content, extras, error) ||
        !take_changes(retagger, passages, before, &changed, error)) {
        return FALSE;
    }
    return !changed || retagger->is_dry ||
           samsok_ingest_rewrite_extras(retagger->ingest, &content, extras, error);
}
