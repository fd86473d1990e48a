# What the verbs print for small inputs.

load helper

@test "stories: one line a story, in the order of their first reports" {
  write_fire
  write_bread
  run --separate-stderr "$STEMMA" stories --no-counts bread fire
  [ "$status" -eq 0 ]
  [ "$stderr" = "" ]
  [ "${#lines[@]}" -eq 2 ]
  [[ "${lines[0]}" == *'"reports":["a","b","c"],"first":"2031-03-04T08:10:00Z","last":"2031-03-05","outlets":3}' ]]
  [[ "${lines[1]}" == *'"reports":["d"],"first":"2031-06-20","last":"2031-06-20","outlets":1}' ]]
}

@test "stories: equal texts of two outlets are two reports and one telling" {
  write_fire
  head -2 fire/reports.jsonl > two.jsonl
  run "$STEMMA" stories two.jsonl
  [ "$status" -eq 0 ]
  [[ "$output" == *'"reports":["a","b"]'* ]]
  [[ "$output" == *'"count":{"tellings":{"likely":1,"low":1,"high":1},"sources":{"likely":1,"low":1,"high":1}}}' ]]
}

@test "stories: --group-by takes the grouping and its names from the input" {
  printf '%s\n' \
    '{"id":"1","text":"Rain fell on Tarn all day.","event":"rain"}' \
    '{"id":"2","text":"Bakers met in Quillen.","event":"rain"}' \
    '{"id":"3","text":"Rain fell on Tarn all day."}' > given.jsonl
  run "$STEMMA" stories --no-counts --group-by event given.jsonl
  [ "$status" -eq 0 ]
  [[ "${lines[0]}" == '{"story":"rain",'*'"reports":["1","2"]'* ]]
  [[ "${lines[1]}" == *'"reports":["3"]'* ]]
}

@test "reuse: equal texts are a line of their own, pairs name one of them" {
  write_fire
  run "$STEMMA" reuse fire
  [ "$status" -eq 0 ]
  [ "${lines[0]}" = '{"same":["a","b"]}' ]
  [ "${#lines[@]}" -eq 1 ]
}

@test "reuse: a passage is given in code points of both texts" {
  # The shared sentence has 19 words; "Caf\u00e9." is 5 code points and 6 bytes.
  shared="The harbour wall at Tarn broke in the night and three boats sank before anybody could reach them, officials said."
  printf '{"id":"x","outlet":"X","text":"Café. %s"}\n{"id":"y","outlet":"Y","text":"%s"}\n' "$shared" "$shared" > wall.jsonl
  run "$STEMMA" reuse wall.jsonl
  [ "$status" -eq 0 ]
  [ "${#lines[@]}" -eq 1 ]
  [[ "$output" == '{"a":{"id":"x","begin":6,"end":11'?'},"b":{"id":"y","begin":0,"end":11'?'},"kind":"verbatim","similarity":1,"quoted":0,"aligned":[['* ]]
}

@test "quotes: who said what, filtered by speaker and form" {
  write_fire
  run "$STEMMA" quotes --form direct --speaker holt fire
  [ "$status" -eq 0 ]
  [[ "$output" == *'"text":"Nobody was hurt'* ]]
  [[ "$output" != *'"form":"indirect"'* ]]
  run "$STEMMA" quotes --speaker nobody-of-that-name fire
  [ "$status" -eq 0 ]
  [ "$output" = "" ]
}

@test "quotes: the family is null, and a name with --families" {
  write_fire
  run "$STEMMA" quotes --form direct fire
  [[ "${lines[0]}" == *'"family":null'* ]]
  run "$STEMMA" quotes --families --form direct fire
  [[ "${lines[0]}" != *'"family":null'* ]]
}

@test "every verb: jsonl is one object a line, json one array of the same" {
  write_fire
  write_bread
  for verb in stories reuse quotes matrix origins; do
    "$STEMMA" $verb --format jsonl fire bread > lines.jsonl
    "$STEMMA" $verb --format json fire bread > array.json
    python3 - <<'END'
import json
lines = [json.loads(line) for line in open("lines.jsonl", encoding="utf-8")]
assert lines and lines == json.load(open("array.json", encoding="utf-8"))
END
  done
}

@test "every verb: an empty result is still a JSON array" {
  printf '{"id":"1","text":"One."}\n' > one.jsonl
  run "$STEMMA" reuse --format json one.jsonl
  [ "$status" -eq 0 ]
  [ "$output" = "[]" ]
}

@test "every verb: csv has a header and as many cells in every record" {
  write_fire
  write_bread
  for verb in stories reuse quotes matrix origins; do
    "$STEMMA" $verb --format csv fire bread > table.csv
    python3 - <<'END'
import csv
rows = list(csv.reader(open("table.csv", encoding="utf-8", newline="")))
assert len(rows) > 1 and len({len(row) for row in rows}) == 1, rows
END
  done
}

