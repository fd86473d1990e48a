#!/usr/bin/env python3
"""Learns when two wordings are of one utterance (src/quote/family_pairs.h).

  quote_family_features families REPORTS.jsonl | learn_quote_families.py families GOLD.jsonl > data/quote/families.tsv
  quote_family_features retellings REPORTS.jsonl | learn_quote_families.py retellings GOLD.jsonl > data/quote/retellings.tsv

GOLD has, a story a line, "reports": {id: {"sentences": [[b, e], ...]}} and
"quotes": [{"report", "sentence", "family"}, ...]. A pair of wordings that both
lie in sentences of "quotes" is an example; it is of one utterance if the
sentences share a family. For retellings a sentence that is not in "quotes"
retells nothing. Logistic regression with a ridge, so the weighted sum
is a log-odds. Only numbers leave the data. Prints to stderr, with leave one
story out, the F1 of pairs, the log-loss and how often pairs of a given
probability are right. Needs numpy.
"""
import collections
import json
import sys

import numpy as np

RIDGE = 1.5
MIN_SHARED = 0.5


def touching(spans, begin, end):
    return [n for n, (x, y) in enumerate(spans)
            if min(end, y) - max(begin, x) >= MIN_SHARED * min(end - begin, y - x) > 0]


def read_gold(path):
    stories = {}
    for line in open(path, encoding="utf-8"):
        story = json.loads(line)
        families = collections.defaultdict(set)
        for quote in story["quotes"]:
            families[quote["report"], quote["sentence"]].add(quote["family"])
        stories[story["story"]] = ({i: r["sentences"] for i, r in story["reports"].items()}, families)
    return stories


def read_examples(lines, gold, retellings):
    names = next(lines).rstrip("\n").split("\t")[7:]
    stories, labels, rows = [], [], []
    for line in lines:
        story, a, a0, a1, b, b0, b1, *features = line.rstrip("\n").split("\t")
        sentences, families = gold[story]
        of = lambda r, x, y: [families[r, n] for n in touching(sentences[r], int(x), int(y)) if (r, n) in families]
        left, right = of(a, a0, a1), of(b, b0, b1)
        if not right or not left and not retellings:
            continue
        stories.append(story)
        labels.append(float(bool(set().union(*left, set()) & set().union(*right))))
        rows.append([float(x) for x in features])
    return names, stories, np.array(labels), np.array(rows)


def fit(x, y):
    """Weights by Newton's method; the first feature is the bias, which the ridge spares."""
    w, ridge = np.zeros(x.shape[1]), np.full(x.shape[1], RIDGE)
    ridge[0] = 0.01
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - y) + ridge * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return w


def report(names, stories, y, x):
    odds = np.zeros(len(y))
    for story in sorted(set(stories)):
        out = np.array([s == story for s in stories])
        odds[out] = x[out] @ fit(x[~out], y[~out])
    p = 1 / (1 + np.exp(-odds))
    said = p >= 0.5
    tp, fp, fn = (said & (y > 0)).sum(), (said & (y == 0)).sum(), (~said & (y > 0)).sum()
    loss = -np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))
    print(f"{len(y)} pairs, {int(y.sum())} of one utterance; left out: F1 {2 * tp / (2 * tp + fp + fn):.3f} "
          f"(P {tp / max(1, tp + fp):.3f}, R {tp / max(1, tp + fn):.3f}), log-loss {loss:.3f}", file=sys.stderr)
    for low in np.arange(0, 1, 0.2):
        inside = (p >= low) & (p < low + 0.2 + 1e-9)
        if inside.any():
            print(f"  said {low:.1f}-{low + 0.2:.1f}: {inside.sum()} pairs, right {y[inside].mean():.2f}", file=sys.stderr)


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("families", "retellings"):
        sys.exit(__doc__)
    names, stories, y, x = read_examples(iter(sys.stdin), read_gold(sys.argv[2]), sys.argv[1] == "retellings")
    report(names, stories, y, x)
    for name, weight in zip(names, fit(x, y)):
        print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
