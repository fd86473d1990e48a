#include "text/time_pieces.h"

#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/fold.h"

namespace stemma::text {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_space(char32_t value) {
  return u_isUWhiteSpace(static_cast<UChar32>(value)) != 0;
}

bool is_ideograph(char32_t value) { return value >= 0x2E80; }

bool is_letter(char32_t value) {
  return u_isalpha(static_cast<UChar32>(value)) != 0 ||
         u_charType(static_cast<UChar32>(value)) == U_NON_SPACING_MARK ||
         value == U'\u200C';
}

std::size_t end_of_word(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    const CodePoint point = decode_utf8(text, end);
    if (is_ideograph(point.value) && end > begin) break;
    if (!is_letter(point.value)) break;
    end += point.size;
    if (is_ideograph(point.value)) break;
  }
  return end;
}

}  // namespace

std::vector<TimePiece> cut_time(std::string_view text) {
  std::vector<TimePiece> pieces;
  bool glued = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = decode_utf8(text, i);
    if (is_space(point.value)) {
      i += point.size;
      glued = false;
      continue;
    }
    TimePiece piece;
    std::size_t end = i;
    if (is_digit(text[i])) {
      piece.kind = TimePiece::Kind::kNumber;
      while (end < text.size() && is_digit(text[end])) ++end;
      piece.text = text.substr(i, end - i);
    } else if (end = end_of_word(text, i); end > i) {
      piece.kind = TimePiece::Kind::kWord;
      piece.text = fold(text.substr(i, end - i));
    } else {
      end = i + point.size;
      piece.text = fold(text.substr(i, end - i));
    }
    piece.glued = glued;
    glued = true;
    pieces.push_back(std::move(piece));
    i = end;
  }
  return pieces;
}

}  // namespace stemma::text
