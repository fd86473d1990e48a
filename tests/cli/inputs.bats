# Inputs good and bad, exit codes, pipes and signals.

load helper

@test "exit 2: wrong usage is said on standard error" {
  for words in "" "storys x" "stories" "stories --nonsense x" "reuse --min-words none x"; do
    run --separate-stderr "$STEMMA" $words
    [ "$status" -eq 2 ]
    [ "$output" = "" ]
    [[ "$stderr" == "stemma: "* ]]
  done
}

@test "exit 0: help and version are on standard output" {
  run --separate-stderr "$STEMMA" --help
  [ "$status" -eq 0 ]
  [[ "$output" == *"Examples:"* ]]
  [ "$stderr" = "" ]
  run "$STEMMA" --version
  [ "$status" -eq 0 ]
  [[ "$output" =~ ^stemma\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}

@test "exit 1: an input that is not there, named in the message" {
  run --separate-stderr "$STEMMA" stories nothing-here
  [ "$status" -eq 1 ]
  [ "$output" = "" ]
  [[ "$stderr" == *"nothing-here"* ]]
}

@test "exit 1: an output that cannot be written, before any work" {
  write_bread
  run --separate-stderr "$STEMMA" stories bread -o no/such/folder/x
  [ "$status" -eq 1 ]
  [[ "$stderr" == *"no/such/folder/x"* ]]
}

@test "exit 1: a field that no record has is a slip, not a grouping" {
  write_fire
  run --separate-stderr "$STEMMA" stories --group-by evnet fire
  [ "$status" -eq 1 ]
  [[ "$stderr" == *'"evnet"'* ]]
}

@test "exit 3: a bad line is named by file and line, the rest is read" {
  printf '%s\n' '{"id":"1","text":"One storm broke the wall."}' '{"id": broken' \
    '{"id":"3","text":"Bakers met in Quillen."}' > some.jsonl
  run --separate-stderr "$STEMMA" stories --no-counts some.jsonl
  [ "$status" -eq 3 ]
  [ "${#lines[@]}" -eq 2 ]
  [[ "$stderr" == *"some.jsonl:2"* ]]
  [[ "$stderr" == *"1 of 3 inputs were unreadable"* ]]
}

@test "--errors: what was unreadable, as JSON Lines" {
  printf '%s\n' '{"id":"1","text":"One."}' 'nonsense {' '{"id":"2"}' > some.jsonl
  run "$STEMMA" stories --errors errors.jsonl some.jsonl
  [ "$status" -eq 3 ]
  run python3 -c 'import json
for line in open("errors.jsonl"):
    error = json.loads(line)
    print(error["code"], error["where"])'
  [ "${lines[0]}" = "malformed some.jsonl:2" ]
  [ "${lines[1]}" = "malformed some.jsonl:3" ]
  [ "${#lines[@]}" -eq 2 ]
}

@test "-: standard input, packed or plain" {
  write_fire
  "$STEMMA" stories fire/reports.jsonl > want
  "$STEMMA" stories - < fire/reports.jsonl > got
  cmp want got
  gzip -c fire/reports.jsonl | "$STEMMA" stories - > got
  cmp want got
}

@test "a reader that goes away is no failure" {
  for i in $(seq 3000); do
    printf '{"id":"%s","text":"Report %s speaks of storm %s."}\n' $i $i $i
  done > many.jsonl
  run bash -c 'set -o pipefail; "$STEMMA" stories --no-counts many.jsonl 2> said | head -1; cat said'
  [ "$status" -eq 0 ]
  [ "${#lines[@]}" -eq 1 ]
}

@test "a full disk is a failure" {
  [ -e /dev/full ] || skip "no /dev/full"
  write_bread
  run bash -c '"$STEMMA" stories bread > /dev/full'
  [ "$status" -eq 1 ]
  [[ "$output" == "stemma: "* ]]
}

# Prints the exit code of a run that the signal $1 meets while it waits for
# input with an output file begun.
exit_after() {
  rm -f slow && mkfifo slow
  exec 9<> slow
  "$STEMMA" stories slow -o out.jsonl 9>&- &
  program=$!
  for _ in $(seq 100); do
    compgen -G 'out.jsonl.*' > /dev/null && break
    sleep 0.05
  done
  # A shell starts its background jobs with SIGINT ignored; the program takes
  # the signal all the same.
  kill -"$1" $program
  wait $program && status=0 || status=$?
  exec 9>&-
  echo $status
}

@test "interrupted or terminated: no half-written file is left" {
  [ "$(exit_after INT)" -eq 130 ]
  [ "$(exit_after TERM)" -eq 143 ]
  [ ! -e out.jsonl ]
  ! compgen -G 'out.jsonl.*'
}

@test "same bytes for any order of the input and 1, 2 or 8 threads" {
  write_fire
  write_bread
  tac fire/reports.jsonl > reversed.jsonl
  for verb in stories reuse quotes matrix origins report; do
    "$STEMMA" $verb --threads 1 fire bread > want
    for threads in 1 2 8; do
      "$STEMMA" $verb --threads $threads bread reversed.jsonl > got
      cmp want got
    done
  done
}

@test "one report given twice is one report" {
  write_fire
  run "$STEMMA" stories --no-counts fire fire/reports.jsonl
  [ "$status" -eq 0 ]
  [[ "$output" == *'"reports":["a","b","c"]'* ]]
}

@test "odd bytes in a text are shown replaced, not fatal" {
  printf '{"id":"1","text":"One \\ud800 two \xff three.","title":"T\\u0000"}\n' > odd.jsonl
  run "$STEMMA" matrix odd.jsonl
  [ "$status" -eq 0 ]
  run "$STEMMA" report odd.jsonl
  [ "$status" -eq 0 ]
}
