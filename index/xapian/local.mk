# SPDX-License-Identifier: GPL-3.0-or-later
libsamsok_index_la_SOURCES += %D%/index.h
