/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the form on a report's last page, or its colophon, and takes it out of the text.
 *
 * «Rapporttittel», «Difis rapportnummer», «Forfatter(e)», «Dato for utgivelse», «Utgiver», … stand each
 * on a line with the value behind a colon, in the block after it, or in the next cell of a row. A form
 * is believed when three of its labels are there.
 */
#include "config.h"

#include "core/shape/draft.h"

#include <string.h>

#include "core/base/text.h"
#include "core/shape/authors.h"
#include "core/shape/heading.h"
#include "core/shape/imprint.h"

/* The last blocks that are looked at; the labels that make a form; a value's length where it stands
 * in a block of its own; labels that only forms have; blocks to a label at most; a label's length, three times
 * that of the longest. */
enum {
    FORM_BLOCKS = 60,
    MIN_LABELS = 3,
    MIN_SURE_LABELS = 2,
    MAX_VALUE_WORDS = 120,
    BLOCKS_A_LABEL = 4,
    MAX_LABEL_BYTES = 100
};

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
    {"dføsnotatnummer", SAMSOK_FIELD_NUMBER},
    {"rapportnummer", SAMSOK_FIELD_NUMBER},
    {"rapportnr", SAMSOK_FIELD_NUMBER},
    {"notatnummer", SAMSOK_FIELD_NUMBER},
    {"forfattere", SAMSOK_FIELD_AUTHORS},
    {"forfatter", SAMSOK_FIELD_AUTHORS},
    {"forfattarar", SAMSOK_FIELD_AUTHORS},
    {"forfattar", SAMSOK_FIELD_AUTHORS},
    {"forfattarear", SAMSOK_FIELD_AUTHORS},
    {"utgiver", SAMSOK_FIELD_PUBLISHER},
    {"utgittav", SAMSOK_FIELD_PUBLISHER},
    {"utgjevar", SAMSOK_FIELD_PUBLISHER},
    {"utgivar", SAMSOK_FIELD_PUBLISHER},
    {"datoforutgivelse", SAMSOK_FIELD_DATE},
    {"datoforutgjeving", SAMSOK_FIELD_DATE},
    {"datoforutgiving", SAMSOK_FIELD_DATE},
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
    {"talsider", SAMSOK_FIELD_COUNT},
    {"rapporttype", SAMSOK_FIELD_COUNT},
    {"issn", SAMSOK_FIELD_COUNT},
    {"isbn", SAMSOK_FIELD_COUNT},
    {"totaltantallsidertilkopiering", SAMSOK_FIELD_COUNT},
};

static const Label *label_of(const char *text)
{
    if (strlen(text) > MAX_LABEL_BYTES) {
        return NULL;
    }
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
    g_auto(GStrv) names = samsok_authors_split(value);
    for (char **name = names; *name != NULL; name++) {
        samsok_metadata_add_author(draft->metadata, *name, SAMSOK_SOURCE_TEXT);
    }
}

/* «Difi, Postboks 8115 Dep, 0032 Oslo»: where the publisher is found is no part of its name. An address begins
 * with a box or goes on with the number of a house or a post town. Owner: the caller. */
static char *without_address(const char *value)
{
    static const char *const boxes[] = {"postboks", "boks ", "pb ", "pb. ", "p.b. ", "www.", "http", "tlf", "telefon"};
    const char *end = value + strlen(value);
    for (const char *comma = strchr(value, ','); comma != NULL; comma = strchr(comma + 1, ',')) {
        g_autofree char *rest = g_utf8_strdown(comma + 1, (gssize)strcspn(comma + 1, ","));
        const char *part = g_strchug(rest);
        bool is_address = strpbrk(part, "0123456789") != NULL;
        for (gsize i = 0; i < G_N_ELEMENTS(boxes); i++) {
            is_address = is_address || g_str_has_prefix(part, boxes[i]);
        }
        if (is_address) {
            end = comma;
            break;
        }
    }
    return g_strndup(value, (gsize)(end - value));
}

static void take(SamsokDraft *draft, SamsokField field, const char *value)
{
    if (value == NULL || field == SAMSOK_FIELD_COUNT) {
        return;
    }
    g_autofree char *date = NULL;
    g_autofree char *name = NULL;
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
    case SAMSOK_FIELD_PUBLISHER:
        name = without_address(value);
        samsok_metadata_set(draft->metadata, field, name, SAMSOK_SOURCE_TEXT);
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

/* The labels among the last blocks: how many, how many that stand in forms alone, where. */
typedef struct {
    guint count;
    guint sure;
    guint first;
    guint last; /* the last label's value included */
} Form;

/* «Tittel», «dato» and «forfatter» are heads of many a table; the rest are of forms alone. */
static bool is_sure(const Label *label)
{
    static const char *const common[] = {"tittel", "dato", "forfatter", "forfattere", "emneord",
                                         "stikkord", "nøkkelord", "omtale", "antallsider"};
    for (gsize i = 0; i < G_N_ELEMENTS(common); i++) {
        if (strcmp(label->key, common[i]) == 0) {
            return false;
        }
    }
    return true;
}

static Form find_form(const SamsokDraft *draft)
{
    guint len = draft->blocks->len;
    Form form = {.first = len};
    for (guint i = len > FORM_BLOCKS ? len - FORM_BLOCKS : 0; i < len; i++) {
        g_autofree char *value = NULL;
        const Label *label = label_in(samsok_draft_block(draft, i), &value);
        if (label == NULL) {
            continue;
        }
        form.count++;
        form.sure += is_sure(label) ? 1 : 0;
        form.first = MIN(form.first, i);
        form.last = value == NULL && value_block(draft, i + 1) != NULL ? i + 1 : i;
    }
    return form;
}

/* Labels stand close, and nothing but an address follows them. */
static bool is_dense(const Form *form, guint blocks)
{
    return form->count * BLOCKS_A_LABEL >= form->last + 1 - form->first &&
           form->last + BLOCKS_A_LABEL >= blocks - 1;
}

/* A form is no part of what the report says: it leaves outline and passages. */
static void make_furniture(SamsokDraft *draft, const Form *form)
{
    for (guint i = form->first; i <= form->last; i++) {
        SamsokDraftBlock *block = samsok_draft_block(draft, i);
        block->kind = SAMSOK_BLOCK_FURNITURE;
        g_clear_pointer(&block->cells, g_strfreev);
    }
}

void samsok_shape_form(SamsokDraft *draft)
{
    Form form = find_form(draft);
    if (form.count < MIN_LABELS) {
        return;
    }
    for (guint i = form.first; i <= form.last; i++) {
        g_autofree char *value = NULL;
        const Label *label = label_in(samsok_draft_block(draft, i), &value);
        if (label != NULL) {
            take(draft, label->field, value != NULL ? value : value_block(draft, i + 1));
        }
    }
    if (form.sure >= MIN_SURE_LABELS && is_dense(&form, draft->blocks->len)) {
        make_furniture(draft, &form);
    }
}
