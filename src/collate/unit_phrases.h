// Names and noun phrases in a unit, and the words around them.
#pragma once

#include <cstdint>
#include <vector>

#include "collate/story_text.h"

namespace stemma::collate {

struct Phrase {
  static constexpr std::uint32_t kNoBearer = 0xFFFFFFFFU;

  Range tokens;                      // without the article
  std::uint32_t bearer = kNoBearer;  // of a name
};

// Stands for a word where a unit begins or ends.
inline constexpr std::uint64_t kEdge = 1;

// What stands around a phrase, as stems: the nearest words but for an article
// before it (kEdge at the edge of the unit), and the nearest near ones that say
// something (0 if there is none; kEdge where the unit begins).
struct Frame {
  std::uint64_t before = 0;
  std::uint64_t behind = 0;
  std::uint64_t says_before = 0;
  std::uint64_t says_behind = 0;
  friend bool operator==(const Frame&, const Frame&) = default;
};

inline bool says_something(const Token& token) {
  return token.kind != TokenKind::kPunctuation && !token.function_word;
}

class UnitPhrases {
 public:
  // Refers to the story, which outlives it.
  explicit UnitPhrases(const StoryText& story) : story_(story) {}

  // The names of a unit, then its phrases of an article and up to three words
  // in lower case; a bounded number.
  std::vector<Phrase> of(const Unit& unit) const;

  Frame frame(const Unit& unit, const Phrase& phrase) const;

 private:
  const Analysis& analysis(const Unit& unit) const {
    return *story_.witnesses[unit.report].analysis;
  }
  bool is_article(const Unit& unit, std::uint32_t token) const;
  bool may_end(const Unit& unit, std::uint32_t token) const;
  void add_names(const Unit& unit, std::vector<Phrase>& phrases) const;
  void add_noun_phrases(const Unit& unit, std::vector<Phrase>& phrases) const;
  std::uint64_t neighbour(const Unit& unit, std::uint32_t from, int step) const;
  std::uint64_t next_word(const Unit& unit, std::uint32_t from, int step) const;

  const StoryText& story_;
};

}  // namespace stemma::collate
