// Two wordings side by side: what stands in one slot of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
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

  // Whether half of the terms of the shorter wording match.
  bool alike() const {
    if (!alike_) alike_ = find_alike();
    return *alike_;
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

  const StoryText& story_;
  const Wording& a_;
  const Wording& b_;
  mutable std::optional<bool> alike_;
};

}  // namespace stemma::collate
