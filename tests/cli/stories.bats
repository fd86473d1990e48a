# Grouping: streams, watched directories, decisions, windows.

load helper

write_ferry() {
  cat > ferry.jsonl <<'END'
{"id":"f1","outlet":"Lantern","published":"2031-03-01T06:00:00Z","lang":"en","title":"Ferry Halvard aground off Lunholm","text":"The ferry Halvard ran aground off Lunholm harbour before dawn. Rescue boats took 42 passengers from the ferry to Lunholm."}
{"id":"v1","outlet":"Lantern","published":"2031-03-01T07:00:00Z","lang":"en","title":"Low turnout in Brandmoor","text":"Voters in Brandmoor elected seventeen councillors on Sunday. Turnout in the Brandmoor council vote was low because of rain."}
{"id":"f2","outlet":"Harbour Post","published":"2031-03-01T08:00:00Z","lang":"en","title":"Passengers of the ferry Halvard are ashore","text":"Rescue boats brought 42 passengers ashore at Lunholm after the ferry Halvard ran aground before dawn near the harbour."}
END
}

# The values of one field, a line each.
field() {
  python3 -c 'import json, sys
for line in sys.stdin: print(json.loads(line)[sys.argv[1]])' "$1"
}

# Waits until the files of the pattern $1 have $2 lines, twenty seconds at most.
await_lines() {
  for _ in $(seq 200); do
    [ "$(cat $1 2> /dev/null | wc -l)" -ge "$2" ] && return
    sleep 0.1
  done
}

@test "--stream: an event for each report, the same at every run" {
  write_ferry
  "$STEMMA" stories --stream - < ferry.jsonl > events.jsonl
  [ "$(field event < events.jsonl | sort -u)" = join ]
  [ "$(field report < events.jsonl | tr '\n' ' ')" = "f1 v1 f2 " ]
  [ "$(field story < events.jsonl | sort -u | wc -l)" -eq 2 ]
  "$STEMMA" stories --stream -j 8 ferry.jsonl > again.jsonl
  cmp events.jsonl again.jsonl
}

@test "--stream: a report that comes again is one report" {
  write_ferry
  cat ferry.jsonl ferry.jsonl | "$STEMMA" stories --stream - > events.jsonl
  [ "$(wc -l < events.jsonl)" -eq 3 ]
}

@test "--stream: what cannot be read is named, the rest is answered" {
  write_ferry
  run --separate-stderr -3 bash -c \
    '(echo "no json"; cat ferry.jsonl) | "$STEMMA" stories --stream -'
  [ "${#lines[@]}" -eq 3 ]
  [[ "$stderr" == *"standard input:1: no JSON"* ]]
}

@test "--stream: a report is answered before the next one comes" {
  write_ferry
  mkfifo pipe
  "$STEMMA" stories --stream - < pipe > events.jsonl &
  exec 7> pipe
  head -n 1 ferry.jsonl >&7
  await_lines events.jsonl 1
  [ "$(wc -l < events.jsonl)" -eq 1 ]
  exec 7>&-
  wait
}

@test "--watch: files join as they arrive, a signal loses nothing" {
  write_ferry
  for signal in INT TERM; do
    rm -rf inbox events.jsonl && mkdir inbox
    head -n 1 ferry.jsonl > inbox/a.jsonl
    "$STEMMA" stories --watch inbox -o events.jsonl &
    watcher=$!
    await_lines 'events.jsonl*' 1
    tail -n 2 ferry.jsonl > inbox/b.jsonl
    await_lines 'events.jsonl*' 3
    kill -$signal $watcher
    status=0
    wait $watcher || status=$?
    [ "$status" -eq $((128 + $(kill -l $signal))) ]
    [ "$(field report < events.jsonl | tr '\n' ' ')" = "f1 v1 f2 " ]
  done
}

@test "--window closes stories that nothing joined for so long" {
  write_ferry
  sed -i 's/03-01T08/04-20T08/' ferry.jsonl
  [ "$("$STEMMA" stories --no-counts --window 2w ferry.jsonl | wc -l)" -eq 3 ]
  run -2 "$STEMMA" stories --window soon ferry.jsonl
}

