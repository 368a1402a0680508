/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References as a graph: GraphML and DOT.
 *
 * Source: GraphML 1.0, http://graphml.graphdrawing.org/specification.html; the DOT language of Graphviz.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "tools/command.h"
#include "tools/refs.h"

typedef struct {
    const SamsokReportRecord *from;
    const SamsokReportRecord *to;
    guint count;      /* references */
    bool is_certain;  /* one of them can mean nothing else */
} Edge;

typedef struct {
    GHashTable *nodes; /* set of const SamsokReportRecord * by id */
    GHashTable *edges; /* "from\nto" → Edge * */
} Graph;

static void graph_clear(Graph *graph)
{
    g_clear_pointer(&graph->nodes, g_hash_table_unref);
    g_clear_pointer(&graph->edges, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Graph, graph_clear)

static void add_edge(Graph *graph, const SamsokCitedPlace *place, const SamsokReportRecord *to)
{
    g_autofree char *key = g_strconcat(place->report->id, "\n", to->id, NULL);
    Edge *edge = g_hash_table_lookup(graph->edges, key);
    if (edge == NULL) {
        edge = g_new0(Edge, 1);
        edge->from = place->report;
        edge->to = to;
        g_hash_table_insert(graph->edges, g_steal_pointer(&key), edge);
        g_hash_table_insert(graph->nodes, (gpointer)edge->from->id, (gpointer)edge->from);
        g_hash_table_insert(graph->nodes, (gpointer)to->id, (gpointer)to);
    }
    edge->count++;
    edge->is_certain = edge->is_certain || place->state == SAMSOK_RESOLUTION_RESOLVED;
}

static void add_places(Graph *graph, const GPtrArray *places)
{
    for (guint i = 0; i < places->len; i++) {
        const SamsokCitedPlace *place = g_ptr_array_index(places, i);
        for (guint k = 0; k < place->candidates->len; k++) {
            add_edge(graph, place, g_array_index(place->candidates, SamsokResolved, k).report);
        }
    }
}

static Graph graph_of(const SamsokRefs *refs)
{
    Graph graph = {
        .nodes = g_hash_table_new(g_str_hash, g_str_equal),
        .edges = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
    };
    add_places(&graph, refs->cites);
    add_places(&graph, refs->cited_by);
    if (refs->report != NULL) {
        g_hash_table_insert(graph.nodes, (gpointer)refs->report->id, (gpointer)refs->report);
    }
    return graph;
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The keys of a table in order, so that the same corpus gives the same file. */
static GPtrArray *sorted_keys(GHashTable *table)
{
    GPtrArray *keys = g_ptr_array_new();
    GHashTableIter iter;
    gpointer key = NULL;
    g_hash_table_iter_init(&iter, table);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        g_ptr_array_add(keys, key);
    }
    g_ptr_array_sort(keys, by_text);
    return keys;
}

/* ---- GraphML ---------------------------------------------------------------------------------------- */

/* Text for XML: escaped, without characters that XML has no place for. Owner: the caller. */
static char *xml_text(const char *text)
{
    g_autofree char *printable = samsok_cli_printable(text);
    return g_markup_escape_text(printable, -1);
}

static void print_data(const char *key, const char *value)
{
    if (*value != '\0') {
        g_autofree char *shown = xml_text(value);
        printf("      <data key=\"%s\">%s</data>\n", key, shown);
    }
}

static void print_graphml_node(const SamsokReportRecord *report)
{
    g_autofree char *id = xml_text(report->id);
    g_autofree char *year = report->year == 0 ? g_strdup("") : g_strdup_printf("%u", report->year);
    printf("    <node id=\"%s\">\n", id);
    print_data("title", report->title);
    print_data("series", report->series);
    print_data("number", report->number);
    print_data("year", year);
    puts("    </node>");
}

static void print_graphml_edge(const Edge *edge)
{
    g_autofree char *from = xml_text(edge->from->id);
    g_autofree char *to = xml_text(edge->to->id);
    printf("    <edge source=\"%s\" target=\"%s\">\n", from, to);
    printf("      <data key=\"count\">%u</data>\n", edge->count);
    printf("      <data key=\"certain\">%s</data>\n    </edge>\n", edge->is_certain ? "true" : "false");
}

void samsok_refs_print_graphml(const SamsokRefs *refs)
{
    g_auto(Graph) graph = graph_of(refs);
    puts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
         "  <key id=\"title\" for=\"node\" attr.name=\"title\" attr.type=\"string\"/>\n"
         "  <key id=\"series\" for=\"node\" attr.name=\"series\" attr.type=\"string\"/>\n"
         "  <key id=\"number\" for=\"node\" attr.name=\"number\" attr.type=\"string\"/>\n"
         "  <key id=\"year\" for=\"node\" attr.name=\"year\" attr.type=\"int\"/>\n"
         "  <key id=\"count\" for=\"edge\" attr.name=\"count\" attr.type=\"int\"/>\n"
         "  <key id=\"certain\" for=\"edge\" attr.name=\"certain\" attr.type=\"boolean\"/>\n"
         "  <graph id=\"refs\" edgedefault=\"directed\">");
    g_autoptr(GPtrArray) nodes = sorted_keys(graph.nodes);
    for (guint i = 0; i < nodes->len; i++) {
        print_graphml_node(g_hash_table_lookup(graph.nodes, g_ptr_array_index(nodes, i)));
    }
    g_autoptr(GPtrArray) edges = sorted_keys(graph.edges);
    for (guint i = 0; i < edges->len; i++) {
        print_graphml_edge(g_hash_table_lookup(graph.edges, g_ptr_array_index(edges, i)));
    }
    puts("  </graph>\n</graphml>");
}

