"""What measures of machine translation say of two sentences, after Madnani et al. 2012.

The measures are computed here in a plain form: BLEU with smoothed counts, the
word error rate, and tiles (Wise 1993), the longest equal runs first, from which
come shares as in METEOR (fewer runs are better) and TER (a run out of place is
one edit).
"""
import collections
import math

import statement_words


def runs(items, length):
    return collections.Counter(tuple(items[i:i + length]) for i in range(len(items) - length + 1))


def bleu(a, b):
    """Of runs up to 2 and up to 4 words; a is the candidate."""
    total, found = 0.0, []
    for length in (1, 2, 3, 4):
        x, y = runs(a, length), runs(b, length)
        total += math.log((sum((x & y).values()) + 0.5) / (sum(x.values()) + 1))
        if length in (2, 4):
            found.append(math.exp(total / length) * math.exp(min(0.0, 1 - len(b) / max(1, len(a)))))
    return found


def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above = row[j]
            row[j] = min(above + 1, row[j - 1] + 1, diagonal + (x != y))
            diagonal = above
    return row[-1]


def tiles(a, b):
    """How many equal runs cover what is equal, each word used once, and how many words they have."""
    free_a, free_b = [True] * len(a), [True] * len(b)
    count = words = 0
    while True:
        best = (0, 0, 0)
        for i in range(len(a)):
            for j in range(len(b)):
                size = 0
                while (i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]
                       and free_a[i + size] and free_b[j + size]):
                    size += 1
                if size > best[0]:
                    best = (size, i, j)
        size, i, j = best
        if size == 0:
            return count, words
        free_a[i:i + size] = free_b[j:j + size] = [False] * size
        count, words = count + 1, words + size


def tile_scores(a, b):
    count, words = tiles(a, b)
    fewer, more = sorted((len(a), len(b)))
    fragments = count / max(1, words)
    share = 2 * words / max(1, fewer + more)
    return [fragments, words / max(1, fewer), math.log1p(count), 1 - share,
            share * (1 - 0.5 * fragments ** 3), (more - words + count - 1) / max(1, more)]


def open_shares(a, b):
    """Share of the weight of either side that does not match, and how the weights differ."""
    shares, weights, left = [], [], []
    for x, y in ((a, b), (b, a)):
        weights.append(sum(w.weight for w in x))
        left.append(sum((1 - max((statement_words.match(w, v) for v in y), default=0)) * w.weight for w in x))
        shares.append(left[-1] / max(0.1, weights[-1]))
    return [min(shares), max(shares), left[0] * left[1], abs(weights[0] - weights[1])]


def edges(a, b):
    """Words without a match before the first and behind the last that has one."""
    found = []
    for x, y in ((a, b), (b, a)):
        matched = [any(statement_words.match(w, v) > 0 for v in y) for w in x]
        first = matched.index(True) if True in matched else len(x)
        last = matched[::-1].index(True) if True in matched else len(x)
        found.append((first, last))
    return [math.log1p(choose(side)) for side in zip(*found) for choose in (min, max)]


def numbers(a, b):
    x, y = ({w.text for w in side if w.text[0].isdigit()} for side in (a, b))
    return [float(x != y), float(bool(x) and x == y), float(bool(x - y) and bool(y - x))]


def scores(a, b):
    found = []
    for words in ([w.fold for w in a], [w.fold for w in b]), ([w.key for w in a], [w.key for w in b]):
        x, y = words
        found += bleu(x, y) + bleu(y, x)
        found.append(edit_distance(x, y) / max(1, len(x), len(y)))
        found += tile_scores(x, y)
    return found + open_shares(a, b) + edges(a, b) + numbers(a, b)
