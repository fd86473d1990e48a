#!/usr/bin/env python3
"""examples_test.py STEMMA FOLDER TRUTH: what the program finds in one folder
of examples/coverage meets its truth. Prints every difference; exit 1 if any.
"""
import itertools
import json
import pathlib
import subprocess
import sys


def run(stemma, verb, inputs, *options):
    result = subprocess.run([stemma, verb, "--format", "jsonl", *options, *map(str, inputs)],
                            capture_output=True, text=True, check=True)
    return [json.loads(line) for line in result.stdout.splitlines()]


class Check:
    def __init__(self, stemma, folder, truth):
        self.truth = json.loads(truth.read_text())
        self.inputs = [folder]
        self.stemma = stemma
        self.texts = self.read_texts()
        self.problems = []

    def read_texts(self):
        texts = {}
        for path in sorted(self.inputs[0].iterdir()):
            if path.suffix == ".jsonl":
                for line in path.read_text().splitlines():
                    record = json.loads(line)
                    texts[record["id"]] = record["text"]
            else:
                texts[path.stem] = path.read_bytes().decode()
        return texts

    def expect(self, ok, problem):
        if not ok:
            self.problems.append(problem)

    def span(self, report, words):
        begin = self.texts[report].find(words)
        assert begin >= 0, f"truth: {report} does not hold: {words}"
        return begin, begin + len(words)

    def touches(self, report, spans, words):
        """Half of the words, or half of one span, is shared."""
        begin, end = self.span(report, words)
        shared = [max(0, min(e, end) - max(b, begin)) for b, e in spans]
        return sum(shared) >= 0.5 * (end - begin) or any(
            s >= 0.5 * (e - b) > 0 for s, (b, e) in zip(shared, spans))

    def stories(self):
        found = sorted(sorted(s["reports"]) for s in run(self.stemma, "stories", self.inputs))
        wanted = sorted(sorted(s) for s in self.truth["stories"])
        self.expect(found == wanted, f"stories: {found}")

    def groups(self, level, origins):
        truth = self.truth.get(level, {})
        of = {}
        for story in origins:
            for group in story[level]:
                for report in group["reports"]:
                    of.setdefault(report, set()).add((story["story"], group["id"]))
        likely, low, high = (sum(s["count"][level][k] for s in origins) for k in ("likely", "low", "high"))
        if "likely" in truth:
            self.expect(truth["likely"][0] <= likely <= truth["likely"][1], f"{level}: likely {likely}, {low}-{high}")
        if "meets" in truth:
            self.expect(low <= truth["meets"][1] and truth["meets"][0] <= high, f"{level}: range {low}-{high}")
        for group in truth.get("together", []):
            for a, b in itertools.combinations(group, 2):
                self.expect(of[a] & of[b], f"{level}: {a} and {b} should be together")
        for a, b in truth.get("apart", []):
            self.expect(not of[a] & of[b], f"{level}: {a} and {b} should be apart")
        names = {n for s in origins for g in s[level] for n in g["names"]}
        for name in truth.get("names", []):
            self.expect(name in names, f"{level}: the credit {name} is missing, found {sorted(names)}")

    def parents(self, origins):
        parent = {d["report"]: d["from"] for s in origins for d in s["derivations"]}
        for report, allowed in self.truth.get("parents", {}).items():
            self.expect(parent[report] in allowed, f"parents: {report} from {parent[report]}")

    def unseen_texts(self, origins):
        """Credits say whose the first text of a telling is, not who made another of it."""
        names = [(n["telling"], *n["names"]) for s in origins for n in s["stemma"]["nodes"]
                 if n["report"] is None and n["names"]]
        self.expect(len(names) == len(set(names)), f"unseen texts of one name: {names}")

    def row(self, truth, rows):
        what, wanted = truth["what"], truth["cells"]
        best, best_hits = None, -1
        for row in rows:
            cells = {c["report"]: c for c in row["cells"]}
            hits = sum(r in cells and self.touches(r, cells[r]["spans"], w) for r, w in wanted.items())
            if hits > best_hits:
                best, best_hits = row, hits
        cells = {c["report"]: c for c in best["cells"]}
        for report, words in wanted.items():
            self.expect(report in cells and self.touches(report, cells[report]["spans"], words),
                        f"row '{what}': no reading of {report}")
        if truth.get("only"):
            self.expect(set(cells) == set(wanted), f"row '{what}': also in {sorted(set(cells) - set(wanted))}")
        for report, voice in truth.get("voices", {}).items():
            found = cells.get(report, {}).get("voice")
            self.expect(found == voice, f"row '{what}': voice of {report} is {found}")
        for report in truth.get("not_in_text", []):
            unknown = {u["report"] for u in best["unknown"]}
            self.expect(report in best["not_in_text"], f"row '{what}': {report} should be not in this text, "
                        + ("is unknown" if report in unknown else "has a reading"))

    def differences(self, rows):
        found = [(d["fact"], d["kind"], {v["value"] for v in d["values"]}) for row in rows for d in row["differences"]]
        for truth in self.truth.get("differences", []):
            ok = any(fact == truth["fact"] and kind in truth["kinds"]
                     and all(any(v in value for value in values) for v in truth["values"])
                     for fact, kind, values in found)
            self.expect(ok, f"differences: {truth['values']} is not among {found}")

    def find_quote(self, quotes, report, words):
        return next((q for q in quotes if q["report"] == report and self.touches(report, q["content"], words)), None)

    def quotations(self, quotes):
        for truth in self.truth.get("quotes", []):
            found = self.find_quote(quotes, truth["report"], truth["content"])
            where = f"quotes: {truth['report']}: {truth['content']}"
            if not found:
                self.problems.append(f"{where}: not found")
                continue
            self.expect(found["speaker"] == truth["speaker"], f"{where}: speaker {found['speaker']}")
            self.expect(found["form"] in (truth["form"], "mixed"), f"{where}: form {found['form']}")
        for family in self.truth.get("families", []):
            found = [self.find_quote(quotes, q["report"], q["content"]) for q in family]
            ids = {q["family"] if q else None for q in found}
            self.expect(len(ids) == 1 and None not in ids, f"families: {[q['content'] for q in family]}: {ids}")

    def labels(self, labels):
        for wanted in self.truth.get("labels", []):
            things = [{(l["story"], l["thing"]) for l in labels if w.lower() in l["text"].lower()} for w in wanted]
            self.expect(set.intersection(*things), f"labels: {wanted} are not side by side")

    def all(self):
        self.stories()
        origins = run(self.stemma, "origins", self.inputs)
        self.groups("tellings", origins)
        self.groups("sources", origins)
        self.parents(origins)
        self.unseen_texts(origins)
        matrices = run(self.stemma, "matrix", self.inputs)
        rows = [row for m in matrices for row in m["rows"]]
        for truth in self.truth.get("rows", []):
            self.row(truth, rows)
        self.differences(rows)
        self.quotations([q for m in matrices for q in m["quotes"]])
        self.labels([dict(l, story=m["story"]) for m in matrices for l in m["labels"]])
        return self.problems


def main():
    problems = Check(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])).all()
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
