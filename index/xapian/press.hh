/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stored bytes, pressed with a dictionary.
 *
 * A record is a thousand bytes, too few for a compressor to learn what Norwegian is like, and a question reads fifty
 * of them. Xapian's own deflate makes them 0.60 of what they are, and takes 13 µs to undo that; zstd (RFC 8878),
 * which is told beforehand what records hold, makes them 0.56, and takes 3. What cannot be made smaller Xapian
 * stores as it is.
 *
 * The dictionary, data/records.dict, is made of the records of the bundled reports (tests/bench/records.c says how).
 * It is part of the layout of an index: one that is replaced makes every index unreadable, unless the old one
 * stays as well. Each frame names the number of its dictionary.
 *
 * Bytes that do not begin as a frame does were stored by an older samsok and are taken as they are.
 *
 * Threads: an object belongs to one thread at a time.
 */
#ifndef SAMSOK_INDEX_XAPIAN_PRESS_H
#define SAMSOK_INDEX_XAPIAN_PRESS_H

#include <memory>
#include <string>

/* Presses. */
class SamsokPress {
public:
    SamsokPress();
    ~SamsokPress();
    std::string pressed(const std::string &bytes);

private:
    struct Tools;
    std::unique_ptr<Tools> tools; /* made when they are needed */
};

/* Undoes it. */
class SamsokUnpress {
public:
    SamsokUnpress();
    ~SamsokUnpress();
    /* Throws Xapian::DatabaseCorruptError for a frame that is damaged, too large or of another dictionary. */
    std::string unpressed(std::string bytes);

private:
    struct Tools;
    std::unique_ptr<Tools> tools; /* made when they are needed */
};

#endif
