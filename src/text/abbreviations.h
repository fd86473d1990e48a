// Words whose full stop need not end a sentence.
#pragma once

#include <cstdint>
#include <string_view>

namespace stemma::text {

enum class Abbreviation : std::uint8_t {
  kNone,
  kNever,   // "Mr.": a name follows
  kMaybe,   // "Inc.": ends a sentence if a function word in capitals follows
  kEnd,     // "etc.": ends a sentence if a capital follows
  kNumber,  // "No.": only before a number
};

// What the word (without its last stop) abbreviates in a language: the
// lexicon's category `abbreviation`, initials, and short words without vowel.
Abbreviation abbreviation_of(std::string_view word, std::string_view language);

// True for languages that write an ordinal as a number with a stop.
bool has_ordinal_stops(std::string_view language);

}  // namespace stemma::text
