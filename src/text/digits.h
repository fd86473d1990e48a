// Decimal digits of any script.
#pragma once

#include <string>
#include <string_view>

namespace stemma::text {

// `text` with every decimal digit of every script (Arabic-Indic, Persian,
// Devanagari, full-width ...) written as ASCII "0" to "9" and the Arabic
// decimal and thousands separators as "." and ",". All else is kept.
std::string with_ascii_digits(std::string_view text);

}  // namespace stemma::text
