/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The title of a document: found in its first pages, doubted where a file's properties give it. */
#ifndef SAMSOK_SHAPE_TITLE_H
#define SAMSOK_SHAPE_TITLE_H

#include "core/shape/draft.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* True for what programs put where the title should be: «Microsoft Word - x.doc», «untitled», a file's
 * name, a number, a template's name. */
bool samsok_title_is_junk(const char *title);

/* The title in the document itself: the text in the largest letters of the title page, else the first
 * heading that is one of this report alone (no number; not Forord, Innhold …), else a short first
 * line (not of a page that declares its title). Needs the outline stage. NULL if there is none. Owner: the caller frees. */
char *samsok_title_find(const SamsokDraft *draft);

/* For a page that holds one chapter, and says so in its title («5.4. Pakker – Håndbok»): the words of
 * the heading with that number. NULL where no heading agrees. Owner: the caller frees. */
char *samsok_title_of_chapter(const SamsokDraft *draft, const char *declared);

/* A title of last resort from a file's name: no folder, no suffix, blanks for dashes and underscores.
 * Owner: the caller frees. */
char *samsok_title_of_file_name(const char *name);

G_END_DECLS

#endif
