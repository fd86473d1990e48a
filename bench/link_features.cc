// Prints what speaks for and against two sentences stating the same, as
// scripts/learn_links.py reads it:
//
//     link_features REPORTS.jsonl
//
// A heading, then a line for each pair of sentences that collate compares:
// story, report, begin, end, report, begin, end (code points), the features.
#include <cstdio>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "collate/candidates.h"
#include "collate/pair_features.h"
#include "collate/story_text.h"
#include "quote/families.h"
#include "quote/quotations.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

std::string place(const Witness& witness, const CodePointMap& map, Span span) {
  const Span points = map.to_code_points(span);
  return "\t" + witness.report->id + "\t" + std::to_string(points.begin) +
         "\t" + std::to_string(points.end);
}

void print_story(const Corpus& corpus, const Story& story) {
  std::vector<Witness> witnesses;
  std::vector<CodePointMap> maps;
  for (const ReportIndex report : story.reports) {
    witnesses.push_back({&corpus.reports[report], &corpus.analyses[report]});
    maps.emplace_back(corpus.reports[report].text);
  }
  std::vector<std::vector<Quotation>> found;
  found.reserve(witnesses.size());
  for (const Witness& witness : witnesses) {
    found.push_back(quote::find_quotations(witness, QuotationOptions{}));
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    witnesses[i].quotations = &found[i];
  }
  const auto families = quote::group_families(witnesses);
  for (std::size_t i = 0; i < families.size(); ++i) {
    witnesses[i].quotations = &families[i];
  }
  const collate::StoryText text(witnesses);
  const auto candidates = collate::find_candidates(text);
  for (const auto& pair : collate::compare(text, candidates.pairs)) {
    const auto& a = text.sentences[pair.pair.a];
    const auto& b = text.sentences[pair.pair.b];
    std::string line = witnesses[0].report->story;
    line += place(witnesses[a.report], maps[a.report], a.span);
    line += place(witnesses[b.report], maps[b.report], b.span);
    for (const float value : pair.features) {
      line += "\t" + std::to_string(value);
    }
    std::puts(line.c_str());
  }
}

}  // namespace
}  // namespace stemma

int main(int argc, char** argv) {
  const std::vector<std::string> inputs(argv + 1, argv + argc);
  const auto corpus = stemma::read_corpus(inputs, {.group_by = "story"});
  if (!corpus) {
    std::fputs((corpus.error().to_string() + "\n").c_str(), stderr);
    return 1;
  }
  std::string heading = "story\ta\tbegin\tend\tb\tbegin\tend";
  for (std::uint8_t i = 0; i < stemma::collate::kFeatureCount; ++i) {
    heading += "\t";
    heading += stemma::collate::feature_name(stemma::collate::Feature{i});
  }
  std::puts(heading.c_str());
  for (const auto& story : stemma::group_stories(*corpus, {})) {
    stemma::print_story(*corpus, story);
  }
  return 0;
}
