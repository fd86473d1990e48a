// Alignment: a heaviest common subsequence after Hunt and Szymanski (1977) and
// Jacobson and Vo (1992).
//
// Words that both sides begin or end with are aligned at once: some heaviest
// common subsequence always does. In between, only equal pairs of words are
// looked at, not the whole table: for each word of `a`, the positions of the
// same word in `b` from the last to the first. The heaviest common subsequence
// that ends with a pair is that pair and the heaviest one found so far that
// ends before it in `b`. A tree of maxima over the positions of `b` (Fenwick
// 1994) gives that one, each with a link to its predecessor, and the links give
// the pairs.
//
// The cost is the number of equal pairs. Texts where few words repeat
// endlessly would make it quadratic, so where there are too many, words of
// which `b` has more than a number of occurrences are passed over between the
// two ends: 64, or fewer until few enough pairs are left.
#include "reuse/align.h"

#include <algorithm>
#include <limits>

namespace stemma::reuse {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
// With more equal pairs than that, and more than so many for each word,
// repeated words are passed over.
constexpr std::size_t kMaxPairs = std::size_t{1} << 18U;
constexpr std::size_t kMaxPairsPerWord = 4;
constexpr std::size_t kMaxRepeats = 64;

struct Occurrence {
  std::uint64_t word = 0;
  std::uint32_t position = 0;
};

// The positions of each word of `b`, by word, then from last to first.
std::vector<Occurrence> sorted_occurrences(std::span<const std::uint64_t> b) {
  std::vector<Occurrence> out;
  out.reserve(b.size());
  for (std::uint32_t j = 0; j < b.size(); ++j) out.push_back({b[j], j});
  std::sort(
      out.begin(), out.end(), [](const Occurrence& x, const Occurrence& y) {
        return x.word != y.word ? x.word < y.word : x.position > y.position;
      });
  return out;
}

std::span<const Occurrence> occurrences_of(std::span<const Occurrence> sorted,
                                           std::uint64_t word) {
  const auto begin = std::lower_bound(
      sorted.begin(), sorted.end(), word,
      [](const Occurrence& x, std::uint64_t y) { return x.word < y; });
  const auto end = std::upper_bound(
      begin, sorted.end(), word,
      [](std::uint64_t x, const Occurrence& y) { return x < y.word; });
  return {begin, end};
}

struct Link {
  AlignedPair pair;
  std::uint64_t weight = 0;      // of the subsequence that ends here
  std::uint32_t before = kNone;  // index of the predecessor's link
};

// The heaviest subsequences so far, by where they end in `b`.
class Chains {
 public:
  explicit Chains(std::size_t size_b) : tree_(size_b + 1, kNone) {}

  void add(AlignedPair pair, Weight weight) {
    const std::uint32_t before = heaviest(pair.b);
    const std::uint64_t sum = weight_of(before) + weight;
    // One that ends here or before and is no lighter does as well.
    if (sum <= weight_of(heaviest(pair.b + 1))) return;
    const auto link = static_cast<std::uint32_t>(links_.size());
    links_.push_back({pair, sum, before});
    for (std::size_t i = pair.b + std::size_t{1}; i < tree_.size();
         i += i & (~i + 1)) {
      if (weight_of(tree_[i]) < sum) tree_[i] = link;
    }
  }

  std::vector<AlignedPair> heaviest_pairs() const {
    std::vector<AlignedPair> pairs;
    std::uint32_t at = heaviest(tree_.size() - 1);
    for (; at != kNone; at = links_[at].before) {
      pairs.push_back(links_[at].pair);
    }
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
  }

 private:
  std::uint64_t weight_of(std::uint32_t link) const {
    return link == kNone ? 0 : links_[link].weight;
  }

  // The link of the heaviest one that ends before position `end`.
  std::uint32_t heaviest(std::size_t end) const {
    std::uint32_t best = kNone;
    for (std::size_t i = end; i > 0; i -= i & (~i + 1)) {
      if (weight_of(tree_[i]) > weight_of(best)) best = tree_[i];
    }
    return best;
  }

  std::vector<Link> links_;
  std::vector<std::uint32_t> tree_;
};

// The most occurrences that a word may have to be looked at.
std::size_t most_repeats(std::span<const std::span<const Occurrence>> equal,
                         std::size_t most_pairs) {
  const auto pairs_up_to = [&](std::size_t repeats) {
    std::size_t pairs = 0;
    for (const std::span<const Occurrence> each : equal) {
      if (each.size() <= repeats) pairs += each.size();
    }
    return pairs;
  };
  std::size_t repeats = std::numeric_limits<std::size_t>::max();
  if (pairs_up_to(repeats) <= most_pairs) return repeats;
  repeats = kMaxRepeats;
  while (repeats > 1 && pairs_up_to(repeats) > most_pairs) repeats /= 2;
  return repeats;
}

std::vector<AlignedPair> align_middle(std::span<const std::uint64_t> a,
                                      std::span<const std::uint64_t> b,
                                      std::span<const Weight> weights) {
  const std::vector<Occurrence> sorted = sorted_occurrences(b);
  std::vector<std::span<const Occurrence>> equal;
  equal.reserve(a.size());
  for (const std::uint64_t word : a) {
    equal.push_back(occurrences_of(sorted, word));
  }
  const std::size_t repeats =
      most_repeats(equal, kMaxPairs + kMaxPairsPerWord * (a.size() + b.size()));
  Chains chains(b.size());
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    if (equal[i].size() > repeats) continue;
    for (const Occurrence& occurrence : equal[i]) {
      chains.add({i, occurrence.position}, weights.empty() ? 1 : weights[i]);
    }
  }
  return chains.heaviest_pairs();
}

}  // namespace

std::vector<AlignedPair> align_words(std::span<const std::uint64_t> a,
                                     std::span<const std::uint64_t> b,
                                     std::span<const Weight> weights) {
  std::vector<AlignedPair> pairs;
  std::uint32_t head = 0;
  const std::size_t shorter = std::min(a.size(), b.size());
  while (head < shorter && a[head] == b[head]) {
    pairs.push_back({head, head});
    ++head;
  }
  std::uint32_t tail = 0;
  while (head + tail < shorter &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
    ++tail;
  }
  const std::size_t middle = a.size() - head - tail;
  for (const AlignedPair& pair : align_middle(
           a.subspan(head, middle), b.subspan(head, b.size() - head - tail),
           weights.empty() ? weights : weights.subspan(head, middle))) {
    pairs.push_back({pair.a + head, pair.b + head});
  }
  for (std::uint32_t k = tail; k > 0; --k) {
    pairs.push_back({static_cast<std::uint32_t>(a.size()) - k,
                     static_cast<std::uint32_t>(b.size()) - k});
  }
  return pairs;
}

}  // namespace stemma::reuse
