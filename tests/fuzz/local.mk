# SPDX-License-Identifier: GPL-3.0-or-later

# One driver a plugin, built on request only: each says in its head how.
EXTRA_PROGRAMS = %D%/fuzz_pdf
%C%_fuzz_pdf_SOURCES = %D%/fuzz_pdf.c plugins/pdf/pdf.c plugins/pdf/front.c plugins/pdf/lines.c \
  plugins/pdf/segment.c plugins/pdf/font.c
%C%_fuzz_pdf_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS)
%C%_fuzz_pdf_LDADD = $(POPPLER_LIBS) -lm
