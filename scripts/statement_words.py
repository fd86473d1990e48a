"""What bench/statement_features.cc prints, and how its words are matched."""
import collections
import subprocess

NEAR = 0.6        # as TermMatch::kAlike in src/collate/terms.h
EVERY_WORD = 0.1  # weight of a word of a headline beside what it says in news

Word = collections.namedtuple("Word", "begin end fold key near sense name weight text")


def read_words(field, text):
    """The words of a text; begin and end are bytes of it in UTF-8."""
    source = text.encode()
    words = []
    for entry in field.split():
        begin, end, fold, key, near, sense, name, weight = entry.split(":")
        begin, end = int(begin), int(end)
        hashes = ("" if h == "0" else h for h in (near, sense, name))
        words.append(Word(begin, end, fold, fold if key == "0" else key, *hashes, float(weight),
                          source[begin:end].decode()))
    return words


def match(a, b):
    """1 for words of one stem, value, day or bearer, NEAR for synonyms and for words that begin alike."""
    if a.key == b.key or (a.name and a.name == b.name):
        return 1.0
    return NEAR if (a.sense and a.sense == b.sense) or (a.near and a.near == b.near) else 0.0


def compare(program, pairs):
    """Runs statement_features on pairs of texts; per pair the features of a link and both texts' words."""
    pairs = [[" ".join(text.split()) for text in pair] for pair in pairs]
    lines = subprocess.run([program], input="".join(f"{a}\t{b}\n" for a, b in pairs), text=True,
                           encoding="utf-8", stdout=subprocess.PIPE, check=True).stdout.splitlines()[1:]
    found = []
    for (a, b), line in zip(pairs, lines, strict=True):
        *features, words_a, words_b = line.split("\t")
        found.append(([float(f) for f in features], read_words(words_a, a), read_words(words_b, b)))
    return found
