// The first words of phrases as bits, so that most tokens need no look at the
// table.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>

#include "text/phrases.h"

namespace stemma::origin {

class FoldBits {
 public:
  void add(const text::PhraseTable& table) {
    text::FoldSet words;
    table.add_first_words(words);
    for (const std::uint64_t fold : words) bits_.set(fold % kBits);
  }
  // False only if no phrase begins with the word of this fold.
  bool may_hold(std::uint64_t fold) const { return bits_.test(fold % kBits); }

 private:
  static constexpr std::size_t kBits = 8192;
  std::bitset<kBits> bits_;
};

}  // namespace stemma::origin
