# SPDX-License-Identifier: GPL-3.0-or-later
samsokincludedir = $(includedir)/samsok
samsokinclude_HEADERS = %D%/plugin.h
pkgconfigdir = $(libdir)/pkgconfig
pkgconfig_DATA = %D%/samsok-plugin.pc
# Where plugins and the worker are installed.
libsamsok_core_la_CPPFLAGS += \
  -DSAMSOK_PLUGINDIR=\"$(plugindir)\" -DSAMSOK_WORKERDIR=\"$(workerdir)\"
libsamsok_core_la_SOURCES += \
  %D%/plugin.h \
  %D%/wire.h %D%/wire.c \
  %D%/channel.h %D%/channel.c \
  %D%/process.h %D%/process.c \
  %D%/description.h %D%/description.c \
  %D%/describe.h %D%/describe.c \
  %D%/plugin_cache.h %D%/plugin_cache.c \
  %D%/registry.h %D%/registry.c \
  %D%/detect.h %D%/detect.c \
  %D%/worker.h %D%/worker.c \
  %D%/extractor.h %D%/extractor.c
# The worker's own side.
libsamsok_core_la_SOURCES += \
  %D%/confine.h %D%/confine.c \
  %D%/load.h %D%/load.c \
  %D%/services.h %D%/services.c \
  %D%/serve.h %D%/serve.c
