#!/usr/bin/env python3
"""Makes data/background/en.tsv: how much a word of English news says.

  learn_background.py REPORTS.jsonl... > data/background/en.tsv

For each of the most frequent words that are mostly written in lower case:
the natural logarithm of (sentences / sentences that hold it), one decimal.
Words that are not in the table are rarer than all that are.
"""
import collections
import json
import math
import re
import sys

SIZE = 2500
SENTENCE_END = re.compile(r'(?<=[.!?"\u201d])\s+|\n+')
WORD = re.compile(r"[A-Za-z][A-Za-z'-]+")


def main() -> int:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    frequency, lower, count = collections.Counter(), collections.Counter(), 0
    for path in sys.argv[1:]:
        for line in open(path, encoding="utf-8"):
            report = json.loads(line)
            if report.get("lang", "en") != "en":
                continue
            text = report["text"].replace("\u2019", "'")
            for sentence in SENTENCE_END.split(text):
                count += 1
                words = {w.removesuffix("'s") for w in WORD.findall(sentence)}
                frequency.update({w.lower() for w in words})
                lower.update({w for w in words if w.islower()})
    common = [w for w, n in frequency.items() if lower[w] * 2 > n and n > 1]
    common.sort(key=lambda w: (-frequency[w], w))
    print("# word TAB ln(sentences / sentences that hold it), made by scripts/learn_background.py")
    for word in common[:SIZE]:
        print(f"{word}\t{math.log(count / frequency[word]):.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
