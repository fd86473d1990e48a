// Label chains: which sequences of labels can be, and the best of them by
// Viterbi's method.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "quote/weights.h"

namespace stemma::quote {

// A step of a chain: from one state to the next by an item of `label`.
struct Step {
  std::uint8_t from = 0;
  std::uint8_t to = 0;
  std::uint8_t label = 0;
};

// What an item is when cues are looked for.
struct CueChain {
  enum Label : std::uint8_t { kOutside, kBegin, kInside, kEnd };
  static constexpr std::size_t kLabels = 4;
  static constexpr std::size_t kStates = 2;  // outside, in a cue
  static constexpr std::size_t kOutsideStates = 1;
  static constexpr bool is_content(std::uint8_t) { return false; }
  static constexpr std::array<Step, 5> kSteps = {{{0, 0, kOutside},
                                                  {0, 1, kBegin},
                                                  {1, 1, kInside},
                                                  {1, 1, kBegin},
                                                  {1, 0, kEnd}}};
};

// The same where cues are proposed: kNext begins a cue right after another one.
struct ProposalChain {
  enum Label : std::uint8_t { kOutside, kBegin, kInside, kEnd, kNext };
  static constexpr std::size_t kStates = CueChain::kStates;
  static constexpr std::size_t kOutsideStates = CueChain::kOutsideStates;
  static constexpr std::array<Step, 5> kSteps = {{{0, 0, kOutside},
                                                  {0, 1, kBegin},
                                                  {1, 1, kInside},
                                                  {1, 1, kNext},
                                                  {1, 0, kEnd}}};
};

// What an item is to a cue: one source at most, contents in several pieces.
// kEnd and kSourceEnd are labels of the first item outside.
struct RoleChain {
  enum Label : std::uint8_t {
    kOutside,
    kSourceBegin,
    kSourceInside,
    kSourceEnd,
    kContentBegin,
    kContentAgain,  // begins a piece that is not the first
    kContentInside,
    kEnd,
  };
  static constexpr std::size_t kLabels = 8;
  // Outside with nothing, source, content or both seen; in the source without
  // and with content seen; in content without and with a source seen.
  enum State : std::uint8_t { kO, kOs, kOc, kOsc, kS, kSc, kC, kCs };
  static constexpr std::size_t kStates = 8;
  static constexpr std::size_t kOutsideStates = 4;  // the first ones
  static constexpr bool is_content(std::uint8_t label) {
    return label >= kContentBegin && label <= kContentInside;
  }
  static constexpr bool has_both(int state) {
    return state == kOsc || state == kSc || state == kCs;
  }
  static constexpr std::array<Step, 23> kSteps = {{
      {kO, kO, kOutside},         {kOs, kOs, kOutside},
      {kOc, kOc, kOutside},       {kOsc, kOsc, kOutside},
      {kO, kS, kSourceBegin},     {kOc, kSc, kSourceBegin},
      {kC, kSc, kSourceBegin},    {kS, kS, kSourceInside},
      {kSc, kSc, kSourceInside},  {kS, kOs, kSourceEnd},
      {kSc, kOsc, kSourceEnd},    {kO, kC, kContentBegin},
      {kOs, kCs, kContentBegin},  {kS, kCs, kContentBegin},
      {kOc, kC, kContentAgain},   {kOsc, kCs, kContentAgain},
      {kSc, kCs, kContentAgain},  {kC, kC, kContentAgain},
      {kCs, kCs, kContentAgain},  {kC, kC, kContentInside},
      {kCs, kCs, kContentInside}, {kC, kOc, kEnd},
      {kCs, kOsc, kEnd},
  }};
};

inline constexpr std::int32_t kNever =
    std::numeric_limits<std::int32_t>::lowest() / 4;

struct Path {
  std::vector<std::uint8_t> labels;
  std::int32_t score = kNever;
};

// Finds best paths; keeps its memory from one call to the next.
template <typename Chain>
class PathFinder {
 public:
  // The best path that begins in state 0 and ends in a state that `may_end`
  // holds; items of `bare` are outside and weigh nothing. Score kNever and no
  // labels if there is none. The reference lives until the next call.
  template <typename MayEnd>
  const Path& find(std::span<const Scores> items, Range bare,
                   const MayEnd& may_end) {
    states_.resize(items.size() + 1);
    states_[0].fill(kNever);
    states_[0][0] = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i >= bare.first && i < bare.last) {
        states_[i + 1] = step<true>(states_[i], kNothing);
      } else {
        states_[i + 1] = step<false>(states_[i], items[i]);
      }
    }
    return find_again(items, bare, may_end);
  }

  // The same for the items of the last call with other ends.
  template <typename MayEnd>
  const Path& find_again(std::span<const Scores> items, Range bare,
                         const MayEnd& may_end) {
    const States& last = states_.back();
    path_.score = kNever;
    path_.labels.clear();
    std::uint8_t state = 0;
    for (std::uint8_t k = 0; k < Chain::kStates; ++k) {
      if (!may_end(k) || last[k] <= path_.score) continue;
      path_.score = last[k];
      state = k;
    }
    if (path_.score <= kNever / 2) return path_;
    path_.labels.resize(items.size());
    for (std::size_t i = items.size(); i > 0; --i) {
      const bool is_bare = i - 1 >= bare.first && i - 1 < bare.last;
      const Step taken = step_to(state, is_bare ? kNothing : items[i - 1],
                                 states_[i - 1], states_[i][state]);
      path_.labels[i - 1] = taken.label;
      state = taken.from;
    }
    return path_;
  }

 private:
  using States = std::array<std::int32_t, Chain::kStates>;
  static constexpr Scores kNothing{};

  static std::int32_t weight(const Scores& weights, Step step) {
    return step.label == 0 ? 0 : weights[step.label];
  }

  template <bool kBare>
  static States step(const States& last, const Scores& weights) {
    States next;
    next.fill(kNever);
    [&]<std::size_t... kStep>(std::index_sequence<kStep...>) {
      (relax<kBare, kStep>(last, weights, next), ...);
    }(std::make_index_sequence<Chain::kSteps.size()>());
    return next;
  }

  template <bool kBare, std::size_t kStep>
  static void relax(const States& last, const Scores& weights, States& next) {
    constexpr Step kTaken = Chain::kSteps[kStep];
    if constexpr (!kBare || kTaken.to < Chain::kOutsideStates) {
      next[kTaken.to] = std::max(next[kTaken.to],
                                 last[kTaken.from] + weight(weights, kTaken));
    }
  }

  // The first step that gave `state` its score. To look for it on the way back
  // is quicker than to note the best step of every state on the way there.
  static Step step_to(std::uint8_t state, const Scores& weights,
                      const States& last, std::int32_t score) {
    for (const Step& one : Chain::kSteps) {
      if (one.to == state && last[one.from] + weight(weights, one) == score) {
        return one;
      }
    }
    return {};
  }

  std::vector<States> states_;  // before the first item, after each
  Path path_;
};

}  // namespace stemma::quote
