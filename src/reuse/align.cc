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
//
// Nearly all equal pairs of a long text are of words that say little and stand
// everywhere. With anchors, the words that stand once on either side are
// aligned first, and these pairs are only looked at between two of them.
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

// The words of both sides numbered from 1; those that only `b` has are 0.
struct Numbered {
  std::vector<std::uint32_t> a;
  std::vector<std::uint32_t> b;
  std::uint32_t numbers = 1;
};

Numbered number(std::span<const std::uint64_t> a,
                std::span<const std::uint64_t> b) {
  std::vector<std::uint64_t> words(a.begin(), a.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const auto number_of = [&](std::uint64_t word) {
    const auto at = std::lower_bound(words.begin(), words.end(), word);
    return at == words.end() || *at != word
               ? 0U
               : static_cast<std::uint32_t>(at - words.begin()) + 1;
  };
  Numbered all;
  all.numbers = static_cast<std::uint32_t>(words.size()) + 1;
  for (const std::uint64_t word : a) all.a.push_back(number_of(word));
  for (const std::uint64_t word : b) all.b.push_back(number_of(word));
  return all;
}

}  // namespace

void Aligner::set_numbers(std::size_t numbers) {
  count_.assign(numbers, 0);
  last_.assign(numbers, 0);
}

std::uint64_t Aligner::weight_of(std::uint32_t link) const {
  return link == kNone ? 0 : links_[link].weight;
}

// The link of the heaviest one that ends before position `end`.
std::uint32_t Aligner::heaviest(std::size_t end) const {
  std::uint32_t best = kNone;
  for (std::size_t i = end; i > 0; i -= i & (~i + 1)) {
    if (weight_of(tree_[i]) > weight_of(best)) best = tree_[i];
  }
  return best;
}

void Aligner::start_chains(std::size_t size_b) {
  links_.clear();
  tree_.assign(size_b + 1, kNone);
}

