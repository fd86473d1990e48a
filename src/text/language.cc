// CLD2 knows most languages from a few hundred bytes. What it will not vouch
// for, mostly titles and single sentences, is told by its script where that
// says enough: kana is Japanese, letters that only Persian has are Persian.
#include "text/language.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "text/characters.h"

namespace stemma::text {
namespace {

constexpr std::size_t kLooksAt = 600;  // bytes
constexpr std::size_t kHeader = 200;   // a longer first line is no header

std::string_view cut_at_character(std::string_view text, std::size_t end) {
  if (end >= text.size()) return text;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

// The first window of the body: from the second line where the first one is
// short enough to be a header and enough follows.
std::string_view window(std::string_view text) {
  const std::size_t line = text.substr(0, kHeader).find('\n');
  if (line != std::string_view::npos && text.size() - line > kLooksAt) {
    text.remove_prefix(line + 1);
  }
  return cut_at_character(text, kLooksAt);
}

// ISO 639-1 of what CLD2 finds, "" where it is not sure.
std::string detect_by_cld2(std::string_view text) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found = CLD2::ExtDetectLanguageSummary(
      text.data(), static_cast<int>(text.size()), true, &hints, 0,
      languages.data(), percents.data(), scores.data(), nullptr, &text_bytes,
      &reliable);
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE) return "";
  const std::string code = CLD2::LanguageCode(found);
  if (code == "iw") return "he";
  // Variants ("zh-Hant") count as their language; three letters and CLD2's
  // names for mere scripts are no ISO 639-1.
  const std::string base = code.substr(0, code.find('-'));
  return base.size() == 2 ? base : "";
}

enum ScriptMark : std::uint8_t {
  kLatin,
  kVietnamese,
  kCyrillic,
  kUkrainian,
  kGreek,
  kHebrew,
  kArabic,
  kPersian,
  kUrdu,
  kThai,
  kKana,
  kHan,
  kHangul,
  kOther,
};

bool is_one_of(char32_t value, std::u32string_view list) {
  return list.find(value) != std::u32string_view::npos;
}

ScriptMark script_mark(char32_t value) {
  const auto within = [value](char32_t first, char32_t last) {
    return first <= value && value <= last;
  };
  if (is_one_of(value, U"\u0111\u01A1\u01B0\u0110\u01A0\u01AF") ||
      within(0x1EA0, 0x1EF9)) {
    return kVietnamese;
  }
  if (value < 0x250 || within(0x1E00, 0x1EFF)) return kLatin;
  if (within(0x370, 0x3FF) || within(0x1F00, 0x1FFF)) return kGreek;
  if (within(0x400, 0x52F)) {
    return is_one_of(value, U"\u0454\u0456\u0457\u0491") ? kUkrainian
                                                         : kCyrillic;
  }
  if (within(0x590, 0x5FF)) return kHebrew;
  if (within(0x600, 0x6FF)) {
    if (is_one_of(value, U"\u0679\u0688\u0691\u06BA\u06D2")) return kUrdu;
    return is_one_of(value, U"\u067E\u0686\u0698\u06AF\u06A9\u06CC") ? kPersian
                                                                     : kArabic;
  }
  if (within(0xE00, 0xE7F)) return kThai;
  if (within(0x3041, 0x30FF)) return kKana;
  if (within(0x3400, 0x9FFF)) return kHan;
  return within(0xAC00, 0xD7A3) ? kHangul : kOther;
}

std::string detect_by_script(std::string_view text) {
  std::array<unsigned, kOther + 1> counts{};
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint next = decode_valid(text, i);
    const CharClass type = CharacterTable::get().of(next.value);
    if (type == CharClass::kUpper || type == CharClass::kLower ||
        type == CharClass::kDictionary) {
      ++counts[script_mark(next.value)];
    }
    i += next.size;
  }
  struct Script {
    const char* language;
    unsigned letters;
  };
  const unsigned cyrillic = counts[kCyrillic] + counts[kUkrainian];
  const unsigned arabic = counts[kArabic] + counts[kPersian] + counts[kUrdu];
  const unsigned east = counts[kHan] + counts[kKana];
  const char* arabic_like = counts[kUrdu] > 0      ? "ur"
                            : counts[kPersian] > 0 ? "fa"
                                                   : "ar";
  const std::array<Script, 8> scripts = {{
      {counts[kVietnamese] > 0 ? "vi" : "",
       counts[kLatin] + counts[kVietnamese]},
      {counts[kUkrainian] > 0 ? "uk" : "ru", cyrillic},
      {"el", counts[kGreek]},
      {"he", counts[kHebrew]},
      {arabic_like, arabic},
      {"th", counts[kThai]},
      {counts[kKana] * 10 > counts[kHan] ? "ja" : "zh", east},
      {"ko", counts[kHangul]},
  }};
  const auto most = std::max_element(
      scripts.begin(), scripts.end(),
      [](const Script& a, const Script& b) { return a.letters < b.letters; });
  return most->letters == 0 ? "" : most->language;
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string_view part = window(text);
  std::string found = detect_by_cld2(part);
  return found.empty() ? detect_by_script(part) : found;
}

}  // namespace stemma::text
