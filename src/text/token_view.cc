#include "text/token_view.h"

#include "text/word.h"

namespace stemma::text {

std::string TokenView::folded(std::uint32_t i) const {
  return i < size() ? folded_word(written(i)) : std::string();
}

bool TokenView::after_break(std::uint32_t i) const {
  if (i == 0 || i >= size()) return true;
  const Span gap{tokens_[i - 1].span.end, tokens_[i].span.begin};
  return slice(text_, gap).find('\n') != std::string_view::npos;
}

std::uint32_t TokenView::token_at(std::uint32_t from,
                                  std::uint32_t position) const {
  while (from < size() && tokens_[from].span.begin < position) ++from;
  return from;
}

}  // namespace stemma::text
