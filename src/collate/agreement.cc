// Whether two sentences state the same is easier to say once it is known of
// the others. Sentences around them that are linked speak for it, since one
// text often follows another or the same press conference. A third report
// that is linked to both speaks for it, one that is linked surely to one of
// them and not to the other against it. And a sentence that has a surer
// partner in a report needs another one less. So each pair is judged twice:
// first by itself (Features), then by the first probabilities of the others
// (stacking, Wolpert 1992). A third look brought nothing in held-out stories.
#include "collate/agreement.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "collate/links.h"
#include "collate/pair_graph.h"

namespace stemma::collate {
namespace {

constexpr std::array<std::string_view, kAgreementCount> kNamesOfAgreements{
    "bias",  "odds",    "beside", "both_beside",   "near",
    "third", "against", "rivals", "mutual_rivals", "rivals_together"};

constexpr double kLikely = 0.1;         // with a third report
constexpr std::size_t kMaxThirds = 24;  // likely partners that are looked at
constexpr double kClamped = 1e-3;       // for the odds of 0 and 1
constexpr std::int64_t kNearby = 2;

struct Partner {
  std::uint32_t sentence = 0;
  double probability = 0;
};

std::vector<SentencePair> sentences_of(std::span<const ComparedPair> pairs) {
  std::vector<SentencePair> all;
  all.reserve(pairs.size());
  for (const ComparedPair& one : pairs) all.push_back(one.pair);
  return all;
}

class AgreementFinder {
 public:
  AgreementFinder(const StoryText& story, std::span<const ComparedPair> pairs,
                  std::span<const double> first)
      : story_(story),
        pairs_(pairs),
        first_(first),
        graph_(story.sentences.size(), sentences_of(pairs)) {
    likely_.reserve(story.sentences.size());
    for (std::uint32_t i = 0; i < story.sentences.size(); ++i) {
      likely_.push_back(most_likely(i));
    }
  }

  Agreements of(std::size_t index) const {
    Agreements found{};
    const auto [a, b] = pairs_[index].pair;
    const double p = first_[index];
    at(found, Agreement::kBias) = 1;
    at(found, Agreement::kOdds) = std::log((p + kClamped) / (1 - p + kClamped));
    look_beside(a, b, found);
    look_at_thirds(a, b, found);
    look_at_rivals(a, b, found);
    return found;
  }

 private:
  // The likely partners of a sentence, ascending.
  std::vector<Partner> most_likely(std::uint32_t sentence) const {
    std::vector<Partner> all;
    for (const auto& [partner, pair] : graph_.partners(sentence)) {
      if (first_[pair] >= kLikely) all.push_back({partner, first_[pair]});
    }
    if (all.size() <= kMaxThirds) return all;
    std::sort(all.begin(), all.end(), [](const Partner& x, const Partner& y) {
      return std::tuple(-x.probability, x.sentence) <
             std::tuple(-y.probability, y.sentence);
    });
    all.resize(kMaxThirds);
    std::sort(all.begin(), all.end(), [](const Partner& x, const Partner& y) {
      return x.sentence < y.sentence;
    });
    return all;
  }

  static double& at(Agreements& found, Agreement which) {
    return found[static_cast<std::size_t>(which)];
  }

  ReportIndex report(std::uint32_t sentence) const {
    return story_.sentences[sentence].report;
  }

  double between(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t pair = graph_.find(a, b);
    return pair == PairGraph::kNone ? 0 : first_[pair];
  }

  // Of the sentences that stand so many places behind (or before) each.
  double shifted(std::uint32_t a, std::int64_t by_a, std::uint32_t b,
                 std::int64_t by_b) const {
    const auto move = [&](std::uint32_t sentence, std::int64_t by) {
      const Range all = story_.reports[report(sentence)].sentences;
      const std::int64_t to = std::int64_t{sentence} + by;
      return to >= all.first && to < all.last ? to : -1;
    };
    const std::int64_t x = move(a, by_a);
    const std::int64_t y = move(b, by_b);
    if (x < 0 || y < 0) return 0;
    return between(static_cast<std::uint32_t>(x),
                   static_cast<std::uint32_t>(y));
  }

