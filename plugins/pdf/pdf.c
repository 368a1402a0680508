/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF plugin: printed lines with place and look, printed page labels, metadata and bookmarks.
 *
 * Read with poppler-glib: everything poppler opens (PDF 1.0 to 2.0, damaged files as far as it can
 * rebuild them, encrypted ones that an empty user password opens). Text is what the page shows and
 * what lies invisibly under a scan. Not read: annotations and form fields that have no appearance
 * on the page, attachments, text drawn as curves or pictures, structure trees.
 *
 * poppler logs through GLib at debug level only, so nothing is printed.
 */
#include "config.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include <poppler.h>

#include "core/extract/plugin.h"
#include "plugins/pdf/front.h"
#include "plugins/pdf/lines.h"

/* Where the header may stand. Source: ISO 32000-1 annex H.3, note 13. */
#define HEADER_WITHIN_BYTES 1024u

static const char *const media_types[] = {"application/pdf", "application/x-pdf", NULL};

struct SamsokReader {
    const SamsokInput *input;
    PopplerDocument *document;
    SamsokPdfFront *front;
    guint front_next;
    SamsokPdfLines *lines; /* of the page opened last */
    guint line_next;
    size_t piece_offset; /* bytes of the piece at line_next that were given */
    uint32_t page_count;
    uint32_t page; /* the page opened last, 0 before the first */
    uint64_t text_bytes;
    char *lent; /* the text of the run given last, where no one else owns it */
    /* Pages without a text layer whose warning is still to be given. */
    uint32_t bare_first, bare_last;
    bool any_text;
    bool page_damaged; /* a warning for `page` is due */
};

static SamsokStatus fail(const SamsokInput *input, SamsokStatus status, const char *reason)
{
    input->host->fail(input, reason);
    return status;
}

/* Poppler finds the pages of files whose header is lost; what has nothing but its name is left to it. */
static int pdf_probe(const char *head, size_t len, const char *media_type)
{
    static const char header[] = "%PDF-";
    size_t within = MIN(len, HEADER_WITHIN_BYTES);
    for (size_t i = 0; i + sizeof(header) - 1 <= within; i++) {
        if (memcmp(head + i, header, sizeof(header) - 1) == 0) {
            return i == 0 ? 95 : 70;
        }
    }
    return media_type != NULL && strcmp(media_type, media_types[0]) == 0 ? 20 : 0;
}

static SamsokStatus fail_to_open(const SamsokInput *input, const GError *error)
{
    if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)) {
        return fail(input, SAMSOK_ENCRYPTED, "it is encrypted and needs a password to be opened");
    }
    if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_OPEN_FILE)) {
        return fail(input, SAMSOK_IO, "the file could not be read");
    }
    if (g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_BAD_CATALOG)) {
        return fail(input, SAMSOK_FORMAT, "the page catalog is damaged");
    }
    return fail(input, SAMSOK_FORMAT, "it is damaged beyond repair or no PDF file");
}

static SamsokStatus check_page_count(const SamsokInput *input, int page_count)
{
    if (page_count <= 0) {
        return fail(input, SAMSOK_FORMAT, "it has no pages");
    }
    if ((uint32_t)page_count > input->limits->max_pages) {
        g_autofree char *reason = g_strdup_printf("%d pages are more than the limit of %u",
                                                  page_count, input->limits->max_pages);
        return fail(input, SAMSOK_LIMIT, reason);
    }
    return SAMSOK_OK;
}

static SamsokStatus pdf_open(const SamsokInput *input, SamsokReader **out_reader)
{
    int fd = dup(input->fd); /* poppler closes the descriptor it is given */
    if (fd < 0) {
        return fail(input, SAMSOK_IO, "the file could not be read");
    }
    g_autoptr(GError) error = NULL;
    PopplerDocument *document = poppler_document_new_from_fd(fd, NULL, &error);
    if (document == NULL) {
        return fail_to_open(input, error);
    }
    input->host->alive(input);
    int page_count = poppler_document_get_n_pages(document);
    SamsokStatus status = check_page_count(input, page_count);
    if (status != SAMSOK_OK) {
        g_object_unref(document);
        return status;
    }
    SamsokReader *reader = g_new0(SamsokReader, 1);
    reader->input = input;
    reader->page_count = (uint32_t)page_count;
    reader->front = samsok_pdf_front_new(document);
    reader->lines = samsok_pdf_lines_new();
    reader->document = document;
    *out_reader = reader;
    return SAMSOK_OK;
}

