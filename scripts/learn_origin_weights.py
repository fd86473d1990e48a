#!/usr/bin/env python3
"""Learns the weights by which two reports are one telling and rest on one
source, and prints src/origin/weights.cc.

  origin_features REPORTS.jsonl | learn_origin_weights.py GOLD.jsonl > weights.cc

or, from sketches, src/origin/quick_weights.cc:

  sketch_features REPORTS.jsonl | learn_origin_weights.py --sketches \
    GOLD.jsonl GENERATED.jsonl TRUTH.tsv > quick_weights.cc

where GENERATED is what sketch_features prints of reports of corpus_gen, with
their stories given, and TRUTH their truth. They count as much as the events for
the tellings; sources are not known of them.

The input has a line a pair: {"story", "a", "b", "telling": {NAME: value},
"source": {NAME: value}}, names in the order of the features. GOLD has a
line an event: "event", "reports" (by id), "same_text", "disputed_text",
"same_info", "disputed_info" (pairs of ids), "n_text", "n_info" (counts that
count as right). Disputed pairs are left out.

Logistic regression by Newton's method, on features brought to one spread, with
a quadratic penalty for straying from a prior, which says what is known
beforehand: twenty events show too few readouts and citations to learn them.
The telling probability that the source regression sees is always one learned
without the event. Figures on stderr: leave one event out, and (fit) on what
was learned from, after the linkage of src/origin/clusters.h, of which this has
a plain twin. The output wants clang-format.
"""
import collections
import itertools
import json
import math
import sys

TELLING_PENALTY = 2.0
SOURCE_PENALTY = 120.0
TELLING_PRIOR = {}
SOURCE_PRIOR = {"telling": 2.5, "said_of_smaller": 8.0, "lead": 4.0,
                "speech": 3.0, "families": 2.0, "cited": 4.0,
                "common_citation": 4.0, "same_credit": 0.5,
                "different_agencies": -0.5, "aligned": 3.0,
                "short_of_smaller": 5.0}
# Not learned: no event of the data is a readout, whose words are all speech.
HELD = {"speech": 1e4, "families": 1e4}
PAIRS_OF_STORY = 40
TAIL = 0.1
HEAD = """// Made by scripts/learn_origin_weights.py; do not edit.
#include "origin/%s.h"

namespace stemma::origin {
"""


class Pair:
    def __init__(self, row, event):
        self.event, self.ids = row["story"], frozenset((row["a"], row["b"]))
        self.names = {k: list(row[k]) for k in ("telling", "source")}
        self.telling = list(row["telling"].values())
        self.source = list(row["source"].values())
        self.truth = {}
        for level in ("text", "info"):
            same = {frozenset(p) for p in event["same_" + level]}
            disputed = {frozenset(p) for p in event["disputed_" + level]}
            self.truth[level] = (None if self.ids in disputed
                                 else float(self.ids in same))


