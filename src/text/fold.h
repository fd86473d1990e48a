// Folding: the form under which words of different reports are compared.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace stemma::text {

// Lower case, compatibility forms made plain (Unicode NFKC_Casefold), then:
// - the diacritics of Latin and Greek, stress marks of Cyrillic, the vowel
//   signs of Arabic and Hebrew go; letters of their own stay (Cyrillic short
//   i, Japanese voiced kana);
// - letters that Arabic and Persian keyboards write differently are one (yeh,
//   kaf, heh, alef with or without hamza); tatweel and joiners go;
// - digits of all scripts become ASCII;
// - curly apostrophes and the hyphens and dashes become ' and -.
// "ae" for a-umlaut is NOT done. Valid UTF-8 in, valid UTF-8 (NFC) out;
// fold(fold(x)) == fold(x).
std::string fold(std::string_view text);

// fold() of single characters where it does not depend on the neighbours, for
// scripts that are written with spaces. Built once from ICU, then constant.
class FoldTable {
 public:
  struct Entry {
    std::uint8_t size = kUnknown;  // bytes used, or kUnknown
    std::array<char, 7> bytes{};
  };
  static constexpr std::uint8_t kUnknown = 0xFF;

  static const FoldTable& get();

  // The folded bytes of a character, or nullptr where only fold() of the
  // whole word can tell.
  const Entry* find(char32_t value) const {
    const Entry* entry = nullptr;
    if (value < kLowEnd) {
      entry = &low_[value];
    } else if (value >= kHighBegin && value < kHighEnd) {
      entry = &high_[value - kHighBegin];
    }
    return entry == nullptr || entry->size == kUnknown ? nullptr : entry;
  }

 private:
  FoldTable();

  static constexpr char32_t kLowEnd = 0x700;      // Latin ... Arabic
  static constexpr char32_t kHighBegin = 0x1E00;  // Latin, Greek, Vietnamese,
  static constexpr char32_t kHighEnd = 0x2070;    // general punctuation
  std::array<Entry, kLowEnd> low_;
  std::array<Entry, kHighEnd - kHighBegin> high_;
};

}  // namespace stemma::text
