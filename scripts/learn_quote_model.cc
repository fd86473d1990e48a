// Learns the weights of the quote module's labeller from a PolNeAR corpus:
//
//     learn_quote_model TRAIN.jsonl CUES.weights ROLES.weights
//
// TRAIN.jsonl has one article a line: "text" and "attributions", each with
// spans of "source", "cue" and "content" in code points. Two linear chains
// (conditional random fields, Lafferty et al. 2001) are trained: one finds
// cues, one says for each cue which words of its frame are source and
// content. Only the heaviest features are kept, weights are rounded to a
// byte; only numbers leave the corpus, no text. A run gives the same files
// every time.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>
#include <simdjson.h>

#include "base/utf8.h"
#include "quote/draft.h"
#include "quote/items.h"
#include "quote/labels.h"
#include "quote/reading.h"
#include "text/analyze.h"

namespace {

using namespace stemma;  // NOLINT: a tool of one file
using quote::Features;
using quote::Item;
using quote::ItemRange;

constexpr int kFirstEpochs = 3;
constexpr int kEpochs = 8;
constexpr int kMinCount = 3;  // uses of a feature
constexpr float kRate = 0.3F;
constexpr float kPull = 0.02F;
constexpr double kDropped = 0.3;  // share of features left out of a step
constexpr std::size_t kMostCueFeatures = 42000;
constexpr std::size_t kMostRoleFeatures = 44000;
constexpr int kLargestRoot = 46;  // printable around 'O'

// The signed root that a weight is written as.
int root_of(double weight) {
  const double root = std::sqrt(std::abs(weight));
  return static_cast<int>(std::lround(weight < 0 ? -root : root));
}

struct Attribution {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
};

struct Sequence {
  std::vector<Item> items;
  ItemRange cue;  // for roles
  std::vector<std::uint8_t> labels;
};

// A sequence with its features as rows of the table in training.
struct Encoded {
  struct At {
    std::vector<std::uint32_t> label;              // rows
    std::vector<std::vector<std::uint32_t>> step;  // rows, by label before
  };
  std::vector<At> items;
  std::vector<std::uint8_t> gold;
  std::vector<bool> bare;  // items that can only have label 0
};

using Counts = boost::unordered_flat_map<std::uint32_t, int>;

// A linear-chain conditional random field in training: AdaGrad with a pull
// to zero that keeps useless weights at zero.
template <std::size_t kLabels>
class Field {
 public:
  using Row = std::array<float, kLabels>;

  explicit Field(std::vector<std::uint32_t> features)
      : features_(std::move(features)),
        weights_(features_.size()),
        squares_(features_.size()) {
    for (std::uint32_t i = 0; i < features_.size(); ++i) {
      rows_[features_[i]] = i;
    }
  }

  std::vector<std::uint32_t> encode(
      const std::vector<std::uint32_t>& features) const {
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t feature : features) {
      const auto found = rows_.find(feature);
      if (found != rows_.end()) rows.push_back(found->second);
    }
    return rows;
  }

  // One step towards the labels of `one`; its loss.
  double learn(const Encoded& one, float rate) {
    rate_ = rate;
    score(one);
    forward(one);
    backward(one);
    const double loss = total_ - gold_score(one);
    for (std::size_t i = 0; i < one.items.size(); ++i) update(one, i);
    return loss;
  }

