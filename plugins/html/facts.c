/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Metadata as label and value: how values are written, and lists of them in the page itself. */
#include "config.h"

#include "plugins/html/facts.h"

#include "plugins/html/dates.h"
#include "plugins/html/strings.h"

#include <string.h>

/* A label, a value, and the pairs of one list; lists with more are data, not metadata. */
#define LABEL_MAX 64
#define VALUE_MAX 4096
#define PAIRS_MAX 40

/* Labels that describe a document, in both forms of Norwegian, and the key each speaks for.
 * An empty key: known to be metadata, passed on under its label. */
static const struct {
    const char *label;
    const char *key;
} labels[] = {
    {"tittel", SAMSOK_META_TITLE},        {"dato", SAMSOK_META_DATE},
    {"utgivelsesdato", SAMSOK_META_DATE}, {"utgivelsesår", SAMSOK_META_DATE},
    {"utgitt", SAMSOK_META_DATE},         {"publiseringsdato", SAMSOK_META_DATE},
    {"datokode", "identifier"},           {"departement", SAMSOK_META_PUBLISHER},
    {"utgiver", SAMSOK_META_PUBLISHER},   {"utgjevar", SAMSOK_META_PUBLISHER},
    {"forfatter", SAMSOK_META_AUTHOR},    {"forfattere", SAMSOK_META_AUTHOR},
    {"forfattar", SAMSOK_META_AUTHOR},    {"forfattarar", SAMSOK_META_AUTHOR},
    {"serie", SAMSOK_META_SERIES},        {"rapportserie", SAMSOK_META_SERIES},
    {"rapportnummer", SAMSOK_META_NUMBER}, {"nummer", SAMSOK_META_NUMBER},
    {"språk", SAMSOK_META_LANGUAGE},      {"emneord", SAMSOK_META_KEYWORDS},
    {"nøkkelord", SAMSOK_META_KEYWORDS},  {"sammendrag", SAMSOK_META_DESCRIPTION},
    {"korttittel", "short-title"},        {"xml generert", ""},
    {"dokumentid", ""},                   {"refid", ""},
    {"publisert", ""},                    {"publisert i", ""},
    {"kunngjort", ""},                    {"i kraft fra", ""},
    {"ikrafttredelse", ""},               {"gjelder for", ""},
    {"gjeld for", ""},                    {"hjemmel", ""},
    {"endrer", ""},                       {"endrar", ""},
    {"sist endret", ""},                  {"sist endra", ""},
    {"sist oppdatert", ""},               {"annet om dokumentet", ""},
    {"rettsområde", ""},                  {"rettet", ""},
    {"journalnummer", ""},                {"oppdragsgiver", ""},
    {"prosjektnummer", ""},               {"prosjektleder", ""},
    {"antall sider", ""},                 {"isbn", ""},
    {"issn", ""},                         {"innhold", ""},
    {"etat", ""},                         {"a11y-status", ""},
    {"forvaltningsorgan", ""},            {"avdeling", ""},
};

static void write_date(HtmlSink *sink, const char *value, size_t len)
{
    char date[HTML_DATE_MAX];
    if (html_date_read(value, len, date)) {
        html_sink_add(sink, SAMSOK_RUN_META, SAMSOK_META_DATE, date, strlen(date));
    }
}

/* "nb_NO" and "nb-NO" alike; what names no language is left out. */
static void write_language_tag(HtmlSink *sink, const char *value, size_t len)
{
    char tag[12];
    size_t count = 0;
    while (count < len && count < sizeof tag &&
           (html_is_letter(value[count]) || value[count] == '-' || value[count] == '_')) {
        tag[count] = value[count] == '_' ? '-' : value[count];
        count++;
    }
    if (count == len && count >= 2) {
        html_sink_add(sink, SAMSOK_RUN_META, SAMSOK_META_LANGUAGE, tag, count);
    }
}

void html_fact_write(HtmlSink *sink, const char *key, const char *value, size_t len)
{
    if (value == NULL) {
        return;
    }
    html_trim(&value, &len);
    bool is_author_link = strcmp(key, SAMSOK_META_AUTHOR) == 0 &&
                          html_starts_with(value, len, "http");
    if (len == 0 || is_author_link) {
        return;
    }
    if (strcmp(key, SAMSOK_META_DATE) == 0) {
        write_date(sink, value, len);
    } else if (strcmp(key, SAMSOK_META_LANGUAGE) == 0) {
        write_language_tag(sink, value, len);
    } else {
        html_sink_add(sink, SAMSOK_RUN_META, key, value, len);
    }
}

static void append_words(HtmlText *out, const char *text, size_t most)
{
    for (; *text != '\0' && out->len < most; text++) {
        bool is_blank = html_is_space(*text);
        bool is_repeated = is_blank && (out->len == 0 || out->bytes[out->len - 1] == ' ');
        if (!is_repeated) {
            html_text_append(out, is_blank ? " " : text, 1);
        }
    }
}

