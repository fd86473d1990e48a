#!/usr/bin/env python3
"""Measures `stemma stories` on made-up corpora of several sizes.

  stories_table.py STEMMA CORPUS_GEN [--sizes 10000,100000] [--keep DIR]
                   [--with-counts] [--threads N]

Prints a table: pairwise and BCubed F1 against the truth of the generator, how
many stories mix more than two true stories by over 2 % of their reports, CPU
time a report, time and peak memory of the process. The corpora are written to
DIR (default: a temporary directory) and used again where they are there.
"""
import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

MIXED_SHARE = 0.02


def make_corpus(generator, folder, size):
    reports, truth = folder / f"{size}.jsonl", folder / f"{size}.tsv"
    if not truth.exists():
        subprocess.run([generator, "--reports", str(size), "--seed", "1",
                        "--out", reports, "--truth", truth], check=True)
    return reports, truth


def run(command, out):
    """Wall and CPU seconds and peak megabytes of one process."""
    begin = time.time()
    with open(out, "wb") as to:
        process = subprocess.Popen(command, stdout=to)
        _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"stories_table: {' '.join(map(str, command))} failed")
    return (time.time() - begin, used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024)


def read_truth(path):
    with open(path, encoding="utf-8") as lines:
        return {i: s for i, s, *_ in (line.split("\t") for line in lines)}


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall)


def score(truth, found):
    true_sizes = collections.Counter(truth.values())
    same = own = bcubed_p = bcubed_r = 0
    mixed, stories, worst = 0, 0, 0.0
    for line in found:
        parts = collections.Counter(truth[i] for i in json.loads(line)["reports"])
        size = sum(parts.values())
        stories += 1
        own += size * (size - 1) // 2
        for story, count in parts.items():
            same += count * (count - 1) // 2
            bcubed_p += count * count / size
            bcubed_r += count * count / true_sizes[story]
        beyond = sum(sorted(parts.values())[:-2]) / size
        mixed += beyond > MIXED_SHARE
        worst = max(worst, beyond)
    wanted = sum(n * (n - 1) // 2 for n in true_sizes.values())
    return {"pairwise": f1(same / own, same / wanted),
            "bcubed": f1(bcubed_p / len(truth), bcubed_r / len(truth)),
            "stories": stories, "true": len(true_sizes), "mixed": mixed,
            "worst": worst}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stemma")
    parser.add_argument("generator")
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--with-counts", action="store_true")
    parser.add_argument("--threads", default="0")
    options = parser.parse_args()
    folder = options.keep or pathlib.Path(tempfile.mkdtemp())
    print("| reports | stories (true) | pairwise F1 | BCubed F1 | mixed | "
          "worst | us CPU a report | seconds | MB |")
    print("| --- " * 9 + "|")
    for size in map(int, options.sizes.split(",")):
        reports, truth = make_corpus(options.generator, folder, size)
        command = [options.stemma, "stories", "--format", "jsonl", "--threads",
                   options.threads, reports]
        if not options.with_counts:
            command.append("--no-counts")
        out = folder / f"{size}.stories.jsonl"
        wall, cpu, memory = run(command, out)
        with open(out, encoding="utf-8") as found:
            s = score(read_truth(truth), found)
        print(f"| {size} | {s['stories']} ({s['true']}) | {s['pairwise']:.4f} "
              f"| {s['bcubed']:.4f} | {s['mixed']} | {s['worst']:.3f} | "
              f"{1e6 * cpu / size:.0f} | {wall:.1f} | {memory:.0f} |",
              flush=True)


if __name__ == "__main__":
    main()
