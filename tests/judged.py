# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads tables of things drawn at random and judged by a person, for the scripts that count precision."""
import collections, csv, sys


def counts(path, group_of):
    """How many are right, and how many there are, by what `group_of` gives for a row. Ends on a row without a verdict."""
    right, all_of = collections.Counter(), collections.Counter()
    with open(path, encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["verdict"] not in ("right", "wrong"):
                sys.exit(f"{path}: {row}: no verdict")
            all_of[group_of(row)] += 1
            right[group_of(row)] += row["verdict"] == "right"
    return right, all_of
