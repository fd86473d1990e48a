#!/usr/bin/env python3
"""Learns what the steps of a stemma cost (TreeCosts in src/origin/text_tree.h).

  learn_stemma_costs.py PATH/TO/tradition_bench [ROUNDS [PASSES]]

Coordinate ascent: each cost in turn is tried 0.6 and 1.6 times as great on the
simulated traditions of tradition_bench, and kept where the sum of the average
sign distance (twice) and of the F1 of unseen texts grows. Prints every change
and the costs to be written into the header.
"""
import re
import subprocess
import sys

COSTS = {"first-unit": 3.0, "gained-unit": 14.0, "lost-run": 2.0, "lost-unit": 0.1, "change-by-rarity": 1.0,
         "changed-place": 0.1, "again": 1.5, "unseen": 5.0, "unseen-by-rate": 0.5, "too-early": 2.0, "not-later": 0.1,
         "second-parent": 11.0}


def score(program, rounds, costs):
    words = [program, "--rounds", str(rounds), "--seed", "77"]
    for name, value in costs.items():
        words += ["--" + name, f"{value:.4g}"]
    out = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    row = next(l for l in out.splitlines() if l.startswith("all ")).split()
    unseen_f1, sign_distance = float(row[6]), float(row[7])
    return 2 * sign_distance + unseen_f1, " ".join(row)


def main():
    program = sys.argv[1]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    passes = int(sys.argv[3]) if len(sys.argv) > 3 else 2
    costs = dict(COSTS)
    best, row = score(program, rounds, costs)
    print(f"{best:.4f}  {row}", flush=True)
    for _ in range(passes):
        before = best
        for name in COSTS:
            for factor in (0.6, 1.6):
                tried = dict(costs, **{name: costs[name] * factor})
                value, row = score(program, rounds, tried)
                if value > best:
                    best, costs = value, tried
                    print(f"{best:.4f}  {name} {tried[name]:.3g}  {row}", flush=True)
                    break
        if best == before:
            break
    print({name: round(value, 3) for name, value in costs.items()})


if __name__ == "__main__":
    main()
