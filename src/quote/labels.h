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
  using Row = std::array<std::int16_t, kLabels>;

  explicit WeightTable(std::string_view file) {
    constexpr std::size_t kLine = 6 + kLabels + 1;
    std::size_t slots = 16;
    while (slots < 2 * (file.size() / kLine)) slots *= 2;
    slots_.resize(slots);
    for (; file.size() >= kLine; file.remove_prefix(kLine)) {
      Slot slot;
      for (std::size_t i = 0; i < 6; ++i) {
        slot.feature = slot.feature * 64 + digit_value(file[i]);
      }
      for (std::size_t i = 0; i < kLabels; ++i) {
        slot.row[i] = decoded(file[6 + i]);
      }
      slot.used = true;
      slots_[place(slot.feature)] = slot;
    }
  }

  // The weights of a feature, or nullptr.
  const Row* find(std::uint32_t feature) const {
    const Slot& slot = slots_[place(feature)];
    return slot.used ? &slot.row : nullptr;
  }

  static constexpr char kZeroWeight = 'O';

  // A character says the root of a weight, so that small weights are fine and
  // large ones find room.
  static std::int16_t decoded(char c) {
    const int root = c - kZeroWeight;
    return static_cast<std::int16_t>(root * (root < 0 ? -root : root));
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
    std::size_t at = (feature * 0x9E3779B1U) & mask;
    while (slots_[at].used && slots_[at].feature != feature) {
      at = (at + 1) & mask;
    }
    return at;
  }

  std::vector<Slot> slots_;
};

// Whether `label` may follow `before`: the inside of a stretch only its begin
// or itself. Labels are kNone, then a begin and an inside of each kind.
inline bool may_follow(std::size_t before, std::size_t label) {
  if (label == 0 || label % 2 == 1) return true;
  return before == label || before + 1 == label;
}

// The best labels of `size` items. `features(i, Features&)` gives the features
// of an item, `table.find(feature)` their weights or nullptr, `bonus(i, label)`
// what a label gets on top; the lowest value of Score forbids it.
template <std::size_t kLabels, typename Score, typename Table,
          typename FeaturesOf, typename Bonus>
std::vector<std::uint8_t> best_labels(std::size_t size, const Table& table,
                                      const FeaturesOf& features,
                                      const Bonus& bonus) {
  constexpr Score kForbidden = std::numeric_limits<Score>::lowest() / 4;
  std::vector<std::array<std::uint8_t, kLabels>> back(size);
  std::array<Score, kLabels> last{};
  Features found;
  for (std::size_t i = 0; i < size; ++i) {
    features(static_cast<std::uint32_t>(i), found);
    std::array<Score, kLabels> own{};
    for (const std::uint32_t feature : found.label) {
      if (const auto* row = table.find(feature)) {
        for (std::size_t k = 0; k < kLabels; ++k) {
          own[k] += static_cast<Score>((*row)[k]);
        }
      }
    }
    std::array<Score, kLabels> best;
    best.fill(kForbidden);
    for (std::size_t p = 0; p < (i == 0 ? 1 : kLabels); ++p) {
      std::array<Score, kLabels> step{};
      for (const std::uint32_t feature : found.step) {
        if (const auto* row = table.find(step_feature(feature, p))) {
          for (std::size_t k = 0; k < kLabels; ++k) {
            step[k] += static_cast<Score>((*row)[k]);
          }
        }
      }
      for (std::size_t k = 0; k < kLabels; ++k) {
        if (!may_follow(p, k)) continue;
        const Score score = last[p] + step[k];
        if (score > best[k]) {
          best[k] = score;
          back[i][k] = static_cast<std::uint8_t>(p);
        }
      }
    }
    for (std::size_t k = 0; k < kLabels; ++k) {
      last[k] =
          std::max(best[k] + own[k] + bonus(static_cast<std::uint32_t>(i), k),
                   kForbidden);
    }
  }
  std::vector<std::uint8_t> labels(size);
  if (size == 0) return labels;
  auto label = static_cast<std::uint8_t>(
      std::max_element(last.begin(), last.end()) - last.begin());
  for (std::size_t i = size; i > 0; --i) {
    labels[i - 1] = label;
    label = back[i - 1][label];
  }
  return labels;
}

}  // namespace stemma::quote
