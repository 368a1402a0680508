#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes configure and the Makefile templates from a checkout.
set -e
cd "$(dirname "$0")"
mkdir -p m4 build-aux
exec autoreconf --install --force --warnings=all,no-obsolete