@test "matrix: spans are places in the text, and no stretch is in two rows" {
  write_fire
  "$STEMMA" matrix fire > matrix.jsonl
  python3 - <<'END'
import json
texts = {r["id"]: r["text"] for r in map(json.loads, open("fire/reports.jsonl", encoding="utf-8"))}
for story in map(json.loads, open("matrix.jsonl", encoding="utf-8")):
    taken = {}
    assert story["rows"] and story["quotes"]
    for row in story["rows"]:
        base = next(c for c in row["cells"] if c["report"] == row["base"])
        assert row["statement"] == " … ".join(texts[row["base"]][b:e] for b, e in base["spans"])
        cells = [c["report"] for c in row["cells"]]
        every = cells + row["not_in_text"] + [u["report"] for u in row["unknown"]]
        assert sorted(every) == sorted(texts), every
        assert row["support"]["reports"] == len(cells)
        assert 1 <= row["support"]["tellings"] <= len(cells)
        for cell in row["cells"]:
            for b, e in cell["spans"]:
                places = taken.setdefault(cell["report"], set())
                assert 0 <= b < e <= len(texts[cell["report"]])
                assert not places & set(range(b, e))
                places |= set(range(b, e))
    for quote in story["quotes"]:
        assert quote["family"]
        assert quote["text"] == " … ".join(texts[quote["report"]][b:e] for b, e in quote["content"])
END
}

@test "origins: every report is in a telling and in a source, counts hold" {
  write_fire
  write_bread
  "$STEMMA" origins fire bread > origins.jsonl
  python3 - <<'END'
import json
for story in map(json.loads, open("origins.jsonl", encoding="utf-8")):
    for level in ("tellings", "sources"):
        count = story["count"][level]
        assert count["low"] <= count["likely"] <= count["high"]
        assert {r for group in story[level] for r in group["reports"]} == set(story["reports"])
    assert [d["report"] for d in story["derivations"]] == story["reports"]
END
}

@test "-o writes the same bytes as standard output" {
  write_fire
  "$STEMMA" matrix fire > plain.jsonl
  "$STEMMA" matrix fire -o file.jsonl > nothing
  cmp plain.jsonl file.jsonl
  [ ! -s nothing ]
  [ "$(ls -A | wc -l)" -eq 4 ]  # no temporary file is left
}

@test "on a terminal: text, coloured unless NO_COLOR is set" {
  script -qec true /dev/null > /dev/null 2>&1 ||
    skip "no terminal can be opened here"
  write_bread
  run script -qec "'$STEMMA' stories bread" /dev/null
  [[ "$output" == *$'\e['* ]]
  [[ "$output" == *"tellings"* ]]
  NO_COLOR=1 run script -qec "'$STEMMA' stories bread" /dev/null
  [[ "$output" != *$'\e['* ]]
  [[ "$output" == *"tellings"* ]]
}

@test "on a terminal: progress of a slow input keeps NO_COLOR too" {
  script -qec true /dev/null > /dev/null 2>&1 ||
    skip "no terminal can be opened here"
  write_fire
  # A file and not a function: what shell reads the command is not known.
  cat > slow.sh <<'END'
while read -r line; do printf '%s\n' "$line"; sleep 0.4; done < fire/reports.jsonl
END
  NO_COLOR=1 run script -qec "sh slow.sh | '$STEMMA' stories -" /dev/null
  [[ "$output" == *"reading: "* ]]
  [[ "$output" != *$'\e['* ]]
}

@test "quotes: --families tells what became of the words, and who told" {
  mkdir -p dam
  echo '{"id":"a","outlet":"Post","published":"2024-03-01T08:00:00Z","text":"“The western gates of the dam were rotten for twenty years,” said Ana Ruiz, the transport minister."}' > dam/news.jsonl
  echo '{"id":"b","outlet":"Echo","published":"2024-03-01T09:00:00Z","text":"“The western gates of the dam were rotten,” Ruiz said on Friday."}' >> dam/news.jsonl
  sed -i 's/"outlet"/"story":"s","outlet"/' dam/news.jsonl
  run "$STEMMA" quotes --families --group-by story --format jsonl dam
  [ "$status" -eq 0 ]
  [ "${#lines[@]}" -eq 2 ]
  [[ "${lines[0]}" == *'"speaker":"Ana Ruiz","speaker_by":"name"'*'"wording":"fullest"'* ]]
  [[ "${lines[1]}" == *'"speaker":"Ana Ruiz","speaker_by":"name","speaker_reports":["a"]'* ]]
  [[ "${lines[1]}" == *'"wording":"trimmed","attribution":"kept"'* ]]
  run "$STEMMA" quotes --families --group-by story --format text dam
  [[ "${lines[0]}" == "Ana Ruiz" ]]
  [[ "$output" == *"Echo, direct, trimmed"* ]]
}

@test "quotes: --speaker takes variants of a name" {
  write_fire
  mkdir -p dam
  echo '{"id":"a","text":"“The western gates were rotten,” said Ana Maria Ruiz. “They held,” said Leo Brandt."}' > dam/news.jsonl
  run "$STEMMA" quotes --format jsonl --speaker "Ana Ruiz" dam
  [ "${#lines[@]}" -eq 1 ]
  [[ "$output" == *'"speaker":"Ana Maria Ruiz"'* ]]
}
