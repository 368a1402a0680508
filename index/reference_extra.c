/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds, packs and unpacks the references of a report. */
#include "config.h"

#include "index/reference_extra.h"

#include <string.h>

#include "core/base/limits.h"
#include "index/pack.h"
#include "index/schema.h"

#define REFERENCE(tag, kind, member) {tag, SAMSOK_PACK_##kind, offsetof(SamsokReferenceRecord, member)}
static const SamsokPackField fields[] = {
    REFERENCE(1, TEXT, form),
    REFERENCE(2, TEXT, text),
    REFERENCE(3, TEXT, series),
    REFERENCE(4, TEXT, number),
    REFERENCE(5, TEXT, author),
    REFERENCE(6, TEXT, title),
    REFERENCE(7, TEXT, chapter),
    REFERENCE(8, TEXT, page),
    REFERENCE(9, UINT32, year),
    REFERENCE(10, UINT32, serial),
    REFERENCE(11, TEXT, context),
    REFERENCE(12, TEXT, passage),
    REFERENCE(13, TEXT, section_number),
    REFERENCE(14, TEXT, section_title),
    REFERENCE(15, UINT32, start),
    REFERENCE(16, UINT32, end),
    REFERENCE(17, UINT32, place.page_first),
    REFERENCE(18, UINT32, place.page_last),
    REFERENCE(19, UINT32, place.line_first),
    REFERENCE(20, UINT32, place.line_last),
    REFERENCE(21, TEXT, label_first),
    REFERENCE(22, TEXT, label_last),
};
enum { RECORD_REPORT = 1, RECORD_REFERENCE = 2 };

/* ---- Packing ---- */

GBytes *samsok_references_record_pack(const SamsokReferencesRecord *record)
{
    GByteArray *out = g_byte_array_new();
    samsok_pack_text(out, RECORD_REPORT, record->report);
    for (guint i = 0; i < record->references->len; i++) {
        samsok_pack_nested(out, RECORD_REFERENCE, fields, G_N_ELEMENTS(fields),
                           g_ptr_array_index(record->references, i));
    }
    return g_byte_array_free_to_bytes(out);
}

static bool store(SamsokReferencesRecord *record, const SamsokPackFound *found)
{
    if (found->tag == RECORD_REPORT) {
        record->report = samsok_pack_utf8_of(found);
        return record->report != NULL;
    }
    if (found->tag != RECORD_REFERENCE) {
        return true;
    }
    SamsokReferenceRecord *reference = g_new0(SamsokReferenceRecord, 1);
    g_ptr_array_add(record->references, reference);
    return samsok_pack_store_nested(fields, G_N_ELEMENTS(fields), found, reference);
}

SamsokReferencesRecord *samsok_references_record_unpack(const void *bytes, size_t len, GError **error)
{
    SamsokPackInput input = {0};
    g_autoptr(SamsokReferencesRecord) record =
        samsok_pack_allocate(sizeof *record, bytes, len, &input);
    const guint8 *start = input.at;
    record->report = "";
    record->references = g_ptr_array_new_with_free_func(g_free);
    while (input.at < input.end) {
        SamsokPackFound found = {0};
        if (!samsok_pack_read(&input, &found) || !store(record, &found)) {
            samsok_pack_set_corrupt(error, "set of references", (size_t)(input.at - start));
            return NULL;
        }
    }
    return g_steal_pointer(&record);
}

void samsok_references_record_free(SamsokReferencesRecord *record)
{
    if (record == NULL) {
        return;
    }
    g_ptr_array_unref(record->references);
    g_free(record);
}

/* ---- Finding ---- */

typedef struct {
    const SamsokReportContent *content;
    const SamsokDocument *document;
    guint passage; /* where the last reference stood: they come in order */
} Placing;

/* The passages [first, end) that hold pieces of `block`; of a heading's, the first below it. */
static void passages_of(Placing *placing, guint block, guint *out_first, guint *out_end)
{
    const SamsokDocument *document = placing->document;
    guint count = MIN(samsok_document_passage_count(document), placing->content->passages->len);
    while (placing->passage < count &&
           samsok_document_passage(document, placing->passage)->end_block <= block) {
        placing->passage++;
    }
    *out_first = placing->passage;
    *out_end = placing->passage;
    while (*out_end < count && samsok_document_passage(document, *out_end)->first_block <= block) {
        (*out_end)++;
    }
}

/* Where the reference stands in the text of `passage`; false when it does not. A block that is there
 * whole tells it from another reference with the same words. */
