#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A run loses no tags in silence: what a vocabulary is refused for, and what it says when concepts are gone.
set -u
name=unfit
. "${top_srcdir:-.}/tests/expect.sh"
export SAMSOK_VOCABULARY="${top_srcdir:-.}/data/samordning.ttl"
is_silent() {
    [ -s "$work/err" ] && complain "on standard error: $(head -c 300 "$work/err")"
}

printf 'Om roller\n\nDepartementet er lederdepartement for arbeidet med samordning.\n' >"$work/rolle.txt"
printf '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix : <https://example.org/b/> .\n' >"$work/head"
vocabulary() { # NAME: the statements on standard input as $work/NAME.ttl
    cat "$work/head" - >"$work/$1.ttl"
}

# Concepts without a label that can match would take all tags away; a ring of concepts stands for everything in it.
vocabulary unlabelled <<'END'
:a a skos:Concept ; skos:definition "uten navn"@nb .
:b a skos:Concept ; skos:prefLabel "…"@nb .
END
vocabulary ring <<'END'
:a a skos:Concept ; skos:prefLabel "arbeid"@nb ; skos:broader :b .
:b a skos:Concept ; skos:prefLabel "rolle"@nb ; skos:broader :c .
:c a skos:Concept ; skos:prefLabel "samordning"@nb ; skos:broader :a .
END
vocabulary more <<'END'
<https://samsok.example/begrep/samordning> a skos:Concept ; skos:definition "sagt et annet sted"@nb .
END
expect 0 "$samsok" index -q -d "$work/index" "$work/rolle.txt"
for name in unlabelled ring; do
    expect 65 "$samsok" concepts check "$work/$name.ttl"
    expect 65 "$samsok" tag --vocabulary "$work/$name.ttl" "$work/rolle.txt"
    expect 65 "$samsok" index -q -d "$work/index" --vocabulary "$work/$name.ttl" "$work/rolle.txt"
    expect 65 "$samsok" index -q -d "$work/index" --dry-run --vocabulary "$SAMSOK_VOCABULARY" \
        --vocabulary "$work/$name.ttl" "$work/rolle.txt"
    expect 0 "$samsok" search -d "$work/index" begrep:lederdepartement
done
expect 65 "$samsok" tag --vocabulary "$work/unlabelled.ttl" "$work/rolle.txt"
says err "unlabelled.ttl': no concept in it has a label that can match"
expect 65 "$samsok" tag --vocabulary "$work/ring.ttl" "$work/rolle.txt"
says err "ring.ttl': line 3: 'a' stands above itself, through 'b'"
# A file may say more of concepts that another one names.
expect 0 "$samsok" tag --vocabulary "$SAMSOK_VOCABULARY" --vocabulary "$work/more.ttl" "$work/rolle.txt"

# A copy cut between two statements is a vocabulary, but not the one that the index is tagged with: told of by a run
# that would lose concepts and by the one that does, in one line, quiet or not; and by no run after that.
python3 - "$SAMSOK_VOCABULARY" >"$work/cut.ttl" <<'END'
import sys
text = open(sys.argv[1], encoding="utf-8").read()
print(text[: text.index("\n\n", text.index("\nbegrep:padriver a ")) + 1])
END
expect 0 "$samsok" tag --vocabulary "$work/cut.ttl" "$work/rolle.txt"
edition=$(sed -n "s|.*owl:versionInfo \"\(.*\)\".*|\1|p" "$SAMSOK_VOCABULARY")
# A dry run names the vocabulary that the index is tagged with, and the one that the run would tag with.
expect 0 "$samsok" index -d "$work/index" --dry-run --report "$work/report" --vocabulary "$work/cut.ttl"
says out ", tagged with samordning.ttl $edition; this run would tag it with cut.ttl $edition."
grep -qF "\"vocabulary\":\"samordning.ttl $edition\",\"next_vocabulary\":\"cut.ttl $edition\"" "$work/report" || complain "$(cat "$work/report")"
expect 0 "$samsok" index -d "$work/index" --dry-run
says out ", tagged with samordning.ttl $edition."
for dry in --dry-run ""; do
    expect 0 "$samsok" index -q $dry --report "$work/report" -d "$work/index" --vocabulary "$work/cut.ttl"
    says err "concepts that the index was tagged with are gone from the vocabulary"
    [ "$(wc -l <"$work/err")" -eq 1 ] || complain "more than one line: $(cat "$work/err")"
    python3 - "$work/report" <<'END' || complain "$(cat "$work/report")"
import json, sys
gone = json.load(open(sys.argv[1]))["concepts_gone"]
assert gone["count"] > 10 and gone["of"] > gone["count"] and gone["first"][0], gone
END
done
expect 0 "$samsok" index -q --report "$work/report" -d "$work/index" --vocabulary "$work/cut.ttl"
is_silent
grep -qF '"concepts_gone":{"count":0,' "$work/report" || complain "$(cat "$work/report")"
# More concepts, and another file with the same ones, are no loss.
expect 0 "$samsok" index -q -d "$work/index"
is_silent
exit $bad
