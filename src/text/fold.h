// Folding: the form under which words of different reports are compared.
#pragma once

#include <string>
#include <string_view>

namespace stemma::text {

// Lower case, diacritics and vowel signs removed, compatibility forms and
// typographic marks made plain (Unicode NFKC_Casefold, then the marks that
// news style varies: curly apostrophes, hyphens, "ae" for "ä" is NOT done).
// Valid UTF-8 in, valid UTF-8 out.
std::string fold(std::string_view text);

}  // namespace stemma::text
