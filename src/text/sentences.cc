#include "text/sentences.h"

#include <algorithm>

namespace stemma::text {
namespace {

bool is_stop(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == "\xE3\x80\x82" ||
         mark == "\xEF\xBC\x81" || mark == "\xEF\xBC\x9F" || mark == "\xD8\x9F";
}

}  // namespace

std::vector<Sentence> find_sentences(std::string_view text,
                                     std::span<const Token> tokens,
                                     std::span<const Paratext> paratext,
                                     std::string_view /*language*/) {
  std::vector<Sentence> sentences;
  std::uint32_t first = 0;
  std::uint32_t paragraph = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const bool last = i + 1 == tokens.size();
    const std::string_view gap =
        last ? std::string_view()
             : text.substr(tokens[i].span.end,
                           tokens[i + 1].span.begin - tokens[i].span.end);
    const bool line = gap.find('\n') != std::string_view::npos;
    bool border = last || line;
    border |= is_stop(slice(text, tokens[i].span)) && !last &&
              tokens[i + 1].capitalised;
    for (const Paratext& part : paratext) {
      border |= !last && tokens[i].span.begin < part.span.end &&
                tokens[i + 1].span.begin >= part.span.end;
    }
    if (!border) continue;
    Sentence& sentence = sentences.emplace_back();
    sentence.span = {tokens[first].span.begin, tokens[i].span.end};
    sentence.first_token = first;
    sentence.last_token = i + 1;
    sentence.paragraph = paragraph;
    for (const Paratext& part : paratext) {
      if (part.span.contains(sentence.span)) {
        sentence.kind = SentenceKind::kParatext;
      }
    }
    if (line) ++paragraph;
    first = i + 1;
  }
  return sentences;
}

}  // namespace stemma::text
