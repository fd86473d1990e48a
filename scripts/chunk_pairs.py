"""Which chunks of two headlines are aligned: a logistic regression on what a pair of chunks has in common.

A pair is judged twice: by itself, then beside the first probabilities of the
other pairs of its two headlines (stacking), as links between sentences are in
src/collate/agreement.cc. Needs numpy.
"""
import collections
import math

import numpy as np

from statement_words import EVERY_WORD

RIDGE = 3.0
THRESHOLD = 0.5
PREPOSITIONS = set("about after against amid as at before between by down during for from in into near of off on out "
                   "over since to under up with".split())


def read_chunk(tokens, words, marks):
    """What is looked at of a chunk; None for one of marks alone."""
    lower = [t.lower() for t in tokens if t not in marks]
    if not lower:
        return None
    return {"tokens": lower, "words": words, "first": lower[0], "preposition": lower[0] in PREPOSITIONS,
            "number": any(t[:1].isdigit() for t in lower), "capital": any(t[:1].isupper() for t in tokens),
            "verb": (not any(t[:1].isupper() for t in tokens)
                     and any(t.endswith(("s", "ed", "ing")) for t in lower)),
            "weight": sum(w.weight + EVERY_WORD for w in words)}


def letters(chunk):
    text = " ".join(chunk["tokens"])
    return collections.Counter(text[i:i + 3] for i in range(len(text) - 2))


def letter_overlap(a, b):
    x, y = letters(a), letters(b)
    both = sum(x.values()) + sum(y.values())
    return 2 * sum((x & y).values()) / both if both else 0.0


class Headlines:
    """Two headlines: their chunks, the pairs of chunks and the features of each."""

    def __init__(self, a, b, share, aligned):
        """a, b: chunks or None; share(x, y): part of words x that y has; aligned: pairs a plain aligner gives."""
        self.left = [i for i, chunk in enumerate(a) if chunk]
        self.right = [j for j, chunk in enumerate(b) if chunk]
        # The chunks without capitals, verbs for the most part, in order.
        self.plain = [[n for n in side if not chunks[n]["capital"]]
                      for side, chunks in ((self.left, a), (self.right, b))]
        self.pairs = [(i, j) for i in self.left for j in self.right]
        cover = {}
        for i, j in self.pairs:
            x, y = share(a[i]["words"], b[j]["words"]), share(b[j]["words"], a[i]["words"])
            cover[i, j] = (x + y) / 2, max(x, y), min(x, y)
        self.alike = {pair: c[0] for pair, c in cover.items()}
        best = [max((self.alike[i, j] for j in self.right), default=0) for i in self.left]
        self.mean = sum(best) / max(1, len(best))
        used = {i for i, _ in aligned}, {j for _, j in aligned}
        free = [len(set(side) - taken) for side, taken in zip((self.left, self.right), used)]
        rows = [self.row(a[i], b[j], i, j, cover[i, j], (i, j) in aligned, i in used[0], j in used[1], free)
                for i, j in self.pairs]
        self.features = np.array(rows, dtype=float).reshape(len(rows), -1)

    def row(self, x, y, i, j, cover, is_aligned, used_x, used_y, free):
        p, q = self.left.index(i), self.right.index(j)
        rivals = (max((self.alike[i, n] for n in self.right if n != j), default=0),
                  max((self.alike[n, j] for n in self.left if n != i), default=0))
        before, behind = self.beside(self.alike, p, q)
        lengths = [math.log(len(c["tokens"])) for c in (x, y)]
        both = lambda key: (x[key] and y[key], x[key] != y[key])
        last = len(self.left) - 1, len(self.right) - 1
        one_rank = (i in self.plain[0] and j in self.plain[1]
                    and self.plain[0].index(i) == self.plain[1].index(j))
        left_over = not used_x and not used_y
        return [1, *cover, letter_overlap(x, y), *rivals, cover[0] - max(rivals), is_aligned, used_x, used_y, left_over,
                left_over and free == [1, 1], before, behind, before * behind, p == q == 0, (p, q) == last, p == q,
                last[0] - p == last[1] - q, abs(p / max(1, last[0]) - q / max(1, last[1])), last[0] == last[1],
                x["first"] == y["first"], *both("preposition"), *both("number"), *both("capital"),
                x["verb"] and y["verb"], not x["capital"] and not y["capital"], *lengths, abs(lengths[0] - lengths[1]),
                min(x["weight"], y["weight"]), max(x["weight"], y["weight"]), self.mean,
                one_rank, one_rank and len(self.plain[0]) == len(self.plain[1])]

    def beside(self, value, p, q):
        """The values of the pairs before and behind; 1 where both headlines begin or end."""
        found = []
        for step in (-1, 1):
            x, y = p + step, q + step
            inside = 0 <= x < len(self.left), 0 <= y < len(self.right)
            found.append(value[self.left[x], self.right[y]] if all(inside) else float(not any(inside)))
        return found

    def context(self, probability):
        """What the first probabilities of the other pairs say of each pair."""
        value = dict(zip(self.pairs, probability))
        unmatched = sum(1 - max((value[i, j] for j in self.right), default=0) for i in self.left)
        unmatched_b = sum(1 - max((value[i, j] for i in self.left), default=0) for j in self.right)
        rows = []
        for (i, j), v in value.items():
            p, q = self.left.index(i), self.right.index(j)
            before, behind = self.beside(value, p, q)
            others = [value[i, n] for n in self.right if n != j], [value[n, j] for n in self.left if n != i]
            best = [max(o, default=0) for o in others]
            free = (1 - best[0]) * (1 - best[1])
            near = [max((value[self.left[x], self.right[y]] for x, y in places
                         if 0 <= x < len(self.left) and 0 <= y < len(self.right)), default=0)
                    for places in (((p - 1, q), (p + 1, q)), ((p, q - 1), (p, q + 1)))]
            rows.append([math.log((v + 1e-3) / (1 - v + 1e-3)), before, behind, before * behind, max(best), min(best),
                         sum(others[0]), sum(others[1]), *best, *near, v * free, free, free * before * behind,
                         unmatched, unmatched_b])
        return np.array(rows).reshape(len(rows), -1)


