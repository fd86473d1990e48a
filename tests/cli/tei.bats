# The matrix as TEI and as a page.

load helper

# Elements with their attributes and the elements they may hold, after the
# chapters on the header and the critical apparatus of the TEI Guidelines (P5),
# as far as they are used here.
check_tei() {
  python3 - "$1" <<'END'
import re, sys
import xml.etree.ElementTree as tree
TEI, XML = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}"
every = {"xml:id", "n", "xml:lang"}
critical = {"type", "cause", "wit"}
model = {
    "teiCorpus": (set(), ["teiHeader", "TEI"]),
    "TEI": (set(), ["teiHeader", "text"]),
    "teiHeader": (set(), ["fileDesc", "encodingDesc"]),
    "fileDesc": (set(), ["titleStmt", "publicationStmt", "sourceDesc"]),
    "titleStmt": (set(), ["title"]), "publicationStmt": (set(), ["p"]),
    "sourceDesc": (set(), ["listWit", "p"]), "p": (set(), []),
    "listWit": (set(), ["witness"]),
    "witness": (set(), ["orgName", "title", "date", "ref"]),
    "orgName": (set(), []), "title": (set(), []), "date": ({"when"}, []), "ref": ({"target"}, []),
    "encodingDesc": (set(), ["variantEncoding"]),
    "variantEncoding": ({"method", "location"}, []),
    "text": (set(), ["body"]), "body": (set(), ["div"]), "div": ({"type"}, ["head", "ab"]),
    "head": (set(), []), "ab": (set(), ["app", "note"]),
    "app": ({"type"}, ["lem", "rdg", "rdgGrp"]),
    "lem": (critical, ["app"]), "rdg": (critical, ["gap"]),
    "rdgGrp": ({"type", "cause"}, ["rdg"]), "gap": ({"reason"}, []), "note": ({"type"}, []),
}
with_text = {"p", "title", "orgName", "date", "head", "ab", "lem", "rdg", "note", "witness"}
root = tree.parse(sys.argv[1]).getroot()
assert root.tag in {TEI + "TEI", TEI + "teiCorpus"}
ids, pointers = [], []
def check(node):
    name = node.tag.removeprefix(TEI)
    attributes, children = model[name]
    for key, value in node.attrib.items():
        key = key.replace(XML, "xml:")
        assert key in attributes | every, (name, key)
        if key == "xml:id":
            assert re.fullmatch(r"[A-Za-z_][\w.-]*", value), value
            ids.append(value)
        if key == "wit":
            pointers.extend(value.split())
        if key in {"type", "cause", "reason"}:
            assert re.fullmatch(r"\S+", value), value
    assert name in with_text or not (node.text or "").strip(), name
    for child in node:
        assert child.tag.removeprefix(TEI) in children, (name, child.tag)
        assert name in with_text or not (child.tail or "").strip(), name
        check(child)
    if name == "app":
        kinds = [c.tag.removeprefix(TEI) for c in node]
        assert kinds[0] == "lem" and kinds.count("lem") == 1 and len(kinds) > 1, kinds
    if name == "rdgGrp":
        assert len(node) > 1 and node.attrib["type"]
    if name == "variantEncoding":
        assert node.attrib == {"method": "parallel-segmentation", "location": "internal"}
check(root)
assert len(ids) == len(set(ids))
assert set(pointers) <= {"#" + i for i in ids} and pointers
END
}

@test "matrix --format tei: a critical apparatus after the Guidelines" {
  write_fire
  write_bread
  "$STEMMA" matrix --format tei fire > one.xml
  check_tei one.xml
  head -c 60 one.xml | grep -q '^<?xml version="1.0" encoding="UTF-8"?>'
  "$STEMMA" matrix --format tei fire bread > two.xml
  check_tei two.xml
  [ "$(grep -c '<TEI ' two.xml)" -eq 2 ]
  grep -q '<teiCorpus ' two.xml
}

