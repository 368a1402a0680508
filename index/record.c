/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of reports and passages, and how they are put together again. */
#include "config.h"

#include "index/record.h"

#include <string.h>

#include "index/pack.h"

#define REPORT(tag, kind, member) {tag, SAMSOK_PACK_##kind, offsetof(SamsokReportRecord, member)}
/* PATH is also what may name a file. */
static const SamsokPackField report_fields[] = {
    REPORT(1, PATH, path),
    REPORT(2, PATH, source),
    REPORT(3, UINT64, size_bytes),
    REPORT(4, INT64, mtime_ns),
    REPORT(5, UINT64, inode),
    REPORT(6, UINT64, device),
    REPORT(7, TEXT, sha256),
    REPORT(8, PATH, stale),
    REPORT(9, PATH, sidecar),
    REPORT(10, UINT32, shape_version),
    REPORT(11, TEXT, plugin),
    REPORT(12, TEXT, plugin_build),
    REPORT(13, TEXT, id),
    REPORT(14, TEXT, media_type),
    REPORT(15, TEXT, title),
    REPORT(16, TEXT, series),
    REPORT(17, TEXT, number),
    REPORT(18, UINT32, year),
    REPORT(19, TEXT, date),
    REPORT(20, TEXT, authors),
    REPORT(21, TEXT, publisher),
    REPORT(22, TEXT, language),
    REPORT(23, TEXT, url),
    REPORT(24, TEXT, charset),
    REPORT(25, UINT32, page_count),
    REPORT(26, UINT32, passage_count),
    REPORT(27, TEXT, indexed_at),
};
enum { REPORT_OUTLINE = 28, REPORT_WARNING = 29 };

#define OUTLINE(tag, kind, member) {tag, SAMSOK_PACK_##kind, offsetof(SamsokOutlineRecord, member)}
static const SamsokPackField outline_fields[] = {
    OUTLINE(1, TEXT, number), OUTLINE(2, TEXT, title),  OUTLINE(3, UINT32, level),
    OUTLINE(4, UINT32, page), OUTLINE(5, UINT32, line),
};

#define PASSAGE(tag, kind, member) {tag, SAMSOK_PACK_##kind, offsetof(SamsokPassageRecord, member)}
static const SamsokPackField passage_fields[] = {
    PASSAGE(1, TEXT, id),
    PASSAGE(2, TEXT, report),
    PASSAGE(3, TEXT, text),
    PASSAGE(4, TEXT, section_number),
    PASSAGE(5, TEXT, section_title),
    PASSAGE(6, TEXT, section_kind),
    PASSAGE(7, UINT32, place.page_first),
    PASSAGE(8, UINT32, place.page_last),
    PASSAGE(9, UINT32, place.line_first),
    PASSAGE(10, UINT32, place.line_last),
    PASSAGE(11, TEXT, label_first),
    PASSAGE(12, TEXT, label_last),
    PASSAGE(13, TEXT, language),
    PASSAGE(14, UINT32, ordinal),
    PASSAGE(18, TEXT, point.kind),
    PASSAGE(19, TEXT, point.number),
    PASSAGE(20, TEXT, point.lead_in),
    PASSAGE(21, TEXT, point.cue),
    PASSAGE(22, TEXT, point.summary_of),
    PASSAGE(23, UINT32, point.summary_permille),
    PASSAGE(24, UINT32, point.is_negated),
    PASSAGE(25, TEXT, point.spans),
    PASSAGE(26, TEXT, point.brief_spans),
    PASSAGE(27, TEXT, point.basis_spans),
    PASSAGE(28, TEXT, report_title),
};
enum { PASSAGE_SECTION_PATH = 15, PASSAGE_SECTION_TITLE = 16, PASSAGE_MENTION = 17 };

/* Where the label is the concept's id, or the words the label, they are not stored again. */
#define MENTION(tag, kind, member) {tag, SAMSOK_PACK_##kind, offsetof(SamsokMentionRecord, member)}
static const SamsokPackField mention_fields[] = {
    MENTION(1, TEXT, concept), MENTION(2, TEXT, label),   MENTION(3, UINT32, start),
    MENTION(4, UINT32, end),   MENTION(5, TEXT, matched), MENTION(6, TEXT, rule),
};

/* ---- Packing ---- */

