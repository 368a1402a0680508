# SPDX-License-Identifier: GPL-3.0-or-later
plugin_LTLIBRARIES += samsok-html.la
samsok_html_la_SOURCES = %D%/html.c %D%/arena.c %D%/arena.h %D%/chrome.c %D%/chrome.h \
  %D%/content.c %D%/content.h %D%/dates.c %D%/dates.h %D%/declared.c %D%/declared.h \
  %D%/facts.c %D%/facts.h %D%/lists.c %D%/metadata.c %D%/metadata.h %D%/notes.c \
  %D%/probe.c %D%/probe.h %D%/sink.c %D%/sink.h %D%/strings.c %D%/strings.h %D%/tables.c \
  %D%/tags.c %D%/tree.c %D%/tree.h %D%/walk.c %D%/walk.h %D%/walker.h
samsok_html_la_CFLAGS = $(AM_CFLAGS) $(GUMBO_CFLAGS)
samsok_html_la_LIBADD = $(GUMBO_LIBS)
samsok_html_la_LDFLAGS = $(plugin_module_ldflags)
