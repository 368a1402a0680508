#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# samsok cases from end to end: invented reports, and the founding note with its gold and three memos.
set -u
name=cases
. "${top_srcdir:-.}/tests/expect.sh"
here=${top_srcdir:-.}/tests/insight
export SAMSOK_VOCABULARY=${top_srcdir:-.}/data/samordning.ttl
# json EXPRESSION: over the cases in $work/out as c, must be true.
json() {
    python3 -c "import json,sys; c=json.load(open('$work/out'))['cases']; sys.exit(0 if ($1) else 1)" ||
        complain "not so: $1: $(head -c 600 "$work/out")"
}

mkdir "$work/docs"
cat >"$work/docs/en.txt" <<'END'
Erfaringer fra satsingen

1 Ny Giv

Prosjektet hadde uklare mål i starten. Felles møter med fylkesmannen var avgjørende for arbeidet.

2 Annet

Bolig for velferd er en strategi. Direktoratene hadde en felles plan fra 2016.
END
expect 0 "$samsok" index -d "$work/idx" "$work/docs"
expect 0 "$samsok" cases -d "$work/idx" --format json
json "sorted(x['id'] for x in c) == ['case-bolig-for-velferd', 'case-ny-giv']"
json "all(k in c[0] for k in ('id','title','aliases','years','reports','bodies','mechanisms','instruments','roles','ladder_steps','points','passages','score'))"
# A section about a project is about it throughout.
expect 0 "$samsok" cases -d "$work/idx" --format json Ny Giv
json "c[0]['id'] == 'case-ny-giv' and c[0]['helped'][0]['cue'] == 'var avgjørende' and c[0]['hindered'][0]['cue'] == 'uklar'"
json "[b['id'] for b in c[0]['bodies']] == ['fylkesmannen'] and c[0]['helped'][0]['citation']"
expect 0 "$samsok" cases -d "$work/idx" --format json --like case-ny-giv
json "'case-ny-giv' not in [x['id'] for x in c]"
# What it is to be like need not itself be of the kind, or of the years, that are asked for.
expect 0 "$samsok" cases -d "$work/idx" --format json --like case-ny-giv --kind strategy
json "[x['id'] for x in c] == ['case-bolig-for-velferd']"
# A name inside another word is not named.
expect 1 "$samsok" cases -d "$work/idx" --format json bny giving
expect 0 "$samsok" cases -d "$work/idx" --format json -n 1 --offset 1
json "len(c) == 1 and c[0]['rank'] == 2"
expect 0 "$samsok" show -d "$work/idx" --format json case-ny-giv
json "len(c) == 1 and c[0]['id'] == 'case-ny-giv'"
expect 0 "$samsok" cases -d "$work/idx" --format json --concept fylkesmannen
json "[x['id'] for x in c] == ['case-ny-giv']"
# Cited: an entry for each report that tells of a case, with the sentence it is quoted by.
expect 0 "$samsok" cases -d "$work/idx" --format csl-json Ny Giv
python3 - "$work/out" <<'END' || complain 'the cases are no CSL-JSON'
import json, sys
items = json.load(open(sys.argv[1]))
assert items[0]['note'].startswith('«Felles møter med fylkesmannen'), items[0]
assert len({i['id'] for i in items}) == len(items) and 'Ny Giv' in items[0]['note']
END
for format in bibtex ris markdown csv tsv; do
    expect 0 "$samsok" cases -d "$work/idx" --format $format Ny Giv
    grep -q 'fylkesmannen' "$work/out" || complain "no quotation as $format"
