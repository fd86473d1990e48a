#!/usr/bin/env python3
"""Compares the counts of `stemma stories` with what is known.

  count_errors.py STORIES.jsonl TRUTH.tsv
  count_errors.py STORIES.jsonl GOLD.jsonl

TRUTH is that of corpus_gen: id, story, telling, ... a line; the tellings of a
story as found are those of its reports. GOLD is as in
scripts/learn_origin_weights.py; its stories are given (--group-by). Printed for
stories by their size: how many, how many likely counts are right, how many
ranges meet the truth, their mean width, and the mean of likely less true.
"""
import collections
import json
import sys

SIZES = ((2, 4), (5, 9), (10, 19), (20, 64), (65, 10**9))


def truths(path):
    """From a story to the least and greatest right count, by what is counted."""
    with open(path, encoding="utf-8") as lines:
        if not path.endswith(".tsv"):
            gold = {e["event"]: e for e in map(json.loads, lines)}
            return lambda story: {
                name: (gold[story["story"]][key][0], gold[story["story"]][key][-1])
                for name, key in (("tellings", "n_text"), ("sources", "n_info"))}
        telling = {row[0]: row[2] for row in (line.split("\t") for line in lines)}

    def count(story):
        true = len({telling[report] for report in story["reports"]})
        return {"tellings": (true, true)}
    return count


def main():
    truth_of = truths(sys.argv[2])
    figures = collections.defaultdict(collections.Counter)
    with open(sys.argv[1], encoding="utf-8") as lines:
        for story in map(json.loads, lines):
            reports = len(story["reports"])
            if reports < 2:
                continue
            size = next(s for s in SIZES if s[0] <= reports <= s[1])
            for name, (least, most) in truth_of(story).items():
                count = story["count"][name]
                for key in ((name, size), (name, (2, 10**9))):
                    f = figures[key]
                    f["stories"] += 1
                    f["right"] += least <= count["likely"] <= most
                    f["meets"] += count["low"] <= most and least <= count["high"]
                    f["width"] += count["high"] - count["low"]
                    f["bias"] += count["likely"] - min(max(count["likely"], least), most)
                    f["true"] += most
    print("counted   reports     stories  right  meets  width   bias  true")
    for (name, (least, most)), f in sorted(figures.items()):
        n = f["stories"]
        size = f"{least}-{most}" if most < 10**9 else f"{least}-"
        print(f"{name:9} {size:10} {n:8} {f['right'] / n:6.3f} {f['meets'] / n:6.3f} "
              f"{f['width'] / n:6.2f} {f['bias'] / n:+6.2f} {f['true'] / n:6.2f}")


if __name__ == "__main__":
    main()
