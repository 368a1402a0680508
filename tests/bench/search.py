#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints how long searches take, in process and as a process each. Judges nothing.

    search.py INDEX QUERIES [COUNT]    run in a build folder; QUERIES: lines of ID<TAB>QUERY[<TAB>...]

Phrases are two neighbouring words of six letters and more out of the hits' own texts. Beside the times on the
clock, which others on the machine lengthen, it prints the processor's time a query, the start of the process
shared out among all.
"""
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

SAMSOK = os.environ.get('SAMSOK', './samsok')


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def batch(index, queries):
    with tempfile.NamedTemporaryFile('w', suffix='.tsv') as file:
        file.writelines(f'{i}\t{query}\n' for i, query in enumerate(queries))
        file.flush()
        command = [SAMSOK, 'search', '-d', index, '--batch', file.name, '-n', '10']
        lines = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    return [json.loads(line) for line in lines.splitlines()]


def tell(name, milliseconds):
    times = sorted(milliseconds)
    print(f'{name}: {len(times)} times, p50 {times[len(times) // 2]:.2f} ms, '
          f'p99 {times[int(len(times) * 0.99)]:.2f} ms, longest {times[-1]:.2f} ms')


def phrases_of(answers):
    for answer in answers:
        for hit in answer['hits'][:1]:
            words = re.findall(r'(?<!\w)([^\W\d_]{6,}) ([^\W\d_]{6,})(?!\w)', hit['text'])
            yield from (f'"{a} {b}"' for a, b in words[:1])


def main():
    index, path = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    with open(path, encoding='utf-8') as file:
        rows = [line.rstrip('\n').split('\t') for line in file]
    queries = [row[1] for row in rows[1:] if len(row) > 1][:count]
    batch(index, queries)
    begin = cpu_seconds()
    answers = batch(index, queries)
    print(f'questions: {(cpu_seconds() - begin) * 1000 / len(answers):.2f} ms CPU each')
    tell('questions, warm', [answer['took_us'] / 1000 for answer in answers])
    phrases = list(phrases_of(answers))
    tell('phrases', [answer['took_us'] / 1000 for answer in batch(index, phrases)])
    alone = []
    for query in queries[:20]:
        begin = time.perf_counter()
        subprocess.run([SAMSOK, 'search', '-d', index, query], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
        alone.append((time.perf_counter() - begin) * 1000)
    tell('a process each', alone)


if __name__ == '__main__':
    main()
