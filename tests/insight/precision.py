#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts judged points: how many of each cue are right.

    tests/insight/precision.py tests/insight/points-drawn-1.tsv tests/insight/points-drawn-2.tsv

The tables come from tests/bench/point-sample.py over the folder of annotated and other Norwegian documents, mostly manuals,
standards and minutes, seeds 1, 2, 3 and 7. Each point was judged by the annotation guide, reading what stands around it.
points-drawn-1.tsv and points-drawn-3.tsv were judged before the rules were mended that they showed to be wanting;
points-drawn-2.tsv and points-drawn-4.tsv are the fresh draws after that (seeds 4 to 6 were used up between, for more mending).
With --least X it fails where the last table has fewer right.
"""
import argparse, os, re, sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from judged import counts


def cue_of(row):
    return re.sub(r" «.*", "", row["cue"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=float, default=0)
    parser.add_argument("tables", nargs="+")
    given = parser.parse_args()
    share = 1.0
    for path in given.tables:
        right, all_of = counts(path, cue_of)
        share = right.total() / max(1, all_of.total())
        by_cue = "  ".join(f"{cue} {right[cue]}/{all_of[cue]}" for cue in sorted(all_of))
        print(f"{path.split('/')[-1]}: {right.total()}/{all_of.total()} {share:.3f}  {by_cue}")
    return share < given.least


if __name__ == "__main__":
    sys.exit(main())
