#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# samsok refs from end to end: invented reports of one series that cite each other, every way of numbering,
# the graph formats read by real parsers, and the founding note's references against its gold.
set -u
name=refs
. "${top_srcdir:-.}/tests/expect.sh"
silent() {
    ! grep -qF -- "$1" "$work/out" || complain "'$1' is in the output"
}

corpus=$work/corpus
mkdir "$corpus"
cat >"$corpus/metadata.csv" <<'END'
path,title,series,number,year,publisher,authors
odds.txt,Mot vinden? Veier til samarbeid i nord,Difi-rapport,2014:07,2014,Difi,
notat.txt,Lærdom og læring,Difi-notat,2017:2,2017,Difi,Nordmann; Hansen
veileder.txt,Styring av fellesoppgaver,Difi-veileder,2017:1,2017,Difi,
rapport.txt,Kyst og fjell i endring,Difi-rapport,2017:1,2017,Difi,
nynorsk.txt,Utanforskapens moglegheiter. Om påverknad,Difi-rapport,2016:7,2016,Difi,
nytt.txt,Tydeligere under press,DFØ-rapport,2024:3,2024,DFØ,
gammelt.txt,Status for utredninger,DFØ-rapport,1/2015,2015,DFØ,
blank.txt,Ingenting her,Difi-notat,2012:1,2012,Difi,
END
for name in odds veileder rapport nynorsk gammelt blank; do
    printf 'En tekst\n\nHer er det litt tekst om %s, og den viser ikke til noe annet.\n' $name >"$corpus/$name.txt"
done
cat >"$corpus/notat.txt" <<'END'
Lærdom og læring

1. Om grunnlaget

Grunnlaget er Difi-rapport 2014:7, kap. 3, og «Mot vinden»-rapporten er brukt mye (Difi 2014).
Den nynorske utgaven er «Utenforskapets muligheter» (Difi 2016). Dette notatet er Difi-notat 2017:02.

2. Om andre arbeider

Det står mer i 2017:1 (2017:1) enn i DFØ-rapport 1/2015. Rapporten «Helt ukjente veier» mangler, og
det gjør også NOU 2005: 6 og (Waterman 1980).
END
cat >"$corpus/nytt.txt" <<'END'
Tydeligere under press

Rapport 2014:07 og Difi-veileder 2017:01 er brukt. NOU 2005:6 er kjent.
END

expect 0 "$samsok" index -d "$work/idx" --quiet "$corpus"
expect 0 "$samsok" refs -d "$work/idx" difi-notat-2017-02
says out "Mot vinden? Veier til samarbeid i nord (Difi-rapport 2014:07) [difi-rapport-2014-07]"
says out "«Mot vinden»-rapporten"
says out "Difi-notat 2017:2, kap. 1"
says out "[difi-rapport-2016-07]"
says out "Status for utredninger (DFØ-rapport 1/2015)"
says out "enten "
says out "Ikke i samlingen (3):"
says out "NOU 2005: 6"
says out "Vist til av ingen"
silent "2017:02"
expect 0 "$samsok" refs -d "$work/idx" --unresolved difi-notat-2017-02
silent "Vist til av"
expect 0 "$samsok" refs -d "$work/idx" difi-rapport-2014-07
says out "Vist til av:"
says out "[difi-notat-2017-02]"
says out "[dfoe-rapport-2024-03]"
expect 0 "$samsok" show -d "$work/idx" difi-rapport-2014-07
says out "sitert av   Lærdom og læring (Difi-notat 2017:2) [difi-notat-2017-02]"
expect 0 "$samsok" show -d "$work/idx" difi-notat-2017-02
says out "siterer     Mot vinden? Veier til samarbeid i nord (Difi-rapport 2014:07) [difi-rapport-2014-07]"
expect 0 "$samsok" show -d "$work/idx" --format json difi-rapport-2014-07
says out '"dfoe-rapport-2024-03"'
expect 0 "$samsok" refs -d "$work/idx" --unresolved
says out "2 × NOU 2005:6 · "
expect 1 "$samsok" refs -d "$work/idx" difi-notat-2012-01
expect 1 "$samsok" refs -d "$work/idx" --unresolved difi-notat-2012-01
says out "Ingen henvisninger."
expect 66 "$samsok" refs -d "$work/idx" ingen
expect 66 "$samsok" refs -d "$work/none"
expect 64 "$samsok" refs -d "$work/idx" --format pdf
expect 64 "$samsok" refs -d "$work/idx" a b

expect 0 "$samsok" refs -d "$work/idx" --format jsonl
python3 - "$work/out" <<'END' || complain "jsonl is not what it should be"
import json, sys
lines = [json.loads(l) for l in open(sys.argv[1])]
by = {}
for l in lines:
    by.setdefault(l["text"], []).append(l)
ambiguous = [l for l in lines if l["state"] == "ambiguous"]
assert ambiguous and all(len(l["candidates"]) == 2 for l in ambiguous), ambiguous
assert {c["id"] for c in ambiguous[0]["candidates"]} == {"difi-rapport-2017-01", "difi-veileder-2017-01"}
assert by["Difi-veileder 2017:01"][0]["candidates"][0]["id"] == "difi-veileder-2017-01"
# Each knows its own line, not that of its passage.
assert by["DFØ-rapport 1/2015"][0]["lines"]["first"] == 10, by["DFØ-rapport 1/2015"]
assert by["(Waterman 1980)" if "(Waterman 1980)" in by else "Waterman 1980"][0]["lines"]["first"] == 11
assert by["(Difi 2014)" if "(Difi 2014)" in by else "Difi 2014"][0]["state"] == "resolved"
END

