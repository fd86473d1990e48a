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

}  // namespace

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
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> numbers;
  for (const std::size_t text : longest_first) {
    for (const std::uint64_t hash : hashes[text]) {
      numbers.try_emplace(hash, static_cast<std::uint32_t>(numbers.size()));
    }
  }
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
