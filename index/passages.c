/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages out of a document and out of an index, as the same kind of record. */
#include "config.h"

#include "index/passages.h"

#include "index/schema.h"

static void free_passage(gpointer passage)
{
    samsok_passage_record_free(passage);
}

static GPtrArray *new_passages(void)
{
    return g_ptr_array_new_with_free_func(free_passage);
}

/* ---- Fresh ---- */

/* The sections above a passage, from the top down; NULL-terminated, lent by the document. */
typedef struct {
    GPtrArray *path;   /* their numbers, or titles where they have none */
    GPtrArray *titles;
} Sections;

static void collect_sections(Sections *sections, const SamsokDocument *document, guint index)
{
    g_ptr_array_set_size(sections->path, 0);
    g_ptr_array_set_size(sections->titles, 0);
    while (index != SAMSOK_NONE) {
        const SamsokSection *section = samsok_document_section(document, index);
        const char *name = *section->number == '\0' ? section->title : section->number;
        g_ptr_array_insert(sections->path, 0, (gpointer)name);
        g_ptr_array_insert(sections->titles, 0, (gpointer)section->title);
        index = section->parent;
    }
    g_ptr_array_add(sections->path, NULL);
    g_ptr_array_add(sections->titles, NULL);
}

static const char *label_of(const SamsokDocument *document, guint page)
{
    const SamsokPage *found = samsok_document_page(document, page);
    return found == NULL ? "" : found->label;
}

/* Packed and unpacked, so that it owns what it is made of, as one that comes from an index. */
static SamsokPassageRecord *record_of(const SamsokDocument *document, guint index,
                                      const char *report, Sections *sections)
{
    const SamsokPassage *passage = samsok_document_passage(document, index);
    collect_sections(sections, document, passage->section);
    g_autofree char *id = g_strconcat(report, "#", passage->id, NULL);
    const SamsokSection *section = passage->section == SAMSOK_NONE
                                       ? NULL
                                       : samsok_document_section(document, passage->section);
    SamsokPassageRecord fields = {
        .id = id,
        .report = report,
        .text = passage->text,
        .section_number = section == NULL ? "" : section->number,
        .section_title = section == NULL ? "" : section->title,
        .section_path = (const char *const *)sections->path->pdata,
        .section_titles = (const char *const *)sections->titles->pdata,
        .section_kind =
            samsok_section_kind_name(section == NULL ? SAMSOK_SECTION_BODY : section->kind),
        .place = passage->place,
        .label_first = label_of(document, passage->place.page_first),
        .label_last = label_of(document, passage->place.page_last),
        .language = passage->language,
        .ordinal = index,
    };
    g_autoptr(GBytes) packed = samsok_passage_record_pack(&fields);
    gsize len = 0;
    const void *bytes = g_bytes_get_data(packed, &len);
    return samsok_passage_record_unpack(bytes, len, NULL);
}

GPtrArray *samsok_passages_of(const SamsokDocument *document, const char *report)
{
    g_autoptr(GPtrArray) path = g_ptr_array_new();
    g_autoptr(GPtrArray) titles = g_ptr_array_new();
    Sections sections = {path, titles};
    GPtrArray *passages = new_passages();
    for (guint i = 0; i < samsok_document_passage_count(document); i++) {
        g_ptr_array_add(passages, record_of(document, i, report, &sections));
    }
    return passages;
}

/* ---- Stored ---- */

typedef struct {
    GPtrArray *passages;
    GError *failure;
} Loading;

static bool load_passage(uint32_t docid, const void *bytes, size_t len, void *data)
{
    Loading *loading = data;
    SamsokPassageRecord *passage = samsok_passage_record_unpack(bytes, len, &loading->failure);
    if (passage != NULL) {
        passage->docid = docid;
        g_ptr_array_add(loading->passages, passage);
    }
    return passage != NULL;
}

static gint by_ordinal(gconstpointer a, gconstpointer b)
{
    const SamsokPassageRecord *first = *(const SamsokPassageRecord *const *)a;
    const SamsokPassageRecord *second = *(const SamsokPassageRecord *const *)b;
    return first->ordinal < second->ordinal ? -1 : first->ordinal > second->ordinal;
}

GPtrArray *samsok_passages_load(SamsokDatabase *reader, const char *report, GError **error)
{
    g_autoptr(GPtrArray) passages = new_passages();
    Loading loading = {.passages = passages};
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_REPORT, report);
    if (!samsok_database_each_of_kind(reader, SAMSOK_KIND_PASSAGE, term, load_passage, &loading,
                                      error)) {
        g_clear_error(&loading.failure);
        return NULL;
    }
    if (loading.failure != NULL) {
        g_propagate_error(error, loading.failure);
        return NULL;
    }
    g_ptr_array_sort(passages, by_ordinal);
    return g_steal_pointer(&passages);
}
