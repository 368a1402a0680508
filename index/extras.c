/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of kinds, and what is the same for all of them. */
#include "config.h"

#include "index/extras.h"

#include "index/points.h"
#include "index/project_extra.h"
#include "index/reference_extra.h"
#include "index/schema.h"

const SamsokExtraKind *const samsok_extra_kinds[] = {&samsok_extra_point, &samsok_extra_references,
                                                     &samsok_extra_projects, NULL};

static void free_extra(gpointer data)
{
    SamsokExtra *extra = data;
    g_bytes_unref(extra->record);
    g_free(extra);
}

static GPtrArray *new_extras(void)
{
    return g_ptr_array_new_with_free_func(free_extra);
}

/* Owner: takes `record`. */
static void add_extra(GPtrArray *extras, const SamsokExtraKind *kind, GBytes *record,
                      uint32_t docid)
{
    SamsokExtra *extra = g_new0(SamsokExtra, 1);
    *extra = (SamsokExtra){.kind = kind, .record = record, .docid = docid};
    g_ptr_array_add(extras, extra);
}

GPtrArray *samsok_extras_find(const SamsokReportContent *content, const SamsokDocument *document,
                              GError **error)
{
    g_autoptr(GPtrArray) extras = new_extras();
    for (guint i = 0; samsok_extra_kinds[i] != NULL; i++) {
        const SamsokExtraKind *kind = samsok_extra_kinds[i];
        g_autoptr(GPtrArray) records =
            g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
        if (!kind->find(content, document, records, error)) {
            return NULL;
        }
        for (guint j = 0; j < records->len; j++) {
            add_extra(extras, kind, g_bytes_ref(g_ptr_array_index(records, j)), 0);
        }
    }
    return g_steal_pointer(&extras);
}

typedef struct {
    GPtrArray *extras;
    const SamsokExtraKind *kind;
} Loading;

static bool load_extra(uint32_t docid, const void *bytes, size_t len, void *data)
{
    const Loading *loading = data;
    add_extra(loading->extras, loading->kind, g_bytes_new(bytes, len), docid);
    return true;
}

GPtrArray *samsok_extras_load(SamsokDatabase *reader, const char *id, GError **error)
{
    g_autoptr(GPtrArray) extras = new_extras();
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_REPORT, id);
    for (guint i = 0; samsok_extra_kinds[i] != NULL; i++) {
        Loading loading = {.extras = extras, .kind = samsok_extra_kinds[i]};
        if (!samsok_database_each_of_kind(reader, loading.kind->term, term, load_extra, &loading,
                                          error)) {
            return NULL;
        }
    }
    return g_steal_pointer(&extras);
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const SamsokMentionRecord *first = *(const SamsokMentionRecord *const *)a;
    const SamsokMentionRecord *second = *(const SamsokMentionRecord *const *)b;
    if (first->start != second->start) {
        return first->start < second->start ? -1 : 1;
    }
    return first->end < second->end ? -1 : first->end > second->end;
}

gboolean samsok_extras_mark(const SamsokReportContent *content, const GPtrArray *extras,
                            GError **error)
{
    bool is_marked = false;
    for (guint i = 0; i < extras->len; i++) {
        const SamsokExtra *extra = g_ptr_array_index(extras, i);
        is_marked = is_marked || extra->kind->mark != NULL;
        if (extra->kind->mark != NULL && !extra->kind->mark(content, extra->record, error)) {
            return FALSE;
        }
    }
    for (guint i = 0; is_marked && i < content->passages->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(content->passages, i);
        g_ptr_array_sort(passage->mentions, by_place);
    }
    return TRUE;
}
