# What the tests of the program share. STEMMA is the program's path.

bats_require_minimum_version 1.5.0

setup() {
  cd "$BATS_TEST_TMPDIR"
  ulimit -c 0
}

# Three reports of one fire: "a" and "b" print one text, "c" tells it in its
# own words.
write_fire() {
  mkdir -p fire
  cat > fire/reports.jsonl <<'END'
{"id":"a","outlet":"Lantern","published":"2031-03-04T08:10:00Z","lang":"en","title":"Café burns in Orlen","text":"A fire destroyed the Café Marin in Orlen on Tuesday and 12 people fled, the fire brigade said.\n\nThe fire broke out in the kitchen at about six in the morning and was put out within an hour.\n\n“Nobody was hurt,” said fire chief Ina Holt. “The guests did everything right.”"}
{"id":"b","outlet":"Harbour Post","published":"2031-03-04T09:00:00Z","lang":"en","title":"Fire in Orlen","text":"A fire destroyed the Café Marin in Orlen on Tuesday and 12 people fled, the fire brigade said.\n\nThe fire broke out in the kitchen at about six in the morning and was put out within an hour.\n\n“Nobody was hurt,” said fire chief Ina Holt. “The guests did everything right.”"}
{"id":"c","outlet":"Tarn Weekly","published":"2031-03-05","lang":"en","title":"Orlen mourns its café","text":"The Café Marin was the oldest in Orlen, and on Wednesday regulars laid flowers before its doors.\n\nThe house had burned down the day before. Fire chief Ina Holt said that nobody was hurt."}
END
}

# A second event, so that there is something to group.
write_bread() {
  mkdir -p bread
  cat > bread/d.txt <<'END'
Outlet: Mill and Oven
Date: 2031-06-20

Bakers from nine valleys met in Quillen on Friday to choose the best rye bread of the year. The prize went to Tobias Wenk.
END
}
