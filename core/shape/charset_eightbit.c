/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads bytes in sets of one byte a character and finds the set in which they make Norwegian.
 *
 * Every set is tried in two ways: for all bytes, and mixed, where valid UTF-8 sequences are read as
 * UTF-8 and only the rest in the set. Files get mixed when texts are pasted or logs appended.
 */
#include "config.h"

#include "core/shape/charset-private.h"

#include <glib.h>
#include <string.h>

/* Sets that Norwegian text has been written in; an earlier one wins where the bytes do not tell. */
static const char *const charsets[] = {"ISO-8859-1", "windows-1252", "ISO-8859-15", "IBM850",
                                       "IBM865",     "IBM437",       "macintosh",   "ISO-8859-10"};

/* A valid UTF-8 sequence is evidence in itself: by chance one pair of high bytes in eight is one.
 * More than this and «áš» in ISO-8859-10 becomes a sequence. */
#define SEQUENCE_BONUS 1
/* Bytes of 128 that a set of one byte a character defines at least; iconv gives the lead bytes of
 * multi-byte sets no meaning alone. */
#define MIN_DEFINED 90

typedef struct {
    const char *name;
    gunichar chars[128]; /* of bytes 0x80 to 0xFF; U+FFFD where undefined */
    SamsokCharTraits traits[128];
} Table;

typedef struct {
    const unsigned char *bytes;
    size_t len;
    SamsokCharTraits ascii[128];
} Source;

/* What is summed up of one reading. */
typedef struct {
    double fit;
    size_t misfits;
} Sum;

static gunichar char_of_byte(GIConv conv, unsigned char byte)
{
    char in = (char)byte;
    char out[8] = {0};
    gchar *input = &in;
    gchar *output = out;
    gsize left = 1;
    gsize room = sizeof(out) - 1;
    gsize result = g_iconv(conv, &input, &left, &output, &room);
    if (result == (gsize)-1 || left > 0 || output == out) {
        g_iconv(conv, NULL, NULL, NULL, NULL);
        return 0xFFFD;
    }
    return g_utf8_get_char(out);
}

/* Fills `table`; returns the number of bytes the set defines, 0 for a set iconv does not know. */
static guint table_init(Table *table, const char *name)
{
    *table = (Table){.name = name};
    GIConv conv = g_iconv_open("UTF-8", name);
    if (conv == (GIConv)-1) {
        return 0;
    }
    guint defined = 0;
    bool extends_ascii = char_of_byte(conv, 'A') == 'A' && char_of_byte(conv, ' ') == ' ';
    for (guint i = 0; i < 128; i++) {
        table->chars[i] = char_of_byte(conv, (unsigned char)(i + 128));
        table->traits[i] = samsok_char_traits(table->chars[i]);
        defined += table->chars[i] != 0xFFFD;
    }
    g_iconv_close(conv);
    return extends_ascii ? defined : 0;
}

bool samsok_eightbit_is_known(const char *charset)
{
    Table table;
    return table_init(&table, charset) >= MIN_DEFINED;
}

/* The valid UTF-8 sequence at `at`: its length and character; 0 if there is none. */
static size_t sequence_at(const unsigned char *bytes, size_t len, size_t at, gunichar *out_char)
{
    if (at >= len || bytes[at] < 0xC2 || bytes[at] > 0xF4) {
        return 0;
    }
    const char *start = (const char *)bytes + at;
    gunichar c = g_utf8_get_char_validated(start, (gssize)MIN(len - at, 4));
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        return 0;
    }
    *out_char = c;
    return (size_t)(g_utf8_next_char(start) - start);
}

static SamsokBeside beside_byte(const Source *source, const Table *table, size_t at)
{
    if (at >= source->len) {
        return SAMSOK_BESIDE_EDGE;
    }
    unsigned char byte = source->bytes[at];
    const SamsokCharTraits *traits =
        byte < 0x80 ? &source->ascii[byte] : &table->traits[byte - 128];
    return (SamsokBeside)traits->beside;
}

/* What stands after a character that ends before `at`, in a mixed reading. */
static SamsokBeside beside_mixed(const Source *source, const Table *table, size_t at)
{
    gunichar c = 0;
    if (sequence_at(source->bytes, source->len, at, &c) > 0) {
        return (SamsokBeside)samsok_char_traits(c).beside;
    }
    return beside_byte(source, table, at);
}

static void add_fit(Sum *sum, int fit, size_t bytes)
{
    sum->fit += (double)fit * (double)bytes;
    sum->misfits += fit <= SAMSOK_FIT_MISFIT ? bytes : 0;
}

static void add_pure(Sum *sum, const Source *source, const Table *table, size_t at)
{
    /* at - 1 wraps to a place past the end for the first byte, which reads as an edge. */
    SamsokBeside before = beside_byte(source, table, at - 1);
    SamsokBeside after = beside_byte(source, table, at + 1);
    add_fit(sum, samsok_char_fit(table->traits[source->bytes[at] - 128], before, after), 1);
}

/* State of the scan for mixed readings: the sequence read last. */
typedef struct {
    size_t end; /* behind the last valid sequence; 0 before the first */
    SamsokBeside beside;
    size_t sequences;
} MixedScan;

