/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads weight and slant out of a font's name. */
#include "config.h"

#include "plugins/pdf/font.h"

#include <stdbool.h>

#include <glib.h>

#include "core/extract/plugin.h"

static const char *const bold_words[] = {"bold", "black", "heavy", "demi", "cmbx", "sfbx", "-bd"};
static const char *const italic_words[] = {"italic", "oblique", "slanted", "cmti", "sfti", "cmbxti",
                                           "-it"};

static bool holds_any(const char *name, const char *const *words, size_t n_words)
{
    for (const char *at = name; *at != '\0'; at++) {
        for (size_t i = 0; i < n_words; i++) {
            size_t k = 0;
            while (words[i][k] != '\0' && g_ascii_tolower(at[k]) == words[i][k]) {
                k++;
            }
            if (words[i][k] == '\0') {
                return true;
            }
        }
    }
    return false;
}

uint32_t samsok_pdf_font_flags(const char *name)
{
    if (name == NULL) {
        return 0;
    }
    uint32_t flags = 0;
    if (holds_any(name, bold_words, G_N_ELEMENTS(bold_words))) {
        flags |= SAMSOK_RUN_BOLD;
    }
    if (holds_any(name, italic_words, G_N_ELEMENTS(italic_words))) {
        flags |= SAMSOK_RUN_ITALIC;
    }
    return flags;
}
