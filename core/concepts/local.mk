# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_core_la_SOURCES += \
  %D%/vocabulary.h %D%/vocabulary-private.h %D%/vocabulary.c %D%/turtle.c \
  %D%/lexicon.h %D%/lexicon-private.h %D%/lexicon.c %D%/rules.c \
  %D%/candidate.h %D%/judge.c %D%/check.h %D%/check.c %D%/tagger.h %D%/tagger.c \
  %D%/edition.h %D%/edition.c %D%/wording.h %D%/wording.c
