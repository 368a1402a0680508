#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a vocabulary of many concepts of one kind: what is not linear in it shows.

usage: large.py COUNT below|above|flat|ring
below: each says what stands above it; above: the one on top says all that stands below; flat: none stands
above another; ring: each stands above the next, which is an error.
"""
import sys

count, shape = int(sys.argv[1]), sys.argv[2]
print('@prefix skos: <http://www.w3.org/2004/02/skos/core#> .')
print('@prefix samsok: <https://samsok.example/ns#> .')
print('@prefix : <https://example.org/begrep/> .')
if shape in ('below', 'above'):
    print(':topp a skos:Concept ; samsok:kind "role" ; skos:prefLabel "topprolle"@nb .')
for i in range(count):
    above = {'below': '; skos:broader :topp', 'ring': '; skos:broader :r%d' % ((i + 1) % count)}.get(shape, '')
    kind = '' if shape in ('below', 'above') else '; samsok:kind "role"'
    print(':r%d a skos:Concept ; skos:prefLabel "rolle nummer %d"@nb, "role number %d"@en %s %s .' % (i, i, i, above, kind))
    if shape == 'above':
        print(':topp skos:narrower :r%d .' % i)
