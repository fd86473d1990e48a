# Clusters of passages.

load helper

# One sentence of 20 words in three papers, in passim's form of input; the
# weekly prints it twice. A fourth paper has nothing of it.
write_wall() {
  shared="The harbour wall at Tarn broke in the night and three boats sank before anybody could reach them, officials said."
  cat > in.json <<END
{"id":"d1","series":"lantern","date":"1931-03-04","text":"Café news. $shared","page":3}
{"id":"d2","series":"post","date":"1931-03-05","text":"$shared Repairs begin on Monday."}
{"id":"d3","series":"weekly","text":"Last week's storm. $shared Fishermen wait."}
{"id":"d4","series":"oven","date":"1931-03-06","text":"Bakers from nine valleys met in Quillen to choose the best rye bread of the year."}
END
}

@test "reuse --clusters: one line a place, with passim's fields" {
  write_wall
  "$STEMMA" reuse --clusters in.json > out.jsonl
  python3 - <<'END'
import json
texts = {r["id"]: r["text"] for r in map(json.loads, open("in.json", encoding="utf-8"))}
found = [json.loads(line) for line in open("out.jsonl", encoding="utf-8")]
assert [f["id"] for f in found] == ["d1", "d2", "d3"], found
for f in found:
    assert (f["cluster"], f["size"]) == (1, 3)
    assert texts[f["id"]][f["begin"]:f["end"]] == f["text"]
    assert f["text"].startswith("The harbour wall") and f["text"].rstrip(".").endswith("officials said")
assert found[0]["begin"] == 11 and found[0]["page"] == 3
assert found[0]["src"] == [] and found[2]["src"] == []
assert [s["id"] for s in found[1]["src"]] == ["d1"]
assert found[1]["src"][0]["uid"] == found[0]["uid"]
assert found[1]["date"] == "1931-03-05" and "date" not in found[2]
END
}

@test "reuse --clusters: a wire printed a thousand times is a thousand lines" {
  shared="The harbour wall at Tarn broke in the night and three boats sank before anybody could reach them, officials said."
  for n in $(seq 1000); do
    printf '{"id":"p%04d","series":"s%d","text":"%s"}\n' "$n" "$n" "$shared"
  done > wire.jsonl
  printf '{"id":"cut","series":"t","text":"%s Boats will be searched for."}\n' "$shared" >> wire.jsonl
  run "$STEMMA" reuse --clusters wire.jsonl
  [ "$status" -eq 0 ]
  [ "${#lines[@]}" -eq 1001 ]
  [[ "${lines[0]}" == *'"size":1001'* ]]
}

@test "reuse: --min-words and --min-similarity set the least passage" {
  write_wall
  [ "$("$STEMMA" reuse --min-words 20 in.json | wc -l)" -eq 3 ]
  [ "$("$STEMMA" reuse --min-words 21 in.json | wc -l)" -eq 0 ]
  [ "$("$STEMMA" reuse --clusters --min-words 21 in.json | wc -l)" -eq 0 ]
  [ "$("$STEMMA" reuse --min-similarity 1 in.json | wc -l)" -eq 3 ]
  sed -i 's/three boats sank/two ships sank/' in.json
  sed -i '1s/two ships sank/three boats sank/' in.json
  [ "$("$STEMMA" reuse --min-similarity 0.8 in.json | wc -l)" -eq 3 ]
  [ "$("$STEMMA" reuse --min-similarity 0.99 in.json | wc -l)" -eq 1 ]
  run "$STEMMA" reuse --min-similarity 2 in.json
  [ "$status" -eq 2 ]
  run "$STEMMA" reuse --min-words 0 in.json
  [ "$status" -eq 2 ]
}

@test "reuse --cross-outlet: pairs and clusters of different outlets only" {
  write_wall
  sed -i 's/"series":"post"/"series":"lantern"/' in.json
  [ "$("$STEMMA" reuse in.json | wc -l)" -eq 3 ]
  [ "$("$STEMMA" reuse --cross-outlet in.json | wc -l)" -eq 2 ]
  [ "$("$STEMMA" reuse --clusters --cross-outlet in.json | wc -l)" -eq 3 ]
  sed -i 's/"series":"[a-z]*"/"series":"lantern"/' in.json
  [ "$("$STEMMA" reuse --clusters --cross-outlet in.json | wc -l)" -eq 0 ]
}

