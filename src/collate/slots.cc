#include "collate/slots.h"

#include <string>

namespace stemma::collate {
namespace {

// Terms on each side of a mention that tell its slot, and what they must have
// in common.
constexpr std::size_t kAround = 5;
constexpr float kSlotWords = 1.6F;
constexpr float kSlotAtLeast = 0.6F;

}  // namespace

std::span<const Term> Slots::around(const Wording& side,
                                    std::uint32_t token) const {
  const std::span<const Term> all = terms(side);
  const auto at = static_cast<std::size_t>(
      std::partition_point(
          all.begin(), all.end(),
          [&](const Term& term) { return term.first_token < token; }) -
      all.begin());
  const std::size_t first = at < kAround ? 0 : at - kAround;
  const std::size_t last = std::min(at + kAround + 1, all.size());
  return all.subspan(first, last - first);
}

bool Slots::one_slot(std::uint32_t token_a, std::uint32_t token_b) const {
  const TermSet other(around(b_, token_b));
  float words = 0;
  float names = 0;
  for (const Term& term : around(a_, token_a)) {
    const float match = other.match(term);
    if (term.kind == TermKind::kWord && term.weight >= kTelling) {
      words += match;
    } else if (term.kind == TermKind::kName) {
      names = std::max(names, match);
    }
  }
  return words + names >= kSlotWords && words >= kSlotAtLeast;
}

bool Slots::find_alike() const {
  const bool a_shorter = a_.terms.size() <= b_.terms.size();
  const Wording& longer = a_shorter ? b_ : a_;
  std::optional<TermSet> own;
  if (longer.set == nullptr) own.emplace(terms(longer));
  const TermSet& other = longer.set != nullptr ? *longer.set : *own;
  float matched = 0;
  for (const Term& term : terms(a_shorter ? a_ : b_)) {
    matched += other.match(term);
  }
  return 2 * matched >=
         static_cast<float>(std::min(a_.terms.size(), b_.terms.size()));
}

Difference Slots::difference(DifferenceKind kind, Fact fact, Span span_a,
                             Span span_b) const {
  const auto value = [&](const Wording& side, Span span) {
    const std::string& text = story_.witnesses[side.report].report->text;
    return DifferenceValue{side.report, span, std::string(slice(text, span))};
  };
  return {kind, fact, {value(a_, span_a), value(b_, span_b)}};
}

}  // namespace stemma::collate
