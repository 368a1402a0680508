# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_core_la_SOURCES += \
  %D%/polarity.h %D%/polarity-private.h %D%/polarity.c %D%/polarity_cues.c \
  %D%/projects.h %D%/projects-private.h %D%/projects.c %D%/project_words.c %D%/project_nouns.c %D%/project_names.c %D%/project_spotter.c \
  %D%/references.h %D%/references-private.h %D%/references.c %D%/reference_patterns.c \
  %D%/reference_numbers.c %D%/reference_titles.c %D%/reference_authors.c %D%/reference_mentions.c \
  %D%/quotations.h %D%/quotations.c \
  %D%/reference_list.c %D%/reference_merge.c \
  %D%/points.h %D%/points-private.h %D%/points.c %D%/point_cues.h %D%/point_cues.c \
  %D%/point_patterns.h %D%/point_patterns.c %D%/point_orders.c %D%/point_bids.c %D%/point_announce.c \
  %D%/point_lists.c %D%/point_guides.c %D%/point_paragraphs.c %D%/point_proposals.c %D%/point_series.c %D%/point_runs.c %D%/point_summary.c %D%/point_tables.c \
  %D%/needles.h %D%/needles.c %D%/stem_sets.h %D%/stem_sets.c %D%/point_basis.h %D%/point_basis.c
