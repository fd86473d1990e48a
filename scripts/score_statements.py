#!/usr/bin/env python3
"""Scores how well the features of a link tell sentence pairs that say the same from others.

  score_statements.py build/release/bench/statement_features msrp.train.jsonl

Each line of the second file has "a", "b" and "same" (Microsoft Research
Paraphrase Corpus). Prints accuracy and F1 of "same" by 5-fold cross-validation
(pair n is in fold n mod 5) of a logistic regression, for the features of
src/collate/pair_features.h alone, with shares of equal runs of words and with
what does not match, with measures of machine translation
(translation_scores.py), and with what the words themselves say: as in Ji and
Eisenstein 2013, a word may matter where it stands in both sentences or in one
only. These odds are learned in the fold's training part, for each fifth of it
from the other four fifths. Needs numpy.
"""
import collections
import json
import math
import sys

import numpy as np

import statement_words
import translation_scores
from translation_scores import runs

FOLDS = 5
RIDGE = 3.0  # on features of deviation 1
NEGATIONS = {"not", "no", "never", "without", "nor"}


def shares(shared, size_a, size_b):
    both = shared / max(1, size_a), shared / max(1, size_b)
    return [min(both), max(both)]


def run_shares(a, b, length):
    x, y = runs(a, length), runs(b, length)
    return shares(sum((x & y).values()), sum(x.values()), sum(y.values()))


def longest_common_subsequence(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        diagonal = 0
        for j, y in enumerate(b):
            above = row[j + 1]
            row[j + 1] = diagonal + 1 if x == y else max(above, row[j])
            diagonal = above
    return row[-1]


def wording(a, b):
    """Shares of equal runs of words, stems and letters."""
    found = []
    for x, y in (([w.fold for w in a], [w.fold for w in b]), ([w.key for w in a], [w.key for w in b])):
        for length in (1, 2, 3, 4):
            found += run_shares(x, y, length)
        found += shares(longest_common_subsequence(x, y), len(x), len(y))
    x, y = (" ".join(w.text.lower() for w in words) for words in (a, b))
    return found + run_shares(x, y, 3) + run_shares(x, y, 5)


def remainder(words, other):
    """What of a sentence does not match: weight in all, in a row and at most, numbers, names."""
    matches = [max((statement_words.match(w, v) for v in other), default=0) for w in words]
    open_weights = [(1 - m) * w.weight for w, m in zip(words, matches)]
    row = longest = 0
    for weight in open_weights:
        row = row + weight if weight > 0.3 else 0
        longest = max(longest, row)
    unmatched = [w for w, m in zip(words, matches) if m == 0]
    return [sum(open_weights), longest, max(open_weights, default=0),
            sum(w.text[0].isdigit() for w in unmatched),
            sum(w.text[0].isupper() and w.weight > 0 for w in unmatched),
            matches.count(1) / max(1, len(matches)),
            sum(w.weight > 0 and m == 1 for w, m in zip(words, matches))]


def denies(words):
    return any(w.text.lower() in NEGATIONS or w.text.lower().endswith("n't") for w in words)


def leftovers(a, b):
    found = []
    for x, y in zip(remainder(a, b), remainder(b, a)):
        found += [min(x, y), max(x, y)]
    sizes = len(a), len(b)
    return found + [(max(sizes) - min(sizes)) / max(1, *sizes), math.log1p(min(sizes)),
                    float(denies(a) != denies(b)),
                    float(bool({w.key for w in a[:3]} & {w.key for w in b[:3]}))]


def vocabulary(a, b):
    """Stems and pairs of stems in both sentences, and in one only."""
    x, y = (set(runs([w.key for w in s], 1)) | set(runs([w.key for w in s], 2)) for s in (a, b))
    return sorted(x & y), sorted(x ^ y)


class WordOdds:
    """What words in both sentences or in one only say, counted on some pairs."""

    def __init__(self, pairs, same):
        self.counts = {(part, y): collections.Counter() for part in (0, 1) for y in (False, True)}
        for pair, y in zip(pairs, same):
            for part in (0, 1):
                self.counts[part, y].update(pair[part])
        self.share = sum(same) / len(same)

    def features(self, pair):
        found = []
        for part in (0, 1):
            yes, no = self.counts[part, True], self.counts[part, False]
            odds = sum(math.log((yes[k] + 2 * self.share) / (no[k] + 2 * (1 - self.share)) *
                                (1 - self.share) / self.share) for k in pair[part] if k in yes or k in no)
            found += [odds, odds / math.sqrt(1 + len(pair[part]))]
        kept = lambda k, y: (self.counts[0, y][k] + 0.8) / (self.counts[0, y][k] + self.counts[1, y][k] + 1.2)
        found.append(sum(math.log(kept(k, True) / kept(k, False)) for k in pair[0]) +
                     sum(math.log((1 - kept(k, True)) / (1 - kept(k, False))) for k in pair[1]))
        return found


class LogisticRegression:
    """Newton's method; features are brought to mean 0 and deviation 1."""

    def __init__(self, rows, y):
        rows, y = np.array(rows), np.array(y)
        self.means = rows.mean(axis=0)
        deviations = rows.std(axis=0)
        self.scales = np.where(deviations > 1e-9, deviations, np.inf)
        x = self.scaled(rows)
        ridge = np.full(x.shape[1], RIDGE)
        ridge[0] = 1e-6
        self.weights = np.zeros(x.shape[1])
        for _ in range(25):
            p = 1 / (1 + np.exp(-x @ self.weights))
            slope = x.T @ (p - y) + ridge * self.weights
            step = np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(ridge), slope)
            self.weights -= step
            if np.abs(step).max() < 1e-4:
                break

    def scaled(self, rows):
        return np.hstack([np.ones((len(rows), 1)), (rows - self.means) / self.scales])

    def judge(self, row):
        return 1 / (1 + np.exp(-(self.scaled(np.array([row])) @ self.weights)[0]))


