# Completion, run in the shells that are there.

load helper

complete_bash() {
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  COMPREPLY=()
  _stemma
  echo "${COMPREPLY[*]}"
}

@test "completion: bash completes verbs, flags and values" {
  source <("$STEMMA" completion bash)
  [ "$(complete_bash stemma or)" = "origins" ]
  [ "$(complete_bash stemma reuse --cross)" = "--cross-outlet" ]
  [ "$(complete_bash stemma stories --format "")" = "text jsonl json csv" ]
  [ "$(complete_bash stemma quotes --form m)" = "mixed" ]
  [ "$(complete_bash stemma reuse --cl)" = "--clusters" ]
  [ "$(complete_bash stemma check --format h)" = "html" ]
  [ "$(complete_bash stemma matrix --format t)" = "text tei" ]
  [ "$(complete_bash stemma compare --ba)" = "--base" ]
  [ "$(complete_bash stemma completion f)" = "fish" ]
  touch news.jsonl
  [ "$(complete_bash stemma stories ne)" = "news.jsonl" ]
}

@test "completion: zsh accepts the script" {
  command -v zsh > /dev/null || skip "zsh is not installed"
  "$STEMMA" completion zsh > _stemma
  zsh -n _stemma
}

@test "completion: fish accepts the script" {
  command -v fish > /dev/null || skip "fish is not installed"
  "$STEMMA" completion fish > stemma.fish
  fish -n stemma.fish
}

@test "completion: an unknown shell is wrong usage" {
  run "$STEMMA" completion tcsh
  [ "$status" -eq 2 ]
}