@test "check: the shares of a text and of the reports, and their passages" {
  write_wall
  # 20 words of the wall, 5 of its own.
  printf '%s Children will sing on Sunday.' "$shared" > mine.txt
  "$STEMMA" check mine.txt in.json > check.jsonl
  python3 - <<'END'
import json
[check] = [json.loads(line) for line in open("check.jsonl", encoding="utf-8")]
texts = {r["id"]: r["text"] for r in map(json.loads, open("in.json", encoding="utf-8"))}
mine = open("mine.txt", encoding="utf-8").read()
assert (check["text"], check["words"], check["compared"]) == ("mine", 25, 4)
assert check["found"] == 0.8
shares = {r["report"]: (r["share_of_text"], r["share_of_report"]) for r in check["reports"]}
# d1 has 22 words, d2 24, d3 25.
assert shares == {"d1": (0.8, 0.9091), "d2": (0.8, 0.8333), "d3": (0.8, 0.8)}, shares
for report in check["reports"]:
    [passage] = report["passages"]
    a, b = passage["a"], passage["b"]
    assert a["id"] == "mine" and b["id"] == report["report"]
    assert mine[a["begin"]:a["end"]] == texts[b["id"]][b["begin"]:b["end"]]
    assert passage["changes"] == []
END
}

@test "check: the text may be given as such, or on standard input" {
  write_wall
  "$STEMMA" check "$shared" in.json | grep -q '"text":"text","words":20'
  printf '%s' "$shared" | "$STEMMA" check - in.json | grep -q '"found":1,'
  run "$STEMMA" check nothing.txt in.json
  [ "$status" -eq 1 ]
  [[ "$output" == *"nothing.txt"* ]]
  run "$STEMMA" check in.json
  [ "$status" -eq 2 ]
}

@test "check: a file is not found in itself, and several texts are checked one by one" {
  write_wall
  "$STEMMA" check in.json in.json > check.jsonl
  [ "$(wc -l < check.jsonl)" -eq 4 ]
  ! grep -q '"text":"d1".*"report":"d1"' check.jsonl
  grep -q '"text":"d1".*"report":"d2"' check.jsonl
  "$STEMMA" check --format json in.json in.json | python3 -c 'import json, sys; assert len(json.load(sys.stdin)) == 4'
}

@test "check: files of one name in several folders keep ids of their own" {
  shared="The harbour wall at Tarn broke in the night and three boats sank before anybody could reach them, officials said."
  mkdir -p mine east west/north west/south
  printf '%s Children sing.' "$shared" > mine/report.txt
  printf '%s Bakers wait.' "$shared" > east/report.txt
  printf 'In the east, %s' "$shared" > west/report.txt
  "$STEMMA" check mine/report.txt east west > check.jsonl
  grep -q '"text":"report",' check.jsonl
  grep -q '"report":"east/report.txt"' check.jsonl
  grep -q '"report":"west/report.txt"' check.jsonl
  # A report of the checked file's name and words is another report.
  cp mine/report.txt east/report.txt
  "$STEMMA" check mine/report.txt east > check.jsonl
  grep -q '"text":"mine/report.txt","words":22,"compared":1,"found":1,' check.jsonl
  grep -q '"report":"report"' check.jsonl
  # The same file is not found in itself, whatever it is called in the corpus.
  mv west/report.txt west/north/report.txt
  cp west/north/report.txt west/south/report.txt
  "$STEMMA" check west/north/report.txt west > check.jsonl
  grep -q '"text":"north/report.txt","words":23,"compared":1,' check.jsonl
  grep -q '"report":"south/report.txt"' check.jsonl
  ! grep -q '"report":"north/report.txt"' check.jsonl
}