GBytes *samsok_report_record_pack(const SamsokReportRecord *record)
{
    GByteArray *out = g_byte_array_sized_new(1024);
    samsok_pack_fields(out, report_fields, G_N_ELEMENTS(report_fields), record);
    for (guint i = 0; record->outline != NULL && i < record->outline->len; i++) {
        samsok_pack_nested(out, REPORT_OUTLINE, outline_fields, G_N_ELEMENTS(outline_fields),
                           g_ptr_array_index(record->outline, i));
    }
    for (guint i = 0; record->warnings != NULL && i < record->warnings->len; i++) {
        samsok_pack_text(out, REPORT_WARNING, g_ptr_array_index(record->warnings, i));
    }
    return g_byte_array_free_to_bytes(out);
}

static void pack_mention(GByteArray *out, const SamsokMentionRecord *mention)
{
    SamsokMentionRecord lean = *mention;
    if (g_strcmp0(mention->matched, mention->label) == 0) {
        lean.matched = "";
    }
    if (g_strcmp0(mention->label, mention->concept) == 0) {
        lean.label = "";
    }
    samsok_pack_nested(out, PASSAGE_MENTION, mention_fields, G_N_ELEMENTS(mention_fields), &lean);
}

GBytes *samsok_passage_record_pack(const SamsokPassageRecord *record)
{
    GByteArray *out = g_byte_array_sized_new(2048);
    samsok_pack_fields(out, passage_fields, G_N_ELEMENTS(passage_fields), record);
    samsok_pack_texts(out, PASSAGE_SECTION_PATH, record->section_path);
    samsok_pack_texts(out, PASSAGE_SECTION_TITLE, record->section_titles);
    for (guint i = 0; record->mentions != NULL && i < record->mentions->len; i++) {
        pack_mention(out, g_ptr_array_index(record->mentions, i));
    }
    return g_byte_array_free_to_bytes(out);
}

/* ---- Unpacking ---- */

static bool store_outline(GPtrArray *outline, const SamsokPackFound *found)
{
    SamsokOutlineRecord *entry = g_new0(SamsokOutlineRecord, 1);
    g_ptr_array_add(outline, entry);
    return samsok_pack_store_nested(outline_fields, G_N_ELEMENTS(outline_fields), found, entry);
}

static bool store_report_field(SamsokReportRecord *record, const SamsokPackFound *found)
{
    if (found->tag == REPORT_OUTLINE) {
        return store_outline(record->outline, found);
    }
    if (found->tag == REPORT_WARNING) {
        const char *text = samsok_pack_text_of(found);
        g_ptr_array_add(record->warnings, (gpointer)text);
        return text != NULL;
    }
    return samsok_pack_store(report_fields, G_N_ELEMENTS(report_fields), found, record);
}

SamsokReportRecord *samsok_report_record_unpack(const void *bytes, size_t len, GError **error)
{
    if (len == 0) {
        samsok_pack_set_corrupt(error, "report", 0);
        return NULL;
    }
    SamsokPackInput input = {0};
    g_autoptr(SamsokReportRecord) record =
        samsok_pack_allocate(sizeof *record, bytes, len, &input);
    const guint8 *start = input.at;
    samsok_pack_set_empty(report_fields, G_N_ELEMENTS(report_fields), record);
    record->outline = g_ptr_array_new_with_free_func(g_free);
    record->warnings = g_ptr_array_new();
    while (input.at < input.end) {
        SamsokPackFound found = {0};
        if (!samsok_pack_read(&input, &found) || !store_report_field(record, &found)) {
            samsok_pack_set_corrupt(error, "report", (size_t)(input.at - start));
            return NULL;
        }
    }
    return g_steal_pointer(&record);
}

/* Where the elements of a passage's lists go. */
typedef struct {
    const char **path;
    const char **titles;
    SamsokMentionRecord *mention;
} Lists;

static bool store_mention(SamsokPassageRecord *record, SamsokMentionRecord *mention,
                          const SamsokPackFound *found)
{
    if (!samsok_pack_store_nested(mention_fields, G_N_ELEMENTS(mention_fields), found, mention)) {
        return false;
    }
    mention->label = *mention->label == '\0' ? mention->concept : mention->label;
    mention->matched = *mention->matched == '\0' ? mention->label : mention->matched;
    g_ptr_array_add(record->mentions, mention);
    return true;
}

