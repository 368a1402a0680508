/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Note marks that stand glued to the running text («statlig politikk.1 Fem år») taken out of it.
 *
 * Two kinds of evidence tell a mark from a number: a note with that mark in the document, or marks
 * that count 1, 2, 3 … through the text.
 */
#include "config.h"

#include "core/shape/draft.h"

#include <string.h>

/* A row of marks without notes is believed from this length on: fewer may be chance (CO2, H1N1). */
enum { MIN_MARKS_IN_ORDER = 3, MAX_MARK_DIGITS = 3 };

typedef struct {
    GHashTable *notes; /* marks of the document's notes, char * */
    guint expected;    /* the next mark when they count up */
    bool removing;     /* false: only counted */
} Marks;

static bool is_note_punctuation(gunichar c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')' ||
           c == 0xBB || c == 0x201D;
}

/* True when a mark may be glued to the text before `p`: a word in small letters of two at least, or
 * punctuation behind a letter. «CO2», «G20» and «3.5» are none of these. */
static bool may_carry_mark(const char *text, const char *p)
{
    if (p == text) {
        return false;
    }
    const char *last = g_utf8_prev_char(p);
    if (last == text) {
        return false;
    }
    gunichar c = g_utf8_get_char(last);
    gunichar before = g_utf8_get_char(g_utf8_prev_char(last));
    if (is_note_punctuation(c)) {
        return g_unichar_isalpha(before) || before == ')' || before == 0xBB;
    }
    return g_unichar_islower(c) && g_unichar_islower(before);
}

/* True when the text may go on like this behind a mark. */
static bool may_follow_mark(const char *p)
{
    gunichar c = g_utf8_get_char(p);
    return c == 0 || g_unichar_isspace(c) || is_note_punctuation(c);
}

static bool is_mark(Marks *marks, const char *digits, gsize len)
{
    char mark[MAX_MARK_DIGITS + 1] = {0};
    memcpy(mark, digits, len);
    if (g_hash_table_size(marks->notes) > 0) {
        return g_hash_table_contains(marks->notes, mark);
    }
    if (g_ascii_strtoull(mark, NULL, 10) != marks->expected) {
        return false;
    }
    marks->expected++;
    return true;
}

/* Copies `text` without its marks. */
static char *without_marks(Marks *marks, const char *text)
{
    GString *out = g_string_sized_new(strlen(text));
    const char *p = text;
    while (*p != '\0') {
        gsize run = strcspn(p, "0123456789");
        g_string_append_len(out, p, (gssize)run);
        p += run;
        gsize digits = strspn(p, "0123456789");
        bool mark = digits > 0 && digits <= MAX_MARK_DIGITS && may_carry_mark(text, p) &&
                    may_follow_mark(p + digits) && is_mark(marks, p, digits);
        if (!mark) {
            g_string_append_len(out, p, (gssize)digits);
        }
        p += digits;
    }
    return g_string_free(out, FALSE);
}

static void walk(SamsokDraft *draft, guint first, Marks *marks)
{
    marks->expected = 1;
    for (guint i = first; i < draft->blocks->len; i++) {
        SamsokDraftBlock *block = samsok_draft_block(draft, i);
        bool text = block->kind == SAMSOK_BLOCK_PARAGRAPH || block->kind == SAMSOK_BLOCK_LIST_ITEM ||
                    block->kind == SAMSOK_BLOCK_QUOTE;
        if (!text || block->is_pre || block->text == NULL) {
            continue;
        }
        g_autofree char *clean = without_marks(marks, block->text);
        if (marks->removing && strlen(clean) != strlen(block->text)) {
            samsok_draft_block_take_text(block, g_steal_pointer(&clean));
        }
    }
}

/* The bare mark of a note: "[3]" and "3." are 3. */
static char *bare_mark(const char *marker)
{
    gsize skip = strcspn(marker, "0123456789");
    return g_strndup(marker + skip, strspn(marker + skip, "0123456789"));
}

void samsok_shape_notes(SamsokDraft *draft, guint first)
{
    g_autoptr(GHashTable) notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = first; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind == SAMSOK_BLOCK_FOOTNOTE && block->marker != NULL) {
            g_hash_table_add(notes, bare_mark(block->marker));
        }
    }
    g_hash_table_remove(notes, "");
    Marks marks = {.notes = notes};
    walk(draft, first, &marks);
    if (g_hash_table_size(notes) > 0 || marks.expected > MIN_MARKS_IN_ORDER) {
        marks.removing = true;
        walk(draft, first, &marks);
    }
}
