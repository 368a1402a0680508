/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The samsok format plugin interface, ABI 1.0: everything a format plugin needs, in plain C.
 *
 * WHAT A PLUGIN IS
 *
 * A plugin is a shared object that turns files of one format into a row of runs: lines or elements
 * with their text, their place and, where the format knows it, their look or meaning. It knows its
 * format, not reports: it finds no chapters, joins no hyphens and drops no page numbers; samsok
 * does that for all formats alike. It exports one constant and nothing else:
 *
 *     const SamsokPlugin samsok_plugin_entry = {
 *         .magic = SAMSOK_PLUGIN_MAGIC,
 *         .abi_major = SAMSOK_PLUGIN_ABI_MAJOR,
 *         .abi_minor = SAMSOK_PLUGIN_ABI_MINOR,
 *         .struct_size = sizeof(SamsokPlugin),
 *         .name = "rot13", .version = "1.0", .licence = "GPL-3.0-or-later",
 *         .media_types = types, .trust = SAMSOK_TRUST_OWN_CODE,
 *         .probe = rot13_probe, .open = rot13_open, .next = rot13_next, .close = rot13_close,
 *     };
 *
 * Build it with the flags of `pkg-config --cflags samsok-plugin`, link nothing of samsok, install it
 * as `lib<something>.so` or `<something>.so` in the folder `pkg-config --variable=plugindir
 * samsok-plugin` names, or in the user's data folder (samsok/plugins-1), or name its folder in
 * $SAMSOK_PLUGIN_PATH or with --plugin-dir. `samsok plugins` shows whether it was found and, if it
 * was refused, why.
 *
 * WHERE IT RUNS
 *
 * Never in samsok itself. A program called samsok-worker loads exactly one plugin and reads one file
 * after another with it, without access to the parent's memory, with limits on memory, time,
 * descriptors and output, and is killed when it hangs. A crash or a hang costs the file that caused
 * it, nothing more. What a plugin says is checked as if it had come from the document itself. From
 * this follows what a plugin may do:
 *
 *   - It reads the descriptor it is given. It opens no path, no socket, starts no process or thread,
 *     handles no signal, calls neither exit nor abort for bad input, and prints nothing.
 *   - It keeps no state outside its reader: two readers may be open at once.
 *   - Allocation failure may end the process; the parent survives it.
 *
 * WHO READS A FILE
 *
 * The host makes a media type of the file's head (and of its name, but only to tell plain texts
 * apart), then the plugins bid:
 *
 *   - A plugin without a probe bids 50 for the media types it declares and 0 for all others.
 *   - A plugin with a probe bids what the probe says of the head, 0 to 100. Where it declares the
 *     media type, any bid from 1 to 49 counts as 50, and 0 is a refusal.
 *   - Plugins that declare the media type are asked first. A bid of 90 or more from one of them ends
 *     the asking; otherwise all others with a probe are asked too.
 *   - The highest bid gets the file. Of equal bids the plugin found first wins. When all bids are 0,
 *     no plugin reads the file. There is no second choice: when the winner fails, the file fails;
 *     but where a bid below 50 was a guess at a file of a kind unknown, it counts as read by nobody.
 *
 * So that bids of plugins that do not know each other can be compared:
 *
 *     90–100  the format's signature stands where it belongs
 *     70–89   the signature stands somewhere near, or other marks leave little doubt
 *     51–69   several marks that hardly occur otherwise
 *     50      nothing speaks against the media type
 *     20–49   could be read, if nobody knows better: plain text for a text of any kind
 *     1–19    a last resort
 *
 * A probe sees what a hostile file begins with: it must be quick, must not read the descriptor, and
 * must not trust the media type, which may be wrong.
 *
 * HOW A FILE IS READ
 *
 *     open ─► next ─► next ─► … ─► SAMSOK_END ─► close
 *
 * The host pulls. `open` gets an input and gives a reader. Each `next` fills one run; the memory it
 * points to is lent until the next call of `next` or `close` on the same reader. `close` accepts a
 * reader in any state and is called exactly once for each successful open. When `open` fails there
 * is no reader and no close. After SAMSOK_END or an error `next` is not called again.
 *
 * RUNS AND THEIR ORDER
 *
 *   - SAMSOK_RUN_META may come anywhere; by custom first. The last value of a key wins, except
 *     "author", which may repeat.
 *   - SAMSOK_RUN_PAGE opens a page; runs after it with the same page number lie on it. A format
 *     without pages gives none. Pages rise by one from 1.
 *   - SAMSOK_RUN_LINE is a printed or typed line, for formats that know lines and not meaning (PDF,
 *     plain text). An empty line of a text file is a LINE with empty text: blank lines carry
 *     meaning there.
 *     Where a printed line has wide gaps (the cells of a table row, a head set left and right, a
 *     page number after leaders), each piece is a LINE of its own with its own x and width, so that
 *     columns can be told by place. Pieces of one printed line share their y within half their
 *     height; they need not follow each other. A list marker or a heading's number is no piece of
 *     its own: "2.1 Funn", "• Råd".
 *   - The element kinds (HEADING, PARAGRAPH, ITEM, ROW, CELL, CAPTION, NOTE, QUOTE, PRE) are for
 *     formats that know meaning (HTML, Markdown). Text comes whole, inline markup removed.
 *   - SAMSOK_RUN_OUTLINE is an entry of the format's own outline (PDF bookmarks), all of them before
 *     the first page or after the last.
 *   - SAMSOK_RUN_WARNING says what was skipped or doubted; the user sees it beside the file's name.
 *   - Reading order is the order of the runs.
 *
 * TEXT
 *
 * Pointer and length; a final NUL is not needed and not counted. It should be UTF-8; the host makes
 * what is not valid into U+FFFD, composes to NFC, drops controls and spells out ligatures. A run's
 * text and its name have SAMSOK_RUN_MAX_BYTES bytes at most; a longer line is given in pieces, all
 * but the first with SAMSOK_RUN_CONTINUES. The host's service `decode` recognises the character set
 * of a text and converts it, so that no plugin needs code of its own for that.
 *
 * A plugin that sees raised, smaller digits gives them as superscript digits (U+2070, U+00B9,
 * U+00B2, U+00B3, U+2074–U+2079), where they stand: "instruksjonsmyndighet⁷ er …", "50 m²". So a
 * note's mark cannot be taken for a part of the word or number it is glued to. A LINE that begins
 * with one also has SAMSOK_RUN_SUPERSCRIPT: "⁷ Se kapittel 3.".
 *
 * COMPATIBILITY
 *
 * Fields are only appended to these structs and values only appended to these enums; each struct
 * begins with or is accompanied by its size. A host of ABI 1.n loads a plugin built for any 1.m:
 * with m < n the missing fields count as zero; with m > n the host ignores what it does not know.
 * A plugin of another major number is refused, and the refusal names both numbers.
 */
