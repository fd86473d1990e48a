#include "quote/telling_verbs.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "quote/model.h"
#include "quote/who_words.h"
#include "quote/words.h"

namespace stemma::quote {
namespace {

constexpr std::size_t kMaxBetween = 2;      // words before the verb
constexpr std::size_t kMaxApposition = 25;  // tokens
// Coarse classes of the forms of verbs, which precede those of nouns and
// adjectives (scripts/quote_senses.h).
constexpr std::uint8_t kVerbClasses = 8;

// The tokens before `last`.
class Verbs {
 public:
  Verbs(const Witness& witness, std::size_t last)
      : text_(witness.report->text),
        tokens_(witness.analysis->tokens),
        last_(last),
        model_(model_of(witness.analysis->language)),
        words_(words_of(witness.analysis->language)),
        who_(who_words_of(witness.analysis->language)) {}

  bool tell_after(std::size_t at) const {
    at = past_apposition(at);
    std::size_t between = 0;
    bool joined = false;
    for (; at < last_; ++at) {
      const Token& token = tokens_[at];
      if (token.kind == TokenKind::kPunctuation || token.quoted) {
        between = kMaxBetween + 1;
      }
      if ((between <= kMaxBetween || joined) && tells(at)) return true;
      joined = who_.is(token.fold, kJoinWord);
      between += (words_.classes(token) & kHelper) == 0 ? 1 : 0;
    }
    return false;
  }

 private:
  bool is_comma(std::size_t at) const {
    return tokens_[at].kind == TokenKind::kPunctuation &&
           text_[tokens_[at].span.begin] == ',';
  }

  std::size_t past_apposition(std::size_t at) const {
    if (at >= last_ || !is_comma(at)) return at;
    const std::size_t limit = std::min(last_, at + kMaxApposition);
    for (std::size_t end = at + 1; end < limit; ++end) {
      if (is_comma(end)) return end + 1;
    }
    return at + 1;
  }

  bool tells(std::size_t at) const {
    const std::uint8_t coarse =
        model_ != nullptr ? model_->words.find(tokens_[at].fold).coarse : 0;
    if (coarse > kCoarseClasses) return coarse <= kCoarseClasses + kVerbClasses;
    return words_.cue_at(tokens_, at, last_) != nullptr;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::size_t last_;
  const Model* model_;
  const Words& words_;
  const WhoWords& who_;
};

}  // namespace

bool has_telling_verb(const Witness& witness, Span stretch) {
  const auto& tokens = witness.analysis->tokens;
  const auto token_at = [&tokens](std::uint32_t place) {
    const auto at = std::lower_bound(
        tokens.begin(), tokens.end(), place,
        [](const Token& t, std::uint32_t x) { return t.span.begin < x; });
    return static_cast<std::size_t>(at - tokens.begin());
  };
  return Verbs(witness, token_at(stretch.end))
      .tell_after(token_at(stretch.begin));
}

}  // namespace stemma::quote
