#!/usr/bin/env python3
"""Takes away what the origins of a story are seen by, and asks again.

  origin_ablations.py STEMMA REPORTS.jsonl GOLD.jsonl

Hide the original: of every text of GOLD with three reports or more one of
which is its origin (or the parent of another), that report is removed; counted
are the pairs of the others that are still one telling, and the tellings whose
head is then an unseen text, or in hand where one of the others is the parent
of the rest. Mask the credit: every declared credit is cut out of the texts,
with its line where that is short, and the fields for it are removed; the pairs
of one telling and of one source are counted again. GOLD is as in
learn_origin_weights.py, with "reports": {id: {"relation", "parents"}}.
"""
import itertools
import json
import subprocess
import sys
import tempfile

SHORT_LINE = 100  # code points


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def origins(program, records):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([program, "origins", "--group-by", "story", "--format", "jsonl", file.name],
                             capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def groups_of(stories, level):
    return {i: (s["story"], g["id"]) for s in stories for g in s[level] for i in g["reports"]}


def texts_of(event):
    """The reports of each text: components of the pairs of one text."""
    groups = {i: {i} for i in event["reports"]}
    for a, b in event["same_text"]:
        joined = groups[a] | groups[b]
        for i in joined:
            groups[i] = joined
    return {frozenset(g) for g in groups.values() if len(g) > 2}


def hide_originals(program, records, gold):
    by_id = {r["id"]: r for r in records}
    cases, asked = [], []
    for event in gold:
        reports = event["reports"]
        parents = {p for v in reports.values() for p in v["parents"]}
        for text in sorted(map(sorted, texts_of(event))):
            heads = [i for i in text if "origin" in reports[i]["relation"] or i in parents]
            if not heads:
                continue
            left = [i for i in reports if i != heads[0]]
            name = f"{event['event']}-{heads[0]}"
            asked += [dict(by_id[i], id=f"{name}/{i}", story=name) for i in left]
            cases.append((name, [f"{name}/{i}" for i in text if i != heads[0]]))
    stories = origins(program, asked)
    tellings = groups_of(stories, "tellings")
    head = {(s["story"], t["id"]): t["head"] for s in stories for t in s["tellings"]}
    pairs = [(a, b) for _, text in cases for a, b in itertools.combinations(text, 2)]
    together = sum(tellings[a] == tellings[b] for a, b in pairs)
    unseen = sum(head[tellings[text[0]]] is None for _, text in cases)
    print(f"originals hidden: {len(cases)} texts, {together} of {len(pairs)} pairs still one telling, "
          f"{unseen} heads unseen")


def without_credits(record, spans):
    text = record["text"]
    for begin, end in sorted(spans, reverse=True):
        first = text.rfind("\n", 0, begin) + 1
        last = text.find("\n", end)
        last = len(text) if last < 0 else last
        if last - first <= SHORT_LINE:
            begin, end = first, last
        text = text[:begin] + text[end:]
    kept = {k: v for k, v in record.items() if k not in ("byline", "credit")}
    return dict(kept, text=text)


def pair_f1(groups, event, level):
    same = {frozenset(p) for p in event["same_" + level]}
    disputed = {frozenset(p) for p in event["disputed_" + level]}
    found = {frozenset(p) for p in itertools.combinations(event["reports"], 2)
             if groups[p[0]] == groups[p[1]]} - disputed
    return len(found & same), len(found - same), len(same - found)


def score(title, stories, gold):
    for level, key in (("tellings", "text"), ("sources", "info")):
        groups = groups_of(stories, level)
        right, false, missed = map(sum, zip(*(pair_f1(groups, e, key) for e in gold)))
        print(f"{title}: {level}, pairs F1 {2 * right / (2 * right + false + missed):.3f} "
              f"(false {false}, missed {missed})")
    named = {d["report"]: d["from"] for s in stories for d in s["derivations"]}
    known = {i: v["parents"] for e in gold for i, v in e["reports"].items() if v["parents"]}
    print(f"{title}: {sum(named[i] in p for i, p in known.items())} of {len(known)} known parents named")


def mask_credits(program, records, gold):
    stories = origins(program, records)
    score("with credits", stories, gold)
    spans = {d["report"]: [tuple(s) for e in d["evidence"] if e["kind"] == "declared credit" for s in e["spans"]]
             for s in stories for d in s["derivations"]}
    print(f"{sum(map(len, spans.values()))} credits cut out")
    score("credits masked", origins(program, [without_credits(r, set(spans.get(r["id"], []))) for r in records]), gold)


def main():
    program, records, gold = sys.argv[1], lines_of(sys.argv[2]), lines_of(sys.argv[3])
    hide_originals(program, records, gold)
    mask_credits(program, records, gold)


if __name__ == "__main__":
    main()
