/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of words as the values they are stored as. */
#include "config.h"

#include "index/xapian/word_set.hh"

void samsok_word_set_add(SamsokWordSet &words, const std::string &value)
{
    size_t begin = 0;
    while (begin < value.size()) {
        size_t end = value.find(' ', begin);
        if (end == std::string::npos) {
            end = value.size();
        }
        if (end > begin) {
            words.insert(value.substr(begin, end - begin));
        }
        begin = end + 1;
    }
}

std::string samsok_word_set_value(const SamsokWordSet &words)
{
    std::string value;
    for (const std::string &word : words) {
        value += value.empty() ? word : " " + word;
    }
    return value;
}
