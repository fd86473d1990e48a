// Marks that end sentences, and marks around them.
#pragma once

#include <cstdint>

namespace stemma::text {

// From the weakest to the strongest.
enum class StopKind : std::uint8_t {
  kNone,
  kFull,      // . and its like
  kEllipsis,  // three dots
  kAsking,    // ? and !
  kWide,      // stops of Chinese and Japanese
};

StopKind stop_kind(char32_t mark);

// Brackets, and quotation marks that seldom open.
bool is_closing_bracket(char32_t mark);

// What may stand before the first word of a sentence: brackets, inverted
// question marks, signs of currencies. Quotation marks are not among them.
bool is_opening_bracket(char32_t mark);

bool is_dash(char32_t mark);

// Marks that carry a sentence on after a stop: commas, colons, ...
bool is_joining(char32_t mark);

}  // namespace stemma::text
