# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_core_la_SOURCES += \
  %D%/query.h %D%/query.c \
  %D%/fields.h %D%/fields.c \
  %D%/lexer.h %D%/lexer.c \
  %D%/repair.h %D%/repair.c \
  %D%/leaf.h %D%/leaf.c \
  %D%/parse.h %D%/parse.c
libsamsok_core_la_SOURCES += \
  %D%/letters.h %D%/letters.c \
  %D%/check.h %D%/check.c
libsamsok_core_la_SOURCES += \
  %D%/matcher.h %D%/matcher.c \
  %D%/snippet.h %D%/snippet.c