@test "check: words are found in a file called text" {
  shared="The harbour wall at Tarn broke in the night and three boats sank before anybody could reach them, officials said."
  printf '%s' "$shared" > text.txt
  "$STEMMA" check "$shared" text.txt > check.jsonl
  grep -q '"compared":1,"found":1,' check.jsonl
  grep -q '"text":"text~[0-9a-f]\{8\}"' check.jsonl
  grep -q '"report":"text"' check.jsonl
}

@test "check: as text the passages stand side by side" {
  write_wall
  sed -i 's/three boats sank/two ships sank/' in.json
  run "$STEMMA" check --format text "$shared" in.json
  [ "$status" -eq 0 ]
  [[ "$output" == *"90 % of the text stands in it"* ]]
  [[ "$output" == *"[three boats]"*"│"*"[two ships]"* ]]
}

@test "check: the page is one file that loads nothing, and hostile texts stay texts" {
  write_wall
  python3 - <<'END'
import json
bad = "</style></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
shared = "The harbour wall at Tarn broke in the night and three boats sank before anybody could reach them, officials said."
with open("bad.jsonl", "w") as out:
    out.write(json.dumps({"id": bad, "outlet": bad, "url": "javascript:alert(1)", "lang": "en\" onload=\"x",
                          "text": f"{shared} {bad} {shared.lower()} {bad}"}) + "\n")
open("mine.txt", "w").write(f"{bad} {shared} {bad}")
END
  "$STEMMA" check --format html mine.txt bad.jsonl in.json -o check.html
  ! grep -qi '<script' check.html
  ! grep -qi '<img' check.html
  ! grep -qi 'href="javascript' check.html
  ! grep -q ' onload="' check.html
  grep -q "default-src 'none'" check.html
  python3 - <<'END'
import html.parser
class Page(html.parser.HTMLParser):
    stack = []
    def handle_starttag(self, tag, attributes):
        assert tag not in {"script", "link", "img", "iframe", "object", "form"}, tag
        if tag != "meta":
            self.stack.append(tag)
    def handle_endtag(self, tag):
        assert self.stack.pop() == tag, tag
page = Page()
page.feed(open("check.html", encoding="utf-8").read())
assert not page.stack
END
}

@test "reuse --index: new reports meet those of earlier runs, and are added" {
  write_wall
  head -n 1 in.json > first.json
  tail -n 3 in.json > second.json
  "$STEMMA" reuse --index wall.index first.json > first.jsonl
  [ ! -s first.jsonl ]
  cp wall.index before.index
  "$STEMMA" reuse --index wall.index second.json > second.jsonl
  cmp -n "$(stat -c %s before.index)" before.index wall.index
  python3 - <<'END'
import json
pairs = [(f["a"]["id"], f["b"]["id"]) for f in map(json.loads, open("second.jsonl", encoding="utf-8")) if "a" in f]
assert pairs == [("d1", "d2"), ("d1", "d3"), ("d2", "d3")], pairs
END
  # What is there already is not added again.
  cp wall.index before.index
  "$STEMMA" reuse --index wall.index in.json > third.jsonl
  [ ! -s third.jsonl ]
  cmp before.index wall.index
}

@test "reuse --index: a damaged or foreign file is told, and left alone" {
  write_wall
  echo "no index" > wall.index
  run "$STEMMA" reuse --index wall.index in.json
  [ "$status" -eq 1 ]
  [[ "$output" == *"wall.index"*"no index"* ]]
  [ "$(cat wall.index)" = "no index" ]
}

@test "reuse: --within and --memory take amounts with a unit" {
  write_wall
  [ "$("$STEMMA" reuse --within 1d in.json | grep -c similarity)" -eq 3 ]
  [ "$("$STEMMA" reuse --within 12h in.json | grep -c similarity)" -eq 2 ]
  "$STEMMA" reuse in.json > plenty.jsonl
  "$STEMMA" reuse --memory 1M in.json > little.jsonl
  cmp plenty.jsonl little.jsonl
  for bad in "--within 30" "--within 0d" "--memory 2" "--memory xG" "--memory 99999999999G"; do
    run "$STEMMA" reuse $bad in.json
    [ "$status" -eq 2 ]
  done
}
