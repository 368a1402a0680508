# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_core_la_SOURCES += \
  %D%/analyser.h %D%/analyser.c \
  %D%/accents.h %D%/accents.c \
  %D%/head_table.h %D%/head_table.c \
  %D%/headwords.h %D%/headwords.c \
  %D%/inflection.h %D%/inflection.c \
  %D%/plain.h %D%/plain.c \
  %D%/sieve.h %D%/sieve.c \
  %D%/word_lines.h %D%/word_lines.c \
  %D%/irregular.h %D%/irregular.c \
  %D%/nynorsk.h %D%/nynorsk.c \
  %D%/classes.h %D%/classes.c \
  %D%/compound.h %D%/compound.c \
  %D%/families.h %D%/families.c \
  %D%/stop_words.c \
  %D%/which.h %D%/which.c \
  %D%/function_words.h %D%/function_words.c
# The table of nynorsk words as one C string: apertium's where configure found it, else our own list.
nodist_libsamsok_core_la_SOURCES = %D%/nynorsk_table.inc
BUILT_SOURCES += %D%/nynorsk_table.inc
CLEANFILES += %D%/nynorsk_table.inc
EXTRA_DIST += data/nynorsk.words tools/nynorsk-table.py
if HAVE_APERTIUM
NYNORSK_TABLE = $(PYTHON3) $(srcdir)/tools/nynorsk-table.py $(srcdir)/data/nynorsk.words \
  $(NYNORSK_DICTIONARY) $(APERTIUM_FOLDER) $(LT_PROC)
else
NYNORSK_TABLE = $(SED) -e '/^\#/d' -e '/^\([^ ]*\) \1$$/d' $(srcdir)/data/nynorsk.words
endif
# The table of irregular forms, likewise one C string.
nodist_libsamsok_core_la_SOURCES += %D%/irregular_table.inc
BUILT_SOURCES += %D%/irregular_table.inc
CLEANFILES += %D%/irregular_table.inc
EXTRA_DIST += data/irregular.words
%D%/irregular_table.inc: data/irregular.words
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	  $(SED) -e '/^\#/d' -e 's/.*/"&\\n"/' $(srcdir)/data/irregular.words > $@.tmp && mv $@.tmp $@
%D%/nynorsk_table.inc: data/nynorsk.words tools/nynorsk-table.py
	$(AM_V_GEN)$(MKDIR_P) %D% && $(NYNORSK_TABLE) > $@.tmp && \
	  $(SED) -e 's/.*/"&\\n"/' $@.tmp > $@ && rm -f $@.tmp
