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
  run "$STEMMA" reuse --clusters wire.jsonl
  [ "$status" -eq 0 ]
  [ "${#lines[@]}" -eq 1000 ]
  [[ "${lines[0]}" == *'"size":1000'* ]]
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
