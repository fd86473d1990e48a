// Times of day in text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/token_view.h"

namespace stemma::text {

struct ClockTime {
  double seconds = 0;           // since midnight
  std::uint32_t end_token = 0;  // first token behind it
  std::uint32_t end = 0;        // first byte behind it
};

// The clock time that begins with the number token `i`: "9:40 a.m.",
// "14.30 Uhr", "9 Uhr", "9am", "14h30". Digits alone only with a colon or an
// "h" between them. `language` is one that has a lexicon.
std::optional<ClockTime> read_clock_time(const TokenView& view, std::uint32_t i,
                                         std::string_view language);

}  // namespace stemma::text
