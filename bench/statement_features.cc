// Prints how two short texts compare, as scripts/score_statements.py reads it:
//
//     statement_features < PAIRS.tsv
//
// PAIRS has two English texts a line, with a tab between them. A heading, then
// a line for each of them: the features of the two sentences that have most in
// common, and the words of either text, each as begin:end (bytes), fold, key,
// near, sense, name and weight of its term, or fold and zeros if it has none.
#include <array>
#include <cinttypes>
#include <cstdio>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "collate/pair_features.h"
#include "collate/story_text.h"
#include "quote/quotations.h"
#include "stemma/types/options.h"
#include "text/analyze.h"

namespace stemma {
namespace {

// One of the two texts with what is found in it.
class Side {
 public:
  Side(std::string id, std::string text) {
    report_.id = std::move(id);
    report_.text = std::move(text);
    report_.language = "en";
    analysis_ = text::analyze(report_);
    quotations_ =
        quote::find_quotations({&report_, &analysis_}, QuotationOptions{});
  }
  Witness witness() const { return {&report_, &analysis_, &quotations_}; }

 private:
  Report report_;
  Analysis analysis_;
  std::vector<Quotation> quotations_;
};

std::vector<collate::SentencePair> all_pairs(const collate::StoryText& text) {
  std::vector<collate::SentencePair> pairs;
  const auto a = text.reports[0].sentences;
  const auto b = text.reports[1].sentences;
  for (auto i = a.first; i < a.last; ++i) {
    for (auto j = b.first; j < b.last; ++j) pairs.push_back({i, j});
  }
  return pairs;
}

collate::Features best_features(const collate::StoryText& text) {
  collate::Features best{};
  best[collate::kBias] = 1;
  for (const auto& pair : collate::compare(text, all_pairs(text))) {
    if (pair.features[collate::kDice] > best[collate::kDice]) {
      best = pair.features;
    }
  }
  return best;
}

std::string describe(const Token& token, const collate::Term& term) {
  std::array<char, 160> line{};
  std::snprintf(
      line.data(), line.size(),
      "%u:%u:%" PRIx64 ":%" PRIx64 ":%" PRIx64 ":%" PRIx64 ":%" PRIx64 ":%.3f ",
      token.span.begin, token.span.end, token.fold, term.key, term.near,
      term.sense, term.name, static_cast<double>(term.weight));
  return line.data();
}

// The words of a text. Those of one term share its weight.
std::string words(const Witness& witness,
                  const std::vector<collate::Term>& terms) {
  std::string line = "\t";
  const auto& tokens = witness.analysis->tokens;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind == TokenKind::kPunctuation) continue;
    while (next < terms.size() && terms[next].last_token <= i) ++next;
    collate::Term term;
    if (next < terms.size() && terms[next].first_token <= i) {
      term = terms[next];
      term.weight /= static_cast<float>(term.last_token - term.first_token);
    }
    line += describe(tokens[i], term);
  }
  return line;
}

void print_pair(const std::string& a, const std::string& b) {
  const Side x("a", a);
  const Side y("b", b);
  const std::array witnesses{x.witness(), y.witness()};
  const collate::StoryText text(witnesses);
  std::string line;
  for (const float value : best_features(text)) {
    line += std::to_string(value) + "\t";
  }
  line.pop_back();
  line += words(witnesses[0], text.reports[0].terms);
  line += words(witnesses[1], text.reports[1].terms);
  std::puts(line.c_str());
}

}  // namespace
}  // namespace stemma

int main() {
  std::string heading;
  for (std::uint8_t i = 0; i < stemma::collate::kFeatureCount; ++i) {
    heading += stemma::collate::feature_name(stemma::collate::Feature{i});
    heading += "\t";
  }
  std::puts((heading + "words_a\twords_b").c_str());
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto tab = line.find('\t');
    if (tab == std::string::npos) continue;
    stemma::print_pair(line.substr(0, tab), line.substr(tab + 1));
  }
  return 0;
}
