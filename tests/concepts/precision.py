#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts judged tags: how many of each stratum are right.

    tests/concepts/precision.py tests/concepts/tags-1.tsv tests/concepts/tags-2.tsv

The tables come from tests/bench/tag-sample.py over a folder of reports, laws, standards and manuals that are mostly not
about coordination, seeds 1 and 2. Each tag was judged by reading the text around it: right when the words mean there
what the vocabulary defines. tags-1.tsv was judged before the rules were mended that it showed to be wanting, with version 1.1
of the vocabulary; tags-2.tsv is the fresh draw after that, with version 1.2. With --least X it fails where a
kind of the field (role, step, mechanism, instrument) is right less often than X in the last table.
"""
import argparse, os, sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from judged import counts

FIELD = ("role", "step", "mechanism", "instrument")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--least", type=float, default=0)
    parser.add_argument("tables", nargs="+")
    given = parser.parse_args()
    for path in given.tables:
        right, all_of = counts(path, lambda row: row["stratum"])
        line = "  ".join(f"{s} {right[s]}/{all_of[s]}" + (f" {right[s] / all_of[s]:.3f}" if all_of[s] else "")
                         for s in (*FIELD, "rest"))
        print(f"{path.split('/')[-1]}: {line}")
    return any(all_of[s] and right[s] / all_of[s] < given.least for s in FIELD)


if __name__ == "__main__":
    sys.exit(main())
