#include "text/stops.h"

namespace stemma::text {

StopKind stop_kind(char32_t mark) {
  switch (mark) {
    case U'.':
    case 0x06D4:  // Arabic full stop
    case 0x0964:  // danda
      return StopKind::kFull;
    case U'!':
    case U'?':
    case 0x061F:  // Arabic question mark
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
      return StopKind::kAsking;
    case 0x2026:
      return StopKind::kEllipsis;
    case 0x3002:  // ideographic and full-width stops
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
      return StopKind::kWide;
    default:
      return StopKind::kNone;
  }
}

bool is_closing_bracket(char32_t mark) {
  switch (mark) {
    case U')':
    case U']':
    case U'}':
    case 0xFF09:
    case 0x3011:
    case 0x3015:
    case 0x300D:  // corner brackets and title marks
    case 0x300F:
    case 0x300B:
    case 0x3009:
    case 0x201D:  // marks that seldom open; an opening one is paired as such
    case 0x2019:
      return true;
    default:
      return false;
  }
}

bool is_opening_bracket(char32_t mark) {
  switch (mark) {
    case U'(':
    case U'[':
    case U'{':
    case U'#':
    case U'@':
    case U'$':
    case 0x00A1:
    case 0x00BF:
    case 0x20AC:
    case 0x00A3:
    case 0xFF08:
    case 0x3010:
      return true;
    default:
      return false;
  }
}

bool is_dash(char32_t mark) {
  return mark == U'-' || (mark >= 0x2012 && mark <= 0x2015);
}

bool is_joining(char32_t value) {
  switch (value) {
    case U',':
    case U';':
    case U':':
    case U')':
    case U']':
    case U'/':
    case U'%':
    case 0x060C:
    case 0x061B:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
    case 0x3001:
      return true;
    default:
      return false;
  }
}

}  // namespace stemma::text