  // The features by how much they weigh in the corpus, the heaviest first.
  std::vector<std::uint32_t> heaviest(const Counts& counts,
                                      std::size_t most) const {
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::size_t i = 0; i < features_.size(); ++i) {
      const auto [low, high] =
          std::minmax_element(weights_[i].begin(), weights_[i].end());
      const double weight = static_cast<double>(*high - *low) *
                            std::sqrt(counts.at(features_[i]));
      if (weight > 0) order.emplace_back(-weight, features_[i]);
    }
    std::sort(order.begin(), order.end());
    if (order.size() > most) order.resize(most);
    std::vector<std::uint32_t> kept;
    for (const auto& [weight, feature] : order) kept.push_back(feature);
    std::sort(kept.begin(), kept.end());
    return kept;
  }

  void write(const std::string& path) const {
    std::ofstream out(path, std::ios::binary);
    std::size_t lines = 0;
    for (std::size_t f = 0; f < features_.size(); ++f) {
      std::string line(6 + kLabels + 1, '\n');
      std::uint32_t rest = features_[f];
      for (int i = 5; i >= 0; --i, rest /= 64) {
        line[static_cast<std::size_t>(i)] = static_cast<char>('0' + rest % 64);
      }
      bool any = false;
      for (std::size_t k = 0; k < kLabels; ++k) {
        const int w = std::clamp(root_of(weights_[f][k] / quote::kWeightUnit),
                                 -kLargestRoot, kLargestRoot);
        any |= w != 0;
        line[6 + k] =
            static_cast<char>(quote::WeightTable<kLabels>::kZeroWeight + w);
      }
      if (!any) continue;
      out << line;
      ++lines;
    }
    std::cerr << path << ": " << lines << " features\n";
  }

 private:
  using Matrix = std::array<std::array<double, kLabels>, kLabels>;
  static constexpr double kNever = -1e30;

  void score(const Encoded& one) {
    scores_.assign(one.items.size(), {});
    for (std::size_t i = 0; i < one.items.size(); ++i) {
      std::array<double, kLabels> own{};
      for (const std::uint32_t row : one.items[i].label) {
        for (std::size_t k = 0; k < kLabels; ++k) own[k] += weights_[row][k];
      }
      for (std::size_t p = 0; p < kLabels; ++p) {
        std::array<double, kLabels> step = own;
        for (const std::uint32_t row : one.items[i].step[p]) {
          for (std::size_t k = 0; k < kLabels; ++k) step[k] += weights_[row][k];
        }
        for (std::size_t k = 0; k < kLabels; ++k) {
          const bool can = quote::may_follow(p, k) &&
                           (k == 0 || !one.bare[i]) && (i > 0 || p == 0);
          scores_[i][p][k] = can ? step[k] : kNever;
        }
      }
    }
  }

  static double log_sum(const std::array<double, kLabels>& values) {
    const double most = *std::max_element(values.begin(), values.end());
    if (most <= kNever / 2) return kNever;
    double sum = 0;
    for (const double v : values) sum += std::exp(v - most);
    return most + std::log(sum);
  }

  void forward(const Encoded& one) {
    forward_.assign(one.items.size() + 1, {});
    forward_[0].fill(kNever);
    forward_[0][0] = 0;
    for (std::size_t i = 0; i < one.items.size(); ++i) {
      for (std::size_t k = 0; k < kLabels; ++k) {
        std::array<double, kLabels> terms;
        for (std::size_t p = 0; p < kLabels; ++p) {
          terms[p] = std::max(forward_[i][p] + scores_[i][p][k], kNever);
        }
        forward_[i + 1][k] = log_sum(terms);
      }
    }
    total_ = log_sum(forward_.back());
  }

  void backward(const Encoded& one) {
    backward_.assign(one.items.size() + 1, {});
    for (std::size_t i = one.items.size(); i > 0; --i) {
      for (std::size_t p = 0; p < kLabels; ++p) {
        std::array<double, kLabels> terms;
        for (std::size_t k = 0; k < kLabels; ++k) {
          terms[k] = std::max(backward_[i][k] + scores_[i - 1][p][k], kNever);
        }
        backward_[i - 1][p] = log_sum(terms);
      }
    }
  }

  double gold_score(const Encoded& one) const {
    double sum = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < one.items.size(); ++i) {
      sum += scores_[i][before][one.gold[i]];
      before = one.gold[i];
    }
    return sum;
  }

  void update(const Encoded& one, std::size_t i) {
    std::array<float, kLabels> own{};
    const std::size_t gold_before = i == 0 ? 0 : one.gold[i - 1];
    for (std::size_t p = 0; p < kLabels; ++p) {
      std::array<float, kLabels> step{};
      bool any = false;
      for (std::size_t k = 0; k < kLabels; ++k) {
        const double expected = std::exp(forward_[i][p] + scores_[i][p][k] +
                                         backward_[i + 1][k] - total_);
        const bool is_gold = p == gold_before && k == one.gold[i];
        step[k] = static_cast<float>((is_gold ? 1.0 : 0.0) - expected);
        own[k] += step[k];
        any |= std::abs(step[k]) > 1e-4F;
      }
      if (!any) continue;
      for (const std::uint32_t row : one.items[i].step[p]) move(row, step);
    }
    const auto [low, high] = std::minmax_element(own.begin(), own.end());
    if (*high - *low < 1e-4F) return;
    for (const std::uint32_t row : one.items[i].label) move(row, own);
  }

  void move(std::uint32_t row, const std::array<float, kLabels>& gradient) {
    for (std::size_t k = 0; k < kLabels; ++k) {
      const float g = gradient[k];
      if (std::abs(g) < 1e-5F) continue;
      float& square = squares_[row][k];
      square += g * g;
      const float rate = rate_ / (1.0F + std::sqrt(square));
      float& w = weights_[row][k];
      w += rate * g;
      const float pull = rate * kPull * std::abs(g);
      w = w > 0 ? std::max(0.0F, w - pull) : std::min(0.0F, w + pull);
    }
  }

  std::vector<std::uint32_t> features_;  // sorted
  boost::unordered_flat_map<std::uint32_t, std::uint32_t> rows_;
  std::vector<Row> weights_;
  std::vector<Row> squares_;
  float rate_ = 0;
  std::vector<Matrix> scores_;
  std::vector<std::array<double, kLabels>> forward_;
  std::vector<std::array<double, kLabels>> backward_;
  double total_ = 0;
};

