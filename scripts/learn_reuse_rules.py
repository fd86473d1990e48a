#!/usr/bin/env python3
"""Learns the two small rules of the reuse module from labelled passages.

  learn_reuse_rules.py TRUTH.tsv PAIRS.tsv FEATURES.tsv

TRUTH has a shared passage a line: id, begin, end, id, begin, end, kind (code
points); PAIRS the pairs of reports that were labelled; FEATURES is the output
of bench/reuse_features, with the program's own counts, for every stretch that
the matcher brings up in those pairs, whether or not the rules take it.

A stretch is an example: shared if it overlaps a passage of TRUTH on both
sides; one that sums up, if half of both sides does.

Fits by logistic regression (ridge 0.01) and prints the weights and the constant
that they must reach at even odds,
  is_beyond_chance (verify.cc): ln(1 + different words), min(similarity, 0.6)
  is_summary (pair.cc): similarity, ln(words summed up), share explained
then for both rules, with the weights above and with those shipped, what a
constant takes: how many stretches, how many of them shared, how many in pairs
that share nothing. The scores of the fitted rule are held out: ten parts by
pair of reports, each scored with the weights of the other nine. Needs numpy.
"""
import collections
import sys
import zlib

import numpy as np

RIDGE = 1e-2
MUCH_THE_SAME = 0.6
LEAST_SIMILARITY = {"stretch": 0.5, "summary": 0.65}
LEAST_WORDS = {"stretch": 0, "summary": 22}
SHIPPED = {"stretch": [3.95, 23.6], "summary": [24.6, -4.0, -3.5]}
PARTS = 10


def fit(x, y):
    x = np.column_stack([x, np.ones(len(x))])
    w = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w += np.linalg.solve(hessian, x.T @ (y - p) - RIDGE * w)
    return w


def features(kind, different, similarity, words, explained):
    if kind == "stretch":
        return [np.log(1 + different), min(similarity, MUCH_THE_SAME)]
    return [similarity, np.log(words), explained]


def read_labels(truth_path, pairs_path):
    cases, empty = collections.defaultdict(list), set()
    with open(truth_path, encoding="utf-8") as lines:
        for line in lines:
            a, i, j, b, k, m, _ = line.rstrip("\n").split("\t")
            cases[a, b].append((int(i), int(j), int(k), int(m)))
    with open(pairs_path, encoding="utf-8") as lines:
        pairs = {tuple(line.split("\t")[:2]) for line in lines}
    empty = {pair for pair in pairs if pair not in cases}
    return cases, pairs, empty


def is_shared(cases, a, b, least):
    """True if more than this share of both sides lies in a case."""
    return any(min(end, at[1]) - max(begin, at[0]) > least * (at[1] - at[0])
               and min(end2, to[1]) - max(begin2, to[0])
               > least * (to[1] - to[0])
               for at, to in [(a, b)]
               for begin, end, begin2, end2 in cases)


def read_examples(path, cases, pairs):
    """By kind: rows of features, shared or not, and the pair."""
    examples = {"stretch": [], "summary": []}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            kind, a, i, j, b, k, m, *numbers = line.rstrip("\n").split("\t")
            different, similarity, words, explained, _ = map(float, numbers)
            if similarity < LEAST_SIMILARITY[kind] or \
                    different < LEAST_WORDS[kind]:
                continue
            pair, x, y = (a, b), (int(i), int(j)), (int(k), int(m))
            if pair not in pairs:
                pair, x, y = (b, a), y, x
            least = 0.5 if kind == "summary" else 0
            examples[kind].append((
                features(kind, different, similarity, words, explained),
                is_shared(cases[pair], x, y, least), pair))
    return examples


def print_constants(title, scores, y, empty):
    print(f"  {title}")
    order = np.argsort(-scores)
    shared, alarms = np.cumsum(y[order]), np.cumsum(empty[order])
    for percent in (70, 80, 90, 95):
        taken = int(np.searchsorted(shared, y.sum() * percent / 100)) + 1
        taken = min(taken, len(order))
        print(f"    at least {scores[order[taken - 1]]:6.2f}: {taken} taken, "
              f"{int(shared[taken - 1])} shared, "
              f"{int(alarms[taken - 1])} in pairs that share nothing")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    cases, pairs, empty = read_labels(*sys.argv[1:3])
    for kind, rows in read_examples(sys.argv[3], cases, pairs).items():
        x = np.array([row[0] for row in rows])
        y = np.array([row[1] for row in rows], dtype=float)
        in_empty = np.array([row[2] in empty for row in rows], dtype=float)
        part = np.array([zlib.crc32("\t".join(row[2]).encode()) % PARTS
                         for row in rows])
        w = fit(x, y)
        held_out = np.zeros(len(x))
        for number in range(PARTS):
            wk = fit(x[part != number], y[part != number])
            held_out[part == number] = x[part == number] @ wk[:-1] + (
                wk[-1] - w[-1])
        print(f"{kind}: weights {np.round(w[:-1], 2)}, at least {-w[-1]:.2f}; "
              f"{len(y)} examples, {int(y.sum())} shared")
        print_constants("fitted, held out", held_out, y, in_empty)
        print_constants("shipped", x @ np.array(SHIPPED[kind]), y, in_empty)


if __name__ == "__main__":
    main()
