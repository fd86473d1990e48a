#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/utf8.h"
#include "text/characters.h"

namespace stemma::text {
namespace {

// Marks whose fate depends on the letter before them, or that Unicode's case
// folding turns into a letter.
bool needs_neighbours(char32_t value) {
  return value == 0x0306 || value == 0x0308 || value == 0x0345;
}

// What a typographic mark or digit is folded to, or the code point itself.
char32_t plain_mark(char32_t value) {
  switch (value) {
    case 0x2018:  // quotation marks used as apostrophes
    case 0x2019:
    case 0x02BC:
    case 0x02BB:
    case 0x201B:
    case 0x00B4:
    case U'`':
      return U'\'';
    case 0x2010:  // hyphens and dashes
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return U'-';
    case 0x066A:
      return U'%';
    case 0x066B:  // Arabic decimal and thousands separators
      return U'.';
    case 0x066C:
      return U',';
    default:
      break;
  }
  const auto code = static_cast<UChar32>(value);
  if (value < 0x80 || u_charType(code) != U_DECIMAL_DIGIT_NUMBER) return value;
  return U'0' + static_cast<char32_t>(u_charDigitValue(code));
}

// Letters that keyboards for Arabic, Persian and Urdu write differently.
char32_t plain_letter(char32_t value) {
  switch (value) {
    case 0x0649:  // alef maksura
    case 0x06CC:  // Persian yeh
      return 0x064A;
    case 0x06A9:  // Persian kaf
      return 0x0643;
    case 0x0629:  // teh marbuta
    case 0x06C1:
    case 0x06D5:
      return 0x0647;
    case 0x0671:  // alef wasla
      return 0x0627;
    default:
      return value;
  }
}

// True for marks that are left out after the letter `base`.
bool is_dropped(char32_t value, char32_t base) {
  if (value >= 0x0300 && value <= 0x036F) {
    const bool own_letter =
        (value == 0x0306 && (base == 0x0438 || base == 0x0443)) ||
        (value == 0x0308 && base == 0x0456);
    return !own_letter;
  }
  const bool hebrew = value >= 0x0591 && value <= 0x05C7;
  const bool arabic = (value >= 0x0610 && value <= 0x061A) ||
                      (value >= 0x064B && value <= 0x065F) ||
                      (value >= 0x06D6 && value <= 0x06ED) ||
                      (value >= 0x08D3 && value <= 0x08FF) || value == 0x0670;
  return value == 0x0640 ||
         ((hebrew || arabic) &&
          u_charType(static_cast<UChar32>(value)) == U_NON_SPACING_MARK);
}

// fold() without a table: the definition.
std::string fold_by_icu(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint next = decode_utf8(text, i);
    append_utf8(plain_mark(next.value), plain);
    i += next.size;
  }
  // The normalisers come with ICU's own data, so getting them cannot fail.
  UErrorCode status = U_ZERO_ERROR;
  const auto* fold_case = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* decompose = icu::Normalizer2::getNFDInstance(status);
  const auto* compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return plain;
  const auto utf16 = icu::UnicodeString::fromUTF8(
      icu::StringPiece(plain.data(), static_cast<std::int32_t>(plain.size())));
  const icu::UnicodeString folded =
      decompose->normalize(fold_case->normalize(utf16, status), status);
  icu::UnicodeString kept;
  char32_t base = 0;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const auto value = static_cast<char32_t>(folded.char32At(i));
    if (is_dropped(value, base)) continue;
    if (u_getCombiningClass(static_cast<UChar32>(value)) == 0) base = value;
    kept.append(static_cast<UChar32>(plain_mark(plain_letter(value))));
  }
  std::string out;
  compose->normalize(kept, status).toUTF8String(out);
  return out;
}

FoldTable::Entry entry_of(char32_t value) {
  FoldTable::Entry entry;
  if (needs_neighbours(value)) return entry;
  std::string one;
  append_utf8(value, one);
  const std::string folded = fold_by_icu(one);
  if (folded.size() > entry.bytes.size()) return entry;
  entry.size = static_cast<std::uint8_t>(folded.size());
  folded.copy(entry.bytes.data(), folded.size());
  return entry;
}

// A longer text than ICU can take at once is folded in pieces of whole
// characters; no word is that long.
constexpr std::size_t kLongestPiece = std::size_t{1} << 28U;

}  // namespace

FoldTable::FoldTable() {
  for (char32_t value = 0; value < kLowEnd; ++value) {
    low_[value] = entry_of(value);
  }
  for (char32_t value = kHighBegin; value < kHighEnd; ++value) {
    high_[value - kHighBegin] = entry_of(value);
  }
}

const FoldTable& FoldTable::get() {
  static const FoldTable table;
  return table;
}

std::string fold(std::string_view text) {
  const FoldTable& table = FoldTable::get();
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint next = decode_utf8(text, i);
    const FoldTable::Entry* entry = table.find(next.value);
    if (entry == nullptr) {
      if (text.size() <= kLongestPiece) return fold_by_icu(text);
      append_utf8(next.value, out);
    } else {
      out.append(entry->bytes.data(), entry->size);
    }
    i += next.size;
  }
  return out;
}

}  // namespace stemma::text
