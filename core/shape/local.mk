# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_core_la_SOURCES += \
  %D%/draft.h %D%/draft.c \
  %D%/shape.h %D%/shape.c \
  %D%/lines.c \
  %D%/line.h %D%/line.c \
  %D%/layout.h \
  %D%/spacing.h %D%/spacing.c \
  %D%/geometry.h %D%/geometry.c \
  %D%/furniture.h %D%/furniture.c \
  %D%/contents.h %D%/contents.c \
  %D%/footnote.h %D%/footnote.c \
  %D%/looks.h %D%/looks.c \
  %D%/markup.h %D%/markup.c \
  %D%/marker.h %D%/marker.c %D%/number.c \
  %D%/list.h %D%/list.c \
  %D%/matrix.h %D%/matrix.c \
  %D%/grid.h %D%/grid.c \
  %D%/table.h %D%/table.c \
  %D%/breaks.h %D%/breaks.c \
  %D%/group.h %D%/group.c \
  %D%/headlines.h %D%/headlines.c \
  %D%/hyphen.h %D%/hyphen.c \
  %D%/block.h %D%/block.c \
  %D%/elements.c \
  %D%/notes.c \
  %D%/authors.h %D%/authors.c \
  %D%/outline.c \
  %D%/sections.c \
  %D%/heading.h %D%/heading.c \
  %D%/expected.h %D%/expected.c \
  %D%/metadata.c \
  %D%/form.c \
  %D%/imprint.h %D%/imprint.c \
  %D%/title.h %D%/title.c \
  %D%/language.c \
  %D%/abbreviation.h %D%/abbreviation.c \
  %D%/sentence.h %D%/sentence.c \
  %D%/passages.c
libsamsok_core_la_SOURCES += \
  %D%/charset.h %D%/charset.c %D%/charset-private.h \
  %D%/charset_convert.c %D%/charset_double.c %D%/charset_eightbit.c \
  %D%/charset_fit.c %D%/charset_wide.c
