#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# All undertakings found in the bundled reports and in real texts, against what a reader said of each.
set -u
name=projects-judged
here="${top_srcdir:-.}/tests/insight"
. "${top_srcdir:-.}/tests/expect.sh"

shared=${SAMSOK_SHARED:-}
if [ -z "$shared" ] || [ ! -d "$shared/corpus/norwegian" ]; then
    echo "projects-judged: the real texts are not here"
    exit 77
fi
export SAMSOK_VOCABULARY=${top_srcdir:-.}/data/samordning.ttl
expect 0 "$samsok" index -d "$work/sample" --quiet "${top_srcdir:-.}/data/sample"
expect 0 "$samsok" index -d "$work/norwegian" --quiet "$shared/corpus/norwegian"
for corpus in sample norwegian; do
    expect 0 "$samsok" cases -d "$work/$corpus" --kind structure -n 1000 --format json
    cp "$work/out" "$work/$corpus.json"
done
python3 - "$here/projects-judged.tsv" "$work" <<'END' || bad=1
import csv, json, sys
judged = {(r["corpus"], r["name"]): r["judged"] for r in csv.DictReader(open(sys.argv[1], encoding="utf-8"), delimiter="\t")}
found = [(c, x["title"]) for c in ("sample", "norwegian") for x in json.load(open(f"{sys.argv[2]}/{c}.json"))["cases"]]
right = sum(judged.get(f) == "case" for f in found)
for f in found:
    if f not in judged:
        print("nobody has judged:", *f)
print("undertakings: %d of %d found are cases" % (right, len(found)))
sys.exit(0 if right >= 0.9 * len(found) and len(found) >= 18 else 1)
END
exit $bad