done
expect 64 "$samsok" cases -d "$work/idx" --format pdf
expect 1 "$samsok" show -d "$work/idx" case-0-24
expect 1 "$samsok" cases -d "$work/idx" fiskeoppdrett
expect 1 "$samsok" cases -d "$work/idx" --year 1999
grep -qx 'Ingen saker.' "$work/out" || complain 'nothing found is not told'
expect 1 "$samsok" cases -d "$work/idx" --concept ukjent-begrep
grep -q "no concept 'ukjent-begrep'" "$work/err" || complain 'an unknown concept is not told'
[ "$(wc -l <"$work/err")" -eq 1 ] || complain 'an unknown concept is told more than once'
expect 1 "$samsok" cases -d "$work/idx" --like nobody
expect 64 "$samsok" cases -d "$work/idx" --like x y
expect 64 "$samsok" cases -d "$work/idx" --per-report 1
expect 64 "$samsok" cases -d "$work/idx" --count-all
expect 66 "$samsok" cases -d "$work/none"
expect 0 "$samsok" cases -d "$work/idx" -n 1
grep -q 'Omtalt i' "$work/out" || complain 'the card names no place'

# What is told of a study's subject is no help or hindrance of the study, and samordning is no scheme.
mkdir "$work/study"
cat >"$work/study/en.txt" <<'END'
Hva vi vet

1 Mot alle odds?

Sentrale mål er ofte uklare når flere sektorer er med. Pådrivere var avgjørende for resultatet.

2 Trinnene

Ny Giv hadde uklare mål. Prosjektet ble forsinket av manglende ressurser. Kommunene har uklare roller. Ny Giv nådde trinn 4, så trinn 2, så trinn 4.

1. Tidlig forankring er en viktig forutsetning.
END
expect 0 "$samsok" index -d "$work/stx" "$work/study"
expect 0 "$samsok" cases -d "$work/stx" --format json Mot alle odds
json "c[0]['id'] == 'case-mot-alle-odds' and c[0]['kind'] == 'other' and not c[0]['helped'] and not c[0]['hindered']"
expect 0 "$samsok" cases -d "$work/stx" --format json Ny Giv
json "[q['text'][:8] for q in c[0]['hindered']] == ['Ny Giv h', 'Prosjekt'] and not c[0]['helped']"
expect 0 "$samsok" cases -d "$work/stx" Ny Giv
grep -q 'Trinn: trinn 2.* · trinn 4' <<<"$(tr '\n' ' ' <"$work/out")" || complain "steps are not in their order: $(cat "$work/out")"

# A section about a case is about it throughout, also where it names the case again.
mkdir "$work/again"
cat >"$work/again/en.txt" <<'END'
Erfaringer fra skolen

1 Ny Giv

Ny Giv varte i tre år. Alle fylkene var med etter hvert. Rollene mellom etatene var uklare.
END
expect 0 "$samsok" index -d "$work/agx" "$work/again"
expect 0 "$samsok" cases -d "$work/agx" --format json Ny Giv
json "[q['text'] for q in c[0]['hindered']] == ['Rollene mellom etatene var uklare.']"

# Cases of a point that stand around it: in the sentence that announces a list, in the one before.
mkdir "$work/told"
cat >"$work/told/en.txt" <<'END'
Læring om samordning

1 Læringspunkter

Våre læringspunkter fra Ny Giv er:

1. Tidlig forankring i kommunene gir bedre resultater over tid.

2. Felles mål må avklares før arbeidet kommer i gang.

2 Veien videre

Ny Giv ble evaluert i 2013. Satsingen bør videreføres av alle kommunene i landet.

Ny Giv og 0-24-samarbeidet er beskrevet. Satsingen bør utvides til alle fylkene i landet.

Ny Giv varte i tre år. Kommunene bør få bedre veiledning om dette arbeidet.
END
expect 0 "$samsok" index -d "$work/tdx" "$work/told"
expect 0 "$samsok" points -d "$work/tdx" --format json
python3 - "$work/out" <<'END' || complain 'cases around a point are not told, or too many are'
import json, sys
cases = {p['text'][:9]: [c['id'] for c in p['cases']] for p in json.load(open(sys.argv[1]))['points']}
print(cases)
assert cases['Tidlig fo'] == cases['Felles må'] == ['case-ny-giv']
assert cases['Kommunene'] == []
satsing = [[c['id'] for c in p['cases']] for p in json.load(open(sys.argv[1]))['points'] if p['text'].startswith('Satsingen')]
assert satsing == [['case-ny-giv'], []], satsing
END
expect 0 "$samsok" points -d "$work/tdx" --concept case-ny-giv --format json
python3 -c "import json; assert len(json.load(open('$work/out'))['points']) == 3" || complain 'points are not found by what is told of them'

