#include "collate/overlap.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"

namespace stemma::collate {
namespace {

constexpr std::uint32_t kMaxRunTokens = 200;  // of a sentence, for runs

std::uint32_t frequency(const ReportText& report, std::uint64_t key) {
  const auto found = report.frequency.find(key);
  return found == report.frequency.end() ? 0 : found->second;
}

Cover make_cover(float all_a, float matched_a, float all_b, float matched_b) {
  Cover cover;
  cover.a = all_a > 0 ? matched_a / all_a : 0;
  cover.b = all_b > 0 ? matched_b / all_b : 0;
  const float all = all_a + all_b;
  cover.dice = all > 0 ? (matched_a + matched_b) / all : 0;
  cover.matched = (matched_a + matched_b) / 2;
  return cover;
}

void add_cover(std::span<const float> weights, std::span<const Term> terms,
               const TermSet& other, std::pair<float, float>& sums) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    sums.first += weights[i];
    sums.second += weights[i] * other.match(terms[i]);
  }
}

std::vector<std::uint64_t> neighbour_keys(std::span<const Term> terms) {
  std::vector<std::uint64_t> keys;
  for (std::size_t i = 1; i < terms.size(); ++i) {
    keys.push_back(hash_combine(terms[i - 1].key, terms[i].key));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

Overlap::Overlap(const StoryText& story, const StorySentence& a,
                 const StorySentence& b)
    : story_(story) {
  a_ = {&a, story.terms(a), {}, {}};
  b_ = {&b, story.terms(b), {}, {}};
  fill(a_, b.set);
  fill(b_, a.set);
  std::pair<float, float> sums_a;
  std::pair<float, float> sums_b;
  add_cover(a_.weights, a_.terms, b.set, sums_a);
  add_cover(b_.weights, b_.terms, a.set, sums_b);
  sentences_ =
      make_cover(sums_a.first, sums_a.second, sums_b.first, sums_b.second);
}

float Overlap::weight(const Term& term) const {
  const ReportText& x = story_.reports[a_.sentence->report];
  const ReportText& y = story_.reports[b_.sentence->report];
  const std::uint64_t key = term.name != 0 ? term.name : term.key;
  const auto sentences =
      static_cast<float>(x.sentences.size() + y.sentences.size());
  const auto with =
      static_cast<float>(std::max(frequency(x, key) + frequency(y, key), 1U));
  const float rarity = std::log1p(sentences / with) / std::log1p(sentences);
  return term.weight * rarity;
}

void Overlap::fill(Side& side, const TermSet& other) const {
  for (const Term& term : side.terms) {
    side.weights.push_back(weight(term));
    side.matches.push_back(other.match(term));
  }
}

Cover Overlap::units(std::pair<Range, Range> terms, const TermSet& set_a,
                     const TermSet& set_b) const {
  std::pair<float, float> sums_a;
  std::pair<float, float> sums_b;
  const auto at_a = terms.first.first - a_.sentence->terms.first;
  const auto at_b = terms.second.first - b_.sentence->terms.first;
  const auto size_a = terms.first.size();
  const auto size_b = terms.second.size();
  add_cover(std::span(a_.weights).subspan(at_a, size_a),
            a_.terms.subspan(at_a, size_a), set_b, sums_a);
  add_cover(std::span(b_.weights).subspan(at_b, size_b),
            b_.terms.subspan(at_b, size_b), set_a, sums_b);
  return make_cover(sums_a.first, sums_a.second, sums_b.first, sums_b.second);
}

KindCounts Overlap::kinds() const {
  KindCounts counts;
  std::uint64_t last_name = 0;
  for (std::size_t i = 0; i < a_.terms.size(); ++i) {
    const Term& term = a_.terms[i];
    const float matched = a_.weights[i] * a_.matches[i];
    if (term.kind == TermKind::kNumber) {
      ++counts.numbers_a;
      counts.numbers += matched;
    } else if (term.kind == TermKind::kDate) {
      counts.dates |= matched > 0;
    } else if (term.kind == TermKind::kName) {
      if (matched > 0 && term.name != last_name) ++counts.names;
      last_name = term.name;
    } else {
      counts.words += matched;
    }
  }
  for (const Term& term : b_.terms) {
    if (term.kind == TermKind::kNumber) ++counts.numbers_b;
  }
  return counts;
}

std::uint32_t Overlap::longest_run() const {
  const auto tokens = [&](const Side& side) {
    const Range range = side.sentence->tokens;
    const auto& all = story_.witnesses[side.sentence->report].analysis->tokens;
    std::vector<const Token*> words;
    for (auto i = range.first; i < range.last; ++i) {
      const bool word = all[i].kind != TokenKind::kPunctuation;
      if (word && words.size() < kMaxRunTokens) words.push_back(&all[i]);
    }
    return words;
  };
  const auto x = tokens(a_);
  const auto y = tokens(b_);
  std::uint32_t best = 0;
  struct Run {
    std::uint32_t words = 0;
    bool content = false;
  };
  std::vector<Run> row(y.size() + 1);
  for (const Token* word : x) {
    Run diagonal;
    for (std::size_t j = 0; j < y.size(); ++j) {
      const Run above = row[j + 1];
      row[j + 1] = word->fold == y[j]->fold
                       ? Run{diagonal.words + 1,
                             diagonal.content || !word->function_word}
                       : Run{};
      if (row[j + 1].content) best = std::max(best, row[j + 1].words);
      diagonal = above;
    }
  }
  return best;
}

std::uint32_t Overlap::neighbouring_terms() const {
  const auto x = neighbour_keys(a_.terms);
  const auto y = neighbour_keys(b_.terms);
  std::uint32_t both = 0;
  for (const std::uint64_t key : x) {
    if (std::binary_search(y.begin(), y.end(), key)) ++both;
  }
  return both;
}

float Overlap::inside(const Side& side) const {
  float best = 0;
  for (auto i = side.sentence->units.first; i < side.sentence->units.last;
       ++i) {
    const Range terms = story_.units[i].terms;
    if (terms.size() < 2) continue;
    float all = 0;
    float matched = 0;
    for (auto t = terms.first; t < terms.last; ++t) {
      const auto at = t - side.sentence->terms.first;
      all += side.weights[at];
      matched += side.weights[at] * side.matches[at];
    }
    if (all > 0) best = std::max(best, matched / all);
  }
  return best;
}

float Overlap::best_inside() const { return std::max(inside(a_), inside(b_)); }

}  // namespace stemma::collate
