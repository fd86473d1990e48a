// What is known of single words: the class that a word's neighbours put it in
// and how often it belongs to a cue. Learned by scripts/learn_word_classes.cc
// and scripts/learn_quote_model.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stemma::quote {

// Classes by neighbours. Words by which speech, thought and feeling are
// reported have others, with greater numbers (scripts/quote_senses.txt).
inline constexpr std::size_t kFineClasses = 192;
inline constexpr std::size_t kCoarseClasses = 40;

// How often a word stands in a cue, in steps: 0 hardly ever, 7 nearly always.
inline constexpr std::uint8_t kUnseenWord = 8;

struct WordEntry {
  std::uint32_t key = 0;
  std::uint16_t fine = 0;   // 0: no class; up to 4095
  std::uint8_t coarse = 0;  // 0: no class; up to 63
  std::uint8_t cue = kUnseenWord;
};

// A file has a line a word: six characters of its key in base 64, two of its
// fine class, one of its coarse class, one of how often it is a cue.
std::vector<WordEntry> read_words(std::string_view file);
std::string write_words(std::span<const WordEntry> entries);

class WordTable {
 public:
  explicit WordTable(std::string_view file);

  static std::uint32_t key_of(std::uint64_t fold) {
    return static_cast<std::uint32_t>(fold ^ (fold >> 32U));
  }

  // The entry of Token::fold, one of key 0 without classes if unknown.
  const WordEntry& find(std::uint64_t fold) const {
    const std::uint32_t key = key_of(fold);
    std::size_t at = place(key);
    while (slots_[at].key != key && slots_[at].key != 0) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
  }

 private:
  std::size_t place(std::uint32_t key) const {
    return (key * 0x9E3779B97F4A7C15ULL >> 32U) & (slots_.size() - 1);
  }
  std::vector<WordEntry> slots_;
};

}  // namespace stemma::quote
