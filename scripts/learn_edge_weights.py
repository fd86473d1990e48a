#!/usr/bin/env python3
"""Learns how sure an edge of a telling's tree is, or an unseen text of it, and
prints src/origin/edge_weights.cc or src/origin/unseen_weights.cc.

  for s in $(seq 100 107); do tradition_bench --unseen-features --least-unseen 0 --rounds 4 --seed $s; done |
      learn_edge_weights.py Unseen > unseen_weights.cc
  for s in 100 102; do tradition_bench --features --rounds 2 --seed $s; done |
      learn_edge_weights.py Edge > edge_weights.cc

Unseen texts come first: what is left of a tree depends on their weights.

The input has an object a line: {"right": 0|1, FEATURE: value, ...}, features in
the order of src/origin/direction.cc or unseen.cc. Logistic regression by
Newton's method with a small quadratic penalty. Figures on stderr: on a fifth
that was held out, how many reach 0.9, how many of them are right, and the mean
distance between confidence and what is right, by tenths. The output wants
clang-format.
"""
import collections
import json
import math
import sys

PENALTY = 1.0
HEAD = """// Made by scripts/learn_edge_weights.py; do not edit.
#include "origin/{file}_weights.h"

namespace stemma::origin {{

"""


def solve(rows):
    n = len(rows)
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(n):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def chance(weights, features):
    z = sum(w * v for w, v in zip(weights, features))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


def learn(examples):
    """Weights, the last one of the constant 1."""
    n = len(examples[0][0])
    weights = [0.0] * n
    for _ in range(25):
        gradient = [PENALTY * w for w in weights]
        hessian = [[PENALTY * (i == j) for j in range(n)] for i in range(n)]
        for features, right in examples:
            p = chance(weights, features)
            spread = max(p * (1 - p), 1e-9)
            for i in range(n):
                gradient[i] += (p - right) * features[i]
                for j in range(n):
                    hessian[i][j] += spread * features[i] * features[j]
        step = solve([row + [g] for row, g in zip(hessian, gradient)])
        weights = [w - s for w, s in zip(weights, step)]
        if max(abs(s) for s in step) < 1e-7:
            break
    return weights


def report(weights, examples):
    bins = collections.defaultdict(list)
    for features, right in examples:
        p = chance(weights, features)
        bins[min(9, int(p * 10))].append((p, right))
    apart = sum(abs(sum(p - r for p, r in b)) for b in bins.values()) / len(examples)
    sure = bins[9]
    print(f"held out {len(examples)}: {len(sure)} from 0.9 on, "
          f"{sum(r for _, r in sure) / max(1, len(sure)):.3f} of them right, "
          f"mean distance {apart:.3f}", file=sys.stderr)


def main():
    kind = sys.argv[1]
    rows = [json.loads(line) for line in sys.stdin]
    names = [name for name in rows[0] if name != "right"]
    examples = [([row[n] for n in names] + [1.0], row["right"]) for row in rows]
    report(learn([e for i, e in enumerate(examples) if i % 5]), examples[::5])
    weights = learn(examples)
    values = ",\n    ".join(f"{w:.3f}" for w in weights[:-1])
    print(f"{HEAD.format(file=kind.lower())}const double k{kind}Bias = {weights[-1]:.3f};\n"
          f"const std::array<double, k{kind}Features> k{kind}Weights = {{\n"
          f"    {values}}};\n\n}}  // namespace stemma::origin")


if __name__ == "__main__":
    main()
