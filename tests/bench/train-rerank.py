#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the weights of the reranker (data/rerank.weights) from questions with known answers.

usage: train-rerank.py --samsok BIN --index DIR --queries FILE [--out FILE] [--drop NAME ...]

The index holds the questions' documents; QUERIES is a table with a header: qid, question, docid, line, answer,
tab separated. A passage is right when it is of the right document and holds the answer. samsok itself computes
the features (`search --batch --features`), so that training and serving are one implementation. The loss is
that of a listwise softmax over each question's pool: minus the logarithm of the share of the right passages.
First five folds by document are trained and measured each on the fifth it did not see; then one set of weights
on all. Needs nothing but Python.
"""
import argparse
import csv
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from operator import mul

POOL = 50
FOLDS = 5
EPOCHS = 12
RATE = 0.05
DECAY = 1e-3  # L2 on the weights of standardised features


def squash(text):
    return re.sub(r"\s+", " ", text).strip().casefold()


def document(hit):
    return os.path.splitext(os.path.basename(hit["report"]["path"]))[0]


def read_lists(args, questions):
    """A list for each question: (docid of the question, [(features, right, document), ...])."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as batch:
        batch.writelines(f"{q['qid']}\t{q['question']}\n" for q in questions)
        batch.flush()
        out = subprocess.run([args.samsok, "search", "-d", args.index, "-n", str(POOL), "--features",
                              "--batch", batch.name], check=True, stdout=subprocess.PIPE, text=True).stdout
    answers = {q["qid"]: (q["docid"], squash(q["answer"])) for q in questions}
    names, lists = None, []
    for line in map(json.loads, out.splitlines()):
        docid, answer = answers[line["qid"]]
        rows = []
        for hit in line["hits"]:
            if "features" not in hit:
                continue
            names = names or [n for n in hit["features"] if n not in args.drop]
            right = document(hit) == docid and answer in squash(hit["text"])
            rows.append(([hit["features"][n] for n in names], right, document(hit)))
        lists.append((docid, rows))
    return names, lists


def scales(lists, count):
    total = [[0.0, 0.0, 0] for _ in range(count)]
    for _, rows in lists:
        for features, _, _ in rows:
            for t, value in zip(total, features):
                t[0] += value
                t[1] += value * value
                t[2] += 1
    return [max(1e-3, math.sqrt(max(0.0, t[1] / t[2] - (t[0] / t[2]) ** 2))) for t in total]


def gradient(weights, rows):
    sums = [sum(map(mul, weights, row[0])) for row in rows]
    top = max(sums)
    powers = [math.exp(s - top) for s in sums]
    total = sum(powers)
    right = sum(p for p, row in zip(powers, rows) if row[1])
    slope = [0.0] * len(weights)
    for power, (features, is_right, _) in zip(powers, rows):
        pull = power / total - (power / right if is_right and right > 0 else 0)
        if abs(pull) > 1e-4:
            for i, value in enumerate(features):
                slope[i] += pull * value
    return slope


def train(lists, count):
    """Adam over the questions in a fixed random order; the rate falls from epoch to epoch."""
    scale = scales(lists, count)
    usable = [[([v / s for v, s in zip(f, scale)], r, d) for f, r, d in rows] for _, rows in lists
              if any(r for _, r, _ in rows) and not all(r for _, r, _ in rows)]
    order = random.Random(1)
    weights, first, second, step = [0.0] * count, [0.0] * count, [0.0] * count, 0
    for epoch in range(EPOCHS):
        order.shuffle(usable)
        for start in range(0, len(usable), 16):
            batch = usable[start:start + 16]
            slopes = [gradient(weights, rows) for rows in batch]
            step += 1
            for i in range(count):
                slope = sum(s[i] for s in slopes) / len(batch) + DECAY * weights[i]
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.99 * second[i] + 0.01 * slope * slope
                rate = RATE / (1 + epoch)
                weights[i] -= rate * (first[i] / (1 - 0.9 ** step)) / (
                    math.sqrt(second[i] / (1 - 0.99 ** step)) + 1e-8)
    return [w / s for w, s in zip(weights, scale)], weights


def measure(lists, weights_of):
    ranks, document_ranks = [], []
    for docid, rows in lists:
        weights = weights_of(docid)
        ordered = sorted(rows, key=lambda row: -sum(map(mul, weights, row[0])))
        ranks.append(next((i for i, row in enumerate(ordered, 1) if row[1]), 0))
        seen = list(dict.fromkeys(row[2] for row in ordered))
        document_ranks.append(seen.index(docid) + 1 if docid in seen else 0)
    count = len(lists)
    return "S@1 {:.4f}  S@10 {:.4f}  MRR@10 {:.4f}  document nDCG@10 {:.4f}".format(
        sum(r == 1 for r in ranks) / count, sum(0 < r <= 10 for r in ranks) / count,
        sum(1 / r for r in ranks if 0 < r <= 10) / count,
        sum(1 / math.log2(r + 1) for r in document_ranks if 0 < r <= 10) / count)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--samsok", required=True)
    parser.add_argument("--index", required=True)
    parser.add_argument("--queries", required=True)
    parser.add_argument("--out")
    parser.add_argument("--drop", nargs="*", default=[])
    args = parser.parse_args()
    with open(args.queries, encoding="utf-8") as file:
        questions = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    names, lists = read_lists(args, questions)
    documents = sorted({docid for docid, _ in lists})
    random.Random(1).shuffle(documents)
    fold_of = {docid: i % FOLDS for i, docid in enumerate(documents)}
    by_fold = [train([l for l in lists if fold_of[l[0]] != fold], len(names))[0] for fold in range(FOLDS)]
    bm25 = [1.0 if n == "top" else 0.0 for n in names]
    print("BM25            ", measure(lists, lambda _: bm25))
    report = measure(lists, lambda docid: by_fold[fold_of[docid]])
    print("cross-validated ", report)
    weights, standardised = train(lists, len(names))
    print("on all          ", measure(lists, lambda _: weights))
    for name, weight, effect in sorted(zip(names, weights, standardised), key=lambda x: -abs(x[2])):
        print(f"  {name:15} {weight:9.4f}   standardised {effect:7.3f}")
    if args.out:
        with open(args.out, "w", encoding="utf-8") as file:
            file.write("# Weights of the reranker, trained by tests/bench/train-rerank.py. "
                       "Cross-validated:\n# " + report + "\n")
            file.writelines(f"{n} {w:.5f}\n" for n, w in zip(names, weights))
    return 0


if __name__ == "__main__":
    sys.exit(main())