# Undertakings that reports name themselves: two reports and one that names it once.
mkdir "$work/named"
cat >"$work/named/en.txt" <<'END'
Erfaringer med havner

1 Havneløftet

Havneløftet var et samarbeid mellom tre etater og kommunene fra 2016. Uklare roller var et hinder i arbeidet.

2 Annet

Programmet «Trygg Kai» var avgjørende for kommunene.
END
cat >"$work/named/to.txt" <<'END'
Et helt annet tema

1 Bakgrunn

Vi har lært av Havneløftet. Tidlig forankring bidro til gode vedtak.

2 Annet

Også programmet «Trygg Kai» er omtalt her.
END
expect 0 "$samsok" index -d "$work/ndx" "$work/named"
expect 0 "$samsok" cases -d "$work/ndx" --format json
json "[x['id'] for x in c] == ['prosjekt-havneloeftet', 'prosjekt-trygg-kai']"
json "c[0]['kind'] == 'initiative' and c[0]['source'] == 'structure' and len(c[0]['reports']) == 2 and 2016 in c[0]['years']"
json "c[0]['definition'].startswith('Havneløftet var et samarbeid') and c[0]['hindered'][0]['citation']"
expect 0 "$samsok" show -d "$work/ndx" --format json prosjekt-havneloeftet
json "len(c) == 1 and len(c[0]['passages']) == 2"
expect 0 "$samsok" cases -d "$work/ndx" --format json --kind programme
json "[x['id'] for x in c] == ['prosjekt-trygg-kai']"
expect 0 "$samsok" cases -d "$work/ndx" --format json --kind satsing --kind structure
json "len(c) == 2"
expect 1 "$samsok" cases -d "$work/ndx" --kind vocabulary
expect 64 "$samsok" cases -d "$work/ndx" --kind bygning
expect 0 "$samsok" cases -d "$work/ndx" --format json --like prosjekt-trygg-kai
json "'prosjekt-trygg-kai' not in [x['id'] for x in c]"
expect 0 "$samsok" cases -d "$work/ndx" --format json trygg kai
json "c[0]['id'] == 'prosjekt-trygg-kai'"
# Points know them, and they are asked for as any concept is.
cp -r "$work/named" "$work/advised"
cat >"$work/advised/raad.txt" <<'END'
Råd til havnene

1 Råd

Råd 1: Bygg videre på Havneløftet når nye havner planlegges.

Råd 2: La programmet «Trygg Kai» få et eget sekretariat i kommunene.

Råd 3: Avklar roller i kommunene tidlig.
END
expect 0 "$samsok" index -d "$work/adx" "$work/advised"
expect 0 "$samsok" points -d "$work/adx" --format json
python3 - "$work/out" <<'END' || complain 'a point does not tell of an undertaking it names'
import json, sys
cases = [c['id'] for p in json.load(open(sys.argv[1]))['points'] for c in p['cases']]
assert sorted(set(cases)) == ['prosjekt-havneloeftet', 'prosjekt-trygg-kai'], cases
END
expect 0 "$samsok" cases -d "$work/adx" trygg kai
grep -q 'Punkt: råd 2: La programmet' "$work/out" || complain "a card does not say what its points say: $(cat "$work/out")"
for asked in prosjekt-trygg-kai 'Trygg Kai'; do
    expect 0 "$samsok" search -d "$work/adx" --format json --concept "$asked" kommunene
    python3 -c "import json; hits = json.load(open('$work/out'))['hits']; assert hits and all('Trygg Kai' in h['text'] for h in hits)" ||
        complain "other passages than those of $asked"
    [ -s "$work/err" ] && complain "a known undertaking is told about: $(cat "$work/err")"
    expect 0 "$samsok" points -d "$work/adx" --format json --concept "$asked"
    python3 -c "import json; assert {c['id'] for p in json.load(open('$work/out'))['points'] for c in p['cases']} == {'prosjekt-trygg-kai'}" ||
        complain "other points than those of $asked"
