#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Undertakings of one name in two places are two cases; one that is named with its place and without it is one.
set -u
name=placed
. "${top_srcdir:-.}/tests/expect.sh"
export SAMSOK_VOCABULARY=${top_srcdir:-.}/data/samordning.ttl

write() {
    cat >"$work/docs/$1.txt"
}
# ids WANTED: of the cases found, and of the reports of each.
ids() {
    python3 - "$work/out" "$1" <<'END' || complain "not so: $1"
import json, sys
found = {c['id']: sorted(c['reports']) for c in json.load(open(sys.argv[1]))['cases']}
wanted = eval(sys.argv[2])
print(found)
sys.exit(0 if found == wanted else 1)
END
}
mkdir "$work/docs"
write bergen-2015 <<'END'
Rapport fra vest

«Byløft i Bergen» var et samarbeid mellom tre etater. Prosjektet «Byløft i Bergen» varte i fire år.

Vinteren etter fikk prosjektet «Byløft» et eget sekretariat.
END
expect 0 "$samsok" index -q -d "$work/one" "$work/docs"
expect 0 "$samsok" cases -d "$work/one" --format json
ids "{'prosjekt-byloeft': ['rapport-fra-vest']}"
python3 -c "import json; c=json.load(open('$work/out'))['cases'][0]; assert c['title'] == 'Byløft' and 'Byløft i Bergen' in c['aliases'], c" ||
    complain 'a name with one place is not that without'

write oslo-2016 <<'END'
Rapport fra øst

«Byløft i Oslo» var et samarbeid mellom to etater. Prosjektet «Byløft i Oslo» ble evaluert i 2016.

Bydelene var ikke med i «Byløft i Bergen».
END
expect 0 "$samsok" index -q -d "$work/two" "$work/docs"
expect 0 "$samsok" cases -d "$work/two" --format json
ids "{'prosjekt-byloeft-i-bergen': ['rapport-fra-vest', 'rapport-fra-oest'][::-1], 'prosjekt-byloeft-i-oslo': ['rapport-fra-oest']}"
python3 - "$work/out" <<'END' || complain 'what is told of one place is counted for the other, or is lost'
import json, sys
count = {c['id']: len(c['passages']) for c in json.load(open(sys.argv[1]))['cases']}
print(count)
assert count['prosjekt-byloeft-i-oslo'] == 1 and count['prosjekt-byloeft-i-bergen'] >= 2
END
expect 0 "$samsok" search -d "$work/two" --concept prosjekt-byloeft-i-oslo --format json etater
python3 -c "import json; h=json.load(open('$work/out'))['hits']; assert [x['report']['id'] for x in h] == ['rapport-fra-oest'], h" ||
    complain 'a filter by one place finds the other'

# Two reports that each name one without its place: the name alone is of neither.
write tredje-2017 <<'END'
Rapport fra nord

«Byløft» var et program for byer. I programmet «Byløft» var det fire byer.
END
expect 0 "$samsok" index -q -d "$work/three" "$work/docs"
expect 0 "$samsok" cases -d "$work/three" --format json
python3 - "$work/out" <<'END' || complain 'a name alone is taken for one in a place'
import json, sys
found = {c['id']: sorted(c['reports']) for c in json.load(open(sys.argv[1]))['cases']}
print(found)
assert set(found) == {'prosjekt-byloeft', 'prosjekt-byloeft-i-bergen', 'prosjekt-byloeft-i-oslo'}
assert found['prosjekt-byloeft'] == ['rapport-fra-nord']
END
exit "$bad"
