#include "collate/readings.h"

#include <algorithm>
#include <optional>

#include "collate/facts.h"

namespace stemma::collate {
namespace {

// Shares of the words, and of their weight, from which on a relation holds.
constexpr float kSameWords = 0.85F;
constexpr float kRewordedLess = 0.45F;

// Share of the words of both sides that the longest common subsequence
// covers. Bounded: only the first words of long wordings count.
float common_order(const StoryText& story, const Wording& a, const Wording& b) {
  constexpr std::size_t kMaxWords = 160;
  const auto words = [&](const Wording& side) {
    const auto& tokens = story.witnesses[side.report].analysis->tokens;
    std::vector<std::uint64_t> folds;
    for (auto i = side.tokens.first; i < side.tokens.last; ++i) {
      const bool word = tokens[i].kind != TokenKind::kPunctuation;
      if (word && folds.size() < kMaxWords) folds.push_back(tokens[i].fold);
    }
    return folds;
  };
  const auto x = words(a);
  const auto y = words(b);
  if (x.empty() || y.empty()) return 0;
  std::vector<std::uint32_t> row(y.size() + 1, 0);
  for (const std::uint64_t word : x) {
    std::uint32_t diagonal = 0;
    for (std::size_t j = 0; j < y.size(); ++j) {
      const std::uint32_t above = row[j + 1];
      row[j + 1] = word == y[j] ? diagonal + 1 : std::max(row[j], row[j + 1]);
      diagonal = above;
    }
  }
  return 2 * static_cast<float>(row.back()) /
         static_cast<float>(x.size() + y.size());
}

// Share of the weight of `a` that matches in `b`.
float cover(const StoryText& story, const Wording& a, const Wording& b) {
  const auto terms = [&](const Wording& side) {
    return std::span(story.reports[side.report].terms)
        .subspan(side.terms.first, side.terms.size());
  };
  std::optional<TermSet> own;
  if (b.set == nullptr) own.emplace(terms(b));
  const TermSet& other = b.set != nullptr ? *b.set : *own;
  float all = 0;
  float matched = 0;
  for (const Term& term : terms(a)) {
    all += term.weight;
    matched += term.weight * other.match(term);
  }
  return all > 0 ? matched / all : 0;
}

}  // namespace

Relation relation_by_words(const StoryText& story, const Wording& a,
                           const Wording& b) {
  if (common_order(story, a, b) >= kSameWords) return Relation::kSame;
  const float less = std::min(cover(story, a, b), cover(story, b, a));
  return less >= kRewordedLess ? Relation::kReworded : Relation::kPartial;
}

Reading compare_wordings(const StoryText& story, const Wording& a,
                         const Wording& b) {
  Reading reading;
  reading.differences = find_differences(story, a, b);
  const bool differs =
      std::any_of(reading.differences.begin(), reading.differences.end(),
                  is_difference_in_fact);
  reading.relation =
      differs ? Relation::kDiffers : relation_by_words(story, a, b);
  const std::vector<Difference> hedged = find_hedges(story, a, b);
  reading.differences.insert(reading.differences.end(), hedged.begin(),
                             hedged.end());
  return reading;
}

}  // namespace stemma::collate
