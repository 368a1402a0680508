/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building a document, once. Only the shape stage (and tests) include this header.
 *
 * Everything handed in is copied: strings need live only during the call. Blocks come in reading
 * order, each section after its parent. samsok_builder_finish checks what document.h promises
 * (indexes in range, sections nested, places ordered) with assertions: a violation is our own fault.
 */
#ifndef SAMSOK_MODEL_BUILDER_H
#define SAMSOK_MODEL_BUILDER_H

#include "core/model/document.h"

G_BEGIN_DECLS

typedef struct _SamsokBuilder SamsokBuilder;

SamsokBuilder *samsok_builder_new(void);
/* Accepts NULL; not needed after finish. */
void samsok_builder_free(SamsokBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokBuilder, samsok_builder_free)

/* Owner: the builder takes `metadata`. */
void samsok_builder_take_metadata(SamsokBuilder *builder, SamsokMetadata *metadata);

/* Each returns the index of what it added. */
guint samsok_builder_add_page(SamsokBuilder *builder, const char *label);
guint samsok_builder_add_block(SamsokBuilder *builder, const SamsokBlock *block);
guint samsok_builder_add_section(SamsokBuilder *builder, const SamsokSection *section);
/* Fills `id` itself from the text; the field given is ignored. */
guint samsok_builder_add_passage(SamsokBuilder *builder, const SamsokPassage *passage);
void samsok_builder_add_warning(SamsokBuilder *builder, const char *code, const char *text);
void samsok_builder_add_outline(SamsokBuilder *builder, const SamsokOutlineEntry *entry);

/* Owner: the caller owns the document; the builder is freed. */
SamsokDocument *samsok_builder_finish(SamsokBuilder *builder);

G_END_DECLS

#endif