#ifndef SAMSOK_PLUGIN_H
#define SAMSOK_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* "smsk" read as a big-endian number: a shared object whose entry begins otherwise is no plugin. */
#define SAMSOK_PLUGIN_MAGIC 0x736d736bu
#define SAMSOK_PLUGIN_ABI_MAJOR 1
#define SAMSOK_PLUGIN_ABI_MINOR 0

/* A run's text or name, in bytes. */
#define SAMSOK_RUN_MAX_BYTES ((size_t)1 << 20)

/* The name under which a shared object exports its SamsokPlugin. */
#define SAMSOK_PLUGIN_ENTRY "samsok_plugin_entry"

#if defined(__GNUC__)
#define SAMSOK_PLUGIN_EXPORT __attribute__((visibility("default")))
#else
#define SAMSOK_PLUGIN_EXPORT
#endif

/* What a call ended with. Anything but OK and END is accompanied by input->host->fail(). */
typedef enum {
    SAMSOK_OK = 0,          /* open: a reader was made; next: the run was filled */
    SAMSOK_END = 1,         /* next: the file has no more runs */
    SAMSOK_FORMAT = 2,      /* damaged, or not this format after all */
    SAMSOK_ENCRYPTED = 3,   /* needs a password that nobody gave */
    SAMSOK_UNSUPPORTED = 4, /* sound, but of a kind that this plugin does not read */
    SAMSOK_LIMIT = 5,       /* a size in the file passes a limit of the plugin */
    SAMSOK_IO = 6           /* the descriptor could not be read */
} SamsokStatus;