def add_word_odds(rows, pairs, same, train, test):
    """Rows of train and test with what the words say; no pair is judged by its own counts."""
    longer = {}
    parts = [(test, train)] + [(train[n::FOLDS], [i for m, i in enumerate(train) if m % FOLDS != n])
                               for n in range(FOLDS)]
    for judged, counted in parts:
        odds = WordOdds([pairs[i] for i in counted], [same[i] for i in counted])
        longer.update((i, rows[i] + odds.features(pairs[i])) for i in judged)
    return longer


def cross_validate(rows, same, pairs=None):
    """Accuracy and F1; with pairs (of vocabulary) the words count too."""
    found = [False] * len(rows)
    for fold in range(FOLDS):
        test = list(range(fold, len(rows), FOLDS))
        train = [i for i in range(len(rows)) if i % FOLDS != fold]
        full = add_word_odds(rows, pairs, same, train, test) if pairs else rows
        model = LogisticRegression([full[i] for i in train], [float(same[i]) for i in train])
        for i in test:
            found[i] = model.judge(full[i]) > 0.5
    hits = sum(f and s for f, s in zip(found, same))
    return sum(f == s for f, s in zip(found, same)) / len(same), 2 * hits / max(1, sum(found) + sum(same))


def main() -> int:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    same = [pair["same"] for pair in gold]
    compared = statement_words.compare(sys.argv[1], [(pair["a"], pair["b"]) for pair in gold])
    link = [features for features, _, _ in compared]
    rows = [f + wording(a, b) + leftovers(a, b) for f, a, b in compared]
    scored = [row + translation_scores.scores(a, b) for row, (_, a, b) in zip(rows, compared)]
    pairs = [vocabulary(a, b) for _, a, b in compared]
    print("%d pairs, %.3f the same" % (len(same), sum(same) / len(same)))
    for name, result in (("features of a link", cross_validate(link, same)),
                         ("and wording", cross_validate(rows, same)),
                         ("and translation", cross_validate(scored, same)),
                         ("and words", cross_validate(scored, same, pairs))):
        print("%-20s accuracy %.4f, F1 %.4f" % (name, *result), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
