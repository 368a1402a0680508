/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text plugin: files of plain text, Markdown and the like as lines, faithfully.
 *
 * Any character set that the host's decode recognises. Lines end with LF, CR LF or CR and are
 * numbered as editors number them. A form feed begins a page; a vertical tab and the Unicode line
 * and paragraph separators break a line without a number of their own. Leading and trailing blanks
 * stay. No markup is understood: Markdown is read as text. Binary data is refused by decode.
 */
#include "config.h"

#include "core/extract/plugin.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Where the reader is; the stages before the lines give one run each. */
typedef enum { STAGE_CHARSET, STAGE_WARNING, STAGE_FIRST_PAGE, STAGE_LINES } Stage;

struct SamsokReader {
    SamsokDecoded decoded;
    const char *at;  /* what has not been given yet */
    const char *end; /* behind the text */
    Stage stage;
    uint32_t page; /* 0 while the file has no form feeds */
    uint32_t line;
    bool page_due;  /* a form feed was passed: a PAGE run comes next */
    bool continues; /* the next piece belongs to the run before */
};

static bool starts_with(const char *head, size_t len, const char *mark)
{
    size_t mark_len = strlen(mark);
    return len >= mark_len && memcmp(head, mark, mark_len) == 0;
}

/* ASCII without case, whatever the locale. */
static bool starts_with_tag(const char *head, size_t len, const char *tag)
{
    for (size_t i = 0; tag[i] != '\0'; i++) {
        char c = i < len ? head[i] : '\0';
        char lower = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        if (lower != tag[i]) {
            return false;
        }
    }
    return true;
}

/* Formats whose heads could pass for text, or that other plugins read. */
static bool is_other_format(const char *head, size_t len)
{
    static const char *const marks[] = {
        "%PDF-",        "%!PS",     "{\\rtf", "PK\x03\x04",       "\x7F\x45LF", "\x89PNG", "GIF8",
        "\xFF\xD8\xFF", "\x1F\x8B", "BZh",    "\xD0\xCF\x11\xE0", "7z\xBC\xAF", "Rar!\x1A"};
    static const char *const tags[] = {"<!doctype", "<html", "<?xml", "<head", "<body"};
    size_t skip = starts_with(head, len, "\xEF\xBB\xBF") ? 3 : 0;
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (starts_with(head + skip, len - skip, marks[i])) {
            return true;
        }
    }
    while (skip < len && (head[skip] == ' ' || (head[skip] >= '\t' && head[skip] <= '\r'))) {
        skip++;
    }
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        if (starts_with_tag(head + skip, len - skip, tags[i])) {
            return true;
        }
    }
    return false;
}

/* UTF-16 and UTF-32 of any byte order: the zeros of Latin text stand in one place of every pair. */
static bool looks_wide(const char *head, size_t len)
{
    if (starts_with(head, len, "\xFF\xFE") || starts_with(head, len, "\xFE\xFF") ||
        (len >= 4 && memcmp(head, "\0\0\xFE\xFF", 4) == 0)) {
        return true;
    }
    size_t zeros[2] = {0, 0};
    for (size_t i = 0; i < len; i++) {
        zeros[i % 2] += head[i] == '\0';
    }
    return zeros[0] > len / 3 || zeros[1] > len / 3;
}

/* decode judges with more care; this keeps what is plainly no text from being asked about. */
static bool is_full_of_controls(const char *head, size_t len)
{
    size_t controls = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)head[i];
        bool usual = (c >= '\b' && c <= '\r') || c == 0x14 || c == 0x15 || c == 0x1A || c == 0x1B;
        controls += c < 0x20 && c != '\0' && !usual;
    }
    return controls > len / 20 + 1;
}

static int txt_probe(const char *head, size_t len, const char *media_type)
{
    if (is_other_format(head, len)) {
        return 0;
    }
    if (looks_wide(head, len)) {
        return 30;
    }
    return is_full_of_controls(head, len) ? 0 : 35;
}

/* DOS ended files with a SUB, which is no line. */
static const char *text_end(const SamsokDecoded *decoded)
{
    const char *end = decoded->text + decoded->text_len;
    return decoded->text_len > 0 && end[-1] == 0x1A ? end - 1 : end;
}

static SamsokStatus txt_open(const SamsokInput *input, SamsokReader **out_reader)
{
    const char *bytes = NULL;
    size_t len = 0;
    SamsokStatus status = input->host->contents(input, &bytes, &len);
    SamsokDecoded decoded = {0};
    if (status == SAMSOK_OK) {
        status = input->host->decode(input, bytes, len, NULL, &decoded);
    }
    if (status != SAMSOK_OK) {
        return status;
    }
    SamsokReader *reader = calloc(1, sizeof(*reader));
    if (reader == NULL) {
        input->host->fail(input, "out of memory");
        return SAMSOK_LIMIT;
    }
    reader->decoded = decoded;
    reader->at = decoded.text;
    reader->end = text_end(&decoded);
    reader->page = memchr(decoded.text, '\f', decoded.text_len) != NULL ? 1 : 0;
    reader->line = 1;
    *out_reader = reader;
    return SAMSOK_OK;
}

static void give(SamsokRun *run, SamsokRunKind kind, const char *name, const char *text, size_t len)
{
    run->kind = kind;
    run->name = name;
    run->name_len = name != NULL ? strlen(name) : 0;
    run->text = text;
    run->text_len = len;
}

