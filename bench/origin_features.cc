// Prints what speaks for a common text and source of two reports, as
// scripts/learn_origin_weights.py reads it:
//
//     origin_features REPORTS.jsonl
//
// One JSON object a line for each pair of reports with one `story`.
#include <cstdio>
#include <map>
#include <string>

#include "collate/collate.h"
#include "origin/model.h"
#include "origin/pairs.h"
#include "pair_line.h"
#include "quote/families.h"
#include "quote/quotations.h"
#include "reuse/reuse.h"
#include "stemma/engine.h"

namespace stemma {
namespace {

using QuotationLists = std::vector<std::vector<Quotation>>;

void attach(const QuotationLists& quotations, std::vector<Witness>& witnesses) {
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    witnesses[i].quotations = &quotations[i];
  }
}

void print_story(const Corpus& corpus, const Story& story) {
  std::vector<Witness> witnesses;
  witnesses.reserve(story.reports.size());
  for (const ReportIndex report : story.reports) {
    witnesses.push_back({&corpus.reports[report], &corpus.analyses[report]});
  }
  QuotationLists found;
  found.reserve(witnesses.size());
  for (const Witness& witness : witnesses) {
    found.push_back(quote::find_quotations(witness, QuotationOptions{}));
  }
  attach(found, witnesses);
  const QuotationLists families = quote::group_families(witnesses);
  attach(families, witnesses);
  const ReuseResult reuse =
      reuse::find_reuse(witnesses, ReuseOptions{.max_partners = 0});
  const auto evidence =
      origin::gather_evidence(witnesses, collate::collate(witnesses));
  for (const auto& pair : origin::compare_pairs(evidence, reuse)) {
    print_pair(
        story.id, witnesses[pair.a].report->id, witnesses[pair.b].report->id,
        NamedFeatures{origin::kTellingNames, origin::telling_features(pair)},
        NamedFeatures{origin::kSourceNames, origin::source_features(pair)});
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
  for (const auto& story : stemma::group_stories(*corpus, {})) {
    stemma::print_story(*corpus, story);
  }
  return 0;
}
