#include "quote/family_pairs.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "text/names.h"

namespace stemma::quote {
namespace {

constexpr double kSameBearer = 0.4;       // name_similarity
constexpr std::size_t kMaxPostings = 64;  // parts that share a word
constexpr float kCandidateHeavy = 2;      // words of substance shared
constexpr float kCandidateHeavySameSpeaker = 1;
constexpr float kCandidateShare = 0.12F;  // of the shorter one's weight
constexpr float kAgreeing = 0.45F;        // neighbours that agree
constexpr std::uint32_t kManyReports = 0xFFFFFFFF;
constexpr float kFewestWholeWords = 3;

// "Ostland leader" may be anybody of that name's country: its last word is
// no name.
bool is_description(std::string_view speaker) {
  const std::size_t space = speaker.rfind(' ');
  const std::size_t last = space == std::string_view::npos ? 0 : space + 1;
  return last < speaker.size() && speaker[last] >= 'a' && speaker[last] <= 'z';
}

using Postings = std::vector<std::pair<std::uint64_t, std::uint32_t>>;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Postings heavy_words(const std::vector<Part>& parts) {
  Postings postings;
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    if (parts[i].same_as != i) continue;
    for (const WeightedWord& word : parts[i].wording.words) {
      if (word.heavy) postings.emplace_back(word.sense, i);
    }
  }
  std::sort(postings.begin(), postings.end());
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
  return postings;
}

// Pairs of first parts that share a word, once for each word, sorted.
Pairs sharing_words(const std::vector<Part>& parts) {
  const Postings postings = heavy_words(parts);
  Pairs pairs;
  for (std::size_t i = 0; i < postings.size();) {
    std::size_t j = i;
    while (j < postings.size() && postings[j].first == postings[i].first) ++j;
    const std::size_t last = std::min(j, i + kMaxPostings);
    for (std::size_t x = i; x < last; ++x) {
      for (std::size_t y = x + 1; y < last; ++y) {
        pairs.emplace_back(postings[x].second, postings[y].second);
      }
    }
    i = j;
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

float share(float part, float whole) { return whole > 0 ? part / whole : 0; }

// How alike a pair is, before its surroundings are looked at.
float closeness(const PairFeatures& f) {
  return f[kAnyOrderOfShorter] + f[kAnyOrderOfLonger] +
         0.5F * f[kInOrderOfShorter];
}

class Surroundings {
 public:
  Surroundings(const std::vector<Part>& parts, std::vector<PartPair>& pairs)
      : parts_(parts), pairs_(pairs), report_of_(parts.size()) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::uint32_t first = parts[i].same_as;
      const bool again = parts[i].witness != parts[first].witness;
      if (first == i) report_of_[i] = parts[i].witness;
      if (again) report_of_[first] = kManyReports;
    }
  }

  void add() {
    find_best();
    for (PartPair& pair : pairs_) {
      pair.features[kNeighbours] = neighbours(pair);
      pair.features[kSameReport] =
          report_of_[pair.a] != kManyReports &&
                  report_of_[pair.a] == report_of_[pair.b]
              ? 1.0F
              : 0.0F;
      pair.features[kBothElsewhere] = both_elsewhere(pair) ? 1.0F : 0.0F;
    }
  }

 private:
  // By part and report: the closeness of the best partner there.
  struct Best {
    std::uint32_t part = 0;
    std::uint32_t witness = 0;
    float closeness = 0;
    bool operator<(const Best& other) const {
      if (part != other.part) return part < other.part;
      if (witness != other.witness) return witness < other.witness;
      return closeness > other.closeness;
    }
  };

  void find_best() {
    for (const PartPair& pair : pairs_) {
      const float close = closeness(pair.features);
      best_.push_back({pair.a, parts_[pair.b].witness, close});
      best_.push_back({pair.b, parts_[pair.a].witness, close});
    }
    std::sort(best_.begin(), best_.end());
  }

  float best_of(std::uint32_t part, std::uint32_t witness) const {
    const auto found =
        std::lower_bound(best_.begin(), best_.end(), Best{part, witness, 1000});
    return found != best_.end() ? found->closeness : 0;
  }

  bool both_elsewhere(const PartPair& pair) const {
    const float close = closeness(pair.features);
    return close < best_of(pair.a, parts_[pair.b].witness) &&
           close < best_of(pair.b, parts_[pair.a].witness);
  }

  const PartPair* find(std::uint32_t a, std::uint32_t b) const {
    if (b < a) std::swap(a, b);
    const auto found = std::lower_bound(
        pairs_.begin(), pairs_.end(), std::make_pair(a, b),
        [](const PartPair& pair,
           const std::pair<std::uint32_t, std::uint32_t>& key) {
          return std::make_pair(pair.a, pair.b) < key;
        });
    const bool there = found != pairs_.end() && found->a == a && found->b == b;
    return there ? &*found : nullptr;
  }

  // 1 if the parts before, or those after, of both agree well.
  float neighbours(const PartPair& pair) const {
    const auto agree = [&](std::int64_t step) {
      const std::int64_t a = pair.a + step;
      const std::int64_t b = pair.b + step;
      const auto size = static_cast<std::int64_t>(parts_.size());
      if (a < 0 || b >= size || a == b) return false;
      const Part& x = parts_[static_cast<std::size_t>(a)];
      const Part& y = parts_[static_cast<std::size_t>(b)];
      if (x.witness != parts_[pair.a].witness ||
          y.witness != parts_[pair.b].witness) {
        return false;
      }
      if (x.same_as == y.same_as) return true;
      const PartPair* other = find(x.same_as, y.same_as);
      return other != nullptr &&
             other->features[kInOrderOfShorter] >= kAgreeing;
    };
    return (agree(-1) ? 0.5F : 0.0F) + (agree(1) ? 0.5F : 0.0F);
  }

  const std::vector<Part>& parts_;
  std::vector<PartPair>& pairs_;
  std::vector<Best> best_;
  std::vector<std::uint32_t> report_of_;  // of first parts
};

}  // namespace

