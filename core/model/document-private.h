/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The insides of a document, shared by document.c and builder.c and by nobody else. */
#ifndef SAMSOK_MODEL_DOCUMENT_PRIVATE_H
#define SAMSOK_MODEL_DOCUMENT_PRIVATE_H

#include "core/model/document.h"

struct _SamsokDocument {
    SamsokMetadata *metadata;
    GStringChunk *chunk;   /* every string below points into it */
    GPtrArray *cell_lists; /* of const char **: the rows' cell vectors */
    GArray *pages;         /* of SamsokPage */
    GArray *blocks;        /* of SamsokBlock */
    GArray *sections;      /* of SamsokSection */
    GArray *passages;      /* of SamsokPassage */
    GArray *warnings;      /* of SamsokWarning */
    GArray *outline;       /* of SamsokOutlineEntry */
};

#endif
