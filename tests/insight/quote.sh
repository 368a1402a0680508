#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# samsok quote on drafts: those that were annotated before any output was seen, and the odd cases.
set -u
name=quote
here="${top_srcdir:-.}/tests/insight"
. "${top_srcdir:-.}/tests/expect.sh"

expect 0 "$samsok" index -d "$work/idx" --quiet "${top_srcdir:-.}/data/sample"
for draft in "$here"/draft-*.txt; do
    expect 1 "$samsok" quote -d "$work/idx" --format json "$draft"
    cp "$work/out" "$work/$(basename "$draft").json"
done
python3 - "$here/drafts.tsv" "$work" <<'END' || bad=1
import csv, json, sys
wrong = 0
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8"), delimiter="\t"):
    answer = json.load(open(f"{sys.argv[2]}/{row['draft']}.json", encoding="utf-8"))
    fold = lambda s: s.replace(",", "").lower()
    quote = next((q for q in answer["quotations"] if fold(q["text"]).startswith(fold(row["first_words"]))), None)
    got = quote and (quote.get("doubt") or quote["state"])
    source = (quote or {}).get("source")
    ok = got == row["outcome"]
    if ok and row["report"] != "-":
        ok = source["report"]["path"].endswith(row["report"])
    if ok and row["printed_page"] != "-":
        pages = source["pages"]
        ok = int(pages["first_label"]) <= int(row["printed_page"]) <= int(pages["last_label"])
    if not ok:
        wrong += 1
        print("quote:", row, "got", got)
sys.exit(1 if wrong else 0)
END

cat >"$work/whole.md" <<'END'
Et notat med et sitat som er satt for seg:

> Rollen må følges av fullmakter. Et lederdepartement uten fullmakter blir et sekretariat.

Senere: «rollen må følges av fullmakter […] uten fullmakter blir et sekretariat» (Samordningsrapport 2023:2, kap. 3).
END
expect 0 "$samsok" quote -d "$work/idx" "$work/whole.md"
[ "$(grep -c ': ordrett: ' "$work/out")" -eq 2 ] || complain "two verbatim quotations were expected: $(cat "$work/out")"
says out "Samordningsrapport 2023:2, kap. 3"

printf 'Her står «Rollen må følges av fullmakter. Et lederdepartement» (Samordningsrapport 2019:1).\n' >"$work/other.txt"
expect 1 "$samsok" quote -d "$work/idx" "$work/other.txt"
says out "NB: utkastet viser til en annen rapport: "
# The order of the parts counts.
printf 'Her står «uten fullmakter blir et sekretariat […] rollen må følges av fullmakter».\n' >"$work/turned.txt"
expect 1 "$samsok" quote -d "$work/idx" "$work/turned.txt"
! grep -q ': ordrett: ' "$work/out" || complain "parts in the wrong order are verbatim"
# A title is no quotation, and what is too short is none.
printf 'Jf. «Fra prosjekt til praksis. Hva fire samordningsprosjekter har lært oss» (Samordningsrapport 2022:1), «så kort».\n' \
    >"$work/title.txt"
expect 1 "$samsok" quote -d "$work/idx" "$work/title.txt"
[ ! -s "$work/out" ] || complain "a title was checked: $(cat "$work/out")"
expect 66 "$samsok" quote -d "$work/idx" "$work/none.txt"
expect 66 "$samsok" quote -d "$work/no-index" "$work/title.txt"
expect 64 "$samsok" quote -d "$work/idx"

# A quotation over the end of a passage: the last sentence of one and the first of the next.
for i in $(seq 1 40); do
    echo "Setning nummer $i handler om samordning av tjenester ved fjord nummer $i og om lærdommen derfra i året som gikk."
done | tr '\n' ' ' >"$work/long.txt"
mkdir "$work/corpus" && cp "$work/long.txt" "$work/corpus/"
expect 0 "$samsok" index -d "$work/idx2" --quiet "$work/corpus"
cut=$(python3 - "$samsok" "$work/corpus/long.txt" "$work/idx2" <<'END'
import json, subprocess, sys
out = subprocess.run([sys.argv[1], "search", "-d", sys.argv[3], "--format", "jsonl", "-n", "50", "samordning"],
                     capture_output=True, text=True).stdout
texts = sorted((json.loads(l)["text"] for l in out.splitlines()), key=lambda t: int(t.split("nummer ")[1].split()[0]))
assert len(texts) > 1
print(" ".join(texts[0].split()[-12:]), " ".join(texts[1].split()[:12]))
END
)
printf 'Det heter at «%s».\n' "$cut" >"$work/over.txt"
expect 0 "$samsok" quote -d "$work/idx2" "$work/over.txt"
says out ": ordrett: "
# A draft of more quotations than are checked says so.
for i in $(seq 2003); do
    printf 'De sier «dette er nok sitat nummer %s her».\n\n' "$i"
done >"$work/many.txt"
expect 1 "$samsok" quote -d "$work/idx" --format json "$work/many.txt"
grep -q '"left_out" *: *3' "$work/out" || { echo "quote: no word of what is left out"; bad=1; }
expect 1 "$samsok" quote -d "$work/idx" --format text "$work/many.txt"
grep -q 'only the first 2000 quotations are checked, 3 more' "$work/err" || { echo "quote: silent on what is left out"; bad=1; }
exit $bad
