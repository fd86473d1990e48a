# stemma origins: the stemma in other forms, one report explained, rejections.

load helper

write_copies() {
  local lead="A landslide buried the road between Orvel and Sankt Tass early on Friday and cut off four villages, the district office said."
  local more="Some three hundred cubic metres of rock came down after a week of rain, and a bus driver was able to stop in time."
  printf '{"id":"a","outlet":"Orvel <Post>","published":"2031-03-04T08:00:00Z","text":"%s %s"}\n' "$lead" "$more" > copies.jsonl
  printf '{"id":"b","outlet":"Orvel <Post>","published":"2031-03-04T09:00:00Z","text":"%s %s Engineers began to clear the slope."}\n' "$lead" "$more" >> copies.jsonl
}

@test "origins: --format graphml is XML with the edge" {
  write_copies
  "$STEMMA" origins --format graphml copies.jsonl > stemma.graphml
  run python3 -c 'import xml.etree.ElementTree as tree
root = tree.parse("stemma.graphml").getroot()
name = "{http://graphml.graphdrawing.org/xmlns}"
for edge in root.iter(name + "edge"):
    print(edge.get("source").split("/")[1], edge.get("target").split("/")[1])'
  [ "$status" -eq 0 ]
  [ "$output" = "r:a r:b" ]
}

@test "origins: --format dot names both reports" {
  write_copies
  run "$STEMMA" origins --format dot copies.jsonl
  [ "$status" -eq 0 ]
  [[ "$output" == *'"r:a" -> "r:b"'* ]]
}

@test "origins: --explain says of one report why it stands where it stands" {
  write_copies
  run "$STEMMA" origins --explain b --format text copies.jsonl
  [ "$status" -eq 0 ]
  [[ "$output" == *"earlier report of the same outlet"* ]]
}

@test "origins: --rejections are heeded and given out" {
  write_copies
  printf 'not-from\tb\ta\n' > mine.tsv
  run "$STEMMA" origins --rejections mine.tsv --format jsonl copies.jsonl
  [ "$status" -eq 0 ]
  [[ "$output" == *'"rejected":[{"rejected":"not-from","report":"b","other":"a"}]'* ]]
  [[ "$output" != *'"from":"a"'* ]]
  printf 'apart\ta\n' > wrong.tsv
  run --separate-stderr "$STEMMA" origins --rejections wrong.tsv copies.jsonl
  [ "$status" -eq 1 ]
  [[ "$stderr" == *"wrong.tsv:1"* ]]
}

@test "origins: --outlets says which outlets are of one group" {
  write_copies
  sed -i 's/"id":"b","outlet":"Orvel <Post>"/"id":"b","outlet":"Tass"/' copies.jsonl
  printf 'Orvel <Post>\t\tValley Media\nTass\t\tValley Media\n' > outlets.tsv
  run "$STEMMA" origins --outlets outlets.tsv --format text copies.jsonl
  [ "$status" -eq 0 ]
  [[ "$output" == *"Valley Media"* ]]
}
