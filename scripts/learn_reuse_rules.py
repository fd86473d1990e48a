#!/usr/bin/env python3
"""Learns the two small rules of the reuse module from labelled passages.

  learn_reuse_rules.py TRUTH.tsv PAIRS.tsv REPORTS.jsonl FOUND.jsonl

TRUTH has a shared passage a line: id, begin, end, id, begin, end, kind (code
points); PAIRS the pairs of reports that were labelled; FOUND is the output of

  stemma reuse --cross-outlet --min-similarity 0.3 --format jsonl REPORTS.jsonl

of a build whose kLeastEvidence, kLeastSimilarity (verify.cc) and kLeastSummary
(reuse.cc) are -100: with the shipped values FOUND lacks what they turn down.
A passage is an example, shared if it overlaps one of TRUTH on both sides; one
that sums up, if half of both sides does.

Fits by logistic regression (ridge 0.001), and prints the weights with the
constant that they must reach at even odds,
  is_beyond_chance: ln(1 + different words), min(similarity, 0.6);
  is_summary: similarity, ln(words summed up).
This is a check of the shipped rules, not their source: their weights were
fitted to all stretches looked at, with the program's own counts, and their
constants then moved to where PlagDet over all pairs was best. Here words are
runs of letters and digits without the most frequent 200 of REPORTS, and what
other passages explain of a summary is not known, so the weights come out
smaller, with the same signs and much the same ratios in the first rule. Needs
numpy.
"""
import collections
import json
import re
import sys

import numpy as np

RIDGE = 1e-3
MUCH_THE_SAME = 0.6
FREQUENT = 200
WORD = re.compile(r"\w+")


def fit(rows, names, title):
    data = np.array(rows, dtype=float)
    if not len(data) or len(set(data[:, 0])) < 2:
        print(f"{title}: needs examples of both kinds, has {len(data)}")
        return
    y, x = data[:, 0], np.column_stack([data[:, 1:], np.ones(len(data))])
    w = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w += np.linalg.solve(hessian, x.T @ (y - p) - RIDGE * w)
    said = x @ w >= 0
    weights = ", ".join(f"{n} {v:.2f}" for n, v in zip(names, w))
    print(f"{title}: {weights}, at least {-w[-1]:.2f}; of {int(y.sum())} "
          f"shared {int((~said & (y == 1)).sum())} missed, of "
          f"{int((y == 0).sum())} others {int((said & (y == 0)).sum())} taken")


def overlaps(case, a, b, least):
    """True if more than this share of both sides lies in the case."""
    return all(min(end, at["end"]) - max(begin, at["begin"])
               > least * (at["end"] - at["begin"])
               for begin, end, at in ((*case[:2], a), (*case[2:], b)))


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    cases = collections.defaultdict(list)
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            a, i, j, b, k, m, _ = line.rstrip("\n").split("\t")
            cases[a, b].append((int(i), int(j), int(k), int(m)))
    with open(sys.argv[2], encoding="utf-8") as lines:
        labelled = {tuple(line.split("\t")[:2]) for line in lines}
    with open(sys.argv[3], encoding="utf-8") as lines:
        texts = {r["id"]: r["text"] for r in map(json.loads, lines)}
    spread = collections.Counter(
        w for t in texts.values() for w in set(WORD.findall(t.lower())))
    frequent = {w for w, _ in spread.most_common(FREQUENT)}

    def words(at):
        text = texts[at["id"]][at["begin"]:at["end"]].lower()
        return [w for w in WORD.findall(text) if w not in frequent]

    chance, summary = [], []
    with open(sys.argv[4], encoding="utf-8") as lines:
        for found in map(json.loads, lines):
            if "a" not in found:
                continue
            a, b = found["a"], found["b"]
            if (b["id"], a["id"]) in labelled:
                a, b = b, a
            pair = a["id"], b["id"]
            if pair not in labelled:
                continue
            sizes = sorted((a["end"] - a["begin"], b["end"] - b["begin"]))
            is_summary = sizes[1] > 2 * sizes[0]
            shared = any(overlaps(case, a, b, 0.5 if is_summary else 0)
                         for case in cases[pair])
            x, y = words(a), words(b)
            if is_summary:
                summary.append((shared, found["similarity"],
                                np.log(max(len(x), len(y), 1))))
            else:
                chance.append((shared, np.log(1 + len(set(x) & set(y))),
                               min(found["similarity"], MUCH_THE_SAME)))
    fit(chance, ("words", "similarity"), "is_beyond_chance")
    fit(summary, ("similarity", "words summed up"), "is_summary")


if __name__ == "__main__":
    main()