void Aligner::add_to_chains(AlignedPair pair, Weight weight) {
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

void Aligner::append_heaviest(AlignedPair origin,
                              std::vector<AlignedPair>& out) const {
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  std::uint32_t at = heaviest(tree_.size() - 1);
  for (; at != kNone; at = links_[at].before) {
    out.push_back({links_[at].pair.a + origin.a, links_[at].pair.b + origin.b});
  }
  std::reverse(out.begin() + first, out.end());
}

// For each word its last position in `b`, and for each position the one before.
void Aligner::list_occurrences(std::span<const std::uint32_t> b) {
  if (before_.size() < b.size()) before_.resize(b.size());
  for (std::uint32_t j = 0; j < b.size(); ++j) {
    if (b[j] == 0) continue;
    ++count_[b[j]];
    before_[j] = last_[b[j]];
    last_[b[j]] = j + 1;
  }
}

// The most occurrences that a word may have to be looked at.
std::size_t Aligner::most_repeats(std::span<const std::uint32_t> a,
                                  std::size_t most_pairs) const {
  const auto pairs_up_to = [&](std::size_t repeats) {
    std::size_t pairs = 0;
    for (const std::uint32_t word : a) {
      if (count_[word] <= repeats) pairs += count_[word];
    }
    return pairs;
  };
  std::size_t repeats = std::numeric_limits<std::size_t>::max();
  if (pairs_up_to(repeats) <= most_pairs) return repeats;
  repeats = kMaxRepeats;
  while (repeats > 1 && pairs_up_to(repeats) > most_pairs) repeats /= 2;
  return repeats;
}

void Aligner::align_exactly(const NumberedSides& sides, AlignedPair origin,
                            std::vector<AlignedPair>& out) {
  list_occurrences(sides.b);
  const std::size_t repeats =
      most_repeats(sides.a, kMaxPairs + kMaxPairsPerWord *
                                            (sides.a.size() + sides.b.size()));
  start_chains(sides.b.size());
  for (std::uint32_t i = 0; i < sides.a.size(); ++i) {
    const std::uint32_t word = sides.a[i];
    if (count_[word] > repeats) continue;
    for (std::uint32_t at = last_[word]; at != 0; at = before_[at - 1]) {
      add_to_chains({i, at - 1}, sides.weights[i]);
    }
  }
  for (const std::uint32_t word : sides.b) count_[word] = last_[word] = 0;
  append_heaviest(origin, out);
}

// Sets anchors_ to the heaviest chain of words that stand once on either side.
void Aligner::find_anchors(const NumberedSides& sides) {
  constexpr std::uint32_t kFromA = 1U << 16U;  // counts of `a` above those of b
  constexpr std::uint32_t kOnce = kFromA + 1;
  for (std::uint32_t j = 0; j < sides.b.size(); ++j) {
    const std::uint32_t word = sides.b[j];
    if (count_[word] < 2) ++count_[word];
    last_[word] = j;
  }
  count_[0] = 0;
  for (const std::uint32_t word : sides.a) {
    if (count_[word] < 2 * kFromA) count_[word] += kFromA;
  }
  start_chains(sides.b.size());
  for (std::uint32_t i = 0; i < sides.a.size(); ++i) {
    const std::uint32_t word = sides.a[i];
    if (count_[word] == kOnce) {
      add_to_chains({i, last_[word]}, sides.weights[i]);
    }
  }
  for (const std::uint32_t word : sides.a) count_[word] = 0;
  for (const std::uint32_t word : sides.b) count_[word] = last_[word] = 0;
  anchors_.clear();
  append_heaviest({}, anchors_);
}

void Aligner::align_anchored(const NumberedSides& sides, AlignedPair origin,
                             std::vector<AlignedPair>& out) {
  find_anchors(sides);
  AlignedPair from;
  const auto align_gap = [&](AlignedPair to) {
    align_between({sides.a.subspan(from.a, to.a - from.a),
                   sides.b.subspan(from.b, to.b - from.b),
                   sides.weights.subspan(from.a, to.a - from.a)},
                  {origin.a + from.a, origin.b + from.b},
                  &Aligner::align_exactly, out);
  };
  for (const AlignedPair& anchor : anchors_) {
    align_gap(anchor);
    out.push_back({origin.a + anchor.a, origin.b + anchor.b});
    from = {anchor.a + 1, anchor.b + 1};
  }
  align_gap({static_cast<std::uint32_t>(sides.a.size()),
             static_cast<std::uint32_t>(sides.b.size())});
}

// Aligns the words that both sides begin or end with, and the middle by
// `align_middle`. Positions count from `origin`.
void Aligner::align_between(const NumberedSides& sides, AlignedPair origin,
                            Middle align_middle,
                            std::vector<AlignedPair>& out) {
  const auto size_a = static_cast<std::uint32_t>(sides.a.size());
  const auto size_b = static_cast<std::uint32_t>(sides.b.size());
  const std::uint32_t shorter = std::min(size_a, size_b);
  std::uint32_t head = 0;
  while (head < shorter && sides.a[head] == sides.b[head]) {
    out.push_back({origin.a + head, origin.b + head});
    ++head;
  }
  std::uint32_t tail = 0;
  while (head + tail < shorter &&
         sides.a[size_a - 1 - tail] == sides.b[size_b - 1 - tail]) {
    ++tail;
  }
  const std::uint32_t middle = size_a - head - tail;
  if (head + tail < shorter) {
    (this->*align_middle)({sides.a.subspan(head, middle),
                           sides.b.subspan(head, size_b - head - tail),
                           sides.weights.subspan(head, middle)},
                          {origin.a + head, origin.b + head}, out);
  }
  for (std::uint32_t k = tail; k > 0; --k) {
    out.push_back({origin.a + size_a - k, origin.b + size_b - k});
  }
}

void Aligner::align(const NumberedSides& sides, std::vector<AlignedPair>& out) {
  align_between(sides, {}, &Aligner::align_exactly, out);
}

void Aligner::align_by_anchors(const NumberedSides& sides,
                               std::vector<AlignedPair>& out) {
  align_between(sides, {}, &Aligner::align_anchored, out);
}

std::vector<AlignedPair> align_words(std::span<const std::uint64_t> a,
                                     std::span<const std::uint64_t> b,
                                     std::span<const Weight> weights) {
  const Numbered numbered = number(a, b);
  std::vector<Weight> ones;
  if (weights.empty()) ones.assign(a.size(), 1);
  Aligner aligner;
  aligner.set_numbers(numbered.numbers);
  std::vector<AlignedPair> pairs;
  aligner.align({numbered.a, numbered.b, weights.empty() ? ones : weights},
                pairs);
  return pairs;
}

}  // namespace stemma::reuse
