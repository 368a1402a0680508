# SPDX-License-Identifier: GPL-3.0-or-later
plugin_LTLIBRARIES += samsok-pdf.la
samsok_pdf_la_SOURCES = %D%/pdf.c %D%/front.c %D%/front.h %D%/lines.c %D%/lines.h \
  %D%/segment.c %D%/segment.h %D%/font.c %D%/font.h
samsok_pdf_la_CPPFLAGS = $(AM_CPPFLAGS)
samsok_pdf_la_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS)
samsok_pdf_la_LDFLAGS = $(plugin_module_ldflags)
samsok_pdf_la_LIBADD = $(POPPLER_LIBS) -lm