static void pdf_close(SamsokReader *reader)
{
    g_object_unref(reader->document);
    samsok_pdf_front_free(reader->front);
    samsok_pdf_lines_free(reader->lines);
    g_free(reader->lent);
    g_free(reader);
}

/* A damaged file can name any number, and one that is none. */
static double finite_or_zero(double number)
{
    return isfinite(number) ? number : 0;
}

/* Fills `run` with a text that nobody else owns; takes it. */
static void lend(SamsokReader *reader, SamsokRun *run, char *text)
{
    g_free(reader->lent);
    reader->lent = text;
    run->text = text;
    run->text_len = strlen(text);
}

static void give_front(SamsokReader *reader, SamsokRun *run)
{
    const SamsokPdfFrontEntry *entry = samsok_pdf_front_at(reader->front, reader->front_next++);
    run->kind = entry->kind;
    run->level = entry->level;
    run->page = entry->page;
    run->text = entry->text;
    run->text_len = strlen(entry->text);
    run->name = entry->name;
    run->name_len = entry->name == NULL ? 0 : strlen(entry->name);
}

/* Fills `run` with a warning; takes `text`. */
static void give_warning(SamsokReader *reader, SamsokRun *run, const char *name, uint32_t page,
                         char *text)
{
    run->kind = SAMSOK_RUN_WARNING;
    run->page = page;
    run->name = name;
    run->name_len = strlen(name);
    lend(reader, run, text);
}

static bool has_image(PopplerPage *page)
{
    GList *images = poppler_page_get_image_mapping(page);
    bool any = images != NULL;
    poppler_page_free_image_mapping(images);
    return any;
}

/* The label poppler makes up where the file names none is the page's own number: not a printed
 * label, and the shape stage may find the true one in a footer. */
static char *printed_label(PopplerPage *page, uint32_t number)
{
    g_autofree char *label = poppler_page_get_label(page);
    g_autofree char *made_up = g_strdup_printf("%u", number);
    if (label == NULL || strcmp(label, made_up) == 0) {
        return g_strdup("");
    }
    return g_steal_pointer(&label);
}

/* Reads the lines of `page` and notes it as bare where it is a picture without text. */
static void read_page(SamsokReader *reader, PopplerPage *page)
{
    samsok_pdf_lines_read(reader->lines, page);
    if (samsok_pdf_lines_len(reader->lines) > 0) {
        reader->any_text = true;
    } else if (has_image(page)) {
        reader->bare_first = reader->bare_first == 0 ? reader->page : reader->bare_first;
        reader->bare_last = reader->page;
    }
}

static void give_page(SamsokReader *reader, SamsokRun *run)
{
    reader->page++;
    reader->line_next = 0;
    reader->piece_offset = 0;
    samsok_pdf_lines_clear(reader->lines);
    run->kind = SAMSOK_RUN_PAGE;
    run->page = reader->page;
    PopplerPage *page = poppler_document_get_page(reader->document, (int)reader->page - 1);
    if (page == NULL) {
        reader->page_damaged = true;
        lend(reader, run, g_strdup(""));
        return;
    }
    poppler_page_get_size(page, &run->width, &run->height);
    run->width = finite_or_zero(run->width);
    run->height = finite_or_zero(run->height);
    lend(reader, run, printed_label(page, reader->page));
    read_page(reader, page);
    g_object_unref(page);
}

/* How much of `len` bytes fits into one run, cut at a character. */
static size_t run_bytes(const char *text, size_t len)
{
    if (len <= SAMSOK_RUN_MAX_BYTES) {
        return len;
    }
    const char *cut = g_utf8_find_prev_char(text, text + SAMSOK_RUN_MAX_BYTES + 1);
    return cut == NULL ? SAMSOK_RUN_MAX_BYTES : (size_t)(cut - text);
}