@test "merge and split are honoured by the next run, in any order of input" {
  write_ferry
  "$STEMMA" split -d decided.jsonl f1 f2
  "$STEMMA" merge -d decided.jsonl f1 v1
  "$STEMMA" stories --no-counts -d decided.jsonl ferry.jsonl > stories.jsonl
  [ "$(field reports < stories.jsonl | head -n 1)" = "['f1', 'v1']" ]
  [ "$(wc -l < stories.jsonl)" -eq 2 ]
  tac ferry.jsonl | "$STEMMA" stories --no-counts -d decided.jsonl - > again.jsonl
  cmp stories.jsonl again.jsonl
  # A later decision stands above an earlier one.
  "$STEMMA" merge -d decided.jsonl f1 f2
  [ "$("$STEMMA" stories --no-counts -d decided.jsonl ferry.jsonl | wc -l)" -eq 1 ]
}

@test "a file of decisions that is none is not written to" {
  echo "dear diary" > diary.txt
  run -1 "$STEMMA" merge -d diary.txt a b
  [ "$(cat diary.txt)" = "dear diary" ]
  run -2 "$STEMMA" merge a b
}

@test "without counts the stories are the same" {
  write_ferry
  "$STEMMA" stories ferry.jsonl | field reports > counted
  "$STEMMA" stories --no-counts ferry.jsonl | field reports > plain
  cmp counted plain
  "$STEMMA" stories --counts none ferry.jsonl | field reports > plain
  cmp counted plain
}

@test "--counts full gives the counts of origins, quick is the default" {
  write_ferry
  "$STEMMA" stories --counts full ferry.jsonl | field count > full
  "$STEMMA" origins ferry.jsonl | python3 -c 'import json, sys
for line in sys.stdin:
    count = json.loads(line)["count"]
    print({k: count[k] for k in ("tellings", "sources")})' > origins
  cmp full origins
  "$STEMMA" stories ferry.jsonl > default.jsonl
  "$STEMMA" stories --counts quick -j 8 ferry.jsonl > quick.jsonl
  cmp default.jsonl quick.jsonl
  [ "$(field count < quick.jsonl | grep -c "'tellings': {'likely'")" -eq 2 ]
  run -2 "$STEMMA" stories --counts twice ferry.jsonl
}

@test "a pipe and a packed file give what the file gives" {
  write_ferry
  "$STEMMA" stories ferry.jsonl > plain.jsonl
  "$STEMMA" stories - < ferry.jsonl > piped.jsonl
  gzip -k ferry.jsonl
  "$STEMMA" stories ferry.jsonl.gz > packed.jsonl
  cmp plain.jsonl piped.jsonl
  cmp plain.jsonl packed.jsonl
}

@test "--explain says why two reports are one story, or two" {
  write_ferry
  "$STEMMA" stories --explain f1 f2 ferry.jsonl > one.json
  [ "$(field one_story < one.json)" = True ]
  [ "$(field decided_by < one.json)" = likeness ]
  "$STEMMA" stories --explain f1 v1 ferry.jsonl > two.json
  [ "$(field one_story < two.json)" = False ]
  field stories < two.json | tr -d "[]', " > found
  [ "$(cat found)" = "$("$STEMMA" stories --no-counts ferry.jsonl | field story | tr -d '\n')" ]
  run "$STEMMA" stories --format text --explain f1 f2 ferry.jsonl
  [[ "${lines[0]}" == "f1 and f2: one story, decided by likeness" ]]
  "$STEMMA" split -d decided.jsonl f1 f2
  "$STEMMA" stories -d decided.jsonl --explain f1 f2 ferry.jsonl > split.json
  [ "$(field decided_by < split.json)" = decision ]
}

@test "--explain needs two reports of the input, at hand" {
  write_ferry
  run -1 "$STEMMA" stories --explain f1 f9 ferry.jsonl
  [[ "$output" == *f9* ]]
  run -2 "$STEMMA" stories --stream --explain f1 f2 ferry.jsonl
  run -2 "$STEMMA" stories --format csv --explain f1 f2 ferry.jsonl
  run -2 "$STEMMA" stories --explain f1
}
