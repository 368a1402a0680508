# SPDX-License-Identifier: GPL-3.0-or-later
# Everything under core/: C on GLib, no Xapian, no file format. Each folder appends its sources.
noinst_LTLIBRARIES += libsamsok-core.la
libsamsok_core_la_CPPFLAGS = $(AM_CPPFLAGS)
libsamsok_core_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS) $(MAGIC_CFLAGS) $(UCHARDET_CFLAGS) $(SERD_CFLAGS)
libsamsok_core_la_LIBADD = $(GLIB_LIBS) $(MAGIC_LIBS) $(UCHARDET_LIBS) $(STEMMER_LIBS) $(SERD_LIBS) -lm
libsamsok_core_la_SOURCES =
include core/base/local.mk
include core/model/local.mk
include core/extract/local.mk
include core/shape/local.mk
include core/language/local.mk
include core/query/local.mk
include core/concepts/local.mk
include core/insight/local.mk