std::vector<Span> read_spans(simdjson::dom::element spans,
                             const CodePointMap& map) {
  std::vector<Span> result;
  for (const simdjson::dom::element pair : spans.get_array()) {
    const auto at = [&](std::size_t k) {
      return map.to_bytes(
          static_cast<std::uint32_t>(std::uint64_t(pair.at(k))));
    };
    result.push_back({at(0), at(1)});
  }
  return result;
}

bool lies_in(const quote::Reading& reading, const Item& item,
             const std::vector<Span>& spans, Span& which) {
  const Span own = reading.span_of(item.tokens);
  for (const Span span : spans) {
    if (shared_bytes(own, span) * 2 > own.size()) {
      which = span;
      return true;
    }
  }
  return false;
}

// Marks the items in `spans` with begin and inside labels.
void mark(const quote::Reading& reading, const std::vector<Item>& items,
          const std::vector<Span>& spans, std::uint8_t begin,
          std::vector<std::uint8_t>& labels) {
  Span last{};
  for (std::size_t i = 0; i < items.size(); ++i) {
    Span which;
    if (!lies_in(reading, items[i], spans, which) || labels[i] != 0) {
      last = {};
      continue;
    }
    labels[i] = which == last ? static_cast<std::uint8_t>(begin + 1) : begin;
    last = which;
  }
}

struct Sequences {
  std::vector<Sequence> cues;
  std::vector<Sequence> roles;
};

void add_frame(const quote::Reading& reading, const quote::Frame& frame,
               const std::vector<Attribution>& gold, Sequences& out) {
  Sequence cues;
  cues.items = quote::make_items(reading, frame.tokens);
  cues.labels.resize(cues.items.size());
  for (const Attribution& one : gold) {
    Sequence roles;
    roles.labels.resize(cues.items.size());
    mark(reading, cues.items, one.cue, quote::kCueBegin, roles.labels);
    for (std::size_t i = 0; i < cues.items.size(); ++i) {
      if (cues.items[i].utterance) roles.labels[i] = 0;
    }
    std::uint32_t first = 0;
    while (first < roles.labels.size() && roles.labels[first] == 0) ++first;
    if (first == roles.labels.size()) continue;
    std::uint32_t last = first + 1;
    while (last < roles.labels.size() &&
           roles.labels[last] == quote::kCueInside) {
      ++last;
    }
    for (std::uint32_t i = 0; i < roles.labels.size(); ++i) {
      if (roles.labels[i] != 0) cues.labels[i] = roles.labels[i];
      roles.labels[i] = i >= first && i < last ? 9 : 0;
    }
    mark(reading, cues.items, one.source, quote::kSourceBegin, roles.labels);
    mark(reading, cues.items, one.content, quote::kContentBegin, roles.labels);
    for (std::uint32_t i = first; i < last; ++i) roles.labels[i] = 0;
    roles.items = cues.items;
    roles.cue = {first, last};
    out.roles.push_back(std::move(roles));
  }
  // A begin that is no begin any more where two cues overlap.
  for (std::size_t i = 0; i < cues.labels.size(); ++i) {
    if (cues.labels[i] == quote::kCueInside &&
        (i == 0 || cues.labels[i - 1] == 0)) {
      cues.labels[i] = quote::kCueBegin;
    }
  }
  out.cues.push_back(std::move(cues));
}

Sequences read_corpus(const std::string& path) {
  Sequences sequences;
  simdjson::dom::parser parser;
  std::ifstream in(path, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const simdjson::dom::element record = parser.parse(line);
    Report report;
    report.text = std::string(std::string_view(record["text"]));
    report.language = "en";
    const Analysis analysis = text::analyze(report);
    const CodePointMap map(report.text);
    std::vector<Attribution> gold;
    for (const simdjson::dom::element one :
         record["attributions"].get_array()) {
      Attribution attribution;
      attribution.cue = read_spans(one["cue"], map);
      attribution.content = read_spans(one["content"], map);
      simdjson::dom::element source;
      if (one["source"].get(source) == simdjson::SUCCESS && source.is_array()) {
        attribution.source = read_spans(source, map);
      }
      gold.push_back(std::move(attribution));
    }
    const Witness witness{&report, &analysis, nullptr};
    const quote::Reading reading = quote::read_clues(witness);
    for (const quote::Frame& frame : quote::find_frames(reading)) {
      add_frame(reading, frame, gold, sequences);
    }
  }
  return sequences;
}

