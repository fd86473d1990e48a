// Decimal digits of any script.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace stemma::text {

// The value of a digit and the bytes it takes; value -1 if there is none.
struct Digit {
  int value = -1;
  std::uint32_t size = 0;
};

// The decimal digit (ASCII, Arabic-Indic, Persian, full-width ...) at byte
// `position`; none past the end.
Digit digit_at(std::string_view text, std::size_t position);

// A row of digits without separators.
struct DigitRun {
  std::uint64_t value = 0;   // of the first 18 digits
  std::uint32_t digits = 0;  // 0: no digit there
  std::uint32_t end = 0;     // first byte after the row
  explicit operator bool() const { return digits > 0; }
};

DigitRun read_digits(std::string_view text, std::size_t position);

// `text` with every decimal digit of every script written as ASCII "0" to "9"
// and the Arabic decimal and thousands separators as "." and ",". All else is
// kept.
std::string with_ascii_digits(std::string_view text);

}  // namespace stemma::text
