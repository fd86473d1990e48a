// Two wordings side by side: what stands in one slot of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "collate/readings.h"
#include "collate/story_text.h"

namespace stemma::collate {

// Refers to the story and the wordings, which outlive it.
class Slots {
 public:
  static constexpr float kTelling = 0.4F;  // weight that says something
  static constexpr std::size_t kMaxMentions = 200;  // of a wording, compared

  Slots(const StoryText& story, const Wording& a, const Wording& b)
      : story_(story), a_(a), b_(b) {}
  Slots(const Slots&) = delete;
  Slots& operator=(const Slots&) = delete;

  const StoryText& story() const { return story_; }
  const Wording& a() const { return a_; }
  const Wording& b() const { return b_; }
  const Analysis& analysis(const Wording& side) const {
    return *story_.witnesses[side.report].analysis;
  }
  std::span<const Term> terms(const Wording& side) const {
    return std::span(story_.reports[side.report].terms)
        .subspan(side.terms.first, side.terms.size());
  }
  Span span_of(const Wording& side, const Term& term) const {
    const auto& tokens = analysis(side).tokens;
    return cover(tokens[term.first_token].span,
                 tokens[term.last_token - 1].span);
  }

  // Those of the mentions of a report (sorted) that lie in a wording.
  template <typename T>
  static std::vector<const T*> inside(const std::vector<T>& all,
                                      const Wording& side) {
    std::vector<const T*> found;
    auto at = std::partition_point(all.begin(), all.end(), [&](const T& one) {
      return one.first_token < side.tokens.first;
    });
    for (; at != all.end() && at->first_token < side.tokens.last; ++at) {
      if (found.size() == kMaxMentions) break;
      found.push_back(&*at);
    }
    return found;
  }

  // Whether two mentions stand in one slot: words that say something are
  // around both.
  bool one_slot(std::uint32_t token_a, std::uint32_t token_b) const;

  // Whether one of the terms directly before and behind two mentions (`first`
  // of a(), `second` of b()) matches: what they belong to.
  template <typename T>
  bool share_neighbour(const T& first, const T& second) const {
    const auto beside_b = beside(b_, second.first_token, second.last_token);
    for (const Term* x : beside(a_, first.first_token, first.last_token)) {
      for (const Term* y : beside_b) {
        if (TermSet({y, 1}).match(*x) > 0) return true;
      }
    }
    return false;
  }

  // Whether half of the terms of the shorter wording match.
  bool alike() const {
    if (!alike_) alike_ = find_alike();
    return *alike_;
  }

  // Whether 60 % of the terms of both wordings together match: they state one
  // thing and little else.
  bool closely_alike() const {
    if (!closely_alike_) closely_alike_ = find_closely_alike();
    return *closely_alike_;
  }

  // The first of some tokens of a report (ascending) that lies in a wording;
  // none if there is none.
  static std::optional<std::uint32_t> first_inside(
      const std::vector<std::uint32_t>& all, const Wording& side) {
    const auto found =
        std::lower_bound(all.begin(), all.end(), side.tokens.first);
    if (found == all.end() || *found >= side.tokens.last) return std::nullopt;
    return *found;
  }

  // Those of some tokens of a report (ascending) that lie in a wording; at most
  // kMaxMentions.
  static std::span<const std::uint32_t> marks_inside(
      const std::vector<std::uint32_t>& all, const Wording& side);

  // The last of some tokens (ascending) among the `reach` before `token`, in
  // the wording.
  static std::optional<std::uint32_t> mark_before(
      const std::vector<std::uint32_t>& all, const Wording& side,
      std::uint32_t token, std::uint32_t reach);

  // Whether a term says something that may be a deed.
  static bool may_be_deed(const Term& term) {
    return term.kind == TermKind::kWord && term.weight >= kTelling;
  }

  // The first term behind a token of a wording, at most `reach` tokens on; or
  // nullptr.
  const Term* word_behind(const Wording& side, std::uint32_t token,
                          std::uint32_t reach) const;

  // The first word of a wording with the stem of a deed of the other one, or
  // nullptr.
  const Term* find_deed(const Wording& side, const Term& deed) const;

  bool ends_with(const Wording& side, const Term& term,
                 std::string_view ending) const;

  // As one_slot, of a term of `side` and one of the other wording.
  bool one_slot_of(const Wording& side, const Term& term,
                   const Term& other) const {
    return &side == &a_ ? one_slot(term.first_token, other.first_token)
                        : one_slot(other.first_token, term.first_token);
  }

  // A difference with the words on both sides, those of a() first.
  Difference difference(DifferenceKind kind, Fact fact, Span span_a,
                        Span span_b) const;

  // Calls differ(x, y) for mentions that neither side has and that stand in
  // one slot; each is used once.
  template <typename T, typename Same, typename Comparable, typename Differ>
  void compare_mentions(const std::vector<T>& all_a,
                        const std::vector<T>& all_b, const Same& same,
                        const Comparable& comparable,
                        const Differ& differ) const {
    auto xs = inside(all_a, a_);
    if (xs.empty()) return;
    auto ys = inside(all_b, b_);
    if (ys.empty()) return;
    const auto without = [&](auto& list, const auto& others) {
      std::erase_if(list, [&](const T* x) {
        return std::any_of(others.begin(), others.end(),
                           [&](const T* y) { return same(*x, *y); });
      });
    };
    const auto before = xs;
    without(xs, ys);
    without(ys, before);
    for (const T* x : xs) {
      const auto y = std::find_if(ys.begin(), ys.end(), [&](const T* other) {
        return comparable(*x, *other) &&
               one_slot(x->first_token, other->first_token);
      });
      if (y == ys.end()) continue;
      differ(*x, **y);
      ys.erase(y);
    }
  }

 private:
  std::span<const Term> around(const Wording& side, std::uint32_t token) const;
  bool find_alike() const;
  bool find_closely_alike() const;
  std::vector<const Term*> beside(const Wording& side, std::uint32_t first,
                                  std::uint32_t last) const;

  const StoryText& story_;
  const Wording& a_;
  const Wording& b_;
  mutable std::optional<bool> alike_;
  mutable std::optional<bool> closely_alike_;
};

}  // namespace stemma::collate