static bool place_in(const char *text, const SamsokBlock *block, const SamsokReference *reference,
                     SamsokReferenceRecord *record)
{
    const char *whole = strstr(text, block->text);
    g_autofree char *words = g_strndup(block->text + reference->start_byte,
                                       reference->end_byte - reference->start_byte);
    const char *found = whole != NULL ? whole + reference->start_byte : strstr(text, words);
    if (found == NULL) {
        return false;
    }
    record->start = (guint)g_utf8_pointer_to_offset(text, found);
    record->end = record->start + (guint)g_utf8_strlen(words, -1);
    return true;
}

static void set_passage(Placing *placing, const SamsokBlock *block, const SamsokReference *reference,
                        SamsokReferenceRecord *record)
{
    guint first = 0;
    guint end = 0;
    const GPtrArray *passages = placing->content->passages;
    passages_of(placing, reference->block, &first, &end);
    for (guint i = first; i < end; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(passages, i);
        if (place_in(passage->text, block, reference, record)) {
            record->passage = passage->id;
            return;
        }
    }
    if (passages->len > 0) {
        const SamsokPassageRecord *nearest = g_ptr_array_index(passages, MIN(first, passages->len - 1));
        record->passage = nearest->id;
    }
}

static void set_place(const Placing *placing, const SamsokBlock *block, SamsokReferenceRecord *record)
{
    const SamsokPage *first = samsok_document_page(placing->document, record->place.page_first);
    const SamsokPage *last = samsok_document_page(placing->document, record->place.page_last);
    record->label_first = first == NULL ? "" : first->label;
    record->label_last = last == NULL ? "" : last->label;
    if (block->section != SAMSOK_NONE) {
        const SamsokSection *section = samsok_document_section(placing->document, block->section);
        record->section_number = section->number;
        record->section_title = section->title;
    }
}

/* A byte of a letter that is not its first. Source: RFC 3629, section 3. */
static bool is_inside_letter(char byte)
{
    return ((guint8)byte & 0xc0) == 0x80;
}

/* About SAMSOK_MAX_REFERENCE_CONTEXT bytes of `text` with byte `at` in the middle. Owner: the caller. */
static char *context_around(const char *text, guint at)
{
    const size_t half = SAMSOK_MAX_REFERENCE_CONTEXT / 2;
    size_t len = strlen(text);
    size_t start = at > half ? at - half : 0;
    size_t end = MIN(start + SAMSOK_MAX_REFERENCE_CONTEXT, len);
    while (start < end && is_inside_letter(text[start])) {
        start++;
    }
    while (end < len && is_inside_letter(text[end])) {
        end++;
    }
    return g_strndup(text + start, end - start);
}

/* Lent by the reference and the document, but for the context, which is added to `owned`. */
static SamsokReferenceRecord record_of(Placing *placing, const SamsokReference *reference,
                                       GPtrArray *owned)
{
    const SamsokBlock *block = samsok_document_block(placing->document, reference->block);
    SamsokReferenceRecord record = {
        .form = samsok_reference_form_name(reference->form),
        .text = reference->text,
        .series = reference->series,
        .number = reference->number,
        .author = reference->author,
        .title = reference->title,
        .chapter = reference->chapter,
        .page = reference->page,
        .year = reference->year,
        .serial = reference->serial,
        .context = "",
        .passage = "",
        .section_number = "",
        .section_title = "",
        .place = reference->place,
    };
    if (*reference->title == '\0' && reference->serial == 0) {
        char *context = context_around(block->text, reference->start_byte);
        g_ptr_array_add(owned, context);
        record.context = context;
    }
    set_passage(placing, block, reference, &record);
    set_place(placing, block, &record);
    return record;
}

static gboolean find_references(const SamsokReportContent *content, const SamsokDocument *document,
                                GPtrArray *out, GError **error)
{
    (void)error;
    g_autoptr(SamsokReferenceFinder) finder = samsok_reference_finder_new();
    g_autoptr(GPtrArray) found = samsok_reference_finder_document(finder, document);
    if (found->len == 0) {
        return TRUE;
    }
    g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func(g_free);
    Placing placing = {.content = content, .document = document};
    for (guint i = 0; i < found->len; i++) {
        SamsokReferenceRecord *record = g_new(SamsokReferenceRecord, 1);
        *record = record_of(&placing, g_ptr_array_index(found, i), owned);
        g_ptr_array_add(records, record);
    }
    SamsokReferencesRecord all = {.report = content->report->id, .references = records};
    g_ptr_array_add(out, samsok_references_record_pack(&all));
    return TRUE;
}

/* Found by their kind and their report alone. */
static gboolean describe_references(const SamsokReportContent *content, GBytes *record,
                                    SamsokTerms *terms, SamsokEntry *entry, GError **error)
{
    (void)content, (void)record, (void)terms, (void)entry, (void)error;
    return TRUE;
}

const SamsokExtraKind samsok_extra_references = {
    .term = SAMSOK_KIND_REFERENCES,
    .find = find_references,
    .describe = describe_references,
};
