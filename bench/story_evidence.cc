// Prints what speaks for and against each report's joining the stories that it
// resembles, for scripts/learn_story_weights.py.
//
//   story_evidence REPORTS.jsonl STORIES.tsv [observed]
//
// STORIES.tsv has a report's id and its story on each line. Every report is
// put into its own story after it was compared with the stories so far. With
// `observed`, all reports are observed before the first is added.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>

#include "stemma/engine.h"
#include "story/grouper.h"

namespace {

// Comparisons with other stories than its own, a report.
constexpr int kOtherStories = 5;

using stemma::story::Comparison;
using stemma::story::StoryIndex;

void print_names() {
  std::printf("own");
  for (std::size_t i = 0; i < stemma::story::kEvidence; ++i) {
    const std::string name(
        stemma::story::name_of(static_cast<stemma::story::Evidence>(i)));
    std::printf("\t%s", name.c_str());
  }
  std::printf("\n");
}

void print(const Comparison& comparison, bool own) {
  std::printf("%d", own ? 1 : 0);
  for (const double value : comparison.evidence) std::printf("\t%.5f", value);
  std::printf("\n");
}

void print_evidence(const stemma::Corpus& corpus,
                    const std::map<std::string, std::string>& story_of,
                    stemma::story::StoryGrouper& grouper) {
  stemma::story::Outliner outliner;
  std::map<std::string, StoryIndex> stories;
  for (std::size_t i = 0; i < corpus.reports.size(); ++i) {
    const stemma::story::Outline outline = outliner.make(corpus.reports[i]);
    const auto given = story_of.find(corpus.reports[i].id);
    if (given == story_of.end()) continue;
    const auto next = static_cast<StoryIndex>(stories.size());
    const auto [story, is_new] = stories.try_emplace(given->second, next);
    int others = 0;
    for (const Comparison& each : grouper.compare(outline)) {
      const bool own = !is_new && each.story == story->second;
      if (own || others++ < kOtherStories) print(each, own);
    }
    grouper.place(outline, story->second);
  }
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr,
                 "story_evidence REPORTS.jsonl STORIES.tsv [observed]\n");
    return 2;
  }
  const std::string input = words[1];
  const auto corpus = stemma::read_corpus({&input, 1}, {});
  if (!corpus) {
    std::fprintf(stderr, "%s\n", corpus.error().to_string().c_str());
    return 1;
  }
  std::map<std::string, std::string> story_of;
  std::ifstream lines(words[2]);
  for (std::string id, story; lines >> id >> story;) story_of[id] = story;
  stemma::story::StoryGrouper grouper{stemma::StoryOptions{}};
  if (count > 3) {
    stemma::story::Outliner outliner;
    for (const stemma::Report& report : corpus->reports) {
      grouper.observe(outliner.make(report));
    }
  }
  print_names();
  print_evidence(*corpus, story_of, grouper);
  return 0;
}
