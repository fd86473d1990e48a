#!/usr/bin/env python3
"""Scores the alignment of the given chunks of two headlines by their words.

  score_chunks.py build/release/bench/statement_features FOLDER

FOLDER holds STSint.input.headlines.wa and .sent1.chunk.txt, .sent2.chunk.txt
(SemEval-2016, interpretable similarity). Prints precision, recall and F1 of
the alignment, types and scores set aside: of plain rules, which learn nothing,
and of a regression (chunk_pairs.py) that is learned on four fifths of the
headlines and judges the last one. Needs numpy.
"""
import bisect
import collections
import os
import pathlib
import re
import sys

import statement_words
from statement_words import EVERY_WORD

MARKS = set(".,:'`?;\"-")
LEAST = 0.2          # similarity of two chunks that are aligned
LEAST_MERGED = 0.25  # of a further chunk that joins an aligned one
NUMBERS = 0.4        # match of two numbers of other value: headlines count the same thing at other times
FOLDS = 5
STARTS = 4           # letters that begin two forms of one word; all of a shorter one, from 3 on

# Links of a sentence pair are pairs of tokens, {(i, j)}, counted from 1.


def token_pairs(a, b, tokens_a, tokens_b):
    """All pairs of tokens of two aligned chunks, without single marks."""
    return {(i, j) for i in a for j in b
            if tokens_a[i - 1] not in MARKS and tokens_b[j - 1] not in MARKS}


def weights(links):
    """Melamed 1998, equation 4: a link counts 1 / the larger number of links that either token has."""
    left = collections.Counter(i for i, _ in links)
    right = collections.Counter(j for _, j in links)
    return {(i, j): 1 / max(left[i], right[j]) for i, j in links}


def alignment_f1(gold, found):
    """Precision, recall and F1 over all sentence pairs at once; either side's overlap has its own weights."""
    def share(these, those):
        pairs = [(weights(x), y) for x, y in zip(these, those)]
        total = sum(sum(w.values()) for w, _ in pairs)
        return sum(v for w, y in pairs for k, v in w.items() if k in y) / total if total else 0.0
    precision, recall = share(found, gold), share(gold, found)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def read_chunks(path):
    """Per line its chunks, each a list of tokens."""
    with open(path, encoding="utf-8") as lines:
        return [[chunk.split() for chunk in re.findall(r"\[ (.*?) \](?=\s|$)", line)] for line in lines]


def read_gold(path):
    """Per sentence pair the alignments of token numbers."""
    alignments = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("<sentence "):
                alignments.append([])
            elif "<==>" in line:
                a, b = ([int(n) for n in side.split()] for side in line.split(" // ")[0].split("<==>"))
                if a[0] and b[0]:
                    alignments[-1].append((a, b))
    return alignments


def words_of_chunks(chunks, words):
    """Per chunk the words that begin in it."""
    begins, at = [], 0
    for chunk in chunks:
        begins.append(at)
        at += len(" ".join(chunk).encode()) + 1
    found = [[] for _ in chunks]
    for word in words:
        found[bisect.bisect_right(begins, word.begin) - 1].append(word)
    return found


def match(a, b):
    """As the program matches words; also short words that begin alike, and numbers."""
    value = statement_words.match(a, b)
    if value:
        return value
    x, y = (w.text.lower().replace(".", "") for w in (a, b))
    if x == y:
        return 1.0
    start = len(os.path.commonprefix([x, y]))
    if start >= STARTS or start >= max(3, min(len(x), len(y))):
        return statement_words.NEAR
    return NUMBERS if x[:1].isdigit() and y[:1].isdigit() else 0.0


def matched_share(words, others):
    """Share of the weight of some words that others match, 0..1."""
    total = sum(w.weight + EVERY_WORD for w in words)
    matched = sum((w.weight + EVERY_WORD) * max((match(w, o) for o in others), default=0) for w in words)
    return matched / total if total else 0.0


def similarity(a, b):
    """Share of the weight of two chunks that matches, 0..1."""
    total = matched = 0
    for x, y in ((a, b), (b, a)):
        for word in x:
            weight = word.weight + EVERY_WORD
            total += weight
            matched += weight * max((match(word, other) for other in y), default=0)
    return matched / total if total else 0.0


