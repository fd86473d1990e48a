# The page.

load helper

@test "report: the page is one file that loads nothing" {
  write_fire
  "$STEMMA" report fire -o page.html
  grep -q "default-src 'none'; style-src 'unsafe-inline'" page.html
  python3 - <<'END'
import html.parser

class Page(html.parser.HTMLParser):
    void = {"meta", "br", "img", "link", "input", "hr"}
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.headers = [], [], [], 0
    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        assert tag not in {"script", "link", "img", "iframe", "object", "form"}, tag
        assert not [a for a in attributes if a.startswith("on") or a == "src"], attributes
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.links += [attributes["href"]] if "href" in attributes else []
        if tag == "th":
            assert attributes["scope"] in {"row", "col"}
            self.headers += 1
        if tag not in self.void:
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

page = Page()
page.feed(open("page.html", encoding="utf-8").read())
assert not page.open and page.headers
assert len(page.ids) == len(set(page.ids))
assert {l[1:] for l in page.links if l.startswith("#")} <= set(page.ids)
END
}

@test "report: hostile texts stay texts" {
  python3 - <<'END'
import json
bad = "</style></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
with open("bad.jsonl", "w") as out:
    for i in range(2):
        out.write(json.dumps({
            "id": f"{bad}{i}", "outlet": bad, "title": bad, "byline": bad, "credit": bad,
            "url": ["javascript:alert(1)", "https://x.example/\" onclick=\"alert(1)"][i],
            "lang": "en\" onload=\"alert(1)", "published": "2031-03-04T08:00:00Z",
            "text": f"{bad} The harbour wall broke on Monday, {bad} said Ina Holt. "
                    f"“{bad} nobody was hurt at all,” said Mayor Ina Holt <b>."}) + "\n")
END
  "$STEMMA" report --full-text bad.jsonl -o page.html
  ! grep -qi '<script' page.html
  ! grep -qi '<img' page.html
  ! grep -qi 'href="javascript' page.html
  ! grep -q ' onload="' page.html
  ! grep -q ' onclick="' page.html
  [ "$(grep -o '</style>' page.html | wc -l)" -eq 1 ]
}

@test "report: whole texts only with --full-text, and with a notice" {
  write_fire
  for n in 1 2 3 4 5 6 7 8; do printf 'Sentence %s of the tail speaks of weather. ' $n; done > tail
  printf '{"id":"t","outlet":"T","text":"%s"}\n' "$(cat tail)" > tail.jsonl
  "$STEMMA" report --full-text fire -o whole.html
  "$STEMMA" report fire -o page.html
  grep -q 'class="notice"' whole.html
  ! grep -q 'class="notice"' page.html
}

@test "report: neutral words" {
  write_fire
  write_bread
  "$STEMMA" report fire bread -o page.html
  ! grep -qiE 'independent|confirmed|copied|left out|plagiar' page.html
  grep -q 'at most <b>' page.html
}
