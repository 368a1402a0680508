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
libsamsok_core_la_SOURCES += \
  %D%/wanted.h %D%/wanted.c \
  %D%/word_order.h %D%/word_order.c \
  %D%/answer.h %D%/answer.c \
  %D%/features.h %D%/features.c %D%/features_compare.c \
  %D%/rerank.h %D%/rerank.c
# The trained weights as rows of a C table.
nodist_libsamsok_core_la_SOURCES += %D%/rerank_weights.inc
BUILT_SOURCES += %D%/rerank_weights.inc
CLEANFILES += %D%/rerank_weights.inc
EXTRA_DIST += data/rerank.weights
%D%/rerank_weights.inc: data/rerank.weights
	$(AM_V_GEN)$(MKDIR_P) %D% && $(SED) -n -e '/^#/d' -e 's/^\([a-z_0-9]*\) \(.*\)$$/    {"\1", \2},/p' \
	  $(srcdir)/data/rerank.weights > $@
