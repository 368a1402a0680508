#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What is printed for spreadsheets, reference managers and memos, read by real parsers where there are some.
set -eu
samsok=$top_builddir/samsok
export SAMSOK_VOCABULARY=$top_srcdir/data/samordning.ttl
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "FAIL: $*"
    exit 1
}

mkdir "$scratch/reports"
cp "$top_srcdir/data/sample/pdf/samordningsrapport-2019-1.pdf" "$scratch/reports/a.pdf"
printf 'Ørret\n\nSamordning er bra. Vi anbefaler at alle er med.\n' >"$scratch/reports/b.txt"
# A title that is hostile to every format.
printf 'path,title,series,number,year,authors\nb.txt,"=cmd|{50%%} & $x_1 ""sitat"" #\\ ~^","Difi-notat",2017:2,2017,"Ås, Åse; Direktoratet for forvaltning"\n' >"$scratch/reports/metadata.csv"
"$samsok" index -q -d "$scratch/index" "$scratch/reports"
for format in csv tsv bibtex ris csl-json markdown; do
    "$samsok" search -d "$scratch/index" -n 50 --format $format samordning >"$scratch/$format" || fail "$format"
    "$samsok" points -d "$scratch/index" --format $format >/dev/null || fail "points as $format"
    status=0
    "$samsok" search -d "$scratch/index" --format $format finnesikkexyz >"$scratch/none.$format" 2>/dev/null || status=$?
    [ $status = 1 ] || fail "$format: status $status when nothing is found"
    status=0
    "$samsok" search -d "$scratch/index" --format $format --count samordning >/dev/null 2>&1 || status=$?
    [ $status = 64 ] || fail "$format --count: status $status"
done
"$samsok" search -d "$scratch/index" -n 50 --format csv --csv-separator ';' samordning >"$scratch/semicolon"

python3 - "$scratch" <<'END'
import csv, json, re, sys
folder = sys.argv[1]
read = lambda name: open(f"{folder}/{name}", encoding="utf-8", newline="").read()
text = read("csv")
assert text.startswith("\ufeff") and "\r\n" in text
rows = list(csv.DictReader(text[1:].splitlines(True)))
assert rows and all(row["id"] and row["citation"] for row in rows)
hostile = [row for row in rows if row["number"] == "2017:2"]
assert hostile[0]["title"].startswith("'=cmd|{50%}"), hostile[0]["title"]
pdf = [row for row in rows if row["link"].endswith("#page=" + row["page_physical"])]
assert pdf and pdf[0]["page_printed"] != pdf[0]["page_physical"]
semicolon = list(csv.DictReader(read("semicolon")[1:].splitlines(True), delimiter=";"))
assert [row["id"] for row in semicolon] == [row["id"] for row in rows]
assert any(row["number"] == "'2017:2" for row in semicolon)
table = [line.split("\t") for line in read("tsv").splitlines()]
assert len({len(row) for row in table}) == 1 and len(table) == len(rows) + 1
items = json.loads(read("csl-json"))
assert [item["id"] for item in items] == [row["id"] for row in rows]
assert all(item["type"] == "report" and isinstance(item["issued"]["date-parts"][0][0], int) for item in items if "issued" in item)
assert {"family": "Ås", "given": "Åse"} in [name for item in items for name in item["author"]]
assert json.loads(read("none.csl-json")) == []
records = [part for part in read("ris").split("ER  - \r\n") if part.strip()]
assert len(records) == len(rows)
for record in records:
    lines = [line for line in record.split("\r\n") if line]
    assert lines[0] == "TY  - RPRT" and all(re.match(r"[A-Z][A-Z0-9]  - \S", line) for line in lines), lines
bibtex = read("bibtex")
keys = re.findall(r"^@techreport\{([A-Za-z0-9_:.-]+),$", bibtex, re.M)
assert len(set(keys)) == len(rows), keys
bare = re.sub(r"\\.", "", bibtex)
assert bare.count("{") == bare.count("}") and not re.search(r"[%&#$]", bare)
assert read("markdown").startswith("> ")
END

cited=
for python in python3 /usr/bin/python3; do
    if [ -z "$cited" ] && "$python" -c 'import citeproc' 2>/dev/null; then
        cited=yes
        "$python" -W ignore - "$scratch/csl-json" <<'END' || fail "a CSL processor does not cite by it"
import json, sys
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
items = json.load(open(sys.argv[1], encoding="utf-8"))
style = CitationStylesStyle("harvard1", validate=False)
cites = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
for item in items:
    cites.register(Citation([CitationItem(item["id"])]))
entries = [str(entry) for entry in cites.bibliography()]
assert len(entries) == len(items) > 0, entries
for item, entry in zip(items, entries):
    assert item["title"].split()[-1] in entry, (item["title"], entry)
assert any(entry.startswith("Ås, Å.") and "2017" in entry for entry in entries), entries
END
    fi
done
[ -n "$cited" ] || echo "citeproc is not installed: CSL-JSON was looked at by its fields alone"

for python in python3 /usr/bin/python3; do
    if "$python" -c 'import pybtex' 2>/dev/null; then
        "$python" - "$scratch/bibtex" <<'END' || fail "pybtex does not read it"
import sys
from pybtex.database import parse_file
assert len(parse_file(sys.argv[1], bib_format='bibtex').entries) > 0
END
        exit 0
    fi
done
echo "pybtex is not installed: BibTeX was looked at by patterns alone"