void html_fact_text(const HtmlTree *tree, uint32_t index, size_t most, HtmlText *out)
{
    for (uint32_t i = index; i < tree->nodes[index].end; i++) {
        if (html_tree_is_text(tree, i)) {
            append_words(out, html_tree_text(tree, i), most);
        } else if (tree->nodes[i].tag == GUMBO_TAG_LI && out->len > 0 &&
                   out->bytes[out->len - 1] != ' ') {
            append_words(out, "; ", most);
        } else if (html_tag_is_block(tree->nodes[i].tag) || tree->nodes[i].tag == GUMBO_TAG_BR) {
            append_words(out, " ", most);
        }
    }
    while (out->len > 0 && out->bytes[out->len - 1] == ' ') {
        out->len--;
    }
    while (out->len >= most && out->len > 0 && ((unsigned char)out->bytes[out->len - 1] & 0x80)) {
        out->len--;
    }
}

/* A label in lower case without its colon. Norwegian capitals outside ASCII begin no known label. */
static void read_label(const HtmlTree *tree, uint32_t index, HtmlText *out)
{
    out->len = 0;
    html_fact_text(tree, index, LABEL_MAX, out);
    while (out->len > 0 && (out->bytes[out->len - 1] == ':' || out->bytes[out->len - 1] == ' ')) {
        out->len--;
    }
    for (size_t i = 0; i < out->len; i++) {
        out->bytes[i] = html_lower(out->bytes[i]);
    }
}

static const char *key_of(const HtmlText *label)
{
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        if (html_equals(label->bytes, label->len, labels[i].label)) {
            return labels[i].key;
        }
    }
    return NULL;
}

typedef struct {
    uint32_t label;
    uint32_t value;
} Pair;

static uint32_t next_element(const HtmlTree *tree, uint32_t index)
{
    uint32_t end = tree->nodes[tree->nodes[index].parent].end;
    uint32_t i = tree->nodes[index].end;
    while (i < end && !html_tree_is_element(tree, i)) {
        i = tree->nodes[i].end;
    }
    return i < end ? i : HTML_NONE;
}

static bool is_pair(const HtmlTree *tree, uint32_t label, uint32_t value)
{
    GumboTag tag = tree->nodes[label].tag;
    if (value == HTML_NONE) {
        return false;
    }
    bool is_row = (tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TD) &&
                  tree->nodes[value].tag == GUMBO_TAG_TD && next_element(tree, value) == HTML_NONE;
    return is_row || (tag == GUMBO_TAG_DT && tree->nodes[value].tag == GUMBO_TAG_DD);
}

/* The labels and values of a list; 0 when it has something else, or too much, in it. */
static uint32_t read_pairs(const HtmlTree *tree, uint32_t list, Pair pairs[PAIRS_MAX])
{
    uint32_t count = 0;
    uint32_t i = list + 1;
    while (i < tree->nodes[list].end) {
        GumboTag tag = tree->nodes[i].tag;
        bool is_label = tag == GUMBO_TAG_DT || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_TD;
        if (!is_label) {
            i++;
            continue;
        }
        uint32_t value = next_element(tree, i);
        if (!is_pair(tree, i, value) || count == PAIRS_MAX) {
            return 0;
        }
        pairs[count++] = (Pair){.label = i, .value = value};
        i = tree->nodes[value].end;
    }
    return count;
}

static bool describes_document(const HtmlTree *tree, const Pair *pairs, uint32_t count)
{
    HtmlText label = {0};
    uint32_t known = 0;
    for (uint32_t i = 0; i < count; i++) {
        read_label(tree, pairs[i].label, &label);
        known += key_of(&label) != NULL;
    }
    html_text_clear(&label);
    return known >= 2 && known * 2 >= count;
}

static void write_pair(const HtmlTree *tree, const Pair *pair, HtmlSink *sink)
{
    HtmlText label = {0};
    HtmlText value = {0};
    read_label(tree, pair->label, &label);
    html_fact_text(tree, pair->value, VALUE_MAX, &value);
    html_text_append(&label, "", 1);
    label.len--;
    const char *key = key_of(&label);
    if (html_equals(label.bytes, label.len, "datokode")) {
        write_date(sink, value.bytes, value.len);
    }
    bool is_contents = html_equals(label.bytes, label.len, "innhold");
    if (!is_contents && label.len > 0) {
        bool is_own = key == NULL || key[0] == '\0';
        html_fact_write(sink, is_own ? label.bytes : key, value.bytes, value.len);
    }
    html_text_clear(&label);
    html_text_clear(&value);
}

void html_facts_take(HtmlTree *tree, HtmlSink *sink)
{
    uint32_t i = 0;
    while (i < tree->len) {
        GumboTag tag = tree->nodes[i].tag;
        Pair pairs[PAIRS_MAX];
        uint32_t count =
            tag == GUMBO_TAG_DL || tag == GUMBO_TAG_TABLE ? read_pairs(tree, i, pairs) : 0;
        if (!describes_document(tree, pairs, count)) {
            i++;
            continue;
        }
        for (uint32_t p = 0; p < count; p++) {
            write_pair(tree, &pairs[p], sink);
        }
        tree->nodes[i].is_dropped = true;
        i = tree->nodes[i].end;
    }
}
