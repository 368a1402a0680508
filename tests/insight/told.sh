#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Cases that a point is about and does not name: what tells them, and that it is said.
set -u
name=told
. "${top_srcdir:-.}/tests/expect.sh"
export SAMSOK_VOCABULARY=${top_srcdir:-.}/data/samordning.ttl

# What the chapter says at length names the case, the line that sums it up does not.
mkdir "$work/basis"
cat >"$work/basis/en.txt" <<'END'
Erfaringer med felles styring

1 Økonomi og styring

Vi ser for oss en gjennomgang av hvordan budsjettrutinene fordeler utgiftene mellom etatene. Ny Giv er ikke nevnt der.

Det kan lages en felles mal for samarbeidsavtaler mellom kommunene og fylket. Den kan bygge på malen fra Ny Giv, som mange kjenner.

Bolig for velferd har egne indikatorer. De brukes i dag bare av to av direktoratene.

2 Oppsummering av anbefalinger

Våre viktigste anbefalinger er oppsummert:

- Det bør lages en felles mal for samarbeidsavtaler mellom kommuner og fylke

- Direktoratene bør ha bedre systemer for å dele kunnskap

- Etatene bør gå sammen om opplæring av nye ledere
END
expect 0 "$samsok" index -d "$work/bdx" "$work/basis"
expect 0 "$samsok" points -d "$work/bdx" --kind recommendation --format json
python3 - "$work/out" <<'END' || complain 'what a point sums up does not tell its cases, or too many'
import json, sys
points = json.load(open(sys.argv[1]))['points']
cases = {p['text'].split()[3]: p['cases'] for p in points}
print(cases)
assert [(c['id'], c['rule'], c['implied']) for c in cases['en']] == [('case-ny-giv', 'basis', True)]
assert cases['bedre'] == cases['sammen'] == []
END
expect 0 "$samsok" points -d "$work/bdx" --kind recommendation --format text
grep -q 'gjelder også Ny Giv (nevnt der rapporten sier det samme utførlig)' "$work/out" ||
    complain 'it is not said why a point has a case that it does not name'

# Beyond the limit no more of them are looked for.
max=$(sed -n 's/^#define SAMSOK_MAX_SUMMED_POINTS .*)\([0-9]*\)).*/\1/p' "${top_srcdir:-.}/core/base/limits.h")
mkdir "$work/many"
python3 - "$work/basis/en.txt" "$max" >"$work/many/en.txt" <<'END'
import sys
head, points = open(sys.argv[1]).read().split('- ', 1)
print(head.rstrip())
for number in range(int(sys.argv[2]) + 1):
    first = number in (0, int(sys.argv[2]))
    print('\n- ' + (points.split('\n')[0] if first else f'Etatene bør gå sammen om opplæring av ledere nummer {number + 1000}'))
END
expect 0 "$samsok" index -d "$work/mdx" "$work/many"
expect 0 "$samsok" points -d "$work/mdx" --kind recommendation --format json -n 500
python3 - "$work/out" "$max" <<'END' || complain 'the limit of summed points is not kept'
import json, sys
points = json.load(open(sys.argv[1]))['points']
told = [[c['id'] for c in p['cases']] for p in points if 'felles mal' in p['text']]
print(len(points), told)
sys.exit(0 if len(points) == int(sys.argv[2]) + 1 and sorted(told) == [[], ['case-ny-giv']] else 1)
END

# An undertaking that reports name: told by the lead-in of a list, and by a report that is about it.
mkdir "$work/about"
cat >"$work/about/en.txt" <<'END'
Erfaringer fra kysten

1 Forord

Havneløftet var et samarbeid mellom tre etater og to fylker i årene 2014 til 2019.

Kommunene ble med i Havneløftet først i det andre året.

2 Læringspunkter

Dei som leia Havneløftet, peikar på nokre læringspunkter:

1. Felles mål må avklares før arbeidet kommer i gang.

3 Anbefalinger

Etatene bør gå sammen om opplæring av nye ledere. Det vil gi bedre samordning.

Departementet bør følge opp «Trygg Vei»-satsingen på samme måte. Det haster.
END
sed 's/^Erfaringer fra kysten/Om veier/; s/^Havneløftet var/«Trygg Vei»-satsingen var/; s/Havneløftet først/arbeidet først/; s/Havneløftet/arbeidet/' \
    "$work/about/en.txt" >"$work/about/to.txt"
expect 0 "$samsok" index -d "$work/adx" "$work/about"
expect 0 "$samsok" points -d "$work/adx" --format json
python3 - "$work/out" <<'END' || complain 'an undertaking is not told by lead-in and report, or where another is named'
import json, sys
cases = {p['text'].split()[0]: [(c['id'], c['rule']) for c in p['cases']]
         for p in json.load(open(sys.argv[1]))['points'] if p['report']['path'].endswith('en.txt')}
print(cases)
assert cases['Felles'] == [('prosjekt-havneloeftet', 'lead-in')]
assert cases['Etatene'] == [('prosjekt-havneloeftet', 'report')]
assert cases['Departementet'] == [('prosjekt-trygg-vei', 'name')]
END
# They are found by it, and on the card.
expect 0 "$samsok" points -d "$work/adx" --concept prosjekt-havneloeftet --format json
python3 -c "import json; assert len(json.load(open('$work/out'))['points']) == 2" || complain 'points are not found by what their report is about'
expect 0 "$samsok" cases -d "$work/adx" --format json Havneløftet
python3 -c "import json; assert len(json.load(open('$work/out'))['cases'][0]['points']) == 2" || complain 'the card lacks points'

# A search filtered by an undertaking names it among what its hits are about; one that is not, names none.
for word in sak:prosjekt-havneloeftet begrep:havneløftet; do
    expect 0 "$samsok" search -d "$work/adx" --format json "$word"
    python3 -c "
import json
hits = json.load(open('$work/out'))['hits']
assert hits and all('prosjekt-havneloeftet' in [c['id'] for c in h['concepts']] for h in hits), hits" ||
        complain "$word does not say that its hits are about it"
done
expect 0 "$samsok" search -d "$work/adx" --concept prosjekt-havneloeftet --format text etater
says out 'Havneløftet'
# Filtered by one undertaking: those that are told of in the same passages.
expect 0 "$samsok" cases -d "$work/adx" --concept prosjekt-havneloeftet --format json
python3 - "$work/out" <<'END' || complain 'cases in the passages of an undertaking'
import json, sys
found = {c['id']: len(c['passages']) for c in json.load(open(sys.argv[1]))['cases']}
print(found)
assert found == {'prosjekt-havneloeftet': 2}, found
END
# What says nothing about cases is refused.
expect 64 "$samsok" cases -d "$work/adx" --per-report 2
says err '--per-report'
expect 64 "$samsok" cases -d "$work/adx" --count-all
says err '--count-all'
exit "$bad"
