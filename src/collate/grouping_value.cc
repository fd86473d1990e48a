#include "collate/grouping_value.h"

#include <algorithm>

namespace stemma::collate {
namespace {

// What a pair in one group costs. Below one half, since F1 of pairs, not their
// number right, is to be high.
constexpr float kCost = 0.16F;
// Two sentences of one report with less in common are two statements.
constexpr float kRepeated = 0.45F;
constexpr float kOtherStatement = -0.3F;
// If one of them sums up the report: with more or less in common than so much.
constexpr float kSummedUp = -0.05F;
constexpr float kSummedUpApart = -0.07F;
constexpr float kSummedWords = 0.1F;
constexpr std::size_t kMaxRepeats = 64;  // pairs of one report looked at
constexpr float kUnknownShare = 0.3F;    // of the missing edges, if unknown

// Share of the weight of both that matches.
float term_dice(std::span<const Term> a, const TermSet& set_a,
                std::span<const Term> b, const TermSet& set_b) {
  float all = 0;
  float matched = 0;
  const auto add = [&](std::span<const Term> terms, const TermSet& other) {
    for (const Term& term : terms) {
      all += term.weight;
      matched += term.weight * other.match(term);
    }
  };
  add(a, set_b);
  add(b, set_a);
  return all > 0 ? matched / all : 0;
}

}  // namespace

float GroupingValue::together(std::span<const std::uint32_t> a,
                              std::span<const std::uint32_t> b, EdgeSum edges) {
  const bool a_fewer = a.size() <= b.size();
  const Shared same = shared(a_fewer ? a : b, a_fewer ? b : a);
  const auto known = static_cast<float>(edges.count);
  float pairs = static_cast<float>(a.size() * b.size()) - same.pairs;
  if (missing_ == MissingEdges::kUnknown) {
    pairs = known + (pairs - known) * kUnknownShare;
  }
  return edges.sum - kCost * std::max(pairs, known) + same.repeated;
}

float GroupingValue::at_most(EdgeSum edges) {
  return edges.sum - kCost * static_cast<float>(edges.count);
}

// Units are in the order of their reports.
GroupingValue::Shared GroupingValue::shared(
    std::span<const std::uint32_t> fewer, std::span<const std::uint32_t> more) {
  Shared found;
  std::size_t looked_at = 0;
  for (const std::uint32_t unit : fewer) {
    const Range sentences = story_.reports[story_.units[unit].report].sentences;
    const std::uint32_t first = story_.sentences[sentences.first].units.first;
    const std::uint32_t last = story_.sentences[sentences.last - 1].units.last;
    auto other = std::lower_bound(more.begin(), more.end(), first);
    for (; other != more.end() && *other < last; ++other) {
      found.pairs += 1;
      if (looked_at++ < kMaxRepeats) {
        found.repeated += repeat_value(unit, *other);
      }
    }
  }
  return found;
}

// A heading or lead repeats in other words what the body states.
bool GroupingValue::sums_up(const Unit& unit) const {
  const StorySentence& sentence = story_.sentences[unit.sentence];
  return sentence.heading ||
         (sentence.rank == 0 &&
          !story_.corrections.stand_in(sentence.report, sentence.span));
}

// What two units of one report count in one group: nothing if they are clauses
// of one sentence or repeat each other.
float GroupingValue::repeat_value(std::uint32_t a, std::uint32_t b) {
  const Unit& x = story_.units[a];
  const Unit& y = story_.units[b];
  if (x.sentence == y.sentence) return 0;
  const bool repeats = sums_up(x) != sums_up(y);
  const std::uint64_t key =
      (std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b);
  const auto [known, added] = repeats_.try_emplace(key, 0.0F);
  if (added) {
    const float alike =
        term_dice(story_.terms(x), x.set, story_.terms(y), y.set);
    const float summed = alike >= kSummedWords ? kSummedUp : kSummedUpApart;
    known->second = alike >= kRepeated ? 0 : repeats ? summed : kOtherStatement;
  }
  return known->second;
}

}  // namespace stemma::collate
