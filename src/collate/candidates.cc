#include "collate/candidates.h"

#include <algorithm>
#include <tuple>

#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::collate {
namespace {

constexpr std::size_t kPerReport = 8;
constexpr std::size_t kPerSentence = 40;
// Beyond so many, those that share less than this part of what the best one
// shares are passed over.
constexpr std::size_t kAnyway = 24;
constexpr float kPartOfBest = 0.4F;
constexpr std::size_t kMaxPostings = 384;
// So many of a sentence's rarest terms are looked up even if their postings
// have to be cut short.
constexpr std::size_t kAlwaysUsed = 6;
constexpr float kNearWeight = 0.5F;

struct WeightedKey {
  std::uint64_t key = 0;
  float weight = 0;
};

// What a sentence is found by: names and stems, and the beginnings of words.
std::vector<WeightedKey> index_keys(std::span<const Term> terms) {
  std::vector<WeightedKey> keys;
  for (const Term& term : terms) {
    keys.push_back({term.name != 0 ? term.name : term.key, term.weight});
    if (term.near != 0) {
      keys.push_back({term.near, term.weight * kNearWeight});
    }
    if (term.sense != 0) {
      keys.push_back({term.sense, term.weight * kNearWeight});
    }
  }
  std::sort(keys.begin(), keys.end(), [](const auto& x, const auto& y) {
    return std::tuple(x.key, y.weight) < std::tuple(y.key, x.weight);
  });
  keys.erase(
      std::unique(keys.begin(), keys.end(),
                  [](const auto& x, const auto& y) { return x.key == y.key; }),
      keys.end());
  return keys;
}

class CandidateFinder {
 public:
  explicit CandidateFinder(const StoryText& story)
      : story_(story), score_(story.sentences.size(), 0) {
    for (std::uint32_t i = 0; i < story.sentences.size(); ++i) {
      if (story.sentences[i].same_as != StorySentence::kNone) continue;
      for (const WeightedKey& key :
           index_keys(story.terms(story.sentences[i]))) {
        postings_[key.key].push_back(i);
      }
    }
  }

  Candidates find() {
    for (std::uint32_t i = 0; i < story_.sentences.size(); ++i) {
      if (story_.sentences[i].same_as == StorySentence::kNone) look_up(i);
    }
    auto& pairs = found_.pairs;
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return std::move(found_);
  }

 private:
  void look_up(std::uint32_t sentence) {
    std::vector<WeightedKey> keys =
        index_keys(story_.terms(story_.sentences[sentence]));
    std::sort(keys.begin(), keys.end(), [&](const auto& x, const auto& y) {
      return std::tuple(postings_[x.key].size(), x.key) <
             std::tuple(postings_[y.key].size(), y.key);
    });
    const ReportIndex report = story_.sentences[sentence].report;
    std::vector<std::uint32_t> touched;
    std::size_t used = 0;
    for (const WeightedKey& key : keys) {
      std::span<const std::uint32_t> list = postings_[key.key];
      if (list.size() > kMaxPostings) {
        found_.cut = true;
        if (used >= kAlwaysUsed) break;
        list = list.first(kMaxPostings);
      }
      ++used;
      for (const std::uint32_t other : list) {
        if (story_.sentences[other].report == report) continue;
        if (score_[other] == 0) touched.push_back(other);
        score_[other] += key.weight;
      }
    }
    keep_best(sentence, touched);
    for (const std::uint32_t other : touched) score_[other] = 0;
  }

  void keep_best(std::uint32_t sentence, std::vector<std::uint32_t> touched) {
    // A heap, the best one first: few of many are taken.
    const auto worse = [&](std::uint32_t x, std::uint32_t y) {
      return std::tuple(score_[x], y) < std::tuple(score_[y], x);
    };
    std::make_heap(touched.begin(), touched.end(), worse);
    boost::unordered_flat_map<ReportIndex, std::size_t> taken;
    std::size_t kept = 0;
    const float best = touched.empty() ? 0 : score_[touched.front()];
    while (!touched.empty()) {
      const std::uint32_t other = touched.front();
      std::pop_heap(touched.begin(), touched.end(), worse);
      touched.pop_back();
      if (kept >= kAnyway && score_[other] < kPartOfBest * best) break;
      if (kept == kPerSentence) {
        found_.cut = true;
        break;
      }
      if (++taken[story_.sentences[other].report] > kPerReport) continue;
      ++kept;
      found_.pairs.push_back(
          {std::min(sentence, other), std::max(sentence, other)});
    }
  }

  const StoryText& story_;
  boost::unordered_flat_map<std::uint64_t, std::vector<std::uint32_t>>
      postings_;
  std::vector<float> score_;
  Candidates found_;
};

}  // namespace

Candidates find_candidates(const StoryText& story) {
  return CandidateFinder(story).find();
}

}  // namespace stemma::collate
