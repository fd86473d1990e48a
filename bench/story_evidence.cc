// What scripts/learn_story_weights.py needs.
//
//   story_evidence REPORTS.jsonl STORIES.tsv
//   story_evidence REPORTS.jsonl STORIES.tsv WEIGHTS.tsv
//
// STORIES.tsv has a report's id and its story on each line. Without weights:
// reports are put together in rounds, as their stories are known to be; in each
// round, for each group and the three it resembles most, a line with 1 if they
// are one story and 0 if not, then the evidence. With weights (a name and a
// value on each line, in the order of src/story/join_model.h): the reports are
// grouped by them, and BCubed precision, recall and F1 are printed.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "stemma/engine.h"
#include "story/grouper.h"

namespace {

using namespace stemma::story;  // NOLINT: the program is about this module

constexpr std::size_t kPartners = 3;
constexpr double kShareOfRound = 0.15;  // of the groups merge in one round

// Reports in canonical order with the number of the story that each is in.
struct KnownReports {
  std::vector<Outline> outlines;
  std::vector<std::size_t> stories;
};

KnownReports known_reports(const stemma::Corpus& corpus, const char* path) {
  std::map<std::string, std::string> story_of;
  std::ifstream lines(path);
  for (std::string id, story; lines >> id >> story;) story_of[id] = story;
  std::map<std::string, std::size_t> numbers;
  KnownReports known;
  Outliner outliner;
  for (const stemma::Report& report : corpus.reports) {
    const auto given = story_of.find(report.id);
    if (given == story_of.end()) continue;
    known.outlines.push_back(outliner.make(report));
    known.stories.push_back(
        numbers.try_emplace(given->second, numbers.size()).first->second);
  }
  return known;
}

struct Candidate {
  double rank = 0;
  Pair pair;
  EvidenceValues evidence{};
  bool operator<(const Candidate& other) const {
    return rank != other.rank ? rank > other.rank : pair < other.pair;
  }
};

// The pairs of each group with those that it resembles most, best first.
std::vector<Candidate> candidates(Groups& groups) {
  std::set<Candidate> all;
  for (std::uint32_t a = 0; a < groups.size(); ++a) {
    if (!groups.exists(a)) continue;
    std::vector<Candidate> own;
    for (const std::uint32_t b : groups.linked(a)) {
      const Pair pair(std::min(a, b), std::max(a, b));
      EvidenceValues evidence = groups.evidence(pair.first, pair.second);
      const double rank = 2 * value_of(evidence, Evidence::kTitle) +
                          value_of(evidence, Evidence::kStandsOut);
      own.push_back({rank, pair, evidence});
    }
    std::sort(own.begin(), own.end());
    own.resize(std::min(own.size(), kPartners));
    all.insert(own.begin(), own.end());
  }
  return {all.begin(), all.end()};
}

void print(const Candidate& candidate, bool same) {
  std::printf("%d", same ? 1 : 0);
  for (const double value : candidate.evidence) std::printf("\t%.5f", value);
  std::printf("\n");
}

void print_evidence(const KnownReports& known) {
  StoryGrouper grouper{stemma::StoryOptions{}};
  for (const Outline& outline : known.outlines) grouper.found(outline);
  Groups groups = grouper.groups();
  std::size_t left = known.outlines.size();
  std::printf("same");
  for (std::size_t i = 0; i < kEvidence; ++i) {
    const std::string name(name_of(static_cast<Evidence>(i)));
    std::printf("\t%s", name.c_str());
  }
  std::printf("\n");
  for (std::size_t merged = 1; merged > 0;) {
    merged = 0;
    const auto most = static_cast<std::size_t>(
        std::ceil(kShareOfRound * static_cast<double>(left)));
    for (const Candidate& each : candidates(groups)) {
      const auto& [a, b] = each.pair;
      const bool same = known.stories[a] == known.stories[b];
      print(each, same);
      if (!same || merged == most || !groups.exists(a) || !groups.exists(b)) {
        continue;
      }
      const std::vector<std::uint32_t> linked = groups.linked(a);
      if (!std::binary_search(linked.begin(), linked.end(), b)) continue;
      groups.merge(a, b);
      ++merged;
      --left;
    }
  }
}

void print_figures(const KnownReports& known, const char* path) {
  JoinWeights weights{};
  std::ifstream lines(path);
  std::string name;
  for (double& weight : weights) lines >> name >> weight;
  StoryGrouper grouper(stemma::StoryOptions{}, weights);
  std::vector<StoryIndex> stories;
  for (const Outline& outline : known.outlines) {
    stories.push_back(grouper.add(outline));
  }
  const std::vector<StoryIndex> first = grouper.settle();
  std::map<std::size_t, double> in_story;
  std::map<std::size_t, double> in_truth;
  std::map<std::pair<std::size_t, std::size_t>, double> in_both;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    ++in_story[first[stories[i]]];
    ++in_truth[known.stories[i]];
    ++in_both[{first[stories[i]], known.stories[i]}];
  }
  double precision = 0;
  double recall = 0;
  for (const auto& [both, reports] : in_both) {
    precision += reports * reports / in_story[both.first];
    recall += reports * reports / in_truth[both.second];
  }
  precision /= static_cast<double>(stories.size());
  recall /= static_cast<double>(stories.size());
  std::printf("%.4f\t%.4f\t%.4f\n", precision, recall,
              2 * precision * recall / (precision + recall));
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr,
                 "story_evidence REPORTS.jsonl STORIES.tsv [WEIGHTS.tsv]\n");
    return 2;
  }
  const std::string input = words[1];
  const auto corpus = stemma::read_corpus({&input, 1}, {});
  if (!corpus) {
    std::fprintf(stderr, "%s\n", corpus.error().to_string().c_str());
    return 1;
  }
  const KnownReports known = known_reports(*corpus, words[2]);
  if (count > 3) {
    print_figures(known, words[3]);
  } else {
    print_evidence(known);
  }
  return 0;
}