expect 0 "$samsok" refs -d "$work/idx" --format graphml
python3 - "$work/out" <<'END' || complain "GraphML is not what it should be"
import sys, xml.etree.ElementTree as ET
ns = "{http://graphml.graphdrawing.org/xmlns}"
root = ET.parse(sys.argv[1]).getroot()
assert root.tag == ns + "graphml"
nodes = {n.get("id") for n in root.iter(ns + "node")}
edges = [(e.get("source"), e.get("target")) for e in root.iter(ns + "edge")]
assert ("difi-notat-2017-02", "difi-rapport-2014-07") in edges and len(edges) == len(set(edges))
assert all(a in nodes and b in nodes for a, b in edges)
END
expect 0 "$samsok" refs -d "$work/idx" --format dot
says out '"difi-notat-2017-02" -> "difi-rapport-2014-07" [label="3"]'
if command -v dot >/dev/null; then
    dot -Tplain "$work/out" >/dev/null || complain "graphviz does not read the DOT"
else
    python3 - "$work/out" <<'END' || complain "DOT is not well formed"
import re, sys
text = open(sys.argv[1]).read()
string = r'"(?:[^"\\]|\\.)*"'
line = re.compile(r'  (?:node \[shape=box\]|%s(?: -> %s)? \[\w+=(?:%s|\w+)(?:, \w+=(?:%s|\w+))*\]);' % ((string,) * 4))
body = text.splitlines()
assert body[0] == "digraph refs {" and body[-1] == "}" and all(line.fullmatch(l) for l in body[1:-1])
END
fi

# References go with the report that made them, and stay where another generation is built.
cp -r "$corpus" "$work/less"
expect 0 "$samsok" index -d "$work/moved" --quiet "$work/less"
rm "$work/less/nytt.txt"
expect 0 "$samsok" index -d "$work/moved" --quiet "$work/less"
expect 0 "$samsok" refs -d "$work/moved" difi-rapport-2014-07
says out "[difi-notat-2017-02]"
silent "[dfoe-rapport-2024-03]"
expect 0 "$samsok" index -d "$work/moved" --quiet --rebuild "$work/less"
expect 0 "$samsok" refs -d "$work/moved" difi-rapport-2014-07
says out "[difi-notat-2017-02]"

# As a table, read by a real parser, for spreadsheets too; --report is the report's id by another name.
expect 0 "$samsok" index -d "$work/table" --quiet "${top_srcdir:-.}/data/sample"
expect 0 "$samsok" refs -d "$work/table" --format csv --csv-separator ';'
python3 - "$work/out" <<'END' || complain 'refs gives no CSV'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding='utf-8-sig', newline=''), delimiter=';'))
assert any(r['relation'] == 'cites' and r['means'] == 'samordningsrapport-2018-02' for r in rows), rows
assert all(len(r) == 11 and None not in r.values() for r in rows)
END
expect 0 "$samsok" refs -d "$work/table" --format jsonl samordningsrapport-2022-01
cp "$work/out" "$work/by-id"
expect 0 "$samsok" refs -d "$work/table" --format jsonl --report samordningsrapport-2022-01
cmp -s "$work/out" "$work/by-id" || complain '--report differs from ID'
expect 64 "$samsok" refs -d "$work/table" --report a b
expect 64 "$samsok" refs -d "$work/table" --format csv --csv-separator x

gold=${SAMSOK_SHARED:-none}/gold/difi-notat-2017-02.json
if [ ! -r "$gold" ]; then
    echo "refs: no shared corpora: the gold is skipped"
    exit $bad
fi
expect 0 "$samsok" index -d "$work/seed" --quiet "$SAMSOK_SHARED/corpus/seed"
expect 0 "$samsok" refs -d "$work/seed" --mentions --format jsonl difi-notat-2017-02
python3 - "$work/out" "$gold" "$SAMSOK_SHARED/corpus/seed/difi-notat-2017-02.txt" <<'END' || bad=1
"""Precision and recall of the references up to the last line that is annotated, by the text they hold."""
import json, re, sys
found = [json.loads(l) for l in open(sys.argv[1])]
gold = json.load(open(sys.argv[2]))["report_references"]
last = max(g["end_line"] for g in gold)
fold = lambda s: re.findall(r"\w+", s.lower())
found = [f for f in found if f["lines"]["first"] <= last]
met, hits = set(), 0
for g in gold:
    words = fold(g["text"].replace("…", " "))
    for i, f in enumerate(found):
        near = f["lines"]["first"] - 2 <= g["end_line"] and f["lines"]["last"] + 2 >= g["line"]
        shared = len(set(words) & set(fold(f["text"]))) / len(set(words))
        if i not in met and near and shared >= 0.6:
            met.add(i)
            hits += 1
            break
    else:
        print("refs: missed, line", g["line"], g["text"])
for i, f in enumerate(found):
    if i not in met:
        print("refs: not in the gold:", f["text"], f["lines"])
p, r = hits / max(1, len(found)), hits / len(gold)
f1 = 2 * p * r / max(1e-9, p + r)
print(f"refs: gold P {p:.3f} R {r:.3f} F1 {f1:.3f}")
sys.exit(0 if f1 >= 0.9 else 1)
END
exit $bad
