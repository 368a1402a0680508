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
recommendation - False Det
recommendation - False Feltet
recommendation - False Et
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

# Equal points are told apart by a number behind their digest.
printf '%s\n' 'Om hyller og reoler' '' 'Vi anbefaler at hyllene telles.' '' \
    'Vi anbefaler at hyllene telles.' '' 'Anbefaling 1: Tell hyllene nå.' '' \
    'Anbefaling 1: Tell hyllene nå.' '' 'Anbefaling 1: Tell hyllene nå.' '' \
    'Vi anbefaler at hyllene telles.' >"$scratch/equal.txt"
"$samsok" index -q -d "$scratch/equal" "$scratch/equal.txt"
"$samsok" points -d "$scratch/equal" --format json | python3 -c '
import json, sys
ids = [point["id"].split("#")[1] for point in json.load(sys.stdin)["points"]]
assert ids == ["anb-7a9e45", "anb-7a9e45-2", "anb-1", "anb-969e2e", "anb-969e2e-2", "anb-7a9e45-3"], ids' ||
    fail "the ids of equal points"

# Filters, an id that can be shown, and the status when there is nothing.
"$samsok" points -d "$scratch/index" --kind råd >/dev/null && fail "råd found where there are none"
[ "$("$samsok" points -d "$scratch/index" --format jsonl hyller eier | head -1 | grep -c '"id":".*#anb-1"')" = 1 ] ||
    fail "the recommendation about the owner of shelves is not first"
"$samsok" points -d "$scratch/index" --kind nonsense 2>/dev/null && fail "an unknown kind was taken"

# A point by its id, with the report it names; what no report has is named as it is written.
mkdir "$scratch/citing"
printf '%s\n' 'Rapport 2014:7' '' 'Flytting av arkiver i fylkene' '' '1 Bakgrunn' '' 'Arkivene ble flyttet.' \
    >"$scratch/citing/flytting.txt"
printf '%s\n' 'path,title,series,number,year' 'flytting.txt,Flytting av arkiver i fylkene,Difi-rapport,2014:7,2014' \
    >"$scratch/citing/metadata.csv"
printf '%s\n' 'Om hyller og reoler' '' 'Råd 1: Les Difi-rapport 2014:7 før du flytter.' '' \
    'Råd 2: Les NOU 1999: 99 etterpå.' >"$scratch/citing/hyller.txt"
"$samsok" index -q -d "$scratch/citing-index" "$scratch/citing"
"$samsok" points -d "$scratch/citing-index" --format json | python3 -c '
import json, sys
points = {p["number"]: p["reports_cited"] for p in json.load(sys.stdin)["points"]}
assert [c["id"] for c in points["1"][0]["candidates"]] == ["difi-rapport-2014-07"], points
assert points["2"][0]["state"] == "unresolved" and points["2"][0]["number"] == "1999: 99".replace(" ", ""), points' ||
    fail "the reports that points name"
id=$("$samsok" points -d "$scratch/citing-index" --format jsonl | head -1 | sed 's/.*"id":"\([^"]*#[^"]*\)".*/\1/')
"$samsok" show -d "$scratch/citing-index" "$id" | grep -q 'viser til .* → difi-rapport-2014-07' || fail "show a point"
"$samsok" points -d "$scratch/citing-index" --format csv >"$scratch/points.csv"
python3 - "$scratch/points.csv" <<'END' || fail "the spreadsheet of points"
import csv, sys
data = open(sys.argv[1], "rb").read()
assert data.startswith(b"\xef\xbb\xbf"), data[:20]
rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
assert [(r["label"], r["cited"]) for r in rows][0] == ("råd 1", "difi-rapport-2014-07"), rows
END
"$samsok" points -d "$scratch/citing-index" --report difi-rapport-2014-07 >/dev/null && fail "points of a report that has none"

# More points than are kept: the limit holds, and the file is not lost.
max=$(sed -n 's/^#define SAMSOK_MAX_POINTS .*)\([0-9]*\)).*/\1/p' core/base/limits.h)
awk -v max="$max" 'BEGIN { print "Om råd\n"; for (i = 1; i <= max + 5; i++) print "Råd " i % 99 + 1 ": Tell hylle nummer " i " straks.\n" }' \
    >"$scratch/many.txt"
"$samsok" index -q -d "$scratch/many" "$scratch/many.txt"
"$samsok" points -d "$scratch/many" -n 1 --format json | python3 -c '
import json, sys
assert json.load(sys.stdin)["total"] == int(sys.argv[1])' "$max" || fail "the greatest number of points"

# An item of a megabyte is no point, and looking where it stands takes no time that grows with its square.
{
    echo '<html><body><h1>Om hyller</h1><h2>Anbefalinger</h2><p>Vi anbefaler:</p><ul><li>Tell hyllene hvert år.</li><li>'
    awk 'BEGIN { for (i = 0; i < 30000; i++) print "Direktoratet bør telle regnbueørret." }'
    echo '</li><li>Bytt hyllene hvert tiende år.</li></ul></body></html>'
} >"$scratch/long.html"
"$samsok" index -q -d "$scratch/long" "$scratch/long.html"
"$samsok" points -d "$scratch/long" --format json -n 100 | python3 -c '
import json, sys
points = json.load(sys.stdin)["points"]
assert any("tiende" in p["text"] for p in points) and all(len(p["text"]) < 65536 for p in points)' ||
    fail "an item longer than a point"
"$samsok" search -d "$scratch/long" regnbueørret >/dev/null || fail "the text of an item that is no point"

gold=${SAMSOK_SHARED:-/nowhere}/eval/gold.py
if [ ! -f "$gold" ]; then
    echo "the founding note is not here: its points are not compared"
    exit 0
fi
python3 "$gold" points --samsok "$samsok" || fail "the founding note"

# Another vocabulary tags the stored text anew, and each learning point keeps the concept of its own number.
note=${SAMSOK_SHARED:-/nowhere}/corpus/seed/difi-notat-2017-02.txt
numbered() {
    "$samsok" points -d "$scratch/note" --kind læringspunkt --format json -n 100 | python3 -c '
import json, sys
points = [p for p in json.load(sys.stdin)["points"] if p["number"]]
print([p["number"] for p in points if "lp-" + p["number"] in [c["id"] for c in p["concepts"]]])'
}
"$samsok" index -q -d "$scratch/note" "$note"
numbered >"$scratch/before"
sed 's/skos:prefLabel "hierarki"@nb/skos:altLabel "overordningsform"@nb ; &/' "$SAMSOK_VOCABULARY" >"$scratch/other.ttl"
cmp -s "$SAMSOK_VOCABULARY" "$scratch/other.ttl" && fail "the other vocabulary is the same"
"$samsok" index -q -d "$scratch/note" --vocabulary "$scratch/other.ttl"
numbered >"$scratch/after"
grep -q "'1', '2', '3', '4', '5', '6', '7', '8'" "$scratch/before" || fail "the concepts lp-1 to lp-8"
diff "$scratch/before" "$scratch/after" || fail "a vocabulary that changed took lp-n away"

# What points are about.
shared=${SAMSOK_SHARED:-/nowhere}
python3 tests/bench/point_contents.py --samsok "$samsok" --gold "$shared/gold/difi-notat-2017-02.json" \
    --file "$shared/corpus/seed/difi-notat-2017-02.txt" >"$scratch/contents"
least() {
    f1=$(sed -n "s/^$1 .* F1 \([0-9.]*\) .*/\1/p" "$scratch/contents")
    awk -v f1="$f1" -v least="$2" 'BEGIN { exit !(f1 >= least) }' || { cat "$scratch/contents"; fail "F1 $f1 of $1"; }
}
least concepts 0.9
least cases 0.9
