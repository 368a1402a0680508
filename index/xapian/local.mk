# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_index_la_SOURCES += \
  %D%/index.h \
  %D%/guard.hh %D%/guard.cc \
  %D%/handles.hh \
  %D%/word_set.hh %D%/word_set.cc \
  %D%/shards.hh %D%/shards.cc \
  %D%/entry.cc \
  %D%/writer.cc \
  %D%/compact.cc \
  %D%/reader.cc \
  %D%/bag.hh %D%/bag.cc %D%/bag_match.cc \
  %D%/query.cc \
  %D%/search.cc
