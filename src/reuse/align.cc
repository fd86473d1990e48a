// Alignment: a longest common subsequence after Hunt and Szymanski (1977).
//
// Words that both sides begin or end with are aligned at once: some longest
// common subsequence always does. In between, only equal pairs of words are
// looked at, not the whole table: for each word of `a`, the positions of the
// same word in `b` from the last to the first. Of all common subsequences of
// length k that end so far, the one whose last word stands earliest in `b` is
// kept (the array of thresholds is ascending, so its place is found by
// halving), with a link to its predecessor, and the links give the pairs.
//
// The cost is the number of equal pairs. Texts where few words repeat
// endlessly would make it quadratic, so a word whose repetitions make more
// than a fixed number of pairs is passed over between the two ends.
#include "reuse/align.h"

#include <algorithm>

namespace stemma::reuse {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
// More equal pairs than that, and repeated words are passed over.
constexpr std::size_t kMaxPairs = std::size_t{1} << 18U;
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
  std::uint32_t before = kNone;  // index of the predecessor's link
};

// Common subsequences so far: links_[ends_[k]] ends the one of length k + 1
// that ends earliest in `b`.
class Chains {
 public:
  void add(std::uint32_t a, std::uint32_t b) {
    const auto place =
        std::lower_bound(ends_.begin(), ends_.end(), b,
                         [&](std::uint32_t link, std::uint32_t at) {
                           return links_[link].pair.b < at;
                         });
    if (place != ends_.end() && links_[*place].pair.b == b) return;
    const std::uint32_t before =
        place == ends_.begin() ? kNone : *std::prev(place);
    const auto link = static_cast<std::uint32_t>(links_.size());
    links_.push_back({{a, b}, before});
    if (place == ends_.end()) {
      ends_.push_back(link);
    } else {
      *place = link;
    }
  }

  std::vector<AlignedPair> longest() const {
    std::vector<AlignedPair> pairs;
    std::uint32_t at = ends_.empty() ? kNone : ends_.back();
    for (; at != kNone; at = links_[at].before)
      pairs.push_back(links_[at].pair);
    std::reverse(pairs.begin(), pairs.end());
    return pairs;
  }

 private:
  std::vector<Link> links_;
  std::vector<std::uint32_t> ends_;
};

std::vector<AlignedPair> align_middle(std::span<const std::uint64_t> a,
                                      std::span<const std::uint64_t> b) {
  const std::vector<Occurrence> sorted = sorted_occurrences(b);
  std::vector<std::span<const Occurrence>> equal;
  equal.reserve(a.size());
  std::size_t pairs = 0;
  for (const std::uint64_t word : a) {
    equal.push_back(occurrences_of(sorted, word));
    pairs += equal.back().size();
  }
  const std::size_t most_repeats = pairs > kMaxPairs ? kMaxRepeats : b.size();
  Chains chains;
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    if (equal[i].size() > most_repeats) continue;
    for (const Occurrence& occurrence : equal[i]) {
      chains.add(i, occurrence.position);
    }
  }
  return chains.longest();
}

}  // namespace

std::vector<AlignedPair> align_words(std::span<const std::uint64_t> a,
                                     std::span<const std::uint64_t> b) {
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
  for (const AlignedPair& pair :
       align_middle(a.subspan(head, a.size() - head - tail),
                    b.subspan(head, b.size() - head - tail))) {
    pairs.push_back({pair.a + head, pair.b + head});
  }
  for (std::uint32_t k = tail; k > 0; --k) {
    pairs.push_back({static_cast<std::uint32_t>(a.size()) - k,
                     static_cast<std::uint32_t>(b.size()) - k});
  }
  return pairs;
}

}  // namespace stemma::reuse
