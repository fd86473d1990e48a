#include "origin/overlap.h"

#include <algorithm>
#include <map>

namespace stemma::origin {
namespace {

constexpr std::size_t kComparableWords = 4;
constexpr double kAlignedFrom = 0.5;
// A word that stands in more sentences says little and would cost much.
constexpr std::ptrdiff_t kMaxPostings = 32;
// A report of fewer runs counts as one of this many: two words in common are
// no large share of a text of three.
constexpr double kFewestRuns = 10;
constexpr double kFewestSaid = 8;
constexpr double kFewestBodyRuns = 20;

double share(double part, std::size_t whole, double at_least) {
  return part / std::max(at_least, static_cast<double>(whole));
}

// Length of the longest part of `positions` that rises.
std::uint32_t longest_rise(const std::vector<AlignedSentences>& pairs) {
  std::vector<std::uint32_t> tails;
  for (const AlignedSentences& pair : pairs) {
    const auto at = std::lower_bound(tails.begin(), tails.end(), pair.b);
    if (at == tails.end()) {
      tails.push_back(pair.b);
    } else {
      *at = pair.b;
    }
  }
  return static_cast<std::uint32_t>(tails.size());
}

// Shares of the shorter and of the longer list that are common.
struct Shares {
  double of_smaller = 0;
  double of_larger = 0;
};

Shares common_shares(std::span<const std::uint64_t> a,
                     std::span<const std::uint64_t> b) {
  const double common = count_common(a, b);
  return {share(common, std::min(a.size(), b.size()), kFewestRuns),
          share(common, std::max(a.size(), b.size()), kFewestRuns)};
}

void compare_runs(const Narration& a, const Narration& b, Overlap& overlap) {
  const Shares in_short = common_shares(a.short_runs, b.short_runs);
  overlap.short_of_smaller = in_short.of_smaller;
  overlap.short_of_larger = in_short.of_larger;
  const Shares in_long = common_shares(a.long_runs, b.long_runs);
  overlap.long_of_smaller = in_long.of_smaller;
  overlap.long_of_larger = in_long.of_larger;
  overlap.long_runs = count_common(a.long_runs, b.long_runs);
}

void compare_utterances(const Narration& a, const Narration& b,
                        Overlap& overlap) {
  std::vector<std::uint64_t> common;
  const auto add = [&common](const auto& said, const auto& all) {
    std::set_intersection(said.begin(), said.end(), all.begin(), all.end(),
                          std::back_inserter(common));
  };
  add(a.said_runs, b.all_runs);
  add(b.said_runs, a.all_runs);
  std::sort(common.begin(), common.end());
  common.erase(std::unique(common.begin(), common.end()), common.end());
  overlap.said_runs = static_cast<std::uint32_t>(common.size());
  overlap.said_of_smaller =
      share(overlap.said_runs, std::min(a.all_runs.size(), b.all_runs.size()),
            kFewestBodyRuns);
  overlap.said_of_quoted =
      std::min(1.0, share(overlap.said_runs,
                          std::min(a.said_runs.size(), b.said_runs.size()),
                          kFewestSaid));
}

}  // namespace

std::uint32_t count_common(std::span<const std::uint64_t> a,
                           std::span<const std::uint64_t> b) {
  std::uint32_t common = 0;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left < *right) {
      ++left;
    } else if (*right < *left) {
      ++right;
    } else {
      ++common, ++left, ++right;
    }
  }
  return common;
}

SentenceIndex::SentenceIndex(const Narration& narration)
    : narration_(&narration) {
  stems_.reserve(narration.sentences.size());
  for (std::uint32_t s = 0; s < narration.sentences.size(); ++s) {
    const NarrationSentence& sentence = narration.sentences[s];
    std::vector<std::uint64_t> stems;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const BodyWord& word = narration.words[w];
      if (word.content) stems.push_back(word.stem);
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    if (stems.size() < kComparableWords) stems.clear();
    if (!stems.empty()) ++comparable_;
    for (const std::uint64_t stem : stems) postings_.push_back({stem, s});
    stems_.push_back(std::move(stems));
  }
  std::sort(postings_.begin(), postings_.end());
}

std::vector<AlignedSentences> SentenceIndex::align(
    const SentenceIndex& other) const {
  std::vector<AlignedSentences> pairs;
  std::map<std::uint32_t, std::uint32_t> common;
  for (std::uint32_t s = 0; s < other.stems_.size(); ++s) {
    common.clear();
    for (const std::uint64_t stem : other.stems_[s]) {
      const auto from = std::lower_bound(postings_.begin(), postings_.end(),
                                         Posting{stem, 0});
      const auto to = from + std::min(kMaxPostings, postings_.end() - from);
      for (auto it = from; it != to && it->stem == stem; ++it) {
        ++common[it->sentence];
      }
    }
    AlignedSentences best{.a = s};
    for (const auto& [sentence, words] : common) {
      const auto size = other.stems_[s].size() + stems_[sentence].size();
      const double dice = 2.0 * words / static_cast<double>(size);
      if (dice > best.similarity) {
        best.b = sentence;
        best.similarity = dice;
      }
    }
    if (best.similarity >= kAlignedFrom) pairs.push_back(best);
  }
  return pairs;
}

Overlap compare(const SentenceIndex& a, const SentenceIndex& b) {
  Overlap overlap;
  compare_runs(a.narration(), b.narration(), overlap);
  compare_utterances(a.narration(), b.narration(), overlap);
  const auto of_a = b.align(a);
  const auto of_b = a.align(b);
  const double share_a =
      share(static_cast<double>(of_a.size()), a.comparable(), 1.0);
  const double share_b =
      share(static_cast<double>(of_b.size()), b.comparable(), 1.0);
  overlap.aligned_of_smaller = std::max(share_a, share_b);
  overlap.aligned_of_larger = std::min(share_a, share_b);
  overlap.in_order = std::min(longest_rise(of_a), longest_rise(of_b));
  return overlap;
}

}  // namespace stemma::origin