@test "matrix --format tei: the witnesses' readings are in the apparatus, word for word" {
  write_fire
  "$STEMMA" matrix --format tei fire > one.xml
  "$STEMMA" matrix fire > one.jsonl
  python3 - <<'END'
import json, re
import xml.etree.ElementTree as tree
TEI, XML = "{http://www.tei-c.org/ns/1.0}", "{http://www.w3.org/XML/1998/namespace}"
root = tree.parse("one.xml").getroot()
sigla = {w.attrib["n"]: "#" + w.attrib[XML + "id"] for w in root.iter(TEI + "witness")}
texts = {r["id"]: r["text"] for r in map(json.loads, open("fire/reports.jsonl", encoding="utf-8"))}
def reading(node, siglum):
    out = node.text or ""
    for child in node:
        if child.tag == TEI + "app":
            for part in child.iter():
                if part.tag in {TEI + "lem", TEI + "rdg"} and siglum in part.attrib["wit"].split():
                    out += reading(part, siglum)
                    break
        out += child.tail or ""
    return out
words = lambda text: re.findall(r"\w+", text.lower())
[story] = map(json.loads, open("one.jsonl", encoding="utf-8"))
rows = list(root.iter(TEI + "ab"))
assert len(rows) == len(story["rows"]) > 3
for row, given in zip(rows, story["rows"]):
    for note in row.findall(TEI + "note"):
        row.remove(note)
    for cell in given["cells"]:
        wanted = words(" ".join(texts[cell["report"]][b:e] for b, e in cell["spans"]))
        assert words(reading(row, sigla[cell["report"]])) == wanted, (wanted, reading(row, sigla[cell["report"]]))
    base = reading(row, sigla[given["base"]])
    assert base.strip().startswith(given["statement"].split(" … ")[0]), (base, given["statement"])
    for absent in given["not_in_text"] + [u["report"] for u in given["unknown"]]:
        assert words(reading(row, sigla[absent])) == []
END
}

@test "matrix --format tei: hostile texts stay texts" {
  python3 - <<'END'
import json
bad = "]]></lem></app><rdg wit=\"#x\">\"'&\u0001\ufffe"
with open("bad.jsonl", "w") as out:
    for i in range(3):
        out.write(json.dumps({
            "id": f"{bad}{i}", "outlet": bad, "title": bad, "url": "https://x.example/\"><script>",
            "published": "2031-03-04T08:00:00Z",
            "text": f"{bad} The harbour wall broke on Monday, {bad} said Ina Holt of Tarn {i}. "
                    f"The mayor promised <b>{i}</b> new boats to all of the fishermen."}) + "\n")
END
  "$STEMMA" matrix --format tei bad.jsonl > bad.xml
  check_tei bad.xml
}

@test "matrix --format html: the table with its places, in one file that loads nothing" {
  write_fire
  write_bread
  "$STEMMA" matrix --format html fire bread -o page.html
  grep -q "default-src 'none'" page.html
  grep -q 'Word by word' page.html
  python3 - <<'END'
import html.parser
class Page(html.parser.HTMLParser):
    void = {"meta", "br"}
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links = [], [], []
    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag not in {"script", "link", "img", "iframe", "object", "form"}, tag
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.links += [attributes["href"]] if "href" in attributes else []
        if tag not in self.void:
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag
page = Page()
page.feed(open("page.html", encoding="utf-8").read())
assert not page.open and len(page.ids) == len(set(page.ids))
assert {l[1:] for l in page.links if l.startswith("#")} <= set(page.ids)
END
}

@test "matrix: changes of a reading are given word by word" {
  write_fire
  sed -i '2s/12 people/nine people/' fire/reports.jsonl
  "$STEMMA" matrix fire > one.jsonl
  python3 - <<'END'
import json
texts = {r["id"]: r["text"] for r in map(json.loads, open("fire/reports.jsonl", encoding="utf-8"))}
[story] = map(json.loads, open("one.jsonl", encoding="utf-8"))
found = set()
for row in story["rows"]:
    for cell in row["cells"]:
        assert ("changes" in cell) == (cell["report"] != row["base"])
        for change in cell.get("changes", []):
            cut = lambda name, spans: " ".join(texts[name][b:e] for b, e in spans)
            found.add((change["kind"], cut(row["base"], change["base"]), cut(cell["report"], change["spans"])))
assert ("replaced", "12", "nine") in found or ("replaced", "nine", "12") in found, found
END
}