class Aligner:
    """Aligns chunks, best first; then what is left joins an aligned pair or fills a gap between two."""

    def __init__(self, a, b):
        self.a, self.b = a, b
        self.groups = []  # [chunks of a, chunks of b]
        self.of = ({}, {})  # chunk -> group

    def add(self, i, j):
        group = [[i], [j]]
        self.groups.append(group)
        self.of[0][i] = self.of[1][j] = group

    def align(self):
        pairs = [(similarity(x, y), -abs(i / len(self.a) - j / len(self.b)), i, j)
                 for i, x in enumerate(self.a) for j, y in enumerate(self.b)]
        for value, _, i, j in sorted(pairs, reverse=True):
            if value >= LEAST and i not in self.of[0] and j not in self.of[1]:
                self.add(i, j)
        self.merge()
        self.fill()
        return self.groups

    def merge(self):
        """A chunk left over joins the pair that gains most by it."""
        for side, chunks in enumerate((self.a, self.b)):
            for n, chunk in enumerate(chunks):
                if n in self.of[side] or not chunk:
                    continue
                best, home = 0, None
                for group in self.groups:
                    other = [w for m in group[1 - side] for w in (self.b, self.a)[side][m]]
                    share = matched_share(chunk, other)
                    if share > max(best, LEAST_MERGED):
                        best, home = share, group
                if home:
                    home[side].append(n)
                    self.of[side][n] = home

    def fill(self):
        """Two chunks left over that stand between aligned neighbours are aligned."""
        left = [[n for n, chunk in enumerate(chunks) if chunk] for chunks in (self.a, self.b)]
        for p, i in enumerate(left[0]):
            for q, j in enumerate(left[1]):
                if i in self.of[0] or j in self.of[1]:
                    continue
                if self.together(left, p - 1, q - 1) and self.together(left, p + 1, q + 1):
                    self.add(i, j)

    def together(self, left, p, q):
        """Whether two chunks are aligned, or both lie outside."""
        ends = [n < 0 or n >= len(side) for n, side in zip((p, q), left)]
        if any(ends):
            return all(ends)
        group = self.of[0].get(left[0][p])
        return group is not None and group is self.of[1].get(left[1][q])


def token_numbers(chunks):
    numbers, at = [], 1
    for chunk in chunks:
        numbers.append(range(at, at + len(chunk)))
        at += len(chunk)
    return numbers


class Example:
    """A pair of headlines with both ways to align its chunks."""

    def __init__(self, chunks, words, gold):
        a, b = (words_of_chunks(c, w) for c, w in zip(chunks, words))
        groups = Aligner(a, b).align()
        self.plain = {(i, j) for left, right in groups for i in left for j in right}
        self.read = tuple(list(zip(*side)) for side in zip(chunks, (a, b)))  # tokens and words of each chunk
        numbers = [token_numbers(side) for side in chunks]
        tokens = [sum(side, []) for side in chunks]
        self.gold = set().union(*(token_pairs(x, y, *tokens) for x, y in gold))
        self.links = {(i, j): token_pairs(numbers[0][i], numbers[1][j], *tokens)
                      for i in range(len(a)) for j in range(len(b))}

    def labels(self, pairs):
        """Whether most of the tokens of each pair of chunks are aligned."""
        links = [self.links[pair] for pair in pairs]
        return [float(2 * len(link & self.gold) > len(link)) for link in links]

    def found(self, pairs):
        return set().union(*(self.links[pair] for pair in pairs))


def learned_pairs(examples):
    """Per example the pairs of chunks that a regression learned on the other folds aligns."""
    import chunk_pairs  # needs numpy, which nothing else here does
    headlines = [chunk_pairs.Headlines(*([chunk_pairs.read_chunk(c, w, MARKS) for c, w in side] for side in e.read),
                                       matched_share, e.plain) for e in examples]
    probabilities = chunk_pairs.cross_validated(
        headlines, [e.labels(h.pairs) for e, h in zip(examples, headlines)], [n % FOLDS for n in range(len(examples))])
    return [[pair for pair, p in zip(h.pairs, found) if p >= chunk_pairs.THRESHOLD]
            for h, found in zip(headlines, probabilities)]


def main() -> int:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    stem = str(pathlib.Path(sys.argv[2]) / "STSint.input.headlines")
    sides = [read_chunks(f"{stem}.sent{n}.chunk.txt") for n in (1, 2)]
    texts = [[" ".join(sum(chunks, [])) for chunks in side] for side in sides]
    compared = statement_words.compare(sys.argv[1], list(zip(*texts)))
    examples = [Example((a, b), words, gold)
                for a, b, (_, *words), gold in zip(*sides, compared, read_gold(f"{stem}.wa"), strict=True)]
    learned = learned_pairs(examples)
    gold = [e.gold for e in examples]
    for name, pairs in (("plain rules", [e.plain for e in examples]), (f"learned, {FOLDS} folds", learned)):
        found = [e.found(p) for e, p in zip(examples, pairs)]
        print("%d pairs, %s: precision %.4f, recall %.4f, F1 %.4f" % (len(gold), name, *alignment_f1(gold, found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