done
expect 0 "$samsok" search -d "$work/adx" --format json 'sak:prosjekt-havneloeftet lært'
expect 0 "$samsok" search -d "$work/adx" --format json sak:havneloeftet
expect 0 "$samsok" search -d "$work/adx" --format json 'begrep:"trygg kai"'
expect 0 "$samsok" cases -d "$work/adx" --format json --concept prosjekt-trygg-kai
json "'prosjekt-trygg-kai' in [x['id'] for x in c]"
expect 1 "$samsok" search -d "$work/adx" --concept prosjekt-finnes-ikke kommunene
grep -q "no concept 'prosjekt-finnes-ikke'" "$work/err" || complain 'an unknown undertaking is not told'
# The same from shards, from a new generation, and with what is left when a report goes.
expect 0 "$samsok" cases -d "$work/ndx" --format json
cp "$work/out" "$work/whole.json"
mkdir "$work/p1" "$work/p2"
cp "$work/named/en.txt" "$work/p1"
cp "$work/named/to.txt" "$work/p2"
expect 0 "$samsok" index -d "$work/s1" "$work/p1"
expect 0 "$samsok" index -d "$work/s2" "$work/p2"
for part in s1 s2; do
    echo "auto $work/$part/$(cat "$work/$part/current")"
done >"$work/shards"
expect 0 "$samsok" cases -d "$work/shards" --format json
json "[(x['id'], len(x['passages'])) for x in c] == [('prosjekt-havneloeftet', 2), ('prosjekt-trygg-kai', 2)]"
expect 0 "$samsok" index -d "$work/ndx" --rebuild "$work/named"
expect 0 "$samsok" cases -d "$work/ndx" --format json
cmp -s "$work/out" "$work/whole.json" || complain 'a new generation tells other cases'
rm "$work/named/to.txt"
expect 0 "$samsok" index -d "$work/ndx" "$work/named"
expect 0 "$samsok" cases -d "$work/ndx" --format json
json "[x['id'] for x in c] == ['prosjekt-havneloeftet'] and len(c[0]['passages']) == 1"
# More undertakings, cards and passages than are looked at: what is left out is told.
python3 - "$work/many" <<'END'
import itertools, os, sys
os.mkdir(sys.argv[1])
first = 'Trygg Felles Grønn Digital Aktiv Samlet Åpen Rask Varm Lokal Nordre Vestre Bedre Enkel Smart'.split()
second = 'havn bolig skole oppvekst hverdag kyst bygd helse arbeidsdag beredskap kompetanse tjeneste'.split()
third = 'Nordmark Vestmark Sunnhamn Elvebyen Fjordvik Solvang Breidal Dalen Haugen Lia Moen Viken'.split()
names = [' '.join(n) for n in itertools.product(first, second, third)]
for n in range(5):
    with open('%s/%d.txt' % (sys.argv[1], n), 'w', encoding='utf-8') as out:
        for name in names[n * 430:(n + 1) * 430]:
            out.write('«%s» er et samarbeid mellom tre etater og kommunene.\n\n' % name)
with open(sys.argv[1] + '/mye.txt', 'w', encoding='utf-8') as out:
    out.write('Havneløftet var et samarbeid mellom tre etater.\n\n')
    for n in range(250):
        out.write('%d Avsnitt\n\nI sak nummer %d var Havneløftet viktig for kommunene.\n\n' % (n + 1, n))
