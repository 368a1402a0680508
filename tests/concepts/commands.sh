#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# samsok tag and samsok concepts as a user meets them; the founding note's tags against its gold.
set -u
name=concepts
. "${top_srcdir:-.}/tests/expect.sh"
export SAMSOK_VOCABULARY="${top_srcdir:-.}/data/samordning.ttl"

printf 'Direktoratet og KMD trenger samordning av ressursbruk.\n' >"$work/note.txt"
printf 'Her er det ingenting.\n' >"$work/empty.txt"
cat >"$work/cycle.ttl" <<'END'
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<a> a skos:Concept ; skos:prefLabel "en"@nb ; skos:broader <b> .
<b> a skos:Concept ; skos:prefLabel "to"@nb ; skos:broader <a> .
END
printf '@prefix skos: <x> .\n<a> skos:prefLabel "en .\n' >"$work/wrong.ttl"

expect 0 "$samsok" tag "$work/note.txt"
says out ":1: kmd: KMD [exact «KMD»]"
says out "samordning-ressursbruk: samordning av ressursbruk"
expect 0 "$samsok" tag --format json "$work/note.txt"
says out '"concept":"kmd","text":"KMD","block":0,"start":16,"end":19,"line":1'
printf '<!DOCTYPE html><html><body><p>Det har vi fra KMD.</p></body></html>\n' >"$work/side.html"
expect 0 "$samsok" tag --format json "$work/side.html"
says out '"line":null,"page":null'
expect 1 "$samsok" tag "$work/empty.txt"
expect 66 "$samsok" tag "$work/none.txt"
expect 64 "$samsok" tag
expect 65 "$samsok" tag --vocabulary "$work/wrong.ttl" "$work/note.txt"
says err "wrong.ttl': line "
expect 66 "$samsok" tag --vocabulary "$work/none.ttl" "$work/note.txt"
expect 0 "$samsok" concepts check "$SAMSOK_VOCABULARY"
expect 65 "$samsok" concepts check "$work/cycle.ttl"
says out "cycle.ttl:2: error: 'a' stands above itself"
expect 65 "$samsok" concepts check "$work/wrong.ttl"
# Findings are data too.
expect 65 "$samsok" concepts check --format json "$work/cycle.ttl"
python3 - "$work/out" <<'END' || complain "findings as JSON: $(head -c 300 "$work/out")"
import json, sys
told = json.load(open(sys.argv[1]))
first = next(f for f in told["findings"] if f["severity"] == "error")
assert told["errors"] == 2 and told["notes"] == len(told["findings"]) - 2 > 0, told
assert (first["line"], first["severity"], first["kind"], first["concept"]) == (2, "error", "cycle", "a"), first
assert first["file"].endswith("cycle.ttl") and "stands above itself" in first["text"], first
END
expect 65 "$samsok" concepts check --format jsonl "$work/cycle.ttl"
says out '{"file":"'
[ "$(grep -c '"severity":"error"' "$work/out")" -eq 2 ] || complain "not a finding a line: $(cat "$work/out")"
expect 0 "$samsok" concepts check --format json "$SAMSOK_VOCABULARY"
says out '"errors":0'
expect 64 "$samsok" concepts check --vocabulary "$SAMSOK_VOCABULARY" "$work/cycle.ttl"
says err "FILE or --vocabulary, not both"
expect 0 "$samsok" concepts tree
says out "  trinn-3  trinn 3: unngå å svekke andres måloppnåelse"
expect 0 "$samsok" concepts show lederdepartement
says out "leiardepartement (nn)"
says out "broader        samordningsrolle"
expect 1 "$samsok" concepts show finnes-ikke
expect 64 "$samsok" concepts nonsense
# A language is one of three, told before any work, and labels come in it.
expect 64 "$samsok" concepts show finnes-ikke --language xx
says err "'xx' is none of nb, nn and en"
expect 64 "$samsok" concepts check "$work/wrong.ttl" --language norsk
expect 0 "$samsok" concepts show lederdepartement --language nn
says out "lederdepartement  leiardepartement"
expect 0 "$samsok" concepts show lederdepartement --language en
says out "lederdepartement  lead ministry"
says out "definition     A ministry made responsible"
expect 0 "$samsok" concepts tree --language en --format json
says out '"id":"lederdepartement","label":"lead ministry"'
# A vocabulary without concepts is refused by whoever would tag with it.
: >"$work/empty.ttl"
head -n 5 "$SAMSOK_VOCABULARY" >"$work/head.ttl"
for file in empty head; do
    expect 65 "$samsok" tag --vocabulary "$work/$file.ttl" "$work/note.txt"
    says err "$file.ttl': no concepts"
    expect 65 "$samsok" concepts check "$work/$file.ttl"
    says out "$file.ttl:1: error: no concepts [no-concepts]"
