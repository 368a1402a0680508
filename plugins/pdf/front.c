/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a document's metadata and bookmarks. */
#include "config.h"

#include "plugins/pdf/front.h"

#include <stdbool.h>
#include <string.h>

#include "core/extract/plugin.h"

/* A report's outline has tens of entries, a manual's a thousand; a loop in a damaged one has no end.
 * The depth is what the host keeps of levels. */
#define OUTLINE_MAX_ENTRIES 10000u
#define OUTLINE_MAX_DEPTH 9u
#define VALUE_MAX_BYTES ((size_t)4096)
#define XMP_MAX_BYTES ((size_t)1 << 20)
/* PDF appeared in 1993; dates before are a clock that was not set, dates after the last year of
 * this century a typing error. */
#define FIRST_YEAR 1993
#define LAST_YEAR 2099

struct _SamsokPdfFront {
    GStringChunk *strings;
    GArray *entries; /* SamsokPdfFrontEntry */
    guint outline_count;
};

static void add(SamsokPdfFront *front, SamsokPdfFrontEntry entry, const char *text)
{
    size_t len = strlen(text);
    if (len > VALUE_MAX_BYTES) {
        const char *cut = g_utf8_find_prev_char(text, text + VALUE_MAX_BYTES + 1);
        len = cut == NULL ? VALUE_MAX_BYTES : (size_t)(cut - text);
    }
    entry.text = g_string_chunk_insert_len(front->strings, text, (gssize)len);
    g_array_append_val(front->entries, entry);
}

static void add_meta(SamsokPdfFront *front, const char *key, const char *value)
{
    if (value == NULL) {
        return;
    }
    g_autofree char *stripped = g_strstrip(g_strdup(value));
    if (*stripped != '\0') {
        add(front, (SamsokPdfFrontEntry){.kind = SAMSOK_RUN_META, .name = key}, stripped);
    }
}

/* Writing programs fill in the title by themselves: the file's name, or nothing said in words. */
static bool is_title_of_its_program(const char *title)
{
    static const char *const prefixes[] = {"microsoft word -", "microsoft powerpoint -", "untitled",
                                           "uten navn", "uten tittel"};
    static const char *const suffixes[] = {".doc", ".docx", ".docm", ".dot", ".dotx", ".rtf", ".odt",
                                           ".pdf", ".indd", ".qxd", ".pmd", ".ppt", ".pptx", ".tex",
                                           ".dvi", ".wpd"};
    g_autofree char *folded = g_ascii_strdown(title, -1);
    g_strstrip(folded);
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        if (g_str_has_prefix(folded, prefixes[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++) {
        if (g_str_has_suffix(folded, suffixes[i])) {
            return true;
        }
    }
    return false;
}

static void add_authors(SamsokPdfFront *front, const char *value)
{
    if (value == NULL) {
        return;
    }
    g_auto(GStrv) names = g_strsplit(value, ";", 100);
    for (guint i = 0; names[i] != NULL; i++) {
        add_meta(front, SAMSOK_META_AUTHOR, names[i]);
    }
}

static void add_date(SamsokPdfFront *front, PopplerDocument *document)
{
    /* Its sister with a GDateTime prints a warning when the time zone is odd. */
    time_t created = poppler_document_get_creation_date(document);
    g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc((gint64)created);
    if (created == (time_t)-1 || date == NULL) {
        return;
    }
    int year = g_date_time_get_year(date);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
        return;
    }
    g_autofree char *iso = g_strdup_printf("%04d-%02d-%02d", year, g_date_time_get_month(date),
                                           g_date_time_get_day_of_month(date));
    add_meta(front, SAMSOK_META_DATE, iso);
}

/* While in dc:language, text is a language tag. */
typedef struct {
    bool inside;
    GString *language;
} XmpWalk;

static void xmp_start(GMarkupParseContext *context, const char *element, const char **names,
                      const char **values, gpointer data, GError **error)
{
    XmpWalk *walk = data;
    if (strcmp(element, "dc:language") == 0) {
        walk->inside = true;
    }
}

static void xmp_end(GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
    XmpWalk *walk = data;
    if (strcmp(element, "dc:language") == 0) {
        walk->inside = false;
    }
}

static void xmp_text(GMarkupParseContext *context, const char *text, gsize len, gpointer data,
                     GError **error)
{
    XmpWalk *walk = data;
    g_autofree char *tag = g_strstrip(g_strndup(text, len));
    if (walk->inside && walk->language->len == 0 && strlen(tag) <= 35) {
        g_string_append(walk->language, tag);
    }
}

/* "x-default" and "x-unknown" are XMP's words for not knowing. */
static void add_language(SamsokPdfFront *front, PopplerDocument *document)
{
    g_autofree char *xmp = poppler_document_get_metadata(document);
    if (xmp == NULL || strlen(xmp) > XMP_MAX_BYTES) {
        return;
    }
    static const GMarkupParser parser = {
        .start_element = xmp_start, .end_element = xmp_end, .text = xmp_text};
    XmpWalk walk = {.language = g_string_new(NULL)};
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&parser, G_MARKUP_IGNORE_QUALIFIED, &walk, NULL);
    /* A damaged packet may still have named the language before the damage. */
    g_markup_parse_context_parse(context, xmp, (gssize)strlen(xmp), NULL);
    if (!g_str_has_prefix(walk.language->str, "x-")) {
        add_meta(front, SAMSOK_META_LANGUAGE, walk.language->str);
    }
    g_string_free(walk.language, TRUE);
}

