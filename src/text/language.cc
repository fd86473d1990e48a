#include "text/language.h"

#include <array>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "text/characters.h"

namespace stemma::text {
namespace {

constexpr std::size_t kLooksAt = 600;  // bytes

// The first window of the body: from the second line where the first one is
// short enough to be a header, cut at borders of characters.
std::string_view window(std::string_view text) {
  if (text.size() <= kLooksAt) return text;
  const std::size_t line = text.find('\n');
  if (line < kLooksAt && text.size() - line > kLooksAt) {
    text.remove_prefix(line + 1);
  }
  std::size_t end = kLooksAt;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string_view part = window(text);
  if (part.empty()) return "";
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int text_bytes = 0;
  bool reliable = false;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                                CLD2::UNKNOWN_LANGUAGE};
  const CLD2::Language found = CLD2::ExtDetectLanguageSummary(
      part.data(), static_cast<int>(part.size()), true, &hints, 0,
      languages.data(), percents.data(), scores.data(), nullptr, &text_bytes,
      &reliable);
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE) return "";
  const std::string code = CLD2::LanguageCode(found);
  return code == "iw" ? "he" : code.substr(0, code.find('-'));
}

}  // namespace stemma::text
