#include "text/word.h"

#include <array>

#include "text/fold.h"

namespace stemma::text {
namespace {

// Apostrophes as they are written before the "s" of a possessive.
constexpr std::array<std::string_view, 4> kApostrophes = {
    "'", "\xE2\x80\x99", "\xE2\x80\x98", "\xCA\xBC"};

}  // namespace

std::string_view without_possessive(std::string_view word) {
  if (!word.ends_with('s') && !word.ends_with('S')) return word;
  const std::string_view head = word.substr(0, word.size() - 1);
  for (const std::string_view mark : kApostrophes) {
    if (head.size() > mark.size() && head.ends_with(mark)) {
      return head.substr(0, head.size() - mark.size());
    }
  }
  return word;
}

std::string folded_word(std::string_view word) {
  std::string folded = fold(without_possessive(word));
  const bool number = !folded.empty() && folded[0] >= '0' && folded[0] <= '9';
  if (!number) std::erase(folded, '.');
  return folded;
}

}  // namespace stemma::text