def generated_examples(rows, truth):
    """Examples of pairs of one telling or two, at most so many a story."""
    with open(truth, encoding="utf-8") as lines:
        telling = {r[0]: r[2] for r in (line.split("\t") for line in lines)}
    stories = collections.defaultdict(list)
    with open(rows, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            stories[row["story"]].append(
                (list(row["telling"].values()),
                 float(telling[row["a"]] == telling[row["b"]])))
    return [example for story in stories.values()
            for example in story[::-(-len(story) // PAIRS_OF_STORY)]]


def solve(matrix, vector):
    """Gaussian elimination with pivoting."""
    n = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(n):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                for j in range(i, n + 1):
                    rows[k][j] -= factor * rows[i][j]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def logistic(z):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


def learn(examples, penalty, names, prior, more=()):
    """Bias and weights for features as given; examples are (features, truth),
    `prior` gives weights by name. `more` examples count as much as all the
    others together."""
    n = len(examples[0][0])
    weighted = [(x, y, 1.0) for x, y in examples]
    weighted += [(x, y, len(examples) / len(more)) for x, y in more]
    total = sum(k for _, _, k in weighted)
    mean = [sum(x[i] * k for x, _, k in weighted) / total for i in range(n)]
    spread = [math.sqrt(sum(k * (x[i] - mean[i]) ** 2 for x, _, k in weighted)
                        / total) or 1.0 for i in range(n)]
    scaled = [([(v - m) / s for v, m, s in zip(x, mean, spread)] + [1.0], y, k)
              for x, y, k in weighted]
    center = [prior.get(name, 0.0) * s for name, s in zip(names, spread)]
    pull = [penalty + HELD.get(name, 0.0) for name in names]
    weights = center + [0.0]
    for _ in range(50):
        gradient = [k * (w - c)
                    for k, w, c in zip(pull, weights, center)] + [0.0]
        hessian = [[pull[i] if i == j and i < n else 0.0 for j in range(n + 1)]
                   for i in range(n + 1)]
        hessian[n][n] += 1e-9
        for x, y, k in scaled:
            p = logistic(sum(w * v for w, v in zip(weights, x)))
            bend = k * max(p * (1 - p), 1e-9)
            for i in range(n + 1):
                gradient[i] += k * (p - y) * x[i]
                for j in range(n + 1):
                    hessian[i][j] += bend * x[i] * x[j]
        step = solve(hessian, gradient)
        weights = [w - s for w, s in zip(weights, step)]
        if max(abs(s) for s in step) < 1e-8:
            break
    plain = [w / s for w, s in zip(weights, spread)]
    bias = weights[n] - sum(w * m for w, m in zip(plain, mean))
    return bias, plain


def predict(model, features):
    return logistic(model[0] + sum(w * v for w, v in zip(model[1], features)))


def linkage(groups, alike):
    """Average linkage: the groups as joined at one half, and the chance of
    every joining, of those the surest edge. `groups` are lists of ids."""
    groups, merges, joined = [list(g) for g in groups], [], None
    while len(groups) > 1:
        edges = {(i, j): [alike.get(frozenset((a, b)), 0.0)
                          for a in groups[i] for b in groups[j]]
                 for i, j in itertools.combinations(range(len(groups)), 2)}
        mean = {k: sum(v) / len(v) for k, v in edges.items()}
        i, j = max(mean, key=mean.get)
        merges.append(max(edges[i, j]) if mean[i, j] >= 0.5 else mean[i, j])
        if joined is None and mean[i, j] < 0.5:
            joined = [list(g) for g in groups]
        groups[i] += groups.pop(j)
    return joined or groups, merges


def count_range(members, merges):
    happen = [1.0]
    for p in merges:
        happen = [(happen[k] if k < len(happen) else 0.0) * (1 - p) +
                  (happen[k - 1] if k else 0.0) * p
                  for k in range(len(happen) + 1)]
    fewest = next(k for k in range(len(happen)) if sum(happen[:k + 1]) > TAIL)
    most = next(k for k in range(len(happen) - 1, -1, -1)
                if sum(happen[k:]) > TAIL)
    likely = members - sum(p >= 0.5 for p in merges)
    return min(likely, members - most), max(likely, members - fewest)


def judge(event, level, groups, bounds, figures):
    of = {i: n for n, group in enumerate(groups) for i in group}
    same = {frozenset(p) for p in event["same_" + level]}
    disputed = {frozenset(p) for p in event["disputed_" + level]}
    for a, b in itertools.combinations(event["reports"], 2):
        pair = frozenset((a, b))
        if pair in disputed:
            continue
        together = of[a] == of[b]
        figures["tp"] += together and pair in same
        figures["fp"] += together and pair not in same
        figures["fn"] += not together and pair in same
    low, high = event["n_" + level][0], event["n_" + level][-1]
    figures["right"] += low <= len(groups) <= high
    figures["meets"] += bounds[0] <= high and low <= bounds[1]
    figures["width"] += bounds[1] - bounds[0]


def report(title, figures, events):
    f1 = 2 * figures["tp"] / max(
        1, 2 * figures["tp"] + figures["fp"] + figures["fn"])
    print(f"{title}: F1 {f1:.3f} (false {figures['fp']:.0f}, missed "
          f"{figures['fn']:.0f}), right counts {figures['right']} of {events}, "
          f"range meets {figures['meets']}, width "
          f"{figures['width'] / events:.2f}", file=sys.stderr)


def telling_examples(pairs, without=None):
    return [(p.telling, p.truth["text"]) for p in pairs
            if p.event != without and p.truth["text"] is not None]


def source_examples(pairs, alike, without=None):
    return [([alike[p.ids]] + p.source[1:], p.truth["info"]) for p in pairs
            if p.event != without and p.truth["info"] is not None]


def evaluate(title, events, pairs, telling_of, source_of):
    """`telling_of` and `source_of` give each event's models."""
    texts, infos = collections.Counter(), collections.Counter()
    for name, event in events.items():
        mine = [p for p in pairs if p.event == name]
        alike = {p.ids: predict(telling_of[name], p.telling) for p in mine}
        ids = [[i] for i in event["reports"]]
        tellings, merges = linkage(ids, alike)
        judge(event, "text", tellings, count_range(len(ids), merges), texts)
        rest = {p.ids: max(alike[p.ids], predict(
            source_of[name], [alike[p.ids]] + p.source[1:])) for p in mine}
        # The surest link of two tellings speaks for all of both.
        surest = {frozenset((a, b)): max(rest.get(frozenset((c, d)), 0.0)
                                         for c in one for d in other)
                  for one, other in itertools.combinations(tellings, 2)
                  for a in one[:1] for b in other[:1]}
        heads, merges = linkage([t[:1] for t in tellings], surest)
        of = {t[0]: t for t in tellings}
        sources = [[i for head in group for i in of[head]] for group in heads]
        judge(event, "info", sources, count_range(len(tellings), merges),
              infos)
    report(title + " tellings", texts, len(events))
    report(title + " sources", infos, len(events))


def table(name, model):
    values = ",\n    ".join(f"{w:.3f}" for w in model[1])
    return (f"\nconst double k{name}Bias = {model[0]:.3f};\n"
            f"const std::array<double, k{name}Features> k{name}Weights = {{\n"
            f"    {values}}};\n")


def main():
    sketches = "--sketches" in sys.argv
    files = [a for a in sys.argv[1:] if a != "--sketches"]
    generated = generated_examples(*files[1:3]) if len(files) == 3 else []
    with open(files[0], encoding="utf-8") as lines:
        events = {e["event"]: e for e in map(json.loads, lines)}
    pairs = [Pair(row, events[row["story"]]) for row in map(json.loads, sys.stdin)
             if row["story"] in events]
    names = pairs[0].names
    telling_but = lambda e: learn(telling_examples(pairs, e), TELLING_PENALTY,
                                  names["telling"], TELLING_PRIOR, generated)
    telling, without = telling_but(None), {e: telling_but(e) for e in events}
    alike = {p.ids: predict(without[p.event], p.telling) for p in pairs}
    source_but = lambda e: learn(source_examples(pairs, alike, e),
                                 SOURCE_PENALTY, names["source"], SOURCE_PRIOR)
    source, source_without = source_but(None), {e: source_but(e)
                                                for e in events}
    evaluate("leave one event out,", events, pairs, without, source_without)
    evaluate("(fit)", events, pairs, dict.fromkeys(events, telling),
             dict.fromkeys(events, source))
    name, prefix = ("quick_weights", "Quick") if sketches else ("weights", "")
    print(HEAD % name + table(prefix + "Telling", telling) +
          table(prefix + "Source", source) + "\n}  // namespace stemma::origin")


if __name__ == "__main__":
    main()