done
head -c 40000 "$SAMSOK_VOCABULARY" >"$work/cut.ttl"
expect 65 "$samsok" tag --vocabulary "$work/cut.ttl" "$work/note.txt"

# Concepts choose: by option, by field, by label and by what stands above them; one that nobody knows is told of.
printf 'Om roller\n\nDepartementet er lederdepartement for arbeidet med samordning.\n' >"$work/rolle.txt"
expect 0 "$samsok" index -q -d "$work/index" "$work/rolle.txt"
expect 65 "$samsok" index -q -d "$work/index" --vocabulary "$SAMSOK_VOCABULARY" --vocabulary "$work/empty.ttl"
says err "empty.ttl': no concepts"
expect 0 "$samsok" search -d "$work/index" --concept samordningsrolle --format json arbeidet
says out '"id":"lederdepartement","label":"lederdepartement"'
expect 0 "$samsok" search -d "$work/index" 'rolle:leiardepartement arbeidet'
# A filter alone is a question, the same as the field.
expect 0 "$samsok" search -d "$work/index" --concept lederdepartement
says out "1 av 1 avsnitt"
expect 1 "$samsok" search -d "$work/index" --year 1901
expect 1 "$samsok" search -d "$work/index" --concept padriver arbeidet
expect 1 "$samsok" search -d "$work/index" --concept tull arbeidet
says err "no concept 'tull'"