template <typename FeaturesOf>
void count(const Sequence& one, const FeaturesOf& features, Counts& counts) {
  Features found;
  for (std::uint32_t i = 0; i < one.labels.size(); ++i) {
    features(i, found);
    for (const std::uint32_t f : found.label) ++counts[f];
    for (const std::uint32_t f : found.step) {
      ++counts[quote::step_feature(f, i == 0 ? 0 : one.labels[i - 1])];
    }
  }
}

template <std::size_t kLabels, typename FeaturesOf, typename Bare>
Encoded encode(const Sequence& one, const FeaturesOf& features,
               const Bare& bare, const Field<kLabels>& field) {
  Encoded encoded;
  encoded.gold = one.labels;
  Features found;
  for (std::uint32_t i = 0; i < one.labels.size(); ++i) {
    features(i, found);
    Encoded::At at;
    at.label = field.encode(found.label);
    for (std::size_t p = 0; p < kLabels; ++p) {
      std::vector<std::uint32_t> step;
      for (const std::uint32_t f : found.step) {
        step.push_back(quote::step_feature(f, p));
      }
      at.step.push_back(field.encode(step));
    }
    encoded.items.push_back(std::move(at));
    encoded.bare.push_back(bare(one, i));
  }
  return encoded;
}

// Xorshift (Marsaglia 2003): the same numbers in every run.
class Random {
 public:
  std::uint64_t next() {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return state_;
  }
  bool with_chance(double chance) {
    return static_cast<double>(next() >> 11U) * 0x1.0p-53 < chance;
  }

 private:
  std::uint64_t state_ = 88172645463325252ULL;
};

void shuffle(std::vector<std::size_t>& order, Random& random) {
  for (std::size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[random.next() % i]);
  }
}

// Leaving features out by chance makes the others learn to do without.
Encoded with_dropout(Encoded one, Random& random) {
  const auto drop = [&](std::vector<std::uint32_t>& rows) {
    std::erase_if(rows,
                  [&](std::uint32_t) { return random.with_chance(kDropped); });
  };
  for (Encoded::At& at : one.items) {
    drop(at.label);
    for (auto& rows : at.step) drop(rows);
  }
  return one;
}

template <std::size_t kLabels, typename MakeFeatures, typename Bare>
void run(const std::vector<Sequence>& sequences, const MakeFeatures& make,
         const Bare& bare, int epochs, Field<kLabels>& field) {
  std::vector<Encoded> encoded;
  for (const Sequence& one : sequences) {
    encoded.push_back(encode<kLabels>(one, make(one), bare, field));
  }
  std::vector<std::size_t> order(encoded.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  Random random;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    shuffle(order, random);
    double loss = 0;
    for (const std::size_t i : order) {
      loss += field.learn(with_dropout(encoded[i], random), kRate);
    }
    std::cerr << "epoch " << epoch + 1 << " loss "
              << loss / static_cast<double>(order.size()) << '\n';
  }
}

// Trains on all features that are used often enough, keeps the heaviest, and
// trains again on those.
template <std::size_t kLabels, typename MakeFeatures, typename Bare>
void train(const std::vector<Sequence>& sequences, const MakeFeatures& make,
           const Bare& bare, std::size_t most, const std::string& path) {
  Counts counts;
  for (const Sequence& one : sequences) count(one, make(one), counts);
  std::vector<std::uint32_t> features;
  for (const auto& [feature, uses] : counts) {
    if (uses >= kMinCount) features.push_back(feature);
  }
  std::sort(features.begin(), features.end());
  Field<kLabels> first(features);
  run<kLabels>(sequences, make, bare, kFirstEpochs, first);
  Field<kLabels> second(first.heaviest(counts, most));
  run<kLabels>(sequences, make, bare, kEpochs, second);
  second.write(path);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: learn_quote_model TRAIN.jsonl CUES ROLES\n";
    return 2;
  }
  const Sequences sequences = read_corpus(argv[1]);
  std::cerr << sequences.cues.size() << " frames, " << sequences.roles.size()
            << " cues\n";
  train<quote::kCueLabels>(
      sequences.cues,
      [](const Sequence& one) {
        return [&one](std::uint32_t i, Features& out) {
          quote::cue_features(one.items, i, out);
        };
      },
      [](const Sequence& one, std::uint32_t at) {
        return one.items[at].utterance;
      },
      kMostCueFeatures, argv[2]);
  train<quote::kRoles>(
      sequences.roles,
      [](const Sequence& one) {
        return [roles = quote::RoleFeatures(one.items, one.cue)](
                   std::uint32_t i, Features& out) { roles.of(i, out); };
      },
      [](const Sequence& one, std::uint32_t at) {
        return at >= one.cue.first && at < one.cue.last;
      },
      kMostRoleFeatures, argv[3]);
  return 0;
}
