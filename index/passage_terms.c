/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms as bytes, one a passage, and those of the title and of the headings at hand. */
#include "config.h"

#include "index/passage_terms.h"

#include <string.h>

#include "index/schema.h"

struct _SamsokPassageTerms {
    SamsokTerms *terms;
    const SamsokReportRecord *record;
    const GPtrArray *passages;
    GPtrArray *texts;  /* of GBytes *: the terms of the passages taken */
    GBytes *title;     /* NULL until they are asked for */
    GBytes *headings;  /* those above the passage asked for last */
    const SamsokPassageRecord *under; /* that passage; NULL: none yet */
};

SamsokPassageTerms *samsok_passage_terms_new(SamsokTerms *terms, const SamsokReportRecord *record,
                                             const GPtrArray *passages)
{
    SamsokPassageTerms *self = g_new0(SamsokPassageTerms, 1);
    self->terms = terms;
    self->record = record;
    self->passages = passages;
    self->texts = g_ptr_array_new_with_free_func((GDestroyNotify)g_bytes_unref);
    samsok_terms_load(terms);
    return self;
}

void samsok_passage_terms_free(SamsokPassageTerms *self)
{
    if (self == NULL) {
        return;
    }
    g_ptr_array_unref(self->texts);
    g_clear_pointer(&self->title, g_bytes_unref);
    g_clear_pointer(&self->headings, g_bytes_unref);
    g_free(self);
}

static bool is_english(const char *language)
{
    return strcmp(language, "en") == 0;
}

void samsok_passage_terms_take(const GArray *tokens, const char *language, void *data)
{
    SamsokPassageTerms *self = data;
    const SamsokPassageRecord *passage = g_ptr_array_index(self->passages, self->texts->len);
    bool is_cut_so = is_english(passage->language) == is_english(language);
    g_ptr_array_add(self->texts,
                    is_cut_so ? samsok_terms_of_tokens(self->terms, tokens, language)
                              : samsok_terms_of(self->terms, passage->text, passage->language));
}

static GBytes *title_terms(SamsokPassageTerms *self)
{
    if (self->title == NULL) {
        const char *const title[] = {self->record->title, NULL};
        self->title = samsok_terms_once(self->terms, title, self->record->language);
    }
    return self->title;
}

static GBytes *heading_terms(SamsokPassageTerms *self, const SamsokPassageRecord *passage)
{
    if (self->under != NULL && g_strv_equal(self->under->section_titles, passage->section_titles)) {
        return self->headings;
    }
    g_autoptr(GPtrArray) texts = g_ptr_array_new();
    g_ptr_array_add(texts, (gpointer)self->record->title);
    for (guint i = 0; passage->section_titles[i] != NULL; i++) {
        g_ptr_array_add(texts, (gpointer)passage->section_titles[i]);
    }
    g_ptr_array_add(texts, NULL);
    g_clear_pointer(&self->headings, g_bytes_unref);
    self->headings =
        samsok_terms_once(self->terms, (const char *const *)texts->pdata, self->record->language);
    self->under = passage;
    return self->headings;
}

gboolean samsok_passage_terms_add(SamsokPassageTerms *self, guint index, SamsokEntry *entry,
                                  GError **error)
{
    GBytes *text = g_ptr_array_index(self->texts, index);
    GBytes *headings = heading_terms(self, g_ptr_array_index(self->passages, index));
    return samsok_terms_add_counted(self->terms, entry, "", text, error) &&
           samsok_terms_add_counted(self->terms, entry, "", headings, error) &&
           samsok_terms_add_counted(self->terms, entry, SAMSOK_PREFIX_TITLE, title_terms(self), error);
}