std::string_view name_of(PairFeature feature) {
  static constexpr std::string_view kNames[kPairFeatures] = {
      "bias",
      "in_order_of_shorter",
      "in_order_of_longer",
      "any_order_of_shorter",
      "any_order_of_longer",
      "weight_shared",
      "run_of_shorter",
      "whole_run",
      "same_speaker",
      "other_speaker",
      "one_indirect",
      "neighbours",
      "same_report",
      "exact_shared",
      "one_denies",
      "places_apart",
      "indirect_shared",
      "indirect_same",
      "both_elsewhere",
      "marked_shared",
      "told_by_verb",
  };
  return kNames[feature];
}

bool SpeakerPairs::are_one(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  const auto& [first, second] = std::minmax(a, b);
  const auto [known, fresh] = known_.try_emplace(
      hash_combine(hash_bytes(first), hash_bytes(second)), false);
  if (fresh) known->second = text::name_similarity(a, b) >= kSameBearer;
  return known->second;
}

bool SpeakerPairs::may_be_one(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || is_description(a) || is_description(b) ||
         are_one(a, b);
}

PairFeatures pair_features(const Part& a, const Part& b, SpeakerPairs& names) {
  PairFeatures f{};
  const Agreement in_order = align(a.wording, b.wording);
  const Agreement any_order = align_unordered(a.wording, b.wording);
  const auto [shorter, longer] = std::minmax(a.wording.mass, b.wording.mass);
  const auto words = static_cast<float>(
      std::min(a.wording.words.size(), b.wording.words.size()));
  const int indirect = (a.quotation.form == QuotationForm::kIndirect ? 1 : 0) +
                       (b.quotation.form == QuotationForm::kIndirect ? 1 : 0);
  f[kBias] = 1;
  f[kInOrderOfShorter] = share(in_order.aligned, shorter);
  f[kInOrderOfLonger] = share(in_order.aligned, longer);
  f[kAnyOrderOfShorter] = share(any_order.aligned, shorter);
  f[kAnyOrderOfLonger] = share(any_order.aligned, longer);
  f[kWeightShared] = std::log1p(any_order.aligned);
  f[kRunOfShorter] = share(in_order.run, words);
  f[kWholeRun] =
      words >= kFewestWholeWords && in_order.run >= words ? 1.0F : 0.0F;
  f[kSameSpeaker] =
      names.are_one(a.quotation.speaker, b.quotation.speaker) ? 1.0F : 0.0F;
  const bool both_named = a.quotation.speaker_basis == SpeakerBasis::kName &&
                          b.quotation.speaker_basis == SpeakerBasis::kName;
  if (!names.may_be_one(a.quotation.speaker, b.quotation.speaker)) {
    f[kOtherSpeaker] =
        (both_named ? 2.0F : 1.0F) * (1 - std::max(0.0F, f[kInOrderOfLonger]));
  }
  f[kOneIndirect] = indirect == 1 ? 1.0F : 0.0F;
  f[kExactShared] = std::log1p(any_order.exact);
  f[kOneDenies] = a.wording.denies != b.wording.denies ? 1.0F : 0.0F;
  f[kPlacesApart] = std::abs(a.place - b.place);
  f[kIndirectShared] = indirect > 0 ? f[kWeightShared] : 0.0F;
  f[kIndirectSame] = indirect > 0 ? f[kSameSpeaker] : 0.0F;
  if (a.quotation.form != QuotationForm::kDirect ||
      b.quotation.form != QuotationForm::kDirect) {
    f[kMarkedShared] =
        share(any_order.marked, std::min(a.wording.marked, b.wording.marked));
  }
  f[kToldByVerb] = a.told_by_verb ? 1.0F : 0.0F;
  return f;
}

std::vector<PartPair> find_pairs(const std::vector<Part>& parts) {
  const Pairs sharing = sharing_words(parts);
  SpeakerPairs names;
  std::vector<PartPair> pairs;
  for (std::size_t i = 0; i < sharing.size();) {
    std::size_t j = i;
    while (j < sharing.size() && sharing[j] == sharing[i]) ++j;
    const auto& [a, b] = sharing[i];
    const bool one_speaker =
        names.are_one(parts[a].quotation.speaker, parts[b].quotation.speaker);
    const float least =
        one_speaker ? kCandidateHeavySameSpeaker : kCandidateHeavy;
    if (static_cast<float>(j - i) >= least) {
      const PairFeatures features = pair_features(parts[a], parts[b], names);
      if (features[kAnyOrderOfShorter] >= kCandidateShare) {
        pairs.push_back({a, b, features});
      }
    }
    i = j;
  }
  Surroundings(parts, pairs).add();
  return pairs;
}

}  // namespace stemma::quote
