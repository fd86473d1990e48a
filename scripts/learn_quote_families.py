#!/usr/bin/env python3
"""Learns when two wordings are of one utterance (src/quote/family_pairs.h).

  learn_quote_families.py TOOL REPORTS.jsonl GOLD.jsonl data/quote [--try]

TOOL is build/release/src/quote/quote_family_features. Writes families.tsv and
retellings.tsv into the last directory. GOLD has, a story a line, "reports":
{id: {"sentences": [[b, e], ...]}} and "quotes": [{"report", "sentence", "form",
"family"}, ...]. A pair of wordings that both lie in sentences of "quotes" is an
example; it is of one utterance if the sentences share a family. For retellings
a sentence that is not in "quotes" retells nothing. Logistic regression with a
ridge, so the weighted sum is a log-odds. Only numbers leave the data.

Prints to stderr, with leave one story out, the F1 of pairs, the log-loss and
how often pairs of a given probability are right; then the F1 of pairs of
sentences in one family, the whole way, with weights that have not seen the
story: where both sentences are quoted directly, and where one is told
indirectly. --try prints that for other limits of the odds too. Needs numpy.
"""
import collections
import itertools
import json
import os
import subprocess
import sys
import tempfile

import numpy as np

RIDGE = 1.5
MIN_SHARED = 0.5
LIMITS = {"families": {"least_odds": -0.5, "least_average": -0.7, "nothing_shared": -1.5,
                       "same_report_quoted": -2.0, "same_report_apart": -1.0},
          "retellings": {"least_odds": -1.6}}
# What retellings have weights of their own for, beside the weighted sum of pairs.
OF_RETELLINGS = ("bias", "same_speaker", "told_by_verb")
RIDGE_OF_RETELLINGS = 1.0
PRIOR_OF_RETELLINGS = (-2.0, 0.0, 2.0)
UNUSED = ("any_order_of_shorter",)
KINDS = ("families", "retellings")


def touching(spans, begin, end):
    return [n for n, (x, y) in enumerate(spans)
            if min(end, y) - max(begin, x) >= MIN_SHARED * min(end - begin, y - x) > 0]


def read_gold(path):
    stories = {}
    for line in open(path, encoding="utf-8"):
        story = json.loads(line)
        families, direct = collections.defaultdict(set), set()
        for quote in story["quotes"]:
            families[quote["report"], quote["sentence"]].add(quote["family"])
            if quote["form"] != "indirect":
                direct.add((quote["report"], quote["sentence"]))
        stories[story["story"]] = ({i: r["sentences"] for i, r in story["reports"].items()}, families, direct)
    return stories


def read_examples(lines, gold, retellings):
    names = next(lines).rstrip("\n").split("\t")[7:]
    stories, labels, rows, groups = [], [], [], []
    for line in lines:
        story, a, a0, a1, b, b0, b1, *features = line.rstrip("\n").split("\t")
        sentences, families, _ = gold[story]
        of = lambda r, x, y: tuple((r, n) for n in touching(sentences[r], int(x), int(y)) if (r, n) in families)
        left, right = of(a, a0, a1), of(b, b0, b1)
        if not right or not left and not retellings or set(left) & set(right):
            continue
        mine, theirs = (set().union(*(families[s] for s in side)) for side in (left, right))
        stories.append(story)
        labels.append(float(bool(mine & theirs)))
        rows.append([float(x) for x in features])
        groups.append((story, left, right) if mine & theirs and mine | theirs != mine & theirs else len(groups))
    y, x = np.array(labels), np.array(rows)
    kept = surest(groups, x @ fit(x, y))
    return names, np.array(stories)[kept], y[kept], x[kept]


def surest(groups, odds):
    """Of each group, the row with the greatest odds: where a sentence holds several
    utterances, one of its parts is the shared one, nobody says which."""
    best = {}
    for n, group in enumerate(groups):
        if group not in best or odds[n] > odds[best[group]]:
            best[group] = n
    return np.array(sorted(best.values()))


def fit(x, y, strength=RIDGE):
    """Weights by Newton's method; the first feature is the bias, which the ridge spares."""
    w, ridge = np.zeros(x.shape[1]), np.full(x.shape[1], strength)
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


def learn(examples, left_out=None):
    """The weights of both kinds. Few sentences retell, so they take those of pairs as a whole."""
    names, stories, y, x = examples["families"]
    used = np.array([n not in UNUSED for n in names])
    kept = stories != left_out
    pairs = np.zeros(len(names))
    pairs[used] = fit(x[kept][:, used], y[kept])
    names, stories, y, x = examples["retellings"]
    own = [names.index(name) for name in OF_RETELLINGS]
    kept = stories != left_out
    *weights, share = fit(np.column_stack([x[:, own], x @ pairs])[kept], y[kept], RIDGE_OF_RETELLINGS)
    retellings = share * pairs
    retellings[own] += weights
    retellings[own] += PRIOR_OF_RETELLINGS
    return {"families": pairs, "retellings": retellings}


