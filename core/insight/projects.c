/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through a document for names of undertakings and decides which of them it supports. */
#include "config.h"

#include "core/insight/projects.h"

#include <string.h>

#include "core/insight/projects-private.h"

/* ---- Kinds ---- */

static const char *const kind_names[] = {
#define X(kind, name, norwegian) name,
    SAMSOK_PROJECT_KIND_LIST(X)
#undef X
};

static const char *const norwegian_names[] = {
#define X(kind, name, norwegian) norwegian,
    SAMSOK_PROJECT_KIND_LIST(X)
#undef X
};

const char *samsok_project_kind_name(SamsokProjectKind kind)
{
    return kind_names[kind];
}

const char *samsok_project_kind_norwegian(SamsokProjectKind kind)
{
    return norwegian_names[kind];
}

SamsokProjectKind samsok_project_kind_from_name(const char *name)
{
    guint kind = 0;
    while (kind < SAMSOK_PROJECT_KIND_COUNT && strcmp(kind_names[kind], name) != 0 &&
           strcmp(norwegian_names[kind], name) != 0) {
        kind++;
    }
    return (SamsokProjectKind)kind;
}

static bool is_letter(const char *p)
{
    return g_unichar_isalnum(g_utf8_get_char(p));
}

/* The end of the next word of `text` from `p` on; NULL at the end of the text. */
static const char *next_word_end(const char *p)
{
    while (*p != '\0' && !is_letter(p)) {
        p = g_utf8_next_char(p);
    }
    if (*p == '\0') {
        return NULL;
    }
    while (is_letter(p)) {
        p = g_utf8_next_char(p);
    }
    return p;
}

SamsokProjectKind samsok_project_kind_of(const char *name)
{
    g_autoptr(SamsokProjectNouns) nouns = samsok_project_nouns_new();
    for (const char *end = next_word_end(name); end != NULL; end = next_word_end(end)) {
        const SamsokProjectNoun *noun = samsok_project_noun(nouns, name, (gsize)(end - name));
        if (noun != NULL && noun->kind != SAMSOK_PROJECT_OTHER) {
            return noun->kind;
        }
    }
    return SAMSOK_PROJECT_OTHER;
}

/* ---- Spellings ---- */

/* Letter by letter, so that a place in the folded text is a place in the text. Owner: the caller. */
static char *fold(const char *text)
{
    GString *out = g_string_sized_new(strlen(text));
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_dash = c == 0x2010 || c == 0x2011 || c == 0x2013;
        g_string_append_unichar(out, is_dash ? '-' : c == '\n' ? ' ' : g_unichar_tolower(c));
    }
    return g_string_free(out, FALSE);
}

/* Cuts off « i Sunnhamn» at the end. */
static void cut_place(char *name)
{
    static const char *const joins[] = {" i ", " på ", " ved "};
    for (guint i = 0; i < G_N_ELEMENTS(joins); i++) {
        char *join = g_strrstr(name, joins[i]);
        const char *place = join == NULL ? NULL : join + strlen(joins[i]);
        if (place != NULL && join > name && g_unichar_isupper(g_utf8_get_char(place)) &&
            strchr(place, ' ') == NULL) {
            *join = '\0';
            return;
        }
    }
}

char *samsok_project_key(const char *name)
{
    g_autofree char *cut = g_strdup(name);
    g_strstrip(cut);
    cut_place(cut);
    return fold(cut);
}

/* ---- Where a name stands ---- */

typedef struct {
    char *key;
    glong letters;      /* of the key */
    bool has_capital;   /* a place must begin with one */
    bool is_common;     /* must be quoted or stand behind what it is */
} Name;

