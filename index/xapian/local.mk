# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_index_la_SOURCES += \
  %D%/index.h \
  %D%/guard.hh %D%/guard.cc \
  %D%/handles.hh \
  %D%/word_set.hh %D%/word_set.cc \
  %D%/shards.hh %D%/shards.cc \
  %D%/press.hh %D%/press.cc \
  %D%/orders.hh %D%/orders.cc \
  %D%/entry.cc \
  %D%/writer.cc \
  %D%/compact.cc \
  %D%/reader.cc \
  %D%/bag.hh %D%/bag.cc %D%/bag_match.cc \
  %D%/query.cc \
  %D%/search.cc

# The dictionary of stored records as bytes of a C table.
nodist_libsamsok_index_la_SOURCES = %D%/records_dict.inc
BUILT_SOURCES += %D%/records_dict.inc
CLEANFILES += %D%/records_dict.inc
EXTRA_DIST += data/records.dict
%D%/records_dict.inc: data/records.dict
	$(AM_V_GEN)$(MKDIR_P) %D% && od -A n -v -t u1 $(srcdir)/data/records.dict > $@.od && \
	  $(SED) 's/  *\([0-9][0-9]*\)/\1,/g' $@.od > $@.tmp && rm $@.od && mv $@.tmp $@
