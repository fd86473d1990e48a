// A sentence of news often states several things, and another report states
// only one of them. Rows are therefore made of clauses. Without a parser a
// clause is what stands between two borders that have a verb on both sides:
// conjunctions, relative words, participles after a comma, some marks. The
// edges of a quotation's content are borders too, so that "he said" is no
// part of what was said. A border that would leave less than three words or
// no verb on one side is none: noun phrases are never cut.
#include "collate/clauses.h"

#include <algorithm>

namespace stemma::collate {
namespace {

// A longer sentence is a list or no sentence at all, and is not cut.
constexpr std::uint32_t kMaxTokens = 400;
constexpr std::uint32_t kMinWords = 3;
constexpr std::uint32_t kMinWordsWithoutVerbs = 5;
// What has no verb and fewer words than this states nothing by itself.
constexpr std::uint32_t kScrapWords = 5;
// Words that an attribution may hold besides cue and source.
constexpr std::uint32_t kAttributionExtra = 2;

// Less sure indirect quotations cut no sentence.
constexpr double kSureQuotation = 0.6;

enum class Border : std::uint8_t { kNone, kWeak, kStrong };

class ClauseCutter {
 public:
  ClauseCutter(const Witness& witness, const Sentence& sentence,
               std::span<const Quotation* const> quotations,
               const WordClasses& classes)
      : text_(witness.report->text),
        tokens_(witness.analysis->tokens),
        sentence_(sentence),
        classes_(classes),
        border_(sentence.last_token - sentence.first_token, Border::kNone),
        attribution_(border_.size(), false) {
    mark_words();
    for (const Quotation* quotation : quotations) mark_quotation(*quotation);
  }

  std::vector<Clause> cut() {
    std::uint32_t start = sentence_.first_token;
    for (std::uint32_t i = start + 1; i < sentence_.last_token; ++i) {
      if (border(i) == Border::kNone) continue;
      if (!is_border(start, i)) continue;
      add(start, i);
      start = i;
    }
    if (start < sentence_.last_token) add(start, sentence_.last_token);
    return std::move(clauses_);
  }

 private:
  // Adds a clause; scraps between two quotations go to the clause before.
  void add(std::uint32_t first, std::uint32_t last) {
    const bool attribution = is_attribution(first, last);
    const bool scrap = !attribution && !is_clause(first, last) &&
                       words(first, last) < kScrapWords;
    if (scrap && !clauses_.empty() && !clauses_.back().attribution) {
      clauses_.back().last = last;
    } else {
      clauses_.push_back({first, last, attribution || scrap});
    }
  }

  Border& border(std::uint32_t token) {
    return border_[token - sentence_.first_token];
  }
  std::uint32_t of(std::uint32_t token) const {
    return classes_.of(tokens_[token]);
  }
  bool is_mark(std::uint32_t token, std::string_view marks) const {
    return tokens_[token].kind == TokenKind::kPunctuation &&
           marks.find(slice(text_, tokens_[token].span)) !=
               std::string_view::npos;
  }
  bool ends_with(std::uint32_t token, std::string_view ending) const {
    const std::string_view word = slice(text_, tokens_[token].span);
    return word.size() > ending.size() + 1 && word.ends_with(ending);
  }

  bool is_verb(std::uint32_t token) const {
    if (tokens_[token].kind != TokenKind::kWord) return false;
    if ((of(token) & kFiniteVerb) != 0) return true;
    if (tokens_[token].capitalised || !ends_with(token, "ed")) return false;
    return token == sentence_.first_token || (of(token - 1) & kDeterminer) == 0;
  }

  // Whether a clause with a verb of its own begins at `token` after a
  // conjunction: "and urged", "and he is".
  bool opens_with_verb(std::uint32_t token) const {
    if (token >= sentence_.last_token) return false;
    if (is_verb(token) || (of(token) & kSubject) != 0) return true;
    return token + 1 < sentence_.last_token &&
           tokens_[token].kind == TokenKind::kWord && is_verb(token + 1);
  }

  void mark_words() {
    for (auto i = sentence_.first_token + 1; i < sentence_.last_token; ++i) {
      if (may_begin_clause(i)) border(i) = Border::kWeak;
    }
  }

  // "5:40", "2-1": the mark before `i` stands inside a number.
  bool within_number(std::uint32_t i) const {
    return i - sentence_.first_token >= 2 &&
           tokens_[i - 2].kind == TokenKind::kNumber &&
           tokens_[i].kind == TokenKind::kNumber &&
           tokens_[i - 2].span.end == tokens_[i - 1].span.begin &&
           tokens_[i - 1].span.end == tokens_[i].span.begin;
  }

  bool may_begin_clause(std::uint32_t i) const {
    if (within_number(i)) return false;
    if (is_mark(i - 1, ";:\u2014\u2013\u2015\u061B\uFF1B\uFF1A")) return true;
    const bool after_comma = is_mark(i - 1, ",\uFF0C\u060C");
    if (!classes_.knows_verbs()) return after_comma;
    if ((of(i) & (kRelative | kSubordinator)) != 0) return true;
    if ((of(i) & kCoordinator) != 0) {
      return after_comma || opens_with_verb(i + 1);
    }
    return after_comma && ends_with(i, "ing");
  }