static void name_clear(Name *name)
{
    g_free(name->key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Name, name_clear)

static Name name_of(const SamsokProjectNouns *nouns, const char *name)
{
    Name made = {.key = samsok_project_key(name)};
    made.letters = g_utf8_strlen(made.key, -1);
    const SamsokProjectNoun *noun = samsok_project_noun(nouns, made.key, strlen(made.key));
    bool is_word = strpbrk(made.key, " -0123456789") == NULL;
    bool is_noun = noun != NULL && strlen(noun->form) < strlen(made.key);
    bool starts_high = g_unichar_isupper(g_utf8_get_char(name));
    bool has_inner = false;
    for (const char *p = g_utf8_next_char(name); *name != '\0' && *p != '\0'; p = g_utf8_next_char(p)) {
        has_inner = has_inner || g_unichar_isupper(g_utf8_get_char(p));
    }
    made.has_capital = starts_high && !(is_word && is_noun);
    made.is_common = is_word && !is_noun && !has_inner;
    return made;
}

static bool is_quote_before(const char *text, const char *at)
{
    const char *before = at == text ? at : g_utf8_prev_char(at);
    gunichar c = g_utf8_get_char(before);
    return at > text && (c == 0xAB || c == 0x201C || c == 0x201E || c == '"');
}

/* True when what stands at `at` in the text is the name and not a part of other words. */
static bool is_place(const SamsokProjectNouns *nouns, const Name *name, const char *text,
                     const char *at, const char *end)
{
    bool begins = at == text || !is_letter(g_utf8_prev_char(at));
    bool ends = *end == '\0' || !is_letter(end) || (*end == 's' && !is_letter(end + 1));
    if (!begins || !ends || (name->has_capital && !g_unichar_isupper(g_utf8_get_char(at)))) {
        return false;
    }
    SamsokProjectWord before = {0};
    return !name->is_common || is_quote_before(text, at) ||
           (samsok_project_word_before(text, (gsize)(at - text), &before) &&
            samsok_project_noun(nouns, text, before.end) != NULL);
}

static void find_spans(const SamsokProjectNouns *nouns, const Name *name, const char *text,
                       const char *folded, GArray *spans)
{
    const char *at = text; /* keeps step with `found` */
    const char *last = folded;
    for (const char *found = strstr(folded, name->key); found != NULL;
         found = strstr(g_utf8_next_char(found), name->key)) {
        at = g_utf8_offset_to_pointer(at, g_utf8_pointer_to_offset(last, found));
        last = found;
        if (is_place(nouns, name, text, at, g_utf8_offset_to_pointer(at, name->letters))) {
            guint start = (guint)g_utf8_pointer_to_offset(text, at);
            const SamsokProjectSpan span = {start, start + (guint)name->letters};
            g_array_append_val(spans, span);
        }
    }
}

void samsok_project_spans(const char *text, const char *name, GArray *spans)
{
    g_autoptr(SamsokProjectNouns) nouns = samsok_project_nouns_new();
    g_auto(Name) wanted = name_of(nouns, name);
    g_autofree char *folded = fold(text);
    if (wanted.letters > 0) {
        find_spans(nouns, &wanted, text, folded, spans);
    }
}

/* ---- A document ---- */

static void project_free(gpointer data)
{
    SamsokProject *project = data;
    g_free(project->name);
    g_free(project->key);
    g_free(project->definition);
    g_free(project);
}

static bool is_read(const SamsokBlock *block)
{
    return block->kind != SAMSOK_BLOCK_CONTENTS && block->kind != SAMSOK_BLOCK_FURNITURE &&
           strcmp(block->language, "en") != 0;
}

/* A byte that letters are made of; of the signs of several bytes, quotes and dashes are none. */
static bool is_letter_byte(guint8 byte)
{
    return g_ascii_isalnum((char)byte) || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2);
}

static void read_text(SamsokProjectFinder *finder, const char *text, bool is_heading)
{
    finder->text = text;
    finder->is_heading = is_heading;
    bool in_word = false;
    for (gsize at = 0;; at++) {
        bool is_inside = is_letter_byte((guint8)text[at]);
        const SamsokProjectNoun *noun =
            in_word && !is_inside ? samsok_project_noun(finder->nouns, text, at) : NULL;
        if (noun != NULL) {
            samsok_project_names(finder, noun, at);
        }
        in_word = is_inside;
        if (text[at] == '\0') {
            return;
        }
    }
}

static void count_places(const SamsokProjectFinder *finder)
{
    g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(Name));
    g_array_set_clear_func(names, (GDestroyNotify)name_clear);
    for (guint i = 0; i < finder->projects->len; i++) {
        const SamsokProject *project = g_ptr_array_index(finder->projects, i);
        Name name = name_of(finder->nouns, project->name);
        g_array_append_val(names, name);
    }
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(SamsokProjectSpan));
    for (guint i = 0; names->len > 0 && i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_document_block(finder->document, i);
        if (!is_read(block)) {
            continue;
        }
        g_autofree char *folded = fold(block->text);
        for (guint k = 0; k < names->len; k++) {
            SamsokProject *project = g_ptr_array_index(finder->projects, k);
            g_array_set_size(spans, 0);
            find_spans(finder->nouns, &g_array_index(names, Name, k), block->text, folded, spans);
            project->count += spans->len;
        }
    }
}

/* A name that is told as one twice, and in no fewer than a third of its places. */
static void support(SamsokProject *project)
{
    project->count = MAX(project->count, project->named);
    bool is_usual = project->named * 3 >= project->count;
    bool is_again = project->count >= 2 && (project->named >= 2 || is_usual);
    project->is_supported = project->is_supported || (is_again && is_usual);
}

GPtrArray *samsok_projects(const SamsokDocument *document)
{
    g_autoptr(SamsokProjectNouns) nouns = samsok_project_nouns_new();
    g_autoptr(GHashTable) by_key = g_hash_table_new(g_str_hash, g_str_equal);
    SamsokProjectFinder finder = {
        .document = document,
        .nouns = nouns,
        .projects = g_ptr_array_new_with_free_func(project_free),
        .by_key = by_key,
    };
    const char *title =
        samsok_metadata_value(samsok_document_metadata(document), SAMSOK_FIELD_TITLE);
    if (title != NULL && (g_str_has_prefix(title, "Lov ") || g_str_has_prefix(title, "Forskrift "))) {
        return finder.projects; /* names areas and agencies, tells of no work */
    }
    if (title != NULL) {
        read_text(&finder, title, true);
    }
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        if (is_read(block)) {
            read_text(&finder, block->text, block->kind == SAMSOK_BLOCK_HEADING);
        }
    }
    count_places(&finder);
    for (guint i = 0; i < finder.projects->len; i++) {
        support(g_ptr_array_index(finder.projects, i));
    }
    return finder.projects;
}
