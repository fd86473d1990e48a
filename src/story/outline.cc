// News says what it is about at the beginning: an outline rests on the title
// and the first few hundred words. They are cut and folded by the tokenizer
// that all stages use; what analysis does beyond that (names, quantities,
// dates, quoted regions, sentence ends by abbreviation lists) is replaced by
// rules that look at one token and its neighbours, because the terms are
// weighted by their rarity and a name that is missed now and then moves no
// decision.
#include "story/outline.h"

#include <algorithm>
#include <limits>

#include "base/hash.h"
#include "base/sort_hashes.h"
#include "base/utf8.h"
#include "story/round_up.h"
#include "text/language.h"
#include "text/parts.h"
#include "text/stops.h"
#include "text/tokenize.h"

namespace stemma::story {
namespace {

constexpr std::size_t kTokensRead = 450;    // of the text
constexpr std::size_t kTitleTokens = 64;    // of the title
constexpr std::uint32_t kFirstPart = 3072;  // bytes; most texts need no more
constexpr std::uint32_t kNextPart = 1024;
// Capitalised words of so many bytes before a stop are abbreviations: "Mr.".
constexpr std::uint32_t kAbbreviation = 3;

bool is_content(const Token& token) {
  return token.kind != TokenKind::kPunctuation && !token.function_word;
}

// Appends the tokens of `part` until there are `limit`.
void append_first_tokens(std::string_view text, Span part,
                         std::string_view language, std::size_t limit,
                         std::vector<Token>& tokens) {
  std::uint32_t wanted = kFirstPart;
  while (part.begin < part.end && tokens.size() < limit) {
    const std::uint32_t end = text::end_of_part(text, part, wanted);
    text::append_tokens(text, {part.begin, end}, language, tokens);
    part.begin = end;
    wanted = kNextPart;
  }
  if (tokens.size() > limit) tokens.resize(limit);
}

bool is_stop(std::string_view text, const Token& token) {
  return token.kind == TokenKind::kPunctuation &&
         text::stop_kind(decode_utf8(text, token.span.begin).value) !=
             text::StopKind::kNone;
}

// True if a sentence ends before token `i`: after a stop that closes no
// abbreviation, or at the end of a line.
bool sentence_ends_before(std::string_view text, std::span<const Token> tokens,
                          std::size_t i) {
  const Token& before = tokens[i - 1];
  // Mostly one blank: a search would take longer to begin than this.
  for (std::uint32_t at = before.span.end; at < tokens[i].span.begin; ++at) {
    if (text[at] == '\n') return true;
  }
  if (!is_stop(text, before)) return false;
  if (i < 2) return true;
  const Token& word = tokens[i - 2];
  const bool abbreviation = word.kind == TokenKind::kWord && word.capitalised &&
                            word.span.size() <= kAbbreviation &&
                            word.span.end == before.span.begin;
  return !abbreviation;
}

std::vector<CountedTerm> count(std::vector<Term>& terms) {
  sort_hashes(terms, std::numeric_limits<Term>::max());
  std::vector<CountedTerm> counted;
  counted.reserve(terms.size());
  for (const Term term : terms) {
    if (counted.empty() || counted.back().term != term) {
      counted.push_back({term, 0});
    }
    ++counted.back().count;
  }
  return counted;
}

}  // namespace

void Outliner::add_title(std::span<const Token> tokens) {
  for (const Token& token : tokens) {
    if (is_content(token)) of(Field::kTitle).push_back(term_of(token.stem));
  }
}

void Outliner::add_sentence(std::span<const Token> tokens) {
  bool first = true;
  for (const Token& token : tokens) {
    if (is_content(token)) {
      const Term term = term_of(token.stem);
      of(Field::kBody).push_back(term);
      if (token.kind == TokenKind::kNumber || (token.capitalised && !first)) {
        of(Field::kNames).push_back(term);
      }
    }
    if (token.kind != TokenKind::kPunctuation) first = false;
  }
}

void Outliner::read_title(const Report& report, Outline& outline) {
  const std::string_view language = outline.language;
  tokens_.clear();
  append_first_tokens(report.title,
                      {0, static_cast<std::uint32_t>(report.title.size())},
                      language, kTitleTokens, tokens_);
  stems_.add_stems(report.title, language, tokens_);
  add_sentence(tokens_);
  add_title(tokens_);
  outline.numbers = title_numbers(report.title, tokens_, language);
  outline.round_up = is_round_up(tokens_, language);
}

void Outliner::read_text(const Report& report, std::string_view language) {
  const std::string_view text = report.text;
  tokens_.clear();
  std::uint32_t begin = 0;
  for (const Paratext& part : report.paratext) {
    append_first_tokens(text, {begin, std::max(begin, part.span.begin)},
                        language, kTokensRead, tokens_);
    begin = std::max(begin, part.span.end);
  }
  append_first_tokens(text, {begin, static_cast<std::uint32_t>(text.size())},
                      language, kTokensRead, tokens_);
  stems_.add_stems(text, language, tokens_);
  const std::span<const Token> tokens = tokens_;
  for (std::size_t from = 0; from < tokens.size();) {
    std::size_t to = from + 1;
    while (to < tokens.size() && !sentence_ends_before(text, tokens, to)) ++to;
    const std::span sentence = tokens.subspan(from, to - from);
    if (of(Field::kTitle).empty()) add_title(sentence);
    add_sentence(sentence);
    from = to;
  }
}

Outline Outliner::make(const Report& report) {
  Outline outline;
  outline.language = report.language.empty()
                         ? text::detect_language(report.text)
                         : report.language;
  outline.published = report.published;
  outline.titled = !report.title.empty();
  if (!report.outlet.empty()) outline.outlet = hash_bytes(report.outlet);
  for (std::vector<Term>& terms : terms_) terms.clear();
  read_title(report, outline);
  read_text(report, outline.language);
  for (std::size_t f = 0; f < kFields; ++f) {
    outline.fields[f] = count(terms_[f]);
  }
  return outline;
}

std::vector<std::string> Outliner::words_of(const Report& report,
                                            std::span<const Term> terms) {
  const std::string language = report.language.empty()
                                   ? text::detect_language(report.text)
                                   : report.language;
  std::vector<std::string> words(terms.size());
  for (const std::string* text : {&report.title, &report.text}) {
    tokens_.clear();
    text::append_tokens(*text, {0, static_cast<std::uint32_t>(text->size())},
                        language, tokens_);
    stems_.add_stems(*text, language, tokens_);
    for (const Token& token : tokens_) {
      if (!is_content(token)) continue;
      const auto at =
          std::find(terms.begin(), terms.end(), term_of(token.stem));
      if (at == terms.end()) continue;
      std::string& word = words[static_cast<std::size_t>(at - terms.begin())];
      if (word.empty()) word = slice(*text, token.span);
    }
  }
  return words;
}

}  // namespace stemma::story