static void add_metadata(SamsokPdfFront *front, PopplerDocument *document)
{
    g_autofree char *title = poppler_document_get_title(document);
    if (title != NULL && !is_title_of_its_program(title)) {
        add_meta(front, SAMSOK_META_TITLE, title);
    }
    g_autofree char *author = poppler_document_get_author(document);
    add_authors(front, author);
    add_date(front, document);
    g_autofree char *subject = poppler_document_get_subject(document);
    add_meta(front, SAMSOK_META_DESCRIPTION, subject);
    g_autofree char *keywords = poppler_document_get_keywords(document);
    add_meta(front, SAMSOK_META_KEYWORDS, keywords);
    g_autofree char *producer = poppler_document_get_producer(document);
    add_meta(front, SAMSOK_META_PRODUCER, producer);
    add_language(front, document);
}

/* The page a bookmark leads to, 0 where it leads out of the document or nowhere. */
static uint32_t page_of_action(PopplerDocument *document, const PopplerAction *action)
{
    if (action->type != POPPLER_ACTION_GOTO_DEST || action->goto_dest.dest == NULL) {
        return 0;
    }
    const PopplerDest *dest = action->goto_dest.dest;
    int page = dest->page_num;
    if (dest->type == POPPLER_DEST_NAMED && dest->named_dest != NULL) {
        PopplerDest *found = poppler_document_find_dest(document, dest->named_dest);
        page = found == NULL ? 0 : found->page_num;
        if (found != NULL) {
            poppler_dest_free(found);
        }
    }
    bool exists = page >= 1 && page <= poppler_document_get_n_pages(document);
    return exists ? (uint32_t)page : 0;
}

static void add_bookmark(SamsokPdfFront *front, PopplerDocument *document, PopplerIndexIter *iter,
                         uint32_t level)
{
    PopplerAction *action = poppler_index_iter_get_action(iter);
    if (action == NULL) {
        return;
    }
    const char *title = action->any.title == NULL ? "" : action->any.title;
    SamsokPdfFrontEntry entry = {.kind = SAMSOK_RUN_OUTLINE,
                                 .level = level,
                                 .page = page_of_action(document, action)};
    add(front, entry, title);
    poppler_action_free(action);
}

/* Takes `iter`. Recursion ends at OUTLINE_MAX_DEPTH, siblings at OUTLINE_MAX_ENTRIES. */
static void add_bookmarks(SamsokPdfFront *front, PopplerDocument *document, PopplerIndexIter *iter,
                          uint32_t level)
{
    bool more = iter != NULL && level <= OUTLINE_MAX_DEPTH;
    while (more && front->outline_count < OUTLINE_MAX_ENTRIES) {
        front->outline_count++;
        add_bookmark(front, document, iter, level);
        add_bookmarks(front, document, poppler_index_iter_get_child(iter), level + 1);
        more = poppler_index_iter_next(iter);
    }
    if (iter != NULL) {
        poppler_index_iter_free(iter);
    }
}

SamsokPdfFront *samsok_pdf_front_new(PopplerDocument *document)
{
    SamsokPdfFront *front = g_new0(SamsokPdfFront, 1);
    front->strings = g_string_chunk_new(4096);
    front->entries = g_array_new(FALSE, FALSE, sizeof(SamsokPdfFrontEntry));
    add_metadata(front, document);
    add_bookmarks(front, document, poppler_index_iter_new(document), 1);
    if (front->outline_count >= OUTLINE_MAX_ENTRIES) {
        add(front, (SamsokPdfFrontEntry){.kind = SAMSOK_RUN_WARNING, .name = "outline"},
            "the outline has no end or more than 10000 entries; the rest is left out");
    }
    return front;
}

void samsok_pdf_front_free(SamsokPdfFront *front)
{
    if (front == NULL) {
        return;
    }
    g_string_chunk_free(front->strings);
    g_array_unref(front->entries);
    g_free(front);
}

guint samsok_pdf_front_len(const SamsokPdfFront *front)
{
    return front->entries->len;
}

const SamsokPdfFrontEntry *samsok_pdf_front_at(const SamsokPdfFront *front, guint index)
{
    return &g_array_index(front->entries, SamsokPdfFrontEntry, index);
}