static SamsokStatus give_line(SamsokReader *reader, SamsokRun *run)
{
    const char *text = NULL;
    const SamsokPdfPiece *piece = samsok_pdf_lines_at(reader->lines, reader->line_next, &text);
    size_t offset = reader->piece_offset;
    run->kind = SAMSOK_RUN_LINE;
    run->page = reader->page;
    run->flags = piece->flags | (offset > 0 ? SAMSOK_RUN_CONTINUES : 0);
    run->text = text + offset;
    run->text_len = run_bytes(text + offset, piece->len - offset);
    run->x = finite_or_zero(piece->x);
    run->y = finite_or_zero(piece->y);
    run->width = finite_or_zero(piece->width);
    run->height = finite_or_zero(piece->height);
    run->font_size = finite_or_zero(piece->size);
    reader->piece_offset += run->text_len;
    if (reader->piece_offset >= piece->len) {
        reader->piece_offset = 0;
        reader->line_next++;
    }
    reader->text_bytes += run->text_len;
    if (reader->text_bytes > reader->input->limits->max_text_bytes) {
        return fail(reader->input, SAMSOK_LIMIT, "it holds more text than the limit allows");
    }
    return SAMSOK_OK;
}

/* A row of bare pages is told in one warning, when a page with text or the end comes. */
static bool bare_row_is_due(const SamsokReader *reader, bool at_end)
{
    bool text_came = reader->page > reader->bare_last && samsok_pdf_lines_len(reader->lines) > 0;
    return reader->bare_first > 0 && (at_end || text_came);
}

static void give_bare_row(SamsokReader *reader, SamsokRun *run)
{
    uint32_t first = reader->bare_first;
    uint32_t last = reader->bare_last;
    char *text = first == last
                     ? g_strdup_printf("page %u is a picture without text: a scan?", first)
                     : g_strdup_printf("pages %u to %u are pictures without text: a scan?", first,
                                       last);
    reader->bare_first = 0;
    give_warning(reader, run, "no-text", first, text);
}

/* At the end: what is still to be said, or the end itself. */
static SamsokStatus give_end(SamsokReader *reader, SamsokRun *run)
{
    if (!reader->any_text) {
        bool pictures = reader->bare_first > 0;
        reader->any_text = true;
        reader->bare_first = 0;
        give_warning(reader, run, "no-text", 0,
                     g_strdup_printf("none of the %u page(s) has text%s", reader->page_count,
                                     pictures ? ": a scan?" : ""));
        return SAMSOK_OK;
    }
    if (bare_row_is_due(reader, true)) {
        give_bare_row(reader, run);
        return SAMSOK_OK;
    }
    return SAMSOK_END;
}

static SamsokStatus pdf_next(SamsokReader *reader, SamsokRun *run)
{
    if (reader->front_next < samsok_pdf_front_len(reader->front)) {
        give_front(reader, run);
        return SAMSOK_OK;
    }
    if (reader->page_damaged) {
        reader->page_damaged = false;
        give_warning(reader, run, "damaged-page", reader->page,
                     g_strdup_printf("page %u is damaged and was passed over", reader->page));
        return SAMSOK_OK;
    }
    if (bare_row_is_due(reader, false)) {
        give_bare_row(reader, run);
        return SAMSOK_OK;
    }
    if (reader->line_next < samsok_pdf_lines_len(reader->lines)) {
        return give_line(reader, run);
    }
    if (reader->page < reader->page_count) {
        give_page(reader, run);
        return SAMSOK_OK;
    }
    return give_end(reader, run);
}

/* poppler writes its version numbers in brackets, "(22)"; these take them off. */
#define BARE_IN_BRACKETS(number) #number
#define BARE(number) BARE_IN_BRACKETS number

const SamsokPlugin samsok_plugin_entry = {
    .magic = SAMSOK_PLUGIN_MAGIC,
    .abi_major = SAMSOK_PLUGIN_ABI_MAJOR,
    .abi_minor = SAMSOK_PLUGIN_ABI_MINOR,
    .struct_size = sizeof(SamsokPlugin),
    .trust = SAMSOK_TRUST_FOREIGN,
    .name = "pdf",
    .version = PACKAGE_VERSION " (poppler " BARE(POPPLER_MAJOR_VERSION) "." BARE(
        POPPLER_MINOR_VERSION) "." BARE(POPPLER_MICRO_VERSION) ")",
    .licence = "GPL-3.0-or-later",
    .media_types = media_types,
    .probe = pdf_probe,
    .open = pdf_open,
    .next = pdf_next,
    .close = pdf_close,
};
