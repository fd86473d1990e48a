#!/usr/bin/env python3
"""Learns the weights of a link between two sentences (src/collate/links.h).

  link_features REPORTS.jsonl | learn_links.py GOLD.jsonl > src/collate/link_weights.cc

GOLD has, a story a line, "reports": {id: {"sentences": [[b, e], ...]}},
"links" and "disputed": [[id, n, id, n, ...], ...]. A pair of sentences is an
example; it counts as linked if half of either sentence lies in a linked pair
of GOLD. Logistic regression, ridge 1. Prints to stderr the F1 of links with
leave one story out: each story is judged by weights learned from the others,
with one threshold for all. Needs numpy.
"""
import collections
import json
import sys

import numpy as np

RIDGE = 1.0
HEAD = """// Made by scripts/learn_links.py: do not edit.
#include "collate/links.h"

namespace stemma::collate {

std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
"""
TAIL = """  };
  return kWeights;
}

}  // namespace stemma::collate
"""


def touching(spans, begin, end):
    return [n for n, (x, y) in enumerate(spans)
            if min(end, y) - max(begin, x) >= 0.5 * min(end - begin, y - x) > 0]


def read_gold(path):
    stories = {}
    for line in open(path, encoding="utf-8"):
        story = json.loads(line)
        both = lambda links: {(a, m, b, n) for a, m, b, n, *_ in links} | {
            (b, n, a, m) for a, m, b, n, *_ in links}
        stories[story["story"]] = (
            {i: r["sentences"] for i, r in story["reports"].items()},
            both(story["links"]), both(story.get("disputed") or []))
    return stories


def read_examples(lines, gold):
    """Names of the features; per example: story, the pairs of GOLD sentences that it touches, features."""
    names = next(lines).rstrip("\n").split("\t")[7:]
    examples = []
    for line in lines:
        story, a, a0, a1, b, b0, b1, *features = line.rstrip("\n").split("\t")
        sentences = gold[story][0]
        pairs = [(a, m, b, n) for m in touching(sentences[a], int(a0), int(a1))
                 for n in touching(sentences[b], int(b0), int(b1))]
        examples.append((story, pairs, [float(f) for f in features]))
    return names, examples


def fit(x, y):
    w = np.zeros(x.shape[1])
    ridge = RIDGE * np.eye(len(w))
    ridge[0, 0] = 1e-6
    for _ in range(25):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + ridge @ w
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return w


def links_f1(examples, probability, gold, threshold):
    counts = collections.Counter()
    got = collections.defaultdict(set)
    for (story, pairs, _), p in zip(examples, probability):
        if p >= threshold:
            got[story].update(pairs)
    for story, (_, links, open_) in gold.items():
        want = {l for l in links if l[0] < l[2]}
        found = {(a, m, b, n) if a < b else (b, n, a, m) for a, m, b, n in got[story]}
        counts["hit"] += len(found & want)
        counts["found"] += len(found - open_)
        counts["want"] += len(want)
    precision, recall = counts["hit"] / max(1, counts["found"]), counts["hit"] / counts["want"]
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    gold = read_gold(sys.argv[1])
    names, examples = read_examples(iter(sys.stdin), gold)
    x = np.array([f for _, _, f in examples])
    y = np.array([float(any(p in gold[s][1] for p in pairs)) for s, pairs, _ in examples])
    used = np.array([bool(y[i]) or not any(p in gold[s][2] for p in pairs)
                     for i, (s, pairs, _) in enumerate(examples)])
    story = np.array([s for s, _, _ in examples])
    left_out = np.zeros(len(y))
    for s in gold:
        weights = fit(x[used & (story != s)], y[used & (story != s)])
        left_out[story == s] = 1 / (1 + np.exp(-x[story == s] @ weights))
    best = max((links_f1(examples, left_out, gold, t / 100), t / 100) for t in range(20, 71, 5))
    ceiling = links_f1(examples, y, gold, 0.5)
    print(f"examples {len(y)}, linked {int(y.sum())}, highest recall possible {ceiling[2]:.3f}", file=sys.stderr)
    for t in (0.3, 0.35, 0.4, 0.45, 0.5):
        print("threshold %.2f: links F1 %.3f, precision %.3f, recall %.3f" % (t, *links_f1(examples, left_out, gold, t)), file=sys.stderr)
    print("best threshold %.2f: F1 %.3f" % (best[1], best[0][0]), file=sys.stderr)
    weights = fit(x[used], y[used])
    for n, w, deviation in zip(names, weights, x.std(axis=0)):
        print(f"  {n:16} {w:8.3f}  times deviation {w * deviation:7.3f}", file=sys.stderr)
    print(HEAD + "".join(f"      {w:.4f},  // {n}\n" for n, w in zip(names, weights)) + TAIL, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