/* ---- DOT --------------------------------------------------------------------------------------------- */

/* A quoted string of DOT. Owner: the caller. */
static char *dot_text(const char *text)
{
    g_autofree char *printable = samsok_cli_printable(text);
    GString *out = g_string_new("\"");
    for (const char *p = printable; *p != '\0'; p++) {
        if (*p == '"' || *p == '\\') {
            g_string_append_c(out, '\\');
        }
        g_string_append_c(out, *p);
    }
    g_string_append_c(out, '"');
    return g_string_free(out, FALSE);
}

static void print_dot_node(const SamsokReportRecord *report)
{
    g_autofree char *name = *report->number == '\0' ? g_strdup(report->title)
                                                    : g_strdup_printf("%s %s", report->series, report->number);
    g_autofree char *id = dot_text(report->id);
    g_autofree char *label = dot_text(*name == '\0' ? report->id : name);
    g_autofree char *title = dot_text(report->title);
    printf("  %s [label=%s, tooltip=%s];\n", id, label, title);
}

static void print_dot_edge(const Edge *edge)
{
    g_autofree char *from = dot_text(edge->from->id);
    g_autofree char *to = dot_text(edge->to->id);
    printf("  %s -> %s [label=\"%u\"%s];\n", from, to, edge->count, edge->is_certain ? "" : ", style=dashed");
}

void samsok_refs_print_dot(const SamsokRefs *refs)
{
    g_auto(Graph) graph = graph_of(refs);
    puts("digraph refs {\n  node [shape=box];");
    g_autoptr(GPtrArray) nodes = sorted_keys(graph.nodes);
    for (guint i = 0; i < nodes->len; i++) {
        print_dot_node(g_hash_table_lookup(graph.nodes, g_ptr_array_index(nodes, i)));
    }
    g_autoptr(GPtrArray) edges = sorted_keys(graph.edges);
    for (guint i = 0; i < edges->len; i++) {
        print_dot_edge(g_hash_table_lookup(graph.edges, g_ptr_array_index(edges, i)));
    }
    puts("}");
}