/* How far the code behind a plugin can be trusted with hostile input. Shown by `samsok plugins`. */
typedef enum {
    SAMSOK_TRUST_OWN_CODE = 1,     /* small parsing code of the plugin's own, or none */
    SAMSOK_TRUST_MAINTAINED = 2,   /* a maintained, fuzzed library does the parsing */
    SAMSOK_TRUST_FOREIGN = 3       /* a library with a history of memory errors, or unknown */
} SamsokTrust;

typedef enum {
    SAMSOK_RUN_META = 1,      /* name: the key, text: the value (see SAMSOK_META_*) */
    SAMSOK_RUN_PAGE = 2,      /* text: the label the file names for it, or empty; width, height */
    SAMSOK_RUN_LINE = 3,      /* one line; look and place where known */
    SAMSOK_RUN_HEADING = 4,   /* level from 1 */
    SAMSOK_RUN_PARAGRAPH = 5,
    SAMSOK_RUN_ITEM = 6,      /* list item; level: depth from 1; name: the marker, "•" or "3." */
    SAMSOK_RUN_ROW = 7,       /* opens a table row; its CELL runs follow */
    SAMSOK_RUN_CELL = 8,      /* a cell of the row opened last; flag HEADER for a head cell */
    SAMSOK_RUN_CAPTION = 9,
    SAMSOK_RUN_NOTE = 10,     /* a footnote or endnote; name: its mark */
    SAMSOK_RUN_QUOTE = 11,
    SAMSOK_RUN_PRE = 12,      /* preformatted: line ends in the text are kept */
    SAMSOK_RUN_OUTLINE = 13,  /* text: title; level from 1; page: where it leads, 0 unknown */
    SAMSOK_RUN_WARNING = 14,  /* name: a word such as "no-text"; text: the sentence */
    SAMSOK_RUN_CONTENTS = 15  /* a line of a table of contents, where the format marks it as one */
} SamsokRunKind;

/* Bits of SamsokRun.flags. */
#define SAMSOK_RUN_BOLD 0x1u
#define SAMSOK_RUN_ITALIC 0x2u
#define SAMSOK_RUN_CONTINUES 0x4u   /* goes on where the run before ended, no space between */
#define SAMSOK_RUN_HEADER 0x8u      /* CELL: a head cell */
#define SAMSOK_RUN_SUPERSCRIPT 0x10u /* LINE: begins with a raised mark: a note's first line */
#define SAMSOK_RUN_FURNITURE 0x20u  /* the format itself says: running head, footer, page number */

/* Metadata keys. Others are passed on and shown, not interpreted. */
#define SAMSOK_META_TITLE "title"
#define SAMSOK_META_AUTHOR "author"
#define SAMSOK_META_DATE "date"           /* ISO 8601: 2017, 2017-03 or 2017-03-01 */
#define SAMSOK_META_PUBLISHER "publisher"
#define SAMSOK_META_SERIES "series"
#define SAMSOK_META_NUMBER "number"
#define SAMSOK_META_LANGUAGE "language"   /* BCP 47: nb, nn, no, en-GB */
#define SAMSOK_META_DESCRIPTION "description"
#define SAMSOK_META_KEYWORDS "keywords"
#define SAMSOK_META_URL "url"
#define SAMSOK_META_CHARSET "charset"     /* the character set the text was read in */
#define SAMSOK_META_PRODUCER "producer"

/* One run. The host clears it before each call of next; a plugin sets what it knows. */
typedef struct {
    uint32_t struct_size; /* set by the host: the bytes that may be written */
    uint32_t kind;        /* SamsokRunKind */
    uint32_t flags;       /* SAMSOK_RUN_* bits */
    uint32_t level;       /* heading, list and outline depth from 1; 0 where it has none */
    uint32_t page;        /* physical page from 1; 0 where the format has none */
    uint32_t line;        /* line of the source file from 1; 0 where it has none */
    const char *text;     /* UTF-8; lent until the next call on this reader */
    size_t text_len;      /* bytes */
    const char *name;     /* see the kinds; NULL where the kind has none */
    size_t name_len;      /* bytes */
    double x;             /* left edge from the page's left edge, in points (1/72 inch) */
    double y;             /* top edge from the page's top edge, in points */
    double width;         /* of the run, or of the page for PAGE; points */
    double height;        /* of the run, or of the page for PAGE; points */
    double font_size;     /* of most of its characters, in points; 0 unknown */
} SamsokRun;

