/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stored bytes, pressed with a dictionary.
 *
 * A record is a thousand bytes, too few for a compressor to learn what Norwegian is like, and a question reads fifty
 * of them. Xapian's own deflate makes them 0.60 of what they are, and takes 13 µs to undo that; zstd (RFC 8878),
 * which is told beforehand what records hold, makes them 0.56, and takes 3. What cannot be made smaller is
 * stored as it is.
 *
 * The dictionary, data/records.dict, is made of the records of the bundled reports (tests/bench/records.c says how).
 * It is part of the layout of an index: one that is replaced makes every index unreadable, unless the old one
 * stays as well. Each frame names the number of its dictionary, and ends with a checksum, so that damage is told.
 *
 * Bytes that do not begin as a frame does are taken as they are: short records, those that pressing makes no
 * smaller, and those of an older samsok, which pressed none. It kept them as the document's data, where they are
 * looked for when SAMSOK_SLOT_RECORD is empty.
 *
 * Threads: an object belongs to one thread at a time.
 */
#ifndef SAMSOK_INDEX_XAPIAN_PRESS_H
#define SAMSOK_INDEX_XAPIAN_PRESS_H

#include <memory>
#include <string>

#include <xapian.h>

/* Presses. */
class SamsokPress {
public:
    SamsokPress();
    ~SamsokPress();
    /* Stores `bytes` with `document`, in place of what was. */
    void store(Xapian::Document &document, const std::string &bytes);

private:
    std::string pressed(const std::string &bytes);
    struct Tools;
    std::unique_ptr<Tools> tools; /* made when they are needed */
};

/* Undoes it. */
class SamsokUnpress {
public:
    SamsokUnpress();
    ~SamsokUnpress();
    /* What is stored with `document`. Throws Xapian::DatabaseCorruptError for a frame that is damaged, too large or
     * of another dictionary. */
    std::string stored(const Xapian::Document &document);

private:
    std::string unpressed(std::string bytes);
    struct Tools;
    std::unique_ptr<Tools> tools; /* made when they are needed */
};

#endif
