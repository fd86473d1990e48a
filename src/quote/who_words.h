// The word lists that tell persons from bodies and documents as sources, and
// how else a person is called.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace stemma::quote {

enum WhoClass : std::uint32_t {
  kBodyWord = 1U << 0U,      // "ministry", "campaign": a body speaks
  kAnyBodyWord = 1U << 1U,   // "agency", "company": may mean a body of any name
  kDocumentWord = 1U << 2U,  // "statement", "letter": who issued it speaks
  kJoinWord = 1U << 3U,      // "and" between two speakers
  kTitleNoun = 1U << 4U,     // the last word of a title: "minister"
  kSubordinator = 1U << 5U,  // "if", "because": no main clause begins
};

// The lists of one language, by Token::fold. Lives as long as the program.
class WhoWords {
 public:
  explicit WhoWords(std::string_view language);

  bool is(std::uint64_t fold, std::uint32_t classes) const {
    const auto found = classes_.find(fold);
    return found != classes_.end() && (found->second & classes) != 0;
  }

  // Whether all nouns are written with capitals, so that one tells no name.
  bool nouns_have_capitals() const { return nouns_have_capitals_; }

  // The noun that a capital letter beside a name stands for: "(R-Norvik)".
  std::optional<std::uint64_t> of_letter(char letter) const;

  // What else a bearer of a title is called: "gov" is a "governor". Lives as
  // long as this.
  std::span<const std::uint64_t> also_called(std::uint64_t fold) const;

 private:
  void add(std::string_view language, std::string_view category,
           std::uint32_t bit);

  bool nouns_have_capitals_ = false;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> classes_;
  boost::unordered_flat_map<std::uint64_t, std::vector<std::uint64_t>>
      also_called_;
  std::map<char, std::uint64_t> of_letter_;  // by small letter
};

// The lists of a language (ISO 639-1).
const WhoWords& who_words_of(std::string_view language);

}  // namespace stemma::quote
