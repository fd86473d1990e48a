// Prints what sketches say of a common text and source of two reports, as
// scripts/learn_origin_weights.py --sketches reads it:
//
//     sketch_features REPORTS.jsonl
//
// One JSON object a line for each pair of reports with one `story` that is
// compared, equal texts like others.
#include <cstdio>
#include <string>
#include <vector>

#include "engine/sketch_report.h"
#include "origin/quick_counts.h"
#include "pair_line.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

void print_story(const Corpus& corpus, const Story& story) {
  story::Outliner outliner;
  origin::TellingSketcher sketcher;
  std::vector<origin::TellingSketch> sketches;
  for (const ReportIndex report : story.reports) {
    sketches.push_back(
        engine::sketch_report(corpus.reports[report], outliner, sketcher)
            .sketch);
    sketches.back().text = 0;  // equal texts are examples as well
  }
  for (const auto& pair : origin::compare_sketches(sketches)) {
    print_pair(story.id, corpus.reports[story.reports[pair.a]].id,
               corpus.reports[story.reports[pair.b]].id,
               NamedFeatures{origin::kQuickTellingNames,
                             origin::telling_features(pair)},
               NamedFeatures{origin::kQuickSourceNames,
                             origin::source_features(pair)});
  }
}

}  // namespace
}  // namespace stemma

int main(int argc, char** argv) {
  const std::vector<std::string> inputs(argv + 1, argv + argc);
  const auto corpus = stemma::read_corpus(
      inputs, {.group_by = "story", .analyses = stemma::Analyses::kNotMade});
  if (!corpus) {
    std::fputs((corpus.error().to_string() + "\n").c_str(), stderr);
    return 1;
  }
  for (const auto& story : stemma::group_stories(*corpus, {})) {
    stemma::print_story(*corpus, story);
  }
  return 0;
}
