// Sentences are the stretches between the ends that find_sentence_ends() sees
// and the borders of paratext. What kind a sentence is, is told afterwards: a
// heading stands alone in its paragraph, is short, has no stop at its end and
// something after it to head.
#include "text/sentences.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/gaps.h"
#include "text/quoted_regions.h"
#include "text/sentence_ends.h"
#include "text/stops.h"

namespace stemma::text {
namespace {

constexpr std::uint32_t kHeadingTokens = 30;
constexpr std::size_t kHeadingCodePoints = 160;

// Walks along the paratext with the tokens.
class ParatextCursor {
 public:
  explicit ParatextCursor(std::span<const Paratext> parts) : parts_(parts) {}

  // The number of borders of paratext at or before `position`, which never
  // goes back: odd inside a paratext.
  std::size_t borders_before(std::uint32_t position) {
    while (next_ < 2 * parts_.size() && border(next_) <= position) ++next_;
    return next_;
  }

 private:
  std::uint32_t border(std::size_t i) const {
    const Span span = parts_[i / 2].span;
    return i % 2 == 0 ? span.begin : span.end;
  }

  std::span<const Paratext> parts_;
  std::size_t next_ = 0;
};

bool is_quiet_end(std::string_view text, const Token& token) {
  const char32_t mark = mark_of(text, token);
  return stop_kind(mark) == StopKind::kNone && !is_joining(mark) &&
         !ends_in_stop(text, token);
}

bool looks_like_heading(std::string_view text, std::span<const Token> tokens,
                        std::span<const Gap> gaps, const Sentence& sentence) {
  if (!ends_paragraph(gaps[sentence.first_token]) ||
      !ends_paragraph(gaps[sentence.last_token]) ||
      sentence.last_token - sentence.first_token > kHeadingTokens ||
      code_point_count(slice(text, sentence.span)) > kHeadingCodePoints ||
      opens_list_item(text, tokens, sentence.first_token)) {
    return false;
  }
  // A closing mark may hide the stop.
  std::uint32_t last = sentence.last_token - 1;
  while (last > sentence.first_token &&
         tokens[last].kind == TokenKind::kPunctuation &&
         is_quiet_end(text, tokens[last])) {
    --last;
  }
  return is_quiet_end(text, tokens[last]) &&
         is_quiet_end(text, tokens[sentence.last_token - 1]);
}

}  // namespace

std::vector<Sentence> find_sentences(std::string_view text,
                                     std::span<const Token> tokens,
                                     std::span<const Paratext> paratext,
                                     std::string_view language) {
  return find_sentences(text, tokens, find_quoted_regions(text, tokens),
                        paratext, language);
}

std::vector<Sentence> find_sentences(std::string_view text,
                                     std::span<const Token> tokens,
                                     std::span<const QuotedRegion> quoted,
                                     std::span<const Paratext> paratext,
                                     std::string_view language) {
  std::vector<Sentence> sentences;
  const std::vector<Gap> gaps = find_gaps(text, tokens);
  const std::vector<bool> ends =
      find_sentence_ends(text, tokens, gaps, quoted, language);
  ParatextCursor cursor(paratext);
  std::uint32_t first = 0;
  std::uint32_t paragraph = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const bool last = i + 1 == tokens.size();
    const std::size_t here = cursor.borders_before(tokens[i].span.begin);
    const bool crossing =
        !last && cursor.borders_before(tokens[i + 1].span.begin) != here;
    if (!last && !ends[i] && !crossing) continue;
    Sentence& sentence = sentences.emplace_back();
    sentence.span = {tokens[first].span.begin, tokens[i].span.end};
    sentence.first_token = first;
    sentence.last_token = i + 1;
    sentence.paragraph = paragraph;
    if (here % 2 == 1) sentence.kind = SentenceKind::kParatext;
    if (ends_paragraph(gaps[i + 1])) ++paragraph;
    first = i + 1;
  }
  bool heads_something = false;
  for (std::size_t i = sentences.size(); i-- > 0;) {
    Sentence& sentence = sentences[i];
    if (sentence.kind == SentenceKind::kParatext) continue;
    if (heads_something && looks_like_heading(text, tokens, gaps, sentence)) {
      sentence.kind = SentenceKind::kHeading;
    }
    heads_something = true;
  }
  return sentences;
}

}  // namespace stemma::text
