// The compared pairs as a graph of sentences.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "collate/candidates.h"

namespace stemma::collate {

class PairGraph {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  struct Partner {
    std::uint32_t sentence = 0;
    std::uint32_t pair = 0;  // index into the pairs
  };

  // `pairs` sorted, each once; `sentences` is how many there are.
  PairGraph(std::size_t sentences, std::span<const SentencePair> pairs);

  // What a sentence was compared with, ascending.
  std::span<const Partner> partners(std::uint32_t sentence) const {
    return std::span(partners_).subspan(
        first_[sentence], first_[sentence + 1] - first_[sentence]);
  }

  // Index of the pair of two sentences in either order, or kNone.
  std::uint32_t find(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::size_t> first_;  // of each sentence's partners
  std::vector<Partner> partners_;
};

}  // namespace stemma::collate
