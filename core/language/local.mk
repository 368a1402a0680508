# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_core_la_SOURCES += \
  %D%/analyser.h %D%/analyser.c \
  %D%/stop_words.c
