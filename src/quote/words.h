// The word lists that tell who speaks, looked up by the hash of a token.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "stemma/types/analysis.h"

namespace stemma::quote {

// What a word can be; a set of bits.
enum WordClass : std::uint32_t {
  kComplementizer = 1U << 0U,  // "that", "dass", "que": content begins here
  kHelper = 1U << 1U,          // "has", "also", "not": belongs to the cue
  kClauseWord = 1U << 2U,      // "and", "but", "when": a clause begins here
  kPreposition = 1U << 3U,     // "on", "in": ends a name after the verb
  kArticle = 1U << 4U,         // "the", "eine", "un"
  kMalePronoun = 1U << 5U,
  kFemalePronoun = 1U << 6U,
  kOtherPronoun = 1U << 7U,    // "they", "who", "it"
  kSpokesperson = 1U << 8U,    // "spokesman", "Sprecherin"
  kNaming = 1U << 9U,          // "called", "so-called", "titled"
  kTopicMark = 1U << 10U,      // Japanese: the source stands before it
  kQuoteParticle = 1U << 11U,  // Japanese: the content stands before it
  kOfWord = 1U << 12U,         // "for", "of": whose spokesperson
  kIndefinite = 1U << 13U,     // "a", "some": nobody in particular
  kNegation = 1U << 14U,       // "not", "never", "refused"
};

inline constexpr std::uint32_t kPronoun =
    kMalePronoun | kFemalePronoun | kOtherPronoun;

enum class CueKind : std::uint8_t {
  kVerb,        // S said
  kParticiple,  // S ..., adding
  kBefore,      // according to S
  kAfter,       // (German) S zufolge
};

struct CueForm {
  std::vector<std::uint64_t> words;  // Token::fold of each
  CueKind kind = CueKind::kVerb;
  bool speech = true;   // false: belief, plan, vote
  float precision = 1;  // share of its uses that report somebody's words
};

// The lists of one language. Lives as long as the program, never changes.
class Words {
 public:
  explicit Words(std::string_view language);

  std::uint32_t classes(const Token& token) const;

  // What sets off an attribution inside the marks of what it reports.
  bool interrupts_by_comma() const { return interrupts_by_comma_; }
  bool interrupts_by_dash() const { return interrupts_by_dash_; }

  // What the word says: one number for words that news uses for the same
  // ("indict", "charge"), else the stem.
  std::uint64_t sense(std::uint64_t stem) const {
    const auto found = senses_.find(stem);
    return found == senses_.end() ? stem : found->second;
  }
  // What two words in a row say ("step down"), 0 if no more than each of them.
  std::uint64_t sense(std::uint64_t stem, std::uint64_t next) const {
    const auto found = senses_.find(hash_combine(stem, next));
    return found == senses_.end() ? 0 : found->second;
  }

  // The longest cue that begins at tokens[at] and ends before `end`, or
  // nullptr.
  const CueForm* cue_at(std::span<const Token> tokens, std::size_t at,
                        std::size_t end) const;

 private:
  struct Entry {
    std::uint32_t classes = 0;
    std::vector<CueForm> cues;  // that begin with the word, longest first
  };
  void add_class(std::string_view language, std::string_view category,
                 std::uint32_t bit);
  void add_pronouns(std::string_view language);
  void add_cues(std::string_view language, std::string_view category,
                CueKind kind);

  bool interrupts_by_comma_ = false;
  bool interrupts_by_dash_ = false;
  boost::unordered_flat_map<std::uint64_t, Entry> entries_;
  // By stem, or by those of two words in a row.
  boost::unordered_flat_map<std::uint64_t, std::uint64_t> senses_;
};

// The lists of a language (ISO 639-1); of an unknown one what common.tsv has.
const Words& words_of(std::string_view language);

}  // namespace stemma::quote
