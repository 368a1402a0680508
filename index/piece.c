/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds a report's record and what belongs to it until they are written. */
#include "config.h"

#include "index/piece.h"

#include <string.h>

SamsokPiece *samsok_piece_new(char *made, SamsokIntakeResult *result, SamsokReportRecord *record)
{
    SamsokPiece *piece = g_new0(SamsokPiece, 1);
    piece->made = made;
    if (result != NULL) {
        piece->result = *result;
        *result = (SamsokIntakeResult){0};
    }
    piece->record = record;
    return piece;
}

void samsok_piece_free(SamsokPiece *piece)
{
    if (piece == NULL) {
        return;
    }
    samsok_report_record_free(piece->record);
    samsok_intake_result_clear(&piece->result);
    g_clear_pointer(&piece->passages, g_ptr_array_unref);
    g_clear_pointer(&piece->extras, g_ptr_array_unref);
    g_free(piece->made);
    g_free(piece);
}

size_t samsok_piece_text_bytes(const SamsokPiece *piece)
{
    const SamsokDocument *document = piece->result.document;
    guint in_document = document == NULL ? 0 : samsok_document_passage_count(document);
    guint carried = piece->passages == NULL ? 0 : piece->passages->len;
    size_t bytes = 0;
    for (guint i = 0; i < in_document; i++) {
        bytes += strlen(samsok_document_passage(document, i)->text);
    }
    for (guint i = 0; i < carried; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(piece->passages, i);
        bytes += strlen(passage->text);
    }
    return bytes;
}

gboolean samsok_piece_write(const SamsokPiece *piece, SamsokIngest *ingest, GError **error)
{
    if (!samsok_ingest_report(ingest, piece->record, error)) {
        return FALSE;
    }
    if (piece->passages != NULL) {
        return samsok_ingest_content(ingest, piece->record, piece->passages, piece->extras, error);
    }
    const SamsokDocument *document = piece->result.document;
    return document == NULL || samsok_ingest_document(ingest, piece->record, document, error);
}