# Tree and show count in an index, in text and JSON; a name does for an id; a report tells its concepts.
expect 0 "$samsok" concepts tree -d "$work/index"
says out "  lederdepartement  lederdepartement  1 (1)"
expect 0 "$samsok" concepts tree -d "$work/index" --format json
says out '"id":"lederdepartement","label":"lederdepartement","kind":"role","broader":["samordningsrolle"],"passages":1,"reports":1'
says out '"counts_are_exact":true'
expect 66 "$samsok" concepts tree -d "$work/none"
expect 0 "$samsok" concepts show Leiardepartementet -d "$work/index"
says out "Nevnt i 1 avsnitt i 1 rapport;"
says out "broader        samordningsrolle  samordningsrolle"
expect 0 "$samsok" concepts show lederdepartement -d "$work/index" --format json
says out '"text":"leiardepartement"'
says out '"hits":[{"rank":1'
expect 0 "$samsok" search -d "$work/index" --facets rolle --format json arbeidet
says out '"rolle":[{"value":"lederdepartement","label":"lederdepartement","count":1,"reports":1}'
expect 0 "$samsok" show -d "$work/index" lederdepartement
says out "Nevnt i 1 avsnitt i 1 rapport;"
expect 1 "$samsok" show -d "$work/index" finnes-ikke
# A format is refused before any work; a vocabulary that cannot be read is not one that lacks the concept.
expect 64 "$samsok" concepts tree -d "$work/index" --format xml
expect 64 "$samsok" concepts show lederdepartement -d "$work/index" --format csv
expect 64 "$samsok" concepts matrix rolle trinn -d "$work/none" --format xml
echo '<nothing' >"$work/broken.ttl"
expect 65 env SAMSOK_VOCABULARY="$work/broken.ttl" "$samsok" show -d "$work/index" lederdepartement
expect 1 env SAMSOK_VOCABULARY="$work/no.ttl" "$samsok" show -d "$work/index" lederdepartement
id=$("$samsok" search -d "$work/index" --format json arbeidet | python3 -c 'import json, sys
print(json.load(sys.stdin)["hits"][0]["report"]["id"])')
expect 0 "$samsok" show -d "$work/index" "$id"
says out "concepts    "

# An index counts what it is tagged with, and does not say 0 of what it was never asked for; a matrix is the index's own.
cat >"$work/foreign.ttl" <<'END'
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/b/arbeid> a skos:Concept ; skos:prefLabel "arbeid"@nb .
<https://example.org/b/lederdepartement> a skos:Concept ; skos:prefLabel "noe annet"@nb .
END
for id in arbeid lederdepartement; do
    expect 0 "$samsok" concepts show $id -d "$work/index" --vocabulary "$work/foreign.ttl"
    says out "Indeksen er ikke merket med dette begrepet; den er merket med samordning.ttl"
    grep -q "Nevnt i" "$work/out" && complain "a count of what was not tagged: $(cat "$work/out")"
    expect 0 "$samsok" concepts show $id -d "$work/index" --vocabulary "$work/foreign.ttl" --format json
    says out '"passages":null,"reports":null'
done
expect 0 "$samsok" concepts tree -d "$work/index" --vocabulary "$work/foreign.ttl" --vocabulary "$SAMSOK_VOCABULARY"
grep -qx "arbeid  arbeid" "$work/out" || complain "$(grep arbeid "$work/out")"
grep -q "^  https.*begrep/lederdepartement  lederdepartement  1 (1)$" "$work/out" || complain "$(grep lederdep "$work/out")"
says out "Indeksen er ikke merket med 2 av"
expect 64 "$samsok" concepts matrix rolle trinn -d "$work/index" --vocabulary "$work/foreign.ttl"
says err "the vocabulary of the index"

# Several vocabularies at once; and what another one would change is said before it is done.
cat >"$work/mine.ttl" <<'END'
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/b/arbeid> a skos:Concept ; skos:prefLabel "arbeid"@nb .
END
expect 0 "$samsok" index -d "$work/index" --dry-run --vocabulary "$SAMSOK_VOCABULARY" \
    --vocabulary "$work/mine.ttl" "$work/rolle.txt"
says out ": +arbeid"
expect 1 "$samsok" search -d "$work/index" begrep:arbeid
expect 0 "$samsok" index -q -d "$work/index" --vocabulary "$SAMSOK_VOCABULARY" --vocabulary "$work/mine.ttl" "$work/rolle.txt"
expect 0 "$samsok" search -d "$work/index" 'begrep:arbeid rolle:lederdepartement'
expect 0 "$samsok" status -d "$work/index"
says out "mine.ttl"
grep -qE "^versions    schema [0-9]+, shape [0-9]+, analyser [0-9]+, tagger [0-9]+$" "$work/out" || complain "$(cat "$work/out")"
expect 0 "$samsok" status -d "$work/index" --format json
grep -qE '"shape":[1-9][0-9]*,"analyser":[1-9][0-9]*,"tagger":[1-9][0-9]*,' "$work/out" || complain "$(cat "$work/out")"

# Two vocabularies with one last segment: it means both concepts, a whole IRI the one, and so it does where a
# segment is alone.
cat >"$work/twin.ttl" <<'END'
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/b/lederdepartement> a skos:Concept ; skos:prefLabel "arbeid"@nb .
END
printf 'Om noe annet\n\nArbeidet fortsatte utover høsten.\n' >"$work/arbeid.txt"
expect 0 "$samsok" index -q -d "$work/twins" --vocabulary "$SAMSOK_VOCABULARY" --vocabulary "$work/twin.ttl" \
    "$work/rolle.txt" "$work/arbeid.txt"
own=$(grep -o '^@prefix begrep: <[^>]*' "$SAMSOK_VOCABULARY" | cut -d'<' -f2)
for asked in "begrep:lederdepartement 2" "begrep:${own}lederdepartement 1" "begrep:https://example.org/b/lederdepartement 2" \
    "rolle:lederdepartement 1" "begrep:${own}samordning 1"; do
    expect 0 "$samsok" search -c -d "$work/twins" "${asked% *}"
    [ "$(cat "$work/out")" = "${asked##* }" ] || complain "$asked: $(cat "$work/out" "$work/err")"
    expect 0 "$samsok" search -c -d "$work/twins" --concept "$(x=${asked% *}; echo "${x#*:}")"
done
for verb in "concepts show" show; do
    expect 0 env SAMSOK_VOCABULARY="$SAMSOK_VOCABULARY:$work/twin.ttl" "$samsok" $verb lederdepartement -d "$work/twins"
    says out "leiardepartement (nn)"
    says err "may also mean https://example.org/b/lederdepartement"
    expect 0 "$samsok" $verb "${own}lederdepartement" -d "$work/index"
    says out "leiardepartement (nn)"
done

# Who asks for what is like something is told of a concept that nobody knows, too.
expect 1 "$samsok" similar --file "$work/note.txt" -d "$work/index" --concept tull
says err "no concept 'tull'"

# Actors are a field too; a list of facets without a name is none.
expect 0 "$samsok" search -c -d "$work/index" aktør:departementene
[ "$(cat "$work/out")" = 1 ] || complain "aktør:departementene: $(cat "$work/out" "$work/err")"
expect 0 "$samsok" search -c -d "$work/index" 'actor:* rolle:*'
[ "$(cat "$work/out")" = 1 ] || complain "actor:*: $(cat "$work/out" "$work/err")"
expect 1 "$samsok" search -d "$work/index" aktør:lederdepartement
says err "no actor 'lederdepartement'"
for none in '' ' ' 'year,'; do
    expect 64 "$samsok" search -d "$work/index" --facets "$none" arbeidet
    says err "--facets: '' is none of"
done

# Many concepts of one kind, however they are said to hang together, are a vocabulary as any. What they cost,
# which once was their square, is measured by tests/bench/tags.sh.
printf 'Om roller\n\nDepartementet har rolle nummer 17 i arbeidet.\n' >"$work/seventeen.txt"
for shape in below above flat; do
    python3 "${top_srcdir:-.}/tests/concepts/large.py" 40000 $shape >"$work/large.ttl"
    expect 0 "$samsok" concepts check "$work/large.ttl"
    expect 0 "$samsok" index -q -d "$work/large" --vocabulary "$work/large.ttl" "$work/seventeen.txt"
    expect 0 "$samsok" search -d "$work/large" 'rolle:*'
    says out "rolle nummer 17"
    rm -r "$work/large"
done
python3 "${top_srcdir:-.}/tests/concepts/large.py" 40000 ring >"$work/ring.ttl"
expect 65 "$samsok" index -q -d "$work/ring" --vocabulary "$work/ring.ttl" "$work/seventeen.txt"

# The founding note's own matrix of roles and steps comes out of the index as it stands in the note.
note="${SAMSOK_SHARED:-}/corpus/seed/difi-notat-2017-02.txt"
if [ -f "$note" ]; then
    expect 0 "$samsok" index -q -d "$work/note" "$note"
    expect 0 "$samsok" concepts matrix rolle trinn -d "$work/note" --format json
    cp "$work/out" "$work/matrix"
    expect 0 python3 - "$work/matrix" "$SAMSOK_SHARED/gold/difi-notat-2017-02.json" <<'END'
import json, sys
cells = {(c["row"], c["column"]): c for c in json.load(open(sys.argv[1]))["cells"]}
ids = {"Pådriver": "padriver", "Interesseavveier": "interesseavveier", "Systemforvalter": "systemforvalter"}
same = lambda text: "".join(text.split())
for step, roles in json.load(open(sys.argv[2]))["role_matrix"].items():
    for role, expected in roles.items():
        if role in ids:
            cell = cells[ids[role], "trinn-" + step[-1]]
            assert cell["passages"] > 0, (step, role)
            assert [same(t["text"]) for t in cell["texts"]] == [same(expected["text"])], (step, role, cell["texts"])
END
    [ -s "$work/err" ] && cat "$work/err"
    expect 0 "$samsok" concepts matrix role step -d "$work/note" --format csv
    says out "systemforvalter,1,1,1,1"
    expect 0 "$samsok" concepts matrix role step -d "$work/note" --language nn
    says out "pådrivar"
else
    echo "concepts: no note at '$note': its matrix not tested"
fi

# Precision and recall on the annotated lines of the founding note, and none of its traps.
gold="${SAMSOK_SHARED:-}/eval/gold.py"
if [ -f "$gold" ]; then
    expect 0 python3 "$gold" tags --samsok "$samsok"
    says out "traps tagged 0 "
    awk '/^mentions/ { exit !($3 >= 0.95 && $5 >= 0.95) }' "$work/out" || complain "$(grep ^mentions "$work/out")"
else
    echo "concepts: no gold at '$gold': precision and recall not tested"
fi
exit $bad