  void look_beside(std::uint32_t a, std::uint32_t b, Agreements& found) const {
    const double before = shifted(a, -1, b, -1);
    const double behind = shifted(a, 1, b, 1);
    at(found, Agreement::kBeside) = std::max(before, behind);
    at(found, Agreement::kBothBeside) = before + behind;
    double near = 0;
    for (std::int64_t x = -kNearby; x <= kNearby; ++x) {
      for (std::int64_t y = -kNearby; y <= kNearby; ++y) {
        if (x != 0 && y != 0) near = std::max(near, shifted(a, x, b, y));
      }
    }
    at(found, Agreement::kNear) = near;
  }

  void look_at_thirds(std::uint32_t a, std::uint32_t b,
                      Agreements& found) const {
    double& third = at(found, Agreement::kThird);
    double& against = at(found, Agreement::kAgainst);
    for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
      const auto others = graph_.partners(to);
      auto next = others.begin();
      for (const Partner& partner : likely_[from]) {
        // A sentence has few likely partners, in a large story among hundreds.
        next = std::partition_point(next, others.end(), [&](const auto& one) {
          return one.sentence < partner.sentence;
        });
        if (report(partner.sentence) == report(to)) continue;
        const bool both =
            next != others.end() && next->sentence == partner.sentence;
        const double other = both ? first_[next->pair] : 0;
        if (other >= kLikely) {
          third = std::max(third, std::min(partner.probability, other));
        }
        against = std::max(against, partner.probability * (1 - other));
      }
    }
  }

  void look_at_rivals(std::uint32_t a, std::uint32_t b,
                      Agreements& found) const {
    double all = 0;
    const auto best_but = [&](std::uint32_t sentence, std::uint32_t other) {
      const Range rivals = story_.reports[report(other)].sentences;
      const auto partners = graph_.partners(sentence);
      auto next = std::partition_point(
          partners.begin(), partners.end(),
          [&](const auto& one) { return one.sentence < rivals.first; });
      double best = 0;
      for (; next != partners.end() && next->sentence < rivals.last; ++next) {
        if (next->sentence == other) continue;
        best = std::max(best, first_[next->pair]);
        all += first_[next->pair];
      }
      return best;
    };
    const double of_a = best_but(a, b);
    const double of_b = best_but(b, a);
    at(found, Agreement::kRivals) = std::max(of_a, of_b);
    at(found, Agreement::kMutualRivals) = std::min(of_a, of_b);
    at(found, Agreement::kRivalsTogether) = std::log1p(all);
  }

  const StoryText& story_;
  std::span<const ComparedPair> pairs_;
  std::span<const double> first_;
  PairGraph graph_;
  std::vector<std::vector<Partner>> likely_;
};

}  // namespace

std::string_view agreement_name(Agreement agreement) {
  return kNamesOfAgreements[static_cast<std::size_t>(agreement)];
}

std::vector<Agreements> find_agreements(const StoryText& story,
                                        std::span<const ComparedPair> pairs,
                                        std::span<const double> first) {
  const AgreementFinder finder(story, pairs, first);
  std::vector<Agreements> found;
  found.reserve(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) found.push_back(finder.of(i));
  return found;
}

std::vector<double> link_probabilities(const StoryText& story,
                                       std::span<const ComparedPair> pairs) {
  std::vector<double> probabilities;
  probabilities.reserve(pairs.size());
  for (const ComparedPair& pair : pairs) {
    probabilities.push_back(link_probability(pair.features));
  }
  const auto weights = agreement_weights();
  const auto found = find_agreements(story, pairs, probabilities);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < kAgreementCount; ++j) {
      sum += weights[j] * found[i][j];
    }
    probabilities[i] = 1 / (1 + std::exp(-sum));
  }
  return probabilities;
}

}  // namespace stemma::collate
