# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_core_la_SOURCES += \
  %D%/analyser.h %D%/analyser.c \
  %D%/headwords.h %D%/headwords.c \
  %D%/compound.h %D%/compound.c \
  %D%/stop_words.c \
  %D%/which.h %D%/which.c \
  %D%/function_words.h %D%/function_words.c
