#!/usr/bin/env python3
"""Measures `stemma stories --no-counts` on corpora that are odd on purpose.

  stories_odd.py STEMMA REPORTS.jsonl [--threads N]

Makes variants of a corpus (bench/gen/corpus_gen): every report of one story,
all undated, all of one day, some of a far future, reports of one word, forty
languages mixed. Prints stories found, CPU time a report, and peak memory.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

LANGUAGES = ("en de fr es it pt nl sv da no fi pl cs sk hu ro bg ru uk sr hr "
             "el tr ar fa he hi ur bn ta th vi id ms zh ja ko ka hy et").split()


def one_story(record, number, first):
    # The first report's words in an order of their own, so no two are equal.
    words = first["text"].split()
    at = number * 7919 % len(words)
    record["text"] = " ".join(words[at:] + words[:at])
    record["title"] = first["title"]
    record["published"] = first["published"]


def undated(record, number, first):
    del record["published"]


def one_day(record, number, first):
    record["published"] = "2030-01-01"


def future(record, number, first):
    if number % 50 == 0:
        record["published"] = "2999-12-31"


def one_word(record, number, first):
    record["text"] = record["text"].split()[0]
    record["title"] = ""


def languages(record, number, first):
    record["lang"] = LANGUAGES[number % len(LANGUAGES)]


def write_variant(change, reports, out):
    first = None
    with open(reports, encoding="utf-8") as lines, \
            open(out, "w", encoding="utf-8") as to:
        for number, line in enumerate(lines):
            record = json.loads(line)
            first = first or dict(record)
            change(record, number, first)
            to.write(json.dumps(record, ensure_ascii=False) + "\n")
    return number + 1


def measure(stemma, threads, path, out):
    with open(out, "wb") as to:
        process = subprocess.Popen(
            [stemma, "stories", "--no-counts", "--format", "jsonl",
             "--threads", threads, path], stdout=to)
        _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"stories_odd: stemma failed on {path}")
    with open(out, encoding="utf-8") as found:
        sizes = [len(json.loads(line)["reports"]) for line in found]
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, sizes


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    stemma, reports = sys.argv[1:3]
    threads = sys.argv[4] if sys.argv[3:4] == ["--threads"] else "0"
    print("| corpus | stories | largest | us CPU a report | MB |")
    print("| --- " * 5 + "|")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "odd.jsonl"
        for change in (one_story, undated, one_day, future, one_word,
                       languages):
            count = write_variant(change, reports, path)
            cpu, memory, sizes = measure(stemma, threads, path,
                                         pathlib.Path(folder) / "out.jsonl")
            print(f"| {change.__name__.replace('_', ' ')} | {len(sizes)} | "
                  f"{max(sizes)} | {1e6 * cpu / count:.0f} | {memory:.0f} |",
                  flush=True)


if __name__ == "__main__":
    main()
