# SPDX-License-Identifier: GPL-3.0-or-later
samsokincludedir = $(includedir)/samsok
samsokinclude_HEADERS = %D%/plugin.h
pkgconfigdir = $(libdir)/pkgconfig
pkgconfig_DATA = %D%/samsok-plugin.pc
libsamsok_core_la_SOURCES += %D%/plugin.h
