// The judge in training: logistic regressions over the same features, one for
// each verdict of src/quote/judge.h.
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

#include "quote/judge.h"
#include "quote_field.h"
#include "quote_rows.h"

namespace stemma::learn {

// A proposal, by quote::Verdict what should be said of it (0 to 1) and how
// much that counts.
struct Judged {
  std::array<quote::Feature, quote::kJudgeFeatures> features{};
  std::array<float, quote::kVerdicts> share{};
  std::array<float, quote::kVerdicts> weight{};
};

class JudgeField {
 public:
  // The file of weights learned from `examples`: from all features used often
  // enough, and again from the heaviest of them.
  static std::string learn(const std::vector<Judged>& examples) {
    Counts counts;
    for (const Judged& one : examples) {
      for (const quote::Feature feature : one.features) ++counts[feature];
    }
    boost::unordered::erase_if(
        counts, [](const auto& one) { return one.second < kLeast; });
    JudgeField all(counts);
    all.train(examples);
    JudgeField kept(all.heaviest(counts));
    kept.train(examples);
    return kept.write();
  }

 private:
  using Row = std::array<float, quote::kVerdicts>;
  using Counts = boost::unordered_flat_map<quote::Feature, std::uint32_t>;

  static constexpr std::uint32_t kLeast = 3;   // uses of a feature
  static constexpr std::size_t kMost = 40000;  // features
  static constexpr int kEpochs = 20;
  static constexpr float kRate = 0.2F;
  // How strongly all examples together pull a weight to zero.
  static constexpr float kPull = 20;

  explicit JudgeField(const Counts& counts)
      : features_(counts.begin(), counts.end()) {
    std::sort(features_.begin(), features_.end());
    for (const auto& [feature, count] : features_) {
      rows_.emplace(feature, static_cast<std::uint32_t>(rows_.size()));
    }
    weights_.resize(rows_.size());
    squares_.resize(rows_.size());
    sums_.resize(rows_.size());
  }

  std::vector<std::uint32_t> encode(const Judged& one) const {
    std::vector<std::uint32_t> rows;
    for (const quote::Feature feature : one.features) {
      const auto found = rows_.find(feature);
      if (found != rows_.end()) rows.push_back(found->second);
    }
    return rows;
  }

  // The weights in the end are averages over the later half of the epochs.
  void train(const std::vector<Judged>& examples) {
    std::vector<std::vector<std::uint32_t>> rows;
    std::vector<std::size_t> order;
    for (const Judged& one : examples) {
      order.push_back(rows.size());
      rows.push_back(encode(one));
    }
    Random random(0);
    double loss = 0;
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) {
        std::swap(order[i - 1], order[random.next() % i]);
      }
      loss = 0;
      for (const std::size_t i : order) loss += learn(rows[i], examples[i]);
      if (epoch * 2 >= kEpochs) add_to_averages();
    }
    weights_ = sums_;
    std::cerr << "judge: loss " << loss / static_cast<double>(order.size())
              << '\n';
  }

  void add_to_averages() {
    for (std::size_t row = 0; row < weights_.size(); ++row) {
      for (std::size_t k = 1; k < quote::kVerdicts; ++k) {
        sums_[row][k] += weights_[row][k] * 2 / static_cast<float>(kEpochs);
      }
    }
  }

  // One step of AdaGrad for each verdict; the loss of the first.
  double learn(const std::vector<std::uint32_t>& rows, const Judged& one) {
    double loss = 0;
    for (std::size_t k = 1; k < quote::kVerdicts; ++k) {
      if (one.weight[k] == 0) continue;
      float sum = 0;
      for (const std::uint32_t row : rows) sum += weights_[row][k];
      const float chance = 1 / (1 + std::exp(-sum));
      if (k == quote::kIsCue) {
        loss = std::log1p(std::exp(one.share[k] > 0.5F ? -sum : sum));
      }
      const float gradient = (one.share[k] - chance) * one.weight[k];
      for (const std::uint32_t row : rows) move(row, k, gradient);
    }
    return loss;
  }

  void move(std::uint32_t row, std::size_t k, float gradient) {
    float& weight = weights_[row][k];
    gradient -= kPull / static_cast<float>(features_[row].second) * weight;
    float& square = squares_[row][k];
    square += gradient * gradient;
    weight += kRate * gradient / (1 + std::sqrt(square));
  }

  Counts heaviest(const Counts& counts) const {
    std::vector<WeighedFeature> weighed;
    for (std::uint32_t row = 0; row < weights_.size(); ++row) {
      double most = 0;
      for (std::size_t k = 1; k < quote::kVerdicts; ++k) {
        most = std::max(most, std::abs(static_cast<double>(weights_[row][k])));
      }
      const auto& [feature, count] = features_[row];
      weighed.push_back({most * std::sqrt(count), feature});
    }
    Counts kept;
    for (const quote::Feature one : one_a_place(std::move(weighed), kMost)) {
      kept.emplace(one, counts.at(one));
    }
    return kept;
  }

  std::string write() const {
    std::string out;
    for (std::uint32_t row = 0; row < weights_.size(); ++row) {
      out += row_of_file(features_[row].first, weights_[row]);
    }
    return out;
  }

  std::vector<std::pair<quote::Feature, std::uint32_t>> features_;  // and uses
  Counts rows_;
  std::vector<Row> weights_;
  std::vector<Row> squares_;
  std::vector<Row> sums_;
};

}  // namespace stemma::learn
