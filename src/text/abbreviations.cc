#include "text/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace stemma::text {
namespace {

constexpr std::size_t kLongestBytes = 40;

Abbreviation kind_of(std::string_view value) {
  if (value == "number") return Abbreviation::kNumber;
  if (value == "end") return Abbreviation::kEnd;
  if (value == "maybe") return Abbreviation::kMaybe;
  return Abbreviation::kNever;
}

// "Sgt", "Lt": two to four Latin letters, a capital first, without a vowel.
bool is_short_without_vowel(std::string_view word, std::string_view folded) {
  return word.size() >= 2 && word.size() <= 4 && word[0] >= 'A' &&
         word[0] <= 'Z' && word[1] >= 'a' && word[1] <= 'z' &&
         folded.find_first_not_of("bcdfghjklmnpqrstvwxz") ==
             std::string_view::npos;
}

}  // namespace

Abbreviation abbreviation_of(std::string_view word, std::string_view language) {
  while (word.ends_with('.')) word.remove_suffix(1);
  if (word.empty() || word.size() > kLongestBytes) return Abbreviation::kNone;
  const std::string folded = fold(word);
  const std::string* value = lexicon(language).find("abbreviation", folded);
  const CharClass first = CharacterTable::get().of(decode_valid(word, 0).value);
  const bool single = code_point_count(word) == 1;
  if (value != nullptr) {
    // "p. 7" is a page, "P. Miller" a name.
    const bool initial = single && first == CharClass::kUpper;
    const Abbreviation kind = kind_of(*value);
    return initial && kind != Abbreviation::kNever ? Abbreviation::kMaybe
                                                   : kind;
  }
  if (word.find('.') != std::string_view::npos) return Abbreviation::kMaybe;
  if (single) {
    const bool letter =
        first == CharClass::kUpper || first == CharClass::kLower;
    return letter ? Abbreviation::kMaybe : Abbreviation::kNone;
  }
  return is_short_without_vowel(word, folded) ? Abbreviation::kMaybe
                                              : Abbreviation::kNone;
}

bool has_ordinal_stops(std::string_view language) {
  static constexpr std::array<std::string_view, 16> kLanguages = {
      "de", "da", "no", "nb", "nn", "fi", "cs", "sk",
      "hu", "hr", "sl", "sr", "bs", "et", "lv", "tr"};
  return std::find(kLanguages.begin(), kLanguages.end(), language) !=
         kLanguages.end();
}

}  // namespace stemma::text
