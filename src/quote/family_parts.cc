#include <algorithm>
#include <string_view>

#include <boost/unordered/unordered_flat_map.hpp>

#include "base/hash.h"
#include "quote/family_pairs.h"
#include "quote/who_words.h"
#include "quote/words.h"

namespace stemma::quote {
namespace {

constexpr std::ptrdiff_t kMinCutWords = 3;  // on either side
constexpr float kMinSameHeavy = 3;          // fewer may be a stock phrase

// The parts of `content` that stand in one sentence each; those of one
// sentence are one part.
std::vector<std::vector<Span>> by_sentence(const Analysis& analysis,
                                           const std::vector<Span>& content) {
  std::vector<std::vector<Span>> parts;
  auto last = analysis.sentences.end();
  for (const Span span : content) {
    auto sentence = std::upper_bound(
        analysis.sentences.begin(), analysis.sentences.end(), span.begin,
        [](std::uint32_t at, const Sentence& s) { return at < s.span.begin; });
    if (sentence != analysis.sentences.begin()) --sentence;
    for (; sentence != analysis.sentences.end() &&
           sentence->span.begin < span.end;
         ++sentence) {
      const Span part{std::max(span.begin, sentence->span.begin),
                      std::min(span.end, sentence->span.end)};
      if (part.begin >= part.end) continue;
      if (sentence == last) {
        parts.back().push_back(part);
      } else {
        parts.push_back({part});
      }
      last = sentence;
    }
  }
  return parts;
}

bool is_end_mark(char byte) {
  return byte == '.' || byte == '!' || byte == '?';
}

// Two whole sentences in one: "Ruiz said: "No. Never." "I left," she said."
bool ends_sentence(std::string_view text, Span span) {
  return span.end > span.begin && is_end_mark(text[span.end - 1]);
}

// Cuts after a span that ends a sentence of its own.
void cut_at_stops(std::string_view text, const std::vector<Span>& spans,
                  std::vector<std::vector<Span>>& out) {
  out.emplace_back();
  for (const Span span : spans) {
    if (!out.back().empty() && ends_sentence(text, out.back().back())) {
      out.emplace_back();
    }
    out.back().push_back(span);
  }
}

// The first word of a piece that is more than "and" or a comma.
std::uint32_t without_join(const Analysis& analysis, std::uint32_t begin) {
  const WhoWords& who = who_words_of(analysis.language);
  auto token = std::lower_bound(
      analysis.tokens.begin(), analysis.tokens.end(), begin,
      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  while (token != analysis.tokens.end() &&
         (token->kind == TokenKind::kPunctuation ||
          who.is(token->fold, kJoinWord))) {
    ++token;
  }
  return token == analysis.tokens.end() ? begin : token->span.begin;
}

// Cuts a mixed sentence after each stretch between marks but the last:
// he [has "no plans to leave"] and ["will not resign"].
std::vector<Span> by_stretch(const Analysis& analysis, Span span) {
  std::vector<Span> pieces;
  auto region =
      std::lower_bound(analysis.quoted.begin(), analysis.quoted.end(),
                       span.begin, [](const QuotedRegion& r, std::uint32_t at) {
                         return r.outer.begin < at;
                       });
  std::uint32_t begin = span.begin;
  std::uint32_t cut = 0;
  for (; region != analysis.quoted.end() && region->outer.begin < span.end;
       ++region) {
    if (region->level != 0 || region->last_token < region->first_token + 2) {
      continue;
    }
    if (cut > begin && region->outer.begin >= cut) {
      pieces.push_back({begin, cut});
      begin = std::min(without_join(analysis, cut), region->inner.begin);
    }
    cut = std::min(region->inner.end, span.end);
  }
  pieces.push_back({std::min(begin, span.end), span.end});
  return pieces;
}

// Cuts "that the dam is safe and that nobody will leave" before the "and".
std::vector<Span> by_clause(const Analysis& analysis, Span span) {
  const Words& words = words_of(analysis.language);
  const WhoWords& who = who_words_of(analysis.language);
  const auto& tokens = analysis.tokens;
  auto token = std::lower_bound(
      tokens.begin(), tokens.end(), span.begin,
      [](const Token& t, std::uint32_t at) { return t.span.begin < at; });
  std::vector<Span> pieces;
  std::uint32_t begin = span.begin;
  for (; token != tokens.end() && token->span.end < span.end; ++token) {
    const auto next = std::next(token);
    if (token->span.begin <= begin || next == tokens.end() ||
        !who.is(token->fold, kJoinWord) ||
        (words.classes(*next) & kComplementizer) == 0) {
      continue;
    }
    pieces.push_back({begin, std::prev(token)->span.end});
    begin = next->span.begin;
  }
  pieces.push_back({begin, span.end});
  return pieces;
}

// The length of the dots that a text begins with where words are left out.
std::uint32_t dots_at(std::string_view text) {
  for (const std::string_view dots : {"...", "\u2026", ". . ."}) {
    if (text.starts_with(dots)) return static_cast<std::uint32_t>(dots.size());
  }
  return 0;
}

// Cuts where words are left out, as QUOTUS does: "they are safe ... the work
// goes on".
void cut_at_dots(const Report& report, const Analysis& analysis, Span span,
                 std::vector<std::vector<Span>>& out) {
  const auto before = [](const Token& t, std::uint32_t at) {
    return t.span.begin < at;
  };
  const auto& tokens = analysis.tokens;
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), span.begin, before);
  const auto last = std::lower_bound(first, tokens.end(), span.end, before);
  const std::string_view text = report.text;
  const auto is_word = [](const Token& token) {
    return token.kind != TokenKind::kPunctuation;
  };
  auto rest = std::count_if(first, last, is_word);
  std::ptrdiff_t words = 0;  // since the last cut
  for (auto token = first; token != last; ++token) {
    words += is_word(*token) ? 1 : 0;
    rest -= is_word(*token) ? 1 : 0;
    if (words < kMinCutWords || rest < kMinCutWords || is_word(*token))
      continue;
    const std::uint32_t at = token->span.begin;
    const std::uint32_t dots = dots_at(text.substr(at));
    if (dots == 0) continue;
    out.push_back({{span.begin, at}});
    span.begin = at + dots;
    words = 0;
  }
  out.push_back({span});
}

std::vector<Quotation> with_contents(const Quotation& quotation,
                                     std::vector<std::vector<Span>> contents) {
  if (contents.empty()) return {quotation};
  std::vector<Quotation> parts;
  for (std::vector<Span>& content : contents) {
    parts.push_back(quotation);
    parts.back().content = std::move(content);
  }
  return parts;
}

std::vector<Quotation> parts_of(const Report& report, const Analysis& analysis,
                                const Quotation& quotation) {
  std::vector<std::vector<Span>> contents;
  if (quotation.form == QuotationForm::kIndirect) {
    if (quotation.content.size() != 1) return {quotation};
    for (const Span piece : by_clause(analysis, quotation.content.front())) {
      contents.push_back({piece});
    }
    return with_contents(quotation, std::move(contents));
  }
  for (const auto& spans : by_sentence(analysis, quotation.content)) {
    if (spans.size() > 1) {
      cut_at_stops(report.text, spans, contents);
      continue;
    }
    const bool mixed = quotation.form == QuotationForm::kMixed;
    for (const Span piece :
         mixed ? by_stretch(analysis, spans.front()) : spans) {
      cut_at_dots(report, analysis, piece, contents);
    }
  }
  return with_contents(quotation, std::move(contents));
}

std::uint64_t hash_of(const Wording& wording, bool indirect) {
  std::uint64_t hash = indirect ? 1 : 2;
  for (const WeightedWord& word : wording.words) {
    hash = hash_combine(hash, word.fold);
  }
  return hash;
}

void find_same(std::vector<Part>& parts) {
  SpeakerPairs names;
  boost::unordered_flat_map<std::uint64_t, std::uint32_t> first;
  for (std::uint32_t i = 0; i < parts.size(); ++i) {
    Part& part = parts[i];
    part.same_as = i;
    if (part.wording.heavy < kMinSameHeavy) continue;
    const bool indirect = part.quotation.form == QuotationForm::kIndirect;
    const auto [known, fresh] =
        first.emplace(hash_of(part.wording, indirect), i);
    if (fresh) continue;
    const Part& other = parts[known->second];
    if (names.may_be_one(part.quotation.speaker, other.quotation.speaker)) {
      part.same_as = known->second;
    }
  }
}

}  // namespace

std::vector<Part> cut_parts(std::span<const Witness> witnesses,
                            const WordWeights& weights) {
  std::vector<Part> parts;
  for (std::uint32_t w = 0; w < witnesses.size(); ++w) {
    const Analysis& analysis = *witnesses[w].analysis;
    for (const Quotation& whole : *witnesses[w].quotations) {
      for (Quotation& one : parts_of(*witnesses[w].report, analysis, whole)) {
        Wording wording = read_wording(analysis, one.content, weights);
        const float place =
            static_cast<float>(one.content.front().begin) /
            static_cast<float>(witnesses[w].report->text.size());
        parts.push_back({w, std::move(one), std::move(wording), 0, place});
      }
    }
  }
  find_same(parts);
  return parts;
}

}  // namespace stemma::quote
