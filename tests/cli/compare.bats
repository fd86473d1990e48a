# Whole texts side by side.

load helper

write_texts() {
  wall="The harbour wall at Tarn broke in the night and three boats sank before anybody could reach them."
  bread="Bakers from nine valleys met in Quillen to choose the best rye bread of the year."
  vote="Voters chose seventeen councillors after a quiet campaign that few people had followed."
  printf '%s %s %s\n' "$wall" "$bread" "$vote" > a.txt
  printf '%s %s %s\n' "${bread/nine/ten}" "$vote" "$wall" > b.txt
  printf '%s\n' "$vote" > c.txt
}

@test "compare: changes against the base, moved passages, and rows that cover the texts" {
  write_texts
  "$STEMMA" compare a.txt b.txt c.txt > compare.jsonl
  python3 - <<'END'
import json
[found] = [json.loads(line) for line in open("compare.jsonl", encoding="utf-8")]
texts = {n: open(n + ".txt", encoding="utf-8").read() for n in "abc"}
assert found["base"] == "a" and [r["report"] for r in found["reports"]] == ["a", "b", "c"]
a, b, c = found["reports"]
# 18 + 16 + 13 words; b has "ten" for "nine", c the last sentence alone.
assert (a["words"], b["words"], c["words"]) == (47, 47, 13), found["reports"]
assert b["shared"] == 46 and c["shared"] == 13
assert c["share_of_report"] == 1 and c["share_of_base"] == 0.2766
words = lambda name, spans: " ... ".join(texts[name][x:y] for x, y in spans)
changes = {(x["kind"], words("a", x["base"]), words("b", x["spans"])) for x in b["changes"]}
wall = texts["a"][:texts["a"].index(".")]
assert changes == {("replaced", "nine", "ten"), ("moved", wall, wall)}, changes
assert [x["kind"] for x in c["changes"]] == ["cut"]
for column, name in enumerate("abc"):
    spans = [row[column] for row in found["rows"]]
    assert "".join(texts[name][x:y] for x, y in spans) == texts[name]
END
}

@test "compare: the base is chosen by id or by number" {
  write_texts
  for base in b 2; do
    "$STEMMA" compare --base $base a.txt b.txt | grep -q '^{"base":"b"'
  done
  for base in 3 0 x -1; do
    run "$STEMMA" compare "--base=$base" a.txt b.txt
    [ "$status" -eq 1 ]
    [[ "$output" == *"--base"* ]]
  done
}

@test "compare: the order of the inputs is kept, and files of one name are told apart" {
  write_texts
  mkdir x y
  cp b.txt x/report.txt
  cp a.txt y/report.txt
  "$STEMMA" compare x/report.txt y/report.txt | grep -q '"base":"x/report.txt".*"report":"y/report.txt"'
  "$STEMMA" compare b.txt a.txt | grep -q '^{"base":"b"'
}

@test "compare: two or three texts" {
  write_texts
  run "$STEMMA" compare a.txt
  [ "$status" -eq 1 ]
  [[ "$output" == *"1 reports, expected two or three"* ]]
  cp c.txt d.txt
  run "$STEMMA" compare a.txt b.txt c.txt d.txt
  [ "$status" -eq 1 ]
  run "$STEMMA" compare a.txt nothing.txt
  [ "$status" -eq 1 ]
}

@test "compare: as text the sentences stand side by side" {
  write_texts
  run "$STEMMA" compare --format text a.txt b.txt
  [ "$status" -eq 0 ]
  [[ "$output" == *"98 % of its 47 words stand in a"* ]]
  [[ "$output" == *"[nine]"*"│"*"[ten]"* ]]
  [[ "$output" == *"{1:The harbour wall"* ]]
}

@test "compare: the page is one file that loads nothing" {
  write_texts
  printf '</style><script>alert(1)</script><img src=x onerror=y>' >> b.txt
  "$STEMMA" compare --format html a.txt b.txt -o page.html
  ! grep -qi '<script' page.html
  ! grep -qi '<img' page.html
  grep -q "default-src 'none'" page.html
  grep -q 'class="notice"' page.html
  ! grep -qiE 'independent|confirmed|copied|left out|plagiar' page.html
}
