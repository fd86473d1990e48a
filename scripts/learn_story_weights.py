#!/usr/bin/env python3
"""Learns the weights by which reports become stories, and prints
src/story/join_weights.h.

  learn_story_weights.py STORY_EVIDENCE NAME=REPORTS.jsonl,STORIES.tsv[,SHARE] ...

STORY_EVIDENCE is the program of that name in the build's bench folder; the
others are sets of reports whose stories are known (a report's id and its story
on each line), which count SHARE (1). The weights in use were learned from four
sets of news and from `corpus_gen --reports 2000 --seed 7` with a share of 0.1.

Logistic regression with a quadratic penalty. Every set counts the same, and in
each the pairs that are one story as much as those that are not, so that neither
the size of a set nor how it was drawn matters. Each pair counts twice, once as if it were undated, because dates are
missing or wrong in some sets and right in others. A weight whose sign makes no
sense (a higher likeness that speaks against) is set to nothing.

On stderr: BCubed precision, recall and F1 of each set with the weights, and
with weights that were learned without the set (held out).
"""
import math
import subprocess
import sys
import tempfile

UNDATED = 0.5  # what same_days is where a report is undated
PENALTY = 1.0  # per 1000 pairs, for evidence of variance 1
SIGNS = {"title": 1, "names": 1, "stands_out": 1, "others": -1,
         "to_tighter": 1, "to_looser": 1, "same_days": 1, "same_outlet": -1}


def evidence(program, reports, stories, counts):
    lines = subprocess.run([program, reports, stories], check=True,
                           capture_output=True, text=True).stdout.splitlines()
    rows = [[float(x) for x in line.split()] for line in lines[1:]]
    same = sum(row[0] for row in rows)
    share = {1: counts * 500 / same, 0: counts * 500 / (len(rows) - same)}
    names = lines[0].split()[1:]
    known = [(share[row[0]], row[0], row[1:]) for row in rows]
    days = names.index("same_days")
    undated = [(counts, same, values[:days] + [UNDATED] + values[days + 1:])
               for counts, same, values in known]
    return names, known + undated


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


def fit(rows, used, penalties):
    """Newton's method; weights of the columns in `used`."""
    size = len(used)
    data = [(share, same, [values[i] for i in used])
            for share, same, values in rows]
    weights = [0.0] * size
    for _ in range(40):
        gradient = [penalties[i] * w for i, w in zip(used, weights)]
        hessian = [[penalties[used[i]] if i == j else 0.0
                    for j in range(size)] for i in range(size)]
        for share, same, values in data:
            s = sum(w * v for w, v in zip(weights, values))
            p = 1 / (1 + math.exp(-max(-30, min(30, s))))
            error, slope = share * (p - same), share * p * (1 - p)
            for i, value in enumerate(values):
                gradient[i] += error * value
                scaled, row = slope * value, hessian[i]
                for j in range(i + 1):
                    row[j] += scaled * values[j]
        for i in range(size):
            for j in range(i):
                hessian[j][i] = hessian[i][j]
        step = solve(hessian, gradient)
        weights = [w - s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-5:
            break
    return weights


def learn(names, sets):
    rows = [row for one in sets for row in one]
    total = sum(row[0] for row in rows)
    penalties = []
    for i in range(len(names)):
        mean = sum(row[0] * row[2][i] for row in rows) / total
        square = sum(row[0] * row[2][i] ** 2 for row in rows) / total
        penalties.append(PENALTY * max(square - mean * mean, 1e-6))
    used = list(range(len(names)))
    while True:
        weights = fit(rows, used, penalties)
        wrong = [i for i, w in zip(used, weights)
                 if w * SIGNS.get(names[i], 0) < 0]
        if not wrong:
            break
        used = [i for i in used if i not in wrong]
    found = dict(zip(used, weights))
    return [round(found.get(i, 0.0), 3) for i in range(len(names))]


def figures(program, files, names, weights):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as table:
        for name, weight in zip(names, weights):
            table.write(f"{name}\t{weight}\n")
        table.flush()
        run = subprocess.run([program, *files, table.name], check=True,
                             capture_output=True, text=True)
    return [float(x) for x in run.stdout.split()]


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    program, files, sets, names = sys.argv[1], {}, {}, None
    for argument in sys.argv[2:]:
        name, paths = argument.split("=", 1)
        *files[name], share = (paths + ",1").split(",")[:3]
        names, sets[name] = evidence(program, *files[name], float(share))
    weights = learn(names, sets.values())
    print("set\tP\tR\tF1\theld out P\tR\tF1", file=sys.stderr)
    for name in sets:
        held_out = learn(names, [s for n, s in sets.items() if n != name])
        table = (figures(program, files[name], names, weights) +
                 figures(program, files[name], names, held_out))
        print(name, *(f"{x:.4f}" for x in table), sep="\t", file=sys.stderr)
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
