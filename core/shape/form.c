/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds labels with their values among the last blocks of a document. */
#include "config.h"

#include "core/shape/form.h"

#include <string.h>

#include "core/base/text.h"
#include "core/shape/heading.h"
#include "core/shape/imprint.h"

/* The last blocks that are looked at; the labels that make a form; a value's length where it stands
 * in a block of its own. */
enum { FORM_BLOCKS = 60, MIN_LABELS = 3, MAX_VALUE_WORDS = 120 };

/* Labels by their letters and digits (samsok_heading_key). SAMSOK_FIELD_COUNT: known, not kept. */
typedef struct {
    const char *key;
    SamsokField field;
} Label;

static const Label labels[] = {
    {"rapporttittel", SAMSOK_FIELD_TITLE},
    {"rapportenstittel", SAMSOK_FIELD_TITLE},
    {"tittelpårapport", SAMSOK_FIELD_TITLE},
    {"tittel", SAMSOK_FIELD_TITLE},
    {"difisrapportnummer", SAMSOK_FIELD_NUMBER},
    {"difisnotatnummer", SAMSOK_FIELD_NUMBER},
    {"dføsrapportnummer", SAMSOK_FIELD_NUMBER},
    {"rapportnummer", SAMSOK_FIELD_NUMBER},
    {"rapportnr", SAMSOK_FIELD_NUMBER},
    {"notatnummer", SAMSOK_FIELD_NUMBER},
    {"forfattere", SAMSOK_FIELD_AUTHORS},
    {"forfatter", SAMSOK_FIELD_AUTHORS},
    {"forfattarar", SAMSOK_FIELD_AUTHORS},
    {"forfattar", SAMSOK_FIELD_AUTHORS},
    {"forfattarear", SAMSOK_FIELD_AUTHORS},
    {"utgiver", SAMSOK_FIELD_PUBLISHER},
    {"utgjevar", SAMSOK_FIELD_PUBLISHER},
    {"utgivar", SAMSOK_FIELD_PUBLISHER},
    {"datoforutgivelse", SAMSOK_FIELD_DATE},
    {"datoforutgjeving", SAMSOK_FIELD_DATE},
    {"utgivelsesdato", SAMSOK_FIELD_DATE},
    {"dato", SAMSOK_FIELD_DATE},
    {"emneord", SAMSOK_FIELD_KEYWORDS},
    {"stikkord", SAMSOK_FIELD_KEYWORDS},
    {"nøkkelord", SAMSOK_FIELD_KEYWORDS},
    {"resyméomtale", SAMSOK_FIELD_DESCRIPTION},
    {"resymé", SAMSOK_FIELD_DESCRIPTION},
    {"resyme", SAMSOK_FIELD_DESCRIPTION},
    {"omtale", SAMSOK_FIELD_DESCRIPTION},
    {"eventuelteksterntsamarbeid", SAMSOK_FIELD_COUNT},
    {"eveksterntsamarbeid", SAMSOK_FIELD_COUNT},
    {"eksterntsamarbeid", SAMSOK_FIELD_COUNT},
    {"prosjektnummer", SAMSOK_FIELD_COUNT},
    {"prosjektnavn", SAMSOK_FIELD_COUNT},
    {"prosjektnamn", SAMSOK_FIELD_COUNT},
    {"prosjektleder", SAMSOK_FIELD_COUNT},
    {"prosjektleiar", SAMSOK_FIELD_COUNT},
    {"prosjektansvarligavdeling", SAMSOK_FIELD_COUNT},
    {"prosjektansvarlegavdeling", SAMSOK_FIELD_COUNT},
    {"oppdragsgivere", SAMSOK_FIELD_COUNT},
    {"oppdragsgiver", SAMSOK_FIELD_COUNT},
    {"oppdragsgjevar", SAMSOK_FIELD_COUNT},
    {"antallsider", SAMSOK_FIELD_COUNT},
    {"talpåsider", SAMSOK_FIELD_COUNT},
    {"totaltantallsidertilkopiering", SAMSOK_FIELD_COUNT},
};

static const Label *label_of(const char *text)
{
    g_autofree char *key = samsok_heading_key(text);
    for (gsize i = 0; i < G_N_ELEMENTS(labels); i++) {
        if (strcmp(labels[i].key, key) == 0) {
            return &labels[i];
        }
    }
    return NULL;
}