static SamsokBeside before_mixed(const Source *source, const Table *table, const MixedScan *scan,
                                 size_t at)
{
    return scan->end == at && at > 0 ? scan->beside : beside_byte(source, table, at - 1);
}

static size_t add_sequence(Sum *sums, size_t table_count, const Source *source, const Table *tables,
                           MixedScan *scan, size_t at)
{
    gunichar c = 0;
    size_t bytes = sequence_at(source->bytes, source->len, at, &c);
    if (bytes == 0) {
        for (size_t t = 0; t < table_count; t++) {
            SamsokBeside before = before_mixed(source, &tables[t], scan, at);
            SamsokBeside after = beside_mixed(source, &tables[t], at + 1);
            SamsokCharTraits traits = tables[t].traits[source->bytes[at] - 128];
            add_fit(&sums[t], samsok_char_fit(traits, before, after), 1);
        }
        return 1;
    }
    SamsokCharTraits traits = samsok_char_traits(c);
    for (size_t t = 0; t < table_count; t++) {
        SamsokBeside before = before_mixed(source, &tables[t], scan, at);
        SamsokBeside after = beside_mixed(source, &tables[t], at + bytes);
        add_fit(&sums[t], samsok_char_fit(traits, before, after) + SEQUENCE_BONUS, bytes);
    }
    *scan = (MixedScan){
        .end = at + bytes, .beside = (SamsokBeside)traits.beside, .sequences = scan->sequences + 1};
    return bytes;
}

/* Sums up all readings in one pass over the bytes. */
static void sum_readings(const Source *source, const Table *tables, size_t table_count, Sum *pure,
                         Sum *mixed, SamsokEightBitReading *facts)
{
    MixedScan scan = {0};
    size_t mixed_next = 0;
    for (size_t i = 0; i < source->len; i++) {
        if (source->bytes[i] < 0x80) {
            continue;
        }
        facts->high_bytes++;
        facts->has_c1 = facts->has_c1 || source->bytes[i] < 0xA0;
        for (size_t t = 0; t < table_count; t++) {
            add_pure(&pure[t], source, &tables[t], i);
        }
        if (i >= mixed_next) {
            size_t bytes = add_sequence(mixed, table_count, source, tables, &scan, i);
            facts->stray_bytes += bytes == 1;
            mixed_next = i + bytes;
        }
    }
}

static void keep_better(SamsokEightBitReading *best, const char *charset, bool mixed, Sum sum,
                        double bonus)
{
    double fit = sum.fit / (double)MAX(best->high_bytes, 1) + bonus;
    if (best->charset == NULL || fit > best->fit) {
        best->charset = charset;
        best->mixed = mixed;
        best->misfits = sum.misfits;
        best->fit = fit;
    }
}

SamsokEightBitReading samsok_eightbit_guess(const char *bytes, size_t len, const char *extra,
                                            double extra_bonus)
{
    enum { TABLE_COUNT = G_N_ELEMENTS(charsets) + 1 };
    g_autofree Table *tables = g_new0(Table, TABLE_COUNT);
    size_t count = 0;
    if (extra != NULL && table_init(&tables[0], extra) >= MIN_DEFINED) {
        count = 1;
    }
    bool has_extra = count == 1;
    for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++) {
        count += table_init(&tables[count], charsets[i]) >= MIN_DEFINED;
    }
    Source source = {.bytes = (const unsigned char *)bytes, .len = len};
    for (gunichar c = 0; c < 128; c++) {
        source.ascii[c] = samsok_char_traits(c);
    }
    Sum pure[TABLE_COUNT] = {{0}};
    Sum mixed[TABLE_COUNT] = {{0}};
    SamsokEightBitReading best = {0};
    sum_readings(&source, tables, count, pure, mixed, &best);
    for (size_t t = 0; t < count; t++) {
        double bonus = has_extra && t == 0 ? extra_bonus : 0;
        keep_better(&best, tables[t].name, false, pure[t], bonus);
        if (best.stray_bytes < best.high_bytes) {
            keep_better(&best, tables[t].name, true, mixed[t], bonus);
        }
    }
    return best;
}

/* Appends the ASCII bytes from `at` on; returns where they end. */
static size_t append_ascii(GString *text, const unsigned char *bytes, size_t len, size_t at)
{
    size_t end = at;
    while (end < len && bytes[end] < 0x80) {
        end++;
    }
    g_string_append_len(text, (const char *)bytes + at, (gssize)(end - at));
    return end;
}

GString *samsok_eightbit_decode(const char *bytes, size_t len, const SamsokEightBitReading *reading)
{
    g_autofree Table *table = g_new0(Table, 1);
    table_init(table, reading->charset);
    const unsigned char *source = (const unsigned char *)bytes;
    GString *text = g_string_sized_new(len + reading->high_bytes + 1);
    size_t i = 0;
    while (i < len) {
        i = append_ascii(text, source, len, i);
        if (i == len) {
            break;
        }
        gunichar c = 0;
        size_t sequence = reading->mixed ? sequence_at(source, len, i, &c) : 0;
        g_string_append_unichar(text, sequence > 0 ? c : table->chars[source[i] - 128]);
        i += MAX(sequence, 1);
    }
    return text;
}
