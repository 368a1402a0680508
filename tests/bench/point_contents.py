#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what points are about with the gold: concepts, cases and reports cited, F1 over all numbered points.

    tests/bench/point_contents.py --samsok BIN --gold difi-notat-2017-02.json --file difi-notat-2017-02.txt [--details]

Learning points, advice, recommendations and the listed areas of effort are paired by kind and first line. `strict` takes
the gold's list for all that the point is about; otherwise a concept that the gold names on the point's lines is no extra,
and nothing is extra in an area of effort, of which the gold lists its own id alone. References: those of the gold whose
lines lie in any point, findings too, against what that point cites.
"""
import argparse, collections, json, subprocess, sys, tempfile

KINDS = {"learning-point": "learning_points", "advice": "advice", "recommendation": "recommendations"}


def points_of(samsok, file):
    with tempfile.TemporaryDirectory(prefix="samsok-points-") as folder:
        subprocess.run([samsok, "index", "-d", folder + "/i", "--quiet", file], check=True)
        done = subprocess.run([samsok, "points", "-d", folder + "/i", "--format", "json", "-n", "10000"],
                              check=True, capture_output=True, text=True)
    return json.loads(done.stdout)["points"]


def pairs(gold, points):
    first = {(p["kind"], p["lines"]["first"]): p for p in points}
    for kind, key in KINDS.items():
        for item in gold[key]:
            yield item, item["start_line"], item["end_line"], first.get((kind, item["start_line"]))
    for item in gold["areas_of_effort"]:
        start, end = item["chapter4_bullet_lines"]
        yield item, start, end, first.get(("focus-area", start))


def count(total, name, wanted, found, where, details):
    total[name].update(right=len(wanted & found), extra=len(found - wanted), missed=len(wanted - found))
    if details and wanted != found:
        print(f"{where} {name}: missed {sorted(wanted - found)} extra {sorted(found - wanted)}")


def figures(c):
    precision = c["right"] / max(1, c["right"] + c["extra"])
    recall = c["right"] / max(1, c["right"] + c["missed"])
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--samsok", required=True)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--file", required=True)
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    with open(options.gold, encoding="utf-8") as file:
        gold = json.load(file)
    total = collections.defaultdict(collections.Counter)
    points = points_of(options.samsok, options.file)
    for item, start, end, point in pairs(gold, points):
        where = f"line {start}"
        if point is None:
            sys.exit(f"{where}: no such point")
        concepts = {c["id"] for c in point["concepts"]}
        cases = {c["id"] for c in point["cases"]}
        wanted = set(item["concepts"])
        named = {m["slug"] for m in gold["concept_mentions"] if start <= m["line"] <= end}
        is_area = point["kind"] == "focus-area"
        count(total, "strict", wanted, concepts, where, False)
        count(total, "concepts", wanted, concepts & wanted if is_area else concepts - (named - wanted), where,
              options.details)
        if "cases" in item:
            count(total, "cases", set(item["cases"]), cases, where, options.details)
    for point in points:
        lines = point["lines"]
        named = [r for r in gold["report_references"]
                 if r["report_id"] and r["line"] <= lines["last"] and lines["first"] <= r["end_line"]]
        right = min(len(named), len(point["reports_cited"]))
        total["references"].update(right=right, extra=len(point["reports_cited"]) - right, missed=len(named) - right)
        if options.details and len(named) != len(point["reports_cited"]):
            print(f"line {lines['first']} references: {[r['text'] for r in named]} {point['reports_cited']}")
    for name in ("concepts", "strict", "cases", "references"):
        print(f"{name:10} {figures(total[name])}  {dict(total[name])}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
