// Phrases of the lexicon found in tokens.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

#include "stemma/types/analysis.h"
#include "text/lexicon.h"

namespace stemma::text {

// Values of Token::fold.
using FoldSet = boost::unordered_flat_set<std::uint64_t>;

// The entries of one category for one language, to be looked up by token.
// Of an unknown language ("" or one without a lexicon) the English entries.
class PhraseTable {
 public:
  struct Match {
    std::uint32_t tokens = 0;            // 0: no entry begins here
    const std::string* value = nullptr;  // lives as long as the program
    explicit operator bool() const { return tokens > 0; }
    // REQUIRES: a match, and a value that is a number.
    int number() const;
  };

  PhraseTable(std::string_view language, std::string_view category);

  // The longest entry whose tokens begin at `first`. At most as many steps as
  // the longest entry has tokens.
  Match match(std::span<const Token> tokens, std::uint32_t first) const;

  // Adds the first word of every entry.
  void add_first_words(FoldSet& words) const;

  bool empty() const { return nodes_.empty(); }

 private:
  struct Node {
    const std::string* value = nullptr;  // nullptr: only begins an entry
    bool goes_on = false;
  };
  FoldSet first_words_;
  // By the hash of the tokens' folds up to here.
  boost::unordered_flat_map<std::uint64_t, Node> nodes_;
};

// The language whose lists serve `language`: itself, or English.
std::string_view lexicon_language(std::string_view language);

template <typename Tables, std::size_t language>
const Tables& tables_of_language() {
  static const Tables tables(lexicon_languages()[language]);
  return tables;
}

// The one Tables(language) of the language that serves `language`. Built at
// the first call, lives as long as the program and never changes; safe to call
// from several threads.
template <typename Tables>
const Tables& by_language(std::string_view language) {
  const std::string_view known = lexicon_language(language);
  std::size_t i = 0;
  while (lexicon_languages()[i] != known) ++i;
  const auto all = []<std::size_t... k>(std::index_sequence<k...>) {
    return std::array{&tables_of_language<Tables, k>...};
  }(std::make_index_sequence<kMaxLexicons>());
  return all[i]();
}

}  // namespace stemma::text
