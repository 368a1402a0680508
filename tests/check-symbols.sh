#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A plugin exports its entry and nothing else, and needs no symbol of ours.
set -u
cd "${top_builddir:-.}" || exit 99
command -v nm >/dev/null || { echo "nm is not installed"; exit 77; }
bad=0
found=0
for plugin in .libs/*.so; do
    [ -e "$plugin" ] || continue
    found=$((found + 1))
    # What begins with an underline belongs to the compiler, a linker or a sanitizer.
    exports=$(nm -D --defined-only "$plugin" | awk '$NF !~ /^_/ {print $NF}')
    [ "$exports" = samsok_plugin_entry ] ||
        { echo "symbols: $plugin exports" $exports; bad=1; }
    needs=$(nm -D --undefined-only "$plugin" | awk '$NF ~ /^samsok_/ {print $NF}')
    [ -z "$needs" ] || { echo "symbols: $plugin needs" $needs; bad=1; }
done
[ "$found" -ge 3 ] || { echo "symbols: $found plugins found, three at least are built"; bad=1; }
exit $bad