/* The label that `block` is or begins with; the value behind its colon or in its next cell to
 * `out_value`, NULL when the value must stand in the next block. */
static const Label *label_in(const SamsokDraftBlock *block, char **out_value)
{
    *out_value = NULL;
    if (block->text == NULL) {
        return NULL;
    }
    if (block->cells != NULL && block->cells[0] != NULL) {
        const Label *label = label_of(block->cells[0]);
        *out_value = label == NULL || block->cells[1] == NULL ? NULL : g_strdup(block->cells[1]);
        return label;
    }
    const char *colon = strchr(block->text, ':');
    if (colon == NULL) {
        return label_of(block->text);
    }
    g_autofree char *name = g_strndup(block->text, (gsize)(colon - block->text));
    const Label *label = label_of(name);
    *out_value = label == NULL || colon[1] == '\0' ? NULL : samsok_text_squeeze(colon + 1);
    return label;
}

static void set_number(SamsokDraft *draft, const char *value)
{
    g_autofree char *line = g_strdup_printf("%s %s", "Rapport", value);
    g_auto(SamsokImprint) imprint = {0};
    /* «Difi-rapport 2014:7» names its series, «2014:7» does not. */
    if (samsok_imprint_find(value, NULL, &imprint)) {
        samsok_metadata_set(draft->metadata, SAMSOK_FIELD_SERIES, imprint.series, SAMSOK_SOURCE_TEXT);
        samsok_metadata_set(draft->metadata, SAMSOK_FIELD_NUMBER, imprint.number, SAMSOK_SOURCE_TEXT);
    } else if (samsok_imprint_find(line, "Difi", &imprint)) {
        samsok_metadata_set(draft->metadata, SAMSOK_FIELD_NUMBER, imprint.number, SAMSOK_SOURCE_TEXT);
    }
}

static void set_authors(SamsokDraft *draft, const char *value)
{
    g_auto(GStrv) names = g_strsplit_set(value, ",;", -1);
    for (char **name = names; *name != NULL; name++) {
        g_strstrip(*name);
        if (**name != '\0') {
            samsok_metadata_add_author(draft->metadata, *name, SAMSOK_SOURCE_TEXT);
        }
    }
}

static void take(SamsokDraft *draft, SamsokField field, const char *value)
{
    if (value == NULL || field == SAMSOK_FIELD_COUNT) {
        return;
    }
    g_autofree char *date = NULL;
    switch ((guint)field) {
    case SAMSOK_FIELD_NUMBER:
        set_number(draft, value);
        return;
    case SAMSOK_FIELD_AUTHORS:
        set_authors(draft, value);
        return;
    case SAMSOK_FIELD_DATE:
        date = samsok_imprint_date(value);
        samsok_metadata_set(draft->metadata, field, date, SAMSOK_SOURCE_TEXT);
        return;
    default:
        samsok_metadata_set(draft->metadata, field, value, SAMSOK_SOURCE_TEXT);
    }
}

/* The text of the block at `index` when it is a value and no further label. */
static const char *value_block(const SamsokDraft *draft, guint index)
{
    if (index >= draft->blocks->len) {
        return NULL;
    }
    const SamsokDraftBlock *block = samsok_draft_block(draft, index);
    g_autofree char *unused = NULL;
    bool usable = block->text != NULL && block->cells == NULL && label_in(block, &unused) == NULL &&
                  samsok_text_word_count(block->text) <= MAX_VALUE_WORDS;
    return usable ? block->text : NULL;
}

void samsok_form_read(SamsokDraft *draft)
{
    guint len = draft->blocks->len;
    guint first = len > FORM_BLOCKS ? len - FORM_BLOCKS : 0;
    guint found = 0;
    for (guint i = first; i < len; i++) {
        g_autofree char *value = NULL;
        found += label_in(samsok_draft_block(draft, i), &value) != NULL ? 1 : 0;
    }
    if (found < MIN_LABELS) {
        return;
    }
    for (guint i = first; i < len; i++) {
        g_autofree char *value = NULL;
        const Label *label = label_in(samsok_draft_block(draft, i), &value);
        if (label != NULL) {
            take(draft, label->field, value != NULL ? value : value_block(draft, i + 1));
        }
    }
}
