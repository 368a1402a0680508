/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growable text and ASCII comparisons for the HTML plugin. */
#include "config.h"

#include "plugins/html/strings.h"

#include <stdlib.h>
#include <string.h>

void *html_reallocate(void *block, size_t count, size_t size)
{
    void *grown = reallocarray(block, count, size);
    if (grown == NULL) {
        /* The plugin interface lets a lack of memory end the worker; the parser does the same. */
        __builtin_trap();
    }
    return grown;
}

void *html_grow(void *array, uint32_t len, uint32_t *capacity, size_t size)
{
    if (len < *capacity) {
        return array;
    }
    *capacity = *capacity == 0 ? 64 : *capacity * 2;
    return html_reallocate(array, *capacity, size);
}

void html_text_append(HtmlText *text, const char *bytes, size_t len)
{
    if (len == 0) {
        return;
    }
    if (len > text->size - text->len) {
        size_t size = text->size == 0 ? 256 : text->size;
        while (size - text->len < len) {
            size *= 2;
        }
        text->bytes = html_reallocate(text->bytes, size, 1);
        text->size = size;
    }
    memcpy(text->bytes + text->len, bytes, len);
    text->len += len;
}

void html_text_clear(HtmlText *text)
{
    free(text->bytes);
    *text = (HtmlText){0};
}

bool html_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool html_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool html_is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char html_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool html_starts_with(const char *bytes, size_t len, const char *word)
{
    size_t i = 0;
    while (word[i] != '\0') {
        if (i >= len || html_lower(bytes[i]) != word[i]) {
            return false;
        }
        i++;
    }
    return true;
}

bool html_equals(const char *bytes, size_t len, const char *word)
{
    return strlen(word) == len && html_starts_with(bytes, len, word);
}

size_t html_find(const char *bytes, size_t len, const char *word)
{
    for (size_t i = 0; i < len; i++) {
        if (html_lower(bytes[i]) == word[0] && html_starts_with(bytes + i, len - i, word)) {
            return i;
        }
    }
    return len;
}

bool html_is_one_of(const char *bytes, size_t len, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (html_equals(bytes, len, *words)) {
            return true;
        }
    }
    return false;
}

void html_trim(const char **bytes, size_t *len)
{
    while (*len > 0 && html_is_space((*bytes)[0])) {
        (*bytes)++;
        (*len)--;
    }
    while (*len > 0 && html_is_space((*bytes)[*len - 1])) {
        (*len)--;
    }
}
