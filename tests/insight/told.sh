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
exit "$bad"