  // The tokens of the sentence that overlap `span`.
  Clause tokens_in(Span span) const {
    const auto begin = tokens_.begin() + sentence_.first_token;
    const auto end = tokens_.begin() + sentence_.last_token;
    const auto first = std::partition_point(
        begin, end, [&](const Token& t) { return t.span.end <= span.begin; });
    const auto last = std::partition_point(
        first, end, [&](const Token& t) { return t.span.begin < span.end; });
    return {static_cast<std::uint32_t>(first - tokens_.begin()),
            static_cast<std::uint32_t>(last - tokens_.begin())};
  }

  void mark_quotation(const Quotation& quotation) {
    if (quotation.form == QuotationForm::kIndirect &&
        quotation.confidence < kSureQuotation) {
      return;
    }
    for (const auto* spans : {&quotation.cue, &quotation.source}) {
      for (const Span span : *spans) {
        const Clause part = tokens_in(span);
        for (auto i = part.first; i < part.last; ++i) {
          attribution_[i - sentence_.first_token] = true;
        }
      }
    }
    for (const Span span : quotation.content) {
      Clause part = tokens_in(span);
      if (part.first == part.last) continue;
      while (part.first > sentence_.first_token &&
             tokens_[part.first - 1].kind == TokenKind::kPunctuation &&
             !is_mark(part.first - 1, ",")) {
        --part.first;  // the opening mark belongs to the content
      }
      if (part.first > sentence_.first_token) {
        border(part.first) = Border::kStrong;
      }
      while (part.last < sentence_.last_token &&
             tokens_[part.last].kind == TokenKind::kPunctuation) {
        ++part.last;
      }
      if (part.last < sentence_.last_token) {
        border(part.last) = Border::kStrong;
      }
    }
  }

  std::uint32_t words(std::uint32_t first, std::uint32_t last) const {
    return static_cast<std::uint32_t>(std::count_if(
        tokens_.begin() + first, tokens_.begin() + last,
        [](const Token& t) { return t.kind != TokenKind::kPunctuation; }));
  }

  // Whether the tokens hold little more than cue and source.
  bool is_attribution(std::uint32_t first, std::uint32_t last) const {
    std::uint32_t said = 0;
    std::uint32_t other = 0;
    for (auto i = first; i < last; ++i) {
      if (attribution_[i - sentence_.first_token]) {
        ++said;
      } else if (tokens_[i].kind != TokenKind::kPunctuation &&
                 !tokens_[i].function_word) {
        ++other;
      }
    }
    return said > 0 && other <= kAttributionExtra && other <= said;
  }

  bool is_clause(std::uint32_t first, std::uint32_t last) const {
    if (!classes_.knows_verbs()) {
      return words(first, last) >= kMinWordsWithoutVerbs;
    }
    if (words(first, last) < kMinWords) return false;
    for (auto i = first; i < last; ++i) {
      if (is_verb(i)) return true;
    }
    return ends_with(first, "ing");
  }

  // Where the clause that begins at `start` could end.
  std::uint32_t next_border(std::uint32_t start) {
    std::uint32_t i = start + 1;
    while (i < sentence_.last_token && border(i) == Border::kNone) ++i;
    return std::min(i, sentence_.last_token);
  }

  // "of" in: the "real loser" of the war. A preposition or a determiner with
  // nothing but quotation marks between it and the word before.
  bool continues_phrase(std::uint32_t at) const {
    const auto is_punctuation = [&](std::uint32_t token) {
      return tokens_[token].kind == TokenKind::kPunctuation;
    };
    std::uint32_t first = at;
    std::uint32_t last = at;
    while (first > sentence_.first_token && is_punctuation(first - 1)) --first;
    while (last + 1 < sentence_.last_token && is_punctuation(last)) ++last;
    for (auto i = first; i < last; ++i) {
      if (is_mark(i, ",.;:!?\u2014\u2013")) return false;
    }
    return classes_.knows_verbs() && tokens_[last].function_word &&
           !tokens_[last].capitalised &&
           (of(last) & ~(kDeterminer | kArticle)) == 0;
  }

  bool is_border(std::uint32_t start, std::uint32_t at) {
    std::uint32_t next = next_border(at);
    if (border(at) == Border::kStrong) {
      const bool apart = is_attribution(start, at) || is_attribution(at, next);
      return apart || (!continues_phrase(at) && words(start, at) >= kMinWords &&
                       words(at, sentence_.last_token) >= kMinWords);
    }
    if (!is_clause(start, at)) return false;
    if (is_attribution(at, next)) return true;
    while (next < sentence_.last_token && border(next) != Border::kStrong &&
           !is_clause(at, next)) {
      next = next_border(next);
    }
    return is_clause(at, next);
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Sentence& sentence_;
  const WordClasses& classes_;
  std::vector<Border> border_;
  std::vector<bool> attribution_;
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> cut_clauses(const Witness& witness,
                                const Sentence& sentence,
                                std::span<const Quotation* const> quotations,
                                const WordClasses& classes) {
  if (sentence.first_token >= sentence.last_token) return {};
  if (sentence.last_token - sentence.first_token > kMaxTokens) {
    return {{sentence.first_token, sentence.last_token}};
  }
  return ClauseCutter(witness, sentence, quotations, classes).cut();
}

}  // namespace stemma::collate
