#include "origin/takes.h"

#include <algorithm>

#include "origin/phrase_book.h"
#include "text/tokenize.h"

namespace stemma::origin {
namespace {

constexpr std::uint32_t kWithin = 4;  // tokens from the beginning

std::optional<MarkKind> kind_of(std::string_view value) {
  if (value == "take") return MarkKind::kTake;
  if (value == "correction") return MarkKind::kCorrection;
  if (value == "withheld") return MarkKind::kWithheld;
  if (value == "withdrawn") return MarkKind::kWithdrawn;
  return std::nullopt;
}

// True if the words cannot be an ordinary part of a sentence.
bool is_marked(std::string_view text, std::span<const Token> tokens,
               std::uint32_t first, std::uint32_t last) {
  const bool capitals = std::all_of(
      tokens.begin() + first, tokens.begin() + last, [](const Token& token) {
        return token.all_capitals || token.kind != TokenKind::kWord;
      });
  if (capitals) return true;
  const std::uint32_t end = tokens[last - 1].span.end;
  std::size_t next = text.find_first_not_of(' ', end);
  // "UPDATE 2-", "Korrektur:".
  return first == 0 && next != std::string_view::npos &&
         (text[next] == ':' || text[next] == '-');
}

// The beginning of a text as words. A hyphen joins the mark to the title
// ("CORRECTED-Bridge closed"), so it parts here; positions stay.
std::vector<Token> first_words(std::string_view text,
                               std::string_view language) {
  constexpr std::size_t kBytes = 64;
  std::string beginning(text.substr(0, kBytes));
  std::replace(beginning.begin(), beginning.end(), '-', ' ');
  return text::tokenize(beginning, language);
}

std::optional<Mark> mark_in(std::string_view text, std::string_view language) {
  const std::vector<Token> tokens = first_words(text, language);
  const text::PhraseTable& marks = phrase_book(language).take_mark;
  std::optional<Mark> gravest;
  for (std::uint32_t i = 0; i < tokens.size() && i < kWithin; ++i) {
    const auto match = marks.match(tokens, i);
    if (!match || !is_marked(text, tokens, i, i + match.tokens)) continue;
    const auto kind = kind_of(*match.value);
    if (!kind || (gravest && gravest->kind >= *kind)) continue;
    const Span span = cover(tokens[i].span, tokens[i + match.tokens - 1].span);
    gravest = Mark{*kind, std::string(slice(text, span)), span};
  }
  return gravest;
}

}  // namespace

std::optional<Mark> find_mark(const Witness& witness) {
  const Analysis& analysis = *witness.analysis;
  const Report& report = *witness.report;
  std::optional<Mark> in_title = mark_in(report.title, analysis.language);
  if (in_title) in_title->span = {};
  std::optional<Mark> in_text = mark_in(report.text, analysis.language);
  const bool text_wins =
      in_text && (!in_title || in_text->kind > in_title->kind);
  return text_wins ? in_text : in_title;
}

}  // namespace stemma::origin