/* Limits that hold for one file. A plugin that knows a size beforehand may use them to fail early
 * and with a better message; the host enforces them in any case. */
typedef struct {
    uint32_t struct_size;
    uint32_t max_pages;
    uint64_t max_file_bytes;
    uint64_t max_text_bytes;
    uint32_t max_depth;
} SamsokLimits;

/* The outcome of SamsokHost.decode. */
typedef struct {
    const char *text;    /* UTF-8, NUL-terminated; the host owns it until close */
    size_t text_len;     /* bytes, without the NUL */
    const char *charset; /* IANA name of what was decided, for SAMSOK_META_CHARSET */
    const char *warning; /* NULL, or what was doubted: mixed encodings, undone double UTF-8, … */
} SamsokDecoded;

/* What the host does for a plugin. Every function takes the input as first argument. Memory handed
 * out belongs to the host and stays until the reader is closed. */
typedef struct SamsokInput SamsokInput;
typedef struct {
    uint32_t struct_size;

    /* The whole file as memory, read-only, with a NUL behind it (not counted).
     * Errors: SAMSOK_IO, SAMSOK_LIMIT; fail() has been called. */
    SamsokStatus (*contents)(const SamsokInput *input, const char **out_bytes, size_t *out_len);

    /* Recognises the character set of a text and converts it to UTF-8. `declared` is what the file
     * says of itself, NULL if nothing; it is doubted when the bytes disagree. Binary data is
     * refused. Errors: SAMSOK_FORMAT (binary data); fail() has been called. */
    SamsokStatus (*decode)(const SamsokInput *input, const char *bytes, size_t len,
                           const char *declared, SamsokDecoded *out);

    /* Says why a call fails: one clause without the file's name and without a full stop, such as
     * "page 7: stream ends early". The last call before the failing return counts. */
    void (*fail)(const SamsokInput *input, const char *reason);

    /* "I am alive": restarts the deadline for progress. For an open or next that works for
     * seconds; each return of next counts as progress by itself. */
    void (*alive)(const SamsokInput *input);
} SamsokHost;

/* A file to be read. */
struct SamsokInput {
    uint32_t struct_size;
    int fd;               /* open for reading, at offset 0, seekable; the host closes it */
    uint64_t size_bytes;  /* of the file */
    const char *media_type; /* what detection made of it: "text/html"; never NULL */
    const SamsokLimits *limits;
    const SamsokHost *host;
    void *host_data;      /* the host's; not to be touched */
};

/* A plugin's own, made by open, freed by close. */
typedef struct SamsokReader SamsokReader;

/* The one exported constant. */
typedef struct {
    uint32_t magic;       /* SAMSOK_PLUGIN_MAGIC */
    uint16_t abi_major;   /* SAMSOK_PLUGIN_ABI_MAJOR as the plugin was built */
    uint16_t abi_minor;
    uint32_t struct_size; /* sizeof(SamsokPlugin) as the plugin was built */
    uint32_t trust;       /* SamsokTrust */
    const char *name;     /* short, lower case, unique: "pdf" */
    const char *version;  /* of the plugin and, by custom, its library: "0.1.0 (poppler 22.12.0)" */
    const char *licence;  /* SPDX expression */
    const char *const *media_types; /* NULL-terminated; those it reads: "application/pdf" */

    /* How sure the plugin is, 0 (not mine) to 100, that a file beginning with the `len` bytes at
     * `head` (64 KiB, or the whole of a shorter file; a NUL stands behind them) is of its format. The
     * rules and a scale stand above under WHO READS A FILE. May be NULL: then media types alone
     * decide. Called without a reader; nothing may be kept. */
    int (*probe)(const char *head, size_t len, const char *media_type);

    /* Makes a reader for `input`, which stays valid until close. */
    SamsokStatus (*open)(const SamsokInput *input, SamsokReader **out_reader);
    /* Fills `run` with the next run, or returns SAMSOK_END. */
    SamsokStatus (*next)(SamsokReader *reader, SamsokRun *run);
    /* Frees the reader. */
    void (*close)(SamsokReader *reader);
} SamsokPlugin;

extern SAMSOK_PLUGIN_EXPORT const SamsokPlugin samsok_plugin_entry;

#ifdef __cplusplus
}
#endif

#endif