/* The run of the reader's stage, if it has one; the reader goes on to the next stage. */
static bool give_front(SamsokReader *reader, SamsokRun *run)
{
    const char *charset = reader->decoded.charset;
    const char *warning = reader->decoded.warning;
    switch (reader->stage) {
    case STAGE_CHARSET:
        reader->stage = STAGE_WARNING;
        give(run, SAMSOK_RUN_META, SAMSOK_META_CHARSET, charset, strlen(charset));
        return true;
    case STAGE_WARNING:
        reader->stage = STAGE_FIRST_PAGE;
        if (warning != NULL) {
            give(run, SAMSOK_RUN_WARNING, "charset", warning, strlen(warning));
        }
        return warning != NULL;
    case STAGE_FIRST_PAGE:
        reader->stage = STAGE_LINES;
        if (reader->page > 0) {
            give(run, SAMSOK_RUN_PAGE, NULL, "", 0);
            run->page = reader->page;
        }
        return reader->page > 0;
    case STAGE_LINES:
        break;
    }
    return false;
}

/* The bytes of the line break at `p`, 0 if there is none. U+2028 and U+2029 are E2 80 A8 and A9. */
static size_t break_len(const char *p, const char *end)
{
    if (*p == '\n' || *p == '\v' || *p == '\f') {
        return 1;
    }
    if (*p == '\r') {
        return end - p > 1 && p[1] == '\n' ? 2 : 1;
    }
    bool separator =
        end - p > 2 && memcmp(p, "\xE2\x80", 2) == 0 && (p[2] == '\xA8' || p[2] == '\xA9');
    return separator ? 3 : 0;
}

static const char *find_break(const char *p, const char *end)
{
    while (p < end && ((unsigned char)*p > '\r' || *p < '\n') &&
           (*p != '\xE2' || break_len(p, end) == 0)) {
        p++;
    }
    return p;
}

/* Bytes of UTF-8 that go on with a character, and combining marks (U+0300 to U+036F), which the
 * host can compose only with the letter before them. */
static bool is_inside_letter(const char *p)
{
    unsigned char c = (unsigned char)*p;
    return (c & 0xC0) == 0x80 || c == 0xCC || c == 0xCD;
}

/* Where a piece from `start` that would end at `stop` has to end to be no longer than a run. */
static const char *piece_end(const char *start, const char *stop)
{
    if ((size_t)(stop - start) <= SAMSOK_RUN_MAX_BYTES) {
        return stop;
    }
    const char *cut = start + SAMSOK_RUN_MAX_BYTES;
    /* A letter has few marks; a stretch of nothing but marks is cut wherever it may be. */
    for (int i = 0; i < 64 && is_inside_letter(cut); i++) {
        cut--;
    }
    while (((unsigned char)*cut & 0xC0) == 0x80) {
        cut--;
    }
    return cut;
}

/* Passes the line break at reader->at. */
static void pass_break(SamsokReader *reader)
{
    size_t len = break_len(reader->at, reader->end);
    reader->line += *reader->at == '\n' || *reader->at == '\r';
    /* A form feed that ends the file opens no page. */
    reader->page_due = *reader->at == '\f' && reader->at + len < reader->end;
    reader->at += len;
}

static void give_page(SamsokReader *reader, SamsokRun *run)
{
    reader->page_due = false;
    reader->page++;
    give(run, SAMSOK_RUN_PAGE, NULL, "", 0);
    run->page = reader->page;
}

/* A form feed at a line's beginning breaks no line: there is none before it. */
static bool is_bare_page_break(const SamsokReader *reader)
{
    bool at_start = reader->at == reader->decoded.text || reader->at[-1] == '\n' ||
                    reader->at[-1] == '\r' || reader->at[-1] == '\f';
    return *reader->at == '\f' && at_start;
}

static SamsokStatus txt_next(SamsokReader *reader, SamsokRun *run)
{
    while (reader->stage != STAGE_LINES) {
        if (give_front(reader, run)) {
            return SAMSOK_OK;
        }
    }
    if (!reader->page_due && reader->at < reader->end && is_bare_page_break(reader)) {
        pass_break(reader);
    }
    if (reader->page_due) {
        give_page(reader, run);
        return SAMSOK_OK;
    }
    if (reader->at == reader->end) {
        return SAMSOK_END;
    }
    const char *stop = find_break(reader->at, reader->end);
    const char *end = piece_end(reader->at, stop);
    give(run, SAMSOK_RUN_LINE, NULL, reader->at, (size_t)(end - reader->at));
    run->page = reader->page;
    run->line = reader->line;
    run->flags = reader->continues ? SAMSOK_RUN_CONTINUES : 0;
    reader->continues = end < stop;
    reader->at = end;
    if (end == stop && end < reader->end) {
        pass_break(reader);
    }
    return SAMSOK_OK;
}

static void txt_close(SamsokReader *reader)
{
    free(reader);
}

static const char *const media_types[] = {
    "text/plain", "text/markdown", "text/x-rst", "text/csv", "text/tab-separated-values", NULL};

const SamsokPlugin samsok_plugin_entry = {
    .magic = SAMSOK_PLUGIN_MAGIC,
    .abi_major = SAMSOK_PLUGIN_ABI_MAJOR,
    .abi_minor = SAMSOK_PLUGIN_ABI_MINOR,
    .struct_size = sizeof(SamsokPlugin),
    .trust = SAMSOK_TRUST_OWN_CODE,
    .name = "txt",
    .version = PACKAGE_VERSION,
    .licence = "GPL-3.0-or-later",
    .media_types = media_types,
    .probe = txt_probe,
    .open = txt_open,
    .next = txt_next,
    .close = txt_close,
};
