// Prints the pairs of wordings that the quote module compares, for
// scripts/learn_quote_families.py:
//
//     quote_family_features families|retellings REPORTS.jsonl > PAIRS.tsv
//
// REPORTS.jsonl names the story of each report in the field "story". A line
// of the output: story, report and span of both wordings in code points,
// features; the first line has the names.
#include <iostream>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "quote/family_pairs.h"
#include "quote/quotations.h"
#include "quote/retellings.h"
#include "quote/story_speakers.h"
#include "stemma/engine.h"

namespace {

using namespace stemma;  // NOLINT: a tool of one file

std::string place_of(const Corpus& corpus, const Story& story,
                     const quote::Part& part) {
  const Report& report = corpus.reports[story.reports[part.witness]];
  const Span first = part.quotation.content.front();
  const Span last = part.quotation.content.back();
  const std::string_view text = report.text;
  return fmt::format("{}\t{}\t{}", report.id,
                     code_point_count(text.substr(0, first.begin)),
                     code_point_count(text.substr(0, last.end)));
}

void print_pair(const Corpus& corpus, const Story& story, const quote::Part& a,
                const quote::Part& b, const quote::PairFeatures& features) {
  std::cout << story.id << '\t' << place_of(corpus, story, a) << '\t'
            << place_of(corpus, story, b);
  for (const float feature : features) std::cout << '\t' << feature;
  std::cout << '\n';
}

void print_story(const Corpus& corpus, const Story& story, bool retellings) {
  std::vector<std::vector<Quotation>> found =
      find_quotations(corpus, story.reports, QuotationOptions{}, 1);
  std::vector<Witness> witnesses;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const ReportIndex report = story.reports[i];
    witnesses.push_back(
        {&corpus.reports[report], &corpus.analyses[report], &found[i]});
  }
  const auto named = quote::name_speakers(witnesses);
  for (std::size_t i = 0; i < named.size(); ++i) {
    witnesses[i].quotations = &named[i];
  }
  const quote::WordWeights weights(witnesses);
  const auto parts = quote::cut_parts(witnesses, weights);
  if (!retellings) {
    for (const quote::PartPair& pair : quote::find_pairs(parts)) {
      print_pair(corpus, story, parts[pair.a], parts[pair.b], pair.features);
    }
    return;
  }
  const auto sentences = quote::free_sentences(witnesses, weights);
  for (const auto& one : quote::find_retellings(sentences, parts)) {
    print_pair(corpus, story, sentences[one.sentence], parts[one.part],
               one.features);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc == 3 ? argv[1] : "";
  if (what != "families" && what != "retellings") {
    std::cerr
        << "usage: quote_family_features families|retellings REPORTS.jsonl\n";
    return 2;
  }
  ReadOptions options;
  options.group_by = "story";
  const std::string input = argv[2];
  const Result<Corpus> corpus = read_corpus({&input, 1}, options);
  if (!corpus) {
    std::cerr << "quote_family_features: cannot read " << input << '\n';
    return 1;
  }
  std::cout << "story\ta\tbegin\tend\tb\tbegin\tend";
  for (std::size_t i = 0; i < quote::kPairFeatures; ++i) {
    std::cout << '\t' << quote::name_of(static_cast<quote::PairFeature>(i));
  }
  std::cout << '\n';
  for (const Story& story : group_stories(*corpus, StoryOptions{})) {
    print_story(*corpus, story, what == "retellings");
  }
}
