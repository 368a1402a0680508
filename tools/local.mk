# SPDX-License-Identifier: GPL-3.0-or-later
worker_PROGRAMS += samsok-worker
samsok_worker_SOURCES = %D%/samsok-worker.c
samsok_worker_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
samsok_worker_LDFLAGS = $(AM_LDFLAGS) -Wl,--as-needed
samsok_worker_LDADD = libsamsok-core.la $(GLIB_LIBS)
