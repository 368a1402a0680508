#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints how fast FOLDER of text files is indexed, how large the index is, and what a run costs that
# finds nothing changed. Judges nothing. Run it in a build folder:
#     SAMSOK_PLUGIN_PATH=$PWD SAMSOK_WORKER=$PWD/samsok-worker ../tests/bench/build.sh FOLDER [JOBS]
set -eu
folder=$1
jobs=${2:-0}
samsok=${SAMSOK:-./samsok}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

run() {
    /usr/bin/time -o "$tmp/time" -f '%e %U %S' "$samsok" index -q --report "$tmp/report.json" "$@"
}

run -d "$tmp/index" --jobs "$jobs" "$folder"
python3 - "$folder" "$tmp" <<'PYTHON'
import json, os, sys
folder, tmp = sys.argv[1:]
def size(top):
    return sum(os.path.getsize(os.path.join(d, f)) for d, _, files in os.walk(top) for f in files) / 1e6
wall, user, system = map(float, open(tmp + '/time').read().split())
report = json.load(open(tmp + '/report.json'))
generation = open(tmp + '/index/current').read().strip()
text, index, cpu = size(folder), size(os.path.join(tmp, 'index', generation)), user + system
print(f'{text:.1f} MB, {report["reports"]} reports, {report["passages"]} passages')
print(f'full: {wall:.1f} s wall ({text / wall:.2f} MB/s), {cpu:.1f} s CPU ({text / cpu:.2f} MB/s)')
print(f'index: {index:.1f} MB, {index / text:.2f} x the files; peak {report["peak_rss_kb"] / 1024:.0f} MB')
PYTHON
for _ in 1 2 3; do
    run -d "$tmp/index"
    echo "nothing changed: $(awk '{ print $1 " s wall, " $2 + $3 " s CPU" }' "$tmp/time")"
done
