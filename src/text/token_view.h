// Looking at tokens with the text they were cut from.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "stemma/types/analysis.h"

namespace stemma::text {

// Views of a text and its tokens; valid as long as both are.
class TokenView {
 public:
  TokenView(std::string_view text, std::span<const Token> tokens)
      : text_(text), tokens_(tokens) {}

  std::string_view text() const { return text_; }
  std::span<const Token> tokens() const { return tokens_; }
  std::uint32_t size() const {
    return static_cast<std::uint32_t>(tokens_.size());
  }
  // REQUIRES: i < size().
  const Token& operator[](std::uint32_t i) const { return tokens_[i]; }

  // The token as written; "" past the end.
  std::string_view written(std::uint32_t i) const {
    return i < size() ? slice(text_, tokens_[i].span) : std::string_view();
  }
  // The folded form; "" past the end.
  std::string folded(std::uint32_t i) const;

  // True if token `i` is this very mark.
  bool is(std::uint32_t i, std::string_view mark) const {
    return i < size() && written(i) == mark;
  }
  bool is_word(std::uint32_t i) const {
    return i < size() && tokens_[i].kind == TokenKind::kWord;
  }
  // True if no white space stands between token `i` and the one before.
  bool glued(std::uint32_t i) const {
    return i > 0 && i < size() &&
           tokens_[i - 1].span.end == tokens_[i].span.begin;
  }
  // True if a line break stands between token `i` and the one before.
  bool after_break(std::uint32_t i) const;

  // The first token at or after `from` that begins at byte `position` or
  // later; size() if there is none. Linear in the tokens passed.
  std::uint32_t token_at(std::uint32_t from, std::uint32_t position) const;

 private:
  std::string_view text_;
  std::span<const Token> tokens_;
};

}  // namespace stemma::text
