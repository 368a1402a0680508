#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# samsok points: the sample's points against those that a reader marked, a text of traps, the founding note.
set -eu
cd "$top_srcdir"
samsok=$top_builddir/samsok
export SAMSOK_VOCABULARY=$top_srcdir/data/samordning.ttl
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "FAIL: $*"
    exit 1
}

# The sample: F1 of at least .95 against the annotation.
python3 tests/bench/points.py --samsok "$samsok" --gold tests/insight/points-sample.tsv --root data/sample >"$scratch/sample"
f1=$(sed -n 's/^P .* F1 \([0-9.]*\) .* all$/\1/p' "$scratch/sample")
awk -v f1="$f1" 'BEGIN { exit !(f1 >= 0.95) }' || { cat "$scratch/sample"; fail "F1 $f1 on the sample"; }

# Traps: a council is no advice, a list of names no list of points, a question asks for nothing.
cp tests/insight/points-traps.txt "$scratch/traps.txt"
"$samsok" index -q -d "$scratch/index" "$scratch/traps.txt"
"$samsok" points -d "$scratch/index" -n 50 --format json >"$scratch/points.json"
python3 - "$scratch/points.json" >"$scratch/got" <<'END'
import json, sys
for point in json.load(open(sys.argv[1]))["points"]:
    print(point["kind"], point["number"] or "-", point["negated"], point["text"].split()[0])
END
cat >"$scratch/wanted" <<'END'
learning-point 1 False Arkivene
learning-point 2 False Lån
recommendation 1 False Avklar
recommendation 2 False Gi
recommendation - True Vi
finding - False Departementet
END
diff "$scratch/wanted" "$scratch/got" || fail "the text of traps"

# A sentence has its own line, not that of its paragraph: a finding, and what a long argument recommends.
argue() {
    printf '%s\n' 'Hyllene sto lenge tomme, og ingen kunne si hvem som hadde kjøpt dem eller' \
        'hva de skulle brukes til. Det tok to år før noen spurte, og da var det for' \
        'sent å levere dem tilbake til den som hadde solgt dem. Arkivet ble spurt om'
}
{
    printf '%s\n' 'Om hyller' ''
    argue
    printf '%s\n' 'saken og svarte at den lå hos fylket. Hyllene bør telles straks.' ''
    argue && argue && argue && argue && argue
    printf '%s\n' 'saken og svarte at den lå hos fylket. Vi anbefaler at hyllene telles.'
} >"$scratch/lines.txt"
"$samsok" index -q -d "$scratch/lines" "$scratch/lines.txt"
"$samsok" points -d "$scratch/lines" --format json | python3 -c '
import json, sys
points = json.load(sys.stdin)["points"]
lines = {point["kind"]: point["lines"] for point in points}
assert lines == {"finding": {"first": 6, "last": 6}, "recommendation": {"first": 23, "last": 23}}, points' ||
    fail "the line of a sentence"

# Filters, an id that can be shown, and the status when there is nothing.
"$samsok" points -d "$scratch/index" --kind råd >/dev/null && fail "råd found where there are none"
[ "$("$samsok" points -d "$scratch/index" --format jsonl hyller eier | head -1 | grep -c '"id":".*#anb-1"')" = 1 ] ||
    fail "the recommendation about the owner of shelves is not first"
"$samsok" points -d "$scratch/index" --kind nonsense 2>/dev/null && fail "an unknown kind was taken"

gold=${SAMSOK_SHARED:-/nowhere}/eval/gold.py
if [ ! -f "$gold" ]; then
    echo "the founding note is not here: its points are not compared"
    exit 0
fi
python3 "$gold" points --samsok "$samsok" || fail "the founding note"
