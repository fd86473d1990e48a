#include "collate/slots.h"

#include <string>

namespace stemma::collate {
namespace {

// Terms on each side of a mention that tell its slot, and what they must have
// in common.
constexpr std::size_t kAround = 5;
constexpr float kSlotWords = 1.6F;
constexpr float kSlotAtLeast = 0.6F;
constexpr float kCloselyAlike = 0.55F;

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

std::vector<const Term*> Slots::beside(const Wording& side, std::uint32_t first,
                                       std::uint32_t last) const {
  const std::span<const Term> all = terms(side);
  const auto at = [&](std::uint32_t token) {
    return std::partition_point(all.begin(), all.end(), [&](const Term& term) {
      return term.first_token < token;
    });
  };
  std::vector<const Term*> found;
  if (at(first) != all.begin()) found.push_back(&*(at(first) - 1));
  if (at(last) != all.end()) found.push_back(&*at(last));
  return found;
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

std::span<const std::uint32_t> Slots::marks_inside(
    const std::vector<std::uint32_t>& all, const Wording& side) {
  const auto first =
      std::lower_bound(all.begin(), all.end(), side.tokens.first);
  const auto last = std::lower_bound(first, all.end(), side.tokens.last);
  const auto most = std::min<std::ptrdiff_t>(last - first, kMaxMentions);
  return {first, first + most};
}

std::optional<std::uint32_t> Slots::mark_before(
    const std::vector<std::uint32_t>& all, const Wording& side,
    std::uint32_t token, std::uint32_t reach) {
  const std::uint32_t from =
      std::max(side.tokens.first, token - std::min(token, reach));
  const auto behind = std::lower_bound(all.begin(), all.end(), token);
  if (behind == all.begin() || *(behind - 1) < from) return std::nullopt;
  return *(behind - 1);
}

const Term* Slots::word_behind(const Wording& side, std::uint32_t token,
                               std::uint32_t reach) const {
  const auto all = terms(side);
  const auto found = std::partition_point(
      all.begin(), all.end(),
      [&](const Term& term) { return term.first_token <= token; });
  const bool near = found != all.end() && found->first_token <= token + reach;
  return near ? &*found : nullptr;
}

const Term* Slots::find_deed(const Wording& side, const Term& deed) const {
  for (const Term& term : terms(side).first(
           std::min<std::size_t>(side.terms.size(), kMaxMentions))) {
    if (term.kind == TermKind::kWord && term.key == deed.key) return &term;
  }
  return nullptr;
}

bool Slots::ends_with(const Wording& side, const Term& term,
                      std::string_view ending) const {
  const Span span = analysis(side).tokens[term.first_token].span;
  return slice(story_.witnesses[side.report].report->text, span)
      .ends_with(ending);
}

bool Slots::find_closely_alike() const {
  if (!alike()) return false;
  const float both = matched_terms(terms(a_), terms(b_));
  return both >=
         kCloselyAlike * static_cast<float>(a_.terms.size() + b_.terms.size());
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
