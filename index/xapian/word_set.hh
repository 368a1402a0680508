/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of metadata that are sets of words, sorted, with single blanks between.
 *
 * Sets can be joined wherever they come together: by a writer that finds one there, by compaction, by a
 * reader of several shards. What is known then does not depend on who met a word first.
 */
#ifndef SAMSOK_INDEX_XAPIAN_WORD_SET_H
#define SAMSOK_INDEX_XAPIAN_WORD_SET_H

#include <set>
#include <string>

using SamsokWordSet = std::set<std::string>;

/* Adds the blank-separated words of `value` to `words`. */
void samsok_word_set_add(SamsokWordSet &words, const std::string &value);
std::string samsok_word_set_value(const SamsokWordSet &words);

#endif
