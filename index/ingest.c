/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records and entries of reports and passages. */
#include "config.h"

#include "index/ingest.h"

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/carriers.h"
#include "index/extras.h"
#include "index/passage_terms.h"
#include "index/passages.h"
#include "index/schema.h"
#include "index/terms.h"

struct _SamsokIngest {
    SamsokWriter *writer; /* lent */
    const SamsokTagging *tagging;
    SamsokPassageTagger *tagger;
    SamsokTerms terms;
};

SamsokIngest *samsok_ingest_new(SamsokWriter *writer, const SamsokTagging *tagging, GError **error)
{
    SamsokTerms terms = {0};
    if (!samsok_terms_init(&terms, error)) {
        return NULL;
    }
    SamsokIngest *ingest = g_new0(SamsokIngest, 1);
    ingest->writer = writer;
    ingest->tagging = tagging;
    ingest->tagger = samsok_passage_tagger_new(tagging, terms.analyser);
    ingest->terms = terms;
    return ingest;
}

void samsok_ingest_set_writer(SamsokIngest *ingest, SamsokWriter *writer)
{
    ingest->writer = writer;
}

void samsok_ingest_free(SamsokIngest *ingest)
{
    if (ingest == NULL) {
        return;
    }
    samsok_passage_tagger_free(ingest->tagger);
    samsok_terms_clear(&ingest->terms);
    g_free(ingest);
}

/* ---- The record of a report ---- */

static const char *field_of(const SamsokDocument *document, SamsokField field)
{
    const char *value = samsok_metadata_value(samsok_document_metadata(document), field);
    return value == NULL ? "" : value;
}

static GPtrArray *outline_of(const SamsokDocument *document)
{
    GPtrArray *outline = g_ptr_array_new_with_free_func(g_free);
    guint count = MIN(samsok_document_section_count(document), SAMSOK_MAX_OUTLINE);
    for (guint i = 0; i < count; i++) {
        const SamsokSection *section = samsok_document_section(document, i);
        const SamsokPlace *place = &samsok_document_block(document, section->heading)->place;
        SamsokOutlineRecord *entry = g_new0(SamsokOutlineRecord, 1);
        *entry = (SamsokOutlineRecord){
            .number = section->number,
            .title = section->title,
            .level = section->level,
            .page = place->page_first,
            .line = place->line_first,
        };
        g_ptr_array_add(outline, entry);
    }
    return outline;
}

static GPtrArray *warnings_of(const SamsokDocument *document)
{
    GPtrArray *warnings = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < samsok_document_warning_count(document); i++) {
        const SamsokWarning *warning = samsok_document_warning(document, i);
        g_ptr_array_add(warnings, g_strdup_printf("%s: %s", warning->code, warning->text));
    }
    return warnings;
}

SamsokReportRecord *samsok_ingest_record(const SamsokDocument *document)
{
    SamsokReportRecord *record = g_new0(SamsokReportRecord, 1);
    *record = (SamsokReportRecord){
        .id = "",
        .path = "",
        .source = "",
        .sha256 = "",
        .plugin = "",
        .plugin_build = "",
        .media_type = "",
        .title = field_of(document, SAMSOK_FIELD_TITLE),
        .series = field_of(document, SAMSOK_FIELD_SERIES),
        .number = field_of(document, SAMSOK_FIELD_NUMBER),
        .year = samsok_metadata_year(samsok_document_metadata(document)),
        .date = field_of(document, SAMSOK_FIELD_DATE),
        .authors = field_of(document, SAMSOK_FIELD_AUTHORS),
        .publisher = field_of(document, SAMSOK_FIELD_PUBLISHER),
        .language = field_of(document, SAMSOK_FIELD_LANGUAGE),
        .url = field_of(document, SAMSOK_FIELD_URL),
        .charset = field_of(document, SAMSOK_FIELD_CHARSET),
        .page_count = samsok_document_page_count(document),
        .passage_count = samsok_document_passage_count(document),
        .indexed_at = "",
        .stale = "",
        .sidecar = "",
        .outline = outline_of(document),
        .warnings = warnings_of(document),
    };
    return record;
}

