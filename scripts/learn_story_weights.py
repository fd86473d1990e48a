#!/usr/bin/env python3
"""Learns the weights by which a report joins a story, and prints
src/story/join_weights.h.

  learn_story_weights.py [--without NAME] NAME=EVIDENCE.tsv ... > join_weights.h

EVIDENCE.tsv comes from `story_evidence REPORTS.jsonl` (bench), run on reports
whose stories are given: a line for each story that a report was compared
with, 1 if it is the report's own and 0 if not, then the values of the
evidence in the order of src/story/join_model.h; the first line has the names. The weights in use were learned from each set twice,
with and without the reports observed ahead.

Logistic regression with a quadratic penalty, by Newton's method. Every data
set counts the same, whatever its size; --without leaves one out, to see what
the weights are worth on data that they have not seen.
"""
import math
import sys

PENALTY = 0.3  # per 1000 lines


def read(path):
    with open(path, encoding="utf-8") as lines:
        names = next(lines).split()[1:]
        rows = [[float(x) for x in line.split()] for line in lines]
    return names, [(row[0], row[1:]) for row in rows]


def solve(matrix, vector):
    """Gaussian elimination with pivoting."""
    n = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            for j in range(i, n + 1):
                rows[k][j] -= factor * rows[i][j]
    solution = [0.0] * n
    for i in reversed(range(n)):
        known = sum(rows[i][j] * solution[j] for j in range(i + 1, n))
        solution[i] = (rows[i][n] - known) / rows[i][i]
    return solution


def learn(sets, size):
    weights = [0.0] * size
    for _ in range(50):
        gradient = [PENALTY * w for w in weights]
        hessian = [[PENALTY if i == j else 0.0 for j in range(size)]
                   for i in range(size)]
        gradient[0] = 0.0
        for rows in sets:
            share = 1000 / len(rows)
            for hit, values in rows:
                s = sum(w * v for w, v in zip(weights, values))
                p = 1 / (1 + math.exp(-max(-30, min(30, s))))
                for i in range(size):
                    gradient[i] += share * (p - hit) * values[i]
                    slope = share * p * (1 - p) * values[i]
                    for j in range(size):
                        hessian[i][j] += slope * values[j]
        step = solve(hessian, gradient)
        weights = [w - s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def main():
    arguments = sys.argv[1:]
    without = None
    if "--without" in arguments:
        at = arguments.index("--without")
        without = arguments[at + 1]
        del arguments[at:at + 2]
    if not arguments:
        sys.exit(__doc__)
    names, sets = None, []
    for argument in arguments:
        name, path = argument.split("=", 1)
        found, rows = read(path)
        if names is not None and names != found:
            sys.exit(f"{path}: other evidence than the files before it")
        names = found
        if name != without:
            sets.append(rows)
    weights = learn(sets, len(names))
    print("// Made by scripts/learn_story_weights.py. Do not edit.\n"
          "#pragma once\n\n#include <array>\n#include <string_view>\n\n"
          "namespace stemma::story {\n\n"
          "struct JoinWeight {\n  std::string_view name;\n"
          "  double weight = 0;\n};\n\n"
          f"inline constexpr std::array<JoinWeight, {len(names)}> "
          "kJoinWeights{{")
    for name, weight in zip(names, weights):
        print(f'    {{"{name}", {weight:.3f}}},')
    print("}};\n\n}  // namespace stemma::story")


if __name__ == "__main__":
    main()
