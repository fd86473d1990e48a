// Outline: what grouping needs to know of a report, and no text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stemma/types/analysis.h"
#include "stemma/types/report.h"
#include "story/term.h"
#include "story/title_numbers.h"
#include "text/stem.h"

namespace stemma::story {

// The ways in which a report's words are looked at.
enum class Field : std::uint8_t {
  kBody,   // content words of the title and the beginning of the text
  kTitle,  // content words of the title, or of the first sentence
  kNames,  // capitalised words inside sentences, and numbers
};
inline constexpr std::size_t kFields = 3;

struct CountedTerm {
  Term term = 0;
  std::uint32_t count = 0;
};

struct Outline {
  std::string language;  // ISO 639-1, "" if unknown
  PublicationTime published;
  std::uint64_t outlet = 0;  // hash of the name, 0 if unknown
  bool titled = false;       // has a title of its own
  bool round_up = false;     // its title says that it tells of many events
  std::array<std::vector<CountedTerm>, kFields> fields;  // each by term
  std::vector<TitleNumber> numbers;                      // of the title
  const std::vector<CountedTerm>& operator[](Field field) const {
    return fields[static_cast<std::size_t>(field)];
  }
};

// Makes outlines, much faster than text::analyze(): the beginning of the text
// only, sentences and names by plain rules, stems remembered from report to
// report (which changes no result). Not safe for use by several threads at
// once: each has its own.
class Outliner {
 public:
  // Paratext is no part of the words. The title counts, the rest of the
  // report's fields does not.
  Outline make(const Report& report);

  // The tokens of the text that the last outline was made of, with stems and
  // without paratext. They live until the next call.
  std::span<const Token> text_tokens() const { return tokens_; }

  // For each of `terms` the first word of the title or text that it stands for,
  // as it is written there; "" where there is none.
  std::vector<std::string> words_of(const Report& report,
                                    std::span<const Term> terms);

 private:
  void read_title(const Report& report, Outline& outline);
  void read_text(const Report& report, std::string_view language);
  void add_sentence(std::span<const Token> tokens);
  void add_title(std::span<const Token> tokens);
  std::vector<Term>& of(Field field) {
    return terms_[static_cast<std::size_t>(field)];
  }

  text::StemCache stems_;
  std::vector<Token> tokens_;
  std::array<std::vector<Term>, kFields> terms_;
};

}  // namespace stemma::story
