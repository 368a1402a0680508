#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the plugin in FOLDER against the installed samsok and has that read the sample with it.
# Run by `make installcheck`, which gives the places.
set -eu
folder=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$folder/Makefile" "$folder/markdown.c" "$folder/sample.md" "$work"

export PKG_CONFIG_PATH="$DESTDIR$pkgconfigdir${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
[ -z "$DESTDIR" ] || export PKG_CONFIG_SYSROOT_DIR="$DESTDIR"
env -u MAKEFLAGS -u MFLAGS -u DESTDIR CC="$CC" "$MAKE" -s -C "$work" markdown.so

"$DESTDIR$workerdir/samsok-worker" --describe "$work/markdown.so" | grep -qx 'name=markdown' ||
    { echo "installcheck: samsok-worker does not know the example for a plugin"; exit 1; }

export XDG_CACHE_HOME="$work/cache" XDG_DATA_HOME="$work/data"
export SAMSOK_WORKER="$DESTDIR$workerdir/samsok-worker" SAMSOK_PLUGIN_PATH="$work:$DESTDIR$plugindir"
blocks=$("$DESTDIR$bindir/samsok" extract --format json "$work/sample.md")
for kind in heading list-item quote; do
    grep -q "\"$kind\"" <<<"$blocks" || { echo "installcheck: no $kind was read: $blocks"; exit 1; }
done
echo "installcheck: the example plugin builds, loads and reads"
