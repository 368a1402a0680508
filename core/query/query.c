/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The query tree: its memory, its walk and its description in the query language. */
#include "config.h"

#include "core/query/query.h"

#include <stdarg.h>
#include <string.h>

#include "core/base/limits.h"

/* Shorter parts are in too many other words to say anything. */
#define MIN_PART_LETTERS 4

void samsok_query_free(SamsokQuery *query)
{
    if (query == NULL) {
        return;
    }
    g_ptr_array_unref(query->notes);
    g_ptr_array_unref(query->nodes);
    g_string_chunk_free(query->strings);
    g_free(query);
}

static void append_quoted(GString *out, const char *text)
{
    /* The lexer's pairs of quotes, so that one of them always fits around what was between another. */
    if (strchr(text, '"') == NULL) {
        g_string_append_printf(out, "\"%s\"", text);
    } else if (strstr(text, "»") == NULL) {
        g_string_append_printf(out, "«%s»", text);
    } else if (strstr(text, "«") == NULL) {
        g_string_append_printf(out, "»%s«", text);
    } else {
        g_string_append_printf(out, "”%s”", text);
    }
}

/* A value that the lexer would read as one word without quotes. */
static bool is_plain_value(const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_joint = p > text && (c == '-' || c == ':' || c == '.' || c == '/');
        if (!is_joint && !g_unichar_isalnum(c)) {
            return false;
        }
    }
    return *text != '\0';
}

static void append_years(GString *out, const SamsokQueryNode *node)
{
    if (node->year_first == node->year_last) {
        g_string_append_printf(out, "%u", node->year_first);
        return;
    }
    if (node->year_first > 0) {
        g_string_append_printf(out, "%u", node->year_first);
    }
    g_string_append(out, "..");
    if (node->year_last < G_MAXUINT) {
        g_string_append_printf(out, "%u", node->year_last);
    }
}

typedef struct {
    GString *text;
    bool corrects;     /* words are replaced by what they were taken for */
    bool is_corrected; /* some word was */
} Description;

static void describe_node(const SamsokQueryNode *node, Description *out);

static bool is_corrected(const SamsokQueryNode *leaf)
{
    guint i = 0;
    while (i < leaf->words->len && g_array_index(leaf->words, SamsokQueryWord, i).meant[0] == NULL) {
        i++;
    }
    return i < leaf->words->len;
}

/* The words of one leaf are joined, so that they are read as one again. */
static void describe_word(const SamsokQueryNode *leaf, Description *out)
{
    if (!out->corrects || !is_corrected(leaf)) {
        g_string_append(out->text, leaf->text);
        return;
    }
    out->is_corrected = true;
    for (guint i = 0; i < leaf->words->len; i++) {
        const SamsokQueryWord *word = &g_array_index(leaf->words, SamsokQueryWord, i);
        const char *shown = word->meant[0] == NULL ? word->word : word->meant[0];
        g_string_append_printf(out->text, "%s%s", i == 0 ? "" : "-", shown);
    }
}

static void describe_leaf(const SamsokQueryNode *node, Description *out)
{
    if (node->field != SAMSOK_QUERY_FIELD_TEXT) {
        g_string_append_printf(out->text, "%s:", samsok_query_field_name(node->field));
    }
    switch (node->kind) {
    case SAMSOK_QUERY_PHRASE:
        append_quoted(out->text, node->text);
        break;
    case SAMSOK_QUERY_VALUE:
        if (is_plain_value(node->text)) {
            g_string_append(out->text, node->text);
        } else {
            append_quoted(out->text, node->text);
        }
        break;
    case SAMSOK_QUERY_YEARS:
        append_years(out->text, node);
        break;
    case SAMSOK_QUERY_PREFIX:
        g_string_append_printf(out->text, "%s*", node->text);
        break;
    case SAMSOK_QUERY_WORD:
        describe_word(node, out);
        break;
    case SAMSOK_QUERY_BAG:
    case SAMSOK_QUERY_OR:
    case SAMSOK_QUERY_NEAR:
        g_string_append(out->text, node->text);
        break;
    }
}

/* A child below another operator needs parentheses when it has several children itself. */
static void describe_child(const SamsokQueryNode *child, Description *out)
{
    if (child->children == NULL) {
        describe_node(child, out);
        return;
    }
    g_string_append_c(out->text, '(');
    describe_node(child, out);
    g_string_append_c(out->text, ')');
}

static void describe_bag_child(const SamsokQueryNode *child, Description *out)
{
    static const char *const signs[] = {"", "+", "-"};
    g_string_append(out->text, signs[child->occurrence]);
    describe_child(child, out);
}