def report(kind, names, stories, y, x, left_out):
    odds = np.zeros(len(y))
    for story in sorted(set(stories)):
        out = stories == story
        odds[out] = x[out] @ left_out[story][kind]
    p = 1 / (1 + np.exp(-odds))
    said = p >= 0.5
    tp, fp, fn = (said & (y > 0)).sum(), (said & (y == 0)).sum(), (~said & (y > 0)).sum()
    loss = -np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))
    print(f"{kind}: {len(y)} pairs, {int(y.sum())} of one utterance; left out: F1 {2 * tp / (2 * tp + fp + fn):.3f} "
          f"(P {tp / max(1, tp + fp):.3f}, R {tp / max(1, tp + fn):.3f}), log-loss {loss:.3f}", file=sys.stderr)
    for low in np.arange(0, 1, 0.2):
        inside = (p >= low) & (p < low + 0.2 + 1e-9)
        if inside.any():
            print(f"  said {low:.1f}-{low + 0.2:.1f}: {inside.sum()} pairs, right {y[inside].mean():.2f}", file=sys.stderr)


def write_table(path, names, weights, limits):
    with open(path, "w", encoding="utf-8") as out:
        for name, weight in list(zip(names, weights)) + list(limits.items()):
            out.write(f"{name}\t{weight:.3f}\n")


class Told:
    """The whole way, with weights that have not seen the story (or with all, for comparison)."""

    def __init__(self, tool, reports, gold, examples):
        self.tool, self.reports, self.gold = tool, reports, gold
        self.names = {kind: examples[kind][0] for kind in KINDS}
        self.weights = {story: learn(examples, story) for story in [*gold, None]}

    def counts(self, limits, seen=False):
        counts = {"direct": [0, 0, 0], "indirect": [0, 0, 0]}
        with tempfile.TemporaryDirectory() as place:
            for story in self.gold:
                paths = [os.path.join(place, kind) for kind in KINDS]
                for kind, path in zip(KINDS, paths):
                    write_table(path, self.names[kind], self.weights[None if seen else story][kind], limits[kind])
                told = subprocess.run([self.tool, "told", self.reports, *paths], check=True, capture_output=True, text=True)
                self.add(story, told.stdout.splitlines(), counts)
        return counts

    def add(self, story, lines, counts):
        sentences, families, direct = self.gold[story]
        found = collections.defaultdict(list)
        for line in lines:
            of, name, _, content, _, family = line.split("\t")
            if of == story:
                places = [int(p) for p in content.split()]
                found[name].append((list(zip(places[::2], places[1::2])), family))
        told = {}
        for name, n in families:
            begin, end = sentences[name][n]
            told[name, n] = {family for spans, family in found[name]
                             if sum(max(0, min(end, y) - max(begin, x)) for x, y in spans)
                             >= MIN_SHARED * min(end - begin, sum(y - x for x, y in spans))}
        for one, other in itertools.combinations(sorted(families), 2):
            if one[0] == other[0]:
                continue
            count = counts["direct" if one in direct and other in direct else "indirect"]
            said, is_one = bool(told[one] & told[other]), bool(families[one] & families[other])
            count[0] += said and is_one
            count[1] += said and not is_one
            count[2] += is_one and not said


def f1(count):
    return 2 * count[0] / max(1, 2 * count[0] + count[1] + count[2])


def show(what, counts):
    print(f"{what}: direct F1 {f1(counts['direct']):.3f} {counts['direct']}, "
          f"with indirect {f1(counts['indirect']):.3f} {counts['indirect']}", file=sys.stderr)


def main():
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    tool, reports, gold_path, to = sys.argv[1:5]
    gold, examples = read_gold(gold_path), {}
    for kind in KINDS:
        printed = subprocess.run([tool, kind, reports], check=True, capture_output=True, text=True)
        examples[kind] = read_examples(iter(printed.stdout.splitlines()), gold, kind == "retellings")
    told = Told(tool, reports, gold, examples)
    for kind in KINDS:
        report(kind, *examples[kind], told.weights)
        write_table(os.path.join(to, kind + ".tsv"), examples[kind][0], told.weights[None][kind], LIMITS[kind])
    show("the whole way, left out", told.counts(LIMITS))
    show("the whole way, seen", told.counts(LIMITS, seen=True))
    if sys.argv[5:] != ["--try"]:
        return
    for odds, average, nothing, apart, retelling in itertools.product(
            (-0.5, 0), (-1, -0.7, -0.5), (-2, -1.5, -1), (0, -1, -1.5), (-0.8, 0)):
        limits = {"families": {"least_odds": odds, "least_average": average, "nothing_shared": nothing,
                               "same_report_apart": apart},
                  "retellings": {"least_odds": -1.6}}
        show(f"odds {odds}, average {average}, nothing shared {nothing}, apart {apart}, retelling {retelling}",
             told.counts(limits))


if __name__ == "__main__":
    main()
