// A label chain in training: a conditional random field (Lafferty et al. 2001)
// over the steps of a chain of src/quote/lattice.h.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "quote/features.h"
#include "quote/lattice.h"
#include "quote/weights.h"
#include "quote_rows.h"

namespace stemma::learn {

// Items as rows of weights, with the labels that they should get.
struct Instance {
  std::vector<std::uint32_t> rows;   // of all items, one after another
  std::vector<std::uint32_t> ends;   // where the rows of an item end
  std::vector<std::uint8_t> labels;  // one an item
  std::vector<bool> bare;            // items outside that weigh nothing
};

// The same with features for rows.
struct Example {
  std::vector<std::vector<quote::Feature>> items;  // empty: bare
  std::vector<std::uint8_t> labels;
};

// Xorshift (Marsaglia 2003): the same numbers for the same seed.
class Random {
 public:
  explicit Random(std::uint64_t seed)
      : state_(88172645463325252ULL + seed * 0x9E3779B97F4A7C15ULL) {
    constexpr int kMixing = 20;
    for (int i = 0; seed != 0 && i < kMixing; ++i) next();
  }

  std::uint64_t next() {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return state_;
  }

 private:
  std::uint64_t state_;
};

struct FieldOptions {
  int epochs = 8;
  float rate = 0.2F;
  float pull = 0.02F;    // towards zero, so that useless weights stay there
  double dropped = 0.5;  // share of features left out of a step
  // What a label gets on top in training where it takes a content for none or
  // the reverse (softmax-margin, Gimpel and Smith 2010).
  float margin = 0;
};

template <typename Chain>
class Field {
 public:
  using Row = std::array<float, Chain::kLabels>;

  // `rows` numbers the features from 0; `seed` gives the order of the examples
  // and the features left out.
  explicit Field(boost::unordered_flat_map<quote::Feature, std::uint32_t> rows,
                 std::uint64_t seed = 0)
      : rows_(std::move(rows)),
        weights_(rows_.size()),
        squares_(rows_.size()),
        sums_(rows_.size()),
        since_(rows_.size()),
        random_(seed) {}

  Instance encode(const Example& example) const {
    Instance one;
    for (const auto& features : example.items) {
      append(features, one.rows);
      one.ends.push_back(static_cast<std::uint32_t>(one.rows.size()));
      one.bare.push_back(features.empty());
    }
    one.labels = example.labels;
    return one;
  }