END
expect 0 "$samsok" index -d "$work/mdx" -q "$work/many"
expect 0 "$samsok" cases -d "$work/mdx" --format json -n 1
grep -q 'reports name 2151 undertakings: the 2000' "$work/err" || complain "cases are left out silently: $(cat "$work/err")"
json "c[0]['id'] == 'prosjekt-havneloeftet' and c[0]['passages_cut'] and len(c[0]['passages']) == 200"
expect 0 "$samsok" cases -d "$work/mdx" -n 1
grep -q 'flere avsnitt enn de 200' "$work/out" || complain 'a card of some of its passages does not say so'
expect 0 "$samsok" cases -d "$work/mdx" --format json -n 3 Grønn skole Solvang
json "c[0]['id'] == 'prosjekt-groenn-skole-solvang' and not c[0]['passages_cut']"
grep -q '2000 cases: the request is compared with the 300 likest' "$work/err" || complain 'cards are left out silently'
# The last of all by its own id.
expect 0 "$samsok" show -d "$work/mdx" --format json prosjekt-vestre-tjeneste-vestmark
json "len(c) == 1"
expect 0 "$samsok" search -d "$work/mdx" --concept prosjekt-vestre-tjeneste-vestmark --format json etater

# As many passages as a filter reads are read in silence; with one more it is told.
max=$(sed -n 's/^#define SAMSOK_MAX_CASE_FILTERED .*)\([0-9]*\)).*/\1/p' "${top_srcdir:-.}/core/base/limits.h")
mkdir "$work/spoken"
python3 - "$max" >"$work/spoken/mye.txt" <<'END'
import sys
for number in range(int(sys.argv[1])):
    text = 'Havneløftet var et samarbeid mellom tre etater.' if number == 0 else 'I Havneløftet var to enige.'
    print('%d.%d Avsnitt\n\n%s\n' % (number // 50 + 1, number % 50 + 1, text))
END
expect 0 "$samsok" index -d "$work/spx" -q "$work/spoken"
expect 0 "$samsok" search -d "$work/spx" --concept prosjekt-havneloeftet --count enige
[ "$(cat "$work/out")" = $((max - 1)) ] || complain "a filter by a case leaves out passages: $(cat "$work/out")"
! grep -q 'were read' "$work/err" || complain 'a filter that reads all says that it does not'
printf '1 Enda en\n\nI Havneløftet var to enige.\n' >"$work/spoken/en.txt"
expect 0 "$samsok" index -d "$work/spx" -q "$work/spoken"
expect 0 "$samsok" search -d "$work/spx" --concept prosjekt-havneloeftet --count enige
grep -q "only $max passages that may speak of it were read" "$work/err" ||
    complain "a filter by a case leaves out passages silently: $(cat "$work/out" "$work/err")"

# The bundled reports, by what a reader wrote down: which name stands for a case in which report.
expect 0 "$samsok" index -d "$work/sample" "${top_srcdir:-.}/data/sample"
expect 0 "$samsok" cases -d "$work/sample" -n 100 --format json
python3 - "$samsok" "$work" "$here/cases-sample.tsv" <<'END' || complain 'cases of the bundled reports are missing'
import csv, json, os, subprocess, sys
samsok, tmp, table = sys.argv[1:]
cases = json.load(open(tmp + '/out'))['cases']
rows = list(csv.DictReader(open(table), delimiter='\t'))
fold = lambda name: name.lower().replace('–', '-')
found = 0
for row in rows:
    report = os.path.splitext(os.path.basename(row['path']))[0]
    year, serial = report.rsplit('-', 2)[1:]
    id = 'samordningsrapport-%s-%02d' % (year, int(serial))
    names = [fold(n) for c in cases if id in c['reports'] for n in [c['title']] + c['aliases']]
    hit = any(n in fold(row['name']) for n in names)
    found += hit
    if not hit:
        print('not found:', row['path'], row['name'])
print('cases of the bundled reports: %d of %d' % (found, len(rows)))
sys.exit(0 if found >= 12 else 1)
END

shared=${SAMSOK_SHARED:-}
if [ -z "$shared" ] || [ ! -e "$shared/corpus/seed" ]; then
    echo "cases: the founding note is not here: its gold and the memos are not compared"
    [ $bad -eq 0 ] && exit 77
    exit 1
fi
expect 0 "$samsok" index -d "$work/seed" "$shared/corpus/seed"
while IFS=$'\t' read -r memo case rest; do
    [ "$memo" = memo ] && continue
    expect 0 "$samsok" cases -d "$work/seed" --like-file "$here/$memo" --format json -n 3
    json "c[0]['id'] == '$case' and c[0]['words']"
done <"$here/memos.tsv"
expect 0 "$samsok" cases -d "$work/seed" --format json 0-24-samarbeidet
json "any(x['id'] == 'case-0-24' and any(p.endswith('#lp-1') for p in x['points']) for x in c)"
# The bullet of the summary names the case, the full point says it otherwise.
expect 0 "$samsok" show -d "$work/seed" --format json difi-notat-2017-02#lp-8
grep -q 'case-samarbeidsoppgaver' "$work/out" || complain 'a point lacks the case that its summary names'
# Numbers in a name are words of a query.
expect 0 "$samsok" cases -d "$work/seed" --format json 24
json "[x['id'] for x in c] == ['case-0-24']"
# Two sub-cases stand in the same passage as the case that is meant: it is among the first two.
expect 0 "$samsok" cases -d "$work/seed" --like-file "$here/memo-forsking.txt" --format json -n 2
json "'case-kd-forskning' in [x['id'] for x in c]"
expect 0 "$samsok" cases -d "$work/seed" -n 100 --format json
cp "$work/out" "$work/cases.json"
python3 - "$samsok" "$work" "$shared" <<'END' || complain 'the case mentions disagree with the gold'
"""F1 of the case mentions against the gold, by the line of the source that a mention begins on."""
import glob, json, re, subprocess, sys
samsok, tmp, shared = sys.argv[1:]
gold = json.load(open(glob.glob(shared + '/gold/*.json')[0]))
source = open(glob.glob(shared + '/corpus/seed/*.txt')[0], encoding='utf-8-sig').read().split('\n')
cases = json.load(open(tmp + '/cases.json'))['cases']
ranges = gold['annotated_lines_for_mentions']
letters = [(c, n) for n, line in enumerate(source, 1) for c in line if not c.isspace()]
flat = ''.join(c for c, n in letters)
squeeze = lambda text: re.sub(r'\s', '', text)

def line_of(passage, mention):
    """Nearest to where it would stand if nothing were left out of the passage."""
    first = next(i for i, (c, n) in enumerate(letters) if n >= passage['lines']['first'])
    wanted = first + len(squeeze(passage['text'][:mention['start']]))
    words = re.escape(squeeze(passage['text'][mention['start']:mention['end']]))
    places = [m.start() for m in re.finditer(words, flat)]
    return letters[min(places, key=lambda at: abs(at - wanted))][1] if places else 0

found = []
for id in sorted({p for one in cases for p in one['passages']}):
    passage = json.loads(subprocess.run([samsok, 'show', '-d', tmp + '/seed', '--format', 'json', id],
                                        capture_output=True, text=True, check=True).stdout)
    found += [(m['concept'], line_of(passage, m)) for m in passage['mentions']
              if m['concept'].startswith('case-') and m['rule'] != 'structure']
found = [f for f in found if any(a <= f[1] <= b for a, b in ranges)]

def f1(slack):
    left, hits = list(found), 0
    for m in gold['case_mentions']:
        near = [f for f in left if f[0] == m['slug'] and m['line'] - slack <= f[1] <= m['end_line'] + slack]
        if near:
            left.remove(near[0])
            hits += 1
    return 2 * hits / (len(found) + len(gold['case_mentions']))

print('case mentions: F1 %.3f on the line, %.3f within a line of it' % (f1(0), f1(1)))
sys.exit(0 if f1(0) >= 0.9 else 1)
END
exit $bad
