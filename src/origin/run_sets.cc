#include "origin/run_sets.h"

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"

namespace stemma::origin {
namespace {

std::vector<std::uint64_t> pairs_of(const Narration& narration) {
  std::vector<std::uint64_t> pairs;
  const BodyWord* before = nullptr;
  for (const BodyWord& word : narration.body) {
    if (word.starts_run) before = nullptr;
    if (!word.content) continue;
    if (before != nullptr) {
      pairs.push_back(hash_combine(before->stem, word.stem));
    }
    before = &word;
  }
  return pairs;
}

using PairNumbers = boost::unordered_flat_map<std::uint64_t, std::uint32_t>;

// Text by text: a pair that no text before had comes behind the one that it
// follows in its text. So what a text has of its own is numbered where it
// stands, and what is cut out of a text is one stretch.
PairNumbers number_pairs(const std::vector<std::vector<std::uint64_t>>& texts,
                         const std::vector<std::size_t>& in_order) {
  PairNumbers places;  // of the list below
  std::vector<std::uint64_t> pairs = {0};
  std::vector<std::uint32_t> next = {0};  // the first entry is its head
  for (const std::size_t text : in_order) {
    std::uint32_t at = 0;
    for (const std::uint64_t hash : texts[text]) {
      const auto place = static_cast<std::uint32_t>(pairs.size());
      const auto [found, is_new] = places.try_emplace(hash, place);
      if (is_new) {
        pairs.push_back(hash);
        next.push_back(next[at]);
        next[at] = place;
      }
      at = found->second;
    }
  }
  PairNumbers numbers;
  numbers.reserve(places.size());
  for (std::uint32_t at = next[0]; at != 0; at = next[at]) {
    numbers.emplace(pairs[at], static_cast<std::uint32_t>(numbers.size()));
  }
  return numbers;
}

}  // namespace

std::uint32_t stretches(const BitSet& set, const BitSet& between) {
  std::uint32_t found = 0;
  bool in_stretch = false;
  for (std::size_t i = 0; i < set.words_.size(); ++i) {
    std::uint64_t members = set.words_[i];
    std::uint64_t others = between.words_[i];
    while (in_stretch ? others != 0 : members != 0) {
      std::uint64_t& looked_for = in_stretch ? others : members;
      if (!in_stretch) ++found;
      in_stretch = !in_stretch;
      // What stands before the one found, and itself.
      const std::uint64_t done = looked_for ^ (looked_for - 1);
      members &= ~done;
      others &= ~done;
    }
  }
  return found;
}

std::uint32_t BitSet::count() const {
  std::uint32_t bits = 0;
  for (const std::uint64_t word : words_) {
    bits += static_cast<std::uint32_t>(std::popcount(word));
  }
  return bits;
}

std::uint32_t BitSet::stretches() const {
  std::uint32_t starts = 0;
  std::uint64_t last_two = 0;  // the two bits before, the nearer one lower
  for (const std::uint64_t word : words_) {
    const std::uint64_t one_before = word << 1U | (last_two & 1U);
    const std::uint64_t two_before =
        word << 2U | (last_two & 1U) << 1U | last_two >> 1U;
    const std::uint64_t first = word & ~one_before & ~two_before;
    starts += static_cast<std::uint32_t>(std::popcount(first));
    last_two = word >> 63U | (word >> 62U & 1U) << 1U;
  }
  return starts;
}

BitSet& BitSet::operator|=(const BitSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  return *this;
}

BitSet& BitSet::operator&=(const BitSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  return *this;
}

BitSet& BitSet::operator-=(const BitSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  return *this;
}

TextSets make_text_sets(std::span<const Narration* const> texts) {
  TextSets sets;
  std::vector<std::vector<std::uint64_t>> hashes;
  hashes.reserve(texts.size());
  for (const Narration* text : texts) hashes.push_back(pairs_of(*text));
  std::vector<std::size_t> longest_first(texts.size());
  std::iota(longest_first.begin(), longest_first.end(), std::size_t{0});
  std::stable_sort(longest_first.begin(), longest_first.end(),
                   [&hashes](std::size_t a, std::size_t b) {
                     return hashes[a].size() > hashes[b].size();
                   });
  const auto numbers = number_pairs(hashes, longest_first);
  sets.pairs = numbers.size();
  sets.shared = BitSet(sets.pairs);
  BitSet seen(sets.pairs);
  for (const auto& of_text : hashes) {
    BitSet& set = sets.of_text.emplace_back(sets.pairs);
    auto& order = sets.order.emplace_back();
    for (const std::uint64_t hash : of_text) {
      const std::uint32_t number = numbers.find(hash)->second;
      if (set.contains(number)) continue;
      set.insert(number);
      order.push_back(number);
    }
    sets.shared |= seen & set;
    seen |= set;
  }
  return sets;
}

}  // namespace stemma::origin
