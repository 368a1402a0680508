/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Structs as bytes: a row of tagged fields, as every record of the index is stored.
 *
 * A field is one byte tag (from 1), the length as a base-128 varint (least significant group first),
 * the bytes. Texts keep their NUL, so that what is unpacked points into one copy of the bytes; numbers
 * are varints of their own. Empty texts and zeros are what an absent field means, and are left out. A
 * tag that a reader does not know is passed over, so that an older program reads a newer record. Tags
 * are for ever: a field that goes leaves its number unused.
 *
 * Reading checks every length, and that each TEXT of a table is UTF-8: a database is input too, a short record is
 * stored without a checksum, and what shows or cuts texts trusts them.
 */
#ifndef SAMSOK_INDEX_PACK_H
#define SAMSOK_INDEX_PACK_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* const char * (TEXT: UTF-8, PATH: as the file system has it), guint, uint64_t, int64_t. */
typedef enum {
    SAMSOK_PACK_TEXT,
    SAMSOK_PACK_PATH,
    SAMSOK_PACK_UINT32,
    SAMSOK_PACK_UINT64,
    SAMSOK_PACK_INT64
} SamsokPackKind;

/* How a member of a struct is stored; a struct has a table of them. */
typedef struct {
    guint8 tag;
    SamsokPackKind kind;
    size_t offset; /* in the struct */
} SamsokPackField;

/* ---- Writing ---- */

void samsok_pack_fields(GByteArray *out, const SamsokPackField *fields, size_t count,
                        const void *record);
/* A field of its own: a nested row of fields, or anything else. */
void samsok_pack_bytes(GByteArray *out, guint8 tag, const void *bytes, size_t len);
/* A text of a list; left out when empty. */
void samsok_pack_text(GByteArray *out, guint8 tag, const char *text);
/* All of `texts` (NULL-terminated, may be NULL), empty ones too: their places count. */
void samsok_pack_texts(GByteArray *out, guint8 tag, const char *const *texts);
/* A struct as a nested row. */
void samsok_pack_nested(GByteArray *out, guint8 tag, const SamsokPackField *fields, size_t count,
                        const void *record);

/* ---- Reading ---- */

/* Bytes still to be read. */
typedef struct {
    const guint8 *at;
    const guint8 *end;
} SamsokPackInput;

/* One field as found. */
typedef struct {
    guint8 tag;
    const guint8 *bytes;
    size_t len;
} SamsokPackFound;

/* Takes the next field; false when it is damaged. Only while input->at < input->end. */
bool samsok_pack_read(SamsokPackInput *input, SamsokPackFound *out);
/* The text of a field, lent by the input; NULL when it does not end with its only NUL. */
const char *samsok_pack_text_of(const SamsokPackFound *found);
/* The same; NULL also when it is no UTF-8. */
const char *samsok_pack_utf8_of(const SamsokPackFound *found);
/* Stores `found` where `fields` say; a tag they do not know is passed over. False when damaged. */
bool samsok_pack_store(const SamsokPackField *fields, size_t count, const SamsokPackFound *found,
                       void *record);
/* Reads a nested row into `record`, whose texts become "" where there is none. False when damaged. */
bool samsok_pack_store_nested(const SamsokPackField *fields, size_t count,
                              const SamsokPackFound *found, void *record);
/* Makes every text of `record` "". */
void samsok_pack_set_empty(const SamsokPackField *fields, size_t count, void *record);

/* Zeroed memory of `struct_size` bytes with a copy of the bytes behind it, which is *out.
 * Owner: the caller frees with g_free. */
void *samsok_pack_allocate(size_t struct_size, const void *bytes, size_t len, SamsokPackInput *out);
/* Counts the fields with each of the `count` tags at `tags`; what is damaged ends the count. */
void samsok_pack_count(const void *bytes, size_t len, const guint8 *tags, size_t *out_counts,
                       size_t count);

/* Sets CORRUPT: a damaged record of a `what`, at byte `offset`. */
void samsok_pack_set_corrupt(GError **error, const char *what, size_t offset);

G_END_DECLS

#endif
