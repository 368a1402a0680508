/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of JSON, and how they are printed. */
#include "config.h"

#include "tools/json.h"

#include <math.h>
#include <stdio.h>
#include <unistd.h>

/* So many digits give any double back; fewer would do for some, and newer Janssons choose them if not told. */
enum { FLAGS = JSON_REAL_PRECISION(17), ON_ONE_LINE = FLAGS | JSON_COMPACT, PRETTY = FLAGS | JSON_INDENT(2) };

void samsok_json_init(void)
{
    json_set_alloc_funcs(g_malloc, g_free);
}

char *samsok_json_text(json_t *object)
{
    char *text = json_dumps(object, ON_ONE_LINE);
    json_decref(object);
    return text;
}

void samsok_json_print(json_t *object, bool may_be_pretty)
{
    json_dumpf(object, stdout, may_be_pretty && isatty(STDOUT_FILENO) ? PRETTY : ON_ONE_LINE);
    putchar('\n');
    json_decref(object);
}

/* ---- Values ---- */

static json_t *string_value(const char *value)
{
    if (value == NULL) {
        return json_null();
    }
    json_t *string = json_string(value);
    if (string == NULL) {
        g_autofree char *mended = g_utf8_make_valid(value, -1);
        string = json_string(mended);
    }
    return string;
}

void samsok_json_set_string(json_t *object, const char *name, const char *value)
{
    json_object_set_new(object, name, string_value(value));
}

void samsok_json_set_real(json_t *object, const char *name, double value)
{
    json_object_set_new(object, name, isfinite(value) ? json_real(value) : json_null());
}

void samsok_json_set_number(json_t *object, const char *name, guint64 value)
{
    json_object_set_new(object, name, json_integer((json_int_t)value));
}

void samsok_json_set_bool(json_t *object, const char *name, bool value)
{
    json_object_set_new(object, name, json_boolean(value));
}

void samsok_json_set_known(json_t *object, const char *name, const char *value)
{
    samsok_json_set_string(object, name, value == NULL || *value == '\0' ? NULL : value);
}

void samsok_json_set_known_number(json_t *object, const char *name, guint64 value)
{
    json_object_set_new(object, name, value == 0 ? json_null() : json_integer((json_int_t)value));
}

void samsok_json_set_lines(json_t *object, const SamsokPlace *place)
{
    if (place->line_first == 0) {
        json_object_set_new(object, "lines", json_null());
        return;
    }
    json_t *lines = json_object();
    samsok_json_set_number(lines, "first", place->line_first);
    samsok_json_set_number(lines, "last", place->line_last);
    json_object_set_new(object, "lines", lines);
}

void samsok_json_add_string(json_t *array, const char *value)
{
    json_array_append_new(array, string_value(value));
}

json_t *samsok_json_strings(const char *const *strings)
{
    json_t *array = json_array();
    for (guint i = 0; strings != NULL && strings[i] != NULL; i++) {
        samsok_json_add_string(array, strings[i]);
    }
    return array;
}

json_t *samsok_json_string_array(const GPtrArray *strings)
{
    json_t *array = json_array();
    for (guint i = 0; i < strings->len; i++) {
        samsok_json_add_string(array, g_ptr_array_index(strings, i));
    }
    return array;
}

json_t *samsok_json_authors(const char *joined)
{
    json_t *array = json_array();
    g_auto(GStrv) names = g_strsplit(joined == NULL ? "" : joined, ";", -1);
    for (guint i = 0; names[i] != NULL; i++) {
        samsok_json_add_string(array, g_strstrip(names[i]));
    }
    return array;
}

json_t *samsok_json_named(const char *id, const char *label)
{
    json_t *object = json_object();
    samsok_json_set_string(object, "id", id);
    samsok_json_set_string(object, "label", label);
    return object;
}