static bool store_passage_field(SamsokPassageRecord *record, Lists *lists,
                                const SamsokPackFound *found)
{
    switch (found->tag) {
    case PASSAGE_SECTION_PATH:
        *lists->path = samsok_pack_utf8_of(found);
        return *lists->path++ != NULL;
    case PASSAGE_SECTION_TITLE:
        *lists->titles = samsok_pack_utf8_of(found);
        return *lists->titles++ != NULL;
    case PASSAGE_MENTION:
        return store_mention(record, lists->mention++, found);
    default:
        return samsok_pack_store(passage_fields, G_N_ELEMENTS(passage_fields), found, record);
    }
}

/* A record with room for its lists and the bytes behind it. */
static SamsokPassageRecord *new_passage(const void *bytes, size_t len, SamsokPackInput *input,
                                        Lists *lists)
{
    const guint8 tags[] = {PASSAGE_SECTION_PATH, PASSAGE_SECTION_TITLE, PASSAGE_MENTION};
    size_t counts[G_N_ELEMENTS(tags)] = {0};
    samsok_pack_count(bytes, len, tags, counts, G_N_ELEMENTS(tags));
    size_t mentions_size = counts[2] * sizeof(SamsokMentionRecord);
    size_t texts_size = (counts[0] + counts[1] + 2) * sizeof(char *);
    SamsokPassageRecord *record =
        samsok_pack_allocate(sizeof *record + mentions_size + texts_size, bytes, len, input);
    lists->mention = (SamsokMentionRecord *)(record + 1);
    lists->path = (const char **)(lists->mention + counts[2]);
    lists->titles = lists->path + counts[0] + 1;
    samsok_pack_set_empty(passage_fields, G_N_ELEMENTS(passage_fields), record);
    record->section_path = lists->path;
    record->section_titles = lists->titles;
    record->mentions = g_ptr_array_sized_new((guint)counts[2]);
    return record;
}

SamsokPassageRecord *samsok_passage_record_unpack(const void *bytes, size_t len, GError **error)
{
    if (len == 0) {
        samsok_pack_set_corrupt(error, "passage", 0);
        return NULL;
    }
    SamsokPackInput input = {0};
    Lists lists = {0};
    g_autoptr(SamsokPassageRecord) record = new_passage(bytes, len, &input, &lists);
    const guint8 *start = input.at;
    while (input.at < input.end) {
        SamsokPackFound found = {0};
        if (!samsok_pack_read(&input, &found) || !store_passage_field(record, &lists, &found)) {
            samsok_pack_set_corrupt(error, "passage", (size_t)(input.at - start));
            return NULL;
        }
    }
    return g_steal_pointer(&record);
}

void samsok_report_record_free(SamsokReportRecord *record)
{
    if (record == NULL) {
        return;
    }
    g_ptr_array_unref(record->outline);
    g_ptr_array_unref(record->warnings);
    g_free(record);
}

void samsok_passage_record_free(SamsokPassageRecord *record)
{
    if (record == NULL) {
        return;
    }
    g_ptr_array_unref(record->mentions);
    g_free(record);
}

GPtrArray *samsok_passage_record_concepts(const SamsokPassageRecord *record)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *concepts = g_ptr_array_new();
    for (guint i = 0; i < record->mentions->len; i++) {
        SamsokMentionRecord *mention = g_ptr_array_index(record->mentions, i);
        if (g_hash_table_add(seen, (gpointer)mention->concept)) {
            g_ptr_array_add(concepts, mention);
        }
    }
    return concepts;
}

SamsokMentionRecord *samsok_mention_record_new(const SamsokMentionRecord *fields)
{
    const char *const texts[] = {fields->concept, fields->label, fields->matched, fields->rule};
    size_t lens[G_N_ELEMENTS(texts)] = {0};
    size_t total = 0;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        lens[i] = strlen(texts[i]) + 1;
        total += lens[i];
    }
    SamsokMentionRecord *mention = g_malloc(sizeof *mention + total);
    *mention = *fields;
    const char **members[] = {&mention->concept, &mention->label, &mention->matched, &mention->rule};
    char *at = (char *)(mention + 1);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        *members[i] = memcpy(at, texts[i], lens[i]);
        at += lens[i];
    }
    return mention;
}
