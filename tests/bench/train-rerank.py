#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the weights of the reranker (data/rerank.weights) from questions with known answers.

usage: train-rerank.py --samsok BIN --index DIR --queries FILE [--out FILE] [--drop NAME ...]

The index holds the questions' documents; QUERIES is a table with a header: qid, question, docid, line, answer,
tab separated. A passage is right when it is of the right document and holds the answer. samsok itself computes
the features (`search --batch --features`), so that training and serving are one implementation. The loss is
that of a listwise softmax over each question's pool: minus the logarithm of the share of the right passages.
Who looks something up types a few words and no question, so each question's longest words are learnt from, too, half
as much. What these short articles cannot teach is held at weights given here.
First five folds by document are trained and measured each on the fifth it did not see, for three ways to
deal them out, since a single one is off by some tenths of a point; then one set of weights on all. Needs NumPy.
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

import numpy

POOL = 50
FOLDS = 5
SEEDS = (1, 2, 3)
STEPS = 400
RATE = 0.05
DECAY = 5e-3  # L2 on the weights of standardised features
QUESTION_COPIES = 2  # for one of its keywords
KEYWORDS = 3
# Title pages, of which there is none among the articles, and passages whose title alone has the words, which are
# hardly ever right: by folds nothing to twice as much for the latter changed no figure of the questions by more than 0.0004.
HELD = {"fragment": -3.0, "title_only": -2.0}


def squash(text):
    return re.sub(r"\s+", " ", text).strip().casefold()


def document(hit):
    return os.path.splitext(os.path.basename(hit["report"]["path"]))[0]


def keywords(question):
    words = re.findall(r"\w+", question)
    kept = sorted(words, key=len, reverse=True)[:KEYWORDS]
    return " ".join(word for word in words if word in kept)


def read_lists(args, questions, typed):
    """A list for each question, asked as `typed` has it: (docid, [(features, right, document), ...])."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as batch:
        batch.writelines(f"{q['qid']}\t{typed(q['question'])}\n" for q in questions)
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


class Pools:
    """The questions that can teach: those with passages right and wrong, padded to pools of one size."""

    def __init__(self, lists, count):
        self.lists = [rows for _, rows in lists if 0 < sum(row[1] for row in rows) < len(rows)]
        size = max(len(rows) for rows in self.lists)
        self.features = numpy.zeros((len(self.lists), size, count))
        self.is_there = numpy.zeros((len(self.lists), size), bool)
        self.is_right = numpy.zeros((len(self.lists), size), bool)
        for k, rows in enumerate(self.lists):
            self.features[k, :len(rows)] = [row[0] for row in rows]
            self.is_there[k, :len(rows)] = True
            self.is_right[k, :len(rows)] = [row[1] for row in rows]


def shares(scores, among):
    """Softmax of each pool's scores, over those of its passages that are among these."""
    scores = numpy.where(among, scores, -numpy.inf)
    powers = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def train(lists, names):
    """Adam with the slope of all questions at once: (weights, weights of standardised features)."""
    pools = Pools(lists, len(names))
    scale = numpy.maximum(1e-3, pools.features[pools.is_there].std(axis=0))
    features = pools.features / scale
    is_held = numpy.array([name in HELD for name in names])
    held = numpy.array([HELD.get(name, 0) for name in names]) * scale
    weights, first, second = held.copy(), numpy.zeros(len(names)), numpy.zeros(len(names))
    for step in range(1, STEPS + 1):
        scores = features @ weights
        pull = shares(scores, pools.is_there) - shares(scores, pools.is_there & pools.is_right)
        slope = numpy.einsum("qp,qpf->f", pull, features) / len(pools.lists) + DECAY * weights
        slope[is_held] = 0
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope * slope
        weights -= RATE * (first / (1 - 0.9 ** step)) / (numpy.sqrt(second / (1 - 0.999 ** step)) + 1e-8)
    return list(weights / scale), list(weights)


def measure(lists, weights_of):
    ranks, document_ranks = [], []
    for docid, rows in lists:
        weights = weights_of(docid)
        ordered = sorted(rows, key=lambda row: -sum(map(mul, weights, row[0])))
        ranks.append(next((i for i, row in enumerate(ordered, 1) if row[1]), 0))
        seen = list(dict.fromkeys(row[2] for row in ordered))
        document_ranks.append(seen.index(docid) + 1 if docid in seen else 0)
    count = len(lists)
    return (sum(r == 1 for r in ranks) / count, sum(0 < r <= 10 for r in ranks) / count,
            sum(1 / r for r in ranks if 0 < r <= 10) / count,
            sum(1 / math.log2(r + 1) for r in document_ranks if 0 < r <= 10) / count)


def told(figures):
    return "S@1 {:.4f}  S@10 {:.4f}  MRR@10 {:.4f}  document nDCG@10 {:.4f}".format(*figures)


def cross_validate(lists, keyword_lists, names, seed):
    """Each question, and its keywords, measured by weights that saw nothing of its document."""
    documents = sorted({docid for docid, _ in lists})
    random.Random(seed).shuffle(documents)
    fold_of = {docid: i % FOLDS for i, docid in enumerate(documents)}
    by_fold = [train([l for l in lists * QUESTION_COPIES + keyword_lists if fold_of[l[0]] != fold], names)[0]
               for fold in range(FOLDS)]
    return [measure(asked, lambda docid: by_fold[fold_of[docid]]) for asked in (lists, keyword_lists)]


def mean(runs):
    return [sum(run) / len(runs) for run in zip(*runs)]


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
    names, lists = read_lists(args, questions, str)
    _, keyword_lists = read_lists(args, questions, keywords)
    bm25 = [1.0 if n == "top" else 0.0 for n in names]
    print("BM25            ", told(measure(lists, lambda _: bm25)))
    print("of keywords     ", told(measure(keyword_lists, lambda _: bm25)))
    runs = [cross_validate(lists, keyword_lists, names, seed) for seed in SEEDS]
    report = told(mean([run[0] for run in runs]))
    for seed, run in zip(SEEDS, runs):
        print(f"folds of seed {seed}  ", told(run[0]))
    print("cross-validated ", report)
    print("of keywords     ", told(mean([run[1] for run in runs])))
    weights, standardised = train(lists * QUESTION_COPIES + keyword_lists, names)
    print("on all          ", told(measure(lists, lambda _: weights)))
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
