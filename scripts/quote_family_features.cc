// Prints the pairs of wordings that the quote module compares, for
// scripts/learn_quote_families.py:
//
//     quote_family_features families|retellings REPORTS.jsonl > PAIRS.tsv
//     quote_family_features told REPORTS.jsonl FAMILIES.tsv RETELLINGS.tsv
//
// The second prints the wordings themselves with families made by the weights
// of the two files: story, report, form, spans of the content, speaker, family.
//
// REPORTS.jsonl names the story of each report in the field "story". A line
// of the output: story, report and span of both wordings in code points,
// features; the first line has the names.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "base/utf8.h"
#include "quote/families.h"
#include "quote/family_pairs.h"
#include "quote/quotations.h"
#include "quote/quoted_spans.h"
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

std::vector<Witness> witnesses_of(
    const Corpus& corpus, const Story& story,
    const std::vector<std::vector<Quotation>>& quotations) {
  std::vector<Witness> witnesses;
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const ReportIndex report = story.reports[i];
    witnesses.push_back(
        {&corpus.reports[report], &corpus.analyses[report], &quotations[i]});
  }
  return witnesses;
}

void print_told(const Corpus& corpus, const Story& story,
                const quote::FamilyWeights& weights) {
  static constexpr const char* kForms[] = {"direct", "indirect", "mixed"};
  const auto found =
      find_quotations(corpus, story.reports, QuotationOptions{}, 1);
  const auto witnesses = witnesses_of(corpus, story, found);
  const auto told = quote::group_families(witnesses, weights);
  for (std::size_t i = 0; i < told.size(); ++i) {
    const std::string_view text = witnesses[i].report->text;
    for (const Quotation& one : told[i]) {
      std::cout << story.id << '\t' << witnesses[i].report->id << '\t'
                << kForms[static_cast<int>(one.form)] << '\t';
      for (const Span span : one.content) {
        std::cout << code_point_count(text.substr(0, span.begin)) << ' '
                  << code_point_count(text.substr(0, span.end)) << ' ';
      }
      std::cout << '\t' << one.speaker << '\t' << one.family << '\n';
    }
  }
}

void print_story(const Corpus& corpus, const Story& story, bool retellings) {
  const auto found =
      find_quotations(corpus, story.reports, QuotationOptions{}, 1);
  std::vector<Witness> witnesses = witnesses_of(corpus, story, found);
  auto named = quote::name_speakers(witnesses);
  quote::complete_contents(witnesses, named);
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

std::string file_of(const char* path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

int main(int argc, char** argv) {
  const std::string what = argc > 2 ? argv[1] : "";
  const bool told = what == "told" && argc == 5;
  if (!told && (argc != 3 || (what != "families" && what != "retellings"))) {
    std::cerr
        << "usage: quote_family_features families|retellings REPORTS.jsonl\n"
           "       quote_family_features told REPORTS.jsonl FAMILIES.tsv "
           "RETELLINGS.tsv\n";
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
  const std::vector<Story> stories = group_stories(*corpus, StoryOptions{});
  if (told) {
    const auto weights =
        quote::read_family_weights(file_of(argv[3]), file_of(argv[4]));
    for (const Story& story : stories) print_told(*corpus, story, weights);
    return 0;
  }
  std::cout << "story\ta\tbegin\tend\tb\tbegin\tend";
  for (std::size_t i = 0; i < quote::kPairFeatures; ++i) {
    std::cout << '\t' << quote::name_of(static_cast<quote::PairFeature>(i));
  }
  std::cout << '\n';
  for (const Story& story : stories) {
    print_story(*corpus, story, what == "retellings");
  }
}
