#include "story/report_vector.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/hash.h"
#include "text/tokenize.h"

namespace stemma::story {
namespace {

// News says what it is about at the beginning.
constexpr std::size_t kTokensRead = 450;

// Reports of other events that are taken as seen before the first one: in a
// small corpus the words of its one big story are no common words.
constexpr double kReportsImagined = 100;

bool is_content(const Token& token) {
  return token.kind != TokenKind::kPunctuation && !token.function_word;
}

using Hashes = std::array<std::vector<std::uint64_t>, kFields>;

std::vector<std::uint64_t>& of(Hashes& hashes, Field field) {
  return hashes[static_cast<std::size_t>(field)];
}

// Adds the words of one sentence or title to the fields of the whole text.
void add_words(std::span<const Token> tokens, Hashes& hashes) {
  const Token* before = nullptr;
  bool first = true;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kPunctuation) {
      before = nullptr;
      continue;
    }
    if (is_content(token)) {
      of(hashes, Field::kBody).push_back(token.stem);
      if (token.kind == TokenKind::kNumber || (token.capitalised && !first)) {
        of(hashes, Field::kNames).push_back(token.stem);
      }
    }
    if (before != nullptr && (is_content(token) || is_content(*before))) {
      of(hashes, Field::kPairs)
          .push_back(hash_combine(before->stem, token.stem));
    }
    before = &token;
    first = false;
  }
}

void add_title(std::span<const Token> tokens, Hashes& hashes) {
  for (const Token& token : tokens) {
    if (is_content(token)) of(hashes, Field::kTitle).push_back(token.stem);
  }
}

std::vector<CountedTerm> count(std::vector<std::uint64_t>& hashes) {
  std::sort(hashes.begin(), hashes.end());
  std::vector<CountedTerm> terms;
  for (const std::uint64_t hash : hashes) {
    if (terms.empty() || terms.back().hash != hash) terms.push_back({hash, 0});
    ++terms.back().count;
  }
  return terms;
}

}  // namespace

CountedReport count_terms(const Witness& witness) {
  const Analysis& analysis = *witness.analysis;
  Hashes hashes;
  const std::vector<Token> title =
      text::tokenize(witness.report->title, analysis.language);
  add_words(title, hashes);
  add_title(title, hashes);
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.first_token >= kTokensRead) break;
    if (sentence.kind == SentenceKind::kParatext) continue;
    const std::span tokens =
        std::span(analysis.tokens)
            .subspan(sentence.first_token,
                     sentence.last_token - sentence.first_token);
    const std::span read = tokens.first(std::min(tokens.size(), kTokensRead));
    if (of(hashes, Field::kTitle).empty()) add_title(read, hashes);
    add_words(read, hashes);
  }
  CountedReport report{.language = analysis.language};
  for (std::size_t f = 0; f < kFields; ++f) {
    report.fields[f] = count(hashes[f]);
  }
  return report;
}

void DocumentFrequencies::add(const CountedReport& report) {
  ++reports_;
  for (const Field field : {Field::kBody, Field::kPairs}) {
    for (const CountedTerm& term :
         report.fields[static_cast<std::size_t>(field)]) {
      ++reports_with_[term.hash];
    }
  }
}

double DocumentFrequencies::weight(std::uint64_t hash) const {
  const auto found = reports_with_.find(hash);
  const double with = found == reports_with_.end() ? 0 : found->second;
  return 1 + std::log((kReportsImagined + reports_ + 1.0) / (with + 1.0));
}

ReportVector weigh(const CountedReport& report,
                   const DocumentFrequencies& frequencies) {
  ReportVector vector{.language = report.language};
  for (std::size_t f = 0; f < kFields; ++f) {
    TermVector& terms = vector.fields[f];
    terms.reserve(report.fields[f].size());
    double squares = 0;
    for (const CountedTerm& term : report.fields[f]) {
      const double weight =
          (1 + std::log(term.count)) * frequencies.weight(term.hash);
      squares += weight * weight;
      terms.push_back({term.hash, static_cast<float>(weight)});
    }
    const auto scale = static_cast<float>(1 / std::sqrt(squares));
    for (WeightedTerm& term : terms) term.weight *= scale;
  }
  return vector;
}

double dot(const TermVector& a, const TermVector& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->hash < y->hash) {
      ++x;
    } else if (y->hash < x->hash) {
      ++y;
    } else {
      sum += static_cast<double>(x->weight) * static_cast<double>(y->weight);
      ++x;
      ++y;
    }
  }
  return sum;
}

}  // namespace stemma::story
