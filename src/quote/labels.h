// Labels for a sequence of items by learned weights (a linear chain, the best
// sequence by Viterbi's method).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "quote/items.h"

namespace stemma::quote {

// What the 1 of an integer weight stands for in a log-probability.
inline constexpr double kWeightUnit = 0.004;

// Weights of features, one for each of `kLabels` labels. A file of them has a
// line a feature: six characters of the feature's number in base 64, then one
// character a label, 'O' being zero.
template <std::size_t kLabels>
class WeightTable {
 public:
  using Row = std::array<std::int8_t, kLabels>;  // signed roots of weights

  explicit WeightTable(std::string_view file) {
    constexpr std::size_t kLine = 6 + kLabels + 1;
    std::size_t slots = 16;
    while (2 * slots < 3 * (file.size() / kLine)) slots *= 2;
    slots_.resize(slots);
    for (; file.size() >= kLine; file.remove_prefix(kLine)) {
      Slot slot;
      for (std::size_t i = 0; i < 6; ++i) {
        slot.feature = slot.feature * 64 + digit_value(file[i]);
      }
      for (std::size_t i = 0; i < kLabels; ++i) {
        slot.row[i] = static_cast<std::int8_t>(file[6 + i] - kZeroWeight);
      }
      slot.used = true;
      slots_[place(slot.feature)] = slot;
      hints_[hint_place(slot.feature)] |=
          static_cast<std::uint8_t>(1U << (slot.feature & 7U));
    }
  }

  // The weights of a feature, or nullptr.
  const Row* find(std::uint32_t feature) const {
    const std::uint32_t hint = hints_[hint_place(feature)];
    if ((hint >> (feature & 7U) & 1U) == 0) return nullptr;
    const Slot& slot = slots_[place(feature)];
    return slot.used ? &slot.row : nullptr;
  }

  // False if no feature that differs from this one in the last three bits at
  // most has weights.
  bool may_have(std::uint32_t feature) const {
    return hints_[hint_place(feature)] != 0;
  }

  static constexpr char kZeroWeight = 'O';

  // Weights are kept as roots, so that small ones are fine and large ones find
  // room.
  static int weight(std::int8_t root) {
    return root * (root < 0 ? -root : root);
  }

 private:
  struct Slot {
    std::uint32_t feature = 0;
    Row row{};
    bool used = false;
  };

  static std::uint32_t digit_value(char c) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(c)) - '0';
  }

  std::size_t place(std::uint32_t feature) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (feature * 0x9E3779B97F4A7C15ULL >> 32U) & mask;
    while (slots_[at].used && slots_[at].feature != feature) {
      at = (at + 1) & mask;
    }
    return at;
  }

  static std::size_t hint_place(std::uint32_t feature) {
    return ((feature >> 3U) * 0x9E3779B1U) >> (32U - kHintBits);
  }

  // Most features of a text have no weights: a bit each in little memory, 8
  // neighbours in a byte, says so for nearly all of them.
  static constexpr unsigned kHintBits = 18;

  std::vector<Slot> slots_;
  std::vector<std::uint8_t> hints_ =
      std::vector<std::uint8_t>(std::size_t{1} << kHintBits);
};

// Whether `label` may follow `before`: the inside of a stretch only its begin
// or itself. Labels are kNone, then a begin and an inside of each kind.
inline bool may_follow(std::size_t before, std::size_t label) {
  if (label == 0 || label % 2 == 1) return true;
  return before == label || before + 1 == label;
}

// What the features of one item give its labels, alone and after each label.
template <std::size_t kLabels, typename Score>
struct ItemScores {
  std::array<Score, kLabels> own;
  std::array<std::array<Score, kLabels>, kLabels> after;
};

template <std::size_t kLabels, typename Score, typename Table>
ItemScores<kLabels, Score> score_item(const Features& found,
                                      const Table& table) {
  ItemScores<kLabels, Score> scores{};
  const auto add = [](const auto* row, std::array<Score, kLabels>& sums) {
    if (row == nullptr) return;
    for (std::size_t k = 0; k < kLabels; ++k) {
      sums[k] += static_cast<Score>(Table::weight((*row)[k]));
    }
  };
  for (const std::uint32_t feature : found.label) {
    add(table.find(feature), scores.own);
  }
  for (const std::uint32_t feature : found.step) {
    if (!table.may_have(feature)) continue;
    for (std::size_t p = 0; p < kLabels; ++p) {
      add(table.find(step_feature(feature, p)), scores.after[p]);
    }
  }
  return scores;
}

// The labels on the way back from the last item's best.
template <std::size_t kLabels, typename Score>
std::vector<std::uint8_t> follow_back(
    const std::vector<std::array<std::uint8_t, kLabels>>& back,
    const std::array<Score, kLabels>& last) {
  std::vector<std::uint8_t> labels(back.size());
  auto label = static_cast<std::uint8_t>(
      std::max_element(last.begin(), last.end()) - last.begin());
  for (std::size_t i = back.size(); i > 0; --i) {
    labels[i - 1] = label;
    label = back[i - 1][label];
  }
  return labels;
}

template <typename Score>
inline constexpr Score kForbiddenScore =
    std::numeric_limits<Score>::lowest() / 4;

// For each label the best score with one of the first `labels_before` labels
// before it, and in `from` which that is.
template <std::size_t kLabels, typename Score>
std::array<Score, kLabels> best_steps(
    const std::array<Score, kLabels>& last,
    const std::array<std::array<Score, kLabels>, kLabels>& after,
    std::size_t labels_before, std::array<std::uint8_t, kLabels>& from) {
  std::array<Score, kLabels> best;
  best.fill(kForbiddenScore<Score>);
  for (std::size_t p = 0; p < labels_before; ++p) {
    for (std::size_t k = 0; k < kLabels; ++k) {
      const Score score = last[p] + after[p][k];
      if (!may_follow(p, k) || score <= best[k]) continue;
      best[k] = score;
      from[k] = static_cast<std::uint8_t>(p);
    }
  }
  return best;
}

// The best labels of `size` items. `features(i, Features&)` gives the features
// of an item, `table` their weights (find and may_have of WeightTable),
// `bonus(i, label)` what a label gets on top, a very low value to forbid it.
template <std::size_t kLabels, typename Score, typename Table,
          typename FeaturesOf, typename Bonus>
std::vector<std::uint8_t> best_labels(std::size_t size, const Table& table,
                                      const FeaturesOf& features,
                                      const Bonus& bonus) {
  std::vector<std::array<std::uint8_t, kLabels>> back(size);
  std::array<Score, kLabels> last{};
  Features found;
  for (std::size_t i = 0; i < size; ++i) {
    features(static_cast<std::uint32_t>(i), found);
    const auto scores = score_item<kLabels, Score>(found, table);
    // Before the first item stands label 0.
    const auto best = best_steps<kLabels, Score>(last, scores.after,
                                                 i == 0 ? 1 : kLabels, back[i]);
    for (std::size_t k = 0; k < kLabels; ++k) {
      last[k] = std::max(
          best[k] + scores.own[k] + bonus(static_cast<std::uint32_t>(i), k),
          kForbiddenScore<Score>);
    }
  }
  return follow_back<kLabels, Score>(back, last);
}

}  // namespace stemma::quote
