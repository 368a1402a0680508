# SPDX-License-Identifier: GPL-3.0-or-later
# A built index: the only folder that may use index/xapian, which alone knows Xapian and C++.
noinst_LTLIBRARIES += libsamsok-index.la
libsamsok_index_la_CPPFLAGS = $(AM_CPPFLAGS)
libsamsok_index_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS) $(JSON_CFLAGS)
libsamsok_index_la_CXXFLAGS = $(AM_CXXFLAGS) $(GLIB_CFLAGS) $(XAPIAN_CFLAGS)
libsamsok_index_la_LIBADD = libsamsok-core.la $(XAPIAN_LIBS) $(JSON_LIBS) $(GLIB_LIBS)
libsamsok_index_la_SOURCES = \
  %D%/schema.h %D%/schema.c \
  %D%/record.h %D%/record.c \
  %D%/generation.h %D%/generation.c
# What a program in C links: libtool drops the C++ library from what it hands on.
SAMSOK_INDEX_LIBS = libsamsok-index.la -lstdc++
include index/xapian/local.mk
