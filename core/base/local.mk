# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_core_la_SOURCES += \
  %D%/error.h %D%/error.c \
  %D%/hash.h \
  %D%/limits.h \
  %D%/text.h %D%/text.c
