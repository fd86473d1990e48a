#!/usr/bin/env python3
"""Learns the weights of a link between two sentences (src/collate/links.h,
src/collate/agreement.h).

  link_features REPORTS.jsonl | learn_links.py GOLD.jsonl > src/collate/link_weights.cc

GOLD has, a story a line, "reports": {id: {"sentences": [[b, e], ...]}},
"links" and "disputed": [[id, n, id, n, ...], ...]. A pair of sentences is an
example; it counts as linked if half of either sentence lies in a linked pair
of GOLD. Two logistic regressions, ridge 3: the first on the features, the
second on what the first says of the other pairs (find_agreements in
agreement.cc; agreements() here is its twin). The second is learned from first
probabilities of weights that have not seen the story. Prints to stderr the F1
of links with leave one story out: both are learned without the story that is
judged, and with one threshold for all; with --held-out after GOLD these probabilities
go to stdout instead: [story, id, begin, id, begin, probability]. Needs numpy.
"""
import collections
import json
import math
import sys

import numpy as np

RIDGE = 3.0
LIKELY = 0.1
AGREEMENTS = ("bias", "odds", "beside", "both_beside", "near", "third",
              "against", "rivals", "mutual_rivals", "rivals_together")
HEAD = """// Made by scripts/learn_links.py: do not edit.
#include "collate/agreement.h"
#include "collate/links.h"

namespace stemma::collate {

"""
FIRST = """std::span<const double, kFeatureCount> link_weights() {
  static constexpr std::array<double, kFeatureCount> kWeights{
%s  };
  return kWeights;
}

"""
SECOND = """std::span<const double, kAgreementCount> agreement_weights() {
  static constexpr std::array<double, kAgreementCount> kWeights{
%s  };
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
        places = ((a, int(a0)), (b, int(b0)))
        examples.append((story, pairs, [float(f) for f in features], places))
    return names, examples


def scaled_fit(x, y):
    """Weights for x as it is; the ridge is on features of deviation 1."""
    scale = np.maximum(x.std(axis=0), 1e-6)
    scale[0] = 1
    z = x / scale
    w = np.zeros(z.shape[1])
    ridge = RIDGE * np.eye(len(w))
    ridge[0, 0] = 1e-6
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ w))
        step = np.linalg.solve((z.T * (p * (1 - p))) @ z + ridge, z.T @ (p - y) + ridge @ w)
        w -= step
        if np.abs(step).max() < 1e-4:
            break
    return w / scale


def judge(x, weights):
    return 1 / (1 + np.exp(-x @ weights))


def agreements(places, probability, number, place):
    """Twin of find_agreements in src/collate/agreement.cc for the pairs of one story."""
    between, partners = {}, collections.defaultdict(list)
    for (a, b), p in zip(places, probability):
        between[a, b] = between[b, a] = p
        partners[a].append((b, p))
        partners[b].append((a, p))
    rows = []
    for (a, b), p in zip(places, probability):
        shifted = lambda x, y: between.get((place.get((a[0], number[a] + x)), place.get((b[0], number[b] + y))), 0)
        beside = shifted(-1, -1), shifted(1, 1)
        near = max(shifted(x, y) for x in (-2, -1, 1, 2) for y in (-2, -1, 1, 2))
        third = against = 0
        for x, y in ((a, b), (b, a)):
            for c, q in partners[x]:
                if q >= LIKELY and c[0] != y[0]:
                    other = between.get((c, y), 0)
                    third = max(third, min(q, other)) if other >= LIKELY else third
                    against = max(against, q * (1 - other))
        rivals = [[q for c, q in partners[x] if c != y and c[0] == y[0]] for x, y in ((a, b), (b, a))]
        best = [max(r, default=0) for r in rivals]
        rows.append([1, math.log((p + 1e-3) / (1 - p + 1e-3)), max(beside), sum(beside), near, third, against,
                     max(best), min(best), math.log1p(sum(map(sum, rivals)))])
    return np.array(rows)


class Learner:
    def __init__(self, examples, gold):
        self.x = np.array([e[2] for e in examples])
        self.places = [e[3] for e in examples]
        self.story = np.array([e[0] for e in examples])
        self.y = np.array([float(any(p in gold[e[0]][1] for p in e[1])) for e in examples])
        self.used = np.array([bool(y) or not any(p in gold[e[0]][2] for p in e[1])
                              for y, e in zip(self.y, examples)])
        self.number = {}  # of a sentence in its report
        begins = collections.defaultdict(set)
        for report, begin in (place for both in self.places for place in both):
            begins[report].add(begin)
        for report, all_begins in begins.items():
            for n, begin in enumerate(sorted(all_begins)):
                self.number[report, begin] = n
        self.place = {(report, n): (report, begin) for (report, begin), n in self.number.items()}

    def first(self, without):
        """Weights learned without some stories."""
        rows = self.used & ~np.isin(self.story, without)
        return scaled_fit(self.x[rows], self.y[rows])

    def context(self, stories, probability):
        found = np.zeros((len(self.y), len(AGREEMENTS)))
        for s in stories:
            rows = np.nonzero(self.story == s)[0]
            found[rows] = agreements([self.places[i] for i in rows], probability[rows], self.number, self.place)
        return found

    def second(self, first_of):
        """Weights from first probabilities, each of first_of[story], which has not seen that story."""
        probability = np.zeros(len(self.y))
        for s, weights in first_of.items():
            probability[self.story == s] = judge(self.x[self.story == s], weights)
        rows = self.used & np.isin(self.story, list(first_of))
        return scaled_fit(self.context(first_of, probability)[rows], self.y[rows])

    def held_out(self):
        stories = sorted(set(self.story))
        first = {s: self.first([s]) for s in stories}
        pair = {frozenset((s, t)): self.first([s, t]) for s in stories for t in stories if s < t}
        once, twice = np.zeros(len(self.y)), np.zeros(len(self.y))
        for s in stories:
            rows = self.story == s
            once[rows] = judge(self.x[rows], first[s])
            weights = self.second({t: pair[frozenset((s, t))] for t in stories if t != s})
            twice[rows] = judge(self.context([s], once)[rows], weights)
        return first, once, twice


def links_f1(examples, probability, gold, threshold):
    counts = collections.Counter()
    got = collections.defaultdict(set)
    for (story, pairs, *_), p in zip(examples, probability):
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
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    gold = read_gold(sys.argv[1])
    names, examples = read_examples(iter(sys.stdin), gold)
    learner = Learner(examples, gold)
    ceiling = links_f1(examples, learner.y, gold, 0.5)
    print(f"examples {len(examples)}, linked {int(learner.y.sum())}, highest recall possible {ceiling[2]:.3f}", file=sys.stderr)
    first, once, twice = learner.held_out()
    for name, probability in (("first look", once), ("both looks", twice)):
        for t in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
            print("%s, threshold %.2f: links F1 %.3f, precision %.3f, recall %.3f" % (
                name, t, *links_f1(examples, probability, gold, t)), file=sys.stderr)
    if "--held-out" in sys.argv:
        json.dump([[s, *a, *b, p] for s, (a, b), p in zip(learner.story, learner.places, twice)], sys.stdout)
        return 0
    lines = lambda all_names, weights: "".join(f"      {w:.4f},  // {n}\n" for n, w in zip(all_names, weights))
    print(HEAD + FIRST % lines(names, learner.first([])) + SECOND % lines(AGREEMENTS, learner.second(first)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