  void train(const std::vector<Instance>& instances,
             const FieldOptions& options) {
    options_ = options;
    std::vector<std::size_t> order(instances.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < options.epochs; ++epoch) {
      if (epoch == options.epochs / 3) begin_averages();
      for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random_.next() % i]);
      }
      double loss = 0;
      for (const std::size_t i : order) {
        loss += learn(instances[i]);
        ++time_;
      }
      std::cerr << "epoch " << epoch + 1 << " loss "
                << loss / static_cast<double>(order.size()) << '\n';
    }
    take_averages();
  }

  // Makes the weights, a mean of `runs` fields, one with those of `other`.
  // REQUIRES: `other` has the same rows.
  void mix(const Field& other, float runs) {
    for (std::size_t row = 0; row < weights_.size(); ++row) {
      for (std::size_t k = 0; k < Chain::kLabels; ++k) {
        float& weight = weights_[row][k];
        weight = (weight * runs + other.weights_[row][k]) / (runs + 1);
      }
    }
  }

  // The heaviest features, at most one for each place of a table.
  boost::unordered_flat_map<quote::Feature, std::uint32_t> heaviest(
      const std::vector<std::uint32_t>& counts, std::size_t most) const {
    std::vector<WeighedFeature> weighed;
    for (const auto& [feature, row] : rows_) {
      const auto [low, high] =
          std::minmax_element(weights_[row].begin(), weights_[row].end());
      const double weight =
          static_cast<double>(*high - *low) * std::sqrt(counts[row]);
      if (weight > 0) weighed.push_back({weight, feature});
    }
    boost::unordered_flat_map<quote::Feature, std::uint32_t> rows;
    for (const quote::Feature feature : one_a_place(std::move(weighed), most)) {
      rows.emplace(feature, static_cast<std::uint32_t>(rows.size()));
    }
    return rows;
  }

  // The file of weights, in the order of their places.
  std::string write() const {
    std::vector<std::pair<quote::Feature, std::uint32_t>> order(rows_.begin(),
                                                                rows_.end());
    std::sort(order.begin(), order.end());
    std::string out;
    for (const auto& [feature, row] : order) {
      Row weights = weights_[row];
      for (float& weight : weights) {
        weight *= static_cast<float>(1 - options_.dropped);
      }
      out += row_of_file(feature, weights);
    }
    return out;
  }

 private:
  static constexpr double kNo = -1e30;
  using States = std::array<double, Chain::kStates>;

  void append(const std::vector<quote::Feature>& features,
              std::vector<std::uint32_t>& rows) const {
    for (const quote::Feature feature : features) {
      const auto found = rows_.find(feature);
      if (found != rows_.end()) rows.push_back(found->second);
    }
  }

  // One step towards the labels of `one`; its loss. Leaving features out by
  // chance makes the others learn to do without.
  double learn(const Instance& one) {
    drop(one);
    forward(one);
    backward(one);
    const double total =
        log_sum(forward_.back().data(), forward_.back().size());
    update(one, total);
    return total - gold_score(one);
  }

  void drop(const Instance& one) {
    kept_.clear();
    ends_.clear();
    const auto keep = [&] {
      return static_cast<double>(random_.next() >> 11U) * 0x1.0p-53 >=
             options_.dropped;
    };
    std::size_t at = 0;
    scores_.assign(one.labels.size(), {});
    for (std::size_t i = 0; i < one.ends.size(); ++i) {
      for (; at < one.ends[i]; ++at) {
        if (!keep()) continue;
        kept_.push_back(one.rows[at]);
        const Row& row = weights_[one.rows[at]];
        for (std::size_t k = 1; k < Chain::kLabels; ++k) {
          scores_[i][k] += row[k];
        }
      }
      add_margin(one.labels[i], scores_[i]);
      ends_.push_back(kept_.size());
    }
  }

  void add_margin(std::uint8_t label, Row& scores) const {
    for (std::uint8_t k = 0; k < Chain::kLabels; ++k) {
      const bool apart = Chain::is_content(k) != Chain::is_content(label);
      if (apart) scores[k] += options_.margin;
    }
  }

  static double log_sum(const double* values, std::size_t count) {
    const double most = *std::max_element(values, values + count);
    if (most <= kNo / 2) return kNo;
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += std::exp(values[i] - most);
    return most + std::log(sum);
  }

  bool can(const Instance& one, std::size_t i, const quote::Step& step) const {
    return !one.bare[i] || step.to < Chain::kOutsideStates;
  }

  void forward(const Instance& one) {
    forward_.assign(one.labels.size() + 1, {});
    forward_[0].fill(kNo);
    forward_[0][0] = 0;
    for (std::size_t i = 0; i < one.labels.size(); ++i) {
      std::array<std::array<double, Chain::kSteps.size()>, Chain::kStates> in;
      std::array<std::size_t, Chain::kStates> count{};
      for (const quote::Step& step : Chain::kSteps) {
        const double before = forward_[i][step.from];
        if (before <= kNo / 2 || !can(one, i, step)) continue;
        in[step.to][count[step.to]++] =
            before + static_cast<double>(scores_[i][step.label]);
      }
      for (std::size_t k = 0; k < Chain::kStates; ++k) {
        forward_[i + 1][k] =
            count[k] == 0 ? kNo : log_sum(in[k].data(), count[k]);
      }
    }
  }

  void backward(const Instance& one) {
    backward_.assign(one.labels.size() + 1, {});
    backward_.back().fill(0);
    for (std::size_t i = one.labels.size(); i > 0; --i) {
      std::array<std::array<double, Chain::kSteps.size()>, Chain::kStates> in;
      std::array<std::size_t, Chain::kStates> count{};
      for (const quote::Step& step : Chain::kSteps) {
        if (!can(one, i - 1, step)) continue;
        in[step.from][count[step.from]++] =
            backward_[i][step.to] +
            static_cast<double>(scores_[i - 1][step.label]);
      }
      for (std::size_t k = 0; k < Chain::kStates; ++k) {
        backward_[i - 1][k] =
            count[k] == 0 ? kNo : log_sum(in[k].data(), count[k]);
      }
    }
  }

  double gold_score(const Instance& one) const {
    double sum = 0;
    for (std::size_t i = 0; i < one.labels.size(); ++i) {
      sum += static_cast<double>(scores_[i][one.labels[i]]);
    }
    return sum;
  }

  void update(const Instance& one, double total) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < one.labels.size(); ++i) {
      std::array<double, Chain::kLabels> expected{};
      for (const quote::Step& step : Chain::kSteps) {
        if (!can(one, i, step)) continue;
        const double score = forward_[i][step.from] +
                             static_cast<double>(scores_[i][step.label]) +
                             backward_[i + 1][step.to] - total;
        if (score > -12) expected[step.label] += std::exp(score);
      }
      for (std::uint8_t k = 1; k < Chain::kLabels; ++k) {
        const double gradient = (one.labels[i] == k ? 1 : 0) - expected[k];
        if (std::abs(gradient) < 1e-4) continue;
        for (std::size_t r = at; r < ends_[i]; ++r) {
          move(kept_[r], k, static_cast<float>(gradient));
        }
      }
      at = ends_[i];
    }
  }

  // The weights in the end are averages over the later steps, which are
  // steadier than the last ones.
  void begin_averages() {
    time_ = 0;
    for (std::size_t row = 0; row < sums_.size(); ++row) {
      sums_[row].fill(0);
      since_[row].fill(0);
    }
  }

  void note_average(std::uint32_t row, std::size_t k) {
    sums_[row][k] += static_cast<double>(weights_[row][k]) *
                     static_cast<double>(time_ - since_[row][k]);
    since_[row][k] = time_;
  }

  void take_averages() {
    for (std::uint32_t row = 0; row < sums_.size(); ++row) {
      for (std::size_t k = 0; k < Chain::kLabels; ++k) {
        note_average(row, k);
        weights_[row][k] = static_cast<float>(
            sums_[row][k] / static_cast<double>(std::max(time_, 1U)));
      }
    }
  }

  // AdaGrad (Duchi et al. 2011).
  void move(std::uint32_t row, std::size_t k, float gradient) {
    const float largest =
        static_cast<float>(quote::WeightTable::kLargestWeight) *
        quote::kWeightUnit / static_cast<float>(1 - options_.dropped);
    note_average(row, k);
    float& square = squares_[row][k];
    square += gradient * gradient;
    const float rate = options_.rate / (1.0F + std::sqrt(square));
    float& w = weights_[row][k];
    w += rate * gradient;
    const float pull = rate * options_.pull * std::abs(gradient);
    w = w > 0 ? std::max(0.0F, w - pull) : std::min(0.0F, w + pull);
    w = std::clamp(w, -largest, largest);
  }

  boost::unordered_flat_map<quote::Feature, std::uint32_t> rows_;
  std::vector<Row> weights_;
  std::vector<Row> squares_;
  std::vector<std::array<double, Chain::kLabels>> sums_;
  std::vector<std::array<std::uint32_t, Chain::kLabels>> since_;
  std::uint32_t time_ = 0;
  FieldOptions options_;
  Random random_;
  std::vector<std::uint32_t> kept_;  // of the instance at hand
  std::vector<std::size_t> ends_;
  std::vector<Row> scores_;
  std::vector<States> forward_;
  std::vector<States> backward_;
};

}  // namespace stemma::learn