def fit(x, y):
    """Weights of a logistic regression; the ridge is on features of deviation 1."""
    scale = np.maximum(x.std(axis=0), 1e-6)
    scale[0] = 1
    z, w = x / scale, np.zeros(x.shape[1])
    ridge = RIDGE * np.eye(len(w))
    ridge[0, 0] = 1e-6
    for _ in range(25):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        step = np.linalg.solve((z.T * (p * (1 - p))) @ z + ridge, z.T @ (p - y) + ridge @ w)
        w -= step
        if np.abs(step).max() < 1e-4:
            break
    return w / scale


def judge(weights, rows):
    return 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))


def judged(training, tested, rows_of, labels):
    """Probabilities of the pairs of `tested` headlines, learned on `training`; rows_of(n): features."""
    weights = fit(np.vstack([rows_of(n) for n in training]), np.concatenate([labels[n] for n in training]))
    return {n: judge(weights, rows_of(n)) for n in tested}


def cross_validated(headlines, labels, folds):
    """Per headline pair the probability of each pair of chunks, learned on the other folds alone."""
    everything = [n for n, h in enumerate(headlines) if h.pairs]
    by_fold = [[n for n in everything if folds[n] == f] for f in sorted(set(folds))]
    but = lambda *without: [n for fold in by_fold if fold not in without for n in fold]
    own = lambda n: headlines[n].features
    found = [np.zeros(0)] * len(headlines)
    for tested in by_fold:
        # First probabilities of the training headlines, each from weights that have seen neither it nor `tested`.
        first = judged(but(tested), tested, own, labels)
        for fold in by_fold:
            if fold is not tested:
                first |= judged(but(tested, fold), fold, own, labels)
        rows = {n: np.hstack([headlines[n].features, headlines[n].context(p)]) for n, p in first.items()}
        for n, p in judged(but(tested), tested, rows.__getitem__, labels).items():
            found[n] = p
    return found
