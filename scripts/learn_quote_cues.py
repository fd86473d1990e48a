#!/usr/bin/env python3
"""Makes the English lines of the lexicon categories `cue` and
`cue_participle` from a PolNeAR corpus.

    scripts/learn_quote_cues.py TRAIN.jsonl > cues.tsv

TRAIN.jsonl has one article a line: "text" and "attributions", each with spans
of "source", "cue" and "content" in code points. A line of the output is
`category TAB form TAB class precision`:

- category: `cue_participle` for "saying", "adding", else `cue`;
- form: one to three words, lower case, that stand in an annotated cue at
  least MIN_HITS times;
- precision: hits among all uses of the form outside quotation marks, with two
  misses added so that a rare form is not taken for a sure one;
- class: `belief` where the first word is of BELIEF (what one thinks, wants,
  does or votes rather than says), else `speech`.

Only word forms and figures leave the corpus, no text.
"""
import collections
import json
import re
import sys

MIN_HITS = 8
MIN_PRECISION = 0.3
BELIEF = re.compile(
    "(agree|appear|approv|aware|back|belie|cast|challeng|concern|confident"
    "|consider|convince|decid|declin|deem|doubt|eager|embrace|encourag|endors"
    "|estimate|expect|favor|fear|feel|find|focus|found|hop|identif|ignor"
    "|interest|know|learn|look|nominat|offer|oppos|order|plan|prefer|project"
    "|promot|push|quick|recogni|refus|reject|remember|ruled|see|seek|seem|seen"
    "|show|sign|skeptic|sought|sound|support|think|thought|threaten|view|vot"
    "|want|widely|willing|wish|worr|strongly|formally|initially|openly"
    "|officially|privately|publicly|attention|passed|reportedly|known)")
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[^\w\s]")
QUOTED = re.compile(r"“[^“”]{1,4000}?(?:”|\n\s*(?=“)|$)|\"[^\"\n]{1,3000}\""
                    r"|''[^\n]{1,3000}?''")
HELPERS = set("""have has had having will would could can may might must should
 do does did is are was were be been being not also never to just already now
 then has n't recently repeatedly later previously the a an of in on with for
 about at by as it that and or against out up over from , . - more they no very
 he she his her who""".split())


def mask(text):
    inside = bytearray(len(text))
    for match in QUOTED.finditer(text):
        inside[match.start():match.end()] = b"\1" * (match.end() - match.start())
    return inside


def forms_at(words, at):
    """Forms of one to three words that begin with a word of substance."""
    if words[at][0] in HELPERS or not words[at][0][0].isalpha():
        return
    for length in (1, 2, 3):
        chunk = words[at:at + length]
        if len(chunk) < length or not all(w[0].isalpha() for w, _, _ in chunk):
            return
        if length == 1 or chunk[-1][0] not in {"a", "the", "his", "her", "an"}:
            yield " ".join(w for w, _, _ in chunk), chunk


def main(path):
    seen, hits = collections.Counter(), collections.Counter()
    for line in open(path, encoding="utf-8", newline=""):
        record = json.loads(line)
        text = record["text"]
        inside = mask(text)
        cue_of = {}
        for number, a in enumerate(record["attributions"]):
            for begin, end in a["cue"]:
                cue_of.update((i, number) for i in range(begin, end))
        words = [(m.group().lower().replace("’", "'"), m.start(), m.end())
                 for m in WORD.finditer(text)]
        for at in range(len(words)):
            if inside[words[at][1]]:
                continue
            for form, chunk in forms_at(words, at):
                seen[form] += 1
                numbers = {cue_of.get(w[1]) for w in chunk}
                if len(numbers) == 1 and None not in numbers:
                    hits[form] += 1
    for form in sorted(hits):
        precision = hits[form] / (seen[form] + 2)
        if hits[form] < MIN_HITS or precision < MIN_PRECISION:
            continue
        kind = "belief" if BELIEF.match(form) else "speech"
        category = "cue_participle" if form.split()[0].endswith("ing") else "cue"
        print(f"{category}\t{form}\t{kind} {precision:.2f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