/* ---- Filters ---- */

/* An author's name each. */
static gboolean add_authors(SamsokEntry *entry, const char *authors, GError **error)
{
    g_auto(GStrv) names = g_strsplit(authors, ";", -1);
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *folded = samsok_schema_fold(names[i]);
        if (!samsok_terms_add_filter(entry, SAMSOK_PREFIX_AUTHOR, folded, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

/* What filters a report and its passages alike. */
static gboolean add_report_filters(SamsokEntry *entry, const SamsokReportRecord *record,
                                   GError **error)
{
    g_autofree char *series = samsok_schema_fold(record->series);
    g_autofree char *number = *record->number == '\0'
                                  ? g_strdup("")
                                  : samsok_schema_number(record->series, record->number);
    g_autofree char *year = record->year == 0 ? g_strdup("") : g_strdup_printf("%u", record->year);
    return samsok_terms_add_filter(entry, SAMSOK_PREFIX_SERIES, series, error) &&
           samsok_terms_add_filter(entry, SAMSOK_PREFIX_NUMBER, number, error) &&
           samsok_terms_add_filter(entry, SAMSOK_PREFIX_YEAR, year, error) &&
           samsok_terms_add_filter(entry, SAMSOK_PREFIX_MEDIA, record->media_type, error) &&
           add_authors(entry, record->authors, error);
}

/* ---- Reports ---- */

static gboolean write_entry(SamsokIngest *ingest, SamsokEntry *entry, GBytes *data,
                            const char *unique_term, GError **error)
{
    gsize len = 0;
    const void *bytes = g_bytes_get_data(data, &len);
    if (len > SAMSOK_MAX_RECORD_BYTES) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT, "a record has more than %" G_GSIZE_FORMAT " bytes",
                    SAMSOK_MAX_RECORD_BYTES);
        return FALSE;
    }
    if (!samsok_entry_set_data(entry, bytes, len, error)) {
        return FALSE;
    }
    return unique_term == NULL
               ? samsok_writer_add(ingest->writer, entry, NULL, error)
               : samsok_writer_replace(ingest->writer, unique_term, entry, error);
}

/* What index/known.c reads back. */
static gboolean add_file(SamsokEntry *entry, const SamsokReportRecord *record, GError **error)
{
    SamsokReportRecord file = {
        .id = record->id,
        .path = record->path,
        .source = record->source,
        .size_bytes = record->size_bytes,
        .mtime_ns = record->mtime_ns,
        .inode = record->inode,
        .device = record->device,
        .sha256 = record->sha256,
        .stale = record->stale,
        .sidecar = record->sidecar,
        .series = record->series,
        .number = record->number,
        .shape_version = record->shape_version,
    };
    g_autoptr(GBytes) packed = samsok_report_record_pack(&file);
    gsize len = 0;
    const void *bytes = g_bytes_get_data(packed, &len);
    return samsok_entry_set_slot(entry, SAMSOK_SLOT_FILE, bytes, len, error);
}

static gboolean add_works(SamsokEntry *entry, const SamsokReportRecord *record, GError **error)
{
    g_auto(GStrv) works = samsok_carriers_works(record);
    for (char **work = works; *work != NULL; work++) {
        if (!samsok_terms_add_filter(entry, SAMSOK_PREFIX_WORK, *work, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

gboolean samsok_ingest_report(SamsokIngest *ingest, const SamsokReportRecord *record,
                              GError **error)
{
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    g_autofree char *unique = samsok_schema_term(SAMSOK_PREFIX_ID, record->id);
    gboolean ok =
        samsok_entry_add_boolean(entry, SAMSOK_KIND_REPORT, error) &&
        samsok_entry_add_boolean(entry, unique, error) &&
        samsok_terms_add_filter(entry, SAMSOK_PREFIX_SHA, record->sha256, error) &&
        samsok_terms_add_filter(entry, SAMSOK_PREFIX_PATH, record->path, error) &&
        samsok_terms_add_filter(entry, SAMSOK_PREFIX_LANGUAGE, record->language, error) &&
        add_works(entry, record, error) &&
        add_report_filters(entry, record, error) && add_file(entry, record, error) &&
        samsok_entry_set_slot(entry, SAMSOK_SLOT_TITLE, record->title, strlen(record->title), error) &&
        (record->stale == NULL || *record->stale == '\0' ||
         samsok_entry_add_boolean(entry, SAMSOK_KIND_STALE, error)) &&
        samsok_terms_add(&ingest->terms, entry, SAMSOK_PREFIX_TITLE, record->title,
                         record->language, error);
    g_autoptr(GBytes) data = samsok_report_record_pack(record);
    return ok && write_entry(ingest, entry, data, unique, error);
}

/* ---- Passages ---- */

static gboolean add_order(SamsokEntry *entry, const char *id, GError **error)
{
    guint8 bytes[SAMSOK_ORDER_BYTES];
    samsok_schema_order(id, bytes);
    return samsok_entry_set_slot(entry, SAMSOK_SLOT_ORDER, bytes, sizeof bytes, error);
}

static gboolean add_passage_filters(SamsokEntry *entry, const SamsokReportRecord *record,
                                    const SamsokPassageRecord *passage, GError **error)
{
    const char *language = *passage->language == '\0' ? record->language : passage->language;
    return samsok_entry_add_boolean(entry, SAMSOK_KIND_PASSAGE, error) &&
           samsok_terms_add_filter(entry, SAMSOK_PREFIX_REPORT, record->id, error) &&
           samsok_terms_add_filter(entry, SAMSOK_PREFIX_LANGUAGE, language, error) &&
           samsok_terms_add_filter(entry, SAMSOK_PREFIX_SECTION, passage->section_kind, error) &&
           add_report_filters(entry, record, error);
}

static gboolean add_concepts(const SamsokIngest *ingest, SamsokEntry *entry,
                             const SamsokPassageRecord *passage, GError **error)
{
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        if (!samsok_tagging_add_terms(ingest->tagging, entry, mention->concept, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean write_passage(SamsokIngest *ingest, const SamsokReportContent *content,
                              SamsokPassageTerms *words, guint index, GError **error)
{
    const SamsokReportRecord *record = content->report;
    const SamsokPassageRecord *passage = g_ptr_array_index(content->passages, index);
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    if (!add_passage_filters(entry, record, passage, error) ||
        !add_order(entry, passage->id, error) ||
        !add_concepts(ingest, entry, passage, error) ||
        !samsok_passage_terms_add(words, index, entry, error) ||
        !samsok_terms_store_words(&ingest->terms, ingest->writer, error)) {
        return FALSE;
    }
    SamsokPassageRecord titled = *passage; /* which may have been loaded when the report had another title */
    titled.report_title = record->title;
    g_autoptr(GBytes) data = samsok_passage_record_pack(&titled);
    return write_entry(ingest, entry, data, NULL, error);
}

/* ---- Extras ---- */

static gboolean write_extra(SamsokIngest *ingest, const SamsokReportContent *content,
                            const SamsokExtra *extra, GError **error)
{
    const SamsokReportRecord *record = content->report;
    g_autoptr(GBytes) stored = extra->kind->complete == NULL
                                   ? g_bytes_ref(extra->record)
                                   : extra->kind->complete(content, extra->record, error);
    if (stored == NULL) {
        return FALSE;
    }
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    gboolean ok = samsok_entry_add_boolean(entry, extra->kind->term, error) &&
                  samsok_terms_add_filter(entry, SAMSOK_PREFIX_REPORT, record->id, error) &&
                  add_report_filters(entry, record, error) &&
                  extra->kind->describe(content, stored, &ingest->terms, entry, error) &&
                  samsok_terms_store_words(&ingest->terms, ingest->writer, error);
    return ok && write_entry(ingest, entry, stored, NULL, error);
}

/* ---- Content ---- */

static gboolean tag(SamsokIngest *ingest, const SamsokReportContent *content,
                    const GPtrArray *extras, SamsokPassageTerms *words, GError **error)
{
    samsok_passage_tagger_tag(ingest->tagger, content->passages, content->report->language,
                              words == NULL ? NULL : samsok_passage_terms_take, words);
    return ingest->tagging->lexicon == NULL || samsok_extras_mark(content, extras, error);
}

gboolean samsok_ingest_tag(SamsokIngest *ingest, const SamsokReportContent *content,
                           const GPtrArray *extras, GError **error)
{
    return tag(ingest, content, extras, NULL, error);
}

gboolean samsok_ingest_content(SamsokIngest *ingest, const SamsokReportRecord *record,
                               const GPtrArray *passages, const GPtrArray *extras, GError **error)
{
    SamsokReportContent content = {record, passages, ingest->tagging};
    g_autoptr(SamsokPassageTerms) words =
        samsok_passage_terms_new(&ingest->terms, record, passages);
    if (!tag(ingest, &content, extras, words, error)) {
        return FALSE;
    }
    for (guint i = 0; i < passages->len; i++) {
        if (!write_passage(ingest, &content, words, i, error)) {
            return FALSE;
        }
    }
    for (guint i = 0; i < extras->len; i++) {
        if (!write_extra(ingest, &content, g_ptr_array_index(extras, i), error)) {
            return FALSE;
        }
    }
    return TRUE;
}

gboolean samsok_ingest_document(SamsokIngest *ingest, const SamsokReportRecord *record,
                                const SamsokDocument *document, GError **error)
{
    g_autoptr(GPtrArray) passages = samsok_passages_of(document, record->id);
    SamsokReportContent content = {record, passages, ingest->tagging};
    g_autoptr(GPtrArray) extras = samsok_extras_find(&content, document, error);
    return extras != NULL && samsok_ingest_content(ingest, record, passages, extras, error);
}

/* ---- Tagging again ---- */

gboolean samsok_ingest_rewrite_tags(SamsokIngest *ingest, const SamsokPassageRecord *passage,
                                    GError **error)
{
    g_autoptr(SamsokEntry) terms = samsok_entry_new();
    g_autoptr(GBytes) data = samsok_passage_record_pack(passage);
    gsize len = 0;
    const void *bytes = g_bytes_get_data(data, &len);
    return add_concepts(ingest, terms, passage, error) &&
           samsok_entry_set_data(terms, bytes, len, error) &&
           samsok_writer_patch(ingest->writer, passage->docid, SAMSOK_PREFIX_CONCEPT, terms, error);
}

gboolean samsok_ingest_rewrite_extras(SamsokIngest *ingest, const SamsokReportContent *content,
                                      const GPtrArray *extras, GError **error)
{
    for (guint i = 0; i < extras->len; i++) {
        const SamsokExtra *extra = g_ptr_array_index(extras, i);
        if (!samsok_writer_remove_document(ingest->writer, extra->docid, error) ||
            !write_extra(ingest, content, extra, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

/* ---- Removing ---- */

gboolean samsok_ingest_remove_content(SamsokIngest *ingest, const char *id, GError **error)
{
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_REPORT, id);
    return samsok_writer_remove(ingest->writer, term, error);
}

gboolean samsok_ingest_remove(SamsokIngest *ingest, const char *id, GError **error)
{
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_ID, id);
    return samsok_ingest_remove_content(ingest, id, error) &&
           samsok_writer_remove(ingest->writer, term, error);
}
