#include "story/round_up.h"

#include <cstdint>

#include "text/phrases.h"

namespace stemma::story {
namespace {

struct RoundUpTitles {
  explicit RoundUpTitles(std::string_view language)
      : forms(language, "round_up_title") {}
  text::PhraseTable forms;
};

bool is_mark(const Token& token) {
  return token.kind == TokenKind::kPunctuation;
}

}  // namespace

bool is_round_up(std::span<const Token> tokens, std::string_view language) {
  const auto& forms = text::by_language<RoundUpTitles>(language).forms;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const auto form = forms.match(tokens, i);
    if (!form) continue;
    const std::size_t after = std::size_t{i} + form.tokens;
    if (after == tokens.size() || is_mark(tokens[after])) return true;
  }
  return false;
}

}  // namespace stemma::story
