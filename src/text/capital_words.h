// Which capitals tell a name. A report is read for the words that stand
// capitalised in the middle of its ordinary sentences, and for those that stand
// in lower case; of a capital that is due anyway these tell.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"
#include "text/name_spans.h"
#include "text/name_words.h"
#include "text/phrases.h"
#include "text/token_view.h"

namespace stemma::text {

class CapitalWords {
 public:
  // `view` outlives the object. `language`: ISO 639-1.
  CapitalWords(const TokenView& view, std::span<const Sentence> sentences,
               std::string_view language);

  // Of every token.
  const TokenRoles& roles() const { return roles_; }

  // Whether the capital of token `i` tells a name, as far as can be said;
  // false beyond the last token.
  bool is_candidate(std::uint32_t i) const;

  // Whether token `b` exists and stands in the sentence of token `a`.
  bool same_sentence(std::uint32_t a, std::uint32_t b) const;

  // Whether token `i` stands in a sentence that is set in capitals.
  bool is_shouted(std::uint32_t i) const {
    return shouted_[roles_.sentence[i]];
  }

 private:
  void note_sentence(const Sentence& sentence, std::uint32_t s);
  void note_name(std::uint32_t i);
  void note_german();
  bool is_forename(std::uint32_t i) const;
  bool is_capital_word(std::uint32_t i) const;
  bool is_month(std::uint32_t i) const;
  bool has_prefixed_capital(std::uint32_t i) const;
  bool is_known(std::uint32_t i) const;

  const TokenView& view_;
  const NameWords& words_;
  const bool nouns_have_capitals_;
  const bool syllables_are_words_;
  TokenRoles roles_;
  std::vector<bool> shouted_;  // by sentence
  FoldSet capital_;            // seen with a capital where none is due
  FoldSet lower_;              // seen in lower case
};

}  // namespace stemma::text
