# SPDX-License-Identifier: GPL-3.0-or-later
EXTRA_DIST += %D%/structure.py
EXTRA_DIST += %D%/build.sh %D%/search.py
EXTRA_DIST += %D%/train-rerank.py
EXTRA_DIST += %D%/norquad-variants.py
EXTRA_DIST += %D%/noark.py
EXTRA_DIST += %D%/points.py %D%/point-sample.py %D%/point_contents.py
EXTRA_DIST += %D%/tags.sh %D%/tag-sample.py

# Built on request: 'make tests/bench/tagger', then tests/bench/tagger VOCABULARY... -- FILE...
EXTRA_PROGRAMS += %D%/tagger
%C%_tagger_SOURCES = %D%/tagger.c
%C%_tagger_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
%C%_tagger_LDADD = libsamsok-core.la $(GLIB_LIBS)

# Likewise: 'make tests/bench/records'.
EXTRA_PROGRAMS += %D%/records
%C%_records_SOURCES = %D%/records.c
%C%_records_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
%C%_records_LDADD = $(SAMSOK_INDEX_LIBS)
