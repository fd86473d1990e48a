// The verbs, what they do and how they are used.
#include "cli/flags.h"

namespace stemma::cli {
namespace {

constexpr VerbInfo kVerbs[] = {
    {Verb::kStories, "stories",
     "Group reports into stories and count their tellings and sources", "INPUT",
     "  stemma stories news/                   a table of the stories\n"
     "  stemma stories news.jsonl.gz | head    JSON Lines, in a pipe\n"
     "  stemma stories --group-by event x.jsonl  stories given in the input\n"
     "  stemma stories --counts full news/     counted from the whole texts\n"
     "  stemma stories --no-counts news/       group only\n"
     "  tail -f wire.jsonl | stemma stories --stream -   answer as they come\n"
     "  stemma stories --watch inbox/          files as they are put there\n"
     "  stemma stories --explain a17 b4 news/  why are they one story, or "
     "two?\n"},
    {Verb::kReuse, "reuse", "Find the passages that two reports share", "INPUT",
     "  stemma reuse a.txt b.txt               what the two share\n"
     "  stemma reuse --cross-outlet news/      between outlets only\n"
     "  stemma reuse --min-words 30 news/      longer passages only\n"
     "  stemma reuse --index news.index day.jsonl  compare a day with all "
     "before it\n"
     "  stemma reuse --within 30d news/        published within 30 days\n"
     "  stemma reuse --clusters in.json        in place of passim in.json out\n"
     "  stemma reuse --format csv news/ -o shared.csv\n"},
    {Verb::kQuotes, "quotes", "Find who is quoted, in whose words", "INPUT",
     "  stemma quotes news/                    every utterance\n"
     "  stemma quotes --speaker Ruiz news/     those of one speaker\n"
     "  stemma quotes --form direct news/      only what stands in marks\n"
     "  stemma quotes --families news/         wordings of one utterance "
     "share\n"
     "                                         their \"family\"\n"},
    {Verb::kMatrix, "matrix",
     "Show what each report of a story carries, rewords, changes, does not "
     "have",
     "INPUT",
     "  stemma matrix story/                   statements x reports\n"
     "  stemma matrix --format csv story/ -o matrix.csv\n"
     "  stemma matrix --format tei story/ -o apparatus.xml   TEI P5\n"
     "  stemma matrix --format html story/ -o matrix.html\n"},
    {Verb::kOrigins, "origins",
     "Show the tellings and sources of a story, and what derives from what",
     "INPUT",
     "  stemma origins story/                  with the evidence\n"
     "  stemma origins --group-by story news.jsonl | jq .count\n"
     "  stemma origins --format dot story/ | dot -Tsvg > stemma.svg\n"
     "  stemma origins --explain valley-radio story/   one report, in words\n"},
    {Verb::kReport, "report", "Write the story page, one HTML file", "INPUT",
     "  stemma report story/ -o story.html     to read, print or mail\n"
     "  stemma report --full-text story/ -o story.html  with whole texts\n"},
    {Verb::kCheck, "check",
     "Show where a text comes from and where it was used", "INPUT",
     "  stemma check mine.txt news/            which reports share passages?\n"
     "  stemma check \"A sentence of some length\" news/   the text itself\n"
     "  stemma check --format html mine.txt news/ -o check.html\n"
     "TEXT is a file, - for standard input, or some words. A file of JSON "
     "Lines is\nchecked report by report.\n"},
    {Verb::kCompare, "compare",
     "Show two or three texts side by side, word by word", "INPUT",
     "  stemma compare a.txt b.txt             what was changed, what moved?\n"
     "  stemma compare --base 2 a.txt b.txt c.txt   as changes of b\n"
     "  stemma compare --format html a.txt b.txt -o compared.html\n"},
    {Verb::kMerge, "merge", "Decide that reports belong in one story", "REPORT",
     "  stemma merge -d decisions.jsonl a17 b4\n"
     "  stemma stories -d decisions.jsonl news/  honours it\n"},
    {Verb::kSplit, "split", "Decide that reports belong in different stories",
     "REPORT",
     "  stemma split -d decisions.jsonl a17 b4\n"
     "  stemma stories -d decisions.jsonl news/  honours it\n"},
    {Verb::kCompletion, "completion",
     "Print the completion script of a shell (bash, zsh or fish)", "SHELL",
     "  stemma completion bash > "
     "~/.local/share/bash-completion/completions/stemma\n"
     "  stemma completion zsh > \"${fpath[1]}/_stemma\"\n"
     "  stemma completion fish > ~/.config/fish/completions/stemma.fish\n"},
};

}  // namespace

std::span<const VerbInfo> verbs() { return kVerbs; }

}  // namespace stemma::cli
