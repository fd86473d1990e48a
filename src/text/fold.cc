#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace stemma::text {
namespace {

// What a typographic mark is folded to, or the code point itself.
char32_t plain_mark(char32_t value) {
  switch (value) {
    case U'\u2018':  // quotation marks used as apostrophes
    case U'\u2019':
    case U'\u02BC':
    case U'\u02BB':
    case U'\u201B':
    case U'\u00B4':
    case U'`':
      return U'\'';
    case U'\u2010':  // hyphens and dashes
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2212':
      return U'-';
    default:
      return value;
  }
}

bool is_ascii(std::string_view text) {
  for (const char byte : text) {
    if (static_cast<unsigned char>(byte) >= 0x80) return false;
  }
  return true;
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (is_ascii(text)) {
    for (const char byte : text) {
      const bool upper = byte >= 'A' && byte <= 'Z';
      out += upper         ? static_cast<char>(byte + ('a' - 'A'))
             : byte == '`' ? '\''
                           : byte;
    }
    return out;
  }
  // Both normalisers come with ICU's own data, so getting them cannot fail.
  UErrorCode status = U_ZERO_ERROR;
  const auto* fold_case = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  const auto utf16 = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const icu::UnicodeString folded =
      decompose->normalize(fold_case->normalize(utf16, status), status);
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 value = folded.char32At(i);
    if (u_charType(value) == U_NON_SPACING_MARK) continue;
    append_utf8(plain_mark(static_cast<char32_t>(value)), out);
  }
  return out;
}

}  // namespace stemma::text
