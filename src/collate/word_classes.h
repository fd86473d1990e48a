// The word lists by which sentences are cut and readings compared, looked up
// by the hash of a token.
#pragma once

#include <cstdint>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>

#include "stemma/types/analysis.h"

namespace stemma::collate {

// What a word can be; a set of bits.
enum WordClass : std::uint32_t {
  kRelative = 1U << 0U,         // "who", "which": opens a relative clause
  kCoordinator = 1U << 1U,      // "and", "but": joins clauses, or words
  kSubordinator = 1U << 2U,     // "because", "while": opens a clause
  kFiniteVerb = 1U << 3U,       // "is", "has", "went"
  kDeterminer = 1U << 4U,       // "the", "their": no verb follows
  kSubject = 1U << 5U,          // "he", "they": a clause begins here
  kNegation = 1U << 6U,         // "not", "never", "without"
  kBackReference = 1U << 8U,    // "he", "the", "this": needs an antecedent
  kComplementizer = 1U << 9U,   // "that": content follows
  kArticle = 1U << 10U,         // "the", "their": a noun phrase begins here
  kTitleQualifier = 1U << 11U,  // "former", "then": part of a title, not one
};

class WordClasses {
 public:
  explicit WordClasses(std::string_view language);

  std::uint32_t of(const Token& token) const {
    const auto found = classes_.find(token.fold);
    return found == classes_.end() ? 0 : found->second;
  }
  // Whether the language's verbs are listed; without them every stretch of
  // words may be a clause.
  bool knows_verbs() const { return knows_verbs_; }

 private:
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> classes_;
  bool knows_verbs_ = false;
};

}  // namespace stemma::collate
