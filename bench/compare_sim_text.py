#!/usr/bin/env python3
"""Times `stemma reuse` beside sim_text (Debian's similarity-tester) in one run.

  compare_sim_text.py STEMMA REPORTS.jsonl OUTLET OUTLET [ROUNDS]

Looks for what reports of the first outlet share with those of the second, each
program on one thread. sim_text compares runs of equal tokens in files, so each
report is a file of one lower-case word a line, the outlets are its new and its
old files, and 6 words are the shortest run (-r 6): what it needs to see more
than word-for-word passages at all. Prints CPU seconds of each round, the ratio
of the best ones, peak memory and how many matches each reports; a match of
sim_text is one run, a line of stemma one passage.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

WORD = re.compile(r"\w+")
SHORTEST_RUN = "6"


def run(command, cwd, output):
    """CPU seconds and peak megabytes of the command."""
    with open(output, "wb") as out:
        child = subprocess.Popen(command, cwd=cwd, stdout=out,
                                 stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{command[0]} ended with {code}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def write_files(reports, folder, outlets):
    names = {outlet: [] for outlet in outlets}
    for number, report in enumerate(reports):
        name = f"{number}.txt"
        words = WORD.findall(report["text"].lower())
        (folder / name).write_text("\n".join(words) + "\n", encoding="utf-8")
        names[report["outlet"]].append(name)
    (folder / "files").write_text(
        "\n".join([*names[outlets[0]], "/", *names[outlets[1]]]) + "\n")


def main():
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    stemma = pathlib.Path(sys.argv[1]).resolve()
    outlets = sys.argv[3:5]
    rounds = int(sys.argv[5]) if len(sys.argv) == 6 else 3
    with open(sys.argv[2], encoding="utf-8") as lines:
        reports = [r for r in map(json.loads, lines) if r["outlet"] in outlets]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_files(reports, folder, outlets)
        with open(folder / "reports.jsonl", "w", encoding="utf-8") as out:
            for report in reports:
                print(json.dumps(report), file=out)
        # New files first, then the old ones; -S: new against old only.
        programs = {
            "sim_text": ["sim_text", "-r", SHORTEST_RUN, "-S", "-n", "-T",
                         "-i"],
            "stemma": [str(stemma), "reuse", "--cross-outlet", "--threads", "1",
                       "--format", "jsonl", "reports.jsonl"],
        }
        best = {}
        for number in range(rounds):
            for program, command in programs.items():
                output = folder / f"{program}.out"
                if program == "sim_text":
                    command = ["sh", "-c", f"exec {' '.join(command)} < files"]
                seconds, megabytes = run(command, folder, output)
                print(f"round {number + 1}: {program} {seconds:.2f} CPU-s, "
                      f"{megabytes:.0f} MB")
                best[program] = min(best.get(program, seconds), seconds)
        passages = sum('"similarity"' in line for line in open(
            folder / "stemma.out", encoding="utf-8"))
        runs = sum(".txt" in line for line in open(
            folder / "sim_text.out", encoding="utf-8", errors="replace"))
        print(f"sim_text: {runs} runs; stemma: {passages} passages; ratio "
              f"{best['stemma'] / best['sim_text']:.1f}")


if __name__ == "__main__":
    main()