static void describe_node(const SamsokQueryNode *node, Description *out)
{
    if (node->children == NULL) {
        describe_leaf(node, out);
        return;
    }
    static const char *const joints[] = {
        [SAMSOK_QUERY_BAG] = " ", [SAMSOK_QUERY_OR] = " ELLER ", [SAMSOK_QUERY_NEAR] = " NÆR "};
    for (guint i = 0; i < node->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(node->children, i);
        g_string_append(out->text, i == 0 ? "" : joints[node->kind]);
        if (node->kind == SAMSOK_QUERY_BAG) {
            describe_bag_child(child, out);
        } else {
            describe_child(child, out);
        }
    }
}

static Description describe(const SamsokQuery *query, bool corrects)
{
    Description out = {.text = g_string_new(NULL), .corrects = corrects};
    if (query->root != NULL) {
        describe_node(query->root, &out);
    }
    return out;
}

char *samsok_query_describe(const SamsokQuery *query)
{
    Description out = describe(query, false);
    return g_string_free(out.text, FALSE);
}

char *samsok_query_describe_corrected(const SamsokQuery *query)
{
    Description out = describe(query, true);
    return g_string_free(out.text, !out.is_corrected);
}

/* Levels of parents below and with `node`. */
static guint levels_of(const SamsokQueryNode *node)
{
    if (node->children == NULL) {
        return 0;
    }
    guint deepest = 0;
    for (guint i = 0; i < node->children->len; i++) {
        guint below = levels_of(g_ptr_array_index(node->children, i)); /* once: MAX would ask twice */
        deepest = MAX(deepest, below);
    }
    return deepest + 1;
}

guint samsok_query_depth(const SamsokQuery *query)
{
    guint levels = query->root == NULL ? 0 : levels_of(query->root);
    return levels == 0 ? 0 : levels - 1;
}

static bool has_string(const char *const *strings, const char *wanted)
{
    for (; *strings != NULL; strings++) {
        if (strcmp(*strings, wanted) == 0) {
            return true;
        }
    }
    return false;
}

bool samsok_query_word_has_stem(const SamsokQueryWord *word, const char *stem)
{
    return strcmp(word->stem, stem) == 0 || strcmp(word->english_stem, stem) == 0 ||
           has_string(word->alternatives, stem);
}

static void add_string(const char **strings, guint room, const char *string)
{
    guint count = 0;
    while (strings[count] != NULL) {
        count++;
    }
    if (count < room) {
        strings[count] = string;
    }
}

void samsok_query_word_add_stem(SamsokQueryWord *word, const char *stem)
{
    if (!samsok_query_word_has_stem(word, stem)) {
        add_string(word->alternatives, SAMSOK_WORD_ALTERNATIVES, stem);
    }
}

void samsok_query_word_add_part(SamsokQueryWord *word, const char *stem)
{
    bool is_telling = g_utf8_strlen(stem, -1) >= MIN_PART_LETTERS;
    if (is_telling && !samsok_query_word_has_stem(word, stem) && !has_string(word->parts, stem)) {
        add_string(word->parts, SAMSOK_WORD_PARTS, stem);
    }
}

bool samsok_query_node_is_filter(const SamsokQueryNode *node)
{
    bool is_filter = node->kind == SAMSOK_QUERY_VALUE || node->kind == SAMSOK_QUERY_YEARS ||
                     node->kind == SAMSOK_QUERY_OR;
    for (guint i = 0; is_filter && node->children != NULL && i < node->children->len; i++) {
        is_filter = samsok_query_node_is_filter(g_ptr_array_index(node->children, i));
    }
    return is_filter;
}

void samsok_query_note(GPtrArray *notes, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *note = g_strdup_vprintf(format, args);
    va_end(args);
    bool is_new = !g_ptr_array_find_with_equal_func(notes, note, g_str_equal, NULL);
    if (is_new && notes->len < SAMSOK_MAX_QUERY_NOTES) {
        g_ptr_array_add(notes, g_steal_pointer(&note));
    }
}

static void each_shown(const SamsokQueryNode *node, SamsokEachLeaf each, void *data)
{
    if (node == NULL || node->occurrence == SAMSOK_FORBIDDEN) {
        return;
    }
    if (node->words != NULL) {
        each(node, data);
    }
    for (guint i = 0; node->children != NULL && i < node->children->len; i++) {
        each_shown(g_ptr_array_index(node->children, i), each, data);
    }
}

void samsok_query_each_shown(const SamsokQuery *query, SamsokEachLeaf each, void *data)
{
    each_shown(query->root, each, data);
    each_shown(query->names, each, data);
}
