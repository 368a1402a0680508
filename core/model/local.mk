# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_core_la_SOURCES += \
  %D%/runs.h %D%/runs.c \
  %D%/metadata.h %D%/metadata.c \
  %D%/document.h %D%/document-private.h %D%/document.c \
  %D%/builder.h %D%/builder.c
