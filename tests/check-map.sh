#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ARCHITECTURE.md names every source file under its folder, names no file that is gone, and stays
# within 200 lines.
set -u
cd "${top_srcdir:-$(dirname "$0")/..}" || exit 99
map=ARCHITECTURE.md
bad=0
complain() {
    echo "map: $*"
    bad=1
}

# The modules that the map names below a folder: the words in backticks of its list item.
modules_named() {
    awk -v item="- \`$1/\`" 'index($0, "- `") == 1 { on = index($0, item) == 1 } /^$/ { on = 0 } on' $map |
        grep -oE '`[^`]+`' | tr -d '`' | grep -v / | sort -u
}
modules_there() {
    find "$1" -maxdepth 1 \( -name '*.[ch]' -o -name '*.cc' -o -name '*.hh' \) -exec basename {} \; |
        sed 's/\.[a-z]*$//' | sort -u
}

for folder in $(find core index plugins tools -type d | sort); do
    for module in $(comm -13 <(modules_named "$folder") <(modules_there "$folder")); do
        complain "$map does not name $folder/$module"
    done
    for module in $(comm -23 <(modules_named "$folder") <(modules_there "$folder")); do
        complain "$map names $folder/$module, which is not there"
    done
done
for path in $(grep -oE '`(core|index|plugins|tools|tests|data|doc|examples)/[^` ]*[^/` ]`' $map | tr -d '`' | sort -u); do
    compgen -G "$path" >/dev/null || compgen -G "$path.*" >/dev/null || complain "$map names $path, which is not there"
done
lines=$(wc -l <$map)
[ "$lines" -le 200 ] || complain "$map has $lines lines, 200 at most"
exit $bad
